"""Print what the language model could add to search: `python eval/language_model_steps.py`.

Side by side in one run, on the pair of languages that search finds hardest in XQuAD: search as it is, with the question
translated into the passages' language (alone, and fused with the question itself by reciprocal ranks, Cormack et al.,
SIGIR 2009), and with the first three put in order by the language model, which is asked which of them answers. Seconds
are what the step adds to a question.
"""

import re
import tempfile
import time
from pathlib import Path
from statistics import median

from chunk_size import SHARED

from assistant import Settings
from assistant.answer import Evidence
from assistant.evaluation.benchmark import load_xquad
from assistant.generation import Engine, Message, load_engine
from assistant.index.building import build_index
from assistant.index.embedding import load_embedder
from assistant.languages import Language
from assistant.library.corpus import Corpus
from assistant.question.query import read_query
from assistant.retrieval import Retriever

PAIRS: list[tuple[Language, Language]] = [("ru", "zh")]
QUESTIONS, DEPTH = 50, 10
NAMES = {"zh": "Chinese", "ru": "Russian", "en": "English"}


def reply(engine: Engine, system: str, user: str, tokens: int) -> str:
    """What the model says."""
    return "".join(engine.generate([Message("system", system), Message("user", user)], tokens)).strip()


def translated(engine: Engine, question: str, language: Language) -> str:
    """The question in ``language``."""
    system = f"Translate the user's question into {NAMES[language]}. Write the translation only."
    return reply(engine, system, question, 80).split("\n")[0]


def reordered(engine: Engine, question: str, found: list[Evidence]) -> list[Evidence]:
    """``found`` with the one of the first three first that the model names."""
    listed = "\n".join(f"[{n}] {item.text}" for n, item in enumerate(found[:3], 1))
    system = "You are given three paragraphs and a question. Reply with the number of the paragraph that answers it."
    number = re.search(r"[123]", reply(engine, system, f"{listed}\n\n{question}\n\nNumber:", 4))
    chosen = found[int(number[0]) - 1] if number else found[0]
    return [chosen, *(item for item in found if item is not chosen)]


def fused(*rankings: list[Evidence]) -> list[Evidence]:
    """By the sum of reciprocal ranks."""
    best = {item.paragraph: item for ranking in rankings for item in ranking}
    scores = {
        name: sum(1 / (10 + r.rank) for ranking in rankings for r in ranking if r.paragraph == name) for name in best
    }
    return [best[name] for name in sorted(scores, key=lambda name: -scores[name])]


def main() -> None:
    """Run and print a Markdown table."""
    documents, asked = load_xquad(SHARED / "benchmarks")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            index_dir=Path(folder) / "index", library_dir=Path(folder) / "library", vector_store="faiss"
        )
        embedder, engine = load_embedder(settings), load_engine(settings)
        retriever = Retriever(build_index(settings, embedder, [], corpus=Corpus(tuple(documents), (), "")), embedder)
        print("| questions on passages | search | translated alone | and fused | s | first three reordered | s |")
        print("|---|" + "---:|" * 6)
        for spoken, language in PAIRS:
            rows: list[list[bool]] = []
            seconds: list[tuple[float, float]] = []
            batch = [item for item in asked if item.language == spoken]
            for item in batch[:: len(batch) // QUESTIONS][:QUESTIONS]:
                found = list(retriever.search(read_query(item.text, spoken), DEPTH, languages=[language]))
                begin = time.perf_counter()
                other = list(
                    retriever.search(
                        read_query(translated(engine, item.text, language), language), DEPTH, languages=[language]
                    )
                )
                middle = time.perf_counter()
                chosen = reordered(engine, item.text, found)
                seconds.append((middle - begin, time.perf_counter() - middle))
                rankings = (found, other, fused(found, other), chosen)
                rows.append([ranking[0].paragraph in item.paragraphs for ranking in rankings])
            shares = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
            first, second = (median(column) for column in zip(*seconds, strict=True))
            cells = [*(f"{share:.2f}" for share in shares[:3]), f"{first:.1f}", f"{shares[3]:.2f}", f"{second:.1f}"]
            print(f"| {spoken} on {language} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
