"""Whether a text has the kind of thing that is asked for."""

import pytest

from assistant.answering.wanted import lacking
from assistant.question.kinds import read_wants
from assistant.text.quantities import has_number


@pytest.mark.parametrize(
    "question",
    [
        "有多少个国家提出了草案？",
        "会议持续几天？",
        "哪一年通过的？",
        "何年举行？",
        "河有多长？",
        "Сколько государств внесли проект?",
        "В каком году принята стратегия?",
        "Какого числа открылся Саммит?",
        "К какому сроку?",
        "Каков бюджет центра?",
        "Какова высота горы?",
        "How many States submitted it?",
        "how old is it?",
        "What year was it adopted?",
        "By when?",
        "In which year did it begin?",
    ],
)
def test_what_only_a_number_answers(question):
    assert lacking(read_wants(question), "In Dushanbe, in August.")
    assert not lacking(read_wants(question), "Two.")


@pytest.mark.parametrize(
    ("question", "dated", "counted"),
    [
        ("预计有多少人参加会议？", "2025年8月底在阿什哈巴德举行，见第78/213号决议", "2025年有300人参加"),
        ("Сколько участников ожидается?", "Она пройдёт 5 августа 2025 года, см. 78/213", "В 2025 году, 300 участников"),
        ("How many people will attend?", "It takes place in August 2025, see 78/213", "In 2025, with 300 people"),
        ("How much will it cost?", "It takes place on 5 May 2025 and in 2026", "It cost 1800 dollars"),
    ],
)
def test_a_date_does_not_tell_how_many(question, dated, counted):
    assert lacking(read_wants(question), dated)
    assert not lacking(read_wants(question), counted)


def test_a_date_tells_in_which_year_and_a_symbol_under_which_number():
    assert not lacking(read_wants("In which year?"), "In 2025.")
    assert not lacking(read_wants("题为“隐私权”的决议编号是多少？"), "第79/175号")


@pytest.mark.parametrize(
    "question",
    [
        "区域中心设在哪里？",
        "哪些国家提出了草案？",
        "怎么办？",
        "可以动用哪些手段？举几个例子。",
        "Где создадут центр?",
        "Какие страны внесли проект?",
        "Как это делается?",
        "Where is the centre?",
        "How is it done?",
    ],
)
def test_what_other_things_answer(question):
    assert not lacking(read_wants(question), "In Dushanbe.")


@pytest.mark.parametrize(
    "question",
    [
        "突尼斯承诺 文号",
        "《宣言》载于哪项决议？",
        "Тунисское обязательство условное обозначение документа",
        "Какой резолюцией принята декларация?",
        "Tunis Commitment document symbol",
        "Which resolution contains the declaration?",
    ],
)
def test_what_only_a_symbol_answers(question):
    assert lacking(read_wants(question), "The Tunis Commitment. Тунисское обязательство. 突尼斯承诺。")
    assert not lacking(read_wants(question), "A/60/687")


@pytest.mark.parametrize(
    ("question", "no_time", "times"),
    [
        (
            "When was it adopted?",
            "It was adopted in Dushanbe.",
            ("In 2025.", "At the end of August.", "After the war."),
        ),
        ("Когда её приняли?", "Её приняли в Душанбе.", ("В 2025 году.", "В августе.", "После войны.")),
        ("А когда?", "В Душанбе.", ("В 2025 году.", "В XIX веке.", "Летом.")),
        ("Добрый день! Скажите, пожалуйста, когда?", "В Душанбе.", ("18 ноября.",)),
        ("何时通过的？", "在杜尚别通过。", ("2025年。", "八月底。", "战后。")),
        ("什么时候举行？", "在杜尚别举行。", ("21世纪。", "会议期间。")),
    ],
)
def test_what_only_a_time_answers(question, no_time, times):
    assert read_wants(question).time
    assert lacking(read_wants(question), no_time)
    assert not any(lacking(read_wants(question), time) for time in times)


@pytest.mark.parametrize(
    "question",
    [
        "Что происходит, когда число умножается?",
        "Когда арестуют многих, что делают?",
        "What happens when a diver ascends?",
        "如何以及何时进入欧洲？",
        "Where is the centre?",
    ],
)
def test_when_that_is_no_question(question):
    assert not read_wants(question).time
    assert not lacking(read_wants(question), "In Dushanbe.")


@pytest.mark.parametrize(
    "text",
    [
        *("In 2025", "two States", "Twenty", "three-year", "thirteenth", "fifty", "both", "twelve", "sixth"),
        *("两个国家", "十二段", "半数", "2025年", "三分之一"),
        *("двух стран", "пятеро", "несколько", "первый", "миллион", "двадцать", "семи", "семьдесят", "ста", "сотни"),
        *("трёх", "трети", "обеих", "двухлетний", "двести", "шестьсот", "одна", "пятнадцать"),
    ],
)
def test_numbers_in_figures_and_words(text):
    assert has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "In Dushanbe, in August.", "В Душанбе, в августе.", "设在杜尚别。"),
        *("Tension often grows, fortunately mostly at weekends.", "Сотрудничество и семинары, однако не сегодня."),
        "Обеспечение сторон: семья, стоимость, трибуна, требования, первичный, вторник, пятница.",
    ],
)
def test_texts_without_numbers(text):
    assert not has_number(text)
