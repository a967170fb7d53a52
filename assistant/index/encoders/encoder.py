"""What runs an embedding model, as the project sees it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class Encoded(NamedTuple):
    """One text: its vector of unit length, (dimension,), and its tokens' ids, (tokens,), and states, (tokens, width).

    The tokens are those of prompt, text and special tokens, without padding.
    """

    vector: "Vectors"
    ids: "NDArray[np.int64]"
    states: "Vectors"


class Encoder(Protocol):
    """A loaded model. It is used by one thread at a time."""

    dimension: int
    prompts: dict[str, str | None]
    special_ids: list[int]

    def encode(self, texts: Sequence[str], prompts: Sequence[str]) -> list[Encoded]:
        """Each text with its prompt before it."""
        ...

    def token_ids(self, text: str) -> list[int]:
        """Tokens of ``text`` without special tokens, however many."""
        ...
