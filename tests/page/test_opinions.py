"""Edit, ask again, and thumbs with a line why."""

import json
from dataclasses import replace
from threading import Thread

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer
from assistant.page import opinions
from assistant.page.kept import Exchange, parcel
from assistant.page.opinions import Opinion, read, write
from assistant.page.tools import tools
from tests.page.test_kept_browser import QUESTIONS, Served, _answered, _ask, _said, opened  # noqa: F401  (fixture)

ID = "0123456789abcdef"
ANSWER = Answer("Where?", "There.", "en", False, models={"language": "m"})
EXCHANGE = Exchange(ID, "Where?", "en", "answered", answer=ANSWER)


def _sent(exchange=EXCHANGE, **more):
    return json.dumps({"exchange": json.loads(parcel(exchange)), "thumb": "up", **more}).encode()


def test_an_opinion_is_a_line_with_what_an_evaluation_needs(tmp_path):
    file = tmp_path / "new" / "opinions.jsonl"
    opinion = read(_sent(why="No\n“place”"))
    threads = [Thread(target=write, args=(opinion, file)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len(lines) == 8
    wanted = {
        "question": "Where?",
        "answer": "There.",
        "thumb": "up",
        "why": "No\n“place”",
        "models": {"language": "m"},
    }
    assert wanted.items() <= lines[0].items()
    assert lines[0]["citations"] == []


def test_a_full_file_takes_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr(opinions, "LARGEST", 400)
    file = tmp_path / "opinions.jsonl"
    opinion = read(_sent())
    while write(opinion, file):
        assert file.stat().st_size <= 400
    assert file.stat().st_size > 0


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"\xff",
        _sent(thumb="sideways"),
        _sent(why="a" * 1001),
        _sent(Exchange(ID, "Where?", "en")),
        _sent(replace(EXCHANGE, answer=replace(ANSWER, text="a" * 200_000))),
    ],
)
def test_what_is_no_opinion_is_none(sent):
    assert read(sent) is None


@given(st.binary(max_size=60))
def test_whatever_comes_is_none(sent):
    assert read(sent) is None


def test_thumbs_are_shown_only_where_opinions_are_kept():
    assert "opinion" not in tools(ID, "en", ANSWER)
    assert tools(ID, "en", ANSWER, rated=True).count("opinion") == 2
    assert "opinion" not in tools(ID, "en", None, rated=True)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    home = tmp_path_factory.mktemp("opinions")
    server = Served(home / "index", feedback=home / "opinions.jsonl")
    yield server
    server.stop()


@pytest.mark.browser
@pytest.mark.parametrize(("locale", "thanks"), [("zh-CN", "谢谢"), ("ru-RU", "Спасибо"), ("en-GB", "Thank you")])
def test_a_thumb_with_a_line_why_is_written_down(opened, served, locale, thanks):  # noqa: F811
    page = opened(locale)
    _ask(page, QUESTIONS[locale])
    page.reload()
    _answered(page)
    page.wait_for_selector(f"#kept .kept:lang({locale[:2]})", state="attached")
    page.wait_for_selector(f"#reader .tools[lang={locale[:2]}]", state="attached")
    page.focus("#chat .opinion.down")
    page.keyboard.press("Enter")
    page.wait_for_selector("#chat .why small")
    page.keyboard.type(f"<b>{locale}</b>")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#notice .notice:has-text('{thanks}')")
    last = json.loads(served.settings.feedback.read_text("utf-8").splitlines()[-1])
    assert (last["thumb"], last["why"], last["question"]) == ("down", f"<b>{locale}</b>", QUESTIONS[locale])
    assert last["answer"] == page.inner_text("#chat .answer")
    assert last["citations"][0]["document"] == "resolution"
    assert set(last["models"]) == {"embedding", "language"}


@pytest.mark.browser
@pytest.mark.parametrize("locale", QUESTIONS)
def test_a_question_is_asked_again_and_edited(opened, locale):  # noqa: F811
    page = opened(locale)
    _ask(page, QUESTIONS[locale])
    page.fill("#question textarea", "half a question")
    page.focus("#chat .again")
    page.keyboard.press("Enter")
    _answered(page, 2)
    assert len(set(_said(page))) == 1
    assert page.input_value("#question textarea") == "half a question"
    page.focus("#chat .edit >> nth=0")
    page.keyboard.press("Enter")
    assert page.input_value("#question textarea") == QUESTIONS[locale]
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.click("#notice .undo")
    assert page.input_value("#question textarea") == "half a question"
    page.click("#chat .edit >> nth=1")
    page.keyboard.press("End")
    page.keyboard.type("?")
    page.keyboard.press("Enter")
    _answered(page, 3)
    assert page.inner_text("#chat .user.message >> nth=2") == QUESTIONS[locale] + "?"


@pytest.mark.browser
def test_what_was_stopped_is_asked_again(opened, served):  # noqa: F811
    page = opened()
    served.engine.go_on.clear()
    served.engine.blocked.clear()
    page.fill("#question textarea", QUESTIONS["en-GB"])
    page.press("#question textarea", "Enter")
    assert served.engine.blocked.wait(20)
    page.wait_for_selector("#stop:not([disabled])")
    page.click("#stop")
    served.engine.go_on.set()
    page.wait_for_selector("#chat >> text=Stopped")
    page.wait_for_selector("#send:not([disabled])")
    page.click("#chat .again")
    _answered(page)


def test_what_is_no_opinion_is_refused_with_a_line(served):
    reply = requests.post(f"{served.address}opinion?language=zh", data="{", timeout=30)
    assert (reply.status_code, "未予记录" in reply.text) == (400, True)


def test_a_file_that_cannot_be_written_keeps_nothing_and_says_so_to_the_operator(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert write(Opinion(EXCHANGE, "up"), tmp_path / "file" / "opinions.jsonl") is False
    assert "opinions.jsonl" in capsys.readouterr().err
