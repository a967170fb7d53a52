"""Print recall by chunk size: `python eval/studies/chunk_size.py`.

Side by side in one run: the questions on the resolution (all three languages of the corpus in the index) and the
development half of XQuAD, question and passages in one language. `Settings.chunk_tokens` is what came out best on both.
"""

import json
import tempfile
from pathlib import Path

from assistant import Settings
from assistant.evaluation import load_questions
from assistant.index.building import build_index
from assistant.index.embedding import load_embedder
from assistant.languages import LANGUAGES, Language
from assistant.question.query import read_query
from assistant.retrieval import Retriever

SHARED = Path(__file__).resolve().parents[3] / "shared"
SIZES = (48, 64, 96, 128, 160, 480)


def share(ranks: list[int], k: int) -> str:
    """Recall@k of ranks, 0 standing for not found."""
    return f"{sum(0 < rank <= k for rank in ranks) / len(ranks):.3f}"


def search(corpus: Path, size: int, questions: list[tuple[str, Language, set[str]]]) -> list[int]:
    """Rank of the first acceptable paragraph for each (question, language, acceptable paragraphs)."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(corpus_dir=corpus, index_dir=Path(folder), chunk_tokens=size)
        embedder = load_embedder(settings)
        retriever = Retriever(build_index(settings, embedder, [corpus]), embedder)
        return [
            next((item.rank for item in retriever.search(read_query(text, language), 5) if item.paragraph in good), 0)
            for text, language, good in questions
        ]


def xquad(language: Language, folder: Path) -> list[tuple[str, Language, set[str]]]:
    """Write the passages to ``folder`` as one document and return the questions on them."""
    data = json.loads((SHARED / "benchmarks" / f"xquad.dev.{language}.json").read_text(encoding="utf-8"))["data"]
    passages = [passage for article in data for passage in article["paragraphs"]]
    text = "\n\n".join(" ".join(passage["context"].split()) for passage in passages)
    (folder / f"xquad.{language}.txt").write_text(text, encoding="utf-8")
    return [
        (question["question"], language, {f"¶{number}"})
        for number, passage in enumerate(passages, 1)
        for question in passage["qas"]
    ]


def main() -> None:
    """Run and print a Markdown table."""
    print("| questions | chunk tokens | R@1 | R@3 | R@5 |\n|---|---:|---:|---:|---:|")
    for language in LANGUAGES:
        asked = load_questions(SHARED / "gold" / "resolution.dev.jsonl", [language])
        gold = [(item.text, language, set(item.paragraphs)) for item in asked if item.paragraphs]
        for size in SIZES:
            ranks = search(Settings().corpus_dir, size, gold)
            print(f"| resolution, {language} | {size} | " + " | ".join(share(ranks, k) for k in (1, 3, 5)) + " |")
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            questions = xquad(language, Path(folder))
            for size in SIZES:
                ranks = search(Path(folder), size, questions)
                row = " | ".join(share(ranks, k) for k in (1, 3, 5))
                print(f"| XQuAD, {language} | {size} | {row} |", flush=True)


if __name__ == "__main__":
    main()
