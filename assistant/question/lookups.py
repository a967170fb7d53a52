"""What a question asks of the document itself, and can be looked up without a model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.library.names import Divided, Mention, Names
from assistant.question.paragraphs import Place, cited
from assistant.question.structure import Request, known_words, numbers_named, read_request
from assistant.question.tokens import DIVISION, NAMED, Span, kinds, plain, read_tokens, task
from assistant.text.symbols import document_numbers
from assistant.text.titles import title_pattern

_SMALL = "(?:<(?:of|fill|doc|pp|op|and|be|is|do|show)>)*"
_SOUGHT = rf"(?:{_SMALL}<sought>(?:<(?:pp|op)>)?<noun>|(?:<(?:of|fill|and)>)*<where>){_SMALL}"
_WORDS, _IN_TEXT = r"((?:<(?!ask|stop|sought|where|when|who)\w*>)+?)", "(?:(?:<of>)+<doc>)?"
# Of the kinds of words, what looks for the paragraphs that have some words, which are all that may be any.
_SEARCH = re.compile(
    rf"""{_SOUGHT}<(?:cites|begins)>{_WORDS}{_IN_TEXT}                     # which paragraph mentions …
    | {_SOUGHT}<is>{_WORDS}<(?:cites|titled)>{_SMALL}                      # where is … mentioned
    | {_SOUGHT}<fill>{_WORDS}<begins>{_SMALL}                              # 哪一段以……开头
    | {_WORDS}{_SOUGHT}<cites>{_SMALL}                                     # ……在哪一段提到
    | <is>{_WORDS}<(?:cites|titled)>{_SMALL}                               # is … mentioned
    | <do>{_SMALL}<cites>{_WORDS}(?:<fill>)*{_IN_TEXT}                     # does the text mention …
    | (?:{_SMALL}<yesno>{_SMALL}<cites>|<cites><yesno>{_SMALL}){_WORDS}{_IN_TEXT}   # упоминается ли …
    | {_SMALL}<cites>{_WORDS}(?:<fill>)*<yesno>                            # 提到……吗""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Search:
    """A question for the paragraphs that have ``words``, or begin with them; ``kinds`` are how the ids begin that are
    meant, empty for all."""

    words: str
    begins: bool
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class NumberOf:
    """A question for the number of a text that the main text names by a title, its ``target`` as in a `Reference`; or
    for the texts that have ``number``. ``dated`` says that it asks when, too.
    """

    target: str
    number: str
    dated: bool


Lookup = Search | NumberOf | Request


def read_lookup(
    question: str, last: str, names: Names, mentions: Sequence[Mention] = (), divided: Sequence[Divided] = ()
) -> Lookup | None:
    """What ``question``, which has ``mentions`` and names divisions, asks of the documents that have ``names``; None
    where it asks nothing that can be looked up.

    ``last`` is what ``question`` ends with where it is more than one: the sponsors, the session and the agenda item are
    the heading's unless another document was named before.
    """
    named = [item for item in mentions if item.here and item.document != names.main]
    return (
        read_search(question)
        or (_read_of(question, named, divided) if divided else None)
        or _read_number(question, names, named)
        or _read_of(question, named)
        or (None if named else _read_last(question, last))
        or _read_last_paragraph(question, named)
    )


def needs_no_model(question: str) -> bool:
    """Whether ``question`` is likely to be looked up, as far as that shows without the documents."""
    return bool(read_search(question) or read_request(question))


def read_search(question: str) -> Search | None:
    """What ``question`` looks for in the paragraphs, None where it is no such question."""
    tokens = read_tokens(question)
    text = kinds(tokens)
    looks = any(item.kind in ("cites", "begins", "titled") for item in tokens)
    match = _SEARCH.fullmatch(text) if looks else None
    if match is None or not match.lastindex:
        return None
    first, end = (text.count("<", 0, place) for place in match.span(match.lastindex))
    around = {item.kind for item in (*tokens[:first], *tokens[end:])}
    words = plain(question)[tokens[first].start : tokens[end - 1].end]
    parts = tuple(part for part in ("PP", "OP") if part.lower() in around)
    return Search(words.strip(" .,:;?!\"'«»“”‘’《》「」。"), "begins" in around, parts)


