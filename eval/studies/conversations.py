"""Print how the last questions of dialogues are answered.

`python eval/studies/conversations.py [--part development|aside] [--wrong]`

Each dialogue of `conversations.jsonl` is asked to its end, in each language: share of the last answers that hold every
fact, cite an acceptable paragraph, and are in the language; and refusals. With ``--wrong`` the answers that miss
something are printed, too.
"""

from followups import arguments, dialogues

from assistant import Assistant
from assistant.answer import Turn
from assistant.evaluation import cell
from assistant.evaluation.metrics import ANSWERS, Result, holds_facts, summarise
from assistant.evaluation.wording import own_words, written_in
from assistant.languages import LANGUAGES, detect_language


def main() -> None:
    """Ask and print a Markdown table."""
    parser = arguments(__doc__)
    parser.add_argument("--wrong", action="store_true", help="print the answers that miss something")
    options = parser.parse_args()
    assistant = Assistant()
    results = []
    for row in dialogues(options.part):
        for code in LANGUAGES:
            history: list[Turn] = []
            for question in row["turns"][code]:
                answer = assistant.ask(question, history=history)
                history.append(Turn(question, answer.text))
            language, words = detect_language(question)[0], own_words(answer)  # a dialogue may change its language
            result = Result(
                id=row["id"],
                language=language,
                question=question,
                paragraphs=tuple(row["paragraphs"]),
                facts=tuple(map(tuple, row["facts"][code])) if row["paragraphs"] else None,
                text=answer.text,
                words=words,
                text_language=written_in(words, language),
                refused=answer.refused,
                cited=tuple(item.paragraph for item in answer.citations),
            )
            results.append(result)
            right = result.refused if not result.paragraphs else holds_facts(words, result.facts or ())
            if options.wrong and not (right and set(result.cited) <= set(result.paragraphs or ())):
                print(f"{row['id']} {code} {row['turns'][code]}\n    {result.text}")
    figures = summarise(results)
    print("\n| | " + " | ".join(figures) + " |\n|---|" + "---:|" * len(figures))
    for name in ("questions", *ANSWERS):
        print(f"| {name} | " + " | ".join(cell(name, column[name]) for column in figures.values()) + " |")


if __name__ == "__main__":
    main()
