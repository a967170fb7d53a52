"""Files to numbered paragraphs."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import label, load_file
from assistant.documents.characters import SOFT, plain
from assistant.documents.labels import article, read_label
from assistant.documents.layout import is_furniture
from assistant.documents.paragraph import labels
from assistant.errors import AssistantError
from assistant.library.corpus import load_corpus
from tests.conftest import ROOT, SHARED, load_document

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
        "土库曼斯坦",
        "中亚",
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
        "Туркменистан",
        "Ази",
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
        "Turkmenistan",
        "Central Asia",
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
    assert {d.language: d.status for d in corpus.documents if d.id == "resolution"} == {
        "zh": "original",
        "ru": "translation",
        "en": "translation",
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


UN_TEXT = """\
  Eightieth session
  Draft resolution
  A title that runs over
two lines
  The General Assembly,
  Recalling its resolution 70/1,1
__________________
1 See A/70/L.1.
25-01234 1/2
  Noting that 12 States took part,
Meetings
  1. Decides to meet;
  (a) In spring, and then:
  (i) In the north;
  (ii) In the south;
  (b) In autumn;
  2. Requests a report on it
that is short.
Annex
  1. First rule.
  2. Second rule.
"""


def test_a_resolution_of_another_make(tmp_path):
    (tmp_path / "other.en.txt").write_text(UN_TEXT, encoding="utf-8")
    document = load_document(tmp_path / "other.en.txt")
    assert document.title == "A title that runs over two lines"
    assert {p.id: p.text for p in document.paragraphs[1:]} == {
        "PP1": "Recalling its resolution 70/1,",
        "PP2": "Noting that 12 States took part,",
        "OP1": "Decides to meet;",
        "OP1(a)": "In spring, and then:",
        "OP1(a)(i)": "In the north;",
        "OP1(a)(ii)": "In the south;",
        "OP1(b)": "In autumn;",
        "OP2": "Requests a report on it that is short.",
        "ANNEX.1": "First rule.",
        "ANNEX.2": "Second rule.",
        "FN1": "See A/70/L.1.",
    }
    assert {p.id: p.heading for p in document.paragraphs if p.heading} == {"OP1": "Meetings", "ANNEX.1": "Annex"}


def test_the_number_of_a_symbol_is_no_footnote_mark(tmp_path):
    text = UN_TEXT.replace("  Eightieth session", "  A/80/L.1\n  Eightieth session")
    (tmp_path / "other.en.txt").write_text(text, encoding="utf-8")
    document = load_document(tmp_path / "other.en.txt")
    assert document["HEAD"].text.startswith("A/80/L.1\n")
    assert [note.paragraph for note in document["PP1"].notes] == ["FN1"]
    assert document.symbol == "A/80/L.1"


def test_a_second_first_roman_numeral_is_text(tmp_path):
    text = "1. One:\n\n(a) Letter;\n\n(i) Roman;\n\n(i) Again.\n\n2. Two.\n\n3. Three."
    (tmp_path / "report.en.txt").write_text(text, encoding="utf-8")
    document = load_document(tmp_path / "report.en.txt")
    assert [p.id for p in document.paragraphs] == ["¶1", "¶1(a)", "¶1(a)(i)", "¶2", "¶3"]
    assert (document["¶1(a)(i)"].text, document["¶1(a)(i)"].below) == ("Roman;", "(i) Again.")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "大会，\n\n回顾第70/1号决议，\n\n1. 决定：\n\n（一）首先；\n\n（二）其次；\n\n2. 请求。",
            "PP1 OP1 OP1(a) OP1(b) OP2",
        ),
        (
            "Генеральная Ассамблея,\n\nссылаясь на это,\n\n1. Решает:\n\nа) первое;\n\nб) второе;\n\n2. Просит.",
            "PP1 OP1 OP1(a) OP1(b) OP2",
        ),
        ("第一条\n\n人人生而自由。\n\n第二条\n\n人人享有权利。", "ART1 ART2"),
        ("Статья 1\n\nВсе люди рождаются свободными.\n\nСтатья 2\n\nКаждый имеет права.", "ART1 ART2"),
        ("Article 1\n\nAll are born free.\n\nArticle 2\n\nEveryone has rights.", "ART1 ART2"),
        ("1. Один абзац.\n\n2. Второй абзац.\n\n3. Третий абзац.", "¶1 ¶2 ¶3"),
        ("Проза.\n\nЕщё проза.", "¶1 ¶2"),
    ],
)
def test_numbers_of_every_kind_and_language(tmp_path, text, ids):
    (tmp_path / "t.txt").write_text(text, encoding="utf-8")
    assert [p.id for p in load_document(tmp_path / "t.txt").paragraphs if p.id != "HEAD"] == ids.split()


_PIECES = st.sampled_from(
    [
        *("  大会，", "The General Assembly,", "Генеральная Ассамблея,"),
        *("______", "1 See A/1.", "2 См. там же", "* 注", "1/3", "25-01234", "A/79/L.1", ""),
        *("  1. 决定；", "2. Decides.", "  3. Просит", "(a) letter;", "  (i) roman;", "б) буква;", "（一）一；"),
        *("Article 1", "Article 2", "Статья 1", "第一条", "Annex", "附件", "Heading", "  Recalling this,1", "word，2"),
    ]
)
_ANY = st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=60)


@given(st.lists(st.one_of(_PIECES, _ANY), max_size=30))
def test_any_text_loses_nothing_but_furniture(tmp_path_factory, lines):
    """What goes is furniture, what becomes an id, and footnote marks, which become links."""
    file = tmp_path_factory.getbasetemp() / "any.en.txt"
    file.write_bytes("\n".join(lines).encode())
    try:
        (document,) = load_file(file)
    except AssistantError as error:
        assert error.key in ("document_empty", "document_no_text")
        return
    ids = [paragraph.id for paragraph in document.paragraphs]
    assert len(ids) == len(set(ids))
    assert all(label(name, language) for name in ids for language in ("zh", "ru", "en"))
    assert load_file(file) == [document]

    kept = Counter("".join(p.whole + p.heading + p.id for p in document.paragraphs))
    kept.update("".join(note.paragraph for p in document.paragraphs for note in p.notes))
    lost: Counter[str] = Counter()
    symbols = set()
    for line in plain(file.read_bytes().decode("utf-8-sig")).replace(SOFT, "").splitlines():
        if is_furniture(line) or line.strip() in symbols:
            continue
        if re.fullmatch(r"\s*[A-Z]{1,4}(/[A-Z0-9.()]+)+\s*", line):
            symbols.add(line.strip())
        found, label_ = article(line), read_label(line)
        lost.update(line[found[1] if found else label_.end if label_ else 0 :])
        number = re.match(r"\s*(\d{1,2}|\*{1,3})\s", line)
        if number:  # a footnote's number or stars
            kept.update(number[1])
    kept.update("*" * lost["*"])
    assert not {character: count for character, count in (lost - kept).items() if not character.isspace()}


ADOPTED = {
    "en": """\
