"""A brief as a sheet for a reader: labels in the reader's language, quotations in the text's own."""

from collections.abc import Iterable, Sequence

from assistant.analysis.anatomy import Act
from assistant.analysis.brief import Brief
from assistant.analysis.excerpt import Excerpt
from assistant.documents.naming import MASTHEAD, named
from assistant.documents.paragraph import label, labels
from assistant.languages import Language
from assistant.messages import text
from assistant.rendering import Block, Line, Place, Run, Sheet, Table, line
from assistant.text.punctuation import colon, quoted

# The lines for what a brief has.
_LACKS = {"money": "brief_no_money", "body": "brief_no_body", "report": "brief_no_report", "date": "brief_no_date"}
# So many of the texts that are named have their titles told beside their symbols.
_TITLED = 6


def brief_sheet(found: Brief, language: Language) -> Sheet:
    """``found`` for a reader of ``language``."""
    return Sheet(
        text("brief_title", language, title=found.text.title), language, tuple(_Writer(found, language).blocks())
    )


class _Writer:
    """A brief's blocks: what they need all over is the brief and the reader's language."""

    def __init__(self, found: Brief, language: Language) -> None:
        self._found, self._language = found, language
        self._foreign = found.text.language if found.text.language != language else None
        self._more = dict(found.more)

    def blocks(self) -> Iterable[Block]:
        found, language = self._found, self._language
        yield line(*self._masthead())
        spoken, status = text(f"in_{found.text.language}", language), text(found.text.status, language)
        yield line(Run(text("brief_words", language, language=spoken, status=status), "small"))
        if found.asked:
            yield self._heading("brief_asked")
            head = [text(key, language) for key in ("brief_who", "brief_what", "brief_when")]
            dated = any(item.act.when for item in found.asked)  # else there is no such column
            rows = tuple(self._row(item)[: None if dated else -1] for item in found.asked)
            yield Table(tuple(head if dated else head[:-1]), rows)
            yield from self._rest("asked")
        for kind, heading, items, write in (
            ("decided", "brief_decided", found.decided, self._item),
            ("reports", "brief_reports", found.reports, self._report),
            ("dates", "brief_dates", found.dates, self._item),
        ):
            if items:
                yield self._heading(heading)
                yield from map(write, items)
                yield from self._rest(kind)
        if found.others:
            yield self._heading("brief_others")
            yield line(*self._others())
        if found.sums:
            yield self._heading("brief_sums")
            yield line(*self._sums())
        if found.lacks:
            yield self._heading("brief_lacks")
            yield from (line(text(_LACKS[lack], language), kind="item") for lack in found.lacks)
        if found.instruments:
            yield self._heading("brief_instruments")
            yield line(*self._instruments())
        if found.parts:
            if not found.operative:
                yield line(text("brief_no_acts", language))
            yield self._heading("brief_parts")
            yield from (
                line(self._words(part.heading), self._where([part.paragraph]), kind="item") for part in found.parts
            )

    def _heading(self, key: str) -> Line:
        return line(text(key, self._language), kind="heading")

    def _words(self, words: str) -> Run:
        """Words of the text."""
        return Run(words, language=self._foreign)

    def _quoted(self, words: str) -> Run:
        return self._words(quoted(words, self._found.text.language))

    def _where(self, paragraphs: Iterable[str]) -> Run:
        ids = list(dict.fromkeys(paragraphs))
        return Run(f" [{labels(ids, self._language)}]", "small", places=self._places(ids))

    def _places(self, ids: Sequence[str]) -> tuple[Place, ...]:
        """Where ``ids`` are; of several of a kind the numbers alone are said."""
        document = self._found.text
        said = {name: label(name, self._language) for name in ids}
        if len(ids) > 1:
            whole = labels(ids, self._language)
            numbers = {name: name.lstrip("PFONART¶") for name in ids}
            said = {name: one if one in whole else numbers[name] for name, one in said.items()}
        return tuple(Place(document.document, document.language, name, one) for name, one in said.items())

    def _row(self, item: Excerpt) -> tuple[tuple[Run, ...], ...]:
        act = item.act
        return (
            (self._words("; ".join(act.addressees)),),
            (
                *self._said(item),
                Run(
                    f" [{label(act.paragraph, self._language)}{self._below(act)}]",
                    "small",
                    places=self._places([act.paragraph]),
                ),
            ),
            (self._words(act.when),),
        )

    def _below(self, act: Act) -> str:
        """Which sub-paragraphs go on with an act: " (a)–(m)", or "–(m)" behind the first of them."""
        found = dict(self._found.below).get(act.paragraph, ())
        if not found:
            return ""
        if not found[0].startswith(act.paragraph):
            return f"–({found[-1].rpartition('(')[2]}"
        first, last = (one.removeprefix(act.paragraph) for one in (found[0], found[-1]))
        return f" {first}–{last}" if first != last else f" {first}"

    def _said(self, item: Excerpt) -> tuple[Run, Run]:
        """The verb and what follows it."""
        space = "" if self._found.text.language == "zh" else " "
        return Run(item.act.verb + space, "strong", self._foreign), self._words(item.words)

    def _item(self, item: Excerpt) -> Line:
        act = item.act
        when = (" — ", self._words(act.when)) if act.when and act.when not in item.words else ()
        return line(*self._said(item), *when, self._where([act.paragraph]), kind="item")

    def _report(self, item: Excerpt) -> Line:
        act = item.act
        who = Run("; ".join(act.addressees), "strong", self._foreign)
        to = (f" — {text('brief_to', self._language, whom=act.report_to)}",) if act.report_to else ()
        when = (" — ", self._words(act.when)) if act.when and act.when not in act.report_to else ()
        said = (colon(self._language), self._quoted(item.words))
        return line(who, *said, *to, *when, self._where([act.paragraph]), kind="item")

    def _masthead(self) -> Iterable[Run]:
        """What the masthead says, in one paragraph."""
        language = self._language
        for number, (name, value) in enumerate(self._found.about):
            said = named(value, language)
            said = said.replace("; ", "、") if language == "zh" else said
            yield Run((" · " if number else "") + text(MASTHEAD[name], language) + colon(language), "small")
            yield Run(said)

    def _sums(self) -> Iterable[Run]:
        """The sums, with the paragraph behind each."""
        for number, (words, paragraph) in enumerate(self._found.sums):
            yield Run("; " if number else "")
            yield from (self._words(words), self._where([paragraph]))

    def _instruments(self) -> Iterable[Run]:
        """The texts that are named, by symbol and title, with the paragraphs behind each."""
        for number, item in enumerate(self._found.instruments):
            symbol = item.target if "/" in item.target or not item.title else ""
            title = item.title if number < _TITLED or not symbol else ""
            yield Run(("; " if number else "") + symbol + (" " if symbol and title else ""))
            yield self._quoted(title) if title else Run("")
            yield self._where(item.paragraphs)

    def _others(self) -> Iterable[Run]:
        """Each verb with its paragraphs behind it."""
        by_verb: dict[str, list[str]] = {}
        for item in self._found.others:
            by_verb.setdefault(item.act.verb.casefold(), []).append(item.act.paragraph)
        for number, (verb, paragraphs) in enumerate(by_verb.items()):
            yield Run("; " if number else "")
            yield from (Run(verb, "strong", self._foreign), self._where(paragraphs))

    def _rest(self, kind: str) -> Sequence[Line]:
        """What has no room, by its paragraphs, or what it is."""
        if kind not in self._more:
            return ()
        said = labels(self._more[kind], self._language)
        return [line(Run(text("brief_more", self._language, paragraphs=said), "small"))]
