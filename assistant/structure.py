"""Questions about the document itself, answered from the structure of the corpus: exactly, at once, without a model.

What paragraph 3 says, which is the last one, how many there are, which one mentions a name, whether a text is a
translation, what the heading has, under which number another text is. A question that asks for anything else is left to
search and the language model.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Evidence
from assistant.documents.corpus import find
from assistant.documents.paragraph import Document, Kind, Paragraph
from assistant.instruments import number_of, titled, under
from assistant.languages import LANGUAGES, Language
from assistant.messages import counted, text
from assistant.names import known
from assistant.quotations import quoted
from assistant.retrieval.named import document_numbers
from assistant.structure_answer import Line, Structured, Text, composed
from assistant.structure_request import (
    Place,
    Request,
    Search,
    asks_day,
    asks_number,
    asks_what,
    read_request,
    read_search,
)
from assistant.wanted import asks_count, has_year

_KINDS: dict[str, Kind] = {
    "OP": "operative",
    "PP": "preambular",
    "FN": "footnote",
    "ART": "article",
    "¶": "plain",
}
_DIGITS = re.compile(r"\d+")
_QUOTED, _ROOM = 5, {"zh": 80, "ru": 200, "en": 200}  # paragraphs found that are quoted, and characters of each
# Lines of a heading: what the text is, for which session and agenda item (its title is in the next line), and whose.
_WHAT_IT_IS = re.compile(r"(?:draft )?resolution\b|(?:проект )?резолюци|.{0,16}决议(?:草案)?$", re.IGNORECASE)
_SESSION = re.compile(r"[\w-]+(?: [\w-]+)? (?:session|сессия)$|第.+届会议$", re.IGNORECASE)
_AGENDA = re.compile(r"(?:agenda item|пункт) \d+|议程项目\s*\d+", re.IGNORECASE)
_SPONSORS = re.compile(r"[^:：]+(?=[:：]\W*$)")
# A draft is submitted, and proposed; but "And who proposed it?" behind a question about a centre asks about that.
_PROPOSED = re.compile(r"propos|\bput\b|предлож|выдвин|提[出的]|发起", re.IGNORECASE)
_DRAFT = re.compile(
    r"\b(?:draft|resolution|document|text)\b|проект|резолюци|документ|决议|草案|案文|文件", re.IGNORECASE
)


@dataclass(frozen=True)
class Focus:
    """Paragraphs that the language model is to summarise or compare, in ``language``."""

    task: Literal["summarise", "compare"]
    evidence: tuple[Evidence, ...]
    language: Language


def respond(question: str, documents: Sequence[Document], language: Language, last: str = "") -> Structured | None:
    """The answer to a question about a document's structure, None to any other.

    ``documents`` are all of an index. The answer is in ``language`` unless the question asks for another. ``last`` is
    what ``question`` ends with where it is more than one: the sponsors, the session and the agenda item are the
    heading's unless another document was named before.
    """
    if search := read_search(question):
        main = _translations("", documents)
        return _found(search, Text(main, language)) if main else None
    if numbered := _numbered(question, documents, language):
        return numbered
    request = read_request(question, _names(question, documents))
    if (
        request is None
        and last not in ("", question)
        and not (document_numbers(question) or _names(question, documents))
    ):
        before, question = question.removesuffix(last), last
        request = read_request(last)
        request = request if request and request.task in ("heading", "sponsors") else None
        if request and _PROPOSED.search(last) and not (_DRAFT.search(before) or read_request(before)):
            return None
    if request is None:
        return None
    translations = _translations(request.document, documents)
    if not translations:
        return _elsewhere(request.document, documents, language) if request.document and request.places else None
    document = Text(translations, _asked(request, translations, language))
    if request.task == "count":
        return _counts(request, document)
    if request.task == "origin":
        return _origin(document)
    if request.task == "adoption":
        return _adoption(document, dated="when" in request.words)
    if request.task == "title":
        return _heading(document, [re.compile(re.escape(document.shown.title) + "$")])
    if request.task == "sponsors":
        return _heading(document, [_SPONSORS], how_many=asks_count(question))
    if request.task == "heading":
        asked = [line for word, line in (("session", _SESSION), ("agenda", _AGENDA)) if word in request.words]
        return _heading(document, asked, _DIGITS.findall(question))
    paragraphs, missing = _resolve(request.places, document)
    if request.task != "quote" and not missing:
        return None
    evidence = document.evidence(paragraphs if request.task == "quote" else ())
    lines = [Line(quoted(item.text, item.language), (item,)) for item in evidence]
    lines += [Line(_missing(place, document)) for place in missing]
    nearest = [items[-1] for place in missing if (items := document.of(_prefix(place, document)))]
    return composed(lines, document.language, document.evidence(nearest)) if lines else None


def needs_no_model(question: str) -> bool:
    """Whether `respond` is likely to answer ``question``, as far as that shows without the documents."""
    request = read_request(question)
    return bool(read_search(question)) or (request is not None and request.task not in ("summarise", "compare"))


def focus(question: str, documents: Sequence[Document], language: Language) -> Focus | None:
    """The paragraphs that ``question`` asks to have summarised or compared, None where it asks for something else."""
    request = read_request(question, _names(question, documents))
    if request is None or request.task not in ("summarise", "compare"):
        return None
    translations = _translations(request.document, documents)
    if not translations:
        return None
    document = Text(translations, _asked(request, translations, language))
    paragraphs, missing = _resolve(request.places, document)
    if missing or len(paragraphs) < (2 if request.task == "compare" else 1):
        return None
    task: Literal["summarise", "compare"] = "compare" if request.task == "compare" else "summarise"
    return Focus(task, document.evidence(paragraphs), document.language)


def _names(question: str, documents: Sequence[Document]) -> set[str]:
    """Ids of full texts that may be named in ``question``."""
    lowered = question.lower()
    return {item.id for item in documents if item.name and item.status != "card" and item.id.lower() in lowered}


def _translations(name: str, documents: Sequence[Document]) -> list[Document]:
    """The full texts that ``name`` means; those that the corpus is about where it is empty."""
    found = find(documents, name) if name else [item for item in documents if not item.name]
    return [item for item in found if item.status != "card" and item.id == found[0].id and item.paragraphs]


def _asked(request: Request, translations: Sequence[Document], reader: Language) -> Language:
    """The language that the question asks for where the text is in it, else the reader's."""
    if request.task in ("origin", "adoption", "heading", "title", "sponsors", "count"):
        return reader
    original = next((item.language for item in translations if item.status == "original"), reader)
    wanted = original if request.language == "original" else request.language
    return next((item.language for item in translations if item.language == wanted), reader)


