"""Numbered divisions, as headings and questions name them in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.divisions import divisions, heading_division
from assistant.text.numerals import roman_numeral

HAN = "一二三四五六七八九十"


def named(text):
    return [(text[item.start : item.end], item.numbers) for item in divisions(text)]


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("Chapter VII: Action with Respect to Threats to the Peace", "chapter", 7),
        ("CHAPTER XIV", "chapter", 14),
        ("ГЛАВА IX: Международное сотрудничество", "chapter", 9),
        ("第十二章：国际托管制度", "chapter", 12),
        ("Action 3. We will end hunger", "action", 3),
        ("Objective 5. Enhance international governance", "objective", 5),
        ("Цель 2. Расширение охвата", "objective", 2),
        ("II. International peace and security", "part", 2),
        ("第二部分", "part", 2),
        ("Part One", "part", 1),
        ("Раздел III", "section", 3),
    ],
)
def test_a_heading_begins_a_division(line, kind, number):
    found = heading_division(line)
    assert kind in found.kinds and found.numbers == (number,)


@pytest.mark.parametrize(
    "line",
    ["Follow-up and review", "Connectivity", "Члены Организации", "投票", "We act in 3 ways", "I propose this", "V"],
)
def test_other_headings_do_not(line):
    assert heading_division(line) is None


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does Action 3 of the Pact say?", [("Action 3", (3,))]),
        ("Compare chapters VI and VII", [("chapters VI and VII", (6, 7))]),
        ("О чём говорят действия 3–5 Пакта?", [("действия 3–5", (3, 4, 5))]),
        ("седьмая глава Устава", [("седьмая глава", (7,))]),
        ("В главе VII Устава", [("главе VII", (7,))]),
        ("《宪章》第六章和第七章", [("第六章", (6,)), ("第七章", (7,))]),
        ("《未来契约》行动3是什么", [("行动3", (3,))]),
        ("the third chapter", [("third chapter", (3,))]),
        ("What part is played by goals that we share in 2030?", []),
        ("Resolution 79/1, section on action", []),
        ("Часть работы выполнена", []),
        ("行动计划有什么", []),
    ],
)
def test_a_question_names_divisions(question, found):
    assert named(question) == found


@given(st.integers(1, 40), st.sampled_from(["chapter {}", "глава {}", "Section {}", "раздел {}"]))
def test_any_number_is_read_in_every_spelling(number, said):
    for written in (str(number), roman_numeral(number)):
        (found,) = divisions(said.format(written))
        assert found.numbers == (number,)


@given(st.text(max_size=60))
def test_places_are_those_of_the_text(text):
    for item in divisions(text):
        assert 0 <= item.start < item.end <= len(text) and item.numbers
