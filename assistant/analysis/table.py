"""The acts of one text or of many as a table: what somebody is asked, by which verb, which reports are asked for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.analysis.anatomy import Act
from assistant.analysis.excerpt import excerpts
from assistant.analysis.text import Text
from assistant.documents.paragraph import Document
from assistant.text.glossary import renderings
from assistant.text.titles import title_pattern


@dataclass(frozen=True)
class Row:
    """An act, the text that it stands in, and its ``words`` there, as `Excerpt` has them."""

    text: Text
    act: Act
    words: str


def rows(
    texts: Iterable[tuple[Document, Sequence[Act]]], *, addressee: str = "", verb: str = "", reports: bool = False
) -> tuple[Row, ...]:
    """The acts of ``texts`` in their order: those that ask ``addressee``, whose verb is ``verb``, that want a report.

    An addressee may be named in any of the three languages, as far as the glossary has it, and by part of its name. A
    verb is one as printed ("Requests", "urges") or the name of a strength ("request").
    """
    whom, said = addressee.strip(), verb.strip().casefold()
    named = [title_pattern(form) for form in renderings(whom)] if any(map(str.isalnum, whom)) else []

    def chosen(act: Act) -> bool:
        return (
            (not named or any(_names(pattern, item) for pattern in named for item in act.addressees))
            and (not said or said == act.strength or act.verb.casefold().startswith(said))
            and (act.report or not reports)
        )

    return tuple(
        Row(Text.of(document), item.act, item.words)
        for document, acts in texts
        for item in excerpts(document, acts)
        if chosen(item.act)
    )


def _names(pattern: re.Pattern[str], addressee: str) -> bool:
    """Whether ``addressee`` has it, and not as the end of another: "Under-Secretary-General"."""
    found = pattern.search(addressee.replace("ё", "е"))
    return found is not None and not addressee[: found.start()].endswith("-")


def by_paragraph(acts: Iterable[Act]) -> dict[str, list[Act]]:
    """The acts of each paragraph, by its id."""
    found: dict[str, list[Act]] = {}
    for act in acts:
        found.setdefault(act.paragraph, []).append(act)
    return found