def titled(question: str, names: Names) -> Mention | None:
    """Where ``question`` has the title, in any case form, of a text that ``names`` has; the longest title counts.

    The document is the target of a `Reference`.
    """
    plain_ = question.replace("ё", "е")
    found = [
        Mention(match.start(), match.end(), target)
        for target, title in names.titles
        if (match := title_pattern(title).search(plain_))
    ]
    return max(found, key=lambda item: (item.end - item.start, item.document), default=None)


def _read_of(question: str, named: Sequence[Mention], divided: Sequence[Divided] = ()) -> Request | None:
    """What ``question`` asks of the text that it has ``named``, or of ``divided`` and of nothing else; None where those
    are of several texts."""
    documents = {item.document for item in named} | {item.document for item in divided}
    if len(documents) > 1:
        return None
    request = read_request(question, _spans(named, divided))
    if request is None or not documents:
        return request
    request = replace(request, document=documents.pop())
    if divided:
        ids = {plain(question)[item.start : item.end].strip(): item for item in divided}
        said = tuple(
            Place("§", question[item.start : item.end], item.ids)
            for place in request.places
            if (item := ids.get(place.number))
        )
        return replace(request, places=said) if said and len(said) == len(request.places) else None
    section = max((item.section for item in named), key=len)
    if not section:
        return request
    places = (replace(place, kind=f"{section}.{place.kind.removeprefix('¶')}") for place in request.places)
    return replace(request, places=tuple(places))


def _read_last(question: str, last: str) -> Request | None:
    """What the ``last`` of several questions asks of the heading; who proposed it, where that before is about a text.

    "And who proposed it?" behind a question about a centre asks about that.
    """
    if last in ("", question) or document_numbers(question):
        return None
    request, before = read_request(last), question.removesuffix(last)
    of_text = any(item.kind == "doc" for item in read_tokens(before)) or read_request(before)
    return request if request and (request.task == "heading" or (request.task == "sponsors" and of_text)) else None


def _read_last_paragraph(question: str, named: Sequence[Mention]) -> Request | None:
    """What is asked of the last paragraph of the one text that is ``named``, of the main one where none is: it is
    quoted, whatever is asked of it."""
    texts = {item.document for item in named}
    places = cited(read_tokens(question))
    if len(texts) > 1 or len(places) != 1 or places[0].number != "last" or places[0].kind in ("ART", "FN"):
        return None
    return Request("quote", places, "".join(texts))


def _read_number(question: str, names: Names, named: Sequence[Mention]) -> NumberOf | None:
    """The number that ``question`` asks for, or by, where it asks no more; the texts that it has ``named`` are here."""
    if (title := titled(question, names)) and (asked := _asks_number(question, title)):
        return NumberOf(title.document, "", "when" in asked)
    if len(named) == 1 and (asked := _asks_number(question, named[0])):
        return NumberOf("", named[0].document, "when" in asked)
    tokens = read_tokens(question)
    words, numbers = known_words(tokens), numbers_named(tokens)
    if len(numbers) == 1 and task(words, "what_is"):
        return NumberOf("", numbers.pop(), "when" in words)
    return None


def _asks_number(question: str, text: Mention) -> set[str]:
    """The kinds of words beside ``text`` where ``question`` asks under which number that is, in which document, or when
    it was adopted, and nothing else; else empty."""
    words = known_words(read_tokens(question, _spans([text])))
    return words if task(words, "number_of") else set()


def _spans(named: Sequence[Mention], divided: Sequence[Divided] = ()) -> tuple[Span, ...]:
    """Where texts are ``named``, and divisions, as `read_tokens` has them."""
    return (
        *((item.start, item.end, NAMED) for item in named),
        *((item.start, item.end, DIVISION) for item in divided),
    )