United Nations                                      A/RES/99/7

General Assembly                                    Distr.: General
                                                    1 April 2044
Ninety-ninth session
Agenda item 13
                Resolution adopted by the General Assembly
                on 21 March 2044
                [without reference to a Main Committee (A/99/L.49)]
99/7.    Sharing the waters of mountain rivers across
         the borders of neighbouring States
        The General Assembly,
        Recalling its resolution entitled “Rivers for all”, and noting the report
of the Secretary-General,1
_______________
1 A/99/12.
44-05661 (E) 030444
*4405661*                                           Please recycle
A/RES/99/7                          Sharing the waters of mountain rivers across
                                    the borders of neighbouring States
        Recognizing that rivers:
        (a) Rise in the mountains;
        (b) Reach the plains,
        1.      Encourages States:
        (a)     To measure;
        (b)     To share;
        2.      Decides to return to the matter.
                                                        63rd plenary meeting
                                                            21 March 2044
2/8                                                              44-05661
""",
    "ru": """\
Организация Объединенных Наций              A/RES/99/7
Генеральная Ассамблея                       Distr.: General
                                            1 April 2044
            Резолюция, принятая Генеральной Ассамблеей
            21 марта 2044 года
            [без передачи в главные комитеты (A/99/L.49)]
            99/7. Совместное использование вод горных рек
