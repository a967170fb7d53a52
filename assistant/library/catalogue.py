"""The manifest of a corpus: which text is the original, and cards of the instruments that the texts stand on.

A card holds facts only (symbol, title, kind, date, where the resolution names the instrument, a link), so that "What is
resolution 78/311?" has an answer that can be cited although the text itself is not here.
"""

import datetime
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from assistant.documents.paragraph import Document, Paragraph, is_paragraph_id, label
from assistant.documents.references import symbol
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language
from assistant.text.numerals import ordinal

CARD = "card:"  # begins the ids of cards
_MONTHS = {
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}
_KINDS = ("treaty", "declaration", "resolution", "summit", "national")
_Texts = dict[Language, str]


@dataclass(frozen=True)
class Instrument:
    """A text that the resolution names. ``working`` lists the languages whose title is a working translation."""

    id: str
    symbol: str
    number: str
    kind: str
    date: datetime.date | None
    named_in: tuple[str, ...]
    link: str
    title: _Texts
    mention: _Texts
    country: _Texts
    working: tuple[str, ...]

    def is_text(self, document: Document) -> bool:
        """Whether ``document`` is the instrument's own text: by id, symbol or title."""
        if document.status == "card":
            return False
        titles = {title.casefold().removeprefix("the ") for title in self.title.values()}
        by_symbol = document.symbol != "" and document.symbol == symbol(self.symbol)
        return document.id == self.id or by_symbol or document.title.casefold().removeprefix("the ") in titles

    def with_official_titles(self, documents: Iterable[Document]) -> "Instrument":
        """The instrument with the titles of its official texts in ``documents`` for the working ones, which stay as a
        way of writing them.
        """
        texts = [item for item in documents if item.language in self.working and item.kind and self.is_text(item)]
        official = {item.language: item.title for item in texts}
        return replace(
            self,
            title=self.title | official,
            mention={language: self.title[language] for language in official} | self.mention,
            working=tuple(language for language in self.working if language not in official),
        )

    def address(self, language: Language) -> str:
        """Where the official text is, in ``language``; empty for an instrument without a known address."""
        if self.link:
            return self.link.format(language=language)
        return official_text(self.symbol, language) if self.symbol else ""


@dataclass(frozen=True)
class Outcome:
    """What became of a draft, of which document id it is: the ``symbol`` of the resolution, the day, and the plenary
    ``meeting``.
    """

    of: str
    symbol: str
    date: datetime.date
    meeting: int

    def of_draft(self, draft: Document) -> Document:
        """``draft`` with what became of it, in its language."""
        meeting = {"zh": f"第{self.meeting}次全体会议", "ru": f"{self.meeting}-е пленарное заседание"}
        said = meeting.get(draft.language, f"{ordinal(self.meeting)} plenary meeting")
        return replace(draft, became=self.symbol, adopted=_date(self.date, draft.language), meeting=said)


@dataclass(frozen=True)
class Manifest:
    """``originals`` maps document ids to their original language, ``symbols`` to their symbols; ``main`` is the one
    that the corpus is about, ``outcomes`` say what became of drafts.
    """

    originals: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()
    main: str = ""
    instruments: tuple[Instrument, ...] = ()

    def is_translation(self, name: str, language: Language) -> bool:
        """Whether the original of the document with the id ``name`` is in another language."""
        return self.originals.get(name, language) != language

    def id_of(self, document: Document) -> str:
        """The id that the manifest gives to the symbol of ``document``; empty where it gives none."""
        return next((name for name, code in self.symbols.items() if code == document.symbol), "")


@dataclass(frozen=True)
class Called:
    """What a text, or its ``section``, is called: ``of`` are ids, symbols, numbers and titles that mean it."""

    of: frozenset[str]
    section: str
    names: tuple[str, ...]


