"""The facts in a text that can be compared exactly, written alike in the three languages: numbers, symbols, months."""

import re
import unicodedata
from decimal import Decimal

SYMBOL = re.compile(r"(?<![A-Za-z])(?=[A-Z/.()]*\d)[A-Z]{1,6}(?:/[A-Za-z0-9.()]+)*/[A-Za-z0-9.()]*[A-Za-z0-9)]")
_NUMBER = re.compile(r"\d+(?:[/.,]\d+)*")
_THOUSANDS = re.compile(r"(?<![\d.,/])\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?![\d/])")
# "136万", "1.36 million" and "1,36 млн" are "1360000".
_MULTIPLE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:(?P<t12>万亿|trillion|трлн|триллион)|(?P<t9>十亿|billion|млрд|миллиард)|(?P<t8>亿)"
    r"|(?P<t6>百万|million|млн|миллион)|(?P<t4>万)|(?P<t3>千(?![米克瓦])|thousand|тыс))[a-zа-яё]*\.?",
    re.IGNORECASE,
)
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
    text = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match[0]), text)
    text = _MULTIPLE.sub(_multiplied, text)
    months = {f"month {number}" for number, name in enumerate(_MONTHS, 1) if name.search(text)}
    months |= {f"month {int(number)}" for number in _HAN_MONTH.findall(text)}
    text = _HAN_MONTH.sub(" ", text)
    numbers = {number.replace(",", ".") for number in _NUMBER.findall(SYMBOL.sub(" ", text))}
    symbols = {symbol if "(" in symbol else symbol.rstrip(")") for symbol in SYMBOL.findall(text)}
    return months | symbols | {number for number in numbers if digits or len(number) > 1}


def _multiplied(match: re.Match[str]) -> str:
    zeros = int(str(match.lastgroup)[1:])
    return f" {int(Decimal(match[1].replace(',', '.')) * 10**zeros)} "
