"""How the page looks: all of it on a first screen, its own icon, and nothing wider than a phone."""

import pytest

from assistant.languages import LANGUAGES
from assistant.messages import text
from tests.page.visits import ANSWERED, ask, serving, visiting

pytestmark = pytest.mark.browser

PARTS = ("#title h1", "#language", "#question textarea", "#send", "#stop", "#clear", "#reader", "#disclaimer")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("looks")) as (_, url):
        yield url


def _below(page, selector):
    box = page.locator(selector).bounding_box()
    return round(box["y"] + box["height"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_is_whole_before_and_behind_an_answer(browser, address, language):
    with visiting(browser, address, language, size=(1024, 768)) as page:
        page.wait_for_selector(f"#send:text('{text('page_send', language)}')")
        assert {part: _below(page, part) for part in PARTS if _below(page, part) > 768} == {}
        ask(page, ANSWERED[language])
        assert {part: _below(page, part) for part in (*PARTS, "#chat") if _below(page, part) > 768} == {}
        # It is read from its question on.
        page.wait_for_function("""() => {
            const top = (selector) => document.querySelector(selector).getBoundingClientRect().top;
            return top("#chat .user.message") >= top("#chat .bubble-wrap");
        }""")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_shows_the_page_as_wide_as_it_is(browser, address, language):
    with visiting(browser, address, language, size=(390, 844)) as page:
        ask(page, ANSWERED[language])
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert page.locator("#chat").bounding_box()["height"] > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_disclaimer_is_in_the_pages_language_with_the_others_folded_beside_it(browser, address, language):
    with visiting(browser, address, language) as page:
        said = {code: text("disclaimer", code) for code in LANGUAGES}
        assert page.inner_text("#disclaimer .own").strip() == said[language]
        page.click("#disclaimer summary")
        shown = page.inner_text("#disclaimer details")
        assert [code for code in LANGUAGES if said[code] in shown] == [code for code in LANGUAGES if code != language]
        icon = page.get_attribute("link[rel=icon]", "href")
        assert icon.startswith("data:image/svg+xml,")
        assert page.evaluate(
            "src => { const one = new Image(); one.src = src; return one.decode().then(() => true) }", icon
        )
