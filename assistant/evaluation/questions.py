"""Question sets: one JSON object a line, in the format that `eval/README.md` describes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language

Facts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Question:
    """One question in one language.

    ``paragraphs`` are the acceptable paragraph ids: none at all where the corpus can't answer, None where that is
    not known. ``facts`` are groups of alternatives, of which an answer must hold one each; None where not known.
    """

    id: str
    language: Language
    text: str
    paragraphs: tuple[str, ...] | None = None
    facts: Facts | None = None


def load_questions(
    path: Path, languages: Sequence[Language] = LANGUAGES, limit: int | None = None
) -> tuple[Question, ...]:
    """The questions of the first ``limit`` rows, those in ``languages``; AssistantError names a bad row."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise AssistantError("questions_unreadable", path=path, reason=reason) from None
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    questions: list[Question] = []
    seen: dict[str, int] = {}
    for number, line in rows[:limit]:
        try:
            found = _questions(json.loads(line), number)
            first = seen.setdefault(found[0].id, number)
            if first != number:
                raise ValueError(f"id {found[0].id!r} is on line {first} already")
        except (ValueError, TypeError) as error:
            raise AssistantError("question_row", path=path, line=number, reason=error) from None
        questions += [question for question in found if question.language in languages]
    if not questions:
        raise AssistantError("questions_unreadable", path=path, reason=f"no question in {', '.join(languages)}")
    return tuple(questions)


def _questions(row: Any, number: int) -> list[Question]:
    if not isinstance(row, dict) or "question" not in row:
        raise ValueError('not an object with a "question"')
    texts = row["question"]
    if isinstance(texts, str):
        texts = {detect_language(texts)[0]: texts}
    if not isinstance(texts, dict) or not texts or not all(isinstance(text, str) for text in texts.values()):
        raise ValueError('"question" is neither a text nor texts by language')
    unknown = set(texts) - set(LANGUAGES)
    if unknown:
        raise ValueError(f"language {sorted(unknown)[0]!r} is not one of {', '.join(LANGUAGES)}")
    paragraphs = row.get("paragraphs")
    if paragraphs is not None:
        paragraphs = tuple(_strings(paragraphs, "paragraphs"))
    facts = row.get("facts")
    return [
        Question(
            id=str(row.get("id", number)),
            language=language,
            text=texts[language],
            paragraphs=paragraphs,
            facts=_facts(facts.get(language) if isinstance(facts, dict) else facts),
        )
        for language in LANGUAGES
        if language in texts
    ]


def _facts(groups: Any) -> Facts | None:
    if groups is None:
        return None
    if not isinstance(groups, list):
        raise ValueError('"facts" is no list of groups')
    return tuple(tuple(_strings(group, "facts")) for group in groups)


def _strings(values: Any, name: str) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f'"{name}" holds something else than lists of texts')
    return values
