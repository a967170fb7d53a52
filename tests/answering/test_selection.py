"""Whether a paragraph answers, and which."""

import pytest

from assistant.answer import Evidence
from assistant.answering.selection import (
    LEAST_POLAR,
    LIST,
    TEXTS,
    THEME,
    choose,
    choose_each,
    choose_polar,
    choose_several,
    in_order,
    likelihood,
    quotable,
)

# How well a paragraph matches: so well that it is answered from whatever the model says, so little that it never is,
# and so that the model decides.
WELL, LITTLE, SO_SO = 0.7, 0.1, 0.5


def found(*matches, language="en"):
    return [
        Evidence("resolution", f"OP{n}", "", "", "", language, "original", 0.9, n, match=match)
        for n, match in enumerate(matches, 1)
    ]


class Judge:
    """Thinks of each paragraph what it is told to, and knows which it was asked about."""

    def __init__(self, **opinions):
        self.opinions, self.asked = opinions, []

    def __call__(self, item):
        self.asked.append(item.paragraph)
        return self.opinions[item.paragraph]


def chosen(evidence, judge, language="en"):
    item = choose(evidence, judge, [language])
    return item and item.paragraph


@pytest.mark.parametrize(
    ("match", "opinion", "expected"),
    [(WELL, 0.55, "OP1"), (SO_SO, 0.99, "OP1"), (SO_SO, 0.6, "OP1"), (SO_SO, 0.05, None), (LITTLE, 0.5, None)],
)
def test_the_model_and_the_match_decide(match, opinion, expected):
    judge = Judge(OP1=opinion)
    assert chosen(found(match), judge) == expected
    assert judge.asked == ["OP1"]


def test_the_model_is_not_asked_where_its_opinion_can_change_nothing():
    judge = Judge(OP1=0.7)
    assert chosen(found(WELL, LITTLE, -1.0), judge) == "OP1"
    assert judge.asked == ["OP1"]


@pytest.mark.parametrize("opinion", [0.0, 1.0])
def test_a_model_that_is_sure_is_a_number_like_any(opinion):
    assert 0 < likelihood(*found(SO_SO), opinion, ["en"], 0) < 1


def test_nothing_to_choose_from():
    assert choose([], Judge(), ["en"]) is None


def test_a_later_paragraph_is_not_looked_at_once_one_is_likely_enough():
    judge = Judge(OP1=0.9)
    assert chosen(found(SO_SO, 1.0), judge) == "OP1"
    assert judge.asked == ["OP1"]


def test_a_later_paragraph_wins_only_when_it_is_clearly_better():
    assert chosen(found(SO_SO, SO_SO), Judge(OP1=0.6, OP2=0.7)) == "OP1"
    assert chosen(found(SO_SO, SO_SO), Judge(OP1=0.6, OP2=0.9)) == "OP2"


def test_a_later_paragraph_may_be_the_only_one_that_answers():
    assert chosen(found(SO_SO, WELL), Judge(OP1=0.01, OP2=0.9)) == "OP2"


def test_what_comes_behind_others_has_to_be_likelier():
    assert choose(found(SO_SO), Judge(OP1=0.5), ["en"], before=1) is None
    assert choose(found(SO_SO), Judge(OP1=0.5), ["en"]) == found(SO_SO)[0]


def test_a_match_across_languages_is_worth_more():
    item, *_ = found(SO_SO)
    assert likelihood(item, 0.5, ["ru"], 0) > likelihood(item, 0.5, ["en"], 0)


def test_match_and_opinion_raise_the_likelihood_and_place_lowers_it():
    worse, better = found(SO_SO, SO_SO + 0.1)
    assert likelihood(worse, 0.5, ["en"], 0) < likelihood(better, 0.5, ["en"], 0)
    assert likelihood(worse, 0.5, ["en"], 0) < likelihood(worse, 0.6, ["en"], 0)
    assert likelihood(worse, 0.5, ["en"], 0) > likelihood(worse, 0.5, ["en"], 1)


