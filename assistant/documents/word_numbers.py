"""The labels that Word gives paragraphs by itself: "3.", "(a)", "iv."; the file has only which list and level it is.

ECMA-376, part 1, section 17.9: a paragraph, or its style, names a number (``numId``) and a level; the number stands for
an abstract one, whose levels have a format, a start and a text such as "(%2)".
"""

from collections.abc import Callable
from typing import Any

from assistant.documents.labels import CYRILLIC, LATIN
from assistant.text.numerals import roman_numeral

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_HAN = "一二三四五六七八九"


class Numbers:
    """Counts the numbered paragraphs of one file in their order."""

    def __init__(self, opened: Any) -> None:
        part = next((rel.target_part for rel in opened.part.rels.values() if rel.reltype.endswith("/numbering")), None)
        self._numbering: Any = part.element if part is not None else None
        self._styles = {style.style_id: style.element for style in opened.styles}
        self._counts: dict[str, list[int]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, paragraph: Any) -> str:
        """The label of the next paragraph; "" where it has none, or only a bullet."""
        found = self._place(paragraph)
        if found is None or self._numbering is None:
            return ""
        number, level = found
        instance = self._find(f"{_W}num", "numId", number)
        reference = instance.find(f"{_W}abstractNumId") if instance is not None else None
        if instance is None or reference is None:
            return ""
        abstract = reference.get(f"{_W}val")
        levels = {n: self._level(instance, abstract, n) for n in range(level + 1)}
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        override = instance.find(f"{_W}lvlOverride[@{_W}ilvl='{level}']/{_W}startOverride")
        if override is not None and (number, level) not in self._started:
            counts[level] = int(override.get(f"{_W}val")) - 1
        elif counts[level] == 0:
            counts[level] = _start(levels[level]) - 1
        self._started.add((number, level))
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return self._written(levels, counts, level)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """(number, level) by the paragraph, else by its style and what that is based on."""
        level: int | None = None
        element, link, seen = paragraph, f"{_W}pPr/{_W}pStyle", set[str]()
        while element is not None:
            ilvl = element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
            number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            level = int(ilvl.get(f"{_W}val")) if level is None and ilvl is not None else level
            if number is not None:
                name = number.get(f"{_W}val")
                return None if name == "0" else (name, min(level or 0, _LEVELS - 1))
            style = element.find(link)
            name = style.get(f"{_W}val") if style is not None else ""
            element, link = (None if name in seen else self._styles.get(name)), f"{_W}basedOn"
            seen.add(name)
        return None

    def _find(self, tag: str, attribute: str, value: str) -> Any:
        return next((item for item in self._numbering.iter(tag) if item.get(f"{_W}{attribute}") == value), None)

    def _level(self, instance: Any, abstract: str, level: int) -> Any:
        own = instance.find(f"{_W}lvlOverride[@{_W}ilvl='{level}']/{_W}lvl")
        if own is not None:
            return own
        kept = self._find(f"{_W}abstractNum", "abstractNumId", abstract)
        return kept.find(f"{_W}lvl[@{_W}ilvl='{level}']") if kept is not None else None

    def _written(self, levels: dict[int, Any], counts: list[int], level: int) -> str:
        if _value(levels[level], "numFmt") in ("bullet", "none"):
            return ""
        text = _value(levels[level], "lvlText")
        for n, found in levels.items():
            count = counts[n] or _start(found)
            text = text.replace(f"%{n + 1}", _FORMATS.get(_value(found, "numFmt"), str)(count))
        return text.strip()


def _value(level: Any, name: str) -> str:
    found = level.find(f"{_W}{name}") if level is not None else None
    return str(found.get(f"{_W}val", "")) if found is not None else ""


def _start(level: Any) -> int:
    return int(_value(level, "start") or 1)


def _letters(alphabet: str) -> Callable[[int], str]:
    """Letters by their place; behind the last they are doubled, as in "aa"."""
    return lambda count: alphabet[(count - 1) % len(alphabet)] * ((count - 1) // len(alphabet) + 1)


def _han(count: int) -> str:
    tens, ones = divmod(count, 10)
    return (_HAN[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_HAN[ones - 1] if ones else "")


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": _letters(LATIN),
    "upperLetter": _letters(LATIN.upper()),
    "lowerRoman": lambda count: roman_numeral(count).lower(),
    "upperRoman": roman_numeral,
    "russianLower": _letters(CYRILLIC),
    "russianUpper": _letters(CYRILLIC.upper()),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "japaneseCounting": _han,
}
