"""What kind of answer a message wants, told by a trained classifier and not by patterns.

Multinomial logistic regression on what search has at hand: the message's embedding, and which words and pairs of words
it has (tf-idf). It is fitted to the labelled messages of `examples.jsonl`; their kinds and how well they are told stand
in `eval/studies/question_kinds.md`. The weights come with the project for the bundled embedding model (`kind.npz`,
written by `eval/studies/question_kinds.py fit`); for another one they are fitted once, and kept.
"""

import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from assistant.languages import LANGUAGES
from assistant.text.terms import terms

Kind = Literal[
    "fact",
    "list",
    "theme",
    "asks",
    "summary",
    "part",
    "compare",
    "explain",
    "polar",
    "which",
    "quote",
    "lookup",
    "follow",
    "chat",
    "beyond",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
# Kinds that are answered in one way.
_WAYS: tuple[tuple[Kind, ...], ...] = (
    ("fact", "polar", "quote", "lookup"),
    ("list", "theme", "explain", "which"),
    ("summary", "part", "asks"),
    ("compare",),
    ("follow",),
    ("chat",),
    ("beyond",),
)
Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]
# From this probability on the assistant acts by a kind; below it a message is answered as a question for a fact.
SURE = 0.4
# … without the embedding, which tells "where is it" from "where is it said", and before a message is taken for none
# that asks anything.
_SURE_BY_WORDS = 0.65
# How much the embedding counts for beside the words, and how strongly weights are held small (scikit-learn's C).
_EMBEDDING, _C = 0.5, 6.0
# Words in fewer examples are left out, and of the others those that tell most are kept.
_RARE, _KEPT = 3, 3000


@dataclass(frozen=True)
class Example:
    """A labelled message; ``set`` names who wrote it, so that nobody is judged by rows of his own hand."""

    set: str
    kind: Kind
    language: str
    text: str


@dataclass(frozen=True)
class Classifier:
    """Weights for one embedding ``model``: of ``words`` (their place, inverse frequency and, a row each, weights of
    shape (words, kinds)), of the embedding less its ``mean``, of shape (dimension, kinds), and what is added to each.
    """

    model: str
    words: Mapping[str, int]
    idf: Vectors
    of_words: Vectors
    mean: Vectors
    of_embedding: Vectors
    added: Vectors

    def kind(self, text: str, encode: Encode, model: str) -> Kind:
        """The kind of the message ``text``, among those that are answered in the way that is likeliest together; a
        fact's where that is not `SURE`. By its words alone where these weights are not for ``model``, which ``encode``
        embeds queries with.
        """
        chances = self.probabilities(text, encode([text])[0] if self.model == model else None)
        share = {kind: float(chance) for kind, chance in zip(KINDS, chances, strict=True)}
        totals = {way: sum(share[kind] for kind in way) for way in _WAYS}
        way = max(totals, key=lambda one: totals[one])
        sure = SURE if self.model == model and way != ("chat",) else _SURE_BY_WORDS
        return max(way, key=lambda kind: share[kind]) if totals[way] >= sure else "fact"

    def probabilities(self, text: str, vector: Vectors | None = None) -> Vectors:
        """How likely each of `KINDS` is, of shape (kinds,)."""
        scores = self.added + _tfidf(_features(text), self.words, self.idf) @ self.of_words
        if vector is not None:
            scores = scores + _EMBEDDING * _unit(vector - self.mean) @ self.of_embedding
        raised = np.exp(scores - scores.max())
        chances: Vectors = (raised / raised.sum()).astype(np.float32)
        return chances

    def save(self, path: Path) -> None:
        """Write it to ``path``, whole or not at all."""
        half = {name: getattr(self, name).astype(np.float16) for name in ("idf", "of_words", "mean", "of_embedding")}
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            words = np.array(list(self.words))
            np.savez_compressed(file, model=np.array(self.model), words=words, added=self.added, **half)
        os.replace(file.name, path)


