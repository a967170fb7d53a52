"""A question as it is understood: read once, so that nothing behind this room reads it again."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.languages import Language
from assistant.question.extent import Extent
from assistant.question.kind import Kind
from assistant.question.kinds import Wants
from assistant.question.lookups import Lookup
from assistant.question.pairs import Pair
from assistant.question.query import Query
from assistant.question.sources import Sources


@dataclass(frozen=True)
class Question:
    """What was typed, with what the conversation and the documents add to it.

    ``typed`` is on one line, ``text`` what it comes to: without courtesies, and the question before where that is to be
    answered again. ``before`` is what was asked before and it leans on, empty where it stands alone, and ``follow_up``
    the text without the "And" that leads it in. ``query`` is searched with: it stands alone, and gives no orders. Its
    ``reply`` is the language of the answer; ``supported`` says that the reader wrote in it or asked for it. What is
    asked of the document itself is the ``lookup``. ``main`` is the text that the corpus is about, ``sources`` are those
    that the question is about, ``foreign`` languages of those that are not here in the query's, ``pairs`` paragraphs of
    several that it sets side by side; where the source is one beside the main text, all but ``typed``, ``pairs`` and
    ``lookup`` has "the text" for its name.

    ``kind`` is what kind of answer it wants, and ``extent`` which part of a text and how much, where that is its kind.
    ``last`` is what the last of its questions wants, and ``choice`` says that it offers things to choose from;
    ``texts`` that it asks which of several texts say something,
    ``one_text`` for the one that does, and ``on_topic`` that it compares texts on something.

    It names ``titles`` in quotation marks, and ``places`` in the spelling of each language. ``claims`` and, with words,
    ``compared`` are what it is compared by (see `assistant.text`).
    """

    typed: str
    text: str
    before: str
    follow_up: str
    query: Query
    main: str
    sources: Sources
    foreign: tuple[Language, ...]
    pairs: tuple[Pair, ...]
    supported: bool
    lookup: Lookup | None
    kind: Kind
    extent: Extent
    last: Wants
    texts: bool
    one_text: bool
    on_topic: bool
    choice: bool
    titles: tuple[str, ...]
    places: Mapping[Language, frozenset[str]]
    claims: frozenset[str]
    compared: frozenset[str]

    @property
    def polar(self) -> bool:
        """Whether it is answered with yes or no."""
        return self.kind == "polar"

    @property
    def several(self) -> bool:
        """Whether several paragraphs may answer it, each with its share: a list, a theme, which ones say something."""
        return self.texts or self.kind in ("list", "theme", "which", "explain")

    @property
    def quoted(self) -> bool:
        """Whether it is answered in the text's own words alone."""
        return self.texts or self.kind in ("theme", "which")

    def names(self, document: str, paragraph: str) -> bool:
        """Whether it names this ``paragraph``, or what that is a part of, in a text that it names.

        Where it names no text, the main one is meant.
        """
        whole = paragraph.split("(")[0]
        said = self.query.paragraphs
        return document in (self.sources.documents or (self.main,)) and (
            paragraph in said or (whole in said and whole != paragraph)
        )
