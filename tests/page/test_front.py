"""The languages of the page: none of Gradio's own English is left, and each text says which language it is in."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from assistant.languages import LANGUAGES
from assistant.messages import text
from tests.page.visits import ANSWERED, REFUSED, ask, serving, visiting

pytestmark = pytest.mark.browser

# All that is said, with the language that it is said to be in: [said, lang].
SAID = """() => {
    const said = [["title", document.title, document.documentElement.lang]];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.nodeType === 3 ? node.parentElement : node;
        if (element.closest("script, style, noscript")) continue;
        const lang = element.closest("[lang]").lang;
        if (node.nodeType === 3) said.push(["text", node.data.trim(), lang]);
        else for (const name of ["title", "aria-label", "aria-description", "placeholder", "alt"])
            if (node.hasAttribute(name)) said.push([name, node.getAttribute(name), lang]);
    }
    return said.filter(([, words]) => words);
}"""
_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_SYMBOLS = re.compile(
    r"\[?[A-Z]+(/[A-Z0-9.]+)+\]?|resolution|[IVX]+|\.(?:txt|md|html?|docx|pdf|jsonl)|Word|Markdown|(?<=, )English"
)


def english(page):
    """What is in Latin letters, in a place that is not said to be in English, but symbols and ids of documents."""
    return [
        (kind, words)
        for kind, words, lang in page.evaluate(SAID)
        if lang != "en" and _ENGLISH.search(_SYMBOLS.sub("", words))
    ]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("front")) as (_, url):
        yield url


def _in_page_language(page, language):
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page).to_have_title(text("page_title", language))


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_no_english_is_left_when_asking(browser, address, language):
    with visiting(browser, address, language) as page:
        _in_page_language(page, language)
        page.wait_for_selector(f"#send:text('{text('page_send', language)}')")
        assert english(page) == []
        ask(page, ANSWERED[language])
        page.click("#chat details.cited > summary")
        assert english(page) == []
        ask(page, REFUSED[language])
        assert english(page) == []
        page.fill("#question textarea", "   ")
        page.press("#question textarea", "Enter")
        page.wait_for_selector(f"#chat :text('{text('question_empty', language)}')")
        assert english(page) == []


def test_all_follows_when_the_reader_changes_the_pages_language(browser, address):
    with visiting(browser, address, "de-DE") as page:
        _in_page_language(page, "en")
        ask(page, ANSWERED["en"])
        for language in ("ru", "zh", "en"):
            page.click(f"#language label[lang={language}]")
            _in_page_language(page, language)
            page.wait_for_selector(f"#send:text('{text('page_send', language)}')")
            assert page.get_attribute("#chat [role=log]", "aria-label") == text("page_chat", language)
            if language != "en":
                assert english(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_is_in_the_readers_language_before_anything_has_started(browser, address, language):
    with visiting(browser, address, language) as page:
        reply = page.request.get(address, headers={"Accept-Language": f"{language},de;q=0.5"}).text()
    assert re.search(r'<html\s+lang="(\w+)"', reply)[1] == language
    assert f"<title>{text('page_title', language)}</title>" in reply
    assert "og:image" not in reply and "twitter:" not in reply


def test_the_server_speaks_the_language_that_was_chosen_from_the_first_on(browser, address):
    with visiting(browser, address, "ru") as page:
        page.click("#language label[lang=zh]")
        page.wait_for_selector(f"#send:text('{text('page_send', 'zh')}')")
        assert re.search(r'<html\s+lang="(\w+)"', page.request.get(address).text())[1] == "zh"


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_gradios_pages_about_itself_stay_shut(browser, address, language):
    with visiting(browser, address, language, query="?view=settings&document=resolution") as page:
        assert page.url.endswith("/?document=resolution")
        assert english(page) == []


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Quel est le rôle de l’intelligence artificielle dans cette résolution ?", "ru"),
        ("Wo soll das regionale Zentrum für künstliche Intelligenz gegründet werden und wer ist dafür?", "zh"),
        ("Де буде створено регіональний центр штучного інтелекту?", "en"),
    ],
)
def test_another_language_is_answered_in_the_pages_with_a_line_that_says_so(browser, address, question, language):
    with visiting(browser, address, language) as page:
        _in_page_language(page, language)
        ask(page, question)
        assert page.get_attribute("#chat .answer", "lang") == language
        assert text("language_nearest", language) in page.inner_text("#chat")
        assert page.get_attribute("#chat [data-testid=user] [lang]", "lang") == ""  # which it is, is not known


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_a_server_that_is_gone_is_told_in_the_readers_language(browser, tmp_path, language):
    with serving(tmp_path) as (served, url), visiting(browser, url, language) as page:
        _in_page_language(page, language)
        served.close(verbose=False)
        page.fill("#question textarea", ANSWERED[language])
        page.press("#question textarea", "Enter")
        page.wait_for_selector(f"[data-testid=toast-body] :text('{text('page_lost_more', language)}')")
        assert english(page) == []
        assert page.get_attribute("[data-testid=toast-close]", "aria-label") == text("page_close", language)


def _replied(reply, route):
    route.fulfill(**reply)


@pytest.mark.parametrize("language", ["zh", "ru"])
@pytest.mark.parametrize(
    ("status", "detail", "said"),
    [(503, "Queue is full. Max size is 20 and size is 20.", "line_full"), (500, "Something broke", "page_failed")],
)
def test_a_full_queue_and_what_is_not_known_are_told_in_the_readers_language(
    browser, address, language, status, detail, said
):
    with visiting(browser, address, language) as page:
        page.route("**/queue/join*", partial(_replied, {"status": status, "json": {"detail": detail}}))
        page.fill("#question textarea", ANSWERED[language])
        page.press("#question textarea", "Enter")
        page.wait_for_selector(f"[data-testid=toast-text]:has-text('{text(said, language)}')")
        assert english(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_that_asks_for_the_password_is_in_the_readers_language(browser, tmp_path, language):
    field = "input[type=password]"
    with serving(tmp_path, password="right") as (_, url), visiting(browser, url, language, ready=field) as page:
        _in_page_language(page, language)
        expect(page.locator(f".auth :lang({language})")).to_have_text(text("page_password", language))
        page.fill("input[type=text]", "reader")
        page.fill(field, "wrong")
        page.press(field, "Enter")
        page.wait_for_selector(f".creds:text('{text('page_wrong_password', language)}')")
        expect(page.locator("h2")).to_have_text(text("page_sign_in", language))
        if language != "en":
            assert [words for words in english(page) if words[1] != text("page_password", "en")] == []
