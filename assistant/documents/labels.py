"""The label that a paragraph begins with: "3.", "(a)", "(iv)", "б)", "（一）", "Article 7", "第七条", "Annex II".

Our own code: numbering in three scripts is what UN documents have and no library reads.
"""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.documents.characters import raised
from assistant.text.numerals import chinese_number, roman_number, roman_numeral

Style = Literal["number", "letter", "roman", "bracket"]

_NUMBER = re.compile(r"\s*(\d{1,4})\\?\s?[.．、]\s*(?=\D|$)")
# A full stop that is left out; it counts only where the number is the next one.
_BARE_NUMBER = re.compile(r"\s*(\d{1,3})\s+(?=[A-ZА-ЯЁ])")
_BRACKET = re.compile(r"\s*[(（]?(\d{1,2})[)）]\s*")
_LETTERS = re.compile(r"\s*[(（]?\s*([a-z]{1,7}|[а-я]|[一二三四五六七八九十]{1,3})\s*[)）]\s*")
_HAN_ITEM = re.compile(r"\s*([一二三四五六七八九十]{1,3})、\s*")
_ARTICLE = re.compile(
    r"\s*(?:Article|ARTICLE|Статья|СТАТЬЯ)\s+(\d{1,3})(?:\s?(bis|ter|quater)\b|([¹²³⁴-⁹])|\^([1-9])(?!\d)|(?!\w))[.:]?\s*"
    r"|\s*第\s*([\d一二三四五六七八九十百零〇]{1,6})\s*条(?:之([二三四]))?\s*"
)
_BETWEEN = {"二": "bis", "三": "ter", "四": "quater"}
# What the drafters of a negotiation text number its paragraphs by: "PP2.", "[OP1]", "OP3 bis".
_EXPLICIT = re.compile(r"\s*[\[(]?(PP|OP)\s?(\d{1,3})[\])]?[.:]?\s+(?=\S)")
_ANNEX = re.compile(
    r"\s*(?:Annex|ANNEX|Приложение|ПРИЛОЖЕНИЕ|附件|附录)\s*([IVX]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,2})?(?=\s*(?:\n|$)|\s*[*]*\s*$)"
)
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
LATIN = "abcdefghijklmnopqrstuvwxyz"
# Russian texts letter either with the original's Latin letters or with their own alphabet.
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщ"
_LOOKALIKE = str.maketrans("асеорху", "aceopxy")


@dataclass(frozen=True)
class Label:
    """What a label may be, (style, place) with the first place 1, the likeliest first; its text begins at ``end``."""

    readings: tuple[tuple[Style, int], ...]
    end: int


def read_label(text: str) -> Label | None:
    """The label that ``text`` begins with."""
    if match := _NUMBER.match(text):
        return Label((("number", int(match[1])),), match.end())
    if match := _BARE_NUMBER.match(text):
        return Label((("number", int(match[1])),), match.end()) if match[1] != "1" else None
    if match := _LETTERS.match(text):
        readings = tuple(_readings(match[1]))
        return Label(readings, match.end()) if readings else None
    if match := _BRACKET.match(text):
        return Label((("bracket", int(match[1])),), match.end())
    if match := _HAN_ITEM.match(text):
        return Label((("number", chinese_number(match[1])),), match.end())
    return None


def _readings(written: str) -> list[tuple[Style, int]]:
    """ "i" is the ninth letter or the first Roman numeral, "aa" the 27th letter."""
    if written[0] in "一二三四五六七八九十":
        return [("letter", chinese_number(written))]
    found: list[tuple[Style, int]] = []
    latin = written.translate(_LOOKALIKE)
    if len(written) == 1 and written in CYRILLIC and written not in "асеорху":
        return [("letter", CYRILLIC.index(written) + 1)]
    if latin[0] in LATIN and set(latin) == {latin[0]} and len(latin) <= 2:
        found.append(("letter", LATIN.index(latin[0]) + 1 + 26 * (len(latin) - 1)))
    if written in CYRILLIC and len(written) == 1:
        found.append(("letter", CYRILLIC.index(written) + 1))
    if _ROMAN.fullmatch(latin):
        found.append(("roman", roman_number(latin.upper())))
    return found


def shown(style: Style, place: int) -> str:
    """How an id has it: "(b)", "(iv)", "(2)"."""
    if style == "letter":
        return f"({LATIN[(place - 1) % 26] * (1 + (place - 1) // 26)})"
    if style == "roman":
        return f"({roman_numeral(place).lower()})"
    return f"({place})"


def article(text: str) -> tuple[str, int] | None:
    """(number, where its text begins) of "Article 7", "Article 7 bis" ("7bis") or "Статья 7¹" before ``text``."""
    match = _ARTICLE.match(text)
    if match is None:
        return None
    if match[5]:
        return f"{chinese_number(match[5])}{_BETWEEN.get(match[6] or '', '')}", match.end()
    return f"{match[1]}{match[2] or match[3] or raised(match[4] or '', '')}", match.end()


def is_lone_article(text: str) -> bool:
    """Whether "Article 7" is all that ``text`` says."""
    found = article(text)
    return found is not None and not text[found[1] :].strip()


def explicit(text: str) -> tuple[str, int, int] | None:
    """("PP" or "OP", number, where its text begins) where ``text`` begins with the id itself: "OP1. Welcomes …"."""
    match = _EXPLICIT.match(text)
    return (match[1], int(match[2]), match.end()) if match else None


def annex(text: str) -> re.Match[str] | None:
    """ "Annex II" as the first line of ``text``."""
    return _ANNEX.match(text)


def is_labelled(text: str) -> bool:
    """Whether ``text`` begins with a label, or is the heading of an article or annex."""
    return bool(read_label(text) or article(text) or annex(text))
