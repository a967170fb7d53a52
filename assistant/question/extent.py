"""Which part of a text a message is about, and how much it wants to read of it."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.question.paragraphs import paragraph_ids
from assistant.question.tokens import read_tokens
from assistant.text.numerals import spoken_number

_WORD = re.compile(r"\d+|[a-zа-я]+|[一二两三四五六七八九十]+")
_VAGUE = {"a": 1, "an": 1, "couple": 2, "пару": 2, "паре": 2, "пары": 2}
_LAST = ("last", "final", "closing", "последн", "最后", "后", "末")
# So many points are read in some seconds.
_HURRIED = 3


@dataclass(frozen=True)
class Extent:
    """``ids`` are paragraphs named by number, ``part`` the preamble or the operative part, ``first`` how many of its
    paragraphs, of its last ones where that is negative, and all where it is 0. ``points`` are the sentences or points
    that an answer may have, 0 where it is not said.
    """

    ids: frozenset[str]
    part: Literal["PP", "OP", ""]
    first: int
    points: int

    def of(self, names: list[str]) -> list[str]:
        """Those of ``names``, ids of a text's paragraphs in its order, that are meant."""
        named = [name for name in names if name.split("(")[0] in self.ids or name in self.ids]
        if named:
            return named
        own = [name for name in names if name.startswith(self.part or ("OP", "¶", "ART"))]
        tops = list(dict.fromkeys(name.split("(")[0] for name in own))
        chosen = tops[self.first :] if self.first < 0 else tops[: self.first or None]
        return [name for name in own if name.split("(")[0] in chosen] if self.part or self.first else []


def read_extent(question: str, typed: str = "") -> Extent:
    """That of ``question``, which says how much in what was ``typed``; a part is none where both are named."""
    said = {token.kind: token.text for token in reversed(read_tokens(question))}
    some = said.get("some", "")
    first = -_number(some) if some.startswith(_LAST) else _number(some)
    amount = next((token.text for token in read_tokens(typed or question) if token.kind == "amount"), "")
    hurried = amount.endswith(("second", "seconds", "秒")) or "секунд" in amount
    points = 0 if some else _HURRIED if hurried else _number(amount)
    part: Literal["PP", "OP", ""] = "" if ("pp" in said) == ("op" in said) else "PP" if "pp" in said else "OP"
    return Extent(frozenset(paragraph_ids(question)), part, first, points)


def without_parts(question: str) -> str:
    """``question`` without the words for the preamble and the operative part."""
    return _without(question, "pp", "op")


def without_points(question: str) -> str:
    """``question`` without how many sentences or points its answer may have."""
    return " ".join(_without(question, "amount").split())


def only_points(message: str) -> bool:
    """Whether ``message`` says how many sentences or points an answer may have, and nothing else."""
    kinds = {token.kind for token in read_tokens(message)}
    return "amount" in kinds and kinds <= {"amount", "and", "of", "fill", "stop"}


def _without(question: str, *kinds: str) -> str:
    for token in reversed(read_tokens(question)):
        if token.kind in kinds:
            question = f"{question[: token.start]} {question[token.end :]}"
    return question


def _number(written: str) -> int:
    """The last number in ``written``: "两三句" is two or three."""
    words = _WORD.findall(written)
    values = [
        _VAGUE.get(word) or spoken_number(word if "十" in word or word < "\u2e80" else word[-1]) for word in words
    ]
    return 0 if "few" in words else next((value for value in reversed(values) if value), 0)
