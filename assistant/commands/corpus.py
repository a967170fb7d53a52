"""`assistant corpus`: see what is in the corpus, add documents to it, fetch official texts, take documents out."""

import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.options import Corpus, IndexFolder, Json, parse_languages, read_settings
from assistant.commands.written import written
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, interface_language
from assistant.messages import text

if TYPE_CHECKING:
    from rich.progress import Progress

    from assistant.documents import Document
    from assistant.settings import Settings

corpus_app = typer.Typer(help="List, show, add, fetch and remove documents.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="Id or symbol of a document.", show_default=False, metavar="ID")]


@corpus_app.command("list")
def list_documents(as_json: Json = False, corpus: Corpus = None, index: IndexFolder = None) -> None:
    """List the documents and the catalogue of the texts that the resolution names."""
    from assistant.documents.naming import named

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    language = interface_language(settings.interface)
    groups: dict[str, list[Document]] = {}
    for document in _load(settings, language):
        groups.setdefault(document.id, []).append(document)
    rows = [_summary(texts, language) for texts in groups.values()]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        symbol = f" ({row['symbol']})" if row["symbol"] and row["symbol"] not in row["id"] else ""
        about = ", ".join(filter(None, [named(row["kind"], language), row["date"]]))
        where = f"{row['id']:<24} {','.join(row['languages']):<9} {row['paragraphs']:>4}"
        print(f"{where}  {row['title']}{symbol}{f' [{about}]' if about else ''}")


@corpus_app.command("show")
def show(
    name: Name,
    reader: Annotated[str | None, typer.Option("--language", "-l", help="zh, ru or en.", show_default=False)] = None,
    as_json: Json = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Print a document's paragraphs and the documents that they name."""
    from assistant.analysis.anatomy import anatomy
    from assistant.library.corpus import find

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    interface = interface_language(settings.interface)
    documents = _load(settings, interface)
    found = find(documents, name)
    if not found:
        raise AssistantError("library_unknown", document=name)
    wanted = parse_languages(reader)[0] if reader else interface
    shown = [document for document in found if document.language == wanted]
    if not shown and reader:
        there = ", ".join(sorted({document.language for document in found}))
        raise AssistantError("library_language", document=name, language=reader, languages=there)
    chosen = shown or [document for document in found if document.language == found[0].language]
    if as_json:
        rows = [asdict(document) | asdict(anatomy(document)) for document in chosen]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    print("\n\n\n".join(written(document, documents) for document in chosen))


@corpus_app.command("add")
def add(
    sources: Annotated[
        list[str], typer.Argument(help="Files, folders and addresses.", show_default=False, metavar="FILE|FOLDER|URL…")
    ],
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise the text of pages that are pictures.")] = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Add documents and embed them; what can't be taken in is skipped and named."""
    from assistant.documents.doubts import doubt_line
    from assistant.library import additions
    from assistant.library.fetching import download, named_document
    from assistant.library.fetching import fetch as fetch_texts

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    language = interface_language(settings.interface)
    skipped: list[AssistantError] = []
    with tempfile.TemporaryDirectory() as folder, _progress(language) as progress:
        paths: list[Path] = []
        for place, source in enumerate(sources):
            if "://" not in source:
                paths.append(Path(source))
                continue
            own = Path(folder) / str(place)
            own.mkdir()
            try:
                if named := named_document(source):  # the UN's address shows a page, not the document
                    symbol, languages = named
                    found = list(fetch_texts([symbol], languages, own, settings.documents_url, progress))
                    skipped += [item for item in found if isinstance(item, AssistantError)]
                    paths += [item.path for item in found if not isinstance(item, AssistantError)]
                else:
                    paths.append(download(source, own, progress))
            except AssistantError as error:
                skipped.append(error)
        recognize = partial(_recognized, Path(folder), language) if ocr else None
        added, others = additions.add(paths, settings, _indexed(settings), recognize)
    for item in added:
        key = "library_added" if item.new else "library_there"
        document = item.document
        count = len(document.paragraphs)
        print(text(key, language, document=document.id, language=document.language, paragraphs=count))
        for doubt in item.doubts:
            print(doubt_line(doubt, document, language), file=sys.stderr)
    _report([*skipped, *others], language)
    if any(item.new for item in added):
        _update_index(settings, language)
    elif not added:
        raise AssistantError("nothing_added")


@corpus_app.command("remove")
def remove(
    name: Name,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Take an added document out of the corpus and the index."""
    from assistant.library import additions

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    language = interface_language(settings.interface)
    for path in additions.remove(name, settings, _indexed(settings)):
        print(text("library_removed", language, path=path))
    _update_index(settings, language)


@corpus_app.command("fetch")
def fetch(
    symbols: Annotated[
        list[str] | None,
        typer.Argument(help="Symbols or ids; else all that is missing.", show_default=False, metavar="[SYMBOL…]"),
    ] = None,
    languages: Annotated[str, typer.Option(help="Languages to fetch.")] = ",".join(LANGUAGES),
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Download official texts from the UN's document service and embed them; they stay on this machine."""
    from assistant.library.corpus import missing
    from assistant.library.fetching import fetch as fetch_texts

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    interface = interface_language(settings.interface)
    wanted = parse_languages(languages)
    documents = _load(settings, interface)
    only = None if symbols else missing(documents, wanted)
    chosen = [_symbol(name, documents) for name in symbols or ()] if only is None else only
    failed: list[AssistantError] = []
    fetched = 0
    with _progress(interface) as progress:
        for item in fetch_texts(chosen, wanted, settings.library_path, settings.documents_url, progress, only):
            if isinstance(item, AssistantError):
                failed.append(item)
            else:
                fetched += 1
                print(text("fetch_done" if item.new else "fetch_there", interface, name=item.path.name), flush=True)
    _report(failed, interface)
    if fetched:
        _update_index(settings, interface)
    else:
        raise AssistantError("nothing_added")


def _load(settings: "Settings", language: Language) -> Sequence["Document"]:
    from assistant.library import additions

    loaded = additions.load(settings, _indexed(settings))
    _report(loaded.skipped, language)
    return loaded.documents


def _symbol(name: str, documents: Sequence["Document"]) -> str:
    """The symbol of the document that ``name`` means, else ``name``."""
    from assistant.library.corpus import find

    return next((item.symbol for item in find(documents, name) if item.symbol), name)


def _indexed(settings: "Settings") -> Sequence["Document"]:
    """What the index has of the documents, so that their files are not parsed again."""
    from assistant.index.storage import read_documents

    return read_documents(settings.index_path)


def _update_index(settings: "Settings", language: Language) -> None:
    from assistant.index.building import update_index
    from assistant.index.embedding import load_embedder

    update_index(settings, load_embedder(settings, language), language)


def _progress(language: Language) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    console = Console(stderr=True)
    columns = (TextColumn(text("progress_fetch", language)), TextColumn("{task.description}"), BarColumn())
    return Progress(
        *columns,
        DownloadColumn(),
        TransferSpeedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _recognized(folder: Path, language: Language, file: Path) -> Path:
    """A copy of a PDF, the text of its pictures behind them, under the same name below ``folder``."""
    from rich.console import Console

    from assistant.documents.formats import read_content
    from assistant.documents.pdf.recognition import with_text

    with Console(stderr=True).status("") as status:

        def tell(page: int, pages: int) -> None:
            status.update(text("progress_ocr", language, path=file, page=page, pages=pages))

        copy = Path(tempfile.mkdtemp(dir=folder)) / file.resolve().parent.name / file.name
        copy.parent.mkdir()
        copy.write_bytes(with_text(file, read_content(file), tell))
    return copy


def _report(skipped: Iterable[AssistantError], language: Language) -> None:
    """What was left out and why, a line each, and how many, on standard error."""
    lines = [error.message(language) for error in skipped]
    if lines:
        lines.append(text("documents_skipped", language, count=len(lines)))
    for line in lines:
        print(line, file=sys.stderr)


def _summary(texts: Sequence["Document"], language: Language) -> dict[str, Any]:
    shown = next((item for item in texts if item.language == language), texts[0])
    return {
        "id": shown.id,
        "languages": [item.language for item in sorted(texts, key=lambda item: LANGUAGES.index(item.language))],
        "status": {item.language: item.status for item in texts},
        "symbol": shown.symbol,
        "title": shown.title,
        "kind": shown.kind,
        "date": shown.adopted or shown.date,
        "paragraphs": len(shown.paragraphs),
    }
