"""Print how a paragraph in another language is best answered from: `python eval/studies/translation.py [--limit N]`.

Questions in Russian and English on XQuAD's Chinese passages, none of which `assistant benchmark answers` asks, each
with the paragraph that answers it: answered by the model at once in the reader's language; and in Chinese, then
translated, without and with what `assistant.answering.translation` adds. An answer is clean where it passes `faithful`,
so that a reader would see it. Last, the answer that XQuAD gives in Chinese is translated: what could be reached if
nothing went wrong before.
"""

import argparse
import statistics
import time
from collections.abc import Iterator

from chunk_size import SHARED
from refusal import unasked

from assistant.answering.prompts import prompt
from assistant.answering.quotations import quotation
from assistant.answering.translation import faithful, localised, translate
from assistant.evaluation.xquad import xquad_corpus
from assistant.generation import Engine, load_engine
from assistant.index.building import open_index
from assistant.index.embedding import load_embedder
from assistant.languages import Language
from assistant.question.question import Question
from assistant.question.reading import read, understand
from assistant.settings import load_settings
from assistant.text.units import compared

NEW_TOKENS = 120
READERS: tuple[Language, ...] = ("ru", "en")


def written(engine: Engine, question: str, paragraph: str, language: Language, reply: Language) -> str:
    """What the model replies, asked in ``language``."""
    return "".join(engine.generate(prompt(question, [paragraph], language, reply=reply), NEW_TOKENS)).strip()


def translated(
    engine: Engine, sentence: str, language: Language, question: Question | None = None, context: str = ""
) -> str:
    """The translation that a reader would see, or nothing."""
    pieces = translate(sentence, "zh", language, engine, question, context)
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            return str(end.value)


def ways(
    engine: Engine, question: Question, paragraph: str, answer: str, reader: Language
) -> Iterator[tuple[str, str, float]]:
    """Of each way its name, the answer and the seconds that it took."""
    begin = time.perf_counter()

    def timed(name: str, said: str, before: float = 0.0) -> tuple[str, str, float]:
        nonlocal begin
        seconds, begin = before + time.perf_counter() - begin, time.perf_counter()
        return name, said, seconds

    asked = question.query.text
    yield timed("at once", localised(written(engine, asked, paragraph, reader, reader), reader))
    _, inner, first = timed("in Chinese", written(engine, asked, paragraph, reader, "zh"))
    _, rests_on = quotation([paragraph], compared(inner), question.compared)
    yield timed("in Chinese, translated", translated(engine, inner, reader), first)
    yield timed("… with the question", translated(engine, inner, reader, question, inner), first)
    yield timed("… and what it rests on", translated(engine, inner, reader, question, rests_on), first)
    yield timed("what it rests on, translated", translated(engine, rests_on, reader), first)
    _, rests_on = quotation([paragraph], compared(answer), set())
    yield timed("XQuAD's answer, translated", translated(engine, answer, reader, question, rests_on))
    yield timed("what that rests on, translated", translated(engine, rests_on, reader))


def main() -> None:
    """Ask and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=25, help="questions a language")
    options = parser.parse_args()
    engine = load_engine(load_settings())
    print("| | questions | holds gold | clean | s |\n|---|---:|---:|---:|---:|")
    with xquad_corpus(SHARED / "benchmarks", "zh", ("zh", *READERS)) as (questions, settings, _):
        (passages,) = open_index(settings, load_embedder(settings)).documents
        answers = {item.id: item.facts[0][0] for item in questions if item.language == "zh" and item.facts}
        for reader in READERS:
            found: dict[str, list[tuple[bool, bool, float]]] = {}
            for question in unasked([item for item in questions if item.language == reader])[: options.limit]:
                paragraph = passages[question.paragraphs[0]].text  # type: ignore[index]
                asked = read(understand(question.text, language=reader))
                for name, said, seconds in ways(engine, asked, paragraph, answers[question.id], reader):
                    clean = faithful(said, "", "zh", reader, asked, paragraph)
                    holds = clean and any(fact.lower() in said.lower() for fact in (question.facts or [[]])[0])
                    found.setdefault(name, []).append((holds, clean, seconds))
            for name, results in found.items():
                shares = [f"{sum(row[n] for row in results) / len(results):.2f}" for n in (0, 1)]
                middle = statistics.median(row[2] for row in results)
                print(f"| {reader}: {name} | {len(results)} | {' | '.join(shares)} | {middle:.1f} |", flush=True)


if __name__ == "__main__":
    main()
