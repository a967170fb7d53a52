"""Which part of a text a message is about, and how much it wants to read of it."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.question.paragraphs import paragraph_ids
from assistant.text.numerals import CARDINALS, chinese_number

_FORMS = "двух трех четырех пяти шести семи восьми девяти десяти"
_RU_FORMS = {form: number for number, form in enumerate(_FORMS.split(), 2)}
_RU_FORMS |= {"двумя": 2, "тремя": 3, "пятью": 5, "две": 2, "одну": 1, "одной": 1, "одним": 1, "одно": 1, "пару": 2}
_SAID = {"a": 1, "an": 1, "couple": 2, "twenty": 20, "thirty": 30, "двадцать": 20, "тридцать": 30}
_NUMBERS = CARDINALS | _RU_FORMS | _SAID
_N = rf"(\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[一二两三四五六七八九十]{{1,3}})"
_PARTS: dict[Literal["PP", "OP"], re.Pattern[str]] = {
    "PP": re.compile(r"preamb\w*|преамбул\w*|序言(?:部分)?", re.IGNORECASE),
    "OP": re.compile(r"operative|постановляющ\w*|резолютивн\w*|执行(?:部分|段)", re.IGNORECASE),
}
_FIRST = re.compile(
    rf"\b(?:first|opening)(?: of the)? {_N}\b|\bперв[а-я]+ {_N}\b|[前头首]{_N}\s*[段项条个]", re.IGNORECASE
)
_LAST = re.compile(
    rf"\b(?:last|final|closing) {_N}\b|\bпоследн[а-я]+ {_N}\b|(?:最后|末|后){_N}\s*[段项条个]", re.IGNORECASE
)
_POINTS = re.compile(
    rf"\b{_N}[ -](?:\w+ )?(?:sentences?|points?|bullets?|lines?|takeaways|items|things)\b"
    rf"|\b{_N} (?:[а-я]+ )?(?:предложени|пункт|тезис|фраз|строк|строч|мысл)[а-я]*|{_N}\s*[个条]?(?:句|点|要点|行|方面)",
    re.IGNORECASE,
)
# What may stand beside that in a message which says no more.
_BESIDE = re.compile(
    r"\b(?:in|as|into|just|only|please|now|в|во|пожалуйста|теперь|только)\b|[请用以成话]|[\W_]", re.IGNORECASE
)
_SECONDS = re.compile(r"\bseconds?\b|\bсекунд|秒", re.IGNORECASE)
# What is read in some seconds.
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
    plain, said = question.replace("ё", "е"), (typed or question).replace("ё", "е")
    parts = [part for part, pattern in _PARTS.items() if pattern.search(plain)]
    first, last = _number(_FIRST, plain), _number(_LAST, plain)
    points = 0 if first or last else _number(_POINTS, said)
    if not points and _SECONDS.search(said):
        points = _HURRIED
    return Extent(frozenset(paragraph_ids(question)), parts[0] if len(parts) == 1 else "", first or -last, points)


def without_parts(question: str) -> str:
    """``question`` without the words for the preamble and the operative part."""
    for pattern in _PARTS.values():
        question = pattern.sub(" ", question)
    return question


def without_points(question: str) -> str:
    """``question`` without how many sentences or points its answer may have."""
    return " ".join(_POINTS.sub(" ", question).split())


def only_points(message: str) -> bool:
    """Whether ``message`` says how many sentences or points an answer may have, and nothing else."""
    plain = message.replace("ё", "е")
    return bool(_POINTS.search(plain)) and not _BESIDE.sub("", _POINTS.sub(" ", plain))


def _number(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    said = next((group for group in found.groups() if group), "").lower() if found else ""
    if not said:
        return 0
    # "两三句" is two or three.
    return _NUMBERS.get(said) or chinese_number(said if "十" in said or said.isdecimal() else said[-1])
