"""A question to an `Answer`: evidence, text, citations, or an honest refusal."""

import hashlib
import threading
import time
import unicodedata
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from assistant import structure
from assistant.answer import Answer, Evidence, Timings, Turn, Waiting
from assistant.courtesies import to_the_point
from assistant.defusing import defused_question
from assistant.errors import AssistantError
from assistant.followups import standalone
from assistant.languages import LANGUAGES, Language, detect_language, interface_language
from assistant.messages import text
from assistant.prompts import YES, judgement, prompt
from assistant.repeats import repeated
from assistant.settings import Settings, load_settings
from assistant.waiting import Line
from assistant.writing import Request, write

if TYPE_CHECKING:
    from assistant.embedding import Embedder, Vectors
    from assistant.generation import Engine
    from assistant.retrieval import Retriever

Event = tuple[Evidence, ...] | Waiting | str | Answer
_QUESTION_LIMIT = 2000
# Settings that an answer depends on.
_DECIDING = {"lexical", "late_interaction", "top_k", "prompt_paragraphs", "prompt_tokens", "max_new_tokens"}
# Tokens of the corpus's main text that are read ahead, to judge and to answer, so that answers on it begin sooner.
_READ_AHEAD = 12_000


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

    def _load_ahead(self) -> None:
        # Whoever needs the model meets the same error, where it can be told.
        with suppress(Exception):
            self._loaded_engine()

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
        """Load everything, and let the model read ahead: each language's instructions, then the main text's paragraphs.

        What it has read it does not read again (an engine with a prefix cache), so that answers begin sooner.
        """
        self._opened_retriever().search("?", 1, "en")
        engine = self._loaded_engine()
        left = _READ_AHEAD
        for language, paragraphs in self._ahead():
            if (left := left - sum(map(engine.count_tokens, paragraphs))) < 0:
                break
            with self._line.place(always=True) as positions:  # anew for each: readers come in between
                for _ in positions:
                    pass
                for _ in engine.generate(prompt("?", paragraphs, language), 1):
                    pass
                for paragraph in paragraphs:
                    engine.probability(judgement("?", paragraph), YES)

    def _ahead(self) -> Iterator[tuple[Language, list[str]]]:
        """What is read ahead: nothing but the instructions first, then a paragraph of each language in turn."""
        for language in LANGUAGES:
            yield language, []
        main = [document for document in self._opened_retriever().index.documents if not document.name]
        for number in range(max((len(document.paragraphs) for document in main), default=0)):
            for document in main:
                if number < len(document.paragraphs) and document.paragraphs[number].text:
                    yield document.language, [document.paragraphs[number].text]

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
        second. Text is streamed up to the first number, symbol or name that the evidence has not. Closing the iterator
        gives the place up and stops the model.
        """
        begin = time.perf_counter()
        question = _clean(question)
        turns = [replace(turn, question=to_the_point(turn.question)) for turn in history]
        bare, before, wanted = repeated(to_the_point(question), turns)
        language, exact = _language(question, wanted or language)
        asked = defused_question(standalone(bare, before))
        # Beside what search needs, which is not ready either.
        if not self.ready and not structure.needs_no_model(asked):
            threading.Thread(target=self._load_ahead, daemon=True).start()
        retriever = self._opened_retriever()
        documents = retriever.index.documents
        known = structure.respond(asked, documents, language, bare)
        focus = None if known else structure.focus(asked, documents, language)
        if focus:
            language = focus.language
        found = known or focus
        evidence = found.evidence if found else retriever.search(asked, self.settings.top_k, language)
        retrieved = first = time.perf_counter() - begin
        yield evidence

        if known:
            language, answer, citations = known.language, known.text, known.citations
            yield answer
        else:
            request = Request(bare, asked, language, evidence, focus.task if focus else "answer")
            with self._line.place() as positions:
                for position in positions:
                    yield Waiting(position)
                # Loaded in the line too, so that no crowd gathers behind a model that loads.
                with closing(write(request, self._loaded_engine(), self._encode, self.settings)) as parts:
                    for part in parts:
                        if not isinstance(part, str):
                            answer, citations = part
                            break
                        if first == retrieved:
                            first = time.perf_counter() - begin
                        yield part
        notes = [] if exact else [text("language_nearest", language)]
        if not known and any(citation.language != language for citation in citations):
            notes.append(text("answer_translated", language))
        yield Answer(
            question=question,
            text=answer or text("refusal", language),
            language=language,
            refused=not citations,
            citations=citations,
            evidence=evidence,
            timings=Timings(round(retrieved, 4), round(first, 4), round(time.perf_counter() - begin, 4)),
            models=self.models if not known else {"embedding": self._embedder.model.id},
            note="\n".join(notes),
            standalone="" if asked == question else asked,
        )

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
