"""A language model as the project sees it: one small protocol, one module an engine."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from assistant.models import Model


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
