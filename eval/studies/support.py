"""Fit which sentences of the model are shown: `python eval/studies/support.py KEPT`.

`eval/support.jsonl` has sentences that the model wrote, answering questions of the sets under `eval/` and of XQuAD,
each marked by a reader as a true answer by its paragraph or not. For each the shares of its words and of the question's
that are the paragraph's are computed, and the model asked whether it is right (KEPT is the file in which its replies
are kept). Printed: precision and recall of what is shown by one signal and by all, the sentences of each set judged by
weights that are fitted to the others; and the weights for `assistant.answering.support`.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from kept import Kept
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from assistant.answering.prompts import YES, support
from assistant.answering.selection import log_odds
from assistant.answering.support import LEAST, LEAST_COVERED, coverage, share_asked
from assistant.evaluation import load_questions
from assistant.evaluation.benchmark import load_xquad
from assistant.generation import load_engine
from assistant.languages import LANGUAGES
from assistant.library.corpus import load_corpus
from assistant.models import language_model
from assistant.question.reading import read, understand
from assistant.settings import load_settings
from assistant.text.orders import defused
from assistant.text.places import implied

HERE = Path(__file__).resolve().parents[1]
SHARED = HERE.parents[1] / "shared"
THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)
SIGNALS = ("covered", "asked", "odds")


@dataclass(frozen=True)
class Marked:
    """A sentence, whether it is ``right``, and what `assistant.answering.support` goes by."""

    set: str
    language: str
    right: bool
    covered: float
    asked: float
    opinion: float

    @property
    def odds(self) -> float:
        """The log odds of the opinion."""
        return log_odds(self.opinion)


def texts() -> Callable[[dict[str, Any]], tuple[str, str]]:
    """Of a row of `support.jsonl` its question and paragraph."""
    passages, asked = load_xquad(SHARED / "benchmarks") if SHARED.exists() else ([], [])
    numbered = {
        (code, str(n)): item.text
        for code in LANGUAGES
        for n, item in enumerate((item for item in asked if item.language == code), 1)
    }
    paragraphs = {
        (document.language, paragraph.id): paragraph.text
        for document in load_corpus(load_settings().corpus_dir).documents
        if not document.name
        for paragraph in document.paragraphs
    }
    of_xquad = {(item.language, paragraph.id): paragraph.text for item in passages for paragraph in item.paragraphs}
    sets = {
        (path.stem, item.id, item.language): item.text
        for path in HERE.glob("*.jsonl")
        if path.stem in ("unread", "desk", "paraphrased", "resolution", "delegates", "answers")
        for item in load_questions(path)
    }

    rows = map(json.loads, (HERE / "judged.jsonl").read_text(encoding="utf-8").splitlines())
    sets |= {("judged", row["id"], row["language"]): row["question"] for row in rows}

    if SHARED.exists():
        open_ = (SHARED / "questions" / "open.dev.jsonl").read_text(encoding="utf-8").splitlines()
        sets |= {
            ("open.dev", row["id"], code): text
            for row in map(json.loads, open_)
            for code, text in row["question"].items()
        }

    def found(row: dict[str, Any]) -> tuple[str, str]:
        where = row["language"], row["paragraph"]
        if "question" in row:
            return row["question"], paragraphs[where]
        if row["set"] == "XQuAD":
            return numbered[row["language"], row["id"]], of_xquad[where]
        return sets[row["set"], row["id"], row["language"]], paragraphs[where]

    return found


def marked(file: Path) -> list[Marked]:
    """All sentences whose texts are here."""
    settings = load_settings()
    engine = Kept(language_model(settings, "en"), lambda: load_engine(settings), file)
    of, rows = texts(), []
    for row in map(json.loads, (HERE / "support.jsonl").read_text(encoding="utf-8").splitlines()):
        if row["set"] in ("XQuAD", "open.dev") and not SHARED.exists():
            continue
        asked, paragraph = of(row)
        paragraph, language = defused(paragraph), row["language"]
        question = read(understand(asked, (), language))
        there = " ".join([paragraph, *implied(question.places[language], paragraph, language)])
        covered = coverage(row["sentence"], question, there, language)
        opinion = engine.probability(support(question.query.text, row["sentence"], paragraph), YES)
        shares = covered, share_asked(question, paragraph)
        rows.append(Marked(row["set"], language, row["right"], *shares, opinion))
    return rows


def fit(rows: Sequence[Marked], signals: Sequence[str]) -> LogisticRegression:
    """The regression on ``signals`` of what has enough words of its paragraph."""
    shown = [item for item in rows if item.covered >= LEAST_COVERED]
    return LogisticRegression(C=1).fit(values(shown, signals), [item.right for item in shown])


def values(rows: Sequence[Marked], signals: Sequence[str]) -> NDArray[np.float64]:
    """Of shape (rows, signals)."""
    return np.array([[getattr(item, name) for name in signals] for item in rows])


def unseen(rows: Sequence[Marked], signals: Sequence[str]) -> NDArray[np.float64]:
    """How likely each is right by the regression that is fitted to the other sets; 0 of what has too few words."""
    found = np.zeros(len(rows))
    for name in {item.set for item in rows}:
        model = fit([item for item in rows if item.set != name], signals)
        own = [n for n, item in enumerate(rows) if item.set == name]
        found[own] = model.predict_proba(values([rows[n] for n in own], signals))[:, 1]
    found[[item.covered < LEAST_COVERED for item in rows]] = 0
    return found


def told(shown: NDArray[np.bool_], right: NDArray[np.bool_]) -> str:
    """Cells of a table: how many are shown, precision, recall."""
    return f"{shown.sum()} | {right[shown].mean():.2f} | {(shown & right).sum() / right.sum():.2f}"


def main() -> None:
    """Print the tables and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept", type=Path)
    rows = marked(parser.parse_args().kept)
    right = np.array([item.right for item in rows])
    print(f"{len(rows)} sentences, {right.sum()} right")
    print("\n| shown | sentences | precision | recall |\n|---|---:|---:|---:|")
    print(f"| all | {told(np.ones(len(rows), dtype=bool), right)} |")
    print(f"| words and names alone | {told(np.array([item.covered >= LEAST_COVERED for item in rows]), right)} |")
    both = unseen(rows, SIGNALS)
    for least in THRESHOLDS:
        print(f"| the model's opinion alone, {least} | {told(unseen(rows, ('odds',)) >= least, right)} |")
    for least in THRESHOLDS:
        print(f"| all signals, {least} | {told(both >= least, right)} |")
    print(f"\nArea under the ROC curve: {roc_auc_score(right, both):.3f}; of words alone ", end="")
    print(f"{roc_auc_score(right, [item.covered for item in rows]):.3f}")
    print(f"\n| all signals, {LEAST} | sentences | precision | recall |\n|---|---:|---:|---:|")
    for name, of in [(code, "language") for code in LANGUAGES] + [
        (name, "set") for name in sorted({i.set for i in rows})
    ]:
        own = np.array([getattr(item, of) == name for item in rows])
        print(f"| {name} | {told(both[own] >= LEAST, right[own])} |")
    model = fit(rows, SIGNALS)
    print("\nweights:", ", ".join(f"{value:.2f}" for value in [*model.coef_[0], *model.intercept_]))


if __name__ == "__main__":
    main()
