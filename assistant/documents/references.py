"""Other texts that a paragraph names: document symbols, resolutions by number, instruments by title."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.answer import Reference
from assistant.documents.markers import SYMBOL_PARTS
from assistant.documents.paragraph import Document, Paragraph

# A symbol as printed, a resolution by session and number ("78/265"), one of the early sessions ("217 A (III)").
_SYMBOL = re.compile(rf"(?<![A-Za-z0-9/])(?:[ASE]|ST|TD|CCPR|CEDAW|UNEP|DP){SYMBOL_PARTS}")
_NUMBER = re.compile(r"\d{2}/\d{1,3}")
_EARLY_NUMBER = re.compile(r"(\d{1,4}) ?([A-Z])? ?\(([IVXL]+)\)")
_NUMBERED = re.compile(rf"(?<![A-Za-z0-9/.,-]){_NUMBER.pattern}(?![A-Za-z0-9/]|[.,]\d)")
_EARLY = re.compile(rf"(?<![A-Za-z0-9/]){_EARLY_NUMBER.pattern}")
# "Transforming our world: the 2030 Agenda", "Action Agenda of the Third Conference (Addis Ababa Action Agenda)".
_PARTS = re.compile(r"[:：]\s*(?=\S{3,}\s?\S|[\u3400-\u9fff]{4})|\s*[(（]|[)）]")
_RESOLUTION = re.compile(r"resolution|резолюци|决议", re.IGNORECASE)


def symbol(name: str) -> str:
    """A document's symbol from how it is written: "78/265" is A/RES/78/265, "217 A (III)" is A/RES/217(III).

    The sections of an early resolution ("A") have one document. What is no such number stays as it is.
    """
    name = name.strip()
    if _NUMBER.fullmatch(name):
        return f"A/RES/{name}"
    if match := _EARLY_NUMBER.fullmatch(name):
        return f"A/RES/{match[1]}({match[3]})"
    return name


def find_references(text: str, titles: Mapping[str, str]) -> tuple[Reference, ...]:
    """What ``text`` names, in order; ``titles`` maps an instrument's title (in the text's language) to its target.

    A number such as 78/265 is a resolution of the General Assembly where the paragraph speaks of resolutions.
    """
    found = [
        Reference(match.start(), match.end(), target)
        for title, target in titles.items()
        for match in re.finditer(re.escape(title), text)
    ]
    found += [Reference(match.start(), match.end(), match[0]) for match in _SYMBOL.finditer(text)]
    if _RESOLUTION.search(text):
        for pattern in (_NUMBERED, _EARLY):
            found += [Reference(match.start(), match.end(), symbol(match[0])) for match in pattern.finditer(text)]
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return tuple(kept)


def is_number(reference: Reference, paragraph: Paragraph) -> bool:
    """Whether ``paragraph`` names that text by its number, and not by a title."""
    return symbol(paragraph.whole[reference.start : reference.end]) == reference.target


def titles_named(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """(target, title) of what ``documents`` name by a title, and of a long title its parts as well."""
    for document in documents:
        for paragraph in document.paragraphs:
            for item in paragraph.references:
                if not is_number(item, paragraph):
                    title = paragraph.whole[item.start : item.end]
                    yield from ((item.target, part) for part in {title, *filter(None, _PARTS.split(title))})
