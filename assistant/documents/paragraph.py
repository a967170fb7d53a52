"""Documents and their numbered paragraphs, and how a paragraph is named in each language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Reference, Status
from assistant.languages import Language

Kind = Literal["head", "preambular", "operative", "footnote", "annex", "article", "plain"]

# Language-free id -> its parts: an annex, a part of the text, the kind and number, what is below that.
_BELOW = r"(?:\([a-z]{1,7}\)|\(\d{1,3}\))*"
_ID = re.compile(
    r"(?P<head>HEAD)|FN(?P<footnote>\d+)"
    rf"|(?:(?:ANNEX(?P<annex>\d*)|(?P<part>[A-H]))\.)?"
    rf"(?:PP(?P<preambular>\d+{_BELOW})|OP(?P<operative>\d+{_BELOW})|ART(?P<article>\d+(?:bis|ter|quater|[¹²³⁴-⁹])?{_BELOW})|¶(?P<plain>\d+{_BELOW})"
    rf"|(?P<item>\d+{_BELOW}))"
)
_LABELS: dict[Kind, tuple[str, str, str]] = {
    "head": ("文件首部", "заглавная часть", "heading"),
    "preambular": ("序言部分第{n}段", "{n}-й пункт преамбулы", "preambular para. {n}"),
    "operative": ("执行部分第{n}段", "пункт {n} постановляющей части", "operative para. {n}"),
    "footnote": ("脚注{n}", "сноска {n}", "footnote {n}"),
    "annex": ("附件{a}第{n}段", "пункт {n} приложения{a}", "annex{a}, para. {n}"),
    "article": ("第{n}条", "статья {n}", "article {n}"),
    "plain": ("第{n}段", "пункт {n}", "para. {n}"),
}
_SEVERAL: dict[str, tuple[str, str, str]] = {
    "PP": ("序言部分第{n}段", "пункты {n} преамбулы", "preambular paras. {n}"),
    "OP": ("执行部分第{n}段", "пункты {n} постановляющей части", "operative paras. {n}"),
    "FN": ("脚注{n}", "сноски {n}", "footnotes {n}"),
    "ART": ("第{n}条", "статьи {n}", "articles {n}"),
    "¶": ("第{n}段", "пункты {n}", "paras. {n}"),
}
_NUMBERED = re.compile(r"(PP|OP|FN|ART|¶)(\d+)")
_BETWEEN = {"bis": "之二", "ter": "之三", "quater": "之四"}
_SAID = ("head", "footnote", "preambular", "operative", "article", "plain", "item")
_IN_ANNEX = ("附件{a}{said}", "{said}, приложение{a}", "annex{a}, {said}")
_IN_PART = ("{part}部分{said}", "{said}, часть {part}", "part {part}, {said}")


@dataclass(frozen=True)
class Note:
    """A footnote mark lifted out of a paragraph: ``offset`` is where it stood in the text without marks."""

    offset: int
    paragraph: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph under its canonical id, its text whole and free of page furniture and footnote marks.

    ``heading`` is what stands above it as a heading, ``below`` what stands below it and belongs to it: a table, a row a
    line, or words behind its sub-paragraphs; both are empty for most. ``recognized`` says that the text was recognised
    in a picture, and may be misread.
    """

    id: str
    text: str
    notes: tuple[Note, ...] = ()
    heading: str = ""
    references: tuple[Reference, ...] = ()
    below: str = ""
    recognized: bool = False

    @property
    def whole(self) -> str:
        """The text with what stands below it, as it is searched and shown."""
        return f"{self.text}\n{self.below}" if self.below else self.text

    @property
    def kind(self) -> Kind:
        """What the id says the paragraph is."""
        match = _match(self.id)
        return "annex" if match["annex"] is not None else next(kind for kind in _LABELS if match.groupdict().get(kind))


