"""A library of real texts as it grows: `python eval/studies/library.py [--untranslated]`; needs `../shared/undocs`.

The texts of `../shared/undocs`, those that the questions are on first, in a library that grows from 12 to all of them;
a text that is there twice counts once. Prints what is read and embedded at each step and, in a process of its own, what
a search takes and how often the paragraphs are found that answer the questions of
`../shared/questions/library.dev.jsonl`: a question alone; beside its translation by the language model, as
`assistant.answering.request.asked_in` has it; and asked in English. Last, what `_MAIN` of `retrieval/retriever.py`
does: how often the right paragraph comes first, on those questions and, with all texts in the library, on sets on the
draft.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from unittest.mock import patch

from chunk_size import SHARED

from assistant import Assistant, Evidence, Settings
from assistant.answering.translation import translate_question
from assistant.evaluation.benchmark import peak_memory
from assistant.index.building import build_index
from assistant.index.embedding import load_embedder
from assistant.index.storage import read_index
from assistant.languages import LANGUAGES, Language
from assistant.library.additions import add, corpus_sources
from assistant.library.names import Names
from assistant.lookup.lookup import look_up
from assistant.question.question import Question
from assistant.question.reading import read, understand
from assistant.retrieval import retriever

UNDOCS, QUESTIONS = SHARED / "undocs", SHARED / "questions" / "library.dev.jsonl"
ON_DRAFT = [Path(__file__).parent.parent / f"{name}.jsonl" for name in ("desk", "delegates", "paraphrased")]
SIZES = (15, 45, 80, 1000)  # files
DEPTHS = (1, 5, 12)
PRIORS = (0.0, 0.3, 0.6, 1.0)


def files() -> list[Path]:
    """The files, those that the questions are on first."""
    return [file for part in ("library", "files", "bulk") for file in sorted((UNDOCS / part).iterdir())]


def grow(settings: Settings, size: int) -> None:
    """Add the first ``size`` files, bring the index up to date, and print a row."""
    begin = time.perf_counter()
    ids = {item.document.id for item in add(files()[:size], settings)[0]}
    read_in = time.perf_counter() - begin
    old = read_index(settings.index_path)
    before = len(old.chunks) if old else 0
    begin = time.perf_counter()
    index = build_index(settings, load_embedder(settings), corpus_sources(settings), old=old)
    built = time.perf_counter() - begin
    megabytes = sum(file.stat().st_size for file in settings.index_path.rglob("*") if file.is_file()) / 1e6
    chunks, memory = len(index.chunks), (peak_memory() or 0) / 2**30
    sizes, rate = f"{len(ids)} | {len(index.texts):,} | {chunks:,}", (chunks - before) / built
    print(f"| {sizes} | {read_in:.0f} | {built:.0f} | {rate:.0f} | {megabytes:.0f} | {memory:.1f} |", flush=True)


def asked(path: Path, names: Names) -> Iterator[tuple[Language, Question, Question, set[str]]]:
    """Language, question, the same in English, and what answers it, of each that is not looked up."""
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        wanted = {name if ":" in name else f"resolution:{name}" for name in row.get("must", row.get("paragraphs", ()))}
        for language in LANGUAGES if wanted else ():
            texts = row["question"]
            own, english = (read(understand(texts[code], language=language), names) for code in (language, "en"))
            yield language, own, english, wanted


def recall(found: Sequence[Evidence], wanted: set[str], depth: int) -> float:
    """The share of ``wanted``, or of what is below it, among the first ``depth``."""
    ids = [f"{item.document}:{item.paragraph}" for item in found[:depth]]
    return sum(any(one == name or one.startswith(f"{name}(") for one in ids) for name in wanted) / len(wanted)


def measure(settings: Settings, translations: Path, *, translated: bool) -> None:
    """Print how long a search takes and what is found, a row a language and way; ``translations`` are kept there."""
    assistant = Assistant(settings)
    opened = assistant._open()
    said: dict[str, str] = json.loads(translations.read_text()) if translations.exists() else {}
    times: dict[str, list[float]] = {}
    for _ in range(2):  # the first time to warm up
        times = {"with a named text": [], "without": []}
        for _, question, _, _ in asked(QUESTIONS, opened.names):
            begin = time.perf_counter()
            opened.retriever.search_sources(question.query, settings.top_k, question.sources.here)
            kind = "with a named text" if question.sources.here else "without"
            times[kind].append((time.perf_counter() - begin) * 1000)
    figures: dict[tuple[Language, str], list[list[float]]] = {}
    for language, question, english, wanted in asked(QUESTIONS, opened.names):
        search = partial(opened.retriever.search_sources, top_k=max(DEPTHS), sources=question.sources.here)
        query = question.query
        ways = {"as it is": query, "asked in English": replace(english.query, reply=language)}
        if translated and "en" in question.foreign:
            if query.text not in said:
                said[query.text] = translate_question(query.text, query.language, "en", assistant._loaded_engine())
            both = replace(query, translations=(("en", said[query.text]),)) if said[query.text] else query
            ways["translated"] = both
        for way, one in ways.items():
            found = search(one)
            figures.setdefault((language, way), []).append([recall(found, wanted, depth) for depth in DEPTHS])
    translations.write_text(json.dumps(said))
    texts = len({item.id for item in opened.documents if item.status != "card"})
    print(f"\n{texts} texts; a search: {', '.join(f'{name} {median(spent):.0f} ms' for name, spent in times.items())}")
    heads = " | ".join(f"recall@{depth}" for depth in DEPTHS)
    print(f"\n| question | asked | questions | {heads} |\n|---|---|---:|{'---:|' * len(DEPTHS)}")
    for (language, way), rows in sorted(figures.items(), key=lambda one: (LANGUAGES.index(one[0][0]), one[0][1])):
        shares = (sum(row[place] for row in rows) / len(rows) for place in range(len(DEPTHS)))
        print(f"| {language} | {way} | {len(rows)} | {' | '.join(f'{share:.3f}' for share in shares)} |", flush=True)


def prefer(settings: Settings) -> None:
    """Print how often the right paragraph comes first by what is added for the main text, a row a set."""
    opened = Assistant(settings)._open()
    print(f"\n| set | {' | '.join(map(str, PRIORS))} |\n|---|{'---:|' * len(PRIORS)}")
    for path in (QUESTIONS, *ON_DRAFT):
        shares = []
        for prior in PRIORS:
            right = []
            with patch.object(retriever, "_MAIN", prior):
                for _, question, _, wanted in asked(path, opened.names):
                    if not look_up(question, opened.documents):
                        found = opened.retriever.search_sources(question.query, 4, question.sources.here)
                        right.append(any(recall([item], {name}, 1) for item in found[:1] for name in wanted))
            shares.append(sum(right) / len(right))
        print(f"| `{path.name}`, {len(right)} | {' | '.join(f'{share:.3f}' for share in shares)} |", flush=True)


def main() -> None:
    """Run and print Markdown tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        places = {"ASSISTANT_LIBRARY_DIR": str(folder / "library"), "ASSISTANT_INDEX_DIR": str(folder / "index")}

        def run(*arguments: str) -> str:
            command = [sys.executable, __file__, *arguments]
            return subprocess.run(
                command, check=True, env=os.environ | places, stdout=subprocess.PIPE, text=True
            ).stdout

        print("| texts | paragraphs | chunks | reading s | index s | new chunks/s | MB | peak memory GB |")
        print("|---:|---:|---:|---:|---:|---:|---:|---:|")
        measured = []
        for size in SIZES:
            print(run("--grow", str(size)), end="", flush=True)
            measured.append(run("--measure", str(folder / "translations.json"), *sys.argv[1:]))
        print(*measured, run("--prefer"), sep="")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--grow", size]:
            grow(Settings(), int(size))
        case ["--measure", translations, *options]:
            measure(Settings(), Path(translations), translated="--untranslated" not in options)
        case ["--prefer"]:
            prefer(Settings())
        case _:
            main()
