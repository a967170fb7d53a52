"""HTML of the library: which texts there are, and what came of files that were added, of texts that were fetched.

Names and titles are whatever a file says: all are escaped.
"""

from collections.abc import Collection, Iterable, Sequence
from html import escape
from pathlib import Path

from assistant.documents import Document
from assistant.documents.doubts import doubt_line
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, NAMES, Language
from assistant.library.additions import Addition
from assistant.messages import counted, text
from assistant.page.addresses import here

# What is said otherwise where there are buttons and no commands.
_HERE = {"library_other": "adding_other"}


def under_way(said: str, language: Language) -> str:
    """One line: how far it is."""
    return f'<p class="under-way" lang="{language}">{escape(said)}</p>'


def report(added: Iterable[Addition], refused: Iterable[AssistantError], language: Language) -> str:
    """What was read of each file and what is in doubt about it, and why the others were not taken in."""
    items = "".join(_added(item, language) for item in added)
    html = f'<ul class="added">{items}</ul>' if items else ""
    reasons = "".join(f"<li>{escape(_reason(error, language))}</li>" for error in refused)
    if reasons:
        html += f'<p class="not-added">{escape(text("adding_refused", language))}</p><ul class="refused">{reasons}</ul>'
    return f'<div class="report" lang="{language}">{html}</div>'


def listed(documents: Sequence[Document], removable: Collection[str], language: Language) -> str:
    """Each full text once, by its title in ``language`` where it has one, a link to itself; ``removable`` are ids."""
    texts: dict[str, list[Document]] = {}
    for item in documents:
        if item.status != "card" and item.paragraphs:
            texts.setdefault(item.id, []).append(item)
    rows = "".join(_row(found, found[0].id in removable, language) for found in texts.values())
    summary = escape(counted("adding_list", language, len(texts)))
    return f'<details class="holdings" lang="{language}"><summary>{summary}</summary><ul>{rows}</ul></details>'


def offers(symbols: Iterable[str], language: Language) -> str:
    """Buttons that fetch the official texts with these ``symbols``, and for an empty one a button to add a file."""
    buttons = []
    for symbol in dict.fromkeys(symbols):
        if symbol:  # in an element, since Gradio leaves messages no attributes of ours to say it in
            said = escape(text("adding_offer", language, symbol=symbol))
            shown = f'<span class="symbol">{escape(symbol)}</span>'
            buttons.append(f'<button type="button" class="fetch">{said.replace(escape(symbol), shown, 1)}</button>')
        else:
            said = escape(text("task_documents", language))
            buttons.append(f'<button type="button" class="adds">{said}</button>')
    return f'<div class="offers" lang="{language}">{"".join(buttons)}</div>'


def _row(texts: Sequence[Document], removable: bool, language: Language) -> str:
    shown = next((item for item in texts if item.language == language), texts[0])
    there = [NAMES[code] for code in LANGUAGES if any(item.language == code for item in texts)]
    remove = ""
    if removable:
        # A summary that opens what is meant: nothing goes by one click, and no dialogue is needed for that.
        remove = (
            f'<details class="remove"><summary>{escape(text("adding_remove", language))}</summary>'
            f'<button type="button" data-remove="{escape(shown.id)}">{escape(text("adding_remove_sure", language))}'
            "</button></details>"
        )
    return f"<li>{_title(shown)} {_facts(shown, ', '.join(there), language)}{remove}</li>"


def _added(item: Addition, language: Language) -> str:
    document = item.document
    state = text("adding_new" if item.new else "adding_there", language)
    lines = [doubt_line(doubt, document, language) for doubt in item.doubts]
    sure = f'<p class="sure">{escape(text("adding_sure", language))}</p>'
    doubted = f'<ul class="doubts">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'
    return (
        f"<li><b>{escape(state)}</b> {_title(document)} {_facts(document, NAMES[document.language], language)}"
        f"{doubted if lines else sure}</li>"
    )


def _title(document: Document) -> str:
    title = " ".join(document.title.split()) or document.id
    address = escape(here(document.id, document.language))
    return f'<a lang="{document.language}" href="{address}">{escape(title)}</a>'


def _facts(document: Document, languages: str, language: Language) -> str:
    count = counted("adding_paragraphs", language, len(document.paragraphs))
    return f"<small>{escape(' · '.join(filter(None, [document.symbol, languages, count])))}</small>"


def _reason(error: AssistantError, language: Language) -> str:
    """Why a file was not taken in, which is named without the folder that it was uploaded into."""
    values = {name: value.name if isinstance(value, Path) else value for name, value in error.values.items()}
    return text(_HERE.get(error.key, error.key), language, **values)
