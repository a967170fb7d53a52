"""Print how long a reader waits: `python eval/latency.py [--questions FILE] [--rounds N]`.

Medians over a warm assistant (all models loaded, one answer given), by language, and the time of `assistant --help`
and of a second start of `assistant ask`. Nothing is asserted: machines differ.
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from assistant import Assistant
from assistant.evaluation import load_questions
from assistant.languages import LANGUAGES

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "resolution.dev.jsonl"


def command(*args: str) -> float:
    """Median seconds of three runs of the command line."""
    program = str(Path(sys.executable).with_name("assistant"))
    seconds = []
    for _ in range(3):
        begin = time.perf_counter()
        subprocess.run([program, *args], check=True, capture_output=True)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def main() -> None:
    """Run and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, default=GOLD)
    parser.add_argument("--limit", type=int, default=10, help="questions a language")
    options = parser.parse_args()

    assistant = Assistant()
    assistant.warm_up()
    print("| seconds, median | evidence | first token | whole answer | answers |\n|---|---:|---:|---:|---:|")
    for language in LANGUAGES:
        timings = [
            assistant.ask(question.text, language).timings
            for question in load_questions(options.questions, [language], options.limit)
        ]
        medians = [
            statistics.median(getattr(t, name) for t in timings) for name in ("retrieve", "first_token", "total")
        ]
        print(f"| {language} | " + " | ".join(f"{value:.3f}" for value in medians) + f" | {len(timings)} |")
    print(f"\n`assistant --help`: {command('--help'):.2f} s")
    first = load_questions(options.questions, ["en"], 1)[0]
    print(f"`assistant ask` from start to end, models on disk: {command('ask', first.text):.1f} s")


if __name__ == "__main__":
    main()
