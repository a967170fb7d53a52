"""What runs the embedding model: sentence-transformers, or on CPUs its network alone in OpenVINO.

One text at a time or in batches, an `Encoder` gives the same vectors; `eval/embedding.py` prints how near and how fast.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from assistant.languages import Language
from assistant.models import Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

__all__ = ["Encoded", "Encoder", "load_encoder"]


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


def load_encoder(model: Model, threads: int = 0, cache: Path | None = None, language: Language = "en") -> Encoder:
    """OpenVINO where it can run the model and no GPU is at hand, its files being kept in ``cache``; else torch.

    ``language`` is that of the progress line on first use. AssistantError when neither loads the model.
    """
    from assistant.encoders.openvino_encoder import open_converted
    from assistant.encoders.torch_encoder import TorchEncoder

    converted = open_converted(model, cache, threads, language) if cache else None
    return converted or TorchEncoder(model, threads)
