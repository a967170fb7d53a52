"""Blocks of a text to paragraphs with canonical ids: how numbers, letters and headings follow one another."""

from collections.abc import Iterable, Sequence

from assistant.documents.layout import Block, looks_like_heading
from assistant.documents.markers import Marker, is_letter, leading, letter
from assistant.documents.paragraph import Paragraph

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")


class Numbering:
    """Collects paragraphs under ids that begin with ``prefix``.

    A number or letter counts only when it is the next one: what looks like a marker and is none stays text.
    """

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._paragraphs: list[tuple[str, str, str]] = []
        self._headings: list[str] = []
        self._number = self._letter = self._roman = 0

    @property
    def numbered(self) -> bool:
        """Whether a numbered paragraph was there already."""
        return self._number > 0

    def feed(self, block: Block) -> bool:
        """Take ``block`` as a numbered paragraph, a heading, or more text of the numbered paragraph before it.

        False for plain text before the first number, which is the caller's.
        """
        if self.takes(leading(block.text)):
            return True
        if block.heading or looks_like_heading(block.text):
            self.hold_heading(block.text)
        elif self.numbered:
            self.append(block.text)
        else:
            return False
        return True

    def takes(self, marker: Marker | None) -> bool:
        """Add the paragraph behind ``marker`` if that is the next number, letter or Roman numeral; whether it was."""
        if marker is None:
            return False
        if marker.kind == "number" and int(marker.value) == self._number + 1:
            self._number, self._letter, self._roman = self._number + 1, 0, 0
            self.add(f"{self._prefix}{self._number}", marker.rest)
            return True
        if marker.kind != "letter" or not self._number:
            return False
        if self._roman and _ROMAN[self._roman : self._roman + 1] == (marker.value,):
            self._roman += 1
        elif is_letter(marker.value, self._letter + 1):
            self._letter, self._roman = self._letter + 1, 0
        elif self._letter and not self._roman and marker.value == "i":
            self._roman = 1
        else:
            return False
        below = f"({_ROMAN[self._roman - 1]})" if self._roman else ""
        self.add(f"{self._prefix}{self._number}({letter(self._letter)}){below}", marker.rest)
        return True

    def hold_heading(self, text: str) -> None:
        """Keep a heading for the paragraph that follows."""
        self._headings.append(text)

    def add(self, paragraph_id: str, text: str) -> None:
        """A paragraph, under the headings that were held."""
        self._paragraphs.append((paragraph_id, text, "\n".join(self._headings)))
        self._headings = []

    def append(self, text: str) -> None:
        """More text of the last paragraph, behind the headings that were held."""
        name, before, heading = self._paragraphs.pop()
        self._paragraphs.append((name, "\n".join(filter(None, [before, *self._headings, text])), heading))
        self._headings = []

    def finish(self, otherwise: str) -> list[Paragraph]:
        """The paragraphs; headings with nothing below them are text of the last, else a paragraph ``otherwise``."""
        if self._headings and self._paragraphs:
            self.append("")
        elif self._headings:
            last, self._headings = "\n".join(self._headings), []
            self.add(otherwise, last)
        return [Paragraph(name, text, heading=heading) for name, text, heading in self._paragraphs]


def split_annexes(blocks: Sequence[Block]) -> tuple[list[Block], list[list[Block]]]:
    """The body, and the blocks of each annex, the first of which is its heading ("Annex II")."""
    body: list[Block] = []
    annexes: list[list[Block]] = []
    for block in blocks:
        marker = leading(block.text)
        if marker and marker.kind == "annex":
            annexes.append([block])
        else:
            (annexes[-1] if annexes else body).append(block)
    return body, annexes


def annex_paragraphs(annexes: Iterable[Sequence[Block]]) -> list[Paragraph]:
    """ANNEX.1, … of the first annex, ANNEX2.1, … of the second; by its own numbers, else by order.

    What stands before the number 1 is ANNEX.0.
    """
    found: list[Paragraph] = []
    for place, (heading, *blocks) in enumerate(annexes, 1):
        prefix = "ANNEX." if place == 1 else f"ANNEX{place}."
        paragraphs = Numbering(prefix)
        paragraphs.hold_heading(heading.text)
        own_numbers = any(_is_first(block) for block in blocks)
        count = 0
        for block in blocks:
            if paragraphs.feed(block):
                continue
            if own_numbers and count:
                paragraphs.append(block.text)
            else:
                count += 1
                paragraphs.add(f"{prefix}{0 if own_numbers else count}", block.text)
        found += paragraphs.finish(f"{prefix}0")
    return found


def parse_numbered(blocks: Sequence[Block]) -> list[Paragraph]:
    """Paragraphs of a text without an enacting clause.

    ART1… where it has articles, ¶1… by its own numbers where it numbers its paragraphs, else ¶1… by order. What stands
    before the first number or article is the HEAD.
    """
    body, annexes = split_annexes(blocks)
    markers = [leading(block.text) for block in body]
    before, articles = split_articles(body)
    if articles:
        paragraphs = [*_head([block.text for block in before]), *article_paragraphs(articles)]
    elif [marker.value for marker in markers if marker and marker.kind == "number"][:3] == ["1", "2", "3"]:
        paragraphs = _report(body)
    else:
        paragraphs = _prose(body)
    return [*paragraphs, *annex_paragraphs(annexes)]


def _report(blocks: Sequence[Block]) -> list[Paragraph]:
    paragraphs, head = Numbering("¶"), []
    for block in blocks:
        if paragraphs.numbered or _is_first(block):
            paragraphs.feed(block)
        else:
            head.append(block.text)
    return [*_head(head), *paragraphs.finish("¶1")]


def split_articles(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """What stands before article 1, and all from there on; nothing of the latter where there is no second article."""
    places = [n for n, block in enumerate(blocks) if (marker := leading(block.text)) and marker.kind == "article"]
    first = next((n for n in places if leading(blocks[n].text).value == "1"), None)  # type: ignore[union-attr]
    if first is None or len(places) < 2:
        return list(blocks), []
    return list(blocks[:first]), list(blocks[first:])


def article_paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """ART1, … of blocks that begin with article 1."""
    paragraphs, last = Numbering("ART"), 0
    for block in blocks:
        marker = leading(block.text)
        if marker and marker.kind == "article" and int(marker.value) == last + 1:
            last += 1
            paragraphs.add(f"ART{last}", marker.rest)
        elif block.heading or looks_like_heading(block.text):
            paragraphs.hold_heading(block.text)
        else:
            paragraphs.append(block.text)
    return paragraphs.finish("ART1")


def _prose(blocks: Sequence[Block]) -> list[Paragraph]:
    paragraphs, count = Numbering("¶"), 0
    for block in blocks:
        if block.heading:  # here only the format's word counts: a poem or a list is all short lines
            paragraphs.hold_heading(block.text)
        else:
            count += 1
            paragraphs.add(f"¶{count}", block.text)
    return paragraphs.finish("¶1")


def _is_first(block: Block) -> bool:
    marker = leading(block.text)
    return marker is not None and marker.kind == "number" and marker.value == "1"


def _head(head: Sequence[str]) -> list[Paragraph]:
    return [Paragraph("HEAD", "\n".join(head))] if head else []
