"""A question to an `Answer`: evidence, text, citations, or an honest refusal."""

import hashlib
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Evidence, Timings
from assistant.citations import MARK, attribute
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language, interface_language
from assistant.messages import text
from assistant.prompts import prompt, within_budget
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    from assistant.embedding import Embedder
    from assistant.generation import Engine
    from assistant.retrieval import Retriever

Event = tuple[Evidence, ...] | str | Answer
_QUESTION_LIMIT = 2000


class Assistant:
    """Answers questions from the corpus of its settings. Models load on first use, or with `warm_up`.

    One instance serves many threads; the language model answers one of them at a time.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or load_settings()
        self._interface = interface_language(self.settings.interface)
        self._loading = threading.RLock()
        self._answering = threading.Lock()

    @cached_property
    def _embedder(self) -> "Embedder":
        from assistant.embedding import load_embedder

        return load_embedder(self.settings, self._interface)

    @cached_property
    def _retriever(self) -> "Retriever":
        from assistant.indexing import open_index
        from assistant.retrieval import Retriever

        return Retriever(open_index(self.settings, self._embedder, self._interface), self._embedder)

    @cached_property
    def _engine(self) -> "Engine":
        from assistant.generation import load_engine

        return load_engine(self.settings, self._interface)

    @property
    def models(self) -> dict[str, str]:
        """Ids of the models in use."""
        with self._loading:
            return {"embedding": self._embedder.model.id, "language": self._engine.model.id}

    @property
    def fingerprint(self) -> str:
        """A hash of all that decides an answer: corpus, models, engine, settings."""
        with self._loading:
            manifest, model = self._retriever.index.manifest, self._engine.model
        chosen = self.settings.model_dump(include={"top_k", "prompt_paragraphs", "prompt_tokens", "max_new_tokens"})
        parts = (manifest.basis, manifest.corpus_sha256, model.id, model.revision, self._engine.name, chosen)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def warm_up(self) -> None:
        """Load everything and let the model read each language's instructions, so that a first answer is quick."""
        self.search("?", 1)
        with self._loading:
            engine = self._engine
        for language in LANGUAGES:
            with self._answering:
                for _ in engine.generate(prompt("?", (), language), 1):
                    pass

    def search(self, question: str, top_k: int | None = None, language: Language | None = None) -> tuple[Evidence, ...]:
        """The ``top_k`` (else the settings') best paragraphs, best first."""
        question = _clean(question)
        language = _language(question, language)[0]
        with self._loading:
            retriever = self._retriever
        return retriever.search(question, top_k or self.settings.top_k, language)

    def ask(self, question: str, language: Language | None = None) -> Answer:
        """The answer, in ``language`` or else the question's. AssistantError for a question that can't be read."""
        *_, answer = self.stream(question, language)
        assert isinstance(answer, Answer)
        return answer

    def stream(self, question: str, language: Language | None = None) -> Iterator[Event]:
        """The evidence, then text as it is written, then the `Answer`, whose text replaces what was streamed.

        Closing the iterator stops the model.
        """
        begin = time.perf_counter()
        question = _clean(question)
        language, exact = _language(question, language)
        evidence = self.search(question, language=language)
        retrieved = first = time.perf_counter() - begin
        yield evidence

        with self._loading:
            engine = self._engine
        with self._answering:
            read = within_budget(
                evidence[: self.settings.prompt_paragraphs], self.settings.prompt_tokens, engine.count_tokens
            )
            generated = ""
            pieces = engine.generate(prompt(question, read, language), self.settings.max_new_tokens)
            for piece in _without_marks(pieces):
                if not generated:
                    first = time.perf_counter() - begin
                generated += piece.raw
                if piece.shown:
                    yield piece.shown

        answer_text, citations = self._conclude(generated, question, read, language)
        yield Answer(
            question=question,
            text=answer_text,
            language=language,
            refused=not citations,
            citations=citations,
            evidence=evidence,
            timings=Timings(round(retrieved, 4), round(first, 4), round(time.perf_counter() - begin, 4)),
            models=self.models,
            note="" if exact else text("language_nearest", language),
        )
