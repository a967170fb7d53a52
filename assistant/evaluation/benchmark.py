"""How well search finds the right paragraph: recall, MRR and nDCG with confidence intervals, by pair of languages.

Recall@k and MRR as in `assistant.evaluation.metrics`; nDCG of Järvelin and Kekäläinen (TOIS 2002), which with one right
paragraph is 1 / log2(1 + rank); intervals by the percentile bootstrap (Efron and Tibshirani, 1993).
"""

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.evaluation.metrics import DEPTH
from assistant.languages import LANGUAGES, Language
from assistant.question.query import read_query

if TYPE_CHECKING:
    from assistant.answer import Evidence
    from assistant.documents import Document
    from assistant.retrieval import Retriever

FIGURES = ("recall@1", "recall@3", "recall@5", "recall@10", "mrr@10", "ndcg@10")
_BATCH, _RESAMPLES = 16, 1000


@dataclass(frozen=True)
class Row:
    """Figures of one run of questions.

    ``passages`` is the language searched, or "all". ``figures`` are those of `FIGURES`, shares in [0, 1];
    ``interval`` bounds recall@1 with 95 % confidence. ``own_language_wrong`` is the share of questions
    for which, the right paragraph's text in the question's language set aside, a wrong one in that language comes
    before its translations. ``queries_per_second`` counts batches of 16.
    """

    questions: str
    passages: str
    count: int
    figures: dict[str, float]
    interval: tuple[float, float]
    queries_per_second: float
    own_language_wrong: float | None = None


@dataclass(frozen=True)
class Asked:
    """A question with the ids of the paragraphs that answer it, all in ``document``, or in any where that is empty.

    ``answers`` are the right ones in the question's language, where they are known.
    """

    text: str
    language: Language
    paragraphs: tuple[str, ...]
    document: str = ""
    answers: tuple[str, ...] = ()

    def accepts(self, evidence: "Evidence") -> bool:
        """Whether ``evidence`` answers it."""
        return evidence.paragraph in self.paragraphs and self.document in ("", evidence.document)


def load_xquad(folder: Path) -> "tuple[list[Document], list[Asked]]":
    """The passages, a document a language, and the questions of the files in ``folder`` named ``….zh.json`` and so on.

    The files are in the format of SQuAD (Rajpurkar et al., 2016) and parallel: passage n is the same in each.
    AssistantError names what can't be used.
    """
    from assistant.documents import Document, Paragraph

    documents: list[Document] = []
    asked: list[Asked] = []
    for language in LANGUAGES:
        files = sorted(folder.glob(f"*.{language}.json"))
        if len(files) > 1:
            raise AssistantError("benchmark_several", path=folder, files=", ".join(file.name for file in files))
        for file in files:
            try:
                data = json.loads(file.read_text(encoding="utf-8"))["data"]
                passages = [passage for article in data for passage in article["paragraphs"]]
                paragraphs = tuple(
                    Paragraph(f"¶{number}", " ".join(passage["context"].split()))
                    for number, passage in enumerate(passages, 1)
                )
                asked += [
                    Asked(
                        question["question"],
                        language,
                        (f"¶{number}",),
                        answers=tuple(answer["text"] for answer in question.get("answers", ())),
                    )
                    for number, passage in enumerate(passages, 1)
                    for question in passage["qas"]
                ]
            except KeyError as error:
                raise AssistantError("benchmark_file", path=file, reason=f"no {error}") from None
            except (OSError, ValueError, TypeError, AttributeError) as error:
                raise AssistantError("benchmark_file", path=file, reason=error) from None
            documents.append(Document(f"xquad.{language}", language, file.stem, paragraphs))
    if not documents:
        raise AssistantError("benchmark_missing", path=folder)
    if len({len(document.paragraphs) for document in documents}) > 1:
        raise AssistantError("benchmark_uneven", path=folder)
    return documents, asked


