"""A question to ranked evidence: dense and lexical search over paragraphs, fused."""

from typing import TYPE_CHECKING

from assistant.answer import Evidence
from assistant.chunking import Chunk
from assistant.documents import CARD, Document, label
from assistant.embedding import Embedder
from assistant.languages import Language, detect_language
from assistant.lexical import LexicalIndex, identifiers
from assistant.storage import Index

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# In standard deviations of a paragraph's score; `eval/retrieval.py` prints what they do.
_NAMED, _CARD = 2.0, 2.0
_Best = dict[Language, tuple[float, Chunk]]


class Retriever:
    """Search over one index with the embedding model that built it; without ``lexical``, by embeddings alone."""

    def __init__(self, index: Index, embedder: Embedder, *, lexical: bool = True) -> None:
        self.index = index
        self._embedder = embedder
        self._documents = {(document.id, document.language): document for document in index.documents}
        self._keys = {
            (document.id, paragraph.id): None for document in index.documents for paragraph in document.paragraphs
        }
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._texts = [(document, paragraph) for document in index.documents for paragraph in document.paragraphs]
        self._identifiers: dict[tuple[str, str], set[str]] = {key: set() for key in self._keys}
        for document, paragraph in self._texts:
            self._identifiers[document.id, paragraph.id] |= identifiers(paragraph.text)
        self._lexical = LexicalIndex([paragraph.text for _, paragraph in self._texts]) if lexical else None

    def search(self, question: str, top_k: int, language: Language) -> tuple[Evidence, ...]:
        """The ``top_k`` best paragraphs, best first, labelled in ``language``.

        A paragraph's cosine is that of its best chunk (max-P, Dai & Callan, SIGIR 2019) in any language, its BM25 that
        of its best text; the order is that of the sum of their standard scores. Translations of a paragraph are one
        paragraph, shown in ``language`` where that text exists.
        """
        import numpy as np

        query = self._embedder.encode([question], "query")
        scores, rows = self.index.vectors.search(query, len(self.index.chunks))
        found: dict[tuple[str, str], _Best] = {}
        for score, row in zip(scores[0].tolist(), rows[0].tolist(), strict=True):
            chunk = self.index.chunks[row]
            found.setdefault((chunk.document, chunk.paragraph), {}).setdefault(chunk.language, (score, chunk))
        keys = list(found)
        fused = _standard(np.array([next(iter(best.values()))[0] for best in found.values()], dtype=np.float32))
        if self._lexical is not None:
            fused += self._lexical_scores(question)[[self._places[key] for key in keys]]
        named = identifiers(question)
        fused += [self._prior(key, named) for key in keys]
        ranked: dict[tuple[str, str], _Best] = {}
        for place in np.argsort(-fused, kind="stable").tolist():
            document, paragraph = keys[place]
            card = document.startswith(CARD)  # one paragraph of a card is enough
            ranked.setdefault((document, "" if card else paragraph), found[keys[place]])
            if len(ranked) == top_k:
                break
        return tuple(self._evidence(best, rank, language) for rank, best in enumerate(ranked.values(), 1))

    def _prior(self, key: tuple[str, str], named: set[str]) -> float:
        """Standard deviations for a paragraph that has an identifier of the question, and against a card without.

        A card repeats what the text says of an instrument, so the text goes first unless the question names that.
        """
        if named & self._identifiers[key]:
            return _NAMED
        return -_CARD if key[0].startswith(CARD) else 0.0

    def _lexical_scores(self, question: str) -> "NDArray[np.float32]":
        """Standard BM25 scores by paragraph; 0, neither way, where no text is in the question's language."""
        import numpy as np

        assert self._lexical is not None
        language = detect_language(question)[0]
        best = np.full(len(self._keys), -1, dtype=np.float32)
        for (document, paragraph), score in zip(self._texts, self._lexical.scores(question).tolist(), strict=True):
            place = self._places[document.id, paragraph.id]
            if document.language == language or score > 0:
                best[place] = max(best[place], score)
        comparable = best >= 0
        best[comparable] = _standard(best[comparable])
        best[~comparable] = 0
        return best

    def _evidence(self, best: _Best, rank: int, language: Language) -> Evidence:
        score, _ = next(iter(best.values()))
        _, shown = best.get(language) or next(iter(best.values()))
        document: Document = self._documents[shown.document, shown.language]
        paragraph = document[shown.paragraph]
        return Evidence(
            document=document.id,
            paragraph=shown.paragraph,
            label=label(shown.paragraph, language, self._name(document, language)),
            text=paragraph.text,
            passage=shown.text,
            language=document.language,
            status=document.status,
            score=round(score, 4),
            rank=rank,
            references=paragraph.references,
        )

    def _name(self, document: Document, language: Language) -> str:
        """What ``document`` is called in ``language``: a card in another language has another name there."""
        return self._documents.get((document.id, language), document).name


def _standard(values: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """``values`` less their mean, in standard deviations."""
    if not values.size:
        return values
    deviation = float(values.std())
    return (values - values.mean()) / deviation if deviation > 1e-9 else values * 0
