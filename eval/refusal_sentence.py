"""Print what a refusal sentence in the prompt does: `python eval/refusal_sentence.py [--sample N]`.

The same questions are asked with the prompt as it is and with one sentence more ("If the paragraphs do not answer the
question, write only: …"). Questions: those on the resolution with the paragraphs that retrieval finds, and a fixed
sample of XQuAD's development half, each once with its own passage among three and once with three others.
"""

import argparse
import json
import random
from pathlib import Path

from assistant import Assistant
from assistant.answer import Evidence
from assistant.citations import attribute
from assistant.evaluation import holds_facts, load_questions
from assistant.generation import Message, load_engine
from assistant.languages import LANGUAGES, Language
from assistant.messages import text
from assistant.prompts import prompt

SHARED = Path(__file__).resolve().parents[2] / "shared"
SENTENCE = {
    "zh": "如果段落没有回答问题，只写：{}",
    "ru": " Если в абзацах нет ответа, напиши только: {}",
    "en": " If they do not answer the question, write only: {}",
}
Item = tuple[str, tuple[Evidence, ...], tuple[tuple[str, ...], ...]]


def passages(texts: list[str], language: Language) -> tuple[Evidence, ...]:
    """Texts as evidence."""
    return tuple(
        Evidence("xquad", f"¶{n}", str(n), content, content, language, "original", 0.0, n)
        for n, content in enumerate(texts, 1)
    )


def xquad(language: Language, sample: int) -> tuple[list[Item], list[Item]]:
    """(answerable, unanswerable) questions with three passages each."""
    data = json.loads((SHARED / "benchmarks" / f"xquad.dev.{language}.json").read_text(encoding="utf-8"))["data"]
    pool = [passage for article in data for passage in article["paragraphs"]]
    chosen = random.Random(3)
    answerable, unanswerable = [], []
    for number in chosen.sample(range(len(pool) - 3), sample):
        question = chosen.choice(pool[number]["qas"])
        gold = (tuple(answer["text"] for answer in question["answers"]),)
        near = [passage["context"] for passage in pool[number : number + 4]]
        with_own = near[:3]
        chosen.shuffle(with_own)
        answerable.append((question["question"], passages(with_own, language), gold))
        unanswerable.append((question["question"], passages(near[1:], language), ()))
    return answerable, unanswerable


def main() -> None:
    """Run and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=15, help="XQuAD questions a language")
    sample = parser.parse_args().sample
    assistant = Assistant()
    engine = load_engine(assistant.settings)

    def encode(texts: list[str]) -> object:
        return assistant._embedder.encode(texts, "passage")

    print("| questions | sentence | right answers | refused though answerable | refused, unanswerable |")
    print("|---|---|---:|---:|---:|")
    for language in LANGUAGES:
        asked = load_questions(SHARED / "gold" / "resolution.dev.jsonl", [language])
        found = [(item.text, assistant.search(item.text, 3), item.facts or (), bool(item.paragraphs)) for item in asked]
        own, other = xquad(language, sample)
        sets = {
            "resolution": ([item[:3] for item in found if item[3]], [item[:3] for item in found if not item[3]]),
            "XQuAD": (own, other),
        }
        for name, (answerable, unanswerable) in sets.items():
            for sentence in ("", SENTENCE[language].format(text("refusal", language))):
                counts = [0, 0, 0]
                for question, evidence, facts in [*answerable, *unanswerable]:
                    system, user = prompt(question, evidence, language)
                    messages = [Message("system", system.content + sentence), user]
                    reply = "".join(engine.generate(messages, 160))
                    refused = reply.strip().startswith(text("refusal", language)[:10])
                    answer, _ = ("", ()) if refused else attribute(reply, question, evidence, encode)  # type: ignore[arg-type]
                    if not facts:
                        counts[2] += not answer
                    else:
                        counts[0] += bool(answer) and holds_facts(answer, facts)
                        counts[1] += not answer
                shares = (f"{counts[0]}/{len(answerable)}", f"{counts[1]}/{len(answerable)}")
                row = " | ".join([*shares, f"{counts[2]}/{len(unanswerable)}"])
                print(f"| {name}, {language} | {'with' if sentence else 'without'} | {row} |", flush=True)


if __name__ == "__main__":
    main()
