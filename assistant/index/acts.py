"""What the documents of an index do: the acts of each, a line a document, read when they are asked for."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from assistant.analysis.anatomy import Act

ACTS = "acts.jsonl"
_PARSED = 256


class Acts(Sequence[tuple[Act, ...]]):
    """The acts of each document, in the documents' order."""

    def __init__(self, folder: Path) -> None:
        self._lines = (folder / ACTS).read_bytes().splitlines()
        self._of = lru_cache(_PARSED)(self._parse)

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self._lines)

    def __getitem__(self, place: int) -> tuple[Act, ...]:  # type: ignore[override]
        """Those of the document at ``place``."""
        return self._of(range(len(self))[place])

    def _parse(self, place: int) -> tuple[Act, ...]:
        rows = json.loads(self._lines[place])
        return tuple(Act(**row | {"addressees": tuple(row["addressees"])}) for row in rows)


def write_acts(folder: Path, acts: Iterable[Sequence[Act]]) -> None:
    """Write what `Acts` reads."""
    with (folder / ACTS).open("wb") as file:
        for found in acts:
            row = json.dumps([asdict(act) for act in found], ensure_ascii=False)
            file.write(row.encode("utf-8", "surrogatepass") + b"\n")
