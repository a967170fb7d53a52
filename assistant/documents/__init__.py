"""Raw files to documents with numbered paragraphs.

A corpus is a folder. A text's language is part of its name, so that translations of one document share an id:
``resolution/zh.txt`` or ``resolution.zh.txt`` is the document "resolution" in Chinese; without one
(``charter.txt``) it is detected. ``manifest.toml`` in the folder may name a document's original language; its texts in
the other languages are working translations then.
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.documents.paragraph import Document, Note, Paragraph, label
from assistant.documents.resolution import is_resolution, parse_resolution
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language

__all__ = ["Corpus", "Document", "Note", "Paragraph", "label", "load_corpus", "load_document"]


@dataclass(frozen=True)
class Corpus:
    """Documents, the errors of the files that were left out, and a hash of all the bytes that were read."""

    documents: tuple[Document, ...]
    skipped: tuple[AssistantError, ...]
    sha256: str


def load_corpus(*paths: Path) -> Corpus:
    """Every ``.txt`` below the folders (or the files) in ``paths``; a bad file is skipped, not fatal.

    Raises `AssistantError` when a path does not exist or no document can be read at all.
    """
    documents: dict[tuple[str, str], Document] = {}
    skipped: list[AssistantError] = []
    digest = hashlib.sha256()
    for root in paths:
        if not root.exists():
            raise AssistantError("corpus_missing", path=root)
        try:
            originals = _originals(root / "manifest.toml")
        except AssistantError as error:
            originals = {}
            skipped.append(error)
        for file in [root] if root.is_file() else sorted(root.rglob("*.txt")):
            try:
                document, content = _read(file)
            except AssistantError as error:
                skipped.append(error)
                continue
            key = (document.id, document.language)
            if key in documents:
                skipped.append(AssistantError("document_duplicate", path=file, document=document.id))
                continue
            translation = document.language != originals.get(document.id, document.language)
            documents[key] = replace(document, translation=translation)
            digest.update(f"{document.id}\0{document.language}\0{translation}\0{len(content)}\0".encode() + content)
    if not documents:
        raise skipped[0] if skipped else AssistantError("corpus_empty", path=paths[0] if paths else "")
    return Corpus(tuple(documents.values()), tuple(skipped), digest.hexdigest())


def load_document(path: Path) -> Document:
    """One file as a `Document`; AssistantError when it can't be read, is not UTF-8, or holds no text."""
    return _read(path)[0]


def _originals(manifest: Path) -> dict[str, str]:
    """Original language by document id."""
    try:
        tables = tomllib.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else {}
        return {name: str(table["original"]) for name, table in tables.items() if "original" in table}
    except (OSError, ValueError, TypeError) as error:
        raise AssistantError("document_unreadable", path=manifest, reason=error) from None


def _read(path: Path) -> tuple[Document, bytes]:
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise AssistantError("document_unreadable", path=path, reason=error.strerror or error) from None
    except UnicodeDecodeError as error:
        raise AssistantError("document_not_utf8", path=path, offset=error.start) from None
    if not text.strip():
        raise AssistantError("document_empty", path=path)
    document_id, language = _name(path, text)
    if is_resolution(text):
        return parse_resolution(text, document_id, language), content
    return _plain(text, document_id, language), content


def _name(path: Path, text: str) -> tuple[str, Language]:
    """(document id, language) from the file's name; see the module's docstring."""
    stem, _, suffix = path.stem.rpartition(".")
    for language in LANGUAGES:
        if path.stem == language:
            return path.parent.name, language
        if suffix == language:
            return stem, language
    return path.stem, detect_language(text)[0]


def _plain(text: str, document_id: str, language: Language) -> Document:
    """Prose without a resolution's form: blank lines part the paragraphs ¶1, ¶2, …"""
    glue = "" if language == "zh" else " "
    parts = [
        glue.join(line.strip() for line in part.splitlines()) for part in re.split(r"\n\s*\n", text) if part.strip()
    ]
    paragraphs = tuple(Paragraph(f"¶{n}", part) for n, part in enumerate(parts, 1))
    return Document(document_id, language, parts[0][:200], paragraphs)
