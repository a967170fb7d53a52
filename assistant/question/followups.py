"""A question that leans on the conversation before it, made into one that stands alone.

Rules and no language model: whether a question leans on others shows in its words, and the question that it leans on,
put before it, says what it is about (`eval/studies/followups.md` has the figures). Of the turns before, only the
reader's own questions are used, so that nothing that stood in a document or an answer is asked in the reader's name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Turn
from assistant.languages import Language, detect_language
from assistant.question.paragraphs import paragraph_ids
from assistant.text.places import known, spelled
from assistant.text.sentences import sentences
from assistant.text.symbols import document_numbers
from assistant.text.terms import stem

# So many turns are looked at, and so many characters of an earlier question kept.
_TURNS, _LONGEST = 3, 300
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"\d+(?:[/.]\d+)*|[^\W\d_\u3400-\u9fff\uf900-\ufaff]+(?:['’]s\b)?")
_NUMBER = re.compile(r"\d+(?:/\d+)*")
_POSSESSIVE = re.compile(r"(?<=\s)['’]s\b")
_STOP = re.compile(r"[.?!。？！…]$")
# The words for the text that all questions are about: "this draft" points to nothing said before.
_TEXT = re.compile(
    r"\b(?:draft|resolution|document|text|preamble)s?\b|\b(?:проект|резолюци|документ|текст|преамбул)[а-я]*|决议|草案|文件|案文|序言",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Signs:
    """What tells in one language whether a question leans on others.

    ``polite`` says nothing, ``lead`` begins a follow-up or a new question, ``sure`` is said in follow-ups only.
    ``pointer`` points to something named before, and so does ``owner`` where little stands before it. ``clause`` ends
    what a later pointer may point to. ``fragment`` begins what asks for a part of a sentence; ``asks`` is in every
    whole question. ``empty`` words name no topic. ``defines`` begins a question that one word makes whole.
    ``following`` asks for the next of what has numbers. ``verb`` is in a question that says what it asks.
    """

    polite: re.Pattern[str]
    lead: re.Pattern[str]
    sure: re.Pattern[str]
    pointer: re.Pattern[str]
    owner: re.Pattern[str]
    clause: re.Pattern[str]
    fragment: re.Pattern[str]
    asks: re.Pattern[str]
    empty: re.Pattern[str]
    defines: re.Pattern[str]
    following: re.Pattern[str]
    verb: re.Pattern[str]


def _signs(**patterns: str) -> _Signs:
    return _Signs(**{name: re.compile(pattern, re.IGNORECASE | re.VERBOSE) for name, pattern in patterns.items()})


_EN_AUXILIARY = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|might"
_RU_WHICH = "(?:как(?:ой|ая|ое|ие|ого|ому|им|ом|ую|их|ими)|чь(?:ей|его|ему|и|ё|ю|я|их|им)|котор[а-я]+|скольк[а-я]+)"
_RU_WHO = "кто|кого|кому|кем|ком|что|чего|чему|чем|чём|где|куда|откуда|когда|как|каков[аоы]?|почему|зачем|чей|отчего"
_ZH_ASKS = "什么|哪|谁|几|多少|怎|何"
_SIGNS: dict[Language, _Signs] = {
    "en": _signs(
        polite=r"(?:(?:thank\s+you|thanks|ok(?:ay)?|i\s+see|good|great|well)(?:\s+very\s+much)?(?:\s*[.,!:;—-]+\s*|$))+",
        lead=r"(?:and|but|so|then|also|or)\b[\s,]*",
        sure=r"""^(?:and\s+|but\s+)?(?:what|how)\s+about\b | ^no\b[,.\s]*(?:i\b|not\b|the\b)
            | \bi\s+(?:mean|meant|was\s+asking)\b
            | \b(?:too|either|as\s+well)\s*[?.!]*$ | \b(?:what|who|where|which|anything|anyone)\s+else\b
            | ^(?:\w+\s+)?(?:which|what|whose)\s+\w+\W*$""",
        pointer=r"""(?<!what\sis\sin\s)\bit\b(?!\s+(?:true|possible|clear|necessary|known|correct|right)\b)
            | \b(?:they|them|theirs|he|him|she|hers)\b
            | (?<!is\s)(?<!are\s)(?<!was\s)(?<!were\s)(?<!be\s)\bthere\b(?!\s+(?:is|are|was|were|be)\b)
            | \b(?:may|might|can|could|will|would|does|did|is|was|by|for|of|with|to|about|after|before|from)\s+that\b
            | \b(?:this|these|that|those|such)\s*[?.!]+$
            | \b(?:this|these|^that)\b(?!(?:\s+\w+){0,2}?\s+(?:draft|resolution|document|text|preamble|year)s?\b)
            | \bthose\s+(?!(?:that|who|which|of|in|with|are|were)\b)\w
            | \b(?:the|which|this|that)(?:\s+\w+)?\s+ones?\b
            | \b(?:next|previous|other|others|first|second|third|last|latter|former|same)\s*(?:[?.!]|$)
            | \bthen\s*[?.!]*$""",
        owner=r"\b(?:its|their|his|her)\b",
        clause=r"[,;:—]|\s(?:and|or|but|before|when|whether|if|who|where|why|how|that|because)\s",
        fragment=r"""(?:in|on|at|by|for|from|under|to|with|of|through|during|since|until|about)\s+
            (?:which|what|whose|how\s+many|how\s+much)\b""",
        asks=rf"\b(?:what|who|whom|whose|which|where|when|why|how)\b|^(?:{_EN_AUXILIARY})\b",
        empty=rf"""\b(?:{_EN_AUXILIARY}|what|who|whom|whose|which|where|when|why|how|be|been|being|the|an?|of|in|on|at|by|for
            |from|to|with|about|into|under|and|or|but|not|no|so|then|than|as|it|its|they|them|their|this|that|these|those|there
            |any|some|many|much|long|exactly|precisely|else|also|only|just|i|me|my|you|your|we|us|please|tell|say|said|says
            |purpose|aim|goal|reason|title|name|date|place|deadline|result|results|cost|details|more|far|old|big)\b""",
        defines=r"(?:what|who)\s+(?:is|are|was|were)\s+(?!the\b|its\b)",
        verb=rf"\b(?:{_EN_AUXILIARY})\b",
        following=r"\b(?:the\s+)?next(?:\s+(?:one|paragraph|footnote))?\s*\?*$",
    ),
    "ru": _signs(
        polite=r"(?:(?:большое\s+)?(?:спасибо|благодарю|ясно|понятно|хорошо|ладно)(?:\s+большое)?(?:\s*[.,!:;—-]+\s*|$))+",
        lead=r"(?:ну\s+)?(?:а|и|но|или|так|тогда|ну|также)\b[\s,]*",
        sure=rf"""^(?:а\s+)?(?:что|как)\s+(?:насч[её]т|по\s+поводу)\b | ^а\s+как\s+же\b | ^нет\b[,.\s]
            | \bя\s+(?:про|о|об|имел|имела|имею|спрашива[а-я]+)\b | \b(?:тоже|также)\s*[?.!]*$
            | \b(?:{_RU_WHO})\s+(?:же\s+)?ещ[её]\b
            | ^(?:\w+\s+)?{_RU_WHICH}\s+\w+\W*$""",
        pointer=r"""\b(?:он|она|оно|они|ему|ей|ими|н[её]м|ней|ним|ними|них|него|не[её]|нему|там|туда|оттуда|тогда)\b
            | \b(?:тот|та|те|того|той|тому|том|тем|тех|теми)\b(?!,)(?!\s+(?:же|числе|чтобы)\b)
            | \bэт(?:о|от|а|и|ого|ой|ому|ом|им|их|ими|у)\b
              (?!(?:\s+\w+){0,2}?\s+(?:проект|резолюци|документ|текст|преамбул|год))
            | \b(?:втор|перв|трет|следующ|предыдущ|последн|друг|остальн)[аеиоуыья][еймюях]?(?:го)?\s*(?:[?.!]|$)
            | \bтак(?:ой|ая|ое|ие)\s*[?.!]*$""",
        owner=r"\b(?:его|е[её]|их|им)\b",
        clause=r"[,;:]|\s—\s|\s(?:и|или|но)\s",
        fragment=rf"(?:в|во|на|по|с|со|из|о|об|обо|от|до|для|к|ко|у|за|под|при|через|после|перед)\s+{_RU_WHICH}\b",
        asks=rf"""\b(?:{_RU_WHO}|{_RU_WHICH}|ли|есть|будет)\b
            | \b(?!(?:бюджет|комитет|совет|приоритет|университет|институт|результат|мандат|формат)\b)
              (?!(?:материал|потенциал|персонал|раздел)\b)(?-i:[а-яё]{{2,}}(?:[аеёиоуыя]л[аои]?(?:с[яь])?|[еиуюая]т(?:ся)?))\b""",
        empty=rf"""\b(?:{_RU_WHO}|{_RU_WHICH}|а|и|но|или|в|во|на|по|с|со|из|о|об|обо|от|до|для|к|ко|у|за|под|при|через|после
            |перед|про|против|не|нет|ли|же|бы|это|эт[а-я]{{1,3}}|он[аои]?|его|е[её]|их|им|ей|ему|там|тогда|тоже|также|ещ[её]
            |именно|точно|конкретно|есть|был[аои]?|будет|будут|такое|скажите|скажи|подскажите|пожалуйста|повестки|дня
            |цель|причина|название|дата|срок|место|итог|итоги|результат|стоимость|образом|да|ну|так|только|подробнее)\b""",
        defines=r"(?:что|кто)\s+так",
        verb=r"\b(?:будет|будут|был[аои]?|[а-яё]{2,}[еиуюая]т(?:ся)?)\b",
        following=r"\bследующ[а-я]+(?:\s+(?:пункт|абзац|сноск)[а-я]*)?\s*\?*$",
    ),
    "zh": _signs(
        polite=r"(?:(?:谢谢|多谢|感谢|好的?|明白了?|知道了)[您你]?(?:[\s。，,！!：:]+|$))+",
        lead=r"(?:那么|那|而|还有|以及|另外|并且)(?![里儿个些次时])[\s，,]*",
        sure=rf"""^不[是对][，,。\s] | 我(?:问|说|指)的 | ^还 | 也.*吗 | ^(?:(?!{_ZH_ASKS}).)*呢\s*[？?。]*$
            | ^.?哪一?[份个项条段座]?(?:文件|决议)[？?]*$""",
        pointer=r"""它|他们|她们|他(?!国)|她 | 那[里儿个些次时份项] | (?<!因)此(?![外次])
            | 这(?!一?[份项个]?(?:联合国|大会)?(?:决议|草案|文件|文本|案文|序言)|是(?:第|已|一|什么(?:文件|决议)))
            | (?<![应不])该(?!(?:项|份)?(?:决议|草案|文件|案文|文本|区域|地区)|由) | ^会上 | 上述 | 前者 | 后者
            | 第[一二三四五两]个(?=在|是|呢|叫|有|[？?]|$) | [下上]一?[个段条项] | 其余 | 另一个""",
        owner=r"其(?![中他余实次间它])",
        clause=r"[，,；;：:]",
        fragment=rf"(?:在|于|从|以|用|按|为|对|由|向|根据|依据|通过)\s*(?:{_ZH_ASKS}|第几)",
        asks=rf"{_ZH_ASKS}|吗|是否|有没有",
        empty=r"""请问|为什么|什么|时候|时间|哪里|哪儿|哪|谁|何时|何地|为何|如何|何|怎么样|怎样|怎么|多少|几|吗|呢|吧|啊|请
            |具体|目的|原因|理由|名称|名字|标题|日期|地点|结果|包括|通过|方式
            |会(?!议)|(?<!智)能(?!力)|中(?![亚心])|[的了是在有来做为要下上里也还天年月日个座项次届第叫得都和与就又那这它其]""",
        defines=r"什么是|何谓|什么叫",
        verb=r"[\u3400-\u9fff]{4}",
        following=r"^下一?[个段条项](?:呢)?[？?]*$",
    ),
}


def standalone(question: str, history: Sequence[Turn]) -> str:
    """``question``, with what it leans on in the last turns of ``history`` before it; itself where it stands alone.

    It ends with the question's own words, or is an earlier question with another number in it. It may hold two
    languages where the conversation does, so a caller tells the language of the answer from ``question`` alone.
    """
    asked = [turn.question for turn in history][-_TURNS:]
    if not asked or not leans(question):
        return question
    context = ""
    for earlier in map(_kept, asked):
        if not context or _begins(earlier):
            context = _after(_SIGNS[detect_language(earlier)[0]].lead, earlier)
        elif content(earlier) >= 1:  # what names no topic is left out
            context = _put_behind(context, earlier)
    return _put_behind(context, question)


def _begins(question: str) -> bool:
    """Whether what was talked of before ``question`` is left behind: it leans on nothing but for its "And"."""
    signs = _SIGNS[detect_language(question)[0]]
    bare = _after(signs.lead, question)
    own = content(bare) >= 1 and signs.verb.search(bare) and signs.asks.search(bare)
    return not leans(question) or bool(own and not _points(bare, signs) and not signs.sure.search(question))


def _put_behind(context: str, question: str) -> str:
    """``context`` with the one number or place of ``question`` in it where that says no more, else both."""
    return _with_number(context, question) or _with_place(context, question) or _joined([context, question])


def leans(question: str) -> bool:
    """Whether ``question`` can't be understood without what was said before it."""
    signs = _SIGNS[detect_language(question)[0]]
    text = _after(signs.polite, question.strip())
    if not text:  # thanks alone
        return False
    bare = _after(signs.lead, text)
    if signs.sure.search(text) or signs.sure.search(bare) or _points(bare, signs):
        return True
    topic, led = content(bare), bare != text
    if topic <= 1:
        return led or not (topic and signs.defines.match(bare))
    if not signs.asks.search(bare):
        return led or (topic <= 2 and bare.endswith(("?", "？")))
    return topic <= 2 and bool(signs.fragment.match(bare))


