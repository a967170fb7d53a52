"""What a question asks of the document itself, read word by word: one that is not known here, and nothing is read.

That is what keeps "What does OP5 say?" apart from "What does OP5 say about money?": the one is answered from the
structure of the corpus, the other by the language model.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.languages import LANGUAGES, Language
from assistant.question.kinds import asks_count
from assistant.question.lookup_words import CARDINAL, FROM, HAN_N, LEXICON, SUB
from assistant.text.numerals import CARDINALS, EN_ORDINALS, RU_ORDINALS, number

Task = Literal["quote", "count", "origin", "adoption", "heading", "title", "sponsors", "summarise", "compare"]

SAID = {"and", "to", "fill", "doc", "symbol", "number"}
_PLACES = {"code", "num", "sub", "annex", "head", "pp", "op", "note", "article", "last", "noun"}
ASK = {"ask", "which"}
_QUOTE = SAID | ASK | _PLACES | {"show", "translate", "original", "language", "can", *LANGUAGES}
_TASKS: dict[Task, set[str]] = {
    "quote": _QUOTE | {"cites", "acts"},
    "summarise": _QUOTE | {"sum"},
    "compare": _QUOTE | {"sum", "cmp"},
    "count": SAID | {"count", "noun", "note", "article", "pp", "op", "show", "be", *ASK},
    "origin": SAID | ASK | {"original", "official", "language", "translate", "show", "be", "yesno", *LANGUAGES},
    "heading": SAID | ASK | {"session", "agenda", "submitted", "titled", "tabled", "issued", "be", "show"},
    "title": SAID | ASK | {"titled", "be", "show", "can"},
    "sponsors": SAID | ASK | {"who", "submitted", "be", "show"},
    "adoption": SAID | ASK | {"adopted", "when", "be", "yesno"},
}
_DIGITS = re.compile(r"\d+")
_KIND = {"pp": "PP", "op": "OP", "note": "FN", "article": "ART"}


@dataclass(frozen=True)
class Place:
    """Paragraphs asked for: ``kind`` is how their ids begin, empty for "paragraph 3", which may be OP3 or ¶3;
    ``number`` is "3", "3(b)", "last" or "all". Of a division the kind is "§", the number what the question calls it,
    and ``ids`` are those of its paragraphs, none where there is no such division.
    """

    kind: str
    number: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """A question of the document itself.

    ``document`` is what the question calls it, empty where it names none; ``language`` the one asked for, if any;
    ``words`` the kinds of words that it is made of, ``numbers`` the figures in it; ``how_many`` says that it asks for a
    count.
    """

    task: Task
    places: tuple[Place, ...]
    document: str
    language: Language | Literal["original", ""]
    words: frozenset[str]
    numbers: frozenset[str]
    how_many: bool


@dataclass(frozen=True)
class Token:
    """A word, or a few that belong together, and the kind of `assistant.question.lookup_words` that it is of."""

    kind: str
    text: str


def plain(question: str) -> str:
    """``question`` in small letters and half-width forms, on one line."""
    return " ".join(unicodedata.normalize("NFKC", question).lower().replace("ё", "е").split())


def read_request(question: str) -> Request | None:
    """What ``question`` asks, None where it asks for anything else as well."""
    asked = plain(question)
    asked = SUB.sub(lambda match: f"{match[2]} {match[3]}{match[1].replace(' ', '')}", asked)
    asked = FROM.sub(r"\1 ", asked)
    asked = CARDINAL.sub(lambda match: f"{match[1]}{CARDINALS[match[2]]}", asked)
    tokens = tokens_of(asked)
    if tokens is None:
        return None
    named = {number_in(item.text) for item in tokens if item.kind in ("symbol", "number")}
    words = {item.kind for item in tokens}
    if "can" in words:
        words.discard("yesno")
    said: tuple[Language | Literal["original"], ...] = (*LANGUAGES, "original")
    spoken = [code for code in said if code in words]
    places = _places(tokens)
    task = _task(words, places)
    if task is None or places is None or len(named) > 1:
        return None
    if task not in ("origin", "adoption") and len(spoken) > 1:
        return None
    numbers = frozenset(_DIGITS.findall(question))
    wanted = spoken[0] if spoken else ""
    return Request(task, places, "".join(named), wanted, frozenset(words), numbers, asks_count(question))


def tokens_of(asked: str) -> list[Token] | None:
    """The words of a plain question, None where one is not known."""
    tokens, end = [], 0
    for match in [*LEXICON.finditer(asked), None]:
        between = asked[end : match.start() if match else len(asked)]
        if any(map(str.isalnum, between)) or (match and match.lastgroup == "unknown"):
            return None
        if match:
            tokens.append(Token(str(match.lastgroup), match[0].strip()))
            end = match.end()
    return tokens


def number_in(number: str) -> str:
    """ "78/265" from "第78/265号" or "no. 78/265"."""
    return re.sub(r"^(?:第|no\.?)\s*|\s*号$", "", number).upper()


def _task(words: set[str], places: Sequence[Place] | None) -> Task | None:
    """What is asked with such words: a task that knows all of them and has what it needs."""
    names_one = words & {"symbol", "number"}
    whole = all(place.number == "all" for place in places or ())
    long = whole and not all(place.kind in ("FN", "PP") for place in places or ())
    needs: dict[Task, bool] = {
        "count": "count" in words and bool(words & {"noun", "note", "article"}) and whole,
        "quote": bool(places)
        and (not long or "show" in words)
        and not (whole and "acts" in words)
        and not (names_one and "cites" in words),
        "compare": len(places or ()) > 1 and "cmp" in words,
        "summarise": bool(places) and "cmp" not in words,
        "origin": not places
        and (bool(words & {"original", "official"}) or ({"language", "doc"} <= words and not words & {*LANGUAGES})),
        "heading": not places and bool(words & {"session", "agenda"}),
        "title": not places and {"titled", "doc"} <= words,
        "sponsors": not places and {"who", "submitted"} <= words,
        "adoption": not places and "adopted" in words and "doc" in words and "number" not in words,
    }
    return next((task for task, needed in needs.items() if needed and words <= _TASKS[task]), None)


def _places(tokens: Sequence[Token]) -> tuple[Place, ...] | None:
    """The paragraphs named; None for a number that may be anything ("the 2024 draft", "the first 3 paragraphs")."""
    tokens = [item for item in tokens if item.kind not in ("and", "show")]
    found: list[Place] = []
    for n, item in enumerate(tokens):
        if item.kind == "head":
            found.append(Place("HEAD", ""))
        if item.kind == "sub":
            if not found or tokens[n - 1].kind not in ("num", "noun"):
                return None
            found[-1] = Place(found[-1].kind, found[-1].number + item.text)
        if item.kind not in ("code", "num", "last"):
            continue
        after = tokens[n + 1].kind if n + 1 < len(tokens) else ""
        some = item.kind == "last" or (item.kind == "num" and _is_ordinal(item))
        if some and after == "num" and tokens[n + 1].text[0].isdigit() and not _is_ordinal(tokens[n + 1]):
            return None
        kind = _kind(tokens, n)
        if kind is None:
            return None
        place = Place(kind, _number(item.text) if item.kind != "last" else "last")
        if found and n > 1 and tokens[n - 1].kind == "to" and found[-1].number.isdecimal() and place.number.isdecimal():
            first, last = int(found[-1].number), int(place.number)
            found += [Place(found[-1].kind, str(n)) for n in range(first + 1, min(last, first + 1000))]
            place = Place(found[-1].kind, place.number)
        found.append(place)
    if not found:
        kinds = [item.kind for item in tokens if item.kind in ("pp", "op")]
        kinds = kinds or [item.kind for item in tokens if item.kind in ("note", "article")]
        found = [Place(_KIND[kind], "all") for kind in kinds]
    return tuple(dict.fromkeys(found))


def _kind(tokens: Sequence[Token], n: int) -> str | None:
    """How the ids begin that the number at ``n`` is one of; None where nothing beside it says that it is one at all."""
    item = tokens[n]
    if item.kind == "code":
        return "¶" if item.text[0] in "¶§" else re.sub(r"[^a-z].*", "", item.text).upper()
    run = {"num", "to", "last", "sub"}
    left = next((other for other in reversed(tokens[:n]) if other.kind not in run), None)
    right = next((other for other in tokens[n + 1 :] if other.kind not in run), None)
    if not any(other and other.kind in _PLACES for other in (left, right)):
        return None
    forward = item.kind == "last" or _is_ordinal(item) or item.text[0] in "第首"
    noun = _governing(tokens, n, ("noun", "note", "article"), lambda _: forward)
    if noun and noun.kind != "noun":
        return _KIND[noun.kind]
    latin = item.text[0] < "\u0400"
    part = _governing(
        tokens,
        n,
        ("pp", "op"),
        lambda other: other.text[0] in "пр" or other.text.endswith(("preamble", "part")) or (forward and latin),
    )
    if part:
        return _KIND[part.kind]
    annex = next((other.text for other in tokens if other.kind == "annex"), None)
    if annex is not None:
        return f"ANNEX{re.sub(r'[^0-9]', '', annex)}."
    if noun is None and left and left.kind == "code":
        return _kind(tokens, tokens.index(left))
    return "" if noun else None


def _governing(tokens: Sequence[Token], n: int, kinds: Sequence[str], follows: Callable[[Token], bool]) -> Token | None:
    """The word of ``kinds`` that the number at ``n`` goes with, where several stand there: the next one where that
    ``follows`` its number ("пункт 2 преамбулы"), else the one before ("preambular paragraph 2")."""
    before = [other for other in tokens[:n] if other.kind in kinds]
    after = [other for other in tokens[n + 1 :] if other.kind in kinds]
    if after and (not before or follows(after[0])):
        return after[0]
    return before[-1] if before else None


def _is_ordinal(item: Token) -> bool:
    """Whether it is "3rd", "третий", and not "3"."""
    return bool(re.search(r"[a-zа-я]", re.sub(r"^no|\(.*", "", item.text)))


def _number(written: str) -> str:
    """ "3(b)" from "OP3 (b)", "3" from "third", "третьем" or "第三"."""
    if match := re.search(r"(\d+)\D*?((?:\([a-z]+\)\s*)*)$", written):
        return f"{int(match[1])}{match[2].replace(' ', '')}"
    if written == "首":
        return "1"
    word = re.match(rf"第?\s*({RU_ORDINALS}|{EN_ORDINALS}|{HAN_N})", written)
    return str(number(word[1])) if word else ""
