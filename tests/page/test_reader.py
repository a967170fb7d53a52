"""The text beside the conversation in a real Chromium, and the way there from an answer; a stand-in for the model."""

import pytest

from assistant import Assistant, Settings
from assistant.index.building import build_index
from assistant.library import additions
from assistant.library.corpus import load_corpus
from assistant.page.serving import launch
from tests.conftest import ROOT, ScriptedEngine, WordEmbedder
from tests.page.visits import free_port, opening

pytestmark = pytest.mark.browser

QUESTION = "Where is the initiative to establish a regional centre?"
LAKE = "How deep is Lake Karakul in Tajikistan?"
MARKUP = "<img src=x onerror=alert(1)> <b>bold</b> [a](javascript:alert(1)) $$x^2$$ \\(y\\)"
SOON = 20_000  # ms


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The page over the resolution, a charter that it names, and a text on a lake with markup in it."""
    home = tmp_path_factory.mktemp("reader")
    port = free_port()
    settings = Settings(index_dir=home / "index", library_dir=home / "library", port=port)
    for name, text in (
        ("charter.en.txt", "Article 1\n\nThe purposes of the United Nations are peace."),
        ("lake.en.txt", f"1. Lake Karakul lies in Tajikistan and is 236 metres deep.\n\n2. It is salty. {MARKUP}"),
    ):
        (home / name).write_text(text, encoding="utf-8")
        additions.add([home / name], settings)
    build_index(settings, WordEmbedder(), additions.corpus_sources(settings))
    engine = ScriptedEngine(lambda asked: "It is 236 metres deep." if "Karakul" in asked else "In Dushanbe.")
    assistant = Assistant(settings, embedder=WordEmbedder(), engine=engine)
    assistant.__dict__["_kind"] = lambda _: "fact"
    served, url = launch(assistant)
    yield url
    served.close(verbose=False)


@pytest.fixture
def opened(browser, address):
    """A function that opens the page at an address, in a browser of ``locale`` and ``width``."""
    with opening(browser, SOON) as visit:

        def open_page(query="", locale="en-GB", width=1280):
            page = visit(f"{address}{query}", locale, width)
            page.wait_for_selector("#question textarea", state="attached")
            page.wait_for_selector(f"#reader .tools[lang={locale[:2]}]", state="attached")
            return page

        yield open_page


def _ask(page, question=QUESTION, answers=1):
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_function("n => document.querySelectorAll('#chat details.cited').length === n", arg=answers)
    page.wait_for_selector("#send:not([disabled])")


def _marked(page, name="quotation"):
    return page.eval_on_selector_all(f"#reader mark.{name}", "all => all.map(one => one.textContent)")


def _focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.textContent")


def _in_sight(page, selector):
    """Whether the beginning of an element can be seen, and nothing stands over it."""
    return page.evaluate(
        """selector => {
            const [place] = document.querySelector(selector).getClientRects(); // of a link over two lines the first
            const there = document.elementFromPoint(place.left + 6, place.top + 6);
            return place.top >= 0 && place.top < innerHeight && there?.closest(selector) !== null;
        }""",
        selector,
    )


@pytest.mark.parametrize(
    ("locale", "find", "status"),
    [
        ("zh-CN", "在文本中查找", "原文"),
        ("ru-RU", "Найти в тексте", "рабочий перевод, не официальный текст"),
        ("en-GB", "Find in the text", "working translation, not official"),
    ],
)
def test_the_whole_text_is_there_before_anything_is_asked(opened, locale, find, status):
    page = opened(locale=locale)
    page.wait_for_selector(f"#reader input[placeholder='{find}']")
    assert status in page.inner_text("#reader .status >> nth=0")
    language = locale[:2]
    (document,) = [item for item in load_corpus(ROOT / "corpus").documents[:3] if item.language == language]
    shown = page.inner_text("#reader .text")
    assert all(item.text[:40].split("\n")[0] in shown for item in document.paragraphs)


def test_any_two_of_three_languages_stand_side_by_side(opened):
    page = opened()
    for language, beside in (("ru", "en"), ("zh", "ru"), ("en", "zh")):
        page.select_option("#reader select[name=language]", language)
        page.wait_for_selector(f"#reader #OP3 .columns > [lang={language}]:first-child")
        page.select_option("#reader select[name=beside]", beside)
        page.wait_for_selector(f"#reader #OP3 .columns > [lang={beside}]:last-child")
        left, right = (
            page.eval_on_selector(
                f"#reader #OP3 .columns > [lang={code}]", "one => one.getBoundingClientRect().toJSON()"
            )
            for code in (language, beside)
        )
        assert (left["top"], left["right"] < right["left"]) == (right["top"], True)
        assert f"language={language}&beside={beside}" in page.url
    page.select_option("#reader select[name=beside]", "none")
    page.wait_for_function("document.querySelectorAll('#reader #OP3 .columns > div').length === 1")


def test_another_text_is_chosen_and_gone_back_from(opened):
    page = opened()
    page.select_option("#reader select[name=document]", "lake")
    page.wait_for_selector("#reader article >> text=236 metres deep")
    assert page.url.endswith("/?document=lake")  # its language is the page's, as long as none is chosen
    page.go_back()
    page.wait_for_selector("#reader #OP3")
    page.select_option("#reader select[name=document]", "charter")
    page.wait_for_selector("#reader article >> text=are peace")
    page.reload()
    page.wait_for_selector("#reader article >> text=are peace")


def test_an_address_opens_at_its_paragraph(opened):
    page = opened("?document=resolution&language=ru#OP3", locale="zh-CN")
    page.wait_for_selector("#reader #OP3.here")
    page.wait_for_function("document.activeElement.id === 'OP3'")
    assert _in_sight(page, "#OP3")
    # Labels are the page's, and the text is in its own language.
    page.wait_for_selector("#OP3 .label:has-text('执行部分第3段')")
    assert "в Душанбе" in page.inner_text("#OP3 [lang=ru]")
    page.click("#language label:has-text('English')")
    page.wait_for_selector("#OP3 .label:has-text('operative para. 3')")
    assert page.url.endswith("/?document=resolution&language=ru#OP3")


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_from_an_answer_to_the_marked_words_is_one_key_or_click(opened, way):
    page = opened()
    _ask(page)
    link = page.locator("#chat .answer a.citation")
    assert link.inner_text() == "[operative para. 3]"
    link.click() if way == "click" else link.press("Enter")
    page.wait_for_selector("#OP3.here mark.quotation")
    (words,) = _marked(page)
    assert "regional artificial intelligence centre in Dushanbe" in words
    assert words in page.inner_text("#chat .answer")
    assert _in_sight(page, "#OP3.here mark.quotation")
    assert _focused(page) == "OP3"
    assert "杜尚别" in page.inner_text("#OP3 [lang=zh]")  # the original beside a translation
    assert page.url.endswith("/?document=resolution&language=en#OP3")
    page.keyboard.press("Escape")
    assert _focused(page) == "[operative para. 3]"
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader .back:visible")
    page.click("#reader .back")
    assert _focused(page) == "[operative para. 3]"
    page.reload()
    page.wait_for_selector("#OP3.here mark.quotation")


def test_each_answer_keeps_its_own_evidence(opened):
    page = opened()
    _ask(page)
    _ask(page, LAKE, 2)
    folded = page.locator("#chat details.cited")
    assert folded.evaluate_all("all => all.map(one => one.open)") == [False, False]
    for place, words in enumerate(("in Dushanbe", "236 metres deep")):
        folded.nth(place).locator("> summary").click()
        card = folded.nth(place).locator("article.cited")
        assert words in card.inner_text()
        card.locator("a.citation").click()
        page.wait_for_selector(f"#reader article.here:has-text('{words}') mark.quotation")
    assert "杜尚别" in folded.nth(0).locator("article.cited").inner_text()
    assert folded.nth(0).locator("details article").count() > 0
    assert page.locator("#chat [aria-label*=class]").count() == 0  # no HTML is read aloud


def test_words_are_found_wherever_they_stand(opened):
    page = opened("?document=resolution&language=en&beside=zh")
    box = "#reader input[name=find]"

    def counted(said):
        page.wait_for_function("said => document.querySelector('#reader output').textContent === said", arg=said)

    page.fill(box, "CENTRAL  asia")
    page.press(box, "Enter")
    found = len(_marked(page, "found"))
    assert found > 10
    counted(f"1 / {found}")
    for key in ("Enter", "Enter", "Shift+Enter"):
        page.press(box, key)
    counted(f"2 / {found}")
    for key in ("Shift+Enter", "Shift+Enter"):
        page.press(box, key)
    counted(f"{found} / {found}")
    assert _in_sight(page, "mark.now")
    for button in (".next", ".previous"):
        page.click(f"#reader {button}")
    counted(f"{found} / {found}")
    page.fill(box, "龘")
    counted("not found")
    page.fill(box, "人工智能")
    page.wait_for_selector("mark.found:has-text('人工智能')")
    assert set(_marked(page, "found")) == {"人工智能"}
    page.fill(box, "resolution 70/1 of")  # over a link
    counted("1 / 1")
    assert "".join(_marked(page, "found")) == "resolution 70/1 of"
    page.fill(box, "no such words")
    counted("not found")
    page.press(box, "Escape")
    counted("")
    assert (page.input_value(box), _marked(page, "found")) == ("", [])
    assert "resolution 70/1 of" in page.inner_text("#PP2")


def test_references_and_footnotes_lead_on(opened):
    page = opened("?document=resolution&language=en&beside=none")
    away = page.locator("#FN2 .columns a")
    assert (away.get_attribute("href"), away.get_attribute("target")) == ("https://docs.un.org/en/A/C.2/59/3", "_blank")
    page.click("#PP1 sup a")
    page.wait_for_selector("#FN1.here")
    assert _focused(page) == "FN1"
    page.click("#FN1 .label a >> nth=1")
    page.wait_for_selector("#PP1.here")
    page.click("#PP1 a:has-text('Charter')")
    page.wait_for_selector("#reader article >> text=are peace")
    page.click("#reader .contents summary")
    page.click("#reader .contents ol ol a >> nth=0")
    page.wait_for_selector("#reader article.here")


def test_markup_in_a_text_is_text(opened):
    page = opened("?document=lake&language=en")
    page.wait_for_selector("#reader article >> text=<b>bold</b> [a](javascript:alert(1)) $$x^2$$")
    _ask(page, "Is Lake Karakul salty, and how deep is it?")
    page.click("#chat details.cited > summary")
    assert "$$x^2$$" in page.text_content("#chat")
    assert page.locator("#chat img, #chat .katex, #reader img, a[href^=javascript]").count() == 0


def test_an_unknown_text_is_one_line(opened):
    page = opened("?document=%3Cimg src=x onerror=alert(1)%3E", locale="ru-RU")
    assert page.inner_text("#reader .missing") == "Текста «<img src=x onerror=alert(1)>» в библиотеке нет."


def test_on_a_phone_the_text_opens_over_the_conversation_and_there_is_a_way_back(opened):
    page = opened(width=390)
    assert page.is_hidden("#reader")
    page.click("#views button >> nth=1")
    assert page.is_visible("#reader") and page.is_hidden("#chat")
    page.click("#views button >> nth=0")
    _ask(page)
    page.click("#chat .answer a.citation")
    page.wait_for_selector("#OP3.here mark.quotation")
    assert page.is_hidden("#chat")
    assert _in_sight(page, "#OP3.here .label")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.click("#reader .back")
    assert _focused(page) == "[operative para. 3]"
    assert _in_sight(page, "#chat .answer a.citation")


def test_a_text_that_does_not_come_is_a_line(opened):
    page = opened(locale="ru-RU")
    page.wait_for_selector("#reader input[placeholder='Найти в тексте']")
    page.route("**/text?*", lambda route: route.abort())
    page.select_option("#reader select[name=document]", "lake")
    page.wait_for_selector("#reader .missing:has-text('Не удалось получить текст')")
    page.unroute("**/text?*")
    page.go_back()
    page.wait_for_selector("#reader #OP3")
