"""What each rule of an answer gains: `python eval/studies/rules.py KEPT [--library FOLDER] [--rules NAME …]`.

Each rule is switched off, one at a time, and questions that no rule came of are asked again: `eval/unread.jsonl` and
the odd rows of `eval/paraphrased.jsonl`, each in one of the three languages in turn; with `../shared` the open
questions on the draft, and questions on passages of XQuAD in three languages, every third without its passage; with a
``--library`` of the texts of `../shared/undocs/library` those of `library.dev.jsonl`. KEPT is the file in which the
model's replies are kept, so that only what a rule changes is asked of it anew. Printed for each rule: answers that
change without it, those of them that become good and that become bad, and right answers that the rule gains in a
hundred. `rules.md` has what came of it.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import PropertyMock, patch

from kept import Kept

from assistant import Assistant
from assistant.answer import Answer, Evidence, cited_as
from assistant.evaluation import Question, load_questions
from assistant.evaluation.metrics import holds_facts
from assistant.evaluation.xquad import xquad_corpus
from assistant.generation import load_engine
from assistant.languages import LANGUAGES, Language
from assistant.models import language_model
from assistant.retrieval import Retriever
from assistant.settings import Settings, load_settings

HERE = Path(__file__).resolve().parents[1]
SHARED = HERE.parents[1] / "shared"
OF_XQUAD = 30  # of each language


def no(*_: Any, **__: Any) -> bool:
    """In place of a rule that holds a paragraph or a sentence back."""
    return False


def same(value: Any, *_: Any, **__: Any) -> Any:
    """In place of what rewrites its first argument."""
    return value


ROOM = "assistant.answering."
# By name: what is put in place of what.
RULES: dict[str, dict[str, Any]] = {
    "paragraph: other places": {ROOM + "writing.elsewhere": no},
    "paragraph: titles and named ones first": {ROOM + "writing._matched": same},
    "sentence: number or time lacking": {ROOM + "writing.lacking": no, ROOM + "citations.lacking": no},
    "sentence: names": {ROOM + "support.names": lambda _: set()},
    "sentence: places": {ROOM + "support.known": lambda *_: set()},
    "sentence: share of words": {ROOM + "support.LEAST_COVERED": 0.0},
    "sentence: the model's opinion": {ROOM + "support.LEAST": 0.0},
    "sentence: language": {ROOM + "support._is_in": lambda *_: True},
    "sentence: none of the model": {ROOM + "writing.supported": lambda *_: ([], False)},
    "quotation: yes or no": {ROOM + "request.Request.polar": PropertyMock(return_value=False)},
    "quotation: as for what is wrong": {ROOM + "selection._QUOTED_FOR_WRONG": 0.4},
    "quotation: as for a number": {ROOM + "selection._QUOTED_FOR_NUMBER": 0.7},
    "question: courtesies": {"assistant.question.reading.to_the_point": same},
    "question: name of the text": {"assistant.question.reading.without_source": same},
    "question: spelling": {"assistant.question.reading.spelled": same},
    "question: orders": {"assistant.question.reading.defused_question": same},
    "question: several": {"assistant.qa.taken_apart": lambda question: (question,)},
    "question: looked up": {"assistant.qa.look_up": lambda *_: None},
}


@dataclass(frozen=True)
class Asked:
    """A question of a set, in ``language``, and whether a reply is ``good``; ``without`` are not to be found."""

    language: Language | None
    text: str
    good: Callable[[Answer], bool]
    without: tuple[str, ...] = ()


def fits(question: Question, main: str) -> Callable[[Answer], bool]:
    """Cites an acceptable paragraph and has each fact, or refuses where nothing answers."""

    def good(answer: Answer) -> bool:
        if not question.paragraphs:
            return answer.refused
        cited = {cited_as(item, main) for item in answer.citations}
        return (
            not answer.refused
            and bool(cited & {*question.paragraphs})
            and holds_facts(answer.text, question.facts or ())
        )

    return good


def in_turn(questions: Sequence[Question], main: str, odd: bool = False) -> list[Asked]:
    """Each row in one language, in turn."""
    ids = list(dict.fromkeys(item.id for item in questions))
    wanted = {(name, LANGUAGES[number % 3]) for number, name in enumerate(ids) if not (odd and number % 2)}
    asked = (item for item in questions if (item.id, item.language) in wanted)
    return [Asked(item.language, item.text, fits(item, main)) for item in asked]


def scorer() -> ModuleType:
    """`../shared/tools/score_questions.py`."""
    spec = spec_from_file_location("score_questions", SHARED / "tools" / "score_questions.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shared(name: str, judge: Callable[..., dict[str, Any]]) -> list[Asked]:
    """Questions of ``../shared`` in all languages, judged as they are there."""
    rows = [json.loads(line) for line in (SHARED / "questions" / name).read_text(encoding="utf-8").splitlines()]

    def good(row: dict[str, Any], language: str) -> Callable[[Answer], bool]:
        return lambda answer: bool(judge(row, language, answer.to_dict())["good"])

    return [Asked(None, row["question"][code], good(row, code)) for row in rows for code in LANGUAGES]


@contextmanager
def sets(file: Path, library: Path | None, wanted: Sequence[str]) -> Iterator[dict[str, tuple[Assistant, list[Asked]]]]:
    """Each set that is ``wanted``, all where none is, with the assistant that it is asked of."""

    def assistant(settings: Settings) -> Assistant:
        model = language_model(settings, "en")
        return Assistant(settings, engine=Kept(model, lambda: load_engine(settings), file))

    nothing = library / "none" if library else None
    alone = assistant(load_settings(library_dir=nothing or file.parent / "none", index_dir=file.parent / "alone"))
    unread, paraphrased = (load_questions(HERE / f"{name}.jsonl") for name in ("unread", "paraphrased"))
    found = {
        "unread": (alone, in_turn(unread, alone.main)),
        "paraphrased, odd": (alone, in_turn(paraphrased, alone.main, odd=True)),
    }
    if SHARED.exists():
        judge = scorer().judge
        found["open.dev"] = (alone, shared("open.dev.jsonl", judge))
        if library:
            whole = assistant(load_settings(library_dir=library / "library", index_dir=library / "index"))
            found["library.dev"] = (whole, shared("library.dev.jsonl", judge))
    with ExitStack() as stack:
        for code in LANGUAGES if SHARED.exists() else ():
            if wanted and f"XQuAD, {code}" not in wanted:
                continue
            questions, settings, _ = stack.enter_context(xquad_corpus(SHARED / "benchmarks", code, [code]))
            passages = assistant(settings)
            found[f"XQuAD, {code}"] = passages, of_passages(questions[:: len(questions) // OF_XQUAD][:OF_XQUAD])
        yield {name: one for name, one in found.items() if not wanted or name in wanted}


def of_passages(questions: Sequence[Question]) -> list[Asked]:
    """Every third without its passage, which nothing else answers."""
    asked = []
    for number, item in enumerate(questions):
        there = item.paragraphs or ()
        taken = there if number % 3 == 2 else ()
        put = replace(item, paragraphs=()) if taken else item
        asked.append(Asked(item.language, item.text, fits(put, ""), taken))
    return asked


def replies(found: dict[str, tuple[Assistant, list[Asked]]]) -> dict[str, list[tuple[str, bool]]]:
    """Of each set the replies, and whether they are good."""

    def reply(assistant: Assistant, asked: Asked) -> tuple[str, bool]:
        found = Retriever.search_sources

        def search(*args: Any, **options: Any) -> tuple[Evidence, ...]:
            return tuple(item for item in found(*args, **options) if item.paragraph not in asked.without)

        with patch.object(Retriever, "search_sources", search):
            answer = assistant.ask(asked.text, asked.language)
        return answer.text, asked.good(answer)

    return {name: [reply(assistant, one) for one in asked] for name, (assistant, asked) in found.items()}


def main() -> None:
    """The table, a rule a line as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept", type=Path)
    parser.add_argument("--library", type=Path, help="a folder with library/ and index/ of the shared texts")
    parser.add_argument("--rules", nargs="*", default=list(RULES))
    parser.add_argument("--sets", nargs="*", default=[])
    parser.add_argument("--changes", action="store_true", help="print each answer that changes, too")
    options = parser.parse_args()
    with sets(options.kept, options.library, options.sets) as chosen:
        before = replies(chosen)
        print("| rule | " + " | ".join(chosen) + " | gains in 100 |\n|---|" + "---|" * len(chosen) + "---:|")
        print(
            "| good with all | "
            + " | ".join(f"{sum(good for _, good in rows)} of {len(rows)}" for rows in before.values())
            + " | |",
            flush=True,
        )
        for rule in options.rules:
            with ExitStack() as stack:
                for target, put in RULES[rule].items():
                    stack.enter_context(patch(target, put))
                after = replies(chosen)
            cells, gained, asked = [], 0, 0
            for name, rows in before.items():
                pairs = list(zip(rows, after[name], strict=True))
                changed = [n for n, (one, other) in enumerate(pairs) if one != other]
                better = sum(other > one for (_, one), (_, other) in pairs)
                worse = sum(other < one for (_, one), (_, other) in pairs)
                cells.append(f"{len(changed)}: +{better} −{worse}" if changed else "·")
                gained, asked = gained + worse - better, asked + len(rows)
                for n in changed if options.changes else ():
                    print(f"    {name}: {chosen[name][1][n].text}\n      {pairs[n][0]}\n      {pairs[n][1]}")
            print(f"| {rule} | " + " | ".join(cells) + f" | {100 * gained / asked:+.1f} |", flush=True)


if __name__ == "__main__":
    main()
