"""How many paragraphs answer an open question.

`python eval/studies/open_questions.py collect FILE` asks lists, themes and reasons: `eval/themes.jsonl`, on fifteen
texts of `../shared/undocs`, and those of `../shared/questions/open.dev.jsonl`, on the draft. It keeps of each paragraph
found how well it matches and the model's opinion (half an hour). `… cut FILE` compares the ways to choose among them
(`choose_several`, `answering/selection.py`): good is a choice with at least 0.8 of the paragraphs that have to be cited
and no more than 0.2 of others than may be.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from chunk_size import SHARED

from assistant import Assistant, Evidence, Settings
from assistant.answering.prompts import YES, in_context, judgement, within_budget
from assistant.answering.selection import LIST, TEXTS, THEME, Cut, choose_several
from assistant.documents.reading import load_file
from assistant.languages import LANGUAGES
from assistant.library.additions import add
from assistant.question.reading import read, understand
from assistant.text.orders import defused

THEMES = Path(__file__).resolve().parents[1] / "themes.jsonl"
QUESTIONS, TEXTS_THERE = SHARED / "questions" / "open.dev.jsonl", SHARED / "undocs"
KINDS = {"theme": "theme", "which": "which", "list": "list", "explain": "explain", "why": "explain"}
FOUND, JUDGED = 30, 9
CUTS = {
    "the best alone": Cut(0.0, 0.0, 0.01),
    "0.5 below": Cut(0.0, 0.0, 0.5),
    "1.0 below": Cut(0.0, 0.0, LIST.below),
    "2.5 below": Cut(0.0, 0.0, TEXTS.below),
    "before the widest gap": Cut(0.0, 0.0, THEME.below, gap=True),
}


def rows() -> Iterator[dict[str, Any]]:
    """The questions, each with the file of its text, "" for the draft."""
    for row in map(json.loads, THEMES.read_text(encoding="utf-8").splitlines()):
        yield row | {"kind": KINDS[row["kind"]]}
    for row in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()):
        for language in LANGUAGES if row["kind"] in KINDS else ():
            kept = {name: row[name] for name in ("id", "must", "may")}
            question = row["question"][language]
            yield kept | {"kind": KINDS[row["kind"]], "file": "", "language": language, "question": question}


def collect(path: Path, settings: Settings) -> None:
    """Write a row a question."""
    files = {row["file"]: TEXTS_THERE / row["file"] for row in rows() if row["file"]}
    add(list(files.values()), settings)
    assistant = Assistant(settings)
    opened, engine = assistant._open(), assistant._loaded_engine()
    ids = {"": assistant.main} | {name: load_file(file)[0].id for name, file in files.items()}
    with path.open("w", encoding="utf-8") as out:
        for row in rows():
            question = read(understand(row["question"], language=row["language"]), opened.names, (ids[row["file"]],))
            found = opened.retriever.search(question.query, FOUND, documents=(ids[row["file"]],))
            asked = in_context(question, question.query.reply)
            got = []
            for item in [item for item in found if item.status != "card"][:JUDGED]:
                part = within_budget(defused(item.text), item.passage, settings.prompt_tokens, engine.count_tokens)
                got.append((item.paragraph, item.match, engine.probability(judgement(asked, part), YES)))
            out.write(json.dumps(row | {"got": got}, ensure_ascii=False) + "\n")


def good(row: dict[str, Any], cut: Cut) -> bool:
    """Whether what ``cut`` chooses is right."""
    opinions = {name: opinion for name, _, opinion in row["got"]}
    evidence = [
        Evidence("resolution", name, "", "", "", row["language"], "original", 1.0, rank, match=match)
        for rank, (name, match, _) in enumerate(row["got"], 1)
    ]
    found = choose_several(evidence, lambda item: opinions[item.paragraph], [row["language"]], cut)
    chosen = [item.paragraph for item in found]
    must, fine = set(row["must"]), {*row["must"], *row["may"]}
    stray = [name for name in chosen if name not in fine]
    return bool(chosen) and len(must & set(chosen)) >= 0.8 * len(must) and len(stray) <= 0.2 * len(chosen)


def table(asked: Sequence[dict[str, Any]]) -> None:
    """Print the good choices of each kind by each cut, on other texts and on the draft."""
    groups = {
        f"{kind}, {where}": [row for row in asked if row["kind"] == kind and bool(row["file"]) == (where == "others")]
        for kind in dict.fromkeys(KINDS.values())
        for where in ("others", "draft")
    }
    groups = {name: of for name, of in groups.items() if of}
    print("| cut | " + " | ".join(groups) + " |\n|---|" + "---:|" * len(groups))
    for name, cut in CUTS.items():
        counts = (f"{sum(good(row, cut) for row in of)} of {len(of)}" for of in groups.values())
        print(f"| {name} | " + " | ".join(counts) + " |")


def main() -> None:
    """Collect, or print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("collect", "cut"))
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    if options.what == "cut":
        table([json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()])
        return
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"ASSISTANT_LIBRARY_DIR": f"{name}/library", "ASSISTANT_INDEX_DIR": f"{name}/index"}
        collect(options.file, Settings())


if __name__ == "__main__":
    main()
