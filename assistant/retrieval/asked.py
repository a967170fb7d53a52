"""A query as it is compared with the texts of each language: its own words, or a translation of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.languages import LANGUAGES, Language
from assistant.question.query import Query

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.embedding import Embedder, Vectors
    from assistant.index.storage import Index

    Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Asked:
    """``vectors`` and ``states``, of its tokens around their language's centre, by the language of the texts that they
    are compared with; ``words`` is each text's BM25.
    """

    query: Query
    vectors: "Mapping[Language, Vectors]"
    states: "Mapping[Language, Vectors]"
    words: "Scores"


def encoded(
    queries: Sequence[Query], index: "Index", embedder: "Embedder", languages: "NDArray[np.int64]", *, words: bool
) -> list[Asked]:
    """``queries`` for the texts of ``index``, which are in ``languages`` (places in `LANGUAGES`).

    Without ``words`` no text has any.
    """
    said = list(dict.fromkeys(query.said_to(code) for query in queries for code in LANGUAGES))
    place = {one: number for number, one in enumerate(said)}
    vectors, states = embedder.encode_questions([text for _, text in said])
    centred = [index.states.centred(own, language) for own, (language, _) in zip(states, said, strict=True)]
    found = []
    for query in queries:
        places = {code: place[query.said_to(code)] for code in LANGUAGES}
        found.append(
            Asked(
                query,
                {code: vectors[number] for code, number in places.items()},
                {code: centred[number] for code, number in places.items()},
                _words(query, index, languages, words=words),
            )
        )
    return found


def _words(query: Query, index: "Index", languages: "NDArray[np.int64]", *, words: bool) -> "Scores":
    import numpy as np

    scores = np.zeros(len(index.texts), dtype=np.float32)
    for text in dict.fromkeys(query.said_to(code)[1] for code in LANGUAGES) if words else ():
        among = np.isin(languages, [place for place, code in enumerate(LANGUAGES) if query.said_to(code)[1] == text])
        scores[among] = index.lexical.scores(text)[among]
    return scores
