"""What the model writes, on its way to the reader: without its marks, and no further than the evidence bears it out."""

import re
from collections.abc import Iterator, Sequence

from assistant.answering.citations import MARK
from assistant.text.claims import claims
from assistant.text.sentences import sentences
from assistant.text.units import names, units

# What may yet become one of the model's marks, and the space before it.
_OPEN_MARK = re.compile(r"\s*(?:[\[【][\d\s,，、;-]*)?$")
# The end of what was written may be half of a word, symbol or number ("1 360 000", "1.36 million"); a Chinese character
# is whole.
_OPEN_WORD = re.compile(r"(?:(?<![\w.,/])\d[\d.,]*[ \u00a0\u202f])*[^\s\u3000-\u9fff\uff00-\uffef]*$")
_END = re.compile(r"[.!?。！？…][”»\")]*$")


def checked(
    pieces: Iterator[str], received: list[str], texts: Sequence[str], *, translated: bool = False
) -> Iterator[str]:
    """``pieces``, collected in ``received`` as they came, and yielded in whole words and without marks.

    Nothing more is yielded from the first number, month, symbol or name on that none of ``texts`` has; names and single
    digits of what is ``translated`` can't be compared.
    """
    there = " ".join(texts)
    facts, words = claims(there, digits=True), units(there)
    shown, held, open_ = "", "", True

    def borne_out(text: str) -> bool:
        if not claims(text, digits=not translated) <= facts:
            return False
        return translated or names(text) <= words

    for piece in pieces:
        received.append(piece)
        if not open_:
            continue
        held = MARK.sub("", held + piece)
        start = min(found.start() for pattern in (_OPEN_MARK, _OPEN_WORD) if (found := pattern.search(held)))
        ready, held = held[:start], held[start:]
        if open_ := borne_out(shown + ready):
            shown += ready
            if ready:
                yield ready
    if open_ and held.strip() and borne_out(shown + held):
        yield held


def finished(written: str) -> str:
    """``written`` without the sentence that the model did not finish; a single one is cut at its last word."""
    whole = sentences(written)
    if len(whole) > 1 and not _END.search(whole[-1]):
        return " ".join(whole[:-1])
    return written if _END.search(written.strip()) else _OPEN_WORD.sub("", written).rstrip(" ,;:，；：、") + " …"
