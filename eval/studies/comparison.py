"""How well two texts are compared: `python eval/studies/comparison.py`.

Pairs of paragraphs, what is new and gone, the changes told; `alignment.py` has what its parts were chosen by.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

from assistant.analysis.alignment import align
from assistant.analysis.anatomy import acts
from assistant.analysis.comparison import Change, compare
from assistant.analysis.redline import _TOKEN
from assistant.analysis.table import by_paragraph
from assistant.analysis.unit import units
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
ALTERED = tuple(
    path
    for code in ("en", "ru", "zh")
    for path in (f"library/charter.{code}.txt", f"library/udhr.{code}.txt", f"../../corpus/resolution/{code}.txt")
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
        done = by_paragraph(acts(before)), by_paragraph(acts(after))
        compare(before, after, acts=done)  # stems are kept
        started = process_time()
        found = compare(before, after, acts=done)
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
        done = by_paragraph(acts(before)), by_paragraph(acts(after))
        compare(before, after, acts=done)
        started = process_time()
        found = compare(before, after, acts=done)
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


if __name__ == "__main__":
    labelled()
    unlabelled()
    altered()
