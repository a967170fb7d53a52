"""From paragraphs to an answer: which of them is read, what the model writes from it, and what of that stands."""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from assistant.answer import Evidence
from assistant.answering.citations import Supported, compose, quote, with_quotation
from assistant.answering.prompts import YES, in_context, judgement, prompt, support, within_budget
from assistant.answering.quotations import LONGEST
from assistant.answering.request import Request, Written
from assistant.answering.selection import (
    LEANING,
    LEAST,
    LEAST_NAMED,
    LEAST_POLAR,
    LIST,
    NAMED,
    TEXTS,
    THEME,
    choose,
    choose_each,
    choose_polar,
    choose_several,
    in_order,
    quotable,
)
from assistant.answering.streaming import collected, finished
from assistant.answering.support import supported
from assistant.answering.translation import translate
from assistant.answering.wanted import lacking
from assistant.messages import text
from assistant.question.question import Question
from assistant.text.claims import claims
from assistant.text.orders import defused
from assistant.text.places import elsewhere
from assistant.text.units import compared

if TYPE_CHECKING:
    from assistant.generation import Engine
    from assistant.settings import Settings

Lines = list[list[Supported]]
# Characters of a quotation that takes the place of an answer: most paragraphs are no longer.
_ALONE = 900
# So many paragraphs that the question names are quoted.
_MOST_NAMED = 8
# Characters of what is quoted of several paragraphs together.
_OF_SEVERAL = 1500


