"""Whether what an answer says stands where the paragraph speaks of what was asked: a date, a symbol, a place, what a
text is.

A paragraph of a resolution names a dozen texts, each with its symbol and date. A small model takes the date of one for
another's, or who adopted it, and every word of the sentence is in the paragraph all the same. What is asked about
stands in the clauses around the right one.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.claims import claims
from assistant.languages import Language, detect_language
from assistant.names import about, known, small, spelled
from assistant.quotations import clauses, exactness
from assistant.retrieval.lexical import stem
from assistant.retrieval.named import EN_ORDINALS, RU_ORDINALS, number
from assistant.verbs import misgoverned
from assistant.wanted import asks_held, asks_list

_SYMBOL = re.compile(r".*/.*")
_KINDS = (re.compile(r"(?:1\d|20)\d\d"), re.compile(r"month.*"), _SYMBOL)  # years, months, symbols
# Fewer clauses leave nothing to be taken for another.
_FEWEST = 3
_MARGIN = 0.1
# A year is another's, too, where around it there is next to nothing of what was asked, and elsewhere most of it.
_NOTHING, _MOST = 0.1, 0.6
# Of what is said of a place or of a text less is seldom around its name.
_LITTLE = 0.34
# Where an item begins within a clause, and how one does. "共和国", "和平" and "参与" are words.
_ITEMS = re.compile(
    r"\s(?=(?:and|и|а также|as well as) (?!\d))"
    r"|(?=以及)|(?=(?<!以)及(?!其|\d))|(?=(?<!共)和(?![平谐睦解]|\d))|(?=(?<!参)与(?!会|\d))"
)
_ITEM = re.compile(
    r"\s*(?:(?:and|including|as well as|и|а также|включая|в том числе)\b"
    r"(?! (?:which|that|who|its|their|the annex(?:es)?|котор[а-я]+|(?:е[её] |его |их )?приложени[а-я]+)\b)"
    r"|[和及与](?!其(?!他))|以及|其中包括|包括)"
)
_QUESTION = re.compile(r"[?？]")
# In Chinese a symbol closes what is said of its text.
_TEXTS = re.compile(r"(?<=决议)(?=[和及与])")
# What is in another item may well be the answer; and so may a place, where one is asked for.
_OTHERS = re.compile(
    r"\b(?:besides|apart from|other than|in addition to|(?:along|together) with|else)\b"
    r"|\b(?:кроме(?! того)|помимо|наряду с|вместе с|ещ[её])\b|除[^，。？?]{1,30}外|除了|另外|还有|[一连]同",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:which|what) (?:other )?(?:country|countries|states?|city|cities)\b|\b(?:where|где)\b"
    r"|\b(?:как|котор)[а-я]+ (?:ещ[её] )?(?:стран|государств|город)|哪里|哪儿|何地|何处|哪[一个些座]*(?:国|城市|地)",
    re.IGNORECASE,
)
# Who did something to a text is hardly ever told in the item of another.
_WHO = re.compile(
    r"\bwhom?\b|\b(?:which|what) (?:body|organ|conference|meeting|forum|summit)\b"
    r"|\b(?:кто|кем)\b|\bкак(?:ой|им|ая) (?:орган|форум|конференци|встреч|саммит)"
    r"|谁|哪[一个次届]*(?:机构|机关|会议|论坛|峰会)",
    re.IGNORECASE,
)
# "the Third International Conference", "第三次发展…": the number, and what there are several of, two words of it. Words
# and figures are not compared, since a word may be but the end of a number: "семьдесят девятая".
_ORDINAL = re.compile(
    rf"\b(?P<en>{EN_ORDINALS}) (?P<a>[a-z]+ [a-z]+)|\b(?P<ru>{RU_ORDINALS})[а-яё]{{1,4}} (?P<b>[а-яё]+ [а-яё]+)"
    r"|(?<![\d/])(?P<figures>\d{1,3})(?:st|nd|rd|th|-(?:ый|ой|ий|я|ая|ое|го|му|м|й|е)) (?P<c>[a-zа-яё]+ [a-zа-яё]+)"
    r"|第\s*(?P<zh>\d{1,3}|[一二三四五六七八九十百]{1,5})\s*(?P<d>[次届](?![和与或及])\w{1,2})",
    re.IGNORECASE,
)
# "When was the resolution adopted?" asks about none of the texts that a paragraph names.
_RESOLUTION = "resolution resolutions draft document text резолюция резолюции проект документ текст 决议 草案 文件"
_ADOPTED = "adopted adoption force effect принята принят принятие силу 通过 生效"
# Whose draft it is: "its resolution 70/1".
_ASSEMBLY: dict[Language, str] = {"zh": "联合国大会", "ru": "Генеральная Ассамблея", "en": "the General Assembly"}


def misplaced(
    sentence: str, question: str, paragraph: str, units: Callable[[str], set[str]], language: Language
) -> bool:
    """Whether ``paragraph`` speaks of what was asked elsewhere than around what ``sentence`` gives: the date, symbol or
    place of something else, or who did something to another text.

    ``units`` gives what is compared of a text; rare ones say more (as in BM25). The clauses before and after a number
    count with its own unless they are another item of a list. A number or month that stands with other places than the
    question's is another's, and so is a place that only such an item has. What is said of a city or state of Central
    Asia stands around its name, and who adopted a text that has a number in the same item; no date that it gives is
    "the resolution"'s, nor the date of a text that of a meeting. A verb by which a text acts governs what stands behind
    it (`assistant.verbs`). False where the question is not about anything that the paragraph has. All is in
    ``language``.
    """
    if misgoverned(sentence, question, paragraph, units):
        return True
    asked_of = known(question, language)
    places = known(sentence, language) - asked_of
    if not _OTHERS.search(question):
        if not places and _far_from(small(asked_of), sentence, question, paragraph, units, language):
            return True
        # All items of a list may be asked for.
        if detect_language(question)[0] == language and not asks_list(question):
            if places and not _PLACE.search(question) and _of_another(places, question, paragraph, units, language):
                return True
            if _WHO.search(question) and _of_another_text(sentence, question, paragraph, units, language):
                return True
    given = claims(sentence) - claims(question)
    sought = [{claim for claim in given if kind.fullmatch(claim)} for kind in _KINDS]
    if not any(sought):
        return False
    read = _Clauses.of(clauses(paragraph), units)
    asked = units(question)
    scores = read.scores(asked)
    resolution = asked & units(_RESOLUTION)
    specific = (asked - resolution - units(_ADOPTED)) & read.all
    if resolution and not specific and any(sought[:2]):
        return True
    if len(read.parts) < _FEWEST or not any(scores):
        return False
    numbers = [claims(part) for part in read.parts]
    for kind, new in zip(_KINDS, sought, strict=True):
        of_kind = [{claim for claim in found if kind.fullmatch(claim)} for found in numbers]
        where = [n for n, found in enumerate(of_kind) if found & new]
        if not where:
            continue
        if asked_of & known(paragraph, language):
            there = [known(read.parts[n], language) for n in where]
            if all(found and not found & asked_of for found in there):
                return True
        of_texts = kind is not _SYMBOL and all(read.texts[n] for n in where)
        if of_texts and (asks_held(question) or not any(read.units[n] & specific for n in read.items(where))):
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
    scores = _Clauses.of(parts, units).scores(units(question) - forms)
    own = max(score for score, found in zip(scores, named, strict=True) if found & places)
    others = [score for score, found in zip(scores, named, strict=True) if found and not found & places]
    return own < _NOTHING and bool(others) and max(others) > _MOST


def of_another_number(question: str, paragraph: str) -> bool:
    """Whether ``paragraph`` has what ``question`` gives a number by others only: the third conference, and not the
    fourth.
    """
    asked, told = _ordinals(question), _ordinals(paragraph)
    return any(told.get(what, numbers).isdisjoint(numbers) for what, numbers in asked.items())


def _ordinals(text: str) -> dict[tuple[str, str], set[int]]:
    """The numbers that ``text`` gives things by, by how they are written and what of."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for match in _ORDINAL.finditer(text.replace("ё", "е")):
        how = next(group for group in ("en", "ru", "figures", "zh") if match[group])
        what = next(match[group] for group in "abcd" if match[group])
        found[how, " ".join(map(stem, what.lower().split()))].add(number(match[how]))
    return found


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
    scores = _Clauses.of(parts, units).scores(units(question))
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
    if len(parts) < _FEWEST or known(sentence, language) & places:
        return False
    read = _Clauses.of(parts, units)
    return read.elsewhere(units(sentence) - units(question), [read.around(n, texts=False) for n in where])


