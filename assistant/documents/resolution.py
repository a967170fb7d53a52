"""The text of a resolution, as extracted from its PDF, to numbered paragraphs.

Our own code: no library knows how a resolution is numbered. Rules, from the way the UN sets its resolutions
(A/RES/ and A/xx/L. documents alike):

* everything before the enacting clause ("The General Assembly,") is the HEAD: session, agenda item, sponsors,
  title;
* then come unnumbered preambular paragraphs, each ending in a comma, then operative paragraphs numbered from 1,
  each ending in a semicolon and the last in a full stop;
* a paragraph begins with an indent; a line that begins at the margin continues one. A page's first line may be
  indented as well, so an indent counts only after a line that ends like a paragraph;
* a rule of underscores opens a page's footnotes, which run until a line that is no note.
"""

import re
from dataclasses import dataclass, field

from assistant.documents.paragraph import Document, Note, Paragraph
from assistant.languages import Language

_ENACTING = re.compile(
    r"^\s*(?:大会[，,]|The General Assembly,|Генеральная Ассамблея,)\s*$", re.MULTILINE | re.IGNORECASE
)
_RULE = re.compile(r"^\s*_{5,}\s*$")
# Lone page numbers ("2/3", "25-04567"), job numbers and their bar-code lines.
_FURNITURE = re.compile(r"^\s*(?:\d{1,3}/\d{1,3}|\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{1,3}/\d{1,3})?|\*\d{6,}\*)\s*$")
_NOTE = re.compile(r"^\s*(\*{1,3}|\d{1,2})\s+(?=\S)")
_OPERATIVE = re.compile(r"^\s*(\d{1,3})\.\s*(?=\D)")
_PARAGRAPH_END = re.compile(r"[，,；;。.：:](?:\s*(?:\d{1,2}|\*{1,3}))?\s*$")
_SENTENCE_END = re.compile(r"[。.]\s*$")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’]"
_WIDE_SPACE = re.compile(rf"(?<={_WIDE})[ \t]+|[ \t]+(?={_WIDE})")
_WIDE_END = re.compile(rf"{_WIDE}$")
_STARS = re.compile(r"\s*\*+$")
_LIST_GOES_ON = re.compile(r"[、,]\s*$")
_KIND = re.compile(
    r"^\s*(?:决议草案|.*大会.*通过的决议|draft resolution|resolution adopted by|проект резолюции|резолюция, принятая)",
    re.IGNORECASE,
)


def is_resolution(text: str) -> bool:
    """Whether ``text`` has an enacting clause on a line of its own, in one of the three languages."""
    return _ENACTING.search(text) is not None


def parse_resolution(text: str, document_id: str, language: Language) -> Document:
    """``text`` with paragraphs HEAD, PP1…, OP1…, FN1…; ValueError when it has no enacting clause."""
    page_text = _PageText()
    for line in text.splitlines():
        page_text.add(line)
    clause = next((n for n, line in enumerate(page_text.body) if _ENACTING.match(line)), None)
    if clause is None:
        raise ValueError("no enacting clause")
    title, head = _head(page_text.body[: clause + 1], page_text.stars)
    blocks = _blocks(page_text.body[clause + 1 :])
    numbered = _number([_join(block) for block in blocks])
    marked = _lift_marks(numbered, {int(mark) for mark in page_text.notes})
    notes = [Paragraph(f"FN{mark}", _join(lines)) for mark, lines in page_text.notes.items()]
    return Document(document_id, language, title, (Paragraph("HEAD", head), *marked, *notes))


