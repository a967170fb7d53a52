"""HTML of a text in full: what it is, its contents, and each paragraph in one language or in two side by side.

All that documents say is escaped: markup in them is text. Labels are in the page's language, and each text in its own.
"""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from assistant.documents import Document, Paragraph, Reference, label
from assistant.documents.naming import named
from assistant.languages import NAMES, Language, detect_language
from assistant.messages import text
from assistant.page.addresses import Shelf, here
from assistant.page.chooser import choices
from assistant.page.linked import Linked, linked, noted
from assistant.page.parts import Part, Row, parts

ALONE = "none"  # no language beside the text's
_BEGINNING = 90  # characters of a paragraph that the contents show


def text_view(
    documents: Sequence[Document], page: Language, document: str = "", language: str = "", beside: str = ""
) -> str:
    """The text of ``document`` (as `Shelf.find` has it), the main one where none is given, for a page in ``page``.

    In ``language``, else in the page's, else in the original one, where the text is there in it; with the language
    ``beside`` it, and where none is asked for the original beside a working translation.
    """
    shelf = Shelf(documents)
    offered = choices(documents, page)
    name = document or next((name for _, name in offered), "")
    texts = shelf.find(name)
    if not texts:
        gone = f'<p class="missing">{escape(text("reader_unknown", page, document=name))}</p>'
        return _tools(offered, page, name, None, None, texts) + gone
    # The first that is there; originals before translations.
    ranked = sorted(texts.values(), key=lambda item: (item.language != language, item.language != page, item.status))
    shown = ranked[0]
    second = None if beside == ALONE else next((item for item in ranked[1:] if item.language == beside), None)
    asked = second.language if second else ALONE if beside == ALONE else ""
    if not second and not asked:
        second = shelf.original(shown)
    columns = [shown, second] if second else [shown]
    view = _View(shelf, page, columns, asked)
    return _tools(offered, page, shown.id, shown, second, texts) + view.html()


def _tools(
    offered: Sequence[tuple[str, str]],
    page: Language,
    name: str,
    shown: Document | None,
    second: Document | None,
    texts: Iterable[Language],
) -> str:
    """The choice of text and languages, and the search for words."""
    listed = [(code, said) for said, code in offered]
    if name not in dict(listed):
        listed.insert(0, (name, shown.title if shown else name))
    there = [(code, NAMES[code]) for code in NAMES if code in texts]
    fields = select("document", "reader_text", listed, name, page)
    if shown:
        others = [(ALONE, text("reader_alone", page)), *(item for item in there if item[0] != shown.language)]
        fields += select("language", "reader_language", there, shown.language, page)
        if len(there) > 1:
            fields += select("beside", "reader_beside", others, second.language if second else ALONE, page)
    find, before, behind, none = (escape(text(f"reader_{key}", page)) for key in ("find", "previous", "next", "none"))
    return (
        f'<div class="tools" lang="{page}"><button type="button" class="back" hidden>'
        f"{escape(text('reader_back', page))}</button>{fields}"
        f'<div class="find" role="search" data-none="{none}">'
        f'<input type="search" name="find" aria-label="{find}" placeholder="{find}" autocomplete="off">'
        f"<output></output>"
        f'<button type="button" class="previous" aria-label="{before}" title="{before}" disabled>↑</button>'
        f'<button type="button" class="next" aria-label="{behind}" title="{behind}" disabled>↓</button></div></div>'
    )


def select(name: str, key: str, options: Iterable[tuple[str, str]], chosen: str, page: Language) -> str:
    """A choice among ``options`` (value, what is said), under the line ``key``."""
    items = "".join(
        f'<option lang="{detect_language(said)[0]}" value="{escape(value)}"{" selected" if value == chosen else ""}>'
        f"{escape(said)}</option>"
        for value, said in options
    )
    return f'<label class="{name}"><span>{escape(text(key, page))}</span><select name="{name}">{items}</select></label>'


