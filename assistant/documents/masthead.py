"""What stands above a UN document's text: symbol, title, body, kind, session, agenda item, dates, sponsors.

The words by which its lines are told are data, in the three languages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents.blocks import Block
from assistant.documents.markers import OWN_SYMBOL
from assistant.text.numerals import chinese_number

# Kinds of documents by what a line of the masthead says; the first that is there counts.
_KINDS = (
    ("amendment", r"\bamendments?\b", r"поправк", "修正案|修正"),
    ("draft decision", r"\bdraft decision", r"проект решения", "决定草案"),
    ("draft resolution", r"\bdraft resolution", r"проект резолюции", "决议草案"),
    ("resolution", r"^resolutions?\b.*\badopted\b|^resolution \d+", r"^резолюция", "决议$|通过的决议"),
    ("decision", r"^decision\b", r"^решение", "决定$"),
    ("report", r"\breports? of\b", r"^доклад", "的报告$|报告$"),
    ("note", r"^note (?:by|verbale)", r"^записка|^вербальная нота", "的说明$|照会"),
    ("letter", r"^(?:identical )?letters? dated", r"^(?:идентичные )?письм", "的信$|同文信"),
    ("summary record", r"^summary record", r"^краткий отч[её]т", "简要记录"),
    ("presidential statement", r"^statement by the president", r"^заявление председателя", "主席声明"),
)
_KIND = {name: re.compile("|".join(words), re.IGNORECASE) for name, *words in _KINDS}
_BODIES = (
    ("General Assembly", "Генеральная Ассамблея", "大会"),
    ("Security Council", "Совет Безопасности", "安全理事会"),
    ("Economic and Social Council", "Экономический и Социальный Совет", "经济及社会理事会"),
    ("Human Rights Council", "Совет по правам человека", "人权理事会"),
)
_FURNITURE = {name for names in _BODIES for name in names}
_FURNITURE |= {"United Nations", "Организация Объединенных Наций", "联合国", "Contents", "Содержание", "目录"}
_ITEM = r"\d+(?:\s*\([a-zа-я]{1,2}\))?"
_AGENDA = re.compile(
    rf"^(?:(?:provisional )?agenda items?|пункты? (?=.*повестки)|(?:临时)?议程项目)"
    rf"\s*({_ITEM}(?:\s*(?:and|и|和|、|,)\s*{_ITEM})*)",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"^([\w-]+(?: [\w-]+)?) (?:session|сессия)\b|^第\s*([一二三四五六七八九十百\d]+)\s*届会议", re.IGNORECASE
)
_NUMBERED_TITLE = re.compile(r"^\s*(?:\d{1,3}/\d{1,4}|\d{4} \(\d{4}\))(?:\s?[A-Z])?\.\s*(?=\D)")
_STARS = re.compile(r"\s*\*+(?=\s|$|[,:;：])|(?<=[:：])\*+")
_SPONSORS = re.compile(r"^(.+?)\s*[:：]\s*\**\s*(?=\S)", re.DOTALL)
# A long list of sponsors, which is set like text: "Albania, Andorra …: draft resolution".
_SPONSORED = re.compile(
    r"[:：]\**\s*(?:revised )?(?:draft (?:resolution|decision)|проект (?:резолюции|решения)|决[议定]草案)\**$"
)
_SUBMITTED = re.compile(
    r"\bsubmitted by (?:the )?(.+?)(?=,? (?:on the basis|following)\b|$)", re.IGNORECASE | re.DOTALL
)
# States whose names have an "and".
_WITH_AND = re.compile(
    "Antigua and Barbuda|Bosnia and Herzegovina|Saint Kitts and Nevis|Saint Vincent and the Grenadines"
    "|Sao Tome and Principe|Trinidad and Tobago|Great Britain and Northern Ireland"
    "|Антигуа и Барбуда|Босния и Герцеговина|Сент-Китс и Невис|Сент-Винсент и Гренадины|Сан-Томе и Принсипи"
    "|Тринидад и Тобаго|Великобритании и Северной Ирландии|安提瓜和巴布达|波斯尼亚和黑塞哥维那|圣基茨和尼维斯"
    "|圣文森特和格林纳丁斯|圣多美和普林西比|特立尼达和多巴哥"
)
_BRACKETS = re.compile(r"^\[.*\]$", re.DOTALL)
_DRAFT_SYMBOL = re.compile(r"[A-Z]+/(?:[A-Z]\.\d+/)?\d+/L\.\d+(?:/Rev\.\d+)?")
# Of each month the first three letters.
_MONTHS = {
    month: place
    for months in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "янв фев мар апр мая июн июл авг сен окт ноя дек",
    )
    for place, month in enumerate(months.split(), 1)
}
_DAY = re.compile(r"(\d{1,2}) ([A-Za-zа-я]+) (\d{4})|(\d{4})年(\d{1,2})月(\d{1,2})日")
_MEETING = re.compile(
    r"(\d+)(?:st|nd|rd|th) (?:plenary )?meeting|(\d+)-е (?:пленарное )?заседание|第\s*(\d+)\s*次(?:全体)?会议"
)
_WORDS = {
    word: place
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth",
        "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат"
        " шестнадцат семнадцат восемнадцат девятнадцат",
    )
    for place, word in enumerate(words.split(), 1)
}
_TENS = {
    word: place * 10
    for words in (
        "twent thirt fort fift sixt sevent eight ninet",
        "двадцат тридцат сорок пятьдесят шестьдесят семьдесят восемьдесят девяност",
    )
    for place, word in enumerate(words.split(), 2)
}


@dataclass(frozen=True)
class Masthead:
    """The fields of `Document` that the masthead and what stands below the text tell; empty where it does not."""

    symbol: str = ""
    title: str = ""
    body: str = ""
    kind: str = ""
    session: str = ""
    agenda_item: str = ""
    date: str = ""
    adopted: str = ""
    meeting: str = ""
    sponsors: tuple[str, ...] = ()
    draft: str = ""


def read_masthead(blocks: Sequence[Block], below: Sequence[str] = ()) -> Masthead:
    """What ``blocks``, from the top down to the enacting clause, say, and the lines ``below`` the text."""
    lines = [line.strip() for block in blocks for part in block.text.split("\n") for line in part.split(" | ")]
    printed = [(_plain(block.text), block) for block in blocks if block.heading or _SPONSORED.search(block.text)]
    plain = [_plain(block.text) for block in blocks]
    numbered = next((_NUMBERED_TITLE.sub("", line) for line in plain if _NUMBERED_TITLE.match(line)), "")
    heads = [head for head, block in printed if _at_margin(block) and not _is_furniture(head)]
    kind = next((name for name in _KIND if any(_KIND[name].search(head) for head in heads)), "")
    kind_line = next((head for head in heads if kind and _KIND[kind].search(head)), "")
    adopted = _day(kind_line) if kind in ("resolution", "decision") else ""
    return Masthead(
        symbol=next((match[0] for line in [*lines[:14], *below] if (match := OWN_SYMBOL.search(line))), ""),
        title=numbered or _title([head for head in heads if not _BRACKETS.match(head)], kind, kind_line),
        body=next((names[0] for line in lines for names in _BODIES if line in names), ""),
        kind=kind,
        session=next((found for line in lines if (found := _session(line))), ""),
        agenda_item=next((match[1] for line in lines if (match := _AGENDA.match(line))), ""),
        date=next((found for line in lines if len(line) < 40 and (found := _day(line))), ""),
        adopted=adopted or next((found for line in below if (found := _day(line))), ""),
        meeting=next((_meeting(line) for line in below if _MEETING.search(line)), ""),
        sponsors=_sponsors(_sponsored(heads, kind_line)) if "draft" in kind or kind == "amendment" else (),
        draft=next((found for head in heads if _BRACKETS.match(head) and (found := _draft(head))), ""),
    )


def _meeting(line: str) -> str:
    match = _MEETING.search(line)
    return next(filter(None, match.groups())) if match else ""


def _draft(head: str) -> str:
    """The symbol of the draft that was adopted: "[without reference to a Main Committee (A/79/L.93)]"."""
    match = _DRAFT_SYMBOL.search(head)
    return match[0] if match else ""


def _at_margin(block: Block) -> bool:
    """Whether it stands at the text's margin, where the title does, and not left of it, as session and agenda item."""
    return block.indent is None or block.indent > -56


