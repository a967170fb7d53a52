"""The paragraphs of a resolution under the numbers that delegates cite.

Rules, from the way the UN sets its resolutions (A/RES/ and A/xx/L. documents alike):

* everything before the enacting clause ("The General Assembly,") is the HEAD: session, agenda item, sponsors, title;
* then come unnumbered preambular paragraphs, then operative paragraphs numbered from 1, with sub-paragraphs (a), (b)
  and (i), (ii) below them, or articles; a heading belongs to the paragraph that it stands above;
* an annex has numbers of its own; the meeting and date below the last paragraph are part of the HEAD.
"""

import re

from assistant.documents.layout import Layout, join
from assistant.documents.markers import ENACTING, leading
from assistant.documents.numbering import Numbering, annex_paragraphs, article_paragraphs, split_annexes, split_articles
from assistant.documents.paragraph import Note, Paragraph

_STARS = re.compile(r"\s*\*+$")
_LIST_GOES_ON = re.compile(r"[、,]\s*$")
_WIDE_END = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]$")
_SYMBOL_SO_FAR = re.compile(r"[A-Za-z0-9./-]*$")
_DRAFT = re.compile(r"^\s*(?:决议草案|.*draft resolution|проект резолюции)", re.IGNORECASE)
# An adopted resolution's title begins with its number: "78/265. Seizing the opportunities …"
_NUMBERED_TITLE = re.compile(r"^\s*\d{1,3}/\d{1,4}(?:\s?[A-Z])?\.\s*(?=\D)")
_DAY = r"(?:\d{1,2} [A-Z][a-z]+ \d{4}|\d{1,2} [а-я]+ \d{4} года|\d{4}年\d{1,2}月\d{1,2}日)"
_MEETING = r"(?:\d+(?:st|nd|rd|th) (?:plenary )?meeting|\d+-е (?:пленарное )?заседание,?|第\d+次(?:全体)?会议)"
# What stands below an adopted resolution: "63rd plenary meeting / 21 March 2024".
_ADOPTED = re.compile(rf"{_MEETING}(?:\s*{_DAY})?|{_DAY}(?:\s*{_MEETING})?")


def parse_resolution(layout: Layout) -> tuple[str, list[Paragraph]]:
    """(title, paragraphs HEAD, PP1…, OP1…, ANNEX.1…) of a text with an enacting clause."""
    title, head = _head(list(layout.head), layout.stars)
    body, annexes = split_annexes(layout.blocks)
    adopted: list[str] = []
    while body and _ADOPTED.fullmatch(body[-1].text):
        adopted.insert(0, body.pop().text)
    body, articles = split_articles(body)
    paragraphs, preambular = Numbering("OP"), 0
    for block in body:
        marker = leading(block.text)
        if preambular and not paragraphs.numbered and marker and marker.kind == "letter":
            paragraphs.append(block.text)  # "Noting that: (a) …": cited as one
        elif not paragraphs.feed(block):
            preambular += 1
            paragraphs.add(f"PP{preambular}", block.text)
    found = [*paragraphs.finish("PP1"), *article_paragraphs(articles), *annex_paragraphs(annexes)]
    return title, [Paragraph("HEAD", "\n".join([head, *adopted])), *found]


def _head(lines: list[str], stars: dict[str, str]) -> tuple[str, str]:
    """(title, text of HEAD): an element a line, star notes last.

    The title is what stands between the line that names the kind of document, or the resolution's number, and the
    enacting clause.
    """
    elements: list[list[str]] = []
    for line in lines:
        if elements and (_LIST_GOES_ON.search(elements[-1][-1]) or _is_title(elements, line)):
            elements[-1].append(line)
        else:
            elements.append([line])
    texts = [_STARS.sub("", join(element)) for element in elements]
    title = _NUMBERED_TITLE.sub("", texts[-2]) if len(texts) > 1 else ""
    return title, "\n".join([*texts, *(f"{mark} {note}" for mark, note in stars.items())])


def _is_title(elements: list[list[str]], line: str) -> bool:
    """Whether ``line`` continues a title that began on the line before (a long one wraps)."""
    if not elements or ENACTING.match(line):
        return False
    return bool(_NUMBERED_TITLE.match(elements[-1][0]) or (len(elements) > 1 and _DRAFT.match(elements[-2][-1])))


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
