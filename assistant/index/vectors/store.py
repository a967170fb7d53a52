"""What a vector store has to do."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.languages import LANGUAGES, Language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.embedding import Vectors


@dataclass(frozen=True)
class Rows:
    """Whose the rows are: those of document n, an (id, language), are ``starts[n]`` to ``starts[n + 1]``."""

    documents: Sequence[tuple[str, Language]]
    starts: "NDArray[np.int64]"

    def __len__(self) -> int:
        """How many rows there are."""
        return int(self.starts[-1])

    @cached_property
    def languages(self) -> "NDArray[np.int8]":
        """The place of each row's language in `LANGUAGES`; shape (rows,)."""
        import numpy as np

        places = np.array([LANGUAGES.index(language) for _, language in self.documents], dtype=np.int8)
        return np.repeat(places, np.diff(self.starts))

    def of(self, language: Language, documents: Collection[str]) -> "NDArray[np.int64]":
        """The rows, in order, of the texts in ``language`` of ``documents`` (ids)."""
        import numpy as np

        numbers = sorted(n for name in set(documents) if (n := self._numbers.get((name, language))) is not None)
        spans = [np.arange(self.starts[n], self.starts[n + 1]) for n in numbers]
        return np.concatenate([np.zeros(0, dtype=np.int64), *spans])

    @cached_property
    def _numbers(self) -> dict[tuple[str, Language], int]:
        return {name: number for number, name in enumerate(self.documents)}


class VectorStore(Protocol):
    """Embeddings of all chunks, of unit length, so that inner product is cosine."""

    def __len__(self) -> int:
        """How many rows there are."""

    def search(
        self, queries: "Vectors", top_k: int, language: Language, documents: Collection[str] = ()
    ) -> "NDArray[np.int64]":
        """For each of ``queries`` the rows nearest to it, nearest first; shape (len(queries), top_k).

        Only rows in ``language``, and of ``documents`` (ids) where any are given; -1 where there are fewer.
        """

    def of(self, rows: "Sequence[int] | NDArray[np.int64]") -> "Vectors":
        """The embeddings of ``rows``; shape (len(rows), dimension)."""


class Backend(Protocol):
    """Where the embeddings of an index are kept; ``data`` is the index's data folder, new with every build."""

    kind: str

    def write(self, data: Path, vectors: "Vectors", rows: Rows) -> None:
        """Keep ``vectors``, at least one, which may be larger than memory."""

    def open(self, data: Path, rows: Rows) -> VectorStore:
        """What `write` kept; OSError, ValueError or RuntimeError when it is not whole."""

    def drop(self, data: Path) -> None:
        """Forget what was kept for ``data`` outside that folder."""
