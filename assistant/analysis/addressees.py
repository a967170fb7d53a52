"""Who is asked to act, and where what is asked begins: with an infinitive in English and Russian.

In Chinese it is told from the nouns that addressees end in (`assistant.analysis.chinese`).
"""

import re
from functools import cache

from assistant.analysis.chinese import chinese_addressees
from assistant.analysis.drafting import compiled, forms, pattern
from assistant.analysis.enumeration import DETERMINERS, WORD, is_complete, named
from assistant.analysis.verbs import masked_text
from assistant.languages import Language
from assistant.text.morphology import parts_of_speech

# English verbs that end as nouns, adverbs or gerunds do.
_VERBS = ("apply", "comply", "supply", "rely", "reply", "multiply", "mention", "bring", "position", "function")
# An addressee with all that stands before it has hardly more letters.
_REACH = 1200


def addressees(rest: str, language: Language) -> tuple[tuple[str, ...], int]:
    """Who is addressed in ``rest``, what stands behind a verb that asks, and where what is asked begins.

    () and 0 where nobody is: "Encourages the development of …".
    """
    if language == "zh":
        return chinese_addressees(rest)
    end, begin = _infinitive(rest, language)
    if begin < 0 or (not (said := named(rest[:end], language)) and rest[:end].strip()):
        return (), 0
    return said, _with_adverbials(rest, said[-1], begin) if language == "ru" and said else begin


def _with_adverbials(rest: str, last: str, begin: int) -> int:
    """``begin``, of what is asked, or where adverbials begin that stand between the ``last`` addressee and it."""
    end = rest.rfind(last, 0, begin) + len(last)
    return end if end >= len(last) and re.fullmatch(r"\s[^,;:()]+", rest[end:begin]) else begin


def _infinitive(rest: str, language: Language) -> tuple[int, int]:
    """Where the addressee ends and what is asked begins; (-1, -1) where nothing is asked of anybody."""
    masked = masked_text(rest)[:_REACH]
    stop = re.search(r"[;:](?=\s|$)|\.\s", masked)
    reach = stop.start() if stop else len(masked)
    if language == "ru":
        for word in WORD.finditer(masked, 0, reach):
            written = word[0].lower()
            if written == "чтобы":
                return _russian_clause(masked, word.end(), reach)
            if written.endswith(("ть", "ти", "чь", "ться", "тись", "чься")) and "INFN" in parts_of_speech(written):
                return (_before_adverbs(masked, word.start()),) * 2
        return (reach, reach) if stop and stop[0] == ":" else (-1, -1)
    if that := re.match(r"[\s,]*that[\s,]", masked):
        return _that_clause(masked, that.end(), reach)
    held: tuple[int, int] | None = None
    for match in _english_to().finditer(masked, 0, reach):
        before = WORD.findall(masked[: match.start()])
        last = before[-1] if before else ""
        verb = match["verb"]
        own = last in forms("no infinitive", "en") and masked[: match.start()].rstrip()[-1:] != ","
        if verb in forms("no infinitives", "en") or (verb.endswith(("ing", "tion", "ly")) and verb not in _VERBS):
            continue
        # "…, which was formed to help, to continue", "States in a position to do so to provide"
        if own or verb == "do" or _in_relative(masked[: match.start()]):
            held = held or (match.start(), match.end("to"))
            continue
        return match.start(), match.end("to")
    if held:
        return held
    return (reach, reach) if stop and stop[0] == ":" else (-1, -1)


def _russian_clause(masked: str, begin: int, reach: int) -> tuple[int, int]:
    """The same for "чтобы все стороны прекратили", which has a finite verb."""
    for word in WORD.finditer(masked, begin, reach):
        if "VERB" in parts_of_speech(word[0].lower()) and word[0].lower().endswith(
            ("л", "ла", "ло", "ли", "лся", "лись")
        ):
            return (_before_adverbs(masked, word.start()),) * 2
    return -1, -1


def _before_adverbs(masked: str, begin: int) -> int:
    """Where what is asked begins, with the adverbs before its verb: "не", "и далее", "ежегодно"."""
    for before in reversed(list(WORD.finditer(masked, 0, begin))):
        speech = parts_of_speech(before[0].lower())
        if before[0].lower() not in ("не", "и") and not ("ADVB" in speech and "NOUN" not in speech):
            break
        begin = before.start()
    return begin


def _that_clause(masked: str, begin: int, reach: int) -> tuple[int, int]:
    """Where the subject of "that all parties comply" ends and what they are asked begins; else -1, -1."""
    known = compiled(pattern("bare verbs", "en"))
    for word in re.finditer(r"(?<=\s)[a-z]+(?=[\s,;.]|$)", masked[:reach]):
        said = masked[begin : word.start()]
        before = WORD.findall(said)
        if not before or before[-1].lower() in {
            *DETERMINERS,
            "of",
            "and",
            "to",
            "or",
            "on",
            "in",
            "for",
            "who",
            "that",
        }:
            continue
        other = word[0] in (*forms("tails", "en"), *forms("little words", "en")) or word[0].endswith(
            ("ing", "ed", "s", "ly")
        )
        if known.match(masked, word.start()) or (not other and is_complete(said, "en")):
            return word.start(), word.start()
    return -1, -1


def _in_relative(before: str) -> bool:
    """Whether a clause "…, which was formed in 2018" is still open at the end of ``before``."""
    opened = re.search(r",\s+(?:which|who|whose|where|including|in particular|such as)\b(?P<inside>[^,]*)$", before)
    return bool(opened and len(opened["inside"].split()) < 3)


@cache
def _english_to() -> re.Pattern[str]:
    adverb = r"(?:\w+ly|at least|more|also|further|better|fully|jointly|duly|once again|not)"
    return re.compile(
        rf"(?<=[\s,])(?P<to>to)(?:,[^,]{{3,80}},)?\s+(?:{adverb},?\s+(?:and\s+\w+ly\s+)?)*(?P<verb>[a-z][a-z-]*)\b"
    )
