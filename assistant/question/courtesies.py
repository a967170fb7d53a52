"""A question without greetings, thanks, and what leads up to it ("I am preparing a brief and should like to know …").

Those words match no paragraph: a question of one sentence between them was taken for one that no paragraph answers.
"""

import re

from assistant.languages import Language, detect_language
from assistant.question.message import content, read_message
from assistant.question.vocabulary import only, words

_PIECE = re.compile(r"(?s:.)+?(?:[.,!?;:—–。，！？；：…]+[)”»\"\]）]*\s*|\s-\s+|\Z)")
_BETWEEN = " ,:，："
# What a reader says of himself, up to a colon or a dash.
_AIM = re.compile(r"[^?？:：–—]{1,60}?(?:[:：]\s*|\s[–—-]\s+)")


def to_the_point(question: str) -> str:
    """``question`` without greetings, thanks and what leads up to it; itself where nothing or no question is left."""
    language = detect_language(question)[0]
    pieces = _PIECE.findall(question)
    while len(pieces) > 1 and only(pieces[-1], language, "polite"):
        pieces.pop()
    while len(pieces) > 1 and _is_courtesy(pieces[0], "".join(pieces[1:]), language):
        pieces.pop(0)
    bare = "".join(pieces)
    bare = bare[_lead(bare, language) :].strip()
    if bare == question or (content(bare, language) <= 1 and not _asks(bare, language)):
        return question
    first = bare[0].upper()
    return (first if len(first) == 1 else bare[0]) + bare[1:]  # "ß" would become two letters


def _asks(text: str, language: Language) -> bool:
    return text.endswith(("?", "？")) or bool(words(language, "starts", "following").match(read_message(text).bare))


def _is_courtesy(piece: str, behind: str, language: Language) -> bool:
    """Whether ``piece`` greets, or thanks before what asks: "Thanks, that helped" is thanks as a whole."""
    if words(language, "greeting").match(piece):
        return not words(language, "asking").search(piece) and not piece.rstrip().endswith(("?", "？"))
    return only(piece, language, "polite") and _asks(behind, language)


def _lead(text: str, language: Language) -> int:
    """Where the question of ``text`` begins, behind what the reader is doing and that he would like to be told."""
    aim = _AIM.match(text)
    ends = [aim.end()] if aim and words(language, "doing").search(aim[0]) else []
    for telling in words(language, "telling").finditer(text):
        before, behind = text[: telling.end()], text[telling.end() :].lstrip(_BETWEEN)
        own = only(text[: telling.start()], language, "empty", "polite") or words(language, "self").search(before)
        at_once = words(language, "at_once").fullmatch(text, 0, telling.end())
        told = words(language, "told").match(behind) or (at_once and not words(language, "preposition").match(behind))
        if own and told:
            ends.append(len(text) - len(behind))
    end = max(ends, default=0)
    lead, question = text[:end], read_message(text[end:])
    # "It" is the draft where nothing else is named; what points back to something else would lose it.
    lost = question.points and not words(language, "text").search(lead)
    asked = words(language, "question").search(lead)
    return 0 if lost or asked or question.topic < 1 else end
