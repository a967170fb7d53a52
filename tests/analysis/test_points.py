"""Paragraphs in a line of their own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.analysis.anatomy import anatomy
from assistant.analysis.points import abridged, points
from assistant.analysis.redline import words
from assistant.languages import LANGUAGES
from assistant.library.corpus import load_corpus
from tests.conftest import ROOT

MAIN = [item for item in load_corpus(ROOT / "corpus").documents if not item.name]


@pytest.mark.parametrize("document", MAIN, ids=lambda item: item.language)
def test_points_are_the_text_s_words_in_its_order_and_say_where_some_are_left_out(document):
    texts = {item.id: " ".join(item.whole.split()) for item in document.paragraphs}
    found = points(document, anatomy(document))
    assert {point.paragraph for point in found} == {one for one in texts if one.startswith(("PP", "OP"))}
    for point in found:
        place = 0
        for part in filter(None, (part.strip() for part in point.words.split("…"))):
            place = texts[point.paragraph].find(part, place)
            assert place >= 0, (part, point)
        assert point.whole in texts[point.paragraph]
        if "…" not in point.words:
            assert point.words == point.whole
        assert len(point.words) <= len(point.whole) + 2


def test_one_point_an_act():
    (english,) = (item for item in MAIN if item.language == "en")
    first, second = points(english, anatomy(english), ["OP3"])
    assert first.words.startswith("Encourages the development of international partnerships")
    assert second.words.startswith("takes note of the initiative to establish a regional")
    assert not first.whole.endswith("and")


@pytest.mark.parametrize(
    ("text", "kept", "language", "short"),
    [
        (
            "Urges all States to row, to sail and to swim in lakes",
            "Urges States row",
            "en",
            "Urges all States to row …",
        ),
        ("Urges pilots", "Urges pilots", "en", "Urges pilots"),
        ("настоятельно призывает лоцманов", "призывает лоцманов", "ru", "призывает лоцманов"),
        ("促请各国划船和游泳", "促请划船", "zh", "促请各国划船和游泳"),
    ],
)
def test_a_few_words_between_are_shown(text, kept, language, short):
    assert abridged(text, kept, language) == short


@given(st.text(max_size=60), st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_nothing_is_put_in(text, kept, language):
    said = words(abridged(text, kept, language))
    left = iter(words(text))
    assert all(word in left for word in said)
