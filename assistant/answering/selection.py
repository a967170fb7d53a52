"""Whether a paragraph answers a question: the decision to answer or to say that the text does not.

A logistic regression on two signals that are there before a word is written: how well the question's tokens match
the paragraph, and how likely the language model is to say that the paragraph answers. The weights are fitted by
`eval/studies/refusal.py`, and from which likelihood on a paragraph is quoted is chosen by `eval/studies/kinds.py`, with
the engine and models that come with the project.
"""

import math
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from assistant.answer import Evidence
from assistant.languages import Language

# Of the match, of the log odds that the model gives, of a paragraph in another language, and of each paragraph that was
# found before it, which is not fitted but chosen by what is then answered from; and what is added to all.
_MATCH, _ODDS, _FOREIGN, _BEHIND, _INTERCEPT = 3.3, 1.25, 0.65, -1.0, -1.75
# Below the first nothing is answered; from the second on no further paragraph is looked at.
LEAST, _ENOUGH = 0.3, 0.75
# The least for a paragraph that the question names, which is likelier to answer than one that was found.
LEAST_NAMED = 0.1
# The least for a paragraph that is quoted for a yes or no, unless it stands out: nothing else tells that it answers.
LEAST_POLAR = 0.4
# For several paragraphs: what a match counts for beside the log odds; how many are looked at and chosen at most, and
# looked at of each document that is named.
_SEVERAL_MATCH, _JUDGED, _MOST, _OF_EACH = 20.0, 12, 8, 3
# From these on a quotation takes the place of what the model wrote: where that says no more than the question, where it
# says what the paragraph does not, and where it does though a number or a time was asked for, since one that the model
# made up is seldom there.
_QUOTED_FOR_NOTHING, _QUOTED_FOR_WRONG, _QUOTED_FOR_NUMBER = 0.4, 0.7, 0.85
# The least that a paragraph matches a question that names it: "What does OP3 say of it?"
NAMED = 0.3
# How much less a paragraph matches a question that leans on others ("And where?") than one that says all itself.
LEANING = 0.2
# The model is asked only where its opinion can decide: it is seldom higher than this.
_HIGHEST = 0.97


def likelihood(evidence: Evidence, judged: float, spoken: Collection[Language], place: int) -> float:
    """How likely ``evidence`` is to answer a question that is there in the languages ``spoken``, in [0, 1].

    ``judged`` is the model's opinion, ``place`` how many paragraphs were found to be nearer.
    """
    sum_ = _INTERCEPT + _MATCH * evidence.match + _ODDS * log_odds(judged)
    sum_ += _FOREIGN * (evidence.language not in spoken) + _BEHIND * place
    return logistic(sum_)


def log_odds(opinion: float) -> float:
    """Those of the probability ``opinion``, which is taken to be neither 0 nor 1."""
    opinion = min(max(opinion, 1e-3), 1 - 1e-3)
    return math.log(opinion / (1 - opinion))


def logistic(sum_: float) -> float:
    """The probability of which ``sum_`` are the log odds."""
    return 1 / (1 + math.exp(-sum_))


def choose(
    evidence: Sequence[Evidence],
    judge: Callable[[Evidence], float],
    spoken: Collection[Language],
    before: int = 0,
    least: float = LEAST,
) -> Evidence | None:
    """The paragraph to answer from; None where none of ``evidence`` is likely enough to answer, as ``least`` says.

    ``judge`` gives the model's opinion; it is not asked where that can't change the choice. Paragraphs come best first,
    and behind as many ``before`` them.
    """
    best: Evidence | None = None
    highest = least
    for place, item in enumerate(evidence, before):
        if likelihood(item, _HIGHEST, spoken, place) <= highest:
            continue
        if (found := likelihood(item, judge(item), spoken, place)) > highest:
            best, highest = item, found
        if highest >= _ENOUGH:
            break
    return best


def score(evidence: Evidence, judged: float) -> float:
    """How well ``evidence`` says what is asked for beside others, by match and opinion: average precision 0.96 over the
    draft's paragraphs.
    """
    return _SEVERAL_MATCH * evidence.match + log_odds(judged)


