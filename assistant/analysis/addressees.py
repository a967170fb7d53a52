"""Who is asked to act: what stands between a verb and what is asked.

In English and Russian that ends where the infinitive begins, in Chinese with a noun behind which a verb, an adverb or a
coverb follows (the sections "units" and "predicates" of `drafting.txt`).
"""

import re
from functools import cache

from assistant.analysis.drafting import compiled, forms, pattern
from assistant.analysis.verbs import masked_text
from assistant.languages import Language
from assistant.text.glossary import written_terms
from assistant.text.morphology import parts_of_speech

_LY = ("apply", "comply", "supply", "rely", "reply", "multiply", "mention", "bring", "position", "function")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# An addressee with all that stands before it has hardly more letters.
_REACH = 1200
_JOIN = {
    "en": r",\s+(?:and|or|as well as)\s+|\s+(?:and|or|as well as)\s+|,\s+",
    "ru": r",?\s+(?:и|а также|или)\s+|,\s+",
}
_JOINED = {language: re.compile(join) for language, join in _JOIN.items()}
_DETERMINERS = frozenset("the all those its other this these any each their".split())
_NOUNS = frozenset(
    "government president parliament agent client student department document movement environment establishment "
    "partner partnership centre center council member stakeholder user donor leader chair organ academia media panel "
    "committee community society sector system secretariat youth director officer commissioner rapporteur representative "
    "general envoy adviser advisor expert entity body agency fund programme office bureau group forum network commission "
    "board bank court tribunal mission team conference assembly alliance union institute university coordinator chairman "
    "depositary executive administrator academic".split()
)


def addressees(rest: str, language: Language) -> tuple[tuple[str, ...], int]:
    """Who is addressed at the beginning of ``rest``, what stands behind a verb that asks, and where what is asked begins.

    () and 0 where nobody is: "Encourages the development of …".
    """
    if language == "zh":
        return _chinese(rest)
    end, begin = _infinitive(rest, language)
    if begin < 0 or not (said := named(rest[:end], language)) and rest[:end].strip():
        return (), 0
    return said, begin


def named(said: str, language: Language) -> tuple[str, ...]:
    """Those whom ``said`` names, where it names nothing but those who can act."""
    if language == "zh":
        return ()
    pieces = _named(said, language)
    return () if not pieces or _is_thing(pieces[0], language) else tuple(dict.fromkeys(pieces))


def _is_thing(said: str, language: Language) -> bool:
    """Whether ``said`` is no one who could act: "the development of partnerships", "efforts"."""
    said = _without_determiner(said.strip(), language)
    if language == "ru":
        nouns = [word for word in _WORD.findall(said)[:4] if "NOUN" in parts_of_speech(word.lower())]
        noun = nouns[0] if nouns else ""
        if not noun or noun[0].isupper() or compiled(pattern("persons", "ru")).fullmatch(noun):
            return False
        thing = compiled(rf"{pattern('things', 'ru')}|.*(?:[нт]и[ею]|[нт]ием|ость|ости|ци[юия])")
        return bool(thing.fullmatch(noun.lower()))
    head = re.split(r"\s(?:of|to|by|aimed|between|among|on|in|for|with|that)\s", said + " ", maxsplit=1)[0]
    head = head[: _cut(head, language)]
    words = _WORD.findall(head)
    last = words[-1] if words else ""
    if re.match(r"[a-z]+ing\s+(?:up|out|the|of|its|appropriate|access)\b", said):
        return True
    if not last or last[0].isupper() or last in forms("persons", "en"):
        return False
    return last in forms("things", "en") or bool(
        re.search(r"(?:tion|sion|ment|ance|ence|ness|ity|ing|ship|ism)s?$", last)
    )


