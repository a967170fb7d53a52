"""A sheet: headings, lines and tables of words, some of them marked, without a format."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.languages import Language

# "small" is what stands beside the words: where they are from, and what is to be known of them.
Mark = Literal["", "strong", "small", "deleted", "inserted"]
Kind = Literal["text", "heading", "item"]


@dataclass(frozen=True)
class Place:
    """A paragraph of a document, to which what is ``said`` in a run leads."""

    document: str
    language: Language
    paragraph: str
    said: str


@dataclass(frozen=True)
class Run:
    """Words under one ``mark``; their ``language`` where it is not the sheet's, and the ``places`` that they name."""

    text: str
    mark: Mark = ""
    language: Language | None = None
    places: tuple[Place, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Line:
    """A paragraph, a heading or an item of a list."""

    runs: tuple[Run, ...]
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """Rows of cells under their ``head``; each row has a cell for each of that."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Block = Line | Table


@dataclass(frozen=True)
class Sheet:
    """What is under ``title``, in ``language``."""

    title: str
    language: Language
    blocks: tuple[Block, ...]


def line(*runs: Run | str, kind: Kind = "text") -> Line:
    """A line of runs, plain where they are strings."""
    return Line(as_runs(runs), kind)


def as_runs(runs: Sequence[Run | str]) -> tuple[Run, ...]:
    """``runs``, plain where they are strings; empty ones are left out."""
    found = (run if isinstance(run, Run) else Run(run) for run in runs)
    return tuple(run for run in found if run.text)
