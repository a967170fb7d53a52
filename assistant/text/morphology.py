"""Forms of Russian words, by pymorphy3's dictionary."""

from functools import cache
from typing import Any


def is_russian(word: str) -> bool:
    """Whether the dictionary has ``word``, in small letters, or it is a form of one that it has."""
    return bool(_analyzer().word_is_known(word))


@cache
def russian_forms(word: str) -> frozenset[str]:
    """All forms, with "е" for "ё", of the words that ``word``, in small letters, may be a form of."""
    parsed = [item for item in _analyzer().parse(word) if item.is_known or "-" in word]
    forms = {form.word.replace("ё", "е") for item in parsed for form in item.lexeme}
    return frozenset(forms | {word.replace("ё", "е")})


@cache
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
