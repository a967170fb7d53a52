"""PDF files to paragraphs and footnotes, by where and how large they are printed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.documents.blocks import Print
from assistant.documents.pdf.glyphs import Run, page_runs
from assistant.documents.pdf.lines import page_lines
from assistant.documents.pdf.pages import read_pages
from assistant.documents.pdf.paragraphs import paragraphs
from assistant.errors import AssistantError

_STAMP = 150  # characters of a page up to which they may be a stamp's
_FILLED = 0.5  # of a page: what is no illustration


def read_pdf(path: Path, content: bytes) -> Print:
    """The paragraphs and footnotes of all pages that have text; AssistantError where all are pictures."""
    import pypdfium2 as pdfium

    try:
        opened = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if b"/Encrypt" in content and "password" in str(error).lower():
            raise AssistantError("document_encrypted", path=path) from None
        raise
    try:
        runs, heights, unread = [], [], []
        for number in range(len(opened)):
            page = opened[number]
            runs.append(page_runs(page))
            heights.append(page.get_height())
            if _is_picture(page, runs[-1]):
                unread.append(number + 1)
    finally:
        opened.close()
    if unread and not any(runs):
        raise AssistantError("document_scanned", path=path, page=unread[0])
    read = read_pages(list(zip(heights, page_lines(runs), strict=True)))
    return Print(tuple(paragraphs(read.body, read.height)), read.notes, unread=tuple(unread))


def _is_picture(page: Any, runs: Sequence[Run]) -> bool:
    """Whether the page shows a picture and has no text, or no more than a stamp on a picture that fills it."""
    import pypdfium2.raw as raw

    if sum(len(run.text) for run in runs) > _STAMP:
        return False
    width, height = page.get_size()
    for item in page.get_objects():
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            if not runs or (right - left) * (top - bottom) > _FILLED * width * height:
                return True
    return False
