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

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# An addressee with all that stands before it has hardly more letters.
_REACH = 1200
_JOIN = {"en": r",\s+(?:and|or|as well as)\s+|\s+(?:and|or|as well as)\s+|,\s+", "ru": r",?\s+(?:и|а также|или)\s+|,\s+"}
_JOINED = {language: re.compile(join) for language, join in _JOIN.items()}
_ADJECTIVE = re.compile(
    r"(?:al|ic|ary|ory|ive|ous|ant|ent|able|ible|less|ful|ed|ing|an|er|lic|based|led|wide)$|^(?:sub)?-?$|^(?:non-).*al$"
)
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
    if begin < 0 or _is_thing(rest[:end], language):
        return (), 0
    return _named(rest[:end], language), begin


def _is_thing(said: str, language: Language) -> bool:
    """Whether ``said`` is no one who could act: "the development of partnerships", "efforts"."""
    if language != "en":
        return False
    head = re.split(r"\s(?:of|to|by|in|for|on|with|and|at|that|which|towards|aimed)\s|,", said.strip() + " ", maxsplit=1)[0]
    words = _WORD.findall(head)
    last = words[-1] if words else ""
    if not last or last[0].isupper() or last in forms("persons", "en"):
        return False
    return last in forms("things", "en") or bool(re.search(r"(?:tion|sion|ment|ance|ence|ness|ity|ing|ship|ism)s?$", last))


def _infinitive(rest: str, language: Language) -> tuple[int, int]:
    """Where the addressee ends and what is asked begins; (-1, -1) where nothing is asked of anybody."""
    masked = masked_text(rest)[:_REACH]
    stop = re.search(r"[;:](?=\s|$)|\.\s", masked)
    reach = stop.start() if stop else len(masked)
    if language == "ru":
        for word in _WORD.finditer(masked, 0, reach):
            written = word[0].lower()
            if written == "чтобы":
                return word.start(), word.end()
            if written.endswith(("ть", "ти", "чь", "ться", "тись", "чься")) and "INFN" in parts_of_speech(written):
                before = _WORD.findall(masked[: word.start()])
                if before and before[-1].lower() in ("не", "также", "далее", "продолжать"):
                    return masked.rfind(before[-1], 0, word.start()), masked.rfind(before[-1], 0, word.start())
                return word.start(), word.start()
        return (reach, reach) if stop and stop[0] == ":" else (-1, -1)
    held: tuple[int, int] | None = None
    for match in _english_to().finditer(masked, 0, reach):
        before = _WORD.findall(masked[: match.start()])
        last = before[-1].lower() if before else ""
        if match["verb"].lower() in forms("no infinitives", "en") or (
            last in forms("no infinitive", "en") and masked[: match.start()].rstrip()[-1:] != ","
        ):
            continue
        if re.search(r"\d|ly$", match["verb"]) and match["verb"] != "apply" or match["verb"].endswith(("ing", "tion")):
            continue
        if _in_relative(masked[: match.start()]):
            held = held or (match.start(), match.end("to"))
            continue
        return match.start(), match.end("to")
    if held:
        return held
    return (reach, reach) if stop and stop[0] == ":" else (-1, -1)


def _in_relative(before: str) -> bool:
    """Whether a clause "…, which was formed in 2018" is still open at the end of ``before``."""
    opened = re.search(r",\s+(?:which|who|whose|where|including|in particular|such as)\b(?P<inside>[^,]*)$", before)
    return bool(opened and len(opened["inside"].split()) < 3)


@cache
def _english_to() -> re.Pattern[str]:
    adverb = r"(?:\w+ly|also|further|better|fully|jointly|duly|once again|not)"
    return re.compile(rf"(?<=[\s,])(?P<to>to)(?:,[^,]{{3,80}},)?\s+(?:{adverb},?\s+(?:and\s+\w+ly\s+)?)*(?P<verb>[a-z][a-z-]*)\b")


def _named(said: str, language: Language) -> tuple[str, ...]:
    """Those that ``said`` names: an enumeration one by one, without articles, tails and what stands in brackets."""
    said = re.sub(r"\s*\([^()]*\)", "", said).strip(" ,:")
    also = pattern("also", language)
    said = compiled(rf"^(?:,?\s*{also},?\s+)+").sub("", " " + said + " ").strip(" ,")
    said = compiled(rf",\s*{also}(?=\s*(?:,|$))").sub("", said)
    kept = _protected(said, language)
    pieces: list[str] = []
    skipping = False
    left = ""
    previous = 0
    joins = [*_JOINED[language].finditer(kept), None]
    for join in joins:
        piece = kept[previous : join.start() if join else len(kept)]
        whole = said[previous : join.start() if join else len(kept)]
        mark = said[join.start() : join.end()] if join else ""
        previous = join.end() if join else previous
        begins_tail = bool(_tail(language).match(piece.lstrip()))
        if begins_tail and not left:
            skipping = True
            continue
        if skipping and not _resumes(piece, language):
            continue
        skipping = False
        left += whole
        following = kept[join.end() :] if join else ""
        if not (_complete(left, language) and not _goes_on(left, following, language)) and join and not _tail(language).search(" " + left):
            left += mark
            continue
        if cleaned := _cleaned(left, language):
            pieces.append(cleaned)
        skipping = bool(_cut(left, language) < len(left.strip())) and bool(join)
        left = ""
    return tuple(dict.fromkeys(pieces))


