"""Evidence to text: one small protocol, one module an engine."""

import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from assistant.languages import Language
from assistant.models import Model, language_model
from assistant.settings import Settings

__all__ = ["Engine", "Message", "chance", "load_engine", "runs_in_openvino"]


@dataclass(frozen=True)
class Message:
    """One turn of a chat prompt."""

    role: Literal["system", "user", "assistant"]
    content: str


class Engine(Protocol):
    """A loaded chat model."""

    name: str
    model: Model

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[str, None, None]:
        """The reply in pieces, decoded greedily; closing the iterator stops the model at once."""

    def probability(self, messages: Sequence[Message], reply: str) -> float:
        """How likely the model is to begin its reply with the first token of ``reply``, in [0, 1].

        At most what is left of 1, where another token is likelier and the engine tells no more.
        """

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text``, special tokens not counted."""


def chance(said: str, likelihood: float, reply: str) -> float:
    """`Engine.probability` of ``reply`` where the likeliest first token was ``said``."""
    said, reply = said.strip(" .,!\n").casefold(), reply.casefold()
    return likelihood if said and (reply.startswith(said) or said.startswith(reply)) else 1 - likelihood


def load_engine(settings: Settings, language: Language = "en") -> Engine:
    """The settings' language model in the settings' engine; ``language`` is that of the progress bar.

    "auto" is openvino for what it reads best on a CPU, a GGUF file or a folder in OpenVINO's own format, and
    transformers for every other model. "openai" is a server, of which nothing is loaded here.
    """
    model = language_model(settings, language)
    if settings.engine == "openai":
        from assistant.generation.openai_engine import OpenAIEngine

        return OpenAIEngine(model, settings)
    if runs_in_openvino(model, settings):
        from assistant.generation.openvino_engine import OpenVinoEngine

        return OpenVinoEngine(model, settings, language)
    from assistant.generation.transformers_engine import TransformersEngine

    return TransformersEngine(model, settings)


def runs_in_openvino(model: Model, settings: Settings) -> bool:
    """Whether `load_engine` takes openvino for ``model``."""
    return settings.engine == "openvino" or (settings.engine == "auto" and _openvino_reads(model))


def _openvino_reads(model: Model) -> bool:
    return model.location.endswith(".gguf") or os.path.exists(os.path.join(model.location, "openvino_model.xml"))
