"""Text to vectors, with a sentence-transformers model."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from assistant.index.encoders import Encoded, Encoder, load_encoder
from assistant.languages import Language
from assistant.models import Model, embedding_model
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

# The E5 family is trained with these (arXiv 2402.05672, section 3) and its hub folders do not name them.
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}


class Embedder:
    """A loaded embedding model, run by ``encoder``. Vectors are float32 of unit length: inner product is cosine."""

    def __init__(self, model: Model, encoder: Encoder) -> None:
        self.model = model
        self._encoder = encoder
        self._prompts = _prompts(encoder.prompts, model.id)
        self._encoding = threading.Lock()

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._encoder.dimension

    def encode(self, texts: Sequence[str], kind: Literal["query", "passage"]) -> "Vectors":
        """An array of shape (len(texts), dimension)."""
        return self.encode_tokens(texts, kind)[0]

    def encode_tokens(self, texts: Sequence[str], kind: Literal["query", "passage"]) -> "tuple[Vectors, list[Vectors]]":
        """The vectors, as `encode`, and for each text its tokens' last states, of shape (tokens, width).

        Those of the prompt and of special tokens are left out. The width is that of the model's last layer.
        """
        return self._encoded(texts, [self._prompts[kind]] * len(texts))

    def encode_questions(self, questions: Sequence[str]) -> "tuple[Vectors, list[Vectors]]":
        """The vectors of ``questions`` as queries, and the states of their tokens both as a query's and a passage's.

        A query's tokens lie near to what answers it, a passage's to the same words in another passage: found by both,
        more right paragraphs come first than by either (`eval/studies/token_comparison.py`).
        """
        import numpy as np

        count, (query, passage) = len(questions), (self._prompts[kind] for kind in ("query", "passage"))
        if query == passage:
            return self.encode_tokens(questions, "query")
        vectors, states = self._encoded([*questions] * 2, [query] * count + [passage] * count)
        return vectors[:count], [np.concatenate(pair) for pair in zip(states[:count], states[count:], strict=True)]

    def _encoded(self, texts: Sequence[str], prompts: Sequence[str]) -> "tuple[Vectors, list[Vectors]]":
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32), []
        with self._encoding:  # fast tokenizers can't be used by two threads at once
            encoded = self._encoder.encode(texts, prompts)
            skipped = {prompt: len(self._encoder.token_ids(prompt.strip())) if prompt else 0 for prompt in set(prompts)}
        vectors = np.stack([item.vector for item in encoded]).astype(np.float32)
        states = [self._own_states(item, skipped[prompt]) for item, prompt in zip(encoded, prompts, strict=True)]
        return vectors, states

    def _own_states(self, item: Encoded, skipped: int) -> "Vectors":
        """The states of one text's own tokens; its last token at least, so that every text has one."""
        import numpy as np

        own = np.flatnonzero(~np.isin(item.ids, self._encoder.special_ids))
        return item.states[own[skipped:]] if len(own) > skipped else item.states[-1:]

    def count_tokens(self, text: str) -> int:
        """Tokens of ``text`` without prompt and special tokens."""
        with self._encoding:
            return len(self._encoder.token_ids(text))


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
        _loaded[model.location] = Embedder(model, load_encoder(model, settings.threads, settings.cache_dir, language))
    return _loaded[model.location]


def embed(
    texts: Sequence[str], kind: Literal["query", "passage"] = "passage", settings: Settings | None = None
) -> "Vectors":
    """Embeddings of ``texts`` as float32 of shape (len(texts), dimension), each of unit length.

    A question is embedded with ``kind="query"``, what it is compared with as "passage"; the inner product of two
    is their cosine. The model is the settings'.
    """
    return load_embedder(settings or load_settings()).encode(texts, kind)
