"""Who may reach the page: its own readers under its own name, and no other web page that they have open.

A browser sends requests to this machine for whichever page asks it to. Gradio keeps other pages from reading some of
the replies, and takes their uploads and questions all the same. So the name that is asked for (`Host`: another one may
lead here too, DNS rebinding) and the page that asks (`Origin`) are looked at before Gradio sees anything.

Starlette's TrustedHostMiddleware knows no addresses, and answers in English without saying what to do.
"""

import re
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.languages import Language, interface_language
from assistant.messages import text
from assistant.page.spoken import reader_language
from assistant.page.uploads import limited
from assistant.settings import Settings

_HOST = re.compile(r"(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d+)?", re.ASCII | re.IGNORECASE)
_HEADERS = {
    # Gradio's page has scripts and styles in it, makes functions of its templates, and some of its pictures are data.
    "Content-Security-Policy": "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not no-referrer: with that a form of the page itself would come from `Origin: null`.
    "Referrer-Policy": "same-origin",
}


def addresses(host: str) -> set[IPv4Address | IPv6Address]:
    """The addresses that ``host`` stands for on this machine; OSError where there are none."""
    return {ip_address(str(found[4][0]).partition("%")[0]) for found in socket.getaddrinfo(host, None)}


def on_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens on ``host``."""
    return all(address.is_loopback for address in addresses(host))


class Guard:
    """An ASGI application that hands to ``app`` what its own readers ask for, and answers all else with one line.

    The outermost: Gradio's own outer layer would let other pages ask whether they may (CORS), and say yes.
    """

    def __init__(self, app: ASGIApp, settings: Settings, folder: Path) -> None:
        self.app = app
        self.folder = folder
        self.language = interface_language(settings.interface)
        self.named = {*settings.hosts.split(",")} - {""}
        listened = addresses(settings.host)
        self.names = {_name(host) for host in self.named} | listened | {settings.host.lower()}
        self.everywhere = any(address.is_unspecified for address in listened)
        if self.everywhere:
            own = socket.gethostname().lower()
            self.names |= {own, f"{own}.local"}
        if self.everywhere or on_loopback(settings.host):
            self.names |= {_name(host) for host in ("localhost", "127.0.0.1", "[::1]")}
        self.names.discard("")  # what is no name is not ours

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on; either way with the headers that keep the page to itself."""
        headers = Headers(scope=scope)
        language = reader_language(HTTPConnection(scope).cookies, headers, self.language)

        async def send_with_headers(message: Message) -> None:
            if message["type"].endswith("response.start"):
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        refusal = self._refusal(scope, headers, language)
        if refusal:
            await PlainTextResponse(refusal, 403)(scope, receive, send_with_headers)
        else:
            await self.app(scope, limited(headers, receive, self.folder, language), send_with_headers)

    def _refusal(self, scope: Scope, headers: Headers, language: Language) -> str:
        """Why this is not answered; "" where it is."""
        host = headers.get("host", "")
        name = _name(host)
        # Who asks for an address was not led here by a name. Which ones lead here, through a container or a router, it
        # can't know.
        ours = name in self.names or (self.everywhere and not isinstance(name, str))
        if not ours or len(headers.getlist("host")) > 1:
            return text("page_host", language, host=host[:100])
        origin = headers.get("origin")
        if origin is not None:
            if origin.partition("://")[2].lower() in {host.lower(), *self.named}:
                return ""
            return text("page_origin", language, origin=origin[:100])
        if headers.get("sec-fetch-site", "none") in ("none", "same-origin") or _is_link(scope, headers):
            return ""
        return text("page_origin", language, origin=headers.get("referer", "?")[:100])


def _name(host: str) -> str | IPv4Address | IPv6Address:
    """A `Host` without its port, a name in small letters; "" where it is none."""
    found = _HOST.fullmatch(host)
    name = (found[1] or found[2]).lower() if found else ""
    try:
        return ip_address(name)
    except ValueError:
        return name


def _is_link(scope: Scope, headers: Headers) -> bool:
    """Whether a link on another page opens the page: that page sees nothing of it, and nothing is done."""
    wanted = (scope.get("method"), scope["path"], headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
    return wanted == ("GET", "/", "navigate", "document")
