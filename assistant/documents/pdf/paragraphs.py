"""Lines of pages to paragraphs: by gaps, indents, labels and style, over the ends of pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.documents.blocks import Block, Mark
from assistant.documents.characters import SOFT, WIDE_SPACE
from assistant.documents.hyphens import joined
from assistant.documents.labels import is_labelled, is_lone_article
from assistant.documents.markers import ENACTING
from assistant.documents.pdf.lines import Line
from assistant.documents.pdf.pages import SMALL
from assistant.documents.tables import table_text

# Points by which a line begins further in, in heights of the body's characters, and a gap that parts paragraphs, in
# distances of lines.
_INDENT, _GAP = 0.9, 1.25
# Of the width of the text, from its right edge: a line that ends before has room for another word.
_SHORT = 0.15
_ENDED = re.compile(r"[.;:,!?。；：，、！？…][”»\"’）)\]]*$")
_SENTENCE_ENDED = re.compile(r"[.;:!?。；：！？][”»\"’）)\]]*$")
_LONGEST_HEADING = 300
_LONGEST_WORD = 20  # characters; Chinese has no spaces
_NARROWER = 0.35  # of the width of the text: quotations may end this much before its edge
_NOT_PLAIN = re.compile(rf"{WIDE_SPACE.pattern}|  |{SOFT}")


@dataclass(frozen=True)
class _Column:
    """Where the text stands: its margins, the height of its characters and the distance of its lines."""

    left: float
    right: float
    height: float
    leading: float


def paragraphs(lines: Sequence[Line], height: float) -> list[Block]:
    """The paragraphs that ``lines`` make, in the order of print; ``height`` is that of the body's characters."""
    rows = _rows(lines)
    usual = _column(rows, height)
    groups: list[list[_Row]] = []
    for row in rows:
        if groups and not _begins(row, groups[-1], _column_of(row, usual)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_block(group, _column_of(group[0], usual)) for group in groups]


def _column_of(row: "_Row", usual: _Column) -> _Column:
    margins = row.line.margins
    return replace(usual, left=margins[0], right=margins[1]) if margins else usual


@dataclass(frozen=True)
class _Row:
    """What stands on one baseline: one line, or the ``cells`` of a table's row."""

    cells: tuple[Line, ...]

    @property
    def line(self) -> Line:
        return self.cells[0]

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def text(self) -> str:
        """The cells with bars between; what a form asks for and what is filled in are no cells."""
        return re.sub(r"([:：]) \| ", r"\1 ", " | ".join(cell.text for cell in self.cells))


def _rows(lines: Iterable[Line]) -> list[_Row]:
    rows: list[_Row] = []
    for line in lines:
        last = rows[-1].line if rows else None
        if last is not None and last.page == line.page and abs(last.baseline - line.baseline) < 0.4 * line.height:
            rows[-1] = _Row((*rows[-1].cells, line))
        else:
            rows.append(_Row((line,)))
    return rows


def _column(rows: Sequence[_Row], height: float) -> _Column:
    body = [row for row in rows if len(row.cells) == 1 and abs(row.line.height - height) < 0.1 * height]
    long = [row for row in body if row.right - row.line.left > 25 * height] or body
    lefts = Counter(round(row.line.left) for row in long)
    rights = Counter(round(row.right / 2) * 2 for row in long)
    gaps = Counter(
        round((above.line.baseline - below.line.baseline) * 2) / 2
        for above, below in pairwise(body)
        if above.line.page == below.line.page and 0 < above.line.baseline - below.line.baseline < 4 * height
    )
    return _Column(
        left=float(lefts.most_common(1)[0][0]) if lefts else 0.0,
        right=float(rights.most_common(1)[0][0]) if rights else 0.0,
        height=height,
        # Texts of short paragraphs have more gaps between those than between lines.
        leading=min((gap for gap, count in gaps.items() if 4 * count >= max(gaps.values())), default=1.3 * height),
    )


def _begins(row: _Row, group: Sequence[_Row], column: _Column) -> bool:
    """Whether ``row`` begins a paragraph behind ``group``."""
    line, last = row.line, group[-1].line
    if _is_table(row, column) != _is_table(group[-1], column):
        return True
    if _is_table(row, column):
        return False
    if abs(line.height - last.height) > 0.12 * column.height or line.bold != last.bold:
        # A word in bold may be all there is of a paragraph's last line.
        return not (line.height == last.height and _goes_on(row, group, column))
    indented = line.left - column.left > _INDENT * column.height
    if line.page == last.page and last.baseline > line.baseline:
        gap = last.baseline - line.baseline
        if gap > _GAP * max(column.leading, 1.15 * line.height):
            return True
        if _is_centred(row, column) and _is_centred(group[-1], column):
            return False
        if ENACTING.match(last.text) or (
            _ENDED.search(last.text) and not line.bold and _had_room(line, group[-1], column)
        ):
            return True
        if (_ENDED.search(last.text) and is_lone_article(line.text)) or is_lone_article(last.text):
            return True
        further = line.left - last.left > _INDENT * column.height
        if is_labelled(line.text) and (further or _ENDED.search(last.text)) and line.left >= group[0].line.left - 2:
            return True
        return further and len(group) > 1 and bool(_ENDED.search(last.text))
    # On another page, or in another column.
    if is_labelled(line.text) and (indented or _ENDED.search(last.text)):
        return True
    if indented and line.left - group[-1].line.left > _INDENT * column.height:
        return True
    full = group[-1].right > column.right - _SHORT * (column.right - column.left)
    if not _ENDED.search(last.text):
        return False
    return (indented and len(group) == 1) or (not full and bool(_SENTENCE_ENDED.search(last.text)))


