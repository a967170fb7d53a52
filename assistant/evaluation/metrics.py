"""Result rows to figures, by language.

Recall@k and MRR as in Manning, Raghavan and Schütze, "Introduction to Information Retrieval", chapter 8, with one
relevant paragraph enough; percentiles by linear interpolation.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import quantiles
from typing import Any, Self

from assistant.languages import LANGUAGES

# Paragraphs that are looked at for the first acceptable one.
DEPTH = 10


@dataclass(frozen=True)
class Result:
    """What came out for one question in one language.

    ``ranked`` are the paragraph ids found, best first; ``cited`` those of the answer's citations; ``words`` is ``text``
    without their labels; ``paragraphs`` and ``facts`` are the question's, None where unknown; ``error`` is the line
    that took the place of an answer.
    """

    id: str
    language: str
    question: str
    paragraphs: tuple[str, ...] | None
    facts: tuple[tuple[str, ...], ...] | None
    ranked: tuple[str, ...] = ()
    text: str = ""
    text_language: str = ""
    refused: bool = False
    cited: tuple[str, ...] = ()
    retrieve: float = 0.0
    first_token: float = 0.0
    total: float = 0.0
    error: str = ""
    words: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Self:
        """The opposite of `to_dict`; TypeError or KeyError when ``row`` is none."""
        facts = None if row["facts"] is None else tuple(tuple(group) for group in row["facts"])
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
        }
        return cls(**{**values, "facts": facts})


# Name and what it says, in the order of the table. Figures are shares in [0, 1] unless the name ends in "_s".
METRICS = {
    "questions": "questions asked",
    "errors": "questions that ended in an error",
    "recall@1": "answerable questions with an acceptable paragraph found first",
    "recall@3": "… in the first 3",
    "recall@5": "… in the first 5",
    "mrr": f"mean of 1 / rank of the first acceptable paragraph (0 below rank {DEPTH})",
    "answers_citing_acceptable": "answerable questions whose answer cites an acceptable paragraph",
    "citations_acceptable": "citations, of all answers, that name an acceptable paragraph",
    "facts_present": "answerable questions whose answer holds every fact",
    "language_match": "answers in the question's language",
    "refused_unanswerable": "unanswerable questions refused (right refusals)",
    "refused_answerable": "answerable questions refused (wrong refusals)",
    "retrieve_p50_s": "seconds to the evidence, median",
    "retrieve_p95_s": "… 95th percentile",
    "first_token_p50_s": "seconds to the first token, median",
    "first_token_p95_s": "… 95th percentile",
    "total_p50_s": "seconds to the whole answer, median",
    "total_p95_s": "… 95th percentile",
}

# Those of an answer's text and citations.
ANSWERS = (
    "facts_present",
    "answers_citing_acceptable",
    "citations_acceptable",
    "language_match",
    "refused_unanswerable",
    "refused_answerable",
)


def summarise(results: Sequence[Result]) -> dict[str, dict[str, float | None]]:
    """`METRICS` for each language that ``results`` have and for "all"; None where there is nothing to count."""
    asked = {item.language for item in results}
    columns = {str(code): [item for item in results if item.language == code] for code in LANGUAGES if code in asked}
    return {name: _measure(column) for name, column in {**columns, "all": list(results)}.items()}


def holds_facts(text: str, facts: Iterable[Iterable[str]]) -> bool:
    """Whether every group of ``facts`` has an alternative that is in ``text``, in any case, any space as one."""
    plain = _plain(text)
    return all(any(_plain(alternative) in plain for alternative in group) for group in facts)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _measure(results: Sequence[Result]) -> dict[str, float | None]:
    answered = [item for item in results if not item.error]
    answerable = [item for item in answered if item.paragraphs]
    unanswerable = [item for item in answered if item.paragraphs == ()]
    known = [item for item in answered if item.paragraphs is not None]
    citations = [cited in (item.paragraphs or ()) for item in known for cited in item.cited]
    figures: dict[str, float | None] = {
        "questions": len(results),
        "errors": len(results) - len(answered),
        **{f"recall@{k}": _share(answerable, lambda item, k=k: 0 < _rank(item) <= k) for k in (1, 3, 5)},  # type: ignore[misc]
        "mrr": _mean([1 / _rank(item) if _rank(item) else 0.0 for item in answerable]),
        "answers_citing_acceptable": _share(
            answerable, lambda item: not set(item.cited).isdisjoint(item.paragraphs or ())
        ),
        "citations_acceptable": _mean(citations),
        "facts_present": _share(
            [item for item in answerable if item.facts],
            lambda item: not item.refused and holds_facts(item.words or item.text, item.facts or ()),
        ),
        "language_match": _share(answered, lambda item: item.text_language == item.language),
        "refused_unanswerable": _share(unanswerable, lambda item: item.refused),
        "refused_answerable": _share(answerable, lambda item: item.refused),
    }
    for name in ("retrieve", "first_token", "total"):
        # A refusal before generation has no first token of the model, but the reader has the answer by then.
        seconds = [getattr(item, name) for item in answered]
        figures[f"{name}_p50_s"], figures[f"{name}_p95_s"] = (
            _percentile(seconds, 50),
            _percentile(seconds, 95),
        )
    return figures


def _rank(item: Result) -> int:
    """Rank of the first acceptable paragraph, 0 when it was not found."""
    return next((n for n, found in enumerate(item.ranked, 1) if found in (item.paragraphs or ())), 0)


def _share(items: Sequence[Result], holds: Callable[[Result], bool]) -> float | None:
    return _mean([holds(item) for item in items])


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 6) if values else None


def _percentile(values: Sequence[float], percent: int) -> float | None:
    if len(values) < 2:
        return values[0] if values else None
    return round(quantiles(values, n=100, method="inclusive")[percent - 1], 4)
