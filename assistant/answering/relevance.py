"""Which paragraphs can't answer a question, whatever the language model thinks of them: told by what they name."""

from assistant.answer import Evidence
from assistant.answering.support.kinds import silent
from assistant.answering.support.placement import of_another_number, of_others
from assistant.question.question import Question
from assistant.text.organizations import unnamed
from assistant.text.places import elsewhere, small
from assistant.text.quantities import has_year
from assistant.text.units import compared, units

# A text of whose name a paragraph has no more is another: of "Global Digital Compact" it has "digital". What is
# mentioned is there with more than half of its words: "climate change" is not in "rapid technological change".
_FEW, _HALF = 1 / 3, 1 / 2


def beside_the_point(item: Evidence, question: Question) -> bool:
    """Whether ``item`` can't answer ``question``: it is about other places, another of a series or another text, says
    nothing of the kind that is asked, or does not name the organization that is asked about.

    A paragraph that the question names by its number may use other words for what is asked about.
    """
    if question.texts:  # it asks for the text, and not for what that says
        return bool(question.last.mention) and _of_other_words(item, question)
    if silent(question.last, item.text) or unnamed(question.organizations, item.text, item.language):
        return True
    # What a card tells is when a text was adopted.
    if item.status == "card" and question.last.time and question.whole.held:
        return True
    if item.paragraph == "HEAD" and _not_in_the_heading(item, question):
        return True
    same = item.language == question.query.reply
    if same and item.paragraph not in question.query.paragraphs and _of_other_words(item, question):
        return True
    # "Is the centre in Almaty?" is answered by the paragraph that says where it is.
    if question.polar:
        return False
    # "《全球数字契约》" is a title, and of another text than one that has not half of it.
    titles = question.books if item.language == "zh" else ()
    if any(len(title & units(item.text)) * 2 < len(title) for title in titles):
        return True
    if same and (of_others(question, item.text) or of_another_number(question, item.text)):
        return True
    # A question may offer places to choose from.
    return not question.choice and elsewhere(question.places[question.query.reply], item.text, item.language)


def _not_in_the_heading(item: Evidence, question: Question) -> bool:
    """The heading names States, but only as those that submitted the draft, and is near to any question about it; its
    session is no date.
    """
    if question.last.time and not has_year(item.text):
        return True
    asked = question.polar or question.last.who or small(question.places[question.query.reply])
    return bool(asked) and not question.whole.sponsors


def _of_other_words(item: Evidence, question: Question) -> bool:
    """Whether ``item`` has no word of what is asked about, hardly half of what is to be mentioned, or hardly one of the
    text whose day of adoption is asked for.
    """
    there, wants = compared(item.text), question.last
    if wants.topic and len(wants.topic & there) <= (_HALF * len(wants.topic) if wants.mention else 0):
        return True
    return bool(wants.adopted) and len(wants.adopted & there) <= _FEW * len(wants.adopted)
