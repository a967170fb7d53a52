"""Which text a question is about, by any of its names, and whether that is here."""

import pytest

from assistant.library.corpus import load_corpus
from assistant.library.names import names_of
from assistant.lookup.lookup import look_up
from assistant.question.reading import read, understand
from tests.conftest import ROOT

CHARTER = {
    "zh": "联合国宪章\n\n第一条\n联合国之宗旨为维持和平。\n\n第二条\n会员国主权平等。",
    "ru": "Устав Организации Объединенных Наций\n\nСтатья 1\nЦель — мир.\n\nСтатья 2\nЧлены равны.",
    "en": "Charter of the United Nations\n\nArticle 1\nThe purpose is peace.\n\nArticle 2\nMembers are equal.",
}
PACT = """A/RES/79/1
General Assembly
79/1. The Pact for the Future

The General Assembly,
Adopts the following Pact for the Future and its annexes:
1. We pledge a new beginning.
2. We recognize this.
Annex I
Global Digital Compact
1. Digital technologies transform our world.
2. We connect all people to the Internet.
Annex II
Declaration on Future Generations
1. Future generations are all those to come.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    for language, text in CHARTER.items():
        (folder / f"charter.{language}.txt").write_text(text, encoding="utf-8")
    (folder / "A_RES_79_1-EN.txt").write_text(PACT, encoding="utf-8")
    (folder / "plan.en.txt").write_text("A plan for the lakes\n\n1. We save water.\n\n2. We plant trees.", "utf-8")
    (folder / "names.toml").write_text('[[name]]\nof = ["plan"]\nru = ["Озёрный план"]\n', encoding="utf-8")
    corpus = load_corpus(ROOT / "corpus", folder)
    assert not corpus.skipped
    return corpus.documents, names_of(corpus.documents)


def _read(question, library):
    return read(understand(question), library[1])


@pytest.mark.parametrize(
    ("question", "here"),
    [
        ("What does Article 2 of the Charter say of members?", [("charter", "")]),
        ("Which UN Charter article deals with peace?", [("charter", "")]),
        ("О чём говорит Устав?", [("charter", "")]),
        ("Какова цель, согласно Уставу ООН?", [("charter", "")]),
        ("《宪章》的宗旨是什么？", [("charter", "")]),
        ("联合国宪章第二条说了什么？", [("charter", "")]),
        ("What does resolution 79/1 pledge?", [("A/RES/79/1", "")]),
        ("第79/1号决议承诺什么？", [("A/RES/79/1", "")]),
        ("Что обещано в A/RES/79/1?", [("A/RES/79/1", "")]),
        ("Что обещано в Пакте во имя будущего?", [("A/RES/79/1", "")]),
        ("What does the Pact pledge?", [("A/RES/79/1", "")]),
        ("What does the GDC say of people?", [("A/RES/79/1", "ANNEX")]),
        ("Кого соединяет с Интернетом Глобальный цифровой договор?", [("A/RES/79/1", "ANNEX")]),
        ("《全球数字契约》要把谁连上互联网？", [("A/RES/79/1", "ANNEX")]),
        ("Who are future generations in the Declaration on Future Generations?", [("A/RES/79/1", "ANNEX2")]),
        ("What does a plan for the lakes save?", [("plan", "")]),
        ("Что спасает Озёрный план?", [("plan", "")]),
        ("О чём говорится в Озерном плане?", [("plan", "")]),
        ("What do the draft and the Charter say of peace?", [("resolution", ""), ("charter", "")]),
        ("Чего требует эта резолюция?", [("resolution", "")]),
        ("What does the resolution 79/1 pledge?", [("A/RES/79/1", "")]),
        ("Что говорит данная резолюция 79/1?", [("A/RES/79/1", "")]),
        ("Which paragraph recalls the Charter?", []),
        ("Where is the centre to be built?", []),
        ("Устанавливается ли срок?", []),  # no form of "Устав"
    ],
)
def test_a_text_is_meant_by_any_of_its_names(library, question, here):
    assert list(_read(question, library).sources.here) == here


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("What does Article 2 of the Charter say of members?", "What does Article 2 of the text say of members?"),
        ("第79/1号决议对互联网怎么说？", "该文本对互联网怎么说？"),
        ("Что говорит Глобальный цифровой договор об Интернете?", "Что говорит текста об Интернете?"),
        ("What does the draft say of peace?", "What does the draft say of peace?"),
    ],
)
def test_what_a_text_is_called_is_not_searched_for_in_it(library, question, searched):
    assert _read(question, library).query.text == searched


@pytest.mark.parametrize(
    ("question", "paragraph", "text"),
    [
        ("Article 2 of the Charter", "ART2", "Members are equal."),
        ("What does Article 2 of the Charter say?", "ART2", "Members are equal."),
        ("Что говорит статья 2 Устава ООН?", "ART2", "Члены равны."),
        ("《联合国宪章》第二条说了什么？", "ART2", "会员国主权平等。"),
        (
            "What does paragraph 2 of the Global Digital Compact say?",
            "ANNEX.2",
            "We connect all people to the Internet.",
        ),
        ("What does paragraph 2 of 79/1 say?", "¶2", "We recognize this."),
    ],
)
def test_paragraphs_of_any_text_are_looked_up_word_for_word(library, question, paragraph, text):
    found = look_up(_read(question, library), library[0])
    assert [citation.paragraph for citation in found.citations] == [paragraph]
    assert text in found.text


ABSENT = {
    "en": [
        "What does resolution 78/265 say about the digital divide?",
        "In resolution 78/311, which countries are encouraged to hold workshops?",
        "According to the 2030 Agenda, how many goals are there?",
        "What does the Addis Ababa Action Agenda require of donors?",
        "What does Article 12 of the Universal Declaration of Human Rights say?",
        "Does resolution 79/175 protect children?",
        "What does 79/194 ask of the United Nations system?",
        "Under the Geneva Plan of Action, what is to be connected?",
        "What does the Tunis Commitment say about women?",
        "What does resolution 12/345 provide?",
        "Compare paragraphs 41 and 42 of resolution 78/265: what may the Council do under each?",
        "How many votes does the Council need for a decision on procedure (2030 Agenda)?",
        "Resolution 78/160 on science, technology and innovation mentions a summit: where was it?",
        "What are companies asked to do in General Assembly resolution 78/213?",
        "List the stages that a system goes through, as A/RES/78/265 describes them.",
    ],
    "ru": [
        "Что говорит резолюция 78/265 о цифровом разрыве?",
        "Какие страны, согласно резолюции 78/311, проводят семинары?",
        "Сколько целей, согласно Повестке дня на период до 2030 года?",
        "Что требует Аддис-Абебская программа действий от доноров?",
        "Что говорит статья 12 Всеобщей декларации прав человека?",
        "Что предусматривает резолюция 79/175 о детях?",
        "Чего требует 79/194 от системы ООН?",
        "Что, согласно Женевскому плану действий, нужно подключить?",
        "Что говорит Тунисское обязательство о женщинах?",
        "Что предусматривает резолюция 12/345?",
        "Что предлагает резолюция 78/160, чтобы больше девочек шли в науку?",
        "О чём резолюция Генассамблеи 78/213 просит компании, владеющие соцсетями?",
        "Почему резолюция 79/175 о неприкосновенности частной жизни считает шифрование нужным?",
    ],
    "zh": [
        "第78/265号决议对数字鸿沟怎么说？",
        "根据第78/311号决议，鼓励哪些国家举办研讨会？",
        "根据《2030年议程》，有多少个目标？",
        "《亚的斯亚贝巴行动议程》要求捐助方做什么？",
        "《世界人权宣言》第十二条说了什么？",
        "79/175怎样规定儿童保护？",
        "79/194要求联合国系统做什么？",
        "根据《日内瓦行动计划》，要连通什么？",
        "《突尼斯承诺》对妇女怎么说？",
        "第12/345号决议规定了什么？",
        "第78/311号决议要秘书长提交一份什么报告，在哪届会议上提交？",
        "A/RES/78/311 希望为哪些人群扫除障碍？",
        "第78/160号决议主张采取哪些办法，让更多妇女进入科学领域？",
    ],
}


@pytest.mark.parametrize(("language", "question"), [(code, one) for code, all_ in ABSENT.items() for one in all_])
def test_a_text_that_is_not_here_is_never_answered_for_by_another(library, language, question):
    found = look_up(_read(question, library), library[0])
    assert found.language == language
    assert not found.citations
    assert {"en": "is not in the library", "ru": "нет в библиотеке", "zh": "文库中没有"}[language] in found.text
    assert "corpus fetch A/" in found.text


@pytest.mark.parametrize(
    "question",
    [
        "What does the draft say about resolution 78/265?",
        "Which paragraph refers to the 2030 Agenda?",
        "When was the Universal Declaration of Human Rights adopted?",
        "Под каким номером принято Тунисское обязательство?",
        "哪一段提到《2030年议程》？",
        "这份决议对第78/311号决议说了什么？",
        "What is the Pact for the Future?",
        "Does OP3 refer to resolution 78/265?",
    ],
)
def test_what_others_say_of_a_text_is_not_missed(library, question):
    assert _read(question, library).sources.absent == ()


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("How many goals has 79/1, and which?", ("A/RES/79/1",)),
        ("Сколько целей в 79/1 и какие?", ("A/RES/79/1",)),
        ("第79/1号决议有多少目标，分属哪些领域？", ("A/RES/79/1",)),
        ("What do 79/1 and 12/345 say?", ()),
        ("What does the draft say?", ()),
        ("Who pays?", ()),
    ],
)
def test_the_one_text_that_a_message_names_is_that_of_all_its_questions(library, question, texts):
    assert library[1].only(question) == texts
