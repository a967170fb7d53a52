"""The places where two wordings of a paragraph differ, each with words around that make it readable."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.analysis.redline import Span, words
from assistant.text.terms import HAN

# Differences with as many words between them at most are told as one: "Supports [the United Nations in playing a]
# central and coordinating role [of the United Nations]"; with fewer where a clause ends between. Two Chinese characters
# count as a word.
_BETWEEN, _BETWEEN_CLAUSES = 5, 2
_MARK = re.compile(r"\W")
_CLAUSE_END = re.compile("[,;，；、]")
# How many words stand around a difference, and from how many on a passage takes no further one in.
_AROUND, _LONGEST = 6, 40
_PIECE = re.compile(rf"\s*[{HAN}]{{1,2}}|\s*[^\s{HAN}]+|\s+$")
_CHARACTER = re.compile(f"[{HAN}]")

Place = tuple[int, int]


@dataclass(frozen=True)
class Difference:
    """What stands in place of what: one of the two may be empty. ``was`` and ``now`` are where, in the whole texts."""

    deleted: str
    inserted: str
    was: Place
    now: Place


@dataclass(frozen=True)
class Passage:
    """Differences that are told as one. ``spans`` are they with what stands between, ``left`` and ``right`` the words
    around."""

    differences: tuple[Difference, ...]
    spans: tuple[Span, ...]
    left: str
    right: str

    @property
    def read(self) -> tuple[str, str]:
        """The passage as the earlier and as the later text have it."""
        old, new = (
            "".join(span.text for span in self.spans if span.kind != other) for other in ("inserted", "deleted")
        )
        return f"{self.left}{old}{self.right}".strip(), f"{self.left}{new}{self.right}".strip()

    @property
    def quoted(self) -> tuple[str, str]:
        """`read`, a side empty that has nothing which the other has not: where words were added behind the last.

        Where words were added before the first, the paragraph begins otherwise: both are quoted.
        """
        old, new = self.read
        if self.left:
            return "" if old in new else old, "" if new in old else new
        return old, new

    @property
    def of_words(self) -> bool:
        """Whether it differs in letters or figures, and not only in punctuation, spaces and hyphens."""
        old, new = ("".join(words(text)) for text in self.read)
        return _MARK.sub("", old) != _MARK.sub("", new)

    @property
    def redline(self) -> tuple[Span, ...]:
        """The passage with the words around."""
        around = (Span("kept", self.left), *self.spans, Span("kept", self.right))
        return tuple(span for span in around if span.text)


def passages(spans: Sequence[Span]) -> tuple[Passage, ...]:
    """The passages of a redline, in its order."""
    groups: list[list[int]] = []
    for n, span in enumerate(spans):
        if span.kind != "kept" and groups and _near(spans[groups[-1][0] : n], spans[groups[-1][1] : n]):
            groups[-1][1] = n + 1
        elif span.kind != "kept":
            groups.append([n, n + 1])
    return tuple(_passage(spans, start, end) for start, end in groups)


def _near(passage: Sequence[Span], between: Sequence[Span]) -> bool:
    """Whether what stands behind ``passage``, which ends with what is kept ``between``, still belongs to it."""
    clauses = any(_CLAUSE_END.search(span.text) for span in between)
    most = _BETWEEN_CLAUSES if clauses else _BETWEEN
    return not between or (_length(between) <= most and _length(passage) <= _LONGEST)


def _length(spans: Sequence[Span]) -> float:
    """How many words the longer of both texts has there."""
    sides = ("".join(span.text for span in spans if span.kind != other) for other in ("inserted", "deleted"))
    return max(len(words(side)) - len(_CHARACTER.findall(side)) / 2 for side in sides)


def _passage(spans: Sequence[Span], start: int, end: int) -> Passage:
    left = spans[start - 1].text if start else ""
    right = spans[end].text if end < len(spans) else ""
    return Passage(
        tuple(_differences(spans, start, end)),
        tuple(spans[start:end]),
        "".join(_PIECE.findall(left)[-_AROUND:]),
        "".join(_PIECE.findall(right)[:_AROUND]),
    )


def _differences(spans: Sequence[Span], start: int, end: int) -> list[Difference]:
    found: list[Difference] = []
    was = sum(len(span.text) for span in spans[:start] if span.kind != "inserted")
    now = sum(len(span.text) for span in spans[:start] if span.kind != "deleted")
    for n in range(start, end):
        span, size = spans[n], len(spans[n].text)
        if span.kind == "deleted":
            put = spans[n + 1].text if n + 1 < end and spans[n + 1].kind == "inserted" else ""
            found.append(Difference(span.text, put, (was, was + size), (now, now + len(put))))
        elif span.kind == "inserted" and (n == start or spans[n - 1].kind == "kept"):
            found.append(Difference("", span.text, (was, was), (now, now + size)))
        was += size * (span.kind != "inserted")
        now += size * (span.kind != "deleted")
    return found
