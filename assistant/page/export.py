"""A conversation to take along: a sheet of what was asked and answered, with references, as Word file or Markdown."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from assistant.index.storage import read_documents
from assistant.languages import Language
from assistant.messages import text
from assistant.page.addresses import Shelf
from assistant.page.admission import admitted
from assistant.page.files import FILES, saved
from assistant.page.kept import Conversation, Exchange, body, read
from assistant.page.references import references
from assistant.rendering import Block, Line, Run, Sheet, line
from assistant.settings import Settings

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route


def sheet(conversation: Conversation, language: Language, shelf: Shelf, day: date) -> Sheet:
    """``conversation`` as it is passed on by a reader of ``language`` on the ``day``."""
    title = conversation.name or text("page_title", language)
    made = Run(text("export_made", language, day=day.isoformat()), "small")
    blocks: list[Block] = [line(made)]
    for exchange in conversation.exchanges:
        blocks += _exchange(exchange, language, shelf)
    return Sheet(title, language, (*blocks, line(Run(text("disclaimer", language), "small"))))


def _exchange(exchange: Exchange, language: Language, shelf: Shelf) -> Iterator[Line]:
    yield line(Run(exchange.asked, language=exchange.language), kind="heading")
    if exchange.day:
        yield line(Run(text("export_asked", language, day=exchange.day), "small"))
    answer = exchange.answer
    if answer is None:
        yield line(Run(exchange.said or text("kept_unfinished", language), language=exchange.language))
        return
    said = [(part, "") for part in answer.text.split("\n")] + [(part, "small") for part in answer.note.split("\n")]
    if answer.standalone:
        said.append((text("understood", answer.language, question=answer.standalone), "small"))
    for part, mark in said:
        if part.strip():
            yield line(Run(part, "small" if mark else "", answer.language))
    for runs in references(answer, shelf):
        yield line(*(Run(run.text, run.mark, run.language or answer.language) for run in runs), kind="item")


def routes(settings: Settings) -> "Sequence[Route]":
    """``/export?format=docx|md&language=…``: the file of the conversation that a browser sends."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    async def export(request: "Request") -> "Response":
        page, refusal = admitted(request)
        if refusal:
            return refusal
        conversation = read(Conversation, await body(request))
        kind = request.query_params.get("format", "")
        if conversation is None or kind not in FILES:
            return PlainTextResponse(text("kept_broken", page), 400)
        return await run_in_threadpool(_file, conversation, page, settings, kind)

    return [Route("/export", export, methods=["POST"])]


def _file(conversation: Conversation, language: Language, settings: Settings, kind: str) -> "Response":
    shelf = Shelf(read_documents(settings.index_path))
    made = sheet(conversation, language, shelf, date.today())
    return saved(made, kind, made.title)
