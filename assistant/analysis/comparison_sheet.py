"""A comparison as a sheet for a reader: the changes first, the most important at the top, then both texts whole."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.analysis.comparison import Change, Compared, Comparison
from assistant.analysis.redline import Span
from assistant.analysis.text import Text
from assistant.analysis.verbs import ASKING, STRENGTHS
from assistant.documents.paragraph import label
from assistant.languages import Language
from assistant.messages import text
from assistant.rendering import Block, Line, Place, Run, Sheet, line
from assistant.text.punctuation import colon

# The lines for what a change is.
_KINDS = {
    "verb": "compare_verb",
    "addressee": "compare_addressee",
    "date": "compare_date",
    "figure": "compare_figure",
    "reference": "compare_reference",
    "words": "compare_words",
    "wording": "compare_wording",
    "split": "compare_split",
    "merged": "compare_merged",
    "moved": "compare_moved",
    "new": "compare_new",
    "gone": "compare_gone",
}
# Verbs that ask or decide, the strongest first.
_WEIGHTS = [strength for strength in STRENGTHS if strength == "decide" or strength in ASKING]


def comparison_sheet(found: Comparison, language: Language) -> Sheet:
    """``found`` for a reader of ``language``."""
    before, after = (item.symbol or item.title for item in (found.before, found.after))
    title = text("compare_title", language, before=before, after=after)
    return Sheet(title, language, tuple(_Writer(found.before, found.after, language).blocks(found)))


def change_told(change: Change, language: Language) -> str:
    """What kind of change it is: "Other verb (weaker)", where a verb asks for less than it did."""
    places = [_WEIGHTS.index(strength) for strength in change.strengths if strength in _WEIGHTS]
    said = text(_KINDS[change.kind], language)
    if len(places) < 2 or places[0] == places[1]:
        return said
    return said + text("compare_weaker" if places[0] < places[1] else "compare_stronger", language)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]) if runs else runs


class _Writer:
    """The blocks of a comparison: what they need all over are the texts' languages and the reader's."""

    def __init__(self, before: Text, after: Text, language: Language) -> None:
        self._texts, self._language = (before, after), language
        self._one_language = before.language == after.language
        self._foreign = after.language if self._one_language and after.language != language else None

    def blocks(self, found: Comparison) -> Iterable[Block]:
        language = self._language
        for key, document in zip(("compare_before", "compare_after"), self._texts, strict=True):
            spoken, status = text(f"in_{document.language}", language), text(document.status, language)
            said = text("compare_text", language, title=document.title, language=spoken, status=status)
            yield line(Run(text(key, language) + colon(language), "small"), said)
        yield line(text("compare_changes", language), kind="heading")
        if not found.changes:
            yield line(text("compare_none" if self._one_language else "compare_only_numbers", language))
        elif not self._one_language:
            yield line(Run(text("compare_languages", language), "small"))
        yield from map(self._change, found.changes)
        if self._one_language:
            yield line(text("compare_whole", language), kind="heading")
            for pair in found.pairs:
                yield from self._pair(pair)
        else:
            yield line(text("compare_numbers", language), kind="heading")
            yield from (line(*self._where(pair.pair.before, pair.pair.after), kind="item") for pair in found.pairs)

    def _change(self, change: Change) -> Line:
        what = Run(change_told(change, self._language), "strong")
        where = self._where(change.before, change.after)
        if change.kind in ("new", "gone"):
            said: tuple[Run, ...] = (Run(change.now or change.was, "", self._spoken(change)),)
        else:
            said = _stripped(self._redline(change.redline))
        space = (colon(self._language),) if said else ()
        return line(what, " ", *where, *space, *said, kind="item")

    def _spoken(self, change: Change) -> Language | None:
        document = self._texts[1 if change.now else 0]
        return document.language if document.language != self._language else None

    def _pair(self, found: Compared) -> Iterable[Line]:
        yield line(*self._where(found.pair.before, found.pair.after), " ", *self._redline(found.redline))
        for part in found.below:
            yield from self._pair(part)

    def _where(self, before: Sequence[str], after: Sequence[str]) -> tuple[Run, ...]:
        """The paragraphs' labels, both where they are not the same."""
        old, new = (", ".join(label(name, self._language) for name in names) for names in (before, after))
        said = f"{old} → {new}" if before != after and before and after else old or new
        both = ((self._texts[0], before if before != after else ()), (self._texts[1], after))
        places = tuple(
            Place(item.document, item.language, name, label(name, self._language)) for item, ids in both for name in ids
        )
        return (Run(f"[{said}]", "small", places=places),)

    def _redline(self, spans: Sequence[Span]) -> tuple[Run, ...]:
        return tuple(Run(span.text, "" if span.kind == "kept" else span.kind, self._foreign) for span in spans)
