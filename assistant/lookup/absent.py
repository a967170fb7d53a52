"""Texts that a question is about and that are not in the library: said, with what the catalogue knows of them."""

from collections.abc import Sequence

from assistant.answer import Evidence
from assistant.documents import Document
from assistant.documents.references import symbol
from assistant.languages import Language
from assistant.library.corpus import find
from assistant.lookup.lines import Found, Text
from assistant.messages import text


def absent(named: Sequence[tuple[str, str]], documents: Sequence[Document], language: Language) -> Found:
    """A refusal that names the texts, as `assistant.question.sources.Sources` has them, and how they are to be had."""
    said: list[str] = []
    evidence: list[Evidence] = []
    for called, card in named:
        found = find(documents, card) if card else []
        name = found[0].symbol if found else symbol(called)
        line = text("absent", language, text=called)
        if "/" in name:
            line = text("absent_fetch", language, text=called, symbol=name)
        if found:
            shown = Text(found, language)
            line += f" {shown.shown.paragraphs[0].text}"
            evidence += shown.evidence(shown.shown.paragraphs[:1])
        said.append(line)
    return Found("\n".join(said), language, tuple(evidence), ())
