"""Search over one index: candidates from every language, compared token by token, translations counted once."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from assistant.answer import Evidence
from assistant.documents import label
from assistant.index.embedding import Embedder
from assistant.languages import LANGUAGES, Language
from assistant.library.catalogue import CARD
from assistant.question.query import Query, read_query
from assistant.retrieval.asked import Asked, encoded
from assistant.retrieval.texts import SearchedTexts, chosen
from assistant.text.symbols import document_numbers

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.storage import Index
    from assistant.settings import Settings

    Scores = NDArray[np.float32]

# Chunks by embedding from each language, and texts by words, that are compared with the question in full.
_DENSE, _LEXICAL, _NAMED_TEXTS = 64, 20, 50
# BM25, as a share of what was asked for, beside a mean cosine of tokens, and beside a cosine of whole chunks.
_BM25_BESIDE_TOKENS, _BM25_BESIDE_CHUNKS = 0.2, 0.1
# What a translation's score counts for, beside that of the text in the question's language.
_TRANSLATION = 0.4
# In standard deviations of a paragraph's score: for a paragraph that is cited by number, which makes it first; for one
# that has a number that the question names, or an id in a document that may not be meant; against what only points to
# another text, a catalogue card or a footnote ("Ibid."); for the text that the corpus is about, where none is named
# (`eval/studies/library.md`).
_CITED, _NAMED, _POINTER, _MAIN = 8.0, 2.0, 2.0, 0.6
# A language with few candidates is judged by the spread of all, as if it had this many more.
_PRIOR_CANDIDATES = 4


class Retriever:
    """Search over one index with the embedding model that built it.

    Without ``lexical`` no words are compared, without ``late`` whole chunks and not tokens.
    """

    def __init__(self, index: "Index", embedder: Embedder, *, lexical: bool = True, late: bool = True) -> None:
        self.index = index
        self._embedder, self._use_words, self._use_tokens = embedder, lexical, late
        self._searched = SearchedTexts(index)

    @classmethod
    def of(cls, index: "Index", embedder: Embedder, settings: "Settings") -> "Retriever":
        """One that compares what the settings say."""
        return cls(index, embedder, lexical=settings.lexical, late=settings.late_interaction)

    def warm_up(self) -> None:
        """Search once, so that the first question takes no longer than the others."""
        self.search(read_query("?", "en"), 1)

    def search(
        self,
        query: Query,
        top_k: int,
        *,
        documents: Collection[str] = (),
        languages: Collection[Language] = (),
    ) -> tuple[Evidence, ...]:
        """`search_many` for one query."""
        return self.search_many([query], top_k, documents=documents, languages=languages)[0]

    def search_sources(self, query: Query, top_k: int, sources: Collection[tuple[str, str]]) -> tuple[Evidence, ...]:
        """The best paragraphs of ``sources``, each a document and how the ids of its paragraphs begin, in equal shares.

        Of all documents where ``sources`` is empty.
        """
        share = -(-top_k // max(1, len(sources)))
        each = [({one[0]}, [one]) for one in sources] or [(set(), [])]
        found = [self.search_many([query], share, documents=names, sources=one)[0] for names, one in each]
        ranked = [item for items in zip_longest(*found) for item in items if item is not None]
        return tuple(replace(item, rank=rank) for rank, item in enumerate(ranked, 1))

    def search_many(
        self,
        queries: Sequence[Query],
        top_k: int,
        *,
        documents: Collection[str] = (),
        languages: Collection[Language] = (),
        sources: Collection[tuple[str, str]] = (),
    ) -> list[tuple[Evidence, ...]]:
        """For each query the ``top_k`` best paragraphs, best first, labelled in the language of its reader.

        Each language gives the same number of candidates, and a text's score, the mean of its best cosine with each
        token of the question, is taken in standard deviations of its language's candidates: texts in the question's
        own language do not crowd out a better one in another. Translations of a paragraph are one paragraph, shown
        in the reader's language where that text exists. Only texts of ``documents`` (ids), ``languages`` and
        ``sources``, as for `search_sources`, are searched where those are given.
        """
        import numpy as np

        if not queries or not self.index.chunks:
            return [() for _ in queries]
        asked = encoded(queries, self.index, self._embedder, self._searched.language, words=self._use_words)
        allowed = self._searched.allowed(documents, languages)
        if any(section for _, section in sources):
            allowed = allowed & self._searched.inside(sources)
        # Whoever chooses languages reads those.
        each = [allowed if languages else allowed & self._searched.readable(one.query.reply) for one in asked]
        depth = max(_DENSE, 2 * top_k)

        def found(depth: int) -> list[tuple[Evidence, ...]]:
            nearest = self._nearest(asked, depth, documents, languages)
            found = zip(asked, nearest, each, strict=True)
            return [self._found(one, texts, top_k, those) for one, texts, those in found]

        evidence = found(depth)
        if all(len(items) == top_k for items in evidence):
            return evidence
        # Counted only now, since it goes through all texts.
        wanted = [min(top_k, len(np.unique(self._searched.key_of[those]))) for those in each]
        spans = self._searched.spans[allowed]
        most = int((spans[:, 1] - spans[:, 0]).sum())
        while depth < most and any(len(items) < least for items, least in zip(evidence, wanted, strict=True)):
            depth *= 4
            evidence = found(depth)
        return evidence

    def _found(
        self, asked: Asked, nearest: Sequence[int], top_k: int, allowed: "NDArray[np.bool_]"
    ) -> tuple[Evidence, ...]:
        """The paragraphs among the candidates of each language; fewer than ``top_k`` where those have no more."""
        texts = self._candidates(asked, nearest, allowed)
        scores, matches = self._text_scores(asked, texts)
        ranked = self._ranked(asked.query, texts, scores, top_k)
        match = dict(zip(texts.tolist(), matches.tolist(), strict=True))
        return self._evidence(ranked, asked, match)

    def _nearest(
        self, asked: Sequence[Asked], depth: int, documents: Collection[str], languages: Collection[Language]
    ) -> list[list[int]]:
        """For each question the texts of the nearest chunks, as many from each language."""
        import numpy as np

        found: list[list[int]] = [[] for _ in asked]
        depth = min(depth, len(self.index.chunks))
        for language in chosen(languages):
            vectors = np.stack([one.vectors[language] for one in asked])
            rows = self.index.vectors.search(vectors, depth, language, documents)
            for texts, row in zip(found, rows, strict=True):
                texts += self.index.chunks.text_of[row[row >= 0]].tolist()
        return found

    def _candidates(self, asked: Asked, nearest: Sequence[int], allowed: "NDArray[np.bool_]") -> "NDArray[np.int64]":
        """The texts to compare: the nearest, those with the question's words or numbers, and their translations."""
        import numpy as np

        picked, query = set(nearest), asked.query
        if self._use_words:
            words = np.where(allowed, asked.words, 0)
            best = np.argpartition(-words, min(_LEXICAL, len(words) - 1))[:_LEXICAL]
            picked.update(best[words[best] > 0].tolist())
        meant = query.documents or self._searched.meant(query.numbers)
        for name in query.numbers | query.paragraphs:
            texts = self.index.names.texts(name)
            texts = texts[allowed[texts]]
            if meant:  # those of the documents that the question names go first
                texts = np.array(sorted(texts.tolist(), key=lambda text: self.index.texts[text][0].id not in meant))
            picked.update(texts[:_NAMED_TEXTS].tolist())
        keys = set(self._searched.key_of[list(picked)].tolist())
        found = np.array(sorted(text for key in keys for text in self._searched.translations[key]), dtype=np.int64)
        return np.asarray(found[allowed[found]])

    def _text_scores(self, asked: Asked, texts: "NDArray[np.int64]") -> "tuple[Scores, Scores]":
        """A score for each of ``texts``, in standard deviations of those in its language, and how well it matches."""
        import numpy as np

        scores, matched = (np.zeros(len(texts), dtype=np.float32) for _ in range(2))
        if not len(texts):
            return scores, matched
        blocks = [np.flatnonzero(self._searched.language[texts] == place) for place in range(len(LANGUAGES))]
        for code, block in zip(LANGUAGES, blocks, strict=True):
            if not len(block):
                continue
            spans = [self._searched.spans[text] for text in texts[block]]
            if not self._use_tokens:
                rows = [row for start, end in spans for row in range(start, end)]  # read at once: they may be far away
                starts = np.cumsum([0, *(end - start for start, end in spans[:-1])])
                scores[block] = np.maximum.reduceat(self.index.vectors.of(rows) @ asked.vectors[code], starts)
                matched[block] = scores[block]
                beside = _BM25_BESIDE_CHUNKS
            else:
                matches = self.index.states.similarities(asked.states[code], spans, code)
                # A token that every text matches as well says nothing about which is meant.
                weights = np.sqrt(matches.std(axis=0)) + 1e-6
                scores[block] = matches @ weights / weights.sum()
                matched[block] = matches.mean(axis=1)
                beside = _BM25_BESIDE_TOKENS
            if self._use_words:
                scores[block] += beside * asked.words[texts[block]]
        mean, variance = scores.mean(), scores.var()
        for block in blocks:
            if len(block):
                own = (_PRIOR_CANDIDATES * mean + scores[block].sum()) / (_PRIOR_CANDIDATES + len(block))
                spread = _PRIOR_CANDIDATES * variance + ((scores[block] - own) ** 2).sum()
                deviation = np.sqrt(spread / (_PRIOR_CANDIDATES + len(block)))
                scores[block] = (scores[block] - own) / (deviation + 1e-6)
        return scores, matched

    def _ranked(self, query: Query, texts: "NDArray[np.int64]", scores: "Scores", top_k: int) -> list[int]:
        """The ``top_k`` best paragraphs, by number."""
        spoken = LANGUAGES.index(query.language)
        total: dict[int, float] = defaultdict(float)
        weight: dict[int, float] = defaultdict(float)
        for text, score in zip(texts.tolist(), scores.tolist(), strict=True):
            key = int(self._searched.key_of[text])
            counts = 1.0 if self._searched.language[text] == spoken else _TRANSLATION
            total[key] += counts * score
            weight[key] += counts
        meant = query.documents or self._searched.meant(query.numbers)
        final = {key: total[key] / weight[key] + self._prior(key, query, meant) for key in total}
        ranked: dict[tuple[str, str], int] = {}
        of_draft: dict[tuple[str, str], int] = {}
        for key in sorted(final, key=lambda key: (-final[key], key)):
            document, paragraph = self.index.texts[self._searched.translations[key][0]]
            one = "" if document.id.startswith(CARD) else paragraph.id  # one paragraph of a card is enough
            draft = self._searched.became.get(document.id, document.id) if query.once else document.id
            if draft == document.id:
                of_draft.setdefault((draft, one), key)
            if len(ranked) < top_k:
                ranked.setdefault((draft, one), key)
        return [of_draft.get(name, key) for name, key in ranked.items()]

    def _prior(self, key: int, query: Query, meant: Collection[str]) -> float:
        """Standard deviations for a paragraph that the question names or has a number of, and against a mere pointer.

        A paragraph is named by its id in a document that is ``meant``; where none is, in the document that the corpus
        is about. A card repeats what the text says of an instrument, so the text goes first unless the question names
        that.
        """
        texts = self._searched.translations[key]
        document, paragraph = self.index.texts[texts[0]]
        prior = _MAIN if query.once and not document.name else 0.0
        if paragraph.id in query.paragraphs and (not meant or document.id in meant):
            prior += _CITED if meant or not document.name else _NAMED
        numbers = query.numbers
        if numbers and any(numbers & document_numbers(self.index.texts[text][1].whole) for text in texts):
            return prior + _NAMED
        heads = document.name and paragraph.id == "HEAD"
        return prior - (_POINTER if heads or document.id.startswith(CARD) or paragraph.kind == "footnote" else 0.0)

    def _evidence(self, keys: Sequence[int], asked: Asked, match: dict[int, float]) -> tuple[Evidence, ...]:
        """The paragraphs ``keys``, best first, in the reader's language where a text in that was compared.

        ``match`` has the texts that were, and how well each matches.
        """
        import numpy as np

        texts = [[text for text in self._searched.translations[key] if text in match] for key in keys]
        every = [text for group in texts for text in group]
        spans = [range(*self._searched.spans[text].tolist()) for text in every]
        if not spans:
            return ()
        # All in one reading, since the vectors may be on another machine.
        rows = self.index.vectors.of([row for span in spans for row in span])
        parts = np.split(rows, np.cumsum([len(span) for span in spans])[:-1])
        compared = (asked.vectors[LANGUAGES[self._searched.language[text]]] for text in every)
        cosines = {text: part @ vector for text, part, vector in zip(every, parts, compared, strict=True)}
        reader, beside = asked.query.reply, asked.query.beside
        found = []
        for rank, group in enumerate(texts, 1):
            nearest = max(group, key=lambda text: float(cosines[text].max()))
            shown = next((text for text in group if self.index.texts[text][0].language == reader), nearest)
            document, paragraph = self.index.texts[shown]
            found.append(
                Evidence(
                    document=document.id,
                    paragraph=paragraph.id,
                    label=label(paragraph.id, reader, self._searched.name(document, reader, beside=beside)),
                    text=paragraph.whole,
                    passage=self.index.chunks[int(self._searched.spans[shown][0]) + int(cosines[shown].argmax())].text,
                    language=document.language,
                    status=document.status_of(paragraph),
                    score=round(float(cosines[nearest].max()), 4),
                    match=round(max(match[text] for text in group), 4),
                    rank=rank,
                    references=paragraph.references,
                )
            )
        return tuple(found)
