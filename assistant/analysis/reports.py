"""Whether a report is asked for, and to whom it goes."""

import re
from functools import cache

from assistant.analysis.drafting import compiled, forms, pattern
from assistant.languages import Language

# A recipient by its capital letters, with the session that it meets in.
_NAME = r"(?:[A-Z][\w’-]*)(?:(?:\s+(?:and|of|on|for|the|in|to))*\s+[A-Z][\w’-]*)*"
_SESSION = {
    "en": r"(?:,?\s+(?:at|during|before|by|in|prior to|for)\s+(?:its|the|their)\s+[\w\s-]{3,60}?sessions?)?",
    "ru": r"(?:\s+(?:на|в ходе|до)\s+(?:ее|её|его|их)?\s*[\w\s-]{0,60}?сесси\w+(?:\s+\d{4}\s+года)?)?",
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
    return compiled(_with_words("no reports", language) + (r"(?:s|ing)?" if language == "en" else ""))


@cache
def _with_words(section: str, language: Language) -> str:
    """The forms of a section, up to four words of any kind for "{words}"."""
    some = r"[^，；。]{0,12}?" if language == "zh" else r"(?:[\w’-]+\s+){0,4}?"
    gap = re.escape("{words}") if language == "zh" else re.escape("{words}") + r"[\s\u00a0]+"
    return pattern(section, language, inflected=False).replace(gap, some)


@cache
def _asked(language: Language) -> re.Pattern[str]:
    noun = pattern("reports", language, inflected=True)
    verb, reporting = pattern("report verbs", language), pattern("to report", language)
    within = _with_words("in a report", language)
    if language == "zh":
        return compiled(rf"{verb}[^；。]{{0,40}}?{noun}|{noun}[^；。]{{0,20}}?{verb}|{reporting}|{within}")
    if language == "ru":
        return compiled(rf"{verb}[^;]{{0,200}}?{noun}|{reporting}|{within}")
    # A report that others make, or that is named in what is asked, stands behind one of these.
    others = r"(?:(?!\b(?:who|that|which|contained|regarding|account|accordance with the|with a view|following)\b)[^;])"
    infinitive = r"(?:^\s*(?:\w+ly\s+)*|\bto\s+(?:\w+\s+){0,2}?|\band\s+(?:\w+ly\s+)?|,\s+|\bshall\s+(?:\w+\s+)?)"
    within = within.replace("report(?!\\w)", "report(?:s|ing)?(?!\\w)")
    return compiled(rf"{verb}{others}{{0,320}}?{noun}|{infinitive}{reporting}(?!\s+of\b)|{within}")


@cache
def _recipient(language: Language) -> re.Pattern[str]:
    session = _SESSION[language]
    recipients = pattern("recipients", language)
    if language == "en":
        # With regard to capitals: they tell the name.
        verb = "(?:[Ss]ubmit|[Pp]resent|[Rr]eports?|[Pp]rovide|thereon|back|updates?|submitted|transmit|it)"
        others = rf"(?<!{')(?<!'.join(word + ' ' for word in forms('no recipients', 'en'))})"
        return re.compile(
            rf"(?<!\w){verb}(?=\s)[^;]{{0,200}}?\s{others}to\s+(?:the\s+)?(?P<to>(?=[^,;]{{0,80}}?{recipients}){_NAME}{session})"
        )
    if language == "ru":
        return compiled(rf"(?P<to>{recipients}(?:\s+Организации Объединенных Наций)?{session})")
    return compiled(rf"(?:向|提交|给)(?P<to>(?:联合国)?[^，；。向]{{0,16}}?{recipients}{session})")
