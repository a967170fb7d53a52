"""A file to the documents in it.

A text's language is part of its file's name, so that translations of one document share an id: ``resolution/zh.txt``
or ``resolution.zh.txt`` is the document "resolution" in Chinese, and ``A_RES_78_265-EN.pdf``, as the UN names its
files, is A/RES/78/265 in English; else it is detected.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from assistant.documents.formats import FORMATS, decode, read_content, read_lines
from assistant.documents.layout import Layout, lay_out
from assistant.documents.markers import OWN_SYMBOL
from assistant.documents.numbering import parse_numbered
from assistant.documents.paragraph import Document, Paragraph
from assistant.documents.resolution import lift_marks, parse_resolution
from assistant.documents.rows import read_rows
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language

# Part of what names a parsed file, so that texts parsed by other rules are parsed anew. Raise it with the rules.
_RULES = 1
_UN_NAME = re.compile(r"([A-Z]{1,4}(?:_[A-Z0-9.]+(?:\([A-Z0-9]+\))?)+)-([A-Z]{2})")
_TITLE_LENGTH = 300


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


def by_source(documents: Iterable[Document]) -> dict[str, list[Document]]:
    """`Document.source` -> the documents that were made of it."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(document.source, []).append(document)
    return found


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
