"""Several questions in one message, taken apart, so that each is answered and checked by itself.

A message is cut where a sentence ends and where "and", a comma or a semicolon stands between two questions: both sides
have a word that asks, and the later one begins with it. Two such words that share what stands behind them ("where and
when will it be held?") are one question, which one paragraph mostly answers. What asks nothing of its own ("and why?")
stays with the question before it.
"""

import re
from collections.abc import Iterator

from assistant.languages import Language, detect_language
from assistant.question.message import TOPIC, content, read_message
from assistant.question.vocabulary import words
from assistant.text.sentences import sentences

# What stands before an item of a list, and where a question ends.
_BREAK = re.compile(r"(?:^|\s+)(?:\(?\d{1,2}[.)）]|[-•–])\s+|(?<=[?？;；])\s*")
_STOPS = "?？。.!！；;，,、 "


def taken_apart(message: str) -> tuple[str, ...]:
    """The questions of ``message``, in order, each with its mark; itself alone where it is one."""
    language = detect_language(message)[0]
    parts: list[str] = []
    led = ""  # what is said before a question and asks nothing
    for sentence in _sentences(message):
        if not _is_question(sentence, language):
            led = f"{led} {sentence}".strip()
            continue
        first, *rest = _of_sentence(sentence, language)
        for part in (f"{led} {first}".strip(), *rest):
            if parts and not read_message(part).whole:  # "Which one? And why?": the later asks nothing of its own
                parts[-1] += ("" if language == "zh" else " ") + part
            else:
                parts.append(part)
        led = ""
    return tuple(parts) if len(parts) > 1 else (message,)


def _sentences(message: str) -> Iterator[str]:
    for piece in _BREAK.split(message):
        yield from (sentence for sentence in sentences(piece) if any(map(str.isalnum, sentence)))


def _is_question(sentence: str, language: Language) -> bool:
    """Whether it asks: "Really??" does not."""
    marked = sentence.rstrip().endswith(("?", "？")) and content(sentence, language) >= TOPIC
    return marked or bool(words(language, "asking").search(sentence))


def _of_sentence(sentence: str, language: Language) -> list[str]:
    """The questions of one sentence."""
    found: list[str] = []
    start = 0
    for joint in words(language, "joint").finditer(sentence):
        if _parts(sentence, start, joint, language):
            found.append(_question(sentence[start : joint.start()], language))
            start = joint.end()
    return [*found, _question(sentence[start:], language)] if found else [sentence]


def _parts(sentence: str, start: int, joint: re.Match[str], language: Language) -> bool:
    """Whether a question ends and another begins at ``joint``."""
    before, behind = sentence[start : joint.start()], sentence[joint.end() :]
    if joint[0].strip() == "," and words(language, "condition").match(sentence):
        return False
    asked = words(language, "asking").search(before) and read_message(before).whole
    return bool(asked and words(language, "starts").match(behind))


def _question(part: str, language: Language) -> str:
    text = part.strip(_STOPS)
    return text[:1].upper() + text[1:] + ("？" if language == "zh" else "?")
