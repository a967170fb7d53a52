"""A library of real texts as it grows: `python eval/studies/library.py [--untranslated]`; needs `../shared/undocs`.

The texts of `../shared/undocs`, those that the questions are on first, in libraries of 12 to all of them; a text that
is there twice counts once. Prints what a build takes and, in a process of its own, what a search does, and how often
the paragraphs are found that answer the questions of `../shared/questions/library.dev.jsonl`: a question alone; beside
its translation by the language model, as `assistant.answering.request.asked_in` has it; and asked in English.
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
from typing import Any

from chunk_size import SHARED

from assistant import Assistant, Evidence, Settings
from assistant.answering.request import Request, asked_in
from assistant.evaluation.benchmark import peak_memory
from assistant.index.building import build_index
from assistant.index.embedding import load_embedder
from assistant.languages import LANGUAGES, Language
from assistant.library.additions import add, corpus_sources
from assistant.question.question import Question
from assistant.question.reading import read, understand

UNDOCS, QUESTIONS = SHARED / "undocs", SHARED / "questions" / "library.dev.jsonl"
SIZES = (12, 30, 60, 1000)
DEPTHS = (1, 5, 12)


def files() -> list[Path]:
    """The files, those that the questions are on first."""
    return [file for part in ("library", "files", "bulk") for file in sorted((UNDOCS / part).iterdir())]


def build(settings: Settings, size: int) -> None:
    """Add texts until there are ``size`` of them, build the index, and print a row."""
    begin = time.perf_counter()
    ids: set[str] = set()
    for file in files():
        if len(ids) < size:
            ids.update(item.document.id for item in add([file], settings)[0])
    read_in = time.perf_counter() - begin
    begin = time.perf_counter()
    index = build_index(settings, load_embedder(settings), corpus_sources(settings))
    built = time.perf_counter() - begin
    megabytes = sum(file.stat().st_size for file in settings.index_path.rglob("*") if file.is_file()) / 1e6
    chunks, memory = len(index.chunks), (peak_memory() or 0) / 2**30
    sizes = f"{len(ids)} | {len(index.texts):,} | {chunks:,}"
    print(
        f"| {sizes} | {read_in:.0f} | {built:.0f} | {chunks / built:.0f} | {megabytes:.0f} | {memory:.1f} |", flush=True
    )


def asked(names: Any) -> Iterator[tuple[Language, Question, Question, set[str]]]:
    """Language, question, the same in English, and what answers it."""
    for row in map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines()):
        wanted = {name if ":" in name else f"resolution:{name}" for name in row.get("must", ())}
        for language in LANGUAGES if wanted else ():
            texts = row["question"]
            own, english = (read(understand(texts[code], language=language), names) for code in (language, "en"))
            yield language, own, english, wanted


def recall(found: Sequence[Evidence], wanted: set[str], depth: int) -> float:
    """The share of ``wanted``, or of what is below it, among the first ``depth``."""
    ids = [f"{item.document}:{item.paragraph}" for item in found[:depth]]
    return sum(any(one == name or one.startswith(f"{name}(") for one in ids) for name in wanted) / len(wanted)


def measure(settings: Settings, *, translated: bool) -> None:
    """Print how long a search takes and what is found, a row a language and way."""
    assistant = Assistant(settings)
    opened = assistant._open()
    retriever, engine = opened.retriever, assistant._loaded_engine() if translated else None
    deepest = max(DEPTHS)
    figures: dict[tuple[str, Language], list[list[float]]] = {}
    times: dict[str, list[float]] = {"with a named text": [], "without": []}
    translating: list[float] = []

    def note(way: str, language: Language, found: Sequence[Evidence], wanted: set[str]) -> None:
        figures.setdefault((way, language), []).append([recall(found, wanted, depth) for depth in DEPTHS])

    for _ in range(2):  # the first time to warm up
        for spent in times.values():
            spent.clear()
        for _, question, _, _ in asked(opened.names):
            begin = time.perf_counter()
            retriever.search_sources(question.query, settings.top_k, question.sources.here)
            kind = "with a named text" if question.sources.here else "without"
            times[kind].append((time.perf_counter() - begin) * 1000)
    for language, question, english, wanted in asked(opened.names):
        note("as it is", language, retriever.search_sources(question.query, deepest, question.sources.here), wanted)
        query = replace(english.query, reply=language)
        note("asked in English", language, retriever.search_sources(query, deepest, english.sources.here), wanted)
        if engine is not None and language != "en":
            begin = time.perf_counter()
            search = partial(retriever.search_sources, top_k=deepest, sources=question.sources.here)
            request = asked_in(Request(question, language, ()), question.foreign, engine, opened.names, search)
            translating.append(time.perf_counter() - begin)
            found = request.evidence or search(question.query)
            note("translated", language, found, wanted)
    said = ", ".join(f"{name} {median(spent):.0f} ms" for name, spent in times.items())
    print(f"\n{len({item.id for item in opened.documents if item.status != 'card'})} texts. A search: {said}.", end="")
    print(f" A translation, with its search: {median(translating):.1f} s." if translating else "")
    heads = " | ".join(f"recall@{depth}" for depth in DEPTHS)
    print(f"\n| question | asked | {heads} |\n|---|---|{'---:|' * len(DEPTHS)}")
    for (way, language), rows in sorted(figures.items(), key=lambda one: LANGUAGES.index(one[0][1])):
        shares = (sum(row[place] for row in rows) / len(rows) for place in range(len(DEPTHS)))
        print(f"| {language} | {way} | {' | '.join(f'{share:.3f}' for share in shares)} |", flush=True)


def main() -> None:
    """Run and print Markdown tables."""
    if sys.argv[1:2] == ["--measure"]:
        measure(Settings(), translated="--untranslated" not in sys.argv)
        return
    with tempfile.TemporaryDirectory() as name:
        print("| texts | paragraphs | chunks | reading s | index s | chunks/s | MB | peak memory GB |")
        print("|---:|---:|---:|---:|---:|---:|---:|---:|")
        for size in SIZES:
            folder = Path(name) / str(size)
            places = {"ASSISTANT_LIBRARY_DIR": str(folder / "library"), "ASSISTANT_INDEX_DIR": str(folder / "index")}
            subprocess.run([sys.executable, __file__, "--build", str(size)], check=True, env=os.environ | places)
        for size in SIZES:
            folder = Path(name) / str(size)
            places = {"ASSISTANT_LIBRARY_DIR": str(folder / "library"), "ASSISTANT_INDEX_DIR": str(folder / "index")}
            command = [sys.executable, __file__, "--measure", *sys.argv[1:]]
            subprocess.run(command, check=True, env=os.environ | places)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build(Settings(), int(sys.argv[2]))
    else:
        main()
