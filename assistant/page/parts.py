"""A text taken apart as it is shown: its parts, and their paragraphs in one language or two beside each other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.documents import Document, Paragraph
from assistant.languages import Language
from assistant.messages import text

_KIND = re.compile(r"PP|OP|FN")
_NAMES = {"PP": "reader_preamble", "OP": "reader_operative", "FN": "reader_footnotes"}


@dataclass(frozen=True)
class Row:
    """A paragraph in each of the languages that are shown; None in one that lacks it.

    ``place`` is its id, but "OP3~2" for a second one with the id OP3, as a text that is misnumbered may have.
    """

    id: str
    place: str
    paragraphs: tuple[Paragraph | None, ...]

    @property
    def there(self) -> Iterator[Paragraph]:
        """The paragraph in the languages that have it."""
        return filter(None, self.paragraphs)

    @property
    def headed(self) -> bool:
        """Whether a heading stands above it."""
        return any(item.heading for item in self.there)


@dataclass(frozen=True)
class Part:
    """``rows`` under a heading of the text, or those of a kind, under the ``name`` of that in the page's language.

    The name is empty where the text is not in parts.
    """

    name: str
    rows: tuple[Row, ...]


def parts(documents: Sequence[Document], page: Language) -> list[Part]:
    """The parts of the texts, which are one in one language or two, in the order of the first."""
    found: list[tuple[str, list[Row]]] = []
    last = ("", "")
    for row in _rows(documents):
        division = _division(row.id)
        if not found or row.headed or division != last:
            found.append((_name(division, page), []))
        found[-1][1].append(row)
        last = division
    return [Part(name, tuple(rows)) for name, rows in found]


def _rows(documents: Sequence[Document]) -> list[Row]:
    there = [_places(document) for document in documents]
    places = list(there[0])
    for others in there[1:]:
        for before, place in pairwise(["", *others]):
            if place not in there[0]:  # stands behind what it follows in its own language
                places.insert(places.index(before) + 1 if before else 0, place)
    return [Row(one.partition("~")[0], one, tuple(paragraphs.get(one) for paragraphs in there)) for one in places]


def _places(document: Document) -> dict[str, Paragraph]:
    times: Counter[str] = Counter()
    found = {}
    for item in document.paragraphs:
        times[item.id] += 1
        found[item.id if times[item.id] == 1 else f"{item.id}~{times[item.id]}"] = item
    return found


def _division(name: str) -> tuple[str, str]:
    """The annex or part that the paragraph with the id ``name`` is in, and the kind of paragraph."""
    within, _, own = name.rpartition(".")
    kind = _KIND.match(own)
    return within, kind[0] if kind and not within else ""


def _name(division: tuple[str, str], page: Language) -> str:
    within, kind = division
    if within.startswith("ANNEX"):
        return " ".join(filter(None, [text("reader_annex", page), within.removeprefix("ANNEX")]))
    return text("reader_part", page, letter=within) if within else text(_NAMES[kind], page) if kind else ""
