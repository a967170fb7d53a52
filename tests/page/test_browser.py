"""The page in a real Chromium, with the real models, started the way the README says."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.page.visits import free_port

pytestmark = [pytest.mark.browser, pytest.mark.model]

LOADED = 300_000  # ms: the first start writes the models out
ANSWERED = 60_000


@pytest.fixture(scope="module")
def address(real_settings):
    port = free_port()
    command = [sys.executable, "app.py", "--port", str(port), "--index", str(real_settings.index_dir)]
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        line = next(line for line in server.stderr if "http://" in line)
        yield line[line.index("http://") :].strip()
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def page(browser, address):
    context = browser.new_context(locale="ru-RU", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.requests, page.problems = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("dialog", lambda dialog: (page.problems.append(dialog.message), dialog.dismiss()))
    page.goto(address)
    page.wait_for_selector("#question textarea")
    yield page
    assert page.problems == []
    context.close()


def _ask(page, question):
    page.fill("#question textarea", question)
    page.click("#send")


def test_the_page_speaks_the_browsers_language_and_changes_it(page):
    page.wait_for_selector("text=Вопросы к резолюции")
    page.click("#language label:has-text('中文')")
    page.wait_for_selector("text=决议问答助手")
    assert page.inner_text("#send") == "提问"
    page.click("#language label:has-text('English')")
    page.wait_for_selector("text=Ask the resolution")
    for words in ("未经联合国核准", "не был одобрен", "has not been approved"):
        assert words in page.text_content("#disclaimer")


def test_nothing_is_fetched_from_elsewhere(page, address):
    page.wait_for_selector("text=Вопросы к резолюции")
    assert [url for url in page.requests if not url.startswith((address, "data:", "blob:"))] == []


@pytest.mark.parametrize(
    ("question", "city", "label"),
    [
        ("区域人工智能中心将设在哪里？", "杜尚别", "执行部分第3段"),
        (
            "Где предлагается создать региональный центр искусственного интеллекта?",
            "Душанбе",
            "пункт 3 постановляющей части",
        ),
        (
            "Where is the regional artificial intelligence centre to be set up?",
            "Dushanbe",
            "operative para. 3",
        ),
    ],
)
def test_an_answer_with_the_cited_paragraph_beside_it(page, question, city, label):
    _ask(page, question)
    page.click("#chat details.cited > summary", timeout=LOADED)
    cited = page.wait_for_selector("#chat article.cited")
    assert cited.query_selector("header").inner_text().startswith(label)
    assert city in cited.inner_text()
    assert city in page.inner_text("#chat .answer")
    assert page.input_value("#question textarea") == ""
    page.click("#chat .answer a.citation")
    opened = page.wait_for_selector("#reader article.here")
    assert page.inner_text("#reader article.here .label").strip()
    assert city in opened.inner_text()
    assert city in "".join(page.eval_on_selector_all("mark.quotation", "all => all.map(one => one.textContent)"))


def test_the_nearest_paragraphs_leave_a_refusal_in_sight(page):
    _ask(page, "How do I bake bread?")
    page.wait_for_selector("#chat article >> nth=3", timeout=LOADED)
    page.wait_for_selector("#send:not([disabled])")
    page.click("#chat article a.citation >> nth=0")
    page.wait_for_selector("#reader article.here")


def test_an_example_question_answers(page):
    page.click(".example:has-text('Какие страны')")
    page.wait_for_selector("#chat details.cited", timeout=LOADED)
    assert "Казахстан" in page.inner_text("#chat")


def test_markup_in_a_question_is_text(page):
    _ask(page, "<img src=x onerror=alert(1)> <b>Where</b> is the regional artificial intelligence centre?")
    page.wait_for_selector("#chat >> text=<b>Where</b>", timeout=ANSWERED)
    assert page.query_selector("#chat img[src=x]") is None


def test_a_blank_question_is_answered_with_a_line(page):
    _ask(page, "   ")
    page.wait_for_selector("text=Вопрос пуст", timeout=ANSWERED)


def test_stopping_leaves_no_unchecked_text(page):
    _ask(page, "What is the international conference in Ashgabat about?")  # written by the model, and not at once
    page.wait_for_selector("#chat article", timeout=LOADED)
    page.click("#stop")
    page.wait_for_selector("text=/Stopped|operative|no answer/", timeout=ANSWERED)
    page.wait_for_selector("#send:not([disabled])")
    assert "▌" not in page.inner_text("#chat")
    _ask(page, "Where is the regional artificial intelligence centre to be set up?")
    page.wait_for_selector("#chat details.cited", timeout=ANSWERED)
