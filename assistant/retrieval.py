"""A question to ranked evidence: dense search over chunks, scored by paragraph."""

from assistant.answer import Evidence
from assistant.chunking import Chunk
from assistant.documents import Document, label
from assistant.embedding import Embedder
from assistant.indexing import Index
from assistant.languages import Language


class Retriever:
    """Search over one index with the embedding model that built it."""

    def __init__(self, index: Index, embedder: Embedder) -> None:
        self.index = index
        self._embedder = embedder
        self._documents = {(document.id, document.language): document for document in index.documents}

    def search(self, question: str, top_k: int, language: Language) -> tuple[Evidence, ...]:
        """The ``top_k`` best paragraphs, best first, labelled in ``language``.

        A paragraph's score is that of its best chunk (max-P, Dai & Callan, SIGIR 2019).
        """
        query = self._embedder.encode([question], "query")
        scores, rows = self.index.vectors.search(query, len(self.index.chunks))
        best: dict[tuple[str, str, str], tuple[float, Chunk]] = {}
        for score, row in zip(scores[0].tolist(), rows[0].tolist(), strict=True):
            found = self.index.chunks[row]
            best.setdefault((found.document, found.language, found.paragraph), (score, found))
            if len(best) == top_k:
                break
        return tuple(
            self._evidence(found, score, rank, language) for rank, (score, found) in enumerate(best.values(), 1)
        )

    def _evidence(self, found: Chunk, score: float, rank: int, language: Language) -> Evidence:
        document: Document = self._documents[found.document, found.language]
        return Evidence(
            document=document.id,
            paragraph=found.paragraph,
            label=label(found.paragraph, language),
            text=document[found.paragraph].text,
            passage=found.text,
            language=document.language,
            score=round(score, 4),
            rank=rank,
        )
