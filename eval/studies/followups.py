"""Print how follow-up questions are understood.

`python eval/studies/followups.py [--part development|aside] [--rewrite]`

The dialogues of `conversations.jsonl`: share of those that go on with a topic whose last question finds an acceptable
paragraph, asked alone, behind the question before it, behind all questions before it, as
`assistant.question.followups` has it, and, with ``--rewrite``, as the language model writes it (about two seconds each;
no answers are shown to it, as there are none in the dialogues; what fails a check is joined). Then how often a
follow-up and a new topic are recognised, and how many of the single questions in the other sets are taken to stand
alone.
"""

import argparse
import json
import re
import time
from pathlib import Path
from statistics import median
from typing import Any

from assistant import Assistant
from assistant.answer import Turn
from assistant.evaluation import load_questions
from assistant.generation import Engine, Message, load_engine
from assistant.languages import LANGUAGES, Language, detect_language
from assistant.question.courtesies import to_the_point
from assistant.question.followups import standalone
from assistant.question.message import read_message
from assistant.text.terms import terms

FOLDER = Path(__file__).parent.parent
SINGLE = ("resolution", "answers", "about_document")
SYSTEM = {
    "zh": "把最后一个问题改写成不看对话也能懂的完整问题。只写问题，用中文。",
    "ru": "Перепиши последний вопрос так, чтобы он был понятен без разговора. Напиши только вопрос, по-русски.",
    "en": "Rewrite the last question to be clear without the conversation. Write only the question, in English.",
}
EXAMPLES = {
    "zh": [
        ("会议由谁主持？\n那在哪里举行？", "会议在哪里举行？"),
        ("法国缴纳了多少会费？\n德国呢？", "德国缴纳了多少会费？"),
    ],
    "ru": [
        ("Кто ведёт встречу?\nА где она пройдёт?", "Где пройдёт встреча?"),
        ("Какой взнос заплатила Франция?\nА Германия?", "Какой взнос заплатила Германия?"),
    ],
    "en": [
        ("Who chairs the meeting?\nAnd where is it?", "Where is the meeting?"),
        ("What contribution did France pay?\nAnd Germany?", "What contribution did Germany pay?"),
    ],
}


def arguments(about: str | None) -> argparse.ArgumentParser:
    """The options of a script that asks the dialogues."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--part", choices=("development", "aside"), help="even or odd numbers alone")
    return parser


def of_part(name: str, part: str | None) -> bool:
    """Whether the row of that name belongs to ``part`` of the questions."""
    return number(name) % 2 in {"development": (0,), "aside": (1,)}.get(part or "", (0, 1))


def dialogues(part: str | None) -> list[dict[str, Any]]:
    """Those of ``part``."""
    lines = (FOLDER / "conversations.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if of_part(row["id"], part)]


def number(name: str) -> int:
    """12 from "c12"."""
    return int(re.sub(r"\D", "", name))


def rewritten(engine: Engine, asked: list[str], language: Language) -> str:
    """The last of ``asked`` as the language model puts it; empty where that fails a check."""
    messages = [Message("system", SYSTEM[language])]
    for conversation, question in EXAMPLES[language]:
        messages += [Message("user", conversation), Message("assistant", question)]
    reply = "".join(engine.generate([*messages, Message("user", "\n".join(asked))], 60)).strip().split("\n")[0]
    said = " ".join(asked)
    sound = (
        reply.endswith(("?", "？"))
        and len(reply) <= 300
        and detect_language(reply)[0] == language
        and set(re.findall(r"\d+", reply)) <= set(re.findall(r"\d+", said))
        and (detect_language(asked[-2])[0] != language or set(terms(reply)) & set(terms(" ".join(asked[:-1]))))
    )
    return reply if sound else ""


def main() -> None:
    """Run and print two Markdown tables."""
    parser = arguments(__doc__)
    parser.add_argument("--rewrite", action="store_true", help="let the language model rewrite follow-ups, too")
    options = parser.parse_args()
    assistant = Assistant()
    engine = load_engine(assistant.settings) if options.rewrite else None
    rows = dialogues(options.part)

    ways = ["alone", "behind the last", "behind all", "as chosen", *(["rewritten"] if engine else [])]
    print("| found first / in the first 3 | dialogues | " + " | ".join(ways) + " |\n|---|" + "---:|" * (len(ways) + 1))
    recognised: dict[Language, tuple[list[bool], list[bool]]] = {}
    seconds, failed = [], 0
    for code in LANGUAGES:
        recognised[code] = ([], [])
        ranks: list[list[int]] = []
        for row in rows:
            asked = row["turns"][code]
            understood = standalone(asked[-1], [Turn(question, "") for question in asked[:-1]])
            recognised[code][row["new_topic"]].append((understood == asked[-1]) == row["new_topic"])
            if row["new_topic"] or not row["paragraphs"]:
                continue
            put = [asked[-1], " ".join(asked[-2:]), " ".join(asked), understood]
            spoken = detect_language(asked[-1])[0]
            if engine:
                begin = time.perf_counter()
                question = rewritten(engine, asked, spoken)
                seconds.append(time.perf_counter() - begin)
                failed += not question
                put.append(question or understood)
            found = [[item.paragraph for item in assistant.search(way, 3, spoken)] for way in put]
            ranks.append([min((f.index(p) for p in row["paragraphs"] if p in f), default=9) for f in found])
        shares = [(sum(r < 1 for r in column), sum(r < 3 for r in column)) for column in zip(*ranks, strict=True)]
        cells = [f"{first / len(ranks):.2f} / {three / len(ranks):.2f}" for first, three in shares]
        print(f"| {code} | {len(ranks)} | " + " | ".join(cells) + " |", flush=True)
    if seconds:
        print(f"\nRewriting: {median(seconds):.1f} s (median); {failed} of {len(seconds)} failed the check.")

    print("\n| recognised | follow-ups | new topics | single questions | leaning, of others | standing alone |")
    print("|---|---:|---:|---:|---:|---:|")
    before = [Turn("Who won?", "")]
    others = [json.loads(line) for line in (FOLDER / "leaning.jsonl").read_text(encoding="utf-8").splitlines()]
    for code, sets in recognised.items():
        single = [item for name in SINGLE for item in load_questions(FOLDER / f"{name}.jsonl", [code])]
        kept = [standalone(q.text, before) == q.text for q in single if of_part(q.id, options.part)]
        read = [(read_message(to_the_point(row[code])).leans, row["leans"]) for row in others]
        told = [[said == leans for said, leans in read if leans is kind] for kind in (True, False)]
        cells = [f"{sum(values)}/{len(values)}" for values in (*sets, kept, *told)]
        print(f"| {code} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
