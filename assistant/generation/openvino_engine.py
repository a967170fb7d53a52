"""openvino-genai: the default on CPUs; a question is mostly prompt, and it reads prompts fastest there."""

import os
import shutil
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.generation import Message
from assistant.generation.threaded import Emit, iterate
from assistant.languages import Language
from assistant.messages import text
from assistant.models import Model
from assistant.models.cache import write_once
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

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[str, None, None]:
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

    Reading the GGUF itself takes 10 to 19 s at every start, the converted folder 3 s. Its name carries the versions
    that wrote it.
    """
    from importlib.metadata import version

    from rich.console import Console

    source = Path(model.location)
    name = "-".join([source.stem, model.revision, version("openvino-genai")])

    def write(beside: Path) -> None:
        link = beside / "model.gguf"  # the library writes beside the file that it reads
        try:
            os.link(source, link)
        except OSError:  # another file system, or none that has links
            shutil.copyfile(source, link)
        with Console(stderr=True).status(text("progress_model", language, model=model.id)):
            _load(str(link), settings, enable_save_ov_model=True)
        link.unlink()

    return str(write_once(settings.cache_dir / "models" / name, source.stat().st_size * 5 // 4, write))
