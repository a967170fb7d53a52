"""What each paragraph of a text says, in few of its own words, with marks where others are left out."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from assistant.analysis.anatomy import Act, Anatomy
from assistant.analysis.redline import word_places, words
from assistant.analysis.table import by_paragraph
from assistant.analysis.wording import in_few_words
from assistant.documents.paragraph import Document, Paragraph
from assistant.languages import Language
from assistant.text.sentences import sentences

# So many words that would be left out between others are shown; Chinese characters.
_FEW: dict[Language, int] = {"zh": 4, "ru": 3, "en": 3}
# What ends in the midst of a part of a sentence goes on to its end, where that is no further.
_TO_END: dict[Language, int] = {"zh": 12, "ru": 6, "en": 7}
_LEFT_OUT = "…"
# What leads in the next act.
_LED = re.compile(r"(?:[,，;；\s]*(?:\b(?:and|also|further|и|а|также)\b|[并又还和]))+[\s,，]*$", re.IGNORECASE)
_MARKS = " ,;:.，；：。、"


@dataclass(frozen=True)
class Point:
    """What ``paragraph`` says in a line: its ``words``, "…" where some are left out, and all of them, in ``whole``.
    ``act`` is the one that it is of, if it is of one."""

    paragraph: str
    words: str
    whole: str
    act: Act | None = None


def points(document: Document, anatomy: Anatomy, paragraphs: Collection[str] | None = None) -> tuple[Point, ...]:
    """The points of ``document``, or of those of its ``paragraphs`` (ids): of an operative paragraph one an act, of
    others one. The masthead and footnotes have none.
    """
    acts = by_paragraph(anatomy.acts)
    verbs = {item.paragraph: item.verb for item in anatomy.preamble}
    found: list[Point] = []
    for paragraph in document.paragraphs:
        if paragraph.kind in ("head", "footnote") or not (paragraphs is None or paragraph.id in paragraphs):
            continue
        if paragraph.id in acts:
            found += _of_acts(paragraph, acts[paragraph.id], document.language)
        else:
            found.append(_of_other(paragraph, verbs.get(paragraph.id, ""), document.language))
    return tuple(found)


def _of_acts(paragraph: Paragraph, acts: Sequence[Act], language: Language) -> list[Point]:
    text = " ".join(paragraph.whole.split())
    starts, place = [], 0
    for act in acts:
        place = max(text.find(act.verb, place), place)
        starts.append(place)
        place += len(act.verb)
    found: list[Point] = []
    for (start, end), act in zip(pairwise([*starts, len(text)]), acts, strict=True):
        said = _LED.sub("", text[start:end]).strip(_MARKS)
        found.append(Point(paragraph.id, _of_act(said, act, language), said, act))
    return found


def _of_act(text: str, act: Act, language: Language) -> str:
    """The verb, who is addressed and what is asked: as much of it as ``act`` has."""
    said = [act.verb, *act.addressees, act.does]
    said.sort(key=lambda part: max(text.find(part), 0) if part != act.does else len(text))
    return abridged(text, " ".join(said), language)


def _of_other(paragraph: Paragraph, verb: str, language: Language) -> Point:
    text = " ".join((paragraph.text or paragraph.whole).split())
    first = next(iter(sentences(text)), text)
    rest = first[len(verb) :] if first.startswith(verb) else first
    return Point(paragraph.id, abridged(text, f"{verb} {in_few_words(rest, language)}", language), first.strip(_MARKS))


def abridged(text: str, kept: str, language: Language) -> str:
    """``text`` with little more than the words that are ``kept`` of it, in its order, "…" for what is left out."""
    places = word_places(text)
    matches = SequenceMatcher(None, words(text.casefold()), words(kept.casefold()), autojunk=False)
    chosen = [place for block in matches.get_matching_blocks() for place in range(block.a, block.a + block.size)]
    if not chosen:
        return text
    runs = [[chosen[0], chosen[0]]]
    for place in chosen[1:]:
        if place - runs[-1][1] - 1 <= _FEW[language]:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    if len(places) - runs[-1][1] - 1 <= _FEW[language]:
        runs[-1][1] = len(places) - 1
    last = range(runs[-1][1], min(runs[-1][1] + _TO_END[language] + 1, len(places)))
    runs[-1][1] = next((place for place in last if text[places[place][1] :][:1] in _MARKS[1:]), last[0])
    space = "" if language == "zh" else " "
    stretches = [text[places[first][0] : _end(text, places[last][1])].strip(_MARKS) for first, last in runs]
    ends = runs[-1][1] == len(places) - 1
    return f"{space}{_LEFT_OUT}{space}".join(stretches) + ("" if ends else f"{space}{_LEFT_OUT}")


def _end(text: str, place: int) -> int:
    """``place``, behind a mark that closes what was opened."""
    while text[place : place + 1] and text[place] in "”»》)）":
        place += 1
    return place
