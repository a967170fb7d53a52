"""Raw files to documents with numbered paragraphs."""

from assistant.documents.catalogue import CARD, official_text
from assistant.documents.corpus import Corpus, by_source, corpus_files, find, load_corpus, load_file
from assistant.documents.paragraph import Document, Note, Paragraph, Reference, label

__all__ = [
    "CARD",
    "Corpus",
    "Document",
    "Note",
    "Paragraph",
    "Reference",
    "by_source",
    "corpus_files",
    "find",
    "label",
    "load_corpus",
    "load_file",
    "official_text",
]
