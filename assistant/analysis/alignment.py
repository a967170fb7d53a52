"""Which paragraph of one text became which of another.

Paragraphs are paired with what stands below them, "OP4" with "OP4(a)": first those that stand in the same order in both
texts, by dynamic programming, then those that were moved, then what a paragraph was split into or merged from; the rest
is gone or new. Inside a pair the sub-paragraphs are paired likewise. In one language words decide, across languages the
paragraphs' vectors and numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.analysis.likeness import Words, by_vectors
from assistant.analysis.unit import Unit, top_level, units
from assistant.documents.paragraph import Document

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

Fate = Literal["same", "moved", "changed", "split", "merged", "gone", "new"]

# How like paragraphs are that belong together: in order; out of order, where nothing else speaks for it; and where one
# gives reasons and the other acts, "Noting …" and "Notes …" (`eval/studies/comparison.py`).
_IN_ORDER, _OUT_OF_ORDER, _OTHER_KIND = 0.23, 0.42, 0.42
# Across languages: how like by vectors, and what the same number adds, since most translations share their numbers; of
# fewer paragraphs than these no mean is worth anything, and the numbers alone decide.
_ACROSS, _SAME_NUMBER, _FEW = 0.2, 0.1, 4
# How much of a paragraph has to be in the one that it was split from, how much of it not in the other part; and how
# much the one that was split has to have lost.
_PART, _OWN_PART, _LOSS = 0.6, 0.4, 0.25


@dataclass(frozen=True)
class Pair:
    """Paragraphs of the one text that became those of the other, by their ids; "new" and "gone" have one side empty.

    ``fate``: "same" has the same words and number, "moved" the same words under another number, "changed" other words
    whatever the number. ``reordered`` says that it stands elsewhere among the paragraphs that stayed, and not only
    under a number that shifted. ``below`` are the pairs of the sub-paragraphs; empty where one of the texts has none.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    fate: Fate
    reordered: bool = False
    below: tuple["Pair", ...] = ()


def align(before: Document, after: Document, vectors: "tuple[Array, Array] | None" = None) -> tuple[Pair, ...]:
    """The pairs in the order of ``after``, each "gone" paragraph behind what it stood behind.

    Every paragraph is in one pair, mastheads and footnotes in none. ``vectors`` are asked for where the languages
    differ, one row of unit length for each of the paragraphs of ``before`` and of ``after``; without them the numbers
    alone pair those.
    """
    return align_units(before, after, (units(before), units(after)), vectors)


def align_units(
    before: Document,
    after: Document,
    whole: tuple[Sequence[Unit], Sequence[Unit]],
    vectors: "tuple[Array, Array] | None" = None,
) -> tuple[Pair, ...]:
    """`align`, where the units of both, ``whole``, are at hand."""
    ours, theirs = whole
    if before.language == after.language:
        return _pairs(ours, theirs)
    if vectors is None:
        return _across(ours, theirs, None)
    return _across(ours, theirs, (_of_units(before, ours, vectors[0]), _of_units(after, theirs, vectors[1])))


def _pairs(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Pair, ...]:
    """The pairs of units in one language."""
    words = Words(before, after)
    likeness = words.likeness
    matched = _in_order(_of_one_kind(likeness, before, after), _IN_ORDER)
    chain = {*matched}
    matched += _out_of_order(likeness, matched, _OUT_OF_ORDER)
    split = _parts(words, matched)
    merged = [(j, i) for i, j in _parts(words.transposed(), [(j, i) for i, j in matched])]
    found: dict[int, Pair] = {}
    for i, j in matched:
        ours = [i, *(k for k, other in merged if other == j)]
        theirs = [j, *(k for other, k in split if other == i)]
        found[j] = _paired([before[n] for n in sorted(ours)], [after[n] for n in sorted(theirs)], (i, j) not in chain)
    return _in_reading_order(before, after, found)


def _paired(before: Sequence[Unit], after: Sequence[Unit], reordered: bool) -> Pair:
    ids = tuple(unit.id for unit in before), tuple(unit.id for unit in after)
    if len(before) > 1 or len(after) > 1:
        return Pair(*ids, "merged" if len(before) > 1 else "split", reordered)
    (one,), (other,) = before, after
    below = _pairs(one.parts, other.parts) if one.parts and other.parts else ()
    if one.wording != other.wording:
        return Pair(*ids, "changed", reordered, below)
    return Pair(*ids, "same" if one.id == other.id else "moved", reordered, below)