@dataclass(frozen=True)
class Cut:
    """Which of several paragraphs are chosen, by `score`: none where the best has less than ``best``; else those that
    have ``least`` and no more than ``below`` less than the best; with ``gap``, of these all before the widest gap.
    """

    best: float
    least: float
    below: float
    gap: bool = False


# Chosen on questions which texts of a library say something, and on themes, lists and reasons within a text: a theme is
# the paragraphs that stand out, if any do, a list or a reason mostly one, which is likely to answer (`texts.md`,
# `open_questions.md` in `eval/studies/`).
TEXTS = Cut(8.5, 7.0, 2.5)
THEME = Cut(7.0, 5.0, 2.5, gap=True)
LIST = Cut(0.0, 5.0, 1.0)
# The one paragraph that speaks of what is asked with yes or no, though it may not say which (`kinds.md` there).
POLAR = Cut(9.0, 0.0, 1.0)


def choose_several(
    evidence: Sequence[Evidence], judge: Callable[[Evidence], float], spoken: Collection[Language], cut: Cut
) -> list[Evidence]:
    """The paragraphs that say what is asked for, best first, by match and opinion, as ``cut`` says.

    In a language that the question is not there in matches lie closer together, and half of ``cut.below`` counts.
    """
    scored = [(score(item, judge(item)), item) for item in evidence[:_JUDGED]]
    scored.sort(key=lambda one: -one[0])
    if not scored or scored[0][0] < cut.best:
        return []
    highest, best = scored[0]
    least = max(cut.least, highest - (cut.below if best.language in spoken else cut.below / 2))
    reached = min(sum(points > least for points, _ in scored), _MOST)
    if cut.gap:
        points = [*(points for points, _ in scored), least]
        reached = max(range(1, reached + 1), key=lambda place: points[place - 1] - points[place], default=0)
    return [item for _, item in scored[:reached]]


def choose_polar(
    evidence: Sequence[Evidence],
    judge: Callable[[Evidence], float],
    spoken: Collection[Language],
    cut: Cut = POLAR,
) -> Evidence | None:
    """The paragraph to quote for a yes or no: one that is likely to answer, else the only one within the ``cut``.

    The other arguments are those of `choose`.
    """
    if likely := choose(evidence, judge, spoken, least=LEAST_POLAR):
        return likely
    alone = choose_several(evidence, judge, spoken, cut)
    return alone[0] if len(alone) == 1 else None


# What comes first in a resolution.
_KINDS = {"HEAD": 0, "PP": 1, "OP": 2}


def in_order(chosen: Sequence[Evidence]) -> list[Evidence]:
    """``chosen`` in the order of each text, by their ids: the preamble before operative paragraphs."""

    def place(item: Evidence) -> tuple[str, int, list[int], str]:
        kind = re.match(r"[A-Z]*", item.paragraph)
        numbers = [int(number) for number in re.findall(r"\d+", item.paragraph)]
        return item.document, _KINDS.get(kind[0] if kind else "", len(_KINDS)), numbers, item.paragraph

    return sorted(chosen, key=place)


def choose_each(
    groups: Sequence[Sequence[Evidence]], judge: Callable[[Evidence], float], spoken: Collection[Language]
) -> list[Evidence]:
    """The best of each of ``groups``, by match and opinion, where it is little worse than the best of all; none where
    that is not likely enough to say what is asked for.
    """
    nearest = [sorted(group, key=lambda item: -item.match)[:_OF_EACH] for group in groups if group]
    each = [max(((score(item, judge(item)), item) for item in items), key=lambda one: one[0]) for items in nearest]
    highest, best = max(each, key=lambda one: one[0], default=(0.0, None))
    if best is None or likelihood(best, judge(best), spoken, 0) < LEAST:
        return []
    return [item for points, item in each if points > highest - TEXTS.below]


def quotable(
    chosen: Evidence, judge: Callable[[Evidence], float], spoken: Collection[Language], *, wrong: bool, number: bool
) -> bool:
    """Whether to quote ``chosen``, where the model wrote what is ``wrong``, not borne out, or wrote nothing new.

    ``number`` says that the question asks for one, or for a time, or has one that ``chosen`` has not.
    """
    least = _QUOTED_FOR_NOTHING if not wrong else _QUOTED_FOR_NUMBER if number else _QUOTED_FOR_WRONG
    return likelihood(chosen, judge(chosen), spoken, 0) >= least
