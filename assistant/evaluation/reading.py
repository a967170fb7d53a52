"""How truly documents are read: their paragraphs beside what is printed in them, written down by hand or counted.

A truth is a JSON object: ``file`` (or ``files``), ``symbol``, ``title`` (null where none is printed), and either
``paragraphs`` ({"id", "begins", "ends"}, with ``notes`` and ``marks``; ``whole_articles`` where a text may be divided
further, ``covered`` or ``complete: false`` where not all are written down), or the counts ``PP``, ``OP`` and ``FN``.
Words are compared without case, quotes, hyphens and white space.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.documents import Document, Paragraph, load_file
from assistant.errors import AssistantError

_SHORTEST_NOTE = 12  # characters from which on a note's words in a paragraph are no chance
_COUNTED = ("PP", "OP", "FN")


@dataclass(frozen=True)
class Reading:
    """One file: of the paragraphs ``wanted`` how many are ``right``, and ``extra`` ones that are not printed.

    Of a truth that counts, a right count of one kind counts as a paragraph. ``faults`` has a line for each.
    """

    file: str
    wanted: int
    right: int
    extra: int
    marks_wanted: int
    marks_right: int
    symbol: bool
    title: bool
    faults: tuple[str, ...]


def read_truths(truth: Path, files: Path) -> Iterator[Reading]:
    """Each file that a truth names and ``files`` has; ``truth`` is a folder of JSON files, or one of JSON lines."""
    for row in _truths(truth):
        for name in row.get("files") or ([row["file"]] if isinstance(row["file"], str) else row["file"]):
            if (files / name).is_file():
                yield _reading(row, files / name)


def summary(readings: Sequence[Reading]) -> dict[str, float]:
    """Shares over all ``readings``: paragraphs right of those printed or given, marks, symbols, titles, faultless."""
    printed = sum(item.wanted + item.extra for item in readings)
    marks = sum(item.marks_wanted for item in readings)
    count = len(readings)
    return {
        "files": count,
        "paragraphs": _share(sum(item.right for item in readings), printed),
        "marks": _share(sum(item.marks_right for item in readings), marks),
        "symbols": _share(sum(item.symbol for item in readings), count),
        "titles": _share(sum(item.title for item in readings), count),
        "faultless": _share(sum(item.right == item.wanted and not item.extra for item in readings), count),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def _truths(truth: Path) -> Iterator[dict[str, Any]]:
    try:
        if truth.is_dir():
            yield from (json.loads(path.read_text("utf-8")) for path in sorted(truth.glob("*.json")))
        else:
            rows = (json.loads(line) for line in truth.read_text("utf-8").splitlines() if line.strip())
            yield from (row for row in rows if row.get("sure", True))
    except (OSError, ValueError) as error:
        raise AssistantError("document_unreadable", path=truth, reason=error) from None


def _reading(truth: Mapping[str, Any], file: Path) -> Reading:
    try:
        document = load_file(file)[0]
    except AssistantError as error:  # nothing in it is right
        wanted = len(truth.get("paragraphs", _COUNTED))
        return Reading(file.name, wanted, 0, 0, 0, 0, False, False, (error.message("en"),))
    symbol = document.symbol == (truth.get("symbol") or document.symbol)
    title = _plain(document.title) == _plain(truth.get("title") or document.title)
    faults = [] if symbol else [f"symbol {document.symbol!r}, printed {truth['symbol']!r}"]
    faults += [] if title else [f"title {document.title!r}, printed {truth['title']!r}"]
    if "paragraphs" not in truth:
        wrong = [*_miscounted(truth, document)]
        return Reading(file.name, 3, 3 - len(wrong), 0, 0, 0, symbol, title, (*faults, *wrong))
    given = {part.id: part for part in document.paragraphs if part.kind not in ("head", "footnote")}
    wrong = [*_misread(truth, given)]
    extra = [*_extra(truth, given)]
    wanted = len(truth["paragraphs"])
    marks = {(name, f"FN{mark}") for name, found in truth.get("marks", {}).items() for mark in found}
    marks = {mark for mark in marks if mark[1][2:].isdigit()}
    lifted = {(name, note.paragraph) for name, part in given.items() for note in part.notes}
    faults += [
        *wrong,
        *(f"{name} is not printed" for name in extra),
        *(f"mark {mark}" for mark in sorted(marks - lifted)),
    ]
    right = wanted - len(wrong)
    return Reading(file.name, wanted, right, len(extra), len(marks), len(marks & lifted), symbol, title, tuple(faults))


def _miscounted(truth: Mapping[str, Any], document: Document) -> Iterator[str]:
    for kind in _COUNTED:
        count = sum(1 for part in document.paragraphs if re.fullmatch(rf"{kind}\d+", part.id))
        if count != truth[kind]:
            yield f"{kind}: {count}, printed {truth[kind]}"


def _misread(truth: Mapping[str, Any], given: Mapping[str, Paragraph]) -> Iterator[str]:
    notes = [_plain(re.sub(r"\W+$", "", words)) for words in truth.get("notes", {}).values()]
    for row in truth["paragraphs"]:
        name = row["id"]
        below = f"{name}(" if truth.get("whole_articles") else "\0"
        parts = [part.text for key, part in given.items() if key == name or key.startswith(below)]
        text, begins, ends = _plain(" ".join(parts)), _plain(row["begins"]), _plain(row["ends"])
        if not parts:
            yield f"{name} is missing"
        elif not text.startswith(begins):
            yield f"{name} begins {parts[0][:50]!r}, printed {row['begins'][:50]!r}"
        elif not text.endswith(ends):
            yield f"{name} ends {parts[-1][-50:]!r}, printed {row['ends'][-50:]!r}"
        elif not row.get("quotes_note") and any(_holds(text, note, begins + ends) for note in notes):
            yield f"{name} has a footnote's words in it"


def _holds(text: str, note: str, printed: str) -> bool:
    return len(note) > _SHORTEST_NOTE and note in text and note not in printed


def _extra(truth: Mapping[str, Any], given: Iterable[str]) -> Iterator[str]:
    if truth.get("covered") or not truth.get("complete", True):
        return
    wanted = {row["id"] for row in truth["paragraphs"]}
    whole = tuple(f"{name}(" for name in wanted) if truth.get("whole_articles") else ()
    yield from (name for name in given if name not in wanted and not name.startswith(whole))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return re.sub(r"[\W_]+", "", folded)
