"""Whether a date or number of an answer stands where the paragraph speaks of what was asked.

A paragraph of a resolution names a dozen texts, each with its symbol and date. A small model takes the date of one for
another's, and every word of the sentence is in the paragraph all the same. What is asked about stands in the clauses
around the right one.
"""

import math
import re
from collections import Counter
from collections.abc import Callable

from assistant.claims import claims
from assistant.languages import Language
from assistant.names import elsewhere, known
from assistant.quotations import clauses

_KINDS = (re.compile(r"(?:1\d|20)\d\d"), re.compile(r".*/.*"))  # years, symbols
# Fewer clauses leave nothing to be taken for another.
_FEWEST = 3
_MARGIN = 0.1


def misplaced(
    sentence: str, question: str, paragraph: str, units: Callable[[str], set[str]], language: Language
) -> bool:
    """Whether ``paragraph`` speaks of what was asked around another year or symbol than ``sentence`` gives.

    ``units`` gives what is compared of a text; rare ones say more (as in BM25). The clauses before and after a number
    count with its own, unless that speaks of other places and one of them of the question's. False where the question
    is not about anything that the paragraph has. All is in ``language``.
    """
    given = claims(sentence) - claims(question)
    sought = [{claim for claim in given if kind.fullmatch(claim)} for kind in _KINDS]
    if not any(sought):
        return False
    parts = clauses(paragraph)
    of = [units(part) for part in parts]
    counts = Counter(unit for found in of for unit in found)
    asked = {unit: math.log(1 + len(parts) / counts[unit]) for unit in units(question) if unit in counts}
    total = sum(asked.values())
    if len(parts) < _FEWEST or not total:
        return False
    asked_of = known(question, language)
    near = [set().union(*of[max(0, n - 1) : n + 2]) for n in range(len(parts))]
    scores = [sum(asked[unit] for unit in found & asked.keys()) / total for found in near]
    numbers = [claims(part) for part in parts]
    for kind, new in zip(_KINDS, sought, strict=True):
        of_kind = [{claim for claim in found if kind.fullmatch(claim)} for found in numbers]
        places = [part for part, found in zip(parts, of_kind, strict=True) if found & new]
        if (
            asked_of
            and asked_of <= known(paragraph, language)
            and places
            and all(elsewhere(question, language, part, language) for part in places)
        ):
            return True
        own = [score for score, found in zip(scores, of_kind, strict=True) if found & new]
        others = [score for score, found in zip(scores, of_kind, strict=True) if found and not found & new]
        if own and others and max(others) > max(own) + _MARGIN:
            return True
    return False