def points_back(question: str) -> bool:
    """Whether ``question`` points to something that it has not named before: "Who organises it?"."""
    return _points(question, _SIGNS[detect_language(question)[0]])


def _points(question: str, signs: _Signs) -> bool:
    """Whether ``question`` points to something that it has not named before."""
    start, named = 0, len(question)
    for clause in signs.clause.finditer(question):
        if content(question[start : clause.start()]) >= 1:
            named = clause.start()
            break
        start = clause.start()
    pointer, owner = signs.pointer.search(question), signs.owner.search(question)
    if pointer and pointer.start() < named:
        return True
    return bool(owner and owner.start() < named and content(question[: owner.start()]) < 2)


def is_of_the_text(question: str) -> bool:
    """Whether ``question`` names no topic but the text itself."""
    return content(question) <= 2 * len(_TEXT.findall(question))


def content(question: str) -> float:
    """How much of ``question`` names its topic: words, a Chinese character as half of one, a text named as two."""
    signs = _SIGNS[detect_language(question)[0]]
    named = len(document_numbers(question) | paragraph_ids(question)) + len(_TEXT.findall(question))
    words = signs.empty.sub(" ", question)
    return len(_WORD.findall(words)) + len(_HAN.findall(words)) / 2 + named


def _with_number(earlier: str, question: str) -> str:
    """``earlier`` with the one number of ``question``, where that says no more; else empty."""
    signs = _SIGNS[detect_language(question)[0]]
    old, new = _NUMBER.findall(earlier), _NUMBER.findall(question)
    if len(old) != 1:
        return ""
    if not new and signs.following.search(question) and old[0].isdecimal():
        return _NUMBER.sub(str(int(old[0]) + 1), earlier)
    if len(new) != 1 or ("/" in old[0]) != ("/" in new[0]) or signs.asks.search(question):
        return ""
    return _NUMBER.sub(new[0], earlier) if _stems(question, signs) <= _stems(earlier, signs) else ""


