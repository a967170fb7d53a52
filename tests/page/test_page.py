"""What the page shows, without a browser."""

import socket

import pytest

from assistant import AssistantError, Settings
from assistant.answer import Answer, Evidence, Waiting
from assistant.documents import Reference
from assistant.page.addresses import Shelf
from assistant.page.answers import plain
from assistant.page.conversation import respond
from assistant.page.evidence import kept, nearest
from assistant.page.page import build_page
from assistant.page.serving import serve

QUESTION = "Where is the initiative to establish a regional centre?"


def _blocks(turns):
    """What the last message says, its text first and the paragraphs below it last."""
    return turns[-1]["content"]


def _last(turns):
    return plain(_blocks(turns)[0])


def _below(turns):
    return _blocks(turns)[-1]


def test_an_answer_grows_beside_its_paragraphs(scripted):
    assistant = scripted("In Dushanbe.")
    states = list(respond(assistant, QUESTION, [], "zh"))
    turns = states[-1]
    assert [turn["role"] for turn in turns] == ["user", "assistant"]
    assert _last(turns).startswith("In Dushanbe. “")
    assert _last(turns).endswith("” [operative para. 3]")
    assert '<article class="cited"><header><a class="citation" href="?document=resolution' in _below(turns)
    assert "<summary>Cited paragraphs</summary>" in _below(turns)
    assert "working translation" in _below(turns)
    assert "loading" in _last(states[0])
    assert any("and checked" in _last(turns) for turns in states)
    evidence_at = next(n for n, turns in enumerate(states) if "Nearest paragraphs" in _below(turns))
    text_at = next(n for n, turns in enumerate(states) if "and checked" in _last(turns))
    assert evidence_at < text_at


def test_a_conversation_goes_on(scripted):
    assistant = scripted("In Dushanbe.", judged=_judged)
    *_, first = respond(assistant, QUESTION, [], "en")
    *_, second = respond(assistant, "谁发明了蒸汽机？", first, "en")
    assert [turn["role"] for turn in second] == ["user", "assistant"] * 2
    assert _last(second) == "在文本中没有找到答案。"


def _judged(prompt):
    """What is thought of a paragraph by a model that knows nothing but where the centre is."""
    return 0.99 if QUESTION in prompt else 0.01


def _recorded(assistant, monkeypatch, *events):
    """The histories that ``assistant`` is asked with; it answers with ``events`` if there are any."""
    histories, stream = [], assistant.stream

    def recorded(asked, language=None, *, history, documents=()):
        histories.append([(turn.question, turn.answer) for turn in history])
        yield from events or stream(asked, language, history=history, documents=documents)

    monkeypatch.setattr(assistant, "stream", recorded)
    return histories


def _from_gradio(turns):
    """Messages as Gradio hands them back."""

    def blocks(content):
        return [
            block if isinstance(block, dict) else {"type": "text", "text": block}
            for block in (content if isinstance(content, list) else [content])
        ]

    return [{"metadata": None, "options": None, **turn, "content": blocks(turn["content"])} for turn in turns]


def test_answered_questions_are_passed_on_with_the_next(scripted, monkeypatch):
    assistant = scripted("In Dushanbe.", judged=_judged)
    said = assistant.ask(QUESTION).text
    histories = _recorded(assistant, monkeypatch)
    turns = []
    for asked in ("a\x00b", "How do I bake <b>bread</b> & cake?", " ", QUESTION):
        *_, turns = respond(assistant, asked, _from_gradio(turns), "en")
    *_, turns = respond(assistant, QUESTION, _from_gradio(turns), "en", lambda: True)
    assert "Stopped" in _last(turns)
    *_, turns = respond(assistant, QUESTION, _from_gradio(turns), "en")
    first = ("How do I bake <b>bread</b> & cake?", "I found no answer in the text.")
    second = (QUESTION, said)
    assert histories == [[], [], [first], [first], [first, second], [first, second]]
    for _ in range(6):
        *_, turns = respond(assistant, QUESTION, _from_gradio(turns), "en")
    assert histories[-1] == [second] * 6


@pytest.mark.parametrize(
    ("language", "line"), [("zh", "问题理解为："), ("ru", "Вопрос понят так: "), ("en", "Understood as: ")]
)
def test_how_a_question_was_understood_is_shown_and_not_passed_on(scripted, monkeypatch, language, line):
    assistant = scripted()
    answer = Answer("And <i>there</i>?", "Here.", language, False, note="A note.", standalone="Where is <b>it</b>?")
    histories = _recorded(assistant, monkeypatch, answer)
    *_, turns = respond(assistant, "And <i>there</i>?", [], language)
    assert _last(turns) == "Here."
    understood = f'<small><span lang="{language}">{line}Where is &lt;b&gt;it&lt;/b&gt;?</span></small>'
    assert _blocks(turns)[1:3] == [f'<span lang="{language}">A note.</span>', understood]
    list(respond(assistant, "And there?", turns, language))
    assert histories == [[], [("And <i>there</i>?", "Here.")]]


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("中心在哪里？", ["正在排队，您排在第 2 位……", "正在排队，您排在第 1 位……"]),
        ("Где центр?", ["Вы в очереди, ваш номер — 2…", "Вы в очереди, ваш номер — 1…"]),
        ("Where is it?", ["You are number 2 in line…", "You are number 1 in line…"]),
    ],
)
def test_a_readers_place_in_line_is_shown_once_beside_the_evidence(scripted, monkeypatch, asked, lines):
    assistant = scripted()
    evidence = assistant.search(asked)
    events = [evidence, *map(Waiting, (2, 2, 1, 1, 0)), "text"]
    _recorded(assistant, monkeypatch, *events)
    states = list(respond(assistant, asked, [], "en"))
    assert [_last(turns) for turns in states[2:4]] == lines
    assert all("<article" in _below(turns) for turns in states[1:])
    assert _last(states[4]) == _last(states[1])  # its turn has come
    assert _last(states[5]).startswith("text")


