"""The texts of an index on disk: documents, paragraphs, chunks, and what they are called; read where they are needed.

A text is one paragraph in one language, numbered through all documents. Paragraphs are parsed when they are asked for;
what is read at once are the documents' titles and a few numbers a text and a chunk, so that an index of a hundred
thousand texts opens in less than a second.
"""

import hashlib
import json
import mmap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from functools import lru_cache
from operator import eq
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from assistant.documents import Document, Note, Paragraph, Reference
from assistant.documents.paragraph import Section
from assistant.index.chunking import Chunk
from assistant.index.vectors import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DOCUMENTS, PARAGRAPHS, TEXTS, CHUNKS, NAMES = (
    "documents.jsonl",
    "paragraphs.jsonl",
    "texts.npy",
    "chunks.npy",
    "names.npy",
)
# Of a text: where its line begins, its document, and the number that its translations share.
_TEXT = [("line", "<i8"), ("document", "<i4"), ("key", "<i4")]
# Of a chunk: its text, and the characters of it.
_CHUNK = [("text", "<i4"), ("start", "<i4"), ("length", "<i4")]
_NAME = [("hash", "<u8"), ("text", "<i4")]
_PARSED = 4096  # paragraphs kept, so that the few that are read often are parsed once

Item = TypeVar("Item")


class _View(Sequence[Item], Generic[Item]):
    """Items made when they are asked for; equal to any sequence of equal items."""

    def __init__(self, make: Callable[[int], Item], numbers: range) -> None:
        self._make, self._numbers = make, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> "_View[Item]": ...
    def __getitem__(self, place: int | slice) -> "Item | _View[Item]":
        if isinstance(place, slice):
            return _View(self._make, self._numbers[place])
        return self._make(self._numbers[place])

    def __iter__(self) -> Iterator[Item]:
        return map(self._make, self._numbers)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


class Texts(_View[tuple[Document, Paragraph]]):
    """Each text's document and paragraph.

    By text: ``document_of``, its place in ``documents``, and ``key_of``, the number that it and its translations share
    (those of the same document id and paragraph id), counted from 0.
    """

    def __init__(self, folder: Path) -> None:
        import numpy as np

        table = _load(folder / TEXTS)
        with (folder / PARAGRAPHS).open("rb") as file:
            size = file.seek(0, 2)
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else None
        self._line: NDArray[np.int64] = table["line"]
        self.document_of: NDArray[np.int32] = np.ascontiguousarray(table["document"])
        self.key_of: NDArray[np.int32] = np.ascontiguousarray(table["key"])
        self._paragraph = lru_cache(_PARSED)(self._parse)
        with (folder / DOCUMENTS).open("rb") as lines:
            rows = [json.loads(line) for line in lines]
        ends = np.searchsorted(self.document_of, np.arange(len(rows)), "right").tolist()
        spans = zip(rows, [0, *ends], ends, strict=False)
        self.documents: Sequence[Document] = tuple(
            _document(row, _View(self._paragraph, range(start, end))) for row, start, end in spans
        )
        super().__init__(self._text, range(len(table)))

    def _text(self, number: int) -> tuple[Document, Paragraph]:
        return self.documents[self.document_of[number]], self._paragraph(number)

    def _parse(self, number: int) -> Paragraph:
        assert self._lines is not None
        start = int(self._line[number])
        row = json.loads(self._lines[start : self._lines.find(b"\n", start)])
        notes = tuple(Note(*note) for note in row["notes"])
        references = tuple(Reference(*reference) for reference in row["references"])
        return Paragraph(row["id"], row["text"], notes, row["heading"], references, row["below"], row["recognized"])


def _document(row: dict[str, Any], paragraphs: Sequence[Paragraph]) -> Document:
    """A document from its row, which has lists for tuples."""
    values = {name: _tuple(value) for name, value in row.items()}
    return Document(paragraphs=paragraphs, **values | {"sections": tuple(Section(*one) for one in values["sections"])})


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value


