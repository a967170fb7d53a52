"""Terms of the United Nations in the forms that its documents use in the three languages (`glossary.txt`).

A small model renders terms as it likes: of "утечка умов" it makes a leakage. In what is to be translated the accepted
form stands behind each term for the model to copy, as that of places does (`assistant.text.places.annotated`).
"""

import re
from functools import cache
from importlib.resources import files

from assistant.languages import LANGUAGES, Language
from assistant.text.morphology import russian_forms
from assistant.text.titles import title_pattern

_WORD = re.compile(r"[^\W\d_]+")


def with_terms(text: str, language: Language, reader: Language) -> str:
    """``text`` in ``language`` with the form in the language of ``reader`` in brackets behind each term."""
    even = text.replace("ё", "е")
    plain = even.lower()
    words = set(_WORD.findall(plain))
    found: list[tuple[int, int, str]] = []
    for written, forms in _terms(language):
        if language != "ru" and written.lower() not in plain:
            continue
        if language == "ru" and not all(words & forms_ for forms_ in _forms(written)):
            continue
        for match in _pattern(written).finditer(even):
            found.append((match.start(), match.end(), forms[reader]))
    found.sort(key=lambda one: (one[0] - one[1], one[0]))  # the longest first
    kept: list[tuple[int, int, str]] = []
    for start, end, form in found:
        if not any(start < last and first < end for first, last, _ in kept) and f"({form}" not in text[end : end + 80]:
            kept.append((start, end, form))
    for _, end, form in sorted(kept, reverse=True):
        text = f"{text[:end]} ({form}){text[end:]}"
    return text


def written_terms(language: Language) -> tuple[str, ...]:
    """All forms of the terms in ``language``, each once."""
    return tuple(dict.fromkeys(written for written, _ in _terms(language)))


def renderings(term: str) -> frozenset[str]:
    """``term`` and, where the glossary has it, its forms in all languages."""
    wanted = term.casefold()
    rows = ([form for forms in row.values() for form in forms] for row in _rows())
    return frozenset({term}.union(*(row for row in rows if wanted in map(str.casefold, row))))


@cache
def _rows() -> tuple[dict[Language, list[str]], ...]:
    """The forms of each term by language, the accepted one first."""
    lines = files("assistant.text").joinpath("glossary.txt").read_text(encoding="utf-8").splitlines()
    columns = (line.split(" = ") for line in lines if line.strip() and not line.startswith("#"))
    return tuple(
        {code: [form.strip() for form in column.split(" / ")] for code, column in zip(LANGUAGES, row, strict=True)}
        for row in columns
    )


@cache
def _terms(language: Language) -> tuple[tuple[str, dict[Language, str]], ...]:
    """Each form of a term in ``language``, with the first form in each language."""
    found = []
    for row in _rows():
        first = {code: forms[0] for code, forms in row.items()}
        found += [(form, first) for form in row[language]]
    return tuple(found)


@cache
def _forms(term: str) -> tuple[frozenset[str], ...]:
    return tuple(russian_forms(word) | {word} for word in _WORD.findall(term.lower().replace("ё", "е")))


@cache
def _pattern(term: str) -> re.Pattern[str]:
    """What matches ``term``; abbreviations in capitals alone."""
    return re.compile(rf"(?<!\w){re.escape(term)}(?!\w)") if term.isupper() else title_pattern(term)
