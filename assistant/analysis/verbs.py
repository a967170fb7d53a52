"""The verbs of the body in a paragraph, as printed, with the strength of each (`drafting.txt`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from assistant.analysis.drafting import any_of, compiled, pattern, rows, spell
from assistant.languages import Language
from assistant.text.morphology import gerunds

Strength = Literal[
    "decide",
    "request",
    "urge",
    "call",
    "invite",
    "encourage",
    "recommend",
    "welcome",
    "support",
    "note",
    "reaffirm",
    "recognize",
    "express",
    "other",
]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
ASKING: frozenset[Strength] = frozenset({"request", "urge", "call", "invite", "encourage", "recommend"})
# Strengths that have preambular forms of their own in the data.
_PREAMBULAR: tuple[Strength, ...] = ("decide", "reaffirm", "note", "express", "other")
Mood = Literal["operative", "preambular"]
# The letter or number of a sub-paragraph.
ITEM = r"[(（]\s*(?:[a-z]{1,2}|[ivx]{1,7}|\d{1,2}|[а-я])\s*[)）]"
_FORM = re.compile(r"(?P<mark>[?!+~]*)(?P<core>[^()]+?)(?:\s*\((?P<behind>[^)]*)\))?")


@dataclass(frozen=True)
class Found:
    """A verb of the body from ``start``, where what ties it to the one before begins, to ``end``; ``verb`` as printed.

    ``asks`` says that whoever is named behind it is asked to act. ``before`` is its object where that stands before it.
    """

    start: int
    end: int
    verb: str
    strength: Strength
    asks: bool
    before: str = ""


@dataclass(frozen=True)
class _Form:
    core: str
    strength: Strength
    mark: str
    behind: tuple[str, ...]


def verbs(text: str, language: Language, mood: Mood = "operative") -> tuple[Found, ...]:
    """The verbs of the body of ``text``, in order; those in quotation marks or round brackets are others'."""
    return tuple(_verbs(text, language, mood))


def passive_verb(text: str, language: Language) -> Found | None:
    """The verb of "The Commission is encouraged to …", with who is asked in ``before``; None where there is none."""
    match = _passives(language).match(masked_text(text))
    if not match:
        return None
    verb = " ".join(text[match.start("verb") : match.end("verb")].split())
    strength = next(form.strength for form in _forms(language, "operative") if _is_passive(verb, form.core, language))
    return Found(match.start(), match.end(), verb, strength, True, text[match.start("who") : match.end("who")])


def asked_verb(text: str, language: Language) -> re.Match[str] | None:
    """What matches an infinitive of a verb that asks, at the beginning of ``text``: "to invite", "请"."""
    return _infinitives(language).match(text)


def _verbs(text: str, language: Language, mood: Mood) -> Iterator[Found]:
    search, found = _pattern(language, mood)
    no_verb = compiled(pattern("no verbs", language))
    aside = compiled(rf"(?<=\w),?\s+{pattern('also', language)}(?=[\s,])" if language != "zh" else r"(?!)")
    relative = compiled(rf"{pattern('relatives', language)}(?:,[^,;]*)?$")
    masked = masked_text(text)
    place, asking = 0, False
    while match := search.search(masked, place):
        place = match.end()
        form = found[next(index for index in range(len(found)) if match[f"v{index}"] is not None)]
        begin = match.start("manner")
        inner = match.start("core")
        lead = masked[match.start() : begin]
        others = lead.startswith((",", "，")) and relative.search(masked[: match.start()])
        if others or no_verb.match(masked, inner) or not _counts(form.mark, lead, match.start() == 0, asking, language):
            place = inner + 1
            continue
        verb = re.sub(r"\s*,?\s+", " ", aside.sub(" ", text[begin : match.end("core")])).strip(" ,")
        before = next((said for name, said in match.groupdict().items() if said and name.startswith("object")), "")
        asks = form.strength in ASKING or "+" in form.mark
        if language == "zh" and asking and asks and lead in ("，", ",") and not names_somebody(text[match.end() :]):
            place = inner + 1  # "请各国采取措施，鼓励参与": what is asked
            continue
        asking = asks
        follows = _behind(form.behind, language).match(masked, match.end())
        place = follows.end() if follows else match.end()
        yield Found(match.start(), place, verb, form.strength, asks, before)


