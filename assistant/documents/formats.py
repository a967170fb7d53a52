"""Files to the lines of their text: .txt, .md, .html, .docx and .pdf."""

import codecs
import re
from pathlib import Path

from assistant.documents.blocks import Print
from assistant.documents.characters import plain
from assistant.documents.layout import Raw, lay_out, text_lines
from assistant.documents.pdf.reading import read_pdf
from assistant.documents.web import read_html, read_markdown
from assistant.documents.word import read_word
from assistant.errors import AssistantError

FORMATS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".jsonl")
_BINARY = (".docx", ".pdf")
SIZE_LIMIT = 100 * 2**20
# Encodings in which texts in the three languages are found, other than those that a byte order mark names.
_ENCODINGS = ["gb18030", "cp1251", "koi8_r", "big5", "cp866", "cp1252", "mac_cyrillic"]
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_DECLARED = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)


def read_content(path: Path) -> bytes:
    """The bytes of a file; AssistantError when it can't be read or is larger than `SIZE_LIMIT`."""
    try:
        if (size := path.stat().st_size) > SIZE_LIMIT:
            raise AssistantError("document_too_large", path=path, size=size // 2**20, limit=SIZE_LIMIT // 2**20)
        return path.read_bytes()
    except OSError as error:
        raise AssistantError("document_unreadable", path=path, reason=error.strerror or error) from None


def read_print(path: Path, content: bytes) -> Print:
    """What is printed in ``content``, by the suffix of ``path``; AssistantError says what is wrong with it."""
    suffix = path.suffix.lower()
    if not content.strip():
        raise AssistantError("document_empty", path=path)
    if (found := _format(content)) not in ("", suffix) or (not found and suffix in _BINARY):
        raise AssistantError("document_misnamed", path=path, suffix=suffix, format=found or ".txt")
    try:
        if suffix == ".pdf":
            return read_pdf(path, content)
        if suffix == ".docx":
            return lay_out(read_word(path, content))
    except AssistantError:
        raise
    except Exception as error:  # parsers of damaged files raise anything
        reason = str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
        raise AssistantError("document_unreadable", path=path, reason=reason) from None
    text = plain(decode(path, content))
    if suffix in (".html", ".htm"):
        return lay_out(read_html(text))
    if suffix == ".md":
        return lay_out(read_markdown(text))
    return lay_out(Raw(text_lines(text)))


def _format(content: bytes) -> str:
    """The suffix that ``content`` should have by its first bytes; "" where they don't tell."""
    if b"%PDF-" in content[:1024]:
        return ".pdf"
    return ".docx" if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) else ""


def decode(path: Path, content: bytes) -> str:
    """Bytes as text: by the byte order mark, as UTF-8, as a page declares, or in the encoding that fits best of those
    that are in use.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(path, content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        declared = _DECLARED.search(content[:2048])
        if declared and (known := _known_encoding(declared[1].decode())):
            return _strictly(path, content, known)
        best = from_bytes(content, cp_isolation=_ENCODINGS).best()
        if best is None:
            raise AssistantError("document_no_text", path=path) from None
        text = str(best)
    if "\0" in text:
        raise AssistantError("document_no_text", path=path)
    if text.startswith("{\\rtf"):
        raise AssistantError("document_rtf", path=path)
    return text


def _known_encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _strictly(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise AssistantError("document_no_text", path=path) from None
