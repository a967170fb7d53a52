"""Print what each part of the comparison of tokens gains: `python eval/studies/token_comparison.py`.

Side by side in one run, on the development half of XQuAD: recall@1, means over the three languages and over the six
pairs of two, every text compared and no words. One thing is changed at a time from what search does: tokens around
their language's centre, a question read both as a query and as a passage, tokens weighted by the root of their spread,
chunks of 64 tokens as context. What did not pay is here and not in the package.
"""

from collections.abc import Sequence
from statistics import mean
from typing import Any

import numpy as np
from chunk_size import SHARED

from assistant import Settings
from assistant.documents import Document
from assistant.evaluation.benchmark import load_xquad
from assistant.index.chunking import chunk
from assistant.index.embedding import Embedder, load_embedder
from assistant.languages import LANGUAGES, Language
from assistant.library.corpus import load_corpus

Array = np.ndarray[Any, np.dtype[np.float32]]


def unit(states: Array) -> Array:
    """Rows of length 1."""
    return np.asarray(states / (np.linalg.norm(states, axis=-1, keepdims=True) + 1e-9))


def text_states(embedder: Embedder, document: Document, tokens: int) -> tuple[list[Array], list[Array]]:
    """The unit token states of each paragraph, and its chunks' vectors."""
    chunks = chunk([document], tokens, embedder.count_tokens)
    vectors, states = embedder.encode_tokens([item.text for item in chunks], "passage")
    rows = [[n for n, item in enumerate(chunks) if item.paragraph == p.id] for p in document.paragraphs]
    kept = [group for group in rows if group]
    return [unit(np.concatenate([states[n] for n in group])) for group in kept], [vectors[group] for group in kept]


def best(questions: Sequence[Array], texts: Sequence[Array]) -> list[Array]:
    """For each question the best cosine of each of its rows in each text; shape (texts, rows of the question)."""
    starts = np.cumsum([0, *(len(text) for text in texts[:-1])])
    everything = np.concatenate(texts)
    return [np.maximum.reduceat(everything @ question.T, starts, axis=0) for question in questions]


def weighted(matches: Array, power: float) -> Array:
    """A score for each text: tokens weigh as much as a power of how much their match differs between texts."""
    weights = matches.std(axis=0) ** power
    return np.asarray(matches @ weights / weights.sum())


def procrustes(own: list[Array], other: list[Array]) -> Array:
    """The rotation from one language's states to another's: of tokens of translations that are each other's nearest."""
    pairs: list[tuple[Array, Array]] = []
    for one, two in zip(own, other, strict=True):
        cosines = one @ two.T
        forth, back = cosines.argmax(axis=1), cosines.argmax(axis=0)
        rows = np.flatnonzero(back[forth] == np.arange(len(one)))
        pairs.append((one[rows], two[forth[rows]]))
    left, _, right = np.linalg.svd(np.concatenate([a for a, _ in pairs]).T @ np.concatenate([b for _, b in pairs]))
    return np.asarray(left @ right)


def main() -> None:
    """Run and print a Markdown table."""
    embedder = load_embedder(Settings())
    documents, asked = load_xquad(SHARED / "benchmarks")
    texts: dict[int, dict[Language, list[Array]]] = {64: {}, 480: {}}
    vectors: dict[Language, list[Array]] = {}
    for document in documents:
        for tokens in texts:
            texts[tokens][document.language], chunk_vectors = text_states(embedder, document, tokens)
            vectors.setdefault(document.language, [unit(item) for item in chunk_vectors])
    questions: dict[str, dict[Language, list[Array]]] = {"query": {}, "passage": {}, "vector": {}}
    gold: dict[Language, Any] = {}
    for code in LANGUAGES:
        own = [item for item in asked if item.language == code]
        gold[code] = np.array([int(item.paragraphs[0][1:]) - 1 for item in own])
        for kind in ("query", "passage"):
            found, states = embedder.encode_tokens([item.text for item in own], kind)
            questions[kind][code] = [unit(item) for item in states]
            questions["vector"].setdefault(code, list(found[:, None]))
    centres = {code: np.concatenate(texts[64][code]).mean(axis=0) for code in LANGUAGES}
    spectrum, axes = np.linalg.eigh(np.cov(np.concatenate([s - centres[c] for c in LANGUAGES for s in texts[64][c]]).T))
    aligned = {d.language: d for d in load_corpus(Settings().corpus_dir).documents if d.id == "resolution"}
    parallel = {
        code: [unit(item - centres[code]) for item in text_states(embedder, aligned[code], 480)[0]]
        for code in LANGUAGES
    }

    def row(
        name: str,
        centred: bool = True,
        kinds: Sequence[str] = ("query", "passage"),
        power: float = 0.5,
        context: int = 64,
        project: Array | None = None,
        rotate: bool = False,
        beside: float = 0.0,
    ) -> None:
        def placed(states: Array, code: Language) -> Array:
            moved = unit(states - centres[code]) if centred else states
            return unit(moved @ project) if project is not None else moved

        there = {code: [placed(item, code) for item in texts[context][code]] for code in LANGUAGES}
        here = {
            code: [
                placed(np.concatenate(pair), code) for pair in zip(*(questions[k][code] for k in kinds), strict=True)
            ]
            for code in LANGUAGES
        }
        found: dict[bool, list[float]] = {True: [], False: []}
        for spoken in LANGUAGES:
            for code in LANGUAGES:
                turn = procrustes(parallel[spoken], parallel[code]) if rotate and spoken != code else None
                mine = [item @ turn for item in here[spoken]] if turn is not None else here[spoken]
                scores = [weighted(m, power) for m in best(mine, there[code])]
                if beside:
                    whole = best(questions["vector"][spoken], vectors[code])
                    scores = [score + beside * cosine[:, 0] for score, cosine in zip(scores, whole, strict=True)]
                right = [score.argmax() == wanted for score, wanted in zip(scores, gold[spoken], strict=True)]
                found[spoken == code].append(float(np.mean(right)))
        print(f"| {name} | {mean(found[True]):.3f} | {mean(found[False]):.3f} |", flush=True)

    print("| tokens compared | same language | across |\n|---|---:|---:|")
    row("as search does")
    row("not around a centre", centred=False)
    row("question as a query only", kinds=["query"])
    row("question as a passage only", kinds=["passage"])
    row("all tokens alike", power=0)
    row("weighted by spread", power=1)
    row("whole paragraphs as context", context=480)
    row("whitened by half", project=axes * (spectrum / spectrum[-1]) ** -0.25)
    row("without the 8 main directions", project=axes[:, :-8])
    row("the 128 main directions", project=axes[:, -128:])
    row("rotated by the resolution's translations", rotate=True)
    row("with the chunks' cosine, half as much", beside=0.5)


if __name__ == "__main__":
    main()
