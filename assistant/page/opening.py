"""What the page shows when it is opened, loaded anew, or led to another conversation that the browser kept."""

from typing import Any

from assistant.index.storage import read_documents
from assistant.languages import Language
from assistant.messages import text
from assistant.page.addresses import Shelf
from assistant.page.chooser import NOTHING, listing
from assistant.page.conversation import shown_again
from assistant.page.kept import Opening, read
from assistant.page.notices import refusal
from assistant.settings import Settings


def opened(asked: str, language: Language, settings: Settings) -> tuple[Any, ...]:
    """The page's language, conversation, box, line below that, texts and which are listed, for what the browser
    ``asked``; ``language`` is the browser's own.
    """
    import gradio as gr

    opening = read(Opening, asked)
    if opening is None:
        return language, [], gr.skip(), refusal(text("kept_broken", language), language), gr.skip(), gr.skip()
    page = opening.language or language
    conversation = opening.conversation
    chosen = conversation.texts if conversation else opening.texts
    line = refusal(text("kept_interrupted", page), page) if opening.interrupted else ""
    index = settings.index_path
    exchanges = conversation.exchanges if conversation else ()
    messages = shown_again(exchanges, Shelf(read_documents(index) if exchanges else ()), page, settings)
    changes = listing(index, page, chosen, NOTHING)
    texts = (gr.update(**{**changes[0], "value": list(chosen)}), changes[1]) if changes else (gr.skip(), gr.skip())
    # A question may have been asked before this came: it is not taken away.
    return page, messages if conversation else gr.skip(), opening.draft or gr.skip(), line, *texts
