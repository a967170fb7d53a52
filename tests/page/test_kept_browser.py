"""Conversations that a browser keeps, in a real Chromium; a stand-in for the model."""

import json

import pytest

from assistant import Assistant, Settings
from assistant.index.building import build_index
from assistant.library import additions
from assistant.page.serving import launch
from tests.conftest import BlockedEngine, WordEmbedder
from tests.page.visits import free_port, opening

pytestmark = pytest.mark.browser

QUESTIONS = {
    "zh-CN": "区域人工智能中心将设在哪里？",
    "ru-RU": "Где предлагается создать региональный центр искусственного интеллекта?",
    "en-GB": "Where is the initiative to establish a regional centre?",
}
QUESTION = QUESTIONS["en-GB"]
SOON = 20_000  # ms


class Served:
    """The page on one port, which can be stopped and started."""

    def __init__(self, index, **settings):
        port = free_port()
        self.settings = Settings(index_dir=index, port=port, **settings)
        build_index(self.settings, WordEmbedder(), additions.corpus_sources(self.settings))
        self.start()

    def start(self):
        self.engine = BlockedEngine("In Dushanbe.")
        self.engine.go_on.set()
        assistant = Assistant(self.settings, embedder=WordEmbedder(), engine=self.engine)
        assistant.__dict__["_kind"] = lambda _: "fact"
        self.page, self.address = launch(assistant)

    def stop(self):
        self.engine.go_on.set()
        self.page.close(verbose=False)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    server = Served(tmp_path_factory.mktemp("kept"))
    yield server
    server.stop()


@pytest.fixture
def opened(browser, served):
    """A function that opens the page in a browser of its own, or in another tab of ``beside``."""
    served.engine.go_on.set()
    with opening(browser, SOON) as visit:

        def open_page(locale="en-GB", beside=None, width=1280):
            page = visit(served.address, locale, width, beside)
            page.wait_for_selector(f"#kept .kept:lang({locale[:2]})", state="attached")
            page.wait_for_selector(f"#reader .tools[lang={locale[:2]}]", state="attached")
            return page

        yield open_page
        served.engine.go_on.set()


def _ask(page, question=QUESTION, answers=1):
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    _answered(page, answers)


def _answered(page, answers=1):
    page.wait_for_function("n => document.querySelectorAll('#chat .answer').length === n", arg=answers)
    page.wait_for_selector("#send:not([disabled])")


def _said(page):
    return page.eval_on_selector_all("#chat .answer", "all => all.map(one => one.innerText)")


def _listed(page):
    return page.eval_on_selector_all("#kept .open", "all => all.map(one => one.textContent)")


@pytest.mark.parametrize("locale", QUESTIONS)
def test_a_conversation_is_there_after_a_reload_and_a_restart_and_goes_on(opened, served, locale):
    page = opened(locale)
    _ask(page, QUESTIONS[locale])
    said = _said(page)
    page.reload()
    _answered(page)
    assert _said(page) == said
    assert page.inner_text("#chat .user.message") == QUESTIONS[locale]
    served.stop()
    served.start()
    page.reload()
    _answered(page)
    assert _said(page) == said
    page.click("#chat .answer a.citation")
    page.wait_for_selector("#reader article.here mark.quotation")
    _ask(page, QUESTIONS[locale], 2)
    assert _said(page) == said * 2
    page.click("#kept summary")
    assert _listed(page) == [QUESTIONS[locale]]


def test_language_choices_and_what_is_typed_are_there_again(opened):
    page = opened("ru-RU")
    page.click("#language label:has-text('中文')")
    page.wait_for_selector("#send:has-text('提问')")
    page.fill("#question textarea", "half a question")
    page.reload()
    page.wait_for_selector("#send:has-text('提问')")
    page.wait_for_function("document.querySelector('#question textarea').value === 'half a question'")
    assert page.is_checked("#language label:has-text('中文') input")


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("zh-CN", "问题已放回输入框"),
        ("ru-RU", "Вопрос снова стоит в поле ввода"),
        ("en-GB", "The question stands in the box again"),
    ],
)
@pytest.mark.parametrize("restarted", [False, True])
def test_a_reload_in_the_middle_of_an_answer_loses_no_question(opened, served, locale, line, restarted):
    question = QUESTIONS[locale]
    page = opened(locale)
    _ask(page, question)
    served.engine.go_on.clear()
    page.fill("#question textarea", question + "?")
    page.press("#question textarea", "Enter")
    page.wait_for_function("document.querySelectorAll('#chat .user.message').length === 2")
    page.wait_for_selector("#send[disabled]")
    page.wait_for_function('Object.values(localStorage).some(one => one.includes(\'"state":"asked"\'))')
    if restarted:
        served.stop()
        served.start()
    page.reload()
    _answered(page)
    page.wait_for_selector(f"#reason p:has-text('{line}')")
    assert page.input_value("#question textarea") == question + "?"
    served.engine.go_on.set()
    page.press("#question textarea", "Enter")
    _answered(page, 2)
    assert page.locator("#reason p").count() == 0


