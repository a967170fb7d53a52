"""What an answer says with what it rests on: sentences, quotations behind them, and the citations of both.

The words of the paragraph that say the same follow a sentence of the model as a quotation, so that a reader of its
language sees what it rests on; they take the place of an answer that is not supported.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answer import Citation, Evidence
from assistant.answering.quotations import LONGEST, length, quotation
from assistant.answering.wanted import lacking
from assistant.languages import Language
from assistant.question.question import Question
from assistant.text.punctuation import quoted
from assistant.text.units import compared

# The model's own marks ("[2]", "【2】", "[1, 3]"): they are never shown.
MARK = re.compile(r"\s*[\[【](\d{1,2}(?:\s*[,，、;-]\s*\d{1,2})*)[\]】]")
_ENDED = re.compile(r"[.!?。！？…:：;；][”»\")]*$")
# Characters (a Chinese one says as much as three others) of a paragraph that is quoted whole where a question names it.
_WHOLE = 900
# A sentence of so many letters that stands in the paragraph word for word is a quotation already.
_QUOTATION = 30


@dataclass(frozen=True)
class Supported:
    """A sentence that ``evidence`` supports, with ``score`` in [0, 1], or a ``quotation`` from it without its marks."""

    sentence: str
    evidence: Evidence
    score: float
    quotation: bool = False


def quote(question: Question, evidence: Sequence[Evidence], hint: str = "", longest: int = LONGEST) -> list[Supported]:
    """What ``evidence`` says nearest to the question, as a quotation of about ``longest`` characters at most.

    ``hint`` is an answer that is not to be trusted, but may have words of the right place. What has no number or time,
    where one is asked for, comes last.
    """
    wants = question.last
    place, part = _part(question, evidence, hint, longest, lambda part: not lacking(wants, part), more=wants.more)
    return [Supported(part, evidence[place], max(0.0, evidence[place].score), quotation=True)]


def with_quotation(run: Sequence[Supported], question: Question, longest: int) -> list[Supported]:
    """``run``, sentences that rest on one paragraph, with a quotation behind them unless they repeat it word for word.

    One of more than usual length stands there all the same: the model may have left out some of what was to be listed.
    """
    evidence, said = run[-1].evidence, " ".join(item.sentence for item in run)
    repeated = all(_repeats(item.sentence, evidence.text) for item in run)
    if repeated and longest == LONGEST:
        return [*run]
    _, part = _part(question, [evidence], said, longest)
    if repeated and _repeats(part, said):
        return [*run]
    return [*run, replace(run[-1], sentence=part, quotation=True)]


def _part(
    question: Question,
    evidence: Sequence[Evidence],
    said: str,
    longest: int,
    fits: Callable[[str], bool] = lambda part: True,
    *,
    more: bool = False,
) -> tuple[int, str]:
    """`quotation` of ``evidence`` for what is ``said``; all of a paragraph that ``question`` names, if it is short."""
    for place, item in enumerate(evidence):
        if question.names(item.document, item.paragraph) and length(item.text) <= _WHOLE:
            return place, item.text
    texts = [item.text for item in evidence]
    return quotation(texts, compared(said), question.compared, longest, fits, more=more)


def _repeats(sentence: str, paragraph: str) -> bool:
    """Whether ``sentence`` is in ``paragraph`` word for word, and long enough to be a quotation."""
    said, there = ("".join(filter(str.isalnum, text.casefold())) for text in (sentence, paragraph))
    return len(said) >= _QUOTATION and said in there


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
