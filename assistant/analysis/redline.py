"""The words that a text lost and gained, in its order.

`difflib` of the standard library finds them: with small islands joined its redlines have about as few pieces as those
of `diff-match-patch`, and fewer than those of `rapidfuzz` (`eval/studies/alignment.py`). Words of Russian and English
and single Chinese characters are compared, each with the space before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assistant.text.terms import HAN

SpanKind = Literal["kept", "deleted", "inserted"]

_TOKEN = re.compile(rf"\s*(?:[{HAN}]|[^\W_{HAN}]+(?:[-’'/.][^\W_{HAN}]+)*|\S)|\s+$")
_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+(?:[-’'/.][^\W_{HAN}]+)*")
# "of the" that stands by chance in what was said otherwise is no island to stand on: as many words at most, and no more
# than what stands changed on either side (as diff-match-patch's semantic cleanup has it, which knows no such limit).
_ISLAND = 4


@dataclass(frozen=True)
class Span:
    """A stretch of text; "deleted" stands in the earlier text only, "inserted" in the later only."""

    kind: SpanKind
    text: str


# A stretch that is kept, or what stands in place of what: tokens of the earlier and of the later text.
_Stretch = tuple[bool, list[str], list[str]]


def redline(before: str, after: str) -> tuple[Span, ...]:
    """The spans of both: the kept and the deleted ones are ``before``, the kept and the inserted ones ``after``.

    No two neighbours are of one kind, and what was deleted stands before what was put in its place.
    """
    ours, theirs = _TOKEN.findall(before), _TOKEN.findall(after)
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    stretches = [(tag == "equal", ours[i:j], theirs[k:n]) for tag, i, j, k, n in codes]
    spans: list[Span] = []
    for kept, old, new in _without_islands(stretches):
        parts: Iterable[tuple[SpanKind, list[str]]] = [("kept", old)] if kept else [("deleted", old), ("inserted", new)]
        spans += [Span(kind, "".join(tokens)) for kind, tokens in parts if tokens]
    return tuple(spans)


def words(text: str) -> list[str]:
    """The words of ``text``, Chinese characters single."""
    return _WORD.findall(text)


def word_places(text: str) -> list[tuple[int, int]]:
    """Where each of the `words` begins and ends."""
    return [match.span() for match in _WORD.finditer(text)]


def _without_islands(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    """``stretches`` with kept ones that are small beside both their neighbours told as changed."""
    joined: list[_Stretch] = []
    for stretch in stretches:
        joined.append(stretch)
        while len(joined) > 2 and not joined[-1][0] and _is_island(*joined[-3:]):
            (_, old, new), (_, kept, same), (_, older, newer) = joined[-3:]
            joined[-3:] = [(False, [*old, *kept, *older], [*new, *same, *newer])]
    return joined


def _is_island(left: _Stretch, kept: _Stretch, right: _Stretch) -> bool:
    size = len(kept[1])
    return kept[0] and size <= _ISLAND and all(size <= max(len(side[1]), len(side[2])) for side in (left, right))
