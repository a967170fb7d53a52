"""An index that is open, with what is in it, until another takes its place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.analysis.anatomy import Anatomy
from assistant.answer import Evidence
from assistant.documents import Document
from assistant.index.building import open_index
from assistant.index.embedding import Embedder
from assistant.languages import Language
from assistant.library.names import Names, names_of
from assistant.question.query import Query
from assistant.retrieval.retriever import Retriever
from assistant.settings import Settings


@dataclass(frozen=True)
class Opened:
    """An index that is open: what searches it, its documents, and what they are called."""

    retriever: Retriever
    documents: Sequence[Document]
    names: Names

    @classmethod
    def now(cls, settings: Settings, embedder: Embedder, interface: Language) -> "Opened":
        """The index of ``settings`` as it is now, brought up to date; AssistantError as `open_index` says."""
        index = open_index(settings, embedder, interface)
        retriever = Retriever.of(index, embedder, settings)
        return cls(retriever, index.documents, names_of(index.documents))

    def search(
        self, query: Query, top_k: int, sources: Collection[tuple[str, str]], near: Sequence[Evidence] = ()
    ) -> tuple[Evidence, ...]:
        """`Retriever.search_sources`, with those first that are ``near`` already."""
        first = {(item.document, item.paragraph) for item in near}
        found = self.retriever.search_sources(query, top_k, sources)
        return tuple(sorted(found, key=lambda item: (item.document, item.paragraph) not in first))

    def anatomy(self, document: Document) -> Anatomy:
        """What one of the ``documents`` does."""
        return self.retriever.index.anatomies[self._places[document.id, document.language]]

    def vectors(self, document: Document) -> NDArray[np.float32]:
        """The embeddings of a document's paragraphs, of unit length: the mean of their chunks'.

        Of shape (paragraphs, dimension), with zeros for a paragraph without words.
        """
        index = self.retriever.index
        first = int(np.searchsorted(index.texts.document_of, self._places[document.id, document.language]))
        spans = index.chunks.spans()[first : first + len(document.paragraphs)]
        rows = np.arange(spans[0, 0], spans[-1, 1]) if len(spans) else np.zeros(0, np.int64)
        sums = np.zeros((len(spans), index.manifest.dimension), np.float32)
        np.add.at(sums, index.chunks.text_of[rows] - first, index.vectors.of(rows))
        sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
        return sums

    @cached_property
    def _places(self) -> dict[tuple[str, Language], int]:
        return {(item.id, item.language): place for place, item in enumerate(self.documents)}
