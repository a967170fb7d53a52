"""The terms of the United Nations, and how they stand beside what is to be translated."""

import re
from importlib.resources import files

import pytest

from assistant.languages import LANGUAGES
from assistant.text.glossary import with_terms


@pytest.mark.parametrize(
    ("text", "source", "reader", "expected"),
    [
        ("Где говорится об «утечке умов»?", "ru", "en", "Где говорится об «утечке умов (brain drain)»?"),
        ("Сколько составляет ОПР?", "ru", "en", "Сколько составляет ОПР (official development assistance)?"),
        ("哪里提到人才外流？", "zh", "ru", "哪里提到人才外流 (утечка умов)？"),
        ("最不发达国家的需要", "zh", "en", "最不发达国家 (least developed countries)的需要"),
        ("The least developed countries agree.", "en", "zh", "The least developed countries (最不发达国家) agree."),
        ("Those who help", "en", "ru", "Those who help"),  # not the WHO
        ("brain drain (утечка умов)", "en", "ru", "brain drain (утечка умов)"),  # once is enough
        ("", "en", "ru", ""),
    ],
)
def test_the_accepted_form_stands_behind_a_term(text, source, reader, expected):
    assert with_terms(text, source, reader) == expected


def test_the_longest_of_two_terms_counts():
    found = with_terms("最不发达国家技术库", "zh", "en")
    assert found.count("(") == 1 and "Technology Bank" in found


def test_each_line_has_three_languages_and_no_form_twice():
    seen = set()
    lines = files("assistant.text").joinpath("glossary.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line or line.startswith("#"):
            continue
        columns = line.split(" = ")
        assert len(columns) == len(LANGUAGES), line
        for code, column in zip(LANGUAGES, columns, strict=True):
            for form in column.split(" / "):
                assert form == form.strip() != "", line
                assert (code, form.casefold()) not in seen, line
                seen.add((code, form.casefold()))
        assert re.search("[\u3400-\u9fff]", columns[0]) and re.search("[А-Яа-я]", columns[1]), line
    assert len(seen) > 1500
