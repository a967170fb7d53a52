"""Pictures of text, read by Tesseract where it is installed."""

import io
import shutil

import pytest

from assistant.commands import program
from assistant.documents.doubts import Recognized, Unread, doubts
from assistant.documents.pdf.recognition import with_text
from assistant.errors import AssistantError
from tests.conftest import load_document

needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")

TEXT = ["The General Assembly,", "Recalling its resolution 78/265,", "1. Decides to build a centre in Almaty;"]
RUSSIAN = ["Генеральная Ассамблея,", "ссылаясь на свою резолюцию 78/265,", "1. постановляет создать центр в Алматы;"]


def _scan(pages):
    """A PDF whose pages are pictures of lines, or have them as text where the page is a tuple."""
    from PIL import Image, ImageDraw, ImageFont
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    content = io.BytesIO()
    canvas = Canvas(content, pagesize=(595, 842))
    for lines in pages:
        if isinstance(lines, tuple):
            for n, line in enumerate(lines):
                canvas.drawString(72, 740 - 40 * n, line)
        else:
            picture = Image.new("L", (1240, 1754), "white")
            font = ImageFont.truetype("DejaVuSans.ttf", 30)
            for n, line in enumerate(lines):
                ImageDraw.Draw(picture).text((200, 200 + 90 * n), line, "black", font)
            canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


@pytest.fixture
def scan(tmp_path):
    """Makes a scanned PDF; skips where the font for it is missing."""

    def make(name, pages):
        try:
            (tmp_path / name).write_bytes(_scan(pages))
        except OSError:
            pytest.skip("no DejaVu font is installed")
        return tmp_path / name

    return make


@pytest.mark.model
@needs_tesseract
@pytest.mark.parametrize(("language", "lines"), [("en", TEXT), ("ru", RUSSIAN)])
def test_a_scan_has_its_paragraphs(scan, language, lines):
    file = scan(f"a.{language}.pdf", [lines])
    with pytest.raises(AssistantError) as caught:
        load_document(file)
    assert caught.value.key == "document_scanned"

    file.write_bytes(with_text(file, file.read_bytes()))
    document = load_document(file)
    assert [part.id for part in document.paragraphs] == ["HEAD", "PP1", "OP1"]
    assert document["OP1"].text == lines[-1][3:]
    assert {document.status_of(part) for part in document.paragraphs} == {"recognized"}


@pytest.mark.model
@needs_tesseract
def test_a_page_that_is_a_picture_is_recognised_and_told(scan):
    pages = [tuple(TEXT), ["2. Requests the Secretary-General to report;"]]
    file = scan("a.en.pdf", pages)
    assert doubts(load_document(file)) == [Unread((2,))]
    file.write_bytes(with_text(file, file.read_bytes()))
    document = load_document(file)
    assert [part.id for part in document.paragraphs if part.recognized] == ["OP2"]
    assert doubts(document) == [Recognized(1)]


def test_a_file_without_pictures_stays_as_it_is(tmp_path, scan):
    file = scan("a.en.pdf", [tuple(TEXT)])
    assert with_text(file, file.read_bytes()) == file.read_bytes()


@pytest.mark.parametrize(("program_", "key"), [("nowhere", "ocr_missing"), ("tesseract", "ocr_language")])
def test_what_is_missing_is_named(scan, monkeypatch, program_, key):
    pytesseract = pytest.importorskip("pytesseract")
    if key == "ocr_missing":
        monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", program_)
    elif not shutil.which("tesseract"):
        pytest.skip("Tesseract is not installed")
    monkeypatch.setattr(pytesseract, "get_languages", lambda: [])
    file = scan("a.en.pdf", [TEXT])
    with pytest.raises(AssistantError) as caught:
        with_text(file, file.read_bytes())
    assert caught.value.key == key


@pytest.mark.model
@needs_tesseract
def test_a_file_with_pictures_is_replaced_once_they_are_recognised(scan, tmp_path, monkeypatch, capsys):
    """Through the door that users have."""
    file = scan("a.en.pdf", [tuple(TEXT), ["2. Requests the Secretary-General to report;"]])
    monkeypatch.setattr("assistant.commands.corpus._update_index", lambda *_: None)
    where = ["--corpus", str(tmp_path / "corpus"), "--index", str(tmp_path / "index")]
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "zh.txt").write_text("各国加强合作。", encoding="utf-8")
    for options, told in ([], "left out: 2."), (["--ocr"], "misread: 1."):
        with pytest.raises(SystemExit) as ended:
            program.main(["corpus", "add", str(file), *options, *where])
        assert not ended.value.code
        assert told in capsys.readouterr().err
