"""The language data of this room (`drafting.txt`): the words by which resolutions are drafted, as patterns.

Russian words are found as they are written, but in the sections that this room looks up ``inflected``, where a row has
one form and pymorphy3's dictionary the others: months, words of sessions, units of time, reports, instruments,
feelings, money, currencies and what founds a body.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from assistant.languages import LANGUAGES, Language
from assistant.text.morphology import russian_forms

_NONE = "–"
_GAP = r"[\s\u00a0]+"


@cache
def _sections() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Section -> its rows, each with the three columns as written."""
    found: dict[str, list[tuple[str, ...]]] = {}
    rows: list[tuple[str, ...]] = []
    for line in files("assistant.analysis").joinpath("drafting.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            rows = found.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            columns = tuple(line.split(" = "))
            if len(columns) != len(LANGUAGES):
                raise ValueError(f"drafting.txt: not three columns: {line[:60]!r}")
            rows.append(columns)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def rows(section: str, language: Language) -> tuple[tuple[str, ...], ...]:
    """The forms of each row of ``section`` in ``language``, in order; KeyError for no section."""
    columns = [row[LANGUAGES.index(language)] for row in _sections()[section]]
    return tuple(tuple(form.strip() for form in column.split(" / ") if form.strip() != _NONE) for column in columns)


@cache
def forms(section: str, language: Language) -> tuple[str, ...]:
    """All forms of ``section`` in ``language``."""
    return tuple(dict.fromkeys(form for row in rows(section, language) for form in row))


@cache
def pattern(section: str, language: Language, *, inflected: bool = False) -> str:
    """A group that matches any form of ``section``, the longest first; of Russian in any case, where ``inflected``."""
    return any_of(forms(section, language), language, inflected=inflected)


def any_of(written: Iterable[str], language: Language, *, inflected: bool = False) -> str:
    """A group that matches any of ``written``; one that matches nothing where there is none."""
    spelled = [spell(form, language, inflected=inflected) for form in sorted(written, key=len, reverse=True)]
    return f"(?:{'|'.join(spelled)})" if spelled else "(?!)"


def spell(form: str, language: Language, *, inflected: bool = False) -> str:
    """What matches ``form``: whole words, whatever space is between them, "ё" or "е"."""
    if language == "zh":
        return re.escape(form)
    words = [_word(word, inflected=inflected and language == "ru") for word in form.split()]
    end = r"(?!\w)" if form[-1].isalnum() or form[-1] == "*" else ""
    return rf"(?<![\w-]){_GAP.join(words)}{end}"


@cache
def _word(word: str, *, inflected: bool) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]).replace("е", "[её]") + r"\w*"
    if not inflected or not word.isalpha() or (word.islower() is False and len(word) < 3):
        return re.escape(word).replace("е", "[её]")
    known = sorted(russian_forms(word.lower()) | {word.lower()}, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(one).replace('е', '[её]') for one in known)})"


def compiled(expression: str) -> re.Pattern[str]:
    """``expression`` without regard to capitals, as all of this room's are."""
    return re.compile(expression, re.IGNORECASE)
