"""PDF files to the lines of their text, by where they stand on the page.

Our own code on top of pypdfium2: what is a running head, a footnote or an indent is said by the place alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.documents.layout import LEAST_REPEATED, Line, Raw, squeeze
from assistant.errors import AssistantError

_MARGIN = 0.1  # of a page's height, at its top and its foot
_INDENT = 4.0  # points by which a line begins further in than its neighbours
_Placed = tuple[str, float, float]  # text, left edge and baseline in points


def read_pdf(path: Path, content: bytes) -> Raw:
    """Lines of all pages; what repeats at the top or foot of the pages is a running head and goes.

    A line that begins further in than the text's margin keeps an indent. AssistantError names a page that is only a
    picture.
    """
    import pypdfium2 as pdfium

    try:
        opened = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        encrypted = b"/Encrypt" in content and "password" in str(error).lower()
        if encrypted:
            raise AssistantError("document_encrypted", path=path) from None
        raise
    try:
        pages = []
        for number in range(len(opened)):
            page = opened[number]
            lines = _page_lines(page)
            if lines:
                lines = _with_rule(page, lines)
            elif any(item.type == pdfium.raw.FPDF_PAGEOBJ_IMAGE for item in page.get_objects()):
                raise AssistantError("document_scanned", path=path, page=number + 1)
            pages.append((page.get_height(), lines))
        title = opened.get_metadata_dict().get("Title", "")
    finally:
        opened.close()
    kept = [line for lines in _without_running_heads(pages) for line in lines]
    return Raw(tuple(_indented(kept)), title=title)


def _page_lines(page: Any) -> list[_Placed]:
    """The lines of a page, in the order in which the file writes them.

    Characters are read one by one, since pdfium's own indices are those of `FPDFText_GetUnicode` and not of the string
    that it gives for a range.
    """
    import ctypes

    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    lines: list[_Placed] = []
    written: list[str] = []
    left = bottom = 0.0
    box = [ctypes.c_double() for _ in range(4)]

    def close() -> None:
        line = "".join(written).replace("\u0002", "-").replace("\ufffe", "-").rstrip()
        written.clear()
        if line.strip():
            lines.append((line.strip(), left, bottom))

    for index in range(text_page.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text_page, index))
        if character in "\r\n":
            close()
            continue
        if not written and not character.isspace():
            raw.FPDFText_GetCharBox(text_page, index, *(ctypes.byref(value) for value in box))
            left, bottom = box[0].value, box[2].value
        if written or not character.isspace():
            written.append(character)
    close()
    text_page.close()
    return lines


def _with_rule(page: Any, lines: list[_Placed]) -> list[_Placed]:
    """The lines with one of underscores where a short rule is drawn above footnotes in the lower part of the page."""
    import pypdfium2.raw as raw

    rules = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2):
        left, bottom, right, top = item.get_bounds()
        if top - bottom < 4 and 40 < right - left < page.get_width() / 2 and top < page.get_height() / 2:
            rules.append(top)
    for rule in rules:
        below = [n for n, line in enumerate(lines) if line[2] < rule]
        if below and re.match(r"(\*{1,3}|\d{1,2})\s", lines[below[0]][0]):
            lines = [*lines[: below[0]], ("_" * 10, lines[below[0]][1], rule), *lines[below[0] :]]
    return lines


def _without_running_heads(pages: list[tuple[float, list[_Placed]]]) -> list[list[_Placed]]:
    """The lines of pages of a height, without what stands in the margins of several pages.

    Left and right pages have the same words in another order, and other numbers. A document of two or three pages may
    have each running head once: what stood on the first page already is one as well.
    """
    first = squeeze("".join(line[0] for line in pages[0][1])) if pages else ""

    def shape(line: _Placed) -> str:
        return " ".join(sorted(re.sub(r"\d+", "0", line[0]).split()))

    def repeats_first(number: int, line: _Placed) -> bool:
        said = squeeze(line[0])
        return number > 0 and len(said) >= LEAST_REPEATED and said in first

    def in_margin(line: _Placed, height: float) -> bool:
        return not _MARGIN * height < line[2] < (1 - _MARGIN) * height

    if len(pages) < 2:
        return [lines for _, lines in pages]
    seen = Counter(
        line for height, lines in pages for line in {shape(line) for line in lines if in_margin(line, height)}
    )
    repeated = {line for line, count in seen.items() if count >= max(2, len(pages) // 2)}
    return [
        [
            line
            for line in lines
            if not (in_margin(line, height) and (shape(line) in repeated or repeats_first(number, line)))
        ]
        for number, (height, lines) in enumerate(pages)
    ]


def _indented(lines: list[_Placed]) -> Iterator[Line]:
    if not lines:
        return
    edges = Counter(round(left) for _, left, _ in lines)
    margin = min(left for left, count in edges.items() if count >= min(max(1, len(lines) // 20), max(edges.values())))
    for text, left, _ in lines:
        yield Line(f"  {text}" if left > margin + _INDENT else text)
