"""Which library gives the characters of a PDF with their places, sizes and fonts fastest.

`python eval/studies/reading.py FOLDER` reads the first twelve PDFs of FOLDER with each; `pip install pdfplumber` brings
the two that the project does without.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2

from assistant.documents.pdf.glyphs import page_runs


def with_pypdfium2(path: Path) -> int:
    """How many characters, by `assistant.documents.pdf.glyphs`."""
    return sum(len(run.text) for page in pypdfium2.PdfDocument(path) for run in page_runs(page))


def with_pdfplumber(path: Path) -> int:
    """How many characters, by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return sum(len(page.chars) for page in document.pages)


def with_pdfminer(path: Path) -> int:
    """How many characters, by pdfminer.six, which pdfplumber is made of."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTChar

    def characters(item: Any) -> Iterator[Any]:
        if isinstance(item, LTChar):
            yield item
        elif hasattr(item, "__iter__"):
            for part in item:
                yield from characters(part)

    return sum(1 for page in extract_pages(path) for _ in characters(page))


def main(folder: Path) -> None:
    """Print a line a library."""
    files = sorted(folder.glob("*.pdf"))[:12]
    readers: tuple[Callable[[Path], int], ...] = (with_pypdfium2, with_pdfplumber, with_pdfminer)
    for reader in readers:
        begun = time.process_time()
        count = sum(reader(file) for file in files)
        print(f"| {reader.__name__.removeprefix('with_')} | {count} | {time.process_time() - begun:.2f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
