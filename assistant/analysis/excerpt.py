"""What an act says in the words of its paragraph, with a mark where words are left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.analysis.anatomy import Act
from assistant.analysis.redline import word_places
from assistant.documents.paragraph import Document

# So many words left out in one place are put back rather than marked: "of", "that the".
_FEW = 2
_LEFT_OUT = " … "


@dataclass(frozen=True)
class Excerpt:
    """An act, and ``words``: what follows its verb in the paragraph, as far as `Act.does` goes, with "…" for gaps."""

    act: Act
    words: str


def excerpts(document: Document, acts: Sequence[Act]) -> tuple[Excerpt, ...]:
    """Those of ``acts``, which are of ``document``."""
    texts = {item.id: " ".join(item.whole.split()) for item in document.paragraphs}
    return tuple(Excerpt(act, _words(texts.get(act.paragraph, ""), act)) for act in acts)


def _words(text: str, act: Act) -> str:
    at = text.find(act.verb)
    start = at + len(act.verb) if at >= 0 else 0
    there, said = word_places(text[start:]), word_places(act.does)
    spelled = [text[start + i : start + j].casefold() for i, j in there]
    wanted = [act.does[i:j].casefold() for i, j in said]
    blocks = SequenceMatcher(None, spelled, wanted, autojunk=False).get_matching_blocks()
    found = [place for block in blocks for place in range(block.a, block.a + block.size)]
    if len(found) < len(wanted) or not found:
        return act.does
    words, end = "", 0 if found[0] <= _FEW else None
    for number, place in enumerate(found):
        gap = place - (found[number - 1] + 1 if number else 0)
        begin, last = there[place]
        words += _LEFT_OUT if gap > _FEW else text[start + (end or 0) : start + begin]
        words += text[start + begin : start + last]
        end = last
    return words.strip()
