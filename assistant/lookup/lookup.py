"""Questions about the document itself, answered from the structure of the corpus: exactly, at once, without a model.

What paragraph 3 says, which is the last one, how many there are, which one mentions a name, whether a text is a
translation, what the heading has, under which number another text is. A question that asks for anything else is left to
search and the language model.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.analysis.anatomy import anatomy
from assistant.answer import Evidence
from assistant.documents import Document, Paragraph
from assistant.documents.paragraph import Kind
from assistant.languages import LANGUAGES, Language
from assistant.library.corpus import full_texts
from assistant.lookup.absent import absent
from assistant.lookup.beside import beside
from assistant.lookup.headings import heading
from assistant.lookup.inventory import inventory
from assistant.lookup.lines import AnatomyOf, Found, Line, Text, composed
from assistant.lookup.numbers import numbered
from assistant.lookup.overview import in_points, overview
from assistant.lookup.words import with_quoted, with_words
from assistant.messages import counted, text
from assistant.question.lookups import NumberOf, Search
from assistant.question.paragraphs import Place
from assistant.question.question import Question
from assistant.question.structure import Request
from assistant.text.punctuation import quoted

_KINDS: dict[str, Kind] = {
    "OP": "operative",
    "PP": "preambular",
    "FN": "footnote",
    "ART": "article",
    "¶": "plain",
}


def look_up(question: Question, documents: Sequence[Document], anatomy_of: AnatomyOf = anatomy) -> Found | None:
    """What answers ``question`` from the structure of ``documents``, all of an index; None where nothing does.

    ``anatomy_of`` gives what one of them does. The answer is in the question's reply language unless it asks for
    another.
    """
    language, lookup = question.query.reply, question.lookup
    if question.pairs and (side := beside(question.pairs, documents, language, anatomy_of)):
        return side
    if all_ := inventory(question, documents):
        return all_
    if (
        isinstance(lookup, Search)
        and (main := full_texts(documents))
        and (found := with_words(lookup, Text(main, language)))
    ):
        return found
    if isinstance(lookup, NumberOf) and (found := numbered(lookup, documents, language)):
        return found
    if isinstance(lookup, Request) and (
        found := _requested(lookup, documents, language, anatomy_of, question.extent.points)
    ):
        return found
    if question.sources.absent:
        return absent(question.sources.absent, documents, language)
    if question.kind == "which" and len(question.titles) == 1 and not question.texts:
        return with_quoted(question.titles[0], full_texts(documents, *question.sources.documents[:1]), language)
    return overview(question, documents, anatomy_of)


def _requested(
    request: Request, documents: Sequence[Document], language: Language, anatomy_of: AnatomyOf, points: int = 0
) -> Found | None:
    translations = full_texts(documents, request.document)
    if not translations:
        named = [(request.document, request.document)] if request.document and request.places else []
        return absent(named, documents, language) if named else None
    document = Text(translations, _asked(request, translations, language))
    if request.task == "count":
        return _counts(request, document)
    if request.task == "origin":
        return _origin(document)
    if request.task in ("adoption", "title", "sponsors", "heading"):
        return heading(request, document, documents)
    paragraphs, missing = _resolve(request.places, document)
    if request.task in ("summarise", "compare") and not missing:
        few = len(paragraphs) < (2 if request.task == "compare" else 1)
        return None if few else in_points([item.id for item in paragraphs], document, anatomy_of, points)
    evidence = document.evidence(paragraphs if request.task == "quote" else ())
    lines = _quotations(evidence, request.places, document)
    lines += [Line(_missing(place, document)) for place in missing]
    nearest = [items[-1] for place in missing if (items := document.of(_prefix(place, document)))]
    return composed(lines, document.language, document.evidence(nearest)) if lines else None


def _quotations(evidence: Sequence[Evidence], places: Sequence[Place], document: Text) -> list[Line]:
    """``evidence``, word for word, a division below its heading; of the divisions inside one only the headings."""
    asked = {one for place in places for one in place.ids}
    inside = [section for section in document.shown.sections if asked.issuperset(section.ids)]
    headings: dict[str, str] = {}
    inner: dict[str, str] = {}
    for section in inside:
        if any(len(other.ids) > len(section.ids) and set(other.ids).issuperset(section.ids) for other in inside):
            inner |= {one: section.heading if one == section.ids[0] else "" for one in section.ids}
        else:
            headings[section.ids[0]] = f"{section.heading}\n"
    return [
        Line(inner.get(item.paragraph) or quoted(item.text, item.language), (item,), headings.get(item.paragraph, ""))
        for item in evidence
        if inner.get(item.paragraph, "heading")
    ]


def _asked(request: Request, translations: Sequence[Document], reader: Language) -> Language:
    """The language that the question asks for where the text is in it, else the reader's."""
    if request.task in ("origin", "adoption", "heading", "title", "sponsors", "count"):
        return reader
    original = next((item.language for item in translations if item.status == "original"), reader)
    wanted = original if request.language == "original" else request.language
    return next((item.language for item in translations if item.language == wanted), reader)


