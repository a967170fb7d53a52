"""Numbered divisions of a text, which stand in its headings: "Chapter VII", "Действие 3", 第七章, "II. …".

What a division is called in each language is data, since a text may be here in another language than the question's.
"""

import re
import unicodedata
from dataclasses import dataclass

from assistant.text.numerals import CARDINALS, EN_ORDINALS, RU_ORDINALS, roman_number, spoken_number

# English words, the stem and ending of Russian ones, and Chinese ones, by the kind of division.
_CALLED: dict[str, tuple[str, str, str]] = {
    "chapter": ("chapters?|ch\\.", "глав[а-я]*", "章"),
    "part": ("parts?", "част[а-я]+", "编|部分"),
    "section": ("sections?|sect\\.", "раздел[а-я]*", "节"),
    "action": ("actions?", "действи[а-я]+", "行动"),
    "objective": ("objectives?", "цел[а-я]+", "目标"),
    "goal": ("goals?|sdgs?", "цел[а-я]+", "目标"),
    "target": ("targets?", "задач[а-я]+", "具体目标"),
    "principle": ("principles?", "принцип[а-я]*", "原则"),
    "commitment": ("commitments?", "обязательств[а-я]+", "承诺"),
    "theme": ("themes?|topics?", "тем[а-я]+", "专题|主题"),
}
# A heading "II. Peace" has no word; readers call it by any of these.
_UNNAMED = ("chapter", "part", "section")
_HAN = "[一二三四五六七八九十百]{1,5}"
_NUMBER = rf"(?:(?-i:[IVXL]+)|\d{{1,3}}|{'|'.join(CARDINALS)})(?![\w/])"
_BETWEEN = r"\s*(?:,|、|and|и|和|与|to|по|至|到|[-–—])\s*"


@dataclass(frozen=True)
class Division:
    """Those with ``numbers`` of its ``kinds``, each a key of the table; a Russian or Chinese word may mean several.

    ``start`` and ``end`` are where the text names them.
    """

    kinds: tuple[str, ...]
    numbers: tuple[int, ...]
    start: int
    end: int


def _patterns() -> list[tuple[tuple[str, ...], re.Pattern[str]]]:
    """What names divisions, with the kinds that each word may mean."""
    words: dict[str, list[str]] = {}
    for kind, called in _CALLED.items():
        for said in called:
            words.setdefault(said, []).append(kind)
    found = []
    for said, kinds in words.items():
        if said[-1] > "\u2e80":
            some = rf"(?:{_HAN}|\d{{1,3}})(?![\d/])"
            some = rf"{some}(?:{_BETWEEN}第?\s*{some})*"
            pattern = rf"第\s*(?P<n>{some})\s*[个项]?(?:{said})|(?:{said})\s*(?P<m>{some})"
        else:
            ordinal = rf"(?:{EN_ORDINALS})(?= )|(?:{RU_ORDINALS})[а-я]+(?= )"
            pattern = rf"\b(?:{said}) ?(?P<n>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*)|\b(?P<m>{ordinal}) (?:{said})(?!\w)"
        found.append((tuple(kinds), re.compile(pattern, re.IGNORECASE)))
    return found


_PATTERNS = _patterns()
_BARE = re.compile(r"(?P<n>[IVXL]+)[.．、]\s")
_ONE = re.compile(rf"[IVXL]+|\d+|{_HAN}|[a-zа-я]+", re.IGNORECASE)
_RANGE = re.compile(r"to|по|至|到|[-–—]", re.IGNORECASE)


def heading_division(line: str) -> Division | None:
    """The division that the heading ``line`` begins; None for a heading without a number."""
    line = _plain(line)
    for found in divisions(line):
        if found.start == 0:
            return found
    bare = _BARE.match(line)
    return Division(_UNNAMED, (roman_number(bare["n"]),), 0, bare.end()) if bare else None


def divisions(text: str) -> tuple[Division, ...]:
    """The divisions that ``text`` names, in order. Their places are those in the text, letter for letter."""
    text = _plain(text)
    found: list[Division] = []
    for kinds, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            here = Division(kinds, _numbers(match["n"] or match["m"]), *match.span())
            over = [other for other in found if other.start < here.end and here.start < other.end]
            if all(other.end - other.start < here.end - here.start for other in over):
                found = [other for other in found if other not in over] + [here]
    return tuple(sorted(found, key=lambda item: item.start))


def _plain(text: str) -> str:
    """``text`` with full-width forms and "ё" made plain, each character in its place."""
    plain = [unicodedata.normalize("NFKC", character) for character in text.replace("ё", "е")]
    return "".join(one if len(one) == 1 else character for one, character in zip(plain, text, strict=True))


def _numbers(written: str) -> tuple[int, ...]:
    """7 from "VII", 6 and 7 from "VI and VII", 3, 4 and 5 from "3–5"."""
    found: list[int] = []
    end = 0
    for match in _ONE.finditer(written):
        if not (value := _value(match[0])):
            continue
        spans = bool(found and _RANGE.search(written[end : match.start()])) and found[-1] < value
        found += range(found[-1] + 1, value + 1) if spans else [value]
        end = match.end()
    return tuple(dict.fromkeys(found))


def _value(written: str) -> int:
    return roman_number(written) if re.fullmatch("[IVXL]+", written) else spoken_number(written.lower())
