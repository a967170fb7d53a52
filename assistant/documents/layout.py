"""Lines of a text to running paragraphs, footnotes taken out and page furniture gone.

Our own code: no library knows how a UN document's pages are set. Rules, from the way they are:

* a paragraph begins with an indent, and a line at the margin continues one. A page's first line may be indented as
  well, so an indent counts only after a line that ends like a paragraph. Where no line is indented, blank lines part
  paragraphs;
* a short line without a stop at its end is a heading;
* a rule of underscores opens a page's footnotes, which run until a line that is no note.
"""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from assistant.documents.blocks import Block, Mark, Print
from assistant.documents.characters import SOFT, without_wide_spaces
from assistant.documents.hyphens import joined, with_breaks
from assistant.documents.labels import annex, article, is_labelled, is_lone_article
from assistant.documents.markers import ENACTING, OWN_SYMBOL, SYMBOL
from assistant.documents.tables import table_text

_RULE = re.compile(r"^\s*_{5,}\s*$")
# Page numbers ("2/3"), job numbers ("25-04567 (E) 120325"), bar codes ("*2504567*") and the request to recycle.
_PAGE, _JOB, _BARCODE = r"\d{1,3}/\d{1,3}", r"\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6})?", r"\*\d{6,}\*"
_RECYCLE = r"(?:Please recycle|请回收|Просьба отправить на вторичную переработку)(?:\s+\W)?"
_FURNITURE = re.compile(
    rf"^\s*(?:{_PAGE}(?:\s+{_JOB})?|{_JOB}(?:\s+{_PAGE}|\s+{_BARCODE})?|{_BARCODE}(?:\s+{_RECYCLE})?|{_RECYCLE})\s*$"
)
_LONE_SYMBOL = re.compile(rf"^\s*{SYMBOL}\s*$")
_NOTE = re.compile(r"^\s*(\*{1,3}|\d{1,2})\s+(?=\S)")
_PARAGRAPH_END = re.compile(r"[，,；;。.：:!?！？](?:\s*(?:\d{1,2}|\*{1,3}|[”»\"）)]))?\s*$")
_CLAUSE_END = re.compile(r"(?:[，,；;。.：:!?！？][”»\"）)]?|[；;,，]\s*(?:and|or|и|или|以及|和))\s*$")
_SENTENCE_END = re.compile(r"[。.]\s*$")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
_LIST_GOES_ON = re.compile(r"[、,]\s*$")
_DRAFT = re.compile(r"^\s*(?:决议草案|.*draft resolution|проект резолюции)", re.IGNORECASE)
# An adopted resolution's title begins with its number: "78/265. Seizing the opportunities …"
_NUMBERED_TITLE = re.compile(r"^\s*\d{1,3}/\d{1,4}(?:\s?[A-Z])?\.\s*(?=\D)")
_LONE_LABEL = re.compile(r"\d{1,3}\.|[(（](?:[a-z]{1,7}|[а-я]|\d{1,2}|[一二三四五六七八九十]{1,3})[)）]")
_WIDE_LINE = 200
# What a part of a text is called, in its heading.
_DIVISION = re.compile(
    r"(?:Chapter|Part|Section|Title|Глава|Часть|Раздел)\s+(?:[IVXLC]+|\d+|[A-Z])\b|第\s*[\d一二三四五六七八九十]+\s*(?:章|节|部分|编)",
    re.IGNORECASE,
)
_LONGEST_DIVISION = 250
_LONGEST_ELEMENT = 100  # characters from which on what ends with a comma is no line of a masthead
LEAST_REPEATED = 8  # characters from which on a line that stood in the heading is taken for a running head


@dataclass(frozen=True)
class Line:
    """A line of a file; ``heading`` where the file's format says that it is one, ``style`` of which level, ``table`` a
    table, a row a line.

    ``marks`` are those of footnotes, where the format tells them from text.
    """

    text: str
    after_blank: bool = False
    heading: bool = False
    table: bool = False
    marks: tuple[Mark, ...] = ()
    style: str = ""


@dataclass(frozen=True)
class Raw:
    """The lines of a file. In formats that know paragraphs, ``whole`` is true and each line is one; ``notes`` are the
    footnotes by their marks, where the format tells them apart.
    """

    lines: tuple[Line, ...]
    whole: bool = False
    title: str = ""
    notes: tuple[tuple[str, str], ...] = ()


