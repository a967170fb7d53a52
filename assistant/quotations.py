"""The part of a paragraph that says what an answer says: a sentence, or clauses of one that runs over half a page."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.languages import Language

# Behind a full stop that ends a sentence; an initial or an abbreviation ("No. 3", "т. е.") is followed by a small
# letter or a digit, or is a single letter itself.
_SENTENCE_END = re.compile(r"(?<=[。！？])(?![”»』」])|(?<=[。！？][”»』」])|(?<=[^\W\d_]{2}[.!?])(?=\s+[^\sa-zа-яё])"
                           r"|(?<=[\d)\]”»\"][.!?])(?=\s+[^\sa-zа-яё])|(?<=[.!?][”»\")])(?=\s+[^\sa-zа-яё])|(?<=\n)")
_CLAUSE_END = re.compile(r"(?<=[，；、：])|(?<=[,;:])(?=\s)")
# Characters of a quotation; a Chinese one says as much as three others.
_LONGEST = 330
_HAN = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_MARKS: dict[Language, tuple[str, str]] = {"zh": ("“", "”"), "ru": ("«", "»"), "en": ("“", "”")}
Units = Callable[[str], set[str]]


def quotation(
    texts: Sequence[str], wanted: set[str], question: set[str], units: Units, within: int | None = None
) -> tuple[int, str]:
    """(place in ``texts``, part of that text) that best says what is ``wanted`` in answer to ``question``.

    ``units`` gives what is compared of a text: words or the like, of which rare ones say more (as in BM25). ``within``
    is the place to stay in. Cut ends are marked "…".
    """
    parts = [(place, part) for place, text in enumerate(texts) for part in _parts(text)]
    of = [units(part) for _, part in parts]
    counts = Counter(unit for found in of for unit in found)
    weight = {unit: math.log(1 + len(parts) / (count or 1)) for unit, count in counts.items()}

    def share(sought: set[str], found: set[str]) -> float:
        rarest = math.log(1 + 2 * len(parts))
        total = sum(weight.get(unit, rarest) for unit in sought)
        return sum(weight[unit] for unit in sought & found) / total if total else 0.0

    best, chosen = -1.0, (0, "")
    for (place, part), found in zip(parts, of, strict=True):
        if within is not None and place != within:
            continue
        # What the answer adds and what was asked, alike; earlier texts were found to be nearer to the question.
        score = share(wanted - question, found) + share(question, found) - 0.15 * place
        if score > best:
            best, chosen = score, (place, part)
    return chosen


def quoted(part: str, language: Language) -> str:
    """``part`` in the quotation marks of ``language``, its own turned into the inner ones."""
    left, right = _MARKS[language]
    inner = {"“": "‘", "”": "’"} if left == "“" else {"«": "„", "»": "“"}
    return left + "".join(inner.get(character, character) for character in part) + right


def length(text: str) -> int:
    """Characters, a Chinese one as three."""
    return len(text) + 2 * len(_HAN.findall(text))


def sentences(text: str) -> list[str]:
    """The sentences of ``text``."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def _parts(text: str) -> list[str]:
    """The sentences; of one that is too long for a quotation, every run of clauses that is not."""
    parts = []
    for sentence in sentences(text):
        if length(sentence) <= _LONGEST:
            parts.append(sentence)
            continue
        clauses = [clause for clause in _CLAUSE_END.split(sentence) if clause.strip()]
        start = end = 0
        while end < len(clauses):
            end = max(end, start + 1)
            while end < len(clauses) and length("".join(clauses[start : end + 1])) <= _LONGEST:
                end += 1
            run = "".join(clauses[start:end]).strip()
            parts.append(("… " if start else "") + run + (" …" if end < len(clauses) else ""))
            start += 1
    return parts
