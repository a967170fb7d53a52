"""Which encoder runs the embedding model."""

from pathlib import Path

from assistant.index.encoders.encoder import Encoder
from assistant.languages import Language
from assistant.models import Model


def load_encoder(model: Model, threads: int = 0, cache: Path | None = None, language: Language = "en") -> Encoder:
    """OpenVINO where it can run the model and no GPU is at hand, its files being kept in ``cache``; else torch.

    ``language`` is that of the progress line on first use. AssistantError when neither loads the model.
    """
    from assistant.index.encoders.openvino_encoder import open_converted
    from assistant.index.encoders.torch_encoder import TorchEncoder

    converted = open_converted(model, cache, threads, language) if cache else None
    return converted or TorchEncoder(model, threads)
