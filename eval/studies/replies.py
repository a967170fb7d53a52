"""Whether a change of the code changes what is answered.

`python eval/studies/replies.py ask FILE` asks 300 questions of the sets of `eval/` and keeps the replies in FILE;
`python eval/studies/replies.py compare BEFORE AFTER` prints how many of them differ, and the first ones that do. Run
`ask` in two checkouts, with the same models. A third of the questions is asked in each language; 60 are the last ones
of dialogues and 24 attacks, the others are spread evenly over the other sets.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant import Answer, Assistant, Turn
from assistant.languages import LANGUAGES

EVAL = Path(__file__).resolve().parents[1]
_SETS = ("about_document", "answers", "delegates", "desk", "paraphrased", "resolution", "unread")
_DIALOGUES, _ATTACKS, _OTHERS = 60, 24, 216
_COMPARED = ("text", "language", "refused", "note", "standalone", "citations")


def questions() -> Iterator[tuple[str, list[str]]]:
    """(name, turns) of the 300: the last turn is the question, those before it are the conversation."""
    dialogues = [
        (f"{row['id']} {code}", row["turns"][code])
        for n, row in enumerate(_rows("conversations"))
        for code in (*LANGUAGES[n % 3 :], *LANGUAGES[: n % 3])
    ]
    attacks = [(row["id"], [row["question"]]) for row in _rows("attacks") if row["place"] == "question"]
    others = [
        (f"{name} {row.get('id', n)} {code}", [row["question"][code]])
        for name in _SETS
        for n, row in enumerate(_rows(name))
        for code in (*LANGUAGES[n % 3 :], *LANGUAGES[: n % 3])
    ]
    for of, count in ((dialogues, _DIALOGUES), (attacks, _ATTACKS), (others, _OTHERS)):
        for n in range(count):
            yield of[n * len(of) // count]


def ask(file: Path) -> None:
    """Ask all and keep the replies, a JSON object a line."""
    assistant = Assistant()
    with file.open("w", encoding="utf-8") as lines:
        for name, turns in questions():
            history: list[Turn] = []
            for question in turns:
                answer = assistant.ask(question, history=history)
                history.append(Turn(question, answer.text))
            lines.write(json.dumps({"name": name, "turns": turns, **_kept(answer)}, ensure_ascii=False) + "\n")
            lines.flush()


def compare(before: Path, after: Path) -> int:
    """How many replies differ, having printed that and what differs in the first ten."""
    pairs = list(zip(_lines(before), _lines(after), strict=True))
    different = [(old, new) for old, new in pairs if old != new]
    for old, new in different[:10]:
        print(old["name"], old["turns"])
        for field in _COMPARED:
            if old[field] != new[field]:
                print(f"  {field}\n    before {old[field]}\n    after  {new[field]}")
    print(f"{len(different)} of {len(pairs)} replies differ")
    return len(different)


def _kept(answer: Answer) -> dict[str, Any]:
    """What must not change: all but times and models."""
    row = answer.to_dict()
    return {field: row[field] for field in _COMPARED}


def _rows(name: str) -> list[dict[str, Any]]:
    return _lines(EVAL / f"{name}.jsonl")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(arguments: Sequence[str] | None = None) -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("ask").add_argument("file", type=Path)
    compared = commands.add_parser("compare")
    compared.add_argument("before", type=Path)
    compared.add_argument("after", type=Path)
    given = parser.parse_args(arguments)
    if given.command == "ask":
        ask(given.file)
    else:
        raise SystemExit(bool(compare(given.before, given.after)))


if __name__ == "__main__":
    main()
