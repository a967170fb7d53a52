"""What stands above a document's text, in three languages."""

import pytest

from tests.conftest import load_document

MASTHEADS = {
    "en": """\
A/99/L.4
Ninety-ninth session
Agenda item 18 (b)
Sustainable development
Bosnia and Herzegovina, Chad and Peru: draft resolution
Rivers that are shared
The General Assembly,

1. Decides.

2. Ends.""",
    "ru": """\
A/99/L.4
Девяносто девятая сессия
Пункт 18 b) повестки дня
Устойчивое развитие
Босния и Герцеговина, Перу и Чад: проект резолюции
Общие реки
Генеральная Ассамблея,

1. Постановляет.

2. Просит.""",
    "zh": """\
A/99/L.4
第九十九届会议
议程项目18(b)
可持续发展
波斯尼亚和黑塞哥维那、乍得和秘鲁：
决议草案
共享的河流
大会，

1. 决定。

2. 请。""",
}


@pytest.mark.parametrize(
    ("language", "title", "sponsors"),
    [
        ("en", "Rivers that are shared", ("Bosnia and Herzegovina", "Chad", "Peru")),
        ("ru", "Общие реки", ("Босния и Герцеговина", "Перу", "Чад")),
        ("zh", "共享的河流", ("波斯尼亚和黑塞哥维那", "乍得", "秘鲁")),
    ],
)
def test_a_draft(tmp_path, language, title, sponsors):
    file = tmp_path / f"d.{language}.txt"
    file.write_text(MASTHEADS[language], encoding="utf-8")
    found = load_document(file)
    assert (found.symbol, found.kind, found.session, found.title) == ("A/99/L.4", "draft resolution", "99", title)
    assert found.sponsors == sponsors
    assert found.agenda_item.startswith("18")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "A/RES/99/7\nResolution adopted by the General Assembly on 21 March 2044\n"
            "[without reference to a Main Committee (A/99/L.49)]\n99/7. Rivers\nThe General Assembly,\n\n"
            "Decides to meet.\n\n63rd plenary meeting\n21 March 2044",
        ),
        (
            "ru",
            "A/RES/99/7\nРезолюция, принятая Генеральной Ассамблеей 21 марта 2044 года\n"
            "[без передачи в главные комитеты (A/99/L.49)]\n99/7. Реки\nГенеральная Ассамблея,\n\n"
            "постановляет собраться.\n\n63-е пленарное заседание,\n21 марта 2044 года",
        ),
        (
            "zh",
            "A/RES/99/7\n大会2044年3月21日通过的决议\n[未经发交主要委员会而通过(A/99/L.49)]\n99/7. 河流\n大会，\n\n"
            "决定开会。\n\n2044年3月21日\n第63次全体会议",
        ),
    ],
)
def test_an_adopted_resolution(tmp_path, language, text):
    (tmp_path / f"r.{language}.txt").write_text(text, encoding="utf-8")
    found = load_document(tmp_path / f"r.{language}.txt")
    assert (found.symbol, found.kind, found.adopted) == ("A/RES/99/7", "resolution", "2044-03-21")
    assert (found.meeting, found.draft) == ("63", "A/99/L.49")
    assert found.title in ("Rivers", "Реки", "河流")
    assert [part.id for part in found.paragraphs] == ["HEAD", "OP1"]


def test_a_text_without_a_masthead_has_none(tmp_path):
    (tmp_path / "p.en.txt").write_text("Rivers are shared by all.\n\nSo are lakes.", encoding="utf-8")
    found = load_document(tmp_path / "p.en.txt")
    assert (found.symbol, found.kind, found.sponsors, found.session) == ("", "", (), "")
    assert found.title == "Rivers are shared by all."
