"""Print what each way of comparing does to recall@1: `python eval/studies/retrieval.py`.

Side by side in one run: chunks by embedding alone, with words, tokens alone, tokens with words (also without each
language having the same say, and with catalogue cards placed like texts); on the development half
of XQuAD (means over the three languages, over the six pairs of two, and over questions on all texts together, where
translations are documents of their own), on the development questions on the resolution, and on others that no choice
was made by. Milliseconds are of one question at a time in all texts, the embedding of the question included.
"""

import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from statistics import mean, median
from unittest.mock import patch

from chunk_size import SHARED

from assistant import Settings
from assistant.evaluation import load_questions
from assistant.evaluation.benchmark import Asked, Row, load_xquad, measure, measure_xquad
from assistant.index.building import build_index, open_index
from assistant.index.embedding import load_embedder
from assistant.languages import LANGUAGES
from assistant.library.corpus import Corpus
from assistant.question.query import read_query
from assistant.retrieval import Retriever

# Switches of the retriever, and what stands in the place of its constants.
Way = tuple[dict[str, bool], dict[str, float]]
WAYS: dict[str, Way] = {
    "chunks": ({"lexical": False, "late": False}, {}),
    "chunks + words": ({"late": False}, {}),
    "tokens": ({"lexical": False}, {}),
    "tokens + words": ({}, {}),
}
NOT_BY_LANGUAGE: dict[str, Way] = {"tokens + words, scores as they are": ({}, {"_PRIOR_CANDIDATES": 1e9})}
CARDS_ALIKE: dict[str, Way] = {"tokens + words, cards like texts": ({}, {"_POINTER": 0.0})}
SETS = {
    "development": SHARED / "gold" / "resolution.dev.jsonl",
    "aside": Path(__file__).parent.parent / "resolution.jsonl",
}


def of_all(rows: list[Row], kind: str) -> str:
    """Mean and least recall@1 of the rows in one language, across two, or on all texts."""
    kinds = {"all": lambda row: row.passages == "all", "same": lambda row: row.passages == row.questions}
    across = [row for row in rows if not any(is_one(row) for is_one in kinds.values())]
    found = [row.figures["recall@1"] for row in (across if kind == "across" else filter(kinds[kind], rows))]
    return f"{mean(found):.3f} ({min(found):.3f})"


def in_place(constants: dict[str, float]) -> AbstractContextManager[object]:
    """A context in which ``constants`` stand in the place of the retriever's."""
    return patch.multiple("assistant.retrieval.retriever", **constants) if constants else nullcontext()


def milliseconds(retriever: Retriever, asked: list[Asked]) -> float:
    """Median of one search."""
    times = []
    for item in asked:
        begin = time.perf_counter()
        retriever.search(read_query(item.text, item.language), 4)
        times.append(time.perf_counter() - begin)
    return median(times) * 1000


def main() -> None:
    """Run and print two Markdown tables."""
    documents, asked = load_xquad(SHARED / "benchmarks")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            index_dir=Path(folder) / "xquad", library_dir=Path(folder) / "library", vector_store="faiss"
        )
        embedder = load_embedder(settings)
        index = build_index(settings, embedder, [], corpus=Corpus(tuple(documents), (), ""))
        print("| XQuAD, mean (least) R@1 | same language | across | all texts | own wrong | ms |\n|---|" + "---:|" * 5)
        for name, (switches, constants) in (WAYS | NOT_BY_LANGUAGE).items():
            retriever = Retriever(index, embedder, **switches)
            with in_place(constants):
                rows = list(measure_xquad(retriever, asked, LANGUAGES, LANGUAGES))
                spent = milliseconds(retriever, asked[::40])
            figures = [of_all(rows, kind) for kind in ("same", "across", "all")]
            wrong = mean(row.own_language_wrong for row in rows if row.own_language_wrong is not None)
            print(f"| {name} | " + " | ".join(figures) + f" | {wrong:.3f} | {spent:.0f} |", flush=True)
        index = open_index(settings.model_copy(update={"index_dir": Path(folder) / "resolution"}), embedder)
        names = [f"{name} {language} {k}" for name in SETS for language in LANGUAGES for k in ("R@1", "R@3")]
        print("\n| resolution | " + " | ".join(names) + " |\n|---|" + "---:|" * len(names))
        for name, (switches, constants) in (WAYS | CARDS_ALIKE).items():
            retriever = Retriever(index, embedder, **switches)
            cells = []
            for file in SETS.values():
                for language in LANGUAGES:
                    gold = [
                        Asked(q.text, language, q.paragraphs) for q in load_questions(file, [language]) if q.paragraphs
                    ]
                    with in_place(constants):
                        measured = measure(retriever, gold).figures
                    cells += [f"{measured['recall@1']:.3f}", f"{measured['recall@3']:.3f}"]
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
