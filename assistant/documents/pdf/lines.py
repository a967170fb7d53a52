"""Runs of characters to the lines of a page, the marks of footnotes lifted out of them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.documents.blocks import Mark
from assistant.documents.characters import plain, without_wide_spaces
from assistant.documents.pdf.columns import Row, in_columns
from assistant.documents.pdf.glyphs import Run

# What a mark of a footnote may be.
_MARK = re.compile(r"[\[(]?(\d{1,3}|\*{1,4}|[a-z])[\])]?(?:\s*[,，、]\s*\d{1,3})*")
# A label that stands apart from its text: "1.", "(a)", "（一）", "–".
_LABEL = re.compile(
    r"\s*(?:\d{1,3}[.)．、]|[(（]?(?:[a-zа-я]{1,5}|\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[IVX]{1,5}\.|[A-Z]\.|[-–—•●▪])\s*"
)
# In heights of a line's characters: a gap between columns or cells, and one between words.
_COLUMN, _WORD = 1.6, 0.16


@dataclass(frozen=True)
class Line:
    """Text on one baseline of page ``page``, counted from 0; places in points from the lower left of the page."""

    text: str
    left: float
    right: float
    baseline: float
    height: float
    page: int
    bold: bool = False
    italic: bool = False
    marks: tuple[Mark, ...] = ()
    margins: tuple[float, float] | None = None  # of its column, where the page has two
    recognized: bool = False


def page_lines(pages: Iterable[Sequence[Run]]) -> list[list[Line]]:
    """The lines of each page as they are read, column by column; of several on one baseline from left to right."""
    read = in_columns([_rows(runs) for runs in pages])
    return [[line for row in rows for line in _lines(row, number)] for number, rows in enumerate(read)]


def _rows(runs: Sequence[Run]) -> list[Row]:
    text, raised = _sorted_out(runs)
    rows: list[Row] = []
    for run in sorted(text, key=lambda run: (-run.baseline, run.left)):
        for row in rows[-3:]:
            if abs(row.runs[0].baseline - run.baseline) <= max(1.0, 0.15 * run.height):
                row.runs.append(run)
                break
        else:
            rows.append(Row([run]))
    for mark, beside in raised:
        next(row for row in rows if any(run is beside for run in row.runs)).marks.append(mark)
    return rows


def _sorted_out(runs: Sequence[Run]) -> tuple[list[Run], list[tuple[Run, Run]]]:
    """The runs that are text, and those that are marks, each with the run that it stands beside."""
    plain: list[Run] = []
    raised: list[tuple[Run, Run]] = []
    for run in runs:
        beside = [other for other in runs if _raised(run, other)] if _MARK.fullmatch(run.text.strip()) else []
        if beside:
            gap = {id(other): min(abs(run.left - other.right), abs(other.left - run.right)) for other in beside}
            raised.append((run, min(beside, key=lambda other: gap[id(other)])))
        else:
            plain.append(run)
    return plain, raised


def _raised(run: Run, other: Run) -> bool:
    """Whether ``run`` is smaller and stands a little above the baseline of ``other``, right beside it."""
    if not (other.height > 1.2 * run.height and 0.8 < run.baseline - other.baseline < 0.75 * other.height):
        return False
    return other.left - 1.5 * other.height < run.left < other.right + 1.5 * other.height


def _lines(row: Row, page: int) -> list[Line]:
    """The lines of ``row``, one in a column: there the words of a justified line may stand as far apart as cells."""
    marks = row.marks
    pieces = sorted([*row.runs, *marks], key=lambda run: run.left)
    height = _usual(row.runs)
    groups: list[list[Run]] = []
    right = 0.0
    for run in pieces:
        is_mark = any(run is mark for mark in marks)
        if groups and (is_mark or row.margins or run.left - right <= _COLUMN * height):
            groups[-1].append(run)
        else:
            groups.append([run])
        right = max(right, run.right)
    lines = [replace(_line(group, marks, page), margins=row.margins) for group in groups]
    joined: list[Line] = []
    for line in lines:
        if joined and _LABEL.fullmatch(joined[-1].text):
            joined[-1] = _behind_label(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _behind_label(label: Line, line: Line) -> Line:
    start = len(label.text) + 1
    marks = tuple(Mark(mark.offset + start, mark.name) for mark in line.marks)
    return replace(line, text=f"{label.text} {line.text}", left=label.left, marks=(*label.marks, *marks))


def _line(group: Sequence[Run], marks: Sequence[Run], page: int) -> Line:
    text, found, right = "", [], None
    for run in group:
        if any(run is mark for mark in marks):
            found.append(Mark(len(text.rstrip()), run.text.strip()))
            right = max(right or 0.0, run.right)
            continue
        gap = right is not None and run.left - right > _WORD * run.height
        text += (" " if gap and not text.endswith(" ") and not run.text.startswith(" ") else "") + plain(run.text)
        right = max(right or 0.0, run.right)
    own = [run for run in group if not any(run is mark for mark in marks)] or list(group)
    lead = len(text) - len(text.lstrip())
    recognized = not all(run.visible for run in own)
    if recognized:  # Tesseract sets spaces between Chinese characters
        text = without_wide_spaces(text)
    return Line(
        text=text.strip(),
        left=min(run.left for run in own),
        right=max(run.right for run in own),
        baseline=own[0].baseline,
        height=_usual(own),
        page=page,
        bold=_most(own, [run.bold for run in own]),
        italic=_most(own, [run.italic for run in own]),
        marks=tuple(Mark(max(0, mark.offset - lead), mark.name) for mark in found),
        recognized=recognized,
    )


def _usual(runs: Sequence[Run]) -> float:
    """The height of most characters."""
    heights = Counter[float]()
    for run in runs:
        heights[round(run.height * 2) / 2] += len(run.text)
    return heights.most_common(1)[0][0]


def _most(runs: Sequence[Run], holds: Sequence[bool]) -> bool:
    own = sum(len(run.text) for run, true in zip(runs, holds, strict=True) if true)
    return own > 0.7 * sum(len(run.text) for run in runs)
