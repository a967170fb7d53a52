"""A question to an answer, with a scripted model."""

import json
import threading
import time

import pytest

from assistant import Answer, AssistantError
from assistant.languages import detect_language
from assistant.library.corpus import full_texts, load_corpus
from tests.conftest import ROOT

QUESTION = {
    "zh": "注意到关于建立区域人工智能中心的倡议设在哪里？",
    "ru": "К сведению инициативу о создании где регионального центра?",
    "en": "Where is the initiative to establish a regional centre?",
}
REPLY = {"zh": "设在杜尚别。", "ru": "В Душанбе.", "en": "In Dushanbe."}
LABEL = {"zh": "执行部分第3段", "ru": "пункт 3 постановляющей части", "en": "operative para. 3"}
REFUSAL = {
    "zh": "在文本中没有找到答案。",
    "ru": "В тексте ответа не найдено.",
    "en": "I found no answer in the text.",
}


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_an_answer_cites_in_the_questions_language(scripted, language):
    answer = scripted(REPLY[language]).ask(QUESTION[language])
    assert answer.text.startswith(REPLY[language])
    assert answer.text.endswith(f" [{LABEL[language]}]")
    assert answer.language == language
    assert not answer.refused
    assert [citation.paragraph for citation in answer.citations] == ["OP3"]
    assert answer.citations[0].language == language
    assert answer.citations[0].status == ("original" if language == "zh" else "translation")
    start, end = answer.citations[0].spans[0]
    assert answer.text[start:end] == REPLY[language]
    assert answer.models == {"embedding": "words", "language": "script"}
    assert 0 < answer.timings.retrieve <= answer.timings.first_token <= answer.timings.total


def test_the_reader_may_choose_the_language(scripted):
    answer = scripted(REPLY["ru"]).ask(QUESTION["en"] + " Dushanbe", "ru")
    assert answer.language == "ru"
    assert answer.evidence[0].language == "ru"


def test_a_stream_gives_evidence_then_text_then_the_answer(scripted):
    events = list(scripted(REPLY["en"]).stream(QUESTION["en"]))
    assert isinstance(events[0], tuple)
    assert events[0][0].paragraph == "OP3"
    assert isinstance(events[-1], Answer)
    assert "".join(event for event in events[1:-1]) == events[-1].text  # nothing is taken back
    assert events[-1].text.startswith(REPLY["en"])
    assert events[-1].evidence == events[0]


def test_marks_are_not_shown(scripted):
    assert scripted("In [ab] Dushanbe [1, 3]. Yes 【2】!").ask(QUESTION["en"]).text.startswith("In [ab] Dushanbe. “")


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_a_refusal_is_said_in_the_readers_language_with_the_nearest_paragraphs(scripted, language):
    asked = {"zh": "怎样炒菜？", "ru": "Как испечь хлеб?", "en": "How do I bake bread?"}
    answer = scripted(REPLY[language], judged=0.01).ask(asked[language])
    assert answer.refused
    assert answer.text == REFUSAL[language]
    assert answer.citations == ()
    assert len(answer.evidence) == 4


@pytest.mark.parametrize("reply", ["", "设在杜尚别。", "In Dushanbe.", "5 млн.", "В Душанбе (杜尚别).", "В Атлантиде."])
def test_a_quotation_takes_the_place_of_what_is_not_supported_or_in_another_language(scripted, reply):
    answer = scripted(reply).ask(QUESTION["ru"])
    assert answer.text.startswith("«")
    assert "о создании в Душанбе регионального центра" in answer.text
    assert [citation.paragraph for citation in answer.citations] == ["OP3"]


def test_a_question_for_a_number_is_not_answered_without_one(scripted):
    asked = "How many years is the initiative to establish a regional centre in Dushanbe?"
    assert scripted("It is to create new opportunities.").ask(asked).refused


def test_nothing_is_shown_that_does_not_stand(scripted):
    def streamed(reply):
        return "".join(event for event in scripted(reply).stream(QUESTION["en"]) if isinstance(event, str))

    assert "costs" not in streamed("It is in Dushanbe and costs 50 dollars.")
    assert "Atlantis" not in streamed("It is in Atlantis.")


def test_an_unfinished_sentence_is_not_shown(scripted):
    reply = "It is to create new opportunities. It is in Dushanbe, in ord"
    answer = scripted(reply, max_new_tokens=len(reply)).ask(QUESTION["en"])
    assert "in ord" not in answer.text.split("“")[0]
    assert answer.text.startswith("It is to create new opportunities.")


def test_an_answer_that_is_only_a_number_is_in_every_language(scripted):
    answer = scripted("78/265").ask("抓住安全、可靠和值得信赖的人工智能系统带来的机遇，重申的是第几号？")
    assert answer.text.startswith("78/265")
    assert answer.text.endswith("[序言部分第4段]")


def test_a_word_in_two_scripts_does_not_reach_the_reader(scripted):
    answer = scripted("Это регionальный центр в Душанбе.", judged=0.99).ask(QUESTION["ru"])
    assert "регion" not in answer.text
    assert "Душанбе" in answer.text and answer.citations


