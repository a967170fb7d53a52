"""A message, read for what its words show: what it is about, and whether it can be understood by itself."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.languages import Language, detect_language
from assistant.question.paragraphs import paragraph_ids
from assistant.question.vocabulary import behind, only, words
from assistant.text.symbols import document_numbers
from assistant.text.terms import HAN, stem

# As it stands for a paragraph, or for a resolution.
NUMBER = re.compile(r"\d+(?:/\d+)*")
_WORD = re.compile(rf"\d+(?:[/.]\d+)*|[^\W\d_{HAN}]+(?:['’]s\b)?|[{HAN}]")
# A question has a topic of its own where it has so many words that name one (`Message.topic`).
TOPIC = 2


@dataclass(frozen=True)
class Message:
    """A message in ``language``; ``bare`` is its text without the "And" that leads it in."""

    text: str
    language: Language
    bare: str

    def has(self, kind: str) -> bool:
        """Whether a word of ``kind`` is in it (see `vocabulary`)."""
        return bool(words(self.language, kind).search(self.bare))

    def begins(self, kind: str) -> bool:
        """Whether it begins with a word of ``kind``."""
        return bool(words(self.language, kind).match(self.bare))

    @cached_property
    def topic(self) -> float:
        """How much of it names its topic: words, a Chinese character as half of one, a text named as two."""
        return content(self.bare, self.language)

    @cached_property
    def points(self) -> bool:
        """Whether it points to something that it has not named before: "Who organises it?"."""
        start, named = 0, len(self.bare)
        for clause in words(self.language, "clause").finditer(self.bare):
            if content(self.bare[start : clause.start()], self.language) >= 1:
                named = clause.start()
                break
            start = clause.start()
        pointer, owner = (words(self.language, kind).search(self.bare) for kind in ("pointer", "owner"))
        if pointer and pointer.start() < named:
            return True
        return bool(owner and owner.start() < named and content(self.bare[: owner.start()], self.language) < TOPIC)

    @property
    def whole(self) -> bool:
        """Whether it names what it asks about, and says of it what it asks."""
        if self.points:
            return self.topic > TOPIC
        if self.language == "zh":
            return self.topic > 1 and not self.begins("subjectless")
        own = content(words(self.language, "order", "verb").sub(" ", self.bare), self.language)
        return own > TOPIC or (own >= 1 and self.has("verb"))

    @property
    def leans(self) -> bool:
        """Whether it can't be understood without what was said before it."""
        if only(self.text, self.language, "polite"):
            return False
        if self.points or self.has("sure"):
            return True
        led = self.bare != self.text
        if self.topic <= 1:
            return led or not (self.topic and self.begins("defines"))
        if not self.has("asks"):
            return led or (self.topic <= TOPIC and self.bare.endswith(("?", "？")))
        return self.topic <= TOPIC and self.begins("fragment")

    @property
    def opens(self) -> bool:
        """Whether it leaves behind what was talked of before: it leans on nothing, or on that by its "And" alone."""
        return not self.leans or (self.whole and self.has("asks") and not self.points and not self.has("sure"))

    @property
    def stems(self) -> set[str]:
        """The stems of the words that name its topic, but for numbers."""
        named = words(self.language, "empty").sub(" ", NUMBER.sub(" ", self.bare)).lower()
        return {stem(word) for word in _WORD.findall(named)}


def read_message(text: str) -> Message:
    """``text`` as a message."""
    language = detect_language(text)[0]
    return Message(text, language, behind(text, language, "lead"))


def content(text: str, language: Language | None = None) -> float:
    """How much of ``text``, in ``language`` or else its own, names its topic, as `Message.topic`."""
    language = language or detect_language(text)[0]
    named = len(document_numbers(text) | paragraph_ids(text)) + len(words(language, "text").findall(text))
    left = _WORD.findall(words(language, "empty").sub(" ", text))
    return sum(0.5 if "\u3400" <= word <= "\ufaff" else 1 for word in left) + named


def compared_on(question: str) -> bool:
    """Whether ``question``, which compares texts, names what they are compared on."""
    language = detect_language(question)[0]
    return content(words(language, "text", "compares").sub(" ", question), language) >= 1


def is_of_the_text(question: str) -> bool:
    """Whether ``question`` names no topic but the text itself."""
    message = read_message(question)
    return content(question) <= 2 * len(words(message.language, "text").findall(question))
