"""Characters as they are typed: what fonts and typesetters put in their place made plain.

Files made by other programs have a ligature for "fi", the radical ⻓ for 长 and и with a combining breve for й; none of
these is found by who types the word.
"""

import re
import unicodedata

SOFT = "\xad"  # a soft hyphen: at the end of a line, the word goes on on the next

# Simplified characters among the radicals, which have no normal form; those of the Kangxi radicals and ligatures have.
# Source: Unicode's EquivalentUnifiedIdeograph.txt.
_RADICALS = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_FORMED = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")
_NOTHING = re.compile(rf"[\u200b\u2060\ufeff]|{SOFT}(?!\s*(?:\n|$))")

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
# Spaces around Chinese characters, which no one types.
WIDE_SPACE = re.compile(rf"(?<={_WIDE})[ \t]+|[ \t]+(?={_WIDE})")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(figures: str, before: str) -> str:
    """Raised ``figures`` behind ``before``: "m³", but "10^6", since "10⁶" would be searched as 106."""
    return f"^{figures}" if before[-1:].isdigit() else figures.translate(_RAISED)


def without_wide_spaces(text: str) -> str:
    """``text`` without the spaces that a typesetter leaves around Chinese characters."""
    return WIDE_SPACE.sub("", text)


def plain(text: str) -> str:
    """``text`` with composed letters, without ligatures, radicals and marks of no width; soft hyphens at line ends
    stay.
    """
    text = _FORMED.sub(lambda match: _RADICALS.get(match[0]) or unicodedata.normalize("NFKC", match[0]), text)
    return unicodedata.normalize("NFC", _NOTHING.sub("", text))
