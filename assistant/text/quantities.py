"""Whether a text has a number, in figures or in words, a count or a year."""

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[а-я]+|марта|мая|августа)"
)
# What counts nothing: days, years, numbers of documents.
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}\b)(?:,? \d{{4}}\b)?"
    rf"|\b(?:in|of|by|since|until|till|before|after|from|to|during|between|and|{_MONTH},?) (?:1\d|20)\d\d\b(?! [a-z])"
    r"|(?<!\d)\d{3,4}(?:\s*[-–—]\s*\d{2,4})?(?=\s*(?:год|гг?\.|年))|\d{1,2}\s*[月日号]|\d+(?:/\d+)+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|both|single|several|many|most|few)\b"
    r"|\b(?:thir|four|for|fif|six|seven|eigh|nine)t(?:een|y|ie)|\b(?:third|(?:four|fif|six|seven|eigh|nin|ten)th)"
    r"|\b(?:eleven|twel[fv]|twent|hundred|thousand|million|billion|quarter|dozen|twice)"
    # The words that only begin like a number are left out: "сотрудничество", "обеспечение", "семинар", "сторона".
    r"|\b(?:один|одн(?:а|о|ой|ого|ому|ом|им|у|и|их|ими)|дв(?:а|е|ое|оих)|три|трое|ст[оа]|сот(?:ый|ая|ое|ых)?"
    r"|сем(?:ь|ью|и|еро)|об(?:а|е|оих|еих|оим|еим)|(?:перв|втор)(?:ый|ой|ая|ое|ые|ого|ому|ом|ую|ым|ых|ыми))\b"
    r"|\b(?:одиннадцат|дв(?:адцат|енадцат|ест|ажды|ух|ум)|тр[её][хм]|трет[иь]|тр(?:ист|идцат|инадцат|ижды)|четыр"
    r"|четверт|четверо|пят(?!ниц|н[оа]\b)|шест(?!в|ер[её]н)|сем(?:надцат|ьдесят|идесят|ьсот|исот)|седьм|восем|восьм"
    r"|девят|десят|сорок|сотн|тысяч|миллион|миллиард|половин|полтор|нескольк|множеств)|[一二两三四五六七八九十百千万亿半]",
    re.IGNORECASE,
)


def has_number(text: str) -> bool:
    """Whether ``text`` has a number, in figures or in words."""
    return bool(_NUMBER.search(text))


def has_year(text: str) -> bool:
    """Whether ``text`` has a year of the last century or this one."""
    return bool(_YEAR.search(text))


def has_count(text: str) -> bool:
    """Whether ``text`` has a number that may say how many there are of something: no day, year or symbol."""
    return has_number(_DATE.sub(" ", text))
