"""The chat page: a conversation on one side, the paragraphs that the last answer rests on beside it."""

import errno
import os
import socket
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from html import escape, unescape
from itertools import pairwise
from typing import Any, cast

from assistant.answer import REMEMBERED, Answer, Turn, Waiting
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language, interface_language
from assistant.messages import text
from assistant.panels import answer_panel, evidence_panel
from assistant.qa import Assistant
from assistant.settings import Settings
from assistant.waiting import MOST_WAITING

Message = dict[str, Any]

_NAMES: dict[Language, str] = {"zh": "中文", "ru": "Русский", "en": "English"}
_EXAMPLES: dict[Language, tuple[str, str]] = {
    "zh": ("区域人工智能中心将设在哪里？", "哪些国家提出了这份决议草案？"),
    "ru": (
        "Где предлагается создать региональный центр искусственного интеллекта?",
        "Какие страны внесли этот проект резолюции?",
    ),
    "en": (
        "Where is the regional artificial intelligence centre to be set up?",
        "When and where will the conference on AI in education take place?",
    ),
}
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
# What tells an answer from an error and the like when Gradio hands the conversation back.
_ANSWER = {"id": "answer"}


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


def build_page(assistant: Assistant) -> Any:
    """The page as `gradio.Blocks`, not launched yet."""
    import gradio as gr

    first = interface_language(assistant.settings.interface)
    with gr.Blocks(title=text("page_title", first), fill_width=True) as page:
        with gr.Row():
            title = gr.Markdown(_title(first), elem_id="title")
            reader = gr.Radio(
                [(name, code) for code, name in _NAMES.items()],
                value=first,
                label=text("page_language", first),
                elem_id="language",
                scale=0,
                min_width=350,
            )
        with gr.Row():
            with gr.Column(scale=3):
                chat = gr.Chatbot(
                    label=text("page_chat", first),
                    height=430,
                    elem_id="chat",
                    render_markdown=False,
                    buttons=["copy"],
                )
                question = gr.Textbox(
                    label=text("page_ask", first),
                    max_length=4000,
                    max_lines=4,
                    autofocus=True,
                    elem_id="question",
                )
                with gr.Row():
                    send = gr.Button(text("page_send", first), variant="primary", elem_id="send")
                    stop = gr.Button(text("page_stop", first), interactive=False, elem_id="stop")
                    clear = gr.Button(text("page_clear", first), elem_id="clear")
                heading = gr.Markdown(text("page_examples", first))
                examples = []
                for code in LANGUAGES:
                    with gr.Row():
                        examples += [gr.Button(asked, size="sm", elem_classes="example") for asked in _EXAMPLES[code]]
            with gr.Column(scale=2):
                paragraphs = gr.HTML(_empty(first), elem_id="paragraphs")
        gr.HTML(
            "".join(f'<p lang="{code}">{text("disclaimer", code)}</p>' for code in LANGUAGES),
            elem_id="disclaimer",
        )

        # Gradio's own `cancels` drops a question that is asked just after it; a flag that the answer looks at does not.
        stops: dict[str | None, threading.Event] = {}

        def answer(
            typed: str, messages: list[Message], language: Language, event: gr.EventData, request: gr.Request
        ) -> Iterator[tuple[Any, ...]]:
            asked = event.target.value if event.target in examples else typed
            stopped = stops[request.session_hash] = threading.Event()
            busy, free = gr.update(interactive=False), gr.update(interactive=True)
            conversation: Any = messages
            panel: Any = gr.skip()
            try:
                with closing(respond(assistant, asked, messages, language, stopped.is_set)) as states:
                    emptied: Any = ""
                    for conversation, panel in states:
                        yield conversation, panel, emptied, busy, free, busy
                        emptied = gr.skip()  # what the reader types meanwhile stays
            finally:
                stops.pop(request.session_hash, None)
            yield conversation, panel, gr.skip(), free, busy, free

        def stop_answer(request: gr.Request) -> None:
            if request.session_hash in stops:
                stops[request.session_hash].set()

        gr.on(
            [send.click, question.submit, *(example.click for example in examples)],
            answer,
            [question, chat, reader],
            [chat, paragraphs, question, send, stop, clear],
            show_progress="hidden",
        )
        stop.click(stop_answer, queue=False, show_progress="hidden")
        page.unload(stop_answer)  # Gradio itself would notice a closed page only with the next thing to show
        clear.click(
            lambda language: ([], _empty(language)), reader, [chat, paragraphs], queue=False, show_progress="hidden"
        )

        def relabel(language: Language, messages: list[Message]) -> list[Any]:
            return [
                _title(language),
                gr.update(label=text("page_language", language)),
                gr.update(label=text("page_chat", language)),
                gr.update(label=text("page_ask", language)),
                text("page_send", language),
                text("page_stop", language),
                text("page_clear", language),
                text("page_examples", language),
                gr.skip() if messages else _empty(language),
            ]

        labelled = [title, reader, chat, question, send, stop, clear, heading, paragraphs]
        reader.change(relabel, [reader, chat], labelled, queue=False, show_progress="hidden")
        page.load(_browser_language(first), None, reader, queue=False, show_progress="hidden")
    return page


