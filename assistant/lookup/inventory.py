"""All dates that a text has, or all texts, cities or states that it names, where those are asked for."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from assistant.analysis.drafting import pattern
from assistant.analysis.preamble import references
from assistant.documents import Document
from assistant.documents.paragraph import Paragraph
from assistant.languages import Language
from assistant.library.corpus import full_texts
from assistant.lookup.lines import Found, Line, Text, composed
from assistant.messages import text
from assistant.question.extent import without_parts
from assistant.question.message import is_of_the_text
from assistant.question.question import Question
from assistant.text.orders import defused
from assistant.text.places import cities_and_seas, states

Names = Callable[[str, Language], Sequence[str]]
# Characters of what stands around a name, so that it shows what it is for.
_AROUND: dict[Language, int] = {"zh": 24, "ru": 70, "en": 64}
# Words by which nothing but the names is asked for: "are mentioned in the text".
_MENTIONED = re.compile(
    r"\b(?:mention|name|cit|appear|com|refer|list|occur|contain|quot|figur|giv|show|enumerat|connection|each|up|all|them)\w*"
    r"|\b(?:упом|назв|назов|перечисл|встреча|фигурир|привод|привед|указан|содерж|связ|относ|все|ним)[а-я]*"
    r"|提[到及]|文[中里件]|因为?|各是?|事|出现|列[出举]|引用|援引|写到|涉及|点名|所有|全部|分别|哪些|各是|什么事",
    re.IGNORECASE,
)


def _dates(said: str, language: Language) -> list[str]:
    return [" ".join(match[0].split()) for match in _date(language).finditer(said)]


# By the line that says that there are none: the words that ask for them, and what finds them.
_SORTS: tuple[tuple[str, re.Pattern[str], Names], ...] = (
    ("overview_no_dates", re.compile(r"\bdates?\b|\bдат(?:а|ы|у|ах)?\b|日期", re.IGNORECASE), _dates),
    (
        "overview_no_texts",
        re.compile(
            r"\b(?:(?:general assembly|ga|un) )?(?:resolutions|documents|instruments|treaties|texts|agreements)\b"
            r"|\b(?:резолюци|документ|договор|текст|соглашени)(?:и|ы|ов|й|ях|ам)\b"
            r"|(?:哪些|所有|全部|列[出举])[^，。？]{0,10}?(?:决议|文件|文书|条约)(?![里中])|(?:决议|文件|文书|条约)(?:都?有哪些|都?有什么)",
            re.IGNORECASE,
        ),
        references,
    ),
    ("overview_no_cities", re.compile(r"\bcit(?:y|ies)\b|\bгород(?:а|ов|ах)?\b|城市", re.IGNORECASE), cities_and_seas),
    (
        "overview_no_states",
        re.compile(
            r"\b(?:countries|states|nations)\b|\b(?:стран|государств)(?:ы|а|ах)?\b|哪些国家?|国家", re.IGNORECASE
        ),
        states,
    ),
)


def inventory(question: Question, documents: Sequence[Document]) -> Found | None:
    """What the text names of the sort that ``question`` asks for, each with its paragraph; None where it asks for none,
    or for more than that."""
    if question.kind != "list":
        return None
    asked = without_parts(question.query.text)
    sort = next((one for one in _SORTS if one[1].search(asked)), None)
    if sort is None or not is_of_the_text(_MENTIONED.sub(" ", sort[1].sub(" ", asked))):
        return None
    translations = full_texts(documents, next(iter(question.sources.documents), ""))
    if not translations:
        return None
    shown = Text(translations, question.query.reply)
    paragraphs = [item for item in shown.shown.paragraphs if item.kind not in ("head", "footnote")]
    if part := question.extent.part:
        paragraphs = [item for item in paragraphs if item.id.startswith(part)]
    lines = [
        Line(defused("; ".join(found)), shown.evidence([item]))
        for item in paragraphs
        if (found := list(_around(item, sort[2], shown.shown.language)))
    ]
    if not lines:
        return composed([Line(text(sort[0], shown.language))], shown.language, shown.evidence(paragraphs[:1]))
    return composed(lines, shown.language)


def _around(paragraph: Paragraph, names: Names, language: Language) -> Iterator[str]:
    """Each name in ``paragraph`` with the words around it."""
    said = " ".join(paragraph.whole.split())
    of = {at: len(name) for name in names(said, language) if (at := said.find(name)) >= 0}
    places = sorted(of)
    end = 0
    for at, following in zip(places, [*places, len(said)][1:], strict=True):
        start = max(end, at - _AROUND[language] // 2)
        stop = min(following, at + of[at] + _AROUND[language])
        if language != "zh":  # whole words
            start = said.find(" ", start, at) + 1 or start if start > end else start
            stop = max(said.rfind(" ", 0, stop + 1), at + of[at]) if stop < following else stop
        end = stop
        more = stop < len(said) and stop != following
        yield f"{'… ' if start and start != at else ''}{said[start:stop].strip(' ,;，；')}{' …' if more else ''}"


@cache
def _date(language: Language) -> re.Pattern[str]:
    month = pattern("months", language, inflected=True)
    forms = {
        "zh": r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?)?[底初]?",
        "ru": rf"(?:\d{{1,2}}(?:\s*(?:и|[–-])\s*\d{{1,2}})?\s+|(?:в\s+)?конц\w+\s+)?{month}\s+(?:19|20)\d\d",
        "en": rf"(?:\d{{1,2}}(?:\s*(?:and|to|[–-])\s*\d{{1,2}})?\s+|(?:the\s+)?end\s+of\s+)?{month}\s+(?:19|20)\d\d",
    }
    return re.compile(forms[language], re.IGNORECASE)