def _infinitive(rest: str, language: Language) -> tuple[int, int]:
    """Where the addressee ends and what is asked begins; (-1, -1) where nothing is asked of anybody."""
    masked = masked_text(rest)[:_REACH]
    stop = re.search(r"[;:](?=\s|$)|\.\s", masked)
    reach = stop.start() if stop else len(masked)
    if language == "ru":
        for word in _WORD.finditer(masked, 0, reach):
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
        before = _WORD.findall(masked[: match.start()])
        last = before[-1] if before else ""
        verb = match["verb"]
        own = last in forms("no infinitive", "en") and masked[: match.start()].rstrip()[-1:] != ","
        if verb in forms("no infinitives", "en") or verb.endswith(("ing", "tion", "ly")) and verb not in _LY:
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
    for word in _WORD.finditer(masked, begin, reach):
        if "VERB" in parts_of_speech(word[0].lower()) and word[0].lower().endswith(
            ("л", "ла", "ло", "ли", "лся", "лись")
        ):
            return (_before_adverbs(masked, word.start()),) * 2
    return -1, -1


def _before_adverbs(masked: str, begin: int) -> int:
    """Where what is asked begins, with the adverbs before its verb: "не", "и далее", "ежегодно"."""
    for before in reversed(list(_WORD.finditer(masked, 0, begin))):
        speech = parts_of_speech(before[0].lower())
        if before[0].lower() not in ("не", "и") and not ("ADVB" in speech and "NOUN" not in speech):
            break
        begin = before.start()
    return begin


