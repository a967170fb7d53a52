"""The part of a paragraph that says what an answer says: a sentence, or clauses of one that runs over half a page."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from assistant.text.sentences import clauses, sentence_clauses, sentences
from assistant.text.units import compared, exactness

# Characters of a quotation; a Chinese one says as much as three others.
LONGEST = 330
_HAN = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
# What a paragraph further down loses: it was found to be less near to the question.
_BEHIND = 0.15


def quotation(
    texts: Sequence[str],
    wanted: Set[str],
    question: Set[str],
    longest: int = LONGEST,
    fits: Callable[[str], bool] = lambda part: True,
    *,
    more: bool = False,
) -> tuple[int, str]:
    """(place in ``texts``, part of that text) that best says what is ``wanted`` in answer to ``question``.

    ``texts`` come best first. Of what is `compared` rare words say more (as in BM25), numbers and symbols most. A
    sentence of more than ``longest`` characters is cut, and where it was stands "…". What says no more than the
    question, as a heading may, goes on to the next sentence; to say ``more`` than one thing, sentences that follow one
    another are taken together. A part that ``fits`` goes before all that do not.
    """
    parts = [(place, run, part) for place, text in enumerate(texts) for run, part in _parts(text, longest, more=more)]
    of = [compared(part) for *_, part in parts]
    # In clauses, since the parts of a long sentence overlap.
    counts = Counter(unit for text in texts for clause in clauses(text) for unit in compared(clause))
    most = max(counts.total(), 1)
    weight = {unit: math.log(1 + most / count) for unit, count in counts.items()}
    rarest = math.log(1 + 2 * most)

    def share(sought: Set[str], found: Set[str]) -> float:
        weights = {unit: weight.get(unit, rarest) * exactness(unit) for unit in sought}
        total = math.fsum(weights.values())
        return math.fsum(value for unit, value in weights.items() if unit in found) / total if total else 0.0

    scores = [
        share(wanted - question, found) + share(question, found) - _BEHIND * place
        for (place, *_), found in zip(parts, of, strict=True)
    ]
    of_kind = [fits(part) for *_, part in parts]
    best = max(range(len(parts)), key=lambda n: (of_kind[n], scores[n]))
    # Of parts of one sentence that say as much the one in the middle, which has what is before and behind it.
    alike = (of_kind[best], scores[best])
    same = [n for n in range(best, len(parts)) if parts[n][:2] == parts[best][:2] and (of_kind[n], scores[n]) == alike]
    best = same[len(same) // 2]
    place, _, part = parts[best]
    next_place, _, following = parts[min(best + 1, len(parts) - 1)]
    if of[best] <= question and next_place == place:
        start = texts[place].find(part)
        end = texts[place].find(following, start) + len(following)
        if 0 <= start < end <= start + longest:
            part = texts[place][start:end]
    return place, part


def _parts(text: str, longest: int, *, more: bool = False) -> list[tuple[int, str]]:
    """The sentences, numbered, with ``more`` of them at once; of one that is too long for a quotation, every run of
    clauses that is not.
    """
    parts = _runs(text, longest) if more else []
    for number, sentence in enumerate(sentences(text)):
        if length(sentence) <= longest:
            parts.append((number, sentence))
            continue
        split = sentence_clauses(sentence)
        end = 0
        for start in range(len(split)):
            if end == len(split):  # what follows is a part of the run before
                break
            end = max(end, start + 1)
            while end < len(split) and length("".join(split[start : end + 1])) <= longest:
                end += 1
            run = "".join(split[start:end]).strip()
            run = run if end == len(split) else f"{run.rstrip(',;:，；、：')} …"
            parts.append((number, f"… {run}" if start else run))
    return parts or [(0, text)]


def _runs(text: str, longest: int) -> list[tuple[int, str]]:
    """Sentences that follow one another, as many as a quotation holds, from each on."""
    found, start = [], 0
    for number, sentence in enumerate(sentences(text)):
        start = end = text.find(sentence, start)
        for following in sentences(text)[number:]:
            last = text.find(following, end) + len(following)
            if length(text[start:last]) > longest:
                break
            end = last
        if end > start + len(sentence):
            found.append((-1 - number, text[start:end]))
    return found


def length(text: str) -> int:
    """Characters of ``text``, a Chinese one as three."""
    return len(text) + 2 * len(_HAN.findall(text))
