"""What is to be written, in which language and from what, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from assistant.answer import Citation, Evidence
from assistant.answering.quotations import LONGEST
from assistant.answering.translation import translate_question
from assistant.languages import Language
from assistant.library.names import Names
from assistant.question.query import Query
from assistant.question.question import Question
from assistant.question.reading import read_translation

if TYPE_CHECKING:
    from assistant.generation import Engine


# Characters of a quotation where nothing but quotations is said.
_QUOTED = 790


@dataclass(frozen=True)
class Request:
    """What is to be written: an answer to ``question`` in ``language`` from some of ``evidence``.

    ``readings`` are the question as it is asked of evidence in other languages, where it was translated, and
    ``untranslated`` are languages into which it was not, though texts are here in no other.
    """

    question: Question
    language: Language
    evidence: tuple[Evidence, ...]
    readings: Mapping[Language, Question] = field(default_factory=dict)
    untranslated: frozenset[Language] = frozenset()

    def of(self, item: Evidence) -> "Request":
        """What is asked of ``item``, in its language where the question is there in that."""
        reading = self.readings.get(item.language)
        return replace(self, question=reading, language=item.language, readings={}) if reading else self

    @property
    def longest(self) -> int:
        """Characters of a quotation: more where the reader judges by it alone, wants a list, or has named the text."""
        if self.question.quoted:
            return _QUOTED
        named = bool(self.question.sources.here) and not self.question.query.paragraphs
        return 2 * LONGEST if self.polar or self.question.kind == "list" or named else LONGEST

    @property
    def spoken(self) -> frozenset[Language]:
        """The languages that the question is there in."""
        return frozenset({self.language, *self.readings})

    def is_untranslated(self, item: Evidence) -> bool:
        """Whether the question was to be translated into the language of ``item``, and was not."""
        return item.language in self.untranslated

    @property
    def polar(self) -> bool:
        """Whether it asks for yes or no. A small model says either with ease, so the paragraph is quoted."""
        return self.question.polar


@dataclass(frozen=True)
class Written:
    """An answer's ``text`` and what it cites, empty where nothing answers; the ``evidence`` that it is chosen from."""

    text: str
    citations: tuple[Citation, ...]
    evidence: tuple[Evidence, ...]


def asked_in(
    request: Request,
    languages: Sequence[Language],
    engine: "Engine",
    names: Names,
    search: Callable[[Query], tuple[Evidence, ...]],
) -> Request:
    """``request`` with its question in ``languages``, as far as the model translates it, and the evidence that is found
    with that as well.

    A small model finds, judges and answers best within one language. `eval/studies/library.md` has the figures.
    """
    question = request.question
    texts = {code: translate_question(question.query.text, question.query.language, code, engine) for code in languages}
    readings = {code: read_translation(question, text, code, names) for code, text in texts.items() if text}
    request = replace(request, untranslated=frozenset(languages) - readings.keys())
    if not readings:
        return request
    query = replace(question.query, translations=tuple((code, item.query.text) for code, item in readings.items()))
    return replace(request, evidence=search(query), readings=readings)
