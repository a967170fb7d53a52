"""Print what is answered from, by kind of question, in 15 minutes.

`python eval/studies/kinds.py [--part development|aside]`

Follow-ups (the last questions of `conversations.jsonl`), by what is added to the match of a paragraph, and questions of
yes or no (in `answers.jsonl` and `delegates.jsonl`), by the likelihood from which a paragraph is quoted: how many are
answered from an acceptable paragraph, from another, or refused, and of those that the corpus does not answer. Nothing
is written, so that nothing is refused for what was written, and no rule on places or kinds of answer is asked. Then all
other questions are asked, and where nothing stands of what the model wrote the last table has, by the likelihood from
which the paragraph is quoted instead, how often that is an acceptable one. `LEANING` and the thresholds of quotations
in `assistant.answering.selection` come from it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from unittest.mock import patch

from followups import FOLDER, arguments, dialogues, of_part

from assistant import Assistant
from assistant.answer import Evidence, Turn
from assistant.answering.prompts import YES, in_context, judgement
from assistant.answering.selection import LEANING, LEAST_POLAR, Cut, choose, choose_polar, likelihood
from assistant.evaluation import Question, load_questions
from assistant.generation import Engine, load_engine
from assistant.languages import LANGUAGES, Language
from assistant.question.reading import read, understand

ADDED = (0.0, 0.1, LEANING, 0.4, 0.6)
LEAST = (0.2, 0.3, 0.4, 0.45, 0.5, 0.6)
QUOTED = (0.3, 0.4, 0.5, 0.6, 0.7, 0.85)
KINDS = ("nothing new", "not borne out", "not borne out, for a number or a time")
BEST = (8.0, 9.0, 10.0)
PARAGRAPHS = 3


@dataclass(frozen=True)
class Asked:
    """A question in ``language``, the texts found for it with the model's opinion of each, and the acceptable ones."""

    language: Language
    found: Sequence[tuple[Evidence, float]]
    right: Sequence[str]


def ask(assistant: Assistant, engine: Engine, question: str, right: Sequence[str], before: Sequence[str] = ()) -> Asked:
    """Search, and the model's opinions."""
    asked = read(understand(question, [Turn(earlier, "") for earlier in before]))
    language = asked.query.reply
    found = assistant.search(asked.query.text, language=language)[:PARAGRAPHS]
    texts = [item for item in found if item.status != "card"]
    opinions = [engine.probability(judgement(in_context(asked, language), item.text), YES) for item in texts]
    return Asked(language, list(zip(texts, opinions, strict=True)), right)


def chosen(asked: Asked, added: float, least: float, best: float = 0.0) -> str:
    """The paragraph that would be answered from, empty where none is likely enough; for a yes or no, where ``best`` is
    given, the only one within 1.0 of that score as well.
    """
    opinions = {(item.document, item.paragraph): opinion for item, opinion in asked.found}
    items = [replace(item, match=item.match + added) for item, _ in asked.found]

    def judge(item: Evidence) -> float:
        return opinions[item.document, item.paragraph]

    if best:
        found = choose_polar(items, judge, [asked.language], Cut(best, 0.0, 1.0))
    else:
        found = choose(items, judge, [asked.language], least=least)
    return found.paragraph if found else ""


def print_table(head: str, rows: Iterable[tuple[float, ...]], questions: Sequence[Asked]) -> None:
    """A row for each (added to the match, least likelihood), with the least score of what stands out, if any."""
    print(f"\n| {head} | right paragraph | another | refused | of | not answerable, refused | of |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    answerable = [item for item in questions if item.right]
    others = [item for item in questions if not item.right]
    for row in rows:
        of = [chosen(item, *row) for item in answerable]
        right = sum(name in item.right for name, item in zip(of, answerable, strict=True))
        refused = of.count("")
        rightly = [chosen(item, *row) for item in others].count("")
        counts = (right, len(of) - right - refused, refused, len(of), rightly, len(others))
        added, least, *best = row
        alone = "".join(f", or alone from {score}" for score in best)
        print(f"| + {added}, from {least}{alone} | " + " | ".join(map(str, counts)) + " |", flush=True)


def print_quotations(assistant: Assistant, questions: Sequence[Question]) -> None:
    """For each kind of what does not stand, of how many questions an acceptable paragraph and another is quoted."""
    found: list[tuple[str, float, bool]] = []

    def record(
        item: Evidence, judge: Callable[[Evidence], float], language: Language, *, wrong: bool, number: bool
    ) -> bool:
        kind = KINDS[wrong + (wrong and number)]
        found.append((kind, likelihood(item, judge(item), [language], 0), item.paragraph in right))
        return False

    with patch("assistant.answering.writing.quotable", record):
        for question in questions:
            right = question.paragraphs or ()
            assistant.ask(question.text, question.language)
    print("\n| written | quoted | " + " | ".join(f"from {least}" for least in QUOTED) + " |")
    print("|---|---|" + "---:|" * len(QUOTED))
    for kind in KINDS:
        for name, acceptable in (("acceptable", True), ("another, or not answerable", False)):
            likely = [chance for of, chance, good in found if of == kind and good == acceptable]
            counts = [sum(chance >= least for chance in likely) for least in QUOTED]
            print(f"| {kind} | {name} | " + " | ".join(map(str, counts)) + " |", flush=True)


def main() -> None:
    """Ask and print three Markdown tables."""
    options = arguments(__doc__).parse_args()
    assistant = Assistant()
    engine = load_engine(assistant.settings)
    leaning = [
        ask(assistant, engine, turns[-1], row["paragraphs"], turns[:-1])
        for row in dialogues(options.part)
        for turns in (row["turns"][code] for code in LANGUAGES)
        if not row.get("new_topic")
    ]
    print_table("follow-ups", [(added, least) for least in LEAST[:2] for added in ADDED], leaning)
    questions = [
        item
        for name in ("answers", "delegates")
        for item in load_questions(FOLDER / f"{name}.jsonl")
        if of_part(item.id, options.part)
    ]
    whether = [item for item in questions if assistant._kind(item.text) == "polar"]
    of_whether = [ask(assistant, engine, item.text, item.paragraphs or ()) for item in whether]
    rows = [(0.0, least) for least in LEAST] + [(0.0, LEAST_POLAR, best) for best in BEST]
    print_table("yes or no", rows, of_whether)
    print_quotations(assistant, [item for item in questions if item not in whether])


if __name__ == "__main__":
    main()
