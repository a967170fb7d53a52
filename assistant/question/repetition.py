"""Follow-ups that ask for the last answer again: where it stands ("Which paragraph says so?"), in another language, or
in fewer words.

Nothing new is asked: the question before is answered once more, since every answer names its paragraph.
"""

from collections.abc import Sequence

from assistant.answer import Turn
from assistant.languages import LANGUAGES, Language, detect_language
from assistant.question.extent import only_points, read_extent, without_points
from assistant.question.message import TOPIC, content
from assistant.question.vocabulary import only, words

# So many points where nothing was said of them.
_FEW = 3
_IN_POINTS: dict[Language, str] = {"zh": "用{n}句话。", "ru": "В {n} предложениях.", "en": "In {n} sentences."}


def repeated(question: str, history: Sequence[Turn]) -> tuple[str, list[Turn], Language | None]:
    """The question that ``question`` asks to have answered again, with how long the answer may be where it says that,
    itself where it asks something new; what was asked before that, and the language that the answer is wanted in, if
    it is named.
    """
    asked = [turn for turn in history if not _again(turn.question)]
    if not asked or not _again(question):
        return question, asked, None
    last = asked[-1].question
    if only_points(question):
        last = f"{last} {question.strip()}"
    elif _is_shorter(question):
        points = read_extent(last).points
        points = max(points // 2, 1) if points else _FEW
        last = f"{without_points(last)} {_IN_POINTS[detect_language(last)[0]].format(n=points)}"
    return last, asked[:-1], _wanted(question)


def _again(question: str) -> bool:
    """Whether ``question`` asks where the last answer stands, for another language or fewer words, and nothing else."""
    source = _is_of(question, "source", "source_beside")
    return source or _is_shorter(question) or only_points(question) or _wanted(question) is not None


def _is_shorter(question: str) -> bool:
    return bool(words(detect_language(question)[0], "shorter").search(question)) and content(question) <= TOPIC


def _wanted(question: str) -> Language | None:
    return next((code for code in LANGUAGES if _is_of(question, code, "language_beside")), None)


def _is_of(question: str, kind: str, beside: str) -> bool:
    """Whether ``question`` has words of ``kind``, and none but those and what may stand ``beside`` them."""
    language = detect_language(question)[0]
    found = words(language, kind).search(question)
    return bool(found and only(f"{question[: found.start()]} {question[found.end() :]}", language, beside))
