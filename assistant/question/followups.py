"""A question that leans on the conversation before it, made into one that stands alone.

Rules and no language model: whether a question leans on others shows in its words, and the question that it leans on,
put before it, says what it is about (`eval/studies/followups.md` has the figures). Of the turns before, only the
reader's own questions are used, so that nothing that stood in a document or an answer is asked in the reader's name.
"""

from collections.abc import Sequence

from assistant.answer import Turn
from assistant.question.message import NUMBER, read_message
from assistant.question.vocabulary import words
from assistant.text.places import known, spelled
from assistant.text.sentences import sentences

# So many turns are looked at, and so many characters of an earlier question kept.
_TURNS, _LONGEST = 3, 300
_STOPS = tuple(".?!。？！…")


def standalone(question: str, history: Sequence[Turn], *, later: bool = False) -> str:
    """``question``, with what it leans on in the last turns of ``history`` before it; itself where it stands alone.

    A ``later`` question of one message leans on those before it wherever it points to something.

    It ends with the question's own words, or is an earlier question with another number in it. It may hold two
    languages where the conversation does, so a caller tells the language of the answer from ``question`` alone.
    """
    asked = [_kept(turn.question) for turn in history][-_TURNS:]
    message = read_message(question)
    if not asked or not (message.leans or (later and message.has("pointer"))):
        return question
    context = ""
    for earlier in map(read_message, asked):
        if not context or earlier.opens:
            context = earlier.bare
        elif earlier.topic >= 1:  # what names no topic is left out
            context = _put_behind(context, earlier.text)
    return _put_behind(context, question)


def _put_behind(context: str, question: str) -> str:
    """``context`` with what ``question`` has in the place of its own where that says no more, else both."""
    return _next(context, question) or _changed(context, question) or _joined(context, question)


def _next(earlier: str, question: str) -> str:
    """``earlier`` with the next number where ``question`` asks for that; else empty."""
    numbers = NUMBER.findall(earlier)
    if len(numbers) != 1 or not numbers[0].isdecimal() or not read_message(question).has("following"):
        return ""
    return earlier.replace(numbers[0], str(int(numbers[0]) + 1))


def _changed(earlier: str, question: str) -> str:
    """``earlier`` with the one number or place of ``question`` for its own, where that says no more; else empty."""
    language, last = read_message(question).language, sentences(earlier)[-1]
    for named in (NUMBER.findall, lambda text: spelled(known(text, language), text, language)):
        old, new = named(last), named(question)
        if len(old) != 1 or len(new) != 1 or ("/" in old[0]) != ("/" in new[0]):
            continue
        rest = read_message(words(language, "about").sub(" ", question.replace(new[0], " ")))
        if not rest.has("asks") and rest.stems <= read_message(earlier).stems:
            return earlier.removesuffix(last) + last.replace(old[0], new[0])
    return ""


def _joined(earlier: str, question: str) -> str:
    """With a space between them where the scripts have one."""
    return (
        earlier
        + ("" if earlier.endswith(("？", "。", "！", "…")) and "\u3400" <= question[0] <= "\ufaff" else " ")
        + question
    )


def _kept(earlier: str) -> str:
    """An earlier question on one line, of a bounded length, with a mark at its end."""
    line = " ".join(earlier.split())
    line = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    mark = "？" if any("\u3400" <= letter <= "\ufaff" for letter in line) else "?"
    return line if line.endswith(_STOPS) else line + mark
