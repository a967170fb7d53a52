"""The acts of a text: who is asked to do what, how strongly, by when (`Act`); what its preamble rests on. By rules
on `drafting.txt`, no model.

Conventions: gerunds are no acts; a repeated verb is a new one; several infinitives under one verb are one act. Words
that stand before a verb ("also", "in this regard") are no part of it, those that change its sense are ("Notes with
concern"). A pronoun is told as what it stands for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.analysis.addressees import addressees
from assistant.analysis.dates import printed_dates, to_come
from assistant.analysis.drafting import compiled, forms, pattern
from assistant.analysis.enumeration import named
from assistant.analysis.preamble import Preamble, preamble
from assistant.analysis.reports import report
from assistant.analysis.verbs import ASKING, ITEM, Found, Strength, asked_verb, passive_verb, verbs
from assistant.analysis.wording import in_few_words
from assistant.documents.paragraph import Document, Paragraph
from assistant.languages import Language

# What a pronoun may stand for.
_NAMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\bthe ((?:[A-Z][\w’-]+)(?:(?: (?:of|and|on|for|the|in))* [A-Z][\w’-]+)*)"),
    "ru": re.compile(r"(?<=\s)([А-ЯЁ][\w-]+(?:\s[а-яё]{3,}[яий])?(?:\s[А-ЯЁ][\w-]+)*)"),
    "zh": re.compile(f"^([^，；。的和]{{0,16}}?{pattern('units', 'zh')})"),
}


# Changed with what is read of a paragraph, so that an index reads its documents again.
RULES = 5


@dataclass(frozen=True)
class Act:
    """What one verb of an operative paragraph does.

    ``paragraph`` is the paragraph's id, "OP3" or "OP3(a)"; ``verb`` is as printed; ``addressees`` are who is asked to
    act, () for what asks nobody. ``does`` is what is asked or said in the paragraph's own words, at most 20 of them (46
    Chinese characters). ``report`` says that a report is asked for, ``report_to`` to whom it goes, with the session,
    and ``when`` is the deadline, session or period, both as printed and empty where none is named. ``dates`` are
    its other dates, sessions and periods, as printed: those to come of what is asked or decided, all of
    what is only said.
    """

    paragraph: str
    verb: str
    strength: Strength
    addressees: tuple[str, ...] = ()
    does: str = ""
    report: bool = False
    report_to: str = ""
    when: str = ""
    dates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Anatomy:
    """What a text does: the acts of its operative paragraphs and what its preambular ones rest on, each in order."""

    acts: tuple[Act, ...] = ()
    preamble: tuple[Preamble, ...] = ()


def anatomy(document: Document) -> Anatomy:
    """What ``document`` does."""
    return Anatomy(acts(document), preamble(document))


def read_acts(text: str, language: Language, paragraph: str = "") -> tuple[Act, ...]:
    """The acts of one operative paragraph's running ``text``, sub-paragraphs and all; () where it has no verb."""
    found = _body(text, language)
    read: list[Act] = []
    for number, verb in enumerate(found):
        end = found[number + 1].start if number + 1 < len(found) else len(text)
        act = _act(verb, text[verb.end : end], language, paragraph)
        read.append(replace(act, addressees=_antecedents(act.addressees, read, text[: verb.start], language)))
    for number in range(len(read) - 2, -1, -1):  # "Welcomes and encourages …": both have one object
        if not text[found[number].end : found[number + 1].start].strip() and not found[number].before:
            read[number] = replace(read[number], does=read[number + 1].does)
        elif shared := _shared(
            read[number], read[number + 1], text[found[number].end : found[number + 1].start], language
        ):
            read[number] = replace(read[number], addressees=shared, does=read[number + 1].does)
    return tuple(read)


def _body(text: str, language: Language) -> tuple[Found, ...]:
    """The verbs of the body of ``text``; where it has none, "are encouraged" of "Governments are encouraged to …"."""
    found = verbs(text, language)
    passive = None if found else passive_verb(text, language)
    return (passive,) if passive and named(passive.before, language) else found


def _shared(act: Act, following: Act, said: str, language: Language) -> tuple[str, ...]:
    """Who is asked for what the next act asks for: "Calls upon States, and invites the private sector, to …"."""
    if (
        act.strength not in ASKING
        or following.strength not in ASKING
        or act.addressees
        or not following.addressees
        or language == "zh"
    ):
        return ()
    return named(said, language)


