"""Embeddings in FAISS indexes, one a language, mapped into memory.

One a language, and not one for all with a filter: the nearest rows in one language are asked for by a question in any,
and an approximate index over all languages finds few of them, since its lists near a question are of the question's
language. A flat index (exact) up to `FLAT_ROWS`; above that an inverted file (IVF), which is built in a tenth of HNSW's
time and, unlike HNSW, is searched as well when a filter leaves few rows. `eval/studies/scale.py` prints both beside a
flat one.
"""

import math
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.index.vectors.store import Rows
from assistant.languages import LANGUAGES, Language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.embedding import Vectors

# Rows up to which all are compared: those of a language, or those that a filter leaves.
FLAT_ROWS = 5_000
# Of 2 √n lists so many are searched, and as many times more as a filter leaves fewer rows.
PROBES = 64
_TRAINING_A_LIST, _BLOCK = 40, 1 << 16


class FaissBackend:
    """In files of the data folder, ``vectors.zh.faiss`` and so on."""

    kind = "faiss"

    def write(self, data: Path, vectors: "Vectors", rows: Rows) -> None:
        """One file a language; memory for the embeddings of one language is needed."""
        import faiss
        import numpy as np

        make: Any = faiss  # its stubs describe the C++ signatures
        for place, language in enumerate(LANGUAGES):
            own = np.flatnonzero(rows.languages == place)
            if not len(own):
                continue
            index = build(vectors, own)
            # A callback, since FAISS's own writer can't open paths outside the ANSI code page on Windows.
            with _path(data, language).open("wb") as file:
                make.write_index(index, make.PyCallbackIOWriter(file.write))

    def open(self, data: Path, rows: Rows) -> "FaissStore":
        """The files of ``data``, mapped."""
        import numpy as np

        own = {code: np.flatnonzero(rows.languages == place) for place, code in enumerate(LANGUAGES)}
        return FaissStore(rows, {code: _Part(_path(data, code), found) for code, found in own.items() if len(found)})

    def drop(self, data: Path) -> None:
        """Nothing: the files go with the folder."""


class FaissStore:
    """See `assistant.index.vectors.VectorStore`."""

    def __init__(self, rows: Rows, parts: "dict[Language, _Part]") -> None:
        import numpy as np

        self._rows, self._parts = rows, parts
        self._place = np.zeros(len(rows), dtype=np.int64)  # of each row in its language
        for part in parts.values():
            self._place[part.rows] = np.arange(len(part.rows))

    def __len__(self) -> int:
        """As the protocol says."""
        return len(self._rows)

    def search(
        self, queries: "Vectors", top_k: int, language: Language, documents: Collection[str] = ()
    ) -> "NDArray[np.int64]":
        """As the protocol says; all rows are compared where a filter leaves no more than `FLAT_ROWS`."""
        import numpy as np

        found = np.full((len(queries), top_k), -1, dtype=np.int64)
        part = self._parts.get(language)
        chosen = self._place[self._rows.of(language, documents)] if documents else None
        if part is None or (chosen is not None and not len(chosen)):
            return found
        places = part.search(queries, min(top_k, len(part.rows)), chosen)
        found[:, : places.shape[1]] = np.where(places < 0, -1, part.rows[places])
        return found

    def of(self, rows: "Sequence[int] | NDArray[np.int64]") -> "Vectors":
        """As the protocol says."""
        import numpy as np

        rows = np.asarray(rows, dtype=np.int64)
        dimension = next(iter(self._parts.values())).dimension if self._parts else 0
        vectors = np.empty((len(rows), dimension), dtype=np.float32)
        for code, part in self._parts.items():
            own = self._rows.languages[rows] == LANGUAGES.index(code)
            if own.any():
                vectors[own] = part.of(self._place[rows[own]])
        return vectors


class _Part:
    """The index of one language, whose place n is row ``rows[n]``.

    FAISS reads it in place out of a NumPy map: its own mapping opens by name, and so can't open paths outside the ANSI
    code page on Windows.
    """

    def __init__(self, path: Path, rows: "NDArray[np.int64]") -> None:
        import faiss
        import numpy as np

        make: Any = faiss
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        self._reader = make.ZeroCopyIOReader(make.swig_ptr(self._bytes), self._bytes.size)
        self._index = make.read_index(self._reader)
        if self._index.ntotal != len(rows):
            raise ValueError(path.name)
        self.rows, self.dimension = rows, int(self._index.d)
        self._lists = int(getattr(self._index, "nlist", 0))
        if self._lists:
            self._index.make_direct_map()

    def of(self, places: "NDArray[np.int64]") -> "Vectors":
        return self._index.reconstruct_batch(places)  # type: ignore[no-any-return]

    def search(self, queries: "Vectors", top_k: int, chosen: "NDArray[np.int64] | None") -> "NDArray[np.int64]":
        """Places of the nearest, -1 where fewer; among ``chosen`` where that is given."""
        import faiss
        import numpy as np

        make: Any = faiss
        if chosen is not None and len(chosen) <= FLAT_ROWS:
            nearest = np.argsort(-(queries @ self.of(chosen).T), axis=1, kind="stable")[:, :top_k]
            return np.asarray(chosen[nearest])
        selector = None
        if chosen is not None:
            mask = np.zeros(len(self.rows), dtype=bool)
            mask[chosen] = True
            bits = np.packbits(mask, bitorder="little")
            selector = make.IDSelectorBitmap(bits)
        left = len(self.rows) if chosen is None else len(chosen)
        if self._lists:
            share = self._lists / left
            probes = min(self._lists, math.ceil(max(PROBES * len(self.rows) / left, 4 * top_k * share)))
            parameters = make.SearchParametersIVF(sel=selector, nprobe=probes)
        else:
            parameters = make.SearchParameters(sel=selector)
        return np.asarray(self._index.search(queries, top_k, params=parameters)[1])


def build(vectors: "Vectors", rows: "NDArray[np.int64]") -> Any:
    """A FAISS index of ``rows`` of ``vectors``: flat for few, else an inverted file."""
    import faiss
    import numpy as np

    make: Any = faiss
    dimension = vectors.shape[1]
    index = make.IndexFlatIP(dimension)
    if len(rows) > FLAT_ROWS:
        lists = int(2 * math.sqrt(len(rows)))
        index = make.IndexIVFFlat(index, dimension, lists, make.METRIC_INNER_PRODUCT)
        index.cp.niter, index.cp.min_points_per_centroid = 10, 1
        count = min(len(rows), _TRAINING_A_LIST * lists)
        index.train(vectors[rows[np.sort(np.random.default_rng(0).choice(len(rows), count, replace=False))]])
    for start in range(0, len(rows), _BLOCK):
        index.add(np.ascontiguousarray(vectors[rows[start : start + _BLOCK]], dtype=np.float32))
    return index


def _path(data: Path, language: Language) -> Path:
    return data / f"vectors.{language}.faiss"
