"""A sentence of an answer for a reader of another language than the paragraph's.

A small model understands a paragraph best in the paragraph's own language, and only there can its words be compared
with the paragraph: so an answer is written and checked there, and then translated sentence by sentence. What can be
compared across languages (numbers, dates, symbols, the names that the project knows) has to be the source's; a
translation that has anything else, or words in a third script, does not reach the reader.
"""

import re
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING

from assistant.answering.streaming import collected
from assistant.generation import Message
from assistant.languages import Language
from assistant.question.question import Question
from assistant.text.claims import ROMAN_NUMBER, claims, in_roman, in_words, rescaled
from assistant.text.glossary import with_terms
from assistant.text.places import annotated, known, small
from assistant.text.quantities import has_number
from assistant.text.units import compared

if TYPE_CHECKING:
    from assistant.generation import Engine

# Tokens of a translation: so many times those of the source, and some more for an answer of one word.
_LONGER, _SHORTEST = 3, 30

_SYSTEM: dict[Language, str] = {
    "zh": "你是联合国的译员，把{source}译成中文，准确完整，只写译文。人名和地名用中文通用的写法。",
    "ru": "Ты переводчик ООН и переводишь с {source} языка на русский точно и полностью; пиши только перевод. Имена и "
    "названия пиши так, как принято по-русски.",
    "en": "You are a United Nations translator and translate from {source} into English, exactly and completely; write "
    "the translation only. Names are written as they are usual in English.",
}
_SOURCE: dict[Language, dict[Language, str]] = {
    "zh": {"ru": "俄文", "en": "英文"},
    "ru": {"zh": "китайского", "en": "английского"},
    "en": {"zh": "Chinese", "ru": "Russian"},
}
_SENTENCE: dict[Language, str] = {
    "zh": "译成中文：{sentence}",
    "ru": "Переведи на русский язык: {sentence}",
    "en": "Translate into English: {sentence}",
}
# With the question and what the answer rests on, a word or two becomes a sentence, and more names are the right ones
# (`eval/studies/translation.md`).
_ANSWER: dict[Language, str] = {
    "zh": "原文：{context}\n问题：{question}\n回答：{sentence}\n用中文回答：",
    "ru": "Текст: {context}\nВопрос: {question}\nОтвет: {sentence}\nОтвет по-русски:",
    "en": "Text: {context}\nQuestion: {question}\nAnswer: {sentence}\nAnswer in English:",
}
# The examples that the model is shown, in the three languages.
_Text = dict[Language, str]
_FIRST: _Text = {
    "zh": "联合国首任秘书长是特里格韦·赖伊，任期至1952年。",
    "ru": "Первым Генеральным секретарём Организации Объединённых Наций был Трюгве Ли, до 1952 года.",
    "en": "The first Secretary-General of the United Nations was Trygve Lie, until 1952.",
}
_VOLGA: _Text = {
    "zh": "伏尔加河全长3530公里，是欧洲最长的河流，流域面积约136万平方公里，占俄罗斯欧洲部分的三分之一。",
    "ru": "Волга — самая длинная река Европы: её длина — 3530 километров, а площадь бассейна — около 1 360 000 "
    "квадратных километров, треть европейской части России.",
    "en": "The Volga, 3530 kilometres long, is the longest river of Europe, and its basin, of about 1,360,000 square "
    "kilometres, is a third of the European part of Russia.",
}
_CHARTER: _Text = {
    "zh": "《联合国宪章》于1945年6月26日在旧金山签署，同年10月24日生效。",
    "ru": "Устав Организации Объединённых Наций был подписан 26 июня 1945 года в Сан-Франциско и вступил в силу 24 "
    "октября того же года.",
    "en": "The Charter of the United Nations was signed on 26 June 1945 in San Francisco and entered into force on 24 "
    "October of that year.",
}
_SENTENCES: tuple[_Text, ...] = (_FIRST, _VOLGA)
# Of each what it rests on, the question, the answer in a word or two, and in a sentence.
_ANSWERS: tuple[tuple[_Text, _Text, _Text, _Text], ...] = (
    (
        _FIRST,
        {
            "zh": "谁是首任秘书长？",
            "ru": "Кто был первым Генеральным секретарём?",
            "en": "Who was the first Secretary-General?",
        },
        {"zh": "特里格韦·赖伊", "ru": "Трюгве Ли", "en": "Trygve Lie"},
        {
            "zh": "首任秘书长是特里格韦·赖伊。",
            "ru": "Первым Генеральным секретарём был Трюгве Ли.",
            "en": "The first Secretary-General was Trygve Lie.",
        },
    ),
    (
        _CHARTER,
        {
            "zh": "《宪章》何时生效？",
            "ru": "Когда вступил в силу Устав?",
            "en": "When did the Charter enter into force?",
        },
        {"zh": "1945年10月24日", "ru": "24 октября 1945 года", "en": "24 October 1945"},
        {
            "zh": "《宪章》于1945年10月24日生效。",
            "ru": "Устав вступил в силу 24 октября 1945 года.",
            "en": "The Charter entered into force on 24 October 1945.",
        },
    ),
)
# What a reader may not be able to read: a word that was left as it was.
_FOREIGN: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"[а-яё]", re.IGNORECASE),
    "ru": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
    "en": re.compile(r"[\u3400-\u9fff\uf900-\ufaffа-яё]", re.IGNORECASE),
}
_BRACKET = re.compile(r"[(（]")
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
    there = f"{sentence} {context} {asked}"
    most = _LONGER * engine.count_tokens(sentence) + _SHORTEST
    said = yield from collected(engine.generate(_messages(sentence, source, reader, asked, context), most))
    written = localised(" ".join(said.split()), reader)
    if not _BRACKET.search(there):  # the model's own remarks: "Dushanbe (formerly …)"
        written = _REMARK.sub("", written)
    whole = engine.count_tokens(written) < most - 1
    return written if whole and faithful(written, sentence, source, reader, question, context) else ""


