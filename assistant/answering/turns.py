"""An answer in turn with other readers, since the language model answers one at a time."""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import TYPE_CHECKING

from assistant.answer import Evidence, Waiting
from assistant.answering.request import Request, Written
from assistant.answering.writing import write
from assistant.generation.line import Line

if TYPE_CHECKING:
    from assistant.generation import Engine
    from assistant.settings import Settings


def write_in_turn(
    prepare: "Callable[[Engine], Request]",
    line: Line,
    load: "Callable[[], Engine]",
    settings: "Settings",
) -> Generator[Waiting | tuple[Evidence, ...] | str, None, Written]:
    """What `write` gives of what ``prepare`` does with the model, behind those who wait in ``line``.

    New evidence comes before the text. ``load`` gives the model once it is this reader's turn: it is loaded in the
    line, so that no crowd gathers behind a model that loads.
    """
    with line.place() as positions:
        for position in positions:
            yield Waiting(position)
        engine = load()
        request = prepare(engine)
        if request.readings:
            yield request.evidence
        with closing(write(request, engine, settings)) as parts:
            for part in parts:
                if isinstance(part, Written):
                    return part
                yield part
    raise AssertionError("write ends with what is written")
