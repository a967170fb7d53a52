"""The index: FAISS vectors, chunk table, documents, and a manifest that says what they were built from.

On disk a folder with ``manifest.json`` and one ``data-…`` folder that it names. A build writes a new data folder
and then replaces the manifest, a single file, so that a reader or a killed build sees the old index or the new
one and nothing between.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.chunking import Chunk, chunk
from assistant.documents import Corpus, Document, Note, Paragraph, load_corpus
from assistant.embedding import Embedder
from assistant.errors import AssistantError
from assistant.languages import Language
from assistant.messages import text
from assistant.settings import Settings

if TYPE_CHECKING:
    import faiss

FORMAT = 1
_MANIFEST = "manifest.json"
_VECTORS, _CHUNKS, _DOCUMENTS = "vectors.faiss", "chunks.jsonl", "documents.jsonl"
_OURS = {_MANIFEST, "README.md", ".gitignore"}
_BATCH = 32


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
    """An index in memory; row n of ``vectors`` is the embedding of ``chunks[n]``."""

    manifest: Manifest
    vectors: "faiss.Index"
    chunks: tuple[Chunk, ...]
    documents: tuple[Document, ...]


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the index in ``folder``; None when there is none or it can't be read."""
    try:
        row = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        row["sources"] = [str((folder / source).resolve()) for source in row["sources"]]
        return Manifest(**row)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def sources(settings: Settings) -> list[Path]:
    """What the index is built from: the corpus that the settings name, else what it was last built from.

    AssistantError when that is there no more: an answer from other texts than those chosen would mislead.
    """
    manifest = None if "corpus_dir" in settings.model_fields_set else read_manifest(settings.index_path)
    if manifest is None:
        return [settings.corpus_dir]
    chosen = [Path(source) for source in manifest.sources]
    for source in chosen:
        if not source.exists():
            raise AssistantError("source_missing", path=source)
    return chosen


def open_index(settings: Settings, embedder: Embedder, language: Language = "en") -> Index:
    """The index of the settings, rebuilt when missing, damaged, stale or another model's.

    Why it is rebuilt and which files are left out goes to standard error in ``language``.
    """
    folder = settings.index_path
    corpus = load_corpus(*sources(settings))
    expected = _expected(corpus, settings, embedder)
    manifest = read_manifest(folder)
    if manifest is None:
        reason = "reason_damaged" if (folder / _MANIFEST).exists() else "reason_missing"
    elif manifest.basis != expected.basis:
        reason = "reason_settings"
    elif manifest.corpus_sha256 != expected.corpus_sha256:
        reason = "reason_corpus"
    else:
        try:
            return _read(folder, manifest)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError):
            reason = "reason_damaged"
    return build_index(settings, embedder, sources(settings), language=language, reason=reason, corpus=corpus)


