"""The paragraphs that have the words that a question looks for, or begin with them."""

import re
from collections.abc import Sequence

from assistant.documents import Document
from assistant.languages import Language
from assistant.lookup.lines import Found, Line, Text, composed
from assistant.messages import text
from assistant.question.lookups import Search
from assistant.question.tokens import plain
from assistant.text.punctuation import colon, quoted
from assistant.text.terms import stem, terms

_QUOTED, _ROOM = 5, {"zh": 80, "ru": 200, "en": 200}  # paragraphs found that are quoted, and characters of each
# Too common to be what a paragraph is looked for by.
_COMMON = set(
    """the a an of to in on at for and or with by from its it any some this that word words
    о об обо в во на и или к с со по для из от за слово слова""".split()  # noqa: SIM905
)


def with_words(search: Search, document: Text) -> Found | None:
    """The paragraphs that have the words looked for: the first ones quoted, the others named."""
    paragraphs = [item for item in document.shown.paragraphs if not search.kinds or item.id.startswith(search.kinds)]
    places = {item.id: _place(search, item.text) for item in paragraphs}
    evidence = document.evidence(item for item in paragraphs if places[item.id] is not None)
    lines = []
    for item in evidence[:_QUOTED]:
        part = _around(item.text, places[item.paragraph] or 0, item.language)
        lines.append(Line(quoted(part, item.language), (item,), item.label + colon(document.language)))
    if others := evidence[_QUOTED:]:
        names = ("、" if document.language == "zh" else ", ").join(item.label for item in others)
        lines.append(Line(text("found_also", document.language, labels=names), others))
    return composed(lines, document.language) if lines else None


def with_quoted(words: str, translations: Sequence[Document], language: Language) -> Found | None:
    """The paragraphs that have ``words``, which a question has in quotation marks, or that there is none; None where
    the text is not there in ``language``.
    """
    document = Text(translations, language)
    if not translations or document.shown.language != language:
        return None
    if found := with_words(Search(plain(words), False, ()), document):
        return found
    said = text("words_absent", language, words=words)
    return composed([Line(said)], language, document.evidence(document.shown.paragraphs[:1]))


def _place(search: Search, paragraph: str) -> int | None:
    """Where in ``paragraph`` the words looked for are, None where one of them is not there."""
    lowered = paragraph.lower().replace("ё", "е")
    if search.begins:
        pattern = re.escape(search.words) + ("" if search.words[-1:] > "\u2e80" else r"\b")
        return 0 if re.match(pattern, lowered) else None
    if re.search(r"[\u3400-\u9fff]", search.words):
        wanted = r"\s*".join(map(re.escape, re.sub(r"\s", "", search.words)))
        match = re.search(wanted, lowered) if len(search.words) > 1 else None
        return match.start() if match else None
    words = [word for word in terms(search.words) if word not in _COMMON and word not in map(stem, _COMMON)]
    places: dict[str, list[int]] = {word: [] for word in words}
    for match in re.finditer(r"\d+(?:[/.]\d+)*|[^\W\d_]+", lowered):
        for word in terms(match[0]):
            if word in places:
                places[word].append(match.start())
    return places[max(places, key=len)][0] if places and all(places.values()) else None


def _around(paragraph: str, place: int, language: Language) -> str:
    """So much of ``paragraph`` as may be quoted, whole words with what is at ``place``."""
    room = _ROOM[language]
    if len(paragraph) <= room:
        return paragraph
    start = max(0, min(place - room // 2, len(paragraph) - room))
    end = min(len(paragraph), start + room)
    if language != "zh":
        start = paragraph.find(" ", start, place) + 1 if start else 0
        end = max(paragraph.rfind(" ", place, end), place + 1) if end < len(paragraph) else end
    return ("…" if start else "") + paragraph[start:end].strip() + ("…" if end < len(paragraph) else "")
