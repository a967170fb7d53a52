"""What a question asks of the document itself, and can be looked up without a model."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.library.names import Divided, Mention, Names
from assistant.question.extent import read_extent
from assistant.question.lookup_words import BEGINS, MENTIONS
from assistant.question.structure import ASK, SAID, Place, Request, number_in, plain, read_request, tokens_of
from assistant.text.symbols import document_numbers
from assistant.text.titles import title_pattern

_WHAT_IS = SAID | ASK | {"titled", "adopted", "when", "be", "show"}
_NUMBER_OF = SAID | ASK | {"titled", "issued", "where", "adopted", "when", "cites", "note", "be", "show", "can"}
# A draft is submitted, and proposed; but "And who proposed it?" behind a question about a centre asks about that.
_PROPOSED = re.compile(r"propos|\bput\b|предлож|выдвин|提[出的]|发起", re.IGNORECASE)
_DRAFT = re.compile(
    r"\b(?:draft|resolution|document|text)\b|проект|резолюци|документ|决议|草案|案文|文件", re.IGNORECASE
)
# "Was the draft adopted in the end?", «Принят ли проект?», 草案后来通过了吗？
_ADOPTED = re.compile(
    r"\b(?:was|were|is|has|did) (?:this |the )?TEXT (?:\w+ )?(?:been )?(?:\w+ )?(?:adopt|pass)"
    r"|\b(?:when|how) (?:was|did) TEXT .{0,12}(?:adopt|pass)"
    r"|\bпринят[аоы]?\b(?: ли)?(?: в итоге)? TEXT"
    r"|TEXT (?:был[аи]? )?(?:в (?:итоге|конце концов) |уже )?принят[аоы]?\b"
    r"|TEXT(?:后来|最终|最后|已|已经|有没有|是否)*(?:获得?|被|获)?通过",
    re.IGNORECASE,
)
_ADOPTION = Request("adoption", (), "", "", frozenset({"adopted", "doc"}), frozenset(), False)
_LAST_PARAGRAPH = re.compile(
    r"\b(?:last|final|closing) (?:operative )?paragraph\b|\bпоследн[а-я]+ (?:пункт|абзац)|最后一?段", re.IGNORECASE
)
_FIRST_CODE = 9000  # as what divisions are read: no text has so many paragraphs
_LAST = Request("quote", (), "", "", frozenset(), frozenset(), False)


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


@dataclass(frozen=True)
class Lookup:
    """What a question asks that can be looked up; the first of them that has an answer counts."""

    search: Search | None = None
    number: NumberOf | None = None
    request: Request | None = None


def read_lookup(
    question: str, last: str, names: Names, mentions: Sequence[Mention] = (), divided: Sequence[Divided] = ()
) -> Lookup:
    """What ``question``, which has ``mentions`` and names divisions, asks of the documents that have ``names``.

    ``last`` is what ``question`` ends with where it is more than one: the sponsors, the session and the agenda item are
    the heading's unless another document was named before.
    """
    if search := read_search(question):
        return Lookup(search=search)
    named = [item for item in mentions if item.here and item.document != names.main]
    if divided and (asked := _read_divided(question, named, divided)):
        return Lookup(request=asked)
    request = _read_last(question, last, named) or _asks_adoption(question, mentions, names.main)
    request = request or _asks_last_paragraph(question, named)
    return Lookup(number=_read_number(question, names, named), request=request)


def needs_no_model(question: str) -> bool:
    """Whether ``question`` is likely to be looked up, as far as that shows without the documents."""
    request = read_request(question)
    return bool(read_search(question)) or request is not None


def read_search(question: str) -> Search | None:
    """What ``question`` looks for in the paragraphs, None where it is no such question."""
    asked = plain(question).strip(" .?!。")
    for begins, pattern in ((True, BEGINS), (False, MENTIONS)):
        if match := pattern.fullmatch(asked):
            words = next(group for group in match.groups() if group)
            around = asked.replace(words, " ")
            parts = {"OP": r"operative|постановляющ|执行", "PP": r"preamb|преамбул|序言"}
            kinds = tuple(kind for kind, part in parts.items() if re.search(part, around))
            return Search(words.strip(" .,:;?!\"'«»“”‘’《》「」"), begins, kinds)
    return None


def _read_last(question: str, last: str, named: Sequence[Mention]) -> Request | None:
    request = _read_of(question, named)
    if request or last in ("", question) or named or document_numbers(question):
        return request
    request, before = read_request(last), question.removesuffix(last)
    if request is None or request.task not in ("heading", "sponsors"):
        return None
    return None if _PROPOSED.search(last) and not (_DRAFT.search(before) or read_request(before)) else request


def _asks_adoption(question: str, mentions: Sequence[Mention], main: str) -> Request | None:
    """Whether, when or as what the ``main`` text was adopted, in more words than are known, and of no other text."""
    if {item.document for item in mentions} != {main}:
        return None
    text = mentions[0]
    asked = f"{question[: text.start]}TEXT{question[text.end :]}"
    return replace(_ADOPTION, words=_ADOPTION.words | _kinds(question)) if _ADOPTED.search(asked) else None


def _asks_last_paragraph(question: str, named: Sequence[Mention]) -> Request | None:
    """What is asked of the last paragraph of the one text that is ``named``, of the main one where none is: it is
    quoted, whatever is asked of it."""
    texts = {item.document for item in named}
    if len(texts) > 1 or not _LAST_PARAGRAPH.search(question):
        return None
    return replace(_LAST, places=(Place(read_extent(question).part, "last"),), document="".join(texts))


def _read_divided(question: str, named: Sequence[Mention], divided: Sequence[Divided]) -> Request | None:
    """What ``question`` asks of the ``divided`` of one text; they are read as a paragraph of that would be."""
    if {item.document for item in named} - {divided[0].document} or len({item.document for item in divided}) > 1:
        return None
    codes = {f"{_FIRST_CODE + n}": item for n, item in enumerate(divided)}
    stand_in = [(item.start, item.end, f" §{code} ") for code, item in codes.items()]
    stand_in += [(item.start, item.end, " , ") for item in named]
    asked = question
    for start, end, put in sorted(stand_in, reverse=True):
        asked = f"{asked[:start]}{put}{asked[end:]}"
    request = read_request(asked)
    if request is None or not request.places or any(place.number not in codes for place in request.places):
        return None
    places = ((codes[place.number], place) for place in request.places)
    said = tuple(Place("§", question[item.start : item.end], item.ids) for item, _ in places)
    return replace(request, document=divided[0].document, places=said)


def _read_of(question: str, named: Sequence[Mention]) -> Request | None:
    """What ``question`` asks of the text that it has ``named``; None where those are several."""
    texts = {(item.document, item.section) for item in named}
    if len({document for document, _ in texts}) > 1:
        return None
    for item in sorted(named, key=lambda item: -item.start):
        question = f"{question[: item.start]} , {question[item.end :]}"
    request = read_request(question)
    if request is None or not texts:
        return request
    document, section = max(texts, key=lambda text: len(text[1]))
    kinds = {place: f"{section}.{place.kind.removeprefix('¶')}" if section else place.kind for place in request.places}
    places = tuple(replace(place, kind=kinds[place]) for place in request.places)
    return replace(request, document=document, places=places)


def _read_number(question: str, names: Names, named: Sequence[Mention]) -> NumberOf | None:
    """The number that ``question`` asks for, or by, where it asks no more; the texts that it has ``named`` are here."""
    if (title := titled(question, names)) and _asks_number(title[1]):
        return NumberOf(title[0], "", _asks_day(title[1]))
    if len(named) == 1 and _asks_number(rest := f"{question[: named[0].start]} , {question[named[0].end :]}"):
        return NumberOf("", named[0].document, _asks_day(rest))
    if number := _asks_what(question):
        return NumberOf("", number, _asks_day(question))
    return None


def titled(question: str, names: Names) -> tuple[str, str] | None:
    """(target, the rest of ``question``) where it has the title, in any case form, of a text that ``names`` has.

    ``target`` is that of a `Reference`. The longest title counts.
    """
    plain = question.replace("ё", "е")
    found = [
        (match.end() - match.start(), target, f"{question[: match.start()]} , {question[match.end() :]}")
        for target, title in names.titles
        if (match := title_pattern(title).search(plain))
    ]
    return max(found)[1:] if found else None


def _asks_number(rest: str) -> bool:
    """Whether a question asks under which number a text is, in which document, or when it was adopted, with ``rest``
    beside its title.
    """
    words = _kinds(rest)
    asks = "issued" in words or {"when", "adopted"} <= words or ({"which", "doc"} <= words and "cites" not in words)
    return words <= _NUMBER_OF and asks


def _asks_what(question: str) -> str:
    """The number of a text where ``question`` asks what that is, or of what day, and nothing else; else empty."""
    tokens = tokens_of(plain(question)) or []
    words = {item.kind for item in tokens}
    numbers = [number_in(item.text) for item in tokens if item.kind in ("symbol", "number")]
    asks = words & {"ask", "which", "titled", "when"}
    return numbers[0] if asks and words <= _WHAT_IS and len(numbers) == 1 else ""


def _asks_day(rest: str) -> bool:
    """Whether ``rest``, or a question, asks when."""
    return "when" in _kinds(rest)


def _kinds(question: str) -> set[str]:
    return {item.kind for item in tokens_of(plain(question)) or ()}
