"""What kind of answer a question wants, told by its words, and whether a text has that kind of thing.

"How many" and "when" are not answered by a sentence that has no number or time in it, however much of the paragraph it
repeats.
"""

import re

from assistant.claims import claims

_ASKS_DATE = (
    r"\b(?:what|which) (?:year|date)\b|\bby when\b|\bв каком году\b|\bкакого (?:числа|года)\b"
    r"|\bк какому (?:сроку|году)\b|哪一?年|何年|哪[一几]?[天日]"
)
_ASKS_NUMBER = re.compile(
    rf"{_ASKS_DATE}|\bhow (?:many|much|old|tall|high|long|far|large|wide)\b"
    r"|\b(?:what|which) (?:percentage|amount|sum)\b|\bсколько\b"
    r"|\bкак(?:ова?|ую|ой) (?:числ|бюджет|сумм|высот|площад|длин|расстоян)"
    r"|多少|(?<!举)几[个名位次届项段年天条家]|多[长久高远大]",
    re.IGNORECASE,
)
_ASKS_COUNT = re.compile(
    r"\bhow (?:many|much)\b|\bсколько\b(?! лет)|多少(?!年)|(?<!举)几[个名位次届项段条家]", re.IGNORECASE
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[а-я]+|марта|мая|августа)"
)
# What counts nothing: days, years, numbers of documents.
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}\b)(?:,? \d{{4}}\b)?"
    rf"|\b(?:in|of|by|since|until|till|before|after|from|to|during|between|and|{_MONTH},?) (?:1\d|20)\d\d\b(?! [a-z])"
    r"|(?<!\d)\d{3,4}(?:\s*[-–—]\s*\d{2,4})?(?=\s*(?:год|гг?\.|年))|\d{1,2}\s*[月日号]|\d+(?:/\d+)+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|both|single|several|many|most|few)\b"
    r"|\b(?:thir|four|for|fif|six|seven|eigh|nine)t(?:een|y|ie)|\b(?:third|(?:four|fif|six|seven|eigh|nin|ten)th)"
    r"|\b(?:eleven|twel[fv]|twent|hundred|thousand|million|billion|quarter|dozen|twice)"
    # The words that only begin like a number are left out: "сотрудничество", "обеспечение", "семинар", "сторона".
    r"|\b(?:один|одн(?:а|о|ой|ого|ому|ом|им|у|и|их|ими)|дв(?:а|е|ое|оих)|три|трое|ст[оа]|сот(?:ый|ая|ое|ых)?"
    r"|сем(?:ь|ью|и|еро)|об(?:а|е|оих|еих|оим|еим)|(?:перв|втор)(?:ый|ой|ая|ое|ые|ого|ому|ом|ую|ым|ых|ыми))\b"
    r"|\b(?:одиннадцат|дв(?:адцат|енадцат|ест|ажды|ух|ум)|тр[её][хм]|трет[иь]|тр(?:ист|идцат|инадцат|ижды)|четыр"
    r"|четверт|четверо|пят(?!ниц|н[оа]\b)|шест(?!в|ер[её]н)|сем(?:надцат|ьдесят|идесят|ьсот|исот)|седьм|восем|восьм"
    r"|девят|десят|сорок|сотн|тысяч|миллион|миллиард|половин|полтор|нескольк|множеств)|[一二两三四五六七八九十百千万亿半]",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:what|whom?|whose|which|where|when|why|how)\b|\b(?:кто|кого|кому|кем|что|чего|чему|ч[её]м|чей|чь[а-яё]+|где|куда"
    r"|откуда|когда|почему|зачем|(?:на)?скольк[а-яё]+|как[а-яё]*)\b|什么|哪|谁|几|多少|怎|何",
    re.IGNORECASE,
)
# Words of asking that ask nothing: "Говорится ли что-нибудь", "Правда ли, что".
_INDEFINITE = re.compile(
    r"\b[а-яё]+-(?:нибудь|либо|то)\b|(?:^\w+ ли|\bли [^,]+), (?:что|как)\b|任何|几内亚|几乎", re.IGNORECASE
)
_WHETHER = re.compile(
    r"^(?:(?:so|and|but|then|well|please)[, ]+)?"
    r"(?:(?:is|are|was|were|do|does|did|has|have|had|would|should|must)(?:n['’]t)?|am|can|could|will|shall)\b"
    r"|\bли\b|吗|是否|有没有|有无|是不是|(?<!智)能[不否]|可[不否]|会不会|还是.*[?？]$",
    re.IGNORECASE,
)
# A Russian question may have no word for it, but then it has a verb, or an adjective for one.
_STATES = re.compile(
    r"^(?!.*\b(?:назов|перечисл|расскаж|опиш|подскаж|объясн|покаж|привед|скаж|дай|укаж))"
    r"(?=.*\b(?!(?:бюджет|комитет|совет|приоритет|университет|институт|результат|мандат|формат|материал)\b)"
    r"(?-i:долж(?:ен|на|но|ны)|[а-яё]{2,}(?:[аеёиуюя]т(?:ся)?|[аяиеёоу]л[аои]?(?:с[ья])?|[аяе]н[аоы]|[её]н))\b).*\?$",
    re.IGNORECASE,
)
# "Could you name the cities?" is no question of whether.
_REQUEST = re.compile(r"^\w+ you\b|^(?:can|could|may|might) I\b|\b(?:вы|ты|мне|нам)\b|[你您]|^请|告诉", re.IGNORECASE)
_ASKS_SYMBOL = re.compile(
    r"\b(?:which|what) (?:of (?:the|its) )?resolutions?\b(?! \d)|\bwhich \w+ resolutions?\b(?! \d)"
    r"|\b(?:resolution|document)(?:['’]s)? (?:number|symbol)\b(?! [\dA-Z]+[/\d])"
    r"|\b(?:number|symbol) of the (?:resolution|document)\b"
    r"|\b(?:номер|обозначени)[а-я]* (?:документ|резолюци)|\bусловн[а-я]+ обозначени"
    r"|\bкак(?:ая|ую|ие|их) (?:\w+(?:[ая]я|[ую]ю|[иы][ех]) )?резолюци|\bкакой (?:\w+[ое]й )?резолюци(?:и|ей)\b"
    r"|哪[一几些]?[项个份]?(?:[^，？国年天里]{0,4}的)?决议(?!草案)|决议的?(?:编号|文号|号)(?!为)|文号(?!为)|第几号",
    re.IGNORECASE,
)
# At the beginning, and without a comma behind it: "Когда откроется центр?", not "Когда арестуют многих, что делают?".
_ASKS_TIME = re.compile(
    rf"{_ASKS_DATE}|\bwhen (?:will|shall|is|are|was|were|did|does|do|has|have|had|can|may|must|should)\b"
    r"|^(?:[^.!?]*[.!] |(?:а|и|но|так|скажите|подскажите|пожалуйста)[, ]+)*когда\b[^,]*$"
    r"|(?<!和)(?<!以及)何时|什么时候|什么时间|几[月号]",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d|\b(?:before|after|when|while|during|until|since|spring|summer|autumn|winter|century|today|now|immediately"
    r"|annually)\b"
    r"|\b(?:до|после|когда|пока|во время|в ходе|накануне|весн\w+|лет(?:ом|а)|осен\w+|зим\w+|век\w*|столети\w+"
    r"|сегодня|сейчас|немедленно|ежегодно)\b"
    r"|[前后时年月]|期间|世纪|[春夏秋冬]|每年|今天|立即|目前",
    re.IGNORECASE,
)
_LEADER_HAN = "主席|主任|负责人|领导|总[统理裁督]|首[相脑]|[部秘校院市局处行州]长|国王|教练"
# Who is at the head of something or has signed it, which resolution it is: how that is asked, and words of which one is
# in what tells it.
_RELATIONS = (
    (
        re.compile(
            r"\bwho\b.{0,30}\b(?:chair|heads?\b|headed|leads?\b|led\b|direct|presid|run\b)"
            r"|\bwho (?:will be|is|was|becomes)\b.{0,25}\b(?:director|chair|head\b|leader|president|coordinator)"
            r"|\bкто\b.{0,40}\b(?:возглав|председател|руковод|директор|глав[аоу]|президент|координатор)"
            r"|谁.{0,6}(?:主持|担任|主席|主任|领导|负责|率领|牵头)"
            rf"|(?:{_LEADER_HAN})是谁|谁是.{{0,12}}(?:{_LEADER_HAN})",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:chair|head(?:s|ed)?\b|lead(?:s|ers?|ership)?\b|led\b|direct(?:or|ed)|presid|coordinat|command|chief"
            r"|manage|minister|secretary|governor|mayor|coach|captain|king\b|emperor)"
            r"|\b(?:возглав|председател|руковод|директор|глав[аыуео]й?\b|президент|координат|начальник|команд|лидер"
            r"|министр|секретар|губернатор|мэр|тренер|капитан|корол|император)"
            r"|主[持席任管]|领[导袖]|负责|率领|牵头|总[裁统督理]|首[相长脑]|[部秘校院市队]长|秘书|教练|国王|皇帝|长官|指挥",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            r"\b(?:who|which|what)\b.{0,40}\bsign(?:s|ed|ator(?:y|ies))?\b(?! (?:of|language)\b)"
            r"|\b(?:кто|как(?:ие|ая|ой))\b.{0,40}\bподпис|(?:谁|哪).{0,12}签[署字订]",
            re.IGNORECASE,
        ),
        re.compile(r"\bsign(?:s|ed|ing|ator\w*)?\b|\bподпис|签", re.IGNORECASE),
    ),
    (_ASKS_SYMBOL, re.compile(r"\d")),
)


_ASKS_SPONSORS = re.compile(
    r"\b(?:submit|sponsor|co-?sponsor|author|propos|introduc|tabl(?:e|ed|ing)\b|initiators?\b"
    r"|put(?:ting)?(?: \w+){0,4} forward\b)"
    r"|\b(?:внос|вн[её]с|автор|соавтор|представ(?:ил|лен|ля)|инициатор)|提出(?:了?(?:这|该|本|什么|哪)|[国者]|决议|草案|的)|提案|提交|发起|联署",
    re.IGNORECASE,
)


# When a meeting was is not told by the date of a text that came of it.
_ASKS_HELD = re.compile(
    r"\b(?:held|takes? place|took place|taken place|convened|opened)\b"
    r"|\b(?:состоя|провод|провед|прош[её]?л|пройд|проход|созв|открыл|откро)[а-яё]*|举行|举办|召开|开幕",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(r"\bwhom?\b|\b(?:кто|кого|кому|кем)\b|谁", re.IGNORECASE)
_REPORT = re.compile(r"\breports?\b|\bдоклад|\bотч[её]т|报告", re.IGNORECASE)
# "Which outcomes are", "Какие документы", "哪些": more than one thing.
_ASKS_LIST = re.compile(
    r"\b(?:which|what)(?: (?!(?:is|was|has|does)\b)[\w-]+){1,4}(?<=[a-rtv-z]s)"
    r" (?:already |also )?"
    r"(?:are|were|exist|take|play|apply|have|can|could|should|do|did|will|would|may|must|in|of|for|does|to|on|by|from|at|is)\b"
    r"|\b(?:what|which) (?:are|were)\b|^(?:please |can you |could you )?(?:list|name|enumerate)\b|\bare listed\b"
    r"|\bкаки(?:е|х|м|ми)\b|\b(?:перечисл|назов)[а-я]+|哪些|列[举出]",
    re.IGNORECASE,
)


# What a question wants to know whether, or what, is said of.
_TOPIC = re.compile(
    r"\b(?:sa(?:y|ys|id)|tells?|told|speaks?|talks?|mention(?:s|ed)?|anything|something)\b[^?]{0,30}?"
    r"\b(?:on|about|regarding|concerning) ([^?]+)|\bmentions? ([^?]+)|\b(?:is|are) ([^?]+?) mentioned\b"
    r"|(?:говор[а-я]+|сказано|что-(?:нибудь|либо|то)|упомин[а-я]+|речь)\b[^?]{0,25}? (?:об?|про) ([^?]+)"
    r"|упомина[а-я]+ ли(?: в [а-я]+)? ([^?]+)"
    r"|[对就]于?([^，。？?]{2,40}?)(?:(?<!来)说|怎么|有何|有什么|作了|是如何)|[提谈][到及]([^，。？?]{2,40}?)(?:[了过]?吗|没有)"
    r"|([^，。？?]{2,40}?)(?:被|有没有被?)提[到及]",
    re.IGNORECASE,
)
_MENTIONED = re.compile(r"\bmention|упом[ия]н|[提谈][到及]", re.IGNORECASE)
# What a question asks the day of.
_ADOPTED = re.compile(
    r"\bwhen (?:was|were) ([^?]+?) (?:adopted|signed|approved|agreed)\b"
    r"|\bкогда (?:был[аио]? )?(?:принят[аоы]?|приняли|подписан[аоы]?|подписали|утвержд[её]н[аоы]?|утвердили)\b ([^?]+)"
    r"|([^，。？?]{2,40}?)是?(?:在|于)?(?:什么时候|何时|哪一?[天年])(?:获得?|被)?(?:通过|签署)的?[？?]?$",
    re.IGNORECASE,
)
# What points to something named before.
_POINTER = re.compile(
    r"\b(?:it|they|this|that|these|those|both|эт[а-я]+|он[аои]?|их|обе|оба)\b"
    r"|(?:[这那][些几两一]?|该|两)[个项份]?|[它他]们?|此|分别|都|是$|怎么?$",
    re.IGNORECASE,
)


def topic(question: str) -> str:
    """What ``question`` asks of whether or what the text says on it; "" where it asks for something else, or names
    nothing.
    """
    return _found(_TOPIC, question)


def asks_mention(question: str) -> bool:
    """Whether ``question`` asks for the very words: "Is climate change mentioned?"."""
    return bool(_MENTIONED.search(question))


def adopted(question: str) -> str:
    """What ``question`` asks of when it was adopted; "" as of `topic`."""
    return _found(_ADOPTED, question)


def _found(pattern: re.Pattern[str], question: str) -> str:
    found = pattern.search(question)
    return _POINTER.sub("", next((part for part in found.groups() if part), "")).strip() if found else ""


def asks_held(question: str) -> bool:
    """Whether ``question`` asks of a meeting: when, or where, it is held."""
    return bool(_ASKS_HELD.search(question))


def asks_who(question: str) -> bool:
    """Whether ``question`` asks for somebody."""
    return bool(_ASKS_WHO.search(question))


def asked_last(question: str, standalone: str) -> str:
    """What tells the kind of answer: ``question`` where it asks by itself ("And where?"), else ``standalone``."""
    return question if _ASKS.search(question) or _WHETHER.search(question) else standalone


def polar(question: str) -> bool:
    """Whether ``question`` is to be answered with yes or no, or with one of two things that it names."""
    whether = (_WHETHER.search(question) or _STATES.search(question)) and not _REQUEST.search(question)
    return bool(whether) and not _ASKS.search(_INDEFINITE.sub("", question))


def has_number(text: str) -> bool:
    """Whether ``text`` has a number, in figures or in words."""
    return bool(_NUMBER.search(text))


def lacking(question: str, text: str) -> bool:
    """Whether ``question`` asks for a number, a symbol or a time and ``text`` has none.

    When something is may also be told by a month or by what comes before, after or at the same time. A date does not
    tell how many there are.
    """
    if _ASKS_SYMBOL.search(question):
        return not re.search(r"\d", text)
    if asks_count(question):
        return not has_number(_DATE.sub(" ", text))
    if _ASKS_NUMBER.search(question):
        return not has_number(text)
    timed = _TIME.search(text) or any(claim.startswith("month") for claim in claims(text))
    return asks_time(question) and not timed


def asks_count(question: str) -> bool:
    """Whether ``question`` asks how many there are of something."""
    return bool(_ASKS_COUNT.search(question))


def has_year(text: str) -> bool:
    """Whether ``text`` has a year of the last century or this one."""
    return bool(_YEAR.search(text))


def asks_time(question: str) -> bool:
    """Whether ``question`` asks when something is, or in which year."""
    return bool(_ASKS_TIME.search(question))


def asks_more(question: str) -> bool:
    """Whether ``question`` asks for a time or a number and for something else: "when and where"."""
    return len(_ASKS.findall(question)) > 1


def asks_number(question: str) -> bool:
    """Whether ``question`` asks how many there are of something, or when something is."""
    return bool(_ASKS_NUMBER.search(question)) or asks_time(question)


def asks_list(question: str) -> bool:
    """Whether ``question`` asks for several things, which take longer to say."""
    return bool(_ASKS_LIST.search(question))


def asks_sponsors(question: str) -> bool:
    """Whether ``question`` may ask who submitted the draft; a report is submitted by others."""
    return bool(_ASKS_SPONSORS.search(question)) and not _REPORT.search(question)


def silent(question: str, paragraph: str) -> bool:
    """Whether ``question`` asks who leads or has signed something, or which resolution, and ``paragraph`` has none.

    The model takes a partner, a place or "the present resolution" for the answer.
    """
    return any(asks.search(question) and not tells.search(paragraph) for asks, tells in _RELATIONS)
