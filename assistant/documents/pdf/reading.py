"""PDF files to paragraphs and footnotes, by where and how large they are printed."""

from pathlib import Path
from typing import Any

from assistant.documents.blocks import Print
from assistant.documents.pdf.glyphs import page_runs
from assistant.documents.pdf.lines import page_lines
from assistant.documents.pdf.pages import read_pages
from assistant.documents.pdf.paragraphs import paragraphs
from assistant.errors import AssistantError


def read_pdf(path: Path, content: bytes) -> Print:
    """The paragraphs and footnotes of all pages. AssistantError names a page that is only a picture."""
    import pypdfium2 as pdfium

    try:
        opened = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if b"/Encrypt" in content and "password" in str(error).lower():
            raise AssistantError("document_encrypted", path=path) from None
        raise
    try:
        pages = []
        for number in range(len(opened)):
            page = opened[number]
            lines = page_lines(page_runs(page), number)
            if not lines and _is_picture(page):
                raise AssistantError("document_scanned", path=path, page=number + 1)
            pages.append((page.get_height(), lines))
    finally:
        opened.close()
    read = read_pages(pages)
    return Print(tuple(paragraphs(read.body, read.height)), read.notes)


def _is_picture(page: Any) -> bool:
    import pypdfium2.raw as raw

    return any(item.type == raw.FPDF_PAGEOBJ_IMAGE for item in page.get_objects())
