"""Documents and their numbered paragraphs, and how a paragraph is named in each language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Reference, Status
from assistant.languages import Language

Kind = Literal["head", "preambular", "operative", "footnote", "annex", "article", "plain"]

# Language-free id -> (kind, number): the forms that the labels below can name.
_ID = re.compile(
    r"(?P<head>HEAD)|PP(?P<preambular>\d+)|OP(?P<operative>\d+(?:\([a-z]+\))*)|FN(?P<footnote>\d+)"
    r"|ANNEX(?P<annex>\d*\.\d+(?:\([a-z]+\))*)|ART(?P<article>\d+)|¶(?P<plain>\d+(?:\([a-z]+\))*)"
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


@dataclass(frozen=True)
class Note:
    """A footnote mark lifted out of a paragraph: ``offset`` is where it stood in the text without marks."""

    offset: int
    paragraph: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph under its canonical id, its text whole and free of page furniture and footnote marks.

    ``heading`` is what stands above it as a heading, empty for most.
    """

    id: str
    text: str
    notes: tuple[Note, ...] = ()
    heading: str = ""
    references: tuple[Reference, ...] = ()

    @property
    def kind(self) -> Kind:
        """What the id says the paragraph is."""
        return _parse(self.id)[0]


@dataclass(frozen=True)
class Document:
    """One text in one language; translations of a text share ``id`` and paragraph ids.

    ``status`` is "translation" for a working translation and "card" for what the catalogue says about a text that is
    itself not here. ``name`` is what a citation calls the document, empty for the one that the corpus is about.
    ``symbol`` is the UN's, where known; ``source`` stands for the file that the text was read from.
    """

    id: str
    language: Language
    title: str
    paragraphs: Sequence[Paragraph]
    status: Status = "original"
    name: str = ""
    symbol: str = ""
    source: str = ""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """(id, text) of each paragraph: two documents that are equal in this say the same."""
        return tuple((paragraph.id, paragraph.text) for paragraph in self.paragraphs)

    def __getitem__(self, paragraph_id: str) -> Paragraph:
        """The paragraph with that id; KeyError if there is none."""
        for paragraph in self.paragraphs:
            if paragraph.id == paragraph_id:
                return paragraph
        raise KeyError(paragraph_id)


def is_paragraph_id(text: str) -> bool:
    """Whether ``text`` has the form of a paragraph id."""
    return _ID.fullmatch(text) is not None


def label(paragraph_id: str, language: Language, name: str = "") -> str:
    """The id as a delegate would cite it: ``OP3`` is "operative para. 3", with the document's ``name`` before it.

    ValueError for what is no id.
    """
    kind, number = _parse(paragraph_id)
    if kind == "operative" and language == "ru" and "(" in number:
        whole, part = number.split("(", 1)
        said = f"подпункт ({part} пункта {whole} постановляющей части"
    else:
        annex, _, number = number.rpartition(".")
        between = annex if language == "zh" or not annex else f" {annex}"
        said = _LABELS[kind][("zh", "ru", "en").index(language)].format(n=number, a=between)
    if not name:
        return said
    return f"{name}{said}" if language == "zh" and name[-1] > "\u2e80" else f"{name}, {said}"


def _parse(paragraph_id: str) -> tuple[Kind, str]:
    match = _ID.fullmatch(paragraph_id)
    if match is None or match.lastgroup is None:
        raise ValueError(f"not a paragraph id: {paragraph_id!r}")
    return match.lastgroup, match[match.lastgroup]  # type: ignore[return-value]
