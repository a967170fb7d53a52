"""Under which number another text is to be found: told by the references and footnotes of the text that names it.

Our own rules, since a small model takes any number nearby for the one that is asked for, and does not see footnotes.
"""

from collections.abc import Iterator, Sequence

from assistant.documents import Document, Note, Paragraph
from assistant.documents.references import is_number, symbol, titles_named
from assistant.languages import Language
from assistant.library.corpus import full_texts
from assistant.lookup.headings import number_and_title
from assistant.lookup.lines import Found, Line, Text, composed
from assistant.question.lookups import NumberOf
from assistant.text.punctuation import colon, quoted
from assistant.text.quantities import has_year
from assistant.text.sentences import clauses

# Between a title and its footnote mark: the quotation mark that ends it and a comma.
_TO_MARK = 3


def numbered(asked: NumberOf, documents: Sequence[Document], language: Language) -> Found | None:
    """Under which number and of which day a text is that the main text names, or which texts are under a number.

    A text that is here in the reader's language says itself what it is called, in its heading; so does one that is here
    in another, where the main text does not say it in the reader's.
    """
    document = Text(full_texts(documents), language)
    there = Text(full_texts(documents, asked.number or asked.target), language)
    readable = bool(there.translations) and there.shown.language == language
    if document.translations and not (asked.number and readable) and (found := _named_by(asked, document)):
        return found
    return number_and_title(there, dated=asked.dated) if there.translations else None


def _named_by(asked: NumberOf, document: Text) -> Found | None:
    """What ``document`` says of it."""
    shown = document.shown
    targets = under(asked.number, shown) if asked.number else [asked.target]
    lines: dict[tuple[str, str], Line] = {}
    for target in targets:
        for place, (title, paragraph, words) in enumerate(number_of(target, shown)):
            before = "" if place or title in words else quoted(title, shown.language) + colon(shown.language)
            line = Line(quoted(words, shown.language), document.evidence([paragraph]), before)
            lines.setdefault((paragraph.id, words), line)
    if not lines or (asked.dated and not all(has_year(line.said) for line in lines.values())):
        return None
    return composed(list(lines.values()), document.language)


def under(number: str, document: Document) -> list[str]:
    """Targets of the texts that ``document`` names by a title and that have ``number``, or are in what has it."""
    wanted = symbol(number)
    found = []
    for target in dict.fromkeys(target for target, _ in titles_named([document])):
        said = [paragraph for _, paragraph, _ in number_of(target, document)]
        notes = [item.target for paragraph in said if paragraph.kind == "footnote" for item in paragraph.references]
        if said and wanted in (target, *notes):
            found.append(target)
    return found


def number_of(target: str, document: Document) -> list[tuple[str, Paragraph, str]]:
    """(title, paragraph, words of it that give the number of ``target``), the next where one only points to it.

    Empty where ``document`` gives none.
    """
    for paragraph in document.paragraphs:
        named = [item for item in paragraph.references if item.target == target]
        for title in named:
            if is_number(title, paragraph):
                continue
            said = paragraph.whole[title.start : title.end]
            numbers = [paragraph.whole[item.start : item.end] for item in named if is_number(item, paragraph)]
            for clause in clauses(paragraph.whole):
                if said in clause and any(number in clause for number in numbers):
                    return [(said, paragraph, clause.strip().rstrip(",;，；、"))]
            for note in paragraph.notes:
                if 0 <= note.offset - title.end <= _TO_MARK:
                    return [(said, item, item.text) for item in _noted(note, document)]
    return []


def _noted(note: Note, document: Document) -> Iterator[Paragraph]:
    """The footnote and, where it says no more than "Ibid.", those before it up to the one that names a text."""
    notes = [item for item in document.paragraphs if item.kind == "footnote"]
    place = next((n for n, item in enumerate(notes) if item.id == note.paragraph), -1)
    for item in reversed(notes[: place + 1]):
        yield item
        if item.references:
            break
