"""What the documents of an index do: the acts of each, a line a document, read when they are asked for."""

import json
import mmap
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from assistant.analysis.anatomy import Act

ACTS = "acts.jsonl"
_PARSED = 256


class Acts(Sequence[tuple[Act, ...]]):
    """The acts of each document, in the documents' order; the file is mapped, and not kept in memory."""

    def __init__(self, folder: Path) -> None:
        starts = [0]
        with (folder / ACTS).open("rb") as file:
            for line in file:
                starts.append(starts[-1] + len(line))
            self._mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if starts[-1] else None
        self._places = list(pairwise(starts))
        self._of = lru_cache(_PARSED)(self._parse)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._places)

    def __getitem__(self, place: int) -> tuple[Act, ...]:  # type: ignore[override]
        """Those of the document at ``place``."""
        return self._of(range(len(self))[place])

    def _parse(self, place: int) -> tuple[Act, ...]:
        assert self._mapped is not None
        rows = json.loads(self._mapped[slice(*self._places[place])])
        return tuple(Act(**row | {"addressees": tuple(row["addressees"])}) for row in rows)


def write_acts(folder: Path, acts: Iterable[Sequence[Act]]) -> None:
    """Write what `Acts` reads."""
    with (folder / ACTS).open("wb") as file:
        for found in acts:
            row = json.dumps([asdict(act) for act in found], ensure_ascii=False)
            file.write(row.encode("utf-8", "surrogatepass") + b"\n")
