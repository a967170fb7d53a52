"""The words of a question, read once: of which kind each is, by the vocabulary of `words.toml`, and where it stands."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from assistant.text.numerals import CARDINALS, EN_ORDINALS, RU_CARDINALS, RU_ORDINALS

_CARDINAL = "|".join(sorted(CARDINALS | RU_CARDINALS, key=len, reverse=True))
_COUNT = rf"(?:\d{{1,3}}|{_CARDINAL}|[一二两三四五六七八九十]{{1,3}})"
_HAN = "[一二三四五六七八九十百]{1,5}"
# What stands in curly brackets in the vocabulary.
_SLOTS = {
    "count": rf"(?!(?:one|один)(?![a-zа-я])|一[段项条个]){_COUNT}",
    "few": rf"(?:{_COUNT}|a few|an?|few|a couple of|couple)",
    "few_ru": rf"(?:{_COUNT}|нескольких|пар[еуы])",
    "some_han": r"[一二两三四五六七八九十几\d]+",
    "cardinal": f"(?:{'|'.join(CARDINALS)})",
    "ordinals": EN_ORDINALS,
    "ordinals_ru": RU_ORDINALS,
    "han": _HAN,
    "letters": r"(?:\s*(?:\([a-z]{1,4}\)|(?<=\d )[a-z]\)|(?<=\d)[a-z]\)))*",
    "text": r"(?:(?:the|this) )?(?:draft )?(?:preamble|resolution|text|document)(?![a-z])",
    "text_ru": "(?:эт[а-я]+ |данн[а-я]+ |настоящ[а-я]+ )?(?:преамбул|резолюци|проект|текст|документ)[а-я]*",
}
_EDGE, _END = r"(?<![a-zа-я\d/])", r"(?![a-zа-я])"
# What takes the place of the name of a text, or of a division, so that its words are none of the question.
NAMED, DIVISION = "■", "□"
# What parts sentences and what stands in brackets.
_STOPS = frozenset(".?!:()[]。")
Span = tuple[int, int, str]


@dataclass(frozen=True)
class Token:
    """A word, or a few that belong together, from ``start`` to ``end`` of a question; its ``kind`` is one of the
    vocabulary, empty where it is not known, "stop" of what parts sentences. ``text`` is in small letters.
    """

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=64)
def plain(question: str) -> str:
    """``question`` in small letters and half-width forms, each character in its place."""
    written = [unicodedata.normalize("NFKC", character).lower() for character in question]
    return "".join(one if len(one) == 1 else old for one, old in zip(written, question, strict=True)).replace("ё", "е")


@lru_cache(maxsize=64)
def read_tokens(question: str, named: tuple[Span, ...] = ()) -> tuple[Token, ...]:
    """The words of ``question``, in order; those in each of ``named``, (start, end, `NAMED` or `DIVISION`), as one."""
    text = masked = plain(question)
    for start, end, sign in named:
        masked = masked[:start] + sign.ljust(end - start) + masked[end:]
    tokens: list[Token] = []
    end = 0
    for match in [*_LEXICON.finditer(masked), None]:
        start = match.start() if match else len(masked)
        between = masked[end:start].strip()
        if any(map(str.isalnum, between)):
            tokens.append(Token("", text[end:start].strip(), end, start))
            between = between[-1]
        if tokens and match and _STOPS.intersection(between):
            tokens.append(Token("stop", between, end, start))
        if match:
            end = match.end()
            tokens.append(Token(str(match.lastgroup), text[start:end].strip(), start, end))
    return tuple(tokens)


def kinds(tokens: Sequence[Token]) -> str:
    """The kinds of ``tokens``, "<noun><num>": what patterns of phrases are matched with."""
    return "".join(f"<{token.kind}>" for token in tokens)


def task(words: set[str], among: str = "task") -> str:
    """What is asked with ``words`` of such kinds, ``among`` the tables of that name; empty where it is none of them."""
    return next((name for name, needs, may in _TASKS[among] if words <= may and any(map(words.issuperset, needs))), "")


def sign(name: str, text: str) -> list[tuple[int, int]]:
    """Where ``text`` has the sign of that ``name``, as (start, end)."""
    return [match.span() for match in _SIGNS[name].finditer(plain(text))]


def _pattern(words: Sequence[str] = (), han: Sequence[str] = (), name: str = "") -> str:
    """A group of the vocabulary: Russian and English words have no letters around."""
    spaced = [rf"{_EDGE}(?:{'|'.join(words)}){_END}"] if words else []
    pattern = "|".join([*spaced, *han])
    for slot, said in _SLOTS.items():
        pattern = pattern.replace(f"{{{slot}}}", said)
    return f"(?P<{name}>{pattern})"


def _among(may: str) -> set[str]:
    """The kinds of words in ``may``, of which those in capitals stand for others."""
    groups: dict[str, str] = _VOCABULARY["words"]
    return {kind for word in may.split() for kind in (_among(groups[word]) if word in groups else [word])}


_VOCABULARY = tomllib.loads(files("assistant.question").joinpath("words.toml").read_text(encoding="utf-8"))
# All words, each in a group named after its kind, and the signs.
_LEXICON = re.compile("|".join(_pattern(**kind) for kind in _VOCABULARY["kind"]))
_TASKS = {
    among: [
        (item.get("name", among), [set(need.split()) for need in item["needs"]], _among(item["may"]))
        for item in _VOCABULARY[among]
    ]
    for among in ("task", "number_of", "what_is")
}
_SIGNS = {item["name"]: re.compile(_pattern(**item)) for item in _VOCABULARY["sign"]}
