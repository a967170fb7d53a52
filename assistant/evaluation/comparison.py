"""The assistant and a plain chain, asked the same questions in turn: what each answers and cites, and how fast."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from assistant.answer import Answer, Event, Evidence, cited_as
from assistant.errors import AssistantError
from assistant.evaluation.metrics import ANSWERS, METRICS, Result, summarise
from assistant.evaluation.questions import Question
from assistant.evaluation.results import collect, resume
from assistant.evaluation.runs import cell
from assistant.evaluation.wording import own_words, written_in
from assistant.languages import LANGUAGES, Language
from assistant.text.claims import claims, in_words

# Those of `METRICS` that say something of both, and what is counted or divided here; "_p50_s" to "_ratio" are `TIMES`.
_COUNTS = {
    "citations_not_retrieved": "citations of paragraphs that were not found for the question",
    "answers_unsupported": "answers with a number, symbol or month that neither a cited paragraph nor the question has",
}
_RATIOS = {
    "first_token_ratio": "first_token_p50_s, as a multiple of the assistant's",
    "total_ratio": "total_p50_s, as a multiple of the assistant's",
}
TIMES = ("questions", "retrieve_p50_s", "first_token_p50_s", "total_p50_s", *_RATIOS)
_SHOWN = (
    "questions",
    "errors",
    *ANSWERS,
    *_COUNTS,
    *TIMES[1:],
)
FIGURES = {name: {**METRICS, **_COUNTS, **_RATIOS}[name] for name in _SHOWN}
# By question language, then by system.
Figures = dict[str, dict[str, dict[str, float | None]]]


class System(Protocol):
    """What can be measured."""

    def warm_up(self) -> None:
        """Load everything."""

    def stream(self, question: str, language: Language) -> Iterator[Event]:
        """See `assistant.qa.Assistant.stream`."""


@dataclass(frozen=True)
class Reply(Result):
    """What ``system`` answered.

    ``not_retrieved`` are the cited paragraphs that were not among those found; ``unsupported`` the `claims` of an
    answer that neither a cited paragraph nor the question has.
    """

    system: str = ""
    not_retrieved: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()


def spread(questions: Sequence[Question], limit: int | None) -> list[Question]:
    """``limit`` questions of each language, evenly over the set; languages take turns.

    Each language gets other questions where there are enough, so that no model reads the same paragraphs twice and has
    them in its cache.
    """
    by_language = {code: [item for item in questions if item.language == code] for code in LANGUAGES}
    spoken = [items for items in by_language.values() if items]
    chosen: list[tuple[int, int, Question]] = []
    for place, items in enumerate(spoken):
        count = min(limit or len(items), len(items))
        for n in range(count):
            at = (n * len(spoken) + place) * len(items) // (count * len(spoken))
            chosen.append((at, place, items[at]))
    return [question for *_, question in sorted(chosen, key=lambda item: item[:2])]


def compare(
    questions: Sequence[Question],
    systems: Mapping[str, System],
    *,
    out: Path | None = None,
    run: dict[str, Any] | None = None,
    interface: Language = "en",
) -> list[Reply]:
    """Ask each question of each of ``systems``, in turn, so that what else the machine does slows all of them.

    With ``out`` the replies are kept there, and a run of the same kind (``run``) that was interrupted goes on.
    AssistantError for a file that can't be written or that is another run's.
    """
    jobs = [(name, question) for question in questions for name in systems]
    kept: dict[tuple[str, str, str], Reply] = {}
    try:
        if out:
            earlier = resume(out, out.with_name(f"{out.stem}.run.json"), {**(run or {}), "systems": [*systems]}, Reply)
            kept = {(item.system, item.id, item.language): item for item in earlier}
        missing = [job for job in jobs if (job[0], job[1].id, job[1].language) not in kept]
        for name in dict.fromkeys(name for name, _ in missing):
            systems[name].warm_up()
        for reply in collect(missing, partial(_ask, systems=systems), out, interface, len(jobs) - len(missing)):
            kept[reply.system, reply.id, reply.language] = reply
    except OSError as error:
        if out is None:  # it is no file of ours
            raise
        raise AssistantError("folder_unwritable", path=out.parent, reason=error.strerror or error) from None
    return [kept[name, question.id, question.language] for name, question in jobs]


def figures(replies: Sequence[Reply]) -> Figures:
    """`FIGURES` by language of the question, and for "all" where there are several, and by system."""
    found: Figures = {}
    for name in dict.fromkeys(reply.system for reply in replies):
        for code, summary in summarise([reply for reply in replies if reply.system == name]).items():
            own = [reply for reply in replies if reply.system == name and code in ("all", reply.language)]
            own = [reply for reply in own if not reply.error]
            counts = {
                "citations_not_retrieved": sum(len(reply.not_retrieved) for reply in own),
                "answers_unsupported": sum(bool(reply.unsupported) for reply in own),
            }
            found.setdefault(code, {})[name] = {**summary, **counts}
    for systems in found.values():
        base = next(iter(systems.values()))
        for column in systems.values():
            for ratio in _RATIOS:
                own_time, time_of_base = (item[ratio.replace("_ratio", "_p50_s")] for item in (column, base))
                against = column is not base and own_time is not None and time_of_base
                column[ratio] = round(own_time / time_of_base, 4) if against else None  # type: ignore[operator]
    if len(found) == 2:  # one language, and all of it
        del found["all"]
    return {code: {name: {key: row[key] for key in FIGURES} for name, row in of.items()} for code, of in found.items()}


def table(found: Figures, names: Sequence[str] = tuple(FIGURES)) -> str:
    """A Markdown table, a figure a row and a column for each language and system."""
    columns = {f"{code} {name}": row for code, systems in found.items() for name, row in systems.items()}
    lines = ["| | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    for name in names:
        lines.append(f"| {name} | " + " | ".join(cell(name, row[name]) for row in columns.values()) + " |")
    return "\n".join(lines)


def _ask(job: tuple[str, Question], systems: Mapping[str, System]) -> Reply:
    """The reply, its times taken here: a reader of either system sees no more than its events."""
    name, question = job
    # All systems read one corpus; of which text that is the assistant knows.
    main = next(filter(None, (getattr(system, "main", "") for system in systems.values())), "")
    given = (question.id, question.language, question.text, question.paragraphs, question.facts)
    begin = time.perf_counter()
    evidence: tuple[Evidence, ...] = ()
    answer: Answer | None = None
    retrieve = first = 0.0
    try:
        for event in systems[name].stream(question.text, question.language):
            now = time.perf_counter() - begin
            if isinstance(event, Answer):
                answer = event
            elif isinstance(event, str) and event:
                first = first or now
            elif isinstance(event, tuple):
                evidence, retrieve = event, now
    except AssistantError as error:
        return Reply(*given, error=str(error), system=name)
    assert answer is not None
    total = time.perf_counter() - begin
    words = own_words(answer)
    found = {(item.document, item.paragraph) for item in evidence}
    there = [claims(question.text), *(claims(citation.quote) for citation in answer.citations)]
    # "Until the 19th century" is translated from "直至十九世纪".
    there += [in_words(citation.quote) for citation in answer.citations if citation.language != answer.language]
    return Reply(
        *given,
        ranked=tuple(cited_as(item, main) for item in evidence),
        text=answer.text,
        words=words,
        text_language=written_in(words, question.language),
        refused=answer.refused,
        cited=tuple(dict.fromkeys(cited_as(item, main) for item in answer.citations)),
        retrieve=round(retrieve, 4),
        first_token=round(first or total, 4),
        total=round(total, 4),
        system=name,
        not_retrieved=tuple(
            item.paragraph for item in answer.citations if (item.document, item.paragraph) not in found
        ),
        unsupported=() if answer.refused else tuple(sorted(claims(words).difference(*there))),
    )
