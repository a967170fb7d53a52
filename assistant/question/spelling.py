"""What was typed in the spelling that texts have: dates in words, and words in the letters of one script."""

import re
import unicodedata

from assistant.languages import Language

_DATE = re.compile(r"(?<![\d./-])(?:(\d{1,2})([./])(\d{1,2})\2(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))(?![\d/-]|\.\d)")
_MONTHS: dict[Language, str] = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "zh": "1 2 3 4 5 6 7 8 9 10 11 12",
}
_SAID: dict[Language, str] = {"en": "{d} {month} {y}", "ru": "{d} {month} {y} года", "zh": "{y}年{month}月{d}日"}
# Letters that look alike, of the two scripts.
_CYRILLIC, _LATIN = "аеорсухіАВЕКМНОРСТУХІ", "aeopcyxiABEKMHOPCTYXI"
_ALIKE = {"ru": str.maketrans(_LATIN, _CYRILLIC), "en": str.maketrans(_CYRILLIC, _LATIN)}
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]+")


def spelled(text: str, language: Language) -> str:
    """``text`` with its dates in figures, "21.03.2024", "2024-03-21", "21/03/2024", as a text in ``language`` has them;
    and with words of two scripts, "Dushаnbe" with a Cyrillic "а", in the one that most of their letters are of. Letters
    are one character each.

    A date is day and month, as the United Nations write it, but where the month would be none.
    """
    dated = _DATE.sub(lambda match: _in_words(match, language), unicodedata.normalize("NFC", text))
    return _WORD.sub(_in_one_script, dated)


def _in_words(match: re.Match[str], language: Language) -> str:
    if match[5]:
        year, month, day = (int(part) for part in match.group(5, 6, 7))
    else:
        day, month, year = (int(part) for part in match.group(1, 3, 4))
        day, month = (month, day) if month > 12 >= day else (day, month)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    return _SAID[language].format(d=day, month=_MONTHS[language].split()[month - 1], y=year)


def _in_one_script(match: re.Match[str]) -> str:
    word = match[0]
    cyrillic = _cyrillic(word)
    if not 0 < cyrillic < len(word):
        return word
    written = word.translate(_ALIKE["ru" if cyrillic * 2 > len(word) else "en"])
    mixed = 0 < _cyrillic(written) < len(written)
    return word if mixed else written  # "ИТ-hub" is no misspelling


def _cyrillic(word: str) -> int:
    return sum("\u0400" <= letter <= "\u04ff" for letter in word)
