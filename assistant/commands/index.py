"""``assistant index …``: build the index, or say what is in it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import Corpus, IndexFolder, Json, read_settings
from assistant.errors import AssistantError
from assistant.languages import interface_language

if TYPE_CHECKING:
    from assistant.index.storage import Manifest
    from assistant.settings import Settings

index_app = typer.Typer(help="Build the index, or say what is in it.", no_args_is_help=True)


@index_app.command("build")
def build(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders; else the corpus.", show_default=False)
    ] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Build the index anew; the old one stays until the new one is whole."""
    from assistant.index.building import build_index
    from assistant.index.embedding import load_embedder
    from assistant.library.additions import corpus_sources

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    language = interface_language(settings.interface)
    embedder = load_embedder(settings, language)
    built = build_index(settings, embedder, paths or corpus_sources(settings), language=language)
    _print_manifest(settings, built.manifest)


@index_app.command("info")
def info(as_json: Json = False, corpus: Corpus = None, index: IndexFolder = None) -> None:
    """Say what the index was built from."""
    from assistant.index.storage import read_manifest

    settings = read_settings(corpus_dir=corpus, index_dir=index)
    manifest = read_manifest(settings.index_path)
    if manifest is None:
        raise AssistantError("index_missing", path=settings.index_path)
    _print_manifest(settings, manifest, as_json)


def _print_manifest(settings: "Settings", manifest: "Manifest", as_json: bool = False) -> None:
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
