"""What a question, an answer and a paragraph are compared by: stems, acronyms, pairs of characters, numbers."""

import re
from collections.abc import Set

from assistant.languages import Language
from assistant.text.claims import claims
from assistant.text.places import spelled
from assistant.text.symbols import SYMBOL
from assistant.text.terms import stem

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]{4,}")  # shorter ones are mostly function words, if no acronyms
_ACRONYM = re.compile(r"(?<![A-Za-zА-Яа-яЁё\d])[A-ZА-ЯЁ]{2,3}(?![A-Za-zА-Яа-яЁё\d])")
_NAME = re.compile(r"(?<=[\w,;)»”] )[«“(]?([A-ZА-ЯЁ][a-zа-яё]{3,})")
_EXACT = re.compile(r".*/.*|\d.+")


def units(text: str) -> set[str]:
    """What is compared: stems of Russian and English words, acronyms, pairs of adjacent Chinese characters."""
    runs = HAN.findall(text)
    pairs = {run[n : n + 2] for run in runs for n in range(len(run) - 1)}
    return pairs | {stem(word.lower()) for word in WORD.findall(text)} | set(_ACRONYM.findall(SYMBOL.sub(" ", text)))


def compared(text: str) -> set[str]:
    """`units` and `claims`."""
    return units(text) | claims(text, digits=True)


def units_of(names: Set[str], text: str, language: Language) -> set[str]:
    """What is compared of ``names`` as ``text`` spells them."""
    return set().union(*(compared(form) for form in spelled(names, text, language)))


def names(text: str) -> set[str]:
    """Stems of the Russian and English words that have a capital without beginning a sentence."""
    return {stem(name.lower()) for name in _NAME.findall(text)}


def script(text: str) -> Language:
    """The language that ``text`` has letters of: Chinese where there is a character of it, Russian likewise."""
    return "zh" if HAN.search(text) else "ru" if _CYRILLIC.search(text) else "en"


def exactness(unit: str) -> int:
    """How many times as much ``unit`` says as a word that is as rare: symbols, years and numbers of several digits."""
    return 3 if _EXACT.fullmatch(unit) else 1