class Chunks(_View[Chunk]):
    """The chunks, in the order of the texts that they are stretches of; ``text_of`` is each one's text."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        import numpy as np

        self._table, self._texts = _load(folder / CHUNKS), texts
        self.text_of: NDArray[np.int32] = np.ascontiguousarray(self._table["text"])
        super().__init__(self._chunk, range(len(self._table)))

    def spans(self) -> "NDArray[np.int64]":
        """The chunks of each text, from the first to behind the last; shape (texts, 2)."""
        import numpy as np

        numbers = np.arange(len(self._texts))
        return np.stack([np.searchsorted(self.text_of, numbers, side) for side in ("left", "right")], axis=1)

    def rows(self) -> Rows:
        """Which chunks are of which document."""
        import numpy as np

        documents = [(document.id, document.language) for document in self._texts.documents]
        of = self._texts.document_of[self.text_of]
        ends = np.searchsorted(of, np.arange(len(documents)), "right")
        return Rows(documents, np.concatenate([[0], ends]).astype(np.int64))

    def _chunk(self, number: int) -> Chunk:
        text, start, length = self._table[number].tolist()
        document, paragraph = self._texts[text]
        return Chunk(document.id, document.language, paragraph.id, start, paragraph.whole[start : start + length])


class Names:
    """Texts by what they may be asked for by: hashes, of eight bytes, so that names of any length take as much."""

    def __init__(self, folder: Path) -> None:
        import numpy as np

        table = _load(folder / NAMES)
        self._hashes, self._texts = np.ascontiguousarray(table["hash"]), table["text"]

    def texts(self, name: str) -> "NDArray[np.int32]":
        """The texts that may be asked for by ``name``, in their order."""
        start, end = (self._hashes.searchsorted(_hash(name), side) for side in ("left", "right"))
        return self._texts[start:end]


def write_texts(
    folder: Path,
    documents: Iterable[Document],
    chunks: Iterable[Chunk],
    names: Callable[[Paragraph], Iterable[str]],
) -> None:
    """Write what the classes above read, a document at a time; ``names`` are what a text may be asked for by.

    ValueError for a chunk that is no stretch of its paragraph, or out of the texts' order.
    """
    import numpy as np

    plain = [field.name for field in fields(Document) if field.name != "paragraphs"]
    texts: list[tuple[int, int, int]] = []
    pieces: list[tuple[int, int, int]] = []
    named: list[tuple[int, int]] = []
    keys: dict[tuple[str, str], int] = {}
    rest = iter(chunks)
    ahead = next(rest, None)
    with (folder / DOCUMENTS).open("wb") as heads, (folder / PARAGRAPHS).open("wb") as lines:
        for number, document in enumerate(documents):
            sections = [astuple(section) for section in document.sections]
            heads.write(_line({name: getattr(document, name) for name in plain} | {"sections": sections}))
            for paragraph in document.paragraphs:
                key = keys.setdefault((document.id, paragraph.id), len(keys))
                named += [(_hash(name), len(texts)) for name in {paragraph.id, *names(paragraph)}]
                end = 0
                while ahead and (ahead.document, ahead.language, ahead.paragraph) == (
                    document.id,
                    document.language,
                    paragraph.id,
                ):
                    if ahead.start < end or not paragraph.whole.startswith(ahead.text, ahead.start):
                        break  # of another paragraph with that id
                    end = ahead.start + len(ahead.text)
                    pieces.append((len(texts), ahead.start, len(ahead.text)))
                    ahead = next(rest, None)
                texts.append((lines.tell(), number, key))
                lines.write(_line(_row(paragraph)))
    if ahead is not None:
        raise ValueError(f"no stretch of its paragraph: {ahead}")
    np.save(folder / TEXTS, np.array(texts, dtype=_TEXT))
    np.save(folder / CHUNKS, np.array(pieces, dtype=_CHUNK))
    np.save(folder / NAMES, np.sort(np.array(named, dtype=_NAME), order=["hash", "text"]))


def _row(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "id": paragraph.id,
        "text": paragraph.text,
        "notes": [(note.offset, note.paragraph) for note in paragraph.notes],
        "heading": paragraph.heading,
        "below": paragraph.below,
        "recognized": paragraph.recognized,
        "references": [(item.start, item.end, item.target) for item in paragraph.references],
    }


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _load(path: Path) -> "NDArray[Any]":
    import numpy as np

    return np.load(path)  # type: ignore[no-any-return]


def _hash(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
