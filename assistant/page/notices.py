"""What the page says beside the conversation: which ones are kept, what happened to them, and that an answer came.

The server makes the words; ``static/kept.js`` and ``static/arrival.js`` show them when it is time.
"""

import json
from html import escape

from assistant.languages import Language
from assistant.messages import text
from assistant.page.kept import MOST_CONVERSATIONS


def kept_list(language: Language) -> str:
    """HTML of the list of conversations that the browser keeps, which the script fills, and of what takes one along."""
    words = {
        "rename": text("kept_rename", language),
        "name": text("kept_name", language),
        "delete": text("kept_delete", language),
        "deleted": text("kept_deleted", language),
        "undo": text("kept_undo", language),
        "oldest": text("kept_oldest", language, most=MOST_CONVERSATIONS),
        "off": text("kept_off", language),
        "broken": text("kept_broken", language),
        "busy": text("kept_busy", language),
        "replaced": text("tools_replaced", language),
        "why": text("opinion_why", language),
        "send": text("opinion_send", language),
        "where": text("opinion_where", language),
        "offline": text("reader_offline", language),
    }
    where = escape(text("kept_where", language, most=MOST_CONVERSATIONS))
    take, printed, offline = (escape(text(key, language)) for key in ("export_take", "export_print", "reader_offline"))
    return (
        f'<div class="beside"><details class="kept" lang="{language}" data-words="{escape(json.dumps(words))}"'
        f' data-most="{MOST_CONVERSATIONS}"><summary>{escape(text("kept_list", language))} <span class="count"></span>'
        f'</summary><ul></ul><p>{where}</p></details><div class="take" role="group" aria-label="{take}"'
        f' lang="{language}" data-offline="{offline}"><span>{take}</span> <button type="button" data-format="docx">'
        '<span lang="en">Word</span></button><button type="button" data-format="md"><span lang="en">Markdown</span>'
        f'</button><button type="button">{printed}</button></div></div>'
    )


def notices(language: Language) -> str:
    """HTML of the way to an answer that came out of sight, and of the line for what else there is to tell."""
    arrived = escape(text("page_arrived", language))
    return (
        f'<button type="button" class="arrival" lang="{language}" hidden>{arrived}</button>'
        f'<p class="notice" role="status" lang="{language}"></p>'
    )


def refusal(line: str, language: Language) -> str:
    """HTML of the ``line`` that says why a question was not taken from the box; of "", of none."""
    return f'<p role="alert" lang="{language}">{escape(line)}</p>' if line else ""
