"""From paragraphs to an answer: which of them is read, what the model writes from it, and what of that stands."""

import re
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

from assistant.answer import Citation, Evidence
from assistant.citations import HAN, MARK, Supported, attribute, compared, compose, quote, units
from assistant.claims import claims
from assistant.clauses import misplaced
from assistant.defusing import defused
from assistant.draft import checked, finished
from assistant.languages import Language, detect_language
from assistant.names import cities, known, spelled
from assistant.prompts import YES, Task, in_context, judgement, prompt, within_budget
from assistant.quotations import LONGEST
from assistant.refusal import LEANING, NAMED, choose, quotable
from assistant.relevance import BOOK, beside_the_point
from assistant.retrieval.named import paragraph_ids
from assistant.translation import MIXED, translate
from assistant.wanted import (
    asked_last,
    asks_list,
    asks_more,
    asks_number,
    asks_time,
    asks_who,
    lacking,
    polar,
)

if TYPE_CHECKING:
    from assistant.embedding import Vectors
    from assistant.generation import Engine
    from assistant.settings import Settings

Encode = Callable[[Sequence[str]], "Vectors"]
Written = tuple[str, tuple[Citation, ...]]
Lines = list[list[Supported]]
_Whole = TypeVar("_Whole")
# A summary reads several paragraphs, and so many times the budget of one.
_OF_SEVERAL = 3
_TITLE = re.compile(BOOK.pattern + r"|«([^»]{2,})»|“([^”]{2,})”|\"([^\"]{2,})\"")


@dataclass(frozen=True)
class Request:
    """What is to be written: an answer to ``question``, in ``language``, from some of ``evidence``.

    ``standalone`` is the question as understood from the conversation. With another ``task`` than "answer" all of
    ``evidence``, which is in one language, is summarised or compared.
    """

    question: str
    standalone: str
    language: Language
    evidence: tuple[Evidence, ...]
    task: Task = "answer"

    @property
    def wanted(self) -> str:
        """What tells the kind of answer."""
        return asked_last(self.question, self.standalone)

    @property
    def longest(self) -> int:
        """Characters of a quotation: more where the reader judges by it alone, or wants a list."""
        return 2 * LONGEST if self.polar or asks_list(self.wanted) else LONGEST

    @property
    def polar(self) -> bool:
        """Whether it asks for yes or no. A small model says either with ease, so the paragraph is quoted."""
        return self.task == "answer" and polar(self.wanted)


def write(request: Request, engine: "Engine", encode: Encode, settings: "Settings") -> Generator[str | Written]:
    """What the model writes as far as the evidence bears it out, and last the answer's text and its citations.

    Those are ("", ()) where the evidence does not answer. What is read in another language than the request's is
    answered and checked in its own, and then translated. ``encode`` gives unit vectors of texts.
    """
    whole = {(item.document, item.paragraph): item.text for item in request.evidence}
    harmless = (replace(item, text=defused(item.text)) for item in request.evidence)
    request = replace(request, evidence=tuple(item for item in harmless if item.text.strip()))
    asked = in_context(request.question, request.standalone, request.language)

    @cache  # of one paragraph it may be wanted again, to decide whether to quote it
    def judge(item: Evidence) -> float:
        part = within_budget(item.text, item.passage, settings.prompt_tokens, engine.count_tokens)
        return engine.probability(judgement(asked, part), YES)

    lines: Lines = []
    for number, read in enumerate(_to_read(request, asked, judge, settings.prompt_paragraphs)):
        if request.polar:
            lines = [quote(request.standalone, read, longest=request.longest)]
        else:
            written = yield from _generated(request, asked, read, engine, settings, shown=not number)
            lines = _conclude(request, written, read, encode, judge)
        if lines and read[0].language != request.language:
            translating = _translated(lines, request, engine)
            lines = drained(translating) if number else (yield from translating)
        if lines:
            break
    text, citations = compose(lines, request.language)
    yield text, tuple(replace(item, quote=whole[item.document, item.paragraph]) for item in citations)


def _to_read(
    request: Request, asked: str, judge: Callable[[Evidence], float], paragraphs: int
) -> Iterator[Sequence[Evidence]]:
    """What to write from, the next where nothing stands of what was written from the one before.

    All of the evidence for a summary or a comparison; for an answer the text that is likeliest to have it, and then a
    catalogue card, which only repeats what is said of another text, but has more of it: when that was adopted. What
    the question has in quotation marks has to be there, if it is anywhere.
    """
    if request.task != "answer":
        if request.evidence:
            yield request.evidence
        return
    added = LEANING if asked != request.standalone else 0.0
    named = paragraph_ids(request.standalone)
    near = [
        _matched(item, added, named)
        for item in request.evidence
        if not beside_the_point(item, asked, request.wanted, request.language, named, polar=request.polar)
    ]
    titles = [title.casefold() for found in _TITLE.findall(request.standalone) for title in found if title]
    # The heading's title is that of the whole text.
    titled = [
        item for item in near if item.paragraph != "HEAD" and any(title in item.text.casefold() for title in titles)
    ]
    near = (titled or near)[:paragraphs]
    texts = [item for item in near if item.status != "card"]
    cards = [item for item in near if item.status == "card"]
    for some, before in ((texts, 0), (cards, 1 if texts else 0)):
        if chosen := choose(some, judge, request.language, before):
            yield [chosen]


def drained(pieces: Generator[str, None, _Whole]) -> _Whole:
    """What comes of ``pieces``, without what is shown of it until then."""
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            return cast(_Whole, end.value)


