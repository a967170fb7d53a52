"""One reply to a message of several questions: each is answered and checked by itself, below its own words."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Event, Evidence, Turn
from assistant.lookup.lines import distinct

# What is asked behind which turns, and what the answer before it cites.
Ask = Callable[[str, Sequence[Turn], Sequence[Evidence]], Generator[Event, None, None]]


def answer_parts(typed: str, parts: Sequence[str], history: Sequence[Turn], ask: Ask) -> Generator[Event, None, None]:
    """The events of ``parts``, the questions of ``typed``, which ``ask`` answers in turn, and last one `Answer` to all.

    A question may lean on those before it, as on the turns of ``history``.
    """
    answers: list[Answer] = []
    found: tuple[Evidence, ...] = ()
    before = list(history)
    for part in parts:
        head = _head(part, bool(answers))
        for event in ask(part, before, _cited(answers[-1]) if answers else ()):
            if isinstance(event, Answer):
                answers.append(event)
                before.append(Turn(part, event.text))
            elif isinstance(event, tuple):
                yield distinct((*found, *event))
            else:
                if isinstance(event, str) and head:
                    yield head
                    head = ""
                yield event
        found = distinct((*found, *answers[-1].evidence))
    yield _joined(typed, parts, answers, found)


def _cited(answer: Answer) -> tuple[Evidence, ...]:
    """The paragraphs that ``answer`` cites."""
    cited = {(item.document, item.paragraph) for item in answer.citations}
    return tuple(item for item in answer.evidence if (item.document, item.paragraph) in cited)


def _head(part: str, later: bool) -> str:
    """What stands above the answer to ``part``."""
    return ("\n\n" if later else "") + f"{part}\n"


def _joined(typed: str, parts: Sequence[str], answers: Sequence[Answer], evidence: tuple[Evidence, ...]) -> Answer:
    text = ""
    citations: dict[tuple[str, str, str], Citation] = {}
    for part, answer in zip(parts, answers, strict=True):
        text += _head(part, bool(text))
        for item in answer.citations:
            spans = tuple((start + len(text), end + len(text)) for start, end in item.spans)
            key = item.document, item.paragraph, item.label  # which is another beside those of other texts
            same = citations.get(key)
            citations[key] = replace(same, spans=(*same.spans, *spans)) if same else replace(item, spans=spans)
        text += answer.text
    notes = dict.fromkeys(answer.note for answer in answers if answer.note)
    first, last = answers[0], answers[-1]
    total = sum(answer.timings.total for answer in answers)
    return replace(
        last,
        question=typed,
        text=text,
        refused=all(answer.refused for answer in answers),
        citations=tuple(citations.values()),
        evidence=evidence,
        timings=replace(first.timings, total=total),
        models={name: model for answer in answers for name, model in answer.models.items()},
        note="\n".join(notes),
        standalone="",
    )
