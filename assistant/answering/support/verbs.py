"""What each of the verbs governs by which a resolution acts.

"Encourages … partnerships …, and takes note of the initiative to establish a centre" does not encourage the centre, and
decides nothing. A small model says so with ease, in words of the paragraph alone, and to a delegate the verb is what
counts.
"""

import re

from assistant.question.question import Question
from assistant.text.units import compared
from assistant.text.verbs import ASKING, VERB, acts

# A paragraph of a resolution begins with its verb, behind a number and a word like these.
_BEFORE = re.compile(
    r"\W*\d*\W*(?:(?:also|further|again|strongly|deeply|также|далее|вновь|настоятельно|решительно|высоко)\s+"
    r"|又|还|再次|进一步|强烈|着重)*",
    re.IGNORECASE,
)
# What stands behind another verb is that one's when more of the sentence is there: by two words, and nearly twice as
# many.
_WORDS, _SHARE = 2, 0.6


def misgoverned(sentence: str, question: Question, paragraph: str) -> bool:
    """Whether ``sentence`` says that the text decides, requests, urges, encourages or invites what ``paragraph`` has
    behind another of its verbs, or says with a verb that ``paragraph`` has not.

    A verb of the ``question`` may be said again, but nothing is decided by it. Of a sentence with several verbs it is
    not told what stands behind which. False of a paragraph that does not begin with such a verb.
    """
    names = acts(sentence)
    said = names & (ASKING.keys() - (question.verbs - {"decide"}))
    verbs = list(VERB.finditer(paragraph)) if said else []
    if not verbs or not _BEFORE.fullmatch(paragraph, 0, verbs[0].start()):
        return False
    if not said <= acts(paragraph):
        return True
    if len(names) > 1:
        return False
    content = compared(VERB.sub(" ", sentence))
    ends = [*(verb.start() for verb in verbs[1:]), len(paragraph)]
    governed = [(verb.lastgroup, compared(paragraph[verb.end() : end])) for verb, end in zip(verbs, ends, strict=True)]
    own = max(len(content & found) for verb, found in governed if verb in said)
    others = max((len(content & found) for verb, found in governed if verb not in said), default=0)
    return others >= own + _WORDS and own < _SHARE * others
