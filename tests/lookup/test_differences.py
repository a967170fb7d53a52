"""How two texts differ, where that is asked for: from the comparison of texts, without a model."""

from dataclasses import replace

import pytest

from assistant.analysis.anatomy import anatomy
from assistant.answer import Evidence
from assistant.lookup.beside import on_topic
from assistant.lookup.differences import age
from tests.conftest import asked, load_document, looked_up

OLD = """General Assembly

80/11. Lakes and pilots

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

1. Requests coastal States to train pilots for lakes by 2030;

2. Invites the World Bank to contribute to the Lakes Fund.
"""
NEW = OLD.replace("80/11", "81/12").replace("Requests coastal", "Urges coastal").replace("by 2030", "by 2032")
OTHER = """General Assembly

81/40. Cotton

The General Assembly,

Welcoming the cotton week,

1. Encourages spinners to spin more yarn;

2. Decides to celebrate cotton each year.
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    found = []
    for name, content in (("A_RES_80_11-EN", OLD), ("A_RES_81_12-EN", NEW), ("A_RES_81_40-EN", OTHER)):
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")
        found.append(load_document(folder / f"{name}.txt"))
    return found


@pytest.mark.parametrize(
    "question", ["What changed between 80/11 and 81/12?", "How does 81/12 differ from 80/11?", "80/11与81/12有何不同？"]
)
def test_the_changes_that_weigh_most_come_first_whatever_the_order_in_the_question(texts, question):
    found = looked_up(question, texts, kind="compare")
    first, *others = found.text.split("\n")
    assert "Requests" in first and "Urges" in first and first.index("Requests") < first.index("Urges")
    assert any("2030" in line and "2032" in line for line in others)
    assert {(item.document, item.paragraph) for item in found.citations} == {("A/RES/81/12", "OP1")}


def test_texts_are_compared_in_a_language_that_both_are_in(texts):
    russian = replace(texts[0], language="ru")
    found = looked_up("Чем 81/12 отличается от 80/11?", [*texts, russian], kind="compare")
    assert "Requests" in found.text and "Urges" in found.text
    assert {item.document for item in found.citations} == {"A/RES/81/12"}


def test_of_texts_that_are_no_versions_of_one_each_is_told(texts):
    found = looked_up("Compare 80/11 and 81/40", texts, kind="compare")
    assert "Requests coastal States" in found.text and "Decides to celebrate cotton" in found.text
    assert {item.document for item in found.citations} == {"A/RES/80/11", "A/RES/81/40"}


def test_one_text_is_compared_with_the_main_one_of_which_it_is_a_version(texts):
    main = [replace(texts[0], name=""), *texts[1:]]
    found = looked_up("Compare it with 81/12", main, kind="compare")
    assert "Requests" in found.text.split("\n")[0] and "Urges" in found.text.split("\n")[0]
    other = looked_up("Which paragraph of 81/40 is the strongest?", main, kind="compare")
    assert {item.document for item in other.citations} == {"A/RES/81/40"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What changed in operative paragraph 1 between 80/11 and 81/12?", ("Requests", "Urges")),
        ("Чем пункт 1 резолюции 81/12 отличается от пункта 1 резолюции 80/11?", ("Requests", "Urges")),
        ("80/11第1段和81/12第1段有何不同？", ("Requests", "Urges")),
        ("What changed in operative paragraph 2 between 80/11 and 81/12?", ("same words",)),
    ],
)
def test_of_paragraphs_of_two_versions_the_changes_come_first_and_then_their_words(texts, question, told):
    found = looked_up(question, texts, kind="compare")
    first, *others = found.text.split("\n")
    assert all(word in first for word in told)
    assert sum(line.startswith("“") for line in others) == 2
    assert {item.document for item in found.citations} == {"A/RES/80/11", "A/RES/81/12"}


def test_paragraphs_of_other_texts_are_shown_by_their_words_alone(texts):
    found = looked_up("Compare paragraph 1 of 80/11 with paragraph 1 of 81/40", texts, kind="compare")
    assert [line[0] for line in found.text.split("\n")] == ["“", "“"]


@pytest.mark.parametrize(
    ("question", "on"),
    [
        ("How does 81/12 differ from 80/11 on the Lakes Fund?", True),
        ("What changed between 80/11 and 81/12?", False),
        ("Чем 81/12 отличается от 80/11 в части Фонда озёр?", True),
        ("Что изменилось в 81/12 по сравнению с 80/11?", False),
        ("关于湖泊基金，80/11与81/12有何不同？", True),
        ("80/11与81/12有何不同？", False),
    ],
)
def test_what_texts_are_compared_on_is_told_from_what_compares_them(texts, question, on):
    assert asked(question, documents=texts, kind="compare").on_topic is on


def test_versions_that_are_compared_on_something_are_shown_there(texts):
    question = asked("How does 81/12 differ from 80/11 on the pilots?", documents=texts, kind="compare")
    near = [Evidence("A/RES/81/12", "OP1", "", "", "", "en", "original", 0.9, 1, match=match) for match in (0.1, 0.5)]
    assert on_topic(question, near[:1], texts, anatomy) is None
    found = on_topic(question, near, texts, anatomy)
    assert "Requests" in found.text.split("\n")[0] and "World Bank" not in found.text
    assert {(item.document, item.paragraph) for item in found.citations} == {
        ("A/RES/80/11", "OP1"),
        ("A/RES/81/12", "OP1"),
    }
    assert on_topic(replace(question, on_topic=False), near, texts, anatomy) is None


def test_a_draft_is_earlier_than_what_was_adopted_in_its_session(texts):
    resolution = replace(texts[0], symbol="A/RES/80/23", session="80")
    drafts = [replace(texts[0], symbol=symbol, session="80") for symbol in ("A/80/L.41", "A/C.3/80/L.5")]
    later = replace(texts[0], symbol="A/81/L.2", session="81")
    assert [item.symbol for item in sorted([later, resolution, *drafts], key=age)] == [
        "A/C.3/80/L.5",
        "A/80/L.41",
        "A/RES/80/23",
        "A/81/L.2",
    ]
