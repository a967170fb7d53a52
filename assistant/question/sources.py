"""The texts that a question is to be answered from: those that it names, where it does not ask who names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.languages import Language
from assistant.library.names import Divided, Mention
from assistant.question.message import content
from assistant.question.tokens import sign

_TEXT: dict[Language, str] = {"en": "the text", "ru": "текста", "zh": "该文本"}


@dataclass(frozen=True)
class Sources:
    """``here`` are the texts to search, as (document id, section), empty for all; ``absent`` those that the question is
    about and that are not in the library, as (what it calls each, the id of its card or "").
    """

    here: tuple[tuple[str, str], ...] = ()
    absent: tuple[tuple[str, str], ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the texts to search, as they are named."""
        return tuple(dict.fromkeys(document for document, _ in self.here))

    @property
    def several(self) -> bool:
        """Whether it is about more than one text."""
        return len(self.documents) > 1


def read_sources(question: str, mentions: Sequence[Mention], divided: Sequence[Divided] = ()) -> Sources:
    """The texts that ``question``, which names ``mentions`` and divisions, is to be answered from."""
    meant = [item for item in mentions if not sign("named_by", question[: item.start])]
    here = tuple(dict.fromkeys((item.document, item.section) for item in meant if item.here))
    here = here or tuple(dict.fromkeys((item.document, "") for item in divided))
    if here or sign("about_text", question) or _asks_what(question, meant):
        return Sources(here)
    # Another text may speak of it, but the answer would be read as what it says itself.
    absent = [item for item in meant if not item.here and not sign("topic", question[: item.start])]
    return Sources((), tuple(dict.fromkeys((question[item.start : item.end], item.document) for item in absent)))


def _asks_what(question: str, meant: Sequence[Mention]) -> bool:
    """Whether ``question`` asks what a text is, and no more."""
    return len(meant) == 1 and not content(f"{question[: meant[0].start]} {question[meant[0].end :]}")


def without_source(question: str, mentions: Sequence[Mention], main: str, language: Language) -> str:
    """``question`` with "the text" for each that it names and that is here, unless that is the ``main`` one alone.

    What a text is called is not in its paragraphs, but in its heading and in those of others.
    """
    meant = [item for item in mentions if item.here and not sign("named_by", question[: item.start])]
    if {item.document for item in meant} <= {main}:
        return question
    for item in sorted(meant, key=lambda item: -item.start):
        before, after = question[: item.start], question[item.end :]
        before = before[: min((start for start, _ in sign("before_name", before)), default=None)]
        after = after[max((end for _, end in sign("behind_name", after)), default=0) :]
        space = "" if language == "zh" else " "
        question = f"{before}{space}{_TEXT[language]}{space}{after}"
    return re.sub(r"\s+([,.?!;:)]|['’]s\b)", r"\1", " ".join(question.split()))
