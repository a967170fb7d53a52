"""A question to an `Answer`: evidence, text, citations, or an honest refusal."""

import hashlib
import re
import threading
import time
import unicodedata
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import closing
from functools import cache, cached_property
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Evidence, Timings, Turn, Waiting
from assistant.citations import MARK, attribute
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language, interface_language
from assistant.messages import text
from assistant.prompts import prompt, within_budget
from assistant.settings import Settings, load_settings
from assistant.waiting import Line

if TYPE_CHECKING:
    from assistant.embedding import Embedder, Vectors
    from assistant.generation import Engine
    from assistant.retrieval import Retriever

Event = tuple[Evidence, ...] | Waiting | str | Answer
_QUESTION_LIMIT = 2000
# Settings that an answer depends on.
_DECIDING = {"lexical", "late_interaction", "top_k", "prompt_paragraphs", "prompt_tokens", "max_new_tokens"}
# What may yet become one of the model's marks, and the space before it.
_OPEN_MARK = re.compile(r"\s*(?:[\[【][\d\s,，、]*)?$")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


class Assistant:
    """Answers questions from the corpus of its settings. Models load on first use, or with `warm_up`.

    ``embedder`` and ``engine`` take the place of those that the settings name. One instance serves many threads; the
    language model answers one of them at a time, in the order in which they asked.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        embedder: "Embedder | None" = None,
        engine: "Engine | None" = None,
    ) -> None:
        self.settings = settings or load_settings()
        self._given_embedder, self._given_engine = embedder, engine
        self._interface = interface_language(self.settings.interface)
        # Two locks, so that evidence is found while the language model still loads.
        self._opening, self._loading = threading.RLock(), threading.RLock()
        self._line = Line()

    @cached_property
    def _embedder(self) -> "Embedder":
        from assistant.embedding import load_embedder

        return self._given_embedder or load_embedder(self.settings, self._interface)

    @cached_property
    def _retriever(self) -> "Retriever":
        from assistant.indexing import open_index
        from assistant.retrieval import Retriever

        index = open_index(self.settings, self._embedder, self._interface)
        return Retriever.of(index, self._embedder, self.settings)

    @cached_property
    def _engine(self) -> "Engine":
        from assistant.generation import load_engine

        return self._given_engine or load_engine(self.settings, self._interface)

    def _opened_retriever(self) -> "Retriever":
        with self._opening:
            return self._retriever

    def _loaded_engine(self) -> "Engine":
        with self._loading:
            return self._engine

    @property
    def ready(self) -> bool:
        """Whether everything is loaded, so that an answer begins at once."""
        return "_retriever" in self.__dict__ and "_engine" in self.__dict__

    @property
    def models(self) -> dict[str, str]:
        """Ids of the models in use."""
        self._opened_retriever()
        return {"embedding": self._embedder.model.id, "language": self._loaded_engine().model.id}

    @property
    def fingerprint(self) -> str:
        """A hash of all that decides an answer: corpus, models, engine, settings."""
        manifest, engine = self._opened_retriever().index.manifest, self._loaded_engine()
        chosen = self.settings.model_dump(include=_DECIDING)
        parts = (
            manifest.basis,
            manifest.corpus_sha256,
            engine.model.id,
            engine.model.revision,
            engine.name,
            chosen,
        )
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def warm_up(self) -> None:
        """Load everything and let the model read each language's instructions, so that a first answer is quick."""
        self._opened_retriever().search("?", 1, "en")
        engine = self._loaded_engine()
        for language in LANGUAGES:
            with self._line.place(always=True) as positions:  # anew for each language: readers come in between
                for _ in positions:
                    pass
                for _ in engine.generate(prompt("?", (), language), 1):
                    pass

    def search(
        self,
        question: str,
        top_k: int | None = None,
        language: Language | None = None,
        *,
        documents: Collection[str] = (),
        languages: Collection[Language] = (),
    ) -> tuple[Evidence, ...]:
        """The ``top_k`` (else the settings') best paragraphs, best first.

        Only those of ``documents`` (ids) and with a text in ``languages``, where these are given.
        """
        question = _clean(question)
        language = _language(question, language)[0]
        return self._opened_retriever().search(
            question, top_k or self.settings.top_k, language, documents=documents, languages=languages
        )

    def ask(self, question: str, language: Language | None = None, *, history: Sequence[Turn] = ()) -> Answer:
        """The answer, in ``language`` or else the question's, to a question that may lean on ``history``.

        AssistantError for a question that can't be read, or when too many readers wait.
        """
        *_, answer = self.stream(question, language, history=history)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self, question: str, language: Language | None = None, *, history: Sequence[Turn] = ()
    ) -> Generator[Event, None, None]:
        """The evidence, then text as it is written, then the `Answer`, whose text replaces what was streamed.

        While others are answered first, `Waiting` comes before the text: with each new position and at least twice a
        second. Closing the iterator gives the place up and stops the model.
        """
        begin = time.perf_counter()
        question = _clean(question)
        language, exact = _language(question, language)
        evidence = self.search(question, language=language)
        retrieved = first = time.perf_counter() - begin
        yield evidence

        with self._line.place() as positions:
            for position in positions:
                yield Waiting(position)
            engine = self._loaded_engine()  # in the line too, so that no crowd gathers behind a model that loads
            read = within_budget(
                evidence[: self.settings.prompt_paragraphs], self.settings.prompt_tokens, engine.count_tokens
            )
            generated: list[str] = []
            messages = prompt(question, read, language)
            with closing(engine.generate(messages, self.settings.max_new_tokens)) as pieces:
                for shown in _unmarked(pieces, generated):
                    if len(generated) == 1:
                        first = time.perf_counter() - begin
                    if shown:
                        yield shown
        answer, citations = self._conclude("".join(generated), question, read, language)
        yield Answer(
            question=question,
            text=answer,
            language=language,
            refused=not citations,
            citations=citations,
            evidence=evidence,
            timings=Timings(round(retrieved, 4), round(first, 4), round(time.perf_counter() - begin, 4)),
            models=self.models,
            note="" if exact else text("language_nearest", language),
        )

    def _conclude(
        self, generated: str, question: str, read: Sequence[Evidence], language: Language
    ) -> tuple[str, tuple[Citation, ...]]:
        """The answer's final text and citations.

        The refusal and no citations where the model refuses, where no paragraph supports what it wrote, or where it
        wrote in a language that the reader may not read.
        """
        citations: tuple[Citation, ...] = ()
        if not _refuses(generated, language) and _is_in(generated, question, language):
            answer, citations = attribute(generated, question, read, self._encode)
        return (answer, citations) if citations else (text("refusal", language), ())

    def _encode(self, texts: Sequence[str]) -> "Vectors":
        return self._embedder.encode(texts, "passage")


