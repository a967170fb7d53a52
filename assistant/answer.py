"""The one object that Python, the command line, the browser and the evaluation all get."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from assistant.languages import Language

Status = Literal["original", "translation", "card", "recognized"]
# So many of a conversation's last turns are passed on with a question.
REMEMBERED = 6


@dataclass(frozen=True)
class Reference:
    """Another text that a paragraph names, at characters ``start`` to ``end``: a symbol ("A/RES/78/265") or, for an
    instrument without one, its id in the catalogue."""

    start: int
    end: int
    target: str


@dataclass(frozen=True)
class Evidence:
    """A paragraph that retrieval found for the question.

    ``rank`` is its place in the fused order; ``score`` the cosine of the question and the paragraph's best chunk in
    any language, in [-1, 1]; ``match`` is the mean over the question's tokens of the best cosine with a token of the
    paragraph, around the centre of their language (as `score` where tokens are not compared), in [-1, 1]; ``text`` is
    the whole paragraph in ``language``, the reader's where it exists, and ``passage`` its best chunk.
    ``status`` is "translation" for a working translation and "card" for a catalogue card,
    "recognized" for a text that was recognised in a picture;
    ``references`` are the texts that ``text`` names.
    """

    document: str
    paragraph: str
    label: str
    text: str
    passage: str
    language: Language
    status: Status
    score: float
    rank: int
    references: tuple[Reference, ...] = ()
    match: float = 0.0


def cited_as(item: "Evidence | Citation", main: str) -> str:
    """How question sets name a paragraph: by its id, that of a text beside the ``main`` one with the document's before
    it: "A/RES/78/265:OP1". Of a catalogue card, and where no text is the main one, the id is enough.
    """
    return (
        item.paragraph if main in ("", item.document) or item.status == "card" else f"{item.document}:{item.paragraph}"
    )


@dataclass(frozen=True)
class Waiting:
    """So many readers are answered before this one: 1 is next, and 0 comes when one who waited is let in."""

    position: int


@dataclass(frozen=True)
class Turn:
    """A question asked earlier in a conversation, and the answer's text as the reader saw it."""

    question: str
    answer: str


@dataclass(frozen=True)
class Citation:
    """A paragraph that supports part of the answer.

    ``quote`` is the paragraph's text in ``language``; ``status`` and ``references`` are as in `Evidence`; ``score`` is
    the support in [0, 1] of the best supported sentence, and ``spans`` are the (start, end) character offsets in
    `Answer.text` of the sentences that it supports.
    """

    document: str
    paragraph: str
    label: str
    quote: str
    language: Language
    status: Status
    score: float
    spans: tuple[tuple[int, int], ...]
    references: tuple[Reference, ...] = ()

    @classmethod
    def of(cls, item: Evidence, score: float, spans: Iterable[tuple[int, int]]) -> "Citation":
        """A citation of the paragraph ``item``."""
        return cls(
            document=item.document,
            paragraph=item.paragraph,
            label=item.label,
            quote=item.text,
            language=item.language,
            status=item.status,
            score=score,
            spans=tuple(spans),
            references=item.references,
        )


@dataclass(frozen=True)
class Timings:
    """Seconds from the question: evidence found, first token of text, all done."""

    retrieve: float
    first_token: float
    total: float


@dataclass(frozen=True)
class Answer:
    """An answer and what it rests on.

    ``refused`` is true when the corpus does not answer; ``text`` then says so, and ``evidence`` holds the nearest
    paragraphs. ``language`` is the answer's. ``note`` has what else the reader should know, a line each (that the
    question's language is not one of the three, that the model translated the answer), else it is empty.
    ``standalone`` is the question as it was understood from the conversation, where that differs from ``question``,
    else empty. ``models`` maps "embedding" and "language" to model ids.
    """

    question: str
    text: str
    language: Language
    refused: bool
    citations: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    timings: Timings = field(default_factory=lambda: Timings(0.0, 0.0, 0.0))
    models: dict[str, str] = field(default_factory=dict)
    note: str = ""
    standalone: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers."""
        return json.loads(self.to_json())  # type: ignore[no-any-return]

    def to_json(self, indent: int | None = None) -> str:
        """JSON with Chinese and Russian written as they are."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=indent)


# What comes of a question: evidence, a place in the line, text as it is written, and last the answer.
Event = tuple[Evidence, ...] | Waiting | str | Answer
