"""Text recognition: a PDF whose pages are pictures of text to one with the text behind the pictures.

Tesseract reads the pictures, through pytesseract, where both are installed. What comes out is a PDF like another, so
that a file is recognised once, when it is added, and read again by `assistant.documents.pdf.reading` as often as need
be, without Tesseract.
"""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from assistant.documents.pdf.glyphs import page_runs
from assistant.errors import AssistantError

_DPI = 300  # what Tesseract's models were trained on
_POINTS = 72  # in an inch
_LARGEST = 40_000_000  # pixels of a page
# Tesseract's data by the script of a page; Latin letters and numbers stand in all.
_DATA = {"Latin": ("eng",), "Cyrillic": ("rus", "eng"), "Han": ("chi_sim", "eng"), "HanS": ("chi_sim", "eng")}
_ALL = ("eng", "rus", "chi_sim")


def with_text(path: Path, content: bytes, progress: Callable[[int, int], None] = lambda page, pages: None) -> bytes:
    """The PDF in ``content``, each page that is a picture with its text behind it; as it is where there is none.

    ``progress`` is told the page, from 1, and how many there are. AssistantError where Tesseract, its Python package or
    its data for a script that a page is in are missing.
    """
    import pypdfium2 as pdfium

    from assistant.documents.pdf.reading import is_picture

    source, made = pdfium.PdfDocument(content), pdfium.PdfDocument.new()
    read = 0
    try:
        for number in range(len(source)):
            page = source[number]
            progress(number + 1, len(source))
            if is_picture(page, page_runs(page)):
                recognised = _recognised(path, page)
                made.import_pages(recognised)
                recognised.close()
                read += 1
            else:
                made.import_pages(source, [number])
        written = io.BytesIO()
        made.save(written)
    finally:
        source.close()
        made.close()
    return written.getvalue() if read else content


def _recognised(path: Path, page: Any) -> Any:
    """A PDF of one page: the picture of ``page`` upright, and its text, each line as high as it is printed."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    tesseract = _tesseract(path)
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, (_LARGEST / (width * height)) ** 0.5)
    picture = page.render(scale=scale, grayscale=True).to_pil()
    try:
        seen = tesseract.image_to_osd(picture, output_type=tesseract.Output.DICT)
    except tesseract.TesseractError:  # too few characters to tell
        seen = {"rotate": 0, "script": ""}
    if seen["rotate"]:
        picture = picture.rotate(-seen["rotate"], expand=True)
    # A point for each pixel: Tesseract gives heights in whole points, which would not tell a footnote from the body.
    made = pdfium.PdfDocument(
        tesseract.image_to_pdf_or_hocr(
            _small(picture), lang=_data(path, tesseract, seen["script"]), config=f"--dpi {_POINTS}", extension="pdf"
        )
    )
    only = made[0]
    raw.FPDFPage_TransFormWithClip(only, raw.FS_MATRIX(1 / scale, 0, 0, 1 / scale, 0, 0), None)
    size = (0, 0, picture.width / scale, picture.height / scale)
    only.set_mediabox(*size)
    only.set_cropbox(*size)
    only.gen_content()
    only.close()
    return made


def _small(picture: Any) -> Any:
    """``picture`` as JPEG, as which it goes into the PDF: a fraction of its size as PNG."""
    from PIL import Image

    content = io.BytesIO()
    picture.save(content, "JPEG", quality=75)
    return Image.open(content)


def _tesseract(path: Path) -> Any:
    try:
        import pytesseract

        pytesseract.get_tesseract_version()
    except (ImportError, OSError, SystemExit):
        raise AssistantError("ocr_missing", path=path) from None
    return pytesseract


def _data(path: Path, tesseract: Any, script: str) -> str:
    """The names of the data for ``script``, all three languages' where it is not known."""
    installed = tesseract.get_languages()
    wanted: Sequence[str] = _DATA.get(script, tuple(name for name in _ALL if name in installed) or _ALL)
    if missing := [name for name in wanted if name not in installed]:
        raise AssistantError("ocr_language", path=path, data=", ".join(missing))
    return "+".join(wanted)
