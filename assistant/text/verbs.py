"""The verbs by which a resolution acts, in the three languages."""

import re

# What a text asks for, and what else it does: how the verbs are written in the three languages.
ASKING = {
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
VERB = re.compile(
    "|".join(
        rf"(?P<{name}>\b(?:{english}|{russian})\b|{chinese})"
        for name, (english, russian, chinese) in (ASKING | _SAYING).items()
    ),
    re.IGNORECASE | re.DOTALL,
)
