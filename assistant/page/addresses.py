"""Where links lead: to a paragraph on this page, by an address that can be passed on, or to an official text."""

import re
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from assistant.documents import Document, Reference
from assistant.languages import Language
from assistant.library.catalogue import CARD, official_text

URL = re.compile(r"https://[^\s，。]+")


def here(document: str, language: Language, paragraph: str = "", beside: str = "") -> str:
    """The address of a text on this page, at ``paragraph`` and with another language ``beside`` it where given."""
    asked = {"document": document, "language": language} | ({"beside": beside} if beside else {})
    return f"?{urlencode(asked, safe='/:()')}" + (f"#{quote(paragraph, safe='()')}" if paragraph else "")


class Shelf:
    """The documents of an index, by all that references call them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self._texts: dict[str, dict[Language, Document]] = {}
        self._ids: dict[str, str] = {}
        for item in documents:
            self._texts.setdefault(item.id, {})[item.language] = item
            if item.status != "card":
                titles = (name for name, section in item.aliases if not section)
                for name in (item.id, item.symbol, *titles):
                    self._ids.setdefault(name.casefold(), item.id)

    def texts(self, document: str) -> dict[Language, Document]:
        """The text with that id in each language that it is there in; empty where there is none."""
        return self._texts.get(document, {})

    def find(self, name: str) -> dict[Language, Document]:
        """`texts` of what is called ``name``: by id, else symbol or title, else the catalogue card on that."""
        return self.texts(name) or self.texts(self._ids.get(name.casefold(), f"{CARD}{name}"))

    def original(self, document: Document) -> Document | None:
        """The text that ``document`` is a working translation of; None where it is none."""
        texts = self.texts(document.id).values() if document.status == "translation" else ()
        return next((item for item in texts if item.status == "original"), None)

    def is_official(self, document: Document) -> bool:
        """Whether it is as official as its other languages: it has a symbol, and none of them is our translation."""
        return bool(document.symbol) and all(item.status != "translation" for item in self.texts(document.id).values())

    def leads(self, reference: Reference, words: str, language: Language) -> str:
        """Where a reference by ``words`` leads: to the text here, else to the official one; empty where none is known.

        The words count as well, since an instrument may be here under another id than the catalogue's.
        """
        name = next((name for name in (reference.target, words) if self._ids.get(name.casefold())), "")
        return here(self._ids[name.casefold()], language) if name else self._official(reference.target, language)

    def _official(self, target: str, language: Language) -> str:
        cards = self.texts(f"{CARD}{target}")
        card = cards.get(language)
        symbol = card.symbol if card else target if "/" in target else ""
        if symbol:
            return official_text(symbol, language)
        said = " ".join(item.text for item in card.paragraphs) if card else ""
        found = URL.search(said)
        return found[0] if found else ""
