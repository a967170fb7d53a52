"""What kind of answer a question wants, told by its words."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.languages import Language
from assistant.text.organizations import without_names
from assistant.text.units import compared, units

Relation = Literal["leader", "signatory", "symbol"]

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
_LEADER_HAN = "主席|主任|负责人|领导|总[统理裁督]|首[相脑]|[部秘校院市局处行州]长|国王|教练"
# Who is at the head of something or has signed it.
_ASKS_LEADER = re.compile(
    r"\bwho\b.{0,30}\b(?:chair|heads?\b|headed|leads?\b|led\b|direct|presid|run\b)"
    r"|\bwho (?:will be|is|was|becomes)\b.{0,25}\b(?:director|chair|head\b|leader|president|coordinator)"
    r"|\bкто\b.{0,40}\b(?:возглав|председател|руковод|директор|глав[аоу]|президент|координатор)"
    r"|谁.{0,6}(?:主持|担任|主席|主任|领导|负责|率领|牵头)"
    rf"|(?:{_LEADER_HAN})是谁|谁是.{{0,12}}(?:{_LEADER_HAN})",
    re.IGNORECASE,
)
_ASKS_SIGNATORY = re.compile(
    r"\b(?:who|which|what)\b.{0,40}\bsign(?:s|ed|ator(?:y|ies))?\b(?! (?:of|language)\b)"
    r"|\b(?:кто|как(?:ие|ая|ой))\b.{0,40}\bподпис|(?:谁|哪).{0,12}签[署字订]",
    re.IGNORECASE,
)
_ASKS_SPONSORS = re.compile(
    r"\b(?:submit|sponsor|co-?sponsor|author|propos|introduc|tabl(?:e|ed|ing)\b|initiators?\b"
    r"|put(?:ting)?(?: \w+){0,4} forward\b)"
    r"|\b(?:внос|вн[её]с|автор|соавтор|представ(?:ил|лен|ля)|инициатор)|提出(?:了?(?:这|该|本|什么|哪)|[国者]|决议|草案|的)|提案|提交|发起|联署",
    re.IGNORECASE,
)
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
# When a meeting was is not told by the date of a text that came of it.
_ASKS_HELD = re.compile(
    r"\b(?:held|takes? place|took place|taken place|convened|opened)\b"
    r"|\b(?:состоя|провод|провед|прош[её]?л|пройд|проход|созв|открыл|откро)[а-яё]*|举行|举办|召开|开幕",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(r"\bwhom?\b|\b(?:кто|кого|кому|кем)\b|谁", re.IGNORECASE)
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
_ASKS_TEXTS = re.compile(
    r"\b(?:which|what) (?:[\w-]+ ){0,2}(?:texts|resolutions|documents|instruments)\b"
    r"|\bwhich (?:text|resolution|document)\b"
    r"|^(?:and )?where (?:is|are|does|do)\b[^?]*\b(?:mention|sa(?:y|id)|stated|found|laid down|addressed|referred)"
    r"|\bкак(?:ой|ом|их|ие|ая) (?:[а-я]+ ){0,2}(?:текст|документ|резолюци)[а-я]*"
    r"|^(?:а )?где(?: [а-я]+){0,5} (?:говор|упомин|упомян|сказан|предлаг|содерж|реч)[а-я]*"
    r"|哪[些一几]?[份个项]?(?:文本|决议|文件|文书|地方|案文)",
    re.IGNORECASE,
)
_ASKS_ONE_TEXT = re.compile(
    r"\b(?:which|what) (?:text|resolution|document)\b|\bкак(?:ой|ом|ая) (?:текст|документ|резолюци)(?:е|и|я)?\b"
    r"|哪[一]?[份个项](?:文本|决议|文件|文书)",
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
_OR = re.compile(r"\bor\b|\bили\b|还是|或")
_OTHERS = re.compile(
    r"\b(?:besides|apart from|other than|in addition to|(?:along|together) with|else)\b"
    r"|\b(?:кроме(?! того)|помимо|наряду с|вместе с|ещ[её])\b|除[^，。？?]{1,30}外|除了|另外|还有|[一连]同",
    re.IGNORECASE,
)
_ASKS_PLACE = re.compile(
    r"\b(?:which|what) (?:other )?(?:country|countries|states?|city|cities)\b|\b(?:where|где)\b"
    r"|\b(?:как|котор)[а-я]+ (?:ещ[её] )?(?:стран|государств|город)|哪里|哪儿|何地|何处|哪[一个些座]*(?:国|城市|地)",
    re.IGNORECASE,
)
_ASKS_ACTOR = re.compile(
    r"\bwhom?\b|\b(?:which|what) (?:body|organ|conference|meeting|forum|summit)\b"
    r"|\b(?:кто|кем)\b|\bкак(?:ой|им|ая) (?:орган|форум|конференци|встреч|саммит)"
    r"|谁|哪[一个次届]*(?:机构|机关|会议|论坛|峰会)",
    re.IGNORECASE,
)
_MARK = re.compile(r"[?？]")
# Said of anything here, and written out as often as not.
_ABBREVIATED = {"AI", "ИИ"}


@dataclass(frozen=True)
class Wants:
    """What a question asks for.

    ``quantity`` is a number of any kind, ``count`` how many there are, ``time`` when something is or in which year,
    ``symbol`` which resolution or document; ``who`` is somebody, ``actor`` who did something, a meeting or organ among
    them, ``place`` which country or city; ``several`` things take longer to say. ``more`` says that a time or number is
    not all that it asks for, ``choice`` that it offers things to choose from, ``others`` that it asks beside what it
    names, ``questions`` how many it is. ``held`` is about a meeting: when, or where; ``sponsors`` may be those of the
    draft; ``report`` is a report. ``relations`` are what only a text answers that tells of it. ``topic`` has the
    `units` of what it asks whether, or what, is said of, ``mention`` says that the very words are meant; ``adopted``
    what is `compared` of the text whose day of adoption it asks for.
    """

    quantity: bool
    count: bool
    time: bool
    symbol: bool
    who: bool
    actor: bool
    place: bool
    several: bool
    more: bool
    others: bool
    questions: int
    held: bool
    sponsors: bool
    mention: bool
    report: bool
    relations: frozenset[Relation]
    topic: frozenset[str]
    adopted: frozenset[str]

    @property
    def number(self) -> bool:
        """Whether it asks how many there are of something, or when something is."""
        return self.quantity or self.time


def read_wants(question: str, language: Language) -> Wants:
    """What ``question`` asks for, which is answered in ``language``."""
    relations: dict[Relation, re.Pattern[str]] = {
        "leader": _ASKS_LEADER,
        "signatory": _ASKS_SIGNATORY,
        "symbol": _ASKS_SYMBOL,
    }
    return Wants(
        quantity=bool(_ASKS_NUMBER.search(question)),
        count=asks_count(question),
        time=bool(_ASKS_TIME.search(question)),
        symbol=bool(_ASKS_SYMBOL.search(question)),
        who=bool(_ASKS_WHO.search(question)),
        actor=bool(_ASKS_ACTOR.search(question)),
        place=bool(_ASKS_PLACE.search(question)),
        several=bool(_ASKS_LIST.search(question)),
        more=len(_ASKS.findall(question)) > 1,
        others=bool(_OTHERS.search(question)),
        questions=len(_MARK.findall(question)),
        held=bool(_ASKS_HELD.search(question)),
        # A report is submitted by others.
        sponsors=bool(_ASKS_SPONSORS.search(question)) and not _REPORT.search(question),
        mention=bool(_MENTIONED.search(question)),
        report=bool(_REPORT.search(question)),
        relations=frozenset(name for name, asks in relations.items() if asks.search(question)),
        topic=frozenset(units(without_names(_found(_TOPIC, question), language)) - _ABBREVIATED),
        adopted=frozenset(compared(_found(_ADOPTED, question))),
    )


def asks_texts(question: str) -> bool:
    """Whether ``question`` asks which texts say something, or where that is said."""
    return bool(_ASKS_TEXTS.search(question))


def asks_one_text(question: str) -> bool:
    """Whether ``question`` asks for one text: "which resolution", «в каком документе», 哪份文件."""
    return bool(_ASKS_ONE_TEXT.search(question))


def offers(question: str) -> bool:
    """Whether ``question`` offers things to choose from. An "Or" that begins it only goes on with what was asked."""
    return bool(_OR.search(question))


def asked_last(question: str, standalone: str) -> str:
    """What tells the kind of answer: ``question`` where it asks by itself ("And where?"), else ``standalone``."""
    return question if _ASKS.search(question) or _WHETHER.search(question) else standalone


def asks_count(question: str) -> bool:
    """Whether ``question`` asks how many there are of something."""
    return bool(_ASKS_COUNT.search(question))


def polar(question: str) -> bool:
    """Whether ``question`` is to be answered with yes or no, or with one of two things that it names."""
    whether = (_WHETHER.search(question) or _STATES.search(question)) and not _REQUEST.search(question)
    return bool(whether) and not _ASKS.search(_INDEFINITE.sub("", question))


def _found(pattern: re.Pattern[str], question: str) -> str:
    """What ``pattern`` finds named in ``question``; empty where it asks for something else, or names nothing."""
    found = pattern.search(question)
    return _POINTER.sub("", next((part for part in found.groups() if part), "")).strip() if found else ""
