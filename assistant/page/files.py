"""Sheets as files that a browser saves."""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from assistant.rendering import Sheet, as_docx, as_markdown

if TYPE_CHECKING:
    from starlette.responses import Response

FILES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


def saved(sheet: Sheet, kind: str, name: str) -> "Response":
    """``sheet`` as a file of the ``kind`` (of `FILES`), under ``name`` without what file systems don't take."""
    from starlette.responses import Response

    file = as_docx(sheet) if kind == "docx" else as_markdown(sheet).encode("utf-8", "replace")
    called = quote(re.sub(r"[^\w.]+", "-", name).strip("-"))
    headers = {"Cache-Control": "no-store", "Content-Disposition": f"attachment; filename*=UTF-8''{called}.{kind}"}
    return Response(file, 200, headers, FILES[kind])
