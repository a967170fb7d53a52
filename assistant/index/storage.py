"""The index on disk: vectors, token states, words, texts, and a manifest of what they were built from.

A folder with ``manifest.json`` and one ``data-…`` folder that it names. A build writes a new data folder and then
replaces the manifest, a single file, so that a reader or a killed build sees the old index or the new one and nothing
between. What a store keeps elsewhere goes by the data folder's name.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assistant.analysis.anatomy import Anatomy
from assistant.documents import Document
from assistant.documents.sections import with_headings
from assistant.errors import AssistantError
from assistant.index.anatomies import Anatomies, write_anatomies
from assistant.index.chunking import Chunk
from assistant.index.lexical import LexicalIndex
from assistant.index.tables import DOCUMENTS, PARAGRAPHS, TEXTS, Chunks, Names, Texts, write_texts
from assistant.index.token_states import TokenStates, read_states, write_states
from assistant.index.vectors import Backend, VectorStore
from assistant.index.vectors.faiss_store import FaissBackend
from assistant.languages import LANGUAGES
from assistant.text.symbols import document_numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.embedding import Vectors

    Embedded = tuple[Vectors, NDArray[np.int8]]

FORMAT = 10
MANIFEST, LOCK = "manifest.json", ".lock"
_WORDS = "words"
_OURS = {MANIFEST, LOCK, "README.md", ".gitignore"}
# Larger files are mapped and not read at once; of them the size is compared, and not a checksum.
_READ_WHOLE = 1 << 24
Part = TypeVar("Part")


@dataclass(frozen=True)
class Manifest:
    """What an index was built from; two builds from the same have equal `basis`."""

    format: int
    corpus_sha256: str
    embedding_model: str
    embedding_revision: str
    chunk_tokens: int
    versions: dict[str, str]
    sources: list[str] = field(default_factory=list)
    data: str = ""
    files: dict[str, str] = field(default_factory=dict)
    documents: int = 0
    paragraphs: int = 0
    chunks: int = 0
    dimension: int = 0
    vectors: str = FaissBackend.kind
    anatomy: int = 0

    @property
    def basis(self) -> tuple[object, ...]:
        """All that must be equal for an index to be used as it is, the corpus aside."""
        return (self.format, self.embedding_model, self.embedding_revision, self.chunk_tokens, self.versions)


@dataclass(frozen=True)
class Index:
    """An index that is open; row n of ``vectors`` is the embedding of ``chunks[n]``.

    ``lexical`` is over ``texts``, the documents' paragraphs in their order; ``names`` finds those by id and by the
    numbers of resolutions and documents in them. ``anatomies`` are what each document does.
    """

    manifest: Manifest
    vectors: VectorStore
    chunks: Chunks
    texts: Texts
    names: Names
    states: TokenStates
    lexical: LexicalIndex
    anatomies: Sequence[Anatomy]

    @property
    def documents(self) -> Sequence[Document]:
        """The documents, whose paragraphs are read when they are asked for."""
        return self.texts.documents


def is_index_folder(folder: Path) -> bool:
    """Whether ``folder`` is free to be one or holds nothing but what an index has."""
    if not folder.is_dir():
        return not folder.exists()
    return all(entry.name in _OURS or entry.name.startswith("data-") for entry in folder.iterdir())


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the index in ``folder``; None when there is none or it can't be read."""
    try:
        row = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        row["sources"] = [str((folder / source).resolve()) for source in row["sources"]]
        return Manifest(**row)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def read_index(folder: Path, store: Backend | None = None) -> Index | None:
    """The index in ``folder``; None when there is none or a file is not the one that was written.

    Embeddings that are not in the folder are in ``store``; AssistantError when that can't be reached.
    """
    return _whole(folder, lambda data, manifest: _read(data, manifest, store))


def read_documents(folder: Path) -> Sequence[Document]:
    """The documents of the index in ``folder``; none where `read_index` finds none."""

    def read(data: Path, manifest: Manifest) -> Sequence[Document]:
        _check(data, {name: manifest.files[name] for name in (DOCUMENTS, PARAGRAPHS, TEXTS)})
        return Texts(data).documents

    return _whole(folder, read) or ()


