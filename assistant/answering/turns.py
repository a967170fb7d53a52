"""An answer in turn with other readers, since the language model answers one at a time."""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import TYPE_CHECKING

from assistant.answer import Waiting
from assistant.answering.writing import Encode, Request, Written, write
from assistant.generation.line import Line

if TYPE_CHECKING:
    from assistant.generation import Engine
    from assistant.settings import Settings


def write_in_turn(
    request: Request, line: Line, load: Callable[[], "Engine"], encode: Encode, settings: "Settings"
) -> Generator[Waiting | str, None, Written]:
    """What `write` gives, behind those who wait in ``line``; ``load`` gives the model once it is this reader's turn.

    It is loaded in the line, so that no crowd gathers behind a model that loads.
    """
    with line.place() as positions:
        for position in positions:
            yield Waiting(position)
        with closing(write(request, load(), encode, settings)) as parts:
            for part in parts:
                if not isinstance(part, str):
                    return part
                yield part
    raise AssertionError("write ends with what is written")
