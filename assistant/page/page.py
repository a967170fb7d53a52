"""The page: a conversation, and beside it the text that its answers cite."""

import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from assistant.languages import NAMES, Language, interface_language
from assistant.messages import text
from assistant.page.chooser import NOTHING, Listed, listing
from assistant.page.conversation import Message, failed, respond
from assistant.page.documents_panel import documents_panel
from assistant.page.front import disclaimer
from assistant.page.kept import Exchange, parcel
from assistant.page.notices import kept_list, notices, refusal
from assistant.page.opening import opened
from assistant.page.reader import pane, tabs
from assistant.page.spoken import reader_language
from assistant.page.tasks import tasks_panel
from assistant.qa import Assistant
from assistant.question.reading import LONGEST

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


def build_page(assistant: Assistant) -> Any:
    """The page as `gradio.Blocks`, not launched yet."""
    import gradio as gr

    first = interface_language(assistant.settings.interface)
    # What was uploaded goes after an hour, and with the server.
    with gr.Blocks(title=text("page_title", first), fill_width=True, delete_cache=(600, 3600)) as page:
        with gr.Row(elem_id="head"):
            title = gr.Markdown(_title(first), elem_id="title")
            reader = gr.Radio(
                [(name, code) for code, name in NAMES.items()],
                value=first,
                label=text("page_language", first),
                elem_id="language",
                scale=0,
            )
        tasks = gr.HTML(tasks_panel(first), elem_id="tasks")
        views = gr.HTML(tabs(first), elem_id="views")
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="conversation"):
                library_changed = documents_panel(assistant, page, reader)
                kept = gr.HTML(kept_list(first), elem_id="kept")
                chat = gr.Chatbot(
                    label=text("page_chat", first),
                    height=430,
                    autoscroll=False,  # to the end of what is written: static/arrival.js keeps its beginning in sight
                    elem_id="chat",
                    render_markdown=False,
                    latex_delimiters=[],  # formulas in texts are text
                    buttons=[],  # it would copy HTML
                )
                notice = gr.HTML(notices(first), elem_id="notice")
                texts = gr.Dropdown(
                    [], value=[], multiselect=True, label=text("page_texts", first), visible=False, elem_id="texts"
                )
                question = gr.Textbox(
                    label=text("page_ask", first),
                    max_lines=4,
                    autofocus=True,
                    elem_id="question",
                )
                reason = gr.HTML("", elem_id="reason")
                with gr.Row():
                    send = gr.Button(text("page_send", first), variant="primary", elem_id="send")
                    stop = gr.Button(text("page_stop", first), interactive=False, elem_id="stop")
                    clear = gr.Button(text("page_clear", first), elem_id="clear")
                with gr.Column(elem_id="examples"):
                    heading = gr.Markdown(text("page_examples", first))
                    examples = [gr.Button(asked, size="sm", elem_classes="example") for asked in _EXAMPLES[first]]
            with gr.Column(elem_id="reading"):
                reading = gr.HTML(pane(first), elem_id="reader")
        gr.HTML(disclaimer(), elem_id="disclaimer")

        # The page's own events are no addresses for other programs.
        hidden: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        unseen = {**hidden, "queue": False}
        # What goes between the page and the conversations that the browser keeps (static/kept.js), and when.
        sent, reopen = gr.Textbox(label=" ", visible="hidden"), gr.Button("", visible="hidden", elem_id="reopen")
        repeat = gr.Button("", visible="hidden", elem_id="repeat")
        # What is to be asked, a question that met an error, and which texts are listed in which language.
        picked, again, listed = gr.State(""), gr.State(""), gr.State(NOTHING)
        # Gradio's own `cancels` drops a question that is asked just after it; a flag that the answer looks at does not.
        asking: dict[str | None, tuple[str, threading.Event]] = {}

        def pick(typed: str, language: Language, event: gr.EventData, request: gr.Request) -> tuple[Any, str]:
            asked = _EXAMPLES[language][examples.index(event.target)] if event.target in examples else typed
            if len(asked) > LONGEST:  # it stays in the box
                line = text("question_too_long", language, length=len(asked), limit=LONGEST)
                return gr.skip(), refusal(line, language)
            sent_twice = asking.get(request.session_hash, ("",))[0] == asked
            return gr.skip() if sent_twice else asked, ""

        def answer(
            asked: str,
            typed: str,
            messages: list[Message],
            language: Language,
            chosen: list[str],
            request: gr.Request,
        ) -> Iterator[tuple[Any, ...]]:
            if not asked:
                yield (gr.skip(),) * 8  # a generator that gives nothing would empty the page
                return
            stopped = threading.Event()
            asking[request.session_hash] = asked, stopped
            busy, free = gr.update(interactive=False), gr.update(interactive=True)
            conversation: Any = messages
            told: list[Exchange] = []
            try:
                with closing(
                    respond(assistant, asked, messages, language, stopped.is_set, chosen, told.append)
                ) as states:
                    taken: Any = ("", "" if asked == typed else gr.skip(), "")
                    for conversation in states:
                        yield conversation, busy, free, busy, *taken, parcel(told.pop()) if told else gr.skip()
                        taken = (gr.skip(),) * 3  # what the reader types or sends meanwhile stays
            finally:
                asking.pop(request.session_hash, None)
            yield conversation, free, busy, free, gr.skip(), gr.skip(), asked if failed(conversation) else "", gr.skip()

        def stop_answer(request: gr.Request) -> None:
            if now := asking.get(request.session_hash):
                now[1].set()

        def list_texts(chosen: list[str], language: Language, known: Listed, lost: str = "") -> tuple[Any, Any]:
            changes = listing(assistant.settings.index_path, language, chosen, known, lost != "")
            return (gr.update(**changes[0]), changes[1]) if changes else (gr.skip(), gr.skip())

        def settle(lost: str, typed: str, chosen: list[str], language: Language, known: Listed) -> tuple[Any, ...]:
            """A question that met an error stands in the box again, unless another one does."""
            box = lost if lost.strip() and not typed else gr.skip()
            return box, "", *list_texts(chosen, language, known, lost)

        # A question that is sent while another is answered comes after it: Gradio then starts `answer` once more.
        gr.on(
            [send.click, question.submit, repeat.click, *(example.click for example in examples)],
            pick,
            [question, reader],
            [picked, reason],
            js="(typed, language) => [kept.asking(typed), language]",
            **unseen,
            trigger_mode="multiple",
        ).then(
            answer,
            [picked, question, chat, reader, texts],
            [chat, send, stop, clear, picked, question, again, sent],
            **hidden,
            trigger_mode="always_last",
        ).then(
            settle,
            [again, question, texts, reader, listed],
            [question, again, texts, listed],
            **unseen,
        ).then(None, texts, None, js="texts => kept.texts(texts)")  # those that are gone are chosen no more
        stop.click(stop_answer, **unseen)
        page.unload(stop_answer)  # Gradio itself would notice a closed page only with the next thing to show
        clear.click(lambda: [], None, chat, **unseen)

        def relabel(language: Language) -> list[Any]:
            return [
                _title(language),
                gr.update(label=text("page_language", language)),
                gr.update(label=text("page_chat", language)),
                gr.update(label=text("page_ask", language)),
                text("page_send", language),
                text("page_stop", language),
                text("page_clear", language),
                text("page_examples", language),
                tabs(language),
                pane(language),
                *_EXAMPLES[language],
                kept_list(language),
                notices(language),
                tasks_panel(language),
            ]

        def open_kept(asked: str, request: gr.Request) -> tuple[Any, ...]:
            return opened(asked, reader_language(request.cookies, request.headers, first), assistant.settings)

        labelled = [title, reader, chat, question, send, stop, clear, heading, views, reading]
        labelled += [*examples, kept, notice, tasks]
        reader.change(relabel, reader, labelled, **unseen)
        refresh = (list_texts, [texts, reader, listed], [texts, listed])
        restored = [reader, chat, question, reason, texts, listed]
        page.load(open_kept, sent, restored, js="() => kept.opening()", **unseen).then(*refresh, **unseen)
        reopen.click(open_kept, sent, restored, js="() => kept.wanted()", **unseen)
        sent.change(None, sent, None, js="parcel => kept.put(parcel)")
        reader.input(None, reader, None, js="language => kept.language(language)")
        texts.input(None, texts, None, js="texts => kept.texts(texts)")
        gr.on([reader.change, question.focus, texts.focus], *refresh, **unseen, trigger_mode="always_last")
        for change in library_changed:
            change.then(*refresh, **unseen)
    return page


def _title(language: Language) -> str:
    return f"# {text('page_title', language)}\n{text('page_subtitle', language)}"
