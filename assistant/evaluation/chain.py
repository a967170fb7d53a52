"""The chain of a LangChain tutorial, over the same index and with the same models, to measure the assistant beside.

Retrieval is the three texts whose nearest chunk has the greatest cosine with the question; one English prompt has them
numbered, asks for marks such as [1], the question's language, and "I don't know" where they hold no answer; the
language model runs as its library runs it by default and is a second copy, so that the two share no cache.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import CallbackManagerForLLMRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.chat_models import generate_from_stream
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableParallel, RunnablePassthrough

from assistant.answer import Answer, Citation, Evidence
from assistant.answering.citations import MARK
from assistant.generation import Message, load_engine, runs_in_openvino
from assistant.generation.threaded import Emit, iterate
from assistant.index.building import open_index
from assistant.languages import LANGUAGES, Language, interface_language
from assistant.models import language_model
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.answer import Event
    from assistant.generation import Engine
    from assistant.index.embedding import Embedder

Generate = Callable[[Sequence[Message], int], Iterator[str]]

_TOP_K, _DEPTH = 3, 64  # texts in the prompt; chunks of each language that they are taken from
_PROMPT = ChatPromptTemplate.from_messages(
    [
        (
            "human",
            "Answer the question based only on the following context:\n\n{context}\n\n"
            "Cite the passages that you use like [1]. Answer in the language of the question. "
            'If the context does not answer the question, say "I don\'t know".\n\nQuestion: {question}',
        )
    ]
)
# What it was told to say, and how models say otherwise that the context has no answer.
_UNKNOWN = re.compile(
    r"\bI (?:do not|don['’]t) know\b|\bthere is no (?:information|mention)\b"
    r"|\b(?:context|passages?|text)\b.{0,30}\b(?:(?:do|does) not|doesn['’]t|don['’]t)"
    r" (?:answer|contain|give|mention|provide|say|specify|state)\b"
    r"|不知道|(?:上下文|文中|文本|段落|资料).{0,12}(?:没有|未|并未).{0,20}(?:提到|提及|提供|说明|回答|信息)"
    r"|\bне знаю\b"
    r"|\b(?:контекст|текст|отрыв|абзац)\w*.{0,30}\b(?:не (?:содерж|указ|упом|говор|отвеч)|нет (?:ответ|информ|сведен))",
    re.IGNORECASE,
)
_FIRST_SENTENCE = re.compile(r".*?(?:[.!?](?=\s|$)|[。！？\n]|$)")


class Chain:
    """Answers as `assistant.qa.Assistant` does, so that both can be measured alike; made of LangChain's parts.

    ``embedder`` and ``engine`` take the place of those that the settings name.
    """

    def __init__(
        self, settings: Settings, *, embedder: "Embedder | None" = None, engine: "Engine | None" = None
    ) -> None:
        self._settings, self._given_embedder, self._given_engine = settings, embedder, engine
        self._interface = interface_language(settings.interface)

    @cached_property
    def _generate(self) -> Generate:
        if self._given_engine:
            return self._given_engine.generate
        if self._settings.engine in ("auto", "openvino"):
            model = language_model(self._settings, self._interface)
            if runs_in_openvino(model, self._settings):
                return plain_openvino(model.location, self._settings.threads)
        return load_engine(self._settings, self._interface).generate

    @cached_property
    def _chain(self) -> Any:
        from assistant.index.embedding import load_embedder

        embedder = self._given_embedder or load_embedder(self._settings, self._interface)
        retriever = _Retriever(index=open_index(self._settings, embedder, self._interface), embedder=embedder)
        model = _ChatModel(reply=self._generate, max_new_tokens=self._settings.max_new_tokens)
        written = (
            RunnablePassthrough.assign(context=lambda found: _numbered(found["context"]))
            | _PROMPT
            | model
            | StrOutputParser()
        )
        return RunnableParallel(context=retriever, question=RunnablePassthrough()).assign(answer=written)

    def warm_up(self) -> None:
        """Load everything and let the model read the instructions."""
        assert self._chain
        messages = _messages(_PROMPT.format_messages(context="", question="?"))
        for _ in self._generate(messages, 1):
            pass

    def stream(self, question: str, language: Language) -> "Iterator[Event]":
        """As `assistant.qa.Assistant.stream`; the chain's prompt leaves the language to the model."""
        evidence: tuple[Evidence, ...] = ()
        pieces: list[str] = []
        for part in self._chain.stream(question):
            if "context" in part:
                evidence = tuple(_evidence(document, rank) for rank, document in enumerate(part["context"], 1))
                yield evidence
            elif part.get("answer"):
                pieces.append(part["answer"])
                yield part["answer"]
        text = "".join(pieces).strip()
        refused = says_unknown(text)
        yield Answer(question, text, language, refused, () if refused else cited(text, evidence), evidence)