def classifier_of(model: str, encode: Encode, folder: Path | None) -> Classifier:
    """The weights for the embedding ``model``, which ``encode`` embeds queries with.

    Those that come with the project are for the bundled one; for another they are fitted once and kept in ``folder``.
    Where that is None they are not: then messages are told by their words.
    """
    packaged = _packaged()
    if folder is None or packaged.model == model:
        return packaged
    path = folder / f"kind-{re.sub(r'[^A-Za-z0-9.-]+', '-', model)}.npz"
    try:
        return _read(path)
    except (OSError, ValueError, KeyError):
        fitted = fit(examples(), encode, model)
        with suppress(OSError):  # it is fitted again the next time
            fitted.save(path)
        return fitted


@cache
def _packaged() -> Classifier:
    with as_file(files("assistant.question").joinpath("kind.npz")) as path:
        return _read(path)


def _read(path: Path) -> Classifier:
    with np.load(path) as kept:
        words = {str(word): place for place, word in enumerate(kept["words"])}
        rest = {name: kept[name].astype(np.float32) for name in ("idf", "of_words", "mean", "of_embedding", "added")}
        return Classifier(str(kept["model"]), words, **rest)


def examples() -> tuple[Example, ...]:
    """The labelled messages, in each of the languages that they are there in."""
    rows = files("assistant.question").joinpath("examples.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(
        Example(row["set"], row["kind"], language, row[language])
        for row in map(json.loads, rows)
        for language in LANGUAGES
        if language in row
    )


def fit(labelled: Sequence[Example], encode: Encode, model: str) -> Classifier:
    """A classifier for the embedding ``model``, which ``encode`` embeds queries with, fitted to ``labelled``."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    found = [_features(item.text) for item in labelled]
    frequency = Counter(word for counts in found for word in counts)
    words = {word: place for place, word in enumerate(sorted(w for w, n in frequency.items() if n >= _RARE))}
    idf = np.array([1 + np.log((1 + len(found)) / (1 + frequency[word])) for word in words], np.float32)
    vectors = encode([item.text for item in labelled])
    mean = vectors.mean(0)
    embedded = _EMBEDDING * _unit(vectors - mean)
    kinds = np.array([KINDS.index(item.kind) for item in labelled])

    def regression(chosen: Mapping[str, int], weights: Vectors) -> LogisticRegression:
        counted = np.stack([_tfidf(counts, chosen, weights) for counts in found])
        model_ = LogisticRegression(C=_C, max_iter=300, class_weight="balanced")
        return model_.fit(csr_matrix(np.hstack([counted, embedded])), kinds)

    first = np.abs(regression(words, idf).coef_[:, : len(words)]).max(0)
    kept = np.sort(np.argsort(-first)[:_KEPT])
    names = list(words)
    words, idf = {names[old]: new for new, old in enumerate(kept)}, idf[kept]
    last = regression(words, idf)
    weights = last.coef_.T.astype(np.float32)
    return Classifier(
        model, words, idf, weights[: len(words)], mean, weights[len(words) :], last.intercept_.astype(np.float32)
    )


def _features(text: str) -> Counter[str]:
    """How often each word and each pair of neighbours stands in ``text``, its beginning and end among them."""
    run = ["^", *terms(text), "$"]
    return Counter([*run, *map(" ".join, pairwise(run))])


def _tfidf(counts: Mapping[str, int], words: Mapping[str, int], idf: Vectors) -> Vectors:
    """Those of ``counts`` that are ``words``, as tf-idf with a logarithm of the count, of unit length."""
    found = np.zeros(len(words), np.float32)
    for word, count in counts.items():
        if (place := words.get(word)) is not None:
            found[place] = (1 + np.log(count)) * idf[place]
    return _unit(found)


def _unit(vectors: Vectors) -> Vectors:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(length, 1e-9)).astype(np.float32)
    return scaled
