"""What a change of words is a change of: of a verb, an addressee, a date, a figure, a reference, or of other words."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, Protocol

from assistant.analysis.dates import printed_dates
from assistant.analysis.passages import Difference, Passage, Place
from assistant.analysis.redline import words
from assistant.languages import Language
from assistant.text.claims import claims
from assistant.text.symbols import SYMBOL
from assistant.text.units import units
from assistant.text.verbs import VERB

Wording = Literal["verb", "addressee", "date", "figure", "reference", "words", "wording"]

# The number of a resolution with its date, what is cited by a symbol, and paragraphs: their days and numbers are no
# deadlines and no amounts.
_DAY_BEFORE = r"(?:\d{4}年\d{1,2}月\d{1,2}日)?第?"
_DAY_BEHIND = r"(?:\s?[A-Z]\b)?(?:,?\s(?:of|от)\s\d{1,2}\s[^\W\d]+\s\d{4}(?:\sгода)?)?号?"
_PARAGRAPHS = (
    r"\b(?:paragraphs?|annex|пункт\w*|приложени\w*)\s(?:\d+|[IVX]+\b)(?:(?:,|\s(?:and|to|и|по))\s\d+)*"
    r"|第\d+(?:[至和、]第?\d+)*段"
)
_COUNCIL = r"\d{1,4} ?\((?:19|20)\d\d\)"
_REFERENCE = re.compile(rf"{SYMBOL.pattern}|{_COUNCIL}|{_DAY_BEFORE}(?<!\d)\d+/\d+(?![\d/]){_DAY_BEHIND}|{_PARAGRAPHS}")
# No amount is in a name: "COVID-19", "WSIS+20".
_NAME = re.compile(r"[^\W\d_]{2,}[-+]\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Where a further verb may begin: behind a comma or "and", and a word that links it.
_CLAUSE = re.compile(
    r"(?:^|[,;，；]|\b(?:and|и)\b|并)\s*(?:(?:(?:also|further|in this regard|также|далее|в этой связи)\s|[还又])*)"
)


class Act(Protocol):
    """What is read of an act: its verb and whom it addresses, as printed."""

    @property
    def verb(self) -> str:
        """ "Requests"."""

    @property
    def strength(self) -> str:
        """ "request"."""

    @property
    def addressees(self) -> Sequence[str]:
        """ "Secretary-General"."""


class Side:
    """One text of a pair of paragraphs, and where its verbs and addressees stand.

    Without ``acts`` the first word of a paragraph that ``acting`` says to have a verb is that, and known verbs where a
    clause begins; addressees are not known.
    """

    def __init__(self, text: str, acts: Sequence[Act] | None, acting: bool) -> None:
        self.text = text
        if acts is not None:
            verbs = list(_found(text, [act.verb for act in acts]))
            self.verbs = [(place, act.strength) for place, act in zip(verbs, acts, strict=True) if place]
            names = [name for act in acts for name in act.addressees]
            self.addressees = [place for place in _found(text, names) if place]
        else:
            self.verbs = [*_verbs(text), ((0, 1), "")] if acting else []
            self.addressees = []

    def strength(self, place: Place) -> str:
        """The strength of the verb there, empty where it is not known."""
        return next((name for verb, name in self.verbs if name and _meet(verb, place)), "")


def kind_of(passage: Passage, before: Side, after: Side, language: Language) -> Wording:
    """What ``passage`` is told as: the first in the order of `Wording` that it is."""
    differing = [one for one in passage.differences if _said(one.deleted, language) != _said(one.inserted, language)]
    if any(_of_verb(one, before, after, language) for one in differing):
        return "verb"
    if any(_in(one, before.addressees, after.addressees) for one in differing):
        return "addressee"
    old, new = passage.read
    plain = [_REFERENCE.sub(" ", text) for text in (old, new)]
    if _moments(plain[0], language) != _moments(plain[1], language):
        return "date"
    if _amounts(plain[0], language) != _amounts(plain[1], language):
        return "figure"
    if _REFERENCE.findall(old) != _REFERENCE.findall(new):
        return "reference"
    deleted = " ".join(one.deleted for one in passage.differences)
    inserted = " ".join(one.inserted for one in passage.differences)
    return "wording" if units(deleted) == units(inserted) or not differing else "words"


def verb_strengths(passage: Passage, before: Side, after: Side) -> tuple[str, str]:
    """The strengths of the verbs that ``passage`` changes, empty where not known."""
    for one in passage.differences:
        old, new = before.strength(one.was), after.strength(one.now)
        if old or new:
            return old, new
    return "", ""


def _of_verb(one: Difference, before: Side, after: Side, language: Language) -> bool:
    if _in(one, [place for place, _ in before.verbs], [place for place, _ in after.verbs]):
        return True
    # "Takes note [with appreciation] of": an attitude close behind a verb.
    attitudes = _forms(language)["attitudes"]
    said = [" ".join(part.split()).lower() for part in (one.deleted, one.inserted)]
    return one.was[0] < 40 and any(part.startswith(tuple(attitudes)) for part in said if part and attitudes)


def _in(one: Difference, before: Sequence[Place], after: Sequence[Place]) -> bool:
    return any(_meet(place, one.was) for place in before) or any(_meet(place, one.now) for place in after)


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _verbs(text: str) -> Iterator[tuple[Place, str]]:
    """The known verbs that a clause of ``text`` begins with."""
    for clause in _CLAUSE.finditer(text):
        if match := VERB.match(text, clause.end()):
            yield match.span(), str(match.lastgroup)


def _found(text: str, printed: Sequence[str]) -> Iterator[Place | None]:
    """Where each of ``printed`` stands in ``text``, each behind the one before where it is there."""
    lower, start = text.lower(), 0
    for part in printed:
        at = lower.find(part.lower(), start)
        at = at if at >= 0 else lower.find(part.lower())
        yield (at, at + len(part)) if at >= 0 and part else None
        start = max(start, at)


def _said(text: str, language: Language) -> list[str]:
    """The words of ``text`` without those that only link it to what stands before, whatever their case."""
    links = _forms(language)["links"]
    if language == "zh":
        for link in links:
            text = text.replace(link, "")
    return [word for word in map(str.lower, words(text)) if word not in links]


def _moments(text: str, language: Language) -> set[str]:
    """Dates, sessions, periods and words of deadlines."""
    facts = {claim for claim in claims(text) if claim.startswith("month") or _YEAR.fullmatch(claim)}
    printed = {date.lower() for date in printed_dates(text, language)}
    return facts | printed | {match[0].lower() for match in _listed("periods", language).finditer(text)}


def _amounts(text: str, language: Language) -> set[str]:
    """Numbers, in figures and in words."""
    facts = {claim for claim in claims(_NAME.sub(" ", text), digits=True) if claim[0].isdecimal() and "/" not in claim}
    return facts | {match[0].lower() for match in _listed("numbers", language).finditer(text)}


@cache
def _forms(language: Language) -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((files(__package__) / "changes.toml").read_text("utf-8"))
    return {name: tuple(forms) for name, forms in table[language].items()}


@cache
def _listed(name: str, language: Language) -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _forms(language)[name]), key=len, reverse=True))
    return re.compile(f"(?:{forms})" if language == "zh" else rf"\b(?:{forms})\b", re.IGNORECASE)
