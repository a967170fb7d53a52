"""A conversation on the page: what is asked, what grows below it, and what is kept of it for follow-ups."""

import sys
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing
from html import escape
from itertools import pairwise
from typing import Any

from assistant.answer import REMEMBERED, Answer, Turn, Waiting
from assistant.errors import AssistantError
from assistant.index.storage import read_documents
from assistant.languages import Language, detect_language
from assistant.messages import text
from assistant.page.addresses import Shelf
from assistant.page.answers import answer_html, plain
from assistant.page.evidence import kept, nearest
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
) -> Generator[list[Message], None, None]:
    """The conversation as an answer grows, with the paragraphs found below it; ``language`` is the page's.

    It is answered from ``documents`` (ids) alone, where these are given. An answer is in the question's language, and
    so are its labels and errors. What is said is escaped, since Gradio shows HTML in a message as HTML. Once
    ``stopped`` says so, the answer ends, and text that was not checked is not left standing.
    """
    reader = detect_language(asked[:2000])[0] if any(map(str.isalpha, asked[:2000])) else language
    history = _history(messages)
    said = [{"role": "user", "content": escape(asked[:2000], quote=False)}] if asked.strip() else []
    messages = [*messages, *said]
    written, position, writing = "", 0, False
    found, shelf = "", Shelf(())

    def shown(content: str, **more: object) -> list[Message]:
        blocks = [escape(content, quote=False), *([found] if found else [])]
        return [*messages, {"role": "assistant", "content": blocks, **more}]

    def begun() -> list[Message]:
        return shown("…" if assistant.ready else text("page_preparing", reader))

    yield begun()
    try:
        with closing(assistant.stream(asked, history=history, documents=documents)) as events:
            for event in events:
                if isinstance(event, Answer):
                    yield [*messages, _answered(event, shelf)]
                elif stopped():
                    yield shown(text("page_stopped", reader))
                    return
                elif isinstance(event, Waiting):
                    if event.position != position:
                        position = event.position
                        yield shown(text("waiting", reader, position=position)) if position else begun()
                elif isinstance(event, str):
                    if event or not writing:
                        writing, written = True, written + event
                        yield shown(f"{written} ▌ ({text('page_checking', reader)})".strip())
                else:
                    shelf = Shelf(read_documents(assistant.settings.index_path))
                    found = nearest(event, reader, shelf)
                    yield begun()
    except AssistantError as error:
        yield shown(error.message(reader), metadata=_FAILED)
    except Exception as error:  # a reader gets a line and not a stalled page
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        yield shown(text("internal", reader, reason=type(error).__name__), metadata=_FAILED)


def failed(messages: Sequence[Message]) -> bool:
    """Whether the last question met an error."""
    return bool(messages) and messages[-1].get("metadata") == _FAILED


def _answered(answer: Answer, shelf: Shelf) -> Message:
    """The message of a finished answer: its text first, then what else there is to say, each a block of its own."""
    blocks = [answer_html(answer)]
    if answer.note:
        blocks.append(escape(answer.note, quote=False))
    if answer.standalone:
        understood = text("understood", answer.language, question=answer.standalone)
        blocks.append(f"<small>{escape(understood, quote=False)}</small>")
    blocks.append(_copying(answer.language) + kept(answer, shelf))
    return {"role": "assistant", "content": blocks, "metadata": _ANSWER}


def _copying(language: Language) -> str:
    """A button that copies the answer, which the page's script gives its work; Gradio's would copy the HTML."""
    done, idle = (escape(text(key, language)) for key in ("reader_copied", "reader_copy"))
    return (
        f'<button type="button" class="copy" lang="{language}">'
        f'<span>{idle}</span><span role="status" class="done">{done}</span></button>'
    )


def _history(messages: Sequence[Message]) -> tuple[Turn, ...]:
    """The last questions that were answered, as they come back from Gradio or were given to it."""

    def first(message: Message) -> str:
        block = message["content"]
        if isinstance(block, list):
            block = block[0]
        return plain(block if isinstance(block, str) else block["text"])

    turns = [
        Turn(first(question), first(answer))
        for question, answer in pairwise(messages)
        if question["role"] == "user" and (answer.get("metadata") or {}).get("id") == _ANSWER["id"]
    ]
    return tuple(turns[-REMEMBERED:])
