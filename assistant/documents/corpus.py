"""Folders of files to a corpus: documents under ids, with what the manifest says of them.

A corpus is a folder. A text's language is part of its name, so that translations of one document share an id:
``resolution/zh.txt`` or ``resolution.zh.txt`` is the document "resolution" in Chinese, and
``A_RES_78_265-EN.pdf``, as the UN names its files, is A/RES/78/265 in English; else it is detected. ``manifest.toml``
in the folder may name a document's original language (its texts in the others are working translations then) and
list the instruments that the corpus stands on (see `assistant.documents.catalogue`).
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.documents.catalogue import CARD, Manifest, cards, read_manifest, titles
from assistant.documents.formats import FORMATS, decode, read_content, read_lines
from assistant.documents.layout import Layout, lay_out
from assistant.documents.markers import OWN_SYMBOL
from assistant.documents.numbering import parse_numbered
from assistant.documents.paragraph import Document, Paragraph
from assistant.documents.references import find_references, symbol
from assistant.documents.resolution import lift_marks, parse_resolution
from assistant.documents.rows import read_rows
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language

# Part of what names a parsed file, so that texts parsed by other rules are parsed anew. Raise it with the rules.
_RULES = 1
_UN_NAME = re.compile(r"([A-Z]{1,4}(?:_[A-Z0-9.]+(?:\([A-Z0-9]+\))?)+)-([A-Z]{2})")
_TITLE_LENGTH = 300


@dataclass(frozen=True)
class Corpus:
    """Documents, the errors of the files that were left out, and a hash of all that the documents were made of."""

    documents: tuple[Document, ...]
    skipped: tuple[AssistantError, ...]
    sha256: str


def load_corpus(*paths: Path, known: Iterable[Document] = ()) -> Corpus:
    """Every file of a known format below the folders (or the files) in ``paths``; a bad file is skipped, not fatal.

    ``known`` documents are taken over for the files that they were made of, instead of parsing those again. Raises
    `AssistantError` when a path does not exist or no document can be read at all.
    """
    parsed = by_source(known)
    documents: dict[tuple[str, Language], Document] = {}
    skipped: list[AssistantError] = []
    manifests: list[Manifest] = []
    for root in paths:
        if not root.exists():
            raise AssistantError("corpus_missing", path=root)
        try:
            manifests.append(read_manifest(root / "manifest.toml"))
        except AssistantError as error:
            skipped.append(error)
        for file in [root] if root.is_file() else corpus_files(root, skipped):
            try:
                found = load_file(file, parsed)
            except AssistantError as error:
                skipped.append(error)
                continue
            for document in found:
                if (document.id, document.language) in documents:
                    skipped.append(AssistantError("document_duplicate", path=file, document=document.id))
                else:
                    documents[document.id, document.language] = document
    if not documents:
        raise skipped[0] if skipped else AssistantError("corpus_empty", path=paths[0] if paths else "")
    whole = _described(list(documents.values()), manifests)
    digest = hashlib.sha256(repr(whole).encode("utf-8", "surrogatepass"))
    return Corpus(tuple(whole), tuple(skipped), digest.hexdigest())


def by_source(documents: Iterable[Document]) -> dict[str, list[Document]]:
    """`Document.source` -> the documents that were made of it."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(document.source, []).append(document)
    return found


def load_file(path: Path, parsed: dict[str, list[Document]] | None = None) -> list[Document]:
    """The documents of one file (a ``.jsonl`` may hold several); AssistantError when it can't be read.

    ``parsed`` has what was made of files before, `by_source`.
    """
    if path.suffix.lower() not in FORMATS:
        raise AssistantError("document_format", path=path, formats=" ".join(FORMATS))
    content = read_content(path)
    digest = hashlib.sha256(f"{_RULES}\0{path.parent.name}/{path.name}\0".encode("utf-8", "surrogateescape") + content)
    source = digest.hexdigest()
    if parsed and source in parsed:
        return parsed[source]
    if path.suffix.lower() == ".jsonl":
        return [replace(document, source=source) for document in read_rows(path, decode(path, content))]
    raw = read_lines(path, content)
    document = _document(path, lay_out(raw), raw.title)
    return [replace(document, source=source)]


