"""Fit when the assistant refuses: `python eval/studies/refusal.py collect FILE` (half an hour), then `… fit FILE`.

`collect` asks development questions: the gold set, the even rows of `eval/answers.jsonl` and `eval/delegates.jsonl`,
`eval/desk.jsonl`, and questions on XQuAD's passages, once with the right passage in the index's answers and once with
it taken out of them. It keeps, for each of the first paragraphs found, how well it matches and how likely the model is
to say that it answers. `fit` is a logistic regression on those signals (scikit-learn), from which the constants of
`assistant.answering.selection` come; the questions that it is judged by are not those that it was fitted to. Its last
table has what is answered from, with those constants, by what a place costs.
"""

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from assistant.answer import Evidence
from assistant.answering.prompts import YES, judgement
from assistant.answering.selection import choose
from assistant.evaluation import Question, load_questions
from assistant.evaluation.comparison import spread
from assistant.evaluation.xquad import xquad_corpus
from assistant.generation import Engine, load_engine
from assistant.index.building import open_index
from assistant.index.embedding import load_embedder
from assistant.languages import Language
from assistant.question.query import read_query
from assistant.retrieval import Retriever
from assistant.settings import Settings, load_settings

HERE = Path(__file__).resolve().parents[1]
SHARED = HERE.parents[1] / "shared"
PARAGRAPHS, XQUAD = 2, 15
OWN = ("gold", "own", "desk")
BEHIND = (-3.0, -2.0, -1.5, -1.0, -0.5, 0.0)
OUTCOMES = ((True, "right"), (True, "another"), (True, "refused"), (False, "refused"), (False, "another"))
PAIRS: Sequence[tuple[Language, Sequence[Language]]] = (("zh", ("zh", "en", "ru")), ("ru", ("ru",)), ("en", ("en",)))


def asked(settings: Settings, name: str, questions: Sequence[Question], drop: bool = False) -> Iterator[dict[str, Any]]:
    """Rows to be filled in: a question and the paragraphs found, without the right one if it is to ``drop``."""
    embedder = load_embedder(settings)
    retriever = Retriever.of(open_index(settings, embedder), embedder, settings)
    for question in questions:
        nearest = retriever.search(read_query(question.text, question.language), PARAGRAPHS + 1)
        right = question.paragraphs or ()
        found = [item for item in nearest if not (drop and item.paragraph in right)][:PARAGRAPHS]
        yield {
            "set": name,
            "id": question.id,
            "language": question.language,
            "question": question.text,
            "right": [] if drop else list(right),
            "facts": question.facts,
            "paragraphs": [
                {"id": item.paragraph, "match": item.match, "score": item.score, "text": item.text, "in": item.language}
                for item in found
            ],
        }


def unasked(questions: Sequence[Question]) -> list[Question]:
    """Those of one language that `assistant benchmark answers --limit 100` does not ask, shuffled."""
    kept = {item.id for n in (1, 3) for item in spread(questions, 100 * n)}
    free = [item for item in questions if item.id not in kept]
    random.Random(0).shuffle(free)
    return free


def rows() -> Iterator[dict[str, Any]]:
    """All development questions."""
    yield from asked(load_settings(), "gold", load_questions(SHARED / "gold" / "resolution.dev.jsonl"))
    own = [item for name in ("answers", "delegates") for item in load_questions(HERE / f"{name}.jsonl")]
    own = [item for item in own if int(item.id[1:]) % 2 == 0]
    yield from asked(load_settings(), "own", own)
    yield from asked(load_settings(), "desk", load_questions(HERE / "desk.jsonl"))
    for passages, spoken in PAIRS:
        with xquad_corpus(SHARED / "benchmarks", passages, spoken) as (questions, settings, _):
            for language in spoken:
                free = unasked([item for item in questions if item.language == language])
                pair = f"{language} on {passages}"
                yield from asked(settings, pair, free[:XQUAD])
                yield from asked(settings, f"{pair}, none", free[XQUAD : 2 * XQUAD], drop=True)


def fill(row: dict[str, Any], engine: Engine) -> dict[str, Any]:
    """How likely the model is to say that each paragraph answers."""
    for item in row["paragraphs"]:
        item["judged"] = engine.probability(judgement(row["question"], item["text"]), YES)
    return row


