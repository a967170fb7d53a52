"""The numbers that things of a series have: "the Third International Conference", "第三次发展会议"."""

import re
from collections import defaultdict

from assistant.text.numerals import EN_ORDINALS, RU_ORDINALS, number
from assistant.text.terms import stem

# How a number is written, and what of.
Numbered = tuple[str, str]
# "the Third International Conference", "第三次发展…": the number, and what there are several of, two words of it. Words
# and figures are not compared, since a word may be but the end of a number: "семьдесят девятая".
_ORDINAL = re.compile(
    rf"\b(?P<en>{EN_ORDINALS}) (?P<a>[a-z]+ [a-z]+)|\b(?P<ru>{RU_ORDINALS})[а-яё]{{1,4}} (?P<b>[а-яё]+ [а-яё]+)"
    r"|(?<![\d/])(?P<figures>\d{1,3})(?:st|nd|rd|th|-(?:ый|ой|ий|я|ая|ое|го|му|м|й|е)) (?P<c>[a-zа-яё]+ [a-zа-яё]+)"
    r"|第\s*(?P<zh>\d{1,3}|[一二三四五六七八九十百]{1,5})\s*(?P<d>[次届](?![和与或及])\w{1,2})",
    re.IGNORECASE,
)


def ordinals(text: str) -> dict[Numbered, set[int]]:
    """The numbers that ``text`` gives things by, by how they are written and what of."""
    found: dict[Numbered, set[int]] = defaultdict(set)
    for match in _ORDINAL.finditer(text.replace("ё", "е")):
        how = next(group for group in ("en", "ru", "figures", "zh") if match[group])
        what = next(match[group] for group in "abcd" if match[group])
        found[how, " ".join(map(stem, what.lower().split()))].add(number(match[how]))
    return found
