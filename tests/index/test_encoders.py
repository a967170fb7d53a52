"""What runs the embedding model: OpenVINO gives what sentence-transformers gives, and gives way where it can't."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assistant.index.embedding import Embedder
from assistant.index.encoders import load_encoder
from assistant.index.encoders.openvino_encoder import OpenVinoEncoder
from assistant.models import Model, embedding_model
from tests.conftest import ROOT

pytestmark = pytest.mark.model

TEXTS = [
    "杜尚别是塔吉克斯坦的首都。",
    "Душанбе — столица Таджикистана.",
    "Dushanbe is the capital of Tajikistan.\n",
    "",
    "Lake Issyk-Kul. " * 300,
]


@pytest.fixture(autouse=True)
def no_gpu(monkeypatch):
    monkeypatch.setattr("assistant.index.encoders.openvino_encoder._gpu", lambda: False)


@pytest.fixture(scope="module")
def model(real_settings):
    return embedding_model(real_settings)


@pytest.fixture(scope="module")
def converted(model, real_settings):
    return load_encoder(model, cache=real_settings.cache_dir)


def test_vectors_and_states_are_those_of_sentence_transformers(model, converted):
    assert isinstance(converted, OpenVinoEncoder)
    ours, theirs = Embedder(model, converted), Embedder(model, load_encoder(model))
    assert ours.dimension == theirs.dimension
    for kind in ("query", "passage"):
        (vectors, states), (expected, expected_states) = (one.encode_tokens(TEXTS, kind) for one in (ours, theirs))
        assert vectors.dtype == np.float32
        assert (vectors * expected).sum(axis=1).min() > 0.9995
        for found, wanted in zip(states, expected_states, strict=True):
            assert found.shape == wanted.shape
            assert np.allclose(found, wanted, atol=0.1)
    assert [ours.count_tokens(text) for text in TEXTS] == [theirs.count_tokens(text) for text in TEXTS]
    assert ours.encode([], "query").shape == (0, 384)


def test_a_vector_does_not_depend_on_the_texts_beside_it_or_on_threads(model, converted):
    embedder = Embedder(model, converted)
    together = embedder.encode(TEXTS, "passage")
    alone = np.vstack([embedder.encode([text], "passage") for text in TEXTS])
    assert np.array_equal(together, alone)
    with ThreadPoolExecutor(4) as pool:
        for again in pool.map(lambda _: embedder.encode(TEXTS, "passage"), range(8)):
            assert np.array_equal(together, again)


def test_embedding_a_question_imports_no_torch(real_settings, converted):
    program = "import sys, assistant; assistant.embed(['?'], 'query'); print('torch' in sys.modules)"
    environment = {**os.environ, "ASSISTANT_CACHE_DIR": str(real_settings.cache_dir), "PYTHONPATH": str(ROOT)}
    program = "from assistant.index.encoders import openvino_encoder as o; o._gpu = lambda: False\n" + program
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True, env=environment)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(("pooling", "fits"), [("mean", True), ("cls", False)])
def test_a_model_that_does_not_fit_is_left_to_torch_and_not_tried_again(tmp_path, monkeypatch, pooling, fits):
    model = Model("someone/small", "1", "settings", str(small_model(tmp_path / "small", pooling)))
    first = load_encoder(model, cache=tmp_path)
    assert isinstance(first, OpenVinoEncoder) == fits
    monkeypatch.setattr("assistant.index.encoders.openvino_encoder._convert", pytest.fail)
    again = load_encoder(model, cache=tmp_path)
    assert isinstance(again, OpenVinoEncoder) == fits
    assert Embedder(model, again).encode(["a b", "c"], "query").shape == (2, 16)


def test_with_a_gpu_torch_runs_the_model(tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.index.encoders.openvino_encoder._gpu", lambda: True)
    model = Model("someone/small", "1", "settings", str(small_model(tmp_path / "small", "mean")))
    assert not isinstance(load_encoder(model, cache=tmp_path), OpenVinoEncoder)


def small_model(folder, pooling):
    """A sentence-transformers folder with random weights."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    vocabulary = {name: number for number, name in enumerate(["[PAD]", "[UNK]", "a", "b", "c", ":"])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    bert = folder.with_name("bert")
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]").save_pretrained(bert)
    sizes = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(vocabulary), max_position_embeddings=64, **sizes)).save_pretrained(bert)
    modules = [Transformer(str(bert), max_seq_length=64), Pooling(16, pooling)]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder), create_model_card=False)
    return folder
