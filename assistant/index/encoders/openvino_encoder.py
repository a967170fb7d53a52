"""The network of a sentence-transformers model in OpenVINO: more texts a second, and a start without torch.

Our own code: sentence-transformers' OpenVINO and ONNX back ends need optimum-intel or optimum-onnx, whose releases want
older versions of transformers than this project's. What is left out here, mean pooling and unit length, is two lines.
A text is run by itself, as many at once as there are streams: nothing is spent on padding, and its vector does not
depend on the texts beside it.
"""

import ctypes
import json
import platform
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.index.encoders.encoder import Encoded
from assistant.languages import Language
from assistant.messages import text
from assistant.models import Model, quietly
from assistant.models.cache import write_once

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

_NETWORK, _TOKENIZER, _FACTS = "network.xml", "tokenizer.json", "encoder.json"
# A converted model is used when its vectors and states have at least this cosine to sentence-transformers' own, here:
_ALIKE = 0.999
_SAMPLES = ["", "  Where is\nDushanbe? ", "杜尚别在哪里？", "Где находится Душанбе?", "Lake Issyk-Kul, 2025. " * 200]


class OpenVinoEncoder:
    """The converted model in ``folder`` as an `assistant.index.encoders.Encoder`.

    ``precision`` is OpenVINO's "f32" or "bf16"; by default bf16 on CPUs that compute in it. OSError, ValueError,
    KeyError or RuntimeError when the folder holds no such model.
    """

    def __init__(self, folder: Path, threads: int = 0, precision: str = "") -> None:
        import openvino
        from tokenizers import Tokenizer

        facts = json.loads((folder / _FACTS).read_text(encoding="utf-8"))
        self.dimension: int = facts["dimension"]
        self.prompts: dict[str, str | None] = facts["prompts"]
        self.special_ids: list[int] = facts["special_ids"]
        self._most_tokens: int = facts["most_tokens"]
        self._tokenizer: Any = Tokenizer.from_file(str(folder / _TOKENIZER))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        core = openvino.Core()
        native = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        options: dict[str, Any] = {
            "PERFORMANCE_HINT": "THROUGHPUT",
            "INFERENCE_PRECISION_HINT": precision or ("bf16" if native else "f32"),
        }
        if threads:
            options["INFERENCE_NUM_THREADS"] = threads
        self._queue: Any = openvino.AsyncInferQueue(core.compile_model(str(folder / _NETWORK), "CPU", options))

    def encode(self, texts: Sequence[str], prompts: Sequence[str]) -> list[Encoded]:
        """See `assistant.index.encoders.Encoder`."""
        import numpy as np

        self._tokenizer.enable_truncation(self._most_tokens)
        tokens = self._tokenizer.encode_batch([prompt + text for prompt, text in zip(prompts, texts, strict=True)])
        self._tokenizer.no_truncation()
        ids = [np.array(item.ids, dtype=np.int64) for item in tokens]
        states: list[Any] = [None] * len(texts)

        def keep(request: Any, row: int) -> None:
            states[row] = np.array(request.get_output_tensor(0).data[0], dtype=np.float32)

        self._queue.set_callback(keep)
        for row, item in enumerate(ids):
            self._queue.start_async([item[None], np.ones((1, len(item)), dtype=np.int64)], row)
        self._queue.wait_all()
        return [Encoded(_unit(item.mean(axis=0)), ids[row], item) for row, item in enumerate(states)]

    def token_ids(self, text: str) -> list[int]:
        """See `assistant.index.encoders.Encoder`."""
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)


def open_converted(model: Model, cache: Path, threads: int = 0, language: Language = "en") -> OpenVinoEncoder | None:
    """The model in OpenVINO, converted on first use; None where torch has a GPU or OpenVINO can't run the model.

    That it can't is remembered too, so that no later start tries again.
    """
    if _gpu():
        return None
    with suppress(AssistantError, OSError, MemoryError, ValueError, KeyError, RuntimeError):
        return OpenVinoEncoder(convert(model, cache, language), threads)
    return None


