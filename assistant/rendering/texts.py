"""Sheets as plain text, for a terminal, and as Markdown."""

import re
from collections.abc import Callable, Sequence

from assistant.rendering.sheet import Block, Line, Run, Sheet, Table

# What Markdown would take for its own signs, and what it would at the start of a line.
_SIGNS = re.compile(r"[\\`*_<>\[\]|~]|&(?=#?\w+;)")
_BEGINS = re.compile(r"^(\s*)(?:([#+-])|(\d+)([.)]))", re.MULTILINE)
# Tags, since "~~" beside a comma strikes nothing out.
_MARKDOWN = {"strong": ("**", "**"), "deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>")}
# As wdiff marks them.
_TEXT = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}


def as_text(sheet: Sheet) -> str:
    """``sheet`` for a terminal: deleted words in [-…-], inserted ones in {+…+}, a row of a table a line."""
    return _whole(f"{sheet.title}\n{'=' * min(72, len(sheet.title))}", sheet.blocks, _plain, _text_rows, "\n{}", "- {}")


def as_markdown(sheet: Sheet) -> str:
    """``sheet`` in GitHub's Markdown: deleted words in <del>, inserted ones in <ins>."""
    whole = _whole(f"# {_escaped(sheet.title)}\n", sheet.blocks, _marked, _markdown_rows, "\n## {}\n", "- {}")
    return re.sub("\n{3,}", "\n\n", whole)


def _whole(
    title: str,
    blocks: Sequence[Block],
    write: Callable[[Sequence[Run]], str],
    rows: Callable[[Table], str],
    heading: str,
    item: str,
) -> str:
    lines = [title]
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            lines.append(rows(block))
            continue
        form = {"heading": heading, "item": item, "text": "{}"}[block.kind]
        before = blocks[number - 1] if number else None
        # Two lines of text are two paragraphs.
        gap = "\n" if isinstance(before, Line) and before.kind != "heading" and block.kind != before.kind else ""
        gap = "\n" if block.kind == "text" and isinstance(before, Line) and before.kind == "text" else gap
        lines.append((gap if block.kind != "heading" else "") + form.format(write(block.runs)))
    return "\n".join(lines) + "\n"


def _plain(runs: Sequence[Run]) -> str:
    return "".join(_wrapped(run, _TEXT, run.text) for run in runs)


def _marked(runs: Sequence[Run]) -> str:
    return "".join(
        _wrapped(run, _MARKDOWN, _escaped(run.text) if number else _begun(_escaped(run.text)))
        for number, run in enumerate(runs)
    )


def _wrapped(run: Run, signs: dict[str, tuple[str, str]], text: str) -> str:
    """``text`` between the signs of its mark, which have to touch its words."""
    before, after = signs.get(run.mark, ("", ""))
    words = text.strip()
    if not before or not words:
        return text
    start = text.index(words)
    return f"{text[:start]}{before}{words}{after}{text[start + len(words) :]}"


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda match: "&amp;" if match[0] == "&" else f"\\{match[0]}", text)


def _begun(text: str) -> str:
    """``text`` that begins a line, so that it begins no heading or list."""
    return _BEGINS.sub(lambda match: f"{match[1]}{match[3] or ''}\\{match[2] or match[4]}", text)


def _text_rows(table: Table) -> str:
    return "\n".join("- " + " | ".join(filter(None, map(_plain, row))) for row in table.rows)


def _markdown_rows(table: Table) -> str:
    rows = [[_escaped(cell) for cell in table.head], ["---"] * len(table.head)]
    rows += [[_marked(cell).replace("\n", " ") for cell in row] for row in table.rows]
    return "\n".join(["", *(f"| {' | '.join(row)} |" for row in rows), ""])
