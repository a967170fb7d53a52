"""A document as a person reads it on the command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.messages import status_mark, text
from assistant.text.punctuation import colon

if TYPE_CHECKING:
    from assistant.analysis.anatomy import Act
    from assistant.documents import Document, Paragraph

_SHOWN = ("body", "kind", "session", "agenda_item", "date", "adopted", "meeting", "draft", "sponsors")


def written(document: "Document", documents: Sequence["Document"]) -> str:
    """A document for a person: title, status, what its masthead says, and what is in doubt about its numbers; below
    that its paragraphs under their numbers with what each leads to and does."""
    from assistant.analysis.anatomy import anatomy
    from assistant.analysis.excerpt import excerpts
    from assistant.documents.doubts import doubt_line, doubts

    mark = status_mark(document.status, document.language)
    head = f"{document.title}\n({document.id}, {document.language}{mark})"
    said = [f"{text(name, document.language)}: {value}" for name, value in _masthead(document).items()]
    head = "\n".join(
        [head, *said, *(doubt_line(doubt, document, document.language) for doubt in doubts(document, documents))]
    )
    does = anatomy(document)
    done: dict[str, list[str]] = {
        item.paragraph: [f"  → {colon(document.language).join(filter(None, [item.verb, '; '.join(item.refers)]))}"]
        for item in does.preamble
    }
    for found in excerpts(document, does.acts):
        done.setdefault(found.act.paragraph, []).append(f"  → {act_line(found.act, found.words)}")
    paragraphs = (
        "\n".join([_paragraph(item, document, documents), *done.get(item.id, ())]) for item in document.paragraphs
    )
    return "\n\n".join([head, *paragraphs])


def act_line(act: "Act", words: str) -> str:
    """An act for a person: its verb, whom it addresses in brackets, its ``words``, and its dates that these lack."""
    who = f" [{'; '.join(act.addressees)}]" if act.addressees else ""
    dates = "; ".join(date for date in (act.when, *act.dates) if date and date not in words)
    return f"{act.verb}{who} {words}{f' — {dates}' if dates else ''}"


def _masthead(document: "Document") -> dict[str, str]:
    """What the masthead says, by the message that names it."""
    from assistant.documents.naming import MASTHEAD, named

    said = {name: getattr(document, name) for name in _SHOWN} | {"sponsors": "; ".join(document.sponsors)}
    return {MASTHEAD[name]: named(value, document.language) for name, value in said.items() if value}


def _paragraph(paragraph: "Paragraph", document: "Document", documents: Sequence["Document"]) -> str:
    from assistant.documents import label
    from assistant.library.corpus import find

    language = document.language
    mark = status_mark("recognized", language) if paragraph.recognized else ""
    lines = [f"{paragraph.id}  {label(paragraph.id, language)}{mark}"]
    lines += [f"# {paragraph.heading}"] if paragraph.heading else []
    lines.append(paragraph.whole)
    targets = dict.fromkeys(reference.target for reference in paragraph.references)
    links = {name: sorted({document.id for document in find(documents, name)}) for name in targets}
    if links:
        said = "; ".join(f"{name} → {', '.join(ids)}" if ids else name for name, ids in links.items())
        lines.append(f"  {text('leads_to', language)}: {said}")
    return "\n".join(lines)
