"""What readers see, in three files of the same lines."""

import ast
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message, Pattern, Placeable, SelectExpression, StringLiteral, VariableReference

import assistant
from assistant.languages import LANGUAGES, detect_language
from assistant.messages import counted, status_mark, text

PACKAGE = Path(assistant.__file__).parent
BODIES = {
    code: FluentParser().parse((PACKAGE / "locale" / f"{code}.ftl").read_text("utf-8")).body for code in LANGUAGES
}
LINES = {
    code: {item.id.name: item.value for item in body if isinstance(item, Message)} for code, body in BODIES.items()
}


def choices(line: Pattern) -> list[SelectExpression]:
    """The places where ``line`` depends on a number."""
    parts = [part.expression for part in line.elements if isinstance(part, Placeable)]
    return [part for part in parts if isinstance(part, SelectExpression)]


def forms(line: Pattern) -> list[set[str]]:
    """The variables that each form of ``line`` prints."""
    parts: list[list[set[str]]] = []
    for part in line.elements:
        if isinstance(part, Placeable) and isinstance(part.expression, SelectExpression):
            parts.append([form for variant in part.expression.variants for form in forms(variant.value)])
        elif isinstance(part, Placeable) and not isinstance(part.expression, StringLiteral):
            assert isinstance(part.expression, VariableReference)
            parts.append([{part.expression.id.name}])
        else:
            assert "\n" not in (part.expression if isinstance(part, Placeable) else part).value
    return [set().union(*form) for form in product(*parts)]


IDS = list(LINES["en"])
VARIABLES = {key: forms(line)[0] for key, line in LINES["en"].items()}
CHOOSING = {key for lines in LINES.values() for key, line in lines.items() if choices(line)}


def keys(argument: ast.expr) -> list[ast.expr]:
    """What the first argument of a call may be."""
    return [*keys(argument.body), *keys(argument.orelse)] if isinstance(argument, ast.IfExp) else [argument]


