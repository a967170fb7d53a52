"""What a text is and does, on one page: all of it read from its masthead and its acts, each with its paragraph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.analysis.anatomy import Act
from assistant.analysis.drafting import compiled, pattern
from assistant.analysis.excerpt import Excerpt, excerpts
from assistant.analysis.redline import word_places
from assistant.analysis.text import Text
from assistant.analysis.unit import top_level
from assistant.analysis.verbs import ASKING, STRENGTHS
from assistant.documents.naming import MASTHEAD
from assistant.documents.paragraph import Document
from assistant.languages import Language
from assistant.library.corpus import find
from assistant.text.units import script

Lack = Literal["money", "body", "report", "date"]
# So many of a kind are told on one page; of the others the paragraphs are named.
_MOST = {"asked": 10, "decided": 5, "reports": 5, "dates": 4, "parts": 30}

# What is noted or felt has a date that is past, if any.
_OF_THE_PAST = ("note", "recognize", "reaffirm", "express")
# So many sponsors are named before their number.
_SPONSORS = 10
# Where fewer paragraphs than one in so many have a heading, they do not say what the parts are; words of a beginning.
_PARAGRAPHS_UNDER_HEADING, _BEGINNING = 20, 16


@dataclass(frozen=True)
class Cited:
    """Another text that this one names: its symbol or id, its title where it is known, and the ``paragraphs``."""

    target: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A division of a text without acts: its heading, and its first paragraph."""

    heading: str
    paragraph: str


@dataclass(frozen=True)
class Brief:
    """A ``text`` on one page, in its own words.

    ``about`` is what its masthead says, as fields of `assistant.documents.Document`. ``asked`` are the acts by which
    somebody is asked for something, the strongest first, ``decided`` what the body decides itself, ``reports`` those
    that ask for a report, ``dates`` those of the others that have a date to come, ``others`` what it notes, welcomes
    and the like. ``sums`` are those of money, with their paragraphs. ``below`` are the sub-paragraphs that go on with
    an act, which are not told by themselves, by its paragraph. ``more`` are the paragraphs of acts that have no room,
    by what they would be among. ``lacks`` is what it has nothing of: a sum or source of money, a body that it founds, a
    report that it asks for, a date. ``parts`` are the divisions of a text that has no acts, or more of
    others; of that ``lacks`` says nothing. ``operative`` counts its operative paragraphs.
    """

    text: Text
    about: tuple[tuple[str, str], ...]
    asked: tuple[Excerpt, ...]
    decided: tuple[Excerpt, ...]
    reports: tuple[Excerpt, ...]
    dates: tuple[Excerpt, ...]
    others: tuple[Excerpt, ...]
    sums: tuple[tuple[str, str], ...]
    instruments: tuple[Cited, ...]
    lacks: tuple[Lack, ...]
    parts: tuple[Part, ...]
    operative: int
    below: tuple[tuple[str, tuple[str, ...]], ...] = ()
    more: tuple[tuple[str, tuple[str, ...]], ...] = ()


def brief(document: Document, acts: Sequence[Act], documents: Sequence[Document]) -> Brief:
    """The brief of ``document`` with its ``acts``; ``documents`` tell the titles of what it names."""
    told = excerpts(document, acts)
    below = _below(acts, document)
    found = [item for item in told if item.act.paragraph not in {one for ids in below.values() for one in ids}]
    asked = _strongest(item for item in found if item.act.addressees or _asks(item.act))
    decided = tuple(item for item in found if item.act.strength == "decide" and item not in asked)
    reports = tuple(item for item in told if item.act.report)
    others = tuple(item for item in found if item not in asked and item not in decided and item not in reports)
    left = (*others, *asked[_MOST["asked"] :])  # what is asked above has its date beside it
    dates = tuple(item for item in left if item.act.when and item.act.strength not in _OF_THE_PAST)
    kinds = {"asked": asked, "decided": decided, "reports": reports, "dates": dates}
    beside = _has_more_beside(document)
    more = {
        name: tuple(dict.fromkeys(item.act.paragraph for item in items[_MOST[name] :])) for name, items in kinds.items()
    }
    return Brief(
        Text.of(document),
        tuple(_about(document)),
        **{name: items[: _MOST[name]] for name, items in kinds.items()},
        others=others,
        sums=tuple(_sums(document)),
        instruments=tuple(_instruments(document, documents)),
        lacks=tuple(_lacks(document, acts)) if acts and not beside else (),
        parts=tuple(_parts(document))[: _MOST["parts"]] if beside or not acts else (),
        operative=sum(item.kind == "operative" for item in document.paragraphs),
        below=tuple((name, tuple(ids)) for name, ids in below.items()),
        more=tuple((name, left) for name, left in more.items() if left),
    )


