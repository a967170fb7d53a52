"""``assistant benchmark …``: measure search, without a language model."""

import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, interface_language
from assistant.messages import text
from assistant.options import Corpus, IndexFolder, Json, parse_languages, read_settings

if TYPE_CHECKING:
    from assistant.evaluation.benchmark import Row

benchmark_app = typer.Typer(help="Measure how well search finds the right paragraph.", no_args_is_help=True)

Results = Annotated[
    Path | None,
    typer.Option("--out", help="Results file; a run there before is compared with, then replaced.", show_default=False),
]


@benchmark_app.command("xquad")
def xquad(
    data: Annotated[Path, typer.Option("--data", help="Folder of files in XQuAD's format, ….zh.json and so on.")],
    passages: Annotated[str, typer.Option(help="Languages of the passages.")] = ",".join(LANGUAGES),
    questions: Annotated[str, typer.Option(help="Languages of the questions.")] = ",".join(LANGUAGES),
    out: Results = None,
    as_json: Json = False,
) -> None:
    """Search parallel passages by questions in each language; the index is made for this and not kept."""
    from assistant.documents import Corpus as Texts
    from assistant.embedding import load_embedder
    from assistant.evaluation import benchmark
    from assistant.indexing import build_index
    from assistant.retrieval import Retriever

    chosen, spoken = parse_languages(passages), parse_languages(questions)
    documents, asked = benchmark.load_xquad(data)
    documents = [item for item in documents if item.language in chosen]
    asked = [item for item in asked if item.language in spoken]
    if not asked or not documents:
        raise AssistantError("benchmark_nothing", path=data)
    chosen = tuple(item.language for item in documents)
    spoken = tuple(code for code in spoken if any(item.language == code for item in asked))
    count = len(asked) * (len(chosen) + (len(chosen) > 1))
    same = benchmark.digest(asked, documents)
    before = benchmark.load(out, same) if out else []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = read_settings(index_dir=Path(folder) / "index", vector_store="faiss")
        language = interface_language(settings.interface)
        embedder = load_embedder(settings, language)
        begin = time.perf_counter()
        index = build_index(settings, embedder, [], language=language, corpus=Texts(tuple(documents), (), ""))
        built = sum(len(item.paragraphs) for item in documents) / (time.perf_counter() - begin)
        retriever = Retriever.of(index, embedder, settings)
        retriever.search("?", 1, "en")  # so that the first questions' time is that of the others
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(text("progress_evaluate", language), total=count)
            rows = list(benchmark.measure_xquad(retriever, asked, chosen, spoken, lambda n: progress.advance(task, n)))
    _report(rows, before, out, as_json, {"questions": same, "passages_per_second": round(built, 1)})


@benchmark_app.command("retrieval")
def retrieval(
    questions: Annotated[Path, typer.Argument(help="Question set, a JSON object a line.", show_default=False)],
    out: Results = None,
    as_json: Json = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Search the corpus by a question set, in each language that it has."""
    from assistant.embedding import load_embedder
    from assistant.evaluation import benchmark, load_questions
    from assistant.indexing import open_index
    from assistant.retrieval import Retriever

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    language = interface_language(settings.interface)
    answerable = [item for item in load_questions(questions) if item.paragraphs]
    if not answerable:
        raise AssistantError("benchmark_nothing", path=questions)
    embedder = load_embedder(settings, language)
    opened = open_index(settings, embedder, language)
    main = next((document.id for document in opened.documents if not document.name), "")
    asked = [benchmark.Asked(item.text, item.language, item.paragraphs or (), main) for item in answerable]
    same = benchmark.digest(asked)
    before = benchmark.load(out, same) if out else []
    retriever = Retriever.of(opened, embedder, settings)
    retriever.search("?", 1, "en")
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(text("progress_evaluate", language), total=len(asked))
        rows = [
            benchmark.measure(retriever, batch, done=lambda n: progress.advance(task, n))
            for code in LANGUAGES
            if (batch := [item for item in asked if item.language == code])
        ]
    _report(rows, before, out, as_json, {"questions": same})


def _report(rows: "list[Row]", before: "list[Row]", out: Path | None, as_json: bool, facts: dict[str, Any]) -> None:
    """Print the rows, and write them to ``out``."""
    from dataclasses import asdict

    from assistant.evaluation import benchmark

    memory = benchmark.peak_memory()
    facts = {**facts, "peak_memory_mb": None if memory is None else memory // 2**20}
    if out is not None:
        benchmark.save(out, rows, facts)
    if as_json:
        print(json.dumps({**facts, "rows": [asdict(row) for row in rows]}, ensure_ascii=False, indent=2))
        return
    print(benchmark.table(rows, before))
    print(
        "\n"
        + ", ".join(f"{name} {value}" for name, value in facts.items() if value is not None and name != "questions")
    )
