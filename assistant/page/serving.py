"""The page served to browsers, while the models load."""

import atexit
import errno
import os
import shutil
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from hmac import compare_digest
from typing import Any

from pydantic import SecretStr

from assistant.documents.formats import SIZE_LIMIT
from assistant.errors import AssistantError
from assistant.generation.line import MOST_WAITING
from assistant.languages import LANGUAGES, Language, interface_language
from assistant.messages import text
from assistant.page import export, opinions
from assistant.page.front import Front
from assistant.page.guard import Guard, on_loopback
from assistant.page.page import build_page
from assistant.page.reader import routes
from assistant.page.sheets import sheet_routes
from assistant.qa import Assistant
from assistant.settings import Settings

# Nothing is fetched from elsewhere: the page works without internet.
_FONTS = [
    "system-ui",
    "Segoe UI",
    "Noto Sans",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
    "PingFang SC",
    "sans-serif",
]


def serve(settings: Settings) -> None:
    """Open the page on the settings' host and port, load the models meanwhile, and stay until interrupted.

    AssistantError when the port is taken or the address can't be listened on, and from `launch`.
    """
    language = interface_language(settings.interface)
    _check_address(settings.host, settings.port)
    assistant = Assistant(settings)
    page, url = launch(assistant)
    threading.Thread(target=_warm_up, args=(assistant, language), daemon=True).start()
    print(text("page_address", language, url=url), file=sys.stderr, flush=True)
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))  # else nothing is cleaned up
    page.block_thread()


def launch(assistant: Assistant) -> tuple[Any, str]:
    """The page as `gradio.Blocks`, served by threads on the settings' host and port until closed; and its address.

    AssistantError where other machines would reach it and neither a password nor that this is meant is set.
    """
    settings = assistant.settings
    host, password = settings.host, settings.password
    if password is None and not settings.open and not on_loopback(host):
        raise AssistantError("page_open", host=host)
    # One for each port: what a server that was killed has left there goes with the next.
    uploads = settings.cache_dir / "uploads" / str(settings.port)
    shutil.rmtree(uploads, ignore_errors=True)
    atexit.register(shutil.rmtree, uploads, ignore_errors=True)
    os.environ["GRADIO_TEMP_DIR"] = str(uploads)
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    os.environ.setdefault("GRADIO_RUN_HISTORY", "False")  # has an address that sends questions to a hub
    import gradio as gr

    @asynccontextmanager
    async def guarded(app: Any) -> AsyncIterator[None]:
        # Before the first request, and around Gradio's own layers, which `middleware` would be inside of.
        front = Front(app.middleware_stack, interface_language(settings.interface))
        app.middleware_stack = Guard(front, settings, uploads)
        yield

    page = build_page(assistant)
    # The assistant's own line puts readers in order, after they have seen what was found. Each takes a thread; some
    # more are for the page itself.
    page.queue(max_size=MOST_WAITING, default_concurrency_limit=MOST_WAITING + 10, api_open=False)
    _, url, _ = page.launch(
        server_name=f"[{host}]" if ":" in host else host,
        server_port=settings.port,
        app_kwargs={
            "lifespan": guarded,
            "routes": [
                *(*routes(settings), *sheet_routes(assistant)),
                *(*export.routes(settings), *opinions.routes(settings)),
            ],
        },
        auth=_knows(password) if password else None,
        auth_message="".join(f'<span lang="{code}">{text("page_password", code)}</span>' for code in LANGUAGES),
        max_file_size=SIZE_LIMIT,
        share=False,
        theme=gr.themes.Default(primary_hue="blue", font=_FONTS, font_mono=["ui-monospace", "monospace"]),
        footer_links=[],
        ssr_mode=False,
        quiet=True,
        max_threads=MOST_WAITING + 30,
        prevent_thread_lock=True,
    )
    return page, url


def _knows(password: SecretStr) -> Callable[[str, str], bool]:
    """Whether who comes, under any name, knows the password."""
    return lambda _, given: compare_digest(given.encode(), password.get_secret_value().encode())


def _warm_up(assistant: Assistant, language: Language) -> None:
    try:
        assistant.warm_up()
    except AssistantError as error:  # the page says it again to whoever asks
        print(error.message(language), file=sys.stderr)


def _check_address(host: str, port: int) -> None:
    """Bind and let go, so that a taken port is one line and not a traceback."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            if sys.platform != "win32":  # a port that was closed a moment ago is free there only with this
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise AssistantError("port_in_use", port=port) from None
        raise AssistantError("host_unusable", host=host, reason=error.strerror or error) from None
