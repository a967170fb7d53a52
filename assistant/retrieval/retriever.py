"""Search over one index: candidates from every language, compared token by token, translations counted once."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant.answer import Evidence
from assistant.documents import CARD, Document, Paragraph, label
from assistant.embedding import Embedder
from assistant.languages import LANGUAGES, Language, detect_language
from assistant.retrieval.named import document_numbers, paragraph_ids

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.embedding import Vectors
    from assistant.storage import Index

    Scores = NDArray[np.float32]

# Chunks by embedding from each language, and texts by words, that are compared with the question in full.
_DENSE, _LEXICAL, _NAMED_TEXTS = 40, 20, 50
# BM25, as a share of what was asked for, beside a mean cosine of tokens, and beside a cosine of whole chunks.
_BM25_BESIDE_TOKENS, _BM25_BESIDE_CHUNKS = 0.2, 0.1
# What a translation's score counts for, beside that of the text in the question's language.
_TRANSLATION = 0.4
# In standard deviations of a paragraph's score: for a paragraph that is cited by number, for one that has a number
# that the question names, against a catalogue card. `eval/retrieval.py` prints what the last two do.
_CITED, _NAMED, _CARD = 8.0, 2.0, 2.0
# A language with few candidates is judged by the spread of all, as if it had this many more.
_PRIOR_CANDIDATES = 4


class Retriever:
    """Search over one index with the embedding model that built it.

    Without ``lexical`` no words are compared, without ``late`` whole chunks and not tokens.
    """

    def __init__(self, index: "Index", embedder: Embedder, *, lexical: bool = True, late: bool = True) -> None:
        import numpy as np

        self.index = index
        self._embedder, self._use_words, self._use_tokens = embedder, lexical, late
        self._documents = {(document.id, document.language): document for document in index.documents}
        self._texts = [(document, paragraph) for document in index.documents for paragraph in document.paragraphs]
        places = {
            (document.id, document.language, paragraph.id): n for n, (document, paragraph) in enumerate(self._texts)
        }
        self._text_of = np.array(
            [places[chunk.document, chunk.language, chunk.paragraph] for chunk in index.chunks], dtype=np.int64
        )
        # The chunks of a text lie side by side.
        numbers = np.arange(len(self._texts))
        order = np.argsort(self._text_of, kind="stable")
        first, last = (np.searchsorted(self._text_of[order], numbers, side) for side in ("left", "right"))
        self._spans = [
            (int(order[start]), int(order[end - 1]) + 1) if end > start else (0, 0)
            for start, end in zip(first, last, strict=True)
        ]
        self._language = np.array([LANGUAGES.index(document.language) for document, _ in self._texts], dtype=np.int64)
        keys: dict[tuple[str, str], list[int]] = {}
        for text, (document, paragraph) in enumerate(self._texts):
            keys.setdefault((document.id, paragraph.id), []).append(text)
        self._translations = list(keys.values())
        self._key_of = np.empty(len(self._texts), dtype=np.int64)
        for key, texts in enumerate(self._translations):
            self._key_of[texts] = key

    def search(
        self,
        question: str,
        top_k: int,
        language: Language,
        *,
        documents: Collection[str] = (),
        languages: Collection[Language] = (),
    ) -> tuple[Evidence, ...]:
        """`search_many` for one question."""
        return self.search_many([question], top_k, [language], documents=documents, languages=languages)[0]

    def search_many(
        self,
        questions: Sequence[str],
        top_k: int,
        readers: Sequence[Language],
        *,
        documents: Collection[str] = (),
        languages: Collection[Language] = (),
    ) -> list[tuple[Evidence, ...]]:
        """For each question the ``top_k`` best paragraphs, best first, labelled in the language of ``readers``.

        Each language gives the same number of candidates, and a text's score, the mean of its best cosine with each
        token of the question, is taken in standard deviations of its language's candidates: texts in the question's
        own language do not crowd out a better one in another. Translations of a paragraph are one paragraph, shown
        in the reader's language where that text exists. Only texts of ``documents`` (ids) and ``languages`` are
        searched where those are given.
        """
        if not questions or not self.index.chunks:
            return [() for _ in questions]
        vectors, states = self._encoded(questions)
        allowed = self._allowed(documents, languages)
        depth, most = max(_DENSE, 2 * top_k), int(allowed[self._text_of].sum())
        found = self._found(questions, top_k, readers, vectors, states, allowed, depth)
        while depth < most and any(len(evidence) < top_k for evidence in found):
            depth *= 4
            found = self._found(questions, top_k, readers, vectors, states, allowed, depth)
        return found

    def _encoded(self, questions: Sequence[str]) -> "tuple[Vectors, list[Vectors]]":
        """The questions' vectors, and their token states both as a query's and as a passage's.

        A query's tokens lie nearer to what it is about, a passage's to the same words in another passage.
        """
        import numpy as np

        vectors, states = self._embedder.encode_tokens(questions, "query")
        if self._use_tokens:
            as_passages = self._embedder.encode_tokens(questions, "passage")[1]
            states = [np.concatenate(both) for both in zip(states, as_passages, strict=True)]
        return vectors, states

    def _found(
        self,
        questions: Sequence[str],
        top_k: int,
        readers: Sequence[Language],
        vectors: "Vectors",
        states: "list[Vectors]",
        allowed: "NDArray[np.bool_]",
        depth: int,
    ) -> list[tuple[Evidence, ...]]:
        """The paragraphs among ``depth`` candidates of each language; fewer than ``top_k`` where those have no more."""
        nearest = self._nearest(vectors, allowed, depth)
        found = []
        for n, (question, reader) in enumerate(zip(questions, readers, strict=True)):
            words = self.index.lexical.scores(question)
            texts = self._candidates(question, nearest[n], words, allowed)
            tokens = states[n] if self._use_tokens else None
            scores = self._text_scores(question, vectors[n], tokens, words, texts)
            ranked = self._ranked(question, texts, scores, top_k)
            found.append(
                tuple(self._evidence(key, rank, reader, vectors[n], allowed) for rank, key in enumerate(ranked, 1))
            )
        return found

    def _allowed(self, documents: Collection[str], languages: Collection[Language]) -> "NDArray[np.bool_]":
        """Whether each text may be found."""
        import numpy as np

        allowed = np.array([end > start for start, end in self._spans])
        if documents:
            allowed &= np.array([document.id in documents for document, _ in self._texts])
        if languages:
            allowed &= np.isin(self._language, [LANGUAGES.index(code) for code in languages])
        return allowed

    def _nearest(self, vectors: "Vectors", allowed: "NDArray[np.bool_]", depth: int) -> list[list[int]]:
        """For each question the texts of the nearest chunks, as many from each language."""

        found: list[list[int]] = [[] for _ in vectors]
        for place in range(len(LANGUAGES)):
            mask = (allowed & (self._language == place))[self._text_of]
            if not mask.any():
                continue
            _, rows = self.index.vectors.search(vectors, min(depth, int(mask.sum())), params=_only(mask))
            for texts, row in zip(found, rows, strict=True):
                texts += self._text_of[row[row >= 0]].tolist()
        return found

    def _candidates(
        self, question: str, nearest: list[int], words: "Scores", allowed: "NDArray[np.bool_]"
    ) -> "NDArray[np.int64]":
        """The texts to compare: the nearest, those with the question's words or numbers, and their translations."""
        import numpy as np

        chosen = set(nearest)
        if self._use_words:
            best = np.argpartition(-words, min(_LEXICAL, len(words) - 1))[:_LEXICAL]
            chosen.update(best[words[best] > 0].tolist())
        for number in document_numbers(question):
            chosen.update(self._with_number.get(number, ())[:_NAMED_TEXTS])
        for name in paragraph_ids(question):
            chosen.update(self._with_id.get(name, ())[:_NAMED_TEXTS])
        keys = {self._key_of[text] for text in chosen}
        texts = np.array(sorted(text for key in keys for text in self._translations[key]), dtype=np.int64)
        return np.asarray(texts[allowed[texts]])

    @cached_property
    def _with_number(self) -> dict[str, list[int]]:
        """Texts by the numbers of resolutions and documents in them."""
        found: dict[str, list[int]] = defaultdict(list)
        for text, (_, paragraph) in enumerate(self._texts):
            for number in document_numbers(paragraph.text):
                found[number].append(text)
        return found

    @cached_property
    def _with_id(self) -> dict[str, list[int]]:
        """Texts by paragraph id."""
        found: dict[str, list[int]] = defaultdict(list)
        for text, (_, paragraph) in enumerate(self._texts):
            found[paragraph.id].append(text)
        return found

    def _text_scores(
        self, question: str, vector: "Vectors", states: "Vectors | None", words: "Scores", texts: "NDArray[np.int64]"
    ) -> "Scores":
        """A score for each of ``texts``, in standard deviations of those in its language."""
        import numpy as np

        spoken = detect_language(question)[0]
        scores = np.zeros(len(texts), dtype=np.float32)
        if not len(texts):
            return scores
        blocks = [np.flatnonzero(self._language[texts] == place) for place in range(len(LANGUAGES))]
        for code, block in zip(LANGUAGES, blocks, strict=True):
            if not len(block):
                continue
            spans = [self._spans[text] for text in texts[block]]
            if states is None:
                scores[block] = [float((self._vectors(*span) @ vector).max()) for span in spans]
                beside = _BM25_BESIDE_CHUNKS
            else:
                matches = self.index.states.similarities(self.index.states.centred(states, spoken), spans, code)
                # A token that every text matches as well says nothing about which is meant.
                weights = np.sqrt(matches.std(axis=0)) + 1e-6
                scores[block] = matches @ weights / weights.sum()
                beside = _BM25_BESIDE_TOKENS
            if self._use_words:
                scores[block] += beside * words[texts[block]]
        mean, variance = scores.mean(), scores.var()
        for block in blocks:
            if len(block):
                own = (_PRIOR_CANDIDATES * mean + scores[block].sum()) / (_PRIOR_CANDIDATES + len(block))
                spread = _PRIOR_CANDIDATES * variance + ((scores[block] - own) ** 2).sum()
                deviation = np.sqrt(spread / (_PRIOR_CANDIDATES + len(block)))
                scores[block] = (scores[block] - own) / (deviation + 1e-6)
        return scores

    def _ranked(self, question: str, texts: "NDArray[np.int64]", scores: "Scores", top_k: int) -> list[int]:
        """The ``top_k`` best paragraphs, by number."""
        spoken = LANGUAGES.index(detect_language(question)[0])
        total: dict[int, float] = defaultdict(float)
        weight: dict[int, float] = defaultdict(float)
        for text, score in zip(texts.tolist(), scores.tolist(), strict=True):
            key, counts = int(self._key_of[text]), 1.0 if self._language[text] == spoken else _TRANSLATION
            total[key] += counts * score
            weight[key] += counts
        numbers, ids = document_numbers(question), paragraph_ids(question)
        final = {key: total[key] / weight[key] + self._prior(key, numbers, ids) for key in total}
        ranked: dict[tuple[str, str], int] = {}
        for key in sorted(final, key=lambda key: (-final[key], key)):
            document, paragraph = self._texts[self._translations[key][0]]
            one = "" if document.id.startswith(CARD) else paragraph.id  # one paragraph of a card is enough
            ranked.setdefault((document.id, one), key)
            if len(ranked) == top_k:
                break
        return list(ranked.values())

    def _prior(self, key: int, numbers: set[str], ids: set[str]) -> float:
        """Standard deviations for a paragraph that the question names or has a number of, and against a card without.

        A card repeats what the text says of an instrument, so the text goes first unless the question names that.
        """
        texts = self._translations[key]
        document, paragraph = self._texts[texts[0]]
        prior = 0.0
        if paragraph.id in ids and (not numbers or numbers & document_numbers(document.symbol)):
            prior += _CITED
        if numbers and any(numbers & document_numbers(self._texts[text][1].text) for text in texts):
            return prior + _NAMED
        return prior - (_CARD if document.id.startswith(CARD) else 0.0)

    def _vectors(self, start: int, end: int) -> "Vectors":
        return self.index.vectors.reconstruct_n(start, end - start)  # type: ignore[no-any-return]

    def _evidence(
        self, key: int, rank: int, reader: Language, vector: "Vectors", allowed: "NDArray[np.bool_]"
    ) -> Evidence:
        texts = [text for text in self._translations[key] if allowed[text]]
        cosines = {text: self._vectors(*self._spans[text]) @ vector for text in texts}
        nearest = max(texts, key=lambda text: float(cosines[text].max()))
        shown = next((text for text in texts if self._texts[text][0].language == reader), nearest)
        document: Document
        paragraph: Paragraph
        document, paragraph = self._texts[shown]
        return Evidence(
            document=document.id,
            paragraph=paragraph.id,
            label=label(paragraph.id, reader, self._name(document, reader)),
            text=paragraph.text,
            passage=self.index.chunks[self._spans[shown][0] + int(cosines[shown].argmax())].text,
            language=document.language,
            status=document.status,
            score=round(float(cosines[nearest].max()), 4),
            rank=rank,
            references=paragraph.references,
        )

    def _name(self, document: Document, language: Language) -> str:
        """What ``document`` is called in ``language``: a card in another language has another name there."""
        return self._documents.get((document.id, language), document).name


def _only(mask: "NDArray[np.bool_]") -> Any:
    """FAISS search parameters for the rows where ``mask`` is true."""
    import faiss
    import numpy as np

    make: Any = faiss  # its stubs describe the C++ signatures
    return make.SearchParameters(sel=make.IDSelectorBitmap(np.packbits(mask, bitorder="little")))
