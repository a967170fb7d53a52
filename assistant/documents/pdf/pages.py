"""Pages without what is printed on each of them, their footnotes taken out."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from assistant.documents.blocks import Mark
from assistant.documents.characters import raised
from assistant.documents.hyphens import joined, with_breaks
from assistant.documents.labels import article
from assistant.documents.layout import LEAST_REPEATED, squeeze
from assistant.documents.pdf.lines import Line

# Of a page's height, at its top and foot, where running heads and page numbers stand.
_TOP, _FOOT, _LOWEST = 0.11, 0.09, 0.06
_APART = 2.2  # heights of the body's characters between it and the notes
# Of the height of the body's characters: what is lower is a note, a table or a running head.
SMALL = 0.94
_RULE = re.compile(r"[_\s—―─-]{5,}")
# Page numbers ("2/3", "Page 2"), job numbers ("25-04567 (E) 120325"), bar codes and the request to recycle.
_PAGE_NUMBER = r"(?:page\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?"
_JOB = r"\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6})?|GE\.\d{2}-\d{5}(?:\s*\([A-Z]\))?"
_RECYCLE = r"(?:Please recycle|请回收|Просьба отправить на вторичную переработку)\W*"
_FOOT_LINE = re.compile(
    rf"(?:{_PAGE_NUMBER}|{_JOB}|\*\d{{6,}}\*|{_RECYCLE})(?:\s+(?:{_PAGE_NUMBER}|{_JOB}|\*\d{{6,}}\*|{_RECYCLE}))*",
    re.IGNORECASE,
)
_POINT = re.compile(r"\d{1,4}\.\s")
# What a raised number is taken for: "'", "®", "'0".
_MISREAD = re.compile(r"(?:\d{1,3}|[^\w\s(\[“«\"]\d{0,2})\s+(?=\S)")
_STAR = re.compile(r"(\*{1,4})\s*(?=\S)")


@dataclass
class Pages:
    """``body`` has the lines of the text, ``notes`` the footnotes by their marks, in order."""

    body: list[Line] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    height: float = 0.0  # of most characters of the body
    _open: str = ""


def read_pages(pages: Sequence[tuple[float, Sequence[Line]]]) -> Pages:
    """The body and the notes of ``pages``, each its height and its lines from the top down."""
    read = Pages(height=_usual_height(line for _, lines in pages for line in lines))
    heads = _running_heads(pages)
    first = "".join(squeeze(line.text) for line in pages[0][1]) if pages else ""
    for number, (page_height, lines) in enumerate(pages):
        gone = [_is_furniture(line, number, page_height, read.height, heads, first) for line in lines]
        kept = [line for line, out in zip(lines, gone, strict=True) if not (out and _all_out(line, lines, gone))]
        for _, column in groupby(kept, key=lambda line: line.margins):
            body, notes = _notes_apart(list(column), read.height)
            read.body += body
            _add_notes(read, _with_breaks(notes))
    read.body = [_with_figures(line, read.notes) for line in _with_breaks(read.body)]
    return read


def _with_figures(line: Line, notes: dict[str, str]) -> Line:
    """``line`` with the raised figures that no note stands for in its text: "m³"."""
    for mark in reversed(line.marks):
        before = line.text[: mark.offset]
        if mark.name.isdecimal() and mark.name not in notes and before[-1:].isalnum():
            figures = raised(mark.name, before)
            rest = (m for m in line.marks if m is not mark)
            moved = (Mark(m.offset + len(figures), m.name) if m.offset > mark.offset else m for m in rest)
            line = replace(line, text=before + figures + line.text[mark.offset :], marks=tuple(moved))
    return line


def _with_breaks(lines: Sequence[Line]) -> list[Line]:
    texts = with_breaks([line.text for line in lines])
    return [replace(line, text=text) for line, text in zip(lines, texts, strict=True)]


def _usual_height(lines: Iterable[Line]) -> float:
    heights = Counter[float]()
    for line in lines:
        heights[line.height] += len(line.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def _running_heads(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[str]:
    """The shapes of the lines that stand in the margins of most pages.

    Left and right pages have the same words in another order, and other numbers.
    """
    seen = Counter(
        shape for height, lines in pages for shape in {_shape(line.text) for line in lines if _may_head(line, height)}
    )
    return {shape for shape, count in seen.items() if count >= max(3, len(pages) // 3)}


def _may_head(line: Line, page_height: float) -> bool:
    """Whether ``line`` may be a running head: "Article 5" and "12. " at the top of a page are none."""
    return _in_margin(line, page_height) and not (article(line.text) or _POINT.match(line.text))


def _in_margin(line: Line, page_height: float) -> bool:
    return not _FOOT * page_height < line.baseline < (1 - _TOP) * page_height


def _shape(text: str) -> str:
    return " ".join(sorted(re.sub(r"\d+", "0", text).split()))


def _is_furniture(line: Line, page: int, page_height: float, height: float, heads: set[str], first: str) -> bool:
    if not _in_margin(line, page_height):
        return False
    at_foot = line.baseline < (_LOWEST if len(line.text) >= LEAST_REPEATED else _FOOT) * page_height
    if line.recognized and at_foot:
        return True  # bar codes, seals
    if _FOOT_LINE.fullmatch(line.text):
        return True
    # "See resolution 70/259." may be below the text of many pages, and the first page's symbol is its own.
    if _label(line) or (page == 0 and line.baseline > page_height / 2):
        return False
    if _shape(line.text) in heads:
        return True
    if line.baseline < page_height / 2:
        return False
    said = squeeze(line.text)
    return line.height < SMALL * height or (len(said) >= LEAST_REPEATED and said in first)


def _all_out(line: Line, lines: Sequence[Line], gone: Sequence[bool]) -> bool:
    """Whether nothing that stays stands beside ``line``: "2024" at the head of a table's column is no page number."""
    if not _FOOT_LINE.fullmatch(line.text):
        return True
    beside = (n for n, other in enumerate(lines) if abs(other.baseline - line.baseline) < 0.4 * line.height)
    return all(gone[n] for n in beside)


