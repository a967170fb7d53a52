"""Sheets as Word files (python-docx)."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.languages import Language
from assistant.rendering.sheet import Run, Sheet, Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FACE, _CHINESE_FACE = "Times New Roman", "SimSun"
_LOCALES: dict[Language, str] = {"zh": "zh-CN", "ru": "ru-RU", "en": "en-GB"}
_RED, _BLUE, _GREY = "A3202A", "14598F", "596273"
# Millimetres between the margins, and of the columns of a table.
_PAGE, _NAMES, _NARROW = 170.0, 46.0, 26.0
# Characters that XML has no place for.
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_docx(sheet: Sheet) -> bytes:
    """The file: A4, headings that Word lists, words marked with their language, for its spelling and fonts."""
    from docx import Document

    document = Document()
    _page(document, sheet)
    document.core_properties.title = _clean(sheet.title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.core_properties.language = _LOCALES[sheet.language]
    _add(document.add_heading(level=1), [Run(sheet.title)], sheet.language)
    for block in sheet.blocks:
        if isinstance(block, Table):
            _table(document, block, sheet.language)
        elif block.kind == "heading":
            _add(document.add_heading(level=2), block.runs, sheet.language)
        else:
            style = "List Bullet" if block.kind == "item" else None
            _add(document.add_paragraph(style=style), block.runs, sheet.language)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: "WordDocument", sheet: Sheet) -> None:
    """Paper, margins and faces."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    for name, size in (("Normal", 10), ("Heading 1", 15), ("Heading 2", 11.5), ("List Bullet", 10)):
        style: Any = document.styles[name]
        style.font.name, style.font.size = _FACE, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), _CHINESE_FACE)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.space_before = Pt(10 if name == "Heading 2" else 0)


def _table(document: "WordDocument", block: Table, language: Language) -> None:
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, block.head, strict=True):
        _add(cell.paragraphs[0], [Run(words, "strong")], language)
    _repeated(table.rows[0])
    table.autofit = False
    for row in block.rows:
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _add(cell.paragraphs[0], runs, language)
    for column, width in zip(table.columns, _widths(len(block.head)), strict=True):
        for cell in column.cells:
            cell.width = Mm(width)
    document.add_paragraph()


def _widths(columns: int) -> list[float]:
    """Of a page's 170 mm: the first column is of names, the second of text."""
    rest = [_NARROW] * (columns - 2)
    return [_NAMES, _PAGE - _NAMES - sum(rest), *rest] if columns > 1 else [_PAGE]


def _repeated(row: Any) -> None:
    """Have ``row`` printed above the table on each page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add(paragraph: Any, runs: Sequence[Run], language: Language) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for run in runs:
        added = paragraph.add_run(_clean(run.text))
        if run.mark == "strong":
            added.bold = True
        elif run.mark == "small":
            added.font.size, added.font.color.rgb = Pt(8.5), RGBColor.from_string(_GREY)
        elif run.mark == "deleted":
            added.font.strike, added.font.color.rgb = True, RGBColor.from_string(_RED)
        elif run.mark == "inserted":
            added.font.underline, added.font.color.rgb = True, RGBColor.from_string(_BLUE)
        spoken = run.language or language
        tag = OxmlElement("w:lang")
        tag.set(qn("w:eastAsia" if spoken == "zh" else "w:val"), _LOCALES[spoken])
        added._r.get_or_add_rPr().append(tag)


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