def translate_question(question: str, source: Language, target: Language, engine: "Engine") -> str:
    """``question`` in the language of the texts that it is asked of; "" if not `faithful`."""
    messages = [_system(source, target), *_shown([asked for _, asked, _, _ in _ANSWERS], source, target)]
    with_forms = with_terms(_readied(question, source, target), source, target)
    order = _SENTENCE[target].format(sentence=with_forms)
    most = _LONGER * engine.count_tokens(question) + _SHORTEST
    written = " ".join("".join(engine.generate([*messages, Message("user", order)], most)).split())
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


def _messages(sentence: str, source: Language, reader: Language, question: str, context: str) -> list[Message]:
    messages = [_system(source, reader)]
    if question:
        order = _ANSWER[reader]
        for rests_on, asked, short, whole in _ANSWERS:
            example = order.format(context=rests_on[source], question=asked[reader], sentence=short[source])
            messages += [Message("user", example), Message("assistant", whole[reader])]
    else:
        order = _SENTENCE[reader]
        messages += _shown(_SENTENCES, source, reader)
    context, sentence = (_readied(text, source, reader) for text in (context, sentence))
    return [*messages, Message("user", order.format(context=context, question=question, sentence=sentence))]


def _readied(text: str, source: Language, reader: Language) -> str:
    """``text`` with what the model translates badly as it is to be written: large numbers, and names of places."""
    scaled = rescaled(text, reader) if "zh" in (source, reader) else text
    return annotated(scaled, source, reader)


def _system(source: Language, reader: Language) -> Message:
    return Message("system", _SYSTEM[reader].format(source=_SOURCE[reader][source]))


def _shown(texts: Iterable[_Text], source: Language, reader: Language) -> list[Message]:
    """Examples of ``texts`` translated alone."""
    return [
        message
        for text in texts
        for message in (
            Message("user", _SENTENCE[reader].format(sentence=text[source])),
            Message("assistant", text[reader]),
        )
    ]


def localised(translated: str, reader: Language) -> str:
    """``translated`` with numbers as Russian writes them: "40 000" and "3,62"."""
    if reader != "ru":
        return translated
    translated = _GROUPED.sub(lambda found: found[0].replace(",", " "), translated)
    return _DECIMAL.sub(lambda found: found[0] if found[1] else f"{found[2]},{found[3]}", translated)
