"""From paragraphs to an answer: which of them is read, what the model writes from it, and what of that stands."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

from assistant.answer import Evidence
from assistant.answering.citations import MARK, Supported, attribute, compose, quote
from assistant.answering.prompts import YES, in_context, judgement, prompt, within_budget
from assistant.answering.quotations import LONGEST
from assistant.answering.relevance import beside_the_point
from assistant.answering.request import Request, Written
from assistant.answering.selection import (
    LEANING,
    LEAST,
    LEAST_NAMED,
    NAMED,
    TEXTS,
    WITHIN,
    choose,
    choose_each,
    choose_several,
    in_order,
    quotable,
)
from assistant.answering.streaming import checked, finished
from assistant.answering.support.kinds import lacking
from assistant.answering.support.placement import misplaced
from assistant.answering.translation import MIXED, translate
from assistant.languages import Language, detect_language
from assistant.messages import text
from assistant.question.question import Question
from assistant.text.claims import claims
from assistant.text.orders import defused
from assistant.text.places import cities, known, spelled
from assistant.text.units import HAN, compared, units

if TYPE_CHECKING:
    from assistant.generation import Engine
    from assistant.index.embedding import Vectors
    from assistant.settings import Settings

Encode = Callable[[Sequence[str]], "Vectors"]
Lines = list[list[Supported]]
_Whole = TypeVar("_Whole")
# Characters of a paragraph that the reader has named, and is shown whole.
_WHOLE_LENGTH = 900
# Characters of what is quoted of several paragraphs together.
_OF_SEVERAL = 1500


def write(request: Request, engine: "Engine", encode: Encode, settings: "Settings") -> Generator[str | Written]:
    """What the model writes as far as the evidence bears it out, and last all that is written.

    What is read in another language than the request's is answered and checked in its own, and then translated.
    ``encode`` gives unit vectors of texts.
    """
    shown = request.evidence
    whole = {(item.document, item.paragraph): item.text for item in request.evidence}
    harmless = (replace(item, text=defused(item.text)) for item in request.evidence)
    request = replace(request, evidence=tuple(item for item in harmless if item.text.strip()))

    @cache  # of one paragraph it may be wanted again, to decide whether to quote it
    def judge(item: Evidence) -> float:
        own = request.of(item)
        part = within_budget(item.text, item.passage, settings.prompt_tokens, engine.count_tokens)
        return engine.probability(judgement(in_context(own.question, own.language), part), YES)

    lines: Lines = []
    for number, read in enumerate(_to_read(request, judge, settings.prompt_paragraphs)):
        first = read[0]
        own, foreign = request.of(first), first.language != request.language
        if request.polar or request.question.quoted or len(read) > 1:
            longest = min(request.longest, _OF_SEVERAL // len(read))
            lines = [quote(request.of(item).question, [item], longest=longest) for item in read]
        else:
            written = yield from _generated(own, first, engine, settings, shown=not (number or foreign))
            line = _conclude(own, written, first, encode, judge)
            if not line and request.is_untranslated(first):  # what fails there is the model, and not the paragraph
                line = quote(own.question, read, longest=request.longest)
                line = [] if lacking(own.question.last, line[0].sentence) else line
            lines = [line] if line else []
        if lines and foreign:
            showing = _with_original(lines, request, read, engine)
            lines = drained(showing) if number else (yield from showing)
        if lines:
            break
    said, citations = compose(lines, request.language)
    citations = tuple(replace(item, quote=whole[item.document, item.paragraph]) for item in citations)
    yield Written(said, citations, shown)


def drained(pieces: Generator[str, None, _Whole]) -> _Whole:
    """What comes of ``pieces``, without what is shown of it until then."""
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            return cast(_Whole, end.value)


def _to_read(request: Request, judge: Callable[[Evidence], float], paragraphs: int) -> Iterator[Sequence[Evidence]]:
    """What to write from, the next where nothing stands of what was written from the one before.

    The text that is likeliest to have it, all that do where a list or a theme is asked for, one of each document where
    several are named, and then a catalogue card, which only repeats what is said of another text, but
    has more of it: when that was adopted. What the question has in quotation marks has to be there, if it is anywhere.
    """
    question = request.question
    near = [item for item in request.evidence if not beside_the_point(item, request.of(item).question)]
    near = [_matched(item, question) for item in near]
    titles = [title.casefold() for title in question.titles]
    # The heading's title is that of the whole text.
    titled = [
        item for item in near if item.paragraph != "HEAD" and any(title in item.text.casefold() for title in titles)
    ]
    named = [item for item in near if question.names(item.document, item.paragraph)]
    near = named or titled or near
    if question.texts and not named:
        texts = [item for item in near if item.status != "card"]
        if several := choose_several(texts, judge, request.spoken, TEXTS):
            yield several[: 1 if question.one_text else None]
        return
    if question.sources.several and not named:
        groups = [
            [item for item in near if item.document == name and item.status != "card"]
            for name in question.sources.documents
        ]
        if each := choose_each(groups, judge, request.spoken):
            yield each
        return
    nearest = near[:paragraphs]
    texts, cards = ([item for item in nearest if (item.status == "card") is card] for card in (False, True))
    for some, before in ((texts, 0), (cards, 1 if texts else 0)):
        chosen = choose(some, judge, request.spoken, before, LEAST_NAMED if named else LEAST)
        several = _with_others(chosen, near, judge, request) if question.several and some is texts and not named else []
        if several or chosen:
            yield several or [item for item in (chosen,) if item]


def _with_others(
    chosen: Evidence | None, near: Sequence[Evidence], judge: Callable[[Evidence], float], request: Request
) -> list[Evidence]:
    """``chosen`` and those ``near`` that say as much, in the text's order; none where it is not among these.

    A theme is one that stands out where no paragraph is likely to answer a question for one thing.
    """
    texts = [item for item in near if item.status != "card"]
    several = choose_several(texts, judge, request.spoken, WITHIN[request.question.kind])
    theme = request.question.kind in ("theme", "which")
    return in_order(several) if chosen in several or (theme and not chosen) else []


def _matched(item: Evidence, question: Question) -> Evidence:
    """``item``, with a better match where ``question`` names it by its number, which is none of its words, and where it
    leans on others, whose words are of other things as well.
    """
    match = item.match + (LEANING if question.before else 0.0)
    if item.status != "card" and item.paragraph in question.query.paragraphs:
        match = max(match, NAMED)
    return replace(item, match=match)


def _generated(
    request: Request, read: Evidence, engine: "Engine", settings: "Settings", *, shown: bool
) -> Generator[str, None, str]:
    """What the model writes from ``read``; streamed as far as that bears it out, where it is to be ``shown``."""
    part = within_budget(read.text, read.passage, settings.prompt_tokens, engine.count_tokens)
    asked = in_context(request.question, request.language)
    messages = prompt(asked, [part], request.language, read.language)
    received: list[str] = []
    with closing(engine.generate(messages, settings.max_new_tokens)) as pieces:
        for piece in checked(pieces, received, [read.text]):
            if shown:
                yield piece
    written = "".join(received)
    return finished(written) if engine.count_tokens(written) >= settings.max_new_tokens - 1 else written


def _conclude(
    request: Request, written: str, read: Evidence, encode: Encode, judge: Callable[[Evidence], float]
) -> list[Supported]:
    """What ``read`` supports of ``written``, else a quotation of it where it is likely enough to answer.

    All of it is in its language. Nothing is left where a number was asked for and none is found.
    """
    language, question, wants = read.language, request.question, request.question.last
    line: list[Supported] = []
    if _is_in(written, question.text, read, language):
        line = attribute(written, question, [read], encode, language, request.longest)
    said = written
    # A card has a few lines, of which one is near to any question about its text.
    if not line and read.status != "card":
        # What is taken from beside the right place is at least from a paragraph that has it.
        beside = misplaced(written, question, read.text, language)
        # Asked in another language than it replies in, the model mixes both, which tells nothing of the paragraph.
        mixed = question.query.language != request.language
        wrong = bool(compared(written) - question.compared) and not beside and not mixed
        number = wants.number or not question.claims <= claims(read.text)
        named = question.names(read.document, read.paragraph)
        if named or quotable(read, judge, request.spoken, wrong=wrong, number=number):
            line = quote(question, [read], "" if beside else written, _WHOLE_LENGTH if named else request.longest)
            said = line[0].sentence
            if wants.time and misplaced(said, question, read.text, language):
                return []
    if line and lacking(wants, said) and wants.more:
        # Of "when and where" the model has left one out, which may stand beside the other.
        line = quote(question, [read], written, request.longest)
        said = line[0].sentence
        if misplaced(said, question, read.text, language):
            return []
    if not line or lacking(wants, said):
        return []
    return [] if wants.who and _only_cities(said, question, language) else line


def _with_original(
    lines: Lines, request: Request, read: Sequence[Evidence], engine: "Engine"
) -> Generator[str, None, Lines]:
    """The words that ``lines`` rest on, in their own language, and below them a translation of ``lines``, told to be a
    machine's; streamed. Nothing but the words where no translation stands, or it would be long.
    """
    quotations = [[item for item in line if item.quotation] for line in lines]
    asked = request.of(read[0]).question
    original = [line for line in quotations if line] or [quote(asked, read, longest=request.longest)]
    yield compose(original, request.language)[0]
    if request.question.texts or any(len(item.sentence) > LONGEST for line in lines for item in line[:1]):
        return original  # a reader would wait for minutes
    mark = text("machine_translation", request.language)
    yield f"\n{mark} "
    translated = yield from _translated(lines, request, engine)
    told = [[replace(line[0], sentence=f"{mark} {line[0].sentence}"), *line[1:]] for line in translated]
    return [*original, *told]


def _translated(lines: Lines, request: Request, engine: "Engine") -> Generator[str, None, Lines]:
    """``lines`` for a reader of another language, streamed; what is not translated faithfully is left out.

    An answer is translated with its question, and alone where nothing faithful comes of that. A quotation is translated
    only where there is nothing else (the longer a sentence, the more goes wrong), and is one no more.
    """
    translated: Lines = []
    streamed = True  # until something did not stand: nothing may follow that
    for foreign in lines:
        said: list[Supported] = []
        line = [item for item in foreign if item.evidence.language != request.language]
        quotations = [item for item in line if item.quotation]
        for item in [item for item in line if not item.quotation] + quotations:
            if item.quotation and said:
                break
            if said and streamed:
                yield " "
            context = next((other.sentence for other in quotations if other.evidence is item.evidence), item.sentence)
            alone: tuple[Question | None, str] = (None, "")
            for asked in [alone] if item.quotation else [(request.question, context), alone]:
                pieces = translate(item.sentence, item.evidence.language, request.language, engine, *asked)
                put = (yield from pieces) if streamed else drained(pieces)
                if put and not lacking(request.question.last, put):
                    said.append(replace(item, sentence=put, quotation=False))
                    break
                streamed = False
        translated += [said] if said else []
    return translated


def _only_cities(said: str, question: Question, language: Language) -> bool:
    """Whether ``said`` adds nothing but cities to ``question``: where, and not who."""
    forms = spelled(cities(known(said, language)), said, language)
    for form in forms:
        said = said.replace(form, " ")
    return bool(forms) and units(said) <= question.units


def _is_in(written: str, question: str, read: Evidence, language: Language) -> bool:
    """Whether ``written`` is in ``language``; a Russian or English answer with Chinese words of its own is not, nor is
    one with a word in two scripts ("регionальный").

    Numbers, symbols and what stands in the paragraph word for word are in every language.
    """
    said = MARK.sub("", written).strip().rstrip(".。")
    if not any(map(str.isalpha, said)) or said in read.text:
        return True
    if MIXED.search(said):
        return False
    if detect_language(said)[0] != language:
        return False
    return language == "zh" or not set(HAN.findall(written)) - set(question)
