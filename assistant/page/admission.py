"""Who gets an answer from the routes of the page beside Gradio's, and in which language."""

from typing import TYPE_CHECKING

from assistant.languages import LANGUAGES, Language
from assistant.messages import text

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def admitted(request: "Request", name: str = "language") -> "tuple[Language, Response | None]":
    """The page's language, which the parameter ``name`` tells, and the refusal of who does not know its password."""
    from starlette.responses import PlainTextResponse

    asked = request.query_params.get(name)
    page: Language = asked if asked in LANGUAGES else "en"
    return page, None if _knows_password(request) else PlainTextResponse(text("page_password", page), 401)


def _knows_password(request: "Request") -> bool:
    """Whether this browser has signed in, as Gradio tells it on its own routes; where there is no password, any has."""
    app = request.app
    tokens = (request.cookies.get(f"access-token{kind}-{app.cookie_id}") for kind in ("", "-unsecure"))
    return getattr(app, "auth", None) is None or any(app.tokens.get(token) for token in tokens)
