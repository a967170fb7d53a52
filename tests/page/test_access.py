"""Whether the page can be used by keyboard, is heard by a screen reader, and axe-core finds nothing against it."""

from importlib.resources import files

import pytest
from playwright.sync_api import expect

from assistant.languages import LANGUAGES
from tests.page.visits import ANSWERED, REFUSED, ask, serving, visiting

pytestmark = pytest.mark.browser

OTHER = "The General Assembly,\n\n1. Requests States to build a centre;\n\n2. Requests a report."
FOUND = """axe.run(document, {resultTypes: ["violations"]}).then(({violations}) => violations.flatMap(
    ({id, nodes}) => nodes.map(({target, failureSummary}) => [id, target.join(" "), failureSummary])))"""
# What is said in the region for screen readers, each time that it changes.
LISTEN = """() => {
    window.read = [];
    new MutationObserver(() => {
        const said = document.querySelector("#heard")?.textContent;
        if (said && said !== window.read.at(-1)) window.read.push(said);
    }).observe(document.body, {childList: true, subtree: true});
}"""


@pytest.fixture(scope="module")
def axe():
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed: pip install -e '.[test]'")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    home = tmp_path_factory.mktemp("access")
    (home / "library").mkdir()
    (home / "library" / "other.en.txt").write_text(OTHER, encoding="utf-8")
    with serving(home, library_dir=home / "library") as (_, url):
        yield url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "size"), [("ru", (1280, 844)), ("zh", (390, 844))])
def test_axe_finds_nothing(browser, address, axe, language, size, scheme):
    with visiting(browser, address, language, size=size, scheme=scheme) as page:
        page.evaluate(axe)
        assert page.evaluate(FOUND) == []
        ask(page, ANSWERED[language])
        page.click("#chat details.cited > summary")
        assert page.evaluate(FOUND) == []
        ask(page, REFUSED[language])
        assert page.evaluate(FOUND) == []
        page.click("#tasks [aria-controls=documents]")
        page.click("#kept summary")
        assert page.evaluate(FOUND) == []
        page.click("#chat article a.citation >> visible=true >> nth=0")
        page.wait_for_selector("#reader article.here")
        assert page.evaluate(FOUND) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "size"), [("en", (1280, 844)), ("zh", (390, 844))])
@pytest.mark.parametrize("view", ["brief", "compare", "acts"])
def test_axe_finds_nothing_in_sheets(browser, address, axe, view, language, size, scheme):
    query = f"?view={view}&document=resolution&with=other&language=en"
    with visiting(browser, address, language, size=size, scheme=scheme, query=query) as page:
        page.wait_for_selector("#reader .sheet h2")
        page.evaluate(axe)
        assert page.evaluate(FOUND) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_heard_once_when_it_is_whole(browser, address, language):
    with visiting(browser, address, language) as page:
        page.evaluate(LISTEN)
        ask(page, ANSWERED[language])
        expect(page.locator("#heard")).to_have_attribute("lang", language)
        ask(page, REFUSED[language])
        answers = page.eval_on_selector_all("#chat .answer", "all => all.map(one => one.textContent)")
        assert page.evaluate("window.read") == answers
        assert page.get_attribute("#chat [role=log]", "aria-live") == "off"
        assert page.locator("#heard").get_attribute("role") == "status"
        page.fill("#question textarea", "   ")
        page.press("#question textarea", "Enter")
        page.wait_for_function("window.read.length === 3")


def test_controls_are_reached_by_keyboard_and_show_that_they_have_the_focus(browser, address):
    with visiting(browser, address) as page:
        ask(page, ANSWERED["en"])
        page.focus("#language input >> nth=0")
        reached = []
        for _ in range(25):
            reached.append(
                page.evaluate(
                    """() => {
                        const one = document.activeElement, box = one.closest("label") ?? one;
                        const shown = [one, box, one.parentElement, one.closest(".block") ?? one].some((it) => {
                            const style = getComputedStyle(it);
                            return style.outlineStyle !== "none" || style.boxShadow !== "none";
                        });
                        return [one.closest("[id]")?.id || one.name || one.tagName, shown];
                    }"""
                )
            )
            page.keyboard.press("Tab")
        assert [name for name, shown in reached if not shown] == []
        assert {name for name, _ in reached} >= {"language", "chat", "send", "clear"}


@pytest.mark.parametrize("pressed", ["#send", ".example >> nth=0"])
def test_a_button_that_is_pressed_and_gone_does_not_drop_the_focus(browser, address, pressed):
    with visiting(browser, address) as page:
        page.fill("#question textarea", ANSWERED["en"])
        page.keyboard.press("Tab")  # what is then focused is focused by keyboard
        page.focus(pressed)
        page.keyboard.press("Enter")
        page.wait_for_selector("#chat .answer")
        page.wait_for_selector("#send:not([disabled])")
        assert page.evaluate("document.activeElement.matches('#question textarea')")