def _notes_apart(lines: Sequence[Line], height: float) -> tuple[list[Line], list[Line]]:
    """The body of a page and its notes: what stands below a rule, or small at the foot with a mark before it."""
    rule = max((n for n, line in enumerate(lines) if _RULE.fullmatch(line.text)), default=None)
    if rule is not None and all(line.height < SMALL * height for line in lines[rule + 1 :]):
        return list(lines[:rule]), list(lines[rule + 1 :])
    if any(line.recognized for line in lines):
        begin = _below_a_gap(lines, height)
    else:
        start = len(lines)
        while start and lines[start - 1].height < SMALL * height:
            start -= 1
        begin = next((n for n in range(start, len(lines)) if _label(lines[n])), len(lines))
    return list(lines[:begin]), list(lines[begin:])


def _below_a_gap(lines: Sequence[Line], height: float) -> int:
    """Where the notes of a page begin that was recognised in a picture, without heights to tell them by."""
    for n in range(len(lines) - 1, 0, -1):
        gap = lines[n - 1].baseline - lines[n].baseline
        if gap > _APART * height and _MISREAD.match(lines[n].text):
            return n
    return len(lines)


def _label(line: Line) -> str:
    """The mark that ``line`` begins with, if it is a footnote's: raised, or asterisks."""
    if line.marks and line.marks[0].offset == 0 and re.match(r"\W*(?:\d|\*)", line.marks[0].name):
        return line.marks[0].name.strip("[]() ")
    star = _STAR.match(line.text)
    return star[1] if star else ""


def _misread_label(line: Line, notes: dict[str, str]) -> str:
    """The number of a note on a page that was recognised in a picture, where a mark is often misread: by order."""
    if not (line.recognized and _MISREAD.match(line.text)):
        return ""
    return str(max((int(mark) for mark in notes if mark.isdecimal()), default=0) + 1)


def _add_notes(pages: Pages, lines: Sequence[Line]) -> None:
    for line in lines:
        if label := _label(line) or _misread_label(line, pages.notes):
            # Where each page counts its notes from 1 again, the same number opens a second note.
            pages._open = label
            text = line.text.lstrip("*").strip() if label.startswith("*") else line.text
            pages.notes[label] = " ".join(filter(None, [pages.notes.get(label, ""), text]))
        elif pages._open:
            pages.notes[pages._open] = joined(pages.notes[pages._open], line.text)
        else:
            pages.body.append(line)
