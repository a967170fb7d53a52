"""What was written, or looked up, as an `Answer`."""

from collections.abc import Mapping

from assistant.answer import Answer, Citation, Evidence, Timings
from assistant.languages import Language
from assistant.messages import text
from assistant.question.reading import Said


def answered(
    said: Said,
    language: Language,
    words: str,
    citations: tuple[Citation, ...],
    evidence: tuple[Evidence, ...],
    timings: Timings,
    models: Mapping[str, str],
) -> Answer:
    """The answer of ``words``, or the refusal where nothing is cited, to what was ``said``."""
    notes = [] if said.supported else [text("language_nearest", language)]
    if text("machine_translation", language) in words:
        notes.append(text("answer_translated", language))
    return Answer(
        question=said.typed,
        text=words or text("refusal", language),
        language=language,
        refused=not citations,
        citations=citations,
        evidence=evidence,
        timings=timings,
        models=dict(models),
        note="\n".join(notes),
        standalone="" if said.standalone == said.typed else said.standalone,
    )