def write(request: Request, engine: "Engine", settings: "Settings") -> Generator[str | Written]:
    """What is answered, and last all of it; nothing is yielded that has not passed its check, but for empty texts as
    `collected` has them.

    What is read in another language than the request's is answered and checked in its own, and then translated.
    """
    shown = request.evidence
    whole = {(item.document, item.paragraph): item.text for item in request.evidence}
    harmless = (replace(item, text=defused(item.text)) for item in request.evidence)
    request = replace(request, evidence=tuple(item for item in harmless if item.text.strip()))

    @cache  # to be judged, to be written from, and to be compared with each sentence
    def part(item: Evidence) -> str:
        return within_budget(item.text, item.passage, settings.prompt_tokens, engine.count_tokens)

    @cache  # of one paragraph it may be wanted again, to decide whether to quote it
    def judge(item: Evidence) -> float:
        own = request.of(item)
        return engine.probability(judgement(in_context(own.question, own.language), part(item)), YES)

    lines: Lines = []
    begun = ""
    for read in _to_read(request, judge, settings.prompt_paragraphs):
        first = read[0]
        own = request.of(first)
        if request.polar or request.question.quoted or len(read) > 1:
            longest = min(request.longest, _OF_SEVERAL // len(read))
            lines = [quote(request.of(item).question, [item], longest=longest) for item in read]
        else:
            asked = in_context(own.question, own.language)
            messages = prompt(asked, [part(first)], own.language, first.language)
            written = yield from collected(engine.generate(messages, settings.max_new_tokens))
            if engine.count_tokens(written) >= settings.max_new_tokens - 1:
                written = finished(written)

            def opinion(sentence: str, asked: str = asked, first: Evidence = first) -> float:
                return engine.probability(support(asked, sentence, part(first)), YES)

            line = _conclude(own, written, first, judge, opinion)
            if not line and request.is_untranslated(first):  # what fails there is the model, and not the paragraph
                line = quote(own.question, read, longest=request.longest)
                line = [] if lacking(own.question.last, line[0].sentence) else line
            lines = [line] if line else []
        if lines and first.language != request.language:
            original = _original(lines, request, read)
            begun = compose(original, request.language)[0]
            yield begun
            lines = [*original, *(yield from _marked(lines, request, engine))]
        if lines:
            break
    said, citations = compose(lines, request.language)
    citations = tuple(replace(item, quote=whole[item.document, item.paragraph]) for item in citations)
    yield said.removeprefix(begun)
    yield Written(said, citations, shown)


def _to_read(request: Request, judge: Callable[[Evidence], float], paragraphs: int) -> Iterator[Sequence[Evidence]]:
    """What to write from, the next where nothing stands of what was written from the one before.

    The text that is likeliest to have it, all that do where a list or a theme is asked for, one of each document where
    several are named, and then a catalogue card, which only repeats what is said of another text, but
    has more of it: when that was adopted. What the question has in quotation marks has to be there, if it is anywhere.
    """
    question = request.question
    near = [item for item in request.evidence if not _beside_the_point(item, request.of(item).question)]
    near = [_matched(item, question) for item in near]
    titles = [title.casefold() for title in question.titles]
    # The heading's title is that of the whole text.
    titled = [
        item for item in near if item.paragraph != "HEAD" and any(title in item.text.casefold() for title in titles)
    ]
    named = [item for item in near if question.names(item.document, item.paragraph)]
    if len({item.paragraph.split("(")[0] for item in named}) > 1:  # each is asked about
        yield in_order(named)[:_MOST_NAMED]
        return
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
        if question.polar and not named and some is texts:
            chosen = choose_polar(some, judge, request.spoken)
        else:
            least = LEAST_NAMED if named else LEAST_POLAR if question.polar else LEAST
            chosen = choose(some, judge, request.spoken, before, least)
        if question.several and some is texts and not named:
            read = _with_others(chosen, near, judge, request)
        else:
            read = [chosen] if chosen else []
        if read:
            yield read


def _with_others(
    chosen: Evidence | None, near: Sequence[Evidence], judge: Callable[[Evidence], float], request: Request
) -> list[Evidence]:
    """``chosen`` and those ``near`` that say as much, in the text's order; of a theme those that stand out, if any."""
    texts = [item for item in near if item.status != "card"]
    if request.question.kind in ("theme", "which"):
        return in_order(choose_several(texts, judge, request.spoken, THEME))
    if chosen is None:
        return []
    several = choose_several(texts, judge, request.spoken, LIST)
    return in_order(several) if chosen in several else [chosen]


def _matched(item: Evidence, question: Question) -> Evidence:
    """``item``, with a better match where ``question`` names it by its number, which is none of its words, and where it
    leans on others, whose words are of other things as well.
    """
    match = item.match + (LEANING if question.before else 0.0)
    if item.status != "card" and item.paragraph in question.query.paragraphs:
        match = max(match, NAMED)
    return replace(item, match=match)


def _beside_the_point(item: Evidence, question: Question) -> bool:
    """Whether ``item`` can't answer ``question``: it is about other places, or has none of the words of a question of
    yes or no, for which it would be quoted ("Is the climate mentioned?").
    """
    if question.polar and item.language == question.query.language:
        return not question.compared & compared(item.text)
    if question.texts or question.polar or question.choice:
        return False
    return elsewhere(question.places[question.query.reply], item.text, item.language)


def _conclude(
    request: Request,
    written: str,
    read: Evidence,
    judge: Callable[[Evidence], float],
    opinion: Callable[[str], float],
) -> list[Supported]:
    """What ``read`` supports of ``written``, else a quotation of it where it is likely enough to answer.

    All of it is in its language. Nothing is left where a number was asked for and none is found.
    """
    question, wants = request.question, request.question.last
    said, stray = supported(written, question, read, read.language, opinion)
    # Of "when and where" the model may leave one out, which stands beside the other.
    if said and not lacking(wants, " ".join(item.sentence for item in said)):
        return with_quotation(said, question, request.longest)
    line: list[Supported] = []
    # A card has a few lines, of which one is near to any question about its text.
    if read.status != "card":
        # Asked in another language than it replies in, the model mixes both, which tells nothing of the paragraph.
        wrong = stray and question.query.language == request.language
        number = wants.number or not question.claims <= claims(read.text)
        named = question.names(read.document, read.paragraph)
        if named or quotable(read, judge, request.spoken, wrong=wrong, number=number):
            line = quote(question, [read], written, _ALONE)
    return [] if not line or lacking(wants, line[0].sentence) else line


def _original(lines: Lines, request: Request, read: Sequence[Evidence]) -> Lines:
    """The words that ``lines`` rest on, in their own language."""
    quotations = [[item for item in line if item.quotation] for line in lines]
    asked = request.of(read[0]).question
    return [line for line in quotations if line] or [quote(asked, read, longest=request.longest)]


def _marked(lines: Lines, request: Request, engine: "Engine") -> Generator[str, None, Lines]:
    """A translation of ``lines``, told to be a machine's; none where none stands, or it would be long."""
    if request.question.texts or any(len(item.sentence) > LONGEST for line in lines for item in line[:1]):
        return []  # a reader would wait for minutes
    mark = text("machine_translation", request.language)
    translated = yield from _translated(lines, request, engine)
    return [[replace(line[0], sentence=f"{mark} {line[0].sentence}"), *line[1:]] for line in translated]


def _translated(lines: Lines, request: Request, engine: "Engine") -> Generator[str, None, Lines]:
    """``lines`` for a reader of another language; what is not translated faithfully is left out.

    An answer is translated with its question, and alone where nothing faithful comes of that. A quotation is translated
    only where there is nothing else (the longer a sentence, the more goes wrong), and is one no more.
    """
    translated: Lines = []
    for foreign in lines:
        said: list[Supported] = []
        line = [item for item in foreign if item.evidence.language != request.language]
        quotations = [item for item in line if item.quotation]
        for item in [item for item in line if not item.quotation] + quotations:
            if item.quotation and said:
                break
            context = next((other.sentence for other in quotations if other.evidence is item.evidence), item.sentence)
            alone: tuple[Question | None, str] = (None, "")
            for asked in [alone] if item.quotation else [(request.question, context), alone]:
                put = yield from translate(item.sentence, item.evidence.language, request.language, engine, *asked)
                if put and not lacking(request.question.last, put):
                    said.append(replace(item, sentence=put, quotation=False))
                    break
        translated += [said] if said else []
    return translated
