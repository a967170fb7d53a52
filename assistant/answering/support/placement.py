"""Whether what an answer says stands where the paragraph speaks of what was asked: a date, a symbol, a place, what a
text is.

A paragraph of a resolution names a dozen texts, each with its symbol and date. A small model takes the date of one for
another's, or who adopted it, and every word of the sentence is in the paragraph all the same. What is asked about
stands in the clauses around the right one.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from assistant.answering.support.verbs import misgoverned
from assistant.languages import Language
from assistant.question.question import Question
from assistant.text.claims import claims
from assistant.text.ordinals import ordinals
from assistant.text.places import about, known, small
from assistant.text.sentences import clauses
from assistant.text.units import compared, exactness, units_of

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
# In Chinese a symbol closes what is said of its text.
_TEXTS = re.compile(r"(?<=决议)(?=[和及与])")
# "When was the resolution adopted?" asks about none of the texts that a paragraph names.
_RESOLUTION = "resolution resolutions draft document text резолюция резолюции проект документ текст 决议 草案 文件"
_ADOPTED = "adopted adoption force effect принята принят принятие силу 通过 生效"
# Whose draft it is: "its resolution 70/1".
_ASSEMBLY: dict[Language, str] = {"zh": "联合国大会", "ru": "Генеральная Ассамблея", "en": "the General Assembly"}


def misplaced(sentence: str, question: Question, paragraph: str, language: Language) -> bool:
    """Whether ``paragraph`` speaks of what was asked elsewhere than around what ``sentence`` gives: the date, symbol or
    place of something else, or who did something to another text.

    Of what is `compared` rare words say more (as in BM25). The clauses before and after a number count with its own
    unless they are another item of a list. A number or month that stands with other places than the
    question's is another's, and so is a place that only such an item has. What is said of a city or state of Central
    Asia stands around its name, and who adopted a text that has a number in the same item; no date that it gives is
    "the resolution"'s, nor the date of a text that of a meeting. A verb by which a text acts governs what stands behind
    it (`assistant.answering.support.verbs`). False where the question is not about anything that the paragraph has. All
    is in ``language``.
    """
    if misgoverned(sentence, question, paragraph):
        return True
    asked_of, wants = question.places[language], question.whole
    places = known(sentence, language) - asked_of
    # What is in another item may well be the answer; and so may a place, where one is asked for.
    if not wants.others:
        if not places and _far_from(small(asked_of), sentence, question, paragraph, language):
            return True
        # All items of a list may be asked for.
        if question.query.language == language and not wants.several:
            if places and not wants.place and _of_another(places, question, paragraph, language):
                return True
            # Who did something to a text is hardly ever told in the item of another.
            if wants.actor and _of_another_text(sentence, question, paragraph, language):
                return True
    given = claims(sentence) - question.claims
    sought = [{claim for claim in given if kind.fullmatch(claim)} for kind in _KINDS]
    if not any(sought):
        return False
    read = _Clauses.of(clauses(paragraph))
    asked = question.compared
    scores = read.scores(asked)
    resolution = asked & compared(_RESOLUTION)
    specific = (asked - resolution - compared(_ADOPTED)) & read.all
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
        if of_texts and (wants.held or not any(read.units[n] & specific for n in read.items(where))):
            return True
        own = max(scores[n] for n in where)
        if own < _NOTHING and max(scores) > _MOST:
            return True
        others = [score for score, found in zip(scores, of_kind, strict=True) if found and not found & new]
        if others and max(others) > own + _MARGIN:
            return True
    return False


def of_others(question: Question, paragraph: str) -> bool:
    """Whether ``paragraph`` has what ``question`` asks of a city or state of Central Asia only of others: it names the
    strategies of three states, and a park of the one that was asked about.
    """
    language = question.query.reply
    places = small(question.places[language])
    parts = clauses(paragraph)
    named = [about(part, language) for part in parts]
    own_parts = [part for part, found in zip(parts, named, strict=True) if found & places]
    # Where nothing but the name stands, it is one of several of which the same is said.
    if not own_parts or any(_only_names(part, language) for part in own_parts):
        return False
    scores = _Clauses.of(parts).scores(question.compared - question.place_units)
    own = max(score for score, found in zip(scores, named, strict=True) if found & places)
    others = [score for score, found in zip(scores, named, strict=True) if found and not found & places]
    return own < _NOTHING and bool(others) and max(others) > _MOST


def of_another_number(question: Question, paragraph: str) -> bool:
    """Whether ``paragraph`` has what ``question`` gives a number by others only: the third conference, and not the
    fourth.
    """
    told = ordinals(paragraph) if question.ordinals else {}
    return any(what in told and told[what].isdisjoint(numbers) for what, numbers in question.ordinals.items())


def _only_names(part: str, language: Language) -> bool:
    """Whether ``part`` is made of names of places."""
    return compared(part) <= units_of(known(part, language), part, language)


def _of_another(places: Set[str], question: Question, paragraph: str, language: Language) -> bool:
    """Whether ``places`` stand in items of a list that have next to nothing of what was asked: a hub in Kyrgyzstan,
    since a park there is named behind it.
    """
    parts = [item for clause in clauses(paragraph) for item in _ITEMS.split(clause) if item.strip()]
    scores = _Clauses.of(parts).scores(question.compared)
    where = [n for n, part in enumerate(parts) if known(part, language) & places]
    listed = bool(where) and all(_ITEM.match(parts[n]) for n in where)
    return listed and max(scores[n] for n in where) < _NOTHING and max(scores) > _MOST


def _far_from(places: Set[str], sentence: str, question: Question, paragraph: str, language: Language) -> bool:
    """Whether what ``sentence`` adds to ``question`` is hardly in the clauses around ``places``, which are asked of."""
    parts = clauses(paragraph)
    where = [n for n, part in enumerate(parts) if known(part, language) & places]
    if len(parts) < _FEWEST or known(sentence, language) & places:
        return False
    read = _Clauses.of(parts)
    return read.elsewhere(compared(sentence) - question.compared, [read.around(n, texts=False) for n in where])


def _of_another_text(sentence: str, question: Question, paragraph: str, language: Language) -> bool:
    """Whether most of ``question`` is in an item that gives a symbol, and what ``sentence`` adds is of others: who
    adopted one text, said of the next. The Assembly, of whose texts a draft speaks, is in no item.
    """
    new = compared(sentence) - question.compared - compared(_ASSEMBLY[language])
    read = _Clauses.of([part for clause in clauses(paragraph) for part in _TEXTS.split(clause)])
    # Of two questions the answer is to the last.
    if not new or len(read.parts) < _FEWEST or not any(read.texts) or question.whole.questions > 1:
        return False
    scores = read.scores(question.compared)
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
    def of(cls, parts: Sequence[str]) -> "_Clauses":
        texts = [any(_SYMBOL.fullmatch(claim) for claim in claims(part)) for part in parts]
        return cls(parts, [compared(part) for part in parts], texts)

    @property
    def all(self) -> set[str]:
        """What is compared of the paragraph."""
        return set().union(*self.units)

    def scores(self, asked: Set[str]) -> list[float]:
        """The share of what is ``asked`` about that is in or around each clause."""
        counts = Counter(unit for found in self.units for unit in found)
        there = [unit for unit in asked if unit in counts]
        weights = {unit: math.log(1 + len(self.parts) / counts[unit]) * exactness(unit) for unit in there}
        total = math.fsum(weights.values()) or 1.0
        near = [self.around(n) for n in range(len(self.parts))]
        return [math.fsum(weights[unit] for unit in found & weights.keys()) / total for found in near]

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

    def elsewhere(self, new: Set[str], near: Sequence[set[str]]) -> bool:
        """Whether some of ``new`` is in the paragraph, but hardly any ``near``; False where there is nothing near."""
        if not near:
            return False
        return len(new & set().union(*near)) < _LITTLE * len(new) < len(new & self.all)