def respond(
    assistant: Assistant,
    asked: str,
    messages: Sequence[Message],
    language: Language,
    stopped: Callable[[], bool] = lambda: False,
) -> Generator[tuple[list[Message], str], None, None]:
    """(conversation, paragraphs as HTML) as an answer grows; ``language`` is the page's.

    An answer is in the question's language, and so are its labels and errors. What is said is escaped, since Gradio
    shows HTML in a message as HTML. Once ``stopped`` says so, the answer ends, and text that was not checked is not
    left standing.
    """
    reader = detect_language(asked[:2000])[0] if any(map(str.isalpha, asked[:2000])) else language
    history = _history(messages)
    said = [{"role": "user", "content": escape(asked[:2000], quote=False)}] if asked.strip() else []
    messages = [*messages, *said]
    written, position = "", 0

    def shown(content: str) -> list[Message]:
        return [*messages, {"role": "assistant", "content": escape(content, quote=False)}]

    def begun() -> list[Message]:
        return shown("…" if assistant.ready else text("page_preparing", reader))

    yield begun(), _empty(reader)
    panel = _empty(reader)
    try:
        with closing(assistant.stream(asked, history=history)) as events:
            for event in events:
                if isinstance(event, Answer):
                    yield [*messages, _answered(event)], answer_panel(event)
                elif stopped():
                    yield shown(text("page_stopped", reader)), panel
                    return
                elif isinstance(event, Waiting):
                    if event.position != position:
                        position = event.position
                        yield shown(text("waiting", reader, position=position)) if position else begun(), panel
                elif isinstance(event, str):
                    written += event
                    yield shown(f"{written} ▌ ({text('page_checking', reader)})"), panel
                else:
                    panel = evidence_panel(event, reader)
                    yield begun(), panel
    except AssistantError as error:
        yield shown(error.message(reader)), panel
    except Exception as error:  # a reader gets a line and not a stalled page
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        yield shown(text("internal", reader, reason=type(error).__name__)), panel


def _answered(answer: Answer) -> Message:
    """The message of a finished answer: its text first, then what else there is to say, each a block of its own."""
    blocks = [escape(block, quote=False) for block in (answer.text, answer.note) if block]
    if answer.standalone:
        understood = text("understood", answer.language, question=answer.standalone)
        blocks.append(f"<small>{escape(understood, quote=False)}</small>")
    return {"role": "assistant", "content": blocks, "metadata": _ANSWER}


def _history(messages: Sequence[Message]) -> tuple[Turn, ...]:
    """The last questions that were answered, as they come back from Gradio or were given to it."""

    def first(message: Message) -> str:
        block = message["content"]
        if isinstance(block, list):
            block = block[0]
        return unescape(block if isinstance(block, str) else block["text"])

    turns = [
        Turn(first(question), first(answer))
        for question, answer in pairwise(messages)
        if question["role"] == "user" and (answer.get("metadata") or {}).get("id") == _ANSWER["id"]
    ]
    return tuple(turns[-REMEMBERED:])


def _title(language: Language) -> str:
    return f"# {text('page_title', language)}\n{text('page_subtitle', language)}"


def _empty(language: Language) -> str:
    return f"<p>{escape(text('page_paragraphs', language))}</p>"


def _browser_language(default: Language) -> Any:
    """A loader that picks the first of the browser's languages that is one of ours."""
    import gradio as gr

    def choose(request: gr.Request) -> Language:
        for part in request.headers.get("accept-language", "").split(","):
            code = part.strip()[:2].lower()
            if code in LANGUAGES:
                return cast(Language, code)
        return default

    return choose


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
