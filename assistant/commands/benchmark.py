"""``assistant benchmark …``: measure search; measure answers and waiting beside a plain chain."""

import hashlib
import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress

from assistant.commands.options import Corpus, IndexFolder, Json, parse_languages, read_settings
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, interface_language
from assistant.messages import text

if TYPE_CHECKING:
    from assistant.evaluation import Question
    from assistant.evaluation.benchmark import Row
    from assistant.evaluation.comparison import System
    from assistant.settings import Settings

benchmark_app = typer.Typer(help="Measure search, answers and waiting.", no_args_is_help=True)

Results = Annotated[
    Path | None,
    typer.Option("--out", help="Results file; a run there before is compared with, then replaced.", show_default=False),
]
Alone = Annotated[bool, typer.Option("--alone", help="Without the chain.")]


@benchmark_app.command("xquad")
def xquad(
    data: Annotated[Path, typer.Option("--data", help="Folder of files in XQuAD's format, ….zh.json and so on.")],
    passages: Annotated[str, typer.Option(help="Languages of the passages.")] = ",".join(LANGUAGES),
    questions: Annotated[str, typer.Option(help="Languages of the questions.")] = ",".join(LANGUAGES),
    out: Results = None,
    as_json: Json = False,
) -> None:
    """Search parallel passages by questions in each language; the index is made for this and not kept."""
    from assistant.evaluation import benchmark
    from assistant.index.building import build_index
    from assistant.index.embedding import load_embedder
    from assistant.library.corpus import Corpus as Texts
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
        retriever.warm_up()  # so that the first questions' time is that of the others
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
    from assistant.evaluation import benchmark, load_questions
    from assistant.index.building import open_index
    from assistant.index.embedding import load_embedder
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
    retriever.warm_up()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(text("progress_evaluate", language), total=len(asked))
        rows = [
            benchmark.measure(retriever, batch, done=lambda n: progress.advance(task, n))
            for code in LANGUAGES
            if (batch := [item for item in asked if item.language == code])
        ]
    _report(rows, before, out, as_json, {"questions": same})


@benchmark_app.command("reading")
def reading(
    truth: Annotated[Path, typer.Option("--truth", help="Folder of JSON files, or a file of JSON lines.")],
    files: Annotated[Path, typer.Option("--files", help="Folder of the documents that they name.")],
    as_json: Json = False,
) -> None:
    """Compare the paragraphs of documents with what is printed in them."""
    from dataclasses import asdict

    from assistant.evaluation.reading import read_truths, summary

    found = list(read_truths(truth, files))
    if not found:
        raise AssistantError("benchmark_nothing", path=truth)
    if as_json:
        print(json.dumps({**summary(found), "of": [asdict(item) for item in found]}, ensure_ascii=False, indent=2))
        return
    for item in found:
        marks = f"marks {item.marks_right}/{item.marks_wanted}"
        print(f"{item.file:<40} {item.right:>4}/{item.wanted:<4} +{item.extra:<3} {marks}")
        print("".join(f"    {fault}\n" for fault in item.faults), end="")
    print("  ".join(f"{name} {value}" for name, value in summary(found).items()))


@benchmark_app.command("answers")
def answers(
    questions: Annotated[
        Path | None, typer.Argument(help="Question set on the corpus, a JSON object a line.", show_default=False)
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="Instead, a folder of files in XQuAD's format.", show_default=False)
    ] = None,
    passages: Annotated[str, typer.Option(help="Language of the passages of --data.")] = "zh",
    asked_in: Annotated[str, typer.Option("--questions", help="Languages to ask in.")] = ",".join(LANGUAGES),
    limit: Annotated[
        int | None, typer.Option(min=1, help="Questions a language, evenly over the set.", show_default=False)
    ] = None,
    alone: Alone = False,
    out: Annotated[
        Path | None, typer.Option("--out", help="File of all replies; a run there goes on.", show_default=False)
    ] = None,
    as_json: Json = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Ask the assistant and a plain LangChain chain with its models in turn, and measure what each answers."""
    from assistant.evaluation import comparison, load_questions
    from assistant.evaluation.xquad import xquad_corpus

    spoken = parse_languages(asked_in)
    if (questions is None) == (data is None):
        raise AssistantError("benchmark_questions")
    if questions is not None:
        asked = comparison.spread(load_questions(questions, spoken), limit)
        settings = read_settings(corpus_dir=corpus, index_dir=index)
        found = _compared(asked, settings, alone, out, hashlib.sha256(questions.read_bytes()).hexdigest())
    else:
        assert data is not None
        of = parse_languages(passages)
        if len(of) > 1:
            raise AssistantError("language_unknown", language=passages)
        with xquad_corpus(data, of[0], spoken) as (given, settings, digest):
            found = _compared(comparison.spread(given, limit), settings, alone, out, digest)
    print(json.dumps(found, ensure_ascii=False, indent=2) if as_json else comparison.table(found))


@benchmark_app.command("latency")
def latency(
    questions: Annotated[Path, typer.Argument(help="Question set, a JSON object a line.", show_default=False)],
    limit: Annotated[int, typer.Option(min=1, help="Questions a language, evenly over the set.")] = 10,
    alone: Alone = False,
    as_json: Json = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Measure how long a reader waits, beside a plain LangChain chain with the same models, and a start."""
    from dataclasses import asdict

    from assistant.evaluation import comparison, load_questions
    from assistant.evaluation.starts import measure_starts

    asked = comparison.spread(load_questions(questions), limit)
    settings = read_settings(corpus_dir=corpus, index_dir=index)
    systems = _systems(settings, alone)
    folders = (("--corpus", corpus), ("--index", index))
    options = [part for name, path in folders if path is not None for part in (name, str(path))]
    starts = measure_starts(asked[-1].text, options)
    replies = comparison.compare(asked, systems, interface=interface_language(settings.interface))
    found = comparison.figures(replies)
    if as_json:
        times = {
            code: {name: {figure: row[figure] for figure in comparison.TIMES} for name, row in columns.items()}
            for code, columns in found.items()
        }
        print(json.dumps({"languages": times, "starts": asdict(starts)}, ensure_ascii=False, indent=2))
        return
    print(comparison.table(found, comparison.TIMES))
    memory = "" if starts.peak_memory_mb is None else f", {starts.peak_memory_mb} MB at most"
    print(f"\n`assistant --help`: {starts.help:.2f} s  ")
    print(f"`assistant ask`, from start to first token: {starts.first_token:.1f} s{memory}")


def _compared(
    asked: "list[Question]", settings: "Settings", alone: bool, out: Path | None, digest: str
) -> dict[str, Any]:
    """`assistant.evaluation.comparison.Figures` of the questions ``asked``; ``digest`` is of where they come from."""
    from assistant.evaluation import comparison

    interface, systems = interface_language(settings.interface), _systems(settings, alone)
    assistant: Any = systems["assistant"]
    run = {"questions": digest, "assistant": assistant.fingerprint, "models": assistant.models} if out else {}
    return comparison.figures(comparison.compare(asked, systems, out=out, run=run, interface=interface))


def _systems(settings: "Settings", alone: bool) -> "dict[str, System]":
    """What is measured, by name; AssistantError when the chain is wanted and its packages are not installed."""
    from assistant.qa import Assistant

    assistant = Assistant(settings)
    if alone:
        return {"assistant": assistant}
    try:
        from assistant.evaluation.chain import Chain
    except ImportError:
        raise AssistantError("benchmark_chain_missing") from None
    return {"assistant": assistant, "chain": Chain(settings)}


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
