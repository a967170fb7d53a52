"""Conversations as a reader's browser keeps them: what was asked and answered, as data that the page is made of anew.

Nothing of them stays on the server. What comes back from a browser may be anything that somebody wrote there. So no
HTML is kept, all is measured and held to its types before it is looked at, and what is shown of it is made by the
functions that showed it first, which escape it.

`gradio.BrowserState` would keep one value for all tabs, the last to write it wins, encrypted with a secret that is on
the page as well; ``static/kept.js`` keeps each conversation under a name of its own.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from assistant.answer import Answer
from assistant.languages import Language

if TYPE_CHECKING:
    from starlette.requests import Request

MOST_CONVERSATIONS = 50
_MOST_EXCHANGES = 400  # of a conversation
MOST_SENT = 8_000_000  # characters at once; browsers keep five million
# Characters of an answer, and stretches of it that rest on something.
_LONGEST, _MOST_SPANS = 60_000, 2_000

Id = Annotated[str, Field(pattern=r"^[0-9a-f]{8,40}$")]
Line = Annotated[str, Field(max_length=4000)]
State = Literal["asked", "answered", "stopped", "failed"]


@dataclass(frozen=True)
class Exchange:
    """What was ``asked`` on the ``day``, and what came of it: an ``answer``, or what was ``said`` in ``language``.

    While it is "asked" neither is there; a page that is closed or loaded anew meanwhile leaves it so.
    """

    id: Id
    asked: Line
    language: Language
    state: State = "asked"
    day: Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$")] = ""
    said: Line = ""
    answer: Answer | None = None


@dataclass(frozen=True)
class Conversation:
    """``exchanges`` under a ``name``, with the ``texts`` (ids) that they were answered from where some were chosen."""

    id: Id
    name: Line = ""
    texts: Annotated[tuple[Line, ...], Field(max_length=1000)] = ()
    exchanges: Annotated[tuple[Exchange, ...], Field(max_length=_MOST_EXCHANGES)] = ()


@dataclass(frozen=True)
class Opening:
    """What the page is to show: a kept conversation or none, in a language that was chosen, with what stood in the
    box. ``interrupted`` tells that this is a question of which no answer came.
    """

    language: Language | None = None
    conversation: Conversation | None = None
    texts: Annotated[tuple[Line, ...], Field(max_length=1000)] = ()
    draft: Annotated[str, Field(max_length=MOST_SENT)] = ""
    interrupted: bool = False


Kind = TypeVar("Kind", Exchange, Conversation, Opening)


_ADAPTERS: dict[type, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (Exchange, Conversation, Opening)}


def read(kind: type[Kind], sent: str | bytes) -> Kind | None:
    """What a browser has ``sent``, as JSON; None where it is none, or too much."""
    if len(sent) > MOST_SENT:
        return None
    try:
        found: Kind = _ADAPTERS[kind].validate_json(sent)
    except ValidationError:
        return None
    conversation = found.conversation if isinstance(found, Opening) else found
    exchanges = conversation.exchanges if isinstance(conversation, Conversation) else (conversation,)
    return found if all(_fits(item.answer) for item in exchanges if item and item.answer) else None


def _fits(answer: Answer) -> bool:
    return len(answer.text) <= _LONGEST and sum(len(item.spans) for item in answer.citations) <= _MOST_SPANS


async def body(request: "Request") -> bytes:
    """What a browser sends, of which no more is taken in than `read` looks at."""
    sent = b""
    async for part in request.stream():
        sent += part
        if len(sent) > MOST_SENT:
            break
    return sent


def parcel(exchange: Exchange) -> str:
    """``exchange`` as the browser keeps it: without what only the search needed."""
    answer = exchange.answer
    if answer:
        found = tuple(replace(item, passage="") for item in answer.evidence)
        exchange = replace(exchange, answer=replace(answer, evidence=found))
    # A text may have characters that no encoding has.
    return json.dumps(asdict(exchange), ensure_ascii=False).encode("utf-8", "replace").decode()


class Keeping:
    """An exchange as it goes on, told to ``keep`` when it begins and when it ends."""

    def __init__(self, name: str, asked: str, language: Language, keep: Callable[[Exchange], None]) -> None:
        self._begun = Exchange(name, asked, language, "asked", date.today().isoformat())
        self._keep = keep
        keep(self._begun)

    def end(self, state: State, said: str = "", answer: Answer | None = None) -> None:
        """It was answered, or something else is ``said``."""
        language = answer.language if answer else self._begun.language
        self._keep(replace(self._begun, state=state, said=said[:4000], answer=answer, language=language))
