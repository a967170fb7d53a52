"""The index on disk: vectors, token states, words, chunks, documents, and a manifest of what they were built from.

A folder with ``manifest.json`` and one ``data-…`` folder that it names. A build writes a new data folder and then
replaces the manifest, a single file, so that a reader or a killed build sees the old index or the new one and nothing
between.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.chunking import Chunk
from assistant.documents import Document, Note, Paragraph, Reference
from assistant.retrieval.late_interaction import CODES, TokenStates, read_states, write_states
from assistant.retrieval.lexical import LexicalIndex

if TYPE_CHECKING:
    import faiss
    import numpy as np
    from numpy.typing import NDArray

FORMAT = 3
MANIFEST, LOCK = "manifest.json", ".lock"
_VECTORS, _CHUNKS, _DOCUMENTS, _WORDS = "vectors.faiss", "chunks.jsonl", "documents.jsonl", "words"
_OURS = {MANIFEST, LOCK, "README.md", ".gitignore"}


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

    @property
    def basis(self) -> tuple[object, ...]:
        """All that must be equal for an index to be used as it is, the corpus aside."""
        return (self.format, self.embedding_model, self.embedding_revision, self.chunk_tokens, self.versions)


@dataclass(frozen=True)
class Index:
    """An index that is open; row n of ``vectors`` is the embedding of ``chunks[n]``.

    ``lexical`` is over the texts of the documents' paragraphs in their order.
    """

    manifest: Manifest
    vectors: "faiss.Index"
    chunks: tuple[Chunk, ...]
    documents: tuple[Document, ...]
    states: TokenStates
    lexical: LexicalIndex


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


def read_index(folder: Path) -> Index | None:
    """The index in ``folder``; None when there is none or a file is not the one that was written."""
    manifest = read_manifest(folder)
    while manifest is not None:
        try:
            return _read(folder / manifest.data, manifest)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError):
            current = read_manifest(folder)
            if current == manifest:
                return None
            manifest = current  # a build beside this one has replaced it meanwhile
    return None


def write_index(
    folder: Path,
    manifest: Manifest,
    vectors: "faiss.Index",
    chunks: Sequence[Chunk],
    documents: Sequence[Document],
    states: "Iterable[NDArray[np.int8]]",
) -> Index:
    """Write an index, swap it in and open it; ``states`` are the codes of each chunk's tokens, of the vectors' width.

    OSError leaves the old index. A source that lies beside the index is named relative to it, so that the two can be
    moved together.
    """
    import faiss

    folder.mkdir(parents=True, exist_ok=True)
    data = Path(tempfile.mkdtemp(prefix="data-", dir=folder))
    try:
        # serialize_index, not write_index: FAISS's own writer can't open paths outside the ANSI code page on Windows.
        (data / _VECTORS).write_bytes(faiss.serialize_index(vectors).tobytes())
        _write_lines(data / _CHUNKS, chunks)
        _write_lines(data / _DOCUMENTS, documents)
        write_states(data, states, [chunk.language for chunk in chunks])
        texts = [paragraph.text for document in documents for paragraph in document.paragraphs]
        LexicalIndex.build(texts).save(data / _WORDS)
        files = {
            path.relative_to(data).as_posix(): _checksum(path) for path in sorted(data.rglob("*")) if path.is_file()
        }
        manifest = replace(manifest, data=data.name, files=files)
        home = folder.resolve()
        named = [
            os.path.relpath(source, home) if Path(source).is_relative_to(home.parent) else source
            for source in manifest.sources
        ]
        row = {**asdict(manifest), "sources": named}
        beside = data / MANIFEST
        beside.write_text(json.dumps(row, ensure_ascii=False, indent=2), encoding="utf-8")
        os.replace(beside, folder / MANIFEST)
    except BaseException:
        shutil.rmtree(data, ignore_errors=True)
        raise
    for other in folder.glob("data-*"):
        if other != data:
            shutil.rmtree(other, ignore_errors=True)
    return _read(data, manifest)


def _read(data: Path, manifest: Manifest) -> Index:
    import faiss
    import numpy as np

    for name, checksum in manifest.files.items():
        if _checksum(data / name) != checksum:
            raise ValueError(name)
    vectors = faiss.deserialize_index(np.frombuffer((data / _VECTORS).read_bytes(), dtype=np.uint8))
    chunks = tuple(Chunk(**row) for row in _read_lines(data / _CHUNKS))
    documents = tuple(_document(row) for row in _read_lines(data / _DOCUMENTS))
    return Index(manifest, vectors, chunks, documents, read_states(data), LexicalIndex.load(data / _WORDS))


def _write_lines(path: Path, rows: Sequence[Chunk] | Sequence[Document]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        for row in rows:
            lines.write(json.dumps(asdict(row), ensure_ascii=False) + "\n")


def _read_lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _document(row: dict[str, Any]) -> Document:
    paragraphs = tuple(
        Paragraph(
            item["id"],
            item["text"],
            tuple(Note(**note) for note in item["notes"]),
            item["heading"],
            tuple(Reference(**reference) for reference in item["references"]),
        )
        for item in row.pop("paragraphs")
    )
    return Document(paragraphs=paragraphs, **row)


def _checksum(path: Path) -> str:
    """The SHA-256 of a file; the size of the one that is mapped and may be far larger than memory."""
    if path.name == CODES:
        return f"{path.stat().st_size} bytes"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
