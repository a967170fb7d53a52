"""A question set to results and figures, resumable: ``evaluate("questions.jsonl", "out")``."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantError
from assistant.evaluation.metrics import DEPTH, METRICS, Result, holds_facts, summarise
from assistant.evaluation.questions import Question, load_questions
from assistant.languages import LANGUAGES, Language, detect_language
from assistant.messages import text

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.qa import Assistant

__all__ = ["METRICS", "Question", "Result", "evaluate", "holds_facts", "load_questions", "summarise", "table"]

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
        results = _resume(folder, run)
        _ask(asked, results, assistant, folder / RESULTS, interface)
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
        cells = [_cell(name, column[name]) for column in columns.values()]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(name: str, value: float | None) -> str:
    if value is None:
        return "–"
    return str(value) if name in ("questions", "errors") else f"{value:.2f}" if name.endswith("_s") else f"{value:.3f}"


def _resume(folder: Path, run: dict[str, Any]) -> dict[tuple[str, str], Result]:
    """The results that an earlier run of the same kind left in ``folder``, which is made ready to go on."""
    folder.mkdir(parents=True, exist_ok=True)
    marker, file = folder / _RUN, folder / RESULTS
    if not marker.exists() and not file.exists():
        replace_file(marker, json.dumps(run, ensure_ascii=False, indent=2) + "\n")
        return {}
    try:
        same = json.loads(marker.read_text(encoding="utf-8")) == run
    except (OSError, ValueError):
        same = False
    if not same:
        raise AssistantError("results_other_run", path=folder)
    results = {}
    if file.exists():
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                result = Result.from_dict(json.loads(line))
            except (ValueError, TypeError, KeyError):  # a line that was being written when the run was killed
                continue
            results[result.id, result.language] = result
        replace_file(file, "".join(_line(result) for result in results.values()))
    return results


def _ask(
    questions: Sequence[Question],
    results: dict[tuple[str, str], Result],
    assistant: "Assistant",
    file: Path,
    interface: Language,
) -> None:
    """Ask what has no result yet, and append each result as it comes."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    missing = [question for question in questions if (question.id, question.language) not in results]
    if missing:
        assistant.warm_up()  # so that the first answers' times are those of the others
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        Progress(*columns, console=Console(stderr=True), speed_estimate_period=600) as progress,
        file.open("a", encoding="utf-8") as output,
    ):
        done = len(questions) - len(missing)
        task = progress.add_task(text("progress_evaluate", interface), total=len(questions), completed=done)
        for question in missing:
            result = _result(question, assistant)
            results[question.id, question.language] = result
            output.write(_line(result))
            output.flush()
            progress.advance(task)


def _result(question: Question, assistant: "Assistant") -> Result:
    given = (question.id, question.language, question.text, question.paragraphs, question.facts)
    try:
        answer = assistant.ask(question.text, question.language)
        ranked = assistant.search(question.text, DEPTH, question.language)
    except AssistantError as error:
        return Result(*given, error=str(error))
    return Result(
        *given,
        ranked=tuple(item.paragraph for item in ranked),
        text=answer.text,
        text_language=_written_in(answer),
        refused=answer.refused,
        cited=tuple(citation.paragraph for citation in answer.citations),
        retrieve=answer.timings.retrieve,
        first_token=answer.timings.first_token,
        total=answer.timings.total,
    )


def _written_in(answer: "Answer") -> str:
    """The language of the answer's own words: its labels are always in the right one, and a number in any."""
    words = answer.text
    for citation in answer.citations:
        words = words.replace(f"[{citation.label}]", "")
    return detect_language(words)[0] if any(map(str.isalpha, words)) else answer.language


def _line(result: Result) -> str:
    return json.dumps(result.to_dict(), ensure_ascii=False) + "\n"


def replace_file(path: Path, content: str) -> None:
    """Write beside, then rename: a reader never sees half a file."""
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_text(content, encoding="utf-8")
    os.replace(beside, path)
