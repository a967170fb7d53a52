"""Files to the lines of their text: .txt, .md, .html, .docx and .pdf."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.documents.blocks import Print
from assistant.documents.layout import Line, Raw, lay_out, text_lines
from assistant.documents.pdf.reading import read_pdf
from assistant.errors import AssistantError

FORMATS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".jsonl")
SIZE_LIMIT = 100 * 2**20
# Encodings in which texts in the three languages are found, other than those that a byte order mark names.
_ENCODINGS = ["gb18030", "cp1251", "koi8_r", "big5", "cp866", "cp1252"]
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_BLOCK_TAGS = [
    "p",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "dt",
    "dd",
    "figcaption",
    "div",
]
_BLOCK_TAGS += ["section", "article", "main", "body", "table", "tbody", "thead", "ul", "ol", "dl", "td", "th", "center"]
_NO_CONTENT = ["script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "iframe", "svg"]
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 100  # below this many elements, what is left is read as one run of text


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
    try:
        if suffix == ".pdf":
            return read_pdf(path, content)
        if suffix == ".docx":
            return lay_out(_docx(path, content))
    except AssistantError:
        raise
    except Exception as error:  # parsers of damaged files raise anything
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise AssistantError("document_unreadable", path=path, reason=reason) from None
    text = decode(path, content)
    if suffix in (".html", ".htm"):
        return lay_out(_html(text))
    if suffix == ".md":
        return lay_out(_markdown(text))
    return lay_out(Raw(text_lines(text)))


def decode(path: Path, content: bytes) -> str:
    """Bytes as text: by the byte order mark, as UTF-8, or in the encoding that fits best of those that are in use."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(path, content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(content, cp_isolation=_ENCODINGS).best()
        if best is None:
            raise AssistantError("document_no_text", path=path) from None
        text = str(best)
    if "\0" in text:
        raise AssistantError("document_no_text", path=path)
    return text


def _strictly(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise AssistantError("document_no_text", path=path) from None


def _markdown(text: str) -> Raw:
    from markdown_it import MarkdownIt

    return _html(MarkdownIt("commonmark").enable("table").render(text))


def _html(text: str) -> Raw:
    """Each block element a paragraph; what is no content (scripts, navigation, header, footer) is left out."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(text, "html.parser")
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    for tag in soup.find_all([*_NO_CONTENT, "head"]):
        tag.decompose()
    lines: list[Line] = []
    pieces: list[str] = []
    marker = ""  # of a list item whose text has not come yet

    def close(heading: bool = False) -> None:
        nonlocal marker
        line = " ".join("".join(pieces).split())
        pieces.clear()
        if line:
            lines.append(Line(f"{marker}{line}", heading=heading))
            marker = ""

    def walk(node: Any, depth: int) -> None:
        nonlocal marker
        for child in node.children:
            name = getattr(child, "name", None)
            if name is None:
                if type(child).__name__ == "NavigableString":
                    pieces.append(str(child))
            elif name == "br":
                pieces.append(" ")
            elif name == "table":
                close()
                lines.extend(_table(_cells(child)))
            elif depth > _DEEPEST:
                pieces.append(child.get_text(" "))
            elif name in _BLOCK_TAGS:
                close()
                marker = _item_number(child) if name == "li" else marker
                walk(child, depth + 1)
                close(heading=bool(re.fullmatch(r"h[1-6]", name)))
            else:
                walk(child, depth + 1)

    walk(soup, 0)
    close()
    return Raw(tuple(lines), whole=True, title=title)


def _cells(table: Any) -> Iterator[list[str]]:
    for row in table.find_all("tr"):
        if row.find_parent("table") is table:
            yield [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"], recursive=False)]


def _table(rows: Iterable[Sequence[str]]) -> list[Line]:
    """The rows with text in them as one line, which is a table; of a single cell what it holds."""
    kept = [" | ".join(row).strip() for row in rows if any(row)]
    return [Line("\n".join(kept), table=True)] if kept else []


def _item_number(item: Any) -> str:
    """What a browser shows before an item of an ordered list: "3. " or "(c) "."""
    parent = item.parent
    if parent is None or parent.name != "ol":
        return ""
    start = parent.get("start", "1")
    place = int(start) if str(start).isdecimal() else 1
    place += sum(1 for _ in item.find_previous_siblings("li"))
    if parent.get("type") == "a" and place <= 26:
        return f"({chr(96 + place)}) "
    return f"{place}. "


def _docx(path: Path, content: bytes) -> Raw:
    """Paragraphs, table rows and footnotes of a Word file, checked before anything in it is unpacked."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):  # an OLE file: what Word makes of a document with a password
        raise AssistantError("document_encrypted", path=path)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > 2 * SIZE_LIMIT:
            raise AssistantError("document_bomb", path=path)
        if any(entry.filename.startswith(("/", "\\")) or ".." in entry.filename for entry in archive.infolist()):
            raise AssistantError("document_unreadable", path=path, reason="unsafe file names inside")
    import docx
    from docx.table import Table

    opened = docx.Document(io.BytesIO(content))
    lines = _docx_head(opened)
    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            lines += _table([" ".join(cell.text.split()) for cell in _cells_once(row)] for row in block.rows)
        else:
            text = _docx_text(block._p)
            style = (block.style.name or "") if block.style is not None else ""
            lines += [Line(part, heading=style.startswith(("Heading", "Title"))) for part in text.split("\n") if part]
    notes = _docx_notes(opened)
    if notes:
        lines += [Line("_" * 10), *notes]
    return Raw(tuple(lines), whole=True, title=opened.core_properties.title or "")


def _docx_head(opened: Any) -> list[Line]:
    """What the first page's header says: there the UN has the body and the symbol."""
    section = opened.sections[0]
    header = section.first_page_header if section.different_first_page_header_footer else section.header
    rows = [[" ".join(cell.text.split()) for cell in _cells_once(row)] for table in header.tables for row in table.rows]
    said = [" | ".join(filter(None, row)) for row in rows] + [paragraph.text.strip() for paragraph in header.paragraphs]
    return [Line(line) for line in said if line]


def _cells_once(row: Any) -> list[Any]:
    """The cells of a Word table's row; one that spans columns is there once, while equal ones each are."""
    kept: list[Any] = []
    for cell in row.cells:
        if not kept or cell._tc is not kept[-1]._tc:
            kept.append(cell)
    return kept


def _docx_text(element: Any) -> str:
    """A paragraph's text with the numbers of its footnotes where their marks stand."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag == f"{_WORD}t":
            parts.append(node.text or "")
        elif node.tag == f"{_WORD}tab":
            parts.append(" ")
        elif node.tag in (f"{_WORD}br", f"{_WORD}cr"):
            parts.append("\n")
        elif node.tag == f"{_WORD}footnoteReference":
            parts.append(str(node.get(f"{_WORD}id")))
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n"))


def _docx_notes(opened: Any) -> Iterator[Line] | list[Line]:
    """The notes of the file's footnote part, which python-docx does not read."""
    from lxml import etree

    for relation in opened.part.rels.values():
        if relation.reltype.endswith("/footnotes"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(relation.target_part.blob, parser)
            notes = [note for note in root.iter(f"{_WORD}footnote") if note.get(f"{_WORD}type") is None]
            return [Line(f"{note.get(f'{_WORD}id')} {' '.join(_docx_text(note).split())}") for note in notes]
    return []
