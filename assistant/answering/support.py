"""Whether what the model writes from a paragraph stands there: one check for all that it writes.

The paragraph has to have every number, month, symbol, name and place of a sentence. Of what passes that, a logistic
regression tells how likely it is to be a true answer, by the shares of its own words and of the question's that are the
paragraph's, and by the model's opinion, which is asked apart with paragraph, question and sentence before it. Weights
and least are fitted to sentences that were marked by hand (`eval/studies/support.md`). Where in doubt the paragraph's
words are quoted instead.
"""

from collections.abc import Callable

from assistant.answer import Evidence
from assistant.answering.citations import MARK, Supported
from assistant.answering.selection import log_odds, logistic
from assistant.answering.translation import MIXED
from assistant.languages import Language, detect_language
from assistant.question.question import Question
from assistant.text.claims import claims
from assistant.text.places import implied, known
from assistant.text.sentences import sentences
from assistant.text.units import HAN, WORD, compared, names, script, units, units_of

# Of the shares of the sentence's and of the question's words, of the log odds that the model gives; and what is added.
_COVERED, _ASKED, _ODDS, _INTERCEPT = 2.0, 0.9, 0.8, -2.2
# From this likelihood on a sentence is shown.
LEAST = 0.7
# A sentence whose own words are mostly not the paragraph's does not come from it.
LEAST_COVERED = 0.5
# So many words of another language are no name.
_PHRASE = 4
# A letter more or less makes another name of one that has no more than so many.
_SHORT = 5


def likelihood(covered: float, asked: float, opinion: float) -> float:
    """How likely a sentence is to be a true answer, of whose words the paragraph has the share ``covered``, and of the
    question's the share ``asked``, and that the model thinks right with the probability ``opinion``; all in [0, 1].
    """
    return logistic(_INTERCEPT + _COVERED * covered + _ASKED * asked + _ODDS * log_odds(opinion))


def supported(
    written: str, question: Question, read: Evidence, language: Language, opinion: Callable[[str], float]
) -> tuple[list[Supported], bool]:
    """The sentences of what was ``written`` from ``read`` that stand, and whether any says what ``read`` has not.

    All is in ``language``; ``opinion`` gives the model's of a sentence, and is not asked where words and names already
    tell.
    """
    found: list[Supported] = []
    stray = False
    if not _is_in(written, question.text, read.text, language):
        return found, True
    there = " ".join([read.text, *implied(question.places[language], read.text, language)])
    asked = share_asked(question, read.text)
    for sentence in sentences(written):
        plain = MARK.sub("", sentence).strip()
        if not any(map(str.isalnum, plain)) or not _for(plain, language):
            continue
        covered = coverage(plain, question, there, language)
        stray = stray or (covered < LEAST_COVERED and bool(compared(plain) - question.compared))
        if covered < LEAST_COVERED:
            continue
        if (likely := likelihood(covered, asked, opinion(plain))) >= LEAST:
            found.append(Supported(plain, read, round(likely, 4)))
    return found, stray


def share_asked(question: Question, paragraph: str) -> float:
    """Share of the words and numbers of ``question`` that are in ``paragraph``, in [0, 1]."""
    return len(question.compared & compared(paragraph)) / max(1, len(question.compared))


def coverage(sentence: str, question: Question, paragraph: str, language: Language) -> float:
    """Share of the words and numbers that ``sentence`` adds to ``question`` that are in ``paragraph``, in [0, 1].

    0 when it adds none, or has a number, month, symbol, name or place (`assistant.text.places`) that the paragraph has
    not.
    """
    said, told = claims(sentence, digits=True), claims(paragraph, digits=True)
    named = known(sentence, language)
    if not said <= told or not named <= known(paragraph, language):
        return 0.0
    there = units(paragraph) | told
    places = units_of(named, sentence, language)
    # In other forms, too, and in another language, as that of the question before; of two places one is an answer.
    asked = set() if question.choice else named & set().union(*question.places.values())
    new = compared(sentence) - question.compared - units_of(asked, sentence, language)
    if not new or not all(name in there or _inflected(name, there) for name in names(sentence) - places):
        return 0.0
    return len(new & there) / len(new)


def _inflected(name: str, there: set[str]) -> bool:
    """Whether one of ``there`` is ``name`` in another form: "Ассамблеи" and "Ассамблея" have stems a letter apart."""
    return len(name) > _SHORT and any(unit[:-1] == name or unit == name[:-1] for unit in there)


def _for(sentence: str, language: Language) -> bool:
    """Whether a reader of ``language`` can read ``sentence``; a name, or a few, is in every language."""
    return script(sentence) == language or len(WORD.findall(sentence)) < _PHRASE


def _is_in(written: str, question: str, paragraph: str, language: Language) -> bool:
    """Whether ``written`` is in ``language``; a Russian or English answer with Chinese words of its own is not, nor is
    one with a word in two scripts ("регионaльный").

    Numbers, symbols and what stands in the paragraph word for word are in every language.
    """
    said = MARK.sub("", written).strip().rstrip(".。")
    if not any(map(str.isalpha, said)) or said in paragraph:
        return True
    if MIXED.search(said) or detect_language(said)[0] != language:
        return False
    return language == "zh" or not set(HAN.findall(written)) - set(question)
