"""What was written, or looked up, as an `Answer`."""

from collections.abc import Mapping, Sequence

from assistant.answer import Answer, Citation, Evidence, Timings
from assistant.documents import Document
from assistant.documents.naming import called
from assistant.languages import Language
from assistant.library.corpus import one_each
from assistant.messages import counted, text
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
    """The answer of ``words``, which is a refusal where nothing is cited, to what was ``said``."""
    notes = [] if said.supported else [text("language_nearest", language)]
    if text("machine_translation", language) in words:
        notes.append(text("answer_translated", language))
    return Answer(
        question=said.typed,
        text=words,
        language=language,
        refused=not citations,
        citations=citations,
        evidence=evidence,
        timings=timings,
        models=dict(models),
        note="\n".join(notes),
        standalone="" if said.standalone == said.typed else said.standalone,
    )


def not_found(texts: Sequence[Document], named: Sequence[str], language: Language) -> str:
    """That no answer was found in those of ``texts`` that are ``named`` by id, else in all of them."""
    searched = one_each(texts, language)
    names = [called(item, language) for item in searched if item.id in named]
    if names:
        return text("not_found_in", language, texts=("、" if language == "zh" else ", ").join(names))
    return counted("not_found_among", language, len(searched)) if len(searched) > 1 else text("not_found", language)
