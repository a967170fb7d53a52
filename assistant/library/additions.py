"""The documents that a user adds to the corpus: copies of the files, each under its document's id."""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.documents import Document, load_file
from assistant.documents.doubts import Doubt, doubts
from assistant.documents.reading import by_source
from assistant.errors import AssistantError
from assistant.library.catalogue import Manifest
from assistant.library.corpus import Corpus, corpus_files, find, load_corpus
from assistant.settings import Settings


@dataclass(frozen=True)
class Addition:
    """A document that was added; ``new`` unless it was there already, with the same paragraphs.

    ``doubts`` are what is uncertain about its numbers, and where its translations have others.
    """

    document: Document
    new: bool
    doubts: tuple[Doubt, ...] = ()


def corpus_sources(settings: Settings) -> list[Path]:
    """The settings' corpus and the library of added documents, where there is one that is not inside the corpus."""
    library = settings.library_path
    beside = library.is_dir() and not library.resolve().is_relative_to(settings.corpus_dir.resolve())
    return [settings.corpus_dir, library] if beside else [settings.corpus_dir]


def load(settings: Settings, known: Sequence[Document] = ()) -> Corpus:
    """The settings' corpus with the library; of what is ``known``, as the index has it, no file is parsed again."""
    return load_corpus(*corpus_sources(settings), known=known)


def add(
    paths: Iterable[Path],
    settings: Settings,
    known: Sequence[Document] = (),
    recognize: Callable[[Path], Path] | None = None,
) -> tuple[list[Addition], list[AssistantError]]:
    """Copy files, and all files below folders, into the library; what was added, and why the others were not.

    The language becomes part of a copy's name. A document that is there already with other paragraphs is not replaced,
    unless pages of it were left out as pictures; one that is there under another name is there. ``known`` is as for
    `load`. ``recognize`` makes of a PDF one whose pictures have their text.
    """
    corpus = load(settings, known)
    # Official texts under their symbols, as their files are: what the corpus has of its own is not in their way.
    there = {
        (item.symbol if (item.id, item.language) in corpus.official else item.id, item.language): item
        for item in corpus.documents
    }
    texts = [item for item in corpus.documents if item.status != "card" and not corpus.manifest.id_of(item)]
    added: list[Addition] = []
    skipped: list[AssistantError] = []
    for path in paths:
        if not path.exists():
            skipped.append(AssistantError("corpus_missing", path=path))
            continue
        for file in [path] if path.is_file() else corpus_files(path, skipped):
            try:
                if recognize and file.suffix.lower() == ".pdf":
                    file = recognize(file)
                for read in load_file(file):
                    name = corpus.manifest.id_of(read)
                    document, key = replace(read, id=name or read.id), (read.symbol if name else read.id, read.language)
                    before = there.get(key) or (None if name else _alike(document, texts))
                    if before and len(document.unread) < len(before.unread):
                        before = None
                    if before and before.texts != document.texts:
                        values = {"path": file, "document": document.id, "language": document.language}
                        skipped.append(AssistantError("library_other", **values))
                        continue
                    if not before:
                        _copy(file, replace(read, id=key[0]), settings.library_path)
                        there[key] = document
                        texts += [] if name else [document]
                    document = before if before and before.id != document.id else document
                    added.append(Addition(document, before is None, tuple(doubts(document, there.values()))))
            except AssistantError as error:
                skipped.append(error)
    return added, skipped


def _alike(document: Document, texts: Iterable[Document]) -> Document | None:
    """The one of ``texts`` that has the symbol of ``document``, or its title and all that it says."""
    for item in texts:
        same = (item.language, item.symbol) == (document.language, document.symbol)
        if same and (item.symbol or (item.title == document.title and item.texts == document.texts)):
            return item
    return None


def remove(name: str, settings: Settings, known: Sequence[Document] = ()) -> list[Path]:
    """Delete the files of the added document ``name`` (an id or symbol), in all its languages; their paths.

    Of a document of the corpus these are its official texts; the corpus' own then stand again. ``known`` is as for
    `load`. AssistantError when there is no such document, or it is not an added one.
    """
    library = settings.library_path
    corpus = load(settings, known)
    found = find(corpus.documents, name)
    if not found:
        raise AssistantError("library_unknown", document=name)
    ids, removed = {document.id for document in found}, []
    for file, held in _held(settings, corpus.manifest, known):
        try:
            if held <= ids:
                file.unlink()
                removed.append(file)
        except OSError as error:
            raise AssistantError("folder_unwritable", path=library, reason=error.strerror or error) from None
    if not removed:
        raise AssistantError("library_not_added", document=found[0].id, path=settings.corpus_dir)
    return removed


def added_ids(settings: Settings, known: Sequence[Document] = ()) -> set[str]:
    """The ids of all documents that `remove` would take out; ``known`` is as for `load`."""
    manifest = load(settings, known).manifest
    return {name for _, held in _held(settings, manifest, known) for name in held}


def _held(settings: Settings, manifest: Manifest, known: Sequence[Document]) -> list[tuple[Path, set[str]]]:
    """Each file of the library, with the ids of the documents in it."""
    parsed, found = by_source(known), []
    library = settings.library_path
    for file in corpus_files(library, []) if library.is_dir() else ():
        with suppress(AssistantError):  # a file that can't be read holds no document
            found.append((file, {manifest.id_of(item) or item.id for item in load_file(file, parsed)}))
    return found


def _copy(file: Path, document: Document, library: Path) -> None:
    """Write the document's file beside, then rename it: a copy that was interrupted is not read."""
    suffix = file.suffix.lower()
    if suffix == ".jsonl":  # the ids in it are any text; the hash keeps apart what is alike without its signs
        mark = hashlib.sha256(document.id.encode()).hexdigest()[:8]
        shown = re.sub(r"[^\w.-]", "_", document.id)[:60]
        name = f"{shown}-{mark}.{document.language}"
    elif "/" in document.id:
        name = f"{document.id.replace('/', '_')}-{document.language.upper()}"
    else:
        name = f"{document.id}.{document.language}"
    content = _rows(document).encode() if suffix == ".jsonl" else file.read_bytes()
    try:
        library.mkdir(parents=True, exist_ok=True)
        beside = library / ".copy.part"
        beside.write_bytes(content)
        os.replace(beside, library / f"{name}{suffix}")
    except OSError as error:
        raise AssistantError("folder_unwritable", path=library, reason=error.strerror or error) from None


def _rows(document: Document) -> str:
    """A document of a ``.jsonl`` file as a file of its own, so that it can be removed alone."""
    return "".join(
        json.dumps(
            {
                "id": document.id,
                "language": document.language,
                "title": document.title,
                "paragraph": paragraph.id,
                "text": paragraph.whole,
            },
            ensure_ascii=False,
        )
        + "\n"
        for paragraph in document.paragraphs
    )
