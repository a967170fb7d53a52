"""The command line. Results go to standard output, everything else to standard error.

Exit codes: 0 done (a refusal is an answer too), 1 something the message says how to put right, 2 wrong usage,
130 interrupted.
"""

import json
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from assistant.benchmark_commands import benchmark_app
from assistant.corpus_commands import corpus_app
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language, interface_language
from assistant.messages import status_mark, text
from assistant.options import Corpus, IndexFolder, Json, parse_languages, read_settings

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Evidence, Turn
    from assistant.qa import Assistant
    from assistant.settings import Settings

app = typer.Typer(
    help="Ask a United Nations resolution questions in Chinese, Russian or English; answers cite paragraph numbers.",
    epilog="Exit codes: 0 done, 1 failed with a message, 2 wrong usage, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
index_app = typer.Typer(help="Build the index, or say what is in it.", no_args_is_help=True)
app.add_typer(index_app, name="index")
app.add_typer(corpus_app, name="corpus")
app.add_typer(benchmark_app, name="benchmark")

Question = Annotated[str, typer.Argument(help="The question, in quotation marks.", show_default=False)]
Reader = Annotated[
    str | None,
    typer.Option("--language", "-l", help="zh, ru or en; else the question's language.", show_default=False),
]


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line on ``args``, else on the process's own; always ends in SystemExit."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console or LC_ALL=C would refuse Chinese and Russian
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args)
    except AssistantError as error:
        _fail(error.message(interface_language(_interface())))
    except BrokenPipeError:  # the reader of the pipe has seen enough
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        _fail(text("internal", interface_language(_interface()), reason=f"{type(error).__name__}: {error}"))


@app.command()
def ask(
    question: Question,
    as_json: Json = False,
    language: Reader = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Answer a question from the corpus, with the paragraphs that the answer rests on."""
    assistant = _assistant(corpus_dir=corpus, index_dir=index)
    try:
        answer = _answer(assistant, question, language)
    except AssistantError as error:
        _fail_reader(error, question, language)
    # At once: the program takes most of a second more to give the models' memory back.
    print(answer.to_json(indent=2) if as_json else _written(answer), flush=True)


@app.command()
def chat(language: Reader = None, corpus: Corpus = None, index: IndexFolder = None) -> None:
    """Answer questions line by line, each with those before it in mind, until Ctrl-D or the end of the input."""
    from assistant.answer import REMEMBERED, Turn

    assistant = _assistant(corpus_dir=corpus, index_dir=index)
    history: deque[Turn] = deque(maxlen=REMEMBERED)
    failed = False
    for question in _lines():
        try:
            answer = _answer(assistant, question, language, history)
        except AssistantError as error:
            print(_said(error, question, language), file=sys.stderr)
            failed = True
            continue
        print(_written(answer), end="\n\n", flush=True)
        history.append(Turn(answer.question, answer.text))
    if failed and not sys.stdin.isatty():
        sys.exit(1)


@app.command()
def search(
    question: Question,
    top_k: Annotated[int, typer.Option("--top-k", "-k", min=1, max=100, help="Number of paragraphs.")] = 5,
    documents: Annotated[
        list[str] | None, typer.Option("--document", help="Id of a document to search; may be repeated.")
    ] = None,
    texts_in: Annotated[
        str | None, typer.Option("--in", help="Languages of the texts to search, as zh,ru.", show_default=False)
    ] = None,
    as_json: Json = False,
    language: Reader = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Find the paragraphs nearest to a question, best first."""
    assistant = _assistant(corpus_dir=corpus, index_dir=index)
    languages = parse_languages(texts_in) if texts_in is not None else ()
    try:
        found = assistant.search(question, top_k, language, documents=documents or (), languages=languages)  # type: ignore[arg-type]
    except AssistantError as error:
        _fail_reader(error, question, language)
    if as_json:
        print(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=2))
    else:
        reader = _reader(question, language)
        print("\n\n".join(f"{item.rank}. {_paragraph(item, item.text, reader)}" for item in found))


@index_app.command("build")
def index_build(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders; else the corpus.", show_default=False)
    ] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Build the index anew; the old one stays until the new one is whole."""
    from assistant.embedding import load_embedder
    from assistant.indexing import build_index, corpus_sources

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    language = interface_language(settings.interface)
    embedder = load_embedder(settings, language)
    built = build_index(settings, embedder, paths or corpus_sources(settings), language=language)
    _print_manifest(settings, built.manifest)


@index_app.command("info")
def index_info(as_json: Json = False, corpus: Corpus = None, index: IndexFolder = None) -> None:
    """Say what the index was built from."""
    from assistant.storage import read_manifest

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    manifest = read_manifest(settings.index_path)
    if manifest is None:
        raise AssistantError("index_missing", path=settings.index_path)
    _print_manifest(settings, manifest, as_json)


@app.command()
def serve(
    host: Annotated[
        str | None,
        typer.Option(help="Address to listen on (default: this machine only).", show_default=False),
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (default: 7860).", show_default=False)] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Open the chat page; the same as `python app.py`."""
    from assistant.web import serve as serve_page

    serve_page(read_settings(host=host, port=port, corpus_dir=corpus, index_dir=index))


