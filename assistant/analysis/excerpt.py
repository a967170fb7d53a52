"""What an act says in the words of its paragraph: one stretch of it, with marks where it goes on before or behind."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.analysis.anatomy import Act
from assistant.analysis.redline import word_places, words
from assistant.documents.paragraph import Document
from assistant.languages import Language

# A stretch of more words than the second goes on to the next comma, but to no more than the third; Chinese characters.
_LENGTHS: dict[Language, tuple[int, int]] = {"zh": (40, 70), "ru": (18, 34), "en": (20, 38)}
# So many words between the verb and what is asked are shown, and not left out: "of", "that the".
_FEW = 2
# More words than these, beside the addressees, say more of who is asked: "the", "all … to" do not.
_MORE = 3
_LEFT_OUT = "…"
_ENDS = ",;:.，；：。"


@dataclass(frozen=True)
class Excerpt:
    """An act, and ``words``: what follows its verb and whom it addresses, without a gap, "…" where more follows."""

    act: Act
    words: str


def excerpts(document: Document, acts: Sequence[Act]) -> tuple[Excerpt, ...]:
    """Those of ``acts``, which are of ``document``, all or some of them in their order."""
    texts = {item.id: " ".join(item.whole.split()) for item in document.paragraphs}
    found: list[Excerpt] = []
    behind: dict[str, int] = {}  # where the last act of a paragraph began
    for act in acts:
        text = texts.get(act.paragraph, "")
        at = text.find(act.verb, behind.get(act.paragraph, 0))
        verb = at + len(act.verb) if at >= 0 else 0
        behind[act.paragraph] = verb
        found.append(Excerpt(act, _words(text, verb, act, document.language)))
    return tuple(found)


def _words(text: str, verb: int, act: Act, language: Language) -> str:
    """The stretch of ``text`` behind its ``verb`` that begins where what ``act`` asks does, or with whom it asks where
    that is more than the addressees say: "those States that have not yet done so".
    """
    does = act.does
    said, there = word_places(does), word_places(text[verb:])
    if not said:
        return ""
    first = does[slice(*said[0])]
    opening = does[said[0][0] : said[min(2, len(said) - 1)][1]]  # a few words, since one may stand before
    at = text.find(opening, verb)
    at = at if at >= 0 else text.find(first, verb)
    if at < 0:
        return does
    named = set(words(" ".join(act.addressees).casefold()))
    before = [word for word in words(text[verb:at].casefold()) if word not in named]
    start = verb if (len(before) > _MORE if act.addressees else len(before) <= _FEW) else at
    behind = [(verb + i, verb + j) for i, j in there if verb + i >= start]
    least, most = _LENGTHS[language]
    end = next((j for _, j in behind[least - 1 :] if _ends_at(text, j)), len(text))
    if most <= len(behind) and end > behind[most - 1][1]:
        end = behind[most - 1][1]
    shown = text[start:end].strip(" ,，")
    gap = "" if start == verb else f"{_LEFT_OUT} "
    more = word_places(text[end:])
    return f"{gap}{shown.rstrip(_ENDS)}{f' {_LEFT_OUT}' if more else ''}"


def _ends_at(text: str, place: int) -> bool:
    """Whether a part of a sentence ends at ``place``: not within "56,126"."""
    return text[place : place + 1] in _ENDS and not text[place + 1 : place + 2].isdecimal()
