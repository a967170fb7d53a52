"""Several readers at once, in a real Chromium; a stand-in for the model, so that it takes as long as the test says."""

import pytest

from assistant import Assistant, Settings
from assistant.page.serving import launch
from tests.conftest import BlockedEngine, WordEmbedder
from tests.page.visits import free_port

pytestmark = pytest.mark.browser

QUESTION = "Where is the initiative to establish a regional centre?"
SOON = 20_000  # ms


@pytest.fixture
def opened(browser, tmp_path):
    """A function that opens the page for one more reader, and the model that answers them."""
    engine = BlockedEngine("In Dushanbe.")
    port = free_port()
    settings = Settings(index_dir=tmp_path / "index", port=port)
    served, address = launch(Assistant(settings, embedder=WordEmbedder(), engine=engine))
    contexts = []

    def open_page():
        contexts.append(browser.new_context(locale="en-GB"))  # each has its own six connections to the server
        page = contexts[-1].new_page()
        page.set_default_timeout(SOON)
        page.goto(address)
        page.wait_for_selector("#question textarea")
        return page

    yield open_page, engine
    engine.go_on.set()
    for context in contexts:
        context.close()
    served.close(verbose=False)


def _ask(page):
    page.fill("#question textarea", QUESTION)
    page.click("#send")
    page.wait_for_selector("#chat article", state="attached")


def _in_line(page, position):
    page.wait_for_selector(f"#chat >> text=You are number {position} in line")


def test_the_second_reader_sees_evidence_and_position_and_is_answered_once_the_first_stops(opened):
    open_page, engine = opened
    first, second = open_page(), open_page()
    _ask(first)
    assert engine.blocked.wait(20)
    _ask(second)
    _in_line(second, 1)
    first.click("#stop")
    engine.go_on.set()
    second.wait_for_selector("#chat details.cited")
    assert "In Dushanbe." in second.inner_text("#chat")
    first.wait_for_selector("text=Stopped")
    _ask(first)  # and may go on
    first.wait_for_selector("#chat details.cited")


def test_stopping_and_closing_the_page_give_the_place_up(opened):
    open_page, engine = opened
    first, stops, closes, last = (open_page() for _ in range(4))
    _ask(first)
    assert engine.blocked.wait(20)
    for position, page in enumerate((stops, closes, last), 1):
        _ask(page)
        _in_line(page, position)
    stops.click("#stop")
    stops.wait_for_selector("text=Stopped")
    _in_line(last, 2)
    closes.close()
    _in_line(last, 1)
    engine.go_on.set()
    last.wait_for_selector("#chat details.cited")
    first.wait_for_selector("#chat details.cited")
    assert len(engine.asked) == 2


def test_a_conversation_is_remembered_by_the_page(opened, monkeypatch):
    histories, stream = [], Assistant.stream

    def recorded(self, question, language=None, *, history=(), documents=()):
        histories.append([(turn.question, turn.answer) for turn in history])
        return stream(self, question, language, history=history, documents=documents)

    monkeypatch.setattr(Assistant, "stream", recorded)
    open_page, engine = opened
    engine.go_on.set()
    page = open_page()
    for answers in (1, 2):
        _ask(page)
        # The button of the first answer is still there when the second question has just been sent.
        written = "n => document.querySelector('#chat').innerText.split('[operative para. 3]').length > n"
        page.wait_for_function(written, arg=answers)
        page.wait_for_selector("#send:not([disabled])")
        page.wait_for_function("n => document.querySelectorAll('#chat details.cited').length === n", arg=answers)
    ((asked, said),) = histories[1]
    assert (histories[0], asked) == ([], QUESTION)
    assert said.startswith("In Dushanbe. “")
    assert said.endswith("” [operative para. 3]")
    page.click("#clear")
    page.wait_for_selector("#chat article", state="detached")
    _ask(page)
    page.wait_for_selector("#chat details.cited")
    assert histories[2] == []