def _in_reading_order(before: Sequence[Unit], after: Sequence[Unit], found: dict[int, Pair]) -> tuple[Pair, ...]:
    """``found``, by places in ``after``, with what is new and gone in between."""
    told = {name for pair in found.values() for name in pair.after}
    pairs = [
        found.get(n) or Pair((), (unit.id,), "new") for n, unit in enumerate(after) if n in found or unit.id not in told
    ]
    kept = {name for pair in pairs for name in pair.before}
    behind = ""
    for unit in before:
        if unit.id not in kept:
            at = next((n + 1 for n, pair in enumerate(pairs) if behind in pair.before), 0)
            pairs.insert(at, Pair((unit.id,), (), "gone"))
        behind = unit.id
    return tuple(pairs)


def _of_one_kind(likeness: "Array", before: Sequence[Unit], after: Sequence[Unit]) -> "Array":
    """``likeness``, 0 for what is of two kinds and not quite alike."""
    import numpy as np

    kinds = [[unit.kind for unit in side] for side in (before, after)]
    alike = np.array([[one == other for other in kinds[1]] for one in kinds[0]], bool).reshape(likeness.shape)
    return np.where(alike | (likeness >= _OTHER_KIND), likeness, np.float32(0))


def _in_order(likeness: "Array", least: float) -> list[tuple[int, int]]:
    """The pairs, growing on both sides, that are together most like one another, each at least ``least``."""
    import numpy as np

    rows, columns = likeness.shape
    gains = np.where(likeness >= least, likeness - least + 1e-3, -1)
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        taken = np.maximum(best[row, 1:], best[row, :-1] + gains[row])
        best[row + 1, 1:] = np.maximum.accumulate(taken)
    found = []
    row, column = rows, columns
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            found.append((row, column))
    return found[::-1]


def _out_of_order(likeness: "Array", matched: Sequence[tuple[int, int]], least: float) -> list[tuple[int, int]]:
    """Pairs of what is not ``matched``, the likest first."""
    rows, columns = ({pair[side] for pair in matched} for side in (0, 1))
    left = [
        (-float(likeness[i, j]), i, j)
        for i in range(likeness.shape[0])
        for j in range(likeness.shape[1])
        if i not in rows and j not in columns and likeness[i, j] >= least
    ]
    found: list[tuple[int, int]] = []
    for _, i, j in sorted(left):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            found.append((i, j))
    return found


def _parts(words: Words, matched: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """(i, k): of the unit i, which became j, a part went into k, which is not ``matched`` and stands beside j.

    Either k is made of words of i that j has not, or most of what i lost on the way to j is in k.
    """
    taken = {j for _, j in matched}
    found: list[tuple[int, int]] = []
    for i, j in matched:
        lost = words.has_before[i] * (1 - words.has_after[j])
        for k in (j - 1, j + 1):
            if k in taken or not 0 <= k < len(words.after):
                continue
            had = float((words.has_after[k] * words.has_before[i]) @ words.weights)
            own = float((words.has_after[k] * lost) @ words.weights)
            whole = had >= _PART * words.after[k] and own >= _OWN_PART * words.after[k]
            loss = words.before[i] - float((words.has_before[i] * words.has_after[j]) @ words.weights)
            if whole or (loss >= _LOSS * words.before[i] and own >= _PART * loss):
                found.append((i, k))
                taken.add(k)
    return found


def _across(before: Sequence[Unit], after: Sequence[Unit], vectors: "tuple[Array, Array] | None") -> tuple[Pair, ...]:
    """The pairs of units in two languages; whether a pair says the same is not known, so that none is "changed"."""
    import numpy as np

    same = np.array([[one.id == other.id for other in after] for one in before], np.float32)
    same = same.reshape(len(before), len(after))
    few = min(same.shape) < _FEW
    likeness = same if vectors is None or few else by_vectors(*vectors) + _SAME_NUMBER * same
    matched = _in_order(likeness, _ACROSS)
    found = {}
    for i, j in matched:
        below = _across(before[i].parts, after[j].parts, None) if before[i].parts and after[j].parts else ()
        fate: Fate = "same" if before[i].id == after[j].id else "moved"
        found[j] = Pair((before[i].id,), (after[j].id,), fate, below=below)
    return _in_reading_order(before, after, found)


def _of_units(document: Document, whole: Sequence[Unit], vectors: "Array") -> "Array":
    """A vector a unit: the mean of those of its paragraphs."""
    import numpy as np

    rows = {unit.id: n for n, unit in enumerate(whole)}
    sums = np.zeros((len(whole), vectors.shape[1]), np.float32)
    for paragraph, vector in zip(document.paragraphs, vectors, strict=True):
        if (row := rows.get(top_level(paragraph.id))) is not None:
            sums[row] += vector
    return np.asarray(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6), np.float32)