def test_two_tabs_keep_their_own_and_show_each_others(opened):
    first = opened()
    second = opened(beside=first)
    _ask(first)
    _ask(second, "Which centre is in Dushanbe?")
    _ask(first, "And who is to establish the regional centre?", 2)
    for page in (first, second):
        page.click("#kept summary")
        page.wait_for_function("document.querySelectorAll('#kept li').length === 2")
        assert sorted(_listed(page)) == sorted([QUESTION, "Which centre is in Dushanbe?"])
    second.click(f"#kept .open:has-text('{QUESTION}')")
    _answered(second, 2)
    assert _said(second) == _said(first)
    # Both go on with the same one: neither's question is lost.
    _ask(first, "Where is it to be?", 3)
    _ask(second, "Where is the centre?", 3)
    first.reload()
    _answered(first, 4)


def test_a_conversation_is_named_deleted_and_brought_back_by_keys(opened):
    page = opened()
    _ask(page)
    page.click("#clear")
    page.wait_for_selector("#chat .answer", state="detached")
    _ask(page, "Which centre is in Dushanbe?")
    page.focus("#kept summary")
    page.keyboard.press("Enter")
    page.focus("#kept li:last-child .rename")
    page.keyboard.press("Enter")
    page.keyboard.type("<b>Centre</b>")
    page.keyboard.press("Enter")
    page.wait_for_selector("#kept .open:text-is('<b>Centre</b>')")
    assert page.evaluate("document.activeElement.textContent") == "<b>Centre</b>"
    page.focus("#kept li:first-child .delete")
    page.keyboard.press("Enter")
    page.wait_for_selector("#chat .answer", state="detached")
    assert _listed(page) == ["<b>Centre</b>"]
    page.focus("#notice .undo")
    page.keyboard.press("Enter")
    _answered(page)
    assert len(_listed(page)) == 2
    page.focus("#kept .open:text-is('<b>Centre</b>')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#chat .answer:has-text('In Dushanbe')")
    page.wait_for_function(
        "question => document.querySelector('#chat .user.message').innerText === question", arg=QUESTION
    )


@pytest.mark.parametrize(
    ("locale", "line"),
    [("zh-CN", "问题过长"), ("ru-RU", "Вопрос слишком длинный"), ("en-GB", "The question is too long")],
)
def test_a_question_that_is_too_long_stays_in_the_box(opened, locale, line):
    page = opened(locale)
    asked = "我 я i " * 1000
    page.fill("#question textarea", asked)
    page.click("#send")
    page.wait_for_selector(f"#reason [role=alert]:has-text('{line}')")
    assert "2000" in page.inner_text("#reason")
    assert page.input_value("#question textarea") == asked
    assert page.locator("#chat .message").count() == 0
    _ask(page, QUESTIONS[locale])
    assert page.locator("#reason p").count() == 0


@pytest.mark.parametrize(("locale", "said"), [("zh-CN", "新答案"), ("ru-RU", "Новый ответ"), ("en-GB", "New answer")])
def test_who_has_scrolled_up_is_told_of_the_answer_and_taken_there(opened, served, locale, said):
    page = opened(locale)
    for answers in range(1, 4):
        _ask(page, QUESTIONS[locale], answers)
    assert page.is_hidden("#notice .arrival")
    page.eval_on_selector_all("#chat details", "all => all.forEach(one => one.open = true)")
    served.engine.go_on.clear()
    page.fill("#question textarea", QUESTIONS[locale])
    page.press("#question textarea", "Enter")
    page.wait_for_function("document.querySelectorAll('#chat .user.message').length === 4")
    page.wait_for_selector("#chat details.nearest")
    assert served.engine.blocked.wait(20)
    page.wait_for_timeout(1000)  # until the page has followed the paragraphs down
    page.hover("#chat .user.message >> nth=0", force=True)
    page.mouse.wheel(0, -9000)
    page.wait_for_function("document.querySelector('#chat .bubble-wrap').scrollTop < 100")
    served.engine.go_on.set()
    page.wait_for_selector(f"#notice .arrival:has-text('{said}')")
    page.focus("#notice .arrival")
    page.keyboard.press("Enter")
    page.wait_for_selector("#notice .arrival", state="hidden")
    assert page.evaluate("document.activeElement.matches('#chat .bot.message')")
    top, bottom = page.evaluate(
        "(() => { const all = [...document.querySelectorAll('#chat .answer')].at(-1).getBoundingClientRect();"
        "const box = document.querySelector('#chat .bubble-wrap').getBoundingClientRect();"
        "return [all.top - box.top, box.bottom - all.top]; })()"
    )
    assert top > -5 and bottom > 20


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        '{"id": 3}',
        "null",
        json.dumps({"id": "ID", "name": "n", "changed": 1, "texts": [], "exchanges": [{"answer": "<img src=x>"}]}),
    ],
)
def test_a_broken_store_is_dropped_with_a_line(opened, broken):
    page = opened()
    page.evaluate(
        """broken => {
            localStorage.setItem("conversation.0123456789", broken.replace("ID", "0123456789"));
            sessionStorage.setItem("conversation", "0123456789");
        }""",
        broken,
    )
    page.reload()
    page.wait_for_selector(":is(#notice, #reason) p:has-text('could not be read and was dropped')")
    _ask(page)
    assert page.locator("#chat img").count() == 0


