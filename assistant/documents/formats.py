"""Files to the lines of their text: .txt, .md, .html, .docx and .pdf."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.documents.layout import LEAST_REPEATED, Line, Raw, squeeze, text_lines
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
_MARGIN = 0.1  # of a page's height, at its top and its foot
_INDENT = 4.0  # points by which a line begins further in than its neighbours


def read_content(path: Path) -> bytes:
    """The bytes of a file; AssistantError when it can't be read or is larger than `SIZE_LIMIT`."""
    try:
        if (size := path.stat().st_size) > SIZE_LIMIT:
            raise AssistantError("document_too_large", path=path, size=size // 2**20, limit=SIZE_LIMIT // 2**20)
        return path.read_bytes()
    except OSError as error:
        raise AssistantError("document_unreadable", path=path, reason=error.strerror or error) from None


def read_lines(path: Path, content: bytes) -> Raw:
    """The text of ``content`` by the suffix of ``path``; AssistantError says what is wrong with it."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".pdf":
            return _pdf(path, content)
        if suffix == ".docx":
            return _docx(path, content)
    except AssistantError:
        raise
    except Exception as error:  # parsers of damaged files raise anything
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise AssistantError("document_unreadable", path=path, reason=reason) from None
    text = decode(path, content)
    if suffix in (".html", ".htm"):
        return _html(text)
    if suffix == ".md":
        return _markdown(text)
    return Raw(text_lines(text))


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
            elif name == "tr":
                close()
                cells = (cell.get_text(" ", strip=True) for cell in child.find_all(["td", "th"]))
                pieces.append(" | ".join(filter(None, cells)))
                close()
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
    lines: list[Line] = []
    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            rows = (" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows)
            lines += [Line(" ".join(row.split())) for row in rows if row.strip(" |")]
        else:
            text = _docx_text(block._p)
            style = (block.style.name or "") if block.style is not None else ""
            lines += [Line(part, heading=style.startswith(("Heading", "Title"))) for part in text.split("\n") if part]
    notes = _docx_notes(opened)
    if notes:
        lines += [Line("_" * 10), *notes]
    return Raw(tuple(lines), whole=True, title=opened.core_properties.title or "")


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


def _pdf(path: Path, content: bytes) -> Raw:
    """Lines of all pages; what repeats at the top or foot of the pages is a running head and goes.

    A line that begins further in than the text's margin keeps an indent. AssistantError names a page that is only a
    picture.
    """
    import pypdfium2 as pdfium

    try:
        opened = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        encrypted = b"/Encrypt" in content and "password" in str(error).lower()
        if encrypted:
            raise AssistantError("document_encrypted", path=path) from None
        raise
    try:
        pages = []
        for number in range(len(opened)):
            page = opened[number]
            lines = _page_lines(page)
            if lines:
                lines = _with_rule(page, lines)
            elif any(item.type == pdfium.raw.FPDF_PAGEOBJ_IMAGE for item in page.get_objects()):
                raise AssistantError("document_scanned", path=path, page=number + 1)
            pages.append((page.get_height(), lines))
        title = opened.get_metadata_dict().get("Title", "")
    finally:
        opened.close()
    kept = [line for lines in _without_running_heads(pages) for line in lines]
    return Raw(tuple(_indented(kept)), title=title)


_Placed = tuple[str, float, float]  # text, left edge and baseline in points


def _page_lines(page: Any) -> list[_Placed]:
    """The lines of a page, in the order in which the file writes them.

    Characters are read one by one, since pdfium's own indices are those of `FPDFText_GetUnicode` and not of the string
    that it gives for a range.
    """
    import ctypes

    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    lines: list[_Placed] = []
    written: list[str] = []
    left = bottom = 0.0
    box = [ctypes.c_double() for _ in range(4)]

    def close() -> None:
        line = "".join(written).replace("\u0002", "-").replace("\ufffe", "-").rstrip()
        written.clear()
        if line.strip():
            lines.append((line.strip(), left, bottom))

    for index in range(text_page.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text_page, index))
        if character in "\r\n":
            close()
            continue
        if not written and not character.isspace():
            raw.FPDFText_GetCharBox(text_page, index, *(ctypes.byref(value) for value in box))
            left, bottom = box[0].value, box[2].value
        if written or not character.isspace():
            written.append(character)
    close()
    text_page.close()
    return lines


def _with_rule(page: Any, lines: list[_Placed]) -> list[_Placed]:
    """The lines with one of underscores where a short rule is drawn above footnotes in the lower part of the page."""
    import pypdfium2.raw as raw

    rules = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2):
        left, bottom, right, top = item.get_bounds()
        if top - bottom < 4 and 40 < right - left < page.get_width() / 2 and top < page.get_height() / 2:
            rules.append(top)
    for rule in rules:
        below = [n for n, line in enumerate(lines) if line[2] < rule]
        if below and re.match(r"(\*{1,3}|\d{1,2})\s", lines[below[0]][0]):
            lines = [*lines[: below[0]], ("_" * 10, lines[below[0]][1], rule), *lines[below[0] :]]
    return lines


def _without_running_heads(pages: list[tuple[float, list[_Placed]]]) -> list[list[_Placed]]:
    """The lines of pages of a height, without what stands in the margins of several pages.

    Left and right pages have the same words in another order, and other numbers. A document of two or three pages may
    have each running head once: what stood on the first page already is one as well.
    """
    first = squeeze("".join(line[0] for line in pages[0][1])) if pages else ""

    def shape(line: _Placed) -> str:
        return " ".join(sorted(re.sub(r"\d+", "0", line[0]).split()))

    def repeats_first(number: int, line: _Placed) -> bool:
        said = squeeze(line[0])
        return number > 0 and len(said) >= LEAST_REPEATED and said in first

    def in_margin(line: _Placed, height: float) -> bool:
        return not _MARGIN * height < line[2] < (1 - _MARGIN) * height

    if len(pages) < 2:
        return [lines for _, lines in pages]
    seen = Counter(
        line for height, lines in pages for line in {shape(line) for line in lines if in_margin(line, height)}
    )
    repeated = {line for line, count in seen.items() if count >= max(2, len(pages) // 2)}
    return [
        [
            line
            for line in lines
            if not (in_margin(line, height) and (shape(line) in repeated or repeats_first(number, line)))
        ]
        for number, (height, lines) in enumerate(pages)
    ]


def _indented(lines: list[_Placed]) -> Iterator[Line]:
    if not lines:
        return
    edges = Counter(round(left) for _, left, _ in lines)
    margin = min(left for left, count in edges.items() if count >= min(max(1, len(lines) // 20), max(edges.values())))
    for text, left, _ in lines:
        yield Line(f"  {text}" if left > margin + _INDENT else text)
