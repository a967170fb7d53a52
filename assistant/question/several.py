"""Several questions in one message, taken apart, so that each is answered and checked by itself.

A message is cut where a sentence ends and where "and", a comma or a semicolon stands between two questions: both sides
have a word that asks, and the later one begins with it. What two such words side by side share stands behind them:
"where and when will it be held?". What asks nothing of its own ("and why?") stays with the question before it.
"""

import re
from collections.abc import Iterator
from functools import cache

from assistant.languages import Language, detect_language
from assistant.question.followups import content, points_back
from assistant.text.sentences import sentences

_FILLER = r"(?:(?:also|then|like|um|so|please|еще|также|заодно|ну)[\s,]+){0,2}"
_ASKS: dict[Language, str] = {
    "en": r"(?:(?:in|on|at|by|for|from|under|to|with|of|until|since|through|against) )?"
    r"(?:what|which|whom?|whose|where|when|why|how)\b",
    "ru": r"(?:(?:в|во|на|по|с|со|из|о|об|к|у|за|от|до|для|при|под|через|после|кем) )?"
    r"(?:кто|кого|кому|кем|ком|что|чего|чему|чем|где|куда|откуда|когда|почему|зачем|чей|чья|чье|чьи"
    r"|сколько|скольких|как(?:ой|ая|ое|ие|ого|ому|им|их|ую|ими|ом|ова|ово|овы)?)\b",
    "zh": r"(?:(?:在|于|由|从|到|对|向|为|被|是)?(?:哪[里儿些个份项国年天位]?|什么|谁|何[时地处人]|几[个月号时]?"
    r"|多少|多[久长大]|为什么|为何|怎[么样]|如何|是否|有没有))",
}
_ORDERS: dict[Language, str] = {
    "en": r"(?:please )?(?:list|name|compare|quote|summari[sz]e|show|explain|describe|give me|tell me)\b",
    "ru": r"(?:перечисл|назов|сравн|процитир|кратко|излож|покаж|объясн|расскаж|опиш)[а-я]*\b",
    "zh": r"请?(?:列[出举]|比较|引用|总结|概括|解释|介绍)",
}
# "Does it create a fund and is it binding?"
_WHETHER = r"(?:is|are|was|were|does|do|did|will|has|have|can|must)\b(?= (?:the|it|they|there|this|any|a|an)\b)"
_AND: dict[Language, str] = {
    "en": rf"(?:[,;]?\s+(?:and|plus|as well as)\s+|[;,]\s+|\s*(?:…|\.\.\.)\s*(?:and\s+)?){_FILLER}",
    "ru": rf"(?:[,;]?\s+(?:и|а также|плюс)\s+|,\s+а\s+|;\s+|\s*(?:…|\.\.\.)\s*(?:и\s+)?){_FILLER}",
    "zh": r"(?:[，,；;]\s*(?:以及|还有|和|并且|并|另外|又)?|以及|还有)",
}
# A clause that begins so leads in a question behind its comma: "When a State withdraws, what happens?"
_CLAUSE = re.compile(r"(?:when|where|if|while|as)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|\s+)(?:\(?\d{1,2}[.)）]|[-•–])\s+|\n+")
# A question has a topic of its own where it has so many words that name one (`followups.content`).
_TOPIC = 2
# What an English or Russian question of one topic has beside that.
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|do|does|did|has|have|can|must)\b|\b(?:будет|будут|был[аои]?|[а-яё]{2,}[еиуюая]т(?:ся)?)\b",
    re.IGNORECASE,
)
_SUBJECTLESS = re.compile(r"[是为有在由各又]|分别|请|举")
# "Really??" asks nothing.
_FEW = 2
_STOP = re.compile(r"[?？。.!！；;，,、\s]+$")


def taken_apart(message: str) -> tuple[str, ...]:
    """The questions of ``message``, in order, each with its mark; itself alone where it is one."""
    language = detect_language(message)[0]
    asked: list[str] = []
    led = ""  # what is said before a question and asks nothing
    for sentence in _sentences(message, language):
        if not _is_question(sentence, language):
            led = f"{led} {sentence}".strip()
            continue
        first, *rest = _of_sentence(sentence, language)
        asked += [f"{led} {first}".strip(), *rest]
        led = ""
    parts: list[str] = []
    for part in asked:
        if parts and not _is_own(part, language):  # "Which one? And why?": the later asks nothing of its own
            parts[-1] += ("" if language == "zh" else " ") + part
        else:
            parts.append(part)
    return tuple(parts) if len(parts) > 1 else (message,)


