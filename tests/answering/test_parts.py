"""A message of several questions: one reply, each part answered and checked by itself."""

import pytest

from assistant.answer import Answer, Citation
from assistant.answering.parts import answer_parts


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_each_question_stands_above_its_answer(scripted, language):
    message = {
        "en": "What does operative paragraph 6 say? What does preambular paragraph 5 say?",
        "ru": "Что говорится в пункте 6 постановляющей части? Что говорится в 5-м пункте преамбулы?",
        "zh": "执行部分第6段说什么？序言部分第5段说什么？",
    }[language]
    *streamed, answer = scripted("x").stream(message)
    assert isinstance(answer, Answer)
    assert [citation.paragraph for citation in answer.citations] == ["OP6", "PP5"]
    assert (answer.question, answer.language, answer.refused) == (message, language, False)
    first, second = answer.text.split("\n\n")
    assert first.split("\n")[0] in message and second.split("\n")[0] in message
    for citation in answer.citations:
        for start, end in citation.spans:
            assert answer.text[start:end].strip("“”«»") in citation.quote
    assert "".join(piece for piece in streamed if isinstance(piece, str)) == answer.text
    assert [item.rank for item in answer.evidence] == list(range(1, len(answer.evidence) + 1))


def test_what_is_not_answered_is_told_of_its_part_alone(scripted):
    answer = scripted("x", judged=0.01).ask("What does OP6 say? How many satellites are launched by Mars?")
    assert not answer.refused
    assert answer.text.count("I found no answer in the text.") == 1
    assert answer.text.endswith("I found no answer in the text.")


def test_all_is_refused_where_no_part_is_answered(scripted):
    answer = scripted("x", judged=0.01).ask("Who launches satellites to Mars? How many satellites cost a fortune?")
    assert answer.refused and answer.citations == ()


def test_a_later_question_leans_on_the_one_before_it(scripted):
    assistant = scripted("x", judged=0.01)
    assistant.ask("Where is the initiative to establish a regional centre? How is it to be paid by banks and funds?")
    asked = [prompt for prompt in assistant._given_engine.weighed if "How is it" in prompt]
    assert asked and all("regional centre" in prompt for prompt in asked)


LAKES = """General Assembly

80/11. Lakes

The General Assembly,

1. Decides that the Lakes Council has fifteen pilots; permanent pilots come from Lakeland and Seashore.
"""


def test_a_later_question_is_asked_of_the_text_that_the_one_before_it_was_answered_from(scripted, tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "A_RES_80_11-EN.txt").write_text(LAKES, encoding="utf-8")
    assistant = scripted("x", library_dir=tmp_path / "library")
    asked = "How many pilots does the Lakes Council have? Which permanent ones are from Seashore?"
    assert {item.document for item in assistant.ask(asked).citations} == {"A/RES/80/11"}
    other = "How many pilots does the Lakes Council have? Where is the regional centre in Dushanbe?"
    engine = assistant._given_engine
    pairs = (("fifteen pilots", "Council have"), ("takes note of the initiative", "in Dushanbe?"))
    engine.judged = lambda text: 0.99 if any(said in text and about in text for said, about in pairs) else 0.01
    assert {item.document for item in assistant.ask(other).citations} == {"A/RES/80/11", "resolution"}


def test_a_paragraph_that_two_parts_label_otherwise_keeps_both_labels():
    def ask(part, history, near):
        text = f"So. [{part}]"
        yield Answer(
            part, text, "en", False, citations=(Citation("d", "OP1", part, "So.", "en", "original", 1, ((0, 3),)),)
        )

    *_, answer = answer_parts("One? Two?", ["one", "two"], (), ask)
    assert [item.label for item in answer.citations] == ["one", "two"]
    assert [answer.text[start:end] for item in answer.citations for start, end in item.spans] == ["So.", "So."]