def _of_another_text(
    sentence: str, question: str, paragraph: str, units: Callable[[str], set[str]], language: Language
) -> bool:
    """Whether most of ``question`` is in an item that gives a symbol, and what ``sentence`` adds is of others: who
    adopted one text, said of the next. The Assembly, of whose texts a draft speaks, is in no item.
    """
    new = units(sentence) - units(question) - units(_ASSEMBLY[language])
    read = _Clauses.of([part for clause in clauses(paragraph) for part in _TEXTS.split(clause)], units)
    # Of two questions the answer is to the last.
    if not new or len(read.parts) < _FEWEST or not any(read.texts) or len(_QUESTION.findall(question)) > 1:
        return False
    scores = read.scores(units(question))
    near = read.items([n for n, text in enumerate(read.texts) if text and scores[n] > _MOST])
    if any(score > _MOST for n, score in enumerate(scores) if n not in near):
        return False
    return read.elsewhere(new, [read.units[n] for n in near])


@dataclass(frozen=True)
class _Clauses:
    """The clauses of a paragraph: ``parts``, what is compared of each, and which of them give the symbol of a text."""

    parts: Sequence[str]
    units: Sequence[set[str]]
    texts: Sequence[bool]

    @classmethod
    def of(cls, parts: Sequence[str], units: Callable[[str], set[str]]) -> "_Clauses":
        texts = [any(_SYMBOL.fullmatch(claim) for claim in claims(part)) for part in parts]
        return cls(parts, [units(part) for part in parts], texts)

    @property
    def all(self) -> set[str]:
        """What is compared of the paragraph."""
        return set().union(*self.units)

    def scores(self, asked: set[str]) -> list[float]:
        """The share of what is ``asked`` about that is in or around each clause."""
        counts = Counter(unit for found in self.units for unit in found)
        there = [unit for unit in asked if unit in counts]
        weights = {unit: math.log(1 + len(self.parts) / counts[unit]) * exactness(unit) for unit in there}
        total = sum(weights.values()) or 1.0
        near = [self.around(n) for n in range(len(self.parts))]
        return [sum(weights[unit] for unit in found & weights.keys()) / total for found in near]

    def around(self, n: int, texts: bool = True) -> set[str]:
        """What is compared of clause ``n`` and of those before and behind it, as far as no other item of a list begins.

        With ``texts`` one that gives a symbol says all of its text, and nothing of the next.
        """
        found = set(self.units[n])
        for one, next_ in ((n - 1, n), (n, n + 1)):
            if one < 0 or next_ == len(self.parts) or _ITEM.match(self.parts[next_]):
                continue
            if not (texts and self.texts[one] and self.texts[next_]):
                found |= self.units[one] | self.units[next_]
        return found

    def items(self, where: Sequence[int]) -> set[int]:
        """The clauses of the items that the symbols in the clauses ``where`` belong to."""
        return {k for n in where for k in self._item(n)}

    def _item(self, n: int) -> range:
        """The clauses around ``n`` as far as no other item begins and no other symbol is given."""
        start, end = n, n + 1
        while start and not _ITEM.match(self.parts[start]) and not self.texts[start - 1]:
            start -= 1
        while end < len(self.parts) and not _ITEM.match(self.parts[end]) and not self.texts[end]:
            end += 1
        return range(start, end)

    def elsewhere(self, new: set[str], near: Sequence[set[str]]) -> bool:
        """Whether some of ``new`` is in the paragraph, but hardly any ``near``; False where there is nothing near."""
        if not near:
            return False
        return len(new & set().union(*near)) < _LITTLE * len(new) < len(new & self.all)
