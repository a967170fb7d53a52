"""Results in a file as they come, a JSON object a line, so that a run that was interrupted goes on where it stopped."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from assistant.errors import AssistantError
from assistant.evaluation.metrics import Result
from assistant.languages import Language
from assistant.messages import text

Job = TypeVar("Job")
Row = TypeVar("Row", bound=Result)


def resume(file: Path, marker: Path, run: dict[str, Any], kind: type[Row]) -> list[Row]:
    """The results that an earlier run of the same kind left in ``file``, which is made ready for `collect`.

    ``run`` is what the results depend on, kept in ``marker``: AssistantError when they are those of another run.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if not marker.exists() and not file.exists():
        replace_file(marker, json.dumps(run, ensure_ascii=False, indent=2) + "\n")
        return []
    try:
        same = json.loads(marker.read_text(encoding="utf-8")) == run
    except (OSError, ValueError):
        same = False
    if not same:
        raise AssistantError("results_other_run", path=file)
    results: list[Row] = []
    if file.exists():
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                results.append(kind.from_dict(json.loads(line)))
            except (ValueError, TypeError, KeyError):  # a line that was being written when the run was killed
                continue
        replace_file(file, "".join(map(_line, results)))
    return results


def collect(
    jobs: Sequence[Job], ask: Callable[[Job], Row], file: Path | None, interface: Language, done: int = 0
) -> Iterator[Row]:
    """The result of each job, appended to ``file`` before it is yielded; ``done`` jobs were so in an earlier run.

    ``interface`` is the language of the progress bar.
    """
    from contextlib import nullcontext

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        Progress(*columns, console=Console(stderr=True), speed_estimate_period=600) as progress,
        file.open("a", encoding="utf-8") if file else nullcontext() as output,
    ):
        task = progress.add_task(text("progress_evaluate", interface), total=done + len(jobs), completed=done)
        for job in jobs:
            result = ask(job)
            if output:
                output.write(_line(result))
                output.flush()
            progress.advance(task)
            yield result


def replace_file(path: Path, content: str) -> None:
    """Write beside, then rename: a reader never sees half a file."""
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_text(content, encoding="utf-8")
    os.replace(beside, path)


def _line(result: Result) -> str:
    return json.dumps(result.to_dict(), ensure_ascii=False) + "\n"
