"""Footnote marks in texts that do not say which numbers are raised."""

import re
from dataclasses import replace

from assistant.documents.paragraph import Note, Paragraph

_WIDE_END = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]$")
_SYMBOL_SO_FAR = re.compile(r"[A-Za-z0-9./-]*$")


def lift_marks(paragraphs: list[Paragraph], notes: set[int]) -> list[Paragraph]:
    """Footnote marks taken out of the text: numbers behind punctuation, in the order of the notes.

    The order is what tells a mark from a number of the text: only the next note's number is looked for, and
    not where a digit, a slash, a decimal or a unit follows it.
    """
    expected, lifted = 1, []
    for paragraph in paragraphs:
        text, found = paragraph.text, []
        position = 0
        while expected in notes:
            mark = _mark(text, expected, position)
            if mark is None:
                break
            text = _without(text, mark)
            found.append(Note(mark.start(), f"FN{expected}"))
            position, expected = mark.start(), expected + 1
        lifted.append(replace(paragraph, text=text, notes=tuple(found)))
    return lifted


def _mark(text: str, number: int, position: int) -> re.Match[str] | None:
    """Where the mark ``number`` stands at or behind ``position``."""
    pattern = rf"(?<=[，、。；：》”）)»,.;:\"’\w]){number}(?![\d/%年月日个]|[.,]\d|\s*[年月日项])"
    for mark in re.compile(pattern).finditer(text, position):
        before = text[: mark.start()]
        in_symbol = "/" in before[_SYMBOL_SO_FAR.search(before).start() :]  # type: ignore[union-attr]
        if not before[-1].isdigit() and not in_symbol:  # not the 1 of "A/79/L.1"
            return mark
    return None


def _without(text: str, mark: re.Match[str]) -> str:
    """``text`` without the mark, and without the space behind it where a Chinese text then needs none."""
    before, after = text[: mark.start()], text[mark.end() :]
    return before + (after.lstrip() if _WIDE_END.search(before) else after)
