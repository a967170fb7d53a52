"""The lines of the page, the command line and error messages; `text` fills one in.

The words stand in ``locale/zh.ftl``, ``locale/ru.ftl`` and ``locale/en.ftl``, in Project Fluent's format. A translator
edits these and nothing else; tests/test_messages.py holds the three to the same lines.

Why not gettext with Babel: there plural forms are picked by a second function and by a formula in the file's header,
one number a line, and Python reads compiled ``.mo`` files only; in Fluent the choice stands in the sentence, where a
language needs one, by CLDR's rules. Those come from Babel (a wheel of 11 MB) either way; fluent.runtime and
fluent.syntax add 32 kB. The first line takes 0.1 s, hence the late imports. Releases are rare: 0.4.0 is of March 2023,
and in March 2025 the maintainers said that it is kept up (python-fluent issue 208).
"""

import sys
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from assistant.languages import Language

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle


def status_mark(status: str, language: Language) -> str:
    """What stands behind a document's id: ", working translation, not official"; nothing for an original."""
    return "" if status == "original" else f", {text(status, language)}"


def text(key: str, language: Language | str, /, **values: object) -> str:
    """The line ``key`` in ``language``, with ``values`` filled in and kept on one line."""
    return _filled(key, language, _on_one_line(values))


def counted(key: str, language: Language, count: int, /, **values: object) -> str:
    """`text` of a line that says how many: "1 paragraph", "7 paragraphs"; "1 пункт", "2 пункта", "7 пунктов"."""
    from fluent.runtime.types import fluent_number

    return _filled(key, language, {**_on_one_line(values), "count": fluent_number(count, useGrouping=False)})


def _on_one_line(values: Mapping[str, object]) -> dict[str, object]:
    """``values`` as strings, which Fluent leaves as they are; of a number it would make "7,860"."""
    return {name: " ".join(str(value).split()) for name, value in values.items()}


def _filled(key: str, language: str, values: dict[str, object]) -> str:
    bundle = _bundle(language)
    line = bundle.get_message(key).value
    if line is None:
        raise KeyError(key)
    said, errors = bundle.format_pattern(line, values)
    if errors:  # Fluent would show the reader the name of what is missing
        raise KeyError(f"{key} in {language}: {errors[0]}") from errors[0]
    return str(said)


@cache
def _bundle(language: str) -> "FluentBundle":
    """The lines in ``language``. Two threads that come first may both read them, and get the same."""
    from fluent.runtime import FluentBundle, FluentResource, resolver

    # Fluent refuses values of over 2500 characters, against translations from strangers. Ours come with the package,
    # and the labels of all paragraphs that have a word may be longer.
    resolver.MAX_PART_LENGTH = sys.maxsize
    bundle = FluentBundle([language], use_isolating=False)
    source = files(__package__) / "locale" / f"{language}.ftl"
    bundle.add_resource(FluentResource(source.read_text("utf-8")))
    return bundle
