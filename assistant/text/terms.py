"""Text to terms: what search compares of it, and what an answer and a paragraph are compared by."""

import re
from functools import cache
from typing import Any

# What stands in brackets of a pattern for Chinese characters.
HAN = r"\u3400-\u9fff\uf900-\ufaff"
_TERM = re.compile(rf"[{HAN}]+|\d+(?:[/.]\d+)*|[^\W\d_{HAN}]+", re.IGNORECASE)
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
