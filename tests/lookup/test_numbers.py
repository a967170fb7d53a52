"""Under which number another text is: questions for it, and what the references and footnotes of the corpus say."""

import pytest

from assistant.answer import Reference
from assistant.documents import Document, Paragraph
from assistant.documents.paragraph import Note
from assistant.documents.references import symbol
from assistant.languages import LANGUAGES, detect_language
from assistant.library.corpus import load_corpus
from assistant.library.names import Mention, names_of
from assistant.lookup.numbers import number_of
from assistant.question.lookups import titled
from tests.conftest import ROOT, looked_up

CORPUS = load_corpus(ROOT / "corpus").documents
MAIN = [document for document in CORPUS if not document.name]


@pytest.mark.parametrize(
    ("question", "paragraphs", "said"),
    [
        ("Which resolution contains the Pact for the Future?", ["PP3"], "79/1"),
        ("Which resolution is the 2030 Agenda for Sustainable Development?", ["PP2"], "70/1"),
        ("What is the number of the resolution on the right to privacy in the digital age?", ["PP4"], "79/175"),
        ("Where can I find the Tunis Commitment?", ["FN4"], "A/60/687"),
        ("Under what resolution number is the Universal Declaration of Human Rights cited?", ["FN1"], "217 A (III)"),
        ("What is the symbol of the Geneva Plan of Action?", ["FN3", "FN2"], "A/C.2/59/3"),
        ("В какой резолюции содержится Всеобщая декларация прав человека?", ["FN1"], "217 A (III)"),
        ("Какой номер у резолюции о праве на неприкосновенность частной жизни в цифровую эпоху?", ["PP4"], "79/175"),
        ("Под каким условным обозначением ООН искать Тунисское обязательство?", ["FN4"], "A/60/687"),
        ("Где опубликован Женевский план действий?", ["FN3", "FN2"], "A/C.2/59/3"),
        ("Какой резолюцией принята Аддис-Абебская программа действий?", ["PP2"], "69/313"),
        ("《未来契约》是哪项决议通过的？", ["PP3"], "79/1"),
        ("《世界人权宣言》对应的决议号是多少？", ["FN1"], "217 A (III)"),
        ("突尼斯承诺 文号", ["FN4"], "A/60/687"),
        ("《日内瓦行动计划》在哪份文件里可以找到？", ["FN3", "FN2"], "A/C.2/59/3"),
        ("关于数字时代隐私权的决议是第几号？", ["PP4"], "79/175"),
        ("Footnote reference for the Tunis Commitment: which document?", ["FN4"], "A/60/687"),
        ("When was “Transforming our world” adopted, according to the draft?", ["PP2"], "25 September 2015"),
        ("Каким числом датирована Аддис-Абебская программа действий?", ["PP2"], "27 июля 2015"),
        ("“数字时代隐私权”决议是哪天通过的？", ["PP4"], "2024年12月17日"),
    ],
)
def test_the_number_of_a_text_is_given_from_where_it_stands(question, paragraphs, said):
    answer = looked_up(question, CORPUS, detect_language(question)[0])
    assert [citation.paragraph for citation in answer.citations] == paragraphs
    assert said in answer.text


@pytest.mark.parametrize(
    ("question", "paragraphs", "said"),
    [
        ("What is A/C.2/59/3?", ["FN2", "FN3"], "Geneva Plan of Action"),
        ("What is resolution 78/265 about?", ["PP4"], "Seizing the opportunities"),
        ("What is 217 A (III)?", ["FN1"], "Universal Declaration"),
        ("Что это за документ — A/60/687?", ["FN4", "FN5"], "Тунисскую программу"),
        ("Какова тема резолюции 79/1?", ["PP3"], "Пакт во имя будущего"),
        ("第78/265号决议是关于什么的？", ["PP4"], "抓住安全"),
        ("77/320号决议讲的是什么问题？", ["PP4"], "快速技术变革"),
        ("What subject does resolution 77/320 deal with, judging by its title?", ["PP4"], "technological change"),
        ("Что такое 78/265?", ["PP4"], "Использование возможностей"),
        ("Дата резолюции 78/311?", ["PP4"], "1 июля 2024"),
        ("第78/311号决议的日期是哪一天？", ["PP4"], "2024年7月1日"),
    ],
)
def test_the_texts_under_a_number_are_named(question, paragraphs, said):
    answer = looked_up(question, CORPUS, detect_language(question)[0])
    assert [citation.paragraph for citation in answer.citations] == paragraphs
    assert said in answer.text