def _counts(mark: str, lead: str, first: bool, asking: bool, language: Language) -> bool:
    """Whether a verb with that ``mark`` is one of the body behind ``lead``; ``asking``: whether the last one asks."""
    begins = first or bool(re.search(r"[;；:：.。]|[)）]\s*$", lead))
    if "!" in mark:
        return begins
    if "~" in mark:
        return begins or bool(re.search("[,，]", lead))
    # In Chinese an infinitive looks the same, but stands behind a verb that asks.
    own = language == "zh" and not asking and lead == "，"
    return "?" not in mark or begins or own or bool(compiled(pattern("also", language)).search(lead))


def names_somebody(text: str) -> bool:
    """Whether Chinese ``text`` begins with one who can act."""
    return bool(compiled(rf"[^，；。：]{{0,20}}?{pattern('units', 'zh')}").match(text))


def masked_text(text: str) -> str:
    """``text`` with what stands in quotation marks or round brackets made unreadable, letter for letter."""
    hide = re.compile(r"“[^”]*”|«[^»]*»|《[^》]*》|\((?=[^)]{6})[^()]*\)|（(?=[^）]{6})[^（）]*）")
    return hide.sub(lambda match: match[0][0] + "_" * (len(match[0]) - 2) + match[0][-1], text)


@cache
def _pattern(language: Language, mood: Mood) -> tuple[re.Pattern[str], list[_Form]]:
    """A pattern of all verbs, and the form that each of its groups "v0", "v1", … stands for."""
    also, joints = pattern("also", language), pattern("joints", language)
    feeling = _feeling(language)
    found = _forms(language, mood)
    chinese = language == "zh"
    gap = "" if chinese else r"[\s\u00a0]+"
    with_feeling = any_of(rows("with feeling", language)[0], language).replace(re.escape("{feeling}"), feeling)
    groups = []
    for number, form in enumerate(found):
        core = spell(form.core, language)
        if any(word.endswith("!") for word in form.behind):
            core += rf"(?=\s+{any_of([word.strip('!') for word in form.behind], language)})"
        core = core.replace(re.escape("{feeling}"), feeling).replace(
            re.escape("{concern}"), pattern("concern", language)
        )
        if not chinese:
            core = core.replace(r"[\s\u00a0]+", rf"(?:,?\s+{also},?){{0,3}}\s+")
        groups.append(f"(?P<v{number}>{core}{'(?!地)' if chinese else ''})")
    manner = rf"(?:(?:{pattern('manner', language)}|{with_feeling}){gap}){{0,3}}?"
    objects: list[str] = []
    # How often is bounded: else a text of commas takes for ever.
    between = r"[\s,，]{0,4}"
    lead = (
        rf"(?:^[\s“«\"]{{0,9}}|[;；:：.。，,]|{ITEM}|{joints})(?:{between}(?:{joints}|{also}|{ITEM})){{0,5}}?{between}"
    )
    for written in rows("object first", language)[0]:
        before, _, verb = written.partition("…")
        objects.append(rf"{before}(?P<object{len(objects)}>[^；。，]{{2,120}}?)(?={verb})")
    lead += f"(?:{'|'.join(objects)})?" if objects else ""
    said = (
        rf"(?P<core>(?:{'|'.join(groups)})"
        + ("" if chinese else rf"(?:(?:,?\s+{also}){{0,3}},?\s+{with_feeling})?")
        + ")"
    )
    return compiled(f"{lead}(?P<manner>{manner}){said}"), found


@cache
def _behind(words: tuple[str, ...], language: Language) -> re.Pattern[str]:
    """What follows a verb and is neither part of it nor of what it says: the "of" of "takes note of"."""
    follows = any_of([word.strip("!") for word in words], language)
    return compiled(rf"(?:(?:,?\s+{pattern('also', language)},?)*\s+{follows})?" if words else "")


