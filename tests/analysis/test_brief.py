"""A text on one page, and the acts of texts as a table."""

import io

import docx
import pytest

from assistant.analysis.anatomy import Act, acts
from assistant.analysis.brief import brief
from assistant.analysis.brief_sheet import brief_sheet
from assistant.analysis.table import rows
from assistant.documents import load_file
from assistant.languages import LANGUAGES
from assistant.library.corpus import load_corpus
from assistant.rendering import as_docx, as_html, as_markdown, as_text

LAKES = {
    "en": """A/RES/81/900
General Assembly
Resolution adopted by the General Assembly on 4 March 2027
81/900. Mountain lakes

The General Assembly,

Recalling its resolution 80/801 of 3 May 2026,

1. Welcomes the convening of the Conference on Mountain Lakes;

2. Encourages Member States to measure the depth of their lakes;

3. Requests the Secretary-General to submit to the General Assembly at its eighty-second session a report on the
state of mountain lakes;

4. Urges Governments and the United Nations Environment Programme to protect lakes by 2030;

5. Decides to include in the provisional agenda of its eighty-second session the item entitled “Mountain lakes”.
""",
    "ru": """A/RES/81/900
Генеральная Ассамблея
Резолюция, принятая Генеральной Ассамблеей 4 марта 2027 года
81/900. Горные озёра

Генеральная Ассамблея,

ссылаясь на свою резолюцию 80/801 от 3 мая 2026 года,

1. приветствует созыв Конференции по горным озёрам;

2. рекомендует государствам-членам измерять глубину своих озёр;

3. просит Генерального секретаря представить Генеральной Ассамблее на её восемьдесят второй сессии доклад о состоянии
горных озёр;

4. настоятельно призывает правительства защищать озёра к 2030 году;

5. постановляет включить в предварительную повестку дня своей восемьдесят второй сессии пункт, озаглавленный «Горные
озёра».
""",
    "zh": """A/RES/81/900
大会
2027年3月4日大会决议
81/900. 高山湖泊

大会，

回顾其2026年5月3日第80/801号决议，

1. 欢迎召开高山湖泊会议；

2. 鼓励会员国测量其湖泊的深度；

3. 请秘书长向大会第八十二届会议提交一份关于高山湖泊状况的报告；

4. 敦促各国政府在2030年前保护湖泊；

5. 决定将题为“高山湖泊”的项目列入大会第八十二届会议临时议程。
""",
}
HILLS = """General Assembly

81/901. Hills

The General Assembly,

1. Invites Member States to plant trees on hills.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    for language, text in LAKES.items():
        (folder / f"A_RES_81_900-{language.upper()}.txt").write_text(text, encoding="utf-8")
    (folder / "A_RES_81_901-EN.txt").write_text(HILLS, encoding="utf-8")
    corpus = load_corpus(folder)
    assert not corpus.skipped
    return corpus.documents


def text_in(library, language):
    return next(item for item in library if item.language == language and item.symbol == "A/RES/81/900")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_asked_stands_first_by_strength(library, language):
    document = text_in(library, language)
    found = brief(document, acts(document), library)
    assert [(item.act.paragraph, item.act.strength) for item in found.asked] == [
        ("OP3", "request"),
        ("OP4", "urge"),
        ("OP2", "encourage"),
    ]
    assert [item.act.paragraph for item in found.decided] == ["OP5"]
    assert [item.act.paragraph for item in found.reports] == ["OP3"]
    assert [item.act.paragraph for item in found.others] == ["OP1"]
    assert [(item.target, item.paragraphs) for item in found.instruments] == [("A/RES/80/801", ("PP1",))]
    assert found.lacks == ("money", "body")


def test_what_it_does_not_have_is_said(library):
    document = next(item for item in library if item.symbol == "A/RES/81/901")
    found = brief(document, acts(document), library)
    assert found.lacks == ("money", "body", "report", "date")
    assert "No paragraph asks for a report." in as_text(brief_sheet(found, "en"))


@pytest.mark.parametrize("reader", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_is_one_page_of_quotations_with_their_paragraphs(library, language, reader):
    document = text_in(library, language)
    found = brief(document, acts(document), library)
    sheet = brief_sheet(found, reader)
    page = as_html(sheet)
    for item in (*found.asked, *found.decided):
        for part in item.words.split("…"):
            assert part.strip() in document[item.act.paragraph].whole.replace("\n", " ")
        assert item.words in page
    assert page.count(' lang="') > 1 if reader != language else page.count(' lang="') == 1
    assert len(as_markdown(sheet).splitlines()) < 60
    word = docx.Document(io.BytesIO(as_docx(sheet)))
    who = ["; ".join(item.act.addressees) for item in found.asked]
    assert [cell.text for cell in word.tables[0].columns[0].cells][1:] == who


def test_a_text_without_acts_is_told_by_its_parts(tmp_path):
    file = tmp_path / "treaty.en.txt"
    file.write_text(
        "Treaty on Hills\n\nChapter I\n\nArticle 1\n\nHills are high.\n\nChapter II\n\nArticle 2\n\nAll.\n", "utf-8"
    )
    (document,) = load_file(file)
    found = brief(document, acts(document), [document])
    assert [part.paragraph for part in found.parts] == ["ART1", "ART2"]
    assert not found.lacks
    assert "Chapter II" in as_text(brief_sheet(found, "en"))


@pytest.mark.parametrize(
    ("chosen", "paragraphs"),
    [
        ({}, ["OP1", "OP2", "OP3", "OP4", "OP5", "OP1"]),
        ({"addressee": "Secretary-General"}, ["OP3"]),
        ({"addressee": "秘书长"}, ["OP3"]),
        ({"addressee": "Member States"}, ["OP2", "OP1"]),
        ({"verb": "urges"}, ["OP4"]),
        ({"verb": "invite"}, ["OP1"]),
        ({"reports": True}, ["OP3"]),
        ({"addressee": "Governments", "verb": "request"}, []),
    ],
)
def test_the_acts_of_a_library_by_addressee_verb_and_report(library, chosen, paragraphs):
    english = [(item, acts(item)) for item in library if item.language == "en"]
    assert [row.act.paragraph for row in rows(english, **chosen)] == paragraphs


def test_an_addressee_is_named_by_whole_words(library):
    chinese, russian = ([(text_in(library, code), acts(text_in(library, code)))] for code in ("zh", "ru"))
    assert [row.act.paragraph for row in rows(chinese, addressee="Secretary-General")] == ["OP3"]
    assert [row.act.paragraph for row in rows(russian, addressee="Генеральный секретарь")] == ["OP3"]
    assert rows(chinese, addressee="Secretary") == ()
    act = Act("OP1", "Requests", "request", ("Under-Secretary-General",), "report", False, "", "")
    assert rows([(chinese[0][0], [act])], addressee="Secretary-General") == ()


def test_sub_paragraphs_that_go_on_with_an_act_are_told_with_it(tmp_path):
    file = tmp_path / "A_RES_81_902-EN.txt"
    file.write_text(
        "General Assembly\n\n81/902. Springs\n\nThe General Assembly,\n\n1. Urges States:\n\n"
        "(a) To protect springs;\n\n(b) To measure springs;\n\n(c) To name springs;\n\n"
        "2. Invites cities to see springs.\n",
        encoding="utf-8",
    )
    (document,) = load_file(file)
    found = brief(document, acts(document), [document])
    assert [item.act.paragraph for item in found.asked] == ["OP1(a)", "OP2"]
    assert "[operative para. 1(a)–(c)]" in as_text(brief_sheet(found, "en"))


def test_of_a_text_that_mostly_stands_in_its_annex_nothing_is_said_to_be_lacking(tmp_path):
    file = tmp_path / "A_RES_81_903-EN.txt"
    annex = "Annex\n\nPlan\n\n" + "\n\n".join(f"{n}. The plan has a part {n}." for n in range(1, 5))
    file.write_text(
        f"General Assembly\n\n81/903. Plan\n\nThe General Assembly,\n\n1. Adopts the plan.\n\n{annex}\n",
        encoding="utf-8",
    )
    (document,) = load_file(file)
    found = brief(document, acts(document), [document])
    assert not found.lacks
    assert found.decided and found.parts
