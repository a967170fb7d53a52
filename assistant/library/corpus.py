"""Folders of files to a corpus: documents under ids, with what the manifest says of them.

A corpus is a folder. ``manifest.toml`` in it may name a document's original language (its texts in the others are
working translations then) and list the instruments that the corpus stands on (see `assistant.library.catalogue`).

A text that has the symbol which the manifest gives a document is that document's official text: it gets its id, and
takes the place of the corpus' own text in its language, be that a working translation or the original.
"""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assistant.documents import Document, load_file
from assistant.documents.reading import by_source
from assistant.documents.references import find_references, symbol
from assistant.errors import AssistantError
from assistant.languages import Language
from assistant.library.catalogue import (
    CARD,
    Called,
    Instrument,
    Manifest,
    cards,
    merged,
    read_manifest,
    read_names,
    titles,
)

Key = tuple[str, Language]


@dataclass(frozen=True)
class Corpus:
    """Documents, the errors of the files that were left out, and a hash of all that the documents were made of.

    ``official`` has id and language of the official texts of what the ``manifest`` gives a symbol.
    """

    documents: tuple[Document, ...]
    skipped: tuple[AssistantError, ...]
    sha256: str
    manifest: Manifest = field(default_factory=Manifest)
    official: frozenset[Key] = frozenset()


def load_corpus(*paths: Path, known: Iterable[Document] = ()) -> Corpus:
    """Every file of a known format below the folders (or the files) in ``paths``; a bad file is skipped, not fatal.

    ``known`` documents are taken over for the files that they were made of, instead of parsing those again. Raises
    `AssistantError` when a path does not exist or no document can be read at all.
    """
    parsed = by_source(known)
    read: list[tuple[Path, Document]] = []
    skipped: list[AssistantError] = []
    manifests: list[Manifest] = []
    called: list[Called] = []
    for root in paths:
        if not root.exists():
            raise AssistantError("corpus_missing", path=root)
        try:
            manifests.append(read_manifest(root / "manifest.toml"))
            called += read_names(root / "names.toml")
        except AssistantError as error:
            skipped.append(error)
        for file in [root] if root.is_file() else corpus_files(root, skipped):
            try:
                read += [(file, document) for document in load_file(file, parsed)]
            except AssistantError as error:
                skipped.append(error)
    if not read:
        raise skipped[0] if skipped else AssistantError("corpus_empty", path=paths[0] if paths else "")
    manifest = merged(manifests)
    own: dict[Key, Document] = {}
    official: dict[Key, Document] = {}
    for file, document in read:
        name = manifest.id_of(document) or document.id
        there = own if name == document.id else official
        if (name, document.language) in there:
            skipped.append(AssistantError("document_duplicate", path=file, document=name))
        else:
            there[name, document.language] = replace(document, id=name)
    # Official translations last, so that the first of a document's official texts is its original.
    texts = {**own, **official}
    documents = [texts[key] for key in sorted(texts, key=lambda key: key in official and manifest.is_translation(*key))]
    whole = [_named(item, called) for item in _described(documents, manifest, official.keys())]
    digest = hashlib.sha256(repr(whole).encode("utf-8", "surrogatepass"))
    return Corpus(tuple(whole), tuple(skipped), digest.hexdigest(), manifest, frozenset(official))


def find(documents: Sequence[Document], name: str) -> list[Document]:
    """The documents that ``name`` means: an id, a document symbol ("A/RES/78/265") or a resolution's number ("78/265").

    Full texts come before catalogue cards; a card is not among them where the full text is.
    """
    wanted = {name.strip().casefold(), symbol(name).casefold()}
    found = [item for item in documents if {item.id.casefold(), item.symbol.casefold()} & wanted]
    whole = [item for item in found if item.status != "card" or item.id.casefold() in wanted]
    return whole or found or [item for item in documents if item.id.removeprefix(CARD).casefold() in wanted]


def full_texts(documents: Sequence[Document], name: str = "") -> list[Document]:
    """The full texts of the one document that ``name`` means, a language each; of the main one where it is empty."""
    found = find(documents, name) if name else [item for item in documents if not item.name]
    return [item for item in found if item.status != "card" and item.id == found[0].id and item.paragraphs]


def text_of(documents: Sequence[Document], name: str, language: Language | None = None) -> Document:
    """The full text of the document that ``name`` means, as in `full_texts`: in ``language``, else its first.

    AssistantError where there is no such document, or only its card.
    """
    texts = full_texts(documents, name)
    if not texts:
        cards = find(documents, name)
        raise AssistantError("library_card" if cards else "library_unknown", document=name)
    return next((item for item in texts if item.language == language), texts[0])


