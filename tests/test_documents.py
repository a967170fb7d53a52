"""Files to numbered paragraphs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import label, load_corpus, load_document
from assistant.documents.resolution import is_resolution, parse_resolution
from assistant.errors import AssistantError
from tests.conftest import ROOT, SHARED

RESOLUTION = ROOT / "corpus" / "resolution"
IDS = [
    "HEAD",
    *(f"PP{n}" for n in range(1, 13)),
    *(f"OP{n}" for n in range(1, 8)),
    *(f"FN{n}" for n in range(1, 6)),
]
ENDS = {
    "HEAD": ("第七十九届会议\n", "议议程项目18。"),
    "PP1": ("重申国际法、特别", "世界人权宣言》，"),
    "PP2": ("又重申其2015", "通过的政治宣言，"),
    "PP3": ("欢迎2024年9", "号决议及其附件，"),
    "PP4": ("重申其2024年", "会突尼斯议程》，"),
    "PP5": ("认识到本决议侧重", "或使用人工智能，"),
    "PP6": ("知悉人工智能在中", "园区等创新中心，"),
    "PP7": ("考虑到中亚地区的", "保障的数字未来，"),
    "PP8": ("鼓励会员国并邀请", "和框架是必要的,"),
    "PP9": ("认识到，缺乏数字", "的准备程度差异，"),
    "PP10": ("注意到中亚国家在", "应用的国际会议，"),
    "PP11": ("强调指出迫切需要", "供能力建设援助，"),
    "PP12": ("注意到国际、区域", "面发挥重要作用，"),
    "OP1": ("鼓励会员国、特别", "经验和最佳做法；"),
    "OP2": ("鼓励中亚国家在国", "机遇方面的影响；"),
    "OP3": ("鼓励在人工智能能", "展创造新的机遇；"),
    "OP4": ("注意到中亚制定了", "新之间取得平衡；"),
    "OP5": ("请联合国各机构、", "以调动更多资源；"),
    "OP6": ("支持联合国在国际", "核心和协调作用；"),
    "OP7": ("促请联合国系统在", "与人工智能进程。"),
    "FN1": ("第217 A (", "III)号决议。"),
    "FN2": ("见A/C.2/5", "59/3，附件。"),
    "FN3": ("同上。", "同上。"),
    "FN4": ("见A/60/68", "/60/687。"),
    "FN5": ("同上。", "同上。"),
}
PLACES = {
    "zh": [
        "杜尚别",
        "阿什哈巴德",
        "阿斯塔纳",
        "纽约",
        "塔吉克斯坦",
        "乌兹别克斯坦",
        "哈萨克斯坦",
        "吉尔吉斯斯坦",
    ],
    "ru": [
        "Душанбе",
        "Ашхабад",
        "Астана",
        "Нью-Йорк",
        "Таджикистан",
        "Узбекистан",
        "Казахстан",
        "Кыргызстан",
    ],
    "en": [
        "Dushanbe",
        "Ashgabat",
        "Astana",
        "New York",
        "Tajikistan",
        "Uzbekistan",
        "Kazakhstan",
        "Kyrgyzstan",
    ],
}


@pytest.fixture(scope="module", params=["zh", "ru", "en"])
def resolution(request):
    return load_document(RESOLUTION / f"{request.param}.txt")


def test_every_language_has_twelve_preambular_and_seven_operative_paragraphs(resolution):
    assert [paragraph.id for paragraph in resolution.paragraphs] == IDS


def test_first_and_last_words_of_each_paragraph():
    document = load_document(RESOLUTION / "zh.txt")
    assert {p.id: (p.text[:8], p.text[-8:]) for p in document.paragraphs} == ENDS
    assert document.title == "人工智能在为中亚可持续发展创造新机遇方面发挥的作用"


def test_the_original_is_kept_byte_for_byte():
    given_text = SHARED / "corpus" / "resolution.zh.txt"
    if not given_text.exists():
        pytest.skip("../shared/corpus/resolution.zh.txt is not there")
    assert (RESOLUTION / "zh.txt").read_bytes() == given_text.read_bytes()


def test_words_are_rejoined_and_furniture_is_gone():
    document = load_document(RESOLUTION / "zh.txt")
    for paragraph in document.paragraphs:
        assert "___" not in paragraph.text
        assert not re.search(r"[\u4e00-\u9fff]\s+[\u4e00-\u9fff]", paragraph.text.replace("\n", "|")), paragraph.id
    assert "2025年8月底" in document["PP10"].text


def test_footnote_marks_are_lifted_and_linked(resolution):
    notes = {p.id: [note.paragraph for note in p.notes] for p in resolution.paragraphs if p.notes}
    assert notes == {"PP1": ["FN1"], "PP4": ["FN2", "FN3", "FN4", "FN5"]}
    for paragraph in resolution.paragraphs[1:20]:
        assert not re.search(r"[》，,\w»][1-5](?=[，、,;]|$| and| и )", re.sub(r"\d{2,}|/\d+", "", paragraph.text))


def test_where_a_mark_stood():
    paragraph = load_document(RESOLUTION / "ru.txt")["PP1"]
    assert paragraph.text[: paragraph.notes[0].offset].endswith("человека")


@pytest.mark.parametrize("pattern", [r"\d{2}/\d{1,3}(?!\d)", r"(?:19|20)\d\d", r"[AL]/[C\d][\d./]*\d"])
def test_symbols_and_years_agree_across_languages(pattern):
    found = []
    for language in ("zh", "ru", "en"):
        document = load_document(RESOLUTION / f"{language}.txt")
        found.append({p.id: sorted(set(re.findall(pattern, p.text))) for p in document.paragraphs})
    assert found[0] == found[1] == found[2]


def test_places_agree_across_languages():
    found = []
    for language, names in PLACES.items():
        document = load_document(RESOLUTION / f"{language}.txt")
        found.append({p.id: [n for n, name in enumerate(names) if name in p.text] for p in document.paragraphs})
    assert found[0] == found[1] == found[2]
    assert any(found[0].values())


def test_the_corpus_marks_working_translations():
    corpus = load_corpus(ROOT / "corpus")
    assert {(d.id, d.language): d.translation for d in corpus.documents} == {
        ("resolution", "zh"): False,
        ("resolution", "ru"): True,
        ("resolution", "en"): True,
    }
    assert corpus.skipped == ()


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("OP3", ("执行部分第3段", "пункт 3 постановляющей части", "operative para. 3")),
        (
            "OP3(b)",
            ("执行部分第3(b)段", "подпункт (b) пункта 3 постановляющей части", "operative para. 3(b)"),
        ),
        ("PP12", ("序言部分第12段", "12-й пункт преамбулы", "preambular para. 12")),
        ("HEAD", ("文件首部", "заглавная часть", "heading")),
        ("FN4", ("脚注4", "сноска 4", "footnote 4")),
        ("ANNEX.12", ("附件第12段", "пункт 12 приложения", "annex, para. 12")),
        ("ART7", ("第7条", "статья 7", "article 7")),
        ("¶5", ("第5段", "пункт 5", "para. 5")),
    ],
)
def test_labels(paragraph, names):
    assert tuple(label(paragraph, language) for language in ("zh", "ru", "en")) == names


def test_what_is_no_id_has_no_label():
    with pytest.raises(ValueError, match="OP"):
        label("OP", "en")


def test_a_bad_file_never_loses_the_others(tmp_path):
    (tmp_path / "good.en.txt").write_text("One paragraph.\n\nAnother one.", encoding="utf-8")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "good.en.txt").write_text("The same id.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "old.txt").write_bytes("Привет".encode("cp1251"))
    (tmp_path / "folder.txt").mkdir()
    corpus = load_corpus(tmp_path)
    assert len(corpus.documents) == 1
    keys = sorted(error.key for error in corpus.skipped)
    assert keys == ["document_duplicate", "document_empty", "document_not_utf8", "document_unreadable"]


def test_plain_text_gets_plain_numbers(tmp_path):
    file = tmp_path / "note.txt"
    file.write_text("\ufeffПервый\nабзац.\n\n\nВторой абзац.\n", encoding="utf-8")
    document = load_document(file)
    assert (document.id, document.language) == ("note", "ru")
    assert [(p.id, p.text) for p in document.paragraphs] == [("¶1", "Первый абзац."), ("¶2", "Второй абзац.")]


@pytest.mark.parametrize("name", ["nowhere", "bare"])
def test_a_corpus_without_texts_is_one_line(tmp_path, name):
    (tmp_path / "bare").mkdir()
    with pytest.raises(AssistantError) as caught:
        load_corpus(tmp_path / name)
    assert caught.value.key == {"nowhere": "corpus_missing", "bare": "corpus_empty"}[name]


def test_a_manifest_that_is_no_toml_is_skipped(tmp_path):
    (tmp_path / "a.en.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "manifest.toml").write_text("= broken", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    assert len(corpus.documents) == 1
    assert corpus.skipped[0].key == "document_unreadable"


def test_a_resolution_of_another_make():
    text = "\n".join(
        [
            "  Eightieth session",
            "  Draft resolution",
            "  A title that runs over",
            "two lines",
            "  The General Assembly,",
            "  Recalling its resolution 70/1,1",
            "__________________",
            "1 See A/70/L.1.",
            "25-01234 1/2",
            "  Noting that 12 States took part,",
            "  1. Decides to meet;",
            "  (a) In spring;",
            "  2. Requests a report.",
        ]
    )
    document = parse_resolution(text, "other", "en")
    assert document.title == "A title that runs over two lines"
    assert {p.id: p.text for p in document.paragraphs[1:]} == {
        "PP1": "Recalling its resolution 70/1,",
        "PP2": "Noting that 12 States took part,",
        "OP1": "Decides to meet;\n(a) In spring;",
        "OP2": "Requests a report.",
        "FN1": "See A/70/L.1.",
    }


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "  大会，",
                "The General Assembly,",
                "______",
                "1 See A/1.",
                "* 注",
                "  1. 决定；",
                "2. Decides.",
                "",
                "1/3",
            ]
        ),
        st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=40),
    ),
    max_size=30,
)


@given(_LINES)
def test_any_text_parses_the_same_twice_with_unique_ids(lines):
    text = "\n".join([*lines, "  The General Assembly,", "  Noting this,"])
    assert is_resolution(text)
    document = parse_resolution(text, "any", "en")
    ids = [paragraph.id for paragraph in document.paragraphs]
    assert len(ids) == len(set(ids))
    assert document == parse_resolution(text, "any", "en")
    for paragraph in document.paragraphs:
        assert label(paragraph.id, "ru")


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=200))
def test_plain_text_loses_no_character(tmp_path_factory, text):
    file = tmp_path_factory.getbasetemp() / "plain.zh.txt"
    file.write_bytes(text.encode())
    if not text.strip() or is_resolution(text) or text.startswith("\ufeff"):
        return
    paragraphs = load_document(file).paragraphs
    assert "".join("".join(p.text for p in paragraphs).split()) == "".join(text.split())
