"""Sheets as web pages: one file without anything from elsewhere, set for paper and for a screen."""

import re
from collections.abc import Callable, Sequence
from html import escape

from assistant.rendering.sheet import Line, Place, Run, Sheet, Table

# Serif faces with Latin, Cyrillic and Chinese that come with systems; the page loads none.
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fff; --quiet: #596273; --rule: #c9ced6; --out: #a3202a;
  --in: #14598f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ec; --paper: #171a1f; --quiet: #a4acb9; --rule: #3b424d;
  --out: #ff9a97; --in: #8cc4f5; } }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1.25rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Georgia, "Times New Roman", "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
h1 { font-size: 1.4rem; line-height: 1.25; } h2 { font-size: 1.05rem; margin: 1.4em 0 0.4em; }
p, ul { margin: 0.4em 0; } ul { padding-left: 1.2em; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.25em 0.6em 0.25em 0; border-bottom: 1px solid var(--rule); }
td:first-child { width: 27%; } td:nth-child(3) { width: 14%; padding-right: 0; }
small { color: var(--quiet); font-size: 0.85em; }
del { color: var(--out); } ins { color: var(--in); text-decoration: underline; }
@page { size: A4; margin: 15mm 18mm; }
@media print { html { font-size: 9pt; } body { margin: 0; padding: 0; max-width: none; line-height: 1.3; } }
"""
Address = Callable[[Place], str] | None
_TAGS = {"strong": "strong", "small": "small", "deleted": "del", "inserted": "ins"}


def as_html(sheet: Sheet) -> str:
    """A whole page; words in another language than the sheet's have their own ``lang``."""
    title = escape(sheet.title)
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="{sheet.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{_body(sheet, None)}</body>\n</html>\n"
    )


def as_fragment(sheet: Sheet, address: Callable[[Place], str]) -> str:
    """What stands in a page of others, its headings below theirs, each place that it names a link to its address."""
    return re.sub(r"<(/?)h([12])>", lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}>", _body(sheet, address))


def _body(sheet: Sheet, address: Address) -> str:
    """What is inside the page, from its heading on."""
    parts = [f"<h1>{escape(sheet.title)}</h1>"]
    inside = False  # a list
    for block in sheet.blocks:
        item = isinstance(block, Line) and block.kind == "item"
        if item != inside:
            parts.append("<ul>" if item else "</ul>")
            inside = item
        parts.append(_table(block, address) if isinstance(block, Table) else _line(block, address))
    return "\n".join([*parts, *(["</ul>"] if inside else [])]) + "\n"


def _line(block: Line, address: Address) -> str:
    tag = {"heading": "h2", "item": "li", "text": "p"}[block.kind]
    return f"<{tag}>{_runs(block.runs, address)}</{tag}>"


def _table(table: Table, address: Address) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    cells = (f"<tr>{''.join(f'<td>{_runs(cell, address)}</td>' for cell in row)}</tr>" for row in table.rows)
    rows = "\n".join(cells)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def as_inline(runs: Sequence[Run]) -> str:
    """``runs`` alone, for a page of somebody else's."""
    return _runs(runs, None)


def _runs(runs: Sequence[Run], address: Address) -> str:
    return "".join(_run(run, address) for run in runs)


def _run(run: Run, address: Address) -> str:
    tag = _TAGS.get(run.mark, "span" if run.language else "")
    lang = f' lang="{run.language}"' if run.language else ""
    words = (_linked(run, address) if address else escape(run.text)).replace("\n", "<br>")
    return f"<{tag}{lang}>{words}</{tag}>" if tag else words


def _linked(run: Run, address: Callable[[Place], str]) -> str:
    found: dict[int, Place] = {}
    for place in run.places:
        matches = re.finditer(rf"(?<!\d){re.escape(place.said)}(?!\d)", run.text)
        at = next((match.start() for match in matches if match.start() not in found), -1)
        if at >= 0:  # a number within a range is not said
            found[at] = place
    html, position = "", 0
    for at, place in sorted(found.items(), key=lambda one: one[0]):
        if at >= position:
            html += f'{escape(run.text[position:at])}<a href="{escape(address(place))}">{escape(place.said)}</a>'
            position = at + len(place.said)
    return html + escape(run.text[position:])
