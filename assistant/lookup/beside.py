"""Paragraphs of several texts, shown side by side, word for word, below what is otherwise in two versions of one."""

from collections.abc import Sequence

from assistant.answer import Evidence
from assistant.documents import Document
from assistant.languages import Language
from assistant.library.corpus import full_texts
from assistant.lookup.differences import changes_of, comparable, corresponding
from assistant.lookup.lines import AnatomyOf, Found, Line, Text, composed
from assistant.question.pairs import Pair
from assistant.question.question import Question
from assistant.text.punctuation import quoted

# The least that a paragraph matches what texts are compared on.
_NEAR = 0.3


def beside(
    pairs: Sequence[Pair], documents: Sequence[Document], language: Language, anatomy_of: AnatomyOf
) -> Found | None:
    """The paragraphs of ``pairs``, each with what is below it; None where one of the texts has none of them."""
    there = [full_texts(documents, name) for name, _ in pairs]
    if not all(there):
        return None
    texts = comparable(there, language)
    wanted: list[str] = []
    for text, (_, ids) in zip(texts, pairs, strict=True):
        wanted += [item.id for item in text.shown.paragraphs if item.id in ids][:1]
    if len(wanted) < len(texts):
        return None
    lines: list[Line] = []
    if len(texts) == 2:
        lines = changes_of([(text, anatomy_of(text.shown)) for text in texts], wanted, language)
    # A reader has the words in their own language where they are there, though the versions were compared in another.
    for text, name in zip((Text(one, language) for one in there), wanted, strict=True):
        found = text.evidence(text.whole(name), beside=True)
        lines += [Line(quoted(item.text, item.language), (item,)) for item in found]
    return composed(lines, language)


def on_topic(
    question: Question, found: Sequence[Evidence], documents: Sequence[Document], anatomy_of: AnatomyOf
) -> Found | None:
    """Of two versions of a text that ``question`` compares on something, the paragraph nearest to that, of those that
    search ``found``, and the one that corresponds to it; None where there are none.
    """
    names = list(dict.fromkeys((*question.sources.documents, question.main)))[:2]
    near = next((item for item in found if item.document in names and item.match >= _NEAR), None)
    there = [full_texts(documents, name) for name in names]
    if not question.on_topic or question.pairs or near is None or len(there) < 2 or not all(there):
        return None
    texts = [(text, anatomy_of(text.shown)) for text in comparable(there, question.query.reply)]
    ids = corresponding(texts, near.document, near.paragraph.split("(")[0])
    return beside(tuple(zip(names, ids, strict=True)), documents, question.query.reply, anatomy_of) if ids else None
