"""The place on the page where documents are added, fetched and removed."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from assistant.documents.formats import FORMATS, SIZE_LIMIT
from assistant.languages import Language, interface_language
from assistant.messages import text
from assistant.page.library import Library, may_change
from assistant.page.uploads import MOST_FILES, MOST_SENT
from assistant.qa import Assistant


def documents_panel(assistant: Assistant, page: Any, reader: Any) -> list[Any]:
    """Lay it out in the ``page`` (`gradio.Blocks`), in the language of the radio ``reader``; it opens by a script.

    The events after which the library may have changed.
    """
    import gradio as gr

    first = interface_language(assistant.settings.interface)
    library = Library(assistant)
    unseen: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "queue": False}
    with gr.Column(elem_id="documents"):
        if not may_change(assistant.settings):
            note = gr.HTML(_closed(first))
            holdings = gr.HTML(library.listed(first), elem_id="holdings")
            reader.change(lambda code: [_closed(code), library.listed(code)], reader, [note, holdings], **unseen)
            page.load(library.listed, reader, holdings, **unseen)
            return []
        drop = gr.HTML(drop_zone(first), elem_id="drop")
        files = gr.UploadButton(
            text("adding_choose", first), file_count="multiple", elem_id="files", size="sm", variant="secondary"
        )
        with gr.Row(elem_id="fetching"):
            symbols = gr.Textbox(label=text("adding_symbols", first), max_length=500, max_lines=1, elem_id="symbols")
            fetch = gr.Button(text("adding_fetch", first), elem_id="fetch", size="sm", scale=0, min_width=110)
        report = gr.HTML("", elem_id="report")
        holdings = gr.HTML(library.listed(first), elem_id="holdings")
        removed = gr.Textbox("", label=" ", elem_id="removed", container=False)  # filled in by the script alone

    def shown(states: Iterable[str], language: Language) -> Iterator[tuple[Any, ...]]:
        """The report, the list behind it, and what starts such work, which waits meanwhile."""
        said: Any = ""
        for said in states:
            yield said, gr.skip(), gr.update(interactive=False), gr.update(interactive=False), gr.skip()
        free = gr.update(interactive=True)
        yield said, library.listed(language), gr.update(value=None, interactive=True), free, ""

    def added(paths: list[str] | None, language: Language) -> Iterator[tuple[Any, ...]]:
        yield from shown(library.add([Path(path) for path in paths or ()], language), language)

    def fetched(asked: str, language: Language) -> Iterator[tuple[Any, ...]]:
        yield from shown(library.fetch(asked, language), language)

    def taken_out(name: str, language: Language) -> Iterator[tuple[Any, ...]]:
        if name:
            yield from shown(library.remove(name, language), language)
        else:  # emptied behind the work, which is a change as well
            yield (gr.skip(),) * len(outputs)

    def relabel(language: Language) -> list[Any]:
        return [
            drop_zone(language),
            gr.update(label=text("adding_choose", language)),
            gr.update(label=text("adding_symbols", language)),
            text("adding_fetch", language),
            library.listed(language),
        ]

    outputs = [report, holdings, files, fetch, removed]
    shared: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    reader.change(relabel, reader, [drop, files, symbols, fetch, holdings], **unseen)
    page.load(library.listed, reader, holdings, **unseen)

    def started(triggers: list[Callable[..., Any]], work: Callable[..., Any], asked: Any) -> Any:
        return gr.on(triggers, work, [asked, reader], outputs, **shared)

    return [
        started([files.upload], added, files),
        started([fetch.click, symbols.submit], fetched, symbols),
        started([removed.change], taken_out, removed),
    ]


def drop_zone(language: Language) -> str:
    """Where files are dropped; what the script says itself, of files that it does not send, stands in its data."""
    formats, size = ", ".join(FORMATS), SIZE_LIMIT // 2**20
    said = {
        "formats": " ".join(FORMATS),
        "format": text("document_format", language, path="{name}", formats=formats),
        "size": SIZE_LIMIT,
        "large": text("document_too_large", language, path="{name}", size="{size}", limit=size),
        "most": MOST_FILES,
        "sent": MOST_SENT,
        "many": text("uploads_too_many", language, files=MOST_FILES, limit=MOST_SENT // 2**20),
        "sending": text("adding_sending", language),
        "refused": text("adding_refused", language),
    }
    data = " ".join(f'data-{name}="{escape(str(value))}"' for name, value in said.items())
    return (
        f'<div class="drop" lang="{language}" {data}><p>{escape(text("adding_drop", language))}</p>'
        f"<small>{escape(text('adding_limits', language, formats=formats, files=MOST_FILES, limit=size))}</small>"
        '<p class="sending" role="status"></p><div class="refusals" role="alert"></div></div>'
    )


def _closed(language: Language) -> str:
    return f'<p lang="{language}">{escape(text("adding_closed", language))}</p>'
