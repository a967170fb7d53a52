"""Under which number another text is to be found: told by the references and footnotes of the text that names it.

Our own rules, since a small model takes any number nearby for the one that is asked for, and does not see footnotes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.documents.paragraph import Document, Note, Paragraph, Reference
from assistant.documents.references import symbol
from assistant.quotations import clauses
from assistant.retrieval.lexical import stem

# Between a title and its footnote mark: the quotation mark that ends it and a comma.
_TO_MARK = 3
# "Transforming our world: the 2030 Agenda", "Action Agenda of the Third Conference (Addis Ababa Action Agenda)".
_PARTS = re.compile(r"[:：]\s*(?=\S{3,}\s?\S|[\u3400-\u9fff]{4})|\s*[(（]|[)）]")
_WORD = re.compile(r"[^\W_]+")
_LETTER = r"[^\W\d_\u3400-\u9fff]"


def titled(question: str, documents: Sequence[Document]) -> tuple[str, str] | None:
    """(target, the rest of ``question``) where it has the title, in any case form, of a text that ``documents`` name.

    ``target`` is that of a `Reference`. The longest title counts.
    """
    plain = question.replace("ё", "е")
    found = [
        (match.end() - match.start(), target, f"{question[: match.start()]} , {question[match.end() :]}")
        for target, title in _titles(documents)
        if (match := _pattern(title).search(plain))
    ]
    return max(found)[1:] if found else None


def under(number: str, document: Document) -> list[str]:
    """Targets of the texts that ``document`` names by a title and that have ``number``, or are in what has it."""
    wanted = symbol(number)
    found = []
    for target in dict.fromkeys(target for target, _ in _titles([document])):
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
            if _is_number(title, paragraph):
                continue
            said = paragraph.text[title.start : title.end]
            numbers = [paragraph.text[item.start : item.end] for item in named if _is_number(item, paragraph)]
            for clause in clauses(paragraph.text):
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


def _is_number(reference: Reference, paragraph: Paragraph) -> bool:
    return symbol(paragraph.text[reference.start : reference.end]) == reference.target


def _titles(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """(target, title) of what ``documents`` name by a title, and of a long title its parts as well."""
    for document in documents:
        for paragraph in document.paragraphs:
            for item in paragraph.references:
                if not _is_number(item, paragraph):
                    title = paragraph.text[item.start : item.end]
                    yield from ((item.target, part) for part in {title, *filter(None, _PARTS.split(title))})


@cache
def _pattern(title: str) -> re.Pattern[str]:
    """What matches ``title`` whatever the endings of its words are and what stands between them."""
    words = [word for word in _WORD.findall(title.lower().replace("ё", "е")) if word != "the"]
    forms = [re.escape(_root(word)) + (rf"{_LETTER}*" if word[-1] < "\u2e80" else "") for word in words]
    return re.compile(rf"(?<!{_LETTER})" + r"\W+(?:the )?".join(forms), re.IGNORECASE)


def _root(word: str) -> str:
    """What all forms of ``word`` begin with: its stem, whose last letter may be another ("privaci")."""
    root = stem(word)
    return next((part for part in (root, root[:-1]) if word.startswith(part)), word)
