"""The pane that shows a text in full: its place on the page, and the route that it reads from."""

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, cast

from assistant.documents import Document
from assistant.index.storage import read_documents
from assistant.languages import LANGUAGES, Language
from assistant.messages import text
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
    from starlette.responses import HTMLResponse, PlainTextResponse
    from starlette.routing import Route

    def show(request: "Request") -> "Response":
        asked = {name: request.query_params.get(name, "") for name in ("document", "language", "beside")}
        page = cast(Language, request.query_params.get("page"))
        page = page if page in LANGUAGES else "en"
        if not knows_password(request):
            return PlainTextResponse(text("page_password", page), 401)
        documents: Sequence[Document] = read_documents(settings.index_path)
        if documents:
            html, status = text_view(documents, page, **asked), 200
        else:  # the first start builds the index; the script asks again
            html, status = f'<p class="missing">{escape(text("reader_no_index", page))}</p>', 503
        # A text may have characters that no encoding has.
        return HTMLResponse(html.encode("utf-8", "replace"), status, {"Cache-Control": "no-store"})

    return [Route("/text", show)]


def knows_password(request: "Request") -> bool:
    """Whether this browser has signed in, as Gradio tells it on its own routes; where there is no password, any has."""
    app = request.app
    tokens = (request.cookies.get(f"access-token{kind}-{app.cookie_id}") for kind in ("", "-unsecure"))
    return getattr(app, "auth", None) is None or any(app.tokens.get(token) for token in tokens)
