"""From paragraphs to an answer: which of them is read, what the model writes from it, and what of that stands."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from assistant.answer import Citation, Evidence
from assistant.citations import HAN, attribute, compared, quote
from assistant.defusing import defused
from assistant.draft import checked, finished
from assistant.languages import Language, detect_language
from assistant.names import annotated
from assistant.prompts import YES, Task, in_context, judgement, prompt, within_budget
from assistant.refusal import asks_number, choose, has_number, quotable

if TYPE_CHECKING:
    from assistant.embedding import Vectors
    from assistant.generation import Engine
    from assistant.settings import Settings

Encode = Callable[[Sequence[str]], "Vectors"]
Written = tuple[str, tuple[Citation, ...]]
_NOTHING: Written = ("", ())
# A summary reads several paragraphs, and so many times the budget of one.
_OF_SEVERAL = 3


@dataclass(frozen=True)
class Request:
    """What is to be written: an answer to ``question``, in ``language``, from some of ``evidence``.

    ``standalone`` is the question as understood from the conversation. With another ``task`` than "answer" all of
    ``evidence`` is summarised or compared.
    """

    question: str
    standalone: str
    language: Language
    evidence: tuple[Evidence, ...]
    task: Task = "answer"


def write(request: Request, engine: "Engine", encode: Encode, settings: "Settings") -> Generator[str | Written]:
    """What the model writes as far as the evidence bears it out, and last the answer's text and its citations.

    Those are ("", ()) where the evidence does not answer. ``encode`` gives unit vectors of texts.
    """
    whole = {(item.document, item.paragraph): item.text for item in request.evidence}
    harmless = (replace(item, text=defused(item.text)) for item in request.evidence)
    request = replace(request, evidence=tuple(item for item in harmless if item.text.strip()))
    asked = in_context(request.question, request.standalone, request.language)

    @cache  # of one paragraph it may be wanted again, to decide whether to quote it
    def judge(item: Evidence) -> float:
        part = within_budget(item.text, item.passage, settings.prompt_tokens, engine.count_tokens)
        return engine.probability(judgement(asked, [part], request.language), YES)

    read: Sequence[Evidence] = request.evidence
    budget = _OF_SEVERAL * settings.prompt_tokens // max(1, len(read))
    if request.task == "answer":
        chosen = choose(read[: settings.prompt_paragraphs], judge, request.language)
        read, budget = [chosen] if chosen else [], settings.prompt_tokens
    if not read:
        yield _NOTHING
        return
    texts = [within_budget(_for(item, request.language), item.passage, budget, engine.count_tokens) for item in read]
    received: list[str] = []
    messages = prompt(asked, texts, request.language, request.task)
    with closing(engine.generate(messages, settings.max_new_tokens)) as pieces:
        yield from checked(pieces, received, read)
    written = "".join(received)
    if engine.count_tokens(written) >= settings.max_new_tokens - 1:
        written = finished(written)
    text, citations = _conclude(request, written, read, encode, judge)
    yield text, tuple(replace(item, quote=whole[item.document, item.paragraph]) for item in citations)


def _for(item: Evidence, language: Language) -> str:
    """The paragraph as a reader of ``language`` needs it: with names in the form that is accepted there."""
    return item.text if item.language == language else annotated(item.text, item.language, language)


def _conclude(
    request: Request, written: str, read: Sequence[Evidence], encode: Encode, judge: Callable[[Evidence], float]
) -> Written:
    """What the paragraphs support of ``written``, else a quotation of one that is likely enough to answer.

    A comparison has something of each. Nothing is left where a number was asked for and none is found.
    """
    language, asked = request.language, request.standalone
    text, citations = _NOTHING
    if _is_in(written, request.question, language):
        text, citations = attribute(written, asked if request.task == "answer" else "", read, encode, language)
    if request.task == "answer":
        said = written
        if not citations and quotable(read[0], judge, language, wrong=bool(compared(written) - compared(asked))):
            text, citations = quote(asked, read, language, written)
            said = text
        return _NOTHING if asks_number(asked) and not has_number(said) else (text, citations)
    cited = {(item.document, item.paragraph) for item in citations}
    missing = [item for item in read if (item.document, item.paragraph) not in cited]
    if request.task == "compare" or not citations:
        for item in missing:
            more, also = quote(asked, [item], language)
            shift = len(text) + 1 if text else 0
            text = f"{text}\n{more}" if text else more
            citations += tuple(item.moved(shift) for item in also)
    return text, citations


def _is_in(written: str, question: str, language: Language) -> bool:
    """Whether ``written`` is in ``language``; a Russian or English answer with Chinese words of its own is not.

    A number or symbol alone is in every language.
    """
    if not any(map(str.isalpha, written)):
        return True
    if detect_language(written)[0] != language:
        return False
    return language == "zh" or not set(HAN.findall(written)) - set(question)
