"""A paragraph of any file as running text, before it has a number, and what its print tells of it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Mark:
    """A footnote mark that stood at ``offset`` of a text: its ``name`` is "1" or "*"."""

    offset: int
    name: str


@dataclass(frozen=True)
class Block:
    """``text`` with the footnote ``marks`` that stood in it.

    ``heading`` says that it looks like one. ``indent`` is how much further in than the text's margin its first line
    begins, in points; None where the file has no places. ``table`` says that it is a table, a row a line,
    ``recognized`` that its text was recognised in a picture. ``style`` is how it is printed, where the file tells:
    headings of one level are printed alike.
    """

    text: str
    heading: bool = False
    marks: tuple[Mark, ...] = ()
    indent: float | None = None
    table: bool = False
    recognized: bool = False
    style: str = ""

    def cut(self, start: int) -> "Block":
        """The block without its first ``start`` characters."""
        marks = tuple(Mark(max(0, mark.offset - start), mark.name) for mark in self.marks)
        return replace(self, text=self.text[start:], marks=marks)

    def joined(self, other: "Block", between: str = "\n") -> "Block":
        """The block and ``other`` below it."""
        text = f"{self.text}{between}" if self.text and other.text else self.text
        marks = tuple(Mark(mark.offset + len(text), mark.name) for mark in other.marks)
        recognized = self.recognized or other.recognized
        return replace(self, text=text + other.text, marks=(*self.marks, *marks), recognized=recognized)


@dataclass(frozen=True)
class Print:
    """What is printed in a file: its ``blocks`` in order, the footnotes by their marks, and the title that it names.

    ``unread`` are the pages, counted from 1, that are pictures of text, ``unseen`` those with text that no reader sees.
    """

    blocks: tuple[Block, ...]
    notes: dict[str, str]
    title: str = ""
    unread: tuple[int, ...] = ()
    unseen: tuple[int, ...] = ()
