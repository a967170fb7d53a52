"""What was typed, the conversation and the documents, read into one `Question`."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Turn
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language
from assistant.library.names import Names
from assistant.question.courtesies import to_the_point
from assistant.question.extent import read_extent
from assistant.question.followups import standalone
from assistant.question.kind import Kind
from assistant.question.kinds import asked_last, asks_one_text, asks_texts, offers, read_wants
from assistant.question.lookups import needs_no_model, read_lookup
from assistant.question.message import compared_on
from assistant.question.orders import defused_question
from assistant.question.pairs import read_pairs
from assistant.question.query import read_query, within
from assistant.question.question import Question
from assistant.question.repetition import repeated
from assistant.question.sources import Sources, read_sources, without_source
from assistant.question.spelling import spelled
from assistant.question.vocabulary import behind
from assistant.text.claims import claims
from assistant.text.places import known
from assistant.text.units import compared

LONGEST = 2000
_NO_NAMES = Names()
_TITLE = re.compile(r"《([^》]{2,})》|«([^»]{2,})»|“([^”]{2,})”|\"([^\"]{2,})\"")


@dataclass(frozen=True)
class Said:
    """What was said, the conversation included.

    ``typed``, ``text`` and ``supported`` are as in `Question`, ``standalone`` and ``reply`` the text and the reply of
    its `Query`.
    """

    typed: str
    text: str
    standalone: str
    reply: Language
    supported: bool

    @property
    def needs_model(self) -> bool:
        """Whether the language model is likely to be needed, as far as that shows without the documents."""
        return not needs_no_model(self.standalone)


def understand(
    typed: str, history: Sequence[Turn] = (), language: Language | None = None, *, later: bool = False
) -> Said:
    """What ``typed`` says behind the turns of ``history``, to be answered in ``language``, else in its own.

    ``later`` is as in `standalone`.

    AssistantError when it is empty, too long or no text, or for an unknown language.
    """
    typed = one_line(typed)
    asked = spelled(to_the_point(typed), detect_language(typed)[0])
    turns = [replace(turn, question=to_the_point(turn.question)) for turn in history]
    text, before, wanted = repeated(asked, turns)
    reply, supported = reply_language(typed, wanted or language)
    return Said(typed, text, defused_question(standalone(text, before, later=later)), reply, supported)


def read(said: Said, names: Names = _NO_NAMES, documents: Collection[str] = (), kind: Kind = "fact") -> Question:
    """The question of ``kind`` in what was ``said``, with what it calls by the documents' ``names``; of ``documents``
    (ids), where those are given, whatever it names.
    """
    mentions, reply = names.mentions(said.standalone), said.reply
    divided = names.divided(said.standalone, mentions)
    of_last = mentions if said.text == said.standalone else names.mentions(said.text)
    sources = read_sources(said.standalone, mentions, divided)
    if documents:
        sources = Sources(tuple((name, "") for name in dict.fromkeys(documents)))
    # What is told of a whole text is not told of another than the one that is meant.
    if kind in ("summary", "part", "asks") and not sources.here and not all(item.here for item in mentions):
        kind = "fact"
    asked, typed = (
        without_source(text, named, names.main, detect_language(text)[0])
        for text, named in ((said.standalone, mentions), (said.text, of_last))
    )
    before = asked.removesuffix(typed).strip()
    follow_up = _begun(behind(typed, detect_language(typed)[0], "and"))
    texts = names.several and not sources.here and asks_texts(asked)
    query = within(read_query(asked, reply), sources, divided, texts=texts)
    return Question(
        typed=said.typed,
        text=typed,
        before="" if before == asked else before,
        follow_up=follow_up,
        query=query,
        main=names.main,
        sources=sources,
        foreign=names.foreign(sources.documents, query.language),
        pairs=read_pairs(said.standalone, mentions, detect_language(said.standalone)[0]),
        supported=said.supported,
        lookup=read_lookup(said.standalone, said.text, names, mentions, divided),
        kind=kind,
        extent=read_extent(said.standalone, said.typed),
        last=read_wants(asked_last(typed, asked)),
        texts=texts,
        one_text=asks_one_text(asked),
        on_topic=kind == "compare" and compared_on(asked),
        choice=offers(asked if before == asked else f"{follow_up} {before}"),
        titles=tuple(title for found in _TITLE.findall(asked) for title in found if title),
        places={code: frozenset(known(asked, code)) for code in LANGUAGES},
        claims=frozenset(claims(asked)),
        compared=frozenset(compared(asked)),
    )


def read_translation(question: Question, text: str, language: Language, names: Names) -> Question:
    """``question`` as it is asked in ``language``, in which it is ``text``: of the same texts, with the same kind of
    answer.
    """
    reading = read(Said(text, text, text, language, True), names)
    own = question.query
    query = replace(own, text=reading.query.text, language=reading.query.language, reply=language)
    return replace(
        reading,
        query=query,
        sources=question.sources,
        foreign=(),
        kind=question.kind,
        texts=question.texts,
        one_text=question.one_text,
        on_topic=question.on_topic,
    )


def one_line(question: str) -> str:
    """The question on one line; AssistantError when it is empty, too long, or holds what is no text."""
    if len(question) > LONGEST:
        raise AssistantError("question_too_long", length=len(question), limit=LONGEST)
    line = " ".join(question.split())
    if any(unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") for character in line):
        raise AssistantError("question_unreadable")
    # Byte order marks, zero-width spaces and the like come with copied text and mean nothing.
    line = "".join(character for character in line if unicodedata.category(character) != "Cf").strip()
    if not any(character.isalnum() for character in line):
        raise AssistantError("question_empty")
    return line


def reply_language(question: str, wanted: str | None) -> tuple[Language, bool]:
    """The language to answer in, and whether it is what the reader wrote in or asked for."""
    if wanted is None:
        return detect_language(question)
    if wanted not in LANGUAGES:
        raise AssistantError("language_unknown", language=wanted)
    return wanted, True


def _begun(text: str) -> str:
    """``text`` with a capital, so that it does not look like the end of a sentence."""
    return text[:1].upper() + text[1:]
