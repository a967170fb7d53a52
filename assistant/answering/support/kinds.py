"""Whether a text has the kind of thing that a question asks for.

"How many" and "when" are not answered by a sentence that has no number or time in it, however much of the paragraph it
repeats.
"""

import re

from assistant.question.kinds import Relation, Wants
from assistant.text.claims import claims
from assistant.text.quantities import has_count, has_number

_TIME = re.compile(
    r"\d|\b(?:before|after|when|while|during|until|since|spring|summer|autumn|winter|century|today|now|immediately"
    r"|annually)\b"
    r"|\b(?:до|после|когда|пока|во время|в ходе|накануне|весн\w+|лет(?:ом|а)|осен\w+|зим\w+|век\w*|столети\w+"
    r"|сегодня|сейчас|немедленно|ежегодно)\b"
    r"|[前后时年月]|期间|世纪|[春夏秋冬]|每年|今天|立即|目前",
    re.IGNORECASE,
)
# Words of which one is in what tells who is at the head of something or has signed it, and which resolution it is.
_TELLS: dict[Relation, re.Pattern[str]] = {
    "leader": re.compile(
        r"\b(?:chair|head(?:s|ed)?\b|lead(?:s|ers?|ership)?\b|led\b|direct(?:or|ed)|presid|coordinat|command|chief"
        r"|manage|minister|secretary|governor|mayor|coach|captain|king\b|emperor)"
        r"|\b(?:возглав|председател|руковод|директор|глав[аыуео]й?\b|президент|координат|начальник|команд|лидер"
        r"|министр|секретар|губернатор|мэр|тренер|капитан|корол|император)"
        r"|主[持席任管]|领[导袖]|负责|率领|牵头|总[裁统督理]|首[相长脑]|[部秘校院市队]长|秘书|教练|国王|皇帝|长官|指挥",
        re.IGNORECASE,
    ),
    "signatory": re.compile(r"\bsign(?:s|ed|ing|ator\w*)?\b|\bподпис|签", re.IGNORECASE),
    "symbol": re.compile(r"\d"),
}


def lacking(wants: Wants, text: str) -> bool:
    """Whether a number, a symbol or a time is asked for and ``text`` has none.

    When something is may also be told by a month or by what comes before, after or at the same time. A date does not
    tell how many there are.
    """
    if wants.symbol:
        return not re.search(r"\d", text)
    if wants.count:
        return not has_count(text)
    if wants.quantity:
        return not has_number(text)
    timed = _TIME.search(text) or any(claim.startswith("month") for claim in claims(text))
    return wants.time and not timed


def silent(wants: Wants, paragraph: str) -> bool:
    """Whether it is asked who leads or has signed something, or which resolution, and ``paragraph`` has none.

    The model takes a partner, a place or "the present resolution" for the answer.
    """
    return any(not _TELLS[relation].search(paragraph) for relation in wants.relations)
