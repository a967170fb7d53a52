"""A sentence of an answer for a reader of another language than the paragraph's.

A small model understands a paragraph best in the paragraph's own language, and only there can its words be compared
with the paragraph: so an answer is written and checked there, and then translated sentence by sentence. What can be
compared across languages (numbers, dates, symbols, the names that the project knows) has to be the source's; a
translation that has anything else, or words in a third script, does not reach the reader.
"""

import re
import tomllib
from collections.abc import Generator, Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from assistant.answering.streaming import collected
from assistant.generation import Message
from assistant.languages import Language
from assistant.question.question import Question
from assistant.text.claims import ROMAN_NUMBER, claims, in_roman, in_words, rescaled
from assistant.text.glossary import with_terms
from assistant.text.places import annotated, known, small
from assistant.text.quantities import has_number
from assistant.text.terms import HAN
from assistant.text.units import compared

if TYPE_CHECKING:
    from assistant.generation import Engine

# Tokens of a translation: so many times those of the source, and some more for an answer of one word.
_LONGER, _SHORTEST = 3, 30

# What the model is told, and the examples that it is shown.
_PROMPTS = tomllib.loads(files("assistant.answering").joinpath("translation.toml").read_text(encoding="utf-8"))
_Example = Mapping[str, Mapping[Language, str]]
_ANSWERS: Sequence[_Example] = _PROMPTS["answered"]
# What a reader may not be able to read: a word that was left as it was.
_UNREADABLE: dict[Language, str] = {"zh": "а-яё", "ru": HAN, "en": f"а-яё{HAN}"}
_FOREIGN = {reader: re.compile(f"[{letters}]", re.IGNORECASE) for reader, letters in _UNREADABLE.items()}
_REMARK = re.compile(r"\s*[(（][^()（）]*(?:[)）]|$)")
_LATIN = re.compile(r"[A-Za-z]{2,}")
# A word in two scripts.
MIXED = re.compile(r"[A-Za-z][а-яё]|[а-яё][A-Za-z]", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\d.,/])[1-9]\d{0,2}(?:,\d{3})+(?![\d/])")
# Not "п. 3.2" or "в 14.30".
_DECIMAL = re.compile(
    r"(\b(?:п|пп|ст|гл|раздел\w*|(?:под)?пункт\w*|стать\w*|глав\w*|верси\w*|задач\w*|в|до)\.? |[\d.,:/A-Za-z])?"
    r"\b(\d+)\.(\d+)(?![\d:/]|\.\d)"
)
_REPEATED = re.compile(r"(?<!\w)(?=\w*[^\W\d])(\w+(?: \w+){0,7})(?:\W+\1){3}(?!\w)|([\u3400-\u9fff]{2,})\2{2}")


def _alone(text: Mapping[Language, str]) -> _Example:
    """``text``, translated with nothing beside it."""
    return dict.fromkeys(("context", "question", "sentence", "reply"), text)


_SENTENCES = [_alone(text) for text in (_ANSWERS[0]["context"], *_PROMPTS["alone"])]
_QUESTIONS = [_alone(item["question"]) for item in _ANSWERS]


def translate(
    sentence: str,
    source: Language,
    reader: Language,
    engine: "Engine",
    question: Question | None = None,
    context: str = "",
) -> Generator[str, None, str]:
    """``sentence`` in the language of ``reader``; "" if not `faithful`. Yields as `collected` does.

    With a ``question`` it is an answer, which rests on ``context`` and may be a word or two; it becomes a sentence.
    """
    asked = question.query.text if question else ""
    order, examples = ("answer", _ANSWERS) if asked else ("sentence", _SENTENCES)
    given = {"sentence": _readied(sentence, source, reader), "context": _readied(context, source, reader)}
    messages = _messages(order, examples, source, reader, {**given, "question": asked})
    most = _LONGER * engine.count_tokens(sentence) + _SHORTEST
    said = yield from collected(engine.generate(messages, most))
    written = localised(" ".join(said.split()), reader)
    if not set("(（") & set(f"{sentence}{context}{asked}"):  # the model's own remarks: "Dushanbe (formerly …)"
        written = _REMARK.sub("", written)
    whole = engine.count_tokens(written) < most - 1
    return written if whole and faithful(written, sentence, source, reader, question, context) else ""


def translate_question(question: str, source: Language, target: Language, engine: "Engine") -> str:
    """``question`` in the language of the texts that it is asked of; "" if not `faithful`."""
    with_forms = with_terms(_readied(question, source, target), source, target)
    messages = _messages("sentence", _QUESTIONS, source, target, {"sentence": with_forms})
    most = _LONGER * engine.count_tokens(question) + _SHORTEST
    written = " ".join("".join(engine.generate(messages, most)).split())
    return written if faithful(written, question, source, target, context=with_forms) else ""


def faithful(
    translated: str,
    sentence: str,
    source: Language,
    reader: Language,
    question: Question | None = None,
    context: str = "",
) -> bool:
    """Whether ``translated`` says something, and nothing that can be seen not to come from ``sentence``.

    It has just the numbers, dates, symbols and known names of ``sentence``; those of ``question`` and ``context`` may
    be in it too.
    """
    if not translated or any(pattern.search(translated) for pattern in (_FOREIGN[reader], MIXED, _REPEATED)):
        return False
    asked = question.query.text if question else ""
    there = f"{sentence} {context} {asked}"
    said, needed = claims(translated, digits=True) | in_roman(translated), claims(sentence)
    if not needed <= said | in_words(translated) or not said <= claims(there, digits=True) | in_words(there):
        return False
    names, of_sentence = known(translated, reader), known(sentence, source)
    places = question.places[reader] if question else frozenset()
    if not small(of_sentence) <= names <= of_sentence | known(context, source) | places:
        return False
    if reader != "en" and not set(_LATIN.findall(ROMAN_NUMBER.sub("", translated))) <= set(_LATIN.findall(there)):
        return False
    repeated = question.compared if question else frozenset()
    return bool(compared(translated) - repeated) or has_number(translated) > has_number(asked)


def _messages(
    order: str, examples: Sequence[_Example], source: Language, reader: Language, given: Mapping[str, str]
) -> list[Message]:
    """What the model is told and shown, and the ``order`` for what is ``given`` it."""
    form = _PROMPTS[order][reader].format
    messages = [Message("system", _PROMPTS["system"][reader].format(source=_PROMPTS["source"][reader][source]))]
    for item in examples:
        shown = {
            name: item[name][reader if name == "question" else source] for name in ("context", "question", "sentence")
        }
        messages += [Message("user", form(**shown)), Message("assistant", item["reply"][reader])]
    return [*messages, Message("user", form(**given))]


def _readied(text: str, source: Language, reader: Language) -> str:
    """``text`` with what the model translates badly as it is to be written: large numbers, and names of places."""
    scaled = rescaled(text, reader) if "zh" in (source, reader) else text
    return annotated(scaled, source, reader)


def localised(translated: str, reader: Language) -> str:
    """``translated`` with numbers as Russian writes them: "40 000" and "3,62"."""
    if reader != "ru":
        return translated
    translated = _GROUPED.sub(lambda found: found[0].replace(",", " "), translated)
    return _DECIMAL.sub(lambda found: found[0] if found[1] else f"{found[2]},{found[3]}", translated)
