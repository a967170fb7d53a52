"""Blocks to paragraphs under the ids that they are cited by, in the body of a text, its parts, annexes and articles."""

import re
from collections.abc import Sequence

from assistant.documents.blocks import Block
from assistant.documents.labels import Label, annex, article, explicit, read_label
from assistant.documents.markers import ENACTING
from assistant.documents.numbering import Entry, Outline

_PART = re.compile(r"[A-H]")
# What stands alone between a preamble and what it leads to.
_THEREFORE = re.compile(
    r"\W*(?:now,? therefore|therefore|因此，?现在|因此|现在|兹|поэтому|посему|в связи с этим)\W*", re.IGNORECASE
)
_SUBJECT = 80  # characters of a line that says who adopts what follows
_COMMA = re.compile(r"[,，][”»\"]?\d{0,2}$")
# Characters of a line above a table, and how many such lines there may be, the table with them.
_LONGEST_CAPTION, _CAPTIONS = 200, 4
_ENDED = re.compile(r"[.;:。；：][”»\"’）)\]]*$")


def body(blocks: Sequence[Block], *, enacted: bool) -> list[Entry]:
    """The paragraphs of a text behind its enacting clause, or of one that has none (not ``enacted``)."""
    found: list[Entry] = []
    annexes = 0
    for section in _sections(blocks):
        if match := annex(section[0].text):
            annexes += 1
            prefix = "ANNEX." if annexes == 1 else f"ANNEX{annexes}."
            title = section[0].text[: match.end()], section[0].text[match.end() :]
            found += _annex(section[1:], prefix, [line for line in title if line.strip()])
        elif _PART.fullmatch(section[0].text.strip()) and enacted:
            found += _resolution(section[1:], f"{section[0].text.strip()}.")
        elif enacted:
            found += _resolution(section, "")
        else:
            found += _report(section)
    return _once(found)


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, what has the id of one before it put below the last one."""
    kept: dict[str, Entry] = {}
    last: Entry | None = None
    for entry in entries:
        if last is not None and entry.id in kept:
            last.put_below(entry.heading, entry.block.text, entry.below)
        else:
            last = kept[entry.id] = entry
    return list(kept.values())


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    parts = [block.text.strip() for block in blocks if _PART.fullmatch(block.text.strip())]
    in_parts = parts[:2] == ["A", "B"]
    sections: list[list[Block]] = [[]]
    for block in blocks:
        begins = annex(block.text) or (in_parts and _PART.fullmatch(block.text.strip()))
        if begins and sections[-1]:
            sections.append([block])
        else:
            sections[-1].append(block)
    return [section for section in sections if section]


def _labels(blocks: Sequence[Block]) -> list[Label | None]:
    """For each block the label of the next one that has any."""
    found: list[Label | None] = []
    next_: Label | None = None
    for block in reversed(blocks):
        found.append(next_)
        next_ = read_label(block.text) or next_
    return found[::-1]


def first_number(blocks: Sequence[Block]) -> int:
    """Where the numbers begin; -1 where there are none."""
    for n, block in enumerate(blocks):
        label = read_label(block.text)
        if label and label.readings[0] == ("number", 1) and not block.heading:
            return n
    return -1


def _resolution(blocks: Sequence[Block], part: str) -> list[Entry]:
    """PP1…, OP1…; below "Adopts the following declaration:" the paragraphs or articles of that, ¶1… or ART1… ."""
    first = first_number(blocks)
    articles = first_article(blocks)
    numbers = [place for place in (first, articles) if place >= 0]
    before = list(blocks[: min(numbers, default=len(blocks))])
    # The only operative paragraph has no number: it is the first that ends a sentence, where a preamble has commas.
    single = next((n for n, block in enumerate(before) if not block.heading and _operative(block.text)), -1)
    outline = Outline(f"{part}OP", f"{part}PP")
    if any(explicit(block.text) for block in blocks):
        _feed(outline, blocks)
        return outline.entries
    if numbers and not (single >= 0 and _adopts(before[single:])):
        _feed(outline, blocks)
        return outline.entries
    lettered = next((n for n, block in enumerate(before) if _begins_letters(block, before[:n])), -1)
    place = single if single >= 0 else len(before)
    if 0 <= lettered <= place:  # its lead-in is lost
        _feed(outline, before[:lettered])
        outline.single(None)
        _feed(outline, blocks[lettered:])
        return outline.entries
    _feed(outline, before[:place])
    if single >= 0:
        outline.single(before[single])
    rest = blocks[place + 1 :]
    if not numbers:
        _feed(outline, rest)
        return outline.entries
    prefix = part if articles == min(numbers) else f"{part}¶"
    inner = Outline(prefix, f"{part}PP")
    inner._plain = outline._plain
    _feed(inner, rest)
    return [*outline.entries, *inner.entries]


def _adopts(blocks: Sequence[Block]) -> bool:
    """Whether the first of ``blocks`` is "Adopts the following declaration:", and no lead-in to letters."""
    first, *rest = (block for block in blocks if not block.heading)
    return first.text.rstrip().endswith((":", "：")) and not (rest and read_label(rest[0].text))


def first_article(blocks: Sequence[Block]) -> int:
    """Where article 1 begins; -1 where there is none."""
    return next((n for n, block in enumerate(blocks) if (found := article(block.text)) and found[0] == "1"), -1)


def _begins_letters(block: Block, before: Sequence[Block]) -> bool:
    """Whether ``block`` is "(a) …" behind a paragraph that ends with a comma, and so below none of the preamble."""
    label = read_label(block.text)
    first = label is not None and label.readings[0] == ("letter", 1)
    return first and bool(before) and bool(_COMMA.search(before[-1].text.rstrip()))


def _operative(text: str) -> bool:
    return bool(_ENDED.search(text.strip())) and not re.match(r"\W*\d", text)


def _annex(blocks: Sequence[Block], prefix: str, title: Sequence[str]) -> list[Entry]:
    """By numbers of its own; what stands before them is a preamble, where it has commas, or prose."""
    first = first_number(blocks)
    first = min([n for n in (first, first_article(blocks)) if n >= 0], default=-1)
    plain = [block for block in blocks[: first if first >= 0 else len(blocks)] if not block.heading]
    preamble = sum(1 for block in plain if _COMMA.search(block.text.strip())) * 2 > len(plain)
    outline = Outline(prefix, f"{prefix}{'PP' if preamble else '¶'}")
    for line in title:
        outline.hold(Block(line.strip()))
    if preamble and plain and len(plain) > 1 and len(plain[0].text) < _SUBJECT:
        outline.hold(plain[0])  # "The States Parties to this Convention,"
        blocks = [block for block in blocks if block is not plain[0]]
    _feed(outline, blocks)
    return outline.entries


def _report(blocks: Sequence[Block]) -> list[Entry]:
    """¶1… by its own numbers, articles by theirs, else by order."""
    numbers = [found[0] for block in blocks if (found := article(block.text))]
    outline = Outline("", "PP") if numbers[:1] == ["1"] and "2" in numbers else Outline("¶", "¶")
    _feed(outline, blocks)
    return outline.entries


def _feed(outline: Outline, blocks: Sequence[Block]) -> None:
    labels = _labels(blocks)
    for n, (block, following) in enumerate(zip(blocks, labels, strict=True)):
        if outline.operative and (named := explicit(block.text)):
            outline.explicit(named[0], named[1], block.cut(named[2]))
            continue
        found = article(block.text) if outline.takes_articles else None
        if found and (block.heading or not block.text[found[1] :].strip() or outline.in_article or found[0] == "1"):
            rest = block.cut(found[1])
            if block.heading or "\n" in block.text[: found[1]]:
                if rest.text.strip():
                    outline.hold(Block(rest.text.strip()))
                rest = Block("")
            outline.article(found[0], rest)
        elif (outline.in_article or not block.heading) and outline.feed(block, following):
            continue
        elif block.heading or _is_caption(blocks[n : n + _CAPTIONS]):
            outline.hold(block)
        elif outline.in_article:
            outline.chapeau(block)
        elif _leads_in(block, blocks[n + 1 :]) or _is_enacting(block.text):
            outline.hold(block)
        elif outline.entries and (block.table or outline.numbered):
            outline.append(block)
        else:
            outline.plain(block)
    outline.close()


def _is_caption(blocks: Sequence[Block]) -> bool:
    """Whether the first of ``blocks`` is a line above a table that names it, or one of several: no sentence."""
    for block in blocks:
        if block.table or len(block.text) > _LONGEST_CAPTION or _ENDED.search(block.text):
            return block.table and block is not blocks[0]
    return False


def _is_enacting(text: str) -> bool:
    """Whether ``text`` is a line such as "Now, therefore," or "The General Assembly,", which is no paragraph."""
    return bool(ENACTING.match(text) or _THEREFORE.fullmatch(text))


def _leads_in(block: Block, rest: Sequence[Block]) -> bool:
    """Whether ``block`` only leads in a numbered paragraph or an article of ``rest``: "Declare the following:"."""
    if not _leads(block) or block.table:
        return False
    below = next((b for b in rest if article(b.text) or not (b.heading or _leads(b))), None)
    if below is None or (label := read_label(below.text)) is None:
        return below is not None and article(below.text) is not None
    return label.readings[0][0] == "number"


def _leads(block: Block) -> bool:
    return block.text.rstrip().endswith((":", "："))
