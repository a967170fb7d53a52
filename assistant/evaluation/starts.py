"""How long a start of the command line takes, and how much memory."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import AssistantError
from assistant.evaluation.benchmark import peak_memory

_PROGRAM = (sys.executable, "-c", "from assistant.commands.program import main; main()")
_RUNS = 3


@dataclass(frozen=True)
class Starts:
    """Medians in seconds: ``help`` of `assistant --help`, ``first_token`` of `assistant ask` from its start.

    ``peak_memory_mb`` is the most that one of those had at once; None where the system does not say.
    """

    help: float
    first_token: float
    peak_memory_mb: int | None


def measure_starts(question: str, options: Sequence[str] = (), program: Sequence[str] = _PROGRAM) -> Starts:
    """Starts with ``options``; the first `assistant ask`, which may have an index to build, is not counted.

    Linux counts the memory of whoever starts a program as the program's own: call this before any model is loaded.
    """
    asking = [*program, "ask", question, "--json", *options]
    _timed(asking)
    first = []
    for _ in range(_RUNS):
        seconds, output = _timed(asking)
        timings = json.loads(output)["timings"]
        first.append(seconds - timings["total"] + timings["first_token"])
    helped = [_timed([*program, "--help"])[0] for _ in range(_RUNS)]
    memory = peak_memory(programs=True)
    return Starts(
        round(statistics.median(helped), 2),
        round(statistics.median(first), 2),
        None if memory is None else memory // 2**20,
    )


def _timed(command: Sequence[str]) -> tuple[float, str]:
    """Seconds to the output's first line, and all of it: a program that has answered frees its memory yet."""
    begin = time.perf_counter()
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as errors,  # not a pipe, which nobody empties meanwhile
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, encoding="utf-8") as process,
    ):
        assert process.stdout is not None
        output = process.stdout.readline()
        seconds = time.perf_counter() - begin
        output += process.stdout.read()
        if process.wait():
            errors.seek(0)
            lines = errors.read().strip().splitlines() or [f"exit code {process.returncode}"]
            raise AssistantError("benchmark_start", reason=lines[-1])
    return seconds, output