def test_a_quotation_needs_more_where_the_model_was_wrong_and_most_for_a_number():
    (item,) = found(SO_SO)
    for opinion, nothing, wrong, number in (
        (0.6, True, False, False),
        (0.8, True, True, False),
        (0.95, True, True, True),
    ):
        assert quotable(item, Judge(OP1=opinion), ["en"], wrong=False, number=False) == nothing
        assert quotable(item, Judge(OP1=opinion), ["en"], wrong=True, number=False) == wrong
        assert quotable(item, Judge(OP1=opinion), ["en"], wrong=True, number=True) == number
    assert not quotable(item, Judge(OP1=0.01), ["en"], wrong=False, number=False)


def test_of_several_texts_the_best_of_each_is_chosen():
    one, other = found(SO_SO, WELL), found(WELL, LITTLE, language="ru")
    judged = {item: 0.9 if item.match == WELL else 0.2 for item in (*one, *other)}
    assert choose_each([one, other], judged.__getitem__, ["en", "ru"]) == [one[1], other[0]]


def test_a_text_that_says_nothing_of_it_is_left_out():
    says, other = found(WELL), found(LITTLE, language="ru")
    assert choose_each([says, other], {says[0]: 0.9, other[0]: 0.3}.__getitem__, ["en", "ru"]) == says
    assert choose_each([other, []], {other[0]: 0.3}.__getitem__, ["ru"]) == []
    assert choose_each([], Judge(), ["en"]) == []


def several(*matches, spoken="en", cut=TEXTS):
    judge = Judge(**{f"OP{n}": 0.5 for n in range(1, len(matches) + 1)})
    return [item.paragraph for item in choose_several(found(*matches), judge, [spoken], cut)]


def test_texts_that_say_it_are_those_little_worse_than_the_best():
    assert several(0.7, 0.45, 0.65, 0.6) == ["OP1", "OP3", "OP4"]
    assert several(0.7, 0.6, spoken="ru") == ["OP1"]  # across languages matches lie closer together


def test_no_text_says_it_where_the_best_hardly_matches():
    assert several(0.4, 0.39) == [] == several()
    assert several(0.43, 0.36, 0.34) == ["OP1", "OP2"]  # and of the others none that does not itself


def test_of_a_theme_those_before_the_widest_gap_are_chosen_and_of_a_list_those_next_to_the_best():
    assert several(0.6, 0.58, 0.57, 0.46, 0.45, cut=THEME) == ["OP1", "OP2", "OP3"]
    assert several(0.6, 0.47, 0.46, cut=THEME) == ["OP1"]
    assert several(0.6, 0.3, 0.3, cut=THEME) == ["OP1"]  # what does not say it is none of them, however wide the gap
    assert several(0.6, 0.56, 0.54, 0.46, cut=LIST) == ["OP1", "OP2"]
    assert several(0.3, 0.2, cut=THEME) == []  # where none stands out there is nothing to tell


def test_what_is_chosen_is_told_in_the_order_of_the_text():
    ids = ["OP10", "OP2(b)", "PP12", "OP2", "HEAD", "OP2(a)", "PP3"]
    mixed = [Evidence("resolution", one, "", "", "", "en", "original", 0.9, n) for n, one in enumerate(ids, 1)]
    assert [item.paragraph for item in in_order(mixed)] == ["HEAD", "PP3", "PP12", "OP2", "OP2(a)", "OP2(b)", "OP10"]


@pytest.mark.parametrize(
    ("matches", "expected"),
    [((0.56, 0.3), "OP1"), ((0.56, 0.53), None), ((0.4, 0.1), None), ((), None)],
)
def test_of_a_yes_or_no_what_alone_speaks_of_it_is_chosen_though_it_is_not_sure_to_answer(matches, expected):
    judge = Judge(OP1=0.3, OP2=0.3)
    assert choose(found(*matches), judge, ["en"], least=LEAST_POLAR) is None
    chosen = choose_polar(found(*matches), judge, ["en"])
    assert (chosen and chosen.paragraph) == expected
    likely = choose_polar(found(*matches), lambda item: 0.95, ["en"])
    assert likely is None or likely.paragraph == "OP1"
