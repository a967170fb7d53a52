"""The divisions of a document, read from the headings above its paragraphs: "Chapter VII", "Action 3", "Voting"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.documents.blocks import Block
from assistant.documents.numbering import Entry
from assistant.documents.paragraph import Document, Section
from assistant.text.divisions import heading_division


@dataclass
class _Open:
    """A division whose end is not there yet."""

    heading: Block
    kinds: tuple[str, ...]
    number: int
    ids: list[str] = field(default_factory=list)


def sections(entries: Sequence[Entry]) -> list[Section]:
    """The divisions of a document with ``entries``, in order.

    One ends where another of its kind begins, or one of a kind that it is itself inside: an action ends with the next
    action, and with the part that the action is in. A heading without a number ends it where it is printed alike, and
    an annex ends all.
    """
    found: list[_Open] = []
    open_: list[_Open] = []  # the outer before the inner
    part = ""
    for entry in entries:
        if entry.id.rpartition(".")[0] != part:
            open_, part = [], entry.id.rpartition(".")[0]
        for heading in entry.headings:
            for line in heading.text.split("\n"):
                division = heading_division(line)
                kinds = set(division.kinds) if division else set()
                ended = (n for n, other in enumerate(open_) if _ends(heading, kinds, other))
                del open_[next(ended, len(open_)) :]
                if division:
                    open_.append(_Open(heading, division.kinds, division.numbers[0]))
                    found.append(open_[-1])
        for other in open_:
            other.ids.append(entry.id)
    return [
        Section(item.kinds, item.number, " ".join(item.heading.text.split()), tuple(item.ids))
        for item in found
        if item.ids
    ]


def _ends(heading: Block, kinds: set[str], other: _Open) -> bool:
    """Whether ``heading``, of a division of ``kinds``, if any, ends the ``other``."""
    if kinds:
        return bool(kinds & set(other.kinds))
    return heading is not other.heading and bool(heading.style) and heading.style == other.heading.style


def with_headings(document: Document) -> Iterator[str]:
    """Each paragraph with what it stands below: the title, the divisions that it is in, and the last heading."""
    inside: dict[str, list[str]] = {}
    for section in document.sections:
        for name in section.ids:
            inside.setdefault(name, []).append(section.heading)
    last = part = ""
    for paragraph in document.paragraphs:
        here = paragraph.id.rpartition(".")[0]
        last, part = (paragraph.heading or (last if here == part else "")), here
        yield "\n".join(dict.fromkeys([document.title, *inside.get(paragraph.id, ()), last, paragraph.whole]))
