"""A file to the documents in it.

A text's language is part of its file's name, so that translations of one document share an id: ``resolution/zh.txt``
or ``resolution.zh.txt`` is the document "resolution" in Chinese, and ``A_RES_78_265-EN.pdf``, as the UN names its
files, is A/RES/78/265 in English; else it is detected.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from assistant.documents.blocks import Block, Print
from assistant.documents.formats import FORMATS, decode, read_content, read_print
from assistant.documents.labels import article
from assistant.documents.layout import enacting_place
from assistant.documents.markers import OWN_SYMBOL
from assistant.documents.marks import lift_marks
from assistant.documents.masthead import read_masthead
from assistant.documents.numbering import Entry
from assistant.documents.outline import body, first_article, first_number
from assistant.documents.paragraph import Document, Note, Paragraph
from assistant.documents.rows import read_rows
from assistant.documents.sections import sections
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language
from assistant.text.divisions import heading_division

# Part of what names a parsed file, so that texts parsed by other rules are parsed anew. Raise it with the rules.
_RULES = 5
_UN_NAME = re.compile(r"([A-Z]{1,4}(?:_[A-Z0-9.]+(?:\([A-Z0-9]+\))?)+)-([A-Z]{2})")
_TITLE_LENGTH = 300
_PREAMBLE = re.compile(r"preamble|преамбула|序\s*言", re.IGNORECASE)
_DAY = r"(?:\d{1,2} [A-Z][a-z]+ \d{4}|\d{1,2} [а-я]+ \d{4} года|\d{4}年\d{1,2}月\d{1,2}日)"
_MEETING = r"(?:\d+(?:st|nd|rd|th) (?:plenary )?meeting|\d+-е (?:пленарное )?заседание,?|第\d+次(?:全体)?会议)"
# What stands below an adopted resolution: "63rd plenary meeting / 21 March 2024".
_ADOPTED = re.compile(rf"{_MEETING}(?:\s*{_DAY})?|{_DAY}(?:\s*{_MEETING})?")


def load_file(path: Path, parsed: dict[str, list[Document]] | None = None) -> list[Document]:
    """The documents of one file (a ``.jsonl`` may hold several); AssistantError when it can't be read.

    ``parsed`` has what was made of files before, `by_source`.
    """
    if path.suffix.lower() not in FORMATS:
        raise AssistantError("document_format", path=path, formats=" ".join(FORMATS))
    content = read_content(path)
    digest = hashlib.sha256(f"{_RULES}\0{path.parent.name}/{path.name}\0".encode("utf-8", "surrogateescape") + content)
    source = digest.hexdigest()
    rows = path.suffix.lower() == ".jsonl"
    if parsed and source in parsed:  # under the file's own id: a corpus may have given another
        return [item if rows else replace(item, id=_id(path)) for item in parsed[source]]
    if rows:
        return [replace(document, source=source) for document in read_rows(path, decode(path, content))]
    document = _document(path, read_print(path, content))
    return [replace(document, source=source)]


def by_source(documents: Iterable[Document]) -> dict[str, list[Document]]:
    """`Document.source` -> the documents that were made of it."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(document.source, []).append(document)
    return found


