"""Raw files to documents with numbered paragraphs."""

from assistant.answer import Reference
from assistant.documents.paragraph import Document, Note, Paragraph, label
from assistant.documents.reading import load_file

__all__ = ["Document", "Note", "Paragraph", "Reference", "label", "load_file"]