def _had_room(line: Line, last: _Row, column: _Column) -> bool:
    """Whether the first word of ``line`` would have stood behind ``last``, where a paragraph would have had it."""
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) / max(1, len(line.text)) * min(len(word) + 2, _LONGEST_WORD)
    return last.right + width < column.right - _NARROWER * (column.right - column.left)


def _goes_on(row: _Row, group: Sequence[_Row], column: _Column) -> bool:
    """Whether a line in another style goes on with a paragraph: right below its full line, at the margin."""
    last = group[-1]
    near = last.line.page == row.line.page and last.line.baseline - row.line.baseline < _GAP * column.leading
    return near and _full(last, column) and not _ENDED.search(last.text) and row.line.left <= column.left + 2


def _is_table(row: _Row, column: _Column) -> bool:
    return len(row.cells) > 1 or row.line.height < SMALL * column.height


def _is_centred(row: _Row, column: _Column) -> bool:
    middle = (column.left + column.right) / 2
    in_from_both = row.line.left > column.left + 2 * column.height and row.right < column.right - 2 * column.height
    return in_from_both and abs((row.line.left + row.right) / 2 - middle) < column.height


def _block(group: Sequence[_Row], column: _Column) -> Block:
    first = group[0].line
    if _is_table(group[0], column):
        text = table_text(_in_columns(group), headed=_has_heads(group))
        return Block(text, table=True, recognized=first.recognized)
    text = ""
    marks: list[Mark] = []
    heading = _is_heading(group, column)
    above: _Row | None = None
    for row in group:
        line = row.line
        if above and heading and not _full(above, column):
            text += "\n"
        else:
            text = joined(text, line.text).removesuffix(line.text)
        above = row
        marks += [Mark(mark.offset + len(text), mark.name) for mark in line.marks]
        text += line.text
    recognized = any(row.line.recognized for row in group)
    style = f"{first.height:.0f}{' bold' * first.bold}{' italic' * first.italic}"
    block = Block(text, heading, tuple(marks), first.left - column.left, recognized=recognized, style=style)
    return _plain_spaces(block)


def _has_heads(rows: Sequence[_Row]) -> bool:
    """Whether the first row alone is in italics or bold."""
    styled = [all(cell.italic or cell.bold for cell in row.cells) for row in rows]
    return styled[0] and not any(styled[1:])


def _in_columns(rows: Sequence[_Row]) -> list[list[str]]:
    """The cells of each row of a table, an empty one kept between its neighbours.

    The columns are those of the row with the most cells, three or more; a row that does not fit them stays as it is.
    """
    widest = max(rows, key=lambda row: len(row.cells)).cells
    texts: list[list[str]] = []
    for row in rows:
        places = [_nearest(cell, widest) for cell in row.cells]
        if 2 < len(widest) > len(row.cells) > 1 and len(set(places)) == len(places):
            named = dict(zip(places, row.cells, strict=True))
            texts.append([named[n].text if n in named else "" for n in range(len(widest))])
        else:
            texts.append(row.text.split(" | "))
    return texts


def _nearest(cell: Line, columns: Sequence[Line]) -> int:
    """The column that ``cell`` stands next to, by the edge that is nearer."""
    apart = [min(abs(column.left - cell.left), abs(column.right - cell.right)) for column in columns]
    return apart.index(min(apart))


def _full(row: _Row, column: _Column) -> bool:
    """Whether another word would hardly fit behind ``row``."""
    return row.right > column.right - 0.25 * (column.right - column.left)


def _is_heading(group: Sequence[_Row], column: _Column) -> bool:
    lines = [row.line for row in group]
    text = " ".join(line.text for line in lines)
    if len(text) > _LONGEST_HEADING:
        return False
    if is_labelled(text) and _ENDED.search(text):
        return False  # recommendations are in bold
    if all(line.bold for line in lines) or all(line.height > 1.1 * column.height for line in lines):
        return True
    if all(_is_centred(row, column) for row in group) and not is_labelled(text) and not _ENDED.search(text):
        return True
    return all(line.italic for line in lines) and not _ENDED.search(text)


def _plain_spaces(block: Block) -> Block:
    """``block`` without soft hyphens and spaces around Chinese characters, its marks moved along; others are single."""
    if not _NOT_PLAIN.search(block.text):
        return block
    kept: list[int] = []  # for each character of the new text its place in the old one
    drop = {n for match in WIDE_SPACE.finditer(block.text) for n in range(match.start(), match.end())}
    for n, character in enumerate(block.text):
        double = character == " " and kept and block.text[kept[-1]] == " "
        if n not in drop and not double and character != SOFT:
            kept.append(n)
    text = "".join(block.text[n] for n in kept)
    marks = tuple(Mark(sum(1 for n in kept if n < mark.offset), mark.name) for mark in block.marks)
    return replace(block, text=text, marks=marks)