@cache
def _shared() -> Assistant:
    return Assistant()


def ask(question: str, language: Language | None = None) -> Answer:
    """`Assistant.ask` of one assistant that this process keeps, with settings from the environment and files."""
    return _shared().ask(question, language)


def _clean(question: str) -> str:
    """The question on one line; AssistantError when it is empty, too long, or holds what is no text."""
    if len(question) > _QUESTION_LIMIT:
        raise AssistantError("question_too_long", length=len(question), limit=_QUESTION_LIMIT)
    line = " ".join(question.split())
    if any(unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") for character in line):
        raise AssistantError("question_unreadable")
    # Byte order marks, zero-width spaces and the like come with copied text and mean nothing.
    line = "".join(character for character in line if unicodedata.category(character) != "Cf").strip()
    if not any(character.isalnum() for character in line):
        raise AssistantError("question_empty")
    return line


def _language(question: str, wanted: str | None) -> tuple[Language, bool]:
    """The language to answer in, and whether it is what the reader wrote in or asked for."""
    if wanted is None:
        return detect_language(question)
    if wanted not in LANGUAGES:
        raise AssistantError("language_unknown", language=wanted)
    return wanted, True


def _unmarked(pieces: Iterator[str], received: list[str]) -> Iterator[str]:
    """``pieces``, collected in ``received`` as they came and yielded without the marks that the model sets."""
    held = ""
    for piece in pieces:
        received.append(piece)
        held = MARK.sub("", held + piece)
        open_mark = _OPEN_MARK.search(held)
        ready = open_mark.start() if open_mark else len(held)
        yield held[:ready]
        held = held[ready:]
    yield held


def _refuses(generated: str, language: Language) -> bool:
    """Whether the model wrote the sentence that it was told to refuse with, or nothing."""
    words = MARK.sub("", generated).strip(" .。\n")
    return not words or words.lower().startswith(text("refusal", language).strip(" .。").lower())


def _is_in(generated: str, question: str, language: Language) -> bool:
    """Whether ``generated`` is in ``language``; a Russian or English answer with Chinese words of its own is not.

    A number or symbol alone is in every language.
    """
    if not any(map(str.isalpha, generated)):
        return True
    if detect_language(generated)[0] != language:
        return False
    return language == "zh" or not set(_HAN.findall(generated)) - set(question)
