"""HTML of what a paragraph says: the texts that it names, and addresses in it, are links, and so are its footnotes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from assistant.documents import Paragraph, Reference, label
from assistant.languages import Language
from assistant.page.addresses import URL, Shelf


@dataclass(frozen=True)
class Linked:
    """A ``text``, and the ``pieces`` of it that are HTML: (start, end, HTML), in order and apart."""

    text: str
    pieces: tuple[tuple[int, int, str], ...]

    def html(self, start: int = 0, end: int | None = None) -> str:
        """HTML of the characters from ``start`` to ``end``."""
        end = len(self.text) if end is None else end
        html, position = "", start
        for first, last, piece in self.pieces:
            if position <= first and last <= end:
                html += escape(self.text[position:first]) + piece
                position = last
        return html + escape(self.text[position:end])


def linked(text: str, references: Sequence[Reference], language: Language, shelf: Shelf) -> Linked:
    """``text`` with links; of places that overlap the first counts, as an address that has a symbol in it."""
    found = [(match.start(), match.end(), match[0]) for match in URL.finditer(text)]
    for item in references:
        found.append((item.start, item.end, shelf.leads(item, text[item.start : item.end], language)))
    pieces: list[tuple[int, int, str]] = []
    for start, end, address in sorted(found):
        if address and end <= len(text) and (not pieces or start >= pieces[-1][1]):
            pieces.append((start, end, _anchor(address, text[start:end])))
    return Linked(text, tuple(pieces))


def noted(
    paragraph: Paragraph, language: Language, shelf: Shelf, page: Language, address_of: Callable[[str], str]
) -> Linked:
    """All of ``paragraph`` with its links, and marks that lead to its footnotes, named in the ``page``'s language."""
    whole = linked(paragraph.whole, paragraph.references, language, shelf)
    marks = []
    for note in paragraph.notes:  # one within a link stands behind it
        offset = next((end for start, end, _ in whole.pieces if start < note.offset < end), note.offset)
        address, name = address_of(note.paragraph), label(note.paragraph, page)
        number = escape(note.paragraph.removeprefix("FN"))
        mark = f'<sup><a href="{escape(address)}" aria-label="{escape(name)}">{number}</a></sup>'
        marks.append((offset, offset, mark))
    return Linked(whole.text, tuple(sorted([*whole.pieces, *marks], key=lambda piece: piece[:2])))


def _anchor(address: str, words: str) -> str:
    elsewhere = "" if address.startswith("?") else ' target="_blank" rel="noopener"'
    return f'<a href="{escape(address)}"{elsewhere}>{escape(words)}</a>'
