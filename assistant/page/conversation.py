"""A conversation on the page: what is asked, what grows below it, and what is kept of it for follow-ups."""

import sys
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing
from html import escape, unescape
from itertools import pairwise
from typing import Any

from assistant.answer import REMEMBERED, Answer, Turn, Waiting
from assistant.errors import AssistantError
from assistant.languages import Language, detect_language
from assistant.messages import text
from assistant.page.evidence import answer_panel, evidence_panel, no_evidence
from assistant.qa import Assistant

Message = dict[str, Any]

# What tells an answer from an error and the like when Gradio hands the conversation back.
_ANSWER, _FAILED = {"id": "answer"}, {"id": "failed"}


def respond(
    assistant: Assistant,
    asked: str,
    messages: Sequence[Message],
    language: Language,
    stopped: Callable[[], bool] = lambda: False,
    documents: Collection[str] = (),
) -> Generator[tuple[list[Message], str], None, None]:
    """(conversation, paragraphs as HTML) as an answer grows; ``language`` is the page's.

    It is answered from ``documents`` (ids) alone, where these are given. An answer is in the question's language, and
    so are its labels and errors. What is said is escaped, since Gradio shows HTML in a message as HTML. Once
    ``stopped`` says so, the answer ends, and text that was not checked is not left standing.
    """
    reader = detect_language(asked[:2000])[0] if any(map(str.isalpha, asked[:2000])) else language
    history = _history(messages)
    said = [{"role": "user", "content": escape(asked[:2000], quote=False)}] if asked.strip() else []
    messages = [*messages, *said]
    written, position, writing = "", 0, False

    def shown(content: str, **more: object) -> list[Message]:
        return [*messages, {"role": "assistant", "content": escape(content, quote=False), **more}]

    def begun() -> list[Message]:
        return shown("…" if assistant.ready else text("page_preparing", reader))

    yield begun(), no_evidence(reader)
    panel = no_evidence(reader)
    try:
        with closing(assistant.stream(asked, history=history, documents=documents)) as events:
            for event in events:
                if isinstance(event, Answer):
                    yield [*messages, _answered(event)], answer_panel(event)
                elif stopped():
                    yield shown(text("page_stopped", reader)), panel
                    return
                elif isinstance(event, Waiting):
                    if event.position != position:
                        position = event.position
                        yield shown(text("waiting", reader, position=position)) if position else begun(), panel
                elif isinstance(event, str):
                    if event or not writing:
                        writing, written = True, written + event
                        yield shown(f"{written} ▌ ({text('page_checking', reader)})".strip()), panel
                else:
                    panel = evidence_panel(event, reader)
                    yield begun(), panel
    except AssistantError as error:
        yield shown(error.message(reader), metadata=_FAILED), panel
    except Exception as error:  # a reader gets a line and not a stalled page
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        yield shown(text("internal", reader, reason=type(error).__name__), metadata=_FAILED), panel


def failed(messages: Sequence[Message]) -> bool:
    """Whether the last question met an error."""
    return bool(messages) and messages[-1].get("metadata") == _FAILED


def _answered(answer: Answer) -> Message:
    """The message of a finished answer: its text first, then what else there is to say, each a block of its own."""
    blocks = [escape(block, quote=False) for block in (answer.text, answer.note) if block]
    if answer.standalone:
        understood = text("understood", answer.language, question=answer.standalone)
        blocks.append(f"<small>{escape(understood, quote=False)}</small>")
    return {"role": "assistant", "content": blocks, "metadata": _ANSWER}


def _history(messages: Sequence[Message]) -> tuple[Turn, ...]:
    """The last questions that were answered, as they come back from Gradio or were given to it."""

    def first(message: Message) -> str:
        block = message["content"]
        if isinstance(block, list):
            block = block[0]
        return unescape(block if isinstance(block, str) else block["text"])

    turns = [
        Turn(first(question), first(answer))
        for question, answer in pairwise(messages)
        if question["role"] == "user" and (answer.get("metadata") or {}).get("id") == _ANSWER["id"]
    ]
    return tuple(turns[-REMEMBERED:])