def _matched(item: Evidence, added: float, named: Collection[str]) -> Evidence:
    """``item``, with a better match where it is ``named`` by its number, which is none of its words; ``added`` is for a
    question that leans on others, whose words are of other things as well.
    """
    match = item.match + added
    if item.status != "card" and item.paragraph in named:
        match = max(match, NAMED)
    return replace(item, match=match)


def _generated(
    request: Request, asked: str, read: Sequence[Evidence], engine: "Engine", settings: "Settings", *, shown: bool
) -> Generator[str, None, str]:
    """What the model writes from ``read``; streamed as far as that bears it out, where it is to be ``shown``."""
    budget = settings.prompt_tokens * (1 if request.task == "answer" else _OF_SEVERAL) // len(read)
    texts = [within_budget(item.text, item.passage, budget, engine.count_tokens) for item in read]
    messages = prompt(asked, texts, request.language, request.task, read[0].language)
    received: list[str] = []
    with closing(engine.generate(messages, settings.max_new_tokens)) as pieces:
        for piece in checked(pieces, received, [item.text for item in read]):
            if shown and read[0].language == request.language:
                yield piece
    written = "".join(received)
    return finished(written) if engine.count_tokens(written) >= settings.max_new_tokens - 1 else written


def _conclude(
    request: Request, written: str, read: Sequence[Evidence], encode: Encode, judge: Callable[[Evidence], float]
) -> Lines:
    """What the paragraphs support of ``written``, else a quotation of one that is likely enough to answer.

    All of it is in their language. A comparison has something of each. Nothing is left where a number was asked for and
    none is found.
    """
    language, asked = read[0].language, request.standalone
    line: list[Supported] = []
    if _is_in(written, request.question, read, language):
        line = attribute(written, asked if request.task == "answer" else "", read, encode, language, request.longest)
    if request.task == "answer":
        said = written
        # A card has a few lines, of which one is near to any question about its text.
        if not line and read[0].status != "card":
            # What is taken from beside the right place is at least from a paragraph that has it.
            beside = misplaced(written, asked, read[0].text, compared, language)
            # Asked in another language than it replies in, the model mixes both, which tells nothing of the paragraph.
            mixed = detect_language(asked)[0] != request.language
            wrong = bool(compared(written) - compared(asked)) and not beside and not mixed
            number = asks_number(request.wanted) or not claims(asked) <= claims(read[0].text)
            if quotable(read[0], judge, request.language, wrong=wrong, number=number):
                line = quote(asked, read, "" if beside else written, request.longest)
                said = line[0].sentence
                if asks_time(request.wanted) and misplaced(said, asked, read[0].text, compared, language):
                    return []
        if line and lacking(request.wanted, said) and asks_more(request.wanted):
            # Of "when and where" the model has left one out, which may stand beside the other.
            line = quote(asked, read, written, request.longest)
            said = line[0].sentence
            if misplaced(said, asked, read[0].text, compared, language):
                return []
        if not line or lacking(request.wanted, said):
            return []
        return [] if asks_who(request.wanted) and _only_cities(said, asked, language) else [line]
    cited = {item.evidence for item in line}
    lines = [line] if line else []
    if request.task == "compare" or not lines:
        lines += [quote(asked, [item]) for item in read if item not in cited]
    return lines


def _translated(lines: Lines, request: Request, engine: "Engine") -> Generator[str, None, Lines]:
    """``lines`` for a reader of another language, streamed; what is not translated faithfully is left out.

    An answer is translated with its question, and alone where nothing faithful comes of that. A quotation is translated
    only where there is nothing else (the longer a sentence, the more goes wrong), and is one no more.
    """
    translated: Lines = []
    streamed = True  # until something did not stand: nothing may follow that
    for line in lines:
        said: list[Supported] = []
        quotations = [item for item in line if item.quotation]
        for item in [item for item in line if not item.quotation] + quotations:
            if item.quotation and said:
                break
            if said and streamed:
                yield " "
            context = next((other.sentence for other in quotations if other.evidence is item.evidence), item.sentence)
            for asked in [("", "")] if item.quotation else [(request.standalone, context), ("", "")]:
                pieces = translate(item.sentence, item.evidence.language, request.language, engine, *asked)
                text = (yield from pieces) if streamed else drained(pieces)
                if text and not (request.task == "answer" and lacking(request.wanted, text)):
                    said.append(replace(item, sentence=text, quotation=False))
                    break
                streamed = False
        translated += [said] if said else []
    return translated


def _only_cities(said: str, question: str, language: Language) -> bool:
    """Whether ``said`` adds nothing but cities to ``question``: where, and not who."""
    forms = spelled(cities(known(said, language)), said, language)
    for form in forms:
        said = said.replace(form, " ")
    return bool(forms) and units(said) <= units(question)


def _is_in(written: str, question: str, read: Sequence[Evidence], language: Language) -> bool:
    """Whether ``written`` is in ``language``; a Russian or English answer with Chinese words of its own is not, nor is
    one with a word in two scripts ("регionальный").

    Numbers, symbols and what stands in the paragraph word for word are in every language.
    """
    said = MARK.sub("", written).strip().rstrip(".。")
    if not any(map(str.isalpha, said)) or any(said in item.text for item in read):
        return True
    if MIXED.search(said):
        return False
    if detect_language(said)[0] != language:
        return False
    return language == "zh" or not set(HAN.findall(written)) - set(question)