@dataclass
class _PageText:
    """Lines sorted into running text, numbered notes and star notes while they are read."""

    body: list[str] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)
    stars: dict[str, list[str]] = field(default_factory=dict)
    _open: list[str] | None = None
    _in_notes: bool = False

    def add(self, line: str) -> None:
        if not line.strip() or _FURNITURE.match(line):
            return
        if _RULE.match(line):
            self._in_notes, self._open = True, None
            return
        if self._in_notes:
            mark = _NOTE.match(line)
            if mark:
                kept = self.stars if mark[1].startswith("*") else self.notes
                self._open = kept.setdefault(mark[1], [])
                self._open.append(line[mark.end() :])
                return
            # A note's next line stands at the margin and the note has not come to its full stop yet.
            if self._open and not line[0].isspace() and not _SENTENCE_END.search(self._open[-1]):
                self._open.append(line)
                return
            self._in_notes = False
        self.body.append(line)


def _head(lines: list[str], stars: dict[str, list[str]]) -> tuple[str, str]:
    """(title, text of HEAD): an element a line, star notes last.

    The title is what stands between the line that names the kind of document and the enacting clause.
    """
    elements: list[list[str]] = []
    for line in lines:
        if elements and (_LIST_GOES_ON.search(elements[-1][-1]) or _is_title(elements, line)):
            elements[-1].append(line)
        else:
            elements.append([line])
    texts = [_STARS.sub("", _join(element)) for element in elements]
    title = texts[-2] if len(texts) > 1 else ""
    return title, "\n".join([*texts, *(f"{mark} {_join(note)}" for mark, note in stars.items())])


def _is_title(elements: list[list[str]], line: str) -> bool:
    """Whether ``line`` continues a title that began on the line before (a long one wraps)."""
    return len(elements) > 1 and bool(_KIND.match(elements[-2][-1])) and not _ENACTING.match(line)


def _blocks(lines: list[str]) -> list[list[str]]:
    """Lines grouped by paragraph."""
    blocks: list[list[str]] = []
    for line in lines:
        begins = line[0].isspace() and (not blocks or _PARAGRAPH_END.search(blocks[-1][-1]))
        if begins or not blocks:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _join(lines: list[str]) -> str:
    """Lines as running text; the extractor's spaces around Chinese characters go, others collapse to one."""
    text = re.sub(r"\s+", " ", " ".join(line.strip() for line in lines))
    return _WIDE_SPACE.sub("", text).strip()


def _number(texts: list[str]) -> list[Paragraph]:
    """Preambular paragraphs up to the first that begins with "1.", operative ones from there."""
    paragraphs: list[Paragraph] = []
    operative = 0
    for text in texts:
        match = _OPERATIVE.match(text)
        if match and int(match[1]) == operative + 1:
            operative += 1
            paragraphs.append(Paragraph(f"OP{operative}", text[match.end() :]))
        elif operative:  # an indented line inside an operative paragraph belongs to it
            last = paragraphs.pop()
            paragraphs.append(Paragraph(last.id, f"{last.text}\n{text}"))
        else:
            paragraphs.append(Paragraph(f"PP{len(paragraphs) + 1}", text))
    return paragraphs


def _lift_marks(paragraphs: list[Paragraph], notes: set[int]) -> list[Paragraph]:
    """Footnote marks taken out of the text: numbers behind punctuation, in the order of the notes.

    The order is what tells a mark from a number of the text: only the next note's number is looked for, and
    not where a digit, a slash, a decimal or a unit follows it.
    """
    expected, lifted = 1, []
    for paragraph in paragraphs:
        text, found = paragraph.text, []
        position = 0
        while expected in notes:
            mark = re.compile(
                rf"(?<=[，、。；：》”）)»,.;:\"’\w]){expected}(?![\d/%年月日个]|[.,]\d|\s*[年月日项])"
            ).search(text, position)
            if mark is None or text[mark.start() - 1].isdigit():
                break
            text = _without(text, mark)
            found.append(Note(mark.start(), f"FN{expected}"))
            position, expected = mark.start(), expected + 1
        lifted.append(Paragraph(paragraph.id, text, tuple(found)))
    return lifted


def _without(text: str, mark: re.Match[str]) -> str:
    """``text`` without the mark, and without the space behind it where a Chinese text then needs none."""
    before, after = text[: mark.start()], text[mark.end() :]
    return before + (after.lstrip() if _WIDE_END.search(before) else after)
