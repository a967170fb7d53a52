"""The words that one wording of a paragraph lost and gained."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.analysis.redline import redline

PIECES = [*"-,é（。", "the ", "States", " and", " 水", "资源", "вода", " 12/34", ";\n", "  ", "’s", "\u2011", " A"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


def drawn(before, after):
    marks = {"kept": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
    return "".join(marks[span.kind].format(span.text) for span in redline(before, after))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (
            "Requests the river commissions to share data;",
            "Invites river commissions to share data;",
            "[-Requests the-][+Invites+] river commissions to share data;",
        ),
        ("Просит секретариат подготовить доклад;", "Предлагает секретариату подготовить доклад;", None),
        ("请各国政府共享水文数据；", "邀请各国政府及时共享水文数据；", "[+邀+]请各国政府[+及时+]共享水文数据；"),
        ("adopted as resolution 61/9;", "adopted as resolution 62/9;", "adopted as resolution[- 61/9-][+ 62/9+];"),
        ("cross-border waters", "cross-border and coastal waters", "cross-border[+ and coastal+] waters"),
        ("no change at all", "no change at all", "no change at all"),
        ("", "all of it new", "[+all of it new+]"),
        ("all of it gone", "", "[-all of it gone-]"),
    ],
)
def test_words_that_changed_stand_between_those_that_stayed(before, after, shown):
    if shown is None:
        shown = "[-Просит секретариат-][+Предлагает секретариату+] подготовить доклад;"
    assert drawn(before, after) == shown


def test_little_words_that_stayed_by_chance_are_told_with_what_changed():
    before = "to draw on the patient help of local ferrymen"
    after = "with the kind support of our ferrymen"
    assert drawn(before, after) == ("[-to draw on the patient help of local-][+with the kind support of our+] ferrymen")


def test_a_long_stretch_that_stayed_is_kept_between_long_changes():
    stay = "including the upkeep of all harbour lights and the training of pilots"
    before = f"One two three four five six seven eight nine ten eleven twelve thirteen {stay} a b c d e f g h i j k l m"
    after = f"Quite other words stand here in the later text as you can see {stay} n o p q r s t u v w x y z"
    assert f" {stay}" in [span.text for span in redline(before, after) if span.kind == "kept"]


@given(TEXTS, TEXTS)
def test_both_texts_are_there_to_the_letter(before, after):
    spans = redline(before, after)
    assert "".join(span.text for span in spans if span.kind != "inserted") == before
    assert "".join(span.text for span in spans if span.kind != "deleted") == after
    assert all(span.text for span in spans)
    assert all(one.kind != other.kind for one, other in pairwise(spans))
    assert all((one.kind, other.kind) != ("inserted", "deleted") for one, other in pairwise(spans))


@given(TEXTS)
def test_a_text_beside_itself_has_no_change(text):
    assert [span.kind for span in redline(text, text)] == ["kept"] * bool(text)
