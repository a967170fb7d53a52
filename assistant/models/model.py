"""A model and where its files come from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Model:
    """A model and the origin of its files.

    ``location`` is a folder, a GGUF file or the address of a server, empty as long as the files still have to be
    written or downloaded.
    ``sha256`` is the checksum of the published file, empty where none is known.
    """

    id: str
    revision: str
    source: Literal["settings", "bundled", "hub", "server"]
    location: str = ""
    sha256: str = ""
    licence: str = ""
    packages: tuple[str, ...] = ()


@contextmanager
def quietly() -> Iterator[None]:
    """Keep transformers' own progress bars and load reports off the terminal while a model loads."""
    from transformers.utils import logging as hub_logging

    logging: Any = hub_logging

    verbosity, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
        if bars:
            logging.enable_progress_bar()
