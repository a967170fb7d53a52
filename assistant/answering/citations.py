"""Which paragraph supports which sentence of an answer; a sentence that none supports does not reach the reader.

A citation names a paragraph that the model was given, since it is chosen here among those and not by the model. The
words of the paragraph that say the same follow the sentence as a quotation, so that a reader of its language sees what
it rests on; they take the place of an answer that is not supported.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.answer import Citation, Evidence
from assistant.answering.quotations import LONGEST, quotation
from assistant.answering.support.kinds import lacking
from assistant.answering.support.placement import misplaced
from assistant.languages import Language
from assistant.question.question import Question
from assistant.text.claims import claims
from assistant.text.places import implied, known
from assistant.text.punctuation import quoted
from assistant.text.sentences import sentences
from assistant.text.units import WORD, compared, names, script, units, units_of

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors

# The model's own marks ("[2]", "【2】", "[1, 3]"): they are read as hints and never shown.
MARK = re.compile(r"\s*[\[【](\d{1,2}(?:\s*[,，、;-]\s*\d{1,2})*)[\]】]")
_ENDED = re.compile(r"[.!?。！？…:：;；][”»\")]*$")
# A sentence whose own words are mostly not the paragraph's does not come from it.
_LEAST_COVERAGE = 0.5
# So many words of another language are no name.
_PHRASE = 4
# A letter more or less makes another name of one that has no more than so many.
_SHORT = 5
# A hint from the model decides between paragraphs that are otherwise within this much of one another.
_MARK_BONUS = 0.02
# A sentence of so many letters that stands in the paragraph word for word is a quotation already.
_QUOTATION = 30


@dataclass(frozen=True)
class Supported:
    """A sentence that ``evidence`` supports, with ``score`` in [0, 1], or a ``quotation`` from it without its marks."""

    sentence: str
    evidence: Evidence
    score: float
    quotation: bool = False


def attribute(
    generated: str,
    question: Question,
    evidence: Sequence[Evidence],
    encode: Callable[[Sequence[str]], "Vectors"],
    language: Language,
    longest: int = LONGEST,
) -> list[Supported]:
    """The sentences of an answer that ``evidence`` supports, each run of them followed by what it rests on.

    All of it is in ``language``. ``encode`` gives unit vectors. A sentence is supported by a paragraph that has every
    number, month, document symbol and name that the sentence has (or a city of the state that the question names), at
    least half of the words that the sentence adds to the question (a sentence that adds none answers nothing), and
    nothing that the paragraph says of something else than what was asked about (see `misplaced`). Among those, coverage
    and cosine choose; where there is none, the sentence is dropped. A catalogue card supports only what no text does. A
    mark such as [2] means the second of ``evidence``. A quotation has about ``longest`` characters at most.
    """
    parts = [(sentence, MARK.sub("", sentence).strip()) for sentence in sentences(generated)]
    parts = [(sentence, plain) for sentence, plain in parts if any(map(str.isalnum, plain)) and _for(plain, language)]
    if not evidence or not parts:
        return []
    # With the question: "On 18 November 2005" alone does not say which of two instruments of that day it is about.
    said = [f"{question.query.text} {plain}" for _, plain in parts]
    similarity = encode(said) @ encode([item.text for item in evidence]).T
    there = [" ".join([item.text, *implied(question.places[language], item.text, language)]) for item in evidence]
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
            if (covered := coverage(plain, question, there[column])) >= _LEAST_COVERAGE
            and known(plain, language) <= known(there[column], language)
            and not misplaced(plain, question, item.text, language)
        ]
        if candidates:
            *_, column = max(candidates)
            score = max(0.0, min(1.0, float(similarity[row, column])))
            supported.append(Supported(plain, evidence[column], round(score, 4)))
    return _with_quotations(supported, question, longest)


def quote(question: Question, evidence: Sequence[Evidence], hint: str = "", longest: int = LONGEST) -> list[Supported]:
    """What ``evidence`` says nearest to the question, as a quotation of about ``longest`` characters at most.

    ``hint`` is an answer that is not to be trusted, but may have words of the right place. What has no number or time,
    where one is asked for, comes last.
    """
    texts = [item.text for item in evidence]
    wants = question.last
    place, part = quotation(
        texts, compared(hint), question.compared, longest, lambda part: not lacking(wants, part), more=wants.more
    )
    return [Supported(part, evidence[place], max(0.0, evidence[place].score), quotation=True)]


def coverage(sentence: str, question: Question, paragraph: str) -> float:
    """Share of the words and numbers that ``sentence`` adds to ``question`` that are in ``paragraph``, in [0, 1].

    0 when it adds none, or has a number, month, symbol or name that the paragraph has not; names of places in all their
    forms are `assistant.text.places.known`'s.
    """
    said, told = claims(sentence, digits=True), claims(paragraph, digits=True)
    if not said <= told:
        return 0.0
    there = units(paragraph) | told
    language = script(sentence)
    named = known(sentence, language)
    places = units_of(named, sentence, language)
    # In other forms, too, and in another language, as that of the question before; of two places one is an answer.
    asked = set() if question.choice else named & set().union(*question.places.values())
    new = compared(sentence) - question.compared - units_of(asked, sentence, language)
    if not new or not all(name in there or _inflected(name, there) for name in names(sentence) - places):
        return 0.0
    return len(new & there) / len(new)


def _inflected(name: str, there: set[str]) -> bool:
    """Whether one of ``there`` is ``name`` in another form: "Ассамблеи" and "Ассамблея" have stems a letter apart."""
    return len(name) > _SHORT and any(unit[:-1] == name or unit == name[:-1] for unit in there)


def _with_quotations(supported: Sequence[Supported], question: Question, longest: int) -> list[Supported]:
    """A quotation behind each run of sentences that rest on one paragraph, unless they repeat it word for word.

    One of more than usual length stands there all the same: the model may have left out some of what was to be listed.
    """
    with_quotations: list[Supported] = []
    for _, group in groupby(supported, key=lambda item: id(item.evidence)):
        run = list(group)
        with_quotations += run
        source = run[-1].evidence.text
        said = " ".join(item.sentence for item in run)
        repeated = all(_repeats(item.sentence, source) for item in run)
        if repeated and longest == LONGEST:
            continue
        _, part = quotation([source], compared(said), question.compared, longest)
        if not (repeated and _repeats(part, said)):
            with_quotations.append(replace(run[-1], sentence=part, quotation=True))
    return with_quotations


def _repeats(sentence: str, paragraph: str) -> bool:
    """Whether ``sentence`` is in ``paragraph`` word for word, and long enough to be a quotation."""
    said, there = ("".join(filter(str.isalnum, text.casefold())) for text in (sentence, paragraph))
    return len(said) >= _QUOTATION and said in there


def _for(sentence: str, language: Language) -> bool:
    """Whether a reader of ``language`` can read ``sentence``; a name, or a few, is in every language."""
    return script(sentence) == language or len(WORD.findall(sentence)) < _PHRASE


def compose(lines: Sequence[Sequence[Supported]], language: Language) -> tuple[str, tuple[Citation, ...]]:
    """The text for a reader of ``language``, a label behind each run that rests on one paragraph, and the citations."""
    text = ""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    best: dict[tuple[str, str], Supported] = {}
    for line in lines:
        glue = "\n" if text else ""
        for key, group in groupby(line, key=lambda item: (item.evidence.document, item.evidence.paragraph)):
            run = list(group)
            for item, following in zip(run, [*run[1:], None], strict=True):
                sentence = quoted(item.sentence, language) if item.quotation else item.sentence
                if following and following.quotation and not _ENDED.search(sentence):
                    sentence += "：" if language == "zh" else ":"
                start = len(text) + len(glue)
                text += glue + sentence
                spans.setdefault(key, []).append((start, len(text)))
                if key not in best or item.score > best[key].score:
                    best[key] = item
                glue = "" if re.search(r"[\u3000-\u9fff\uff00-\uffef”]$", text) else " "
            text += f" [{run[-1].evidence.label}]"
            glue = " "
    citations = tuple(Citation.of(item.evidence, item.score, spans[key]) for key, item in best.items())
    return text, citations
