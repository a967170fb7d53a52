"""openvino-genai: the default on CPUs; a question is mostly prompt, and it reads prompts fastest there."""

import math
import os
import shutil
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.generation import Message, chance
from assistant.languages import Language
from assistant.messages import text
from assistant.models import Model
from assistant.models.cache import write_once
from assistant.settings import Settings

# Prompt lookup (Saxena, 2023): an answer repeats its source, so that up to this many tokens behind a pair of words that
# stands in the prompt are guessed from there and checked in one step. The text is the same; `eval/generation.py`.
_GUESSED, _NGRAM = 5, 3
# Gigabytes for what was read before (28 kB a token of the default model): the beginnings of prompts.
_CACHE_GB = 1
_BATCHED_TOKENS = 4096  # a prompt is read in one go


class OpenVinoEngine:
    """An `openvino_genai.ContinuousBatchingPipeline` over a GGUF file or a folder in OpenVINO's format.

    It takes one step at a time, so that it stops at once, and needs no thread.
    """

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
        self._requests = 0
        # The first step takes seconds longer than others, here and not when a reader waits for a word.
        for _ in self._steps([Message("user", "?")], 1):
            pass

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[str, None, None]:
        """See `assistant.generation.Engine`."""
        tokens: list[int] = []
        shown = 0
        for new, _ in self._steps(messages, max_new_tokens):
            tokens += new
            written = self._tokenizer.decode(tokens)
            if written.endswith("\ufffd"):  # part of a character
                continue
            yield written[shown:]
            shown = len(written)

    def probability(self, messages: Sequence[Message], reply: str) -> float:
        """See `assistant.generation.Engine`."""
        tokens, likelihoods = next(self._steps(messages, 1))
        return chance(self._tokenizer.decode(tokens), math.exp(likelihoods[0]), reply)

    def _steps(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[tuple[list[int], list[float]]]:
        """Tokens and their log likelihoods, as many as a step of the pipeline gives."""
        config = self._genai.GenerationConfig()
        config.max_new_tokens = max_new_tokens
        config.do_sample = False
        config.num_assistant_tokens, config.max_ngram_size = _GUESSED, _NGRAM
        config.logprobs = 1
        turns = [{"role": turn.role, "content": turn.content} for turn in messages]
        prompt = self._tokenizer.apply_chat_template(turns, add_generation_prompt=True)
        ids = self._tokenizer.encode(prompt, add_special_tokens=False).input_ids
        self._requests += 1
        handle = self._pipeline.add_request(self._requests, ids, config)
        try:
            while self._pipeline.has_non_finished_requests():
                self._pipeline.step()
                if handle.can_read():
                    for output in handle.read().values():
                        yield list(output.generated_ids), list(output.generated_log_probs)
        finally:
            if self._pipeline.has_non_finished_requests():
                handle.cancel()
                self._pipeline.step()  # lets the pipeline drop the request

    def count_tokens(self, text: str) -> int:
        """See `assistant.generation.Engine`."""
        return int(self._tokenizer.encode(text, add_special_tokens=False).input_ids.shape[1])


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