def test_a_refusal_shows_the_nearest_paragraphs(scripted):
    *_, turns = respond(scripted("Bake it.", judged=0.01), "How do I bake bread?", [], "en")
    assert _last(turns) == "I found no answer in the text."
    assert '<details class="evidence nearest" lang="en" open><summary>Nearest paragraphs</summary>' in _below(turns)
    assert "cited" not in _below(turns)


@pytest.mark.parametrize(
    ("asked", "page", "line"),
    [
        ("", "ru", "Вопрос пуст"),
        ("  ", "zh", "问题为空"),
        ("a\x00b", "zh", "unreadable"),
        ("我" * 3000, "en", "问题过长"),
    ],
)
def test_a_bad_question_is_a_line_in_the_readers_language(scripted, asked, page, line):
    *_, turns = respond(scripted(), asked, [], page)
    assert line in _last(turns)


def test_an_unexpected_error_is_a_line_and_not_a_stalled_page(scripted, monkeypatch, capsys):
    assistant = scripted()
    monkeypatch.setattr(assistant, "stream", lambda *_, **__: 1 / 0)
    *_, turns = respond(assistant, "Где центр?", [], "en")
    assert "Непредвиденная ошибка" in _last(turns)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_markup_in_texts_is_shown_and_not_obeyed(scripted, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "x.en.txt").write_text("<img src=x onerror=alert(1)> & <b>Dushanbe</b>", encoding="utf-8")
    answer = scripted("Dushanbe.", corpus_dir=corpus).ask("Where?")
    for html in (kept(answer, Shelf(())), nearest(answer.evidence, "en", Shelf(()))):
        assert "<img" not in html
        assert "&lt;b&gt;Dushanbe" in html


def test_markup_in_a_question_is_shown_and_not_obeyed(scripted):
    *_, turns = respond(scripted("Dushanbe."), "<img src=x onerror=alert(1)> where?", [], "en")
    assert turns[0]["content"] == '<span lang="en">&lt;img src=x onerror=alert(1)&gt; where?</span>'


def test_stopping_takes_unchecked_text_away(scripted):
    assistant = scripted("Будет в столице, и так далее, и так далее.")
    seen = []
    for state in respond(assistant, "Где будет центр?", [], "en", lambda: len(seen) > 2):
        seen.append(state)
    assert "▌" in _last(seen[-2])
    assert _last(seen[-1]) == "(Остановлено, ответа нет.)"
    assert assistant._given_engine.stopped


def test_leaving_stops_the_model(scripted):
    assistant = scripted("In Dushanbe, and so on, and so on.")
    states = respond(assistant, QUESTION, [], "en")
    for turns in states:
        if "and checked" in _last(turns):
            break
    states.close()
    assert assistant._given_engine.stopped


@pytest.mark.parametrize(
    ("language", "example"),
    [
        ("zh", "区域人工智能中心将设在哪里？"),
        ("ru", "Где предлагается создать"),
        ("en", "Where is the regional artificial"),
    ],
)
def test_the_page_offers_examples_in_its_language_and_the_disclaimer_in_all(scripted, language, example):
    config = str(build_page(scripted(interface=language)).get_config_file())
    assert example in config
    for words in ("未经联合国核准", "не был одобрен", "has not been approved"):
        assert words in config


def test_a_port_in_use_is_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(AssistantError) as caught:
            serve(Settings(port=taken.getsockname()[1]))
    assert caught.value.key == "port_in_use"


def test_an_address_of_another_machine_is_one_line():
    with pytest.raises(AssistantError) as caught:
        serve(Settings(host="203.0.113.7", port=7999))
    assert caught.value.key == "host_unusable"


def test_what_a_paragraph_names_leads_to_the_official_text():
    text = "第78/265号决议<b>。正式文本：https://docs.un.org/zh/A/RES/1"
    reference = Reference(1, 7, "A/RES/78/265")
    evidence = Evidence("d", "PP1", "l", text, text, "zh", "original", 0.5, 1, (reference, Reference(7, 9, "charter")))
    panel = nearest([evidence], "zh", Shelf(()))
    assert (
        '第<a href="https://docs.un.org/zh/A/RES/78/265" target="_blank" rel="noopener">78/265</a>号决议&lt;b&gt;'
        in panel
    )
    assert panel.count(' target="_blank"') == 2
