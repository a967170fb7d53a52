"""Print what lexical search and the catalogue do to recall: `python eval/retrieval.py`.

Side by side in one run: dense search alone and fused with BM25, on the development questions on the resolution and on
others that no choice was made by, with the whole default corpus in the index and without its cards, and on the
development half of XQuAD, question and passages in one language.
"""

import tempfile
from pathlib import Path

from chunk_size import SHARED, share, xquad

from assistant import Settings
from assistant.embedding import load_embedder
from assistant.evaluation import load_questions
from assistant.indexing import build_index
from assistant.languages import LANGUAGES
from assistant.retrieval import Retriever


def rows(name: str, corpus: Path, document: str, questions: list[tuple[str, str, set[str]]]) -> None:
    """Print a row for each way of searching ``corpus`` for paragraphs of ``document``."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(corpus_dir=corpus, index_dir=Path(folder), library_dir=Path(folder))
        embedder = load_embedder(settings)
        index = build_index(settings, embedder, [corpus])
    for way, lexical in (("dense", False), ("dense + BM25", True)):
        retriever = Retriever(index, embedder, lexical=lexical)
        ranks = []
        for text, language, good in questions:
            found = retriever.search(text, 10, language)  # type: ignore[arg-type]
            ranks.append(next((i.rank for i in found if i.document == document and i.paragraph in good), 0))
        print(f"| {name} | {way} | " + " | ".join(share(ranks, k) for k in (1, 3, 5)) + " |", flush=True)


def main() -> None:
    """Run and print a Markdown table."""
    print("| questions | search | R@1 | R@3 | R@5 |\n|---|---|---:|---:|---:|")
    corpus = Settings().corpus_dir
    sets = {
        "development questions": SHARED / "gold" / "resolution.dev.jsonl",
        "questions kept aside": Path(__file__).parent / "resolution.jsonl",
    }
    for name, file in sets.items():
        for language in LANGUAGES:
            asked = load_questions(file, [language])
            gold = [(item.text, language, set(item.paragraphs)) for item in asked if item.paragraphs]
            rows(f"{name}, {language}", corpus, "resolution", gold)
            rows(f"{name}, {language}, no cards", corpus / "resolution", "resolution", gold)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            questions = xquad(language, Path(folder))
            rows(f"XQuAD, {language}", Path(folder), "xquad", questions)


if __name__ == "__main__":
    main()
