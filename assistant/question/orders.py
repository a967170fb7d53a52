"""A question without the orders about answers that stand in it."""

import re

from assistant.text.orders import ROLE, defused, shown

_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+|[\u3400-\u9fff]{2}")
# Of so many words, what is left of a question is a greeting.
_GREETING = 2


def defused_question(question: str) -> str:
    """A reader's ``question``, `defused` but for orders that are how it asks: "Good day. Please answer where it is."

    It is not empty, and has no marks of chat templates, where it is nothing but those and orders.
    """
    visible, left = shown(question), defused(question)
    if _asks(left) or (not _asks(visible) and len(_WORD.findall(left)) > _GREETING):
        return left
    return visible if any(map(str.isalnum, visible)) else " ".join(ROLE.sub(" ", question).split())


def _asks(text: str) -> bool:
    return "?" in text or "？" in text
