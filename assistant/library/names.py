"""What the documents are called, and the texts that they name: read once, when the index is opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents import Document
from assistant.documents.references import titles_named
from assistant.library.corpus import full_texts


@dataclass(frozen=True)
class Names:
    """``documents`` are the ids of the full texts beside the main one; ``titles`` what the main one calls other texts,
    as (target, title), the target as in a `Reference`.
    """

    documents: frozenset[str] = frozenset()
    titles: tuple[tuple[str, str], ...] = ()


def names_of(documents: Sequence[Document]) -> Names:
    """The names of ``documents``, all of an index."""
    beside = frozenset(item.id for item in documents if item.name and item.status != "card")
    return Names(beside, tuple(dict.fromkeys(titles_named(full_texts(documents)))))
