"""Documents and their numbered paragraphs, and how a paragraph is named in each language."""

import re
from dataclasses import dataclass
from typing import Literal

from assistant.languages import Language

Kind = Literal["head", "preambular", "operative", "footnote", "annex", "article", "plain"]

# Language-free id -> (kind, number): the forms that the labels below can name.
_ID = re.compile(
    r"(?P<head>HEAD)|PP(?P<preambular>\d+)|OP(?P<operative>\d+(?:\([a-z]+\))*)|FN(?P<footnote>\d+)"
    r"|ANNEX\.(?P<annex>\d+(?:\([a-z]+\))*)|ART(?P<article>\d+)|¶(?P<plain>\d+)"
)
_LABELS: dict[Kind, tuple[str, str, str]] = {
    "head": ("文件首部", "заглавная часть", "heading"),
    "preambular": ("序言部分第{n}段", "{n}-й пункт преамбулы", "preambular para. {n}"),
    "operative": ("执行部分第{n}段", "пункт {n} постановляющей части", "operative para. {n}"),
    "footnote": ("脚注{n}", "сноска {n}", "footnote {n}"),
    "annex": ("附件第{n}段", "пункт {n} приложения", "annex, para. {n}"),
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
    """A paragraph under its canonical id, its text whole and free of page furniture and footnote marks."""

    id: str
    text: str
    notes: tuple[Note, ...] = ()

    @property
    def kind(self) -> Kind:
        """What the id says the paragraph is."""
        return _parse(self.id)[0]


@dataclass(frozen=True)
class Document:
    """One text in one language; translations of a text share ``id`` and paragraph ids.

    ``translation`` marks a working translation, not an official text.
    """

    id: str
    language: Language
    title: str
    paragraphs: tuple[Paragraph, ...]
    translation: bool = False

    def __getitem__(self, paragraph_id: str) -> Paragraph:
        """The paragraph with that id; KeyError if there is none."""
        for paragraph in self.paragraphs:
            if paragraph.id == paragraph_id:
                return paragraph
        raise KeyError(paragraph_id)


def _parse(paragraph_id: str) -> tuple[Kind, str]:
    match = _ID.fullmatch(paragraph_id)
    if match is None or match.lastgroup is None:
        raise ValueError(f"not a paragraph id: {paragraph_id!r}")
    return match.lastgroup, match[match.lastgroup]  # type: ignore[return-value]


def label(paragraph_id: str, language: Language) -> str:
    """The id as a delegate would cite it: ``OP3`` is "operative para. 3". ValueError for what is no id."""
    kind, number = _parse(paragraph_id)
    if kind == "operative" and language == "ru" and "(" in number:
        whole, part = number.split("(", 1)
        return f"подпункт ({part} пункта {whole} постановляющей части"
    return _LABELS[kind][("zh", "ru", "en").index(language)].format(n=number)