def test_markup_that_was_written_into_the_store_is_text(opened):
    page = opened()
    _ask(page)
    page.evaluate(
        """() => {
            const key = Object.keys(localStorage).find(one => one.startsWith("conversation."));
            const evil = "<img src=x onerror=alert(1)>\\"'><script>alert(2)</script>";
            const kept = JSON.parse(localStorage.getItem(key)), answer = kept.exchanges[0].answer;
            kept.name = kept.exchanges[0].asked = answer.text = answer.note = answer.standalone = evil;
            for (const one of [...answer.citations, ...answer.evidence])
                Object.assign(one, { label: evil, document: evil, paragraph: evil, text: evil, quote: evil });
            localStorage.setItem(key, JSON.stringify(kept));
        }"""
    )
    page.reload()
    page.wait_for_selector("#chat .answer:has-text('<script>alert(2)</script>')")
    page.click("#kept summary")
    assert page.locator("#chat img, #kept img, #chat script, #kept script").count() == 0


def test_at_most_fifty_are_kept_and_that_is_said(opened):
    page = opened()
    page.evaluate(
        """() => {
            for (let n = 10; n < 60; n++)
                localStorage.setItem(`conversation.0123456${n}`, JSON.stringify(
                    { id: `0123456${n}`, name: `Number ${n}`, changed: n, texts: [], exchanges: [] }));
        }"""
    )
    _ask(page)
    page.wait_for_selector("#notice p:has-text('at most 50 are kept')")
    page.click("#kept summary")
    assert len(_listed(page)) == 50
    assert "Number 10" not in _listed(page) and _listed(page)[0] == QUESTION


def test_stop_and_ask_keeps_both(opened, served):
    page = opened()
    served.engine.go_on.clear()
    page.fill("#question textarea", QUESTION)
    page.press("#question textarea", "Enter")
    assert served.engine.blocked.wait(20)
    page.wait_for_selector("#stop:not([disabled])")
    page.click("#stop")
    page.fill("#question textarea", "Which centre is in Dushanbe?")
    page.press("#question textarea", "Enter")
    served.engine.go_on.set()
    _answered(page)
    page.reload()
    _answered(page)
    assert page.eval_on_selector_all("#chat .user.message", "all => all.map(one => one.innerText)") == [
        QUESTION,
        "Which centre is in Dushanbe?",
    ]
    assert "Stopped" in page.inner_text("#chat")


def test_a_conversation_keeps_the_texts_that_it_is_answered_from(opened):
    page = opened()
    _ask(page)
    page.wait_for_function("() => JSON.parse(localStorage.choices ?? '{}').texts")  # what follows an answer is done
    page.evaluate(
        """() => {
            kept.texts(["resolution"]);
            localStorage.setItem("choices", JSON.stringify({ texts: ["another"] }));
        }"""
    )
    page.reload()
    _answered(page)
    _ask(page, answers=2)
    assert page.evaluate("kept.shown().texts") == ["resolution"]


def test_a_chosen_text_that_is_gone_fails_one_question(opened):
    page = opened()
    _ask(page)
    page.wait_for_function("() => JSON.parse(localStorage.choices ?? '{}').texts")  # what follows an answer is done
    page.evaluate("kept.texts(['gone'])")
    page.reload()
    _answered(page)
    page.fill("#question textarea", QUESTION)
    page.press("#question textarea", "Enter")
    page.wait_for_selector("#chat :text('gone')")
    page.wait_for_function("() => kept.shown().texts.length === 0")
    page.reload()
    _answered(page)
    _ask(page, answers=2)
