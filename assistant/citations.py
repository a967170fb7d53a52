"""Which paragraph supports which sentence of an answer; a sentence that none supports does not reach the reader.

A citation names a paragraph that the model was given, since it is chosen here among those and not by the model. The
words of the paragraph that say the same follow the sentence as a quotation, so that a reader sees what it rests on;
they take the place of an answer that is not supported.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.answer import Citation, Evidence
from assistant.claims import claims
from assistant.languages import Language
from assistant.names import known
from assistant.quotations import quotation, quoted, sentences
from assistant.retrieval.lexical import stem

if TYPE_CHECKING:
    from assistant.embedding import Vectors

# The model's own marks ("[2]", "【2】", "[1, 3]"): they are read as hints and never shown.
MARK = re.compile(r"\s*[\[【](\d{1,2}(?:\s*[,，、;-]\s*\d{1,2})*)[\]】]")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_ENDED = re.compile(r"[.!?。！？…:：;；][”»\")]*$")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]{4,}")  # shorter ones are mostly function words
_NAME = re.compile(r"(?<=[\w,;)»”] )[«“(]?([A-ZА-ЯЁ][a-zа-яё]{3,})")
# A sentence whose own words are mostly not the paragraph's does not come from it.
_LEAST_COVERAGE = 0.5
# So many words of another language are no name.
_PHRASE = 4
# A hint from the model decides between paragraphs that are otherwise within this much of one another.
_MARK_BONUS = 0.02
# A sentence of so many letters that stands in the paragraph word for word is a quotation already.
_QUOTATION = 30


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
    language: Language,
) -> tuple[str, tuple[Citation, ...]]:
    """The answer's text, each sentence followed by what it rests on and its label, and the citations.

    ``encode`` gives unit vectors. A sentence is supported by a paragraph that has every number, month, document symbol
    and name that the sentence has, and at least half of the words that the sentence adds to the question (a sentence
    that adds none answers nothing). Among those, coverage and cosine choose; where there is none, the sentence is
    dropped. A catalogue card supports only what no text does. The words of a paragraph in another language can't be
    compared: numbers, known names and cosine decide then, and nothing is quoted. A mark such as [2] means the second of
    ``evidence``. ("", ()) when nothing is left.
    """
    parts = [(sentence, MARK.sub("", sentence).strip()) for sentence in sentences(generated)]
    parts = [(sentence, plain) for sentence, plain in parts if any(map(str.isalnum, plain)) and _for(plain, language)]
    if not evidence or not parts:
        return "", ()
    # With the question: "On 18 November 2005" alone does not say which of two instruments of that day it is about.
    similarity = encode([f"{question} {plain}" for _, plain in parts]) @ encode([item.text for item in evidence]).T
    supported = []
    for row, (sentence, plain) in enumerate(parts):
        hints = {int(mark) for marks in MARK.findall(sentence) for mark in re.findall(r"\d+", marks)}
        candidates = [
            (
                item.status != "card",
                covered + float(similarity[row, column]) + _MARK_BONUS * (column + 1 in hints),
                column,
            )
            for column, item in enumerate(evidence)
            if (covered := coverage(plain, question, item.text, foreign=item.language != language)) >= _LEAST_COVERAGE
            and known(plain, language) <= known(item.text, item.language)
        ]
        if candidates:
            *_, column = max(candidates)
            score = max(0.0, min(1.0, float(similarity[row, column])))
            supported.append(_Supported(plain, evidence[column], round(score, 4)))
    return _compose(_with_quotations(supported, question, language))


def quote(
    question: str, evidence: Sequence[Evidence], language: Language, hint: str = ""
) -> tuple[str, tuple[Citation, ...]]:
    """What ``evidence`` in ``language`` says nearest to the question, as a quotation, and its citation.

    ``hint`` is an answer that is not to be trusted, but may have words of the right place.

    ("", ()) when none of it is in that language.
    """
    own = [item for item in evidence if item.language == language]
    if not own:
        return "", ()
    place, part = quotation([item.text for item in own], compared(hint), compared(question), compared)
    return _compose([_Supported(quoted(part, language), own[place], max(0.0, own[place].score))])


def coverage(sentence: str, question: str, paragraph: str, *, foreign: bool = False) -> float:
    """Share of the words that ``sentence`` adds to ``question`` that are in ``paragraph``, in [0, 1].

    0 when it adds none, or has a number, month, symbol or name that the paragraph has not; 1 when the paragraph is
    ``foreign``, in another language than the answer, and in another script.
    """
    same = not foreign or script(sentence) == script(paragraph)
    if not claims(sentence, digits=same) <= claims(paragraph, digits=same):
        return 0.0
    asked, there = units(question), units(paragraph)
    new = units(sentence) - asked
    if not new:
        return float(bool(claims(sentence, digits=True) - claims(question, digits=True)))
    if not same:
        return 1.0
    if not names(sentence) <= there:
        return 0.0
    return len(new & there) / len(new)


def units(text: str) -> set[str]:
    """What is compared: stems of Russian and English words, pairs of adjacent Chinese characters."""
    runs = HAN.findall(text)
    pairs = {run[n : n + 2] for run in runs for n in range(len(run) - 1)}
    return pairs | {stem(word.lower()) for word in _WORD.findall(text)}


def compared(text: str) -> set[str]:
    """`units` and `claims`."""
    return units(text) | claims(text, digits=True)


def _with_quotations(supported: Sequence[_Supported], question: str, language: Language) -> list[_Supported]:
    """A quotation behind each run of sentences that rest on one paragraph, unless they repeat it word for word."""
    with_quotations: list[_Supported] = []
    run: list[str] = []
    for n, item in enumerate(supported):
        with_quotations.append(item)
        run.append(item.sentence)
        following = supported[n + 1].evidence if n + 1 < len(supported) else None
        if following is item.evidence:
            continue
        if item.evidence.language == language and not all(_repeats(said, item.evidence.text) for said in run):
            _, part = quotation([item.evidence.text], compared(" ".join(run)), compared(question), compared)
            if not _ENDED.search(item.sentence):
                with_quotations[-1] = replace(item, sentence=item.sentence + ("：" if language == "zh" else ":"))
            with_quotations.append(replace(item, sentence=quoted(part, language)))
        run = []
    return with_quotations


def _repeats(sentence: str, paragraph: str) -> bool:
    """Whether ``sentence`` is in ``paragraph`` word for word, and long enough to be a quotation."""
    said, there = ("".join(filter(str.isalnum, text.casefold())) for text in (sentence, paragraph))
    return len(said) >= _QUOTATION and said in there


def _for(sentence: str, language: Language) -> bool:
    """Whether a reader of ``language`` can read ``sentence``; a name, or a few, is in every language."""
    return script(sentence) == language or len(_WORD.findall(sentence)) < _PHRASE


def names(text: str) -> set[str]:
    """Stems of the Russian and English words that have a capital without beginning a sentence."""
    return {stem(name.lower()) for name in _NAME.findall(text)}


def script(text: str) -> Language:
    """The language that ``text`` has letters of: Chinese where there is a character of it, Russian likewise."""
    return "zh" if HAN.search(text) else "ru" if _CYRILLIC.search(text) else "en"


def _compose(supported: Sequence[_Supported]) -> tuple[str, tuple[Citation, ...]]:
    """Text with a label behind each run of sentences that rest on one paragraph, and the citations in order."""
    text = ""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    best: dict[tuple[str, str], _Supported] = {}
    for n, item in enumerate(supported):
        glue = "" if not text or re.search(r"[\u3000-\u9fff\uff00-\uffef”]$", text) else " "
        key = (item.evidence.document, item.evidence.paragraph)
        start = len(text) + len(glue)
        text += glue + item.sentence
        spans.setdefault(key, []).append((start, len(text)))
        if key not in best or item.score > best[key].score:
            best[key] = item
        following = supported[n + 1].evidence if n + 1 < len(supported) else None
        if following is None or (following.document, following.paragraph) != key:
            text += f" [{item.evidence.label}]"
    citations = tuple(Citation.of(item.evidence, item.score, spans[key]) for key, item in best.items())
    return text, citations
