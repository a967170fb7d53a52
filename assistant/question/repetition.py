"""Follow-ups that ask for the last answer again: where it stands ("Which paragraph says so?"), in another language, or
in fewer words.

Nothing new is asked: the question before is answered once more, since every answer names its paragraph.
"""

import re
from collections.abc import Sequence

from assistant.answer import Turn
from assistant.languages import Language, detect_language
from assistant.question.extent import only_points, read_extent, without_points
from assistant.question.followups import content


def _whole(*alternatives: str) -> re.Pattern[str]:
    """What a question is from its beginning to its end, but for what leads it in."""
    lead = r"(?:(?:and|but|so|а|и|но|ну)[, ]+|那么?|请问?)*"
    return re.compile(rf"{lead}(?:{'|'.join(alternatives)})\W*$", re.IGNORECASE)


_SAYS = r"(?:sa(?:ys|id) (?:it|that|this|so)|does (?:it|that|this) (?:say (?:that|so)|come from))"
_IS_SAID = r"(?:is|was) (?:it|that|this)(?: (?:in|from|said|stated|written|mentioned))?"
_TEXT = r"(?:the |this )?(?:draft|resolution|text|document)"
_RU_THIS, _RU_SAID = "(?:это|об этом|так)", "(?:сказано|написано|говорится|говорит|указано|стоит)"
_RU_TEXT = "(?:преамбулы|постановляющей части|резолюции|проекта|текста)"
_HAN_TEXT = "(?:决议|草案|案文|序言(?:部分)?|执行(?:部分)?)?"
_SOURCE = _whole(
    rf"(?:in |from )?(?:which|what) (?:operative |preambular )?(?:paragraph|para|clause)s?(?: number)?(?: of {_TEXT})?"
    rf"(?: exactly)?(?: (?:{_SAYS}|{_IS_SAID}))?",
    rf"where(?: exactly)? is (?:it|that|this) (?:said|stated|written|from)(?: in {_TEXT})?",
    rf"where(?: exactly)?(?: in {_TEXT})? does (?:it|that|this) (?:stand|come from)",
    rf"where(?: exactly)?(?: in {_TEXT})? does (?:it|{_TEXT}) say (?:it|that|this|so)",
    r"(?:what(?:['’]s| is) (?:the|your) )?source(?: (?:for|of) (?:that|this|it))?(?:,? please)?",
    r"(?:это )?(?:в |из )?как(?:ом|ого|ой)(?: именно)?(?: это)? (?:пункт|абзац)[а-я]*"
    rf"(?: {_RU_TEXT})?(?: {_RU_THIS})?(?: {_RU_SAID})?",
    rf"где (?:именно )?(?:{_RU_THIS} {_RU_SAID}|{_RU_SAID} {_RU_THIS})|номер (?:пункта|абзаца)",
    r"откуда это(?: взято)?|(?:какой |каков )?(?:у этого )?источник",
    rf"(?:这|那)?(?:句话|一点|些|个?说法)?(?:具体)?(?:是|都)?(?:[在见]|出自|来自|见于)?{_HAN_TEXT}的?(?:第几|哪一?)个?段落?"
    r"[里中]?(?:[说写讲]|规定|提到)?[过了]?的?(?:这一?[点个])?",
    r"(?:这|那)?(?:句话|一点|些|个?说法)?的?(?:出处|来源|依据)(?:是什么|在哪里?|呢)?",
)
_LANGUAGE = _whole(
    r"(?:(?:please|now|can you|could you|say|repeat|answer|give(?: me)?|tell me|translate|it|that|this|again"
    r"|(?:the )?(?:same|answer)),? )*(?:in(?:to)?|to) (?P<a>chinese|russian|english)(?:,? (?:please|again))*",
    r"(?P<e>chinese|russian|english)(?:,? please)?",
    r"(?:(?:(?:скажи|повтори|ответь|переведи|напиши|дай)(?:те)?|можно|мож(?:ешь|ете)|то же|самое|это|ответ|теперь"
    r"|пожалуйста),? )*(?:на (?P<b>русск|английск|китайск)[а-я]+(?: язык[а-я]*)?|по-(?P<c>русск|английск|китайск)и)"
    r"(?:,? (?:пожалуйста|можно))*",
    r"(?:[你您]?(?:能否|能不能|可不可以|可以|能)|麻烦|再)*(?:把(?:它|这个?|(?:上面的?|刚才的?)?(?:答案|回答)))?"
    r"(?:用|以|(?:翻?译|[说改])成)?(?P<d>[中英俄][文语]|汉语)版?(?:再?(?:说|回答|[答讲写]|重复)(?:一[遍次下])?)?[呢吗吧]*",
)
_SHORTER = re.compile(
    r"\b(?:short|brief|concise)|\b(?:по)?короче|\b(?:сократи|кратк|лаконичн)|简[短洁]|精简|缩短|短一?[点些]",
    re.IGNORECASE,
)
# … and hardly a word beside that.
_WORDS = 2
# So many points where nothing was said of them.
_FEW = 3
_IN_POINTS: dict[Language, str] = {"zh": "用{n}句话。", "ru": "В {n} предложениях.", "en": "In {n} sentences."}
_NAMED: dict[str, Language] = {
    **{"chi": "zh", "кит": "zh", "中": "zh", "汉": "zh"},
    **{"rus": "ru", "рус": "ru", "俄": "ru"},
    **{"eng": "en", "анг": "en", "英": "en"},
}


def repeated(question: str, history: Sequence[Turn]) -> tuple[str, list[Turn], Language | None]:
    """The question that ``question`` asks to have answered again, with how long the answer may be where it says that,
    itself where it asks something new; what was asked before that, and the language that the answer is wanted in, if
    it is named.
    """
    asked = [turn for turn in history if not _again(turn.question)]
    if not asked or not _again(question):
        return question, asked, None
    last, said = asked[-1].question, question.strip()
    if only_points(said):
        last = f"{last} {said}"
    elif _is_shorter(said):
        language = detect_language(last)[0]
        points = read_extent(last).points
        points = max(points // 2, 1) if points else _FEW
        last = f"{without_points(last)} {_IN_POINTS[language].format(n=points)}"
    return last, asked[:-1], _wanted(question)


def _again(question: str) -> bool:
    """Whether ``question`` asks where the last answer stands, for another language or fewer words, and nothing else."""
    said = question.strip()
    return bool(_SOURCE.match(said)) or _is_shorter(said) or only_points(said) or _wanted(question) is not None


def _is_shorter(said: str) -> bool:
    return bool(_SHORTER.search(said)) and content(said) <= _WORDS


def _wanted(question: str) -> Language | None:
    match = _LANGUAGE.match(question.strip())
    said = next((name for name in match.groups() if name), "").lower() if match else ""
    return next((code for name, code in _NAMED.items() if said.startswith(name)), None)
