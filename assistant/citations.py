"""Which paragraph supports which sentence of an answer; a sentence that none supports does not reach the reader.

A citation names a paragraph that the model was given, since it is chosen here among those and not by the model.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Citation, Evidence
from assistant.retrieval.lexical import stem

if TYPE_CHECKING:
    from assistant.embedding import Vectors

# The model's own marks ("[2]", "【2】", "[1, 3]"): they are read as hints and never shown.
MARK = re.compile(r"\s*[\[【](\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)[\]】]")
_SENTENCE = re.compile(r".+?(?:[。！？；]+[”»』]?|[.!?;]+[”»\"]?(?=\s+[^\sa-zа-яё]|\s*$)|\n+|$)", re.DOTALL)
_NUMBER = re.compile(r"[A-Z](?:/[A-Z0-9.]+)+|\d+(?:[/.,:]\d+)*")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]{4,}")  # shorter ones are mostly function words
_NAME = re.compile(r"(?<=[\w,;)»”] )[«“(]?([A-ZА-ЯЁ][a-zа-яё]{3,})")
# A sentence whose own words are mostly not the paragraph's does not come from it.
_LEAST_COVERAGE = 0.5
# A hint from the model decides between paragraphs that are otherwise within this much of one another.
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

    ``encode`` gives unit vectors. A sentence is supported by a paragraph that has every number, document symbol
    and name that the sentence has and the question has not, and at least half of the words that the sentence adds to
    the question (a sentence that adds none answers nothing). Among those, coverage and cosine choose; where there is
    none, the sentence is dropped. A catalogue card supports only what no text does. The words of a paragraph in
    another language can't be compared: numbers and cosine decide then. ("", ()) when nothing is left.
    """
    sentences = [sentence for part in _SENTENCE.findall(generated) if (sentence := part.strip())]
    texts = [MARK.sub("", sentence).strip() for sentence in sentences]
    if not evidence or not any(texts):
        return "", ()
    # With the question: "On 18 November 2005" alone does not say which of two instruments of that day it is about.
    similarity = encode([f"{question} {text}" for text in texts]) @ encode([item.text for item in evidence]).T
    supported = []
    for row, (sentence, plain) in enumerate(zip(sentences, texts, strict=True)):
        hints = {int(mark) for marks in MARK.findall(sentence) for mark in re.findall(r"\d+", marks)}
        candidates = [
            (
                item.status != "card",
                covered + float(similarity[row, column]) + _MARK_BONUS * (item.rank in hints),
                column,
            )
            for column, item in enumerate(evidence)
            if (covered := coverage(plain, question, item.text)) >= _LEAST_COVERAGE
        ]
        if candidates:
            *_, column = max(candidates)
            score = max(0.0, min(1.0, float(similarity[row, column])))
            supported.append(_Supported(plain, evidence[column], round(score, 4)))
    return _compose(supported)


def coverage(sentence: str, question: str, paragraph: str) -> float:
    """Share of the words that ``sentence`` adds to ``question`` that are in ``paragraph``, in [0, 1].

    0 when it adds none, or a number, symbol or name that the paragraph has not; 1 when the two are in different
    scripts.
    """
    new_numbers = _numbers(sentence) - _numbers(question)
    if not new_numbers <= _numbers(paragraph):
        return 0.0
    new, there = _units(sentence) - _units(question), _units(paragraph)
    if not new:
        return float(bool(new_numbers))
    if bool(_HAN.search(sentence)) != bool(_HAN.search(paragraph)) or _cyrillic(sentence) != _cyrillic(paragraph):
        return 1.0
    if not _names(sentence) <= there | _units(question):
        return 0.0
    return len(new & there) / len(new)


def _units(text: str) -> set[str]:
    """What is compared: stems of Russian and English words, pairs of adjacent Chinese characters."""
    runs = _HAN.findall(text)
    pairs = {run[n : n + 2] for run in runs for n in range(max(1, len(run) - 1))}
    return pairs | {stem(word.lower()) for word in _WORD.findall(text)}


def _names(text: str) -> set[str]:
    """Stems of the Russian and English words that have a capital without beginning a sentence."""
    return {stem(name.lower()) for name in _NAME.findall(text)}


def _cyrillic(text: str) -> bool:
    return bool(re.search(r"[а-яё]", text, re.IGNORECASE))


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
            status=item.evidence.status,
            score=item.score,
            spans=tuple(spans[key]),
            references=item.evidence.references,
        )
        for key, item in best.items()
    )
    return text, citations
