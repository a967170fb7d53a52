"""Briefs, comparisons and tables of acts as HTML for the pane, each citation a link to its paragraph."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from assistant.analysis.brief_sheet import brief_sheet
from assistant.analysis.comparison_sheet import comparison_sheet
from assistant.analysis.table import Row
from assistant.documents import Document, label
from assistant.errors import AssistantError
from assistant.index.storage import read_documents
from assistant.languages import LANGUAGES, NAMES, Language
from assistant.messages import text
from assistant.page.addresses import Shelf, here
from assistant.page.admission import admitted
from assistant.page.chooser import choices
from assistant.page.files import FILES, saved
from assistant.page.text_view import select
from assistant.qa import Assistant
from assistant.rendering import Place, Sheet, as_fragment

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

VIEWS = ("brief", "compare", "acts")


def sheet_view(
    assistant: Assistant, view: str, page: Language, document: str = "", language: str = "", other: str = ""
) -> str:
    """The ``view`` of ``document`` (the main one where none is given), in ``language``, else the page's; a comparison
    is with ``other``. What is wrong is a line.
    """
    documents = read_documents(assistant.settings.index_path)
    offered = choices(documents, page)
    name = document or next((code for _, code in offered), "")
    spoken = language if language in LANGUAGES else page
    try:
        if view == "acts":
            html = _acts(assistant.acts(name, spoken), page)
        elif view == "compare" and not other:
            html = f'<p class="missing">{escape(text("sheet_choose", page))}</p>'
        else:
            html = _files(view, page, name, spoken, other) + _html(_sheet(assistant, view, page, name, spoken, other))
    except AssistantError as error:
        html = f'<p class="missing">{escape(error.message(page))}</p>'
    return _tools(documents, offered, view, page, name, spoken, other) + html


def sheet_routes(assistant: Assistant) -> "Sequence[Route]":
    """``/brief``, ``/compare`` and ``/acts``, asked as `assistant.page.reader.routes`; the first two in a ``format`` of
    `FILES` as well.
    """
    from starlette.responses import HTMLResponse, PlainTextResponse
    from starlette.routing import Route

    def show(request: "Request") -> "Response":
        name, language, other, kind = (
            request.query_params.get(key, "") for key in ("document", "language", "with", "format")
        )
        page, refusal = admitted(request, "page")
        if refusal:
            return refusal
        view = request.url.path.rpartition("/")[2]
        if kind in FILES and view != "acts":
            try:
                made = _sheet(assistant, view, page, name, language, other)
            except AssistantError as error:
                return PlainTextResponse(error.message(page), 404)
            return saved(made, kind, " ".join((view, name, other, made.language)))
        html = sheet_view(assistant, view, page, name, language, other)
        return HTMLResponse(html.encode("utf-8", "replace"), 200, {"Cache-Control": "no-store"})

    return [Route(f"/{view}", show) for view in VIEWS]


def _sheet(assistant: Assistant, view: str, page: Language, name: str, language: str, other: str) -> Sheet:
    """A brief of the text ``name`` in ``language``, or its comparison with ``other``; AssistantError from these."""
    spoken = language if language in LANGUAGES else page
    if view == "brief":
        return brief_sheet(assistant.brief(name, spoken), page)
    return comparison_sheet(assistant.compare(name, other, spoken), page)


def _files(view: str, page: Language, name: str, language: str, other: str) -> str:
    """The links that save the sheet."""
    asked = {"document": name, "language": language, "page": page} | ({"with": other} if other else {})
    address = escape(f"{view}?{urlencode(asked)}&format=")
    links = " ".join(
        f'<a href="{address}{kind}" download lang="en">{said}</a>'
        for kind, said in (("docx", "Word"), ("md", "Markdown"))
    )
    return f'<p class="take" lang="{page}">{escape(text("export_take", page))} {links}</p>'


def _html(sheet: Sheet) -> str:
    return f'<div class="sheet" lang="{sheet.language}">{as_fragment(sheet, _address)}</div>'


def _address(place: Place) -> str:
    return here(place.document, place.language, place.paragraph)


def _tools(
    documents: Sequence[Document],
    offered: Sequence[tuple[str, str]],
    view: str,
    page: Language,
    name: str,
    language: Language,
    other: str,
) -> str:
    """The choice of texts and of the language, and the way to the text."""
    listed = [(code, said) for said, code in offered]
    there = Shelf(documents).find(name)
    spoken = language if language in there else next(iter(there), language)
    fields = select("document", "reader_text", _with(listed, name), name, page)
    if view == "compare":
        others = [("", "—"), *_with([item for item in listed if item[0] != name], other)]
        fields += select("with", "sheet_with", others, other, page)
    fields += select(
        "language", "reader_language", [(code, NAMES[code]) for code in NAMES if code in there], spoken, page
    )
    whole = f'<a class="whole" href="{escape(here(name, spoken))}">{escape(text("sheet_whole", page))}</a>'
    return (
        f'<div class="tools" lang="{page}"><button type="button" class="back" hidden>'
        f"{escape(text('reader_back', page))}</button>{fields}{whole}</div>"
    )


def _with(listed: Sequence[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    """What is ``listed``, and ``name`` where it is not."""
    return [*listed, *([(name, name)] if name and name not in dict(listed) else [])]


def _acts(rows: Sequence[Row], page: Language) -> str:
    """Who is asked to do what: a table whose heads a script lets sort it."""
    if not rows:
        return f'<p class="missing">{escape(text("brief_no_acts", page))}</p>'
    keys = (text("acts_paragraph", page), text("brief_who", page), text("acts_verb", page), text("brief_what", page))
    head = "".join(
        f'<th scope="col" aria-sort="none"><button type="button" class="sort">{escape(said)}</button></th>'
        for said in (*keys, text("brief_when", page))
    )
    lines = []
    for number, row in enumerate(rows):
        act, language = row.act, row.text.language
        address = escape(here(row.text.document, language, act.paragraph))
        cells = "; ".join(act.addressees), act.verb, row.words, "; ".join(filter(None, (act.when, *act.dates)))
        said = "".join(f'<td lang="{language}">{escape(cell)}</td>' for cell in cells)
        name = escape(label(act.paragraph, page))
        lines.append(f'<tr><td data-order="{number}"><a href="{address}">{name}</a></td>{said}</tr>')
    title = f'<h2><span lang="{rows[0].text.language}">{escape(rows[0].text.title)}</span></h2>'
    return (
        f'<div class="sheet" lang="{page}">{title}<div class="table"><table class="acts"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table></div></div>"
    )