def _that_clause(masked: str, begin: int, reach: int) -> tuple[int, int]:
    """Where the subject of "that all parties comply" ends, the same as where what they are asked begins; else -1, -1."""
    for match in re.finditer(rf"(?<=\s){pattern('bare verbs', 'en')}", masked[:reach]):
        before = _WORD.findall(masked[begin : match.start()])
        if before and before[-1].lower() not in {
            *_DETERMINERS,
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
            return match.start(), match.start()
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


def _named(said: str, language: Language) -> tuple[str, ...]:
    """Those that ``said`` names: an enumeration one by one, without articles, tails and what stands in brackets."""
    also = pattern("also", language)
    said = re.sub(r"^[\s,]*(?:that|чтобы)\s", " ", re.sub(r"\s*\([^()]*\)", "", said))
    said = compiled(rf"^(?:[\s,]*{also}(?=[\s,]))+").sub("", f" {said.strip(' ,:')} ")
    said = compiled(rf",\s*{also}\s*(?:,|$)").sub(" ", said).strip(" ,")
    kept = _protected(said, language)
    pieces: list[str] = []
    tail = ""  # how a tail was opened that is not closed yet
    left, previous, ahead = "", 0, ""
    for join in [*_JOINED[language].finditer(kept), None]:
        piece, whole = (text[previous : join.start() if join else len(kept)] for text in (kept, said))
        mark, previous = (said[join.start() : join.end()], join.end()) if join else ("", previous)
        behind, ahead = ahead, mark
        if tail and not (_resumes(piece, language) and ("," in behind or "," not in tail)):
            continue
        if not left and pieces and _is_tail(piece, language):
            tail = behind
            continue
        tail, left = "", left + whole
        ends = _cut(left, language) < len(left.strip())
        following = kept[previous:] if join else ""
        if join and not ends and (not _complete(left, language) or _goes_on(left, following, language)):
            left += mark
            continue
        pieces.append(_cleaned(left, language))
        tail, left = ("-" if ends else ""), ""
    no_name = compiled(r"(?:of|who|that|which)\s|.*\s(?:was|were|is|are)\s")
    whole_ones = [piece for piece in pieces if _complete(piece, language) and not no_name.match(piece)]
    return tuple(whole_ones or [piece for piece in pieces if piece][:1])


def _is_tail(piece: str, language: Language) -> bool:
    piece = piece.lstrip()
    if language == "en" and re.match(
        r"[a-z]+(?:ing\s+(?:the|its|their|all|in|that|to)\b|ly\b|ed\s+(?:by|in|to)\b)", piece
    ):
        return True
    return bool(_tail(language).match(piece)) and not re.match(r"concerned|affected|interested", piece)


def _resumes(piece: str, language: Language) -> bool:
    """Whether the enumeration of addressees goes on with ``piece`` behind a tail: "…, and other relevant entities"."""
    again = (
        r"(?:all|other|the|Member|States|Governments|relevant|international|non-)(?!\w)|(?:друг|вс[ею]|соответствующ)"
    )
    return bool(re.match(again, piece))


def _goes_on(piece: str, following: str, language: Language) -> bool:
    """Whether a name goes on behind an "and": "the Food | and Agricultural Organization"."""
    words = _WORD.findall(piece)
    if language != "en" or not words:
        return False
    if re.match(
        r"(?:programmes|funds|agencies|bodies|organizations|entities)\b.{0,30}\bof the United Nations", following
    ):
        return words[-1] in ("programmes", "funds", "agencies", "bodies", "organizations", "entities", "offices")
    if re.match(r"(?:programmes|funds)\b", following):
        return words[-1] in ("programmes", "funds", "agencies")
    titled = re.match(r"[A-Z][a-z]+(?<!s)(?:\s+[A-Z][a-z]+(?<!s)){0,2}\s*(?:,|$|and\b)", following)
    if titled and words[-1][0].isupper() and re.search(r"\b(?:on|for)\b", piece):
        return True
    capital = re.match(r"([A-Z][a-z]+)\s+(?:[A-Z]|of\b|for\b)", following)
    if len(words) > 2 or words[0].lower() != "the" or not capital:
        return False
    return not words[-1].isupper() and words[-1][-1] != "s" and capital[1] not in ("Member", "States", "United")


@cache
def _tail(language: Language) -> re.Pattern[str]:
    return compiled(rf"{pattern('tails', language)}")


def _cut(piece: str, language: Language) -> int:
    """Where the tail of ``piece`` begins; a name may have its own "for", "on" or "to"."""
    piece = piece.strip()
    ending = rf"|(?<=\s)[a-z]+ing(?=\s)" if language == "en" else ""
    for match in re.finditer(_tail(language).pattern + ending, piece, re.IGNORECASE):
        before = piece[: match.start()].split()
        behind = [word for word in piece[match.end() :].split() if word.lower() != "the"]
        if not before or not _complete(" ".join(before), language):
            continue
        titled = before[-1][0].isupper() and bool(behind) and behind[0][0].isupper()
        small = match[0].lower()
        if language == "en" and (
            (titled and small in ("for", "on", "to", "in", "against", "with", "from", "at", "on the", "at the", "on a"))
            or (small == "to" and before[-1].lower() == "parties")
            or (small.endswith("ing") and match[0][0].isupper())
        ):
            continue
        return match.start()
    return len(piece)


def _cleaned(piece: str, language: Language) -> str:
    piece = piece.strip(" ,")
    piece = _without_determiner(piece[: _cut(piece, language)].strip(" ,"), language)
    return re.sub(r"(?:\s(?:and|or|as well as|и|а также)|,?\s[a-z]+ly)$", "", piece).strip(" ,")


def _without_determiner(piece: str, language: Language) -> str:
    match = compiled(rf"(?:{pattern('determiners', language)}\s+)+").match(piece)
    return piece[match.end() :] if match else piece


def _complete(piece: str, language: Language) -> bool:
    """Whether ``piece`` ends in a noun, and not in an adjective that shares its noun with what follows."""
    words = _WORD.findall(piece)
    if not words:
        return False
    last = words[-1]
    if last == "Member":
        return False
    if language == "ru":
        speech = parts_of_speech(last.lower().split("-")[-1])
        return not speech or bool(speech - {"ADJF", "ADJS", "PRTF", "PREP", "CONJ", "NPRO", "ADVB"})
    small = last.lower()
    if small in _NOUNS or any(small.endswith("-" + noun) for noun in _NOUNS):
        return True
    if last.endswith("s") and not small.endswith(("ss", "ous")):
        return True
    if small in _DETERMINERS:
        return False
    if last[0].isupper():
        return not small.endswith(("al", "ific", "ic", "ional")) or small in ("general",)
    # "parties to the conflict", "States of refuge"
    before = re.match(r"(?P<head>.*?)\s(?:to|of|in|on|for|with)\s(?:the\s)?", piece)
    return bool(before and _complete(before["head"], language)) and not small.endswith(
        ("al", "ic", "ive", "ary", "and")
    )


def _protected(said: str, language: Language) -> str:
    """``said`` with the "and" and the commas within names made unreadable, letter for letter."""
    kept = masked_text(said)
    for name in _names(language).finditer(said):
        kept = kept[: name.start()] + re.sub(r"[,\s]", "_", name[0]) + kept[name.end() :]
    return kept


@cache
def _names(language: Language) -> re.Pattern[str]:
    """Names of the glossary that have an "and" or a comma in them."""
    joined = _JOINED[language]
    terms = [term for term in written_terms(language) if joined.search(term)]
    stems = [
        r"\s+".join(_stem(word, language) for word in term.split()) for term in sorted(terms, key=len, reverse=True)
    ]
    return compiled("|".join(stems) or "(?!)")


def _stem(word: str, language: Language) -> str:
    return re.escape(word) if language == "en" or len(word) < 4 else re.escape(word.rstrip(",")[:-2]) + r"\w*,?"


def _chinese(rest: str) -> tuple[tuple[str, ...], int]:
    masked = masked_text(rest)
    lead = re.match(r"[\s，：]*", rest)
    begin = lead.end() if lead else 0
    if pronoun := compiled(rf"(?:{pattern('pronouns', 'zh')})").match(rest, begin):
        return (pronoun[0],), pronoun.end()
    said = _chinese_end().match(masked, begin)
    if not said:
        return (), 0
    whole = _apart(rest[begin : said.end("who")])
    relative = rf"^(?:{pattern('determiners', 'zh')}|{pattern('relative beginnings', 'zh')}[^，]{{0,40}}?的)+"
    found: list[str] = []
    for piece in whole.split("\n"):
        piece = re.sub(r"[（(][^（）()]*[）)]", "", piece)
        piece = re.split(r"，|、?特别是|、?尤其是|、?包括", piece)[0]
        if cleaned := compiled(relative).sub("", piece).strip(" ，、："):
            found.append(cleaned)
    return tuple(dict.fromkeys(found)), said.end()


def _apart(said: str) -> str:
    """Those of ``said`` on a line each: a mark or an "and" parts them where a unit ends before it and another follows."""
    ends = re.compile(f"{pattern('units', 'zh')}$")
    shared = re.compile(f"(?:各)?{pattern('shared nouns', 'zh')}(?=[、和及与]|以及|$)")
    names = [term for term in written_terms("zh") if re.search("[和及与]", term)]
    inside = {place for name in names for hit in re.finditer(re.escape(name), said) for place in range(*hit.span())}

    def part(match: re.Match[str]) -> str:
        first, rest = said[: match.start()], said[match.end() :]
        kept = match.start() in inside or not ends.search(first) or shared.match(rest) or not names_unit(rest)
        return match[0] if kept else "\n"

    return re.sub("以及|[、和及与]", part, said)


def names_unit(said: str) -> bool:
    """Whether the first of those that ``said`` names ends in a unit."""
    first = re.split("以及|[、和及与]", said)[0]
    return bool(re.search(pattern("units", "zh"), first)) or bool(re.search(pattern("units", "zh"), said))


@cache
def _chinese_end() -> re.Pattern[str]:
    unit, verb = pattern("units", "zh"), pattern("predicates", "zh")
    aside = r"(?:[、，]?(?:特别是|尤其是|包括)[^，；。]{1,40}?)?"
    return compiled(rf"(?P<who>[^；。：]{{0,120}}?{unit}){aside}(?:[：，]|(?!以及)(?={verb})|$)")