class _View:
    """A text in the languages of its ``columns``; ``beside`` is the second one's where it was asked for."""

    def __init__(self, shelf: Shelf, page: Language, columns: Sequence[Document], beside: str) -> None:
        self._shelf, self._page, self._columns, self._beside = shelf, page, columns, beside
        self._parts = parts(columns, page)
        self._noted_in = {
            note.paragraph: row.place
            for part in reversed(self._parts)
            for row in reversed(part.rows)
            for item in row.there
            for note in item.notes
        }

    def html(self) -> str:
        return f"{self._head()}{self._contents()}{''.join(map(self._part, self._parts))}"

    def _say(self, key: str, **values: object) -> str:
        return escape(text(key, self._page, **values))

    def _address(self, paragraph: str) -> str:
        """Where ``paragraph`` is, with the same languages beside each other."""
        first = self._columns[0]
        return here(first.id, first.language, paragraph, self._beside)

    def _at(self, paragraph: str) -> str:
        return escape(self._address(paragraph))

    def _in_columns(self, cells: Sequence[tuple[Document, str]]) -> str:
        """Cells of HTML, one a column; none where all are empty."""
        if not any(cell for _, cell in cells):
            return ""
        inner = "".join(f'<div lang="{document.language}">{cell}</div>' for document, cell in cells)
        return f'<div class="columns">{inner}</div>'

    def _head(self) -> str:
        first = self._columns[0]
        facts = [escape(said) for said in (first.symbol, named(first.kind, self._page)) if said]
        if first.became:
            whole = (Reference(0, len(first.became), first.became),)
            outcome = linked(first.became, whole, first.language, self._shelf).html()
            facts.append(f"{self._say('masthead_became')} {outcome}")
        titles = self._in_columns([(item, f"<h2>{escape(item.title)}</h2>") for item in self._columns])
        badges = "".join(map(self._badges, self._columns))
        return f'<header lang="{self._page}"><p class="facts">{" · ".join(facts)}</p>{titles}{badges}</header>'

    def _badges(self, document: Document) -> str:
        """What kind of text it is, and what is to be known before it is relied on."""
        key: str = document.status
        if key == "original":
            key = "reader_official" if self._shelf.is_official(document) else "reader_original"
        badges = [(document.status, text(key, self._page))]
        if document.status == "original" and any(item.recognized for item in document.paragraphs):
            badges.append(("recognized", text("recognized", self._page)))
        said = "".join(f'<span class="{kind}">{escape(words)}</span>' for kind, words in badges)
        left_out = ""
        for key, pages in (("doubt_unread", document.unread), ("doubt_unseen", document.unseen)):
            if pages:
                listed = ", ".join(map(str, pages))
                left_out += f"<p>{self._say(key, document=document.id, language=document.language, pages=listed)}</p>"
        return f'<p class="status"><b>{NAMES[document.language]}</b> {said}</p>{left_out}'

    def _contents(self) -> str:
        items = "".join(
            f"<li>{self._heading(part)}<ol>{''.join(map(self._entry, part.rows))}</ol></li>" for part in self._parts
        )
        return (
            f'<details class="contents"><summary>{self._say("reader_contents")}</summary>'
            f'<nav aria-label="{self._say("reader_contents")}"><ol>{items}</ol></nav></details>'
        )

    def _heading(self, part: Part) -> str:
        """The first heading of ``part`` in the first language that has one, else its name; a link to its beginning."""
        for document, item in zip(self._columns, part.rows[0].paragraphs, strict=True):
            if item and item.heading:
                said, language = " ".join(item.heading.split()), document.language
                break
        else:
            said, language = part.name, self._page
        address = self._at(part.rows[0].place)
        return f'<a class="division" lang="{language}" href="{address}">{escape(said)}</a>' if said else ""

    def _entry(self, row: Row) -> str:
        document, item = next(
            (document, item) for document, item in zip(self._columns, row.paragraphs, strict=True) if item
        )
        said = " ".join(item.text.split())
        said = said if len(said) <= _BEGINNING else f"{said[:_BEGINNING].rstrip()}…"
        name = escape(label(row.id, self._page))
        return (
            f'<li><a href="{self._at(row.place)}"><b lang="{self._page}">{name}</b> '
            f'<span lang="{document.language}">{escape(said)}</span></a></li>'
        )

    def _part(self, part: Part) -> str:
        kind = ' class="footnotes"' if part.rows[0].id.startswith("FN") else ""
        # A heading of the text says it itself.
        own = part.name and not part.rows[0].headed
        name = f'<h3 class="part" lang="{self._page}">{escape(part.name)}</h3>' if own else ""
        return f"<section{kind}>{name}{''.join(map(self._article, part.rows))}</section>"

    def _article(self, row: Row) -> str:
        cells = list(zip(self._columns, row.paragraphs, strict=True))
        headings = [(one, f"<h3>{escape(item.heading)}</h3>" if item and item.heading else "") for one, item in cells]
        texts = [(one, self._text(one, item) if item else '<p class="none">—</p>') for one, item in cells]
        misread = any(one.status_of(item) == "recognized" for one, item in cells if item)
        mark = f' <span class="recognized">{self._say("recognized")}</span>' if misread else ""
        name = f'<a href="{self._at(row.place)}">{escape(label(row.id, self._page))}</a>'
        if noted_in := self._noted_in.get(row.id):
            back = escape(label(noted_in.partition("~")[0], self._page))
            name += f' <a href="{self._at(noted_in)}">↩ {back}</a>'
        return (
            f'<article id="{escape(row.place)}" tabindex="-1">{self._in_columns(headings)}'
            f'<p class="label" lang="{self._page}">{name}{mark}</p>{self._in_columns(texts)}</article>'
        )

    def _text(self, document: Document, paragraph: Paragraph) -> str:
        whole = noted(paragraph, document.language, self._shelf, self._page, self._address)
        return f"<p>{whole.html(0, len(paragraph.text))}</p>{_below(whole, len(paragraph.text) + 1)}"


