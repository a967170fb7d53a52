"""How well the acts of operative paragraphs are read (`assistant.analysis.anatomy`).

`python eval/studies/anatomy.py [--part even|odd|all] [--misses] [--rows FILE]` reads the paragraphs of
`../shared/questions/anatomy.dev.jsonl` and compares; `--documents FOLDER…` reads every document of folders, prints how
long that takes and how many operative paragraphs have no act.

An act is found when it is matched, in order, with one of the expected whose verb is the same or shares a word with it
(in Chinese, a character), the most matches possible; all else is counted on matched acts. Acts that rows call unsure
are not missed when they are not found. Addressees are right when they are the same set, without capitals and articles;
`overlap` is the mean share of the words that both sets have (Jaccard). `does` is the share of the expected words that
ours has, and the F1 of words; characters in Chinese. `report_to` and `when` are right where one has all words of the
other. What is called unsure of an act is not counted.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.analysis.anatomy import Act, acts, read_acts
from assistant.documents.formats import FORMATS
from assistant.documents.reading import load_file
from assistant.errors import AssistantError

ROWS = Path("../shared/questions/anatomy.dev.jsonl")
LANGUAGES = ("en", "zh", "ru", "all")


def words(text: str | None) -> list[str]:
    """Words in small letters; Chinese characters."""
    return re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:[-’'][^\W_]+)*", (text or "").lower())


def share(expected: Sequence[str], got: Sequence[str]) -> tuple[float, float]:
    """The share of ``expected`` that ``got`` has, and the F1 of both."""
    common = sum((Counter(expected) & Counter(got)).values())
    recall = common / len(expected) if expected else 1.0
    precision = common / len(got) if got else 0.0
    return recall, 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def pairs(expected: Sequence[dict[str, Any]], got: Sequence[Act]) -> list[tuple[int, int]]:
    """Which expected act goes with which found one: the longest common sequence of verbs that agree."""

    def agree(one: dict[str, Any], other: Act) -> float:
        first, second = words(one["verb"]), words(other.verb)
        return 0.0 if not set(first) & set(second) else 2.0 if first == second else 1.0

    best: list[list[tuple[float, list[tuple[int, int]]]]] = [
        [(0.0, [])] * (len(got) + 1) for _ in range(len(expected) + 1)
    ]
    for i, one in enumerate(expected):
        for j, other in enumerate(got):
            options = [best[i][j + 1], best[i + 1][j]]
            if score := agree(one, other):
                options.append((best[i][j][0] + score, [*best[i][j][1], (i, j)]))
            best[i + 1][j + 1] = max(options, key=lambda option: option[0])
    return best[-1][-1][1]


def names(addressees: Sequence[str]) -> frozenset[str]:
    """Addressees to compare: small letters, no articles."""
    return frozenset(
        " ".join(word for word in words(name) if word not in ("the", "all", "those")) for name in addressees
    )


def alike(expected: str | None, got: str) -> bool:
    """Whether one has all words of the other: "at its eighty-first session" and "eighty-first session"."""
    first, second = set(words(expected)), set(words(got))
    return first == second or bool(first and second and (first <= second or second <= first))


def measure(rows: Sequence[dict[str, Any]], *, misses: bool) -> dict[str, Counter[str]]:
    """Counts by language: "acts", "acts of" and the like."""
    counts: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for row in rows:
        row_counts: Counter[str] = Counter()
        got = read_acts(row["text"], row["language"], row["paragraph"])
        expected = row["acts"]
        matched = pairs(expected, got)
        missed = [i for i in range(len(expected)) if i not in {i for i, _ in matched}]
        missed = [i for i in missed if "act" not in expected[i].get("unsure", ())]
        extra = [j for j in range(len(got)) if j not in {j for _, j in matched}]
        row_counts.update(
            {"found": len(matched), "expected": len(matched) + len(missed), "got": len(matched) + len(extra)}
        )
        said = [f"act missed: {expected[i]['verb']}" for i in missed] + [f"act too many: {got[j].verb}" for j in extra]
        for i, j in matched:
            said += _compare(expected[i], got[j], row_counts)
        if misses and said:
            print(f"{row['document']} {row['paragraph']}: " + "; ".join(said))
        for language in (row["language"], "all"):
            counts[language].update(row_counts)
    return counts


def _compare(one: dict[str, Any], act: Act, counts: Counter[str]) -> list[str]:
    unsure = set(one.get("unsure", ()))
    said = []

    def count(field: str, right: bool, expected: Any, got: Any) -> None:
        if field in unsure:
            return
        counts.update({field: int(right), f"{field} of": 1})
        if not right:
            said.append(f"{field}: {expected!r} is {got!r}")

    count("verb", words(one["verb"]) == words(act.verb), one["verb"], act.verb)
    count("strength", act.strength in one.get("strength_ok", [one["strength"]]), one["strength"], act.strength)
    count("addressee", names(one["addressee"]) == names(act.addressees), one["addressee"], act.addressees)
    if one["addressee"] or act.addressees:
        asked = {word for name in one["addressee"] for word in words(name)}
        ours = {word for name in act.addressees for word in words(name)}
        if "addressee" not in unsure:
            counts.update({"overlap of": 1})
            counts["overlap"] += len(asked & ours) / len(asked | ours)  # type: ignore[assignment]
    if "report" not in unsure:
        counts.update(
            {"report found": one["report"] and act.report, "report of": one["report"], "report got": act.report}
        )
        if one["report"] != act.report:
            said.append(f"report: {one['report']} is {act.report}")
    if one["report_to"] or act.report_to:
        count("report_to", alike(one["report_to"], act.report_to), one["report_to"], act.report_to)
    if one["when"] or act.when:
        count("when", alike(one["when"], act.when), one["when"], act.when)
    if "does" not in unsure:
        recall, f1 = share(words(one["does"]), words(act.does))
        counts.update({"does of": 1})
        counts["does"] += recall  # type: ignore[assignment]
        counts["f1"] += f1  # type: ignore[assignment]
        if f1 < 0.6:
            said.append(f"does {f1:.2f}: {one['does']!r} is {act.does!r}")
    return said


def table(counts: dict[str, Counter[str]]) -> None:
    """One line a figure, one column a language."""

    def rate(counted: Counter[str], top: str, bottom: str) -> str:
        return f"{counted[top] / counted[bottom]:.3f} of {counted[bottom]}" if counted[bottom] else "–"

    figures = [
        ("acts, recall", "found", "expected"),
        ("acts, precision", "found", "got"),
        ("verb", "verb", "verb of"),
        ("strength", "strength", "strength of"),
        ("addressees, same set", "addressee", "addressee of"),
        ("addressees, overlap of words", "overlap", "overlap of"),
        ("report asked for, recall", "report found", "report of"),
        ("report asked for, precision", "report found", "report got"),
        ("report_to", "report_to", "report_to of"),
        ("when", "when", "when of"),
        ("does, share of the expected words", "does", "does of"),
        ("does, F1", "f1", "does of"),
    ]
    print(f"| figure | {' | '.join(LANGUAGES)} |\n|---|{'---:|' * len(LANGUAGES)}")
    for name, top, bottom in figures:
        print(f"| {name} | {' | '.join(rate(counts[language], top, bottom) for language in LANGUAGES)} |")


def read_all(folders: Sequence[Path]) -> None:
    """Read every document of ``folders``: errors, how fast, and operative paragraphs without an act."""
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix.lower() in FORMATS]
    documents = []
    for path in paths:
        try:
            documents += load_file(path)
        except AssistantError as error:
            print(f"{path.name}: {error}")
    errors, found, without, operative, without_acts = 0, 0, [], 0, 0
    begun = time.perf_counter()
    for document in documents:
        try:
            read = acts(document)
        except Exception as error:
            errors += 1
            print(f"{document.id}: {error!r}")
            continue
        found += len(read)
        having = {act.paragraph for act in read}
        top = [item.id for item in document.paragraphs if item.kind == "operative" and "(" not in item.id]
        operative += len(top)
        missing = [name for name in top if not any(one == name or one.startswith(f"{name}(") for one in having)]
        without_acts += len(missing)
        without += [f"{document.id} {name}" for name in missing]
    seconds = time.perf_counter() - begun
    print(f"{len(documents)} documents of {len(paths)} files, {errors} errors, {found} acts in {seconds:.1f} s")
    print(
        f"{len(documents) / seconds:.1f} documents a second; "
        f"{operative} operative paragraphs, {without_acts} without an act"
    )
    print("\n".join(without[:40]))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("even", "odd", "all"), default="all")
    parser.add_argument("--rows", type=Path, default=ROWS)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--documents", type=Path, nargs="+", default=())
    options = parser.parse_args()
    if options.documents:
        read_all(options.documents)
        return
    rows = [json.loads(line) for line in options.rows.read_text(encoding="utf-8").splitlines()]
    chosen = [row for n, row in enumerate(rows) if options.part == "all" or n % 2 == (options.part == "odd")]
    table(measure(chosen, misses=options.misses))


if __name__ == "__main__":
    main()
