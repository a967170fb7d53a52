"""Passages in a ``.jsonl`` file: a JSON object a line with id, text, and optional language, title and paragraph.

Rows with one ``id`` and language are one document; ``paragraph`` is a canonical id ("OP3", "¶12"), else the row's place
in its document.
"""

import json
from pathlib import Path

from assistant.documents.paragraph import Document, Paragraph, is_paragraph_id
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language

_FIELDS = {"id", "text", "language", "title", "paragraph"}


def read_rows(path: Path, text: str) -> list[Document]:
    """The documents, in the order of their first rows; AssistantError names the line that is wrong."""
    documents: dict[tuple[str, Language], tuple[str, dict[str, str]]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = _row(line)
            language = row.get("language") or detect_language(row["text"])[0]
            if language not in LANGUAGES:
                raise ValueError(f"language {language!r}")
            _, paragraphs = documents.setdefault((row["id"], language), (row.get("title", ""), {}))
            name = row.get("paragraph") or f"¶{len(paragraphs) + 1}"
            if not is_paragraph_id(name):
                raise ValueError(f"paragraph {name!r}")
            if name in paragraphs:
                raise ValueError(f"paragraph {name!r} twice")
            paragraphs[name] = row["text"].strip()
        except ValueError as error:
            raise AssistantError("document_row", path=path, line=number, reason=error) from None
    if not documents:
        raise AssistantError("document_empty", path=path)
    return [
        Document(
            document_id,
            language,
            title or next(iter(paragraphs.values()))[:200],
            tuple(Paragraph(name, content) for name, content in paragraphs.items()),
        )
        for (document_id, language), (title, paragraphs) in documents.items()
    ]


def _row(line: str) -> dict[str, str]:
    try:
        row = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(row, dict):
        raise ValueError("not an object")
    for field in ("id", "text"):
        if not str(row.get(field) or "").strip():
            raise ValueError(f'no "{field}"')
    for field, value in row.items():
        if field in _FIELDS and not isinstance(value, (str, int)) and value is not None:
            raise ValueError(f'"{field}" is no text')
    return {field: str(value) for field, value in row.items() if field in _FIELDS and value is not None}