def _prefix(place: Place, document: Text) -> str:
    """How the ids begin that ``place`` is among: "paragraph 3" is an operative one, or one of a text without those."""
    return place.kind or ("OP" if document.of("OP") else "¶")


def _resolve(places: Sequence[Place], document: Text) -> tuple[list[Paragraph], list[Place]]:
    """The paragraphs at ``places`` with what is below them, and of each kind the last place that there is not."""
    found: dict[str, Paragraph] = {}
    missing: dict[str, Place] = {}
    for place in places:
        prefix = _prefix(place, document)
        if place.number in ("last", "all"):
            roots = [item.id for item in document.of(prefix)][-1 if place.number == "last" else 0 :]
        else:
            roots = [f"{prefix}{place.number}"]
        here = [
            item
            for item in document.shown.paragraphs
            if any(item.id == root or item.id.startswith(f"{root}(") for root in roots)
        ]
        found |= {item.id: item for item in here}
        if not here and place.kind != "HEAD":
            missing[prefix] = Place(prefix, place.number)
    return list(found.values()), list(missing.values())


def _missing(place: Place, document: Text) -> str:
    """That there is no such paragraph, and how many there are."""
    kind = _KINDS.get(place.kind, "annex")
    count = len(document.of(place.kind))
    if place.number.isalpha() and kind != "annex":
        return counted(f"count_{kind}", document.language, count)
    # Where an annex has no last paragraph it has no first one.
    return counted(f"missing_{kind}", document.language, count, n="1" if place.number.isalpha() else place.number)


def _elsewhere(name: str, documents: Sequence[Document], language: Language) -> Structured:
    """The refusal where the text of ``name`` is not here: what the catalogue has on it, and how to get it."""
    cards = [item for item in find(documents, name) if item.language == language]
    said = text("full_text_missing", language, name=name)
    if cards and cards[0].symbol:
        said += ("" if language == "zh" else " ") + text("full_text_fetch", language, symbol=cards[0].symbol)
    nearest = Text(cards, language).evidence(cards[0].paragraphs[:1]) if cards else ()
    return Structured(said, language, nearest, ())


def _counts(request: Request, document: Text) -> Structured | None:
    """How many paragraphs of each kind asked for."""
    asked = [place.kind for place in request.places]
    for word, prefix in (("note", "FN"), ("article", "ART")):
        if word in request.words and prefix not in asked:
            asked.append(prefix)
    operative, preambular = document.of("OP"), document.of("PP")
    if "noun" in request.words and not {"OP", "PP"} & set(asked):
        asked.insert(0, "" if operative and preambular else _prefix(Place("", "all"), document))
    lines, shown = [], []
    for prefix in asked:
        if prefix:
            counts = document.of(prefix)
            said = counted(f"count_{_KINDS[prefix]}", document.language, len(counts))
        else:
            counts, parts = [*preambular, *operative], {"preambular": len(preambular), "operative": len(operative)}
            said = counted("count_parts", document.language, len(counts), **parts)
        lines.append(Line(said, document.evidence(counts[-1:])))
        shown += [*counts[:1], *counts[-1:]]
    return composed(lines, document.language, document.evidence(shown))


