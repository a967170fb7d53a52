"""Files in XQuAD's format as a corpus of passages in one language and a question set."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import AssistantError
from assistant.evaluation import benchmark
from assistant.evaluation.questions import Question
from assistant.languages import Language
from assistant.settings import Settings, load_settings


@contextmanager
def xquad_corpus(
    data: Path, language: Language, spoken: Sequence[Language]
) -> Iterator[tuple[list[Question], Settings, str]]:
    """The questions in ``data``, settings for a corpus of its passages in ``language``, and a digest."""
    documents, asked = benchmark.load_xquad(data)
    document = next((item for item in documents if item.language == language), None)
    questions = [
        Question(str(number), code, item.text, item.paragraphs, (item.answers,) if item.answers else None)
        for code in spoken
        for number, item in enumerate((item for item in asked if item.language == code), 1)
    ]
    if document is None or not questions:
        raise AssistantError("benchmark_nothing", path=data)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder) / "corpus"
        place.mkdir()
        benchmark.write_passages(document, place / "passages.jsonl")
        # The user's own documents stay out of it: the library is an empty folder's.
        settings = load_settings(
            corpus_dir=place, index_dir=place.parent / "index", library_dir=place / "library", vector_store="faiss"
        )
        yield questions, settings, benchmark.digest(asked, documents)
