"""The line of readers before the language model, which answers one at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.errors import AssistantError

MOST_WAITING = 30
# Seconds after which whoever waits is told the same position again, and so may leave.
_PULSE = 0.5


class Line:
    """First come, first served; at most ``most_waiting`` wait while one is served. For many threads.

    >>> line = Line()
    >>> with line.place() as positions:
    ...     for position in positions:
    ...         print(f"{position} in front")
    ...     print("my turn")
    my turn
    """

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._most_waiting = most_waiting
        self._places: list[object] = []
        self._spared = False
        self._moved = threading.Condition()

    @contextmanager
    def place(self) -> Iterator[Iterator[int]]:
        """A place at the end, given up at the end of the block, be it one's turn by then or not.

        What it yields is to be iterated to its end, which comes with one's turn: positions (1 is next), each new one
        and at least two a second, then 0; nothing where nobody is in front. AssistantError when too many wait.
        """
        place = object()
        with self._moved:
            if len(self._places) > self._most_waiting:
                raise AssistantError("line_full")
            self._places.append(place)
        try:
            yield self._positions(place)
        finally:
            with self._moved:
                self._places.remove(place)
                self._moved.notify_all()

    @contextmanager
    def spare(self) -> Iterator[None]:
        """A time when nobody stands in line, for what is done between readers; it is waited for.

        Who comes meanwhile is first, and is served at the end of the block, which so has to be short.
        """
        with self._moved:
            self._moved.wait_for(lambda: not self._places and not self._spared)
            self._spared = True
        try:
            yield
        finally:
            with self._moved:
                self._spared = False
                self._moved.notify_all()

    def _positions(self, place: object) -> Iterator[int]:
        position = self._position(place)
        while position:
            yield position
            position = self._position(place, position)
            if not position:
                yield 0
        with self._moved:
            self._moved.wait_for(lambda: not self._spared)

    def _position(self, place: object, told: int = 0) -> int:
        """How many are in front; once that is less than ``told``, or after a pulse."""
        with self._moved:
            if told:
                self._moved.wait_for(lambda: self._places.index(place) < told, _PULSE)
            return self._places.index(place)