def acts(document: Document) -> tuple[Act, ...]:
    """The acts of all operative paragraphs of ``document``, in order.

    A paragraph that ends in a colon before it says what is asked, "Calls upon States:", is carried to its
    sub-paragraphs, each an act of its own; then it is none beside them.
    """
    language = document.language
    operative = [paragraph for paragraph in document.paragraphs if paragraph.kind == "operative"]
    carried: dict[str, str] = {}
    read: list[Act] = []
    for place, paragraph in enumerate(operative):
        lead = carried.get(paragraph.id.rpartition("(")[0], "")
        found = _body(paragraph.text, language)
        own = bool(found) and found[0].start == 0
        if "(" in paragraph.id and not own and not lead:
            continue  # an item of what its paragraph says
        item = paragraph.id[paragraph.id.rfind("(") :]
        text = paragraph.text if own or not lead else f"{lead} {item} {paragraph.text}"
        here = read_acts(text, language, paragraph.id)
        below = operative[place + 1].text if _is_below(paragraph, operative[place + 1 : place + 2]) else ""
        if below and here and _is_lead(text, below, here[-1], language):
            begin = next((verb.start for verb in reversed(_body(text, language))), 0)
            carried[paragraph.id] = text[begin:].lstrip(" ,;，；")
            here = here if _is_whole(here[-1]) else here[:-1]
        read += here
    return tuple(read)


def _is_below(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    return any(item.id.startswith(f"{paragraph.id}(") for item in following)


def _is_lead(text: str, below: str, last: Act, language: Language) -> bool:
    """Whether ``text`` leads in what stands ``below`` it, and ``last``, its last act, is none without that."""
    if not re.search(r"[:：—–-]\s*$", text):
        return False
    first = _body(below, language)
    if first and first[0].start == 0:
        return not last.does
    return not _is_whole(last) or (bool(re.match(r"To\s", below)) and last.strength in ASKING)


def _is_whole(act: Act) -> bool:
    return len(act.does.split()) > 1


def _act(verb: Found, rest: str, language: Language, paragraph: str) -> Act:
    also = rf"(?:[\s,]*{pattern('also', language)}(?=[\s,]))*" if language != "zh" else ""
    rest = compiled(rf"^{also}[\s,，]*(?:[:：]\s*(?:{ITEM})?\s*)?").sub("", rest)
    asking: tuple[str, ...] = ()
    asked = verb.before or rest
    if verb.asks and verb.before:
        asking, asked = named(verb.before, language), rest
    elif verb.asks:
        asking, begin = addressees(rest, language)
        asked = rest[begin:]
    elif verb.strength == "decide" and (inner := asked_verb(rest, language)):
        asking, _ = addressees(rest[inner.end() :], language)
    acting = verb.asks or verb.strength == "decide"
    shall = verb.strength == "decide" and bool(asking or re.search(r"\bshall\b", asked))
    asked_report = report(asked, language) if verb.asks or shall else None
    coming = acting or bool(compiled(rf".*{pattern('future verbs', language)}").match(verb.verb))
    dates = to_come(asked, language, event=not coming, report=asked_report is not None)
    if not dates and verb.asks:
        dates = to_come(rest[: len(rest) - len(asked)], language, report=asked_report is not None)
    date = dates[0] if dates else ""
    return Act(
        paragraph,
        verb.verb,
        verb.strength,
        asking,
        in_few_words(_items(_one_item(asked, language), language, coming), language, asked_report or "", date),
        asked_report is not None,
        asked_report or "",
        date,
        dates[1:] if coming else tuple(item for item in printed_dates(asked, language) if not date or date not in item),
    )


def _one_item(asked: str, language: Language) -> str:
    """The sub-paragraph alone, where ``asked`` leads in one: "to act, and to that end: (a) To …"."""
    items = list(compiled(rf"[:：]\s*{ITEM}\s*(?=\S)|(?<=[;；]\s){ITEM}\s").finditer(asked))
    return asked[items[0].end() :] if len(items) == 1 and items[0][0][0] in ":：" else asked


def _items(text: str, language: Language, acting: bool) -> str:
    """``text`` without the letters of its sub-paragraphs and, where it is ``acting``, without the "to" before it."""
    text = compiled(rf"(?:^|(?<=[\s:：;；])){ITEM}\s*(?:To\s+)?").sub("", text).strip(" ,，:：")
    return re.sub(r"^(?:that:\s*)?(?:to\s+)?", "", text, flags=re.IGNORECASE) if acting and language == "en" else text


def _antecedents(said: tuple[str, ...], read: Sequence[Act], before: str, language: Language) -> tuple[str, ...]:
    """``said`` with what a pronoun stands for: who was addressed last, else the last name ``before`` it."""
    found: list[str] = []
    for name in said:
        if name.lower() not in forms("pronouns", language):
            found.append(name)
        elif last := next((act.addressees for act in reversed(read) if act.addressees), ()):
            found += last
        elif names := _NAMES[language].findall(read[-1].does if language == "zh" and read else before):
            found.append(names[-1] if language == "ru" else names[0])
        else:
            found.append(name)
    return tuple(dict.fromkeys(found))
