"""Print what the ways of running the language model gain: `python eval/studies/generation.py [--limit N]`.

The same prompts, a question and its paragraph, in openvino-genai as the library runs a model by default and as
`assistant.generation.openvino_engine` does, with prompt lookup and each token passed on at once; then a second question
on the same paragraph.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant import Assistant
from assistant.answering.prompts import prompt
from assistant.evaluation import load_questions
from assistant.evaluation.chain import plain_openvino
from assistant.generation import Message, load_engine
from assistant.languages import LANGUAGES
from assistant.models import language_model
from assistant.settings import load_settings

QUESTIONS = Path(__file__).parent.parent / "resolution.jsonl"
NEW_TOKENS = 100
Generate = Callable[[Sequence[Message], int], Iterator[str]]


def timed(generate: Generate, messages: Sequence[Message]) -> tuple[float, float, str]:
    """Seconds to the first piece and to the last, and the text."""
    begin = time.perf_counter()
    first, text = 0.0, ""
    for piece in generate(messages, NEW_TOKENS):
        first = first or time.perf_counter() - begin
        text += piece
    return first, time.perf_counter() - begin, text


def main() -> None:
    """Run and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=5, help="questions a language")
    options = parser.parse_args()
    settings = load_settings()
    assistant = Assistant(settings)
    default = plain_openvino(language_model(settings).location, settings.threads)
    used = load_engine(settings).generate
    for generate in (default, used):  # the first reply of each is slow
        timed(generate, [Message("user", "Hello")])
    rows: dict[str, list[tuple[float, float, str]]] = {
        "default": [],
        "prompt lookup, at once": [],
        "paragraph read before": [],
    }
    for language in LANGUAGES:
        for question in load_questions(QUESTIONS, [language], options.limit):
            paragraph = assistant.search(question.text, 1, language)[0].text
            rows["default"].append(timed(default, prompt(question.text, [paragraph], language)))
            rows["prompt lookup, at once"].append(timed(used, prompt(question.text, [paragraph], language)))
            rows["paragraph read before"].append(timed(used, prompt(f"1. {question.text}", [paragraph], language)))
    print("| openvino-genai | first token, s | whole reply, s | text as by default |\n|---|---:|---:|---:|")
    for name, measured in rows.items():
        first, total = (statistics.median(times) for times in zip(*(row[:2] for row in measured), strict=True))
        same = sum(mine[2].strip() == plain[2].strip() for mine, plain in zip(measured, rows["default"], strict=True))
        shown = "–" if name == "paragraph read before" else f"{same}/{len(measured)}"
        print(f"| {name} | {first:.2f} | {total:.2f} | {shown} |")


if __name__ == "__main__":
    main()
