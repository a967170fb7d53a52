"""What is taken along: an answer with its references, a conversation as a file and on paper."""

import io
from datetime import date

import pytest
import requests
from docx import Document as WordFile
from pypdfium2 import PdfDocument

from assistant.answer import Answer, Citation
from assistant.documents import Document
from assistant.page.addresses import Shelf
from assistant.page.export import sheet
from assistant.page.kept import Conversation, Exchange
from assistant.page.references import references, references_html
from assistant.rendering import as_markdown
from tests.page.test_kept_browser import QUESTIONS, _ask, opened, served  # noqa: F401  (fixtures)

ID = "0123456789abcdef"
DISCLAIMERS = {"zh": "未经联合国核准", "ru": "не был одобрен", "en": "has not been approved"}


def _cited(status="translation", document="draft"):
    return Citation(document, "OP3", "operative para. 3", "A centre.", "en", status, 0.9, ((0, 5),))


def _document(**more):
    return Document(id="draft", language="en", title="A <title>", paragraphs=(), **more)


def _told(answer, shelf):
    return ["".join(run.text for run in runs) for runs in references(answer, shelf)]


@pytest.mark.parametrize(
    ("language", "status"),
    [
        ("zh", "工作译文，非正式文本"),
        ("ru", "рабочий перевод, не официальный текст"),
        ("en", "working translation, not official"),
    ],
)
def test_a_reference_has_paragraph_document_language_and_status(language, status):
    answer = Answer("?", "Here.", language, False, citations=(_cited(), _cited()))
    shelf = Shelf([_document(symbol="A/79/L.94", status="translation")])
    assert _told(answer, shelf) == [f"[operative para. 3] A/79/L.94, A <title> (English; {status})"]
    html = references_html(answer, shelf)
    assert '<span lang="en">A &lt;title&gt;</span>' in html
    assert DISCLAIMERS[language] in html


def test_what_is_official_says_so_and_what_is_gone_keeps_its_name():
    answer = Answer("?", "Here.", "en", False, citations=(_cited("original"),))
    assert _told(answer, Shelf([_document(symbol="A/RES/1")]))[0].endswith("(English; official text)")
    assert _told(answer, Shelf([_document()]))[0].endswith("(English; original)")
    assert _told(answer, Shelf(())) == ["[operative para. 3] draft (English; original)"]


@pytest.mark.parametrize("language", DISCLAIMERS)
def test_a_sheet_has_all_that_was_said_and_no_markup_of_its_own(language):
    answer = Answer(
        "?", "Here *it* is.\nAnd there.", "en", False, citations=(_cited(),), note="A note.", standalone="Q?"
    )
    exchanges = (
        Exchange(ID, "<b>Where?</b>", "en", "answered", "2026-01-02", answer=answer),
        Exchange(ID, "And?", "en", "stopped", said="(Stopped.)"),
        Exchange(ID, "Then?", "en"),
    )
    made = as_markdown(sheet(Conversation(ID, "A name", exchanges=exchanges), language, Shelf(()), date(2026, 1, 3)))
    for said in ("# A name", "2026-01-03", "2026-01-02", "\\<b\\>Where?", "Here \\*it\\* is.", "And there.", "A note."):
        assert said in made
    assert "(Stopped.)" in made and DISCLAIMERS[language] in made
    assert "- **\\[operative para. 3\\]** draft" in made


@pytest.mark.browser
@pytest.mark.parametrize("locale", QUESTIONS)
def test_a_conversation_is_saved_as_word_and_markdown(opened, locale, tmp_path):  # noqa: F811
    page = opened(locale)
    assert page.is_hidden("#kept .take")
    _ask(page, QUESTIONS[locale])
    said = page.inner_text("#chat .answer")
    files = {}
    for kind in ("docx", "md"):
        page.focus(f"#kept .take [data-format={kind}]")
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename.endswith(f".{kind}")
        files[kind] = download.value.path().read_bytes()
    word = "\n".join(paragraph.text for paragraph in WordFile(io.BytesIO(files["docx"])).paragraphs)
    for text in (word, files["md"].decode().replace("\\", "")):
        assert QUESTIONS[locale] in text
        assert said.split("[")[0].strip() in text
        assert "A/79/L.94" in text
        assert DISCLAIMERS[locale[:2]] in text


@pytest.mark.browser
@pytest.mark.parametrize("locale", QUESTIONS)
@pytest.mark.parametrize("secure", [True, False])
def test_an_answer_is_copied_with_references_as_text_and_as_rich_text(opened, locale, secure):  # noqa: F811
    page = opened(locale)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _ask(page, QUESTIONS[locale])
    if not secure:
        page.evaluate("Object.defineProperty(navigator.clipboard, 'write', { value: undefined })")
    page.focus("#chat .copy")
    page.keyboard.press("Enter")
    page.wait_for_selector("#chat .copy .done:visible")
    plain = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    rich = page.evaluate(
        "navigator.clipboard.read().then(all => all[0].getType('text/html')).then(blob => blob.text())"
    )
    said, cited, last = plain.split("\n\n")
    assert said == page.inner_text("#chat .answer")
    assert "A/79/L.94" in cited and cited.startswith("[")
    assert DISCLAIMERS[locale[:2]] in last
    for words in ("<strong", "A/79/L.94", "<li", f'lang="{locale[:2]}"'):
        assert words in rich
    assert "<a " not in rich and "<button" not in rich


@pytest.mark.browser
@pytest.mark.parametrize("locale", QUESTIONS)
def test_the_conversation_is_printed_with_its_references(opened, locale):  # noqa: F811
    page = opened(locale)
    page.emulate_media(media="print")
    assert page.is_visible("#reader #OP3") and page.is_hidden("#chat")
    page.emulate_media(media="screen")
    _ask(page, QUESTIONS[locale])
    assert page.is_hidden("#chat .references")
    page.emulate_media(media="print")
    for there in ("#chat .answer", "#chat .user.message", "#chat .references li", "#disclaimer"):
        assert page.is_visible(there), there
    for gone in ("#reader", "#question", "#send", "#kept", "#chat .tools", "#chat .evidence", "#language", "#notice"):
        assert page.is_hidden(gone), gone
    page.evaluate("document.body.dataset.print = 'text'")
    assert page.is_visible("#reader #OP3") and page.is_hidden("#chat")


@pytest.mark.parametrize("sent", ["", "{", '{"id": 1}', '{"id": "0123456789abcdef", "exchanges": [{}]}'])
def test_what_is_no_conversation_is_refused_with_a_line(served, sent):  # noqa: F811
    reply = requests.post(f"{served.address}export?format=docx&language=ru", data=sent, timeout=30)
    assert (reply.status_code, "не удалось прочитать" in reply.text) == (400, True)


@pytest.mark.browser
@pytest.mark.parametrize("locale", QUESTIONS)
def test_what_is_on_paper_is_what_was_read(opened, locale):  # noqa: F811
    page = opened(locale)
    _ask(page, QUESTIONS[locale])
    said = page.inner_text("#chat .answer").split("[")[0][:10].strip()
    page.click("#chat .answer a.citation")
    page.wait_for_selector("#reader article.here")
    page.evaluate("document.body.dataset.print = 'conversation'")
    assert said in _printed(page)  # a sheet of paper is narrower than a tablet
    page.evaluate("document.body.dataset.print = 'text'")
    assert page.inner_text("#reader #OP2 .columns > div")[:20].split("\n")[0] in _printed(page)


def _printed(page):
    pages = PdfDocument(page.pdf(prefer_css_page_size=True))
    return "".join(one.get_textpage().get_text_bounded() for one in pages).replace("\r\n", " ")
