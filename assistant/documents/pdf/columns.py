"""Pages set in two columns: the rows of the left one, then those of the right one.

Verbatim records, older resolutions and scans are printed so, and their files may write both columns row by row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import ceil, floor
from statistics import median

from assistant.documents.pdf.glyphs import Run

# A gutter is searched in the middle of the page, between these shares of the text's width.
_MIDDLE, _PLACES = (0.4, 0.6), 24
# Lines on each side from which on there may be two columns, how full of text they are, of their width, and how many
# characters they have: rows of tables and lists are shorter. Cells of a table leave more of the height free.
_LEAST, _FULL, _CHARACTERS, _DENSE = 4, 0.7, 18, 0.75


@dataclass(frozen=True)
class Row:
    """What stands on one baseline: its runs and the marks of footnotes; ``margins`` are those of its column."""

    runs: list[Run]
    marks: list[Run] = field(default_factory=list)
    margins: tuple[float, float] | None = None

    @property
    def left(self) -> float:
        """Where its first run begins."""
        return min(run.left for run in self.runs)

    @property
    def right(self) -> float:
        """Where its last run ends."""
        return max(run.right for run in self.runs)

    @property
    def length(self) -> int:
        """Characters."""
        return sum(len(run.text) for run in self.runs)


def in_columns(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of each page, which come from the top down, in the order in which they are read.

    A page with little text is taken to be set as those that are plainly in two columns.
    """
    gutters = [_gutter(rows) for rows in pages]
    plain = [gutter for rows, gutter in zip(pages, gutters, strict=True) if gutter and _bands(rows, gutter, _LEAST)]
    if not plain:
        return [list(rows) for rows in pages]
    return [_read(rows, median(plain)) for rows in pages]


def _read(rows: Sequence[Row], gutter: float) -> list[Row]:
    read, done = list[Row](), 0
    for begin, end in _bands(rows, gutter, least=2):
        read += rows[done:begin]
        for left in (True, False):
            read += _within(_beside(rows[begin:end], gutter, left))
        done = end
    return [*read, *rows[done:]]


def _bands(rows: Sequence[Row], gutter: float, least: int) -> list[tuple[int, int]]:
    """Where, from row to row, there is running text on both sides of ``gutter``, and nothing that crosses it.

    With ``least`` lines on the left; as many on the right where it is the page that tells of columns.
    """
    found, place = [], 0
    for crosses, group in groupby(rows, key=lambda row: any(run.left < gutter < run.right for run in row.runs)):
        band = list(group)
        left, right = _beside(band, gutter, True), _beside(band, gutter, False)
        if not crosses and right and _is_text(left, least) and (least < _LEAST or _is_text(right, least)):
            found.append((place, place + len(band)))
        place += len(band)
    return found


def _gutter(rows: Sequence[Row]) -> float | None:
    """The place in the middle of the text that the fewest rows cross, the middle of the widest such."""
    if len(rows) < _LEAST:
        return None
    left, width = min(row.left for row in rows), max(row.right for row in rows) - min(row.left for row in rows)
    begin, step = left + _MIDDLE[0] * width, (_MIDDLE[1] - _MIDDLE[0]) * width / _PLACES
    crossed = [0] * (_PLACES + 1)
    for row in rows:
        spans = ((ceil((run.left - begin) / step), floor((run.right - begin) / step)) for run in row.runs)
        for n in {n for first, last in spans for n in range(max(0, first), min(_PLACES, last) + 1)}:
            crossed[n] += 1
    if min(crossed) > len(rows) - _LEAST:
        return None
    free = [list(group) for few, group in groupby(range(_PLACES + 1), lambda n: crossed[n] == min(crossed)) if few]
    widest = max(free, key=len)
    return begin + step * widest[len(widest) // 2]


def _beside(band: Sequence[Row], gutter: float, left: bool) -> list[Row]:
    """What stands on one side of ``gutter``."""
    found = []
    for row in band:
        runs = [run for run in row.runs if (run.left < gutter) == left]
        if runs:
            found.append(Row(runs, [mark for mark in row.marks if (mark.left < gutter) == left]))
    return found


def _is_text(rows: Sequence[Row], least: int) -> bool:
    """Whether most of ``rows`` are lines of running text in a column."""
    if len(rows) < least:
        return False
    width = max(row.right for row in rows) - min(row.left for row in rows)
    gaps = [above.runs[0].baseline - below.runs[0].baseline for above, below in pairwise(rows)]
    dense = median(gaps) * len(gaps) > _DENSE * sum(gaps)
    full = median(row.right - row.left for row in rows) > _FULL * width
    return dense and full and median(row.length for row in rows) >= _CHARACTERS


def _within(rows: Sequence[Row]) -> list[Row]:
    margins = (min(row.left for row in rows), max(row.right for row in rows))
    return [Row(row.runs, row.marks, margins) for row in rows]
