"""What is otherwise in one text than in another, in lines: the changes that weigh most, each with its paragraph."""

import re
from collections.abc import Sequence
from itertools import chain

from assistant.analysis.anatomy import Anatomy
from assistant.analysis.comparison import Change, Comparison, compare
from assistant.analysis.comparison_sheet import change_told
from assistant.analysis.table import by_paragraph
from assistant.answer import Evidence
from assistant.documents import Document
from assistant.languages import LANGUAGES, Language
from assistant.lookup.lines import Found, Line, Text, composed
from assistant.messages import text
from assistant.text.orders import defused
from assistant.text.punctuation import colon, quoted

# So many changes are told; characters of what was and is.
_MOST = 8
_ROOM: dict[Language, int] = {"zh": 40, "ru": 110, "en": 100}
# Texts of which fewer paragraphs than one in so many correspond are no versions of one.
_SHARE = 3


def differences(texts: Sequence[tuple[Text, Anatomy]], language: Language) -> Found | None:
    """How the second of two ``texts`` differs from the first; None where they are in different languages, or have
    little in common."""
    compared = _compared(texts)
    if compared is None:
        return None
    (old, _), (new, _) = texts
    changes = compared.changes
    if not changes:
        return composed([Line(text("compare_none", language), new.evidence(new.shown.paragraphs[:1]))], language)
    lines = [_line(change, old, new, language) for change in changes[:_MOST]]
    left = len(changes) - len(lines)
    lines += [Line(text("differences_more", language, count=str(left)))] if left else []
    return composed(lines, language)


def changes_of(texts: Sequence[tuple[Text, Anatomy]], ids: Sequence[str], language: Language) -> list[Line]:
    """What changed in the paragraphs ``ids``, one of each of two ``texts``; no line where those are no versions of one.

    The texts come in the order of the question, the earlier one is told first.
    """
    (old, one), (new, other) = sorted(zip(texts, ids, strict=True), key=lambda item: age(item[0][0].shown))
    compared = _compared((old, new))
    if compared is None:
        return []
    told = [change for change in compared.changes if one in change.before or other in change.after]
    return [_line(change, old[0], new[0], language) for change in told[:_MOST]] or [
        Line(text("compare_none", language))
    ]


def corresponding(texts: Sequence[tuple[Text, Anatomy]], document: str, paragraph: str) -> list[frozenset[str]] | None:
    """The ids of what corresponds to ``paragraph`` of ``document`` in each of two ``texts``.

    None where nothing does, or those are no versions of one.
    """
    compared = _compared(texts)
    for one in compared.pairs if compared else ():
        sides = [frozenset(one.pair.before), frozenset(one.pair.after)]
        for (text_, _), ids in zip(texts, sides, strict=True):
            if text_.shown.id == document and paragraph in ids and all(sides):
                return sides
    return None


def _compared(texts: Sequence[tuple[Text, Anatomy]]) -> Comparison | None:
    """What became of the first of two ``texts`` in the second, as for `differences`."""
    (old, before), (new, after) = texts
    if old.shown.language != new.shown.language:
        return None
    found = compare(old.shown, new.shown, None, (by_paragraph(before.acts), by_paragraph(after.acts)))
    paired = sum(bool(pair.pair.before and pair.pair.after) for pair in found.pairs)
    return None if paired * _SHARE < len(found.pairs) else found


def comparable(texts: Sequence[Sequence[Document]], reader: Language) -> list[Text]:
    """``texts``, each with its translations, for a reader; in one language where they have one in common."""
    shared = set(LANGUAGES).intersection(*({item.language for item in translations} for translations in texts))
    spoken = reader if reader in shared else next((code for code in reversed(LANGUAGES) if code in shared), "")
    return [Text([item for item in one if item.language == spoken] or one, reader) for one in texts]


def _line(change: Change, old: Text, new: Text, language: Language) -> Line:
    spoken = new.shown.language
    passages = (_short(passage, spoken) for passage in (change.was, change.now) if passage)
    said = " → ".join(quoted(defused(passage), spoken) for passage in passages)
    what = change_told(change, language) + (f"{colon(language)}{said}" if said else "")
    where = chain(_paragraphs(new, change.after), () if change.after else _paragraphs(old, change.before))
    return Line(what, tuple(where)[:1])


def _paragraphs(text_: Text, names: Sequence[str]) -> tuple[Evidence, ...]:
    found = [item for item in text_.shown.paragraphs if item.id in names]
    return text_.evidence(found, beside=True)


def _short(passage: str, language: Language) -> str:
    passage = " ".join(passage.split())
    room = _ROOM[language]
    if len(passage) <= room:
        return passage
    cut = passage[:room] if language == "zh" else passage[:room].rpartition(" ")[0]
    return f"{cut.rstrip(' ,;，；')} …"


def age(document: Document) -> tuple[int, bool, list[int]]:
    """What sorts texts by session, a draft before what was adopted, then by the numbers of their symbols."""
    symbol = document.symbol or document.id
    numbers = [int(number) for number in re.findall(r"\d+", symbol)]
    session = int(document.session) if document.session.isdecimal() else next(iter(numbers), 0)
    return session, "RES" in symbol, numbers
