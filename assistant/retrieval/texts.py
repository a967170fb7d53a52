"""The texts of an index as search sees them: which may be found, and which are translations of one another.

A text is one paragraph in one language, numbered through all documents (see `assistant.index.tables`).
"""

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from assistant.documents import Document
from assistant.documents.naming import called
from assistant.languages import LANGUAGES, Language
from assistant.text.symbols import document_numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.storage import Index


class SearchedTexts:
    """By text: the place of its ``language`` in `LANGUAGES`, its first chunk and the one behind its last (``spans``),
    and the number that it shares with its translations (``key_of``), whose texts are ``translations[number]``.
    ``became`` has the draft of each document that is what a draft became.
    """

    def __init__(self, index: "Index") -> None:
        import numpy as np

        self._index = index
        self._named = {(document.id, document.language): document for document in index.documents}
        self.key_of: NDArray[np.int32] = index.texts.key_of
        self.spans = index.chunks.spans()  # the chunks of a text lie side by side
        self._has_chunks = self.spans[:, 1] > self.spans[:, 0]
        places = np.array([LANGUAGES.index(document.language) for document in index.documents], dtype=np.int64)
        self.language = places[index.texts.document_of]
        self.translations = _Groups(self.key_of)
        self._readable: dict[Language, NDArray[np.bool_]] = {}
        ids = {document.symbol: document.id for document in index.documents if document.symbol}
        self.became = {ids[item.became]: item.id for item in index.documents if item.became in ids}
        # Documents by the numbers of their symbols: "78/265" in a question means one of these, "24/7" means none.
        self._numbered: dict[str, set[str]] = defaultdict(set)
        for document in index.documents:
            for number in document_numbers(document.symbol):
                self._numbered[number].add(document.id)

    def allowed(self, documents: Collection[str], languages: Collection[Language]) -> "NDArray[np.bool_]":
        """Whether each text may be found."""
        import numpy as np

        allowed = self._has_chunks
        if documents:
            of_these = [document.id in documents for document in self._index.documents]
            allowed = allowed & np.array(of_these, dtype=bool)[self._index.texts.document_of]
        if languages:
            allowed = allowed & np.isin(self.language, [LANGUAGES.index(code) for code in chosen(languages)])
        return allowed

    def readable(self, language: Language) -> "NDArray[np.bool_]":
        """Whether each text is one for a reader of ``language``: of documents that are here in that, a paragraph that
        its text there has. Editions that number their paragraphs apart would else stand in for one another.
        """
        import numpy as np

        if language not in self._readable:
            here = {document.id for document in self._index.documents if document.language == language}
            elsewhere = np.array([document.id not in here for document in self._index.documents], dtype=bool)
            has = np.zeros(int(self.key_of.max()) + 1 if len(self.key_of) else 0, dtype=bool)
            has[self.key_of[self.language == LANGUAGES.index(language)]] = True
            self._readable[language] = elsewhere[self._index.texts.document_of] | has[self.key_of]
        return self._readable[language]

    def inside(self, sources: Collection[tuple[str, str]]) -> "NDArray[np.bool_]":
        """Whether each text is in one of ``sources``: a document, and how the ids of its paragraphs begin."""
        import numpy as np

        inside = np.zeros(len(self._index.texts), dtype=bool)
        for place, document in enumerate(self._index.documents):
            sections = {section for name, section in sources if name == document.id}
            if not sections:
                continue
            start, end = self._index.texts.document_of.searchsorted([place, place + 1])
            if "" in sections:
                inside[start:end] = True
            else:
                begins = tuple(f"{section}." for section in sections)
                inside[start:end] = [item.id.startswith(begins) for item in document.paragraphs]
        return inside

    def meant(self, numbers: Collection[str]) -> set[str]:
        """Ids of the documents that have ``numbers``."""
        return {name for number in numbers for name in self._numbered.get(number, ())}

    def name(self, document: Document, language: Language, *, beside: bool) -> str:
        """What ``document`` is called in ``language``, ``beside`` others or alone: a card in another language has
        another name there.
        """
        there = self._named.get((document.id, language), document)
        return called(there, language) if beside else there.name


class _Groups:
    """The places of each number in an array of numbers counted from 0."""

    def __init__(self, numbers: "NDArray[np.int32]") -> None:
        import numpy as np

        self._order = np.argsort(numbers, kind="stable")
        self._ends = np.cumsum(np.bincount(numbers)) if len(numbers) else np.zeros(0, dtype=np.int64)

    def __getitem__(self, number: int) -> list[int]:
        start = self._ends[number - 1] if number else 0
        return self._order[start : self._ends[number]].tolist()  # type: ignore[no-any-return]


def chosen(languages: Collection[Language]) -> list[Language]:
    """Those of ``languages`` that there are; all where none is given."""
    return [code for code in LANGUAGES if not languages or code in languages]