def test_what_a_foreign_text_is_called_the_main_one_says_in_the_readers_language():
    there = Document("A/RES/78/265", "en", "Systems", [Paragraph("HEAD", "78/265. Systems")], name="78/265")
    for question, said in (
        ("第78/265号决议的主题是什么？", "抓住安全"),
        ("Чему посвящена резолюция 78/265?", "Использование"),
    ):
        answer = looked_up(question, [*CORPUS, there], detect_language(question)[0])
        assert [item.paragraph for item in answer.citations] == ["PP4"]
        assert said in answer.text


def test_a_text_that_is_here_is_not_only_named():
    there = Document("A/RES/78/265", "en", "Systems", [Paragraph("OP1", "Resolves.")], name="78/265")
    question = "What is resolution 78/265 about?"
    assert looked_up(question, [*CORPUS, there], "en") is None
    assert looked_up(question, [there], "en") is None


WATERS = """General Assembly
Resolution adopted by the General Assembly
on 4 March 2024

78/900. Waters of the high valleys

The General Assembly,

1. Decides to care for them.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is resolution 78/900 about?", "Waters of the high valleys"),
        ("What is the title of 78/900?", "Waters of the high valleys"),
        ("Чему посвящена резолюция 78/900?", "Waters of the high valleys"),
        ("第78/900号决议的主题是什么？", "Waters of the high valleys"),
        ("What is the number of the resolution entitled “Waters of the high valleys”?", "78/900"),
        ("Какой номер у резолюции под названием «Waters of the high valleys»?", "78/900"),
        ("题为“Waters of the high valleys”的决议编号是多少？", "78/900"),
        ("When was 78/900 adopted?", "4 March 2024"),
        ("Когда принята резолюция 78/900?", "4 March 2024"),
        ("第78/900号决议何时通过？", "4 March 2024"),
    ],
)
def test_a_text_that_is_here_says_its_number_title_and_day_itself(tmp_path, question, said):
    (tmp_path / "A_RES_78_900-EN.txt").write_text(WATERS, encoding="utf-8")
    answer = looked_up(question, load_corpus(ROOT / "corpus", tmp_path).documents, detect_language(question)[0])
    assert [(item.document, item.paragraph) for item in answer.citations] == [("A/RES/78/900", "HEAD")]
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "When was 79/1 adopted?",
        "When was the Universal Declaration of Human Rights adopted?",  # the footnote has no day
        "What is 12/34?",
        "Когда принята резолюция 79/1?",
        "第79/1号决议何时通过？",
        "What does the resolution say about the Pact for the Future?",
        "What is the Pact for the Future?",
        "Where was the Pact for the Future adopted?",
        "Who adopted the Pact for the Future?",
        "Which paragraph mentions the Tunis Commitment in passing?",
        "Which resolution recalls the Pact for the Future?",
        # it has no number
        "Что сказано в резолюции о Пакте во имя будущего?",
        "Где принят Пакт во имя будущего?",
        "决议怎么说未来契约？",
        "《未来契约》在哪里通过的？",
        "哪项决议重申了未来契约？",
        "哪项决议提到未来契约？",
        "Какая резолюция упоминает Пакт во имя будущего?",
        "Which resolution mentions the Pact for the Future?",
    ],
)
def test_what_else_is_asked_of_a_text_is_left_to_the_model(question):
    assert looked_up(question, CORPUS, detect_language(question)[0]) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_title_is_known_again_and_has_the_same_number_in_each_language(language):
    document = next(item for item in MAIN if item.language == language)
    found = {}
    for paragraph in document.paragraphs:
        for item in paragraph.references:
            said = paragraph.text[item.start : item.end]
            if symbol(said) != item.target:
                assert titled(f"What of {said}?", names_of(MAIN)).document == item.target
            if parts := number_of(item.target, document):
                found[item.target] = [where.id for _, where, _ in parts]
    assert len(found) == 16
    assert found["tunis-agenda"] == ["FN5", "FN4"]


def test_the_longest_title_counts_in_any_case_form():
    paragraph = Paragraph(
        "PP1",
        "ссылаясь на Тунисское обязательство и Тунисское обязательство молодежи,",
        references=(Reference(12, 35, "short"), Reference(38, 70, "long")),
    )
    document = Document("x", "ru", "x", [paragraph])
    assert titled("Где найти Тунисского обязательства молодёжи?", names_of([document])) == Mention(10, 43, "long")
    assert titled("О Тунисском обязательстве", names_of([document])).document == "short"
    assert titled("О тунисских обязанностях", names_of([document])) is None


def test_a_footnote_that_points_back_to_none_says_only_that():
    text = "Recalling the Plan,"
    paragraphs = [
        Paragraph("PP1", text, notes=(Note(len(text), "FN1"),), references=(Reference(14, 18, "plan"),)),
        Paragraph("FN1", "Ibid."),
    ]
    said = number_of("plan", Document("x", "en", "x", paragraphs))
    assert [(title, where.id, words) for title, where, words in said] == [("Plan", "FN1", "Ibid.")]
