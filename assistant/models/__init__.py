"""Model files and servers: which are used, where they come from, and that they are whole."""

from assistant.models.choice import embedding_model, language_model
from assistant.models.model import Model, quietly

__all__ = ["Model", "embedding_model", "language_model", "quietly"]
