"""Print how fast and how well each back end runs the embedding model: `python eval/studies/embedding.py`.

Side by side in one run, its rounds interleaved: chunks a second as when an index is built (of 64 tokens, of the
development half of XQuAD), milliseconds for one question, the cosines of the chunks' vectors to sentence-transformers'
and recall@1 on 150 questions a language (means over the three languages, over the six pairs of two, and over questions
on all texts together). The int8 row is printed where `nncf` is installed, which is not one of the dependencies.
"""

import contextlib
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import mean, median

import numpy as np
from chunk_size import SHARED

from assistant import Settings
from assistant.evaluation.benchmark import load_xquad, measure_xquad
from assistant.index.building import build_index
from assistant.index.chunking import chunk
from assistant.index.embedding import Embedder
from assistant.index.encoders import Encoded, Encoder
from assistant.index.encoders.openvino_encoder import OpenVinoEncoder, convert
from assistant.index.encoders.torch_encoder import TorchEncoder
from assistant.languages import LANGUAGES
from assistant.library.corpus import Corpus
from assistant.models import embedding_model
from assistant.retrieval import Retriever

ROUNDS, CHUNKS, QUESTIONS, QUESTIONS_TIMED = 5, 32, 150, 6


class Autocast(TorchEncoder):
    """sentence-transformers computing in bfloat16."""

    def encode(self, texts: Sequence[str], prompts: Sequence[str]) -> list[Encoded]:
        """See `assistant.index.encoders.Encoder`."""
        import torch

        with torch.autocast("cpu", dtype=torch.bfloat16):
            return super().encode(texts, prompts)


def eight_bit(converted: Path, folder: Path) -> OpenVinoEncoder:
    """The converted model with int8 weights, by channel; OpenVINO then quantises what they are multiplied with too."""
    import openvino

    with contextlib.redirect_stdout(sys.stderr):  # it logs there
        import nncf

    for file in converted.glob("*.json"):
        (folder / file.name).write_bytes(file.read_bytes())
    network = openvino.Core().read_model(converted / "network.xml")
    openvino.save_model(nncf.compress_weights(network, mode=nncf.CompressWeightsMode.INT8_SYM), folder / "network.xml")
    return OpenVinoEncoder(folder, precision="f32")


def recall(embedder: Embedder, folder: Path) -> list[float]:
    """Mean recall@1 in one language, across two, and on all texts."""
    documents, asked = load_xquad(SHARED / "benchmarks")
    settings = Settings(index_dir=folder, library_dir=folder, vector_store="faiss")
    index = build_index(settings, embedder, [], corpus=Corpus(tuple(documents), (), ""))
    some = [
        item
        for language in LANGUAGES
        for item in [one for one in asked if one.language == language][:: len(asked) // len(LANGUAGES) // QUESTIONS]
    ]
    found: dict[str, list[float]] = {"same": [], "across": [], "all": []}
    for row in measure_xquad(Retriever(index, embedder), some, LANGUAGES, LANGUAGES):
        kind = "all" if row.passages == "all" else "same" if row.passages == row.questions else "across"
        found[kind].append(row.figures["recall@1"])
    return [mean(values) for values in found.values()]


def main() -> None:
    """Run and print a Markdown table."""
    settings = Settings()
    model = embedding_model(settings)
    with tempfile.TemporaryDirectory() as name:
        converted = convert(model, settings.cache_dir)
        ways: dict[str, Encoder] = {
            "sentence-transformers": TorchEncoder(model, device="cpu"),
            "sentence-transformers, bf16": Autocast(model, device="cpu"),
            "OpenVINO, f32": OpenVinoEncoder(converted, precision="f32"),
            "OpenVINO, bf16": OpenVinoEncoder(converted, precision="bf16"),
        }
        if find_spec("nncf"):
            ways["OpenVINO, int8 weights"] = eight_bit(converted, Path(name))
        embedders = {way: Embedder(model, encoder) for way, encoder in ways.items()}
        present = next(iter(embedders.values()))
        documents, asked = load_xquad(SHARED / "benchmarks")
        chunks = [item.text for item in chunk(documents, settings.chunk_tokens, present.count_tokens)]
        chunks = chunks[:: len(chunks) // CHUNKS][:CHUNKS]
        questions = [item.text for item in asked[:: len(asked) // QUESTIONS_TIMED]][:QUESTIONS_TIMED]
        reference = present.encode(chunks, "passage")
        building: dict[str, list[float]] = {way: [] for way in ways}
        asking: dict[str, list[float]] = {way: [] for way in ways}
        cosines = {
            way: (embedder.encode(chunks, "passage") * reference).sum(axis=1) for way, embedder in embedders.items()
        }
        for _ in range(ROUNDS):
            for way, embedder in embedders.items():
                begin = time.perf_counter()
                embedder.encode_tokens(chunks, "passage")
                building[way].append((time.perf_counter() - begin) / len(chunks))
                embedder.encode_tokens(questions[:1], "query")  # warm again after the others
                for question in questions:
                    begin = time.perf_counter()
                    embedder.encode_tokens([question], "query")
                    asking[way].append(time.perf_counter() - begin)
        print("| back end | chunks/s | | ms a question | | cosine: least | mean |\n|---|" + "---:|" * 6)
        slow, late = (median(times["sentence-transformers"]) for times in (building, asking))
        for way in ways:
            built, answered = median(building[way]), median(asking[way])
            cells = [f"{1 / built:.0f}", f"× {slow / built:.1f}", f"{answered * 1000:.1f}", f"× {late / answered:.1f}"]
            cells += [f"{np.min(cosines[way]):.5f}", f"{np.mean(cosines[way]):.5f}"]
            print(f"| {way} | " + " | ".join(cells) + " |", flush=True)
        print("\n| XQuAD, mean R@1 | same language | across | all texts |\n|---|" + "---:|" * 3)
        for number, (way, embedder) in enumerate(embedders.items()):
            found = recall(embedder, Path(name) / f"index{number}")
            print(f"| {way} | " + " | ".join(f"{value:.3f}" for value in found) + " |", flush=True)


if __name__ == "__main__":
    main()
