"""What an answer says, with quotations and citations."""

import pytest

from assistant.answer import Evidence
from assistant.answering.citations import Supported, compose, quote, with_quotation
from assistant.answering.quotations import LONGEST
from assistant.documents import Document
from tests.conftest import asked

CENTRE = "Takes note of the initiative to establish in Dushanbe a regional centre for artificial intelligence;"
CONFERENCE = "Notes the conference to be held at the end of August 2025 in Ashgabat;"

RESOLUTION = Document("resolution", "en", "On centres", (), name="")


def _evidence(*texts, language="en"):
    return [
        Evidence("resolution", f"OP{n}", f"operative para. {n}", text, text, language, "original", 0.9, n)
        for n, text in enumerate(texts, 1)
    ]


def _quoted(said, evidence, question, longest=LONGEST):
    return with_quotation([Supported(one, evidence, 0.9) for one in said], asked(question), longest)


def test_sentences_are_followed_by_what_they_rest_on():
    centre, conference = _evidence(CENTRE, CONFERENCE)
    text, citations = compose(
        [
            _quoted(["The centre is to be in Dushanbe.", "It is regional."], centre, "Where?"),
            _quoted(["It is held in Ashgabat."], conference, "Where?"),
        ],
        "en",
    )
    assert text == (
        f"The centre is to be in Dushanbe. It is regional. “{CENTRE}” [operative para. 1]\n"
        f"It is held in Ashgabat. “{CONFERENCE}” [operative para. 2]"
    )
    assert [citation.paragraph for citation in citations] == ["OP1", "OP2"]
    spans = [[text[start:end] for start, end in citation.spans] for citation in citations]
    assert spans[0] == ["The centre is to be in Dushanbe.", "It is regional.", f"“{CENTRE}”"]
    assert (citations[0].quote, citations[0].score) == (CENTRE, 0.9)


def test_what_repeats_the_paragraph_is_not_quoted_again_unless_more_was_to_be_listed():
    (centre,) = _evidence(CENTRE)
    said = "The initiative to establish in Dushanbe a regional centre."
    assert len(_quoted([said], centre, "Where?")) == 1
    assert len(_quoted([said], centre, "Where?", 2 * LONGEST)) == 2
    assert len(_quoted([CENTRE], centre, "Where?", 2 * LONGEST)) == 1


def test_a_quotation_takes_the_place_of_an_answer():
    text, citations = compose(
        [quote(asked("When is the conference in Ashgabat?"), _evidence(CENTRE, CONFERENCE))], "en"
    )
    assert text == f"“{CONFERENCE}” [operative para. 2]"
    assert [citation.paragraph for citation in citations] == ["OP2"]


@pytest.mark.parametrize("more", [1, 30])
def test_a_short_paragraph_that_the_question_names_is_quoted_whole(more):
    whole = f"{CENTRE[:-1]}. Measures are reported at once. " + "Others report as well. " * more
    question = asked("What does operative paragraph 1 say on what is reported?", documents=[RESOLUTION])
    line = quote(question, _evidence(whole.strip()))
    assert (line[0].sentence == whole.strip()) == (more == 1)
    assert "Measures are reported at once." in line[0].sentence
    assert quote(asked("What is reported?"), _evidence(whole.strip()))[0].sentence != whole.strip()
