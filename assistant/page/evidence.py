"""HTML of paragraphs, for the page."""

import re
from collections.abc import Sequence
from html import escape

from assistant.answer import Answer, Citation, Evidence, Reference
from assistant.languages import Language
from assistant.library.catalogue import official_text
from assistant.messages import status_mark, text


def no_evidence(language: Language) -> str:
    """HTML before anything is asked."""
    return f"<p>{escape(text('page_paragraphs', language))}</p>"


def evidence_panel(evidence: Sequence[Evidence], language: Language) -> str:
    """HTML of the nearest paragraphs."""
    cards = "".join(_card(item, item.text, language) for item in evidence)
    return f"<h3>{escape(text('nearest', language))}</h3>{cards}"


def answer_panel(answer: Answer) -> str:
    """HTML of the cited paragraphs, and of the others found folded below; after a refusal, of the nearest."""
    if not answer.citations:
        return evidence_panel(answer.evidence, answer.language)
    cited = {(item.document, item.paragraph) for item in answer.citations}
    cards = "".join(_card(item, item.quote, answer.language, cited=True) for item in answer.citations)
    others = "".join(
        _card(item, item.text, answer.language)
        for item in answer.evidence
        if (item.document, item.paragraph) not in cited
    )
    folded = f"<details><summary>{escape(text('page_other', answer.language))}</summary>{others}</details>"
    return f"<h3>{escape(text('cited', answer.language))}</h3>{cards}{folded if others else ''}"


def _card(item: Evidence | Citation, content: str, language: Language, cited: bool = False) -> str:
    mark = status_mark(item.status, language)
    return (
        f'<article lang="{item.language}"{" class=cited" if cited else ""} data-paragraph="{escape(item.paragraph)}">'
        f"<header>{escape(item.label)} <small>{escape(item.document)}{escape(mark)}</small></header>"
        f"{_linked(content, item.references, language)}</article>"
    )


def _linked(content: str, references: Sequence[Reference], language: Language) -> str:
    """HTML of a paragraph: the documents that it names by symbol, and addresses in it, lead to the official texts."""
    targets = [(found.start(), found.end(), found[0]) for found in re.finditer(r"https://[^\s，。]+", content)]
    targets += [
        (item.start, item.end, official_text(item.target, language)) for item in references if "/" in item.target
    ]
    html, position = "", 0
    for start, end, address in sorted(targets):
        if start < position:  # an address that is part of another
            continue
        link = f'<a href="{escape(address)}" target="_blank" rel="noopener">{escape(content[start:end])}</a>'
        html += escape(content[position:start]) + link
        position = end
    return html + escape(content[position:])
