"""What readers think of answers, kept in a local file for evaluation where the setting ``feedback`` names one.

Each line has what an evaluation needs: the question, the answer, what it cites, the models, the thumb, and why. It says
nothing of who gave it.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from filelock import FileLock
from pydantic import Field, TypeAdapter, ValidationError

from assistant.messages import text
from assistant.page.admission import admitted
from assistant.page.kept import Exchange, body
from assistant.settings import Settings

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

LARGEST = 64 * 2**20  # bytes of the file
_LONGEST = 100_000  # bytes of a line, whatever a browser sends


@dataclass(frozen=True)
class Opinion:
    """A ``thumb`` on the answer of an exchange, and ``why``, which may be left out."""

    exchange: Exchange
    thumb: Literal["up", "down"]
    why: Annotated[str, Field(max_length=1000)] = ""


_ADAPTER = TypeAdapter(Opinion)


def read(sent: bytes) -> Opinion | None:
    """The opinion on an answer that a browser has ``sent``; None where it is none."""
    try:
        found = _ADAPTER.validate_json(sent)
    except ValidationError:
        return None
    return found if found.exchange.answer and len(_line(found)) <= _LONGEST else None


def write(opinion: Opinion, file: Path) -> bool:
    """Append ``opinion`` to ``file``; False where there is no room for it, or it can't be written."""
    line = _line(opinion)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{file}.lock"):
            if file.exists() and file.stat().st_size + len(line) > LARGEST:
                return False
            with file.open("ab") as opened:
                opened.write(line)
    except OSError as error:
        print(f"{file}: {error.strerror or error}", file=sys.stderr)
        return False
    return True


def routes(settings: Settings) -> "Sequence[Route]":
    """``/opinion?language=…``, where opinions are kept."""
    from starlette.concurrency import run_in_threadpool
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    file = settings.feedback
    if file is None:
        return []

    async def take(request: "Request") -> "Response":
        page, refusal = admitted(request)
        if refusal:
            return refusal
        opinion = read(await body(request))
        if opinion is None:
            return PlainTextResponse(text("opinion_lost", page), 400)
        kept = await run_in_threadpool(write, opinion, file)
        return PlainTextResponse(text("opinion_kept" if kept else "opinion_full", page), 200 if kept else 507)

    return [Route("/opinion", take, methods=["POST"])]


def _line(opinion: Opinion) -> bytes:
    exchange, answer = opinion.exchange, opinion.exchange.answer
    said: dict[str, Any] = {"day": date.today().isoformat(), "thumb": opinion.thumb, "why": opinion.why}
    said["question"] = exchange.asked
    if answer:
        said |= {"understood": answer.standalone, "answer": answer.text, "language": answer.language}
        said |= {"refused": answer.refused, "models": answer.models}
        said["citations"] = [
            {"document": item.document, "paragraph": item.paragraph, "language": item.language, "status": item.status}
            for item in answer.citations
        ]
    return (json.dumps(said, ensure_ascii=False) + "\n").encode("utf-8", "replace")
