"""The texts that a question is to be answered from: those that it names, where it does not ask who names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.languages import Language
from assistant.library.names import Divided, Mention

# What stands before a text that others name: "Which paragraph recalls the 2030 Agenda?", "when was … adopted?".
_NAMED = re.compile(
    r"\b(?:mention|cite|recall|reaffirm|quote|name|refer|reference)(?:s|ed|ing|ring|rs|red)?(?: to)?(?: the)?[\s“\"]*$"
    r"|(?:упомина|упомян|ссыла|ссылк|напомина|подтвержда|назва|называ)[а-я]+(?: на)?[\s«]*$"
    r"|(?:提到|提及|援引|引用|回顾|重申)了?[\s《]*$",
    re.IGNORECASE,
)
# What makes a text the source of what is asked for, before it and behind it. Only then is one that is not here missed:
# other texts may speak of it.
_FROM = re.compile(
    r"\b(?:according to|under|pursuant to|per|in|does|do|did|by) (?:the |resolutions? |un |unga )*[\s“\"]*$"
    r"|\b(?:article|paragraph|preamble|part|section) (?:\S+ )?of (?:the |resolutions? |un )*[\s“\"]*$"
    r"|(?:согласно|в соответствии с|по|в|во|из)(?: резолюци[а-я]+)?[\s«]*$"
    r"|(?:пункт|стать|глав|преамбул)[а-я]*[^.?!]{0,25}$"
    r"|(?:говор|требу|предусматр|устанавл|призыва|определ|содерж|прос|рекоменд)[а-я]*(?: резолюци[а-я]+)?[\s«]*$"
    r"|(?:根据|依据|依照|按照?|在)(?:大会)?(?:第)?[\s《]*$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^[\s”\"]*(?:say|provide|require|call|ask|request|urge|lay|state|define|list|contain|envisage|regulate|encourage)s?\b"
    r"|^['’]s (?:article|paragraph|preamble|position|definition|provision)"
    r"|^[\s»]*(?:говор|предусматр|устанавл|требу|призыва|определ|содерж|проси|рекоменд)[а-я]*"
    r"|^[\s》]*(?:号决议|决议|号)?(?:第[\d一二三四五六七八九十百]+[条段款]|(?:中|里|是|又)?(?:怎么|怎样|如何|对|关于|规定|要求|呼吁|有什么|说))",
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
    r"|\bdealt with"
    r"|принят|номер|подписан|опубликован|дат[аы]\b|датирован|назван|называется|о ч[её]м|посвящен"
    r"|通过|编号|文号|决议号|哪一?号|几号|签署|发布|日期|题为|标题|名称|关于什么|讲的?是?什么",
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
    if here or _ABOUT.search(question):
        return Sources(here)
    absent = [item for item in meant if not item.here and _is_source(question, item)]
    return Sources((), tuple(dict.fromkeys((question[item.start : item.end], item.document) for item in absent)))


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


def _is_source(question: str, mention: Mention) -> bool:
    before, after = question[: mention.start], question[mention.end :]
    return not _TOPIC.search(before) and bool(_SAYS.search(after) or _FROM.search(before))