def _origin(document: Text) -> Structured | None:
    """Which text is the original, and which are working translations."""
    status = {item.language: item.status for item in document.translations}
    reader = document.language
    originals = [code for code in LANGUAGES if status.get(code) == "original"]
    translations = [code for code in LANGUAGES if status.get(code) == "translation"]
    if not originals:
        return None
    listed = {"original": _listed(originals, reader), "translations": _listed(translations, reader)}
    if translations:
        said = counted("origin", reader, len(translations), **listed)
    else:
        said = counted("origin_plain", reader, len(originals), originals=listed["original"])
    return composed([Line(said, document.evidence(document.shown.paragraphs[:1]))], reader)


def _adoption(document: Text, *, dated: bool) -> Structured | None:
    """What the heading says of whether the text is adopted; a refusal where it is asked when, and has no day."""
    answer = _heading(document, [_WHAT_IT_IS])
    if answer and dated and not has_year(answer.text):
        return Structured(text("refusal", document.language), document.language, answer.evidence, ())
    return answer


def _heading(
    document: Text, lines_are: Sequence[re.Pattern[str]], numbers: Sequence[str] = (), *, how_many: bool = False
) -> Structured | None:
    """What the heading says: of each of ``lines_are`` the first line that it is, and ``how_many`` States it names. None
    where there is no such line, or they have not the ``numbers`` that are asked about.
    """
    language = document.shown.language
    head = [item for item in document.shown.paragraphs if item.id == "HEAD"]
    lines = [line.strip() for item in head for line in item.text.split("\n")]
    between = "" if document.language == "zh" else ", "
    says: list[str] = []
    for line_is in lines_are:
        place = next((n for n, line in enumerate(lines) if line_is.match(line)), None)
        if place is None:
            return None
        sponsors = _SPONSORS.match(lines[place]) if line_is is _SPONSORS else None
        says.append(quoted(sponsors[0] if sponsors else lines[place], language))
        if line_is is _AGENDA and place + 1 < len(lines):
            says.append(quoted(lines[place + 1], language))
    if not says or not set(numbers) <= set(_DIGITS.findall(" ".join(says))):
        return None
    said = text("heading_says", document.language, quote=between.join(says))
    if how_many and (states := known(says[0], language)):
        said = counted("heading_names", document.language, len(states), quote=says[0])
    return composed([Line(said, document.evidence(head))], document.language)


def _numbered(question: str, documents: Sequence[Document], language: Language) -> Structured | None:
    """Under which number and of which day a text is that the main text names, or which texts are under a number, where
    no more is asked.
    """
    document = Text(_translations("", documents), language)
    if not document.translations:
        return None
    shown = document.shown
    targets: list[str] = []
    rest = question
    if (named := titled(question, document.translations)) and asks_number(named[1]):
        targets, rest = [named[0]], named[1]
    elif (number := asks_what(question)) and not _translations(number, documents):
        targets = under(number, shown)
    lines: dict[tuple[str, str], Line] = {}
    for target in targets:
        for place, (title, paragraph, words) in enumerate(number_of(target, shown)):
            before = "" if place or title in words else quoted(title, shown.language) + _colon(shown.language)
            line = Line(quoted(words, shown.language), document.evidence([paragraph]), before)
            lines.setdefault((paragraph.id, words), line)
    if not lines or (asks_day(rest) and not all(has_year(line.said) for line in lines.values())):
        return None
    return composed(list(lines.values()), language)


def _found(search: Search, document: Text) -> Structured | None:
    """The paragraphs that have the words looked for: the first ones quoted, the others named."""
    paragraphs = [item for item in document.shown.paragraphs if not search.kinds or item.id.startswith(search.kinds)]
    places = {item.id: search.place(item.text) for item in paragraphs}
    evidence = document.evidence(item for item in paragraphs if places[item.id] is not None)
    lines = []
    for item in evidence[:_QUOTED]:
        part = _around(item.text, places[item.paragraph] or 0, item.language)
        lines.append(Line(quoted(part, item.language), (item,), item.label + _colon(document.language)))
    if others := evidence[_QUOTED:]:
        names = ("、" if document.language == "zh" else ", ").join(item.label for item in others)
        lines.append(Line(text("found_also", document.language, labels=names), others))
    return composed(lines, document.language) if lines else None


def _colon(language: Language) -> str:
    return "：" if language == "zh" else ": "


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


def _listed(languages: Sequence[Language], reader: Language) -> str:
    """ "Russian and English"."""
    names = [text(f"in_{code}", reader) for code in languages]
    between = "、" if reader == "zh" else ", "
    return text("listed_and", reader).join([between.join(names[:-1]), names[-1]] if names[1:] else names)
