"""The texts that a reader can have a question answered from, as the page lists them."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from rich.cells import cell_len, set_cell_size

from assistant.documents import Document
from assistant.index.storage import read_documents, read_manifest
from assistant.languages import Language, detect_language
from assistant.messages import text

Listed = tuple[str, str]  # which index's texts are listed, and in which language
NOTHING: Listed = ("", "")

_WIDEST = 64  # columns; a Chinese character takes two


def listing(
    index: Path, language: Language, chosen: Collection[str], listed: Listed, failed: bool = False
) -> tuple[dict[str, Any], Listed] | None:
    """What of the chooser has to change, and what it lists then; None where that is what is ``listed``.

    It follows the index in the folder, and waits for no model. A text that is chosen and gone stays, so that a question
    to it meets an error and no answer from others; once one has ``failed`` it goes.
    """
    manifest = read_manifest(index)
    now = (manifest.data if manifest else "", language)
    documents = read_documents(index) if failed or now != listed else ()
    if not documents:
        return None
    there = choices(documents, language)
    ids = {name for _, name in there}
    kept = [name for name in chosen if name in ids or not failed]
    offered = [*there, *((name, name) for name in kept if name not in ids)]
    changes = {"choices": offered, "label": text("page_texts", language), "visible": len(offered) > 1}
    # Else what the reader chooses meanwhile stays.
    return changes | ({"value": kept} if len(kept) < len(chosen) else {}), now


def choices(documents: Sequence[Document], language: Language) -> list[tuple[str, str]]:
    """(name in ``language``, or in one that the text has, id) of each full text, the main one first."""
    found: dict[str, Document] = {}
    for item in documents:
        known = found.get(item.id, item)
        if item.status != "card" and item.paragraphs and (known is item or item.language == language):
            found[item.id] = item
    return [(_named(item), item.id) for item in sorted(found.values(), key=lambda item: item.name != "")]


def _named(document: Document) -> str:
    """The symbol, else the id, with the title; of a text without symbol the name that it goes by, where it has one."""
    names = [name for name, section in document.aliases if not section]
    name = next((name for name in names if detect_language(name)[0] == document.language), "")
    parts = (name,) if name and not document.symbol else (document.symbol or document.id, document.title)
    shown = " · ".join(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
    return shown if cell_len(shown) <= _WIDEST else f"{set_cell_size(shown, _WIDEST - 1).rstrip()}…"