def _below(whole: Linked, start: int) -> str:
    """What stands below a paragraph: rows of cells between bars as a table, other lines as they are."""
    lines: list[tuple[int, str]] = []
    while start < len(whole.text):
        line, _, _ = whole.text[start:].partition("\n")
        lines.append((start, line))
        start += len(line) + 1
    html = ""
    for is_table, run in groupby(lines, key=lambda one: " | " in one[1]):
        rows = [_cells(*one) for one in run]
        html += _table(whole, rows) if is_table else "".join(f"<p>{whole.html(*row[0])}</p>" for row in rows)
    return html


def _cells(start: int, line: str) -> list[tuple[int, int]]:
    """Where the cells of a row, or its one, begin and end."""
    cells = []
    for cell in line.split(" | "):
        cells.append((start, start + len(cell)))
        start += len(cell) + len(" | ")
    return cells


def _table(whole: Linked, rows: Sequence[Sequence[tuple[int, int]]]) -> str:
    """A table; where each cell names its head, as `assistant.documents.tables` writes them, the head alone does."""
    heads = [f"{whole.text[slice(*cell)]}: " for cell in rows[0]]
    headed = False
    lines = []
    for row in rows[1:]:
        cells = ""
        for number, (start, end) in enumerate(row):
            if 0 < number < len(heads) and whole.text.startswith(heads[number], start):
                headed, start = True, start + len(heads[number])
            cells += f"<td>{whole.html(start, end)}</td>"
        lines.append(f"<tr>{cells}</tr>")
    tag = "th" if headed else "td"
    first = "".join(f"<{tag}>{whole.html(*cell)}</{tag}>" for cell in rows[0])
    return f'<div class="table"><table><tr>{first}</tr>{"".join(lines)}</table></div>'
