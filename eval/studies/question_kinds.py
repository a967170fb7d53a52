"""How well the kinds of messages are told (`assistant.question.kind`), and the weights of that.

`python eval/studies/question_kinds.py` judges each set of labelled messages by weights that are fitted to the others,
never a row by rows of its own set, and prints the share of right kinds by language and by kind, and of what is told
with a probability from which on the assistant acts by it. `… words` is the same without the embedding. `… fit` writes
the weights that come with the project. Minutes.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from assistant.index.embedding import load_embedder
from assistant.languages import LANGUAGES
from assistant.question.kind import KINDS, SURE, Example, Vectors, examples, fit
from assistant.settings import load_settings

WEIGHTS = Path(__file__).resolve().parents[2] / "assistant" / "question" / "kind.npz"
Told = tuple[Example, str, float]


def told(labelled: Sequence[Example], vectors: dict[str, Vectors], model: str, *, words: bool) -> Iterable[Told]:
    """Each of ``labelled`` with the kind that is told of it, and how sure that is."""
    for name in dict.fromkeys(item.set for item in labelled):
        others = [item for item in labelled if item.set != name]
        classifier = fit(others, partial(_embedded, vectors), model)
        for item in labelled:
            if item.set == name:
                chances = classifier.probabilities(item.text, None if words else vectors[item.text])
                yield item, KINDS[int(chances.argmax())], float(chances.max())


def _embedded(vectors: dict[str, Vectors], texts: Sequence[str]) -> Vectors:
    return np.stack([vectors[text] for text in texts])


def share(items: Sequence[Told]) -> str:
    """The share of right ones, and of how many."""
    return f"{sum(kind == item.kind for item, kind, _ in items) / max(1, len(items)):.3f} of {len(items)}"


def main() -> None:
    """Print the tables, or write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=("measure", "words", "fit"), default="measure")
    what = parser.parse_args().what
    embedder, labelled = load_embedder(load_settings()), examples()
    texts = list(dict.fromkeys(item.text for item in labelled))
    found = [embedder.encode(texts[start : start + 64], "query") for start in range(0, len(texts), 64)]
    vectors = dict(zip(texts, np.concatenate(found), strict=True))
    if what == "fit":
        fit(labelled, partial(_embedded, vectors), embedder.model.id).save(WEIGHTS)
        print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")
        return
    rows = list(told(labelled, vectors, embedder.model.id, words=what == "words"))
    print("| set | all | " + " | ".join(LANGUAGES) + f" | at {SURE} or more |\n|---|" + "---:|" * (len(LANGUAGES) + 2))
    for name in [*dict.fromkeys(item.set for item in labelled), ""]:
        of = [row for row in rows if name in ("", row[0].set)]
        sure = [row for row in of if row[2] >= SURE]
        by = " | ".join(share([row for row in of if row[0].language == code]) for code in LANGUAGES)
        print(f"| {name or 'all'} | {share(of)} | {by} | {share(sure)} |")
    print(
        "\n| kind | found | " + " | ".join(LANGUAGES) + " | right of those told | else told as |\n|---|" + "---:|" * 6
    )
    mistaken: dict[str, Counter[str]] = defaultdict(Counter)
    for item, kind, _ in rows:
        mistaken[item.kind][kind] += kind != item.kind
    for kind in KINDS:
        of = [row for row in rows if row[0].kind == kind]
        by = " | ".join(share([row for row in of if row[0].language == code]) for code in LANGUAGES)
        others = ", ".join(f"{other} {count}" for other, count in mistaken[kind].most_common(3) if count)
        print(f"| {kind} | {share(of)} | {by} | {share([row for row in rows if row[1] == kind])} | {others} |")


if __name__ == "__main__":
    main()
