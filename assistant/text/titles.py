"""Titles in running text: in any case form, in or out of quotation marks."""

import re
from functools import cache

from assistant.text.morphology import russian_forms

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LETTER = r"[^\W\d_\u3400-\u9fff]"
_CYRILLIC = re.compile("[а-яё]")


@cache
def title_pattern(title: str) -> re.Pattern[str]:
    """What matches ``title`` whatever the forms of its Russian words are and what stands between its words.

    An article that it begins with may be left out. The text is to be searched with "е" for "ё".
    """
    words = _WORD.findall(title.lower())
    if len(words) > 2 and words[0] == "the":
        words = words[1:]
    forms = "[\\W_]+(?:the )?".join(_forms(word) for word in words)
    return re.compile(rf"(?<!{_LETTER}){forms}(?!{_LETTER})" if words[-1][-1] < "\u2e80" else forms, re.IGNORECASE)


def _forms(word: str) -> str:
    if not _CYRILLIC.search(word):
        return re.escape(word)
    return f"(?:{'|'.join(sorted(map(re.escape, russian_forms(word)), key=len, reverse=True))})"
