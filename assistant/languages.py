"""The three languages, and which of them a text is in.

Our own code because the question is narrow: the three languages have three scripts, so a script count decides
without a model and in microseconds, also for two-word questions, where statistical detectors guess.
"""

import os
import re
from typing import Literal, get_args

Language = Literal["zh", "ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# What each calls itself.
NAMES: dict[Language, str] = {"zh": "中文", "ru": "Русский", "en": "English"}

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LETTER = re.compile(r"[^\W\d_]")
_ASIDE = re.compile(r"《[^》]*》|“[^”]*”|«[^»]*»|\"[^\"]*\"|\([^()]*\)|（[^（）]*）")
# Letters that none of the three languages has: kana; Ukrainian, Belarusian, Kazakh, Kyrgyz, Tajik, Uzbek and
# Mongolian Cyrillic; Latin with the marks of Turkic, Romance, Germanic and Slavic alphabets.
_KANA = re.compile(r"[\u3040-\u30ff]")
_OTHER_CYRILLIC = re.compile(r"[ѐђѓєѕіїјљњћќѝўџґғҕҗҙқҝҡңүұҳҷҹһӣӯәөӨ]", re.IGNORECASE)
_OTHER_LATIN = re.compile(r"[àâäæãåāçćčđèêëěğìîïıłñńòôöœøőřśšßţùûüúýžż¿¡ʻʼ]")
# Function words tell English from the other languages written in plain Latin letters (and their absence in a
# phrase of several words tells little, so three foreign ones are needed before an English reader is corrected).
_FOREIGN_WORDS = re.compile(
    r"\b(?:le|la|les|des|une?|est|dans|pour|quel|quelle|qui|que|o[uù]|el|los|las|una|en|qué|dónde|por|para|der|die"
    r"|das|und|ist|wo|wer|wie|wird|il|di|che|dove|qayerda|qanday|nima|uchun|va|bilan|bu|ne|nerede|ve|için)\b",
    re.IGNORECASE,
)
# In capitals they are names: "IT", "WHO".
_ENGLISH_WORDS = re.compile(
    r"\b(?-i:(?![A-Z]{2,}\b))(?:the|of|and|to|is|are|was|were|does|do|did|what|which|who|whom|whose|where|when|why|how|that|this|for|in|on"
    r"|with|by|be|it|has|have|from|about|should|will|can|resolution|paragraph|assembly)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"什么|哪|谁|何|吗|呢|怎|多少|是否|为什么|的|是|在|了"),
    "ru": re.compile(
        r"\b(?:что|кто|где|куда|когда|как|какой|какая|какое|какие|каких|каков|чей|почему|зачем|сколько|чем|кем|кому|ли"
        r"|такое|это|для|об|по|на|из|или|не|в|о|и|с)\b",
        re.IGNORECASE,
    ),
    "en": _ENGLISH_WORDS,
}


def detect_language(text: str) -> tuple[Language, bool]:
    """The nearest of the three languages, and whether ``text`` really is in it.

    The first function word outside quotation marks and brackets tells the question from the names in it; where there is
    none, the script with the most letters decides. One Chinese character weighs as much as four letters, since
    it stands for a word, and a Cyrillic letter as much as two Latin ones, since Latin names stand in Russian text more
    often than the reverse. Kazakh, Kyrgyz, Tajik or Ukrainian text gives ``("ru", False)``, Japanese
    ``("zh", False)``, French or Uzbek ``("en", False)``, text with no letters ``("en", True)``.
    """
    own = _ASIDE.sub(" ", text)
    text = own if _LETTER.search(own) else text
    han = len(_HAN.findall(text)) * 4
    cyrillic = len(_CYRILLIC.findall(text)) * 2
    latin = len(_LATIN.findall(text))
    others = len(_LETTER.findall(text)) - han // 4 - cyrillic // 2 - latin
    if others > max(han, cyrillic, latin):
        return ("zh", False) if _KANA.search(text) else ("en", False)
    spoken = {code: found.start() for code, words in _FUNCTION_WORDS.items() if (found := words.search(text))}
    if spoken:
        first = min(spoken, key=lambda code: spoken[code])
        han, cyrillic, latin = han * (first == "zh"), cyrillic * (first == "ru"), latin * (first == "en")
    if han and han >= max(cyrillic, latin):
        return "zh", len(_KANA.findall(text)) * 4 < han
    if cyrillic > latin:
        return "ru", not _OTHER_CYRILLIC.search(text)
    foreign = len(_OTHER_LATIN.findall(text.lower())) + len(_FOREIGN_WORDS.findall(text))
    return "en", foreign < 2 or foreign <= len(_ENGLISH_WORDS.findall(text))


def browser_language(accepted: str, default: Language) -> Language:
    """The first of a browser's languages (`Accept-Language`) that is one of the three, else ``default``."""
    for part in accepted.split(","):
        code = part.strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return default


def interface_language(setting: str = "auto") -> Language:
    """The language of messages: as set, else from the system's locale variables, else English."""
    if setting in LANGUAGES:
        return setting
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(variable, "")[:2].lower()
        if code in LANGUAGES:
            return code
        if code:
            break
    return "en"
