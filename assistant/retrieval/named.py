"""What a question names outright: resolutions by number ("78/265"), paragraphs by id or label ("OP3", "пункт 3")."""

import re

_DOCUMENT = re.compile(r"(?<!\d)(\d{1,3})/(\d{1,4})(?![\d/])")
_N = r"\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*"
_PART = r"((?:\([a-z]+\))*)"
# How paragraphs are cited, by the kinds of id that each may mean; what a pattern takes is not read by a later one.
_PARAGRAPHS = [
    (("OP", "PP", "FN", "ART"), re.compile(rf"\b(OP|PP|FN|ART)[ .-]?(\d{{1,3}}){_PART}(?!\d)", re.IGNORECASE)),
    (("PP",), re.compile(rf"序言(?:部分)?第{_N}段")),
    (("PP",), re.compile(r"preamb(?:ular|le) para(?:graph|\.)?\s*(\d{1,3})\b", re.IGNORECASE)),
    (("PP",), re.compile(r"(\d{1,3})(?:st|nd|rd|th) preambular", re.IGNORECASE)),
    (("PP",), re.compile(r"(\d{1,3})(?:-\w+)? (?:пункт|абзац)\w* преамбулы", re.IGNORECASE)),
    (("PP",), re.compile(r"(?:пункт|абзац)\w* (\d{1,3}) преамбулы", re.IGNORECASE)),
    (("OP",), re.compile(rf"执行(?:部分)?第{_N}段")),
    (("OP",), re.compile(rf"operative para(?:graph|\.)?\s*(\d{{1,3}}){_PART}(?!\d)", re.IGNORECASE)),
    (("OP",), re.compile(rf"пункт\w* (\d{{1,3}}){_PART} постановляющей", re.IGNORECASE)),
    (("FN",), re.compile(rf"脚注{_N}|(?:footnote|сноск\w+) (\d{{1,3}})\b", re.IGNORECASE)),
    (("ART",), re.compile(rf"第{_N}条|\b(?:article|стать\w+) (\d{{1,3}})\b", re.IGNORECASE)),
    (("OP", "¶"), re.compile(rf"第{_N}段")),
    (("OP", "¶"), re.compile(rf"\b(?:para(?:graph|\.)?|пункт\w*|п\.)\s*(\d{{1,3}}){_PART}(?![\d/])", re.IGNORECASE)),
]
_DIGITS = {character: number for number, character in enumerate("一二三四五六七八九", 1)}


def document_numbers(text: str) -> set[str]:
    """Numbers of resolutions and documents: "78/265", also out of "A/RES/78/265"; "59/3" out of "A/C.2/59/3"."""
    return {f"{session}/{number}" for session, number in _DOCUMENT.findall(text)}


def paragraph_ids(question: str) -> set[str]:
    """Ids of the paragraphs that ``question`` cites; "paragraph 3" may be an operative one or a numbered one."""
    found = set()
    for kinds, pattern in _PARAGRAPHS:
        for match in pattern.finditer(question):
            first, *others = (group for group in match.groups() if group)
            if first.upper() in kinds:
                found.add(first.upper() + "".join(others).lower())
            else:
                number = str(_number(first)) + "".join(others).lower()
                found |= {kind + number for kind in kinds}
        question = pattern.sub(" ", question)
    return found


def _number(written: str) -> int:
    """3 from "3" or "三", 12 from "十二", 20 from "二十"."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
