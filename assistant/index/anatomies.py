"""What the documents of an index do: the anatomy of each, a line a document, parsed when it is asked for."""

import json
import mmap
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.analysis.anatomy import Act, Anatomy
from assistant.analysis.preamble import Preamble

ANATOMIES = "anatomies.jsonl"
_PARSED = 256


class Anatomies(Sequence[Anatomy]):
    """The anatomy of each document, in the documents' order; the file is mapped, and not kept in memory."""

    def __init__(self, folder: Path) -> None:
        starts = [0]
        with (folder / ANATOMIES).open("rb") as file:
            for line in file:
                starts.append(starts[-1] + len(line))
            self._mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if starts[-1] else None
        self._places = list(pairwise(starts))
        self._of = lru_cache(_PARSED)(self._parse)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._places)

    def __getitem__(self, place: int) -> Anatomy:  # type: ignore[override]
        """That of the document at ``place``."""
        return self._of(range(len(self))[place])

    def _parse(self, place: int) -> Anatomy:
        assert self._mapped is not None
        row = json.loads(self._mapped[slice(*self._places[place])])
        return Anatomy(
            tuple(Act(**_with_tuples(act)) for act in row["acts"]),
            tuple(Preamble(**_with_tuples(item)) for item in row["preamble"]),
        )


def write_anatomies(folder: Path, anatomies: Iterable[Anatomy]) -> None:
    """Write what `Anatomies` reads."""
    with (folder / ANATOMIES).open("wb") as file:
        for found in anatomies:
            file.write(json.dumps(asdict(found), ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")


def _with_tuples(row: dict[str, Any]) -> dict[str, Any]:
    """``row`` with the tuples that it had before it was JSON."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
