"""Which paragraph supports which sentence of an answer; a sentence that none supports does not reach the reader.

A citation names a paragraph that the model was given, since it is chosen here among those and not by the model.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Citation, Evidence

if TYPE_CHECKING:
    from assistant.embedding import Vectors

# The model's own marks ("[2]", "【2】", "[1, 3]"): they are read as hints and never shown.
MARK = re.compile(r"\s*[\[【](\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)[\]】]")
_SENTENCE = re.compile(r".+?(?:[。！？；]+[”»』]?|[.!?;]+[”»\"]?(?=\s+[^\sa-zа-яё]|\s*$)|\n+|$)", re.DOTALL)
_NUMBER = re.compile(r"[A-Z](?:/[A-Z0-9.]+)+|\d+(?:[/.,:]\d+)*")
# Cosines of one E5 sentence with related paragraphs lie within a few hundredths of one another, so a hint from the
# model weighs as much as this much cosine.
_MARK_BONUS = 0.02


@dataclass(frozen=True)
class _Supported:
    sentence: str
    evidence: Evidence
    score: float


def attribute(
    generated: str,
    question: str,
    evidence: Sequence[Evidence],
    encode: Callable[[Sequence[str]], "Vectors"],
) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text, each sentence followed by the label of what supports it, and the citations.

    ``encode`` gives unit vectors. A sentence is supported by the paragraph nearest to it among those that have
    every number and document symbol that the sentence has and the question has not; where there is none, the
    sentence is dropped. ("", ()) when nothing is left.
    """
    sentences = [sentence for part in _SENTENCE.findall(generated) if (sentence := part.strip())]
    texts = [MARK.sub("", sentence).strip() for sentence in sentences]
    if not evidence or not any(texts):
        return "", ()
    similarity = encode(texts) @ encode([item.text for item in evidence]).T
    known = _numbers(question)
    numbers = [_numbers(item.text) | known for item in evidence]
    supported = []
    for row, (sentence, plain) in enumerate(zip(sentences, texts, strict=True)):
        hints = {int(mark) for marks in MARK.findall(sentence) for mark in re.findall(r"\d+", marks)}
        candidates = [
            (float(similarity[row, column]) + _MARK_BONUS * (item.rank in hints), column)
            for column, item in enumerate(evidence)
            if _numbers(plain) <= numbers[column]
        ]
        if candidates and re.search(r"\w", plain):
            _, column = max(candidates)
            score = max(0.0, min(1.0, float(similarity[row, column])))
            supported.append(_Supported(plain, evidence[column], round(score, 4)))
    return _compose(supported)


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _compose(supported: Sequence[_Supported]) -> tuple[str, tuple[Citation, ...]]:
    """Text with a label behind each run of sentences that rest on one paragraph, and the citations in order."""
    text = ""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    best: dict[tuple[str, str], _Supported] = {}
    for n, item in enumerate(supported):
        glue = "" if not text or re.search(r"[\u3000-\u9fff\uff00-\uffef]$", text) else " "
        key = (item.evidence.document, item.evidence.paragraph)
        start = len(text) + len(glue)
        text += glue + item.sentence
        spans.setdefault(key, []).append((start, len(text)))
        if key not in best or item.score > best[key].score:
            best[key] = item
        following = supported[n + 1].evidence if n + 1 < len(supported) else None
        if following is None or (following.document, following.paragraph) != key:
            text += f" [{item.evidence.label}]"
    citations = tuple(
        Citation(
            document=item.evidence.document,
            paragraph=item.evidence.paragraph,
            label=item.evidence.label,
            quote=item.evidence.text,
            language=item.evidence.language,
            translation=item.evidence.translation,
            score=item.score,
            spans=tuple(spans[key]),
        )
        for key, item in best.items()
    )
    return text, citations
