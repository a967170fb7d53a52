"""BM25 over the terms of texts: finds the names, numbers and terms of art that embeddings blur."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.languages import LANGUAGES, Language
from assistant.text.terms import terms

if TYPE_CHECKING:
    import bm25s
    import numpy as np
    from numpy.typing import NDArray

_SIZE, _ROWS = "size.txt", "rows.npy"


class LexicalIndex:
    """BM25 (Robertson et al., as bm25s has it) over texts in the three languages, each language a collection.

    How common a word and how long a text is can be told among texts of one language only.
    """

    def __init__(self, collections: "Sequence[_Collection]", size: int) -> None:
        self._collections, self._size = collections, size

    @classmethod
    def build(cls, texts: Iterable[tuple[str, Language]]) -> "LexicalIndex":
        """An index of ``texts``."""
        corpora: dict[Language, list[list[str]]] = {code: [] for code in LANGUAGES}
        rows: dict[Language, list[int]] = {code: [] for code in LANGUAGES}
        size = 0
        for size, (text, language) in enumerate(texts, 1):
            corpora[language].append(terms(text))
            rows[language].append(size - 1)
        found = [_Collection.build(rows[code], corpora[code]) for code in LANGUAGES if any(corpora[code])]
        return cls(found, size)

    def save(self, folder: Path) -> None:
        """Write it to ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _SIZE).write_text(str(self._size), encoding="utf-8")
        for number, collection in enumerate(self._collections):
            collection.save(folder / str(number))

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """What `save` wrote, mapped into memory."""
        size = int((folder / _SIZE).read_text(encoding="utf-8"))
        return cls([_Collection.load(part) for part in sorted(folder.iterdir()) if part.is_dir()], size)

    def scores(self, question: str) -> "NDArray[np.float32]":
        """BM25, 0 or more, as a share of the inverse document frequencies asked for; shape (number of texts,).

        A word that no text of the language has counts in full, so that a question whose words are mostly not there, as
        in another language, finds little by the few that are.
        """
        import numpy as np

        scores = np.zeros(self._size, dtype=np.float32)
        asked = set(terms(question))
        for collection in self._collections:
            scores[collection.rows] = collection.scores(asked)
        return scores


@dataclass(frozen=True)
class _Collection:
    """The texts ``rows`` of an index."""

    rows: "NDArray[np.int64]"
    bm25: "bm25s.BM25"

    @classmethod
    def build(cls, rows: Sequence[int], corpus: Sequence[list[str]]) -> "_Collection":
        import bm25s
        import numpy as np

        bm25 = bm25s.BM25()
        bm25.index(corpus, show_progress=False)
        return cls(np.array(rows, dtype=np.int64), bm25)

    def save(self, folder: Path) -> None:
        import numpy as np

        self.bm25.save(folder, show_progress=False)
        np.save(folder / _ROWS, self.rows)

    @classmethod
    def load(cls, folder: Path) -> "_Collection":
        import bm25s
        import numpy as np

        return cls(np.load(folder / _ROWS), bm25s.BM25.load(folder, mmap=True, show_progress=False))

    def scores(self, asked: set[str]) -> "NDArray[np.float32] | float":
        import numpy as np

        known = sorted(asked & self.bm25.vocab_dict.keys())
        if not known:
            return 0.0
        size, ends = len(self.rows), self.bm25.scores["indptr"]
        places = [self.bm25.vocab_dict[term] for term in known]
        frequencies = [int(ends[place + 1] - ends[place]) for place in places] + [0] * (len(asked) - len(known))
        weight = sum(math.log(1 + (size - n + 0.5) / (n + 0.5)) for n in frequencies)
        return np.asarray(self.bm25.get_scores(known) / weight, dtype=np.float32)
