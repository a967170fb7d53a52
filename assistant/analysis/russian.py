"""What is no part of a Russian addressee: how, when and where to act, clauses about it, and examples of it.

Told by parts of speech. A phrase with a preposition is part of the addressee where it holds a name, "стороны в Южном
Судане", or a noun of the section "describing nouns" of `drafting.txt`, "стороны в конфликте"; else it says how to act,
"в полной мере".
"""

import re

from assistant.analysis.drafting import compiled, pattern
from assistant.text.morphology import parts_of_speech

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Prepositions that names go on with: "Комитет по правам человека", "Рабочая группа о …", "Комиссия для Африки".
_NAMING = ("по", "из", "о", "об", "от", "против", "за", "между", "над", "для")
_PLACING = ("в", "во", "на", "с", "со", "при")
_OWN = re.compile(r"сво[еёийюя]\w*|его|е[её]|их")


def begins_tail(piece: str) -> bool:
    """Whether ``piece``, what stands behind a comma or an "and", is a clause, examples or an adverbial phrase."""
    words = [word[0].lower() for word in _WORD.finditer(piece)][:5]
    if not words:
        return False
    first = parts_of_speech(words[0])
    second = parts_of_speech(words[1]) if len(words) > 1 else frozenset()
    if any(re.fullmatch(r"котор\w+|чь[яиеёю]\w*|чей", word) for word in words[:4]) or words[0] in (
        "не",
        "где",
        "когда",
    ):
        return True
    if first <= {"PRTF", "PRTS", "GRND"} or (_is_preposition(words[0]) and len(words) > 1):
        return True
    # "готовые к этому", "действующие на востоке", "насколько это возможно"
    ready = first <= {"ADJF", "ADJS", "PRTF", "PRTS"} and len(words) > 1 and _is_preposition(words[1])
    adverb = (
        first & {"ADVB", "CONJ"}
        and not first & {"NOUN", "ADJF", "NPRO"}
        and (not second & {"ADJF", "PRTF"} or "NPRO" in second)
    )
    return bool(ready or adverb or compiled(pattern("examples", "ru")).match(piece.lstrip()))


def tail_begins(piece: str) -> list[int]:
    """Where in ``piece`` something that says how to act, or examples, may begin."""
    found: list[int] = []
    words = list(_WORD.finditer(piece))
    named_until = 0
    for place, word in enumerate(words):
        written = word[0].lower()
        speech = parts_of_speech(written)
        if not place or not word[0][0].islower() or word.start() < named_until:
            continue
        if _is_preposition(written):
            phrase = _phrase(words[place + 1 : place + 7])
            if not _describes(written, phrase):
                found.append(word.start())
            elif phrase:
                named_until = phrase[-1].end()
            continue
        following = parts_of_speech(words[place + 1][0].lower()) if place + 1 < len(words) else frozenset()
        adverb = "ADVB" in speech and not speech & {"NOUN", "ADJF"} and not following & {"ADJF", "PRTF"}
        if written == "не" or adverb or speech == {"GRND"}:
            found.append(word.start())
    return found + [match.start() for match in compiled(pattern("examples", "ru")).finditer(piece) if match.start()]


def _is_preposition(word: str) -> bool:
    return "PREP" in parts_of_speech(word) and not word.isupper()


def _phrase(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """``words`` up to the first noun."""
    for place, word in enumerate(words):
        speech = parts_of_speech(word[0].lower())
        if "NOUN" in speech and not speech & {"ADJF", "PRTF", "PREP"}:
            return words[: place + 1]
    return words[:1]


def _describes(preposition: str, phrase: list[re.Match[str]]) -> bool:
    """Whether a phrase is part of a name or says who is meant, and not how to act."""
    written = [word[0] for word in phrase]
    if not written or preposition not in (*_NAMING, *_PLACING) or _OWN.fullmatch(written[0].lower()):
        return False
    if any(compiled(pattern("adverbial nouns", "ru")).fullmatch(word) for word in written):
        return False
    if any(word[0].isupper() or compiled(pattern("describing nouns", "ru")).fullmatch(word) for word in written):
        return True
    if preposition == "для":  # "для достижения этой цели"
        return not re.search(r"(?:ни[яйе]|ци[ийюя]|ости|ки|цел\w+|этого|того)$", written[-1])
    return preposition in _NAMING
