"""Paragraphs to chunks that the embedding model can hold; a chunk never crosses a paragraph."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.documents import Document
from assistant.languages import Language

# Sentence ends of the three languages first, then clause ends, then words, then (Chinese without punctuation)
# any character. "A/RES/70/1." and "д. 5" are not cut: a Latin full stop needs a space and a capital behind it.
_SEPARATORS = [
    r"\n+",
    r"(?<=[。！？；])",
    r"(?<=[.!?;])\s+(?=[A-ZА-ЯЁ«“\"(])",
    r"(?<=[，：])|(?<=[,:])\s+",
    r"(?<=、)",
    r"\s+",
    "",
]


@dataclass(frozen=True)
class Chunk:
    """A stretch of one paragraph; ``start`` is its character offset there."""

    document: str
    language: Language
    paragraph: str
    start: int
    text: str


def chunk(documents: Iterable[Document], max_tokens: int, count_tokens: Callable[[str], int]) -> list[Chunk]:
    """Chunks of at most ``max_tokens`` tokens as ``count_tokens`` (the embedding model's tokenizer) counts them."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=_SEPARATORS,
        is_separator_regex=True,
        keep_separator="end",
        chunk_size=max_tokens,
        chunk_overlap=0,
        length_function=count_tokens,
        add_start_index=True,
    )
    return [
        Chunk(document.id, document.language, paragraph.id, piece.metadata["start_index"], piece.page_content)
        for document in documents
        for paragraph in document.paragraphs
        for piece in splitter.create_documents([paragraph.whole])
    ]
