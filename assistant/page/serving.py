"""The page served to browsers, while the models load."""

import errno
import os
import socket
import sys
import threading
from typing import Any

from assistant.errors import AssistantError
from assistant.generation.line import MOST_WAITING
from assistant.languages import Language, interface_language
from assistant.messages import text
from assistant.page.page import build_page
from assistant.qa import Assistant
from assistant.settings import Settings

# "important" where Gradio writes another style into the element.
_CSS = """
.gradio-container { max-width: 1280px !important; margin: 0 auto !important; }
#title h1 { margin-bottom: .2em; }
#paragraphs { max-height: 680px; overflow-y: auto !important; }
#paragraphs h3 { margin: .2em 0 .6em; font-size: 1em; }
#paragraphs article { border: 1px solid var(--border-color-primary); border-radius: 8px; padding: .7em .9em;
  margin-bottom: .7em; white-space: pre-line; }
#paragraphs article.cited { border-left: 4px solid var(--color-accent); }
#paragraphs header { font-weight: 600; margin-bottom: .3em; white-space: normal; }
#paragraphs header small { font-weight: 400; color: var(--body-text-color-subdued); }
#paragraphs article a { margin: 0; padding: 0; color: inherit; text-decoration-color: var(--color-accent); }
#paragraphs summary { cursor: pointer; margin: .4em 0; color: var(--body-text-color-subdued); }
#disclaimer { font-size: .8em; color: var(--body-text-color-subdued); }
"""
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

    AssistantError when the port is taken or the address can't be listened on.
    """
    language = interface_language(settings.interface)
    _check_address(settings.host, settings.port)
    assistant = Assistant(settings)
    page, url = launch(assistant)
    threading.Thread(target=_warm_up, args=(assistant, language), daemon=True).start()
    print(text("page_address", language, url=url), file=sys.stderr, flush=True)
    page.block_thread()


def launch(assistant: Assistant) -> tuple[Any, str]:
    """The page as `gradio.Blocks`, served by threads on the settings' host and port until closed; and its address."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    import gradio as gr

    page = build_page(assistant)
    # The assistant's own line puts readers in order, after they have seen what was found. Gradio has forty threads, of
    # which this leaves some for the page itself.
    page.queue(max_size=MOST_WAITING, default_concurrency_limit=MOST_WAITING + 10)
    _, url, _ = page.launch(
        server_name=assistant.settings.host,
        server_port=assistant.settings.port,
        theme=gr.themes.Default(font=_FONTS, font_mono=["ui-monospace", "monospace"]),
        css=_CSS,
        footer_links=[],
        ssr_mode=False,
        quiet=True,
        prevent_thread_lock=True,
    )
    return page, url


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