def _below(acts: Sequence[Act], document: Document) -> dict[str, list[str]]:
    """The sub-paragraphs that only go on with what their paragraph does, or the first of them: "Urges States: (a) To
    …; (b) To …"; by the id of that.
    """
    verbs = {(act.paragraph, act.verb.casefold()) for act in acts}
    first: dict[tuple[str, str, tuple[str, ...]], str] = {}
    found: dict[str, list[str]] = {}
    for act in acts:
        verb, above = act.verb.casefold(), list(_above(act.paragraph))
        lead = next((one for one in above if (one, verb) in verbs), "")
        if above and not lead:
            beside = first.setdefault((above[0], verb, act.addressees), act.paragraph)
            lead = beside if beside != act.paragraph else ""
        if lead:
            found.setdefault(lead, []).append(act.paragraph)
    acting = {act.paragraph for act in acts}
    for item in document.paragraphs:  # items that are no acts: "including by: (a) Creating …"
        lead = next((one for one in _above(item.id) if one in acting), "")
        if lead and item.id not in acting:
            found.setdefault(lead, []).append(item.id)
    return found


def _above(paragraph: str) -> Iterable[str]:
    """The ids that a sub-paragraph is below, the nearest first."""
    while paragraph.endswith(")"):
        paragraph = paragraph[: paragraph.rindex("(")]
        yield paragraph


def _has_more_beside(document: Document) -> bool:
    """Whether most of its paragraphs are no operative ones, as in an annex, so that acts do not say what it has."""
    kinds = [item.kind for item in document.paragraphs if item.id == top_level(item.id)]
    return kinds.count("operative") < sum(kind in ("annex", "article", "plain") for kind in kinds)


def _asks(act: Act) -> bool:
    """Whether it asks for something, though it names nobody."""
    return act.strength in ASKING and not act.report


def _strongest(found: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    return tuple(sorted(found, key=lambda item: STRENGTHS.index(item.act.strength)))


def _about(document: Document) -> Iterable[tuple[str, str]]:
    """What the masthead says, in the order in which a reader asks."""
    said = {name: getattr(document, name) for name in MASTHEAD}
    said["sponsors"] = "; ".join(document.sponsors[:_SPONSORS])
    if len(document.sponsors) > _SPONSORS:
        said["sponsors"] += f" … ({len(document.sponsors)})"
    return ((name, value) for name, value in said.items() if value)


def _instruments(document: Document, documents: Sequence[Document]) -> Iterable[Cited]:
    """The texts that the paragraphs name, in order of the first mention."""
    named: dict[str, dict[str, None]] = {}
    for paragraph in (item for item in document.paragraphs if item.kind != "head"):
        for reference in paragraph.references:
            if reference.target not in (document.id, document.symbol):
                named.setdefault(reference.target, {}).setdefault(paragraph.id)
    for target, paragraphs in named.items():
        yield Cited(target, _title(find(documents, target), document.language), tuple(paragraphs))


def _title(texts: Sequence[Document], language: Language) -> str:
    """The title of ``texts``, which are one in several languages: in ``language``, else what it is called in that."""
    same = next((item.title for item in texts if item.language == language), "")
    called = (name for item in texts for name, section in item.aliases if not section and script(name) == language)
    return same or next(called, "") or next((item.title for item in texts), "")


def _sums(document: Document) -> Iterable[tuple[str, str]]:
    """The sums of money that the paragraphs name, as printed, each with its paragraph."""
    currency = pattern("currencies", document.language, inflected=True)
    sum_ = compiled(rf"{currency}\s?\d[\d.,]*(?:\s(?:m|b|tr)illion)?|\d[\d.,]*(?:\s?[^\W\d_]+){{0,3}}?\s?{currency}")
    for paragraph in document.paragraphs:
        if paragraph.kind != "head":
            yield from ((match[0].strip(), paragraph.id) for match in sum_.finditer(paragraph.whole))


def _lacks(document: Document, acts: Sequence[Act]) -> Iterable[Lack]:
    money = compiled(pattern("money", document.language, inflected=True))
    founding = compiled(pattern("founding", document.language, inflected=True))
    if not any(money.search(item.whole) for item in document.paragraphs if item.kind != "head"):
        yield "money"
    doing = {act.paragraph for act in acts if act.strength in ("decide", "request")}
    if not any(founding.search(item.whole) for item in document.paragraphs if item.id in doing):
        yield "body"
    if not any(act.report for act in acts):
        yield "report"
    if not any(act.when for act in acts):
        yield "date"


def _parts(document: Document) -> Iterable[Part]:
    """The outermost divisions, else the headings, else how each paragraph begins."""
    kinds = document.sections[0].kinds if document.sections else ()
    divided = [Part(_beginning(item.heading), item.ids[0]) for item in document.sections if item.kinds == kinds]
    headed = [Part(_beginning(item.heading), item.id) for item in document.paragraphs if item.heading]
    whole = (item for item in document.paragraphs if item.id == top_level(item.id))
    begun = [Part(_beginning(item.text), item.id) for item in whole if item.kind in ("article", "plain", "operative")]
    if divided and len(divided) * 2 > len(headed):
        return divided
    return headed if len(headed) > len(begun) / _PARAGRAPHS_UNDER_HEADING else begun


def _beginning(text: str) -> str:
    """``text`` on one line, or how it begins."""
    text = " ".join(text.split())
    places = word_places(text)
    end = places[_BEGINNING - 1][1] if len(places) > _BEGINNING else len(text)
    return text[:end] + ("…" if end < len(text) else "")
