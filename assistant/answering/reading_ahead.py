"""What the language model reads before anybody asks: an engine with a prefix cache does not read it again."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answering.prompts import judgement, prompt, support
from assistant.documents import Document
from assistant.generation import Message
from assistant.generation.line import Line
from assistant.languages import LANGUAGES

if TYPE_CHECKING:
    from assistant.generation import Engine

# Tokens of the main text that are read, to judge and to answer, so that answers on it begin sooner.
_MOST = 12_000


def read_ahead(engine: "Engine", line: Line, translations: Sequence[Document]) -> None:
    """Let ``engine`` read each language's instructions, then the paragraphs of ``translations`` of one text, while
    nobody stands in ``line``.
    """
    left = _MOST
    for paragraph, messages in _ahead(translations):
        if (left := left - engine.count_tokens(paragraph)) < 0:
            break
        with line.spare():  # anew for each
            for _ in engine.generate(messages, 1):
                pass


def _ahead(translations: Sequence[Document]) -> Iterator[tuple[str, list[Message]]]:
    """Nothing but the instructions first, then a paragraph of each language in turn, with what is asked of it."""
    yield "", support("?", "?", "?")
    for language in LANGUAGES:
        yield "", prompt("?", [], language)
    for number in range(max((len(document.paragraphs) for document in translations), default=0)):
        for document in translations:
            if number < len(document.paragraphs) and (text := document.paragraphs[number].text):
                yield text, prompt("?", [text], document.language)
                yield "", judgement("?", text)
