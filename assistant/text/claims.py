"""The facts in a text that can be compared exactly, written alike in the three languages: numbers, symbols, months."""

import re
import unicodedata
from decimal import Decimal

from assistant.languages import Language
from assistant.text.numerals import chinese_number, roman_number
from assistant.text.symbols import SYMBOL

_NUMBER = re.compile(r"\d+(?:[/.,:]\d+)*")
_THOUSANDS = re.compile(r"(?<![\d.,/])[1-9]\d{0,2}(?:[, \u00a0\u202f]\d{3})+(?![\d/])")
# "136万", "1.36 million" and "1,36 млн" are "1360000"; "100多万" is "1000000".
_UNITS = {
    12: "万亿|trillions?|трлн|триллион(?:а|ов)?",
    11: "千亿",
    9: "十亿|billions?|млрд|миллиард(?:а|ов)?",
    8: "亿",
    7: "千万",
    6: "百万|millions?|млн|миллион(?:а|ов)?",
    4: "万(?![隆象])",
    3: "千(?![米克瓦赫卡伏帕焦字])|thousands?|тыс|тысяч[аи]?",
}
_MULTIPLE = re.compile(
    r"(?<!\d)(\d{1,15}(?:[.,]\d{1,9})?)(?:(?P<about>[多余几来])|[\s-]?)"
    rf"(?:{'|'.join(f'(?P<t{zeros}>{names})' for zeros, names in _UNITS.items())})(?![a-zа-яё])",
    re.IGNORECASE,
)
# The thousands of a number that a unit follows: "3,900亿".
_SEPARATED = re.compile(rf"{_THOUSANDS.pattern}(?=[\s-]?(?:{'|'.join(_UNITS.values())}))", re.IGNORECASE)
# What large numbers are counted in, the largest first.
_SCALES: dict[Language, tuple[tuple[int, str], ...]] = {
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
    "ru": ((12, " трлн"), (9, " млрд"), (6, " млн")),
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
}
_HAN_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千]+")
# Not "I", and not what is likelier an abbreviation: "DC", "CD".
ROMAN_NUMBER = re.compile(r"(?<!\w)(?!(?:[IL]|)(?!\w))(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
_HAN_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月")
_MONTHS = [
    re.compile(rf"\b(?:{english}|(?i:{russian}))\b")
    for english, russian in (
        ("January", "январ[ьяею]м?"),
        ("February", "феврал[ьяею]м?"),
        ("March", "март(?:а|е|у|ом)?"),
        ("April", "апрел[ьяею]м?"),
        ("May", "ма[йяеюм]м?"),
        ("June", "июн[ьяею]м?"),
        ("July", "июл[ьяею]м?"),
        ("August", "август(?:а|е|у|ом)?"),
        ("September", "сентябр[ьяею]м?"),
        ("October", "октябр[ьяею]м?"),
        ("November", "ноябр[ьяею]м?"),
        ("December", "декабр[ьяею]м?"),
    )
]


def claims(text: str, *, digits: bool = False) -> set[str]:
    """The numbers, document symbols and months of ``text``.

    "A/RES/78/265" is "78/265"; "18 November", "18 ноября" and "11月18日" have "18" and "month 11". A single digit
    counts only with ``digits``, since a text in another language may have it as a word.
    """
    text = unicodedata.normalize("NFKC", text).replace("A/RES/", "")
    text = _THOUSANDS.sub(_joined, text)
    text = _MULTIPLE.sub(_multiplied, text)
    months = {f"month {number}" for number, name in enumerate(_MONTHS, 1) if name.search(text)}
    months |= {f"month {int(number)}" for number in _HAN_MONTH.findall(text)}
    text = _HAN_MONTH.sub(" ", text)
    numbers = {number.replace(",", ".") for number in _NUMBER.findall(SYMBOL.sub(" ", text))}
    symbols = {symbol if "(" in symbol else symbol.rstrip(")") for symbol in SYMBOL.findall(text)}
    return months | symbols | {number for number in numbers if digits or len(number) > 1}


def _joined(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


def _multiplied(match: re.Match[str]) -> str:
    return f" {_amount(match)} "


def _amount(match: re.Match[str]) -> int:
    zeros = int(str(match.lastgroup)[1:])
    return int(Decimal(match[1].replace(",", ".")) * 10**zeros)


def rescaled(text: str, reader: Language) -> str:
    """``text`` with its large numbers as the language of ``reader`` counts: "3000万" is "30 million" or "30 млн".

    A small model that translates them miscounts: Chinese has words for 10⁴ and 10⁸, the others for 10⁶ and 10⁹.
    """

    def written(match: re.Match[str]) -> str:
        return _counted(_amount(match), reader) + (match["about"] or "")

    text = _SEPARATED.sub(_joined, text)
    return _MULTIPLE.sub(written, text)


def _counted(amount: int, language: Language) -> str:
    for zeros, unit in _SCALES[language]:
        number = (Decimal(amount) / 10**zeros).normalize()
        if number >= 1 and -int(number.as_tuple().exponent) <= 2:  # three might be thousands
            return f"{number:f}".replace(".", "," if language == "ru" else ".") + unit
    return f"{amount:,}".replace(",", "\u00a0" if language == "ru" else ",")


def in_words(text: str) -> set[str]:
    """The numbers that ``text`` has in Chinese characters or Roman numerals, in figures: "78" of "第七十八届会议"."""
    return {str(chinese_number(number)) for number in _HAN_NUMBER.findall(text)} | in_roman(text)


def in_roman(text: str) -> set[str]:
    """The Roman numerals of ``text``, in figures: "21" of "XXI век"."""
    return {str(roman_number(number)) for number in ROMAN_NUMBER.findall(text)}
