"""A document service on this machine, that behaves well and badly, for the tests of `assistant corpus fetch`."""

import http.server
import io
import threading
from collections import defaultdict
from urllib.parse import parse_qs, urlsplit

import pytest
from undocs import make, write

from assistant.library import fetching

SYMBOL = "A/79/L.265"  # in the resolution that it has


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory):
    """Real PDFs of one resolution in three languages, some hundred kilobytes each."""
    folder = tmp_path_factory.mktemp("pdfs")
    made = {language: make(264, language, "resolution") for language in ("zh", "ru", "en")}
    found = {}
    for language, document in made.items():
        content = write(document, folder, "pdf").read_bytes()
        found[language] = content.replace(b"%%EOF", b"%" + b"x" * 200_000 + b"\n%%EOF")
    return found


class Service(http.server.BaseHTTPRequestHandler):
    """Answers ``/doc?s=SYMBOL&l=LANGUAGE`` by the plan for that symbol: a list of what to do, one a request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        asked = parse_qs(urlsplit(self.path).query)
        symbol, language = asked["s"][0], asked["l"][0]
        server = self.server
        server.asked.append((symbol, language, self.headers.get("Range"), server.clock()))
        plan = server.plans[symbol, language]
        step = plan.pop(0) if plan else "ok"
        body, status, headers = server.pdfs[language], 200, {"Content-Type": "application/pdf"}
        if isinstance(step, int):
            body, status = b"<html>error</html>", step
            headers = {"Content-Type": "text/html", **({"Retry-After": "3"} if step == 429 else {})}
        elif step == "html":
            body, headers = b"<!DOCTYPE html><html><body>Document not found</body></html>", {}
        elif step == "empty":
            body = b""
        elif step == "blank":
            body = _blank()
        elif step == "other":
            body = server.other
        elif step == "reset":
            self.close_connection = True
            return
        begin = self.headers.get("Range")
        if begin and status == 200 and step != "no-range":
            start = int(begin.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                self.send_response(416)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            body, status = body[start:], 206
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if step == "truncated":
            self.wfile.write(body[: len(body) // 3])
            self.close_connection = True
        elif step == "slow":
            for place in range(0, len(body), 50_000):
                self.wfile.write(body[place : place + 50_000])
                self.wfile.flush()
                threading.Event().wait(0.05)
        else:
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def _blank():
    from reportlab.pdfgen.canvas import Canvas

    content = io.BytesIO()
    canvas = Canvas(content)
    canvas.showPage()
    canvas.save()
    return content.getvalue()


class Clock:
    """Time that passes only when someone sleeps."""

    def __init__(self):
        self.now, self.slept = 1000.0, []

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch):
    own = Clock()
    monkeypatch.setattr(fetching, "time", own)
    return own


@pytest.fixture
def service(pdfs, clock, tmp_path):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.plans, server.asked, server.pdfs = defaultdict(list), [], pdfs
    server.clock = clock.monotonic
    server.other = write(make(7, "en", "resolution"), tmp_path, "pdf").read_bytes()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}/doc?s={{symbol}}&l={{language}}"
    yield server
    server.shutdown()
    server.server_close()
