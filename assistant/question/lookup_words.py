"""The words of questions about the document itself (`lookup_words.toml`), for `structure` and `lookups`."""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from assistant.text.numerals import CARDINALS, EN_ORDINALS, RU_ORDINALS

HAN_N = "[一二三四五六七八九十百]{1,5}"
_FEW = r"(?:an?|one|two|three|four|five|few|a few|a couple of|\d+)"
_FEW_RU = r"(?:одн(?:ом|ой|им)|двух|трех|четырех|пяти|нескольких|пар[еуы]|\d+)"

_NUMBERS = {"few": _FEW, "few_ru": _FEW_RU, "ordinals": EN_ORDINALS, "ordinals_ru": RU_ORDINALS, "han": HAN_N}
_EDGE, _END = r"(?<![a-zа-я\d/])", r"(?![a-zа-я])"


def _group(kind: str, words: Sequence[str], han: Sequence[str]) -> str:
    """A group of the pattern that is named ``kind``."""
    spaced = [rf"{_EDGE}(?:{'|'.join(words)}){_END}"] if words else []
    pattern = "|".join([*spaced, *han])
    for name, numbers in _NUMBERS.items():
        pattern = pattern.replace(f"{{{name}}}", numbers)
    return f"(?P<{kind}>{pattern})"


_WORDS = tomllib.loads(files("assistant.question").joinpath("lookup_words.toml").read_text(encoding="utf-8"))["kind"]
# All words, each in a group named after its kind.
LEXICON = re.compile("|".join(_group(item["name"], item.get("words", ()), item.get("han", ())) for item in _WORDS))
CARDINAL = re.compile(rf"\b((?:para(?:graph)?|foot-?note|article|пункт|сноска|статья) )({'|'.join(CARDINALS)})\b")
# "sub-paragraph (b) of paragraph 3": the letter goes behind the number.
SUB = re.compile(
    r"(?:sub-?paragraph|подпункт[а-я]*) ((?:\([a-z]{1,4}\) ?)+)(?:of )?(para(?:graph)?|пункт[а-я]*) (\d{1,4})"
)
# "paragraph3", "пункты с 3 по 5".
FROM = re.compile(r"\b(para(?:graph)?s?|foot-?notes?|пункт[а-я]*|сноск[а-я]*)(?: (?:from|со?) )?(?=\d)")

# Questions for the paragraphs that have some words or begin with them; all else in them is a word of asking.
_OF = r"(?: of (?:the |this )?(?:draft )?(?:resolution|text|document|preamble|operative part))?"
_OF_RU = r"(?: (?:эт[а-я]+ )?(?:преамбулы|постановляющей части|резолюции|проекта(?: резолюции)?|текста|документа))*"
_WHERE = rf"(?:in )?(?:which|what) (?:(?:operative|preambular) )?para(?:graph)?s?(?:\(s\))?{_OF}"
_WHERE_RU = rf"(?:в )?как[а-я]+ (?:преамбульн[а-я]+ )?(?:пункт|абзац)[а-я]*{_OF_RU}"
_WHERE_HAN = (
    r"(?:在?(?:这份|该|本)?(?:决议|草案|案文|文件|文本|序言|执行)*(?:部分)?(?:中|里|的)?,?)?"
    r"在?(?:是)?哪[一几些]?个?段(?:落)?(?:中|里)?"
)
_TEXT_HAN = r"(?:请问)?(?:这份|该|本)?(?:决议|草案|案文|文件|文本|序言)*(?:部分|中|里)*"
_MENTIONS_HAN = "(?:提到|提及|谈到|谈及|说到|讲到|论及)[了过]?"
_IN = r"(?: in the (?:draft )?(?:resolution|text|document))?"
_IN_RU = r"(?: в (?:этом )?(?:тексте|резолюции|проекте(?: резолюции)?|документе))?"
MENTIONS = re.compile(
    rf"(?:{_WHERE} (?:mentions?|names?|(?:speaks?|talks?) (?:of|about)|refers? to|contains? the words?) (?P<a>.+?)"
    rf"|(?:{_WHERE}|where{_IN}) (?:is|are) (?P<b>.+?) (?:mentioned|named|referred to|spoken of){_IN}"
    rf"|(?:{_WHERE}|where{_IN}) (?:does|do) (?:the|this) (?:draft )?(?:resolution|text)"
    r" (?:mention|name|speak of|refer to) (?P<c>.+?)"
    rf"|(?:{_WHERE_RU}|где{_IN_RU}) (?:упомина[а-я]+|упомянут[а-я]*|назван[а-я]*"
    r"|(?:говор[а-я]+|сказано|(?:идет )?речь(?: идет)?)"
    rf" (?:об?о?|про)) (?P<d>.+?){_IN_RU}"
    rf"|(?:is|are) (?P<g>.+?) (?:mentioned|named|referred to|spoken of)(?: anywhere| at all)?{_IN}"
    r"|(?:does|do) (?:the|this) (?:draft )?(?:resolution|text|document) (?:anywhere )?(?:mention|name|refer to)"
    rf" (?P<h>.+?)(?: anywhere| at all)?{_IN}"
    rf"|(?:упомина[а-я]+|упомянут[а-я]*|назван[а-я]*) ли{_IN_RU} (?P<i>.+?){_IN_RU}"
    rf"|есть ли{_IN_RU} упоминани[а-я]+ (?:об?о? )?(?P<j>.+?){_IN_RU}"
    rf"|{_TEXT_HAN}(?:有没有|是否){_MENTIONS_HAN}(?P<k>.+?)|{_TEXT_HAN}{_MENTIONS_HAN}(?P<l>.+?)[了过]?吗"
    rf"|(?:请问)?{_WHERE_HAN}{_MENTIONS_HAN}(?P<e>.+?)"
    rf"|(?:请问)?(?P<f>.+?){_WHERE_HAN}(?:被?(?:提到|提及|出现)过?)的?)"
)
BEGINS = re.compile(
    rf"(?:{_WHERE} (?:begins?|starts?|opens?) with (?:the words? )?(?P<a>.+?)"
    rf"|{_WHERE_RU} начина[а-я]+ (?:со? )?(?:слов[а-я]* )?(?P<b>.+?)"
    rf"|(?:请问)?{_WHERE_HAN}(?:是)?以(?P<c>.+?)(?:一词|二字)?(?:开头|开始|起首)的?)"
)
