"""Two texts beside one another: their pairs of paragraphs with what was deleted and inserted, and the changes told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from assistant.analysis.alignment import Pair, align_units
from assistant.analysis.kinds import Act, Side, Wording, kind_of, verb_strengths
from assistant.analysis.passages import passages
from assistant.analysis.redline import Span, redline
from assistant.analysis.text import Text
from assistant.analysis.unit import Unit, joined, top_level, units
from assistant.documents.paragraph import Document, Paragraph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

ChangeKind = Literal[Wording, "new", "gone", "split", "merged", "moved"]
Acts = Mapping[str, Sequence[Act]]

_CLAUSE_END = re.compile("[,;，；]")
# What is told first.
_ORDER: tuple[ChangeKind, ...] = (
    *("verb", "addressee", "date", "figure", "new", "gone", "words", "reference"),
    *("split", "merged", "moved", "wording"),
)


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise. ``was`` and ``now`` quote the passage of the earlier and of the later text, empty
    where that has no words of its own there; of a new or gone paragraph they have all of it, of one that was split,
    merged or moved nothing.

    ``kind`` is "wording" where only forms, little words or punctuation differ, "reference" for what is cited by a
    number. ``before`` and ``after`` are ids of paragraphs; ``redline`` is the passage with the words around.
    ``strengths`` are those of a verb that changed, as its acts have them, empty where not known; ``opening`` says that
    it is the one that the paragraph begins with.
    """

    kind: ChangeKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    was: str = ""
    now: str = ""
    redline: tuple[Span, ...] = ()
    strengths: tuple[str, str] = ("", "")
    opening: bool = False


@dataclass(frozen=True)
class Compared:
    """A pair of paragraphs and its redline, empty where their languages differ.

    Where ``below`` has its sub-paragraphs, the redline is that of what stands above them.
    """

    pair: Pair
    redline: tuple[Span, ...] = ()
    below: tuple["Compared", ...] = ()


@dataclass(frozen=True)
class Comparison:
    """What became of ``before`` in ``after``: ``pairs`` in the order of the later text; ``changes`` the most important
    first.
    """

    before: Text
    after: Text
    pairs: tuple[Compared, ...]
    changes: tuple[Change, ...]


def compare(
    before: Document,
    after: Document,
    vectors: "tuple[Array, Array] | None" = None,
    acts: tuple[Acts, Acts] | None = None,
) -> Comparison:
    """``before`` and ``after`` compared, ``vectors`` as `align` takes them.

    ``acts`` are those of the paragraphs of both, by id. Where there are none a verb is known by where it stands, and
    changes of addressees are told as changes of words. Texts in different languages have no redlines, and of changes
    only what is new and gone.
    """
    bench = _Bench(before, after, acts)
    compared = tuple(bench.compared(pair) for pair in align_units(before, after, bench.units, vectors))
    changes = [change for pair in compared for change in bench.changes(pair)]
    return Comparison(Text.of(before), Text.of(after), compared, tuple(sorted(changes, key=_weight)))


def _weight(change: Change) -> tuple[int, bool, bool, bool]:
    """What orders the changes of a text, which stand as the paragraphs do: acts weigh more than their reasons, and the
    verb that a paragraph begins with more than the others."""
    preambular = Paragraph((change.after or change.before)[0], "").kind == "preambular"
    verb = change.kind == "verb"
    return (
        _ORDER.index(change.kind),
        preambular,
        verb and not change.opening,
        verb and change.strengths[0] == change.strengths[1],
    )


class _Bench:
    """Two texts, and what is known of them."""

    def __init__(self, before: Document, after: Document, acts: tuple[Acts, Acts] | None) -> None:
        self._language = before.language
        self._one_language = before.language == after.language
        self.units = units(before), units(after)
        self._before, self._after = (_by_id(whole) for whole in self.units)
        self._acts = acts

    def compared(self, pair: Pair) -> Compared:
        """``pair`` with its redlines."""
        if not self._one_language:
            return Compared(pair)
        below = tuple(self.compared(part) for part in pair.below)
        old, new = self._text(pair, 0), self._text(pair, 1)
        same = pair.fate in ("same", "moved")  # but for print that is no wording
        return Compared(pair, (Span("kept", new),) if same else redline(old, new), below)

    def changes(self, compared: Compared) -> Iterator[Change]:
        """What ``compared`` tells, in the order of print."""
        pair = compared.pair
        ids = pair.before, pair.after
        if pair.fate in ("new", "gone"):
            yield Change(pair.fate, *ids, self._text(pair, 0), self._text(pair, 1), compared.redline)
            return
        if pair.fate in ("split", "merged"):
            yield Change(pair.fate, *ids)
        if pair.reordered:
            yield Change("moved", *ids)
        yield from self._worded(compared)
        for part in compared.below:
            yield from self.changes(part)

    def _worded(self, compared: Compared) -> Iterator[Change]:
        pair = compared.pair
        found = [passage for passage in passages(compared.redline) if passage.of_words]
        if not found:
            return
        before, after = (Side(self._text(pair, side), self._acts_of(pair, side), _acting(pair)) for side in (0, 1))
        for passage in found:
            change = Change(
                kind_of(passage, before, after, self._language),
                *(pair.before, pair.after),
                *passage.quoted,
                passage.redline,
            )
            if change.kind == "verb":
                opening = not _CLAUSE_END.search(before.text[: passage.differences[0].was[0]])
                change = replace(change, strengths=verb_strengths(passage, before, after), opening=opening)
            yield change

    def _text(self, pair: Pair, side: int) -> str:
        parts = self._units(pair, side)
        return joined([part.lead for part in parts] if pair.below else parts)

    def _acts_of(self, pair: Pair, side: int) -> list[Act] | None:
        if self._acts is None:
            return None
        paragraphs = [part for unit in self._units(pair, side) for part in unit.paragraphs]
        # Of a preamble no acts are read.
        return [act for part in paragraphs for act in self._acts[side].get(part.id, ())] or None

    def _units(self, pair: Pair, side: int) -> list[Unit]:
        return [(self._before, self._after)[side][name] for name in (pair.before, pair.after)[side]]


def _acting(pair: Pair) -> bool:
    """Whether the paragraphs begin with a verb, as those of resolutions do."""
    name = pair.after[0]
    return Paragraph(name, "").kind in ("preambular", "operative") and name == top_level(name)


def _by_id(whole: Sequence[Unit]) -> dict[str, Unit]:
    """The paragraphs with what is below them, and what is below alone."""
    return {part.id: part for unit in whole for part in unit.parts} | {unit.id: unit for unit in whole}
