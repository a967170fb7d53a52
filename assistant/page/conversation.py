"""A conversation on the page: what is asked, what grows below it, and what is kept of it for follow-ups."""

import sys
from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import Any
from uuid import uuid4

from assistant.answer import REMEMBERED, Answer, Turn, Waiting
from assistant.errors import AssistantError
from assistant.index.storage import read_documents
from assistant.languages import Language, detect_language
from assistant.messages import text
from assistant.page.addresses import Shelf
from assistant.page.answers import answer_html, missing, plain
from assistant.page.evidence import kept, nearest
from assistant.page.kept import Exchange, Keeping, State
from assistant.page.library import may_change
from assistant.page.library_view import offers
from assistant.page.references import references_html
from assistant.page.tools import tools
from assistant.qa import Assistant
from assistant.settings import Settings

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
    keep: Callable[[Exchange], None] = lambda exchange: None,
) -> Generator[list[Message], None, None]:
    """The conversation as an answer grows, with the paragraphs found below it; ``language`` is the page's.

    What is asked is told to ``keep`` when it begins and when it ends.

    It is answered from ``documents`` (ids) alone, where these are given. An answer is in the question's language, else
    in the page's with a line that says so, and so are its labels and errors. What is said is escaped, since Gradio
    shows HTML in a message as HTML. Once ``stopped`` says so, the answer ends, and text that was not checked is not
    left standing.
    """
    asked_in, ours = detect_language(asked[:2000]) if any(map(str.isalpha, asked[:2000])) else (language, True)
    reader = asked_in if ours else language
    history = _history(messages)
    said = [_question(asked[:2000])] if asked.strip() else []
    messages = [*messages, *said]
    name = uuid4().hex
    keeping = Keeping(name, asked[:2000], reader, keep if said else lambda exchange: None)
    written, position, writing = "", 0, False
    found, shelf = "", Shelf(())

    def shown(content: str) -> list[Message]:
        return [*messages, {"role": "assistant", "content": [_line(content, reader), *([found] if found else [])]}]

    def ended(state: State, line: str) -> list[Message]:
        keeping.end(state, line)
        return [*messages, _unanswered(name, state, line, reader, found, asked=bool(said))]

    def begun() -> list[Message]:
        return shown("…" if assistant.ready else text("page_preparing", reader))

    yield begun()
    try:
        wanted = None if ours else language
        with closing(assistant.stream(asked, wanted, history=history, documents=documents)) as events:
            for event in events:
                if isinstance(event, Answer):
                    notes = [event.note] if ours else [text("language_nearest", reader), event.note]
                    answer = replace(event, note="\n".join(filter(None, notes)))
                    keeping.end("answered", answer=answer)
                    yield [*messages, _answered(name, answer, shelf, assistant.settings)]
                elif stopped():
                    yield ended("stopped", text("page_stopped", reader))
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
        yield ended("failed", error.message(reader))
    except Exception as error:  # a reader gets a line and not a stalled page
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        yield ended("failed", text("internal", reader, reason=type(error).__name__))


def shown_again(exchanges: Sequence[Exchange], shelf: Shelf, language: Language, settings: Settings) -> list[Message]:
    """The messages of a conversation that was kept, as they were shown first; ``language`` is the page's."""
    messages = []
    for item in exchanges:
        messages.append(_question(item.asked))
        if item.answer:
            messages.append(_answered(item.id, item.answer, shelf, settings))
        else:
            line = item.said or text("kept_unfinished", language)
            messages.append(_unanswered(item.id, item.state, line, item.language))
    return messages


def failed(messages: Sequence[Message]) -> bool:
    """Whether the last question met an error."""
    return bool(messages) and messages[-1].get("metadata") == _FAILED


def _line(said: str, language: str, more: str = "") -> str:
    """What is ``said`` as HTML of its language, "" where that is none of the three; `plain` gives it back."""
    return f'<span lang="{language}"{more}>{escape(said, quote=False)}</span>'


def _question(asked: str) -> Message:
    language, ours = detect_language(asked)
    return {"role": "user", "content": _line(asked, language if ours else "")}


def _unanswered(
    name: str, state: State, line: str, language: Language, found: str = "", *, asked: bool = True
) -> Message:
    """The message that no answer came, why, and what was ``found`` (HTML)."""
    # What was not asked can't be asked again.
    below = tools(name, language) if asked else ""
    blocks = [_line(line, language, ' class="told"'), below + found]
    return {"role": "assistant", "content": blocks} | ({"metadata": _FAILED} if state == "failed" else {})


def _answered(name: str, answer: Answer, shelf: Shelf, settings: Settings) -> Message:
    """The message of a finished answer: its text first, then what else there is to say, each a block of its own."""
    blocks = [answer_html(answer)]
    if (lacking := missing(answer)) and may_change(settings):
        blocks.append(offers(lacking, answer.language))
    if answer.note:
        blocks.append(_line(answer.note, answer.language))
    if answer.standalone:
        understood = text("understood", answer.language, question=answer.standalone)
        blocks.append(f"<small>{_line(understood, answer.language)}</small>")
    rated = settings.feedback is not None
    blocks.append(tools(name, answer.language, answer, rated) + references_html(answer, shelf) + kept(answer, shelf))
    return {"role": "assistant", "content": blocks, "metadata": _ANSWER}


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
