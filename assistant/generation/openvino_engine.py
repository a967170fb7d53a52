"""openvino-genai: the default on CPUs; a question is mostly prompt, and it reads prompts fastest there."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.generation import Message
from assistant.generation.threaded import Emit, iterate
from assistant.languages import Language
from assistant.messages import text
from assistant.models import Model
from assistant.settings import Settings


class OpenVinoEngine:
    """An `openvino_genai.LLMPipeline` over a GGUF file or a folder in OpenVINO's format."""

    name = "openvino"

    def __init__(self, model: Model, settings: Settings, language: Language = "en") -> None:
        import openvino_genai

        self.model = model
        self._genai: Any = openvino_genai
        try:
            folder = _converted(model, settings, language) if model.location.endswith(".gguf") else model.location
            self._pipeline = _load(folder, settings)
        except AssistantError:
            raise
        except Exception as error:  # the library raises bare RuntimeErrors
            raise AssistantError("engine_failed", engine=self.name, model=model.id, reason=error) from error
        self._tokenizer = self._pipeline.get_tokenizer()

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Iterator[str]:
        """See `assistant.generation.Engine`."""
        history = self._genai.ChatHistory([{"role": turn.role, "content": turn.content} for turn in messages])
        status = self._genai.StreamingStatus

        def run(emit: Emit) -> None:
            self._pipeline.generate(
                history,
                max_new_tokens=max_new_tokens,
                do_sample=False,
                streamer=lambda piece: status.RUNNING if emit(piece) else status.CANCEL,
            )

        return iterate(run)

    def count_tokens(self, text: str) -> int:
        """See `assistant.generation.Engine`."""
        return int(self._tokenizer.encode(text, add_special_tokens=False).input_ids.shape[1])


def _load(folder: str, settings: Settings, **options: object) -> Any:
    import openvino_genai

    if settings.threads:
        options["INFERENCE_NUM_THREADS"] = settings.threads
    return openvino_genai.LLMPipeline(folder, "CPU", **options)


def _converted(model: Model, settings: Settings, language: Language) -> str:
    """The folder that holds the GGUF file in OpenVINO's format, written on first use.

    Reading the GGUF itself takes 10 to 19 s at every start, the converted folder 3 s. It is written beside and
    renamed, so a folder under its final name is whole. Its name carries the versions that wrote it.
    """
    from importlib.metadata import version

    from rich.console import Console

    root = settings.cache_dir / "openvino"
    name = "-".join([Path(model.location).stem, model.revision, version("openvino-genai")])
    folder = root / name
    if folder.is_dir():
        return str(folder)
    root.mkdir(parents=True, exist_ok=True)
    needed = Path(model.location).stat().st_size * 5 // 4
    free = shutil.disk_usage(root).free
    if free < needed:
        raise AssistantError("disk_full", path=root, needed=needed // 2**20, free=free // 2**20)
    for unfinished in root.glob(f"{name}.*.tmp"):
        shutil.rmtree(unfinished, ignore_errors=True)
    beside = Path(tempfile.mkdtemp(prefix=f"{name}.", suffix=".tmp", dir=root))
    try:
        source = beside / "model.gguf"
        try:
            os.link(model.location, source)  # the library writes beside the file that it reads
        except OSError:  # another file system, or none that has links
            shutil.copyfile(model.location, source)
        with Console(stderr=True).status(text("progress_model", language, model=model.id)):
            _load(str(source), settings, enable_save_ov_model=True)
        source.unlink()
        os.replace(beside, folder)
    except OSError:
        if not folder.is_dir():  # another process may have finished first; its folder is as good
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return str(folder)
