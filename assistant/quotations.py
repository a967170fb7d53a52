"""The part of a paragraph that says what an answer says: a sentence, or clauses of one that runs over half a page."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.languages import Language

# A full stop behind one letter is an initial, one before a small letter or a digit an abbreviation ("т. е.", "No. 3"),
# and one behind these.
_SHORT = "".join(
    rf"(?<!\b{short}[.])"
    for short in ("St", "Dr", "Mr", "Mrs", "Ms", "Jr", "Sr", "Gen", "Prof", "Mt", "им", "ул", "св", "др")
)
_SENTENCE_END = re.compile(
    r"(?<=[。！？])(?![”»』」])|(?<=[。！？][”»』」])|(?<=\n)"
    rf"|(?<!\b[^\W\d_][.]){_SHORT}(?<=[.!?])(?=\s+[^\sa-zа-яё\d])"
    r"|(?<=[.!?][”»\")])(?=\s+[^\sa-zа-яё\d])"
)
# A title in quotation marks is not cut, nor from the number and date that it stands behind; a colon leads in what
# follows it.
_CLAUSE = re.compile(
    r"(?:“[^“”]{0,250}”|«[^«»]{0,250}»|《[^《》]{0,250}》"
    r"|[^，；、,;]|[,;](?!\s)|,(?=\s(?:entitled|озаглавленн)))+(?:[，；、,;]|$)|[，；、,;]"
)
# Characters of a quotation; a Chinese one says as much as three others.
LONGEST = 330
_HAN = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_MARKS: dict[Language, tuple[str, str]] = {"zh": ("“", "”"), "ru": ("«", "»"), "en": ("“", "”")}
_EXACT = re.compile(r".*/.*|\d.+")
# What a paragraph further down loses: it was found to be less near to the question.
_BEHIND = 0.15


def quotation(
    texts: Sequence[str],
    wanted: set[str],
    question: set[str],
    units: Callable[[str], set[str]],
    longest: int = LONGEST,
) -> tuple[int, str]:
    """(place in ``texts``, part of that text) that best says what is ``wanted`` in answer to ``question``.

    ``texts`` come best first. ``units`` gives what is compared of a text: words or the like, of which rare ones say
    more (as in BM25), and numbers and symbols most. A sentence of more than ``longest`` characters is cut, and where it
    was stands "…". What says no more than the question, as a heading may, goes on to the next sentence.
    """
    parts = [(place, run, part) for place, text in enumerate(texts) for run, part in _parts(text, longest)]
    of = [units(part) for *_, part in parts]
    # In clauses, since the parts of a long sentence overlap.
    counts = Counter(unit for text in texts for clause in clauses(text) for unit in units(clause))
    most = max(counts.total(), 1)
    weight = {unit: math.log(1 + most / count) for unit, count in counts.items()}
    rarest = math.log(1 + 2 * most)

    def share(sought: set[str], found: set[str]) -> float:
        weights = {unit: weight.get(unit, rarest) * exactness(unit) for unit in sought}
        total = sum(weights.values())
        return sum(value for unit, value in weights.items() if unit in found) / total if total else 0.0

    scores = [
        share(wanted - question, found) + share(question, found) - _BEHIND * place
        for (place, *_), found in zip(parts, of, strict=True)
    ]
    best = scores.index(max(scores))
    # Of parts of one sentence that say as much the one in the middle, which has what is before and behind it.
    same = [n for n in range(best, len(parts)) if parts[n][:2] == parts[best][:2] and scores[n] == scores[best]]
    best = same[len(same) // 2]
    place, _, part = parts[best]
    next_place, _, following = parts[min(best + 1, len(parts) - 1)]
    if of[best] <= question and next_place == place:
        start = texts[place].find(part)
        end = texts[place].find(following, start) + len(following)
        if 0 <= start < end <= start + longest:
            part = texts[place][start:end]
    return place, part


def exactness(unit: str) -> int:
    """How many times as much ``unit`` says as a word that is as rare: symbols, years and numbers of several digits."""
    return 3 if _EXACT.fullmatch(unit) else 1


def quoted(part: str, language: Language) -> str:
    """``part`` in the quotation marks of ``language``, its own words as they are."""
    left, right = _MARKS[language]
    return f"{left}{part}{right}"


def sentences(text: str) -> list[str]:
    """The sentences of ``text``."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def clauses(text: str) -> list[str]:
    """The clauses of ``text``, of all its sentences."""
    return [clause for sentence in sentences(text) for clause in _split(sentence)]


def _split(sentence: str) -> list[str]:
    return [clause for clause in _CLAUSE.findall(sentence) if clause.strip()]


def _parts(text: str, longest: int) -> list[tuple[int, str]]:
    """The sentences, numbered; of one that is too long for a quotation, every run of clauses that is not."""
    parts = []
    for number, sentence in enumerate(sentences(text)):
        if _length(sentence) <= longest:
            parts.append((number, sentence))
            continue
        split = _split(sentence)
        end = 0
        for start in range(len(split)):
            if end == len(split):  # what follows is a part of the run before
                break
            end = max(end, start + 1)
            while end < len(split) and _length("".join(split[start : end + 1])) <= longest:
                end += 1
            run = "".join(split[start:end]).strip()
            run = run if end == len(split) else f"{run.rstrip(',;:，；、：')} …"
            parts.append((number, f"… {run}" if start else run))
    return parts or [(0, text)]


def _length(text: str) -> int:
    return len(text) + 2 * len(_HAN.findall(text))