def find(documents: Sequence[Document], name: str) -> list[Document]:
    """The documents that ``name`` means: an id, a document symbol ("A/RES/78/265") or a resolution's number ("78/265").

    Full texts come before catalogue cards; a card is not among them where the full text is.
    """
    wanted = {name.strip().casefold(), symbol(name).casefold()}
    found = [item for item in documents if {item.id.casefold(), item.symbol.casefold()} & wanted]
    whole = [item for item in found if item.status != "card" or item.id.casefold() in wanted]
    return whole or found or [item for item in documents if item.id.removeprefix(CARD).casefold() in wanted]


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
            ours = name == "manifest.toml" or name.lower().startswith("readme.")
            if not ours and not name.startswith("."):
                yield Path(folder) / name


def _unreadable(error: OSError) -> AssistantError:
    return AssistantError("document_unreadable", path=error.filename, reason=error.strerror or error)


def _document(path: Path, layout: Layout, title: str) -> Document:
    """A text with the form of a resolution by its rules, any other by its own numbers; footnotes last."""
    notes = [Paragraph(f"FN{number}", note) for number, note in sorted(layout.notes.items())]
    if layout.head:
        own_title, paragraphs = parse_resolution(layout)
    else:
        paragraphs = parse_numbered(layout.blocks)
        own_title = paragraphs[0].heading or paragraphs[0].text if paragraphs else ""
        if layout.stars:
            stars = "\n".join(f"{mark} {note}" for mark, note in layout.stars.items())
            last = paragraphs.pop() if paragraphs else Paragraph("¶1", "")
            paragraphs.append(replace(last, text=f"{last.text}\n{stars}".strip()))
    paragraphs = [*lift_marks(paragraphs, set(layout.notes)), *notes]
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise AssistantError("document_empty", path=path)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    document_id, language = _name(path, text)
    first = [match[0] for line in text.split("\n")[:12] if (match := OWN_SYMBOL.search(line))]
    return Document(
        document_id,
        language,
        (own_title if layout.head else title or own_title)[:_TITLE_LENGTH],
        tuple(paragraphs),
        symbol=first[0] if layout.head and first else "",
    )


def _name(path: Path, text: str) -> tuple[str, Language]:
    """(document id, language) from the file's name; see the module's docstring."""
    if match := _UN_NAME.fullmatch(path.stem):
        code = match[2].lower()
        language = next((known for known in LANGUAGES if known == code), None)
        return match[1].replace("_", "/"), language or detect_language(text)[0]
    stem, _, suffix = path.stem.rpartition(".")
    for known in LANGUAGES:
        if path.stem == known:
            return path.parent.name, known
        if suffix == known and stem:
            return stem, known
    return path.stem, detect_language(text)[0]


def _described(documents: list[Document], manifests: Sequence[Manifest]) -> list[Document]:
    """The documents with status, name and cross references, and the cards of the catalogue behind them."""
    originals = {name: language for manifest in manifests for name, language in manifest.originals.items()}
    main = next((manifest.main for manifest in manifests if manifest.main), "")
    instruments = [instrument for manifest in manifests for instrument in manifest.instruments]
    alone = len({document.id for document in documents}) == 1 and not instruments
    described = []
    for document in documents:
        translated = originals.get(document.id, document.language) != document.language
        known_titles = titles(instruments, document.language)
        described.append(
            replace(
                document,
                status="translation" if translated else "original",
                name="" if alone or document.id == main else document.id,
                paragraphs=tuple(
                    replace(paragraph, references=find_references(paragraph.text, known_titles))
                    for paragraph in document.paragraphs
                ),
            )
        )
    return [*described, *cards(instruments)]