def says_unknown(text: str) -> bool:
    """Whether an answer is empty or begins by saying that there is none; said behind an answer that is no refusal."""
    first = _FIRST_SENTENCE.match(text)
    return not text or bool(first and _UNKNOWN.search(first[0]))


def cited(text: str, evidence: Sequence[Evidence]) -> tuple[Citation, ...]:
    """What the marks in ``text`` cite; one that names none of ``evidence`` cites a paragraph of that name, "[7]"."""
    numbers = {int(number): None for marks in MARK.findall(text) for number in re.findall(r"\d+", marks)}
    known = {item.rank: item for item in evidence}
    return tuple(
        Citation(item.document, item.paragraph, str(number), item.text, item.language, item.status, item.score, ())
        if (item := known.get(number))
        else Citation("", f"[{number}]", str(number), "", "en", "original", 0.0, ())
        for number in numbers
    )


class _Retriever(BaseRetriever):
    """Plain cosine over the vectors of ``index``: languages are not told apart, translations not put together."""

    index: Any
    embedder: Any

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        import numpy as np

        vector, vectors = self.embedder.encode([query], "query"), self.index.vectors
        rows = np.concatenate([vectors.search(vector, _DEPTH, language)[0] for language in LANGUAGES])
        rows = rows[rows >= 0]
        best: dict[int, float] = {}
        for score, row in sorted(
            zip((vectors.of(rows) @ vector[0]).tolist(), rows.tolist(), strict=True), reverse=True
        ):
            best.setdefault(int(self.index.chunks.text_of[row]), score)
            if len(best) == _TOP_K:
                break
        found = []
        for number, score in best.items():
            document, paragraph = self.index.texts[number]
            about = {"language": document.language, "status": document.status, "score": round(score, 4)}
            where = {"document": document.id, "paragraph": paragraph.id}
            found.append(Document(paragraph.whole, metadata={**where, **about}))
        return found


class _ChatModel(BaseChatModel):
    """A function from messages to pieces of text, as LangChain wants its models."""

    reply: Generate
    max_new_tokens: int

    @property
    def _llm_type(self) -> str:
        return "assistant"

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for piece in self.reply(_messages(messages), self.max_new_tokens):
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))
        yield ChatGenerationChunk(message=AIMessageChunk(content="", chunk_position="last"))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return generate_from_stream(self._stream(messages, stop, run_manager, **kwargs))


def plain_openvino(location: str, threads: int) -> Generate:
    """The model file in openvino-genai as the library's own first example has it, decoded greedily."""
    import openvino_genai

    genai: Any = openvino_genai
    options = {"INFERENCE_NUM_THREADS": threads} if threads else {}
    pipeline, status = genai.LLMPipeline(location, "CPU", **options), genai.StreamingStatus

    def generate(messages: Sequence[Message], max_new_tokens: int) -> Iterator[str]:
        history = genai.ChatHistory([{"role": turn.role, "content": turn.content} for turn in messages])

        def run(emit: Emit) -> None:
            pipeline.generate(
                history,
                max_new_tokens=max_new_tokens,
                do_sample=False,
                streamer=lambda piece: status.RUNNING if emit(piece) else status.CANCEL,
            )

        return iterate(run)

    return generate


def _messages(messages: Sequence[BaseMessage]) -> list[Message]:
    return [Message("system" if turn.type == "system" else "user", str(turn.content)) for turn in messages]


def _numbered(documents: Sequence[Document]) -> str:
    return "\n\n".join(f"[{number}] {document.page_content}" for number, document in enumerate(documents, 1))


def _evidence(document: Document, rank: int) -> Evidence:
    return Evidence(**document.metadata, label=str(rank), text=document.page_content, passage="", rank=rank)
