"""openvino-genai: the default on CPUs; a question is mostly prompt, and it reads prompts fastest there."""

import math
import os
import shutil
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.generation.engine import Message, chance
from assistant.generation.threaded import Emit, iterate
from assistant.languages import Language
from assistant.messages import text
from assistant.models import Model
from assistant.models.cache import write_once
from assistant.settings import Settings

# Prompt lookup (Saxena, 2023): an answer repeats its source, so that up to this many tokens behind a pair of words that
# stands in the prompt are guessed from there and checked in one step. The text is the same
# (`eval/studies/generation.py`).
_GUESSED, _NGRAM = 5, 3
# Gigabytes for what was read before (28 kB a token of the default model): the beginnings of prompts.
_CACHE_GB = 1
_BATCHED_TOKENS = 4096  # a prompt is read in one go


class OpenVinoEngine:
    """An `openvino_genai.ContinuousBatchingPipeline` over a GGUF file or a folder in OpenVINO's format."""

    name = "openvino"

    def __init__(self, model: Model, settings: Settings, language: Language = "en") -> None:
        import openvino_genai

        self.model = model
        self._genai: Any = openvino_genai
        try:
            folder = converted(model, settings, language) if model.location.endswith(".gguf") else model.location
            options: dict[str, object] = {"prompt_lookup": True}
            if settings.threads:
                options["INFERENCE_NUM_THREADS"] = settings.threads
            scheduler = openvino_genai.SchedulerConfig()
            scheduler.cache_size = _CACHE_GB
            scheduler.enable_prefix_caching = True
            scheduler.max_num_batched_tokens = _BATCHED_TOKENS
            self._pipeline = openvino_genai.ContinuousBatchingPipeline(folder, scheduler, "CPU", options)
        except AssistantError:
            raise
        except Exception as error:  # the library raises bare RuntimeErrors
            raise AssistantError("engine_failed", engine=self.name, model=model.id, reason=error) from error
        self._tokenizer = self._pipeline.get_tokenizer()
        # The first reply takes seconds longer than others: here, and not when a reader waits for a word.
        self._reply([Message("user", "?")], 1)

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[str, None, None]:
        """See `assistant.generation.Engine`."""

        def run(emit: Emit) -> None:
            self._reply(messages, max_new_tokens, _streamer(self._genai, self._tokenizer, emit))

        return iterate(run)

    def probability(self, messages: Sequence[Message], reply: str) -> float:
        """See `assistant.generation.Engine`."""
        result = self._reply(messages, 1)
        return chance(self._tokenizer.decode(result.m_generation_ids[0]), math.exp(result.m_scores[0]), reply)

    def _reply(self, messages: Sequence[Message], max_new_tokens: int, streamer: Any = None) -> Any:
        # `generate` and not `step`, which would hold up every other thread meanwhile: it keeps Python's lock.
        config = self._genai.GenerationConfig()
        config.max_new_tokens = max_new_tokens
        config.do_sample = False
        config.num_assistant_tokens, config.max_ngram_size = _GUESSED, _NGRAM
        config.logprobs = 1
        turns = [{"role": turn.role, "content": turn.content} for turn in messages]
        prompt = self._tokenizer.apply_chat_template(turns, add_generation_prompt=True)
        ids = self._tokenizer.encode(prompt, add_special_tokens=False).input_ids
        return self._pipeline.generate([ids], [config], streamer)[0]

    def count_tokens(self, text: str) -> int:
        """See `assistant.generation.Engine`."""
        return int(self._tokenizer.encode(text, add_special_tokens=False).input_ids.shape[1])


def _streamer(genai: Any, tokenizer: Any, emit: Emit) -> Any:
    """Passes each token's text on to ``emit`` as it comes, and stops the model where that returns False.

    Our own, since the library's `TextStreamer` holds the last three tokens back, for tokenizers that take spaces out
    again, and so a reader waits three steps longer for the first word (`eval/studies/generation.py`).
    """
    status = genai.StreamingStatus

    class Streamer(genai.StreamerBase):  # type: ignore[misc]  # the library is imported when a model is loaded
        def __init__(self) -> None:
            super().__init__()
            self.tokens: list[int] = []
            self.emitted = 0

        def write(self, token: int | list[int]) -> Any:
            self.tokens += [token] if isinstance(token, int) else token
            text = tokenizer.decode(self.tokens)  # of all, since some tokenizers drop the space before a first word
            # A token may end within a character.
            return status.RUNNING if text.endswith("\ufffd") or self.pass_on(text) else status.CANCEL

        def end(self) -> None:
            self.pass_on(tokenizer.decode(self.tokens))

        def pass_on(self, text: str) -> bool:
            piece, self.emitted = text[self.emitted :], len(text)
            return emit(piece)

    return Streamer()


def converted(model: Model, settings: Settings, language: Language) -> str:
    """The folder that holds the GGUF file in OpenVINO's format, written on first use.

    Reading the GGUF itself takes 10 to 19 s at every start, the converted folder 3 s. Its name carries the versions
    that wrote it.
    """
    from importlib.metadata import version

    from rich.console import Console

    source = Path(model.location)
    name = "-".join([source.stem, model.revision, version("openvino-genai")])

    def write(beside: Path) -> None:
        import openvino_genai

        link = beside / "model.gguf"  # the library writes beside the file that it reads
        try:
            os.link(source, link)
        except OSError:  # another file system, or none that has links
            shutil.copyfile(source, link)
        with Console(stderr=True).status(text("progress_model", language, model=model.id)):
            openvino_genai.LLMPipeline(str(link), "CPU", enable_save_ov_model=True)
        link.unlink()

    return str(write_once(settings.cache_dir / "models" / name, source.stat().st_size * 5 // 4, write))
