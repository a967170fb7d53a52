"""Token by token comparison of a question and the texts: each token's best match in a text, averaged.

MaxSim of ColBERT (Khattab & Zaharia, SIGIR 2020), over the token states of the embedding model as it is. Our own code:
the libraries for late interaction want a model that was trained for it, and none is at hand. What makes it work here is
that the mean state of a language is taken off first, since most of a state says only which language it is in
(`eval/studies/token_comparison.py` prints what each part gains).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.languages import LANGUAGES, Language

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.index.embedding import Vectors

CODES, OFFSETS, CENTRES = "states.npy", "offsets.npy", "centres.npy"
# A language's mean is drawn to the mean of all as if it had this many tokens more there.
_PRIOR_TOKENS = 200


@dataclass(frozen=True)
class TokenStates:
    """The token states of all chunks.

    ``codes`` has shape (tokens, dimension), int8: the direction of a state, to be brought to unit length when read.
    Those of chunk n are rows ``offsets[n]`` to ``offsets[n + 1]``. ``centres``, (languages, dimension), float32, are
    the mean directions by language.
    """

    codes: "NDArray[np.int8]"
    offsets: "NDArray[np.int64]"
    centres: "NDArray[np.float32]"

    def of(self, chunk: int) -> "NDArray[np.int8]":
        """The codes of a chunk's tokens."""
        return self.codes[self.offsets[chunk] : self.offsets[chunk + 1]]

    def centred(self, states: "Vectors", language: Language) -> "Vectors":
        """``states`` of a question in ``language`` as unit vectors around that language's centre."""
        return _unit(_unit(states) - self.centres[LANGUAGES.index(language)])

    def similarities(
        self, question: "Vectors", spans: Sequence[tuple[int, int]], language: Language
    ) -> "NDArray[np.float32]":
        """Shape (texts, tokens of ``question``): each token's best cosine in each text.

        ``question`` is from `centred`; a text is the chunks ``start`` to ``end`` of a span, in ``language``.
        """
        import numpy as np

        rows = [(int(self.offsets[start]), int(self.offsets[end])) for start, end in spans]
        codes = np.concatenate([self.codes[start:end] for start, end in rows]).astype(np.float32)
        centre = self.centres[LANGUAGES.index(language)]
        # (u - c) / |u - c| for unit u = code / |code|, without writing out another array as large as the codes.
        products = codes @ np.vstack([question, centre]).T
        products /= np.sqrt(np.einsum("ij,ij->i", codes, codes))[:, None] + 1e-9
        along = products[:, -1]
        length = np.sqrt(np.maximum(1 - 2 * along + centre @ centre, 1e-6))
        cosines = (products[:, :-1] - question @ centre) / length[:, None]
        starts = np.cumsum([0] + [end - start for start, end in rows[:-1]])
        return np.asarray(np.maximum.reduceat(cosines, starts, axis=0))


def encode_states(states: "Vectors") -> "NDArray[np.int8]":
    """The directions of ``states``, (tokens, dimension), each with its largest component as 127."""
    import numpy as np

    largest = np.abs(states).max(axis=1, keepdims=True, initial=1e-9)
    return np.asarray(np.round(states / largest * 127), dtype=np.int8)


def write_states(folder: Path, chunks: Iterable["NDArray[np.int8]"], languages: Sequence[Language]) -> None:
    """Write the codes of ``chunks``, whose languages are ``languages``, one chunk at a time."""
    import numpy as np

    rest = iter(chunks)
    ahead = next(rest, np.zeros((0, 1), dtype=np.int8))
    width = ahead.shape[1]
    sums, counts, lengths = np.zeros((len(LANGUAGES), width)), np.zeros(len(LANGUAGES)), [0]
    with (folder / CODES).open("wb") as file:
        # The number of rows is known at the end: the header is written again then, and has the same length.
        _header(file, 0, width)
        for codes, language in zip(chain([ahead], rest), languages, strict=False):
            place = LANGUAGES.index(language)
            sums[place] += _unit(codes.astype(np.float32)).sum(axis=0)
            counts[place] += len(codes)
            lengths.append(len(codes))
            file.write(np.ascontiguousarray(codes).tobytes())
        file.seek(0)
        _header(file, sum(lengths), width)
    mean = sums.sum(axis=0) / max(1, counts.sum())
    centres = (sums + _PRIOR_TOKENS * mean) / (counts + _PRIOR_TOKENS)[:, None]
    np.save(folder / OFFSETS, np.cumsum(lengths, dtype=np.int64))
    np.save(folder / CENTRES, centres.astype(np.float32))


def read_states(folder: Path) -> TokenStates:
    """The states in ``folder``, mapped into memory; OSError or ValueError when they are not whole."""
    import numpy as np

    offsets = np.load(folder / OFFSETS)
    codes = np.load(folder / CODES, mmap_mode="r") if offsets[-1] else np.load(folder / CODES)
    if len(codes) != offsets[-1]:
        raise ValueError(CODES)
    return TokenStates(codes, offsets, np.load(folder / CENTRES))


def _header(file: Any, rows: int, width: int) -> None:
    import numpy as np

    # NumPy pads the header so that the first number of the shape can grow to 21 digits.
    np.lib.format.write_array_header_1_0(file, {"descr": "|i1", "fortran_order": False, "shape": (rows, width)})


def _unit(states: "Vectors") -> "Vectors":
    import numpy as np

    return states / (np.linalg.norm(states, axis=1, keepdims=True) + 1e-9)  # type: ignore[no-any-return]
