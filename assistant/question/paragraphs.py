"""The paragraphs that a question names outright, by id or label: "OP3", "пункт 3", "第三段"."""

import re
import unicodedata

from assistant.text.numerals import EN_ORDINALS, RU_ORDINALS, number

_N = r"(\d{1,4})(?!\d)"
_HAN_N = r"\s*(?:(\d{1,4})|([一二三四五六七八九十百]{1,5}))\s*"
_PART = r"((?:\s*\([a-z]+\))*)"
_PARA = r"para(?:graph|\.)?s?"
_ITEM = r"(?:пункт|абзац)[а-я]*"
_RU = rf"(?:(\d{{1,3}})-?(?:ый|ой|ий|й|го|му|м)|({RU_ORDINALS})[а-я]*)"
_EN = rf"(?:(\d{{1,3}})(?:st|nd|rd|th)|({EN_ORDINALS}))"
# An item of an agenda, a plan or a list is no paragraph of a text.
_OTHER = r"(?!\s*(?:повестки|плана|of (?:the )?agenda|agenda))"
# How paragraphs are cited, by the kinds of id that each may mean; what a pattern takes is not read by a later one.
# Of the codes, "pp" and "art" in small letters are read only where nothing stands between them and the number.
_PARAGRAPHS = [
    ((), re.compile(rf"\b(OP|PP|FN|ART)[ .-]?{_N}{_PART}")),
    ((), re.compile(rf"\b(op|pp|fn|art)(\d{{1,4}}){_PART}(?!\d)", re.IGNORECASE)),
    ((), re.compile(rf"\b(op|fn)[ .-]{_N}{_PART}(?!\s*[ap]\.?m)", re.IGNORECASE)),
    (("PP",), re.compile(rf"序言(?:部分)?第{_HAN_N}段")),
    (("PP",), re.compile(rf"preamb(?:ular|le) {_PARA}\s*{_N}", re.IGNORECASE)),
    (("PP",), re.compile(rf"\b{_EN} preambular", re.IGNORECASE)),
    (("PP",), re.compile(rf"\b{_RU} {_ITEM} преамбулы", re.IGNORECASE)),
    (("PP",), re.compile(rf"{_ITEM} {_N} преамбулы|преамбульн[а-я]+ {_ITEM} {_N}", re.IGNORECASE)),
    (("OP",), re.compile(rf"执行(?:部分)?第{_HAN_N}{_PART}\s*段{_PART}")),
    (("OP",), re.compile(rf"operative {_PARA}\s*{_N}{_PART}", re.IGNORECASE)),
    (("OP",), re.compile(rf"\b{_EN} operative", re.IGNORECASE)),
    (("OP",), re.compile(rf"подпункт[а-я]* {_PART} {_ITEM} {_N}", re.IGNORECASE)),
    (("OP",), re.compile(rf"{_ITEM} {_N}{_PART} постановляющей", re.IGNORECASE)),
    (("OP",), re.compile(rf"\b{_RU} {_ITEM} постановляющей", re.IGNORECASE)),
    (("FN",), re.compile(rf"脚注{_HAN_N}|(?:footnote|сноск[а-я]+) {_N}", re.IGNORECASE)),
    (("ART",), re.compile(rf"第{_HAN_N}条|\b(?:article|art\.|стать[а-я]+) {_N}", re.IGNORECASE)),
    (("OP", "¶"), re.compile(rf"第{_HAN_N}{_PART}\s*段{_PART}")),
    (("OP", "¶"), re.compile(rf"\b{_PARA}\s*{_N}{_PART}(?!/){_OTHER}", re.IGNORECASE)),
    (("OP", "¶"), re.compile(rf"(?:\b{_ITEM}|(?<![\w.])п\.)\s*(?:No\s*)?{_N}{_PART}(?!/){_OTHER}", re.IGNORECASE)),
    (("OP", "¶"), re.compile(rf"\b{_EN} {_PARA}{_OTHER}", re.IGNORECASE)),
    (("OP", "¶"), re.compile(rf"\b{_RU} {_ITEM}{_OTHER}", re.IGNORECASE)),
]
_ANNEX = [
    re.compile(r"附件(?P<a>\d*)第(?P<n>\d{1,4})段"),
    re.compile(rf"{_ITEM} (?P<n>\d{{1,4}}) приложения(?: (?P<a>\d+))?", re.IGNORECASE),
    re.compile(rf"annex(?: (?P<a>\d+))?, {_PARA}\s*(?P<n>\d{{1,4}})", re.IGNORECASE),
]
# "пункт 8 e)"
_RUSSIAN_PART = re.compile(rf"({_ITEM} \d{{1,4}}) ?([a-z])\)", re.IGNORECASE)
# "paragraphs 3 and 4", "пункты 3 и 4", "第3、4段": the noun is said once for both.
_LISTED = re.compile(rf"\b({_PARA}|{_ITEM}) (\d+)(\s*,|\s+and|\s+и)\s+(?=\d)", re.IGNORECASE)
_LISTED_HAN = re.compile(r"第([\d一二三四五六七八九百十]+)\s*([、和与至])\s*第?(?=[\d一二三四五六七八九百十]+\s*段)")
# Where a text begins; what is "at the beginning of August" is not there.
_TEXT = r"(?:(?:the|this) )?(?:draft )?(?:preamble|resolution|text|document)"
_TEXT_RU = r"(?:эт[а-я]+ |данн[а-я]+ |настоящ[а-я]+ )?(?:преамбул|резолюци|проект|текст|документ)[а-я]*"
_BEGINNING = re.compile(
    rf"\bat the (?:very )?(?:outset|beginning|start)\b(?! of (?!{_TEXT}\b))|\b{_TEXT} (?:begin|start|open)s?\b"
    rf"|\bв начале(?= {_TEXT_RU}|\W*$)|\bв самом начале(?! (?!{_TEXT_RU})[а-я])|\bначинается {_TEXT_RU}"
    r"|(?:序言|决议|草案|案文|文件|文本)(?:部分)?的?(?:在?最?一?开[头篇]|在?一开始|是?[以从]什么开[头始])",
    re.IGNORECASE,
)


def paragraph_ids(question: str) -> set[str]:
    """Ids of the paragraphs that ``question`` cites; "paragraph 3" may be an operative one or a numbered one.

    What a resolution says at the beginning is in the first paragraph of its preamble.
    """
    question = unicodedata.normalize("NFKC", question).replace("ё", "е")  # full-width digits and brackets, "№"
    question = _RUSSIAN_PART.sub(r"\1 (\2)", question)
    while (spread := _LISTED_HAN.sub(r"第\1段\2第", _LISTED.sub(r"\1 \2\3 \1 ", question))) != question:
        question = spread
    found = {"PP1"} if _BEGINNING.search(question) else set()
    for pattern in _ANNEX:
        found |= {f"ANNEX{match['a'] or ''}.{match['n']}" for match in pattern.finditer(question)}
        question = pattern.sub(" ", question)
    for kinds, pattern in _PARAGRAPHS:
        for match in pattern.finditer(question):
            groups = [group.strip() for group in match.groups() if group and group.strip()]
            parts = "".join(group.replace(" ", "") for group in groups if group.startswith("(")).lower()
            code, *rest = [group for group in groups if not group.startswith("(")]
            if kinds:
                found |= {f"{kind}{number(code)}{parts}" for kind in kinds}
            else:
                found.add(f"{code.upper()}{number(rest[0])}{parts}")
        question = pattern.sub(" ", question)
    return found
