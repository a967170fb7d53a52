"""An index that is open, with what is in it, until another takes its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.documents import Document
from assistant.index.building import open_index
from assistant.index.embedding import Embedder
from assistant.index.storage import MANIFEST
from assistant.languages import Language
from assistant.library.names import Names, names_of
from assistant.retrieval.retriever import Retriever
from assistant.settings import Settings


@dataclass(frozen=True)
class Opened:
    """An index that is open: what searches it, its documents, what they are called, and which one it is."""

    retriever: Retriever
    documents: Sequence[Document]
    names: Names
    stamp: object

    @classmethod
    def now(cls, settings: Settings, embedder: Embedder, interface: Language) -> "Opened":
        """The index of ``settings`` as it is now, brought up to date; AssistantError as `open_index` says."""
        index = open_index(settings, embedder, interface)
        retriever = Retriever.of(index, embedder, settings)
        return cls(retriever, index.documents, names_of(index.documents), stamp(settings.index_path))


def stamp(folder: Path) -> tuple[int, ...]:
    """What is another when another index has taken the place of the one in ``folder``; empty where there is none."""
    try:
        found = (folder / MANIFEST).stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ino, found.st_size
