"""Words that a typesetter has broken at the end of a line, told from those that have a hyphen of their own.

"inter-/national" is one word and "capacity-/building" two. What decides is how the text itself writes the word,
and then a dictionary: pyspellchecker's English frequencies, pymorphy3's forms of Russian words. Measured by
`eval/studies/reading.py`.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from assistant.documents.characters import SOFT
from assistant.text.morphology import is_russian

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-‐]\s*$")
_REST = re.compile(r"\s*([^\W\d_]+)")
_CYRILLIC = re.compile("[а-яё]")
# "short- and long-term"
_SUSPENDED = re.compile(r"(?:and|or|to|и|или)\b")
_RARE = 1e-7  # of all words: what is as rare as this in English may be a slip of somebody's


def with_breaks(lines: Sequence[str]) -> list[str]:
    """``lines``, with a soft hyphen for each hyphen that breaks a word at the end of one."""
    pairs = [_pair(above, below) for above, below in zip(lines, [*lines, ""][1:], strict=True)]
    if not any(pairs):
        return list(lines)
    text = {word.lower() for line in lines for word in _WORDS.findall(line)}
    broken = [pair is not None and _is_one_word(*pair, text) for pair in pairs]
    return [_BROKEN.sub(rf"\1{SOFT}", line) if out else line for line, out in zip(lines, broken, strict=True)]


def joined(before: str, after: str) -> str:
    """Two lines as one: a hyphen at the end stays and takes no space, a soft one goes."""
    if before.endswith(SOFT):
        return before[:-1] + after
    if before[-1:] == "-" and before[-2:-1].isalnum() and after[:1].isalnum() and not _SUSPENDED.match(after):
        return before + after
    return f"{before} {after}" if before and after else before + after


def _pair(above: str, below: str) -> tuple[str, str] | None:
    """The two parts of a word that goes on on the next line, in small letters there."""
    first, rest = _BROKEN.search(above), _REST.match(below)
    return (first[1].lower(), rest[1]) if first and rest and rest[1].islower() else None


def _is_one_word(first: str, rest: str, text: set[str]) -> bool:
    if f"{first}-{rest}" in text:
        return False
    if f"{first}{rest}" in text:
        return True
    if _CYRILLIC.search(rest):
        return is_russian(f"{first}{rest}")
    usage = _english().word_usage_frequency
    return bool(usage(first + rest) > max(_RARE, usage(first) * usage(rest)))


@cache
def _english() -> Any:
    from spellchecker import SpellChecker

    return SpellChecker(language="en")
