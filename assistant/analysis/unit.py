"""A paragraph with what stands below it, as texts are compared by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.documents.paragraph import Document, Kind, Paragraph

_HYPHENS = re.compile("[\u2010\u2011]")
_BELOW = re.compile(r"(?:\([^()]*\))+$")
_END = re.compile(r"[\W_]+$")


@dataclass(frozen=True)
class Unit:
    """A paragraph and its sub-paragraphs; ``id`` is the paragraph's, also where only its parts are printed."""

    id: str
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def text(self) -> str:
        """All of it, `settled`."""
        return settled("\n".join(part.whole for part in self.paragraphs))

    @property
    def kind(self) -> Kind:
        """What its id says it is."""
        return self.paragraphs[0].kind

    @property
    def wording(self) -> str:
        """What has to be equal for the same wording: its letters and marks but for the last.

        That one hangs on what follows the paragraph; and print breaks words ("see king", "capacity - building").
        """
        return _END.sub("", "".join(self.text.split()))

    @property
    def lead(self) -> "Unit":
        """What stands above the sub-paragraphs."""
        return Unit(self.id, tuple(part for part in self.paragraphs if part.id == self.id))

    @property
    def parts(self) -> "tuple[Unit, ...]":
        """Its sub-paragraphs."""
        return tuple(Unit(part.id, (part,)) for part in self.paragraphs if part.id != self.id)


def units(document: Document) -> tuple[Unit, ...]:
    """The paragraphs of ``document`` in its order. Its masthead and its footnotes are none."""
    grouped: dict[str, list[Paragraph]] = {}
    for paragraph in document.paragraphs:
        if paragraph.kind not in ("head", "footnote") and paragraph.whole.strip():
            grouped.setdefault(top_level(paragraph.id), []).append(paragraph)
    return tuple(Unit(name, tuple(parts)) for name, parts in grouped.items())


def joined(parts: Sequence[Unit]) -> str:
    """The text of ``parts`` one after the other."""
    return " ".join(part.text for part in parts)


def top_level(paragraph_id: str) -> str:
    """ "OP4" of "OP4(a)"."""
    return _BELOW.sub("", paragraph_id)


def settled(text: str) -> str:
    """``text`` on one line, with one kind of hyphen and of apostrophe: print that is no wording."""
    return " ".join(_HYPHENS.sub("-", text).replace("'", "’").split())
