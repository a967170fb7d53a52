"""Options that several commands have, and the settings and the assistant that these make."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language

if TYPE_CHECKING:
    from assistant.qa import Assistant
    from assistant.settings import Settings

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Corpus = Annotated[Path | None, typer.Option("--corpus", help="Folder of texts to answer from.", show_default=False)]
IndexFolder = Annotated[Path | None, typer.Option("--index", help="Folder of the index.", show_default=False)]


def parse_languages(given: str) -> tuple[Language, ...]:
    """The languages named in text such as "ru,zh", in the usual order; AssistantError for one that is not there."""
    chosen = [code.strip() for code in given.split(",") if code.strip()]
    for code in chosen or [given]:
        if code not in LANGUAGES:
            raise AssistantError("language_unknown", language=code)
    return tuple(code for code in LANGUAGES if code in chosen)


def read_settings(**overrides: object) -> "Settings":
    """`assistant.settings.load_settings`, which is imported when a command runs and not for ``--help``."""
    from assistant.settings import load_settings

    return load_settings(**overrides)


def interface_setting() -> str:
    """The language of messages that the settings name, or "auto" when they themselves are at fault."""
    try:
        return read_settings().interface
    except AssistantError:
        return "auto"


def open_assistant(**overrides: object) -> "Assistant":
    """An `Assistant` with these settings; nothing is loaded yet."""
    from assistant.qa import Assistant

    return Assistant(read_settings(**overrides))
