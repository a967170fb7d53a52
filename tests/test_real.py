"""The real models, through the same doors as users."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant, Turn, embed
from assistant.answering.prompts import YES, judgement
from assistant.evaluation import evaluate, load_questions
from assistant.generation import Message, load_engine
from tests.conftest import ROOT

pytestmark = pytest.mark.model

MUST_ANSWER = {
    "zh": ("区域人工智能中心将设在哪里？", "杜尚别", "执行部分第3段"),
    "ru": (
        "Где предлагается создать региональный центр искусственного интеллекта?",
        "Душанбе",
        "пункт 3 постановляющей части",
    ),
    "en": (
        "Where is the regional artificial intelligence centre to be set up?",
        "Dushanbe",
        "operative para. 3",
    ),
}


def test_embeddings_are_unit_vectors_that_know_meaning(real_settings):
    questions = [
        "Where is the capital of Tajikistan?",
        "Где столица Таджикистана?",
        "塔吉克斯坦的首都在哪里？",
    ]
    passages = ["Dushanbe is the capital of Tajikistan.", "Bread is baked in an oven."]
    vectors = embed(questions, "query", real_settings)
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    right, wrong = (vectors @ embed(passages, settings=real_settings).T).T
    assert (right > wrong).all()
    assert embed([], settings=real_settings).shape == (0, 384)


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_the_city_of_the_regional_centre(assistant, language):
    question, city, label = MUST_ANSWER[language]
    answer = assistant.ask(question)
    assert city in answer.text
    assert label in answer.text
    assert answer.language == language
    assert [citation.paragraph for citation in answer.citations] == ["OP3"]
    assert city in answer.citations[0].quote


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_search_finds_an_acceptable_paragraph_in_the_first_three(assistant, gold, language):
    ranks = []
    for question in load_questions(gold, [language]):
        if question.paragraphs:
            found = [item.paragraph for item in assistant.search(question.text, 3, language)]
            ranks.append(not set(found).isdisjoint(question.paragraphs))
    assert np.mean(ranks) >= 0.9


@pytest.mark.parametrize("question", ["怎样烤面包？", "Как испечь хлеб?", "How do I bake bread?"])
def test_what_the_text_does_not_say_is_refused(assistant, question):
    assert assistant.ask(question).refused


def test_closing_a_stream_stops_the_engine(assistant):
    stream = assistant.stream("Summarise operative paragraph 3")
    assert isinstance(next(stream), tuple)
    assert isinstance(next(stream), str)
    stream.close()
    assert not assistant.ask(MUST_ANSWER["en"][0]).refused


def _opinion(engine, assistant, question, paragraph, language):
    text = assistant.search(paragraph, 1, language)[0].text
    return engine.probability(judgement(question, text), YES)


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_the_engine_thinks_more_of_paragraphs_that_answer(assistant, gold, language):
    asked = [question for question in load_questions(gold, [language]) if question.paragraphs][:9]
    opinions = [
        [
            _opinion(assistant._loaded_engine(), assistant, question.text, of.paragraphs[0], language)
            for of in (question, other)
        ]
        for question, other in zip(asked, asked[4:], strict=False)
    ]
    assert len(opinions) == 5
    assert 0 <= np.min(opinions) <= np.max(opinions) <= 1
    answering, others = np.mean(opinions, axis=0)  # of a single question it may be wrong
    assert answering > others


def test_closing_a_reply_stops_the_engine_at_once_and_the_next_one_is_right(assistant):
    engine = assistant._loaded_engine()
    asked = [Message("user", "What is the capital of France? Reply with its name.")]
    before = "".join(engine.generate(asked, 10))
    assert "Paris" in before
    pieces = engine.generate([Message("user", "Count from 1 to 200.")], 400)
    next(pieces), next(pieces)
    pieces.close()
    assert not engine._pipeline.has_non_finished_requests()
    assert "".join(engine.generate(asked, 10)) == before


@pytest.mark.parametrize(
    ("question", "paragraphs"),
    [
        ("Compare PP9 and PP11", {"PP9", "PP11"}),
        ("Перескажи кратко пункт 6", {"OP6"}),
        ("概括执行部分第3段", {"OP3"}),
    ],
)
def test_paragraphs_are_summed_up_and_compared(assistant, question, paragraphs):
    answer = assistant.ask(question)
    assert {citation.paragraph for citation in answer.citations} == paragraphs


def test_a_followup_is_answered(assistant):
    earlier, city, label = MUST_ANSWER["en"]
    answer = assistant.ask("And what is its purpose?", history=[Turn(earlier, f"In {city}. [{label}]")])
    assert answer.standalone == f"{earlier} And what is its purpose?"
    assert [citation.paragraph for citation in answer.citations] == ["OP3"]


def test_an_evaluation_from_python(assistant, gold, tmp_path):
    summary = evaluate(gold, tmp_path, assistant, limit=1)
    assert summary["languages"]["all"]["recall@3"] == 1.0
    assert (tmp_path / "summary.json").is_file()


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_the_transformers_engine_gives_the_same_kind_of_answer(real_settings, transformers_engine, language):
    question, city, label = MUST_ANSWER[language]
    answer = Assistant(real_settings, engine=transformers_engine).ask(question)
    assert city in answer.text
    assert label in answer.text
    assert [citation.paragraph for citation in answer.citations] == ["OP3"]


def test_the_transformers_engine_thinks_more_of_the_paragraph_that_answers(assistant, transformers_engine):
    answers, does_not = (
        _opinion(transformers_engine, assistant, MUST_ANSWER["ru"][0], paragraph, "ru") for paragraph in ("OP3", "OP6")
    )
    assert 1 >= answers > does_not >= 0


def test_the_transformers_engine_streams_and_stops(transformers_engine):
    pieces = transformers_engine.generate([Message("user", "Count from 1 to 200.")], 400)
    first = [next(pieces) for _ in range(5)]
    pieces.close()
    assert all(first)
    again = "".join(transformers_engine.generate([Message("user", "Say yes.")], 5))
    assert again


@pytest.fixture(scope="module")
def transformers_engine(real_settings):
    return load_engine(real_settings.model_copy(update={"engine": "transformers"}))


def test_the_command_line_as_a_reader_runs_it(real_settings, assistant):
    command = [str(Path(sys.executable).with_name("assistant")), "ask", MUST_ANSWER["ru"][0], "--json"]
    command += ["--index", str(real_settings.index_dir)]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=True)
    answer = json.loads(done.stdout)
    assert "Душанбе" in answer["text"]
    assert answer["citations"][0]["label"] == MUST_ANSWER["ru"][2]
    assert done.stderr.decode() == ""


def test_other_threads_go_on_while_the_model_reads(assistant):
    """The library's `step` keeps Python's lock: a page would stand still for as long as a prompt is read."""
    ticks, done = [], threading.Event()

    def tick():
        while not done.wait(0.01):
            ticks.append(1)

    thread = threading.Thread(target=tick)
    thread.start()
    list(assistant._loaded_engine().generate([Message("user", "Some words of no meaning. " * 200)], 1))
    done.set()
    thread.join()
    assert len(ticks) > 20
