"""Embeddings that can be searched: a store that every machine has in its index folder, or one that many share.

Row n of a store is the embedding of chunk n. A question is put to one language at a time, so that texts in one can't
take the places of those in another, and may be kept to documents.
"""

from assistant.index.vectors.backends import backend
from assistant.index.vectors.store import Backend, Rows, VectorStore

__all__ = ["Backend", "Rows", "VectorStore", "backend"]