TREES = [ast.parse(file.read_text("utf-8")) for file in PACKAGE.rglob("*.py")]
CALLS = [
    (node.func.id, key, node.keywords)
    for tree in TREES
    for node in ast.walk(tree)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args
    for key in keys(node.args[0])
    if node.func.id in ("AssistantError", "text", "counted")
]
NAMED = [(said, key.value, values) for said, key, values in CALLS if isinstance(key, ast.Constant)]
PREFIXES = {
    (said, key.values[0].value)
    for said, key, _ in CALLS
    if isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant)
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_is_read_whole(language):
    assert not [item.content for item in BODIES[language] if isinstance(item, Junk)]
    messages = [item for item in BODIES[language] if isinstance(item, Message)]
    assert [item.id.name for item in messages] == IDS  # each once, in one order
    assert not [item.id.name for item in messages if item.value is None or item.attributes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_line_has_the_same_values(language):
    """The number itself may be left to the form: "the text is …", "the texts are …"."""
    for key, line in LINES[language].items():
        assert all(form == VARIABLES[key] for form in forms(line)), key
        assert all(choice.selector.id.name == "count" for choice in choices(line)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_has_the_plural_forms_of_its_language(language):
    category = Locale.parse(language).plural_form
    reached = {category(count) for count in range(1000)}  # Russian "other" is for fractions
    chosen = [choice for line in LINES[language].values() for choice in choices(line)]
    assert bool(chosen) == (len(reached) > 1)
    for choice in chosen:
        assert sorted(variant.key.name for variant in choice.variants) == sorted(reached)


@pytest.mark.parametrize("key", IDS)
def test_every_line_is_said_in_its_language(key):
    values = dict.fromkeys(VARIABLES[key] - {"count"}, "a\nb")
    filled = [counted(key, language, 1, **values) for language in LANGUAGES]
    assert not [line for line in filled if "\n" in line]
    assert [detect_language(line)[0] for line in filled] == list(LANGUAGES) or key == "model_package_missing"


COUNTS = (0, 1, 2, 5, 11, 21, 22, 111, 1234)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "zh",
            [
                "文本共有0个脚注。",
                "文本共有1个脚注。",
                "文本共有2个脚注。",
                "文本共有5个脚注。",
                "文本共有11个脚注。",
                "文本共有21个脚注。",
                "文本共有22个脚注。",
                "文本共有111个脚注。",
                "文本共有1234个脚注。",
            ],
        ),
        (
            "ru",
            [
                "В тексте 0 сносок.",
                "В тексте 1 сноска.",
                "В тексте 2 сноски.",
                "В тексте 5 сносок.",
                "В тексте 11 сносок.",
                "В тексте 21 сноска.",
                "В тексте 22 сноски.",
                "В тексте 111 сносок.",
                "В тексте 1234 сноски.",
            ],
        ),
        (
            "en",
            [
                "The text has 0 footnotes.",
                "The text has 1 footnote.",
                "The text has 2 footnotes.",
                "The text has 5 footnotes.",
                "The text has 11 footnotes.",
                "The text has 21 footnotes.",
                "The text has 22 footnotes.",
                "The text has 111 footnotes.",
                "The text has 1234 footnotes.",
            ],
        ),
    ],
)
def test_the_number_chooses_the_form(language, expected):
    assert [counted("count_footnote", language, count) for count in COUNTS] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_missing_raises(language):
    with pytest.raises(KeyError, match=r"question_too_long.*limit"):
        text("question_too_long", language, length=2001)
    with pytest.raises(KeyError, match=r"missing_plain.*\bn\b"):
        counted("missing_plain", language, 5)
    with pytest.raises(KeyError, match="no_such_line"):
        text("no_such_line", language)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (7860, "7860"),
        (1234567, "1234567"),
        (0.5, "0.5"),
        ("{ $x } {y} <a|b>\n [one]  * \\u0041", "{ $x } {y} <a|b> [one] * \\u0041"),
        ("«x» " * 2000, " ".join(["«x»"] * 2000)),
    ],
)
def test_values_are_printed_as_they_are(value, shown):
    assert text("understood", "zh", question=value) == f"问题理解为：{shown}"
    assert text("understood", "ru", question=value) == f"Вопрос понят так: {shown}"
    assert text("understood", "en", question=value) == f"Understood as: {shown}"
    ends = counted("heading_names", "ru", 1234, quote=value)
    assert ends == f"В заглавной части названы 1234 государства: {shown}."


def test_spaces_at_the_ends_stay():
    assert [text("listed_and", language) for language in LANGUAGES] == ["和", " и ", " and "]


def test_a_status_is_marked_unless_it_is_the_original():
    assert status_mark("original", "en") == ""
    assert status_mark("translation", "en") == ", working translation, not official"


def test_every_line_named_in_the_sources_is_there_with_its_values():
    assert len(NAMED) > 50
    assert not {key for _, key, _ in NAMED} - set(IDS)
    assert not {prefix for prefix in PREFIXES if not any(key.startswith(prefix[1]) for key in IDS)}
    for said, key, values in NAMED:
        number = {"count"} if said == "counted" else set()
        given = {value.arg for value in values} | number
        assert None in given or given == VARIABLES[key] | number, key  # None stands for **values


def test_every_line_is_used():
    # A key may come to its call in a variable.
    words = {node.value for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    begun = tuple(prefix for _, prefix in PREFIXES)
    assert not [key for key in IDS if key not in words and not key.startswith(begun)]


def test_only_counted_says_a_line_that_depends_on_a_number():
    """`text` gives a number as a string, for which Fluent takes the last form."""
    assert CHOOSING
    others = tuple(prefix for said, prefix in PREFIXES if said != "counted")
    assert not {key for said, key, _ in NAMED if said != "counted"} & CHOOSING
    assert not [key for key in CHOOSING if key.startswith(others)]


def test_fluent_is_not_imported_before_a_line_is_said():
    code = "import sys, assistant.errors; sys.exit('fluent' in sys.modules or 'babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, check=False).returncode == 0