def _goes_on(piece: str, following: str, language: Language) -> bool:
    """Whether a name goes on behind an "and": "the Food | and Agricultural Organization"."""
    words = _WORD.findall(piece)
    capital = re.match(r"([A-Z][a-z]+)\s+(?:[A-Z]|of\b|for\b)", following)
    if language != "en" or len(words) > 2 or words[0].lower() != "the" or not capital:
        return False
    return not words[-1].isupper() and words[-1][-1] != "s" and capital[1] not in ("Member", "States", "United")


def _resumes(piece: str, language: Language) -> bool:
    """Whether the enumeration of addressees goes on with ``piece`` behind a tail: "…, and other relevant entities"."""
    return bool(re.match(r"(?:the|all|other|its|Member|States|Governments|relevant)\b|(?:друг|вс[ею]|соответствующ)", piece))


@cache
def _tail(language: Language) -> re.Pattern[str]:
    return compiled(rf"{pattern('tails', language)}")


def _cut(piece: str, language: Language) -> int:
    """Where the tail of ``piece`` begins; a name may have its own "for", "on" or "to"."""
    piece = piece.strip()
    for match in _tail(language).finditer(piece):
        if not match.start():
            continue
        before = piece[: match.start()].split()
        behind = piece[match.end() :].split()
        named = [word for word in behind if word.lower() != "the"][:1]
        titled = len(before) and before[-1][0].isupper() and bool(named) and named[0][0].isupper()
        if language == "en" and titled and match[0].lower() in ("for", "on", "to", "in", "against", "with", "from", "at"):
            continue
        if language == "en" and match[0].lower() == "to" and before[-1].lower() == "parties":
            continue
        return match.start()
    return len(piece)


def _cleaned(piece: str, language: Language) -> str:
    piece = piece.strip(" ,")
    piece = piece[: _cut(piece, language)].strip(" ,")
    determiner = compiled(rf"(?:{pattern('determiners', language)}\s+)+")
    if match := determiner.match(piece):
        piece = piece[match.end() :]
    return piece.strip(" ,")


def _complete(piece: str, language: Language) -> bool:
    """Whether ``piece`` ends in a noun, and not in an adjective that shares its noun with what follows."""
    words = _WORD.findall(piece)
    if not words:
        return False
    last = words[-1]
    if language == "ru":
        speech = parts_of_speech(last.lower().split("-")[-1])
        return not speech or bool(speech - {"ADJF", "ADJS", "PRTF", "PREP", "CONJ", "NPRO", "ADVB"})
    small = last.lower()
    if small in _NOUNS or any(small.endswith("-" + noun) for noun in _NOUNS):
        return True
    if last.endswith("s") and not small.endswith(("ss", "ous")):
        return True
    if last[0].isupper():
        return not small.endswith(("al", "ific", "ic", "ional")) or small in ("general",)
    return False


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
    stems = [r"\s+".join(_stem(word, language) for word in term.split()) for term in sorted(terms, key=len, reverse=True)]
    return compiled("|".join(stems) or "(?!)")


def _stem(word: str, language: Language) -> str:
    return re.escape(word) if language == "en" or len(word) < 4 else re.escape(word.rstrip(",")[:-2]) + r"\w*,?"


def _chinese(rest: str) -> tuple[tuple[str, ...], int]:
    masked = masked_text(rest)
    lead = re.match(r"[\s，：]*", rest)
    begin = lead.end() if lead else 0
    said = _chinese_end().match(masked, begin)
    if not said:
        return (), 0
    named = rest[begin : said.end("who")]
    pieces = re.split(r"(?<=[^\s])(?:以及|和|及|与)(?=[^\s])|、(?=其他|所有|有关|各|联合国)", _apart(named))
    if len(pieces) > 1 and len(pieces[-1]) < 3 and "、" in pieces[-2]:  # "各机构、方案和基金": one list
        pieces[-2:] = [f"{pieces[-2]}\0{pieces[-1]}"]
    found = []
    for piece in pieces:
        piece = re.sub(r"[（(][^（）()]*[）)]", "", piece.replace("\0", "和").replace("\1", "及").replace("\2", "与"))
        piece = re.split(r"，|、特别是|特别是|尤其是|包括", piece)[0]
        piece = compiled(rf"^{pattern('determiners', 'zh')}+").sub("", piece).strip(" ，、：")
        if piece:
            found.append(piece)
    return tuple(dict.fromkeys(found)), said.end()


def _apart(named: str) -> str:
    """``named`` with an "and" between words of one name or one noun made unreadable: it ends no unit."""
    ends = re.compile(f"{pattern('units', 'zh')}$")

    def kept(match: re.Match[str]) -> str:
        return match[0] if ends.search(named[: match.start()]) else {"和": "\0", "及": "\1", "与": "\2"}.get(match[0], match[0])

    for name in (term for term in written_terms("zh") if re.search("[和及与]", term)):
        named = named.replace(name, name.replace("和", "\0").replace("及", "\1").replace("与", "\2"))
    return re.sub("以及|[和及与]", kept, named)


@cache
def _chinese_end() -> re.Pattern[str]:
    unit, verb = pattern("units", "zh"), pattern("predicates", "zh")
    aside = r"(?:[、，]?(?:特别是|尤其是|包括)[^，；。]{1,40}?)?"
    return compiled(rf"(?P<who>[^；。：]{{0,90}}?{unit}){aside}(?:[：，]|(?={verb})|$)")
