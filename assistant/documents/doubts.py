"""What is in doubt about a document: numbers that do not run, translations that do not agree, pages without text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from assistant.documents.paragraph import Document, label
from assistant.languages import Language
from assistant.messages import text

# What an id says: the section, and the number in it; of "ART4(1)" that is 4, where the article has no text of its own.
_TOP = re.compile(r"((?:[A-H]\.|ANNEX\d*\.)?(?:PP|OP|ART|¶)?)(\d+)(?:\(.*)?")


@dataclass(frozen=True)
class Gap:
    """Numbers that do not run: ``before`` and ``after`` are ids that follow each other in a document."""

    before: str
    after: str


@dataclass(frozen=True)
class Disagreement:
    """Translations with another number of paragraphs: the first id that is in ``language`` and not in ``other``."""

    paragraph: str
    language: str
    other: str


@dataclass(frozen=True)
class Unread:
    """Pages, counted from 1, that are pictures of text and were left out."""

    pages: tuple[int, ...]


@dataclass(frozen=True)
class Recognized:
    """So many ``paragraphs`` were recognised in pictures, and may be misread."""

    paragraphs: int


@dataclass(frozen=True)
class Unseen:
    """Pages, counted from 1, with text that no reader sees, white or of no size, which was left out."""

    pages: tuple[int, ...]


Doubt = Gap | Disagreement | Unread | Unseen | Recognized


def doubts(document: Document, others: Iterable[Document] = ()) -> list[Doubt]:
    """All that is in doubt about ``document``, also beside those of ``others`` that are its translations."""
    found: list[Doubt] = [Unread(document.unread)] if document.unread else []
    found += [Unseen(document.unseen)] if document.unseen else []
    if recognized := sum(paragraph.recognized for paragraph in document.paragraphs):
        found.append(Recognized(recognized))
    found += gaps(document)
    for other in others:
        if other.id == document.id and other.language != document.language:
            found += disagreements([document, other])
    return found


def doubt_line(doubt: Doubt, document: Document, language: Language) -> str:
    """One line that says what is in doubt."""
    where = {"document": document.id, "language": document.language}
    if isinstance(doubt, Unread):
        return text("doubt_unread", language, **where, pages=", ".join(map(str, doubt.pages)))
    if isinstance(doubt, Unseen):
        return text("doubt_unseen", language, **where, pages=", ".join(map(str, doubt.pages)))
    if isinstance(doubt, Recognized):
        return text("doubt_recognized", language, **where, count=doubt.paragraphs)
    if isinstance(doubt, Disagreement):
        where |= {"language": doubt.language, "other": doubt.other}
        return text("doubt_translations", language, **where, paragraph=label(doubt.paragraph, language))
    after = label(doubt.after, language)
    if not doubt.before:
        return text("doubt_start", language, **where, after=after)
    return text("doubt_gap", language, **where, before=label(doubt.before, language), after=after)


def gaps(document: Document) -> list[Gap]:
    """Where the numbers of ``document`` do not run: paragraphs between may be misread, or missing in print."""
    runs: dict[str, list[tuple[int, str]]] = {}
    for section, number in _numbers(document):
        runs.setdefault(section, []).append((number, f"{section}{number}"))
    found = [Gap("", run[0][1]) for run in runs.values() if run[0][0] != 1]
    return found + [Gap(a, b) for run in runs.values() for (n, a), (m, b) in pairwise(run) if m != n + 1]


def disagreements(translations: Sequence[Document]) -> Iterator[Disagreement]:
    """What one of two translations of a document has and the other has not, where the other is no catalogue card."""
    texts = [document for document in translations if document.status != "card"]
    for one, other in combinations(texts, 2):
        for document, against in ((one, other), (other, one)):
            there = _ids(against)
            missing = next((paragraph for paragraph in _ids(document) if paragraph not in there), None)
            if missing:
                yield Disagreement(missing, document.language, against.language)


def _ids(document: Document) -> dict[str, None]:
    return dict.fromkeys(f"{section}{number}" for section, number in _numbers(document))


def _numbers(document: Document) -> list[tuple[str, int]]:
    """The section and number of each paragraph that is below none, in order."""
    found = (_TOP.fullmatch(paragraph.id) for paragraph in document.paragraphs)
    return list(dict.fromkeys((match[1], int(match[2])) for match in found if match))
