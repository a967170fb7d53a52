"""Paragraphs of several texts that a question sets side by side: "paragraph 1 of the draft and 5 of 78/311"."""

from collections.abc import Sequence

from assistant.languages import Language
from assistant.library.names import Mention
from assistant.question.paragraphs import paragraph_ids

Pair = tuple[str, frozenset[str]]


def read_pairs(question: str, mentions: Sequence[Mention], language: Language) -> tuple[Pair, ...]:
    """(document, ids that its paragraph may have) for each of the texts that ``question``, in ``language``, names.

    Empty where those are not at least two, or one has no paragraph. A text's paragraph is named before it in Russian
    and English, behind it in Chinese; one that is named once is meant in each.
    """
    here = [item for item in mentions if item.here]
    if len({item.document for item in here}) < 2:
        return ()
    ends = [0, *(item.end for item in here)], [*(item.start for item in here), len(question)]
    found: dict[str, set[str]] = {}
    for n, item in enumerate(here):
        part = question[item.end : ends[1][n + 1]] if language == "zh" else question[ends[0][n] : item.start]
        found.setdefault(item.document, set()).update(_inside(item, paragraph_ids(part)))
    shared = set().union(*found.values()) or paragraph_ids(question)
    pairs = tuple((document, frozenset(ids or shared)) for document, ids in found.items())
    return pairs if all(ids for _, ids in pairs) else ()


def _inside(mention: Mention, ids: set[str]) -> set[str]:
    if not mention.section:
        return ids
    return {f"{mention.section}.{name.removeprefix('OP').removeprefix('¶')}" for name in ids}
