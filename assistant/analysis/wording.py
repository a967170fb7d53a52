"""What is asked, in the paragraph's own words and in few of them."""

import re
from functools import cache

from assistant.analysis.drafting import compiled, forms, pattern
from assistant.languages import Language

WORDS, CHARACTERS = 20, 46
_AND = re.compile(r"\b(?:and|or|и|или)\b")


def in_few_words(text: str, language: Language, recipient: str = "", when: str = "") -> str:
    """``text`` without its asides, at most 20 words of it (46 Chinese characters), in their order.

    The ``recipient`` of a report and ``when`` are told beside it, so they are left out, but a recipient without a
    session behind "report" itself.
    """
    if recipient:
        short = "" if " at " in recipient else "(?<!report)(?<!reports)"
        to = {"en": rf"{short}\s+to\s+(?:the\s+)?", "ru": r"\s+", "zh": "向"}[language]
        text = re.sub(rf",?{to}{re.escape(recipient)}(?:,(?=\s))?", "", text, count=1)
    if re.search(r"\d{4}", when) and language != "zh":
        text = re.sub(rf"(?<=\w)\s+{re.escape(when)}(?=[\s,;.]|$)", "", text, count=1)
    text = re.sub(r"\s*[(（][^()（）]*[)）]", "", text)
    text = " ".join(text.split()).strip(" ,;.:；。，、：—-")
    if language == "zh":
        return _chinese(text)
    kept = _without_asides(text, language)
    words = kept.split()
    if len(words) > WORDS:
        words = words[: _best_end(words)]
    while words and words[-1].lower().strip(",") in forms("little words", language):
        words.pop()
    return " ".join(words).strip(" ,;:.")


def _without_asides(text: str, language: Language) -> str:
    """The parts between commas that do not begin as an aside does; an aside that enumerates ends behind its "and"."""
    kept, open_list, skipped = "", False, False
    parts = re.split(r",\s+(?![^“«]*[”»])", text)
    for number, part in enumerate(parts):
        joined = bool(_AND.search(part))
        if number and (open_list or _aside(language).match(part)):
            later = any(_AND.search(item) for item in parts[number + 1 : number + 5])
            goes_on = open_list or bool(_lists(language).match(part))
            open_list, skipped = goes_on and not joined and later, True
            continue
        between = "" if not number else " " if skipped and part[:1].islower() and not _AND.match(part) else ", "
        kept, skipped = kept + between + part, False
    return kept


@cache
def _lists(language: Language) -> re.Pattern[str]:
    """What opens an aside that may enumerate."""
    return compiled(rf"(?:(?:and|as well as|и|а также)\s+)?{pattern('lists', language)}")


@cache
def _aside(language: Language) -> re.Pattern[str]:
    return compiled(rf"(?:(?:and|as well as|и|а также)\s+)?{pattern('aside', language)}")


def _best_end(words: list[str]) -> int:
    """Where a sentence of too many words may end: behind a comma, else where it must."""
    for place in range(WORDS, 9, -1):
        if words[place - 1].endswith((",", ";")):
            return place
    return WORDS


def _chinese(text: str) -> str:
    kept = ""
    for number, part in enumerate(re.split(r"[，；。]", text)):
        if number and _aside("zh").match(part.strip()):
            continue
        part = _inner_aside().sub("", part.strip()) or part.strip()
        joined = f"{kept}，{part}" if kept else part
        if len(joined) > CHARACTERS:
            return joined[:CHARACTERS] if len(kept) < CHARACTERS // 3 else kept
        kept = joined
    return kept


@cache
def _inner_aside() -> re.Pattern[str]:
    return compiled(pattern("inner asides", "zh").replace("…", "[^，；。]{1,20}?"))
