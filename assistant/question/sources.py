"""The texts that a question is to be answered from: those that it names, where it does not ask who names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.languages import Language
from assistant.library.names import Divided, Mention
from assistant.question.followups import content

# What stands before a text that others name: "Which paragraph recalls the 2030 Agenda?", "when was … adopted?".
_NAMED = re.compile(
    r"\b(?:mention|cite|recall|reaffirm|quote|name|refer|reference)(?:s|ed|ing|ring|rs|red)?(?: to)?(?: the)?"
    r"(?: resolutions?)?[\s“\"]*$"
    r"|(?:упомина|упомян|ссыла|ссылк|напомина|подтвержда|назва|называ)[а-я]+(?: на)?[\s«]*$"
    r"|(?:提到|提及|援引|引用|回顾|重申|怎么说|如何说)了?[\s《]*$",
    re.IGNORECASE,
)
# What is said of a text that is the topic, and no source.
_TOPIC = re.compile(
    r"\b(?:about|on|regarding|concerning|with|and|or) (?:the |resolutions? )*[\s“\"]*$"
    r"|(?<![а-яё])(?:об?|про|относительно|касательно|к|с|и|или)(?: резолюци[а-я]+)?[\s«]*$"
    r"|(?:对于?|关于|有关|就|与|和|或)(?:大会)?(?:第)?[\s《]*$",
    re.IGNORECASE,
)
# What stands around a name and belongs to it: "resolution 78/265", 第78/265号决议.
_KIND = re.compile(
    r"(?:\b(?:the )?(?:resolution|declaration|document)s?(?: no\.)?|\bthe|(?:резолюци|документ)[а-я]*(?: №)?"
    r"|(?:大会)?第?)[\s“«《\"]*$|[\s“«《\"]+$",
    re.IGNORECASE,
)
_REST = re.compile(r"^[”»》\"]*\s*(?:号决议|号|决议)?")
_TEXT: dict[Language, str] = {"en": "the text", "ru": "текста", "zh": "该文本"}
# Asked about the text as a whole, the catalogue answers: when it was adopted, under which number it is.
_ABOUT = re.compile(
    r"\b(?:adopt|number|symbol|sign(?:ed|ature)|publish|issue|dated?\b|title|entitled|called|about\W*$|deals? with)"
    r"|\bdealt with|\b(?:agreed|subject|topic|produced|outcomes?|found?|find|contains?|source|reference)\b"
    r"|принят|номер|обозначен|итог|найти|\bтем[аыу]\b|содерж|подписан|опубликован|дат[аы]\b|датирован|назван|называется"
    r"|о ч[её]м(?:\W+[\w/]+){0,4}\W*$|посвящен"
    r"|通过|成果|载于|查到|在哪[一]?份|讨论的?是?什么|主题|编号|文号|决议号|哪一?号|几号|签署|发布|日期|题为|标题|名称|关于什么|讲的?是?什么|是什么文件",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sources:
    """``here`` are the texts to search, as (document id, section), empty for all; ``absent`` those that the question is
    about and that are not in the library, as (what it calls each, the id of its card or "").
    """

    here: tuple[tuple[str, str], ...] = ()
    absent: tuple[tuple[str, str], ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the texts to search, as they are named."""
        return tuple(dict.fromkeys(document for document, _ in self.here))

    @property
    def several(self) -> bool:
        """Whether it is about more than one text."""
        return len(self.documents) > 1


def read_sources(question: str, mentions: Sequence[Mention], divided: Sequence[Divided] = ()) -> Sources:
    """The texts that ``question``, which names ``mentions`` and divisions, is to be answered from."""
    meant = [item for item in mentions if not _NAMED.search(question[: item.start])]
    here = tuple(dict.fromkeys((item.document, item.section) for item in meant if item.here))
    here = here or tuple(dict.fromkeys((item.document, "") for item in divided))
    if here or _ABOUT.search(question) or _asks_what(question, meant):
        return Sources(here)
    # Another text may speak of it, but the answer would be read as what it says itself.
    absent = [item for item in meant if not item.here and not _TOPIC.search(question[: item.start])]
    return Sources((), tuple(dict.fromkeys((question[item.start : item.end], item.document) for item in absent)))


def _asks_what(question: str, meant: Sequence[Mention]) -> bool:
    """Whether ``question`` asks what a text is, and no more."""
    return len(meant) == 1 and not content(f"{question[: meant[0].start]} {question[meant[0].end :]}")


def without_source(question: str, mentions: Sequence[Mention], main: str, language: Language) -> str:
    """``question`` with "the text" for each that it names and that is here, unless that is the ``main`` one alone.

    What a text is called is not in its paragraphs, but in its heading and in those of others.
    """
    meant = [item for item in mentions if item.here and not _NAMED.search(question[: item.start])]
    if {item.document for item in meant} <= {main}:
        return question
    for item in sorted(meant, key=lambda item: -item.start):
        before, after = _KIND.sub("", question[: item.start]), _REST.sub("", question[item.end :])
        space = "" if language == "zh" else " "
        question = f"{before}{space}{_TEXT[language]}{space}{after}"
    return re.sub(r"\s+([,.?!;:)]|['’]s\b)", r"\1", " ".join(question.split()))
