"""The verbs by which a resolution acts, and what each of them governs.

"Encourages … partnerships …, and takes note of the initiative to establish a centre" does not encourage the centre, and
decides nothing. A small model says so with ease, in words of the paragraph alone, and to a delegate the verb is what
counts.
"""

import re
from collections.abc import Callable

# What a text asks for, and what else it does: how the verbs are written in the three languages.
_ASKING = {
    "decide": (r"decid(?:e|es|ed|ing)|resolves", r"постанов(?:ля(?:ет|ют|я)|ил[аи]?)|реш(?:ил[аи]?|ает)", "决定(?!性)"),
    "request": (r"request(?:s|ed|ing)?", r"прос(?:ит|ят|я|ила?)", "(?<![邀申促吁聘])请(?!问)"),
    "urge": (r"urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on", r"призыва(?:[ею]т(?:ся)?|я|ла?)", "[促吁]请|敦促|呼吁"),
    "encourage": (r"encourag(?:e|es|ed|ing)", r"(?:поощря|рекоменду)(?:[ею]т(?:ся)?|я|ла?)", "鼓励"),
    "invite": (r"invit(?:e|es|ed|ing)", r"(?:предлага|приглаша)(?:[ею]т(?:ся)?|я|ла?)", "邀请"),
}
_SAYING = {
    "note": (
        r"not(?:es|ed|ing)|tak(?:es?|ing) note",
        r"отмеча(?:[ею]т|я)|приним(?:а[ею]т|ая) к сведению",
        "注意到|知悉",
    ),
    "welcome": (r"welcom(?:e|es|ed|ing)", r"приветству(?:[ею]т|я)", "欢迎"),
    "stress": (r"(?:stress|emphasi[sz]|underlin)(?:e|es|ed|ing)?", r"подч[её]ркива(?:[ею]т|я)", "强调"),
    "reaffirm": (r"(?:reaffirm|recall)(?:s|ed|ing)?", r"(?:подтвержда|ссыла|напомина)(?:[ею]т|я|ясь)", "重申|回顾"),
    "recognize": (r"(?:recogni[sz]|acknowledg)(?:e|es|ed|ing)", r"призна(?:ва)?(?:[ею]т|я)", "认识到|承认"),
    "commend": (r"commend(?:s|ed|ing)?", r"высоко оценива(?:[ею]т|я)", "赞扬"),
    "consider": (r"considering|bearing in mind|taking into account", r"учитывая|принимая во внимание", "考虑到|铭记"),
    # A noun as often as not, but where it begins.
    "support": (r"(?<!.)supports", r"(?<!.)поддерживает", "(?<!.)支持"),
}
_VERB = re.compile(
    "|".join(
        rf"(?P<{name}>\b(?:{english}|{russian})\b|{chinese})"
        for name, (english, russian, chinese) in (_ASKING | _SAYING).items()
    ),
    re.IGNORECASE | re.DOTALL,
)
# A paragraph of a resolution begins with its verb, behind a number and a word like these.
_BEFORE = re.compile(
    r"\W*\d*\W*(?:(?:also|further|again|strongly|deeply|также|далее|вновь|настоятельно|решительно|высоко)\s+"
    r"|又|还|再次|进一步|强烈|着重)*",
    re.IGNORECASE,
)
# What stands behind another verb is that one's when more of the sentence is there: by two words, and nearly twice as
# many.
_WORDS, _SHARE = 2, 0.6


def misgoverned(sentence: str, question: str, paragraph: str, units: Callable[[str], set[str]]) -> bool:
    """Whether ``sentence`` says that the text decides, requests, urges, encourages or invites what ``paragraph`` has
    behind another of its verbs, or says with a verb that ``paragraph`` has not.

    ``units`` gives what is compared of a text. A verb of the ``question`` may be said again, but nothing is decided by
    it. Of a sentence with several verbs it is not told what stands behind which. False of a paragraph that does not
    begin with such a verb.
    """
    names = _names(sentence)
    said = names & (_ASKING.keys() - (_names(question) - {"decide"}))
    verbs = list(_VERB.finditer(paragraph)) if said else []
    if not verbs or not _BEFORE.fullmatch(paragraph, 0, verbs[0].start()):
        return False
    if not said <= _names(paragraph):
        return True
    if len(names) > 1:
        return False
    content = units(_VERB.sub(" ", sentence))
    ends = [*(verb.start() for verb in verbs[1:]), len(paragraph)]
    governed = [(verb.lastgroup, units(paragraph[verb.end() : end])) for verb, end in zip(verbs, ends, strict=True)]
    own = max(len(content & found) for verb, found in governed if verb in said)
    others = max((len(content & found) for verb, found in governed if verb not in said), default=0)
    return others >= own + _WORDS and own < _SHARE * others


def _names(text: str) -> set[str]:
    return {str(match.lastgroup) for match in _VERB.finditer(text)}
