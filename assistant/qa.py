"""A question to an `Answer`: evidence, text, citations, or an honest refusal."""

import hashlib
import threading
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import suppress
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from assistant.analysis.brief import Brief, brief
from assistant.analysis.comparison import Comparison, compare
from assistant.analysis.preamble import Preamble
from assistant.analysis.table import Row, by_paragraph, rows
from assistant.answer import Answer, Event, Evidence, Turn
from assistant.answering.parts import answer_parts
from assistant.answering.reading_ahead import read_ahead
from assistant.answering.request import Request, asked_in
from assistant.answering.result import answered, not_found
from assistant.answering.turns import write_in_turn
from assistant.clock import Clock, stamp
from assistant.errors import AssistantError
from assistant.generation.line import Line
from assistant.languages import Language, interface_language
from assistant.library.corpus import full_texts, one_each, text_of, texts_to_compare
from assistant.lookup.beside import on_topic
from assistant.lookup.lookup import look_up
from assistant.question.kind import Kind, classifier_of
from assistant.question.query import read_query
from assistant.question.reading import Said, one_line, read, reply_language, understand
from assistant.question.several import taken_apart
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    from assistant.generation import Engine
    from assistant.index.embedding import Embedder
    from assistant.retrieval.opened import Opened
# Settings that an answer depends on.
_DECIDING = {"lexical", "late_interaction", "top_k", "prompt_paragraphs", "prompt_tokens", "max_new_tokens"}
# More paragraphs are looked through where it is asked which texts say something, or what several say.
_FOR_TEXTS = 3


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
        # Two, so that evidence is found while the language model still loads.
        self._opening, self._loading = threading.RLock(), threading.RLock()
        self._opened: Opened | None = None
        self._stamp: tuple[int, ...] = ()
        self._line = Line()

    @cached_property
    def embedder(self) -> "Embedder":
        """What texts and questions are embedded with."""
        from assistant.index.embedding import load_embedder

        return self._given_embedder or load_embedder(self.settings, self._interface)

    @cached_property
    def _engine(self) -> "Engine":
        from assistant.generation import load_engine

        return self._given_engine or load_engine(self.settings, self._interface)

    @cached_property
    def _kind(self) -> Callable[[str], Kind]:
        model, encode = self.embedder.model.id, partial(self.embedder.encode, kind="query")
        folder = None if self._given_embedder else self.settings.cache_dir
        return partial(classifier_of(model, encode, folder).kind, encode=encode, model=model)

    def _open(self) -> "Opened":
        """The index as it is now, opened again when another took its place; an answer keeps the one it began with."""
        from assistant.index.storage import MANIFEST
        from assistant.retrieval.opened import Opened

        with self._opening:
            now = stamp(self.settings.index_path / MANIFEST)  # first, since another may take its place meanwhile
            if self._opened is None or self._stamp != now:
                try:
                    self._opened = Opened.now(self.settings, self.embedder, self._interface)
                    self._stamp = now or stamp(self.settings.index_path / MANIFEST)
                except AssistantError:
                    if self._opened is None:  # else the old one still answers
                        raise
            return self._opened

    def _loaded_engine(self) -> "Engine":
        with self._loading:
            return self._engine

    def _load_ahead(self, said: Said) -> None:
        """Begin to load the language model, where it will be needed, beside what search needs."""

        def load() -> None:
            with suppress(Exception):  # whoever needs the model meets the same error, where it can be told
                self._loaded_engine()

        if not self.ready and said.needs_model:
            threading.Thread(target=load, daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether everything is loaded, so that an answer begins at once."""
        return self._opened is not None and "_engine" in self.__dict__

    @property
    def main(self) -> str:
        """The id of the document that the corpus is about."""
        return self._open().names.main

    @property
    def models(self) -> dict[str, str]:
        """Ids of the models in use."""
        self._open()
        return {"embedding": self.embedder.model.id, "language": self._loaded_engine().model.id}

    @property
    def fingerprint(self) -> str:
        """A hash of all that decides an answer: corpus, models, engine, settings."""
        manifest, engine = self._open().retriever.index.manifest, self._loaded_engine()
        chosen = self.settings.model_dump(include=_DECIDING)
        parts = manifest.basis, manifest.corpus_sha256, engine.model.id, engine.model.revision, engine.name, chosen
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    def warm_up(self) -> None:
        """Load all, and let the model read ahead, for its prefix cache: instructions, then the main text."""
        self._open().retriever.warm_up()
        read_ahead(self._loaded_engine(), self._line, full_texts(self._open().documents))

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
        question = one_line(question)
        query = read_query(question, reply_language(question, language)[0])
        search = self._open().retriever.search
        return search(query, top_k or self.settings.top_k, documents=documents, languages=languages)

    def acts(
        self,
        document: str = "",
        language: Language | None = None,
        *,
        addressee: str = "",
        verb: str = "",
        reports: bool = False,
    ) -> tuple[Row, ...]:
        """Who is asked to do what, and what else the text of ``document`` (an id or symbol) does, in its order.

        Of all texts, by session, where no document is given; in ``language`` where the text is there in that.
        ``addressee``, ``verb`` and ``reports`` choose as in `analysis.table`. AssistantError for an unknown document.
        """
        opened = self._open()
        texts = [text_of(opened.documents, document, language)] if document else one_each(opened.documents, language)
        texts.sort(key=lambda item: int(item.session) if item.session.isdecimal() else 0)
        found = ((item, opened.anatomy(item).acts) for item in texts)
        return rows(found, addressee=addressee, verb=verb, reports=reports)

    def preamble(self, document: str = "", language: Language | None = None) -> tuple[Preamble, ...]:
        """The verb of each preambular paragraph, and the texts it names; document and AssistantError as for `brief`."""
        opened = self._open()
        return opened.anatomy(text_of(opened.documents, document, language)).preamble

    def brief(self, document: str = "", language: Language | None = None) -> Brief:
        """The text of ``document`` on one page; of the main one where none is given. AssistantError as for `acts`."""
        opened = self._open()
        chosen = text_of(opened.documents, document, language)
        return brief(chosen, opened.anatomy(chosen).acts, opened.documents)

    def compare(self, before: str, after: str, language: Language | None = None) -> Comparison:
        """Two texts (ids or symbols) beside one another: in ``language``, else in one that both are there in.

        Texts that have none in common are compared by paragraph alone. AssistantError as for `acts`.
        """
        opened = self._open()
        texts = texts_to_compare(opened.documents, before, after, language)
        one_language = texts[0].language == texts[1].language
        vectors = None if one_language else (opened.vectors(texts[0]), opened.vectors(texts[1]))
        acts = tuple(by_paragraph(opened.anatomy(item).acts) for item in texts)
        return compare(*texts, vectors, (acts[0], acts[1]))

    def ask(
        self,
        question: str,
        language: Language | None = None,
        *,
        history: Sequence[Turn] = (),
        documents: Collection[str] = (),
    ) -> Answer:
        """The answer, in ``language`` or else the question's, to a question that may lean on ``history``.

        From ``documents`` (ids) alone, where these are given. AssistantError for a question that can't be read, an
        unknown document, or when too many readers wait.
        """
        *_, answer = self.stream(question, language, history=history, documents=documents)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self,
        question: str,
        language: Language | None = None,
        *,
        history: Sequence[Turn] = (),
        documents: Collection[str] = (),
    ) -> Generator[Event, None, None]:
        """The evidence, text that has passed its check, with empty texts while it is written, then the `Answer`.

        While others are answered first, `Waiting` comes before the text, at least twice a second. Closing the iterator
        gives the place up and stops the model.
        """
        typed, reply = one_line(question), reply_language(question, language)[0]
        if len(parts := taken_apart(typed)) > 1:
            yield from answer_parts(typed, parts, history, partial(self._answered, reply, documents, typed))
        else:
            yield from self._answered(language, documents, "", question, history)

    def _answered(
        self,
        language: Language | None,
        documents: Collection[str],
        typed: str,
        question: str,
        history: Sequence[Turn],
        near: Sequence[Evidence] = (),
    ) -> Generator[Event, None, None]:
        """The events of a question, which may be one of several ``typed`` at once, of a text that one of them names.

        Where it names none, it is asked of the texts of ``near``, of those paragraphs first, and of all where nothing
        there answers it.
        """
        clock = Clock()
        said = understand(question, history, language, later=bool(near))
        self._load_ahead(said)
        opened = self._open()
        documents = documents or (opened.names.only(typed) if typed else ())
        narrowed = opened.names.several and near and not (documents or opened.names.mentions(question))
        documents = {item.document for item in near} if narrowed else documents
        texts = [item for item in opened.documents if not documents or item.id in documents]
        if unknown := set(documents) - {item.id for item in texts}:
            raise AssistantError("library_unknown", document=min(unknown))
        asked = read(said, opened.names, documents, self._kind(said.standalone))
        top_k = self.settings.top_k * (_FOR_TEXTS if asked.several or asked.sources.several else 1)
        found = look_up(asked, texts, opened.anatomy)
        search = partial(opened.search, top_k=top_k, sources=asked.sources.here, near=near)
        if asked.on_topic:
            found = on_topic(asked, search(asked.query), texts, opened.anatomy) or found
        evidence = found.evidence if found else search(asked.query)
        reply = found.language if found else asked.query.reply
        clock.retrieved()
        yield evidence
        if found:
            words, citations = found.text, found.citations
        else:
            request = Request(asked, reply, evidence)
            prepare = partial(asked_in, request, asked.foreign, names=opened.names, search=search)
            parts = write_in_turn(prepare, self._line, self._loaded_engine, self.settings)
            written = yield from clock.watched(parts)
            words = written.text or not_found(texts, asked.sources.documents, reply)
            citations, evidence = written.citations, written.evidence
        if narrowed and not citations:
            yield from self._answered(language, (), typed, question, history)
            return
        if found:
            yield words
        models = {"embedding": self.embedder.model.id} if found else self.models
        yield answered(said, reply, words, citations, evidence, clock.timings, models)


@cache
def _shared() -> Assistant:
    return Assistant()


def ask(question: str, language: Language | None = None) -> Answer:
    """`Assistant.ask` of one assistant that this process keeps, with settings from the environment and files."""
    return _shared().ask(question, language)
