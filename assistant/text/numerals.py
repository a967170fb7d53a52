"""Numbers in words, Chinese characters and Roman numerals, as paragraphs, sessions and centuries are counted by."""

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_ROMAN_PARTS = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
# "третий пункт", "third paragraph": ordinals up to twelve, by their stems.
RU_ORDINALS = "перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат"
EN_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
CARDINALS = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten",
        "один два три четыре пять шесть семь восемь девять десять",
    )
    for number, word in enumerate(words.split(), 1)
}
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


def number(written: str) -> int:
    """3 from "3", "三" or "третий", 12 from "十二", 120 from "一百二十"."""
    return _ORDINALS.get(written.lower()) or chinese_number(written)


def ordinal(place: int) -> str:
    """ "21st", "22nd", "113th"."""
    suffix = "th" if 10 < place % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{suffix}"
