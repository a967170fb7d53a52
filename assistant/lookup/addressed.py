"""Whom a question of who is asked means: those of a text's addressees that it names, or somebody that the text asks
nothing of."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from assistant.analysis.anatomy import Act
from assistant.languages import Language
from assistant.text.glossary import renderings, written_terms
from assistant.text.terms import terms
from assistant.text.titles import title_pattern
from assistant.text.units import script

_ACRONYM = re.compile(r"(?<!\w)[A-ZА-ЯЁ]{2,6}(?!\w)")
_WORDS = "the a an of and or in on for to all its their и в во на по с 的 和 与 及 各 等"
_SMALL = frozenset(_WORDS.split())
# "agencies, programmes and funds": each of them may be named.
_PARTS = re.compile(r"[,，、;]|\b(?:and|и|а также)\b|和|及|以及")
# An addressee is named where the question has so much of what sets it apart, and little less than of any other.
_LEAST, _NEARLY = 0.55, 0.75
# … in Chinese, where pairs of characters overlap from one word to the next.
_LEAST_HAN = 0.4


def addressed(question: str, acts: Sequence[Act]) -> tuple[str, ...]:
    """The addressees of ``acts`` that ``question`` names, wholly or by what sets one apart: "the agencies", "the UN
    system"."""
    names = list(dict.fromkeys(name for act in acts for name in act.addressees))
    said = _terms(question)
    of = {name: [found for part in _PARTS.split(name) if (found := _terms(part))] for name in names}
    frequency = Counter(term for parts in of.values() for term in set().union(*parts))
    weight = {term: math.log(1 + len(names) / count) for term, count in frequency.items()}

    def share(part: set[str]) -> float:
        return math.fsum(weight[term] for term in part & said) / math.fsum(weight[term] for term in part)

    shares = {name: max(map(share, parts), default=0.0) for name, parts in of.items()}
    least = max(_LEAST_HAN if script(question) == "zh" else _LEAST, _NEARLY * max(shares.values(), default=0.0))
    return tuple(name for name in names if shares[name] >= least)


def mentioned(term: str, words: str) -> bool:
    """Whether ``words`` have ``term``, or what else it is called."""
    plain = words.replace("ё", "е")
    return any(title_pattern(form).search(plain) for form in {term, *renderings(term)})


def strangers(question: str, acts: Sequence[Act], language: Language) -> tuple[str, ...]:
    """Those that ``question`` names, by the accepted name of somebody, whom none of ``acts`` addresses."""
    names = [name for act in acts for name in act.addressees]
    plain = question.replace("ё", "е")
    found = [term for term in written_terms(language) if _is_name(term) and _names(term, plain)]
    longest = [term for term in found if not any(term != other and term in other for other in found)]
    return tuple(term for term in longest if not any(_terms(term) & _terms(name) for name in names))


def _names(term: str, question: str) -> bool:
    """Whether ``question`` has ``term``, an acronym only in its own letters: "who" is not "WHO"."""
    found = title_pattern(term).search(question)
    return found is not None and (not _ACRONYM.fullmatch(term) or found[0] == term)


def _is_name(term: str) -> bool:
    return term[:1].isupper() or term[:1] > "\u2e80"


def _terms(text: str) -> set[str]:
    """The terms of ``text``, acronyms as what they stand for as well; pairs of Chinese characters."""
    whole = " ".join([text, *(form for short in _ACRONYM.findall(text) for form in renderings(short))])
    return {term for term in terms(whole) if term not in _SMALL and not (len(term) == 1 and term > "\u2e80")}