def table(rows: Iterable[Sequence[str]], headed: bool = False) -> list[Line]:
    """The rows with text in them as one line, which is a table; ``headed`` says that the first row has the heads."""
    text = table_text(list(rows), headed)
    return [Line(text, table=True)] if text else []


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text, the indent that all of them share taken off."""
    lines, blank = [], False
    for line in textwrap.dedent(text.expandtabs()).splitlines():
        if line.strip():
            lines.append(Line(line, blank))
        blank = not line.strip()
    return tuple(lines)


def is_furniture(line: str) -> bool:
    """Whether a line is a page number, job number, bar code or rule."""
    return bool(_FURNITURE.match(line) or _RULE.match(line))


def lay_out(raw: Raw) -> Print:
    """Sort the lines of ``raw`` into paragraphs and footnotes."""
    pages = _Pages()
    for line in raw.lines:
        pages.add(line)
    body = _with_labels(pages.body)
    if not raw.whole:
        body = [replace(line, text=text) for line, text in zip(body, with_breaks([x.text for x in body]), strict=True)]
    clause = enacting_place([line.text for line in body])
    head, rest = body[: clause + 1], body[clause + 1 :]
    blocks = [_block(line) for line in rest] if raw.whole else _blocks(rest)
    blocks = [replace(b, heading=b.heading or (not b.table and looks_like_heading(b.text))) for b in blocks]
    notes = {mark: join(with_breaks(lines)) for mark, lines in [*pages.notes.items(), *pages.stars.items()]}
    notes |= dict(raw.notes)
    return Print((*_head(head), *blocks), notes, raw.title)


def _block(line: Line) -> Block:
    text = line.text if line.table or line.marks else join([line.text])
    return Block(text, line.heading, line.marks, table=line.table, style=line.style)


def enacting_place(texts: Sequence[str]) -> int:
    """Where the enacting clause is that ends the masthead; -1 where paragraphs of a preamble stand before it."""
    for n, text in enumerate(texts):
        if ENACTING.match(text.strip()):
            return n
        if len(text) > _LONGEST_ELEMENT and text.rstrip().endswith((",", "，", ";", "；")):
            return -1
    return -1


def _with_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines, each label that stands alone ("(a)", "3.") put before the line below it."""
    joined: list[Line] = []
    label: Line | None = None
    for line in lines:
        alone = _LONE_LABEL.fullmatch(line.text.strip())
        if label is not None:
            line = replace(line, text=f"{label.text.rstrip()} {line.text.strip()}", after_blank=label.after_blank)
            label = None
        if alone:
            label = line
        else:
            joined.append(line)
    return joined if label is None else [*joined, label]


def _head(lines: Sequence[Line]) -> list[Block]:
    """The lines up to the enacting clause as blocks, an element each: a list and a title may wrap."""
    elements: list[list[str]] = []
    for line in lines:
        text = line.text.strip()
        if elements and (_LIST_GOES_ON.search(elements[-1][-1]) or _is_title(elements, text)):
            elements[-1].append(text)
        else:
            elements.append([text])
    return [Block(join(element), heading=True) for element in elements]


def _is_title(elements: list[list[str]], line: str) -> bool:
    """Whether ``line`` continues a title that began on the line before (a long one wraps)."""
    if not elements or ENACTING.match(line):
        return False
    return bool(_NUMBERED_TITLE.match(elements[-1][0]) or (len(elements) > 1 and _DRAFT.match(elements[-2][-1])))


def squeeze(text: str) -> str:
    """``text`` without any spaces."""
    return "".join(text.split())


