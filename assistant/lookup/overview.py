"""Questions on a whole text or a part of it, answered from what its paragraphs do: at once, in the text's own words.

What it is about, what a part says, who is asked to do what, which paragraph speaks most strongly, how paragraphs and
texts differ. No language model and no search: the acts were read when the text was added (`assistant.analysis`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.analysis.anatomy import Anatomy
from assistant.analysis.points import Point, points
from assistant.analysis.unit import top_level
from assistant.analysis.verbs import ASKING, STRENGTHS
from assistant.answer import Evidence
from assistant.documents import Document
from assistant.documents.naming import named as named_kind
from assistant.documents.paragraph import labels
from assistant.languages import Language
from assistant.library.corpus import full_texts
from assistant.lookup.addressed import addressed, mentioned, strangers
from assistant.lookup.differences import age, comparable, differences
from assistant.lookup.lines import AnatomyOf, Found, Line, Text, composed
from assistant.messages import text
from assistant.question.question import Question
from assistant.text.orders import defused
from assistant.text.punctuation import bracketed, quoted
from assistant.text.terms import terms
from assistant.text.units import units

# So many points are told of a text, or where all of a part or all that is asked is wanted; of others the paragraphs.
_OF_ALL, _OF_PART = 5, 10
# Characters for all points together, and the least that they are taken to share; half as many where few are asked for.
_ROOM: dict[Language, int] = {"zh": 420, "ru": 1500, "en": 1350}
_SHARED, _FEW = 2, 3
_PLEASE = re.compile(r"(?:^|(?<=[，。？！；：、\s]))请")
# How many of the strongest are the strongest.
_STRONGEST = 2


@dataclass(frozen=True)
class _Read:
    """A text as it is shown, and what it does."""

    text: Text
    anatomy: Anatomy

    @property
    def document(self) -> Document:
        """The one shown."""
        return self.text.shown


def overview(question: Question, documents: Sequence[Document], anatomy_of: AnatomyOf) -> Found | None:
    """What answers ``question``, of a kind that is about a whole text; None where that is not known of its texts."""
    if question.kind == "chat":
        return composed([Line(text("chat_reply", question.query.reply))], question.query.reply)
    tell = {"summary": _summary, "part": _part, "asks": _asks, "compare": _compare}.get(question.kind)
    if tell is None or question.texts:
        return None

    def read(names: Sequence[str]) -> list[_Read]:
        found = [texts for name in names if (texts := full_texts(documents, name))]
        language = question.query.reply
        comparing = question.kind == "compare" and len(found) > 1
        shown = comparable(found, language) if comparing else [Text(texts, language) for texts in found]
        return [_Read(item, anatomy_of(item.shown)) for item in shown]

    named = question.sources.documents
    # "Compare it with the adopted text": one is named, and the main one meant beside it.
    if question.kind == "compare" and len(named) == 1 and not question.extent.ids:
        both = read(["", *named])
        if len(both) > 1 and (found := _versions(both, question.query.reply)):
            return found
    texts = read(named or ("",))
    return tell(question, texts) if texts else None


def in_points(paragraphs: Sequence[str], shown: Text, anatomy_of: AnatomyOf, most: int = 0) -> Found:
    """What ``paragraphs`` (ids) of the text ``shown`` say, in short, in ``most`` points, where that is given."""
    item = _Read(shown, anatomy_of(shown.shown))
    found = points(item.document, item.anatomy, paragraphs)
    chosen = _strongest(item, found, most or _OF_PART)
    return composed([*_lines(item, chosen, most), *_rest(item, found, chosen)], shown.language)


def _summary(question: Question, read: Sequence[_Read]) -> Found | None:
    """What the texts do; of "What does it want from the UN system?" what is asked of those named."""
    if any(addressed(question.text, item.anatomy.acts) for item in read):
        return _asks(question, read)
    lines: list[Line] = []
    wanted = question.extent.points
    for item in read:
        all_ = points(item.document, item.anatomy)
        acting = [point for point in all_ if point.act]
        chosen = _strongest(item, acting, max(wanted - 1, 1) if wanted else _OF_ALL) if acting else ()
        lines += [_head(item), *_lines(item, chosen or _headings(item) or all_[: wanted or _OF_ALL], wanted)]
        lines += _rest(item, acting, chosen)
    return composed(lines, question.query.reply)


def _part(question: Question, read: Sequence[_Read]) -> Found | None:
    item = read[0]
    names = [paragraph.id for paragraph in item.document.paragraphs]
    wanted = question.extent.of(names) or [name for name in names if name in question.query.paragraphs]
    return in_points(wanted, item.text, lambda _: item.anatomy, question.extent.points) if wanted else None


def _asks(question: Question, read: Sequence[_Read]) -> Found | None:
    lines: list[Line] = []
    shown: list[Evidence] = []
    for item in read:
        asked = question.query.text if question.query.language == item.text.language else question.text
        asking = [point for point in _acting(item) if _addressees(point) or _asks_for(point)]
        if not asking:
            continue
        acts = [point.act for point in asking if point.act]
        if question.last.report and not (asking := [point for point in asking if point.act and point.act.report]):
            lines.append(Line(text("overview_no_report", item.text.language)))
            shown += item.text.evidence(item.document.paragraphs[:1])
            continue
        # Of a follow-up the later words count: "And the agencies?"
        if names := addressed(question.text, acts) or addressed(asked, acts):
            asking = [point for point in asking if set(names) & set(_addressees(point))]
        elif unknown := strangers(asked, acts, item.text.language):
            # Who is named in what is asked may yet be asked, and what is named there is nobody.
            if any(mentioned(term, point.whole) for term in unknown for point in [*asking, *_asked_before(item)]):
                return None
            who = ", ".join(unknown)
            lines.append(Line(text("overview_not_addressed", item.text.language, who=who)))
            shown += item.text.evidence(item.document.paragraphs[:1])
            continue
        asking = [*_preambular(item, names), *(_by_verb(question.text, asking) or asking)]
        chosen = _strongest(item, asking, _OF_PART)
        lines += [*_lines(item, chosen), *_rest(item, asking, chosen)]
    return composed(lines, question.query.reply, shown) if lines else None


def _by_verb(question: str, asking: Sequence[Point]) -> list[Point]:
    """Those of ``asking`` whose verb ``question`` has: "Who is urged?". A Chinese 请 that begins an order is none."""
    said = set(terms(_PLEASE.sub(" ", question)))
    return [point for point in asking if point.act and terms(point.act.verb)[-1] in said]


def _acting(item: _Read) -> list[Point]:
    """The points that are of acts."""
    return [point for point in points(item.document, item.anatomy) if point.act]


def _asks_for(point: Point) -> bool:
    return point.act is not None and point.act.strength in ASKING


def _addressees(point: Point) -> tuple[str, ...]:
    return point.act.addressees if point.act else ()


def _compare(question: Question, read: Sequence[_Read]) -> Found | None:
    if len(read) > 1:
        return _of_two(question, read)
    item = read[0]
    names = [paragraph.id for paragraph in item.document.paragraphs]
    named_ = question.extent.of(names) if question.extent.ids else []
    if len({top_level(name) for name in named_}) > 1:
        return composed(_lines(item, points(item.document, item.anatomy, named_)), question.query.reply)
    if named_ or question.extent.part or not question.last.force:
        return None
    acting = [point for point in _acting(item) if _asks_for(point)]
    degrees = sorted({STRENGTHS.index(point.act.strength) for point in acting if point.act})[:_STRONGEST]
    chosen = [point for point in acting if point.act and STRENGTHS.index(point.act.strength) in degrees]
    return composed(_lines(item, chosen), question.query.reply) if chosen else None


def _of_two(question: Question, read: Sequence[_Read]) -> Found | None:
    """How two texts differ; of two that are no versions of one, what each does most strongly.

    What those say on something is left to search.
    """
    language = question.query.reply
    if (found := _versions(read[:2], language)) or question.on_topic:
        return found
    lines: list[Line] = []
    for item in _earlier_first(read[:2]):
        lines += [_head(item), *_lines(item, _strongest(item, _acting(item), _OF_ALL), beside=True)]
    return composed(lines, language)


def _versions(read: Sequence[_Read], language: Language) -> Found | None:
    """How the later of two texts differs; None of two that are no versions of one."""
    return differences([(item.text, item.anatomy) for item in _earlier_first(read)], language)


def _earlier_first(read: Sequence[_Read]) -> list[_Read]:
    return sorted(read, key=lambda item: age(item.document))


def _asked_before(item: _Read) -> Sequence[Point]:
    """What the preamble asks: "Encouraging Member States …"."""
    asking = [one.paragraph for one in item.anatomy.preamble if one.strength in ASKING]
    return points(item.document, item.anatomy, asking)


def _preambular(item: _Read, names: Iterable[str]) -> list[Point]:
    """What the preamble asks of those named."""
    found = _asked_before(item)
    return [point for point in found if any(name.casefold() in point.whole.casefold() for name in names)]


def _strongest(item: _Read, found: Sequence[Point], most: int) -> Sequence[Point]:
    """The ``most`` of ``found`` that speak most strongly, in the text's order, and of those that speak alike what has
    most of the words of the title."""
    title = units(item.document.title)

    def rank(point: Point) -> tuple[int, int]:
        strength = STRENGTHS.index(point.act.strength) if point.act else len(STRENGTHS)
        return strength, -len(title & units(point.whole))

    kept = {id(point) for point in sorted(found, key=rank)[:most]}
    return [point for point in found if id(point) in kept]


def _head(item: _Read) -> Line:
    """What the text is: its title, kind and symbol."""
    document, language = item.document, item.text.language
    what = " ".join(filter(None, [named_kind(document.kind, language), document.symbol]))
    said = quoted(document.title, document.language) + (bracketed(what, language) if what else "")
    head = [paragraph for paragraph in document.paragraphs if paragraph.kind == "head"]
    return Line(said, item.text.evidence(head[:1]))


def _headings(item: _Read) -> list[Point]:
    """The outermost divisions by their headings, of a text whose paragraphs do nothing that is known."""
    sections = item.document.sections
    kinds = sections[0].kinds if sections else ()
    return [Point(one.ids[0], one.heading) for one in sections if one.kinds == kinds][:_OF_PART]


def _lines(item: _Read, found: Sequence[Point], wanted: int = 0, *, beside: bool = False) -> list[Line]:
    """A line a point, of which so many are ``wanted`` where that is not 0; ``beside`` those of another text."""
    by_id = {paragraph.id: paragraph for paragraph in item.document.paragraphs}
    room = _ROOM[item.document.language] // (2 if beside or 0 < wanted <= _FEW else 1) // max(len(found), _SHARED)
    said = ((point, defused(point.within(room))) for point in found)
    return [Line(words, item.text.evidence([by_id[point.paragraph]], beside=beside)) for point, words in said if words]


def _rest(item: _Read, found: Sequence[Point], chosen: Sequence[Point]) -> list[Line]:
    """Where else something stands."""
    told = {point.paragraph for point in chosen}
    left = [point.paragraph for point in found if point.paragraph not in told]
    return [Line(text("found_also", item.text.language, labels=labels(left, item.text.language)))] if left else []
