"""Which texts say something: which paragraphs to cite, `python eval/studies/texts.py [OPINIONS]`; needs `../shared`.

The questions of `../shared/questions/library.dev.jsonl` that ask for texts, in three languages, and some that no text
answers, on the texts of `../shared/undocs/library`. The opinions of the language model, of which there are twelve a
question, are kept in OPINIONS and not asked for again. Prints, by the least score of the best paragraph and of others
and the cut below the best (`choose_several`, `answering/selection.py`), how many answers are good, the recall and
precision of their paragraphs, and how many of the unanswerable ones are refused.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from chunk_size import SHARED

from assistant import Assistant, Settings
from assistant.answering.prompts import YES, in_context, judgement, within_budget
from assistant.answering.request import Request, asked_in
from assistant.answering.selection import score
from assistant.languages import LANGUAGES
from assistant.library.additions import add
from assistant.question.reading import read, understand

QUESTIONS, LIBRARY = SHARED / "questions" / "library.dev.jsonl", SHARED / "undocs" / "library"
UNANSWERABLE = (
    "Which texts speak of nuclear fusion?",
    "Which resolution sets up a world fund for water?",
    "Which text asks for a report on railways?",
    "Где говорится о добыче полезных ископаемых на Луне?",
    "В каком документе учреждается комитет по борьбе с коррупцией?",
    "哪份文件规定了飞机票的价格？",
    "哪些决议谈到足球世界杯？",
)
LOOKED_AT, MOST = 12, 6
GRID = ((7.0, 8.0, 8.5, 9.0), (6.0, 7.0, 8.0), (1.5, 2.0, 2.5, 3.0, 4.0))


def rows() -> Iterator[dict[str, Any]]:
    """Questions with what they must cite, some of which they must, and what they may."""
    for row in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()):
        for language in LANGUAGES if row["kind"] in ("which", "several") else ():
            yield row | {"question": row["question"][language]}
    for question in UNANSWERABLE:
        yield {"question": question, "refuse": True}


def opinions(settings: Settings, out: Path) -> None:
    """Write a line a question: its row, and of each paragraph found its score and whether it is a card's."""
    assistant = Assistant(settings)
    opened, engine = assistant._open(), assistant._loaded_engine()
    with out.open("w", encoding="utf-8") as file:
        for row in rows():
            question = read(understand(row["question"]), opened.names)
            if not question.texts:
                continue
            search = partial(opened.retriever.search_sources, top_k=LOOKED_AT, sources=question.sources.here)
            request = Request(question, question.query.reply, search(question.query))
            request = asked_in(request, question.foreign, engine, opened.names, search)
            found = []
            for item in request.evidence:
                own = request.of(item)
                part = within_budget(item.text, item.passage, settings.prompt_tokens, engine.count_tokens)
                judged = engine.probability(judgement(in_context(own.question, own.language), part), YES)
                beside = item.status == "card"
                found.append((f"{item.document}:{item.paragraph}", score(item, judged), beside))
            line = {**row, "one": question.one_text, "found": sorted(found, key=lambda one: -one[1])}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def full(name: str) -> str:
    """An id with its document, the draft's where it has none."""
    return name if ":" in name else f"resolution:{name}"


def judged(row: dict[str, Any], best: float, least: float, cut: float) -> tuple[float, float, bool]:
    """Recall, precision and whether nothing is cited."""
    there = [(name, points) for name, points, beside in row["found"] if not beside]
    highest = there[0][1] if there else 0.0
    cited = [name for name, points in there if highest >= best and points > max(least, highest - cut)]
    cited = cited[: 1 if row["one"] else MOST]
    some = row.get("some") or {"of": [], "at_least": 0}
    must = list(map(full, row["must"]))

    def met(name: str) -> bool:
        return any(one == name or one.startswith(f"{name}(") for one in cited)

    hits = sum(map(met, must)) + min(sum(met(full(name)) for name in some["of"]), some["at_least"])
    fine = [*must, *map(full, (*row.get("may", ()), *some["of"]))]
    right = sum(any(one == name or one.startswith(f"{name}(") for name in fine) for one in cited)
    return hits / (len(must) + some["at_least"]), right / len(cited) if cited else 0.0, not cited


def main() -> None:
    """Ask where there are no opinions yet, and print a table."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp()) / "opinions.jsonl"
    if not out.exists():
        with tempfile.TemporaryDirectory() as name:
            os.environ |= {"ASSISTANT_LIBRARY_DIR": f"{name}/library", "ASSISTANT_INDEX_DIR": f"{name}/index"}
            add([LIBRARY], Settings())
            opinions(Settings(), out)
    asked = list(map(json.loads, out.read_text(encoding="utf-8").splitlines()))
    answerable = [row for row in asked if not row.get("refuse")]
    others = [row | {"must": ["none"]} for row in asked if row.get("refuse")]
    print(f"{len(answerable)} questions, {len(others)} that no text answers.\n")
    print("| best | others | cut | good | recall | precision | refused, answerable | refused, unanswerable |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for best, least, cut in product(*GRID):
        figures = [judged(row, best, least, cut) for row in answerable]
        good = sum(recall >= 0.8 and precision >= 0.8 for recall, precision, _ in figures)
        recall, precision = (sum(one[n] for one in figures) / len(figures) for n in (0, 1))
        refused = [sum(one[2] for one in figures), sum(judged(row, best, least, cut)[2] for row in others)]
        print(f"| {best} | {least} | {cut} | {good} | {recall:.3f} | {precision:.3f} | {refused[0]} | {refused[1]} |")


if __name__ == "__main__":
    main()