@app.command()
def models(as_json: Json = False) -> None:
    """Say which models are in use, where they come from, their checksums and licences."""
    from assistant.models import embedding_model, language_model

    settings = read_settings()
    used = {
        "embedding": embedding_model(settings, ready=False),
        "language": language_model(settings, ready=False),
    }
    rows = {role: asdict(model) for role, model in used.items()}
    if as_json:
        print(json.dumps({**rows, "cache": str(settings.cache_dir)}, ensure_ascii=False, indent=2))
        return
    for role, row in rows.items():
        print(role)
        for name, value in row.items():
            shown = _span(value) if isinstance(value, tuple) else value
            if shown:
                print(f"  {name:<10} {shown}")
    print(f"cache\n  {settings.cache_dir}")


@app.command()
def evaluate(
    questions: Annotated[Path, typer.Argument(help="Question set, a JSON object a line.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="Folder of the results; a run there goes on.")],
    languages: Annotated[str, typer.Option(help="Languages to ask in.")] = ",".join(LANGUAGES),
    limit: Annotated[int | None, typer.Option(min=1, help="First rows only.", show_default=False)] = None,
    as_json: Json = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Ask a whole question set; print a table of figures and write summary.json."""
    from assistant.evaluation import evaluate as run
    from assistant.evaluation import table

    assistant = _assistant(corpus_dir=corpus, index_dir=index)
    summary = run(
        questions,
        out,
        assistant,
        languages=parse_languages(languages),
        limit=limit,
        interface=interface_language(assistant.settings.interface),
    )
    print(json.dumps(summary, ensure_ascii=False, indent=2) if as_json else table(summary))


def _assistant(**overrides: object) -> "Assistant":
    from assistant.qa import Assistant

    return Assistant(read_settings(**overrides))


def _lines() -> Iterator[str]:
    """Lines of standard input that are not blank; a person at a terminal is asked for each."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # what is no text is then said to be so
    while True:
        if sys.stdin.isatty():
            print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            break
        if line.strip():
            yield line
    if sys.stdin.isatty():
        print(file=sys.stderr)


def _answer(assistant: "Assistant", question: str, language: str | None, history: Sequence["Turn"] = ()) -> "Answer":
    """The answer; a person at a terminal sees it being written."""
    from rich.live import Live
    from rich.text import Text

    from assistant.answer import Answer, Waiting

    console = Console(stderr=True)
    if not console.is_terminal:
        return assistant.ask(question, language, history=history)  # type: ignore[arg-type]
    written, answer = "", None
    with Live(Text("…"), console=console, transient=True, refresh_per_second=10) as live:
        for event in assistant.stream(question, language, history=history):  # type: ignore[arg-type]
            if isinstance(event, str):
                written += event
                live.update(Text(written))
            elif isinstance(event, Waiting):
                waiting = text("waiting", _reader(question, language), position=event.position)
                live.update(Text(waiting if event.position else "…"))
            elif isinstance(event, Answer):
                answer = event
    assert answer is not None
    return answer


def _written(answer: "Answer") -> str:
    """An answer for a person: text, notes, and the paragraphs cited or, after a refusal, the nearest."""
    parts = [answer.text]
    if answer.note:
        parts.append(answer.note)
    if answer.standalone:
        parts.append(text("understood", answer.language, question=answer.standalone))
    if answer.citations:
        parts.append(text("cited", answer.language) + ":")
        parts += [_paragraph(citation, citation.quote, answer.language) for citation in answer.citations]
    else:
        parts.append(text("nearest", answer.language) + ":")
        parts += [_paragraph(item, item.text, answer.language) for item in answer.evidence]
    return "\n\n".join(parts)


def _paragraph(item: "Evidence | Citation", content: str, language: Language) -> str:
    """Label, document and text of a paragraph."""
    mark = status_mark(item.status, language)
    return f"{item.label} ({item.document}{mark}) {item.score:.3f}\n{content}"


def _print_manifest(settings: "Settings", manifest: Any, as_json: bool = False) -> None:
    row = {"folder": str(settings.index_path), **asdict(manifest)}
    if as_json:
        print(json.dumps(row, ensure_ascii=False, indent=2))
        return
    for name, value in row.items():
        if name == "files":
            continue
        if isinstance(value, dict):
            value = ", ".join(f"{key} {item}" for key, item in value.items())
        print(f"{name:<19} {', '.join(value) if isinstance(value, list) else value}")


def _span(names: Sequence[str]) -> str:
    return f"{names[0]} … {names[-1]}" if len(names) > 3 else ", ".join(names)


def _reader(question: str, language: str | None) -> Language:
    return next((code for code in LANGUAGES if code == language), detect_language(question[:2000])[0])


def _interface() -> str:
    """The language of messages that the settings name, or "auto" when they themselves are at fault."""
    try:
        return read_settings().interface
    except AssistantError:
        return "auto"


def _said(error: AssistantError, question: str, language: str | None) -> str:
    """The error in the language that the settings name, or that the reader asked for or wrote in."""
    setting = _interface()
    has_words = language in LANGUAGES or any(character.isalpha() for character in question[:2000])
    return error.message(
        _reader(question, language) if setting == "auto" and has_words else interface_language(setting)
    )


def _fail_reader(error: AssistantError, question: str, language: str | None) -> Any:
    _fail(_said(error, question, language))


def _fail(line: str) -> Any:
    print(line, file=sys.stderr)
    sys.exit(1)
