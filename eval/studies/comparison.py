"""How well two texts are compared: pairs, what is new and gone, the changes told; what finds words; what vectors add.

With ``--vectors`` it asks the embedding model too; after ``pip install diff-match-patch rapidfuzz`` it has the
libraries that `assistant.analysis.redline` does not use.
"""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from time import process_time

import numpy as np

from assistant.analysis.alignment import Pair, _in_order, _out_of_order, align
from assistant.analysis.comparison import Change, compare
from assistant.analysis.likeness import Words, by_vectors
from assistant.analysis.redline import _TOKEN, _without_islands
from assistant.analysis.unit import Unit, top_level, units
from assistant.documents import Document, Paragraph, load_file

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
UNDOCS = SHARED / "undocs"
# Pairs of the same kinds that have no right answers: how many changes are told, and how long it takes.
UNLABELLED = (
    ("bulk/A_C.2_80_L.7.pdf", "bulk/A_RES_80_133.pdf"),
    ("bulk/A_RES_78_144.pdf", "bulk/A_RES_80_133.pdf"),
    ("bulk/A_RES_79_205.pdf", "bulk/A_C.2_80_L.22.pdf"),
    ("bulk/A_RES_78_157.pdf", "bulk/A_C.2_80_L.35.pdf"),
    ("bulk/A_RES_78_189.pdf", "bulk/A_C.3_80_L.17.pdf"),
    ("bulk/A_RES_79_56.pdf", "bulk/A_C.1_80_L.62.pdf"),
    ("bulk/A_RES_79_21.pdf", "bulk/A_C.1_80_L.38.pdf"),
    ("bulk/A_RES_79_43.pdf", "bulk/A_C.1_80_L.11.pdf"),
    ("bulk/A_RES_79_255.pdf", "bulk/A_RES_80_239.pdf"),
    ("bulk/A_C.5_80_L.13.pdf", "bulk/A_RES_80_239.pdf"),
    ("bulk/A_C.4_80_L.21.pdf", "bulk/A_RES_80_82.pdf"),
    ("bulk/A_80_L.34.pdf", "bulk/A_RES_80_117.pdf"),
    ("files/A_RES_79_194.en.pdf", "files/A_C.2_80_L.17.en.pdf"),
)
# Pairs of paragraphs that are neither plainly one nor plainly two, and whether a reader takes them for one.
DOUBTFUL = {
    ("bulk/A_RES_78_144.pdf", "bulk/A_RES_80_133.pdf"): "PP1 PP1 +,PP17 PP19 +,OP12 PP13 +,PP3 PP3 -",
    ("bulk/A_RES_79_205.pdf", "bulk/A_C.2_80_L.22.pdf"): "OP70 OP72 +,PP33 PP35 +",
    ("bulk/A_RES_79_255.pdf", "bulk/A_RES_80_239.pdf"): "OP21 ANNEX2.¶1 -,OP3 OP7 -,ANNEX.¶1 ANNEX.¶1 +",
    ("files/A_RES_79_194.en.pdf", "files/A_C.2_80_L.17.en.pdf"): "PP27 PP30 +,OP60 OP62 +",
    ("bulk/A_RES_79_21.pdf", "bulk/A_C.1_80_L.38.pdf"): "OP14 OP9 +",
    ("bulk/A_RES_79_56.pdf", "bulk/A_C.1_80_L.62.pdf"): "OP19 OP17 +,OP17 OP17 -,OP18 OP17 -",
    ("bulk/A_RES_78_83.pdf", "bulk/A_RES_79_115.pdf"): (
        "PP6 PP3 +,OP4 OP4 +,OP8 OP7 -,OP24 OP11 +,PP1 PP2 -,PP1 OP5 -,PP1 PP5 -,OP2 PP5 -,OP6 PP5 -"
    ),
    ("bulk/A_RES_79_67.pdf", "bulk/A_C.1_80_L.33.pdf"): (
        "PP1 PP2 +,OP5 OP10 +,PP6 PP7 +,OP4 OP12 -,PP4 OP2 -,OP7 OP3 -,OP1 OP4 -"
    ),
    ("files/A_C.2_80_L.17.en.pdf", "files/A_C.2_80_L.58.en.pdf"): (
        "OP67 OP68 +,OP17 OP17 +,OP36 PP17 -,OP36 OP33 -,PP33 PP23 -,OP17 OP18 -"
    ),
}
ALTERED = tuple(
    path
    for code in ("en", "ru", "zh")
    for path in (f"library/charter.{code}.txt", f"library/udhr.{code}.txt", f"../../corpus/resolution/{code}.txt")
)
ACROSS = (
    ("library/charter.en.txt", "library/charter.ru.txt"),
    ("library/charter.en.txt", "library/charter.zh.txt"),
    ("library/charter.ru.txt", "library/charter.zh.txt"),
    ("library/udhr.en.txt", "library/udhr.zh.txt"),
    ("library/udhr.ru.txt", "library/udhr.zh.txt"),
    ("../../corpus/resolution/zh.txt", "files/A_RES_79_322.en.pdf"),
    ("../../corpus/resolution/ru.txt", "files/A_RES_79_322.en.pdf"),
)


