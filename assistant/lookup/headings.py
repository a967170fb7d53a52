"""What the heading of a document says: what it is, for which session and agenda item, whose, and whether adopted."""

import re
from collections.abc import Collection, Sequence

from assistant.documents import Document
from assistant.library.corpus import full_texts
from assistant.lookup.lines import Found, Line, Text, composed
from assistant.messages import counted, text
from assistant.question.structure import Request
from assistant.text.places import known
from assistant.text.punctuation import quoted
from assistant.text.quantities import has_year

_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"\n(?=[a-zа-яё])")
# Lines of a heading: what the text is, for which session and agenda item (its title is in the next line), and whose.
# Official drafts have both in one: "Chad and Peru: draft resolution".
_DRAFT = r"[:：]\W*(?:draft resolution|проект резолюции|决议草案)\W*$"
_WHAT_IT_IS = re.compile(
    rf"(?:draft )?resolution\b|(?:проект )?резолюци|.{{0,16}}决议(?:草案)?$|[^:：]+{_DRAFT}", re.IGNORECASE
)
_SESSION = re.compile(r"[\w-]+(?: [\w-]+)? (?:session|сессия)$|第.+届会议$", re.IGNORECASE)
_AGENDA = re.compile(r"(?:agenda item|пункт) \d+|议程项目\s*\d+", re.IGNORECASE)
_SPONSORS = re.compile(rf"[^:：]+(?=[:：]\W*$|{_DRAFT})", re.IGNORECASE)


def heading(request: Request, document: Text, documents: Sequence[Document]) -> Found | None:
    """What the heading says of what is asked for; None where it does not say it. ``documents`` are all there are."""
    if request.task == "adoption":
        return _adoption(document, documents, dated="when" in request.words)
    if request.task == "title":
        return number_and_title(document, dated=False)
    if request.task == "sponsors":
        return _said(document, [_SPONSORS], how_many=request.how_many)
    asked = [line for word, line in (("session", _SESSION), ("agenda", _AGENDA)) if word in request.words]
    return _said(document, asked, request.numbers)


def number_and_title(document: Text, *, dated: bool) -> Found | None:
    """The line with the title, and the number before it where it has one; if ``dated`` also that with its day."""
    title = re.compile(rf"(?:\d[\w/() ]*[.．]\s*)?{re.escape(document.shown.title)}$")
    said = _said(document, [_WHAT_IT_IS, title] if dated else [title])
    return said if not dated or said is None or has_year(said.text) else None


def _adoption(document: Text, documents: Sequence[Document], *, dated: bool) -> Found | None:
    """What the heading says of whether the text is adopted, and the catalogue of what became of it; a refusal where it
    is asked when, and there is no day.
    """
    answer = _said(document, [_WHAT_IT_IS])
    if answer and (draft := document.shown).became:
        number = draft.became.removeprefix("A/RES/")
        became = [item for item in document.translations if item.language == document.language] or [draft]
        date, meeting = became[0].adopted, became[0].meeting
        said = text("adopted_as", document.language, number=number, date=date, meeting=meeting)
        adopted = Text(full_texts(documents, draft.became), document.language)
        head = adopted.evidence(adopted.shown.paragraphs[:1]) if adopted.translations else ()
        first = answer.text.removesuffix(f" [{answer.evidence[0].label}]")
        return composed([Line(first, answer.evidence[:1]), Line(said, head)], document.language)
    if answer and dated and not has_year(answer.text):
        return Found(text("refusal", document.language), document.language, answer.evidence, ())
    return answer


def _said(
    document: Text, lines_are: Sequence[re.Pattern[str]], numbers: Collection[str] = (), *, how_many: bool = False
) -> Found | None:
    """What the heading says: of each of ``lines_are`` the first line that it is, and ``how_many`` States it names. None
    where there is no such line, or they have not the ``numbers`` that are asked about.
    """
    language = document.shown.language
    head = [item for item in document.shown.paragraphs if item.id == "HEAD"]
    # A line that begins with a small letter goes on with the one before.
    lines = [line.strip() for item in head for line in _BROKEN.sub(" ", item.text).split("\n")]
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
