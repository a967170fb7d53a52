"""Which paragraphs can't answer a question, whatever the language model thinks of them: told by what they name."""

import re
from collections.abc import Collection

from assistant.answer import Evidence
from assistant.citations import compared, units
from assistant.clauses import of_another_number, of_others
from assistant.languages import Language
from assistant.names import elsewhere, known, small
from assistant.organizations import unnamed, without_names
from assistant.wanted import (
    adopted,
    asks_held,
    asks_mention,
    asks_sponsors,
    asks_time,
    asks_who,
    has_year,
    silent,
    topic,
)

# A text of whose name a paragraph has no more is another: of "Global Digital Compact" it has "digital". What is
# mentioned is there with more than half of its words: "climate change" is not in "rapid technological change".
_FEW, _HALF = 1 / 3, 1 / 2
# Said of anything here, and written out as often as not.
_ABBREVIATED = {"AI", "ИИ"}
# A title in Chinese.
BOOK = re.compile(r"《([^》]{2,})》")


def beside_the_point(
    item: Evidence, question: str, wanted: str, language: Language, named: Collection[str], *, polar: bool
) -> bool:
    """Whether ``item`` can't answer ``question``, in ``language``: it is about other places, another of a series or
    another text, says nothing of the kind that is asked, or does not name the organization that is asked about.

    ``wanted`` is the part of the question that tells the kind of answer, which is yes or no where it is ``polar``;
    ``named`` are the paragraphs that it names by their numbers, which may use other words for what is asked about.
    """
    if silent(wanted, item.text) or unnamed(question, language, item.text, item.language):
        return True
    # What a card tells is when a text was adopted.
    if item.status == "card" and asks_time(wanted) and asks_held(question):
        return True
    if item.paragraph == "HEAD" and _not_in_the_heading(item, question, wanted, language, polar):
        return True
    same = item.language == language
    if same and item.paragraph not in named and _of_other_words(item, wanted):
        return True
    # "Is the centre in Almaty?" is answered by the paragraph that says where it is.
    if polar:
        return False
    # "《全球数字契约》" is a title, and of another text than one that has not half of it.
    titles = [units(title) for title in BOOK.findall(question)] if item.language == "zh" else []
    if any(len(title & units(item.text)) * 2 < len(title) for title in titles):
        return True
    if same and (of_others(question, item.text, compared, language) or of_another_number(question, item.text)):
        return True
    return elsewhere(question, language, item.text, item.language)


def _not_in_the_heading(item: Evidence, question: str, wanted: str, language: Language, polar: bool) -> bool:
    """The heading names States, but only as those that submitted the draft, and is near to any question about it; its
    session is no date.
    """
    if asks_time(wanted) and not has_year(item.text):
        return True
    asked = polar or asks_who(wanted) or small(known(question, language))
    return bool(asked) and not asks_sponsors(question)


def _of_other_words(item: Evidence, wanted: str) -> bool:
    """Whether ``item`` has no word of what is asked about, hardly half of what is to be mentioned, or hardly one of the
    text whose day of adoption is asked for.
    """
    there = compared(item.text)
    about = units(without_names(topic(wanted), item.language)) - _ABBREVIATED
    if about and len(about & there) <= (_HALF * len(about) if asks_mention(wanted) else 0):
        return True
    text = compared(adopted(wanted))
    return bool(text) and len(text & there) <= _FEW * len(text)
