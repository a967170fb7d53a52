"""Text to terms, and BM25 over them: finds the names, numbers and terms of art that embeddings blur."""

import math
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import bm25s
    import numpy as np
    from numpy.typing import NDArray

_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_TERM = re.compile(rf"[{_HAN}]+|\d+(?:[/.]\d+)*|[^\W\d_{_HAN}]+", re.IGNORECASE)
_SIZE = "size.txt"
_CYRILLIC = re.compile(r"[а-яё]")


def terms(text: str) -> list[str]:
    """Snowball stems of Russian and English words, single and paired Chinese characters, numbers ("78/265") whole.

    Character pairs, and not a segmenter's words, since they need no dictionary and miss no name.
    """
    found: list[str] = []
    for term in _TERM.findall(text.lower()):
        if "\u3400" <= term[0] <= "\ufaff":
            found += [*term, *(term[n : n + 2] for n in range(len(term) - 1))]
        else:
            found.append(stem(term))
    return found


@cache
def stem(word: str) -> str:
    """The stem of a lower-case Russian or English word, after M. F. Porter's Snowball rules."""
    language = "russian" if _CYRILLIC.search(word) else "english"
    return str(_stemmer(language).stemWord(word.replace("ё", "е")))


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language)


class LexicalIndex:
    """BM25 (Robertson et al., as bm25s has it) over texts in any of the three languages."""

    def __init__(self, bm25: "bm25s.BM25 | None", size: int) -> None:
        self._bm25, self._size = bm25, size

    @classmethod
    def build(cls, texts: Iterable[str]) -> "LexicalIndex":
        """An index of ``texts``."""
        import bm25s

        corpus = [terms(text) for text in texts]
        if not any(corpus):
            return cls(None, len(corpus))
        bm25 = bm25s.BM25()
        bm25.index(corpus, show_progress=False)
        return cls(bm25, len(corpus))

    def save(self, folder: Path) -> None:
        """Write it to ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _SIZE).write_text(str(self._size), encoding="utf-8")
        if self._bm25 is not None:
            self._bm25.save(folder, show_progress=False)

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """What `save` wrote, mapped into memory."""
        import bm25s

        size = int((folder / _SIZE).read_text(encoding="utf-8"))
        whole = len(list(folder.iterdir())) > 1
        return cls(bm25s.BM25.load(folder, mmap=True, show_progress=False) if whole else None, size)

    def scores(self, question: str) -> "NDArray[np.float32]":
        """BM25, 0 or more, as a share of the inverse document frequencies asked for; shape (number of texts,).

        A word that no text has counts in full, so that a question whose words are mostly not there, as in another
        language, finds little by the few that are.
        """
        import numpy as np

        asked = set(terms(question))
        if self._bm25 is None or not asked:
            return np.zeros(self._size, dtype=np.float32)
        known = sorted(asked & self._bm25.vocab_dict.keys())
        ends = self._bm25.scores["indptr"]
        places = [self._bm25.vocab_dict[term] for term in known]
        frequencies = [int(ends[place + 1] - ends[place]) for place in places] + [0] * (len(asked) - len(known))
        weight = sum(math.log(1 + (self._size - n + 0.5) / (n + 0.5)) for n in frequencies)
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known) / weight, dtype=np.float32)
