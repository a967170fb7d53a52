"""Text to terms, and BM25 over them: finds the names, numbers and terms of art that embeddings blur."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_TERM = re.compile(rf"[{_HAN}]+|\d+(?:[/.]\d+)*|[^\W\d_{_HAN}]+", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?<!\d)(\d{1,3})/(\d{1,4})(?![\d/])")
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


def identifiers(text: str) -> set[str]:
    """Numbers of resolutions and documents: "78/265", also out of "A/RES/78/265"; "59/3" out of "A/C.2/59/3"."""
    return {f"{session}/{number}" for session, number in _IDENTIFIER.findall(text)}


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

    def __init__(self, texts: Sequence[str]) -> None:
        import bm25s

        self._size = len(texts)
        self._bm25 = bm25s.BM25()
        corpus = [terms(text) for text in texts]
        self._empty = not any(corpus)
        if not self._empty:
            self._bm25.index(corpus, show_progress=False)

    def scores(self, question: str) -> "NDArray[np.float32]":
        """A score, 0 or more, for each text; shape (number of texts,)."""
        import numpy as np

        asked = [] if self._empty else [term for term in terms(question) if term in self._bm25.vocab_dict]
        if not asked:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(asked), dtype=np.float32)
