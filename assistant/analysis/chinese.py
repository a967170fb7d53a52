"""Chinese addressees: they end in a noun of the section "units" of `drafting.txt`, behind which what is asked begins
with a verb, an adverb or a coverb of the section "predicates"."""

import re
from functools import cache

from assistant.analysis.drafting import any_of, compiled, forms, pattern
from assistant.analysis.verbs import masked_text
from assistant.text.glossary import written_terms


def chinese_addressees(rest: str) -> tuple[tuple[str, ...], int]:
    """Who is addressed at the beginning of ``rest``, and where what is asked begins; () and 0 where nobody is."""
    masked = masked_text(rest)
    lead = re.match(r"[\s，：]*", rest)
    begin = lead.end() if lead else 0
    if pronoun := compiled(rf"(?:{pattern('pronouns', 'zh')})").match(rest, begin):
        return (pronoun[0],), pronoun.end()
    said = _ends()[0].match(masked, begin) or _ends()[1].match(masked, begin)
    if not said:
        return (), 0
    whole = _apart(rest[begin : said.end("who")])
    relative = rf"^(?:{pattern('determiners', 'zh')}|{pattern('relative beginnings', 'zh')}[^，]{{0,40}}?的)+"
    found: list[str] = []
    for piece in whole.split("\n"):
        piece = re.sub(r"[（(][^（）()]*[）)]", "", piece)
        piece = re.split(r"，|、?特别是|、?尤其是|、?包括", piece)[0]
        cleaned = compiled(relative).sub("", piece).strip(" ，、：")
        if cleaned and not compiled(pattern("coverbs", "zh")).match(cleaned):  # "在……方面发展伙伴关系" is what is asked
            found.append(cleaned)
    return (tuple(dict.fromkeys(found)), said.end()) if found else ((), 0)


def _apart(said: str) -> str:
    """Those of ``said`` on a line each, parted where a unit ends before a mark or an "and" and another follows."""
    ends = re.compile(f"{pattern('units', 'zh')}$")
    shared = re.compile(f"(?:各)?{pattern('shared nouns', 'zh')}(?=[、和及与]|以及|$)")
    names = [term for term in written_terms("zh") if re.search("[和及与]", term)]
    inside = {place for name in names for hit in re.finditer(re.escape(name), said) for place in range(*hit.span())}

    def part(match: re.Match[str]) -> str:
        first, rest = said[: match.start()], said[match.end() :]
        kept = match.start() in inside or not ends.search(first) or shared.match(rest) or not _has_unit(rest)
        return match[0] if kept else "\n"

    return re.sub("以及|[、和及与]", part, said)


def _has_unit(said: str) -> bool:
    """Whether ``said`` still names somebody."""
    return bool(re.search(pattern("units", "zh"), said))


@cache
def _ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where addressees end: before a predicate that is known; else before what goes on with no noun."""
    unit, verb = pattern("units", "zh"), pattern("predicates", "zh")
    long = any_of([word for word in forms("units", "zh") if len(word) > 1], "zh")
    aside = r"(?:[、，]?(?:特别是|尤其是|包括)[^，；。]{1,40}?)?"
    known = rf"(?P<who>[^；。：]{{0,120}}?{unit}){aside}(?:[：，]|(?!以及)(?={verb})|$)"
    return compiled(known), compiled(rf"(?P<who>[^；。：，]{{0,60}}?{long})(?![的、和及与或以家际内民]|{unit})")
