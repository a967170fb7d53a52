"""What was typed and the conversation, read into one question."""

import pytest

from assistant.answer import Turn
from assistant.library.corpus import load_corpus
from assistant.question.reading import read, understand
from tests.conftest import ROOT, asked

BEFORE = {
    "en": ("Hello! Where is the centre to be?", "And when is it to open?"),
    "ru": ("Здравствуйте! Где будет центр?", "А когда он откроется?"),
    "zh": ("你好！中心设在哪里？", "那它什么时候成立？"),
}


@pytest.mark.parametrize("language", BEFORE)
def test_a_follow_up_stands_behind_what_was_asked_before(language):
    first, second = BEFORE[language]
    question = read(understand(second, [Turn(first, "…")]))
    assert question.typed == second
    assert question.before
    assert question.query.text.endswith(question.text)
    assert question.query.text.startswith(question.before)
    assert not any(word in question.query.text for word in ("Hello", "Здравствуйте", "你好"))  # courtesies ask nothing
    assert question.follow_up[0] == question.follow_up[0].upper()
    assert question.query.reply == language


def test_the_last_question_decides_what_is_wanted():
    question = read(understand("And when was it?", [Turn("How many lakes are there?", "…")]))
    assert (question.last.time, question.last.count) == (True, False)


@pytest.mark.parametrize("language", BEFORE)
def test_what_stands_alone_has_nothing_before_it(language):
    first, _ = BEFORE[language]
    question = read(understand(first))
    assert question.before == ""
    assert question.query.text == question.text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("What is resolution 77/320 about?", "fact"),
        ("Чему посвящена резолюция 77/320 от 25 июля 2023 года?", "fact"),
        ("第77/320号决议讲什么？", "fact"),
        ("What is this resolution about?", "summary"),
        ("О чём этот документ?", "summary"),
        ("这份决议讲什么？", "summary"),
    ],
)
def test_of_a_text_that_is_not_here_no_other_is_summarised(question, kind):
    corpus = load_corpus(ROOT / "corpus").documents
    assert asked(question, documents=corpus, kind="summary").kind == kind
