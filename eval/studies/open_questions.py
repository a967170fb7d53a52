"""How many paragraphs answer an open question.

`python eval/studies/open_questions.py collect FILE` asks the questions of `../shared/questions/open.dev.jsonl`
that are no summaries, parts, comparisons or of who is asked, and keeps of each paragraph found how well it matches
and the model's opinion (minutes). `… cut FILE` compares, for lists, themes and reasons, the ways to choose among
them (`choose_several`, `answering/selection.py`): good is a choice with at least 0.8 of the paragraphs that have
to be cited and no more than 0.2 of others than may be.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant import Assistant, Evidence
from assistant.answering.prompts import YES, in_context, judgement
from assistant.answering.selection import TEXTS, WITHIN, Cut, choose_several
from assistant.languages import LANGUAGES
from assistant.question.reading import read, understand

QUESTIONS = Path(__file__).resolve().parents[3] / "shared" / "questions" / "open.dev.jsonl"
OTHERS = ("summary", "part", "asks", "compare", "polar", "absent", "quote")
CUTS = {
    "the best alone": Cut(7.5, 6.5, 0.01),
    "0.5 below": Cut(7.5, 6.5, 0.5),
    "1.0 below": WITHIN["explain"],
    "2.5 below, as for texts": TEXTS,
    "before the widest gap": WITHIN["theme"],
}


def collect(path: Path) -> None:
    """Write a row a question and language."""
    assistant = Assistant()
    opened, engine = assistant._open(), assistant._loaded_engine()
    with path.open("w", encoding="utf-8") as file:
        for row in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()):
            for language in LANGUAGES if row["kind"] not in OTHERS else ():
                question = read(understand(row["question"][language]), opened.names)
                found = opened.retriever.search_sources(question.query, top_k=12, sources=question.sources.here)
                texts = [item for item in found if item.status != "card"]
                asked = in_context(question, language)
                got = [
                    (item.paragraph, item.match, engine.probability(judgement(asked, item.text), YES)) for item in texts
                ]
                kept = {name: row[name] for name in ("id", "kind", "must", "may")}
                file.write(json.dumps(kept | {"language": language, "got": got}) + "\n")


def good(row: dict[str, Any], cut: Cut) -> bool:
    """Whether what ``cut`` chooses is right."""
    opinions = {name: opinion for name, _, opinion in row["got"]}
    evidence = [
        Evidence("resolution", name, "", "", "", row["language"], "original", 1.0, rank, match=match)
        for rank, (name, match, _) in enumerate(row["got"], 1)
    ]
    chosen = [
        item.paragraph
        for item in choose_several(evidence, lambda item: opinions[item.paragraph], [row["language"]], cut)
    ]
    must, fine = set(row["must"]), {*row["must"], *row["may"]}
    stray = [name for name in chosen if name not in fine]
    return bool(chosen) and len(must & set(chosen)) >= 0.8 * len(must) and len(stray) <= 0.2 * len(chosen)


def table(rows: Sequence[dict[str, Any]]) -> None:
    """Print the good choices of each kind by each cut."""
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    print("| cut | " + " | ".join(kinds) + " |\n|---|" + "---:|" * len(kinds))
    for name, cut in CUTS.items():
        counts = (
            f"{sum(good(row, cut) for row in of)} of {len(of)}"
            for of in ([row for row in rows if row["kind"] == kind] for kind in kinds)
        )
        print(f"| {name} | " + " | ".join(counts) + " |")


def main() -> None:
    """Collect, or print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("collect", "cut"))
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    if options.what == "collect":
        collect(options.file)
    else:
        table([json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()])


if __name__ == "__main__":
    main()