def document(name: str) -> Document:
    """The document of a file of the shared ones, or of the project's corpus."""
    path = ROOT / name.removeprefix("../../") if "corpus/" in name else UNDOCS / name
    return load_file(path if path.exists() else UNDOCS / "files" / name)[0]


def labelled() -> None:
    """The pairs whose right answers are known."""
    print("\n## Pairs of texts with right answers\n")
    print(
        "| texts | pairs | with label | that are none | new and gone | key changes told | in one | whole | told | s |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for gold in json.loads((SHARED / "questions" / "alignment.dev.json").read_text("utf-8"))["alignments"]:
        before, after = document(gold["from"]), document(gold["to"])
        compare(before, after)  # stems are kept
        started = process_time()
        found = compare(before, after)
        seconds = process_time() - started
        pairs = {(one, other): p.pair.fate for p in found.pairs for one in p.pair.before for other in p.pair.after}
        right = {(one, other): label for one, other, label in gold["pairs"]}
        single = {("gone", *gold["only_from"]), ("new", *gold["only_to"])}
        wanted = {(kind, name) for kind, *names in single for name in names}
        lone = {
            (p.pair.fate, (p.pair.before or p.pair.after)[0])
            for p in found.pairs
            if not (p.pair.before and p.pair.after)
        }
        counts = Counter(way for key in gold["key_changes"] for way in told(key, found.changes))
        total = len(gold["key_changes"])
        print(
            f"| {gold['from_symbol'][:16]} → {gold['to_symbol']} | {len(right.keys() & pairs.keys())}/{len(right)} "
            f"| {sum(pairs.get(pair) == label for pair, label in right.items())} | {len(pairs.keys() - right.keys())} "
            f"| {len(lone & wanted)}/{len(wanted)}, {len(lone - wanted)} false "
            f"| {counts['told']}/{total} | {counts['one']} | {counts['whole']} | {len(found.changes)} | {seconds:.2f} |"
        )


def told(key: dict[str, str | None], changes: Iterable[Change]) -> set[str]:
    """How a key change is told: its own words quoted by its paragraphs' changes, by one of them; all of it by one."""
    of = [
        change
        for change in changes
        if (key["from"] in change.before if key["from"] else not change.before)
        and (key["to"] in change.after if key["to"] else not change.after)
    ]
    was, now = Counter(plain(key["was"])), Counter(plain(key["now"]))
    own = was - now, now - was

    def has(some: Sequence[Change]) -> bool:
        old, new = (Counter(plain(" ".join(getattr(change, side) for change in some))) for side in ("was", "now"))
        return bool(some) and not own[0] - old and not own[1] - new

    whole = any(
        " ".join(plain(key["was"])) in " ".join(plain(change.was))
        and " ".join(plain(key["now"])) in " ".join(plain(change.now))
        for change in of
    )
    ways = {"told": has(of), "one": any(has([change]) for change in of), "whole": whole}
    return {name for name, is_so in ways.items() if is_so}


def plain(text: str | None) -> list[str]:
    """The words of ``text`` in small letters."""
    return re.findall(r"[^\W_]+(?:[-’/][^\W_]+)*", (text or "").lower())


def unlabelled() -> None:
    """What is told of pairs without right answers."""
    print("\n## Pairs without right answers\n")
    print("| texts | paragraphs | pairs | split, merged | reordered | new | gone | told | first, kinds | s |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---|---:|")
    for one, other in UNLABELLED:
        before, after = document(one), document(other)
        compare(before, after)
        started = process_time()
        found = compare(before, after)
        seconds = process_time() - started
        fates = Counter(pair.pair.fate for pair in found.pairs)
        kinds = Counter(change.kind for change in found.changes)
        print(
            f"| {Path(one).stem} → {Path(other).stem} | {len(units(before))}, {len(units(after))} "
            f"| {fates['same'] + fates['moved'] + fates['changed']} | {fates['split'] + fates['merged']} "
            f"| {sum(pair.pair.reordered for pair in found.pairs)} | {fates['new']} | {fates['gone']} "
            f"| {len(found.changes)} | {', '.join(f'{count} {kind}' for kind, count in kinds.most_common(4))} "
            f"| {seconds:.2f} |"
        )


def altered() -> None:
    """Texts in three languages, altered at random: paragraphs dropped, put in, moved, rewritten in part, split."""
    print("\n## Texts altered at random\n")
    print("| text | pairs right | pairs that are none | new and gone | moved ones found |")
    print("|---|---:|---:|---:|---:|")
    for name in ALTERED:
        sums: Counter[str] = Counter()
        for seed in range(5):
            sums += _altered(document(name), random.Random(seed))
        print(
            f"| {Path(name).parent.name}/{Path(name).name} | {sums['right']}/{sums['pairs']} | {sums['none']} "
            f"| {sums['lone right']}/{sums['lone']} | {sums['moved right']}/{sums['moved']} |"
        )


def _altered(text: Document, chance: random.Random) -> Counter[str]:
    whole = [unit for unit in units(text) if len(unit.text) > 40]
    foreign = [unit for unit in units(document(_other(text))) if len(unit.text) > 40]
    later: list[tuple[str, str]] = []  # the id of what it was, and its text
    gone, moved = set(), []
    for unit in whole:
        fate = chance.random()
        if fate < 0.08:
            gone.add(unit.id)
        elif fate < 0.14:
            moved.append((unit.id, unit.text))
        elif fate < 0.5:
            later.append((unit.id, _rewritten(unit.text, chance.choice(whole).text, chance)))
        else:
            later.append((unit.id, unit.text))
        if chance.random() < 0.06:
            later.append(("", chance.choice(foreign).text))
    for one in moved:
        later.insert(chance.randrange(len(later) + 1), one)
    before = replace(text, paragraphs=tuple(Paragraph(f"OP{n}", unit.text) for n, unit in enumerate(whole, 1)))
    after = replace(text, paragraphs=tuple(Paragraph(f"OP{n}", words) for n, (_, words) in enumerate(later, 1)))
    numbers = {unit.id: f"OP{n}" for n, unit in enumerate(whole, 1)}
    right = {(numbers[name], f"OP{n}") for n, (name, _) in enumerate(later, 1) if name}
    lone = {numbers[name] for name in gone} | {f"+OP{n}" for n, (name, _) in enumerate(later, 1) if not name}
    pairs = align(before, after)
    found = {(one, other) for pair in pairs for one in pair.before for other in pair.after}
    alone = {name for pair in pairs if pair.fate == "gone" for name in pair.before}
    alone |= {f"+{name}" for pair in pairs if pair.fate == "new" for name in pair.after}
    away = {numbers[name] for name, _ in moved}
    return Counter(
        {
            "pairs": len(right),
            "right": len(right & found),
            "none": len(found - right),
            "lone": len(lone),
            "lone right": len(lone & alone),
            "moved": len(away),
            "moved right": len({pair for pair in right & found if pair[0] in away}),
        }
    )


def _other(text: Document) -> str:
    return f"library/{'charter' if text.id == 'udhr' else 'udhr'}.{text.language}.txt"


def _rewritten(text: str, other: str, chance: random.Random) -> str:
    """``text`` with up to two thirds of it from ``other``."""
    ours, theirs = (_TOKEN.findall(part) for part in (text, other))
    for _ in range(chance.randint(1, 4)):
        size = max(1, round(len(ours) * chance.uniform(0.02, 0.17)))
        at, there = chance.randrange(len(ours)), chance.randrange(len(theirs))
        ours[at : at + chance.randint(0, size)] = theirs[there : there + size]
    return "".join(ours)


def libraries() -> None:
    """What finds the words that changed: spans, small islands, time, over the changed paragraphs of real pairs."""
    jobs = []
    for one, other in (*UNLABELLED, ("../../corpus/resolution/en.txt", "files/A_RES_79_322.en.pdf")):
        before, after = ({unit.id: unit for unit in units(document(name))} for name in (one, other))
        jobs += [
            (_TOKEN.findall(before[pair.before[0]].text), _TOKEN.findall(after[pair.after[0]].text))
            for pair in align(document(one), document(other))
            if pair.fate == "changed"
        ]
    print(f"\n## What finds the words: {len(jobs)} changed paragraphs\n")
    print(
        "| library | spans | islands of one or two words | words kept "
        "| after joining: spans | islands | words kept | ms |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, find in _finders().items():
        started = process_time()
        found = [find(*job) for job in jobs]
        milliseconds = (process_time() - started) * 1000
        joined = [_without_islands(stretches) for stretches in found]
        counts = [measure(some) for some in (found, joined) for measure in (_spans, _islands, _kept)]
        print(f"| {name} | {' | '.join(map(str, counts))} | {milliseconds:.0f} |")


Stretches = list[tuple[bool, list[str], list[str]]]


def _finders() -> dict[str, Callable[[list[str], list[str]], Stretches]]:
    finders: dict[str, Callable[[list[str], list[str]], Stretches]] = {
        "difflib": lambda a, b: [
            (tag == "equal", a[i:j], b[k:n])
            for tag, i, j, k, n in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        ]
    }
    try:
        from rapidfuzz.distance import LCSseq

        finders["rapidfuzz"] = lambda a, b: [
            (code.tag == "equal", a[code.src_start : code.src_end], b[code.dest_start : code.dest_end])
            for code in LCSseq.opcodes(a, b)
        ]
    except ImportError:
        print("rapidfuzz is not installed")
    try:
        from diff_match_patch import diff_match_patch

        finders["diff-match-patch"] = lambda a, b: _patched(diff_match_patch(), a, b, False)
        finders["diff-match-patch, semantic cleanup"] = lambda a, b: _patched(diff_match_patch(), a, b, True)
    except ImportError:
        print("diff-match-patch is not installed")
    return finders


def _patched(patcher: "object", ours: list[str], theirs: list[str], cleanup: bool) -> Stretches:
    codes = {token: chr(0x4000 + n) for n, token in enumerate(dict.fromkeys([*ours, *theirs]))}
    tokens = {code: token for token, code in codes.items()}
    patcher.Diff_Timeout = 0  # type: ignore[attr-defined]
    one, other = ("".join(map(codes.__getitem__, side)) for side in (ours, theirs))
    diffs = patcher.diff_main(one, other, False)  # type: ignore[attr-defined]
    if cleanup:
        patcher.diff_cleanupSemantic(diffs)  # type: ignore[attr-defined]
    found: Stretches = []
    for kind, coded in diffs:
        part = [tokens[code] for code in coded]
        if kind and found and not found[-1][0]:
            found[-1] = (False, found[-1][1] + part * (kind < 0), found[-1][2] + part * (kind > 0))
        else:
            found.append((not kind, part * (kind <= 0), part * (kind >= 0)))
    return found


def _spans(found: Sequence[Stretches]) -> int:
    return sum(1 if kept else bool(old) + bool(new) for stretches in found for kept, old, new in stretches)


def _islands(found: Sequence[Stretches]) -> int:
    return sum(kept and len(old) < 3 for stretches in found for kept, old, _ in stretches[1:-1])


def _kept(found: Sequence[Stretches]) -> int:
    return sum(len(old) for stretches in found for kept, old, _ in stretches if kept)


def vectors() -> None:
    """Whether vectors help beside words, and how they pair texts in two languages."""
    from assistant.index.embedding import embed

    made: dict[str, np.ndarray] = {}

    def of(name: str) -> "np.ndarray":
        if name not in made:
            made[name] = embed([part.whole[:1500] for part in document(name).paragraphs])
        return made[name]

    print("\n## Words and vectors on doubtful pairs of one language\n")
    rows, decided, jobs = [], 0, []
    for (one, other), listed in DOUBTFUL.items():
        before, after = document(one), document(other)
        ours, theirs = units(before), units(after)
        words = Words(ours, theirs).likeness
        near = by_vectors(_mean(before, ours, of(one)), _mean(after, theirs, of(other)))
        places = [{unit.id: n for n, unit in enumerate(side)} for side in (ours, theirs)]
        paired = _found(align(before, after))
        kinds = np.array([[first.kind == second.kind for second in theirs] for first in ours])
        asked = [(first, second, sign == "+") for first, second, sign in map(str.split, listed.split(","))]
        spots = [((places[0][first], places[1][second]), right) for first, second, right in asked]
        jobs.append((words, near, kinds, spots))
        for line in listed.split(","):
            first, second, is_one = line.split()
            at = places[0][first], places[1][second]
            rows.append((is_one == "+", float(words[at]), float(near[at])))
            decided += ((first, second) in paired) == (is_one == "+")
    print(f"{len(rows)} pairs, {sum(row[0] for row in rows)} of them one: AUC of words {auc(rows, 1):.2f}, ", end="")
    print(f"of vectors {auc(rows, 2):.2f}, ", end="")
    print(f"of their sum {auc([(right, one + two, 0.0) for right, one, two in rows], 1):.2f}.")
    best = max(sum((one + two >= cut / 100) == right for right, one, two in rows) for cut in range(200))
    print(f"Decided right: as `align` does {decided}, by the best cut of the sum, without order, {best}.\n")
    print("| in order, each by its own best cuts, on these same pairs | right |")
    print("|---|---:|")
    for name, weights in (("words", (1, 0)), ("vectors", (0, 1)), ("half of each", (0.5, 0.5))):
        print(f"| {name} | {max(_decided(jobs, weights, cuts) for cuts in CUTS)}/{len(rows)} |")
    print("\n## Two languages\n")
    print(
        "| texts | nearest is right: cosine | from the mean | pairs "
        "| a fifth dropped, renumbered: pairs | none | gone |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|")
    for one, other in ACROSS:
        before, after = document(one), document(other)
        names = {unit.id for unit in units(before)}
        right = [unit.id for unit in units(after) if unit.id in names]
        whole = _found(align(before, after, (of(one), of(other))))
        means = _mean(before, units(before), of(one)), _mean(after, units(after), of(other))
        raw, near = means[0] @ means[1].T, by_vectors(*means)
        less, rows_kept, back = _dropped(after)
        pairs = align(before, less, (of(one), of(other)[rows_kept]))
        found = {(first, back[second]) for first, second in _found(pairs)}
        kept = {(name, name) for name in back.values() if name in names}
        gone = {pair.before[0] for pair in pairs if pair.fate == "gone"}
        lost = names - {*back.values()}
        print(
            f"| {Path(one).name} ↔ {Path(other).name} "
            f"| {_nearest(raw, before, after)} | {_nearest(near, before, after)} "
            f"| {sum((name, name) in whole for name in right)}/{len(right)} "
            f"| {len(found & kept)}/{len(kept)} | {len(found - kept)} | {len(gone & lost)}/{len(lost)} |"
        )


# In order, out of order, and what two kinds of paragraphs need.
CUTS = [(a / 100, b / 100, c / 100) for a in range(15, 60, 3) for b in range(30, 75, 5) for c in range(30, 75, 5)]


def _decided(jobs: Sequence[tuple], weights: tuple[float, float], cuts: tuple[float, float, float]) -> int:
    """How many doubtful pairs the order decides rightly where likeness is the weighted sum of words and vectors."""
    right = 0
    for words, near, kinds, spots in jobs:
        likeness = (weights[0] * words + weights[1] * near).astype(np.float32)
        found = _in_order(np.where(kinds | (likeness >= cuts[2]), likeness, np.float32(0)), cuts[0])
        found += _out_of_order(likeness, found, cuts[1])
        right += sum((spot in found) == is_one for spot, is_one in spots)
    return right


def _found(pairs: Sequence[Pair]) -> set[tuple[str, str]]:
    return {(one, other) for pair in pairs for one in pair.before for other in pair.after}


def _nearest(likeness: np.ndarray, before: Document, after: Document) -> str:
    """The share of paragraphs of ``after`` whose own is the likest."""
    names = [unit.id for unit in units(before)]
    own = [names[row] == unit.id for row, unit in zip(likeness.argmax(0), units(after), strict=True)]
    return f"{sum(own) / len(own):.2f}"


def _dropped(text: Document) -> tuple[Document, list[int], dict[str, str]]:
    """``text`` without every fifth paragraph, which of its rows stay, and the numbers that they had."""
    counts: Counter[str] = Counter()
    now: dict[str, str] = {}
    for n, unit in enumerate(units(text)):
        if n % 5 != 2:
            kind = unit.id.rstrip("0123456789")
            counts[kind] += 1
            now[unit.id] = f"{kind}{counts[kind]}" if kind != unit.id else unit.id
    rows = [n for n, part in enumerate(text.paragraphs) if top_level(part.id) in now]
    parts = [text.paragraphs[n] for n in rows]
    renumbered = [replace(part, id=now[top_level(part.id)] + part.id[len(top_level(part.id)) :]) for part in parts]
    return replace(text, paragraphs=tuple(renumbered)), rows, {new: old for old, new in now.items()}


def _mean(text: Document, whole: Sequence[Unit], made: "np.ndarray") -> "np.ndarray":
    rows = {unit.id: [n for n, part in enumerate(text.paragraphs) if top_level(part.id) == unit.id] for unit in whole}
    means = np.array([made[rows[unit.id]].mean(0) for unit in whole])
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def auc(rows: Sequence[tuple[bool, float, float]], column: int) -> float:
    """How often what is one scores above what is two."""
    ones, twos = ([row[column] for row in rows if row[0] == right] for right in (True, False))
    return sum((one > two) + 0.5 * (one == two) for one in ones for two in twos) / len(ones) / len(twos)


if __name__ == "__main__":
    labelled()
    unlabelled()
    altered()
    libraries()
    if "--vectors" in sys.argv:
        vectors()