def _document(path: Path, printed: Print) -> Document:
    """The document under its numbers: HEAD has the masthead, what follows is by `assistant.documents.outline`."""
    clause = enacting_place([block.text for block in printed.blocks])
    begin = clause + 1 if clause >= 0 else _masthead_end(printed.blocks)
    head, rest = list(printed.blocks[:begin]), list(printed.blocks[begin:])
    below = [block for block in rest if _is_meeting(block) or OWN_SYMBOL.fullmatch(block.text.strip())]
    entries = body([block for block in rest if block not in below], enacted=clause >= 0)
    stars = [f"{mark} {note}" for mark, note in printed.notes.items() if mark.startswith("*")]
    said = [*(_lines(block) for block in head), *(_lines(block) for block in below), *stars]
    notes = {mark: note for mark, note in printed.notes.items() if not mark.startswith("*")}
    recognized = any(block.recognized for block in head)
    paragraphs = [Paragraph("HEAD", "\n".join(said), recognized=recognized)] if said else []
    paragraphs += [_paragraph(entry, notes) for entry in entries]
    if not any(paragraph.notes for paragraph in paragraphs):
        paragraphs = lift_marks(paragraphs, {int(mark) for mark in notes if mark.isdecimal()})
    paragraphs += [Paragraph(f"FN{mark}", note) for mark, note in notes.items() if mark.isdecimal()]
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise AssistantError("document_empty", path=path)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    masthead = read_masthead(head, [line for block in below for line in block.text.split("\n")])
    text_begins = next((part for part in paragraphs if part.id != "HEAD"), paragraphs[0])
    above = " ".join(takewhile(lambda line: not heading_division(line), text_begins.heading.split("\n")))
    title = masthead.title or printed.title or masthead.symbol or above or text_begins.heading or text_begins.text
    fields = {**vars(masthead), "title": " ".join(title.split())[:_TITLE_LENGTH]}
    fields["symbol"] = masthead.symbol or (_id(path) if _UN_NAME.fullmatch(path.stem) else "")
    return Document(
        _id(path),
        _language(path, text),
        paragraphs=tuple(paragraphs),
        sections=tuple(sections(entries)),
        unread=printed.unread,
        unseen=printed.unseen,
        **fields,
    )


def _lines(block: Block) -> str:
    """The lines of a masthead's block, without the asterisks of its notes."""
    return re.sub(r"(?<=\S)\s*\*+(?=\n|$)", "", block.text)


def _paragraph(entry: Entry, notes: dict[str, str]) -> Paragraph:
    marks = [Note(mark.offset, f"FN{mark.name}") for mark in entry.block.marks if mark.name in notes]
    return Paragraph(
        entry.id,
        entry.block.text,
        tuple(marks),
        entry.heading,
        below=entry.below,
        recognized=entry.block.recognized,
    )


def _masthead_end(blocks: Sequence[Block]) -> int:
    """Where the masthead of a text without an enacting clause ends: headings, and what stands beside the column."""
    if (
        preamble := next((n for n, block in enumerate(blocks[:12]) if _PREAMBLE.fullmatch(block.text.strip())), -1)
    ) >= 0:
        return preamble + 1
    for n, block in enumerate(blocks):
        beside = block.indent is not None and not -20 < block.indent < 150
        if not (block.table or beside or block.heading) or article(block.text):
            said = read_masthead(blocks[:n])
            begin = n if said.symbol or said.kind or said.session else 0
            break
    else:
        return 0
    number = first_number(blocks[begin:])
    if number < 1 or first_article(blocks) >= 0:
        return begin
    # A summary, or what a letter begins with, has no number of its own; headings above the first number are its.
    end = begin + number
    while end > begin and blocks[end - 1].heading:
        end -= 1
    return end


def _is_meeting(block: Block) -> bool:
    """Whether it is the meeting and the day of adoption that stand below a resolution."""
    return all(_ADOPTED.fullmatch(line.strip()) for line in block.text.split("\n"))


def _id(path: Path) -> str:
    """The document id from the file's name; see the module's docstring."""
    if match := _UN_NAME.fullmatch(path.stem):
        return match[1].replace("_", "/")
    if path.stem in LANGUAGES:
        return path.parent.name
    stem, _, suffix = path.stem.rpartition(".")
    return stem if stem and suffix in LANGUAGES else path.stem


def _language(path: Path, text: str) -> Language:
    """The language from the file's name, else the text's."""
    match = _UN_NAME.fullmatch(path.stem)
    said = match[2].lower() if match else path.stem.rpartition(".")[2]
    return next((known for known in LANGUAGES if known == said), None) or detect_language(text)[0]
