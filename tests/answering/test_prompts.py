"""What the language model is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.prompts import in_context, judgement, prompt, within_budget
from tests.conftest import asked


@pytest.mark.parametrize(
    ("language", "before", "question", "shown"),
    [
        ("zh", "区域中心设在哪里？", "为什么？", "为什么？（上文问的是：区域中心设在哪里？）"),
        ("ru", "Где будет центр? ", "Зачем?", "Зачем? (До этого спрашивали: Где будет центр?)"),
        ("en", "Where is the centre? ", "Why?", "Why? (Asked before: Where is the centre?)"),
        ("zh", "区域中心设在哪里？", "那何时？", "那何时？（上文问的是：区域中心设在哪里？）"),
        ("ru", "Где будет центр? ", "А когда?", "Когда? (До этого спрашивали: Где будет центр?)"),
        ("en", "Where is the centre? ", "And when?", "When? (Asked before: Where is the centre?)"),
    ],
)
def test_a_followup_comes_before_what_it_leans_on(language, before, question, shown):
    assert in_context(asked(before + question, language, last=question), language) == shown


def test_a_question_that_stands_alone_or_was_reworded_is_asked_as_it_is():
    assert in_context(asked("Why?"), "en") == "Why?"
    assert in_context(asked("What does footnote 4 say?", last="And footnote 4?"), "en") == "What does footnote 4 say?"


def test_what_is_asked_of_one_paragraph_begins_alike():
    answer, other = (prompt(question, ["One.", "Two."], "en") for question in ("Where?", "When?"))
    assert answer[0] == other[0]
    assert answer[1].content.startswith("Paragraphs:\n[1] One.\n[2] Two.\n\nQuestion: Where?\n")
    assert other[1].content.startswith("Paragraphs:\n[1] One.\n[2] Two.\n\nQuestion: ")
    opinion, another = (judgement(question, "One.") for question in ("Where?", "When?"))
    assert opinion[:-1] == another[:-1]


def test_the_examples_of_a_judgement_are_as_often_one_as_the_other():
    *shown, last = judgement("{Where}?", "One {brace}.")
    opinions = [message.content for message in shown if message.role == "assistant"]
    assert opinions.count("yes") == opinions.count("no") > 0
    assert last.content == "Is the answer stated in the text?\nText: One {brace}.\nQuestion: {Where}?"


def test_a_text_within_its_budget_is_whole():
    assert within_budget("Ten chars.", "chars", 10, len) == "Ten chars."


@pytest.mark.parametrize(
    ("passage", "read"),
    [
        ("aaaa", "aaaa bbbb …"),
        ("cccc", "… b cccc dd …"),
        ("ffff", "… eeee ffff"),
        ("elsewhere", "aaaa bbbb …"),
    ],
)
def test_of_a_longer_text_what_is_around_its_passage_is_read(passage, read):
    assert within_budget("aaaa bbbb cccc dddd eeee ffff", passage, 9, len) == read


@given(st.text(min_size=1, max_size=60), st.integers(1, 70), st.integers(0, 60), st.integers(1, 20))
def test_a_part_of_a_text_is_verbatim_and_within_the_budget(text, tokens, start, length):
    read = within_budget(text, text[start : start + length], tokens, len)
    part = read if read == text else read.removeprefix("… ").removesuffix(" …")
    assert part.strip() in text
    assert read == text or len(part) <= tokens
