"""``assistant acts``, ``brief`` and ``compare``: what texts do, what one is, and what is otherwise in another."""

import csv
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from assistant.commands.options import Corpus, IndexFolder, Json, open_assistant, parse_languages
from assistant.commands.written import act_line
from assistant.errors import AssistantError
from assistant.languages import Language, interface_language
from assistant.messages import text

if TYPE_CHECKING:
    from assistant.analysis.brief import Brief
    from assistant.analysis.comparison import Comparison
    from assistant.analysis.table import Row
    from assistant.qa import Assistant
    from assistant.rendering import Sheet

Reader = Annotated[str | None, typer.Option("--language", "-l", help="zh, ru or en.", show_default=False)]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="File to write.", show_default=False)]
_COLUMNS = [
    "document",
    "symbol",
    "session",
    "language",
    "paragraph",
    "verb",
    "strength",
    "addressees",
    "does",
    "report",
    "report_to",
    "when",
    "dates",
]


def acts(
    document: Annotated[str, typer.Argument(help="Id or symbol; else all texts.", show_default=False)] = "",
    addressee: Annotated[str, typer.Option(help="Who is asked, in any language.", show_default=False)] = "",
    verb: Annotated[str, typer.Option(help='As printed, or its strength: "request".', show_default=False)] = "",
    reports: Annotated[bool, typer.Option("--reports", help="Only what asks for a report.")] = False,
    reader: Reader = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Print who is asked to do what: a table of the acts of one text or of all."""
    assistant = open_assistant(corpus_dir=corpus, index_dir=index)
    language = _language(assistant, reader)
    found = assistant.acts(document, language, addressee=addressee, verb=verb, reports=reports)
    flat = [_flat(row) for row in found]
    if as_json:
        print(json.dumps(flat, ensure_ascii=False, indent=2))
    elif as_csv:
        writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, **{name: "; ".join(row[name]) for name in ("addressees", "dates")}} for row in flat)
    else:
        print("\n".join(_lines(found, language)))


def brief(
    document: Annotated[str, typer.Argument(help="Id or symbol; else the main text.", show_default=False)] = "",
    reader: Reader = None,
    form: Annotated[Literal["md", "html", "docx", "json"], typer.Option("--format", "-f")] = "md",
    out: Out = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Print a text on one page: what it is, who is asked to do what, reports and dates, and what it does not have."""
    from assistant.analysis.brief_sheet import brief_sheet

    assistant = open_assistant(corpus_dir=corpus, index_dir=index)
    language = _language(assistant, reader)
    found = assistant.brief(document, language)
    _write(_written(found, brief_sheet(found, language), form), out)


def compare(
    before: Annotated[str, typer.Argument(help="Id or symbol of the earlier text.", show_default=False)],
    after: Annotated[str, typer.Argument(help="Id or symbol of the later text.", show_default=False)],
    reader: Reader = None,
    form: Annotated[Literal["text", "md", "html", "docx", "json"], typer.Option("--format", "-f")] = "text",
    out: Out = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Print what is otherwise in another text: the changes, and both texts with what was deleted and inserted."""
    from assistant.analysis.comparison_sheet import comparison_sheet

    assistant = open_assistant(corpus_dir=corpus, index_dir=index)
    language = _language(assistant, reader)
    found = assistant.compare(before, after, language)
    _write(_written(found, comparison_sheet(found, language), form), out)


def _language(assistant: "Assistant", reader: str | None) -> Language:
    return parse_languages(reader)[0] if reader else interface_language(assistant.settings.interface)


def _flat(row: "Row") -> dict[str, Any]:
    whole = asdict(row)
    return {name: (whole["text"] | whole["act"])[name] for name in _COLUMNS}


def _lines(found: Sequence["Row"], language: Language) -> list[str]:
    """For a person: a heading for each text, and a line for each act."""
    from assistant.documents import label

    lines: list[str] = []
    for number, row in enumerate(found):
        if not number or found[number - 1].text != row.text:
            symbol = f" ({row.text.symbol})" if row.text.symbol not in ("", row.text.document) else ""
            session = f", {text('masthead_session', language)} {row.text.session}" if row.text.session else ""
            lines += ["", f"{row.text.document}{symbol}{session}"]
        lines.append(f"  {label(row.act.paragraph, language)}: {act_line(row.act, row.words)}")
    return lines[1:]


def _written(found: "Brief | Comparison", sheet: "Sheet", form: str) -> str | bytes:
    """``found`` as JSON, or its ``sheet`` in another form."""
    from assistant.rendering import as_docx, as_html, as_markdown, as_text

    if form == "json":
        return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"
    if form == "docx":
        return as_docx(sheet)
    return {"text": as_text, "md": as_markdown, "html": as_html}[form](sheet)


def _write(content: str | bytes, out: Path | None) -> None:
    """Into the file ``out``, whole or not at all, else to standard output."""
    if out is None:
        if isinstance(content, str):
            sys.stdout.write(content)
        elif sys.stdout.isatty():
            raise AssistantError("output_terminal")
        else:
            sys.stdout.buffer.write(content)
        return
    whole = content if isinstance(content, bytes) else content.encode("utf-8")
    target = out.resolve()
    beside = target.with_name(f".{target.name}.part")
    try:
        if target.exists() and not target.is_file():  # a device, or a folder, which says so
            target.write_bytes(whole)
            return
        beside.write_bytes(whole)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise AssistantError("output_unwritable", path=out, reason=error.strerror or error) from None
