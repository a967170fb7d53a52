"""Web pages and Markdown to the lines of their text: each block element a paragraph, what is no content left out."""

import re
from collections.abc import Iterator
from typing import Any

from assistant.documents.blocks import Mark
from assistant.documents.characters import raised
from assistant.documents.labels import shown
from assistant.documents.layout import Line, Raw, join, table

_BLOCK = re.compile(
    r"^(?:p|li|tr|h[1-6]|blockquote|pre|dt|dd|figcaption|div|section|article|main|body|thead|tbody|ul|ol|dl|td|th|center"
    r"|header|footer|form|address)$"
)
_NO_CONTENT = ["head", "script", "style", "noscript", "template", "nav", "aside", "iframe", "svg"]
_AROUND = ["header", "footer", "form"]  # content where they stand inside of it
_CONTENT = ["article", "main"]
_UNSEEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_INSIDE, _MARKED = re.compile(r"#."), "data-mark"
_NOTE = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?")
_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_DEEPEST = 100  # below this many elements, what is left is read as one run of text


def read_markdown(text: str) -> Raw:
    """Markdown with tables and footnotes; the title may stand in front matter, which is no text."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False).use(front_matter_plugin)
    front = next((token.content for token in reader.parse(text) if token.type == "front_matter"), "")
    title = _TITLE.search(front)
    return read_html(reader.render(text), title[1] if title else "")


def read_html(text: str, title: str = "") -> Raw:
    """A page without scripts, navigation and what is hidden; "title" is the page's own, unless there is one already."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(text, "html.parser")
    title = title or (soup.title.get_text(" ", strip=True) if soup.title else "")
    for tag in soup.find_all(_NO_CONTENT):
        tag.decompose()
    for tag in soup.find_all(_AROUND):
        if not tag.decomposed and not tag.find_parent(_CONTENT):
            tag.decompose()
    for tag in soup.find_all(True):
        if not tag.decomposed and (tag.has_attr("hidden") or _UNSEEN.search(str(tag.get("style", "")))):
            tag.decompose()
    linked = _linked_notes(soup)
    reader = _Reader({_raised(sup) for sup in soup.find_all("sup") if _begins(sup)} - {""})
    reader.walk(soup, 0)
    reader.close()
    return Raw(tuple(reader.lines), whole=True, title=title, notes=tuple({**linked, **reader.notes}.items()))


def _linked_notes(soup: Any) -> dict[str, str]:
    """Footnotes that a link leads to and another leads back from, taken out of the page; a mark stays."""
    tags = soup.find_all(True)
    places = {str(name): tag for tag in reversed(tags) for name in (tag.get("id"), tag.get("name")) if name}
    notes: dict[str, Any] = {}
    for link in soup.find_all("a", href=_INSIDE):
        name, target = _raised(link), places.get(link["href"][1:])
        if not name or target is None:
            continue
        block = target if _BLOCK.match(target.name) else target.find_parent(_BLOCK)
        around = link.parent if link.parent.name == "sup" else link
        here = {link.get("id"), link.get("name"), around.get("id")} - {None}
        if block is not None and any(back["href"][1:] in here for back in block.find_all("a", href=_INSIDE)):
            around.replace_with(soup.new_tag("sup", attrs={_MARKED: name}))
            notes.setdefault(name, block)
    for block in notes.values():
        for back in block.find_all("a", href=_INSIDE):
            back.extract()
        block.extract()
    return {name: " ".join(block.get_text(" ").split()) for name, block in notes.items()}


class _Reader:
    """Collects the lines of a page; ``noted`` are the marks by which footnotes begin."""

    def __init__(self, noted: set[str]) -> None:
        self.lines: list[Line] = []
        self.notes: dict[str, str] = {}
        self._noted = noted
        self._pieces: list[str] = []
        self._marks: list[Mark] = []
        self._label = ""  # of a list item whose text has not come yet
        self._note = ""  # that is being read

    def walk(self, node: Any, depth: int) -> None:
        """Read what is inside ``node``."""
        for child in node.children:
            name = getattr(child, "name", None)
            if name is None:
                if type(child).__name__ == "NavigableString":
                    self._pieces.append(" ".join(str(child).split("\n")))
            elif name == "br":  # two of them part paragraphs
                if "".join(self._pieces).rstrip(" ").endswith("\n"):
                    self.close()
                self._pieces.append("\n")
            elif name == "table":
                self.close()
                first = child.find("tr")
                headed = first is not None and first.find("th") is not None and first.find("td") is None
                self.lines.extend(table(_cells(child), headed))
            elif name == "sup":
                self._raise(child)
            elif depth > _DEEPEST:
                self._pieces.append(child.get_text(" "))
            elif _BLOCK.match(name):
                self.close()
                self._label = _item_label(child) if name == "li" else self._label
                self.walk(child, depth + 1)
                self.close(style=name if re.fullmatch(r"h[1-6]", name) else "")
            else:
                self.walk(child, depth + 1)

    def close(self, style: str = "") -> None:
        """End the paragraph, a heading where it has a ``style``."""
        text, note = self._text(), self._note
        if text and note:
            self.notes[note] = " ".join(filter(None, [self.notes.get(note), text]))
        elif text:
            marks = tuple(Mark(mark.offset + len(self._label), mark.name) for mark in self._marks)
            self.lines.append(Line(f"{self._label}{text}", heading=bool(style), style=style, marks=marks))
        self._label = "" if text else self._label
        self._note, self._pieces, self._marks = "", [], []

    def _text(self) -> str:
        return join(["".join(self._pieces)])

    def _raise(self, element: Any) -> None:
        """A footnote's mark, the beginning of a footnote, or a power: "10^6"."""
        name, before = _raised(element), self._text()
        if element.has_attr(_MARKED):
            self._marks.append(Mark(len(before), element[_MARKED]))
        elif name in self._noted and not before:
            self._note = name
        elif name in self._noted and not before[-1].isdigit():
            self._marks.append(Mark(len(before), name))
        else:
            said = element.get_text().strip()
            self._pieces.append(raised(said, before) if said.isdecimal() else said)


def _raised(element: Any) -> str:
    match = _NOTE.fullmatch(element.get_text().strip())
    return match[1] if match else ""


def _begins(element: Any) -> bool:
    """Whether nothing stands before ``element`` in its block."""
    block = element.find_parent(_BLOCK)
    first = next((part for part in block.descendants if str(getattr(part, "string", "") or "").strip()), None)
    return first is element or (first is not None and element in getattr(first, "parents", ()))


def _cells(table_: Any) -> Iterator[list[str]]:
    for row in table_.find_all("tr"):
        if row.find_parent("table") is table_:
            yield [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"], recursive=False)]


def _item_label(item: Any) -> str:
    """What a browser shows before an item of an ordered list: "3. ", "(c) ", "(iv) "."""
    parent = item.parent
    if parent is None or parent.name != "ol":
        return ""
    place = 1
    for one in [*reversed(item.find_previous_siblings("li")), item]:
        value = str(one.get("value", parent.get("start", "1") if place == 1 else ""))
        place = int(value) if value.isdecimal() else place
        if one is not item:
            place += 1
    if (kind := str(parent.get("type", "1"))) in "aA" and place > 0:
        return f"{shown('letter', place)} "
    return f"{shown('roman', place)} " if kind in "iI" and place > 0 else f"{place}. "
