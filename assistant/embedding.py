"""Text to vectors, with sentence-transformers."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from assistant.languages import Language
from assistant.models import Model, embedding_model, quietly
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

# The E5 family is trained with these (arXiv 2402.05672, section 3) and its hub folders do not name them.
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}


class Embedder:
    """A loaded embedding model. Vectors are float32 of unit length, so that inner product is cosine."""

    def __init__(self, model: Model, threads: int = 0) -> None:
        import torch
        from sentence_transformers import SentenceTransformer

        from assistant.errors import AssistantError

        if threads:
            torch.set_num_threads(threads)
        try:
            with quietly():
                self._model = SentenceTransformer(model.location)
        except Exception as error:  # each library below raises its own kinds
            raise AssistantError("model_not_found", model=model.id, reason=error) from error
        self.model = model
        self._prompts = _prompts(self._model.prompts, model.id)
        self._tokenizer: Any = self._model.tokenizer
        self._encoding = threading.Lock()

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], kind: Literal["query", "passage"]) -> "Vectors":
        """An array of shape (len(texts), dimension)."""
        return self.encode_tokens(texts, kind)[0]

    def encode_tokens(self, texts: Sequence[str], kind: Literal["query", "passage"]) -> "tuple[Vectors, list[Vectors]]":
        """The vectors, as `encode`, and for each text its tokens' last states, of shape (tokens, width).

        Those of the prompt and of special tokens are left out. The width is that of the model's last layer.
        """
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32), []
        prompt = self._prompts[kind]
        with self._encoding:  # fast tokenizers can't be used by two threads at once
            features: Any = self._model.encode(
                list(texts), prompt=prompt, normalize_embeddings=True, show_progress_bar=False, output_value=None
            )
            skipped = len(self._tokenizer(prompt.strip(), add_special_tokens=False)["input_ids"]) if prompt else 0
        vectors = np.stack([item["sentence_embedding"].float().cpu().numpy() for item in features])
        return vectors.astype(np.float32), [self._states(item, skipped) for item in features]

    def _states(self, item: "dict[str, torch.Tensor]", skipped: int) -> "Vectors":
        """The states of one text's own tokens; its last token at least, so that every text has one."""
        import numpy as np

        states = item["token_embeddings"].float().cpu().numpy()
        ids = item["input_ids"].cpu().numpy()[: len(states)]
        attended = item["attention_mask"].cpu().numpy()[: len(states)].astype(bool)
        own = np.flatnonzero(attended & ~np.isin(ids, self._tokenizer.all_special_ids))
        return np.asarray(states[own[skipped:] if len(own) > skipped else np.flatnonzero(attended)[-1:]])

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text`` without prompt and special tokens."""
        return len(self._tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])


def _prompts(own: dict[str, str | None], model_id: str) -> dict[str, str]:
    """What to put before a query and before a passage: the model's own, else what its family is trained with."""
    query = own.get("query") or ""
    passage = own.get("passage") or own.get("document") or ""
    if query or passage:
        return {"query": query, "passage": passage}
    return _E5_PROMPTS if "e5" in model_id.lower().replace("-", "/").split("/") else {"query": "", "passage": ""}


_loaded: dict[str, Embedder] = {}


def load_embedder(settings: Settings, language: Language = "en") -> Embedder:
    """The settings' embedding model, loaded once a process; ``language`` is that of the progress bar."""
    model = embedding_model(settings, language)
    if model.location not in _loaded:
        _loaded[model.location] = Embedder(model, settings.threads)
    return _loaded[model.location]


def embed(
    texts: Sequence[str], kind: Literal["query", "passage"] = "passage", settings: Settings | None = None
) -> "Vectors":
    """Embeddings of ``texts`` as float32 of shape (len(texts), dimension), each of unit length.

    A question is embedded with ``kind="query"``, what it is compared with as "passage"; the inner product of two
    is their cosine. The model is the settings'.
    """
    return load_embedder(settings or load_settings()).encode(texts, kind)
