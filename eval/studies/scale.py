"""What a hundred thousand passages take: `python eval/studies/scale.py [PASSAGES]`; needs 9 GB of disk and 20 minutes.

The passages are the development half of XQuAD, repeated; in each copy one word in seven is another of that language,
each vector is drawn towards another's and disturbed, and so is each token state. Prints a FAISS index of one language,
flat, inverted file and HNSW, by its size; then the whole index: its build and, in a process of its own, its load and
search. Recall is the share of the ten nearest chunks, by an exact comparison, that are found.
"""

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

import faiss
import numpy as np
from chunk_size import SHARED
from numpy.typing import NDArray

from assistant import Settings
from assistant.documents import Document, Paragraph
from assistant.evaluation.benchmark import Asked, load_xquad, peak_memory
from assistant.index.chunking import Chunk, chunk
from assistant.index.embedding import Embedder, load_embedder
from assistant.index.storage import FORMAT, Index, Manifest, read_index, write_index
from assistant.index.token_states import encode_states
from assistant.index.vectors import faiss_store
from assistant.languages import LANGUAGES, Language
from assistant.question.query import read_query
from assistant.retrieval import Retriever

Vectors = NDArray[np.float32]
SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 150_000)
BYTES_A_PASSAGE = 90_000
REPLACED, TOWARDS, NOISE, STATE_NOISE = 1 / 7, 0.3, 0.15, 12
DEPTH = 64  # chunks that a search asks for in each language


@dataclass(frozen=True)
class Base:
    """The real passages: documents, chunks, their embeddings and token states, and a part of the questions."""

    documents: list[Document]
    chunks: list[Chunk]
    vectors: Vectors
    states: list[Any]
    asked: list[Asked]
    queries: Vectors


def load_base(embedder: Embedder) -> Base:
    """Embed XQuAD once."""
    documents, asked = load_xquad(SHARED / "benchmarks")
    asked = [item for code in LANGUAGES for item in [a for a in asked if a.language == code][::20]]
    chunks = chunk(documents, Settings().chunk_tokens, embedder.count_tokens)
    vectors, states = embedder.encode_tokens([item.text for item in chunks], "passage")
    queries = embedder.encode([item.text for item in asked], "query")
    return Base(documents, chunks, vectors, [encode_states(item) for item in states], asked, queries)


def disturbed(vectors: Vectors, others: Vectors, generator: np.random.Generator) -> Vectors:
    """``vectors`` drawn towards ``others`` and disturbed, of unit length."""
    noise = generator.normal(size=vectors.shape).astype(np.float32) / np.sqrt(vectors.shape[1])
    found = (1 - TOWARDS) * vectors + TOWARDS * others + NOISE * noise
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def reworded(text: str, words: Sequence[str], language: Language, chance: random.Random) -> str:
    """``text`` with some of its words, in Chinese pairs of characters, replaced."""
    parts = units(text, language)
    return ("" if language == "zh" else " ").join(
        chance.choice(words) if chance.random() < REPLACED else part for part in parts
    )


def units(text: str, language: Language) -> list[str]:
    """Words; in Chinese pairs of characters."""
    return [text[n : n + 2] for n in range(0, len(text), 2)] if language == "zh" else text.split()


def copies(base: Base, count: int) -> Iterator[tuple[Document, list[Chunk]]]:
    """``count`` times the documents with their chunks, reworded; translations are documents of their own."""
    chance = random.Random(0)
    words = {d.language: [w for p in d.paragraphs for w in units(p.text, d.language)] for d in base.documents}
    for number in range(count):
        for document in base.documents:
            name, paragraphs, chunks = f"copy-{number}.{document.language}", [], []
            for paragraph in document.paragraphs:
                text = ""
                for item in base.chunks:
                    if (item.document, item.paragraph) == (document.id, paragraph.id):
                        part = reworded(item.text, words[document.language], document.language, chance).strip()
                        chunks.append(Chunk(name, document.language, paragraph.id, len(text), part))
                        text += part + " "
                paragraphs.append(Paragraph(paragraph.id, text.rstrip()))
            yield replace(document, id=name, name=name, paragraphs=tuple(paragraphs)), chunks