соседними государствами
      Генеральная Ассамблея,
      ссылаясь на свою резолюцию, озаглавленную «Реки для всех», и отмечая доклад
Генерального секретаря1,
      признавая, что реки:
      a)   берут начало в горах;
      b)   достигают равнин,
      1.   рекомендует государствам:
      a)   измерять;
      b)   делиться;
      2.   постановляет вернуться к этому вопросу.
                              63-е пленарное заседание,
                              21 марта 2044 года
_______________
1 A/99/12.
44-05661 (R)
""",
    "zh": """\
联合国                                      A/RES/99/7
大会                                        Distr.: General
                                            1 April 2044
                大会2044年3月21日通过的决议
                [未经发交主要委员会而通过(A/99/L.49)]
        99/7. 邻国共享
山区河流的水
        大会，
        回顾其题为 “人人共享河流”的决议，并注意到秘书长的报告，1
        认识到河流：
        (a) 发源于山区；
        (b) 流向平原，
        1. 鼓励各国：
        (a) 测量；
        (b) 分享；
        2. 决定再次审议此事。
                                        2044年3月21日
                                        第63次全体会议
_______________
1 A/99/12。
44-05661 (C) 030444
*4405661*           请回收
""",
}


@pytest.mark.parametrize(
    ("language", "title", "quoted", "adopted"),
    [
        (
            "en",
            "Sharing the waters of mountain rivers across the borders of neighbouring States",
            "entitled “Rivers for all”, and",
            "63rd plenary meeting\n21 March 2044",
        ),
        (
            "ru",
            "Совместное использование вод горных рек соседними государствами",
            "озаглавленную «Реки для всех», и",
            "63-е пленарное заседание,\n21 марта 2044 года",
        ),
        ("zh", "邻国共享山区河流的水", "题为“人人共享河流”的", "2044年3月21日\n第63次全体会议"),
    ],
)
def test_an_adopted_resolution(tmp_path, language, title, quoted, adopted):
    (tmp_path / f"A_RES_99_7-{language.upper()}.txt").write_text(ADOPTED[language], encoding="utf-8")
    document = load_document(tmp_path / f"A_RES_99_7-{language.upper()}.txt")
    assert (document.id, document.language, document.symbol) == ("A/RES/99/7", language, "A/RES/99/7")
    assert document.title == title
    ids = ["HEAD", "PP1", "PP2", "PP2(a)", "PP2(b)", "OP1", "OP1(a)", "OP1(b)", "OP2", "FN1"]
    assert [p.id for p in document.paragraphs] == ids
    assert quoted in document["PP1"].text
    assert [note.paragraph for note in document["PP1"].notes] == ["FN1"]
    assert document["HEAD"].text.endswith(adopted)
    text = "".join(p.text for p in document.paragraphs)
    assert not re.search(r"05661|recycle|请回收|2/8", text)


def test_a_declaration_within_a_resolution(tmp_path):
    blocks = [
        "The General Assembly,",
        "Recalling this,",
        "Proclaims:",
        "Article 1",
        "All are free.",
        "Article 2",
        "So be it.",
    ]
    text = "\n\n".join(blocks)
    (tmp_path / "d.en.txt").write_text(text, encoding="utf-8")
    document = load_document(tmp_path / "d.en.txt")
    assert [p.id for p in document.paragraphs] == ["HEAD", "PP1", "OP1", "ART1", "ART2"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "执行部分第1、3–5、7、8段；序言部分第2段；执行部分第3(a)段"),
        (
            "ru",
            "пункты 1, 3–5, 7, 8 постановляющей части; 2-й пункт преамбулы; " + label("OP3(a)", "ru"),
        ),
        ("en", "operative paras. 1, 3–5, 7, 8; preambular para. 2; operative para. 3(a)"),
    ],
)
def test_labels_of_several_are_put_together(language, said):
    assert labels(["OP8", "OP1", "PP2", "OP3", "OP4", "OP3(a)", "OP5", "OP7", "OP4"], language) == said
