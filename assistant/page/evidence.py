"""HTML of the paragraphs that an answer rests on, kept below it, and of the nearest ones, each a link to its place."""

from collections.abc import Sequence
from html import escape

from assistant.answer import Answer, Citation, Evidence
from assistant.languages import Language
from assistant.messages import status_mark, text
from assistant.page.addresses import Shelf, here
from assistant.page.linked import linked


def nearest(evidence: Sequence[Evidence], language: Language, shelf: Shelf) -> str:
    """The nearest paragraphs, open, for a reader of ``language``."""
    cards = "".join(_card(item, item.text, language, shelf) for item in evidence)
    return _folded("nearest", cards, language, is_open=True)


def kept(answer: Answer, shelf: Shelf) -> str:
    """The cited paragraphs, folded, with the others that were found folded below; after a refusal, the nearest."""
    if not answer.citations:
        return nearest(answer.evidence, answer.language, shelf)
    cited = {(item.document, item.paragraph) for item in answer.citations}
    cards = "".join(_card(item, item.quote, answer.language, shelf, cited=True) for item in answer.citations)
    others = "".join(
        _card(item, item.text, answer.language, shelf)
        for item in answer.evidence
        if (item.document, item.paragraph) not in cited
    )
    return _folded("cited", cards + _folded("page_other", others, answer.language), answer.language)


def _folded(key: str, inner: str, language: Language, is_open: bool = False) -> str:
    summary = f"<summary>{escape(text(key, language))}</summary>"
    opened = " open" if is_open else ""
    return f'<details class="evidence {key}" lang="{language}"{opened}>{summary}{inner}</details>' if inner else ""


def _card(item: Evidence | Citation, content: str, language: Language, shelf: Shelf, cited: bool = False) -> str:
    said = [f'<p lang="{item.language}">{linked(content, item.references, item.language, shelf).html()}</p>']
    if cited:
        said += _original(item, shelf)
    address = here(item.document, item.language, item.paragraph)
    shown = shelf.texts(item.document).get(item.language)
    name = (shown.symbol if shown else "") or item.document
    return (
        f'<article class="{"cited" if cited else "near"}"><header>'
        f'<a class="citation" href="{escape(address)}">{escape(item.label)}</a> '
        f"<small>{escape(name)}{escape(status_mark(item.status, language))}</small></header>"
        f'<div class="columns">{"".join(said)}</div></article>'
    )


def _original(item: Evidence | Citation, shelf: Shelf) -> list[str]:
    """The original words of a paragraph that is cited from a working translation."""
    shown = shelf.texts(item.document).get(item.language)
    original = shelf.original(shown) if shown else None
    found = [one for one in original.paragraphs if one.id == item.paragraph] if original else []
    return [
        f'<p lang="{original.language}">{linked(one.whole, one.references, original.language, shelf).html()}</p>'
        for one in found[:1]
        if original
    ]