def write_index(
    folder: Path,
    manifest: Manifest,
    documents: Iterable[Document],
    chunks: Iterable[Chunk],
    embedded: "Iterable[Embedded]",
    anatomies: Iterable[Anatomy],
    store: Backend | None = None,
) -> Index:
    """Write an index, swap it in and open it; ``embedded`` are the vector and the token states' codes of each chunk.

    ``anatomies`` are what each document does. All are gone through once: token states and vectors, by far the most,
    need not fit in memory. Vectors go into ``store``, files of the folder where none is given. OSError and
    AssistantError leave the old index. A source that lies beside the index is named relative to it, so that the two can
    be moved together.
    """
    store = store or FaissBackend()
    folder.mkdir(parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp(prefix="data-", dir=folder))
    try:
        write_texts(data, documents, chunks, lambda paragraph: document_numbers(paragraph.whole))
        _write_embedded(data, embedded, store)
        write_anatomies(data, anatomies)
        documents = Texts(data).documents
        LexicalIndex.build((text, item.language) for item in documents for text in with_headings(item)).save(
            data / _WORDS
        )
        files = {
            path.relative_to(data).as_posix(): _checksum(path) for path in sorted(data.rglob("*")) if path.is_file()
        }
        manifest = replace(manifest, data=data.name, files=files, vectors=store.kind)
        home = folder.resolve()
        named = [
            os.path.relpath(source, home) if Path(source).is_relative_to(home.parent) else source
            for source in manifest.sources
        ]
        row = {**asdict(manifest), "sources": named}
        beside = data / MANIFEST
        beside.write_text(json.dumps(row, ensure_ascii=False, indent=2), encoding="utf-8")
        index = _read(data, manifest, store)  # before the swap: what can't be opened replaces nothing
        os.replace(beside, folder / MANIFEST)
    except BaseException:
        _remove(data, store)
        raise
    for other in folder.glob("data-*"):
        if other != data:
            _remove(other, store)
    return index


def _whole(folder: Path, read: Callable[[Path, Manifest], Part]) -> Part | None:
    """What ``read`` makes of a data folder; None when that can't be read."""
    manifest = read_manifest(folder)
    while manifest is not None:
        try:
            return read(folder / manifest.data, manifest)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError):
            current = read_manifest(folder)
            if current == manifest:
                return None
            manifest = current  # a build beside this one has replaced it meanwhile
    return None


def _read(data: Path, manifest: Manifest, store: Backend | None) -> Index:
    if manifest.format != FORMAT:
        raise ValueError(MANIFEST)
    _check(data, manifest.files)
    holder = store if store is not None and store.kind == manifest.vectors else FaissBackend()
    if holder.kind != manifest.vectors:
        raise ValueError(manifest.vectors)
    texts = Texts(data)
    chunks = Chunks(data, texts)
    vectors = holder.open(data, chunks.rows())
    words = LexicalIndex.load(data / _WORDS)
    return Index(manifest, vectors, chunks, texts, Names(data), read_states(data), words, Anatomies(data))


def _write_embedded(data: Path, embedded: "Iterable[Embedded]", store: Backend) -> None:
    import numpy as np

    rows = Chunks(data, Texts(data)).rows()
    with tempfile.TemporaryFile(dir=data) as raw:  # a store may want them by language, or more than once

        def codes() -> "Iterator[NDArray[np.int8]]":
            for vector, states in embedded:
                raw.write(np.ascontiguousarray(vector, dtype=np.float32).tobytes())
                yield states

        write_states(data, codes(), [LANGUAGES[place] for place in rows.languages])
        if len(rows):
            raw.flush()
            vectors = np.memmap(raw, dtype=np.float32, mode="r").reshape(len(rows), -1)
            store.write(data, vectors, rows)
            del vectors  # Windows deletes no file that is mapped


def _remove(data: Path, store: Backend) -> None:
    """Delete a data folder and what is kept for it elsewhere; if that is out of reach, at the next build."""
    with suppress(AssistantError):
        store.drop(data)
        shutil.rmtree(data, ignore_errors=True)


def _check(data: Path, files: dict[str, str]) -> None:
    for name, checksum in files.items():
        if _checksum(data / name) != checksum:
            raise ValueError(name)


def _checksum(path: Path) -> str:
    """The SHA-256 of a file; the size of a large one."""
    size = path.stat().st_size
    if size > _READ_WHOLE:
        return f"{size} bytes"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
