"""Names of places in the forms that the three languages accept (`places.txt`), and which of them a text has.

A small model transliterates names as it likes. In what is to be translated the accepted form is put behind each city
and each state of Central Asia for the model to copy. Those that the resolution has are there in the forms of its
aligned texts (`tests/text/test_places.py`). CLDR, which has lists of states too, has other names for some of them.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.languages import LANGUAGES, Language

# Of nouns, and of the adjectives made of them: "Женевская декларация".
_ENDING = (
    r"(?:[аеиоуыьюяй]|о[веймюя]|е[йм]|а[мхя]|я[мхя]|ы[ейхм]|и[ейхм]|ую|ю[ю]|ими|ами|ями|ого|ому|его|ему"
    r"|[аеийно]{0,2}ск(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими))?"
)


# Words that have one in them.
_NO_NAMES = (
    "发展中国家|其中国|集中国|沿海地|海地[区带]|公里海|印度洋|马里兰|马里亚纳|中亚洲|Нов(?:ая|ой|ую) Гвине|New Mexico"
    "|New Guinea|新英格兰|新墨西哥|新几内亚|Нов(?:ая|ой|ую) Англи|New England"
)


# How far cities and seas are indented.
_LOCAL = 4


@dataclass(frozen=True)
class _Name:
    """A name by its English form, with those ``forms`` that a reader is shown first."""

    forms: dict[Language, list[str]]
    within: tuple[str, ...]  # the region and the state that it is part of
    local: bool  # a city or sea, and no state or region

    @property
    def small(self) -> bool:
        """Whether it is a city, a sea or a state of the region: no adjective takes its place in a translation."""
        return bool(self.within)


@cache
def _names() -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    above: dict[int, str] = {}
    for line in files("assistant.text").joinpath("places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        columns = [column.split(" / ") for column in line.strip().split(" = ")]
        indent = len(line) - len(line.lstrip())
        above = {depth: name for depth, name in above.items() if depth < indent}
        forms = dict(zip(LANGUAGES, columns, strict=True))
        names[forms["en"][0]] = _Name(forms, tuple(above.values()), indent == _LOCAL)
        above[indent] = forms["en"][0]
    return names


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], list[str]]:
    """A pattern of all forms, and the name that each of its groups stands for."""
    # The longest first, as one may be the beginning of another.
    forms = [(form, name) for name, row in _names().items() for form in row.forms[language]]
    forms.sort(key=lambda pair: -len(pair[0]))
    groups = []
    for form, _ in forms:
        group = re.sub(r"\\\|\w*", _ENDING, re.escape(form)).replace("’", "['’]")
        if form[0].islower():  # an adjective, at the beginning of a sentence too
            group = f"[{form[0]}{form[0].upper()}]{group[1:]}"
        groups.append(f"({group})" if language == "zh" else rf"(\b{group}\b)")
    # Where none of them begins none of them is tried, which is most of a text.
    all_forms = [*_NO_NAMES.split("|"), *(form for form, _ in forms)]
    beginnings = re.escape("".join(sorted({letter for form in all_forms for letter in (form[0], form[0].upper())})))
    return re.compile(f"(?=[{beginnings}])(?:{'|'.join([_NO_NAMES, *groups])})"), [name for _, name in forms]


def _found(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The names in ``text``, in its spelling and in their English form."""
    pattern, names = _patterns(language)
    return ((match[0], names[match.lastindex - 1]) for match in pattern.finditer(text) if match.lastindex)


def known(text: str, language: Language) -> set[str]:
    """The names in ``text``, in their English form."""
    return {name for _, name in _found(text, language)}


def spelled(names: Set[str], text: str, language: Language) -> list[str]:
    """How ``text`` spells those of ``names`` that it has."""
    return [form for form, name in _found(text, language) if name in names]


def small(names: Set[str]) -> set[str]:
    """Those of ``names`` that a translation has to have, where of others it may have an adjective ("French")."""
    return {name for name in names if _names()[name].small}


def cities_and_seas(text: str, language: Language) -> list[str]:
    """How ``text`` spells the cities and seas that it names."""
    return [form for form, name in _found(text, language) if _names()[name].local]


def states(text: str, language: Language) -> list[str]:
    """How ``text`` spells the states and regions that it names."""
    return [form for form, name in _found(text, language) if not _names()[name].local]


def elsewhere(asked: Set[str], text: str, language: Language) -> bool:
    """Whether ``text`` names places, but not all that are ``asked`` about: Tajikistan's strategy, asked of
    Turkmenistan's.

    A city stands for its state, a region for its states unless some of them are named, and they for the region.
    """
    named = known(text, language) if asked else set()
    around = named | _within(named)
    regions = {place for place in named if not any(place in _names()[name].within for name in named)}
    missing = {name for name in asked - around if not regions & set(_names()[name].within)}
    return bool(named and missing)


def implied(asked: Set[str], text: str, language: Language) -> list[str]:
    """What is ``asked`` about and ``text``, in ``language``, need not name: the state of a city in it."""
    there = known(text, language) if asked else set()
    return [_form(name, language) for name in sorted(asked & _within(there) - there)]


def _within(names: Set[str]) -> set[str]:
    return {place for name in names for place in _names()[name].within}


def _form(name: str, language: Language) -> str:
    return _names()[name].forms[language][0].replace("|", "")


def annotated(text: str, language: Language, reader: Language) -> str:
    """``text`` in ``language`` with the form that ``reader`` knows in brackets behind each city and each state of
    Central Asia.
    """
    pattern, names = _patterns(language)

    def with_form(match: re.Match[str]) -> str:
        name = names[match.lastindex - 1] if match.lastindex else None
        return f"{match[0]} ({_form(name, reader)})" if name and _names()[name].small else match[0]

    return pattern.sub(with_form, text)
