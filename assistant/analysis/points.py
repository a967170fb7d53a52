"""What each paragraph of a text says, in its own words: all of them, or as many as there is room for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.analysis.anatomy import Act, Anatomy
from assistant.analysis.table import by_paragraph
from assistant.documents.paragraph import Document, Paragraph
from assistant.text.sentences import sentences

_LEFT_OUT = "…"
# What leads in the next act.
_LED = re.compile(r"(?:[,，;；\s]*(?:\b(?:and|also|further|и|а|также)\b|[并又还和]))+[\s,，]*$", re.IGNORECASE)
_MARKS = " ,;:.，；：。、"
# Where a part of a sentence ends, not within "56,126"; and where a word does, in Chinese any character.
_PART = re.compile(r"[,;:](?=\s)|[，；：、]")
_WORD = re.compile(r"\s|(?<=[\u3400-\u9fff])")
# A part that ends before this share of the room would leave too much of it empty.
_LEAST = 0.5
# What is asked is told where this share of the room has words of it.
_TELLING = 0.15
# So many characters of what is asked tell where that begins.
_OPENING = 12


@dataclass(frozen=True)
class Point:
    """What ``paragraph`` says, ``whole``, and the ``act`` that it is of, if it is of one."""

    paragraph: str
    whole: str
    act: Act | None = None

    def within(self, room: int) -> str:
        """Its words, no more than ``room`` characters of them: up to where a part of the sentence ends, "…" where more
        follows. Who is asked is told by the first who is named where all of it would leave no room for what is asked.
        """
        told, act = _cut(self.whole, room), self.act
        asked = self.whole.find(act.does[:_OPENING]) if act and act.addressees else -1
        if act is None or told == self.whole or asked + room * _TELLING <= len(told):
            return told
        named = self.whole.find(act.addressees[0]) + len(act.addressees[0])
        space = " " if " " in self.whole else ""
        before = f"{self.whole[:named].strip(_MARKS)}{space}{_LEFT_OUT}{space}"
        return before + _cut(self.whole[asked:], max(room - len(before), len(before)))


def points(document: Document, anatomy: Anatomy, paragraphs: Collection[str] | None = None) -> tuple[Point, ...]:
    """The points of ``document``, or of those of its ``paragraphs`` (ids): of an operative paragraph one an act, of
    others one, its first sentence. The masthead and footnotes have none.
    """
    acts = by_paragraph(anatomy.acts)
    found: list[Point] = []
    for paragraph in document.paragraphs:
        if paragraph.kind in ("head", "footnote") or not (paragraphs is None or paragraph.id in paragraphs):
            continue
        if paragraph.id in acts:
            found += _of_acts(paragraph, acts[paragraph.id])
        else:
            text = " ".join((paragraph.text or paragraph.whole).split())
            found.append(Point(paragraph.id, next(iter(sentences(text)), text).strip(_MARKS)))
    return tuple(found)


def _of_acts(paragraph: Paragraph, acts: Sequence[Act]) -> list[Point]:
    text = " ".join(paragraph.whole.split())
    starts, place = [], 0
    for act in acts:
        place = max(text.find(act.verb, place), place)
        starts.append(place)
        place += len(act.verb)
    ends = pairwise([*starts, len(text)])
    return [
        Point(paragraph.id, _LED.sub("", text[start:end]).strip(_MARKS), act)
        for (start, end), act in zip(ends, acts, strict=True)
    ]


def _cut(text: str, room: int) -> str:
    """``text`` up to the last part of a sentence, or else the last word, that ends within ``room`` characters."""
    if len(text) <= room:
        return text
    ends = [found.start() for found in _PART.finditer(text, 0, room + 1)]
    if not ends or ends[-1] < room * _LEAST:
        ends = [found.start() for found in _WORD.finditer(text, 1, room + 1)] or [room]
    space = " " if " " in text else ""
    return f"{text[: ends[-1]].rstrip(_MARKS)}{space}{_LEFT_OUT}"
