"""Print how the last questions of dialogues are answered: `python eval/conversations.py [--part development|aside]`.

Each dialogue of `conversations.jsonl` is asked to its end, in each language: share of the last answers that hold every
fact, cite an acceptable paragraph, and are in the language; and refusals. With ``--wrong`` the answers that miss
something are printed, too.
"""

import argparse
import json

from followups import FOLDER, number

from assistant import Assistant
from assistant.answer import Turn
from assistant.evaluation.metrics import Result, holds_facts, summarise
from assistant.languages import LANGUAGES, detect_language

SHOWN = (
    "questions",
    "facts_present",
    "answers_citing_acceptable",
    "citations_acceptable",
    "language_match",
    "refused_unanswerable",
    "refused_answerable",
)


def main() -> None:
    """Ask and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("development", "aside"), help="even or odd numbers alone")
    parser.add_argument("--wrong", action="store_true", help="print the answers that miss something")
    options = parser.parse_args()
    numbers = {"development": (0,), "aside": (1,)}.get(options.part, (0, 1))
    assistant = Assistant()
    rows = map(json.loads, (FOLDER / "conversations.jsonl").read_text(encoding="utf-8").splitlines())
    results = []
    for row in (row for row in rows if number(row["id"]) % 2 in numbers):
        for code in LANGUAGES:
            history: list[Turn] = []
            for question in row["turns"][code]:
                answer = assistant.ask(question, history=history)
                history.append(Turn(question, answer.text))
            result = Result(
                id=row["id"],
                language=detect_language(question)[0],  # a dialogue may change its language
                question=question,
                paragraphs=tuple(row["paragraphs"]),
                facts=tuple(map(tuple, row["facts"][code])) if row["paragraphs"] else None,
                text=answer.text,
                text_language=answer.language,
                refused=answer.refused,
                cited=tuple(item.paragraph for item in answer.citations),
            )
            results.append(result)
            right = result.refused if not result.paragraphs else holds_facts(result.text, result.facts or ())
            if options.wrong and not (right and set(result.cited) <= set(result.paragraphs or ())):
                print(f"{row['id']} {code} {row['turns'][code]}\n    {result.text}")
    figures = summarise(results)
    print("\n| | " + " | ".join(figures) + " |\n|---|" + "---:|" * len(figures))
    for name in SHOWN:
        print(f"| {name} | " + " | ".join(f"{column[name]}" for column in figures.values()) + " |")


if __name__ == "__main__":
    main()
