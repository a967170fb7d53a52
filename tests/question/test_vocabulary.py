"""The words by which a message shows what it is."""

import tomllib

import pytest

from assistant.languages import LANGUAGES
from assistant.question.vocabulary import only, words
from tests.conftest import ROOT

LISTS = tomllib.loads((ROOT / "assistant/question/conversation_words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_list_is_read(language):
    for kind in LISTS[language]:
        assert words(language, kind).pattern


def test_words_are_whole():
    assert words("en", "pointer").search("Who pays for it?")
    assert not words("en", "pointer").search("Who pays for the item?")
    assert words("ru", "pointer").search("Кто её ведёт, за неё?")  # "е" for "ё"
    assert not words("ru", "pointer").search("Кто ведёт поезда?")


def test_a_language_without_such_words_has_none():
    assert not words("en", "subjectless").search("in it")
    assert only("thanks, great!", "en", "polite")
    assert not only("great lake!", "en", "polite")
