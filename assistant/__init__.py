"""Ask a United Nations resolution questions in Chinese, Russian or English.

>>> from assistant import Assistant
>>> Assistant().ask("Where is the regional centre to be set up?").text  # doctest: +SKIP

Names are imported on first use, so that ``import assistant`` and ``assistant --help`` load no model
library.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Evidence, Timings, Turn, Waiting
    from assistant.errors import AssistantError
    from assistant.index.embedding import embed
    from assistant.qa import Assistant, ask
    from assistant.settings import Settings

_HOMES = {
    "Answer": "answer",
    "Assistant": "qa",
    "AssistantError": "errors",
    "Citation": "answer",
    "Evidence": "answer",
    "Settings": "settings",
    "Timings": "answer",
    "Turn": "answer",
    "Waiting": "answer",
    "ask": "qa",
    "embed": "index.embedding",
}
__all__ = [
    "Answer",
    "Assistant",
    "AssistantError",
    "Citation",
    "Evidence",
    "Settings",
    "Timings",
    "Turn",
    "Waiting",
    "ask",
    "embed",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"assistant.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