def _is_own(part: str, language: Language) -> bool:
    """Whether ``part`` names what it asks about, and says of it what it asks."""
    if points_back(part):
        return content(part) > _TOPIC
    if language == "zh":
        return content(part) > 1 and not _SUBJECTLESS.match(part)
    own = content(re.sub(_ORDERS[language], " ", part, flags=re.IGNORECASE))
    return own > _TOPIC or (own >= 1 and bool(_VERB.search(part)))


def _is_question(sentence: str, language: Language) -> bool:
    marked = bool(re.search(r"[?？]\s*$", sentence)) and len(re.findall(r"[\u3400-\u9fff]|\w+", sentence)) > _FEW
    return marked or bool(_asks(language).search(sentence))


def _sentences(message: str, language: Language) -> Iterator[str]:
    for piece in _NUMBERED.split(message):
        for sentence in sentences(piece):
            parts = re.split(r"(?<=[?？;；])\s*", sentence)
            yield from (part for part in parts if any(map(str.isalnum, part)))


def _of_sentence(sentence: str, language: Language) -> list[str]:
    """The questions of one sentence."""
    asks = _asks(language)
    if beside := _beside(language).search(sentence):
        before, behind = sentence[: beside.start()], sentence[beside.end() :]
        if content(before + behind) >= _TOPIC:
            return [_question(before + said + behind, language) for said in beside.groups() if said]
    found: list[str] = []
    start = 0
    for between in _between(language).finditer(sentence):
        if between[0].strip() == "," and _CLAUSE.match(sentence):
            continue
        if _twice(sentence, between):
            continue
        if asks.search(sentence, start, between.start()) and content(sentence[start : between.start()]) >= 1:
            found.append(_question(sentence[start : between.start()], language))
            start = between.end()
    return [*found, _question(sentence[start:], language)] if found else [sentence]


def _twice(sentence: str, between: re.Match[str]) -> bool:
    """Whether the words before and behind are one: "a balance between what and what"."""
    before, behind = re.findall(r"\w+", sentence[: between.start()]), re.findall(r"\w+", sentence[between.end() :])
    return bool(before and behind and before[-1].casefold() == behind[0].casefold())


def _question(part: str, language: Language) -> str:
    text = _STOP.sub("", part).strip()
    return text[:1].upper() + text[1:] + ("？" if language == "zh" else "?")


@cache
def _asks(language: Language) -> re.Pattern[str]:
    whether = rf"|(?:^|(?<=\s)){_WHETHER}" if language == "en" else r"|\bли\b" if language == "ru" else "|吗"
    edge = "" if language == "zh" else r"(?<!\w)"
    return re.compile(rf"{edge}(?:{_ASKS[language]}|{_ORDERS[language]}){whether}", re.IGNORECASE)


@cache
def _between(language: Language) -> re.Pattern[str]:
    """What stands between two questions: the later begins with a word that asks, in Chinese it has one."""
    if language == "zh":
        return re.compile(rf"{_AND['zh']}(?=[^，,；;]*(?:{_ASKS['zh']}|{_ORDERS['zh']}|吗|了没有))")
    whether = _WHETHER if language == "en" else r"[а-яё]+ ли\b"
    later = rf"(?:{_ASKS[language]}|{_ORDERS[language]}|{whether})"
    return re.compile(rf"{_AND[language]}(?={later})", re.IGNORECASE)


@cache
def _beside(language: Language) -> re.Pattern[str]:
    """Two words that ask for different things of one, side by side: "where and in which year"."""
    if language == "zh":
        time, place = r"(?:何时|什么时候|哪一?天|何年)", r"[在于]?(?:何地|何处|哪里|哪个(?:城市|国家|地方))"
        between = r"(?:、|和|以及|与)?"
        return re.compile(rf"(?P<one>{time}){between}(?P<other>{place})|(?P<one_>{place}){between}(?P<other_>{time})")
    which = r"(?:which|what|как(?:ой|ая|ое|ого|ому|им|ом|ую))\s+\w+"
    before = r"(?:(?:in|on|at|by|for|from|under|until|since|в|во|на|по|с|из|к|до|для|при|под) )?"
    one = rf"{before}(?:{which}|where|when|who|why|how|где|когда|кто|куда|откуда|почему|зачем)"
    return re.compile(rf"(?<!\w)(?P<one>{one}),?\s+(?:and|и)\s+(?P<other>{one})(?!\w)", re.IGNORECASE)
