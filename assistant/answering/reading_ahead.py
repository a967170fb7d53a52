"""What the language model reads before anybody asks: an engine with a prefix cache does not read it again."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answering.prompts import YES, judgement, prompt
from assistant.documents import Document
from assistant.generation.line import Line
from assistant.languages import LANGUAGES, Language

if TYPE_CHECKING:
    from assistant.generation import Engine

# Tokens of the main text that are read, to judge and to answer, so that answers on it begin sooner.
_MOST = 12_000


def read_ahead(engine: "Engine", line: Line, translations: Sequence[Document]) -> None:
    """Let ``engine`` read each language's instructions, then the paragraphs of ``translations`` of one text.

    Readers who stand in ``line`` come in between.
    """
    left = _MOST
    for language, paragraphs in _ahead(translations):
        if (left := left - sum(map(engine.count_tokens, paragraphs))) < 0:
            break
        with line.place(always=True) as positions:  # anew for each
            for _ in positions:
                pass
            for _ in engine.generate(prompt("?", paragraphs, language), 1):
                pass
            for paragraph in paragraphs:
                engine.probability(judgement("?", paragraph), YES)


def _ahead(translations: Sequence[Document]) -> Iterator[tuple[Language, list[str]]]:
    """Nothing but the instructions first, then a paragraph of each language in turn."""
    for language in LANGUAGES:
        yield language, []
    for number in range(max((len(document.paragraphs) for document in translations), default=0)):
        for document in translations:
            if number < len(document.paragraphs) and document.paragraphs[number].text:
                yield document.language, [document.paragraphs[number].text]