def join(lines: Sequence[str]) -> str:
    """Lines as running text; the extractor's spaces around Chinese characters go, others collapse to one."""
    text = re.sub(r"\s+", " ", reduce(joined, (line.strip() for line in lines), ""))
    return without_wide_spaces(text.replace(SOFT, "")).strip()


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph is short and has no stop at its end, or is in capitals; one goes on with a small letter."""
    if text[:1].islower():
        return False
    if len(text) <= 100 and text.isupper() and not text.endswith((",", ";", ":")):
        return True
    if _DIVISION.match(text) and len(text) <= _LONGEST_DIVISION and not _PARAGRAPH_END.search(text):
        return True
    wide = len(re.findall(_WIDE, text)) * 2 > len(text)
    return len(text) <= (30 if wide else 100) and not _PARAGRAPH_END.search(text)


@dataclass
class _Pages:
    """Lines sorted into running text, numbered notes and star notes while they are read."""

    body: list[Line] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    stars: dict[str, list[str]] = field(default_factory=dict)
    _symbols: set[str] = field(default_factory=set)
    _heading: list[str] = field(default_factory=list)  # the lines before the enacting clause, without spaces
    _enacted: bool = False
    _in_running_head: bool = False
    _open: list[str] | None = None
    _in_notes: bool = False

    def add(self, line: Line) -> None:
        if _RULE.match(line.text):
            self._in_notes, self._open = True, None
            return
        if is_furniture(line.text) or self._is_running_head(line.text):
            return
        if not self._enacted:
            self._heading.append(squeeze(line.text))
            self._enacted = bool(ENACTING.match(line.text))
        if self._in_notes and not line.table:
            mark = _NOTE.match(line.text)
            if mark:
                kept = self.stars if mark[1].startswith("*") else self.notes
                # Where each page counts its notes from 1 again, the same number opens a second note: it is added.
                self._open = kept.setdefault(mark[1], [])
                self._open.append(line.text[mark.end() :])
                return
            # A note's next line stands at the margin and the note has not come to its full stop yet.
            if self._open and not line.text[0].isspace() and not _SENTENCE_END.search(self._open[-1]):
                self._open.append(line.text)
                return
            self._in_notes = False
        self.body.append(line)

    def _is_running_head(self, line: str) -> bool:
        """Whether the document's symbol stands alone again, or beside its title, or a line goes on with that."""
        if _LONE_SYMBOL.match(line):
            known = line.strip() in self._symbols
            self._symbols.add(line.strip())
            return known
        found = OWN_SYMBOL.search(line)
        if not self._enacted:
            self._symbols |= {found[0]} if found else set()
            return False
        rest = squeeze(line.replace(found[0], "")) if found and found[0] in self._symbols else squeeze(line)
        repeats = len(rest) >= LEAST_REPEATED and rest in "".join(self._heading)
        self._in_running_head = repeats and (self._in_running_head or len(rest) < len(squeeze(line)))
        return self._in_running_head


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """Lines grouped by paragraph, in the way that the text as a whole sets its paragraphs."""
    indented = any(line.text[0].isspace() for line in lines)
    spaced = any(line.after_blank for line in lines[1:])
    longest = max((len(line.text) for line in lines), default=0)
    groups: list[list[Line]] = []
    for n, line in enumerate(lines):
        following = lines[n + 1] if n + 1 < len(lines) else None
        # Lines that do not wrap are paragraphs, and "Article 7" or "Annex" is one whatever stands around it.
        alone = longest > _WIDE_LINE or _stands_alone(line.text)
        if not groups or alone or _stands_alone(groups[-1][-1].text):
            begins = True
        elif indented:
            begins = _begins_indented(line, groups[-1], following)
        elif spaced:
            begins = line.after_blank or _begins_marked(line, groups[-1])
        else:
            previous = groups[-1][-1].text
            short = len(previous) < 0.8 * longest
            begins = bool(short and _PARAGRAPH_END.search(previous)) or _begins_marked(line, groups[-1])
        if begins:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [Block(join([line.text for line in group])) for group in groups]


def _stands_alone(text: str) -> bool:
    return is_lone_article(text) or annex(text) is not None


def _begins_indented(line: Line, group: Sequence[Line], following: Line | None) -> bool:
    ended = bool(_PARAGRAPH_END.search(group[-1].text))
    if line.text[0].isspace():
        return ended or _is_heading(group) or (is_labelled(line.text) and bool(_CLAUSE_END.search(group[-1].text)))
    if article(line.text) or annex(line.text):
        return ended or _is_heading(group)
    if line.after_blank and ended:
        return True
    heads_next = following is not None and following.text[0].isspace() and looks_like_heading(line.text.strip())
    return ended and heads_next


def _begins_marked(line: Line, group: Sequence[Line]) -> bool:
    return is_labelled(line.text) and (bool(_CLAUSE_END.search(group[-1].text)) or _is_heading(group))


def _is_heading(group: Sequence[Line]) -> bool:
    return len(group) <= 2 and looks_like_heading(join([line.text for line in group]))
