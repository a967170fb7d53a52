"""What kind of answer a question wants, told by its words."""

import re
from dataclasses import dataclass

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
_REPORT = re.compile(r"\breports?\b|\bдоклад|\bотч[её]т|报告", re.IGNORECASE)
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
_OR = re.compile(r"\bor\b|\bили\b|还是|或")


@dataclass(frozen=True)
class Wants:
    """What a question asks for.

    ``quantity`` is a number of any kind, ``count`` how many there are, ``time`` when something is or in which year,
    ``symbol`` which resolution or document, ``report`` a report; ``more`` says that it asks for more than one thing.
    """

    quantity: bool
    count: bool
    time: bool
    symbol: bool
    report: bool
    more: bool

    @property
    def number(self) -> bool:
        """Whether it asks how many there are of something, or when something is."""
        return self.quantity or self.time


def read_wants(question: str) -> Wants:
    """What ``question`` asks for."""
    return Wants(
        quantity=bool(_ASKS_NUMBER.search(question)),
        count=asks_count(question),
        time=bool(_ASKS_TIME.search(question)),
        symbol=bool(_ASKS_SYMBOL.search(question)),
        report=bool(_REPORT.search(question)),
        more=len(_ASKS.findall(question)) > 1,
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
    return question if _ASKS.search(question) else standalone


def asks_count(question: str) -> bool:
    """Whether ``question`` asks how many there are of something."""
    return bool(_ASKS_COUNT.search(question))
