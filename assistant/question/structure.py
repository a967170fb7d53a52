"""What a question asks of the document itself, read word by word: one that is not known here, and nothing is read.

That is what keeps "What does OP5 say?" apart from "What does OP5 say about money?": the one is answered from the
structure of the corpus, the other by the language model.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.languages import LANGUAGES, Language
from assistant.question.kinds import asks_count
from assistant.question.paragraphs import Place, read_places, whole_parts
from assistant.question.tokens import DIVISION, NAMED, Span, Token, read_tokens

Task = Literal["quote", "count", "origin", "adoption", "heading", "title", "sponsors", "summarise", "compare"]

SAID = {"named", "division", "and", "to", "of", "fill", "doc", "symbol", "number"}
ASK = {"ask", "do", "which"}
BE = {"be", "is"}
_PLACES = {"code", "num", "nth", "from", "sub", "annex", "head", "pp", "op", "note", "article", "last", "noun"}
_QUOTE = SAID | ASK | _PLACES | {"show", "translate", "original", "language", "can", *LANGUAGES}
_TASKS: dict[Task, set[str]] = {
    "quote": _QUOTE | {"cites", "acts"},
    "summarise": _QUOTE | {"sum", "amount"},
    "compare": _QUOTE | {"sum", "amount", "cmp"},
    "count": SAID | {"count", "noun", "note", "article", "pp", "op", "show", *ASK, *BE},
    "origin": SAID | ASK | BE | {"original", "official", "language", "translate", "show", "yesno", *LANGUAGES},
    "heading": SAID | ASK | BE | {"session", "agenda", "submitted", "titled", "tabled", "issued", "show"},
    "title": SAID | ASK | BE | {"titled", "show", "can"},
    "sponsors": SAID | ASK | BE | {"who", "submitted", "show"},
    "adoption": SAID | ASK | BE | {"adopted", "when", "issued", "vote", "yesno"},
}


@dataclass(frozen=True)
class Request:
    """A question of the document itself.

    ``document`` is what the question calls it, empty where it names none; ``language`` the one asked for, if any;
    ``words`` the kinds of words that it is made of, ``numbers`` the figures in it; ``how_many`` says that it asks for a
    count.
    """

    task: Task
    places: tuple[Place, ...]
    document: str = ""
    language: Language | Literal["original", ""] = ""
    words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    how_many: bool = False


def read_request(question: str, named: Sequence[Span] = ()) -> Request | None:
    """What ``question`` asks, None where it asks for anything else as well; ``named`` are texts and divisions in it."""
    tokens = read_tokens(question, tuple(named))
    words = known_words(tokens)
    found = read_places(tokens, together=True)
    if not words or not found.whole:
        return None
    if "can" in words:
        words.discard("yesno")
    places = found.named or whole_parts(tokens)
    numbers = numbers_named(tokens)
    task = _task(words, places)
    said: tuple[Language | Literal["original"], ...] = (*LANGUAGES, "original")
    spoken = [code for code in said if code in words]
    if task is None or len(numbers) > 1 or (len(spoken) > 1 and task not in ("origin", "adoption")):
        return None
    figures = re.findall(r"\d+", " ".join(item.text for item in tokens if item.kind not in ("named", "division")))
    wanted = spoken[0] if spoken else ""
    return Request(task, places, "".join(numbers), wanted, frozenset(words), frozenset(figures), asks_count(question))


def known_words(tokens: Sequence[Token]) -> set[str]:
    """The kinds of ``tokens``; empty where one of them is not known."""
    words = {item.kind for item in tokens} - {"stop"}
    return set() if words & {"", "unknown"} else words


def numbers_named(tokens: Sequence[Token]) -> set[str]:
    """The numbers and symbols of texts among ``tokens``: "78/265" of "第78/265号" or "no. 78/265"."""
    named = (item.text for item in tokens if item.kind in ("symbol", "number"))
    return {re.sub(r"^(?:第|no\.?)\s*|\s*号$", "", number).upper() for number in named}


def spans(named: Sequence[tuple[int, int]], divided: Sequence[tuple[int, int]] = ()) -> tuple[Span, ...]:
    """Where texts are ``named``, and divisions, as `read_tokens` has them."""
    return tuple((start, end, sign) for of, sign in ((named, NAMED), (divided, DIVISION)) for start, end in of)


def _task(words: set[str], places: Sequence[Place]) -> Task | None:
    """What is asked with such words: a task that knows all of them and has what it needs."""
    names_one = words & {"symbol", "number"}
    whole = all(place.number == "all" for place in places)
    long = whole and not all(place.kind in ("FN", "PP") for place in places)
    needs: dict[Task, bool] = {
        "count": "count" in words and bool(words & {"noun", "note", "article"}) and whole,
        "quote": bool(places)
        and (not long or "show" in words)
        and not (whole and "acts" in words)
        and not (names_one and "cites" in words),
        "compare": len(places) > 1 and "cmp" in words,
        "summarise": bool(places) and "cmp" not in words,
        "origin": not places
        and (bool(words & {"original", "official"}) or ({"language", "doc"} <= words and not words & {*LANGUAGES})),
        "heading": not places and bool(words & {"session", "agenda"}),
        "title": not places and {"titled", "doc"} <= words,
        "sponsors": not places and {"who", "submitted"} <= words,
        "adoption": not places and "adopted" in words and "doc" in words and "number" not in words,
    }
    return next((task for task, needed in needs.items() if needed and words <= _TASKS[task]), None)
