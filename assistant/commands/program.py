"""The command line. Results go to standard output, everything else to standard error.

Exit codes: 0 done (a refusal is an answer too), 1 something the message says how to put right, 2 wrong usage,
130 interrupted.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from assistant.commands.analysis import acts, brief, compare
from assistant.commands.asking import ask, chat, search
from assistant.commands.benchmark import benchmark_app
from assistant.commands.corpus import corpus_app
from assistant.commands.index import index_app
from assistant.commands.options import (
    Corpus,
    IndexFolder,
    Json,
    interface_setting,
    open_assistant,
    parse_languages,
    read_settings,
)
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, interface_language
from assistant.messages import text

app = typer.Typer(
    help="Ask a United Nations resolution questions in Chinese, Russian or English; answers cite paragraph numbers.",
    epilog="Exit codes: 0 done, 1 failed with a message, 2 wrong usage, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (ask, chat, search, acts, brief, compare):
    app.command()(command)
app.add_typer(index_app, name="index")
app.add_typer(corpus_app, name="corpus")
app.add_typer(benchmark_app, name="benchmark")


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line on ``args``, else on the process's own; always ends in SystemExit."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console or LC_ALL=C would refuse Chinese and Russian
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args)
    except AssistantError as error:
        _fail(error.message(interface_language(interface_setting())))
    except BrokenPipeError:  # the reader of the pipe has seen enough
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        _fail(text("internal", interface_language(interface_setting()), reason=f"{type(error).__name__}: {error}"))


@app.command()
def serve(
    host: Annotated[
        str | None,
        typer.Option(help="Address to listen on (default: this machine only).", show_default=False),
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (default: 7860).", show_default=False)] = None,
    everyone: Annotated[
        bool, typer.Option("--open", help="Let other machines reach the page without a password.")
    ] = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Open the chat page; the same as `python app.py`."""
    from assistant.page.serving import serve as serve_page

    serve_page(read_settings(host=host, port=port, open=everyone or None, corpus_dir=corpus, index_dir=index))


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

    assistant = open_assistant(corpus_dir=corpus, index_dir=index)
    summary = run(
        questions,
        out,
        assistant,
        languages=parse_languages(languages),
        limit=limit,
        interface=interface_language(assistant.settings.interface),
    )
    print(json.dumps(summary, ensure_ascii=False, indent=2) if as_json else table(summary))


def _span(names: Sequence[str]) -> str:
    return f"{names[0]} … {names[-1]}" if len(names) > 3 else ", ".join(names)


def _fail(line: str) -> NoReturn:
    print(line, file=sys.stderr)
    sys.exit(1)
