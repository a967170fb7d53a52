"""Which text is spoken of."""

from dataclasses import dataclass

from assistant.answer import Status
from assistant.documents.paragraph import Document
from assistant.languages import Language


@dataclass(frozen=True)
class Text:
    """A document in one language, by what a reader knows it by; ``status`` is as in `assistant.documents.Document`."""

    document: str
    title: str
    symbol: str
    session: str
    language: Language
    status: Status

    @classmethod
    def of(cls, document: Document) -> "Text":
        """That of ``document``."""
        return cls(document.id, document.title, document.symbol, document.session, document.language, document.status)
