"""What an answer itself says: its words without labels, and their language."""

import re

from assistant.answer import Answer
from assistant.answering.citations import MARK
from assistant.languages import Language, detect_language
from assistant.text.symbols import SYMBOL

_MARKS = re.compile(r"[“”«»《》\"]")


def own_words(answer: Answer) -> str:
    """The text without the labels of its citations, behind a sentence or before one, and without a model's marks."""
    words = MARK.sub("", answer.text)
    for citation in answer.citations:
        label = re.escape(citation.label)
        words = re.sub(rf"\s*\[{label}\]|(?m:^){label}\s*[:：]\s*", "", words)
    return words.strip()


def written_in(words: str, language: Language) -> Language:
    """The language of ``words``: ``language`` where they are numbers and document symbols, which are in any.

    What stands in quotation marks counts: "BSkyB: «…»" is Russian for who reads it.
    """
    plain = _MARKS.sub(" ", SYMBOL.sub("", words))
    return detect_language(plain)[0] if any(map(str.isalpha, plain)) else language