def embeddings(base: Base, count: int) -> "Iterator[tuple[Vectors, Any]]":
    """The vector and the token states of each chunk of `copies`."""
    generator = np.random.default_rng(0)
    of = np.array([LANGUAGES.index(item.language) for item in base.chunks])
    groups = [np.flatnonzero(of == place) for place in range(len(LANGUAGES))]
    for _ in range(count):
        others = np.concatenate([generator.choice(group, len(group)) for group in groups])
        for vector, states in zip(disturbed(base.vectors, base.vectors[others], generator), base.states, strict=True):
            noise = generator.integers(-STATE_NOISE, STATE_NOISE + 1, states.shape, dtype=np.int16)
            yield vector, np.clip(states + noise, -127, 127).astype(np.int8)


def milliseconds(search: Callable[[int], object], count: int) -> list[float]:
    """How long each of ``count`` searches takes, sorted."""
    times = []
    for number in range(count):
        begin = time.perf_counter()
        search(number)
        times.append((time.perf_counter() - begin) * 1000)
    return sorted(times)


def recall(found: "np.ndarray[Any, Any]", exact: "np.ndarray[Any, Any]") -> float:
    """The share of ``exact`` that is in ``found``, rows of ten."""
    return float(np.mean([len(set(a) & set(b)) / len(b) for a, b in zip(found.tolist(), exact.tolist(), strict=True)]))


def compare_kinds(base: Base, sizes: Sequence[int]) -> None:
    """A row a size and kind of index, in one language."""
    generator = np.random.default_rng(1)
    own = base.vectors[[item.language == "ru" for item in base.chunks]]
    queries = base.queries

    def row(kind: str, size: int, make: Callable[[], Any], exact: Any) -> Any:
        begin = time.perf_counter()
        index = make()
        seconds = time.perf_counter() - begin
        megabytes = faiss.serialize_index(index).nbytes / 1e6
        found = index.search(queries, 10)[1]
        spent = milliseconds(lambda n: index.search(queries[n : n + 1], DEPTH), len(queries))
        share = recall(found, found if exact is None else exact)
        print(
            f"| {size:,} | {kind} | {seconds:.1f} | {median(spent):.2f} | {share:.4f} | {megabytes:.0f} |", flush=True
        )
        return found

    print("| chunks of a language | index | build s | search ms | recall@10 | MB |\n|---:|---|---:|---:|---:|---:|")
    for size in sizes:
        places = np.resize(np.arange(len(own)), size)
        vectors = disturbed(own[places], own[generator.integers(0, len(own), size)], generator)

        def flat(vectors: Vectors = vectors) -> Any:
            index = faiss.IndexFlatIP(vectors.shape[1])
            index.add(vectors)
            return index

        def inverted(vectors: Vectors = vectors) -> Any:
            limit, faiss_store.FLAT_ROWS = faiss_store.FLAT_ROWS, 0
            index = faiss_store.build(vectors, np.arange(len(vectors)))
            faiss_store.FLAT_ROWS = limit
            index.nprobe = min(index.nlist, faiss_store.PROBES)
            return index

        def hnsw(vectors: Vectors = vectors) -> Any:
            index = faiss.IndexHNSWFlat(vectors.shape[1], 32, faiss.METRIC_INNER_PRODUCT)
            index.hnsw.efConstruction, index.hnsw.efSearch = 100, 128
            index.add(vectors)
            return index

        exact = row("flat", size, flat, None)
        row("IVF, 2 √n lists, 64 searched", size, inverted, exact)
        row("HNSW, M 32, efSearch 128", size, hnsw, exact)


def build(base: Base, embedder: Embedder, folder: Path, count: int) -> None:
    """Write the index and print a row of what that took."""
    begin = time.perf_counter()
    settings = Settings()
    manifest = Manifest(FORMAT, "", embedder.model.id, embedder.model.revision, settings.chunk_tokens, {})
    documents = (document for document, _ in copies(base, count))
    chunks = (item for _, found in copies(base, count) for item in found)
    index = write_index(folder, manifest, documents, chunks, embeddings(base, count), (() for _ in copies(base, count)))
    seconds = time.perf_counter() - begin
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e9
    memory = (peak_memory() or 0) / 2**30
    print("\n| passages | chunks | build without embedding, s | disk GB | peak memory GB |\n|---:|---:|---:|---:|---:|")
    print(f"| {len(index.texts):,} | {len(index.chunks):,} | {seconds:.0f} | {size:.1f} | {memory:.1f} |", flush=True)