def write_passages(document: "Document", file: Path) -> None:
    """A corpus file that is read as ``document``."""
    rows = (
        {"id": document.id, "language": document.language, "title": document.title, "paragraph": name, "text": text}
        for name, text in document.texts
    )
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def measure(
    retriever: "Retriever",
    asked: Sequence[Asked],
    languages: Sequence[Language] = (),
    done: Callable[[int], None] = lambda _: None,
    *,
    parallel: bool = False,
) -> Row:
    """One row: search for ``asked``, all in one language, in the texts of ``languages``, or in all.

    With ``parallel``, translations are documents of their own: a paragraph counts once, and
    `Row.own_language_wrong` is measured too.
    ``done`` is told how many questions were answered since it was last told.
    """
    import numpy as np

    ranks: list[int] = []
    biased = 0
    depth = DEPTH * len(LANGUAGES) if parallel else DEPTH
    begin = time.perf_counter()
    for start in range(0, len(asked), _BATCH):
        batch = asked[start : start + _BATCH]
        queries = [read_query(item.text, item.language) for item in batch]
        found = retriever.search_many(queries, depth, languages=languages)
        for item, evidence in zip(batch, found, strict=True):
            places = {
                entry.paragraph if parallel else (entry.document, entry.paragraph): entry for entry in evidence[::-1]
            }
            order = sorted(places.values(), key=lambda entry: entry.rank)[:DEPTH]
            ranks.append(next((n for n, entry in enumerate(order, 1) if item.accepts(entry)), 0))
            biased += parallel and _own_first(item, evidence)
        done(len(batch))
    seconds = time.perf_counter() - begin
    gains = {name: np.array([_gain(name, rank) for rank in ranks]) for name in FIGURES}
    random = np.random.default_rng(0)
    draws = random.integers(0, len(ranks), (_RESAMPLES, len(ranks)))
    low, high = np.percentile(gains["recall@1"][draws].mean(axis=1), [2.5, 97.5])
    return Row(
        questions=asked[0].language,
        passages=",".join(languages) or "all",
        count=len(asked),
        figures={name: round(float(values.mean()), 4) for name, values in gains.items()},
        interval=(round(float(low), 4), round(float(high), 4)),
        queries_per_second=round(len(asked) / seconds, 1),
        own_language_wrong=round(biased / len(asked), 4) if parallel else None,
    )


def measure_xquad(
    retriever: "Retriever",
    asked: Sequence[Asked],
    passages: Sequence[Language],
    questions: Sequence[Language],
    done: Callable[[int], None] = lambda _: None,
) -> Iterator[Row]:
    """A row for each pair of languages and, with several languages of passages, for all of them together."""
    for spoken in questions:
        batch = [item for item in asked if item.language == spoken]
        for language in passages:
            yield measure(retriever, batch, [language], done)
        if len(passages) > 1:
            yield measure(retriever, batch, (), done, parallel=True)


def table(rows: Sequence[Row], before: Sequence[Row] = ()) -> str:
    """A Markdown table; with the rows of an earlier run, how much recall@1 has changed."""
    earlier = {(row.questions, row.passages): row for row in before}
    names = ["questions", "passages", *FIGURES[:4], "MRR@10", "nDCG@10", "95 % of R@1", "own wrong", "q/s"]
    names += ["change"] if before else []
    lines = ["| " + " | ".join(names) + " |", "|---|---|" + "---:|" * (len(names) - 2)]
    for row in rows:
        cells = [row.questions, row.passages, *(f"{row.figures[name]:.3f}" for name in FIGURES)]
        cells += [f"{row.interval[0]:.3f}–{row.interval[1]:.3f}"]
        cells += ["–" if row.own_language_wrong is None else f"{row.own_language_wrong:.3f}"]
        cells += [f"{row.queries_per_second:.0f}"]
        if before:
            old = earlier.get((row.questions, row.passages))
            cells += [f"{row.figures['recall@1'] - old.figures['recall@1']:+.3f}" if old else "–"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def save(path: Path, rows: Sequence[Row], facts: dict[str, Any]) -> None:
    """Write the rows and ``facts`` on the run to ``path``; AssistantError when that can't be done."""
    from assistant.evaluation.results import replace_file

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = {**facts, "rows": [asdict(row) for row in rows]}
        replace_file(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise AssistantError("folder_unwritable", path=path.parent, reason=error.strerror or error) from None


def load(path: Path, questions: str) -> list[Row]:
    """The rows that `save` wrote, none when there is no file; AssistantError for a file that holds something else.

    ``questions`` is what the fact of that name must be: figures of other questions can't be compared.
    """
    if not path.exists():
        return []
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        rows = [Row(**{**row, "interval": tuple(row["interval"])}) for row in content["rows"]]
        same = content["questions"] == questions
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise AssistantError("benchmark_file", path=path, reason=error) from None
    if not same:
        raise AssistantError("benchmark_other", path=path)
    return rows


def digest(asked: Sequence[Asked], texts: "Sequence[Document]" = ()) -> str:
    """A hash of what is asked, and of the texts where they belong to the questions."""
    parts = [(item.text, item.paragraphs) for item in asked], [document.texts for document in texts]
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def peak_memory(*, programs: bool = False) -> int | None:
    """Most bytes of memory that this process had at once, or one of the ``programs`` that it ran and that have ended.

    None where the system does not say.
    """
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_CHILDREN if programs else resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _own_first(item: Asked, evidence: "Sequence[Evidence]") -> bool:
    """Whether a wrong text in the question's language comes before every right one in another."""
    others = [entry for entry in evidence if entry.language != item.language or not item.accepts(entry)]
    right = next((n for n, entry in enumerate(others) if item.accepts(entry)), len(others))
    return any(entry.language == item.language for entry in others[:right])


def _gain(name: str, rank: int) -> float:
    import math

    kind, depth = name.split("@")
    if not 0 < rank <= int(depth):
        return 0.0
    return {"recall": 1.0, "mrr": 1 / rank, "ndcg": 1 / math.log2(1 + rank)}[kind]
