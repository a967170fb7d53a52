"""References as they are passed on, away from the page: paragraph, document, language, how official its text is."""

from collections.abc import Sequence

from assistant.answer import Answer, Citation
from assistant.languages import NAMES, Language
from assistant.messages import text
from assistant.page.addresses import Shelf
from assistant.rendering import Run, as_inline


def references(answer: Answer, shelf: Shelf) -> list[tuple[Run, ...]]:
    """What ``answer`` cites, each in full and once, in the answer's language; titles are in their own."""
    return list(dict.fromkeys(_reference(item, answer.language, shelf) for item in answer.citations))


def references_html(answer: Answer, shelf: Shelf) -> str:
    """The same as HTML that the page copies and prints, with the line that nobody has approved it."""
    items = "".join(f"<li>{as_inline(runs)}</li>" for runs in references(answer, shelf))
    listed = f"<ul>{items}</ul>" if items else ""
    disclaimer = as_inline([Run(text("disclaimer", answer.language))])
    return f'<div class="references" lang="{answer.language}">{listed}<p>{disclaimer}</p></div>'


def _reference(item: Citation, language: Language, shelf: Shelf) -> tuple[Run, ...]:
    document = shelf.texts(item.document).get(item.language)
    name = (document.symbol if document else "") or item.document
    title = " ".join(document.title.split()) if document else ""
    official = document is not None and item.status == "original" and shelf.is_official(document)
    status = text("reader_official" if official else "reader_original", language)
    if item.status != "original":
        status = text(item.status, language)
    told: Sequence[Run] = (
        Run(f"[{item.label}] ", "strong"),
        Run(name),
        *((Run(", "), Run(title, language=item.language)) if title and title != name else ()),
        Run(f" ({NAMES[item.language]}; {status})"),
    )
    return tuple(told)