def convert(model: Model, cache: Path, language: Language = "en") -> Path:
    """The folder in ``cache`` with the converted model, or with none where OpenVINO can't run it.

    Its name carries the versions that wrote it. AssistantError when the model can't be loaded or the folder can't be
    written.
    """
    from rich.console import Console

    versions = [version("openvino"), version("sentence-transformers")]
    name = "-".join([Path(model.id).name, model.revision, "openvino", *versions])

    def write(beside: Path) -> None:
        from assistant.index.encoders.torch_encoder import TorchEncoder

        with Console(stderr=True).status(text("progress_model", language, model=model.id)):
            source = TorchEncoder(model, device="cpu")
            try:
                _convert(source.model, beside)
                prompts = ["a: "] * len(_SAMPLES)
                if not _alike(source.encode(_SAMPLES, prompts), OpenVinoEncoder(beside).encode(_SAMPLES, prompts)):
                    raise ValueError("other vectors")
            except (OSError, MemoryError):  # of this run, and not of this model
                raise
            except Exception:  # whatever a model of another kind runs into on the way
                for file in beside.iterdir():
                    file.unlink()

    needed = sum(
        file.stat().st_size for kind in ("safetensors", "bin") for file in Path(model.location).rglob(f"*.{kind}")
    )
    return write_once(cache / "models" / name, needed, write)


def _convert(model: "SentenceTransformer", folder: Path) -> None:
    """Write the model's network, tokenizer and facts; an exception of any kind when it is not one that fits here."""
    import openvino
    import torch
    from sentence_transformers.models import Normalize, Pooling

    transformer, pooling, *rest = model
    if not isinstance(pooling, Pooling) or pooling.pooling_mode != "mean" or not pooling.include_prompt:
        raise ValueError("not the mean of all states")
    if not all(isinstance(module, Normalize) for module in rest):
        raise ValueError("more than a mean of unit length")
    network: Any = transformer.auto_model

    class LastStates(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Any:
            return self.network(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state

    example = {name: torch.ones(2, 9, dtype=torch.long) for name in ("input_ids", "attention_mask")}
    with quietly(), warnings.catch_warnings(), torch.inference_mode(False), torch.no_grad():
        warnings.simplefilter("ignore")  # of tracing, which `_alike` is the check of
        converted = openvino.convert_model(LastStates().eval(), example_input=example)
    openvino.save_model(converted, folder / _NETWORK, compress_to_fp16=True)
    tokenizer: Any = model.tokenizer
    tokenizer.backend_tokenizer.save(str(folder / _TOKENIZER))
    facts = {
        "dimension": model.get_embedding_dimension(),
        "prompts": dict(model.prompts),
        "special_ids": list(tokenizer.all_special_ids),
        "most_tokens": model.max_seq_length,
    }
    (folder / _FACTS).write_text(json.dumps(facts), encoding="utf-8")


def _alike(ours: Sequence[Encoded], theirs: Sequence[Encoded]) -> bool:
    """Whether texts have the same tokens, nearly the same vectors, and nearly the same states of each token."""
    import numpy as np

    for one, other in zip(ours, theirs, strict=True):
        if not np.array_equal(one.ids, other.ids) or one.vector @ other.vector < _ALIKE:
            return False
        if (_unit(one.states) * _unit(other.states)).sum(axis=-1).min() < _ALIKE:
            return False
    return True


def _unit(states: "NDArray[np.float32]") -> "NDArray[np.float32]":
    import numpy as np

    return np.asarray(states / np.maximum(np.linalg.norm(states, axis=-1, keepdims=True), 1e-12), dtype=np.float32)


def _gpu() -> bool:
    """Whether torch may have a GPU, found out without the seconds that importing it takes."""
    if sys.platform == "darwin":
        return platform.machine() == "arm64"
    try:
        ctypes.CDLL("nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1")
    except OSError:
        return "rocm" in version("torch")
    return True
