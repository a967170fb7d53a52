"""Documents to an index: built when there is none, brought up to date when the texts or the settings change.

What an old index already holds is taken over, so that adding a document embeds that document only.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.analysis.anatomy import RULES, Anatomy, anatomy
from assistant.documents import Document
from assistant.errors import AssistantError
from assistant.index.chunking import Chunk, chunk
from assistant.index.embedding import Embedder
from assistant.index.storage import (
    FORMAT,
    LOCK,
    MANIFEST,
    Index,
    Manifest,
    is_index_folder,
    read_index,
    read_manifest,
    write_index,
)
from assistant.index.token_states import encode_states
from assistant.index.vectors import backend
from assistant.languages import Language
from assistant.library.additions import corpus_sources
from assistant.library.corpus import Corpus, load_corpus
from assistant.messages import text
from assistant.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console

    from assistant.index.storage import Embedded

_BATCH = 128


def sources(settings: Settings) -> list[Path]:
    """What the index is built from: the corpus that the settings name, else what it was last built from.

    AssistantError when that is there no more: an answer from other texts than those chosen would mislead.
    """
    manifest = None if "corpus_dir" in settings.model_fields_set else read_manifest(settings.index_path)
    if manifest is None or manifest.sources in ([], [str(settings.corpus_dir.resolve())]):
        return corpus_sources(settings)
    chosen = [Path(source) for source in manifest.sources]
    for source in chosen:
        if not source.exists():
            raise AssistantError("source_missing", path=source)
    return chosen


def _named(paths: Sequence[Path], settings: Settings) -> list[str]:
    """The ``paths`` that the index is to go on being built from; none where they are the corpus that comes with the
    project, which is elsewhere once another version is installed.
    """
    chosen = [path for path in paths if path != settings.library_path]
    own = "corpus_dir" not in settings.model_fields_set and chosen == [settings.corpus_dir]
    return [] if own else [str(path.resolve()) for path in chosen]


def open_index(settings: Settings, embedder: Embedder, language: Language = "en") -> Index:
    """The index of the settings, brought up to date when missing, damaged, stale or another model's.

    Why that is done and which files are left out goes to standard error in ``language``.
    """
    folder = settings.index_path
    old = read_index(folder, backend(settings))
    chosen = sources(settings)
    corpus = load_corpus(*chosen, known=old.documents if old else ())
    expected = _expected(corpus, settings, embedder)
    manifest = old.manifest if old else read_manifest(folder)
    if manifest and any(getattr(manifest, name) != getattr(expected, name) for name in ("basis", "vectors", "anatomy")):
        reason = "reason_settings"
    elif old is None:
        reason = "reason_damaged" if (folder / MANIFEST).exists() else "reason_missing"
    elif old.manifest.corpus_sha256 != expected.corpus_sha256:
        reason = "reason_corpus"
    else:
        return old
    return build_index(settings, embedder, chosen, language=language, reason=reason, corpus=corpus, old=old)


def update_index(settings: Settings, embedder: Embedder, language: Language = "en") -> Index:
    """The index of the corpus and the library as they are now, after documents were added or removed."""
    old = read_index(settings.index_path, backend(settings))
    return build_index(settings, embedder, corpus_sources(settings), language=language, reason="reason_corpus", old=old)


def build_index(
    settings: Settings,
    embedder: Embedder,
    paths: Sequence[Path],
    *,
    language: Language = "en",
    reason: str = "reason_asked",
    corpus: Corpus | None = None,
    old: Index | None = None,
) -> Index:
    """An index of every text in ``paths``, swapped in as a whole; AssistantError leaves the old index.

    What ``old`` has of it is not embedded again.
    """
    from filelock import FileLock
    from rich.console import Console

    console = Console(stderr=True)
    folder = settings.index_path
    corpus = corpus or load_corpus(*paths, known=old.documents if old else ())
    if not is_index_folder(folder):
        raise AssistantError("index_not_ours", path=folder)
    console.print(text("index_building", language, reason=text(reason, language)), style="dim", markup=False)
    for error in corpus.skipped:
        console.print(error.message(language), style="yellow", markup=False)
    if corpus.skipped:
        console.print(text("documents_skipped", language, count=len(corpus.skipped)), style="yellow", markup=False)
    expected = _expected(corpus, settings, embedder)
    usable = old if old is not None and old.manifest.basis == expected.basis else None
    kept = _kept(corpus.documents, usable)
    chunks = _chunks(corpus.documents, settings, embedder, usable, kept)
    embedded = _embedded(chunks, embedder, usable, console, text("progress_embedding", language))
    manifest = Manifest(
        **{
            **vars(expected),
            "sources": _named(paths, settings),
            "documents": len(corpus.documents),
            "paragraphs": sum(len(document.paragraphs) for document in corpus.documents),
            "chunks": len(chunks),
            "dimension": embedder.dimension,
        }
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK):  # two builds at once take turns
            done = _anatomies(corpus.documents, usable, kept, console, language)
            return write_index(folder, manifest, corpus.documents, chunks, embedded, done, backend(settings))
    except OSError as error:
        raise AssistantError("index_unwritable", path=folder, reason=error.strerror or error) from None


def _expected(corpus: Corpus, settings: Settings, embedder: Embedder) -> Manifest:
    return Manifest(
        format=FORMAT,
        corpus_sha256=corpus.sha256,
        embedding_model=embedder.model.id,
        embedding_revision=embedder.model.revision,
        chunk_tokens=settings.chunk_tokens,
        vectors=settings.vector_store,
        anatomy=RULES,
        versions={name: version(name) for name in ("langchain-text-splitters", "sentence-transformers")},
    )


def _kept(documents: Sequence[Document], old: Index | None) -> list[int | None]:
    """The place in ``old`` of each document that has the same paragraphs there; None of others."""
    before = {(item.id, item.language): number for number, item in enumerate(old.documents)} if old else {}
    places = (before.get((item.id, item.language)) for item in documents)
    return [
        place if old and place is not None and old.documents[place].texts == item.texts else None
        for item, place in zip(documents, places, strict=True)
    ]


def _chunks(
    documents: Sequence[Document], settings: Settings, embedder: Embedder, old: Index | None, kept: Sequence[int | None]
) -> list[Chunk]:
    """Chunks of all documents, those of ``kept`` ones taken from ``old``."""
    starts = old.chunks.rows().starts if old else ()
    found: list[Chunk] = []
    for document, place in zip(documents, kept, strict=True):
        if old and place is not None:
            found += old.chunks[starts[place] : starts[place + 1]]
        else:
            found += chunk([document], settings.chunk_tokens, embedder.count_tokens)
    return found


def _anatomies(
    documents: Sequence[Document],
    old: Index | None,
    kept: Sequence[int | None],
    console: "Console",
    language: Language,
) -> Iterator[Anatomy]:
    """What each document does, that of ``kept`` ones taken from ``old`` where it was read by the same rules.

    One that can't be read is told, and loses no other.
    """
    for document, place in zip(documents, kept, strict=True):
        if old and place is not None and old.manifest.anatomy == RULES:
            yield old.anatomies[place]
            continue
        try:
            yield anatomy(document)
        except Exception as error:
            where = {"document": document.id, "language": document.language}
            console.print(text("acts_unread", language, **where, reason=repr(error)), style="yellow", markup=False)
            yield Anatomy()


def _embedded(
    chunks: Sequence[Chunk], embedder: Embedder, old: Index | None, console: "Console", label: str
) -> "Iterator[Embedded]":
    """The embedding and the token states of each of ``chunks``, a batch in memory at a time.

    A text that ``old`` has, or that occurs twice, is not embedded again.
    """
    from rich.progress import track

    known = {item.text: row for row, item in enumerate(old.chunks)} if old else {}
    to_come = Counter(item.text for item in chunks if item.text not in known)
    new: dict[str, Embedded] = {}
    starts = range(0, len(chunks), _BATCH)
    for start in track(starts, label, console=console, transient=True, disable=not console.is_terminal):
        batch = [item.text for item in chunks[start : start + _BATCH]]
        missing = [item for item in dict.fromkeys(batch) if item not in known and item not in new]
        if missing:
            embedded, states = embedder.encode_tokens(missing, "passage")
            new |= zip(missing, zip(embedded, map(encode_states, states), strict=True), strict=True)
        rows = [known[item] for item in batch if item in known]
        stored = iter(old.vectors.of(rows)) if old and rows else iter(())
        for item in batch:
            if old and item in known:
                yield next(stored), old.states.of(known[item])
                continue
            yield new[item]
            to_come[item] -= 1
            if not to_come[item]:
                del new[item]
