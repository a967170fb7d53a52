"""What stands before a paragraph and numbers it: "3.", "(a)", "б)", "（一）", "Article 7", "第七条", "Annex II".

Our own code: numbering in three scripts, read in order, is what UN documents have and no library reads.
"""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.text.numerals import chinese_number

SYMBOL_PARTS = r"(?:/[A-Z0-9]+(?:\.[A-Z0-9]+)*(?:\([IVXLC\d]+\))?)+"  # "/RES/78/265"
SYMBOL = rf"[A-Z]{{1,4}}{SYMBOL_PARTS}"
# The document's own symbol in its masthead, not one in brackets ("[on the report of … (A/78/481)]").
OWN_SYMBOL = re.compile(rf"(?<![A-Za-z0-9/(\[]){SYMBOL}(?![A-Za-z0-9/)\]])")
ENACTING = re.compile(
    r"^\s*(?:大会\s*[，,]|The General Assembly,|Генеральная Ассамблея,|安全理事会\s*[，,]|The Security Council,"
    r"|Совет Безопасности,|经济及社会理事会\s*[，,]|The Economic and Social Council,|Экономический и Социальный Совет,"
    r"|人权理事会\s*[，,]|The Human Rights Council,|Совет по правам человека,)\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\s*(\d{1,3})\\?\s?(?:\.|、|．)\s*(?=\D)")
_LETTER = re.compile(r"^\s*[(（]?\s*([a-z]{1,5}|[а-я]|[一二三四五六七八九十]{1,3})\s*[)）]\s*")
_ARTICLE = re.compile(
    r"^\s*(?:Article|ARTICLE|Статья|СТАТЬЯ)\s+(\d{1,3})\s*(?:\.\s*|$)|^\s*第\s*([\d一二三四五六七八九十百零〇]{1,6})\s*条\s*"
)
_ANNEX = re.compile(
    r"^\s*(?:Annex|ANNEX|Приложение|ПРИЛОЖЕНИЕ|附件|附录)\s*([IVX]{0,4}|\d{0,2}|[一二三四五六七八九十]{0,2})\s*$"
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Russian texts letter either with the original's Latin letters or with their own alphabet.
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщ"
_LOOKALIKE = str.maketrans("асеорх", "aceopx")


@dataclass(frozen=True)
class Marker:
    """A marker and what follows it: ``value`` is the number as written, ``rest`` the text behind."""

    kind: Literal["number", "letter", "article", "annex"]
    value: str
    rest: str


def leading(text: str) -> Marker | None:
    """The marker that ``text`` begins with."""
    if match := _ANNEX.match(text):
        return Marker("annex", match[1] or "", "")
    if match := _ARTICLE.match(text):
        return Marker("article", str(chinese_number(match[2])) if match[2] else match[1], text[match.end() :])
    if match := _NUMBER.match(text):
        return Marker("number", match[1], text[match.end() :])
    if match := _LETTER.match(text):
        return Marker("letter", match[1], text[match.end() :])
    return None


def is_marked(line: str, *, alone: bool = False) -> bool:
    """Whether ``line`` begins with a marker; ``alone``: with one that has a line of its own (article, annex)."""
    marker = leading(line)
    return marker is not None and (not alone or marker.kind in ("article", "annex"))


def is_letter(value: str, place: int) -> bool:
    """Whether ``value`` is the letter of the sub-paragraph at ``place`` (1 is the first), in any script."""
    if place > len(_LATIN):
        return False
    latin = _LATIN[place - 1]
    return (
        value == latin
        or value.translate(_LOOKALIKE) == latin
        or (place <= len(_CYRILLIC) and value == _CYRILLIC[place - 1])
        or (value[0] in "一二三四五六七八九十" and chinese_number(value) == place)
    )


def letter(place: int) -> str:
    """The Latin letter of a place: 1 is "a"."""
    return _LATIN[place - 1]