def build_index(
    settings: Settings,
    embedder: Embedder,
    paths: Sequence[Path],
    *,
    language: Language = "en",
    reason: str = "reason_asked",
    corpus: Corpus | None = None,
) -> Index:
    """Embed every text in ``paths`` and swap the result in as a whole; AssistantError leaves the old index."""
    from rich.console import Console

    console = Console(stderr=True)
    folder = settings.index_path
    corpus = corpus or load_corpus(*paths)
    _check_folder(folder)
    console.print(text("index_building", language, reason=text(reason, language)), style="dim", markup=False)
    for error in corpus.skipped:
        console.print(error.message(language), style="yellow", markup=False)
    chunks = chunk(corpus.documents, settings.chunk_tokens, embedder.count_tokens)
    vectors = _embed(chunks, embedder, language)
    expected = _expected(corpus, settings, embedder)
    old = read_manifest(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        data = Path(tempfile.mkdtemp(prefix="data-", dir=folder))
        try:
            manifest = _write(data, vectors, chunks, corpus, expected, paths)
        except BaseException:
            shutil.rmtree(data, ignore_errors=True)
            raise
        _remove_stale(folder, data.name, old)
    except OSError as error:
        raise AssistantError("index_unwritable", path=folder, reason=error.strerror or error) from None
    return Index(manifest, vectors, tuple(chunks), corpus.documents)


def _remove_stale(folder: Path, current: str, old: Manifest | None) -> None:
    """Remove the data that ``old`` named, and what killed builds left an hour ago or earlier.

    Younger folders may belong to a build that runs beside this one.
    """
    for data in folder.glob("data-*"):
        left_behind = time.time() - data.stat().st_mtime > 3600
        if data.name != current and (left_behind or (old and data.name == old.data)):
            shutil.rmtree(data, ignore_errors=True)


def _expected(corpus: Corpus, settings: Settings, embedder: Embedder) -> Manifest:
    return Manifest(
        format=FORMAT,
        corpus_sha256=corpus.sha256,
        embedding_model=embedder.model.id,
        embedding_revision=embedder.model.revision,
        chunk_tokens=settings.chunk_tokens,
        versions={name: version(name) for name in ("langchain-text-splitters", "sentence-transformers")},
    )


def _check_folder(folder: Path) -> None:
    """Refuse a folder with anything in it that an index does not have."""
    if folder.is_dir():
        if any(entry.name not in _OURS and not entry.name.startswith("data-") for entry in folder.iterdir()):
            raise AssistantError("index_not_ours", path=folder)
    elif folder.exists():
        raise AssistantError("index_not_ours", path=folder)


def _embed(chunks: Sequence[Chunk], embedder: Embedder, language: Language) -> "faiss.Index":
    import faiss
    from rich.console import Console
    from rich.progress import track

    vectors = faiss.IndexFlatIP(embedder.dimension)
    starts = range(0, len(chunks), _BATCH)
    label = text("progress_embedding", language)
    console = Console(stderr=True)
    for start in track(starts, label, console=console, transient=True, disable=not console.is_terminal):
        vectors.add(embedder.encode([item.text for item in chunks[start : start + _BATCH]], "passage"))
    return vectors


def _write(
    data: Path,
    vectors: "faiss.Index",
    chunks: Sequence[Chunk],
    corpus: Corpus,
    expected: Manifest,
    paths: Sequence[Path],
) -> Manifest:
    """Write the data folder, then the manifest that makes it the index.

    There a source that lies beside the index is named relative to it, so that the two can be moved together.
    """
    import faiss

    # serialize_index, not write_index: FAISS's own writer can't open paths outside the ANSI code page on Windows.
    (data / _VECTORS).write_bytes(faiss.serialize_index(vectors).tobytes())
    _write_lines(data / _CHUNKS, [asdict(item) for item in chunks])
    _write_lines(data / _DOCUMENTS, [asdict(document) for document in corpus.documents])
    manifest = Manifest(
        **{
            **asdict(expected),
            "sources": [str(path.resolve()) for path in paths],
            "data": data.name,
            "files": {name: _sha256(data / name) for name in (_VECTORS, _CHUNKS, _DOCUMENTS)},
            "documents": len(corpus.documents),
            "paragraphs": sum(len(document.paragraphs) for document in corpus.documents),
            "chunks": len(chunks),
            "dimension": vectors.d,
        }
    )
    folder = data.parent.resolve()
    named = [
        os.path.relpath(source, folder) if Path(source).is_relative_to(folder.parent) else source
        for source in manifest.sources
    ]
    beside = data / _MANIFEST
    row = {**asdict(manifest), "sources": named}
    beside.write_text(json.dumps(row, ensure_ascii=False, indent=2), encoding="utf-8")
    os.replace(beside, data.parent / _MANIFEST)
    return manifest


def _write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _read(folder: Path, manifest: Manifest) -> Index:
    """The index that ``manifest`` names; ValueError when a file is not the one that was written."""
    import faiss
    import numpy as np

    data = folder / manifest.data
    for name in (_VECTORS, _CHUNKS, _DOCUMENTS):
        if _sha256(data / name) != manifest.files[name]:
            raise ValueError(name)
    vectors = faiss.deserialize_index(np.frombuffer((data / _VECTORS).read_bytes(), dtype=np.uint8))
    chunks = tuple(Chunk(**row) for row in _read_lines(data / _CHUNKS))
    return Index(manifest, vectors, chunks, tuple(_document(row) for row in _read_lines(data / _DOCUMENTS)))


def _read_lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _document(row: dict[str, Any]) -> Document:
    paragraphs = tuple(
        Paragraph(item["id"], item["text"], tuple(Note(**note) for note in item["notes"])) for item in row["paragraphs"]
    )
    return Document(row["id"], row["language"], row["title"], paragraphs, row["translation"])


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
