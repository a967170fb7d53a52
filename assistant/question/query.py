"""What is searched for: a question's words, and what it names by number."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.languages import Language, detect_language
from assistant.library.names import Divided
from assistant.question.paragraphs import paragraph_ids
from assistant.question.sources import Sources
from assistant.text.symbols import document_numbers


@dataclass(frozen=True)
class Query:
    """``text`` to search with, written in ``language``, for a reader of ``reply``.

    ``numbers`` are those of the documents that it names ("78/265"), ``paragraphs`` the ids of paragraphs, ``documents``
    those of the texts that it is to be answered from. ``translations`` are the text in other languages, for the texts
    in those. ``once`` says that a paragraph of a draft and the same one of what that became count as one, ``beside``
    that several texts are to be told apart.
    """

    text: str
    language: Language
    reply: Language
    numbers: frozenset[str]
    paragraphs: frozenset[str]
    documents: frozenset[str] = frozenset()
    translations: tuple[tuple[Language, str], ...] = ()
    once: bool = False
    beside: bool = False

    def said_to(self, language: Language) -> tuple[Language, str]:
        """What is compared with texts in ``language``, and the language that it is in: the translation, if any."""
        text = dict(self.translations).get(language)
        return (language, text) if text else (self.language, self.text)


def within(query: Query, sources: Sources, divided: Sequence[Divided] = (), *, texts: bool = False) -> Query:
    """``query`` for ``sources``, with the ids that its paragraphs have in their sections, paragraph 5 of an annex, and
    those of the divisions that it names; for several ``texts`` where it asks which say something.
    """
    numbers = {name.removeprefix("OP").removeprefix("¶") for name in query.paragraphs}
    inside = {f"{section}.{number}" for _, section in sources.here if section for number in numbers}
    ids = inside | {one for item in divided for one in item.ids}
    named = frozenset(sources.documents)
    beside = texts or len(named) > 1
    return replace(query, paragraphs=query.paragraphs | ids, documents=named, once=not (named or texts), beside=beside)


def read_query(text: str, reply: Language) -> Query:
    """``text`` as a query for a reader of ``reply``."""
    language = detect_language(text)[0]
    return Query(text, language, reply, frozenset(document_numbers(text)), frozenset(paragraph_ids(text)))
