"""transformers: any hub model or local folder, and GPUs."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.generation.engine import Message, chance
from assistant.generation.threaded import Emit, iterate
from assistant.models import Model, quietly
from assistant.settings import Settings

# Tokens guessed from the prompt and checked in one step (prompt lookup); an answer repeats its source.
_GUESSED = 5


class TransformersEngine:
    """An `AutoModelForCausalLM`; a GGUF file is dequantised to bfloat16."""

    name = "transformers"

    def __init__(self, model: Model, settings: Settings) -> None:
        import torch
        from transformers import AutoModelForCausalLM, AutoTokenizer

        if settings.threads:
            torch.set_num_threads(settings.threads)
        self.model = model
        source, options = model.location, {}
        if source.endswith(".gguf"):
            options = {"gguf_file": Path(source).name}
            source = str(Path(source).parent)
        self._model: Any
        device = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
        try:
            with quietly():
                self._tokenizer: Any = AutoTokenizer.from_pretrained(source, **options)
                self._model = AutoModelForCausalLM.from_pretrained(source, dtype=torch.bfloat16, **options)
            self._model.to(device).eval()
        except Exception as error:  # each library below raises its own kinds
            raise AssistantError("engine_failed", engine=self.name, model=model.id, reason=error) from error
        if not self._tokenizer.chat_template:
            reason = "the model has no chat template"
            raise AssistantError("engine_failed", engine=self.name, model=model.id, reason=reason)

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[str, None, None]:
        """See `assistant.generation.Engine`."""
        import torch
        from transformers import StoppingCriteria, TextStreamer

        inputs = self._inputs(messages)

        def run(emit: Emit) -> None:
            wanted = True

            class Streamer(TextStreamer):
                def on_finalized_text(self, text: str, stream_end: bool = False) -> None:
                    nonlocal wanted
                    wanted = emit(text)

            class Unwanted(StoppingCriteria):
                def __call__(self, input_ids: Any, scores: Any, **_: Any) -> Any:
                    return torch.full((len(input_ids),), not wanted, device=input_ids.device)

            self._model.generate(
                **inputs,
                max_new_tokens=max_new_tokens,
                do_sample=False,
                streamer=Streamer(self._tokenizer, skip_prompt=True, skip_special_tokens=True),
                stopping_criteria=[Unwanted()],
                prompt_lookup_num_tokens=_GUESSED,
                pad_token_id=self._tokenizer.eos_token_id,
            )

        return iterate(run)

    def probability(self, messages: Sequence[Message], reply: str) -> float:
        """See `assistant.generation.Engine`."""
        import torch

        with torch.inference_mode():
            likelihoods = self._model(**self._inputs(messages)).logits[0, -1].float().softmax(-1)
        best = int(likelihoods.argmax())
        return chance(self._tokenizer.decode([best]), float(likelihoods[best]), reply)

    def _inputs(self, messages: Sequence[Message]) -> Any:
        return self._tokenizer.apply_chat_template(
            [{"role": turn.role, "content": turn.content} for turn in messages],
            add_generation_prompt=True,
            return_tensors="pt",
            return_dict=True,
        ).to(self._model.device)

    def count_tokens(self, text: str) -> int:
        """See `assistant.generation.Engine`."""
        return len(self._tokenizer(text, add_special_tokens=False)["input_ids"])
