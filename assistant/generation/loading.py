"""Which engine runs the language model."""

import os

from assistant.generation.engine import Engine
from assistant.languages import Language
from assistant.models import Model, language_model
from assistant.settings import Settings


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
