"""Chinese addressees: they end in a noun of the section "units" of `drafting.txt` or are names of places, and what is
asked begins behind them with a verb, an adverb or a coverb of the section "predicates"."""

import re
from functools import cache

from assistant.analysis.drafting import any_of, compiled, forms, pattern
from assistant.analysis.verbs import masked_text
from assistant.text.glossary import written_terms

# "Each" before the name of many; in 各国 and 各方 it is part of the word.
_EACH = re.compile("^各(?![国方自级界])")
_HIDDEN = "\0"  # stands for each letter of examples
_MARK = "，?以及|，[和及]|[、和及与]"


def chinese_addressees(rest: str) -> tuple[tuple[str, ...], int]:
    """Who is addressed at the beginning of ``rest``, and where what is asked begins; () and 0 where nobody is."""
    masked = _examples().sub(_hidden, masked_text(rest))
    lead = re.match(r"[\s，：]*", rest)
    begin = lead.end() if lead else 0
    if pronoun := compiled(rf"(?:{pattern('pronouns', 'zh')})").match(rest, begin):
        return (pronoun[0],), pronoun.end()
    said = _said(masked, begin)
    if not said:
        return (), 0
    shown = zip(rest[begin : said.end("who")], masked[begin : said.end("who")], strict=True)
    found: list[str] = []
    for piece in _apart("".join(letter for letter, kept in shown if kept != _HIDDEN)).split("\n"):
        piece = re.sub(r"[（(][^（）()]*[）)]", "", piece)
        piece = re.split(r"，|、?特别是|、?尤其是|、?包括", piece)[0]
        cleaned = _EACH.sub("", _without_clause(piece).strip(" ，、："))
        # "在……方面发展伙伴关系" is what is asked, "以色列" is a name.
        no_name = compiled(rf"(?!{pattern('names', 'zh')}){pattern('coverbs', 'zh')}")
        if cleaned and not no_name.match(cleaned):
            found.append(cleaned)
    both = compiled(rf"(?P<name>.+){pattern('both', 'zh')}").fullmatch(found[-1]) if len(found) > 1 else None
    if both and _ending().search(both["name"]):
        found[-1] = both["name"]
    return (tuple(dict.fromkeys(found)), said.end()) if found else ((), 0)


def _said(masked: str, begin: int) -> re.Match[str] | None:
    """Those addressed as the group "who": up to a predicate that is known, else up to the first noun that is enough.

    The latter too where a coverb stands between both, so that the first predicate is not known: "会议竭诚在……方面".
    """
    known, long = (expression.match(masked, begin) for expression in _ends())
    if known and long and long.end() < known.end():
        between = re.split(_MARK, masked[long.end() : known.end()])[0]
        if compiled(rf"[^的]*{pattern('coverbs', 'zh')}").match(between) and "的" not in between:
            return long
    return known or long


def _without_clause(piece: str) -> str:
    """``piece`` without determiners and without a clause before its noun: "已设立中心的国家".

    What somebody has or is in charge of is no clause: "秘书长的特别代表", "主管裁军事务的副秘书长".
    """
    verb = any_of([word for word in forms("predicates", "zh") if len(word) > 1], "zh")
    begins = rf"(?:{pattern('determiners', 'zh')}|{pattern('relative beginnings', 'zh')}[^，]{{0,40}}?的)+"
    piece = compiled(f"^(?:{begins}|其(?![他它余中]))").sub("", piece)
    clause = compiled(rf"^(?!主管|负责)(?P<clause>[^，、]*?{verb}[^，、]{{0,30}}?)的(?=.*{_unit()}$)").match(piece)
    return piece if not clause or _ending().search(clause["clause"]) else piece[clause.end() :]


def _apart(said: str) -> str:
    """Those of ``said`` on a line each, parted where a unit ends before a mark or an "and" and another follows."""
    shared = re.compile(f"(?:各)?{pattern('shared nouns', 'zh')}(?=[、和及与]|以及|$)")
    names = [term for term in (*written_terms("zh"), *forms("names", "zh")) if re.search("[和及与]", term)]
    inside = {place for name in names for hit in re.finditer(re.escape(name), said) for place in range(*hit.span())}

    def part(match: re.Match[str]) -> str:
        first, rest = said[: match.start()], said[match.end() :]
        kept = match.start() in inside or not _ending().search(first) or shared.match(rest) or not _has_unit(rest)
        return match[0] if kept else "\n"

    return re.sub(_MARK, part, said)


def _has_unit(said: str) -> bool:
    """Whether ``said`` still names somebody."""
    return bool(re.search(_unit(), said))


@cache
def _unit() -> str:
    """What an addressee ends in: a noun, or a foreign name that is written by its sound; not inside another noun."""
    sounds = f"[{forms('sounds', 'zh')[0]}]"
    words = [word for word in forms("units", "zh") if len(word) > 1]
    inside = "|".join(dict.fromkeys(f"(?<={word[:n]}){word[n:]}" for word in words for n in range(1, len(word))))
    return f"(?:{pattern('units', 'zh')}|{pattern('names', 'zh')}|(?<!{sounds}){sounds}{{2,}})(?!{inside})"


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"{_unit()}$")


@cache
def _ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where addressees end: before a predicate that is known; else before what goes on with no noun."""
    unit, body = pattern("units", "zh"), pattern("bodies", "zh")
    # No predicates: "任命的专家", "发展系统", "根据第12号决议所设委员会".
    whose = r"(?!根据[^，；。]{1,30}(?:所设|设立的|任命的))"
    verb = rf"{whose}(?!{pattern('compound nouns', 'zh')}{body}(?!间)){pattern('predicates', 'zh')}(?!的)"
    long = any_of([word for word in forms("units", "zh") if len(word) > 1], "zh")
    more = rf"(?:以及|和|及)(?!{pattern('coverbs', 'zh')}|{verb})"
    aside = rf"{_HIDDEN}*(?:[、，]?(?:特别是|尤其是|包括)[^，；。]{{1,40}}?)?(?:[（(][^（）()]{{1,40}}[）)])?"
    known = rf"(?P<who>[^；。：]{{0,200}}?{_unit()}){aside}(?:[：，](?!{more})|(?!以及)(?={verb})|$)"
    return compiled(known), compiled(
        rf"(?P<who>[^；。：，]{{0,60}}?{long}){whose}(?![的、和及与或以家际内民\0]|{unit})"
    )


@cache
def _examples() -> re.Pattern[str]:
    """Examples of those whom the noun before them names: "各机构，如港务局和海关等，"."""
    end = r"(?<![平同对高中初均])等(?=[，、和及以]|$)|(?=[，；。]|$)"
    return re.compile(
        rf"(?P<unit>{pattern('units', 'zh')})(?P<said>[，、]?{pattern('examples', 'zh')}(?![下何果有同期需适属能可])"
        rf"[^，；。：]{{2,200}}?(?:{end})(?:，(?=以及|和|及|其他))?)"
    )


def _hidden(match: re.Match[str]) -> str:
    return match["unit"] + _HIDDEN * len(match["said"])
