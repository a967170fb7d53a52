"""sentence-transformers: any model that it loads, on a GPU where there is one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.index.encoders.encoder import Encoded
from assistant.models import Model, quietly

if TYPE_CHECKING:
    import torch


class TorchEncoder:
    """A `SentenceTransformer` as an `assistant.index.encoders.Encoder`; AssistantError when it can't be loaded."""

    def __init__(self, model: Model, threads: int = 0, device: str | None = None) -> None:
        import torch
        from sentence_transformers import SentenceTransformer

        if threads:
            torch.set_num_threads(threads)
        try:
            with quietly():
                self.model = SentenceTransformer(model.location, device=device)
        except Exception as error:  # each library below raises its own kinds
            raise AssistantError("model_not_found", model=model.id, reason=error) from error
        self.dimension = int(self.model.get_embedding_dimension() or 0)
        self.prompts: dict[str, str | None] = dict(self.model.prompts)
        self._tokenizer: Any = self.model.tokenizer
        self.special_ids: list[int] = list(self._tokenizer.all_special_ids)

    def encode(self, texts: Sequence[str], prompts: Sequence[str]) -> list[Encoded]:
        """See `assistant.index.encoders.Encoder`."""
        found: dict[int, Encoded] = {}
        for prompt in dict.fromkeys(prompts):
            rows = [row for row, own in enumerate(prompts) if own == prompt]
            features: Any = self.model.encode(
                [texts[row] for row in rows],
                prompt=prompt,
                normalize_embeddings=True,
                show_progress_bar=False,
                output_value=None,
            )
            found |= {row: _encoded(item) for row, item in zip(rows, features, strict=True)}
        return [found[row] for row in range(len(texts))]

    def token_ids(self, text: str) -> list[int]:
        """See `assistant.index.encoders.Encoder`."""
        return list(self._tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])


def _encoded(item: "dict[str, torch.Tensor]") -> Encoded:
    states = item["token_embeddings"].float().cpu().numpy()
    attended = item["attention_mask"].cpu().numpy()[: len(states)].astype(bool)
    ids = item["input_ids"].cpu().numpy()[: len(states)]
    return Encoded(item["sentence_embedding"].float().cpu().numpy(), ids[attended], states[attended])