def collect(out: Path) -> None:
    """Write the rows as they are filled in; rows that are there are kept."""
    done = set()
    if out.exists():
        done = {(row["set"], row["id"], row["language"]) for row in map(json.loads, out.read_text().splitlines())}
    engine = load_engine(load_settings())
    wanted = [row for row in rows() if (row["set"], row["id"], row["language"]) not in done]
    random.Random(0).shuffle(wanted)
    with out.open("a", encoding="utf-8") as file:
        for row in wanted:
            file.write(json.dumps(fill(row, engine), ensure_ascii=False) + "\n")
            file.flush()


def fit(file: Path) -> None:
    """Print the weights, and what comes of them on the fifth of the questions that each of five fits has not seen."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score

    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    signals: list[list[float]] = []
    answers: list[bool] = []
    row_of: list[int] = []
    for number, row in enumerate(rows):
        for place, item in enumerate(row["paragraphs"]):
            judged = min(max(item["judged"], 1e-3), 1 - 1e-3)
            foreign = item["in"] != row["language"]
            signals.append([item["match"], math.log(judged / (1 - judged)), float(foreign), float(place)])
            answers.append(item["id"] in row["right"])
            row_of.append(number)
    x, y, group = np.array(signals), np.array(answers), np.array(row_of)
    scale = x.std(axis=0)

    def fitted(chosen: Any) -> Any:
        return LogisticRegression(max_iter=1000).fit(x[chosen] / scale, y[chosen])

    model = fitted(np.ones(len(y), dtype=bool))
    print(f"{len(rows)} questions, {len(y)} paragraphs, {y.sum()} that answer")
    names = ("match", "log odds of the model", "in another language", "place", "intercept")
    print(", ".join(f"{n} {v:.2f}" for n, v in zip(names, [*model.coef_[0] / scale, *model.intercept_], strict=True)))
    unseen = np.zeros(len(y))
    for part in range(5):
        aside = group % 5 == part
        unseen[aside] = fitted(~aside).predict_proba(x[aside] / scale)[:, 1]
    print("\n| area under the ROC curve | " + " | ".join(["all signals", *names[:2]]) + " |\n|---|---:|---:|---:|")
    areas = [roc_auc_score(y, unseen), roc_auc_score(y, x[:, 0]), roc_auc_score(y, x[:, 1])]
    print("| a paragraph answers | " + " | ".join(f"{area:.3f}" for area in areas) + " |\n")
    best = [max(unseen[group == number]) for number in range(len(rows))]
    thresholds = (0.2, 0.3, 0.4, 0.5, 0.6)
    print("| refused below | " + " | ".join(map(str, thresholds)) + " |\n|---|" + "---:|" * len(thresholds))
    for kind, own in (("the resolution", True), ("XQuAD", False)):
        for answerable in (True, False):
            chosen = [
                chance
                for chance, row in zip(best, rows, strict=True)
                if bool(row["right"]) == answerable and (row["set"] in OWN) == own
            ]
            shares = [sum(chance < least for chance in chosen) / len(chosen) for least in thresholds]
            name = f"{kind}, {'answerable' if answerable else 'not answerable'} ({len(chosen)})"
            print(f"| {name} | " + " | ".join(f"{share:.2f}" for share in shares) + " |")
    print("\n| place | of | right paragraph | another | refused | not answerable, refused | answered |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    for behind in BEHIND:
        for kind, own in (("the resolution", True), ("XQuAD", False)):
            counts = Counter(outcome(row, behind) for row in rows if (row["set"] in OWN) == own)
            print(f"| {behind} | {kind} | " + " | ".join(str(counts[key]) for key in OUTCOMES) + " |")


def outcome(row: dict[str, Any], behind: float) -> tuple[bool, str]:
    """Whether ``row`` can be answered, and what it is answered from where each place costs ``behind``."""
    opinions = {item["id"]: item["judged"] for item in row["paragraphs"]}
    found = [
        Evidence("", item["id"], "", "", "", item["in"], "original", item["score"], rank, match=item["match"])
        for rank, item in enumerate(row["paragraphs"], 1)
    ]
    with patch("assistant.answering.selection._BEHIND", behind):
        read = choose(found, lambda item: opinions[item.paragraph], [row["language"]])
    return bool(row["right"]), "refused" if not read else "right" if read.paragraph in row["right"] else "another"


def main() -> None:
    """Collect or fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("collect", "fit"))
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    if options.step == "collect":
        collect(options.file)
    else:
        fit(options.file)


if __name__ == "__main__":
    main()
