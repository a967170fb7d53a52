"""Dates in figures, and words in letters of two scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.languages import LANGUAGES
from assistant.question.reading import understand
from assistant.question.spelling import spelled


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("What happened on 21/03/2024?", "en", "What happened on 21 March 2024?"),
        ("adopted on 2024-03-21", "en", "adopted on 21 March 2024"),
        ("on 03/21/2024", "en", "on 21 March 2024"),
        ("что было 22.09.2024?", "ru", "что было 22 сентября 2024 года?"),
        ("2024-03-21通过了什么？", "zh", "2024年3月21日通过了什么？"),
        ("A/RES/78/265 and 70/1, item 18.2 of 45.13.2024", "en", "A/RES/78/265 and 70/1, item 18.2 of 45.13.2024"),
        ("и\u0306од в пункте 3", "ru", "йод в пункте 3"),
        ("Where is Dush\u0430nbe?", "en", "Where is Dushanbe?"),
        ("Где Душ\u0061нбе?", "ru", "Где Душанбе?"),
        ("ИИ, AI и ИКТ-hub", "ru", "ИИ, AI и ИКТ-hub"),
    ],
)
def test_what_is_typed_is_spelled_as_texts_spell_it(text, language, written):
    assert spelled(text, language) == written


def test_a_question_is_read_so_and_shown_as_typed():
    said = understand("What was adopted on 21/03/2024?")
    assert (said.typed, said.standalone) == ("What was adopted on 21/03/2024?", "What was adopted on 21 March 2024?")


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_what_has_been_spelled_stays(text, language):
    once = spelled(text, language)
    assert spelled(once, language) == once