def _feeling(language: Language) -> str:
    words = pattern("feelings", language, inflected=True)
    if language == "zh":
        return rf"[^，；。]{{0,6}}?{words}"
    return rf"(?:[^\W\d][\w'’-]*,?\s+){{0,6}}?{words}(?:\s+(?:and|at|и)\s+(?:[\w'’-]+\s+){{0,2}}?{words})?"


def _forms(language: Language, mood: Mood) -> list[_Form]:
    """All verbs, the longest first; a verb that may stand before several words has them all in ``behind``."""
    found: dict[str, _Form] = {}
    for strength in STRENGTHS:
        for row in rows(strength, language):
            for written in row:
                form = _FORM.fullmatch(written)
                if not form:
                    raise ValueError(f"drafting.txt: no verb: {written!r}")
                cores = [form["core"]] if mood == "operative" or language == "zh" else _gerunds(form["core"], language)
                for core in cores:
                    behind = found[core].behind if core in found else ()
                    more = (form["behind"],) if form["behind"] else ()
                    found[core] = _Form(core, strength, form["mark"], behind + more)
    if mood == "preambular":
        for strength in _PREAMBULAR:
            for written in (one for row in rows(f"preambular {strength}", language) for one in row):
                found[written] = _Form(written, strength, "", ())
    return sorted(found.values(), key=lambda form: -len(form.core))


def _gerunds(verb: str, language: Language) -> list[str]:
    """ "taking note" of "takes note", "ссылаясь" of "ссылается"."""
    words = verb.split()
    for place, word in enumerate(words):
        if language == "ru" and (made := gerunds(word)):
            return [" ".join([*words[:place], one, *words[place + 1 :]]) for one in sorted(made)]
        if language == "en" and word.endswith("s"):
            return [" ".join([*words[:place], _participle(word), *words[place + 1 :]])]
    return []


def _participle(verb: str) -> str:
    stem = _stem(verb)
    return (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"


def _stem(verb: str) -> str:
    """ "stress" of "stresses", "recognize" of "recognizes"."""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes")) else verb[:-1]


@cache
def _passives(language: Language) -> re.Pattern[str]:
    if language == "zh":
        return compiled("(?!)")  # "鼓励委员会" is what is written
    made = [_passive(form.core, language) for form in _forms(language, "operative") if form.strength in ASKING]
    be = rf"(?<!that )(?<!which )(?<!who ){pattern('passive', language)}\s+" if language == "en" else ""
    also = pattern("also", language)
    verb = rf"(?P<verb>{be}(?:{also}\s+)*{any_of([one for one in made if one], language)})"
    return compiled(rf"(?:{ITEM}\s*)?(?P<who>[^;:]{{2,600}}?),?\s+(?:{also}\s+)*{verb}(?=[\s:,])")


def _passive(verb: str, language: Language) -> str:
    """ "encouraged" of "encourages", "рекомендуется" of "рекомендует"; nothing of verbs of several words."""
    first, *rest = verb.split()
    if language == "ru":
        return f"{verb}ся" if not rest and verb[-1] == "т" else ""
    if rest and rest[0] not in ("upon", "on"):
        return ""
    stem = _stem(first)
    return " ".join([stem + ("d" if stem.endswith("e") else "ed"), *rest])


def _is_passive(said: str, verb: str, language: Language) -> bool:
    made = _passive(verb, language)
    return bool(made) and said.lower().endswith(made)


@cache
def _infinitives(language: Language) -> re.Pattern[str]:
    asking = [form for form in _forms(language, "operative") if form.strength in ASKING or "+" in form.mark]
    if language == "en":
        words = [" ".join([_stem(first), *rest]) for first, *rest in (form.core.split() for form in asking)]
        return compiled(rf"\s*to\s+{any_of(words, language)}(?:\s+{any_of(['to', 'upon', 'on'], language)})?")
    if language == "ru":
        from assistant.text.morphology import russian_forms

        words = [one for form in asking if " " not in form.core for one in russian_forms(form.core) if one[-2:] == "ть"]
        return compiled(rf"\s*{any_of(words, language)}")
    return compiled(rf"\s*{any_of([form.core for form in asking], language)}")
