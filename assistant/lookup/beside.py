"""Paragraphs of several texts, shown side by side, word for word: what they have in common is the reader's to see."""

from collections.abc import Sequence

from assistant.documents import Document
from assistant.languages import Language
from assistant.library.corpus import full_texts
from assistant.lookup.lines import Found, Line, Text, composed
from assistant.question.pairs import Pair
from assistant.text.punctuation import quoted


def beside(pairs: Sequence[Pair], documents: Sequence[Document], language: Language) -> Found | None:
    """The paragraphs of ``pairs``, each with what is below it; None where one of the texts has none of them."""
    lines: list[Line] = []
    for name, ids in pairs:
        text = Text(full_texts(documents, name), language)
        wanted = next((item.id for item in text.shown.paragraphs if item.id in ids), None)
        if wanted is None:
            return None
        lines += [
            Line(quoted(item.text, item.language), (item,)) for item in text.evidence(text.whole(wanted), beside=True)
        ]
    return composed(lines, language) if lines else None
