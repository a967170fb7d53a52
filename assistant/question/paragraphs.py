"""Which paragraphs a question names, by id or label: "OP3", "пункты 3–5 преамбулы", "第三段".

One grammar for the three languages, of the kinds of their words: a noun with numbers behind it, or before it in words
of order, and the part of the text on either side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.question.tokens import Token, kinds, read_tokens
from assistant.text.numerals import roman_number, spoken_number

_NOUN, _PART, _JOINED = "<(?:noun|note|article)>", "<(?:pp|op|annex)>", "(?:<and>|<to>)+"
_SUB = "(?:<sub>)*"
_NTH = f"<(?:nth|last)>{_SUB}"
_PHRASE = re.compile(
    rf"""(?:
      <code>(?:{_JOINED}<(?:code|num)>{_SUB})*                             # OP3 and 4
    | (?:(?:<annex>(?:<and>)?|{_PART})(?:<of>)*)?                          # annex, preambular, 序言
      (?: (?:<noun>(?:<sub>)+(?:<of>)*)?{_NOUN}(?:<from>)?<num>{_SUB}(?:{_JOINED}<num>{_SUB})*
        | {_NTH}(?:{_JOINED}(?:{_NTH}|<num>{_SUB}))*(?:<(?:pp|op)>(?:{_NOUN})?|{_NOUN}){_SUB}
      )(?:(?:<of>)*{_PART})?                                               # of the preamble
    | (?<=>)<num>{_SUB}(?:{_JOINED}<num>{_SUB})*(?:<of>)*{_PART}           # and 5 of the operative part
    )(?!(?:<of>)*<agenda>) | <division> | <head>""",
    re.VERBOSE,
)
_KIND = {"pp": "PP", "op": "OP", "note": "FN", "article": "ART"}
_PARTS, _NUMBERS = ("pp", "op", "annex"), ("code", "num", "nth", "last", "sub", "some")
_MOST = 1000  # no text has so many paragraphs


@dataclass(frozen=True)
class Place:
    """Paragraphs asked for: ``kind`` is how their ids begin, empty for "paragraph 3", which may be OP3 or ¶3;
    ``number`` is "3", "3(b)", "last" or "all". Of a division the kind is "§", the number what the question calls it,
    and ``ids`` are those of its paragraphs, none where there is no such division.
    """

    kind: str
    number: str
    ids: tuple[str, ...] = ()


@dataclass
class _Phrase:
    """Paragraphs named by a noun, of a ``part`` where that is said; ``joined`` to those before, up to which the first
    of them ``spans``."""

    places: list[Place]
    part: str
    joined: bool
    spans: bool = False


def paragraph_ids(question: str) -> set[str]:
    """Ids of the paragraphs that ``question`` cites; "paragraph 3" may be an operative one or a numbered one.

    What a resolution says at the beginning is in the first paragraph of its preamble.
    """
    tokens = read_tokens(question)
    found = {"PP1"} if any(token.kind == "start" for token in tokens) else set()
    for place in cited(tokens):
        if place.number[:1].isdecimal():
            found |= {f"{kind}{place.number}" for kind in ([place.kind] if place.kind else ["OP", "¶"])}
    return found


def cited(tokens: Sequence[Token]) -> tuple[Place, ...]:
    """The paragraphs that ``tokens`` name, among whatever else; those that are joined are of one part."""
    return _places(_phrases(tokens)[0])


def asked(tokens: Sequence[Token]) -> tuple[Place, ...] | None:
    """The paragraphs that ``tokens`` name, all that is asked of: the preamble and the operative part where those are
    named without a number, else all footnotes and articles. None where a number is no paragraph's.
    """
    phrases, spare = _phrases(tokens)
    parts = {_part(token) for token in spare if token.kind in _PARTS}
    if any(token.kind in _NUMBERS for token in spare):
        return None
    if not phrases:
        said = [token.kind for token in spare if token.kind in ("pp", "op")]
        said = said or [token.kind for token in spare if token.kind in ("note", "article")]
        return tuple(Place(_KIND[kind], "all") for kind in dict.fromkeys(said))
    for phrase in phrases:
        phrase.joined = True
    found = _places([*phrases, *(_Phrase([], part, joined=True) for part in parts if len(parts) == 1)])
    unread = any(part.startswith("ANNEX") and part not in {place.kind for place in found} for part in parts)
    return None if unread else found


def _phrases(tokens: Sequence[Token]) -> tuple[list[_Phrase], list[Token]]:
    """The phrases that name paragraphs, and the tokens beside them."""
    text = kinds(tokens)
    phrases: list[_Phrase] = []
    spare: list[Token] = []
    read = end = 0
    for match in _PHRASE.finditer(text):
        first = read + text.count("<", end, match.start())
        here = tokens[first : first + match[0].count("<")]
        between = text[end : match.start()] if phrases else ""
        joined = bool(between) and not re.sub(_JOINED, "", between)
        if here[0].kind == "num" and not joined:
            continue
        phrases.append(_read_phrase(here, joined=joined, spans=joined and "<to>" in between))
        spare += tokens[read:first]
        read, end = first + len(here), match.end()
    return phrases, [*spare, *tokens[read:]]


def _places(phrases: Sequence[_Phrase]) -> tuple[Place, ...]:
    """The paragraphs of ``phrases``: "paragraph 2" is of the part of those before that it is joined to, or behind."""
    pairs = [(before, after) for before, after in pairwise(phrases) if after.joined]
    for source, goal in [*pairs, *((after, before) for before, after in reversed(pairs))]:
        goal.part = goal.part or source.part
    found: list[Place] = []
    for phrase in phrases:
        places = [replace(place, kind=place.kind or phrase.part) for place in phrase.places]
        found += [*(_between(found[-1], places[0]) if phrase.spans else ()), *places]
    return tuple(dict.fromkeys(found))


def _read_phrase(tokens: Sequence[Token], *, joined: bool, spans: bool) -> _Phrase:
    kind = next((_KIND[token.kind] for token in tokens if token.kind in ("note", "article")), "")
    part = "" if kind else next((_part(token) for token in tokens if token.kind in _PARTS), "")
    found: list[Place] = []
    letters = ""
    for n, token in enumerate(tokens):
        if token.kind == "sub" and found:
            found[-1] = replace(found[-1], number=found[-1].number + token.text)
        elif token.kind == "sub":
            letters += token.text
        elif token.kind in ("division", "head"):
            found.append(Place("§", token.text) if token.kind == "division" else Place("HEAD", ""))
        elif token.kind in _NUMBERS:
            if token.kind == "code":
                kind = "¶" if token.text[0] in "¶§" else re.sub(r"[^a-z].*", "", token.text).upper()
            place = Place(kind, "last" if token.kind == "last" else _number(token.text) + letters)
            if found and tokens[n - 1].kind == "to":
                found += _between(found[-1], place)
            found.append(place)
    return _Phrase(found, part, joined, spans)


def _part(token: Token) -> str:
    """How the ids of the part begin that ``token`` names: "ANNEX2." of "annex II", "ANNEX." of the first."""
    if token.kind != "annex":
        return _KIND[token.kind]
    number = re.search(r"(\d+)|(?<= )[ivx]+$", token.text)
    value = int(number[1]) if number and number[1] else roman_number(number[0].upper()) if number else 1
    return f"ANNEX{value if value > 1 else ''}."


def _between(first: Place, last: Place) -> list[Place]:
    """The paragraphs between two of a kind."""
    if first.kind != last.kind or not (first.number.isdecimal() and last.number.isdecimal()):
        return []
    numbers = range(int(first.number) + 1, min(int(last.number), int(first.number) + _MOST))
    return [Place(first.kind, str(number)) for number in numbers]


def _number(written: str) -> str:
    """ "3(b)" from "OP3 (b)", "3" from "third", "третьем" or "第三"."""
    if match := re.search(r"(\d+)[^\d(]*?((?:\s*\(?[a-z]+\))*)$", written):
        letters = "".join(f"({letter})" for letter in re.findall(r"[a-z]+(?=\))", match[2]))
        return f"{int(match[1])}{letters}"
    return str(spoken_number(written) or 1)  # 首段