def _with_place(earlier: str, question: str) -> str:
    """``earlier`` with the one place that ``question`` names, and nothing else, for its own; else empty."""
    language = detect_language(question)[0]
    last = sentences(earlier)[-1]
    old, new = (spelled(known(text, language), text, language) for text in (last, question))
    if len(old) != 1 or len(new) != 1:
        return ""
    signs = _SIGNS[language]
    rest = signs.sure.sub(" ", _POSSESSIVE.sub(" ", question.replace(new[0], " ")))
    if content(rest) or signs.asks.search(rest):
        return ""
    return earlier.removesuffix(last) + last.replace(old[0], new[0])


def _stems(question: str, signs: _Signs) -> set[str]:
    words = signs.empty.sub(" ", _NUMBER.sub(" ", question)).lower()
    return {stem(word) for word in _WORD.findall(words)} | set(_HAN.findall(words))


def _after(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return text[found.end() :] if found else text


def _joined(questions: Sequence[str]) -> str:
    """With a space between them where the scripts have one."""
    text = questions[0]
    for question in questions[1:]:
        text += ("" if text.endswith(("？", "。", "！", "…")) and _HAN.match(question) else " ") + question
    return text


def _kept(earlier: str) -> str:
    """An earlier question on one line, of a bounded length, with a mark at its end."""
    line = " ".join(earlier.split())
    line = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return line if _STOP.search(line) else line + ("？" if _HAN.search(line) else "?")
