"""A question to ranked evidence: dense search over chunks, scored by paragraph."""

from assistant.answer import Evidence
from assistant.chunking import Chunk
from assistant.documents import Document, label
from assistant.embedding import Embedder
from assistant.indexing import Index
from assistant.languages import Language

_Best = dict[Language, tuple[float, Chunk]]


class Retriever:
    """Search over one index with the embedding model that built it."""

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self.index = index
        self._embedder = embedder
        self._documents = {(document.id, document.language): document for document in index.documents}

    def search(self, question: str, top_k: int, language: Language) -> tuple[Evidence, ...]:
        """The ``top_k`` best paragraphs, best first, labelled in ``language``.

        A paragraph's score is that of its best chunk (max-P, Dai & Callan, SIGIR 2019) in any language:
        translations of a paragraph are one paragraph, shown in ``language`` where that text exists.
        """
        query = self._embedder.encode([question], "query")
        scores, rows = self.index.vectors.search(query, len(self.index.chunks))
        found: dict[tuple[str, str], _Best] = {}
        for score, row in zip(scores[0].tolist(), rows[0].tolist(), strict=True):
            chunk = self.index.chunks[row]
            found.setdefault((chunk.document, chunk.paragraph), {}).setdefault(chunk.language, (score, chunk))
        return tuple(self._evidence(best, rank, language) for rank, best in enumerate(list(found.values())[:top_k], 1))

    def _evidence(self, best: _Best, rank: int, language: Language) -> Evidence:
        score, _ = next(iter(best.values()))
        _, shown = best.get(language) or next(iter(best.values()))
        document: Document = self._documents[shown.document, shown.language]
        return Evidence(
            document=document.id,
            paragraph=shown.paragraph,
            label=label(shown.paragraph, language),
            text=document[shown.paragraph].text,
            passage=shown.text,
            language=document.language,
            translation=document.translation,
            score=round(score, 4),
            rank=rank,
        )
