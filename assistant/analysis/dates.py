"""Deadlines, sessions and periods of what is asked or decided, as printed (the section "when" of `drafting.txt`)."""

import re
from functools import cache

from assistant.analysis.drafting import compiled, forms, pattern, spell
from assistant.analysis.verbs import masked_text
from assistant.languages import Language
from assistant.text.numerals import RU_ORDINALS

# {month}, {day} and the like are filled in from the data; "the first Saturday of July" is a day.
_DAY: dict[Language, str] = {
    "zh": r"\d{1,2}月\d{1,2}日",
    "ru": r"\d{1,2}(?:\s+(?:и|[–-])\s+\d{1,2})?\s+{month}",
    "en": r"(?:\d{1,2}(?:\s+(?:and|[–-])\s+\d{1,2})?\s+{month}|the\s+\w+\s+\w+day\s+(?:of|in)\s+{month}"
    r"|{month}\s+\d{1,2}(?!\d))",
}
_YEAR: dict[Language, str] = {
    "zh": r"(?:19|20)\d\d年",
    "ru": r"(?:19|20)\d\d(?:[–/-](?:20)?\d\d)?\s+(?:год\w*|гг?\.)",
    "en": r"(?:19|20)\d\d(?:[–/-](?:20)?\d\d)?(?:\s+and\s+(?:in\s+)?(?:19|20)\d\d)?(?![\d,]*\d)"
    r"(?!\s+(?:Agenda|Summit|agenda))",
}
_DATE: dict[Language, str] = {
    "zh": r"(?:{year}(?:\d{1,2}月(?:\d{1,2}日)?|(?:年?底|年?初|年?中|上半年|下半年)|末)?|{day}|\d{1,2}月)"
    r"(?:底|初|中旬|上旬|下旬)?",
    "ru": r"(?:(?:конц\w|начал\w|середин\w|перв\w+ половин\w|втор\w+ половин\w|\w+ квартал\w)\s+)?"
    r"(?:{day}(?:\s+{year})?|(?:{month}\s+)?{year})(?:\s+включительно)?",
    "en": r"(?:(?:the\s+)?(?:end|beginning|middle|start|(?:first|second) half|(?:first|second|third|fourth) quarter)"
    r"\s+of\s+|(?:early|late|mid)[\s-])?(?:{day}(?:,?\s+{year})?|(?:{month}\s+)?{year})",
}
# What has an end or a beginning and no date: a mandate, a term of office, a meeting.
_TERM: dict[Language, str] = {
    "zh": r"(?:其|本次|本|现有|当前|目前|现行)?(?:(?:任务期限|任期|任务|期限)(?:结束|终了|届满|到期)|[^，；。、]{0,12}"
    r"(?:会议|届会|大会|峰会)(?:开始|召开|举行|开幕))",
    "ru": r"(?:(?:истечени|окончани|завершени)\w\s+(?:\w+\s+){0,3}?(?:мандата|полномочий|срока|периода|сессии)"
    r"|(?:начала|открытия|созыва)\s+(?:\w+\s+){0,3}?(?:конференции|сессии|совещания|саммита|заседания|Конференции))",
    "en": r"(?:the\s+)?(?:(?:end|expiration|expiry|conclusion)\s+of\s+(?:the|its|his|her|their|this|that)\s+"
    r"(?:\w+\s+){0,2}?(?:mandate|term|period|appointment)s?|its\s+(?:current\s+)?mandate\s+expires"
    r"|(?:beginning|start|opening|commencement|convening)\s+of\s+(?:the|its)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:session|conference|meeting|summit))",
}
_BARE = ("session", "day")
_IS_DAY = re.compile(r"\d{4}|\d\s?[月日]|\d\s[A-Za-zа-я]{3,}")
_HAN = r"一二三四五六七八九十百零\d"
_NEXT = "next|forthcoming|upcoming|following|subsequent"
_SESSION = {
    "zh": rf"(?:第[{_HAN}]+(?:[、和至]第?[{_HAN}]+)?|下一?|(?:19|20)\d\d年){{session}}",
    "ru": rf"(?:(?:сто\s+)?(?:[а-яё]*(?:дцать|десят|сорок|девяносто|сто)\s+)?"
    rf"[а-яё]*(?:{RU_ORDINALS}|сороков|девяност|сот)[а-яё]*|\d{{1,3}}-\w{{1,2}}"
    r"|следующ\w+|ближайш\w+|предстоящ\w+|очередн\w+)\s+(?:[а-яё]+\s+)?{session}|{session}\s+(?:19|20)\d\d\s+года",
    "en": rf"(?:one hundred and |hundred and )?(?:(?:[a-z]+\s?-\s?)?(?:first|second|third|[a-z]+th)"
    rf"|\d{{1,3}}(?:st|nd|rd|th)|(?:19|20)\d\d|{_NEXT})"
    r"(?:,?\s+(?:and|to)\s+(?:[a-z]+-)?(?:first|second|third|[a-z]+th))?\s+(?:[a-z-]+\s+){0,2}?{session}",
}


