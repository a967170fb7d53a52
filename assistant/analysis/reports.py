"""Whether a report is asked for, and to whom it goes."""

import re
from functools import cache

from assistant.analysis.drafting import compiled, pattern
from assistant.languages import Language

# A recipient by its capital letters, with the session that it meets in.
_NAME = r"(?:[A-Z][\w’-]*)(?:(?:\s+(?:and|of|on|for|the|in|to))*\s+[A-Z][\w’-]*)*"
_SESSION = {
    "en": r"(?:,?\s+(?:at|during|before|by|in|prior to|for)\s+(?:its|the|their)\s+[\w\s-]{3,60}?sessions?)?",
    "ru": r"(?:\s+(?:на|в ходе|до)\s+(?:ее|её|его|их)?\s*[\w\s-]{3,60}?сесси\w+)?",
    "zh": r"(?:第[一二三四五六七八九十百零\d]+(?:届会议|届常会|届会|次会议)?)?",
}


def report(text: str, language: Language) -> str | None:
    """To whom the report goes that ``text``, what somebody is asked to do, asks for, as printed and with the session.

    Empty where nobody is named; None where no report is asked for.
    """
    without = _no_reports(language).sub(lambda match: "_" * len(match[0]), text)
    if not _asked(language).search(without):
        return None
    for match in _recipient(language).finditer(text):
        return text[match.start("to") : match.end("to")].strip(" ,")
    return ""


@cache
def _no_reports(language: Language) -> re.Pattern[str]:
    return compiled(pattern("no reports", language))


@cache
def _asked(language: Language) -> re.Pattern[str]:
    noun = pattern("reports", language, inflected=True)
    verb, reporting = pattern("report verbs", language), pattern("to report", language)
    within = pattern("in a report", language)
    if language == "zh":
        return compiled(rf"{verb}[^；。]{{0,40}}?{noun}|{noun}[^；。]{{0,20}}?{verb}|{reporting}|{within}")
    infinitive = r"(?:^\s*(?:\w+ly\s+)*|\bto\s+(?:\w+\s+){0,2}?|\band\s+(?:\w+ly\s+)?|,\s+)" if language == "en" else ""
    report_verb = rf"{infinitive}{reporting}(?!\s+of\b)" if language == "en" else reporting
    return compiled(rf"{verb}(?:(?!\bcontained\b)[^;]){{0,140}}?{noun}|{report_verb}|{within}")


@cache
def _recipient(language: Language) -> re.Pattern[str]:
    session = _SESSION[language]
    if language == "en":
        # Not without regard to capitals: they tell the name.
        verb = r"(?:[Ss]ubmit|[Pp]resent|[Rr]eport|[Pp]rovide|[Rr]eports?|thereon|back|update|updates?|submitted|transmit|inform)"
        reach = r"(?:(?!\bin order\b|\bcontribut|\baccess\b|\bassistance\b)[^;]){0,160}?"
        return re.compile(
            rf"(?:(?<=\s)|^){verb}(?P<x>{reach}\s)to\s+(?:the\s+)?(?P<to>(?:{_NAME}|States|Council|Assembly){session})"
            rf"|\b[Pp]rovide\s+(?:the\s+)?(?P<y>(?:{_NAME}){session})\s+with".replace("(?P<y>", "(?P<unused>")
        )
    recipients = pattern("recipients", language)
    if language == "ru":
        return compiled(rf"(?P<to>{recipients}(?:\s+Организации Объединенных Наций)?{session})")
    return compiled(rf"(?:向|提交|给)(?P<to>(?:联合国)?[^，；。向]{{0,16}}?{recipients}{session})")
