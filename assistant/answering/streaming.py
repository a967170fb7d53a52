"""What the model writes, until it is whole: nothing of it is shown before it has passed its check."""

import re
from collections.abc import Generator
from contextlib import closing

from assistant.text.sentences import sentences

# The end of what was written may be half of a word, symbol or number ("1 360 000", "1.36 million"); a Chinese character
# is whole.
_OPEN_WORD = re.compile(r"(?:(?<![\w.,/])\d[\d.,]*[ \u00a0\u202f])*[^\s\u3000-\u9fff\uff00-\uffef]*$")
_END = re.compile(r"[.!?。！？…][”»\")]*$")


def collected(pieces: Generator[str, None, None]) -> Generator[str, None, str]:
    """All of ``pieces``; for each an empty text is yielded, so that whoever reads may leave, which stops the model."""
    received: list[str] = []
    with closing(pieces):
        for piece in pieces:
            received.append(piece)
            yield ""
    return "".join(received)


def finished(written: str) -> str:
    """``written`` without the sentence that the model did not finish; a single one is cut at its last word."""
    whole = sentences(written)
    if len(whole) > 1 and not _END.search(whole[-1]):
        return " ".join(whole[:-1])
    return written if _END.search(written.strip()) else _OPEN_WORD.sub("", written).rstrip(" ,;:，；：、") + " …"
