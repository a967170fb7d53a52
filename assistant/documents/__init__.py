"""Raw files to documents with numbered paragraphs."""

from assistant.answer import Reference
from assistant.documents.paragraph import Document, Note, Paragraph, label

__all__ = ["Document", "Note", "Paragraph", "Reference", "label"]
