"""Which of the three languages a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.languages import LANGUAGES, detect_language, interface_language


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("区域人工智能中心将设在哪里？", ("zh", True)),
        ("Где центр?", ("ru", True)),
        ("Where is it?", ("en", True)),
        ("Is it in its initial text?", ("en", True)),
        ("What does 《未来契约》 mean?", ("en", True)),
        ("OP3 说了什么？", ("zh", True)),
        ("Что говорит A/RES/78/265 об AI?", ("ru", True)),
        ("Что такое United Nations Development Programme?", ("ru", True)),
        ("Что такое Office of the United Nations High Commissioner?", ("ru", True)),
        ("What is the Астана Хаб?", ("en", True)),
        ("What does 未来契约 mean?", ("en", True)),
        ("Astana Hub 在哪里？", ("zh", True)),
        ("Астана Хаб", ("ru", True)),
        ("根据78/265，“人工智能造福人类”（AI for Good）平台由谁召集？", ("zh", True)),
        ("Чем занимается Управление (Office of the High Commissioner)?", ("ru", True)),
        ("(What is this?)", ("en", True)),
        ("Я представляю IT-компанию. Где упоминается бизнес?", ("ru", True)),
        ("WHO в этом тексте есть?", ("ru", True)),
        ("WHERE IS IT?", ("en", True)),
        ("78/265", ("en", True)),
        ("Орталық қайда құрылады?", ("ru", False)),
        ("Маркази минтақавӣ дар куҷо аст?", ("ru", False)),
        ("Où le centre régional sera-t-il créé ?", ("en", False)),
        ("Sun'iy intellekt markazi qayerda va nima uchun?", ("en", False)),
        ("地域センターはどこに設置されますか", ("zh", False)),
    ],
)
def test_languages_by_script(question, expected):
    assert detect_language(question) == expected


@given(st.text(max_size=300))
def test_any_text_has_a_language(anything):
    assert detect_language(anything)[0] in LANGUAGES


@pytest.mark.parametrize(
    ("setting", "variables", "expected"),
    [
        ("ru", {"LANG": "zh_CN.UTF-8"}, "ru"),
        ("auto", {"LANG": "zh_CN.UTF-8"}, "zh"),
        ("auto", {"LC_ALL": "ru_RU.UTF-8", "LANG": "zh_CN.UTF-8"}, "ru"),
        ("auto", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("auto", {}, "en"),
    ],
)
def test_the_interface_follows_setting_then_locale(monkeypatch, setting, variables, expected):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert interface_language(setting) == expected
