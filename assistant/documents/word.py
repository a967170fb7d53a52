"""Word files to the lines of their text, as a reader sees them: numbered, changes accepted, hidden text left out.

Our own walk over what python-docx opens. Of the libraries that do more, docx2python loses non-breaking hyphens and has
moved text twice, mammoth has lists without their labels, and both show hidden text.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.documents.blocks import Mark
from assistant.documents.characters import plain, raised
from assistant.documents.layout import Line, Raw, join, table
from assistant.documents.word_numbers import Numbers
from assistant.errors import AssistantError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WIDEST = 2**20 * 200  # bytes unpacked
# What is not there once changes are accepted, is there a second time, or is no text of the paragraph.
_LEFT_OUT = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "txbxContent", "instrText")} | {f"{_MC}Fallback"}
_HIDDEN = ("vanish", "strike", "dstrike")
_PLAIN = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}


def read_word(path: Path, content: bytes) -> Raw:
    """Paragraphs, tables and notes of a Word file, checked before anything in it is unpacked."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):  # an OLE file: one with a password, or of Word before 2007
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise AssistantError("document_encrypted" if encrypted else "document_old_word", path=path)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _WIDEST:
            raise AssistantError("document_bomb", path=path)
        if any(entry.filename.startswith(("/", "\\")) or ".." in entry.filename for entry in archive.infolist()):
            raise AssistantError("document_unreadable", path=path, reason="unsafe file names inside")
        if any(entry.filename.endswith("vbaProject.bin") for entry in archive.infolist()):
            raise AssistantError("document_macros", path=path)
    import docx

    opened = docx.Document(io.BytesIO(content))
    reader = _Reader(opened)
    lines = [*reader.head(), *reader.lines(opened.element.body)]
    return Raw(tuple(lines), whole=True, title=opened.core_properties.title or "", notes=reader.notes())


class _Reader:
    """Reads the parts of one file; notes are counted as they are met."""

    def __init__(self, opened: Any) -> None:
        self._opened = opened
        self._numbers = Numbers(opened)
        self._headings = {
            style.style_id for style in opened.styles if (style.name or "").startswith(("Heading", "Title"))
        }
        self._held: tuple[str, tuple[Mark, ...]] = ("", ())
        self._noted: list[tuple[str, str]] = []  # the kind and id of each note that has a mark in the text

    def head(self) -> list[Line]:
        """What the first page's header says: there the UN has the body and the symbol."""
        section = self._opened.sections[0]
        header = section.first_page_header if section.different_first_page_header_footer else section.header
        lines: list[Line] = []
        for element in header._element:
            if element.tag == f"{_W}tbl":
                lines += [Line(" | ".join(filter(None, row))) for row in self._rows(element) if any(row)]
            elif element.tag == f"{_W}p" and (text := self._text(element)[0]):
                lines.append(Line(text))
        return lines

    def lines(self, parent: Any) -> Iterator[Line]:
        """The paragraphs and tables of ``parent``, those in content controls and text boxes with them."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                headed = element.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is not None
                yield from table(self._rows(element), headed)
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo", f"{_W}customXml"):
                yield from self.lines(element)

    def notes(self) -> tuple[tuple[str, str], ...]:
        """The notes that have a mark in the text, numbered as their marks are."""
        found: dict[tuple[str, str], str] = {}
        for relation in self._opened.part.rels.values():
            kind = relation.reltype.rsplit("/", 1)[-1].removesuffix("s")
            if kind in ("footnote", "endnote") and not relation.is_external:
                for note in _parsed(relation.target_part.blob).iter(f"{_W}{kind}"):
                    texts = (self._text(paragraph)[0] for paragraph in note.iter(f"{_W}p"))
                    found[kind, note.get(f"{_W}id")] = " ".join(filter(None, texts))
        return tuple((str(n), found.get(name, "")) for n, name in enumerate(self._noted, 1))

    def _paragraph(self, element: Any) -> Iterator[Line]:
        text, marks = self._text(element)
        before, held = self._held
        text, marks = before + text, (*held, *(Mark(mark.offset + len(before), mark.name) for mark in marks))
        if any(element.find(f"{_W}pPr/{_W}rPr/{_W}{change}") is not None for change in ("del", "moveFrom")):
            self._held = text and f"{text} ", marks  # its end is deleted: it goes on in the next one
            return
        self._held = "", ()
        label = self._numbers.label(element)
        if text and label:
            marks = tuple(Mark(mark.offset + len(label) + 1, mark.name) for mark in marks)
            text = f"{label} {text}"
        if text:
            style = element.find(f"{_W}pPr/{_W}pStyle")
            named = "" if style is None else style.get(f"{_W}val")
            heading = named in self._headings
            yield Line(text, heading=heading, style=named if heading else "", marks=marks)
        for box in element.iter(f"{_W}txbxContent"):
            if not any(parent.tag == f"{_MC}Fallback" for parent in box.iterancestors()):
                yield from self.lines(box)

    def _text(self, element: Any) -> tuple[str, tuple[Mark, ...]]:
        pieces: list[str] = []
        marks: list[Mark] = []
        for node in _seen(element):
            kind = node.tag.removeprefix(_W) if isinstance(node.tag, str) else ""
            if kind == "t":
                said = node.text or ""
                figures = said.isdecimal() and _is_raised(node.getparent())
                pieces.append(raised(said, "".join(pieces)) if figures else said)
            elif kind in _PLAIN:
                pieces.append(_PLAIN[kind])
            elif kind == "sym":
                code = int(node.get(f"{_W}char", "0"), 16)
                pieces.append(chr(code - 0xF000 if code >= 0xF000 else code))
            elif kind in ("footnoteReference", "endnoteReference"):
                self._noted.append((kind.removesuffix("Reference"), node.get(f"{_W}id")))
                marks.append(Mark(len(join([plain("".join(pieces))])), str(len(self._noted))))
        said = plain("".join(pieces))
        return join([said]) if marks else " ".join(said.split()), tuple(marks)

    def _rows(self, element: Any) -> Iterator[Sequence[str]]:
        """The rows of a table, a cell that spans columns once; a table in a cell is a part of its text."""
        for row in element.iter(f"{_W}tr"):
            if next(row.iterancestors(f"{_W}tbl")) is element:
                cells = (cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row)
                yield [" ".join(filter(None, (self._text(part)[0] for part in cell.iter(f"{_W}p")))) for cell in cells]


def _seen(element: Any) -> Iterator[Any]:
    """What is below ``element`` and a reader sees."""
    for child in element:
        if child.tag in _LEFT_OUT or (child.tag == f"{_W}r" and _hidden(child)):
            continue
        yield child
        yield from _seen(child)


def _is_raised(run: Any) -> bool:
    style = run.find(f"{_W}rPr/{_W}vertAlign")
    return style is not None and style.get(f"{_W}val") == "superscript"


def _hidden(run: Any) -> bool:
    properties = run.find(f"{_W}rPr")
    found = (properties.find(f"{_W}{name}") for name in _HIDDEN) if properties is not None else ()
    return any(item is not None and item.get(f"{_W}val") not in ("0", "false", "off") for item in found)


def _parsed(blob: bytes) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(blob)
