"""Tables as text: a row a line, its cells between bars, each under its head.

A row is found and quoted alone, so it says itself what its figures are: "Chad | 2023: 5 | 2024: 7". Heads are those
that the file calls so, and words, or years, above columns of figures.
"""

import re
from collections.abc import Sequence

_FIGURES = re.compile(r"[(\[]?[-–—+]?[\d\s.,\xa0]*\d[\d\s.,%)\]\xa0]*|[-–—.…]+|")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")
_LONGEST = 60  # characters of a head; longer ones would bury the figures


def table_text(rows: Sequence[Sequence[str]], headed: bool = False) -> str:
    """``rows`` with any text in them; ``headed`` says that the first one has the heads."""
    kept = [list(row) for row in rows if any(row)]
    if not kept:
        return ""
    heads = kept[0]
    if not (headed or _is_headed(kept)) or max(map(len, heads)) > _LONGEST or len(set(heads)) < len(heads):
        return "\n".join(" | ".join(row).strip() for row in kept)
    return "\n".join([" | ".join(heads).strip(), *(_under(row, heads) for row in kept[1:])])


def _under(row: Sequence[str], heads: Sequence[str]) -> str:
    """A row, each cell but the first with its head."""
    if len(row) != len(heads):
        return " | ".join(row).strip()
    named = [f"{head}: {cell}" if head and cell else cell for head, cell in zip(heads[1:], row[1:], strict=True)]
    return " | ".join([row[0], *named]).strip()


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether below each cell of the first row but the first there are figures, and in it there are none but years."""
    below = [row for row in rows[1:] if len(row) == len(rows[0])]
    if len(rows[0]) < 2 or not below or not all(rows[0][1:]):
        return False
    figures = all(_FIGURES.fullmatch(cell) for row in below for cell in row[1:])
    return figures and all(_YEAR.fullmatch(head) or not _FIGURES.fullmatch(head) for head in rows[0][1:])