def _title(heads: Sequence[str], kind: str, kind_line: str) -> str:
    """The heading below the line that says the kind; of a report, a note and the like, the one above."""
    if not kind:
        return next(iter(heads), "")
    place = heads.index(kind_line)
    below = next((head for head in heads[place + 1 :] if not _day(head)), "")
    if "draft" in kind or kind == "amendment" or (kind in ("resolution", "decision") and below):
        return below
    return heads[place - 1] if place else kind_line


def _is_furniture(text: str) -> bool:
    return any(part in _FURNITURE or OWN_SYMBOL.fullmatch(part) for part in text.split(" | "))


def _plain(text: str) -> str:
    return " ".join(_STARS.sub("", text).split())


def _sponsored(heads: Sequence[str], kind_line: str) -> str:
    """The line with the kind, behind the list of sponsors where that is a line of its own."""
    before = heads[heads.index(kind_line) - 1] if heads.index(kind_line) else ""
    return f"{before} {kind_line}" if before.endswith((":", "：")) else kind_line


def _sponsors(line: str) -> tuple[str, ...]:
    if match := _SUBMITTED.search(line):
        return (match[1].strip(),)
    match = _SPONSORS.match(line)
    if match is None:
        return ()
    joined = _WITH_AND.sub(lambda found: found[0].replace(" ", "\0").replace("和", "\1"), match[1])
    names = re.split(r",\s+(?:and\s+)?|\s+and\s+|\s+и\s+|、|和(?!国)", joined)
    return tuple(name.replace("\0", " ").replace("\1", "和").strip() for name in names if name.strip())


def _session(line: str) -> str:
    match = _SESSION.match(line)
    if match is None:
        return ""
    if match[2]:
        return str(chinese_number(match[2]))
    written = match[1].lower().replace("ё", "е")
    if written.isdecimal():
        return written
    number = 0
    for word in re.split(r"[\s-]+", written):
        stem = next((stem for stem in sorted(_WORDS, key=len, reverse=True) if word.startswith(stem)), "")
        tens = next((stem for stem in sorted(_TENS, key=len, reverse=True) if word.startswith(stem)), "")
        number += _TENS[tens] if tens and (not stem or word.endswith(("ty", "tieth"))) else _WORDS.get(stem, 0)
    return str(number) if number else ""


def _day(line: str) -> str:
    """The first day in ``line`` as "2025-07-25"."""
    for match in _DAY.finditer(line):
        if match[4]:
            return f"{match[4]}-{int(match[5]):02}-{int(match[6]):02}"
        month = _MONTHS.get(match[2][:3].lower())
        if month:
            return f"{match[3]}-{month:02}-{int(match[1]):02}"
    return ""
