"""The sentences of a text, and the clauses of a sentence that runs over half a page."""

import re

# A full stop behind one letter is an initial, one before a small letter or a digit an abbreviation ("т. е.", "No. 3"),
# and one behind these.
_SHORT = "".join(
    rf"(?<!\b{short}[.])"
    for short in ("St", "Dr", "Mr", "Mrs", "Ms", "Jr", "Sr", "Gen", "Prof", "Mt", "им", "ул", "св", "др")
)
_SENTENCE_END = re.compile(
    r"(?<=[。！？])(?![”»』」])|(?<=[。！？][”»』」])|(?<=\n)"
    rf"|(?<!\b[^\W\d_][.]){_SHORT}(?<=[.!?])(?=\s+[^\sa-zа-яё\d])"
    r"|(?<=[.!?][”»\")])(?=\s+[^\sa-zа-яё\d])"
)
# A title in quotation marks is not cut, nor from the number and date that it stands behind; a colon leads in what
# follows it.
_CLAUSE = re.compile(
    r"(?:“[^“”]{0,250}”|«[^«»]{0,250}»|《[^《》]{0,250}》"
    r"|[^，；、,;]|[,;](?!\s)|,(?=\s(?:entitled|озаглавленн)))+(?:[，；、,;]|$)|[，；、,;]"
)


def sentences(text: str) -> list[str]:
    """The sentences of ``text``."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def clauses(text: str) -> list[str]:
    """The clauses of ``text``, of all its sentences."""
    return [clause for sentence in sentences(text) for clause in sentence_clauses(sentence)]


def sentence_clauses(sentence: str) -> list[str]:
    """The clauses of one sentence."""
    return [clause for clause in _CLAUSE.findall(sentence) if clause.strip()]
