"""What preambular paragraphs do: their verbs, and the texts that they refer to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.analysis.drafting import compiled, pattern
from assistant.analysis.verbs import Strength, verbs
from assistant.documents.paragraph import Document
from assistant.documents.references import find_references
from assistant.languages import Language

_TITLES = re.compile(r"“([^“”]{6,200})”|«([^«»]{6,200})»|《([^《》]{4,120})》")


@dataclass(frozen=True)
class Preamble:
    """What one preambular paragraph does: its ``verb`` as printed, "Noting with concern", and how it speaks.

    ``refers`` are the texts that it names, as printed and in order: symbols, numbers of resolutions, instruments and
    titles in quotation marks.
    """

    paragraph: str
    verb: str
    strength: Strength
    refers: tuple[str, ...] = ()


def read_preamble(text: str, language: Language, paragraph: str = "") -> Preamble | None:
    """What a preambular paragraph with that ``text`` does; None where it begins with no verb that is known."""
    found = verbs(text, language, "preambular") or verbs(text, language)
    if not found or found[0].start:
        return None
    return Preamble(paragraph, found[0].verb, found[0].strength, references(text, language))


def preamble(document: Document) -> tuple[Preamble, ...]:
    """What the preambular paragraphs of ``document`` do, in order, without those that begin with no verb."""
    read = (
        read_preamble(paragraph.text, document.language, paragraph.id)
        for paragraph in document.paragraphs
        if paragraph.kind == "preambular"
    )
    return tuple(item for item in read if item)


def references(text: str, language: Language) -> tuple[str, ...]:
    """The texts that ``text`` names, as printed and in order, each once."""
    found = [(item.start, item.end) for item in find_references(text, {})]
    found += [match.span() for match in _instruments(language).finditer(text)]
    found += [match.span(match.lastindex or 0) for match in _TITLES.finditer(text)]
    return tuple(dict.fromkeys(text[start:end] for start, end in _outermost(found)))


def _outermost(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


@cache
def _instruments(language: Language) -> re.Pattern[str]:
    """Instruments by what they are called: "the Charter of the United Nations", "Парижское соглашение", "《公约》"."""
    noun = pattern("instruments", language, inflected=True)
    if language == "zh":
        return compiled(rf"[^，；。、《》“”（）和与的]{{2,24}}(?:{noun})")
    if language == "ru":
        named = r"[А-ЯЁ][\w-]*(?:\s+(?:и|по|о|об|в|на|для|области)?\s*[\w-]+){0,3}?\s+"
        return re.compile(
            rf"(?:{named}(?i:{noun})|(?=[А-ЯЁ])(?i:{noun}))(?:\s+(?:Организации\s+)?Объединенных\s+Наций)?"
        )
    # Names have capital letters, and small words between them.
    word = r"(?:\d{4}|[A-Z][\w’-]*)"
    tail = rf"(?:(?:,?\s+(?:and|of|on|for|the|in|to|against|with|its))*\s+{word}(?:,(?=\s+[A-Z]))?)*"
    return re.compile(rf"(?:{word}\s+)*{noun}(?<![a-z]\.)(?<=[a-z]){tail}")
