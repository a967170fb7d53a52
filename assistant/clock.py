"""How long a reader waits for what, and when a file was put in its place."""

import time
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TypeVar, cast

from assistant.answer import Timings

_Part = TypeVar("_Part")
_Whole = TypeVar("_Whole")


class Clock:
    """Seconds from a question to what a reader sees of the answer."""

    def __init__(self) -> None:
        self._begin = time.perf_counter()
        self._retrieved: float | None = None
        self._first: float | None = None

    def retrieved(self) -> None:
        """The evidence is there."""
        self._retrieved = time.perf_counter() - self._begin

    def watched(self, parts: Generator[_Part, None, _Whole]) -> Generator[_Part, None, _Whole]:
        """``parts``; the first text among them is the first token."""
        with closing(parts):
            while True:
                try:
                    part = next(parts)
                except StopIteration as end:
                    return cast(_Whole, end.value)
                if isinstance(part, str) and part and self._first is None:
                    self._first = time.perf_counter() - self._begin
                yield part

    @property
    def timings(self) -> Timings:
        """Until now, which is when all is done."""
        retrieved = self._retrieved or 0.0
        first = self._first or retrieved
        return Timings(round(retrieved, 4), round(first, 4), round(time.perf_counter() - self._begin, 4))


def stamp(file: Path) -> tuple[int, ...]:
    """What is another when another ``file`` has taken its place; empty where there is none."""
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ino, found.st_size
