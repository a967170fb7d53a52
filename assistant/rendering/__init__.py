"""Sheets, which are read and passed on: one content, written as plain text, Markdown, a web page or a Word file."""

from assistant.rendering.sheet import Block, Line, Mark, Place, Run, Sheet, Table, line
from assistant.rendering.texts import as_markdown, as_text
from assistant.rendering.web import as_fragment, as_html, as_inline
from assistant.rendering.word import as_docx

__all__ = [
    "Block",
    "Line",
    "Mark",
    "Place",
    "Run",
    "Sheet",
    "Table",
    "as_docx",
    "as_fragment",
    "as_html",
    "as_inline",
    "as_markdown",
    "as_text",
    "line",
]
