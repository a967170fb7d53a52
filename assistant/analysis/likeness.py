"""How like the paragraphs of two texts are, each to each: arrays of shape (before, after), 1 for the same."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.analysis.unit import Unit
from assistant.text.terms import terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]
    Vectors = NDArray[np.float32]


class Words:
    """The terms of two texts' units, each weighing the more the fewer units have it.

    Of the arrays, ``has_before`` and ``has_after`` have a row a unit and a column a term that more than one unit has;
    ``weights`` are those of the columns, ``before`` and ``after`` the weight of all that a unit has.
    """

    def __init__(self, before: Sequence[Unit], after: Sequence[Unit]) -> None:
        import numpy as np

        texts = [unit.text for unit in (*before, *after)]
        terms_of = {text: _terms(text) for text in dict.fromkeys(texts)}  # most of a text is the same in both
        found = [terms_of[text] for text in texts]
        counts = Counter(term for unit in found for term in unit)
        weight = {count: float(np.log1p(len(found) / count)) for count in {*counts.values()}}
        places = {term: n for n, term in enumerate(term for term, count in counts.items() if count > 1)}
        has = np.zeros((len(found), len(places)), np.float32)
        columns = [[places[term] for term in unit if term in places] for unit in found]
        for row, shared in zip(has, columns, strict=True):
            row[shared] = 1
        self.weights = np.array([weight[counts[term]] for term in places], np.float32)
        alone = [len(unit) - len(shared) for unit, shared in zip(found, columns, strict=True)]
        whole = has @ self.weights + np.array(alone, np.float32) * np.float32(weight.get(1, 0))
        self.has_before, self.has_after = has[: len(before)], has[len(before) :]
        self.before, self.after = whole[: len(before)], whole[len(before) :]

    @property
    def likeness(self) -> "Array":
        """The mean of the share of both units that is common (Dice) and of the share of the shorter."""
        import numpy as np

        shared = (self.has_before * self.weights) @ self.has_after.T
        mean = (self.before[:, None] + self.after[None, :]) / 2
        least = np.minimum(self.before[:, None], self.after[None, :])
        return np.asarray((shared / np.maximum(mean, 1e-6) + shared / np.maximum(least, 1e-6)) / 2, np.float32)

    def transposed(self) -> "Words":
        """The same with the texts changed about."""
        other = object.__new__(Words)
        other.weights = self.weights
        other.has_before, other.has_after = self.has_after, self.has_before
        other.before, other.after = self.after, self.before
        return other


def by_vectors(before: "Vectors", after: "Vectors") -> "Array":
    """Cosines, each text's vectors seen from their own mean: what its language and its subject make of all of them is
    no likeness of two (`eval/studies/alignment.py`)."""
    import numpy as np

    ours, theirs = (_centred(vectors) for vectors in (before, after))
    return np.asarray(ours @ theirs.T, np.float32)


def _centred(vectors: "Vectors") -> "Vectors":
    import numpy as np

    moved = vectors - vectors.mean(0, keepdims=True)
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6), np.float32)


def _terms(text: str) -> set[str]:
    """The terms and the pairs of neighbours among them: order tells apart what is said in the same formulas."""
    found = terms(text)
    return {*found, *(f"{one} {two}" for one, two in pairwise(found))}