def _prefix(place: Place, document: Text) -> str:
    """How the ids begin that ``place`` is among: "paragraph 3" is an operative one, else one of the text's own.

    The last one is of whichever are more.
    """
    if place.kind:
        return place.kind
    ids = {item.id for item in document.shown.paragraphs}
    own = [prefix for prefix in ("OP", "¶") if f"{prefix}{place.number}" in ids]
    return own[0] if own else max(("OP", "¶"), key=lambda prefix: len(document.of(prefix)))


def _resolve(places: Sequence[Place], document: Text) -> tuple[list[Paragraph], list[Place]]:
    """The paragraphs at ``places`` with what is below them, and of each kind the last place that there is not."""
    found: dict[str, Paragraph] = {}
    missing: dict[str, Place] = {}
    for place in places:
        prefix = _prefix(place, document)
        if place.kind == "§":
            roots = [*place.ids]
        elif place.number in ("last", "all"):
            roots = [item.id for item in document.of(prefix)][-1 if place.number == "last" else 0 :]
        else:
            roots = [f"{prefix}{place.number}"]
        here = [item for root in roots for item in document.whole(root)]
        found |= {item.id: item for item in here}
        if not here and place.kind != "HEAD":
            missing[prefix] = replace(place, kind=prefix)
    return list(found.values()), list(missing.values())


def _missing(place: Place, document: Text) -> str:
    """That there is no such paragraph, and how many there are, or no such division."""
    if place.kind == "§":
        return text("missing_division", document.language, called=place.number)
    kind = _KINDS.get(place.kind, "annex")
    count = len(document.of(place.kind))
    if place.number.isalpha() and kind != "annex":
        return counted(f"count_{kind}", document.language, count)
    # Where an annex has no last paragraph it has no first one.
    return counted(f"missing_{kind}", document.language, count, n="1" if place.number.isalpha() else place.number)


def _counts(request: Request, document: Text) -> Found | None:
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


def _origin(document: Text) -> Found | None:
    """Which text is the original, the first of the official ones, and which are working translations."""
    status = {item.language: item.status for item in document.translations}
    reader = document.language
    originals = [code for code in LANGUAGES if status.get(code) == "original"]
    translations = [code for code in LANGUAGES if status.get(code) == "translation"]
    if not originals:
        return None
    first = next(code for code in status if code in originals)
    listed = {"original": _listed([first], reader), "translations": _listed(translations, reader)}
    if translations:
        said = counted("origin", reader, len(translations), **listed)
    else:
        said = counted("origin_plain", reader, len(originals), originals=_listed(originals, reader))
    return composed([Line(said, document.evidence(document.shown.paragraphs[:1]))], reader)


def _listed(languages: Sequence[Language], reader: Language) -> str:
    """ "Russian and English"."""
    names = [text(f"in_{code}", reader) for code in languages]
    between = "、" if reader == "zh" else ", "
    return text("listed_and", reader).join([between.join(names[:-1]), names[-1]] if names[1:] else names)
