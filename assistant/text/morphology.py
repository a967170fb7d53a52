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
def parts_of_speech(word: str) -> frozenset[str]:
    """What ``word``, in small letters, may be, in the dictionary's terms: "INFN" an infinitive, "ADJF" an adjective."""
    return frozenset(str(item.tag.POS) for item in _analyzer().parse(word))


@cache
def gerunds(verb: str) -> frozenset[str]:
    """The adverbial participles of ``verb`` with "е" for "ё": "ссылаясь" of "ссылается"."""
    parsed = [item for item in _analyzer().parse(verb) if item.tag.POS in ("VERB", "INFN")]
    return frozenset(form.word.replace("ё", "е") for item in parsed for form in item.lexeme if form.tag.POS == "GRND")


@cache
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