@dataclass(frozen=True)
class Section:
    """The ``number``-th division of its ``kinds`` (see `assistant.text.divisions`): its ``heading``, the line that has
    the number, and the ``ids`` of its paragraphs."""

    kinds: tuple[str, ...]
    number: int
    heading: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """One text in one language; translations of a text share ``id`` and paragraph ids.

    ``status`` is "translation" for a working translation and "card" for what the catalogue says about a text that is
    itself not here. ``name`` is what a citation calls the document, empty for the one that the corpus is about.
    ``symbol`` is the UN's, where known; ``source`` stands for the file that the text was read from. What else the
    masthead says, as `assistant.documents.masthead.Masthead` has it, is empty where it does not; ``became`` is the
    symbol as which a draft was adopted. ``aliases`` are what the text is called beside its title, in all languages,
    each with how the ids of the paragraphs begin that are meant ("ANNEX"), empty for all. ``sections`` are the numbered
    divisions that its headings name. ``unread`` are pages of the file that are pictures of text, counted from 1,
    ``unseen`` those with text that no reader sees.
    """

    id: str
    language: Language
    title: str
    paragraphs: Sequence[Paragraph]
    status: Status = "original"
    name: str = ""
    symbol: str = ""
    source: str = ""
    body: str = ""
    kind: str = ""
    session: str = ""
    agenda_item: str = ""
    date: str = ""
    adopted: str = ""
    meeting: str = ""
    sponsors: tuple[str, ...] = ()
    draft: str = ""
    became: str = ""
    sections: tuple[Section, ...] = ()
    unread: tuple[int, ...] = ()
    unseen: tuple[int, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """(id, text) of each paragraph: two documents that are equal in this say the same."""
        return tuple((paragraph.id, paragraph.whole) for paragraph in self.paragraphs)

    def status_of(self, paragraph: Paragraph) -> Status:
        """What a reader is told of ``paragraph``: the document's status, or that it was recognised in a picture."""
        return "recognized" if paragraph.recognized and self.status == "original" else self.status

    def __getitem__(self, paragraph_id: str) -> Paragraph:
        """The paragraph with that id; KeyError if there is none."""
        for paragraph in self.paragraphs:
            if paragraph.id == paragraph_id:
                return paragraph
        raise KeyError(paragraph_id)


def is_paragraph_id(text: str) -> bool:
    """Whether ``text`` has the form of a paragraph id."""
    match = _ID.fullmatch(text)
    return match is not None and not (match["item"] and match["annex"] is None)


def label(paragraph_id: str, language: Language, name: str = "") -> str:
    """The id as a delegate would cite it: ``OP3`` is "operative para. 3", with the document's ``name`` before it.

    ValueError for what is no id.
    """
    match = _match(paragraph_id)
    kind = next(kind for kind in _SAID if match[kind])
    said = _said(kind, match[kind], language)
    if (annex := match["annex"]) is not None:
        if kind == "item":
            between = annex if language == "zh" or not annex else f" {annex}"
            said = _pick(_LABELS["annex"], language).format(n=match[kind], a=between)
        else:
            said = _pick(_IN_ANNEX, language).format(said=said, a=f" {annex}" if annex and language != "zh" else annex)
    if match["part"]:
        said = _pick(_IN_PART, language).format(said=said, part=match["part"])
    if not name:
        return said
    return f"{name}{said}" if language == "zh" and name[-1] > "\u2e80" else f"{name}, {said}"


def labels(paragraph_ids: Iterable[str], language: Language) -> str:
    """The labels of several paragraphs, numbers of one kind together: "operative paras. 1, 3–5; article 2"."""
    groups: dict[str, list[str]] = {}
    for one in dict.fromkeys(paragraph_ids):
        number = _NUMBERED.fullmatch(one)
        groups.setdefault(number[1] if number else one, []).append(number[2] if number else "")
    several = {name: _pick(forms, language) for name, forms in _SEVERAL.items()}
    said = []
    for name, numbers in groups.items():
        if len(numbers) > 1 and name in several:
            between = "、" if language == "zh" else ", "
            said.append(several[name].format(n=between.join(_runs(numbers))))
        else:
            said += [label(f"{name}{number}", language) for number in numbers]
    return ("；" if language == "zh" else "; ").join(said)


def _runs(numbers: Sequence[str]) -> Iterator[str]:
    """ "1", "3–5" of 1, 3, 4, 5; two that follow one another stay two."""
    ordered = sorted(map(int, numbers))
    starts = [n for n in ordered if n - 1 not in ordered]
    for start in starts:
        end = next(n for n in range(start, ordered[-1] + 1) if n + 1 not in ordered)
        yield f"{start}–{end}" if end > start + 1 else str(start)
        if end == start + 1:
            yield str(end)


def _said(kind: str, number: str, language: Language) -> str:
    whole, _, below = number.partition("(")
    if between := next((word for word in _BETWEEN if whole.endswith(word)), ""):
        whole = whole.removesuffix(between)
        said = _said(kind, f"{whole}({below}" if below else whole, language)
        if language == "zh":
            return said.replace(f"第{whole}条", f"第{whole}条{_BETWEEN[between]}", 1)
        return re.sub(rf"(?<= ){whole}(?![\d)])", f"{whole} {between}", said)
    if below and kind == "article":
        clauses = below.rstrip(")").split(")(")
        paragraph = clauses.pop(0) if clauses[0].isdecimal() else ""
        rest = "".join(f"({clause})" for clause in clauses)
        if language == "zh":
            return f"第{whole}条" + (f"第{paragraph}款" if paragraph else "") + (f"{rest}项" if rest else "")
        if language == "ru":
            inner = (f"подпункт {rest} " if rest else "") + (
                f"{'пункта' if rest else 'пункт'} {paragraph} " if paragraph else ""
            )
            return f"{inner}статьи {whole}"
        return f"article {whole}" + (f", para. {paragraph}" if paragraph else "") + (f" {rest}" if rest else "")
    if below and kind == "operative" and language == "ru":
        return f"подпункт ({below} пункта {whole} постановляющей части"
    return _pick(_LABELS["plain" if kind == "item" else kind], language).format(n=number)  # type: ignore[index]


def _pick(labels: tuple[str, str, str], language: Language) -> str:
    return labels[("zh", "ru", "en").index(language)]


def _match(paragraph_id: str) -> re.Match[str]:
    match = _ID.fullmatch(paragraph_id)
    if match is None or (match["item"] and match["annex"] is None):
        raise ValueError(f"not a paragraph id: {paragraph_id!r}")
    return match
