"""A blocking, callback-driven generation call as an iterator.

Our own, since the libraries' ready streamers (transformers' TextIteratorStreamer, for one) neither stop the model
when the reader leaves nor pass an exception on.
"""

import queue
import threading
from collections.abc import Callable, Generator

Emit = Callable[[str], bool]


def iterate(generate: Callable[[Emit], None]) -> Generator[str, None, None]:
    """Run ``generate(emit)`` in a thread and yield what it emits.

    ``emit(piece)`` returns False once the reader has closed the iterator: the call is to stop then. Closing waits
    for it, so that a model never works for two readers at a time. An exception in the thread is raised here.
    """
    pieces: queue.SimpleQueue[str | BaseException | None] = queue.SimpleQueue()
    closed = threading.Event()

    def emit(piece: str) -> bool:
        pieces.put(piece)
        return not closed.is_set()

    def work() -> None:
        try:
            generate(emit)
            pieces.put(None)
        except BaseException as error:  # handed to the reader's thread
            pieces.put(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        while (piece := pieces.get()) is not None:
            if isinstance(piece, BaseException):
                raise piece
            if piece:
                yield piece
    finally:
        closed.set()
        thread.join()