def one_each(documents: Sequence[Document], language: Language | None = None) -> list[Document]:
    """The full text of each document: in ``language``, else its first."""
    texts: dict[str, Document] = {}
    for item in documents:
        if item.status != "card" and (item.id not in texts or item.language == language):
            texts[item.id] = item
    return list(texts.values())


def texts_to_compare(
    documents: Sequence[Document], before: str, after: str, language: Language | None = None
) -> tuple[Document, Document]:
    """The full texts of two documents, both in ``language`` where they are, else in one that both are in, if any."""
    one, other = text_of(documents, before, language), text_of(documents, after, language)
    if one.language == other.language:
        return one, other
    there = {item.language: item for item in full_texts(documents, after)}
    pairs = [(item, there[item.language]) for item in full_texts(documents, before) if item.language in there]
    return pairs[0] if pairs else (one, other)


def missing(documents: Sequence[Document], languages: Sequence[Language]) -> dict[str, set[Language]]:
    """Symbol -> those of ``languages`` in which its official text is not here: of cards, of drafts that are here as
    working translations, and of what became of drafts.
    """
    here = {item.symbol for item in documents if item.status != "card"}
    found: dict[str, set[Language]] = {}
    for item in documents:
        wanted = [(item.symbol, item.language)] if item.status in ("card", "translation") else []
        wanted += [(item.became, code) for code in languages if item.became not in here]
        for code, language in wanted:
            if code and language in languages:
                found.setdefault(code, set()).add(language)
    return found


def corpus_files(root: Path, skipped: list[AssistantError]) -> Iterator[Path]:
    """The files below ``root`` in a stable order; links to folders, which may lead in a circle, are not followed."""
    for folder, folders, names in os.walk(root, onerror=lambda error: skipped.append(_unreadable(error))):
        folders.sort()
        for name in list(folders):
            if name.startswith("."):
                folders.remove(name)
            elif (Path(folder) / name).is_symlink():
                skipped.append(AssistantError("document_link", path=Path(folder) / name))
        for name in sorted(names):
            ours = name in ("manifest.toml", "names.toml") or name.lower().startswith("readme.")
            if not ours and not name.startswith("."):
                yield Path(folder) / name


def _unreadable(error: OSError) -> AssistantError:
    return AssistantError("document_unreadable", path=error.filename, reason=error.strerror or error)


def _described(documents: Collection[Document], manifest: Manifest, official: Collection[Key]) -> list[Document]:
    """The documents with status, name and cross references, and the cards of the catalogue behind them."""
    outcomes = {outcome.of: outcome for outcome in manifest.outcomes}
    instruments = [item.with_official_titles(documents) for item in manifest.instruments]
    alone = len({document.id for document in documents}) == 1 and not instruments
    described = []
    for document in documents:
        document = replace(document, symbol=document.symbol or manifest.symbols.get(document.id, ""))
        document = outcomes[document.id].of_draft(document) if document.id in outcomes else document
        key = (document.id, document.language)
        translated = manifest.is_translation(*key) and key not in official
        known_titles = titles(instruments, document.language)
        described.append(
            replace(
                document,
                status="translation" if translated else "original",
                name="" if alone or document.id == manifest.main else document.id,
                paragraphs=tuple(
                    replace(paragraph, references=find_references(paragraph.whole, known_titles))
                    for paragraph in document.paragraphs
                ),
            )
        )
    there = [item for item in instruments if not any(item.is_text(document) for document in documents)]
    return [_with_titles(item, instruments) for item in [*described, *cards(there)]]


def _with_titles(document: Document, instruments: Sequence[Instrument]) -> Document:
    """``document`` with what the catalogue calls it: its titles in all languages and its number.

    One that prints no title, and so is called by what stands above its first paragraph, gets that of the catalogue,
    and one that prints no symbol the catalogue's.
    """
    known = [item for item in instruments if item.is_text(document) or document.id == f"{CARD}{item.id}"]
    said = dict.fromkeys(title for item in known for title in (*item.title.values(), *item.mention.values()))
    first = document.paragraphs[0].heading if document.paragraphs else ""
    titles_ = [item.title[document.language] for item in known if document.language in item.title]
    title = titles_[0] if titles_ and document.title == first else document.title
    code = document.symbol or next((symbol(item.symbol) for item in known if item.symbol), "")
    return replace(document, title=title, symbol=code, aliases=tuple((name, "") for name in said))


def _named(document: Document, called: Iterable[Called]) -> Document:
    """``document`` with the names that the files of names give it."""
    own = {document.id, document.id.removeprefix(CARD), document.symbol, document.title} - {""}
    own = {name.casefold() for name in own}
    names = [(name, item.section) for item in called if item.of & own for name in item.names]
    return replace(document, aliases=tuple(dict.fromkeys((*document.aliases, *names))))
