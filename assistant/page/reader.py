"""The pane that shows a text in full: its place on the page, and the route that it reads from."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from assistant.documents import Document
from assistant.index.storage import read_documents
from assistant.languages import Language
from assistant.messages import text
from assistant.page.admission import admitted
from assistant.page.text_view import text_view
from assistant.settings import Settings

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route


def pane(language: Language) -> str:
    """HTML of the pane before the script has filled it; ``lang`` tells that the page's language."""
    name, opening, offline = (
        escape(text(key, language)) for key in ("reader_text", "reader_opening", "reader_offline")
    )
    return (
        f'<section class="text" lang="{language}" aria-label="{name}" tabindex="0" data-offline="{offline}">'
        f"<p>{opening}</p></section>"
    )


def tabs(language: Language) -> str:
    """HTML of the two views that a narrow screen shows one at a time."""
    views = (("conversation", "page_chat"), ("text", "reader_text"))
    return "".join(
        f'<button type="button" data-view="{view}" lang="{language}">{escape(text(key, language))}</button>'
        for view, key in views
    )


def routes(settings: Settings) -> "Sequence[Route]":
    """``/text?document=…&language=…&beside=…&page=…``: a text of the index as it is now, as HTML for the pane.

    Where the page has a password, it is for those who know it.
    """
    from starlette.responses import HTMLResponse
    from starlette.routing import Route

    def show(request: "Request") -> "Response":
        asked = {name: request.query_params.get(name, "") for name in ("document", "language", "beside")}
        page, refusal = admitted(request, "page")
        if refusal:
            return refusal
        documents: Sequence[Document] = read_documents(settings.index_path)
        if documents:
            html, status = text_view(documents, page, **asked), 200
        else:  # the first start builds the index; the script asks again
            html, status = f'<p class="missing">{escape(text("reader_no_index", page))}</p>', 503
        # A text may have characters that no encoding has.
        return HTMLResponse(html.encode("utf-8", "replace"), status, {"Cache-Control": "no-store"})

    return [Route("/text", show)]
