"""What a question asks of the document itself, read word by word: one that is not known here, and nothing is read.

That is what keeps "What does OP5 say?" apart from "What does OP5 say about money?": the one is answered from the
structure of the corpus, the other by the language model.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

from assistant.languages import LANGUAGES, Language
from assistant.question.kinds import asks_count
from assistant.question.paragraphs import Place, asked
from assistant.question.tokens import Span, Token, read_tokens, task

Task = Literal["quote", "count", "origin", "adoption", "heading", "title", "sponsors", "summarise", "compare"]


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
    places = asked(tokens)
    if not words or places is None:
        return None
    if "can" in words:
        words.discard("yesno")
    numbers = numbers_named(tokens)
    wanted = task(words | _extent(places))
    said: tuple[Language | Literal["original"], ...] = (*LANGUAGES, "original")
    spoken = [code for code in said if code in words]
    if not wanted or len(numbers) > 1 or (len(spoken) > 1 and wanted not in ("origin", "adoption")):
        return None
    figures = re.findall(r"\d+", " ".join(item.text for item in tokens if item.kind not in ("named", "division")))
    language = spoken[0] if spoken else ""
    how_many = asks_count(question)
    return Request(
        cast(Task, wanted), places, "".join(numbers), language, frozenset(words), frozenset(figures), how_many
    )


def known_words(tokens: Sequence[Token]) -> set[str]:
    """The kinds of ``tokens``; empty where one of them is not known."""
    words = {item.kind for item in tokens} - {"stop"}
    return set() if words & {"", "unknown"} else words


def numbers_named(tokens: Sequence[Token]) -> set[str]:
    """The numbers and symbols of texts among ``tokens``: "78/265" of "第78/265号" or "no. 78/265"."""
    named = (item.text for item in tokens if item.kind in ("symbol", "number"))
    return {re.sub(r"^(?:第|no\.?)\s*|\s*号$", "", number).upper() for number in named}


def _extent(places: Sequence[Place]) -> set[str]:
    """What `task` calls the paragraphs asked for: some, several, or whole parts."""
    if not places:
        return set()
    several = {"places"} if len(places) > 1 else set()
    if any(place.number != "all" for place in places):
        return {"place", *several}
    return {"part", *several, *({"brief"} if all(place.kind in ("FN", "PP") for place in places) else ())}
