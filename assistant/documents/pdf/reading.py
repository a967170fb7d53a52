"""PDF files to paragraphs and footnotes, by where and how large they are printed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import pi
from pathlib import Path
from typing import Any

from assistant.documents.blocks import Print
from assistant.documents.pdf.glyphs import Run, page_runs
from assistant.documents.pdf.lines import page_lines
from assistant.documents.pdf.pages import read_pages
from assistant.documents.pdf.paragraphs import paragraphs
from assistant.errors import AssistantError

_STAMP = 150  # characters of a page up to which they may be a stamp's
_SAMPLED = 60  # characters of a page
_TITLE = 1.35  # of the height of the body
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
        runs, heights, unread, unseen = [], [], [], []
        for number, page in enumerate(_pages(opened), 1):
            written = page_runs(page)
            shown = [run for run in written if run.visible]
            if is_picture(page, shown):
                shown = [run for run in written if run.height]  # with what text recognition has put behind the picture
            if is_picture(page, shown):
                unread.append(number)
            elif len(shown) < len(written):
                unseen.append(number)
            runs.append(shown)
            heights.append(page.get_height())
    finally:
        opened.close()
    if unread and not any(runs):
        raise AssistantError("document_scanned", path=path, page=unread[0])
    _make_even([run for page in runs for run in page if not run.visible])
    read = read_pages(list(zip(heights, page_lines(runs), strict=True)))
    return Print(tuple(paragraphs(read.body, read.height)), read.notes, unread=tuple(unread), unseen=tuple(unseen))


def _pages(opened: Any) -> Iterator[Any]:
    """The pages, what is filled in in a form printed on them, each with its text upright."""
    filled = bool(opened.get_formtype())
    if filled:
        opened.init_forms()
    for number in range(len(opened)):
        page = opened[number]
        if (filled and page.flatten()) | _turned_upright(page):
            page.close()
            page = opened[number]
        yield page


def _turned_upright(page: Any) -> bool:
    """Turn a page of which most text runs up or down, as wide tables are printed; to be read it is opened again."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    count = raw.FPDFText_CountChars(text.raw)
    places = range(0, count, max(1, count // _SAMPLED))
    turns = Counter(round(raw.FPDFText_GetCharAngle(text.raw, n) / (pi / 2)) % 4 for n in places)
    text.close()
    turn = max(turns, key=turns.__getitem__, default=0)
    width, height = page.get_size()
    matrix = {1: (0, 1, -1, 0, height, 0), 3: (0, -1, 1, 0, 0, width), 2: (-1, 0, 0, -1, width, height)}.get(turn)
    if matrix:  # counterclockwise for text that runs down (1), clockwise for what runs up (3)
        raw.FPDFPage_TransFormWithClip(page, raw.FS_MATRIX(*matrix), None)
        page.set_mediabox(0, 0, *((width, height) if turn == 2 else (height, width)))
    return matrix is not None


def _make_even(runs: Sequence[Run]) -> None:
    """Give ``runs``, which were recognised in pictures, one height, titles aside: it is guessed line by line."""
    heights = Counter[float]()
    for run in runs:
        heights[round(run.height)] += len(run.text)
    usual = float(max(heights, key=heights.__getitem__, default=0))
    for run in runs:
        run.height = run.height if run.height > _TITLE * usual else usual


def is_picture(page: Any, runs: Sequence[Run]) -> bool:
    """Whether ``page``, whose `page_runs` are ``runs``, shows a picture and has no text, or no more than a stamp on a
    picture that fills it.
    """
    import pypdfium2.raw as raw

    if sum(len(run.text) for run in runs) > _STAMP or not all(run.visible for run in runs):
        return False
    width, height = page.get_size()
    for item in page.get_objects():
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            if not runs or (right - left) * (top - bottom) > _FILLED * width * height:
                return True
    return False
