"""A question set to results and figures, resumable: ``evaluate("questions.jsonl", "out")``."""

import hashlib
import json
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answer import cited_as
from assistant.errors import AssistantError
from assistant.evaluation.metrics import DEPTH, METRICS, Result, summarise
from assistant.evaluation.questions import Question, load_questions
from assistant.evaluation.results import collect, replace_file, resume
from assistant.evaluation.wording import own_words, written_in
from assistant.languages import LANGUAGES, Language

if TYPE_CHECKING:
    from assistant.qa import Assistant

RESULTS, SUMMARY, _RUN = "results.jsonl", "summary.json", "run.json"


def evaluate(
    questions: str | os.PathLike[str],
    out: str | os.PathLike[str],
    assistant: "Assistant | None" = None,
    *,
    languages: Sequence[Language] = LANGUAGES,
    limit: int | None = None,
    interface: Language = "en",
) -> dict[str, Any]:
    """Ask every question and write ``results.jsonl``, a line an answer, and ``summary.json`` to ``out``.

    A run that was interrupted goes on where it stopped; ``out`` may not hold another run's results (other
    questions, corpus, models or settings). ``assistant`` is one with the default settings unless given;
    ``interface`` the language of the progress bar. Returns the summary: "languages" holds the `METRICS` by language.
    AssistantError for question sets and folders that can't be used; a question that fails is counted under "errors".
    """
    from assistant.qa import Assistant

    path, folder = Path(questions), Path(out)
    asked = load_questions(path, languages, limit)
    assistant = assistant or Assistant()
    run = {
        "questions": hashlib.sha256(path.read_bytes()).hexdigest(),
        "assistant": assistant.fingerprint,
        "models": assistant.models,
    }
    try:
        results = {(item.id, item.language): item for item in resume(folder / RESULTS, folder / _RUN, run, Result)}
        missing = [question for question in asked if (question.id, question.language) not in results]
        if missing:
            assistant.warm_up()  # so that the first answers' times are those of the others
        ask, done = partial(_result, assistant=assistant), len(asked) - len(missing)
        for item in collect(missing, ask, folder / RESULTS, interface, done):
            results[item.id, item.language] = item
        kept = [results[question.id, question.language] for question in asked]
        summary = {"run": run, "languages": summarise(kept)}
        replace_file(folder / SUMMARY, json.dumps(summary, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        raise AssistantError("folder_unwritable", path=folder, reason=error.strerror or error) from None
    return summary


def table(summary: dict[str, Any]) -> str:
    """The summary as a Markdown table, a metric a row and a language a column."""
    columns = summary["languages"]
    lines = ["| | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    for name in METRICS:
        cells = [cell(name, column[name]) for column in columns.values()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def cell(name: str, value: float | None) -> str:
    """A figure as the table shows it: counts whole, seconds and ratios with two places, shares with three."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.{2 if name.endswith(('_s', '_ratio')) else 3}f}"


def _result(question: Question, assistant: "Assistant") -> Result:
    given = (question.id, question.language, question.text, question.paragraphs, question.facts)
    try:
        answer = assistant.ask(question.text, question.language)
        ranked = assistant.search(question.text, DEPTH, question.language)
    except AssistantError as error:
        return Result(*given, error=str(error))
    words = own_words(answer)
    return Result(
        *given,
        ranked=tuple(cited_as(item, assistant.main) for item in ranked),
        text=answer.text,
        words=words,
        text_language=written_in(words, answer.language),
        refused=answer.refused,
        cited=tuple(cited_as(citation, assistant.main) for citation in answer.citations),
        retrieve=answer.timings.retrieve,
        first_token=answer.timings.first_token,
        total=answer.timings.total,
    )
