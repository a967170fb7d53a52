"""The acts of a text: who is asked to do what, how strongly, by when (`Act`); by rules on `drafting.txt`, no model.

Conventions: gerunds are no acts; a repeated verb is a new one; several infinitives under one verb are one act. Words
that stand before a verb ("also", "in this regard") are no part of it, those that change its sense are ("Notes with
concern"). A pronoun is told as what it stands for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.analysis.addressees import addressees
from assistant.analysis.dates import when
from assistant.analysis.drafting import compiled, forms, pattern
from assistant.analysis.reports import report
from assistant.analysis.verbs import ITEM, Found, Strength, asked_verb, verbs
from assistant.analysis.wording import in_few_words
from assistant.documents.paragraph import Document, Paragraph
from assistant.languages import Language


@dataclass(frozen=True)
class Act:
    """What one verb of an operative paragraph does.

    ``paragraph`` is the paragraph's id, "OP3" or "OP3(a)"; ``verb`` is as printed; ``addressees`` are who is asked to
    act, () for what asks nobody. ``does`` is what is asked or said in the paragraph's own words, at most 20 of them (46
    Chinese characters). ``report`` says that a report is asked for, ``report_to`` to whom it goes, with the session, and
    ``when`` is the deadline, session or period, both as printed and empty where none is named.
    """

    paragraph: str
    verb: str
    strength: Strength
    addressees: tuple[str, ...] = ()
    does: str = ""
    report: bool = False
    report_to: str = ""
    when: str = ""


def read_acts(text: str, language: Language, paragraph: str = "") -> tuple[Act, ...]:
    """The acts of one operative paragraph's running ``text``, its sub-paragraphs in it or not; () where it has no verb."""
    found = verbs(text, language)
    read: list[Act] = []
    for number, verb in enumerate(found):
        end = found[number + 1].start if number + 1 < len(found) else len(text)
        read.append(_act(verb, text[verb.end : end], language, paragraph, text[: verb.start]))
    for number in range(len(read) - 2, -1, -1):  # "Welcomes and encourages …": both have one object
        if not read[number].does and not read[number].addressees and not text[found[number].end : found[number + 1].start].strip():
            read[number] = replace(read[number], does=read[number + 1].does)
    return tuple(read)


def acts(document: Document) -> tuple[Act, ...]:
    """The acts of all operative paragraphs of ``document``, in order.

    The verb of a paragraph that ends in a colon is carried to its sub-paragraphs where each of them is what is asked; then
    it is no act beside them.
    """
    return ()


def _act(verb: Found, rest: str, language: Language, paragraph: str, before: str) -> Act:
    rest = compiled(rf"^(?:[\s,，]*{pattern('also', language)}(?=[\s,，]))+[\s,，]*" if language != "zh" else r"^[\s，]*").sub("", rest)
    named: tuple[str, ...] = ()
    asked = verb.before or rest
    if verb.asks:
        named, begin = addressees(rest, language)
        asked = rest[begin:]
    elif verb.strength == "decide" and (inner := asked_verb(rest, language)):
        named, _ = addressees(rest[inner.end() :], language)
    named = tuple(_antecedent(name, before, language) for name in named)
    acting = verb.asks or verb.strength == "decide"
    asked_report = report(asked, language) if acting else None
    date, place = when(asked, language, event=not acting, report=asked_report is not None)
    if not date and verb.asks and acting:
        date, _ = when(rest[: len(rest) - len(asked)], language, report=asked_report is not None)
    return Act(
        paragraph,
        verb.verb,
        verb.strength,
        tuple(name for name in named if name),
        in_few_words(_items(asked, language), language),
        asked_report is not None,
        asked_report.to if asked_report else "",
        date,
    )


def _items(text: str, language: Language) -> str:
    """``text`` without the letters of its sub-paragraphs, and without the "to" of its infinitives."""
    text = compiled(rf"(?:^|(?<=[\s:：;；])){ITEM}\s*(?:To\s+)?").sub("", text).strip(" ,，:：")
    return re.sub(r"^to\s+", "", text) if language == "en" else text


def _antecedent(name: str, before: str, language: Language) -> str:
    return name