def exact_rows(index: Index, queries: Vectors, language: Language) -> Any:
    """The ten nearest rows of a language, every one compared."""
    own = np.flatnonzero(index.chunks.rows().languages == LANGUAGES.index(language))
    scores = np.concatenate([queries @ index.vectors.of(own[n : n + 8192]).T for n in range(0, len(own), 8192)], axis=1)
    return own[np.argsort(-scores, axis=1)[:, :10]]


def measure(folder: Path) -> None:
    """Load the index and search it, in a process that did not build it."""
    embedder = load_embedder(Settings())
    embedder.encode(["warm"], "query")
    _, everything = load_xquad(SHARED / "benchmarks")
    asked = [item for code in LANGUAGES for item in [a for a in everything if a.language == code][::12]]
    before = peak_memory() or 0
    begin = time.perf_counter()
    index = read_index(folder)
    assert index is not None
    retriever = Retriever(index, embedder)
    loaded = time.perf_counter() - begin
    retriever.search(read_query(asked[0].text, "en"), 4)
    first = time.perf_counter() - begin
    with next(folder.glob("data-*/states.npy")).open("rb") as states:  # into memory, as after some use
        while states.read(1 << 24):
            pass
    measured, others = asked[::2], asked[1::2]
    for item in others:
        retriever.search(read_query(item.text, item.language), 4)
    documents = [document.id for document in index.documents[::10]]
    ways: dict[str, Callable[[Asked], object]] = {
        "all texts": lambda item: retriever.search(read_query(item.text, item.language), 4),
        "texts in Russian": lambda item: retriever.search(read_query(item.text, item.language), 4, languages=["ru"]),
        "one document": lambda item: retriever.search(read_query(item.text, item.language), 4, documents=["copy-7.en"]),
        f"{len(documents)} documents": lambda item: retriever.search(
            read_query(item.text, item.language), 4, documents=documents
        ),
        "a paragraph that is named": lambda item: retriever.search(
            read_query(f"{item.text} (OP 3, ¶ 3)", item.language), 4
        ),
        "embedding alone": lambda item: embedder.encode_questions([item.text]),
    }
    print("\n| search | median ms | 95 % ms |\n|---|---:|---:|")
    for name, way in ways.items():
        spent = milliseconds(lambda n, way=way: way(measured[n]), len(measured))  # type: ignore[misc]
        print(f"| {name} | {median(spent):.0f} | {spent[int(len(spent) * 0.95)]:.0f} |", flush=True)
    memory = ((peak_memory() or 0) - before) / 2**30
    queries = embedder.encode([item.text for item in measured], "query")
    shares = {
        code: recall(index.vectors.search(queries, 10, code), exact_rows(index, queries, code)) for code in LANGUAGES
    }
    by = "IVF" if len(index.chunks.rows().of("ru", documents)) > faiss_store.FLAT_ROWS else "all rows"
    print(
        "\n| load s | with the first search s | memory beside the model GB | " + " | ".join(LANGUAGES) + " recall@10 |"
    )
    print("|---:|---:|---:|" + "---:|" * len(LANGUAGES))
    cells = " | ".join(f"{share:.4f}" for share in shares.values())
    print(f"| {loaded:.2f} | {first:.2f} | {memory:.1f} | {cells} |")
    print(f"\n{len(measured)} questions. The {len(documents)} documents are searched by {by}.")


def main() -> None:
    """Run and print Markdown tables."""
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
        return
    passages = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        if shutil.disk_usage(name).free < passages * BYTES_A_PASSAGE:
            sys.exit(f"{passages * BYTES_A_PASSAGE / 1e9:.0f} GB of disk are needed in {name}.")
        embedder = load_embedder(Settings())
        base = load_base(embedder)
        compare_kinds(base, SIZES)
        build(base, embedder, Path(name) / "index", -(-passages // sum(len(d.paragraphs) for d in base.documents)))
        subprocess.run([sys.executable, __file__, "--measure", str(Path(name) / "index")], check=True)


if __name__ == "__main__":
    main()
