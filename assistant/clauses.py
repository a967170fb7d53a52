"""Whether a date, symbol or place of an answer stands where the paragraph speaks of what was asked.

A paragraph of a resolution names a dozen texts, each with its symbol and date. A small model takes the date of one for
another's, and every word of the sentence is in the paragraph all the same. What is asked about stands in the clauses
around the right one.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.claims import claims
from assistant.languages import Language, detect_language
from assistant.names import about, known, small, spelled
from assistant.quotations import clauses, exactness
from assistant.wanted import asks_list

_SYMBOL = re.compile(r".*/.*")
_KINDS = (re.compile(r"(?:1\d|20)\d\d"), re.compile(r"month.*"), _SYMBOL)  # years, months, symbols
# Fewer clauses leave nothing to be taken for another.
_FEWEST = 3
_MARGIN = 0.1
# A year is another's, too, where around it there is next to nothing of what was asked, and elsewhere most of it.
_NOTHING, _MOST = 0.1, 0.6
# Of what is said of a place less is seldom around its name.
_LITTLE = 0.34
# Where an item begins within a clause, and how one does. "共和国", "和平" and "参与" are words.
_ITEMS = re.compile(
    r"\s(?=(?:and|и|а также|as well as) (?!\d))"
    r"|(?=以及)|(?=(?<!以)及(?!其|\d))|(?=(?<!共)和(?![平谐睦解]|\d))|(?=(?<!参)与(?!会|\d))"
)
_ITEM = re.compile(r"\s*(?:(?:and|including|as well as|и|а также|включая|в том числе)\b|[和及与]|以及|其中包括|包括)")
# A place is asked for, so that one in another item may well be the answer.
_PLACE = re.compile(
    r"\b(?:which|what) (?:other )?(?:country|countries|states?|city|cities)\b"
    r"|\b(?:where|besides|apart from|other than)\b"
    r"|\b(?:где|кроме|помимо)\b|\b(?:как|котор)[а-я]+ (?:ещ[её] )?(?:стран|государств|город)"
    r"|哪里|哪儿|何地|何处|哪[一个些座]*(?:国|城市|地)|除",
    re.IGNORECASE,
)


def misplaced(
    sentence: str, question: str, paragraph: str, units: Callable[[str], set[str]], language: Language
) -> bool:
    """Whether ``paragraph`` speaks of what was asked around another date, symbol or place than ``sentence`` gives.

    ``units`` gives what is compared of a text; rare ones say more (as in BM25). The clauses before and after a number
    count with its own unless they are another item of a list. A number or month that stands with other places than the
    question's is another's, and so is a place that only such an item has. What is said of a city or state of Central
    Asia stands around its name. False where the question is not about anything that the paragraph has. All is in
    ``language``.
    """
    asked_of = known(question, language)
    places = known(sentence, language) - asked_of
    if not places and _far_from(small(asked_of), sentence, question, paragraph, units, language):
        return True
    # All items of a list may be asked for.
    comparable = places and detect_language(question)[0] == language
    comparable = comparable and not (_PLACE.search(question) or asks_list(question))
    if comparable and _of_another(places, question, paragraph, units, language):
        return True
    given = claims(sentence) - claims(question)
    sought = [{claim for claim in given if kind.fullmatch(claim)} for kind in _KINDS]
    if not any(sought):
        return False
    parts = clauses(paragraph)
    scores = _scores(parts, question, units)
    if len(parts) < _FEWEST or not any(scores):
        return False
    numbers = [claims(part) for part in parts]
    for kind, new in zip(_KINDS, sought, strict=True):
        of_kind = [{claim for claim in found if kind.fullmatch(claim)} for found in numbers]
        where = [n for n, found in enumerate(of_kind) if found & new]
        if not where:
            continue
        if asked_of & known(paragraph, language):
            there = [known(parts[n], language) for n in where]
            if all(found and not found & asked_of for found in there):
                return True
        own = max(scores[n] for n in where)
        if own < _NOTHING and max(scores) > _MOST:
            return True
        others = [score for score, found in zip(scores, of_kind, strict=True) if found and not found & new]
        if others and max(others) > own + _MARGIN:
            return True
    return False


def of_others(question: str, paragraph: str, units: Callable[[str], set[str]], language: Language) -> bool:
    """Whether ``paragraph`` has what ``question`` asks of a city or state of Central Asia only of others: it names the
    strategies of three states, and a park of the one that was asked about.
    """
    places = small(known(question, language))
    parts = clauses(paragraph)
    named = [about(part, language) for part in parts]
    own_parts = [part for part, found in zip(parts, named, strict=True) if found & places]
    # Where nothing but the name stands, it is one of several of which the same is said.
    if not own_parts or any(_only_names(part, units, language) for part in own_parts):
        return False
    forms = units_of(places, question, units, language)
    scores = _scores(parts, question, lambda text: units(text) - forms)
    own = max(score for score, found in zip(scores, named, strict=True) if found & places)
    others = [score for score, found in zip(scores, named, strict=True) if found and not found & places]
    return own < _NOTHING and bool(others) and max(others) > _MOST


def _only_names(part: str, units: Callable[[str], set[str]], language: Language) -> bool:
    """Whether ``part`` is made of names of places."""
    return units(part) <= units_of(known(part, language), part, units, language)


def units_of(names: set[str], text: str, units: Callable[[str], set[str]], language: Language) -> set[str]:
    """What is compared of ``names`` as ``text`` spells them."""
    return set().union(*(units(form) for form in spelled(names, text, language)))


def _of_another(
    places: set[str], question: str, paragraph: str, units: Callable[[str], set[str]], language: Language
) -> bool:
    """Whether ``places`` stand in items of a list that have next to nothing of what was asked: a hub in Kyrgyzstan,
    since a park there is named behind it.
    """
    parts = [item for clause in clauses(paragraph) for item in _ITEMS.split(clause) if item.strip()]
    scores = _scores(parts, question, units)
    where = [n for n, part in enumerate(parts) if known(part, language) & places]
    listed = bool(where) and all(_ITEM.match(parts[n]) for n in where)
    return listed and max(scores[n] for n in where) < _NOTHING and max(scores) > _MOST


def _far_from(
    places: set[str],
    sentence: str,
    question: str,
    paragraph: str,
    units: Callable[[str], set[str]],
    language: Language,
) -> bool:
    """Whether what ``sentence`` adds to ``question`` is hardly in the clauses around ``places``, which are asked of."""
    parts = clauses(paragraph)
    where = [n for n, part in enumerate(parts) if known(part, language) & places]
    new = units(sentence) - units(question)
    if not new or not where or len(parts) < _FEWEST or known(sentence, language) & places:
        return False
    of = [units(part) for part in parts]
    near = set().union(*(_around(parts, of, [False] * len(parts), n) for n in where))
    return len(new & near) < _LITTLE * len(new) and len(new & set().union(*of)) > _LITTLE * len(new)


def _scores(parts: Sequence[str], question: str, units: Callable[[str], set[str]]) -> list[float]:
    """The share of what ``question`` asks about that is in or around each of ``parts``."""
    of = [units(part) for part in parts]
    counts = Counter(unit for found in of for unit in found)
    there = [unit for unit in units(question) if unit in counts]
    asked = {unit: math.log(1 + len(parts) / counts[unit]) * exactness(unit) for unit in there}
    total = sum(asked.values()) or 1.0
    texts = [any(_SYMBOL.fullmatch(claim) for claim in claims(part)) for part in parts]
    near = [_around(parts, of, texts, n) for n in range(len(parts))]
    return [sum(asked[unit] for unit in found & asked.keys()) / total for found in near]


def _around(parts: Sequence[str], of: Sequence[set[str]], texts: Sequence[bool], n: int) -> set[str]:
    """What is compared of clause ``n`` and of those before and behind it, as far as no other item of a list begins.

    ``texts`` are the clauses that give a symbol: such a one says all of its text, and nothing of the next.
    """
    found = set(of[n])
    if n and not _ITEM.match(parts[n]) and not (texts[n] and texts[n - 1]):
        found |= of[n - 1]
    if n + 1 < len(parts) and not _ITEM.match(parts[n + 1]) and not (texts[n] and texts[n + 1]):
        found |= of[n + 1]
    return found
