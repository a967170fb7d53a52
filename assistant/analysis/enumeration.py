"""Those whom an enumeration names, one by one, as printed: without articles, and without what only describes them."""

import re
from functools import cache

from assistant.analysis.drafting import compiled, forms, pattern
from assistant.analysis.russian import begins_tail, tail_begins
from assistant.analysis.verbs import masked_text
from assistant.languages import Language
from assistant.text.glossary import written_terms
from assistant.text.morphology import parts_of_speech

WORD = re.compile(r"[^\W\d_][\w’'-]*")
_JOIN = {
    "en": r",\s+(?:and|or|as well as)\s+|\s+(?:and|or|as well as)\s+|,\s+",
    "ru": r",?\s+(?:и|а также|или)\s+|,\s+",
}
_JOINED = {language: re.compile(join) for language, join in _JOIN.items()}
DETERMINERS = frozenset(("the", "all", "those", "its", "other", "this", "these", "any", "each", "their"))


def named(said: str, language: Language) -> tuple[str, ...]:
    """Those whom ``said`` names, English or Russian; () where it names what cannot act: "efforts", "the use of …"."""
    pieces = _pieces(said, language)
    return () if not pieces or _is_thing(pieces[0], language) else tuple(dict.fromkeys(pieces))


def is_complete(piece: str, language: Language) -> bool:
    """Whether ``piece`` ends in a noun, and not in an adjective that shares its noun with what follows."""
    words = WORD.findall(piece)
    if not words:
        return False
    last = words[-1]
    if last == "Member":
        return False
    if piece.strip().lower() in forms("pronouns", language):
        return True
    if language == "ru":
        speech = parts_of_speech(last.lower().split("-")[-1])
        return not speech or bool(speech - {"ADJF", "ADJS", "PRTF", "PREP", "CONJ", "NPRO", "ADVB"})
    small = last.lower()
    if small.rpartition("-")[2] in forms("heads", "en"):
        return True
    if last.endswith("s") and not small.endswith(("ss", "ous")):
        return True
    if small in DETERMINERS:
        return False
    if last[0].isupper():
        return not small.endswith(("al", "ific", "ic", "ional")) or small in ("general",)
    # "parties to the conflict", "States of refuge"
    before = re.match(r"(?P<head>.*?)\s(?:to|of|in|on|for|with)\s(?:the\s)?", piece)
    return bool(before and is_complete(before["head"], language)) and not small.endswith(
        ("al", "ic", "ive", "ary", "and")
    )


def _is_thing(said: str, language: Language) -> bool:
    """Whether ``said`` is no one who could act: "the development of partnerships", "efforts"."""
    said = _without_determiner(said.strip(), language)
    if language == "ru":
        nouns = [word for word in WORD.findall(said)[:4] if "NOUN" in parts_of_speech(word.lower())]
        noun = nouns[0] if nouns else ""
        if not noun or noun[0].isupper() or compiled(pattern("persons", "ru")).fullmatch(noun):
            return False
        thing = compiled(rf"{pattern('things', 'ru')}|.*(?:[нт]и[ею]|[нт]ием|ость|ости|ци[юия])")
        return bool(thing.fullmatch(noun.lower()))
    head = re.split(
        r"\s(?:of|to|by|aimed|between|among|on|in|for|with|that|at|from|towards|through|across)\s",
        said + " ",
        maxsplit=1,
    )[0]
    head = head[: _cut(head, language)]
    words = WORD.findall(head)
    words = words[:-1] if len(words) > 1 and words[-1].endswith("ed") else words  # "approach pursued"
    last = words[-1] if words else ""
    if re.match(r"[a-z]+ing\s+(?:up|out|the|of|its|appropriate|access|and [a-z]+ing)\b", said):
        return True
    if not last or last[0].isupper() or last in forms("persons", "en"):
        return False
    return last in forms("things", "en") or bool(
        re.search(r"(?:tion|sion|ment|ance|ence|ness|ity|ing|ship|ism)s?$", last)
    )


