"""Numbers in words, Chinese characters and Roman numerals, as paragraphs, sessions and centuries are counted by."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_ROMAN_PARTS = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
# "третий пункт", "third paragraph": ordinals up to twelve, by their stems.
RU_ORDINALS = "перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат"
EN_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"


def _counted(first: int, *rows: str) -> dict[str, int]:
    """The words of each of ``rows``, which count from ``first`` on."""
    return {word: number for words in rows for number, word in enumerate(words.split(), first)}


CARDINALS = _counted(
    1, "one two three four five six seven eight nine ten", "один два три четыре пять шесть семь восемь девять десять"
)
# Their other forms, in which things are counted.
RU_CARDINALS = _counted(
    2,
    "двух трех четырех пяти шести семи восьми девяти десяти",
    "двумя тремя четырьмя пятью шестью семью восемью девятью десятью",
) | {"одну": 1, "одной": 1, "одном": 1, "одним": 1, "одно": 1, "две": 2}
_SAID = CARDINALS | RU_CARDINALS
_ORDINALS = {word: number for words in (RU_ORDINALS, EN_ORDINALS) for number, word in enumerate(words.split("|"), 1)}


def chinese_number(written: str) -> int:
    """12 from "十二", 105 from "一百零五", 2025 from "二〇二五", 3 from "3"; up to 9999."""
    if written.isdecimal():
        return int(written)
    if not set(written) & _PLACES.keys():  # a digit after the other
        return int("".join(str(_DIGITS.get(character, 0)) for character in written))
    total, digit = 0, 0
    for character in written:
        if character in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[character], 0
        else:
            digit = _DIGITS.get(character, digit)
    return total + digit


def roman_number(written: str) -> int:
    """49 from "XLIX"."""
    values = [_ROMAN[letter] for letter in written]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def roman_numeral(number: int) -> str:
    """ "XLIX" from 49: what `roman_number` reads."""
    written = ""
    for value, letters in _ROMAN_PARTS.items():
        written += letters * (number // value)
        number %= value
    return written


def spoken_number(written: str) -> int:
    """3 from "3", "three", "трех", "third", "третьем", "三" or "第三", 2 from "两三"; 0 where there is none."""
    word = written.removeprefix("第").strip()
    stem = next((stem for stem in _ORDINALS if word.startswith(stem)), "")
    if value := _SAID.get(word) or _ORDINALS.get(stem):
        return value
    known = all(character.isdecimal() or character in _DIGITS or character in _PLACES for character in word)
    return chinese_number(word) if word and known else 0


def ordinal(place: int) -> str:
    """ "21st", "22nd", "113th"."""
    suffix = "th" if 10 < place % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{suffix}"