def test_another_language_gets_the_nearest_of_the_three_with_a_note(scripted):
    answer = scripted("In Dushanbe.").ask("Où est le initiative establish regional centre ?")
    assert answer.language == "en"
    assert answer.note.startswith("Only Chinese, Russian and English")
    assert (
        scripted("В Душанбе.")
        .ask("Орталық инициативу создании регионального центра қайда құрылады?")
        .note.startswith("Поддерживаются только")
    )


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("", "question_empty"),
        (" \n\t\u3000", "question_empty"),
        ("?!…", "question_empty"),
        ("\u200b\ufeff", "question_empty"),
        ("a" * 100_000, "question_too_long"),
        ("Where\x00 is it", "question_unreadable"),
        ("Where \x1b[31mis it", "question_unreadable"),
        ("Where \udc80 is it", "question_unreadable"),
    ],
)
def test_a_bad_question_is_one_line(scripted, question, key):
    for call in (lambda a: a.ask(question), lambda a: a.search(question), lambda a: list(a.stream(question))):
        with pytest.raises(AssistantError) as caught:
            call(scripted())
        assert caught.value.key == key
        for language in ("zh", "ru", "en"):
            assert "\n" not in caught.value.message(language)


def test_a_language_outside_the_three_is_refused_by_name(scripted):
    with pytest.raises(AssistantError, match="fr"):
        scripted().ask("Where?", "fr")


def test_spaces_and_invisible_characters_do_not_matter(scripted):
    assert scripted("In Dushanbe.").ask("\ufeffWhere\n is\tit?\u200b").question == "Where is it?"


def test_closing_a_stream_stops_the_model(scripted):
    assistant = scripted("The initiative to establish the centre is in Dushanbe, in order to create opportunities.")
    stream = assistant.stream(QUESTION["en"])
    next(stream), next(stream)
    stream.close()
    assert assistant._given_engine.stopped
    assert not assistant.ask(QUESTION["en"]).refused  # and the next reader is not kept waiting


def test_the_prompt_holds_the_paragraphs_and_the_question_in_one_language(scripted):
    assistant = scripted(REPLY["ru"])
    assistant.ask(QUESTION["ru"])
    system, user = assistant._given_engine.asked[0]
    assert (system.role, user.role) == ("system", "user")
    assert QUESTION["ru"] in user.content
    assert "Душанбе" in user.content
    assert "杜尚别" not in user.content
    assert len(user.content) < 700 + 300  # the budget, in the scripted model's one-character tokens, and the frame


def test_warming_up_reads_the_instructions_and_then_the_main_text_ahead(scripted):
    assistant = scripted()
    assert not assistant.ready
    assistant.warm_up()
    assert assistant.ready
    asked = [messages[-1].content for messages in assistant._given_engine.asked]
    assert not any("[1]" in prompt for prompt in asked[:4])
    documents = full_texts(load_corpus(ROOT / "corpus").documents)
    main = {paragraph.text for document in documents for paragraph in document.paragraphs}
    ahead = [prompt[prompt.index("[1] ") + 4 : prompt.rindex("\n\n")] for prompt in asked[4::2]]
    judged = asked[5::2]
    assert all(text in prompt for text, prompt in zip(ahead, judged, strict=True))
    assert set(ahead) <= main
    assert 0 < sum(map(len, ahead)) <= 12_000 < sum(map(len, main))
    assert {detect_language(text)[0] for text in ahead[:3]} == {"zh", "ru", "en"}


def test_an_answer_is_json(scripted):
    answer = scripted(REPLY["zh"]).ask(QUESTION["zh"])
    row = json.loads(answer.to_json())
    assert row == answer.to_dict()
    assert "杜尚别" in answer.to_json()
    assert row["citations"][0]["spans"][0] == [0, 6]
    assert set(row) == {
        *("question", "text", "language", "refused", "citations", "evidence", "timings", "models", "note"),
        "standalone",
    }


def test_the_fingerprint_follows_what_decides_an_answer(scripted, tmp_path):
    first = scripted().fingerprint
    assert scripted().fingerprint == first
    assert scripted(prompt_paragraphs=1).fingerprint != first
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a.txt").write_text("Text.", encoding="utf-8")
    assert scripted(corpus_dir=tmp_path / "c", index_dir=tmp_path / "i2").fingerprint != first


def test_an_error_of_the_model_is_told_once(scripted, monkeypatch):
    def load(*_):
        raise ImportError("no library")

    told = []
    monkeypatch.setattr("assistant.generation.load_engine", load)
    monkeypatch.setattr(threading, "excepthook", told.append)
    assistant = scripted("x")
    assistant._given_engine = None
    with pytest.raises(ImportError):
        assistant.ask(QUESTION["en"])
    assert told == []


def test_what_is_looked_up_is_there_with_the_evidence(scripted):
    """Whatever the reader does with the evidence in between is not waiting for the answer."""
    events = scripted("").stream("How many operative paragraphs are there?")
    next(events)
    time.sleep(0.2)
    *_, answer = events
    assert answer.timings.first_token == answer.timings.retrieve
