"""The document that a browser gets first: Gradio's, with a head of ours, in the reader's language from the beginning.

Gradio would put a head into the page once it has started, and none on the page that asks for the password. Its
document is in English, names Gradio to whoever passes the address on, and has pictures elsewhere.
"""

import json
import re
from html import escape
from importlib.resources import files
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.languages import LANGUAGES, NAMES, Language
from assistant.messages import text
from assistant.page.spoken import reader_language

_STATIC = files(__package__) / "static"
_STYLES = ("page.css", "tasks.css", "kept.css", "print.css")
_SCRIPTS = (
    *("language.js", "listening.js", "focus.js"),
    *("words.js", "reader.js", "library.js", "tasks.js"),
    *("arrival.js", "kept.js", "take.js", "tools.js"),
)
_CARDS = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>\s*')
_LANG = re.compile(r'(<html\s+lang=)"\w*"')

# What Gradio says in English, as patterns of whole texts, and our lines in the place of that.
_GRADIO = {
    "chatbot conversation": "page_chat",
    "Loading response|Loading content|Loading[.]*": "page_loading",
    "Scroll down": "page_scroll",
    "Clear": "page_choose_none",
    "Close": "page_close",
    "Error": "page_error",
    "Warning": "page_warning",
    "Info|Success": "page_notice",
    "Connection Lost": "page_lost",
    r"Connection (?:to the server was lost|errored out)\..*": "page_lost_more",
    r"Queue is full\..*|This application is currently busy\..*": "line_full",
    "An error occurred[.]?|An unknown error.*|An Unexpected Error.*|Could not .*|Failed to fetch": "page_failed",
    "username": "page_user",
    "password": "page_secret",
    "Login": "page_sign_in",
    "Incorrect Credentials": "page_wrong_password",
}


class Front:
    """An ASGI application that gives what ``app`` does, and its front page with our head in it.

    Inside of the guard, and around all of Gradio's layers. A browser of none of the three languages gets ``language``.
    """

    def __init__(self, app: ASGIApp, language: Language) -> None:
        self.app = app
        self.language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; the front page once it is whole."""
        if (scope["type"], scope.get("path"), scope.get("method")) != ("http", "/", "GET"):
            await self.app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        language = reader_language(request.cookies, request.headers, self.language)
        # A compressed page could not be read here.
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        begun: Message = {}
        body = b""

        async def kept(message: Message) -> None:
            nonlocal begun, body
            if message["type"] == "http.response.start":
                begun = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            headers = MutableHeaders(raw=begun["headers"])
            if headers.get("content-type", "").startswith("text/html"):
                body = _headed(body.decode(), language).encode()
                headers["content-length"] = str(len(body))
                headers["vary"] = "Accept-Language, Cookie"
            await send(begun)
            await send({"type": "http.response.body", "body": body})

        await self.app({**scope, "headers": plain}, receive, kept)


def _headed(html: str, language: Language) -> str:
    """Gradio's document with our head, in ``language``."""
    before, end, behind = _LANG.sub(rf'\1"{language}"', _CARDS.sub("", html), count=1).partition("</head>")
    return f"{before}{head(language)}{end}{behind}"


def head(language: Language) -> str:
    """What goes into the page's head; inline, so that a script and a page of two versions never meet.

    Gradio rewrites a style sheet that it is given, and loses rules in that.
    """
    style, script = (
        "".join(_STATIC.joinpath(name).read_text("utf-8") for name in names) for names in (_STYLES, _SCRIPTS)
    )
    words = json.dumps(_words(), ensure_ascii=False).replace("<", "\\u003c")
    icon = quote(_STATIC.joinpath("icon.svg").read_text("utf-8").strip())
    return (
        f'<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,{icon}">'
        f"<title>{escape(text('page_title', language))}</title><style>{style}</style>"
        f"<script>window.pageWords = {words};{script}</script>"
    )


def disclaimer() -> str:
    """HTML of the disclaimer in the three languages: that of the page in a line, the others folded beside it."""
    said = "".join(f'<p lang="{code}">{escape(text("disclaimer", code))}</p>' for code in LANGUAGES)
    names = " · ".join(f'<span lang="{code}">{NAMES[code]}</span>' for code in LANGUAGES)
    return f'<div class="own">{said}</div><details><summary>{names}</summary>{said}</details>'


def _words() -> dict[str, dict[str, object]]:
    """The words that the scripts put in, by language."""
    return {
        code: {
            "title": text("page_title", code),
            "failed": text("page_failed", code),
            "gradio": [
                *((pattern, text(key, code)) for pattern, key in _GRADIO.items()),
                ("Remove(?: (.*))?", text("page_remove", code, name="$1")),
            ],
        }
        for code in LANGUAGES
    }
