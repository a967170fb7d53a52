"""What the comparison of texts was made of: what finds words, and whether vectors add to them.

`python eval/studies/alignment.py`, after ``pip install diff-match-patch rapidfuzz``, the libraries that
`assistant.analysis.redline` does not use. It asks the embedding model, too.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from time import process_time

import numpy as np
from comparison import UNLABELLED, document

from assistant.analysis.alignment import Pair, _in_order, _out_of_order, align
from assistant.analysis.likeness import Words, by_vectors
from assistant.analysis.redline import _TOKEN, _without_islands
from assistant.analysis.unit import Unit, top_level, units
from assistant.documents import Document

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
ACROSS = (
    ("library/charter.en.txt", "library/charter.ru.txt"),
    ("library/charter.en.txt", "library/charter.zh.txt"),
    ("library/charter.ru.txt", "library/charter.zh.txt"),
    ("library/udhr.en.txt", "library/udhr.zh.txt"),
    ("library/udhr.ru.txt", "library/udhr.zh.txt"),
    ("../../corpus/resolution/zh.txt", "files/A_RES_79_322.en.pdf"),
    ("../../corpus/resolution/ru.txt", "files/A_RES_79_322.en.pdf"),
)


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
    libraries()
    vectors()
