"""Whether a text has the kind of thing that a question asks for.

"How many" and "when" are not answered by a sentence that has no number or time in it, however much of the paragraph it
repeats.
"""

import re

from assistant.question.kinds import Wants
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
