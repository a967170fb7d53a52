"""Which vector store the settings name."""

from assistant.index.vectors.store import Backend
from assistant.settings import Settings


def backend(settings: Settings) -> Backend:
    """The one that the settings name; nothing is connected to yet."""
    if settings.vector_store == "qdrant":
        from assistant.index.vectors.qdrant_store import QdrantBackend

        key = settings.qdrant_api_key
        return QdrantBackend(settings.qdrant_url, key.get_secret_value() if key else None)
    from assistant.index.vectors.faiss_store import FaissBackend

    return FaissBackend()