def read_names(path: Path) -> tuple[Called, ...]:
    """The names in a names.toml, none where there is no file; AssistantError says what is wrong in it."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("name", []) if path.is_file() else []
        return tuple(
            Called(
                frozenset(said.casefold() for name in row["of"] for said in (str(name), symbol(str(name)))),
                str(row.get("section", "")),
                tuple(str(name) for language in LANGUAGES for name in row.get(language, ())),
            )
            for row in rows
        )
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise AssistantError("document_unreadable", path=path, reason=error) from None


def official_text(symbol: str, language: Language) -> str:
    """Where the UN shows the document ``symbol`` in ``language``."""
    return f"https://docs.un.org/{language}/{symbol}"


def read_manifest(path: Path) -> Manifest:
    """The manifest, an empty one where there is no file; AssistantError says what is wrong in it."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        rows = tables.pop("instrument", [])
        originals = {name: str(table["original"]) for name, table in tables.items() if "original" in table}
        main = next((name for name, table in tables.items() if table.get("main")), "")
        symbols = {name: str(table["symbol"]) for name, table in tables.items() if "symbol" in table}
        outcomes = tuple(Outcome(name, **table["outcome"]) for name, table in tables.items() if "outcome" in table)
        return Manifest(originals, symbols, outcomes, main, tuple(_instrument(row) for row in rows))
    except (OSError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise AssistantError("document_unreadable", path=path, reason=error) from None


def merged(manifests: Sequence[Manifest]) -> Manifest:
    """What all of ``manifests`` say; of one thing the last, but the first main text."""
    return Manifest(
        originals={name: code for manifest in manifests for name, code in manifest.originals.items()},
        symbols={name: code for manifest in manifests for name, code in manifest.symbols.items()},
        outcomes=tuple(outcome for manifest in manifests for outcome in manifest.outcomes),
        main=next((manifest.main for manifest in manifests if manifest.main), ""),
        instruments=tuple(instrument for manifest in manifests for instrument in manifest.instruments),
    )


def _instrument(row: Mapping[str, Any]) -> Instrument:
    """An [[instrument]] table; KeyError or ValueError for one that lacks something."""
    name = str(row.get("id") or row.get("symbol") or row["id"])
    code = str(row.get("symbol", ""))
    if row["kind"] not in _KINDS:
        raise ValueError(f"{name}: kind {row['kind']!r}")
    if not all(map(is_paragraph_id, row["named_in"])):
        raise ValueError(f"{name}: named_in {row['named_in']}")
    return Instrument(
        id=name,
        symbol=code,
        number=str(row.get("number") or (code.removeprefix("A/RES/") if code.startswith("A/RES/") else "")),
        kind=row["kind"],
        date=row.get("date"),
        named_in=tuple(row["named_in"]),
        link=str(row.get("link", "")),
        title={language: row["title"][language] for language in LANGUAGES},
        mention=dict(row.get("mention", {})),
        country=dict(row.get("country", {})),
        working=tuple(row.get("working", ())),
    )


def titles(instruments: Iterable[Instrument], language: Language) -> dict[str, str]:
    """How texts in ``language`` name the instruments -> ids of their cards."""
    found = {}
    for item in instruments:
        for said in (item.title[language], item.mention.get(language, "")):
            if said:
                found[said] = item.id
    return found


def cards(instruments: Iterable[Instrument]) -> list[Document]:
    """A card an instrument and language."""
    return [_card(item, language) for item in instruments for language in LANGUAGES]


def _card(item: Instrument, language: Language) -> Document:
    said = (_identity(item, language), _whereabouts(item, language))
    number = item.number or _quoted(item.title[language], language)
    return Document(
        id=f"{CARD}{item.id}",
        language=language,
        title=item.title[language],
        paragraphs=tuple(Paragraph(f"¶{n}", text) for n, text in enumerate(said, 1)),
        status="card",
        name={"zh": "{}目录卡片", "ru": "карточка {}", "en": "card on {}"}[language].format(number),
        symbol=symbol(item.symbol),
    )


def _identity(item: Instrument, language: Language) -> str:
    """What the instrument is: kind, symbol, title and date in a sentence."""
    title, date = _quoted(item.title[language], language), _date(item.date, language)
    if language in item.working:
        title += {"zh": "（工作译名）", "ru": " (рабочий перевод названия)", "en": " (working title)"}[language]
    country, number, code = item.country.get(language, ""), item.number, item.symbol
    sentences: dict[str, _Texts] = {
        "treaty": {
            "zh": f"{title}是一项国际条约，{date}签署。",
            "ru": f"{title} — международный договор, подписанный {date}.",
            "en": f"{title} is an international treaty, signed on {date}.",
        },
        "declaration": {
            "zh": f"{title}由联合国大会第{number}号决议（文号：{code}）于{date}通过。",
            "ru": f"{title} принята резолюцией {number} Генеральной Ассамблеи Организации Объединенных Наций "
            f"(условное обозначение {code}) {date}.",
            "en": f"{title} was adopted by United Nations General Assembly resolution {number} (symbol {code}) on "
            f"{date}.",
        },
        "resolution": {
            "zh": f"联合国大会第{number}号决议（文号：{code}）题为{title}，{date}通过。",
            "ru": f"Резолюция {number} Генеральной Ассамблеи Организации Объединенных Наций (условное обозначение "
            f"{code}) называется {title} и принята {date}.",
            "en": f"United Nations General Assembly resolution {number} (symbol {code}) is entitled {title} and was "
            f"adopted on {date}.",
        },
        "summit": {
            "zh": f"{title}是信息社会世界峰会的成果文件，{date}通过，载于文件{code}。",
            "ru": f"{title} — итоговый документ Всемирной встречи на высшем уровне по вопросам информационного "
            f"общества, принятый {date}; содержится в документе {code}.",
            "en": f"{title} is an outcome document of the World Summit on the Information Society, adopted on {date}; "
            f"its text is in document {code}.",
        },
        "national": {
            "zh": f"{title}是{country}的国家文件。",
            "ru": f"{title} — национальный документ; страна: {country}.",
            "en": f"{title} is a national document of {country}.",
        },
    }
    return sentences[item.kind][language]


def _whereabouts(item: Instrument, language: Language) -> str:
    """Where the resolution names the instrument, and where its official text is."""
    places = [label(name, language) for name in item.named_in]
    title, link = _quoted(item.title[language], language), item.address(language)
    if language == "zh":
        return f"{title}见{'和'.join(places)}。" + (f"正式文本：{link}" if link else "")
    if language == "ru":
        text = f"{title}: см. {' и '.join(places)}."
        return text + (f" Официальный текст: {link}" if link else "")
    text = f"{title}: see {' and '.join(places)}."
    return text + (f" Official text: {link}" if link else "")


def _quoted(title: str, language: Language) -> str:
    return {"zh": f"《{title}》", "ru": f"«{title}»", "en": f"“{title}”"}[language]


def _date(date: datetime.date | None, language: Language) -> str:
    if date is None:
        return ""
    if language == "zh":
        return f"{date.year}年{date.month}月{date.day}日"
    month = _MONTHS[language].split("|")[date.month - 1]
    return f"{date.day} {month} {date.year}" + (" года" if language == "ru" else "")
