"""Numbers, letters and Roman numerals as they follow one another in one section of a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.documents.blocks import Block
from assistant.documents.labels import Label, Style, read_label, shown

# How treaties end, behind their last article.
_CLOSING = re.compile(
    r"\s*(?:in (?:faith|witness) whereof|done at|в удостоверение чего|совершено в|为此.*(?:签字于本|以昭信守))",
    re.IGNORECASE,
)
_ASIDE = -20  # points left of the text's margin: what begins there is part of a table


@dataclass
class Entry:
    """A paragraph that is being collected."""

    id: str
    block: Block
    headings: list[Block] = field(default_factory=list)
    below: str = ""

    @property
    def heading(self) -> str:
        """The headings above it, a line each."""
        return _lines(self.headings)

    def put_below(self, *lines: str) -> None:
        """Add what belongs to it and stands below its text."""
        self.below = "\n".join(filter(None, [self.below, *lines]))


def _lines(headings: Sequence[Block]) -> str:
    return "\n".join(heading.text for heading in headings)


class Outline:
    """Collects the paragraphs of one section, whose numbers are under ``prefix``."""

    def __init__(self, prefix: str, unnumbered: str) -> None:
        self.entries: list[Entry] = []
        self._prefix, self._unnumbered = prefix, unnumbered
        self._root = ""  # the id that levels are below: of an article, or none
        self._above = ""  # the paragraph without a number that letters may stand below
        self._levels: list[tuple[Style, int]] = []
        self._headings: list[Block] = []
        self._plain = 0
        self._closed = False

    def feed(self, block: Block, following: Label | None) -> bool:
        """Whether ``block`` is taken: its label is the next of a level that is open, or the first of one below it."""
        label = read_label(block.text)
        levels = self._placed(label, following) if label else None
        if label is None or levels is None:
            return False
        self._levels = levels
        rest = block.cut(label.end)
        second = read_label(rest.text)
        deeper = self._placed(second, None) if second else None
        # "3. (a)" is two labels; of "(iv) (b)" the first has no text.
        if second and deeper and (len(deeper) == len(levels) + 1 or deeper[-1][1] > 1):
            self._levels = deeper
            rest = rest.cut(second.end)
        self._add(self._id(), rest)
        return True

    def article(self, number: str, block: Block) -> None:
        """Begin an article, ``block`` its text."""
        self._root, self._levels = f"{self._prefix}ART{number}", []
        if block.text.strip():
            self._add(self._root, block)

    def chapeau(self, block: Block) -> None:
        """Text of an article that has no number; a treaty's closing words, and what follows, stand below the last."""
        begun = bool(self.entries) and self.entries[-1].id.startswith(self._root)
        self._closed = begun and (self._closed or bool(_CLOSING.match(block.text)))
        if self._closed:
            self._put_below(block.text)
        elif begun:
            self.append(block)
        else:
            self._add(self._root, block)

    def explicit(self, kind: str, number: int, block: Block) -> None:
        """A paragraph that begins with its own id."""
        if kind == "PP":
            self._plain = number - 1
            self.plain(block)
        else:
            self._levels = [("number", number)]
            self._add(self._id(), block)

    def plain(self, block: Block) -> None:
        """A paragraph without a number, by order."""
        self._plain += 1
        self._root, self._levels = "", []
        self._above = f"{self._unnumbered}{self._plain}"
        self._add(self._above, block)

    def single(self, block: Block | None) -> None:
        """The only operative paragraph, which has no number, and may have no text but what is below it."""
        self._levels, self._above = [("number", 1)], ""
        if block is not None:
            self._add(self._id(), block)

    def hold(self, heading: Block) -> None:
        """Keep a heading for the paragraph that follows."""
        self._headings.append(heading)

    def append(self, block: Block) -> None:
        """More text of the last paragraph; below it, where it is a table or stands behind sub-paragraphs."""
        last = self.entries[-1]
        aside = block.table or (block.indent is not None and block.indent < _ASIDE)
        if aside or last.below or len(self._levels) > 1 or (self._root and self._levels):
            self._put_below(block.text)
        else:
            goes_on = last.block.text.endswith((",", "，", "、"))
            apart = "" if last.block.text[-1:] > "\u2e80" else " "
            last.block = last.block.joined(block, apart if goes_on else "\n")

    def close(self) -> None:
        """Put headings below which nothing stands below the last paragraph."""
        if self._headings and self.entries and self.numbered:
            self._put_below()
        elif self._headings:
            held, self._headings = _lines(self._headings), []
            self.plain(Block(held))

    @property
    def numbered(self) -> bool:
        """Whether a numbered paragraph or an article was there already."""
        return bool(self._root) or any(level[0] == "number" for level in self._levels)

    @property
    def takes_articles(self) -> bool:
        """Whether articles may stand in the section."""
        return self._prefix == "" or self._prefix.endswith(".")

    @property
    def operative(self) -> bool:
        """Whether it is of a resolution, whose paragraphs may begin with their ids."""
        return self._prefix.endswith("OP")

    @property
    def in_article(self) -> bool:
        """Whether an article was there already."""
        return bool(self._root)

    def _add(self, name: str, block: Block) -> None:
        self.entries.append(Entry(name, block, self._headings))
        self._headings = []

    def _put_below(self, *lines: str) -> None:
        """Put the headings that are held and ``lines`` below the last paragraph."""
        self.entries[-1].put_below(_lines(self._headings), *lines)
        self._headings = []

    def _id(self) -> str:
        (style, place), *below = self._levels
        root = self._root or (self._above if style != "number" else "")
        first = shown(style, place) if root else f"{self._prefix}{place}"
        return root + first + "".join(shown(*level) for level in below)

    def _opens(self, style: Style, second: bool) -> bool:
        """Whether a level of ``style`` may begin; one of numbers below a number only where the ``second`` follows."""
        if style == "number":
            own = sum(1 for level in self._levels if level[0] == "number")
            return not own or (second and own == 1 and self._levels[-1][0] == "number")
        return bool(self._levels or self._root or self._above) and style not in (level[0] for level in self._levels)

    def _placed(self, label: Label, following: Label | None) -> list[tuple[Style, int]] | None:
        """The levels after ``label``; None where it is no next one, and so no label.

        "(i)" behind (h) is the letter, unless (ii) follows. A number that is not the next one is taken where the one
        behind it follows: a gap in print, or a paragraph that was not read.
        """
        options: list[tuple[int, list[tuple[Style, int]]]] = []
        for style, place in label.readings:
            for depth in range(len(self._levels), 0, -1):
                if self._levels[depth - 1] == (style, place - 1):
                    options.append((0, [*self._levels[: depth - 1], (style, place)]))
            second = following is not None and (style, 2) in following.readings
            if place == 1 and self._opens(style, second):
                levels = [] if style == "number" and not self.numbered else self._levels
                options.append((-1 if second and style == "roman" else 1, [*levels, (style, 1)]))
            last = self._levels[0][1] if self.numbered and self._levels else 0
            runs_on = following is not None and (style, place + 1) in following.readings
            if style == "number" and runs_on and last < place and not self._root:
                options.append((2, [("number", place)]))
        return min(options, key=lambda option: option[0])[1] if options else None
