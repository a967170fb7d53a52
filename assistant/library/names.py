"""What the documents are called, and the texts that they name: read once, when the index is opened."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from assistant.documents import Document
from assistant.documents.paragraph import Section
from assistant.documents.references import symbol, titles_named
from assistant.languages import LANGUAGES, Language
from assistant.library.catalogue import CARD
from assistant.library.corpus import full_texts
from assistant.text.divisions import divisions
from assistant.text.titles import title_pattern

# What may stand between what a text is and its number or title.
_LEADS_IN = re.compile(
    r"\s+(?:no\.|№)?\s*|,?\s*(?:(?:en)?titled|called|named|под названием|озаглавленн\w+|题为|名为)\s*[\"'“‘«《]?\s*",
    re.IGNORECASE,
)
_CYRILLIC, _HAN = re.compile("[А-Яа-я]"), re.compile("[\u3400-\u9fff]")
_SHORTEST = 8  # characters of a title that names a text by itself; Chinese has fewer for as much
# "A/RES/78/265", "78/265", "217 A (III)".
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9/])(?:[A-Z]{1,4}/[A-Z0-9.()/]*)?\d{1,3}/\d{1,4}(?![\d/])"
    r"|(?<![A-Za-z0-9/])\d{2,4} ?[A-Z]? ?\([IVXL]+\)"
)


@dataclass(frozen=True)
class Mention:
    """A text that is named at ``start`` to ``end`` of a question: ``document`` is its id, a catalogue card's where the
    text itself is not here, and empty where nothing is known of the number that names it. ``section`` is how the ids of
    the paragraphs begin that are meant, empty for the whole text.
    """

    start: int
    end: int
    document: str
    section: str = ""

    @property
    def here(self) -> bool:
        """Whether the text itself is in the library."""
        return bool(self.document) and not self.document.startswith(CARD)


@dataclass(frozen=True)
class Divided:
    """Divisions of ``document`` that are named at ``start`` to ``end`` of a question: the ``ids`` of their paragraphs;
    empty where it has such divisions, but not with that number."""

    start: int
    end: int
    document: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """``main`` is the id of the document that the corpus is about, ``titles`` what it calls other texts, as (target,
    title), the target as in a `Reference`.

    ``numbers`` has documents by the numbers of their symbols ("78/265"), ``called`` all that the documents are called,
    as (name, document id, section), ``sections`` their numbered divisions, with their ids, ``languages`` those that
    each is here in. ``several`` says that there is another text beside the main one.
    """

    main: str = ""
    titles: tuple[tuple[str, str], ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    called: tuple[tuple[str, str, str], ...] = ()
    sections: tuple[tuple[str, Section], ...] = ()
    languages: tuple[tuple[str, frozenset[Language]], ...] = ()
    several: bool = False

    def foreign(self, documents: Collection[str], language: Language) -> tuple[Language, ...]:
        """The languages in which those of ``documents`` are here, of all where that is empty, that are not here in
        ``language``; of each text one.
        """
        here = [there for name, there in self.languages if not documents or name in documents]
        wanted = {"en" if "en" in there else min(there) for there in here if language not in there}
        return tuple(code for code in LANGUAGES if code in wanted)

    def mentions(self, question: str) -> tuple[Mention, ...]:
        """The texts that ``question`` names, in order; of names that overlap the longest counts."""
        plain = question.replace("ё", "е")
        found = [
            Mention(match.start(), match.end(), document, section)
            for name, document, section in self.called
            if _may_name(name, plain)
            for match in title_pattern(name).finditer(plain)
        ]
        numbers = dict(self.numbers)
        for match in _NUMBER.finditer(plain):
            found.append(Mention(match.start(), match.end(), numbers.get(symbol(match[0]), "")))
        kept: list[Mention] = []
        for mention in sorted(found, key=lambda item: (item.start - item.end, not item.here, item.start)):
            over = [other for other in kept if other.start < mention.end and mention.start < other.end]
            same = [other for other in over if (other.start, other.end) == (mention.start, mention.end)]
            # Two texts of one title, a draft and what became of it, are both named.
            if not over or (len(same) == len(over) and mention.here and mention not in kept):
                kept.append(mention)
        ordered = sorted(kept, key=lambda item: item.start)
        # "the resolution 78/311" is 78/311, "the resolution entitled …" what has that title.
        return tuple(
            item
            for item, other in zip(ordered, [*ordered, None][1:], strict=True)
            if other is None or not _LEADS_IN.fullmatch(plain[item.end : other.start])
        )

    def only(self, question: str) -> tuple[str, ...]:
        """The one text beside the main one that ``question`` names, and that is here; empty where it names others."""
        named = {item.document if item.here else "" for item in self.mentions(question)}
        return tuple(named) if len(named) == 1 and not named & {"", self.main} else ()

    def divided(self, question: str, mentions: Sequence[Mention]) -> tuple[Divided, ...]:
        """The divisions that ``question``, which has ``mentions``, names: of the texts that it names, else of the only
        one that has them.
        """
        found: list[Divided] = []
        for named in divisions(question):
            kinds = [
                (document, section)
                for document, section in self.sections
                if set(named.kinds) & set(section.kinds) and _among(document, section, mentions)
            ]
            numbered = [(document, section) for document, section in kinds if section.number in named.numbers]
            of = {document for document, _ in (numbered or kinds)}
            if len(of) != 1:
                continue
            # Of two divisions with one number, in a text and its annex, the first is meant; of translations both are.
            first = {section.number: section.kinds for _, section in reversed(numbered)}
            ids = [one for _, section in numbered if first[section.number] == section.kinds for one in section.ids]
            if ids or any(item.here for item in mentions):
                found.append(Divided(named.start, named.end, of.pop(), tuple(dict.fromkeys(ids))))
        return tuple(found)


def _among(document: str, section: Section, mentions: Sequence[Mention]) -> bool:
    """Whether ``section`` is in one of the texts that are mentioned, or there are none."""
    here = [item for item in mentions if item.here]
    return not here or any(item.document == document and section.ids[0].startswith(item.section) for item in here)


def _may_name(name: str, question: str) -> bool:
    """Whether ``question`` has a word in the script of ``name``."""
    script = _CYRILLIC if _CYRILLIC.search(name) else _HAN if _HAN.search(name) else None
    return script is None or bool(script.search(question))


def names_of(documents: Sequence[Document]) -> Names:
    """The names of ``documents``, all of an index."""
    cards_last = sorted(documents, key=lambda item: item.status != "card")  # a text takes the place of its card
    numbers = {item.symbol: item.id for item in cards_last if item.symbol}
    main = full_texts(documents)
    titles = tuple(dict.fromkeys(titles_named(main)))
    sections = tuple((item.id, section) for item in documents for section in item.sections)
    several = len({item.id for item in documents if item.status != "card"}) > 1
    return Names(
        main[0].id if main else "",
        titles,
        tuple(numbers.items()),
        _called(documents),
        sections,
        _languages(documents),
        several,
    )


def _languages(documents: Iterable[Document]) -> tuple[tuple[str, frozenset[Language]], ...]:
    found: dict[str, set[Language]] = {}
    for item in documents:
        found.setdefault(item.id, set()).add(item.language)
    return tuple((name, frozenset(there)) for name, there in found.items())


def _called(documents: Iterable[Document]) -> tuple[tuple[str, str, str], ...]:
    found: dict[tuple[str, str, str], None] = {}
    for item in documents:
        own = [(item.title, "")] if item.status != "card" else []
        own += [(item.id, "")] if item.name and item.status != "card" else []
        for name, section in (*own, *item.aliases):
            short = len(name) < (_SHORTEST if name[-1:] < "\u2e80" else _SHORTEST // 2)
            if any(map(str.isalpha, name)) and not (short and (name, section) == (item.title, "")):
                found[name, item.id, section] = None
    return tuple(found)
