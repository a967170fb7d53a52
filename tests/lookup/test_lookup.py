"""Questions about the document itself, on the project's own corpus and small made-up ones; no model."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import Document, Paragraph, label
from assistant.languages import LANGUAGES, detect_language
from assistant.library.corpus import load_corpus
from tests.conftest import ROOT, asked, looked_up

CORPUS = load_corpus(ROOT / "corpus").documents
MAIN = {document.language: document for document in CORPUS if not document.name}
# Rows of eval/about_document.jsonl that are answered here, given to the model with their paragraphs, or left to it.
ANSWERED = [
    "b01",
    "b02",
    "b03",
    "b04",
    "b07",
    "b08",
    "b09",
    "b10",
    "b11",
    "b12",
    "b15",
    "b16",
    "b18",
    "b20",
    "b22",
    "b23",
    "b24",
    "b25",
    "b26",
    "b27",
    "b32",
    "b36",
]
REFUSED = ["b17", "b28"]
IN_SHORT = ["b13", "b14", "b30", "b35"]  # paragraphs compared or summed up, by what they do


def rows(name):
    """(id, language, question, row) of each question of a set."""
    lines = (ROOT / "eval" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["id"], code, row["question"][code], row) for row in map(json.loads, lines) for code in row["question"]]


def cited(question, language=None, documents=CORPUS):
    """Ids of the paragraphs that an answer cites, None where there is none; each span is a sentence of the answer."""
    answer = looked_up(question, documents, language or detect_language(question)[0])
    if answer is None:
        return None
    for citation in answer.citations:
        assert citation.paragraph in [item.paragraph for item in answer.evidence]
        assert all(
            answer.text[start:end].strip() and "\n[" not in answer.text[start:end] for start, end in citation.spans
        )
    assert [item.rank for item in answer.evidence] == list(range(1, len(answer.evidence) + 1))
    return [citation.paragraph for citation in answer.citations]


@pytest.mark.parametrize(("row_id", "language", "question", "row"), rows("about_document"))
def test_about_the_document(row_id, language, question, row):
    answer = looked_up(question, CORPUS, language)
    if row_id in IN_SHORT:
        named = [citation.paragraph for citation in answer.citations]
        assert named == row["paragraphs"] if len(row["paragraphs"]) < 3 else set(named) < set(row["paragraphs"])
        assert answer.language == language
    elif row_id in ANSWERED:
        assert answer.language == row.get("answer_language", {}).get(language, language)
        assert {citation.paragraph for citation in answer.citations} & set(row["paragraphs"])
        for fact in row["facts"][language]:
            assert any(form.lower() in answer.text.lower() for form in fact), fact
    elif row_id in REFUSED:
        assert answer.citations == () and "7" in answer.text and answer.evidence
    else:
        assert answer is None


@pytest.mark.parametrize("name", ["answers", "delegates", "desk", "resolution"])
def test_what_is_taken_of_other_questions_is_answered_right_and_the_rest_is_left_to_the_model(name):
    taken = 0
    for _, language, question, row in rows(name):
        if answer := looked_up(question, CORPUS, language):
            taken += 1
            assert {citation.paragraph for citation in answer.citations} <= set(row["paragraphs"]), question
            for fact in (row.get("facts") or {}).get(language, ()):
                assert any(form.lower() in answer.text.lower() for form in fact), (question, fact)
    assert 0 < taken < len(rows(name)) / 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_leads_to_its_paragraph(language):
    for paragraph in MAIN[language].paragraphs:
        name = label(paragraph.id, language)
        answer = looked_up(name, CORPUS, language)
        marks = "«»" if language == "ru" else "“”"
        assert answer.text == f"{marks[0]}{paragraph.text}{marks[1]} [{name}]"
        (citation,) = answer.citations
        assert citation.quote == paragraph.text
        assert citation.spans == ((0, len(paragraph.text) + 2),)


@pytest.mark.parametrize(
    ("question", "paragraphs"),
    [
        ("op 4", ["OP4"]),
        ("paragraph3", ["OP3"]),
        ("PP9–PP11", ["PP9", "PP10", "PP11"]),
        ("paragraphs 3 to 5", ["OP3", "OP4", "OP5"]),
        ("Could you please quote operative para. 5 verbatim?", ["OP5"]),
        ("I would like to see operative paragraphs 1, 2 and 7", ["OP1", "OP2", "OP7"]),
        ("Preambular paragraph 2 and operative paragraph 3", ["PP2", "OP3"]),
        ("paragraph 2 of the preamble and paragraph 3 of the operative part", ["PP2", "OP3"]),
        ("third preambular paragraph and the last operative one", None),
        ("the final operative paragraph", ["OP7"]),
        ("What about paragraph 4?", ["OP4"]),
        ("What does preambular paragraph 1 reaffirm?", ["PP1"]),
        ("К чему призывает пункт 7 постановляющей части?", ["OP7"]),
        ("执行部分第2段鼓励什么？", ["OP2"]),
        ("What does paragraph 5 request of the agencies?", None),
        ("How many operative paragraphs encourage?", None),
        ("Show all operative paragraphs that request", None),
        ("What resolution is meant in footnote 1?", ["FN1"]),
        ("Which resolution does preambular paragraph 1 mention?", ["PP1"]),
        ("На какой документ ссылается сноска 2?", ["FN2"]),
        ("脚注2指的是哪份文件？", ["FN2"]),
        ("Show all footnotes", ["FN1", "FN2", "FN3", "FN4", "FN5"]),
        ("How many paragraphs are there in the resolution?", ["OP7"]),
        ("Where is the Astana Hub mentioned?", ["PP6"]),
        ("Which preambular paragraphs begin with “Noting”?", ["PP6", "PP10", "PP12"]),
        ("Is this an official translation?", ["HEAD"]),
        ("О чём последний пункт?", ["OP7"]),
        ("пункты с 3 по 5", ["OP3", "OP4", "OP5"]),
        ("Сравни OP2 и OP4", ["OP2", "OP4"]),
        ("Будьте добры, приведите дословно третий пункт постановляющей части", ["OP3"]),
        ("Что написано в 4-м пункте преамбулы?", ["PP4"]),
        ("Не могли бы вы показать пункт 6", ["OP6"]),
        ("пункт 2 преамбулы и пункт 3 постановляющей части", ["PP2", "OP3"]),
        ("В каких пунктах упоминаются средства массовой информации?", ["PP8", "PP12"]),
        ("第３段", ["OP3"]),
        ("第 3 段 说 了 什么", ["OP3"]),
        ("第3、4段", ["OP3", "OP4"]),
        ("第三到五段", ["OP3", "OP4", "OP5"]),
        ("序言部分第9段和第11段", ["PP9", "PP11"]),
        ("最后一段", ["OP7"]),
        ("脚注二指的是什么？", ["FN2"]),
        ("What does paragraph 3 of the preamble say? And paragraph 4?", ["PP3", "PP4"]),
        ("What does OP3 say? And in annex II?", None),
        ("О чём последние пять пунктов?", None),
        ("Does the draft mention the media?", ["PP8", "PP12"]),
        ("Does the text mention the media at all?", ["PP8", "PP12"]),
        ("里面提到媒体了吗？", ["PP8", "PP12"]),
        ("Какой абзац преамбулы ссылается на Повестку-2030?", ["PP2"]),
        ("Where the text speaks of the media, what is asked?", None),
        ("能给我看看第3段吗？", ["OP3"]),
        ("哪些段落提到媒体？", ["PP8", "PP12"]),
        ("What does PP6 say about Uzbekistan?", None),
        ("How many resolutions does PP4 reaffirm?", None),
        ("Does OP3 refer to resolution 78/265?", None),
        ("What does OP3 say about resolution 78/265?", None),
        ("Is paragraph 3 in the preamble?", None),
        ("Which paragraph mentions Mars?", None),
        ("the first 3 paragraphs", None),
        ("paragraph 3 of the 2024 draft", None),
        ("Что в пункте 3 сказано о Душанбе?", None),
        ("предпоследний пункт", None),
        ("пункт 18 повестки дня", ["HEAD"]),
        ("Which session is it?", ["HEAD"]),
        ("Under which agenda item was the draft tabled?", ["HEAD"]),
        ("На какой сессии представлен проект?", ["HEAD"]),
        ("第几届会议？", ["HEAD"]),
        ("草案列入哪个议程项目？", ["HEAD"]),
        *(
            (question, ["HEAD"])
            for question in ("草案是谁提出的？", "哪些国家提出了这份决议草案？", "提案国有哪些国家？")
        ),
        *((question, ["HEAD"]) for question in ("Кто внёс проект?", "Какие страны внесли этот проект резолюции?")),
        *((question, ["HEAD"]) for question in ("Who submitted the draft?", "Who are the sponsors?")),
        ("Who will be considered?", None),
        ("Кто внёс предложение о центре?", None),
        ("谁提出在杜尚别建立中心？", None),
        ("这份草案列在第几个议程项目下？", ["HEAD"]),
        ("What is the title of agenda item 17?", None),
        ("At which session will it be reviewed?", None),
        ("在哪届会议上审议执行情况？", None),
        ("Are the media mentioned anywhere in the text?", ["PP8", "PP12"]),
        ("Does the text mention Tunis?", ["PP4"]),
        ("Упоминаются ли в тексте средства массовой информации?", ["PP8", "PP12"]),
        ("Есть ли в тексте упоминание Астана Хаба?", ["PP6"]),
        ("案文提到媒体了吗？", ["PP8", "PP12"]),
        ("决议是否提到媒体？", ["PP8", "PP12"]),
        ("Does the text mention Mars?", None),
        ("Is it mentioned?", None),
        ("倒数第二段", None),
        ("第3段对第78/265号决议说了什么？", None),
        ("3", None),
    ],
)
def test_which_paragraphs_a_question_asks_for(question, paragraphs):
    assert cited(question) == paragraphs


@pytest.mark.parametrize(
    "question", ["How many operative paragraphs are there?", "第3段说了什么？", "Сколько всего сносок?"]
)
def test_no_language_model_is_loaded_for_it(scripted, question):
    assistant = scripted("x")
    assert assistant.ask(question).citations
    assert not assistant.ready


@pytest.mark.parametrize(
    ("before", "last", "said"),
    [
        ("草案是谁提出的？", "在哪个议程项目下？", "18"),
        ("Кто внёс проект?", "А на какой сессии?", "Семьдесят девятая"),
        ("Who tabled the draft?", "And under which agenda item?", "Agenda item 18"),
        ("草案涉及中亚吗？", "那它是谁提的？", "哈萨克斯坦"),
        ("На какой сессии рассматривается проект?", "А кто его внёс?", "Казахстан"),
        ("Does the draft concern Central Asia?", "And by which countries was it submitted?", "Kazakhstan"),
    ],
)
def test_the_heading_is_asked_about_whatever_was_asked_before(before, last, said):
    language = detect_language(last)[0]
    answer = looked_up(f"{before} {last}", CORPUS, language, last)
    assert [citation.paragraph for citation in answer.citations] == ["HEAD"]
    assert said in answer.text
    assert looked_up(f"{before} {last}", CORPUS, language) is None
    other = looked_up(f"78/311? {last}", CORPUS, language, last)  # of another text's session
    assert (other.citations, "78/311" in other.text) == ((), True)


@pytest.mark.parametrize(
    ("before", "last"),
    [
        ("区域中心设在哪里？", "那它是谁提的？"),
        ("Где будет создан региональный центр?", "А кто его предложил?"),
        ("Какие стратегии упомянуты?", "А кто их предложил?"),
        ("Where is the centre to be?", "And who proposed it?"),
        ("Where is the centre to be?", "By which countries was it put forward?"),
    ],
)
def test_who_proposed_a_centre_is_not_told_by_the_heading(before, last):
    assert looked_up(f"{before} {last}", CORPUS, detect_language(last)[0], last) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("草案 届会 议程项目编号", ("第七十九届会议", "议程项目18")),
        ("сессия и номер пункта повестки дня", ("Семьдесят девятая", "Пункт 18")),
        ("session and agenda item number", ("Seventy-ninth", "Agenda item 18")),
        ("该草案提交的是联大第几届会议？", ("第七十九届会议",)),
        ("На какой сессии Ассамблеи внесён этот документ?", ("Семьдесят девятая",)),
        ("К какому по номеру пункту повестки дня относится документ?", ("Пункт 18",)),
        ("Which agenda item number does it come under?", ("Agenda item 18",)),
        ("这份案文是哪几个国家联合提出来的？", ("哈萨克斯坦", "乌兹别克斯坦")),
        ("Кто соавторы проекта? Перечислите страны.", ("Казахстан", "Узбекистан")),
        ("List the countries that sponsor the draft.", ("Kazakhstan", "Uzbekistan")),
        ("哪些国家发起了草案？", ("哈萨克斯坦",)),
        ("有多少个提案国？", ("哈萨克斯坦",)),
        ("Сколько государств внесли проект?", ("Казахстан",)),
        ("How many States sponsor the draft?", ("Kazakhstan",)),
        ("Какие правительства внесли этот проект на рассмотрение?", ("Казахстан",)),
        ("Which governments put this draft forward?", ("Kazakhstan",)),
    ],
)
def test_the_heading_is_looked_up(question, said):
    answer = looked_up(question, CORPUS, detect_language(question)[0])
    assert [citation.paragraph for citation in answer.citations] == ["HEAD"]
    assert all(part in answer.text for part in said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("决议草案有哪些语言版本？", "俄文"),
        ("На каких языках существует проект?", "китайском"),
        ("What languages is the draft available in?", "Chinese"),
    ],
)
def test_the_languages_are_looked_up(question, said):
    assert said in looked_up(question, CORPUS, detect_language(question)[0]).text


@pytest.mark.parametrize(
    ("question", "sponsors", "said"),
    [
        ("有几个国家提出草案？", "波斯尼亚和黑塞哥维那、中国和特立尼达和多巴哥：", "3个国家"),
        ("Сколько государств внесли проект?", "Босния и Герцеговина и Тринидад и Тобаго:", "названы 2 государства"),
        ("How many States sponsor the draft?", "Bosnia and Herzegovina:", "names 1 State:"),
    ],
)
def test_states_are_counted_by_their_names(question, sponsors, said):
    language = detect_language(question)[0]
    draft = Document("x", language, "x", [Paragraph("HEAD", f"x\n{sponsors}"), Paragraph("OP1", "…")])
    assert said in looked_up(question, [draft], language).text


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("决议何时通过？", "文本没有回答这个问题。"),
        ("Какого числа резолюция была принята?", "В тексте нет ответа на этот вопрос."),
        ("On what date was the resolution adopted?", "The text does not say."),
    ],
)
def test_a_draft_has_no_day_of_adoption_but_a_resolution_may(question, refused):
    language = detect_language(question)[0]
    drafts = [replace(document, became="") for document in CORPUS]
    answer = looked_up(question, drafts, language)
    assert (answer.text, answer.citations) == (refused, ())
    assert [item.paragraph for item in answer.evidence] == ["HEAD"]
    line = {
        "zh": "大会2024年3月21日决议",
        "ru": "Резолюция, принятая 21 марта 2024 года",
        "en": "Resolution of 21 March 2024",
    }
    adopted = Document("x", language, "x", [Paragraph("HEAD", line[language]), Paragraph("OP1", "…")])
    answer = looked_up(question, [adopted], language)
    assert line[language] in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Was the draft adopted in the end? When, and as which resolution?",
        "Has this resolution been adopted yet?",
        "On what date was the resolution adopted?",
        "Был ли этот проект в итоге принят? Когда и под каким номером?",
        "Принят ли проект?",
        "Was the resolution adopted by consensus or by a vote?",
        "Резолюцию приняли консенсусом или голосованием?",
        "决议是协商一致通过的还是表决通过的？",
        "这份草案后来通过了吗？什么时候，编号多少？",
        "决议何时通过？",
    ],
)
def test_what_became_of_the_draft_is_in_the_catalogue(question):
    answer = looked_up(question, CORPUS)
    day = {"en": "25 July 2025", "ru": "25 июля 2025 года", "zh": "2025年7月25日"}[answer.language]
    assert day in answer.text and "79/322" in answer.text and "86" in answer.text
    assert [citation.paragraph for citation in answer.citations] == ["HEAD"]
    adopted = Document("A/RES/79/322", "en", "x", [Paragraph("HEAD", "79/322")], name="79/322", symbol="A/RES/79/322")
    answer = looked_up(question, [*CORPUS, adopted])
    assert [citation.document for citation in answer.citations] == ["resolution", "A/RES/79/322"]


def test_no_other_last_question_is_read_alone():
    assert looked_up("Who is Mr. B.? And paragraph 4?", CORPUS, "en", "And paragraph 4?") is None
    assert looked_up("Who tabled the draft? How many paragraphs?", CORPUS, "en", "How many paragraphs?") is None


def test_a_text_is_given_in_the_language_asked_for():
    answer = looked_up("What does paragraph three say, in Chinese?", CORPUS, "en")
    assert (answer.language, answer.text) == ("zh", f"“{MAIN['zh']['OP3'].text}” [执行部分第3段]")
    assert looked_up("Show paragraph 3 in the original language", CORPUS, "en").language == "zh"
    assert looked_up("Summarise OP3 in Russian", CORPUS, "en").language == "ru"
    # Where there is none in that language, the text that there is under the reader's label.
    answer = looked_up("OP3 in Russian", [MAIN["zh"]], "en")
    assert (answer.language, answer.text) == ("en", f"“{MAIN['zh']['OP3'].text}” [operative para. 3]")
    assert answer.evidence[0].language == "zh"


def test_the_first_paragraphs_that_have_a_name_are_quoted_and_the_others_named():
    answer = looked_up("Which operative paragraphs mention artificial intelligence?", CORPUS, "en")
    assert [item.paragraph for item in answer.citations] == ["OP1", "OP2", "OP3", "OP4", "OP5", "OP7"]
    assert answer.text.count("“") == 5 and answer.text.endswith("Also: operative para. 7. [operative para. 7]")
    for citation in answer.citations[:5]:
        ((start, end),) = citation.spans
        quoted = answer.text[start:end].strip("“”…")
        assert quoted in citation.quote and "artificial intelligence" in quoted and len(quoted) <= 200


@pytest.mark.parametrize(
    ("question", "refusal"),
    [
        ("What does paragraph 12 of resolution 78/265 say?", "“78/265” is not in the library"),
        ("пункт 12 резолюции 78/265", "«78/265»: этого текста нет в библиотеке"),
        ("第78/265号决议第12段", "文库中没有“78/265”"),
    ],
)
def test_a_paragraph_of_a_text_that_is_not_here(question, refusal):
    answer = looked_up(question, CORPUS, detect_language(question)[0])
    assert refusal in answer.text and "assistant corpus fetch A/RES/78/265" in answer.text
    assert answer.citations == () and answer.evidence[0].status == "card"
    unknown = looked_up("paragraph 5 of resolution 61/295", CORPUS, "en")
    assert "“61/295” is not in the library" in unknown.text and unknown.evidence == ()


@pytest.mark.parametrize("question", ["附件最后一段", "последний пункт приложения", "the last paragraph of the annex"])
def test_the_last_paragraph_of_an_annex_that_is_not_there(question):
    answer = looked_up(question, CORPUS, detect_language(question)[0])
    assert answer is None or (answer.text and not answer.citations)


def test_other_documents_are_named_by_number_symbol_or_id():
    fetched = replace(MAIN["en"], id="A/RES/78/265", symbol="A/RES/78/265", name="A/RES/78/265", status="original")
    note = Document("note", "en", "Note", (Paragraph("¶1", "One."), Paragraph("¶2", "Two.")), name="note")
    documents = [*CORPUS, fetched, note]
    for name in ("resolution 78/265", "A/RES/78/265"):
        answer = looked_up(f"What does paragraph 3 of {name} say?", documents, "en")
        assert answer.text.endswith("[A/RES/78/265, operative para. 3]")
    assert looked_up("note, para. 2", documents, "en").text == "“Two.” [note, para. 2]"
    assert (
        looked_up("How many paragraphs does the note have?", documents, "en").text
        == "The text has 2 paragraphs. [note, para. 2]"
    )
    assert looked_up("paragraph 2", [note], "en") is None


def test_subparagraphs_come_with_their_paragraph_or_alone():
    texts = [Paragraph("OP1", "Decides:"), Paragraph("OP1(a)", "to act;"), Paragraph("OP1(b)", "to wait.")]
    documents = [Document("own", "en", "Own", tuple(texts))]
    assert cited("OP1", documents=documents) == ["OP1", "OP1(a)", "OP1(b)"]
    assert cited("paragraph 1 (b)", documents=documents) == ["OP1(b)"]
    assert cited("подпункт (b) пункта 1 постановляющей части", documents=documents) == ["OP1(b)"]
    missing = looked_up("OP1(c)", documents, "ru")
    assert missing.text == "В постановляющей части нет пункта 1(c): в ней 1 пункт."
    both = looked_up("paragraphs 1 and 2", documents, "en")
    assert (
        both.text.endswith("\nThe text has no operative paragraph 2; it has 1 operative paragraph.") and both.citations
    )


@pytest.mark.parametrize(("count", "said"), [(1, "1 пункт."), (2, "2 пункта."), (11, "11 пунктов."), (21, "21 пункт.")])
def test_russian_plurals(count, said):
    document = Document("own", "ru", "", tuple(Paragraph(f"¶{n}", "Текст.") for n in range(1, count + 1)))
    assert looked_up("Сколько пунктов в документе?", [document], "ru").text.startswith(f"В тексте {said}")


_WORDS = st.sampled_from(
    [
        "what",
        "does",
        "paragraph",
        "OP3",
        "PP",
        "9",
        "–",
        "11",
        "last",
        "all",
        "preambular",
        "compare",
        "summarise",
        "in",
        "Russian",
        "78/265",
        "how",
        "many",
        "(b)",
        "пункт",
        "третий",
        "преамбулы",
        "сноска",
        "第",
        "3",
        "段",
        "序言",
        "和",
        "至",
        "最后",
        "附件",
        "条",
        "which",
        "mentions",
        "0",
        "9999",
        "annex",
        "2",
        "article",
        "heading",
    ]
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(_WORDS, max_size=9).map(" ".join), st.lists(_WORDS, max_size=9).map("".join)
    )
)
def test_any_text_is_answered_or_left(question):
    for language in LANGUAGES:
        answer = looked_up(question, CORPUS, language)
        assert answer is None or answer.text
        asked(question, language, documents=CORPUS)


TREATY = {
    "en": "Lakes Treaty\n\nChapter I: Aims\n\nArticle 1\nWe save water.\n\nArticle 2\nWe share water.\n\n"
    "Chapter II: Bodies\n\nSection 1\n\nArticle 3\nA council meets.\n\nSection 2\n\nArticle 4\nA fund pays.",
    "zh": "湖泊条约\n\n第一章：目的\n\n第一条\n我们节水。\n\n第二条\n我们共享水。\n\n"
    "第二章：机构\n\n第一节\n\n第三条\n理事会开会。\n\n第二节\n\n第四条\n基金付款。",
}


@pytest.fixture(scope="module")
def treaty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("treaty")
    for language, text in TREATY.items():
        (folder / f"treaty.{language}.txt").write_text(text, encoding="utf-8")
    return load_corpus(ROOT / "corpus", folder).documents


@pytest.mark.parametrize(
    ("question", "said", "paragraphs"),
    [
        (
            "What does chapter I of the Lakes Treaty say?",
            "Chapter I: Aims\n“We save water.” [treaty, article 1]",
            "1 2",
        ),
        ("第一章说了什么？", "第一章：目的\n“我们节水。” [treaty, 第1条]", "1 2"),
        ("Что говорится в главе I?", "“We save water.” [treaty, статья 1]", "1 2"),
        ("第二章", "第二章：机构\n第一节 [treaty, 第3条]\n第二节 [treaty, 第4条]", "3 4"),  # the divisions inside it
        ("Что говорится в разделе 2?", "Section 2\n“A fund pays.” [treaty, статья 4]", "4"),
        ("Quote chapters I and II", "“We share water.” [treaty, article 2]\nChapter II: Bodies", "1 2 3 4"),
    ],
)
def test_divisions_are_quoted_below_their_headings(treaty, question, said, paragraphs):
    answer = looked_up(question, treaty, detect_language(question)[0])
    assert said in answer.text
    assert [item.paragraph for item in answer.citations] == [f"ART{n}" for n in paragraphs.split()]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What does chapter IX of the Lakes Treaty say?", "The text has no “chapter IX”."),
        ("《湖泊条约》第九章", "文本中没有“第九章”。"),
    ],
)
def test_a_division_that_is_not_there(treaty, question, said):
    answer = looked_up(question, treaty, detect_language(question)[0])
    assert answer.text == said and answer.citations == ()


def test_what_is_asked_of_a_division_is_searched_in_its_paragraphs(treaty):
    question = asked("Who pays according to chapter II of the Lakes Treaty?", "en", documents=treaty)
    assert looked_up("Who pays according to chapter II of the Lakes Treaty?", treaty, "en") is None
    assert question.query.paragraphs == {"ART3", "ART4"} and question.sources.documents == ("treaty",)


def test_a_division_that_several_texts_have_is_of_the_one_that_is_named(tmp_path):
    for name in ("lakes", "rivers"):
        text = f"The {name} plan\n\nAction 1. Water\n\n1. We save {name}.\n\nAction 2. Trees\n\n2. We plant trees."
        (tmp_path / f"{name}.en.txt").write_text(text, encoding="utf-8")
    documents = load_corpus(ROOT / "corpus", tmp_path).documents
    assert looked_up("What does Action 1 say?", documents, "en") is None
    assert "We save rivers." in looked_up("What does Action 1 of the rivers plan say?", documents, "en").text


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("Whom does the last paragraph press to act, and to do what?", "OP7"),
        ("Что сказано в последнем пункте о развивающихся странах?", "OP7"),
        ("最后一段促请谁做什么？", "OP7"),
        ("Is the last paragraph of the preamble about money?", "PP12"),
    ],
)
def test_the_last_paragraph_is_quoted_whatever_is_asked_of_it(question, paragraph):
    assert [item.paragraph for item in looked_up(question, CORPUS).citations] == [paragraph]
