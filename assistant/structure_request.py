"""What a question asks of the document itself, read word by word: one that is not known here, and nothing is read.

That is what keeps "What does OP5 say?" apart from "What does OP5 say about money?": the one is answered from the
structure of the corpus, the other by the language model.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.languages import LANGUAGES, Language
from assistant.retrieval.lexical import stem, terms
from assistant.retrieval.named import EN_ORDINALS, RU_ORDINALS, number
from assistant.structure_words import BEGINS, CARDINAL, CARDINALS, COMMON, FROM, HAN_N, LEXICON, MENTIONS, SUB

Task = Literal["quote", "count", "origin", "adoption", "heading", "title", "sponsors", "summarise", "compare"]

_SAID = {"and", "to", "fill", "doc", "symbol", "number"}
_PLACES = {"code", "num", "sub", "annex", "head", "pp", "op", "note", "article", "last", "noun"}
_ASK = {"ask", "which"}
_QUOTE = _SAID | _ASK | _PLACES | {"show", "translate", "original", "language", "can", *LANGUAGES}
_TASKS: dict[Task, set[str]] = {
    "quote": _QUOTE | {"cites", "acts"},
    "summarise": _QUOTE | {"sum"},
    "compare": _QUOTE | {"sum", "cmp"},
    "count": _SAID | {"count", "noun", "note", "article", "pp", "op", "show", "be", *_ASK},
    "origin": _SAID | _ASK | {"original", "official", "language", "translate", "show", "be", "yesno", *LANGUAGES},
    "heading": _SAID | _ASK | {"session", "agenda", "submitted", "titled", "tabled", "issued", "be", "show"},
    "title": _SAID | _ASK | {"titled", "be", "show", "can"},
    "sponsors": _SAID | _ASK | {"who", "submitted", "be", "show"},
    "adoption": _SAID | _ASK | {"adopted", "when", "be", "yesno"},
}
_WHAT_IS = _SAID | _ASK | {"titled", "adopted", "when", "be", "show"}
_NUMBER_OF = _SAID | _ASK | {"issued", "where", "adopted", "when", "cites", "note", "be", "show", "can"}
_KIND = {"pp": "PP", "op": "OP", "note": "FN", "article": "ART"}


@dataclass(frozen=True)
class Place:
    """Paragraphs asked for: ``kind`` is how their ids begin, empty for "paragraph 3", which may be OP3 or ¶3;
    ``number`` is "3", "3(b)", "last" or "all"."""

    kind: str
    number: str


@dataclass(frozen=True)
class Request:
    """A question of the document itself.

    ``document`` is what the question calls it, empty where it names none; ``language`` the one asked for, if any;
    ``words`` the kinds of words that it is made of.
    """

    task: Task
    places: tuple[Place, ...]
    document: str
    language: Language | Literal["original", ""]
    words: frozenset[str]


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str


@dataclass(frozen=True)
class Search:
    """A question for the paragraphs that have ``words``, or begin with them; ``kinds`` are how the ids begin that are
    meant, empty for all."""

    words: str
    begins: bool
    kinds: tuple[str, ...]

    def place(self, paragraph: str) -> int | None:
        """Where in ``paragraph`` the words looked for are, None where one of them is not there."""
        lowered = paragraph.lower().replace("ё", "е")
        if self.begins:
            pattern = re.escape(self.words) + ("" if self.words[-1:] > "\u2e80" else r"\b")
            return 0 if re.match(pattern, lowered) else None
        if re.search(r"[\u3400-\u9fff]", self.words):
            wanted = r"\s*".join(map(re.escape, re.sub(r"\s", "", self.words)))
            match = re.search(wanted, lowered) if len(self.words) > 1 else None
            return match.start() if match else None
        words = [word for word in terms(self.words) if word not in COMMON and word not in map(stem, COMMON)]
        places: dict[str, list[int]] = {word: [] for word in words}
        for match in re.finditer(r"\d+(?:[/.]\d+)*|[^\W\d_]+", lowered):
            for word in terms(match[0]):
                if word in places:
                    places[word].append(match.start())
        return places[max(places, key=len)][0] if places and all(places.values()) else None


def plain(question: str) -> str:
    """``question`` in small letters and half-width forms, on one line."""
    return " ".join(unicodedata.normalize("NFKC", question).lower().replace("ё", "е").split())


def read_request(question: str, names: Iterable[str] = ()) -> Request | None:
    """What ``question`` asks, None where it asks for anything else as well; ``names`` are those of documents."""
    asked = plain(question)
    asked = SUB.sub(lambda match: f"{match[2]} {match[3]}{match[1].replace(' ', '')}", asked)
    asked = FROM.sub(r"\1 ", asked)
    asked = CARDINAL.sub(lambda match: match[1] + CARDINALS[match[2]], asked)
    named: set[str] = set()
    for name in sorted(names, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(plain(name))}(?![^\W\d_\u3400-\u9fff])"
        if len(name) > 2 and (found := re.search(pattern, asked)):
            named.add(name)
            asked = f"{asked[: found.start()]} , {asked[found.end() :]}"
    tokens = _tokens(asked)
    if tokens is None:
        return None
    named |= {_named(item.text) for item in tokens if item.kind in ("symbol", "number")}
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
    return Request(task, places, "".join(named), spoken[0] if spoken else "", frozenset(words))


def asks_number(rest: str) -> bool:
    """Whether a question asks under which number a text is, in which document, or when it was adopted, with ``rest``
    beside its title.
    """
    words = _kinds(rest)
    asks = "issued" in words or {"when", "adopted"} <= words or ({"which", "doc"} <= words and "cites" not in words)
    return words <= _NUMBER_OF and asks


def asks_what(question: str) -> str:
    """The number of a text where ``question`` asks what that is, or of what day, and nothing else; else empty."""
    tokens = _tokens(plain(question)) or []
    words = {item.kind for item in tokens}
    numbers = [_named(item.text) for item in tokens if item.kind in ("symbol", "number")]
    asks = words & {"ask", "which", "titled", "when"}
    return numbers[0] if asks and words <= _WHAT_IS and len(numbers) == 1 else ""


def asks_day(rest: str) -> bool:
    """Whether ``rest``, or a question, asks when."""
    return "when" in _kinds(rest)


def _kinds(question: str) -> set[str]:
    return {item.kind for item in _tokens(plain(question)) or ()}


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


def _tokens(asked: str) -> list[_Token] | None:
    """The words of a plain question, None where one is not known."""
    tokens, end = [], 0
    for match in [*LEXICON.finditer(asked), None]:
        between = asked[end : match.start() if match else len(asked)]
        if any(map(str.isalnum, between)) or (match and match.lastgroup == "unknown"):
            return None
        if match:
            tokens.append(_Token(str(match.lastgroup), match[0].strip()))
            end = match.end()
    return tokens


def _named(number: str) -> str:
    """ "78/265" from "第78/265号" or "no. 78/265"."""
    return re.sub(r"^(?:第|no\.?)\s*|\s*号$", "", number).upper()


def _task(words: set[str], places: Sequence[Place] | None) -> Task | None:
    """What is asked with such words: a task that knows all of them and has what it needs."""
    names_one = words & {"symbol", "number"}
    whole = all(place.number == "all" for place in places or ())
    long = whole and not any(place.kind == "FN" for place in places or ())
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


def _places(tokens: Sequence[_Token]) -> tuple[Place, ...] | None:
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


def _kind(tokens: Sequence[_Token], n: int) -> str | None:
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


def _governing(
    tokens: Sequence[_Token], n: int, kinds: Sequence[str], follows: Callable[[_Token], bool]
) -> _Token | None:
    """The word of ``kinds`` that the number at ``n`` goes with, where several stand there: the next one where that
    ``follows`` its number ("пункт 2 преамбулы"), else the one before ("preambular paragraph 2")."""
    before = [other for other in tokens[:n] if other.kind in kinds]
    after = [other for other in tokens[n + 1 :] if other.kind in kinds]
    if after and (not before or follows(after[0])):
        return after[0]
    return before[-1] if before else None


def _is_ordinal(item: _Token) -> bool:
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
