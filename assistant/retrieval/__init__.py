"""A question to ranked evidence, whatever the language of the question or of the text."""

from assistant.retrieval.retriever import Retriever

__all__ = ["Retriever"]