def to_come(text: str, language: Language, *, event: bool = False, report: bool = False) -> tuple[str, ...]:
    """The dates of what ``text`` asks or decides, as printed: by when first, days and sessions before periods.

    Dates of what has happened are none: those behind a participle ("adopted in 2015") or a resolution's number.
    With ``event``, ``text`` asks nothing, and only the date of what is to come counts. Some dates count only where a
    ``report`` is asked for.
    """
    masked = masked_text(text)
    only = compiled(pattern("report dates", language))
    behind = compiled(rf"\s*{pattern('past behind', language).replace(re.escape('{n}'), '[0-9/]+')}")
    found: list[tuple[bool, int, tuple[int, int]]] = []
    for match in _pattern(language).finditer(masked):
        before = masked[: match.start()]
        name = next((name for name in _BARE if match.groupdict().get(name)), "said")
        said = match[name]
        if _is_past(before, language) or (event and not _is_future(before, language)):
            continue
        if behind.match(masked, match.end()):
            continue
        if only.fullmatch(said) and not report:
            continue
        found.append((not _IS_DAY.search(said) and name != "session", match.start(), match.span(name)))
    return tuple(dict.fromkeys(text[slice(*place)].strip(" ,") for _, _, place in sorted(found)))


def printed_dates(text: str, language: Language) -> tuple[str, ...]:
    """All dates, sessions and periods that ``text`` has, as printed."""
    found = _pattern(language).finditer(masked_text(text))
    return tuple(" ".join(text[match.start() : match.end()].split()) for match in found)


def _is_past(before: str, language: Language) -> bool:
    parts = re.split(r"[;,；，]", before)
    clause = parts[-1] if parts[-1].strip() else ",".join(parts[-2:])
    if compiled(rf"{pattern('past', language)}\s*$").search(before):
        return True
    done = compiled(pattern("done", language)).finditer(clause)
    return any(not re.search(r"\bto be\s+$", clause[: match.start()]) for match in done)


def _is_future(before: str, language: Language) -> bool:
    return bool(compiled(pattern("future", language)).search(before[-90:]))


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    holes = {
        "month": pattern("months", language, inflected=True),
        "session": pattern("session words", language, inflected=True),
        "n": r"\d{1,2}",
        "number": rf"(?:\d{{1,3}}|{pattern('time numbers', language)})",
        "unit": pattern("time units", language, inflected=True),
    }
    holes["day"] = _filled(_DAY[language], holes)
    holes["year"] = _YEAR[language]
    holes["date"] = _filled(_DATE[language], holes)
    holes["term"] = _TERM[language]
    holes["session"] = _filled(_SESSION[language], holes)
    # Of a form "(at its) {session}" the part in brackets is not printed: one group for each of what may stand behind.
    printed: dict[str, list[str]] = {name: [] for name in _BARE}
    said = []
    for form in forms("when", language):
        name = next(
            (name for name in _BARE if form.endswith(f"{{{name}}}") and (form[0] == "(" or len(form) == len(name) + 2)),
            "",
        )
        if name:
            before = form[: -len(name) - 2].strip("() ")
            printed[name].append(spell(before, language) + (r"\s*" if language == "zh" else r"\s+") if before else "")
        else:
            said.append(form)
    said.sort(key=lambda form: -len(form))
    spelled = [_filled(re.sub(r"\\\{(\w+)\\\}", r"{\1}", spell(form, language)), holes) for form in said]
    bare = [
        f"(?:{'|'.join(sorted(befores, key=len, reverse=True))})(?P<{name}>{holes[name]})"
        for name, befores in printed.items()
        if befores
    ]
    return compiled(f"{'|'.join(bare)}|(?P<said>{'|'.join(spelled)})")


def _filled(expression: str, holes: dict[str, str]) -> str:
    for name, filling in holes.items():
        expression = expression.replace("{" + name + "}", filling)
    return expression
