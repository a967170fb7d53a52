"""The words by which a message shows what it is (`conversation_words.toml`), by language and kind."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from assistant.languages import Language

_FILE = files("assistant.question").joinpath("conversation_words.toml")
_LISTS: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
_NAME = re.compile(r"\{([a-z_]+)\}")
# Not inside a word: Chinese has no spaces, so there every place may be one where a word ends.
_EDGE = r"(?!(?<=\w)\w)"


@cache
def words(language: Language, *kinds: str) -> re.Pattern[str]:
    """Any word of ``kinds`` in ``language``; nothing where it has no such words."""
    lists = _LISTS[language]
    said = "|".join(word for kind in kinds for word in lists.get(kind, ()))
    while _NAME.search(said):
        said = _NAME.sub(lambda name: f"(?:{'|'.join(lists[name[1]])})", said)
    edge = "" if language == "zh" else _EDGE
    alike = said.replace("е", "[её]").replace("'", "['’]")
    return re.compile(rf"{edge}(?:{alike}){edge}" if said else "(?!)", re.IGNORECASE)


def only(text: str, language: Language, *kinds: str) -> bool:
    """Whether all words of ``text`` are of ``kinds``."""
    return not any(map(str.isalnum, words(language, *kinds).sub(" ", text)))


def behind(text: str, language: Language, kind: str) -> str:
    """``text`` without the word of ``kind`` that it may begin with."""
    found = words(language, kind).match(text)
    return text[found.end() :].lstrip(" ,，") if found else text