def _pieces(said: str, language: Language) -> tuple[str, ...]:
    """Those that ``said`` names: an enumeration one by one, without articles, tails and what stands in brackets."""
    also = pattern("also", language)
    said = re.sub(r"^[\s,]*(?:that|чтобы)\s", " ", re.sub(r"\s*\([^()]*\)", "", said))
    said = compiled(rf"^(?:[\s,]*{also}(?=[\s,]))+").sub("", f" {said.strip(' ,:')} ")
    said = compiled(rf",\s*{also}\s*(?:,|$)").sub(" ", said).strip(" ,")
    said = re.sub(r"(as well as|а также)\s+(?:to|upon|on|к|ко)\s+", r"\1 ", said)
    kept = _protected(said, language)
    pieces: list[str] = []
    tail = ""  # how a tail was opened that is not closed yet
    left, previous, ahead = "", 0, ""
    for join in [*_JOINED[language].finditer(kept), None]:
        piece, whole = (text[previous : join.start() if join else len(kept)] for text in (kept, said))
        mark, previous = (said[join.start() : join.end()], join.end()) if join else ("", previous)
        behind, ahead = ahead, mark
        if tail and not (_resumes(piece, language, behind, tail) and ("," in behind or "," not in tail)):
            continue
        if not left and pieces and _is_tail(piece, language):
            tail = behind
            continue
        tail, left = "", left + whole
        ends = _cut(left, language) < len(left.strip())
        following = kept[previous:] if join else ""
        if join and not ends and (not is_complete(left, language) or _goes_on(left, following, language)):
            left += mark
            continue
        pieces.append(_cleaned(left, language))
        tail, left = ("-" if ends else ""), ""
    no_name = compiled(r"(?:of|who|that|which)\s|.*\s(?:was|were|is|are)\s")
    whole_ones = [piece for piece in pieces if is_complete(piece, language) and not no_name.match(piece)]
    return tuple(whole_ones or [piece for piece in pieces if piece][:1])


def _is_tail(piece: str, language: Language) -> bool:
    piece = piece.lstrip()
    if language == "en" and re.match(
        r"[a-z]+(?:ing\s+(?:the|its|their|all|in|that|to)\b|ly\b|ed\s+(?:by|in|to)\b)", piece
    ):
        return True
    if language == "ru" and begins_tail(piece):
        return True
    return bool(_tail(language).match(piece)) and not re.match(r"concerned|affected|interested", piece)


def _resumes(piece: str, language: Language, behind: str, tail: str) -> bool:
    """Whether the enumeration of addressees goes on with ``piece`` behind a tail: "…, and other relevant entities".

    In Russian a comma and an "and", ``behind`` which it stands, close a clause that a comma opened (``tail``).
    """
    if language == "ru" and "," in tail and re.match(r",\s+(?:и|а также)\s", behind):
        return not _is_tail(piece, language)
    again = (
        r"(?:all|other|the|Member|States|Governments|relevant|international|non-)(?!\w)|(?:друг|вс[ею]|соответствующ)"
    )
    return bool(re.match(again, piece))


def _goes_on(piece: str, following: str, language: Language) -> bool:
    """Whether a name goes on behind an "and": "the Food | and Agricultural Organization"."""
    words = WORD.findall(piece)
    if language == "ru" and words:
        shared = compiled(pattern("shared nouns", "ru"))
        return bool(shared.match(words[-1]) and shared.match(following) and "Объединенных Наций" in following[:80])
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
    ending = r"|(?<=\s)[a-z]+ing(?=\s)" if language == "en" else ""
    if language == "ru":
        begins = sorted({*tail_begins(piece), *(match.start() for match in _tail(language).finditer(piece))})
        return next((begin for begin in begins if is_complete(piece[:begin], language)), len(piece))
    for match in re.finditer(_tail(language).pattern + ending, piece, re.IGNORECASE):
        before = piece[: match.start()].split()
        behind = [word for word in piece[match.end() :].split() if word.lower() != "the"]
        if not before or not is_complete(" ".join(before), language):
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
    if language == "en" or len(word) < 4:
        return re.escape(word)
    return re.escape(word.rstrip(",")[:-2]) + r"\w*" + ("," if word.endswith(",") else "")
