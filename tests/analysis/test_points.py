"""Paragraphs in as many of their own words as there is room for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.analysis.anatomy import anatomy
from assistant.analysis.points import Point, points
from assistant.library.corpus import load_corpus
from tests.conftest import ROOT

MAIN = [item for item in load_corpus(ROOT / "corpus").documents if not item.name]


@pytest.mark.parametrize("room", [40, 100, 250, 2000])
@pytest.mark.parametrize("document", MAIN, ids=lambda item: item.language)
def test_points_are_the_text_s_words_in_its_order_and_say_where_some_are_left_out(document, room):
    texts = {item.id: " ".join(item.whole.split()) for item in document.paragraphs}
    found = points(document, anatomy(document))
    assert {point.paragraph for point in found} == {one for one in texts if one.startswith(("PP", "OP"))}
    for point in found:
        words = point.within(room)
        place = 0
        for part in filter(None, (part.strip() for part in words.split("…"))):
            place = texts[point.paragraph].find(part, place)
            assert place >= 0, (part, point)
        assert point.whole in texts[point.paragraph]
        assert (words == point.whole) == (len(point.whole) <= room)
        assert words == point.whole or words.endswith("…")


def test_one_point_an_act():
    (english,) = (item for item in MAIN if item.language == "en")
    first, second = points(english, anatomy(english), ["OP3"])
    assert first.whole.startswith("Encourages the development of international partnerships")
    assert second.whole.startswith("takes note of the initiative to establish a regional")
    assert not first.whole.endswith("and")


@pytest.mark.parametrize(
    ("language", "begun", "told"),
    [
        ("en", "Encourages Member States", "strengthen cooperation on capacity-building"),
        ("ru", "рекомендует государствам-членам", "укреплять сотрудничество"),
        ("zh", "鼓励会员国", "加强能力建设合作"),
    ],
)
def test_a_long_paragraph_says_who_is_asked_and_what(language, begun, told):
    (document,) = (item for item in MAIN if item.language == language)
    (point, *_) = points(document, anatomy(document), ["OP1"])
    words = point.within(90 if language == "zh" else 280)
    assert words.startswith(begun)
    assert told in words


@pytest.mark.parametrize(
    ("whole", "room", "short"),
    [
        ("Urges all States to row, to sail and to swim in lakes", 30, "Urges all States to row …"),
        (
            "Urges all States to row, to sail and to swim in lakes",
            53,
            "Urges all States to row, to sail and to swim in lakes",
        ),
        ("Takes note of 56,126 boats and rafts on the lake", 20, "Takes note of 56,126 …"),
        ("настоятельно призывает лоцманов плыть, грести и отдыхать", 40, "настоятельно призывает лоцманов плыть …"),
        ("促请各国划船和游泳，并在湖上休息", 10, "促请各国划船和游泳…"),
        ("促请各国划船和游泳", 6, "促请各国划船和…"),
    ],
)
def test_words_end_where_a_part_of_the_sentence_or_a_word_does(whole, room, short):
    assert Point("OP1", whole).within(room) == short


@given(st.text(min_size=1, max_size=80), st.integers(1, 60))
def test_nothing_is_put_in(whole, room):
    words = Point("OP1", whole).within(room)
    assert words == whole or whole.startswith(words.removesuffix("…").rstrip())
