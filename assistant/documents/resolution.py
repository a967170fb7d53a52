"""The paragraphs of a resolution under the numbers that delegates cite.

Rules, from the way the UN sets its resolutions (A/RES/ and A/xx/L. documents alike):

* everything before the enacting clause ("The General Assembly,") is the HEAD: session, agenda item, sponsors, title;
* then come unnumbered preambular paragraphs, then operative paragraphs numbered from 1, with sub-paragraphs (a), (b)
  and (i), (ii) below them; a heading belongs to the paragraph that it stands above;
* an annex has numbers of its own.
"""

import re

from assistant.documents.layout import Layout, join
from assistant.documents.markers import ENACTING
from assistant.documents.numbering import Numbering, annex_paragraphs, split_annexes
from assistant.documents.paragraph import Note, Paragraph

_STARS = re.compile(r"\s*\*+$")
_LIST_GOES_ON = re.compile(r"[、,]\s*$")
_WIDE_END = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’]$")
_SYMBOL_SO_FAR = re.compile(r"[A-Za-z0-9./-]*$")
_KIND = re.compile(
    r"^\s*(?:决议草案|.*(?:大会|理事会).*通过的决议|.*draft resolution|resolution adopted by|проект резолюции"
    r"|резолюция, принятая)",
    re.IGNORECASE,
)


def parse_resolution(layout: Layout) -> tuple[str, list[Paragraph]]:
    """(title, paragraphs HEAD, PP1…, OP1…, ANNEX.1…) of a text with an enacting clause."""
    title, head = _head(list(layout.head), layout.stars)
    body, annexes = split_annexes(layout.blocks)
    paragraphs, preambular = Numbering("OP"), 0
    for block in body:
        if not paragraphs.feed(block):
            preambular += 1
            paragraphs.add(f"PP{preambular}", block.text)
    found = [*paragraphs.finish("PP1"), *annex_paragraphs(annexes)]
    return title, [Paragraph("HEAD", head), *found]


def _head(lines: list[str], stars: dict[str, str]) -> tuple[str, str]:
    """(title, text of HEAD): an element a line, star notes last.

    The title is what stands between the line that names the kind of document and the enacting clause.
    """
    elements: list[list[str]] = []
    for line in lines:
        if elements and (_LIST_GOES_ON.search(elements[-1][-1]) or _is_title(elements, line)):
            elements[-1].append(line)
        else:
            elements.append([line])
    texts = [_STARS.sub("", join(element)) for element in elements]
    title = texts[-2] if len(texts) > 1 else ""
    return title, "\n".join([*texts, *(f"{mark} {note}" for mark, note in stars.items())])


def _is_title(elements: list[list[str]], line: str) -> bool:
    """Whether ``line`` continues a title that began on the line before (a long one wraps)."""
    return len(elements) > 1 and bool(_KIND.match(elements[-2][-1])) and not ENACTING.match(line)


def lift_marks(paragraphs: list[Paragraph], notes: set[int]) -> list[Paragraph]:
    """Footnote marks taken out of the text: numbers behind punctuation, in the order of the notes.

    The order is what tells a mark from a number of the text: only the next note's number is looked for, and
    not where a digit, a slash, a decimal or a unit follows it.
    """
    expected, lifted = 1, []
    for paragraph in paragraphs:
        text, found = paragraph.text, []
        position = 0
        while expected in notes:
            mark = _mark(text, expected, position)
            if mark is None:
                break
            text = _without(text, mark)
            found.append(Note(mark.start(), f"FN{expected}"))
            position, expected = mark.start(), expected + 1
        lifted.append(Paragraph(paragraph.id, text, tuple(found), paragraph.heading))
    return lifted


def _mark(text: str, number: int, position: int) -> re.Match[str] | None:
    """Where the mark ``number`` stands at or behind ``position``."""
    pattern = rf"(?<=[，、。；：》”）)»,.;:\"’\w]){number}(?![\d/%年月日个]|[.,]\d|\s*[年月日项])"
    for mark in re.compile(pattern).finditer(text, position):
        before = text[: mark.start()]
        in_symbol = "/" in before[_SYMBOL_SO_FAR.search(before).start() :]  # type: ignore[union-attr]
        if not before[-1].isdigit() and not in_symbol:  # not the 1 of "A/79/L.1"
            return mark
    return None


def _without(text: str, mark: re.Match[str]) -> str:
    """``text`` without the mark, and without the space behind it where a Chinese text then needs none."""
    before, after = text[: mark.start()], text[mark.end() :]
    return before + (after.lstrip() if _WIDE_END.search(before) else after)
