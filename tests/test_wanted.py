"""What kind of answer a question wants."""

import pytest

from assistant.wanted import (
    adopted,
    asked_last,
    asks_list,
    asks_sponsors,
    asks_time,
    asks_who,
    has_number,
    lacking,
    polar,
    silent,
    topic,
)


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
    assert lacking(question, "In Dushanbe, in August.")
    assert not lacking(question, "Two.")


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
    assert lacking(question, dated)
    assert not lacking(question, counted)


def test_a_date_tells_in_which_year_and_a_symbol_under_which_number():
    assert not lacking("In which year?", "In 2025.")
    assert not lacking("题为“隐私权”的决议编号是多少？", "第79/175号")


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
    assert not lacking(question, "In Dushanbe.")


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
    assert lacking(question, "The Tunis Commitment. Тунисское обязательство. 突尼斯承诺。")
    assert not lacking(question, "A/60/687")


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
    assert asks_time(question)
    assert lacking(question, no_time)
    assert not any(lacking(question, time) for time in times)


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
    assert not asks_time(question)
    assert not lacking(question, "In Dushanbe.")


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


@pytest.mark.parametrize(
    ("question", "paragraph", "other"),
    [
        ("Who will chair the conference?", "a conference in cooperation with the Institute", "Ms. A. is its President"),
        ("Who is to be director of the centre?", "a centre in Dushanbe", "headed by Mr. B."),
        ("Which companies have signed the measures?", "significant measures of companies", "They were signed by ten."),
        ("Кто возглавит центр?", "центр в Душанбе", "его директором будет А."),
        ("Кто подписал соглашение?", "о соглашении компаний", "подписано в Душанбе"),
        ("会议由谁主持？", "与研究所合作举行会议", "主席是某女士"),
        ("2019年谁是哈萨克斯坦总统？", "哈萨克斯坦通过了战略", "哈萨克斯坦总统签署了战略"),
        ("塔吉克斯坦的总理是谁？", "塔吉克斯坦通过了战略", "总理是某女士"),
        ("哪些公司签署了措施？", "公司制定的措施", "十家公司签了字"),
        ("Which earlier resolution is on privacy?", "the present resolution", "resolution 79/175"),
        ("the Declaration, resolution number", "recalling the Declaration", "Resolution 217 A (III)"),
        ("Какая прежняя резолюция касается цифровизации?", "настоящая резолюция", "резолюция 79/175"),
        ("номер резолюции о Декларации", "ссылаясь на Декларацию", "Резолюция 217 A (III)"),
        ("哪项决议涉及隐私权？", "本决议", "第79/175号决议"),
        ("《宣言》的决议编号", "回顾《宣言》", "第217 A (III)号决议"),
    ],
)
def test_a_paragraph_that_tells_of_nobody_who_leads_or_signed_and_of_no_resolution(question, paragraph, other):
    assert silent(question, paragraph)
    assert not silent(question, other)
    assert not silent("Where is it? Где он? 在哪里？", paragraph)


@pytest.mark.parametrize(
    "question",
    [
        "What is resolution 78/265 about?",
        "What does the resolution say about privacy?",
        "Which countries does the resolution name?",
        "Какую роль резолюция отводит странам?",
        "哪些国家提出了决议草案？",
        *("What does resolution number 70/1 say?", "文号为A/79/L.1的决议草案谈什么？", "哪国提出的决议？"),
        *("Какой страной внесена резолюция?", "Какой датой резолюция принята?"),
        *("Who teaches sign language?", "What is a sign of progress?"),
    ],
)
def test_a_question_that_only_speaks_of_a_resolution_or_a_sign_asks_for_none(question):
    assert not silent(question, "the centre in Dushanbe")


@pytest.mark.parametrize(
    ("question", "standalone", "last"),
    [
        ("Where?", "When is the conference? Where?", "Where?"),
        ("А когда?", "Где пройдёт конференция? А когда?", "А когда?"),
        ("Is it in Almaty?", "Where is the centre? Is it in Almaty?", "Is it in Almaty?"),
        ("And 79/175?", "When was 79/175 adopted?", "When was 79/175 adopted?"),
        ("不，我问的是会议。", "峰会何时举行？不，我问的是会议。", "峰会何时举行？不，我问的是会议。"),
    ],
)
def test_a_follow_up_that_asks_tells_what_is_wanted(question, standalone, last):
    assert asked_last(question, standalone) == last


@pytest.mark.parametrize(
    "question",
    [
        "草案提到终身学习吗？",
        "是否请秘书长提交报告？",
        "该中心会不会设在阿拉木图？",
        "这里谈的人工智能是民用的还是军用的？",
        "Упоминается ли кибербезопасность?",
        "Говорится ли что-нибудь об обучении?",
        "Конференция в Ашхабаде посвящена образованию?",
        "Is anything said about lifelong learning?",
        "Does Kazakhstan have a strategy?",
        *("So, isn't it in Almaty?", "几内亚是否支持？", "草案是否提到任何公司？", "有无期限？"),
        *("Правда ли, что центр в Алматы?", "Отмечает ли Ассамблея, что ИИ полезен?", "Проект принят консенсусом?"),
        "Is this about civilian or military AI?",
    ],
)
def test_what_yes_or_no_answers(question):
    assert polar(question)


@pytest.mark.parametrize(
    "question",
    [
        "区域中心设在哪里？",
        "请问中心设在哪里？",
        "能否告诉我有关合作伙伴的情况？",
        "您能列出合作伙伴吗？",
        "Где создадут центр?",
        "Кто внёс проект, Россия ли?",
        "Назовите партнёров.",
        "Не могли бы вы перечислить партнёров?",
        "Where is the centre?",
        "Is the centre in Dushanbe, and what does it do?",
        "Could you list the partners?",
        "May I see the whole of it?",
        "The centre in Dushanbe",
        *("May conference in Ashgabat", "人工智能不平等问题"),
        *("Стратегия Туркменистана?", "Дата конференции?", "Расскажите о центре?", "Подскажите место форума?"),
    ],
)
def test_what_yes_or_no_does_not_answer(question):
    assert not polar(question)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("吉尔吉斯斯坦是提案国之一吗？", "草案提到哈萨克斯坦吗？"),
        ("Внёс ли Узбекистан этот проект?", "Упоминает ли проект Казахстан?"),
        ("Did Uzbekistan submit the draft?", "Does the draft mention the initiative in Almaty?"),
    ],
)
def test_who_submitted_the_draft(question, other):
    assert asks_sponsors(question)
    assert not asks_sponsors(other)


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("决议列举了信息社会世界首脑会议的哪些成果文件？", "中心设在哪座城市？"),
        ("Какие итоговые документы названы?", "Какая резолюция посвящена этому?"),
        ("Which outcome documents of the Summit are listed?", "Which earlier resolution is on cooperation?"),
        ("Which countries already have a strategy?", "Which resolution contains the Pact?"),
        ("What are the aims?", "What has to be done?"),
    ],
)
def test_several_things_are_asked_for(several, one):
    assert asks_list(several)
    assert not asks_list(one)


@pytest.mark.parametrize(
    ("question", "said_of"),
    [
        ("Is Afghanistan mentioned?", "Afghanistan"),
        ("Does the draft mention copyright?", "copyright"),
        ("What does the text say on energy consumption?", "energy consumption"),
        ("Is there anything about the climate?", "the climate"),
        ("Есть ли в тексте что-нибудь о климате?", "климате"),
        ("Что говорится о языковом разнообразии?", "языковом разнообразии"),
        ("Упоминается ли Афганистан?", "Афганистан"),
        ("决议提到气候变化了吗？", "气候变化"),
        ("阿富汗被提到了吗？", "阿富汗"),
        ("决议对数字鸿沟说了什么？", "数字鸿沟"),
        ("对于国家来说它是什么？", ""),
        ("决议对此怎么说？", ""),
        ("决议对它有何规定？", ""),
        ("What does the draft say about that?", ""),
        ("Что об этом говорится в резолюции?", ""),
        ("Where will the centre be?", ""),
        ("Где будет центр?", ""),
        ("区域中心设在哪里？", ""),
    ],
)
def test_what_something_is_said_of(question, said_of):
    assert topic(question) == said_of


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When was the Global Digital Compact adopted?", "the Global Digital Compact"),
        ("Когда был принят Глобальный цифровой договор?", "Глобальный цифровой договор"),
        ("全球数字契约是什么时候通过的？", "全球数字契约"),
        ("大会什么时候通过了《未来契约》？", ""),
        ("When was this adopted?", ""),
        ("When were they adopted?", ""),
        ("Когда они были приняты?", ""),
        ("Когда принято это?", ""),
        ("它是什么时候通过的？", ""),
        ("这是何时通过的？", ""),
        ("What was adopted in New York?", ""),
    ],
)
def test_the_text_whose_day_is_asked_for(question, text):
    assert adopted(question) == text


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Who reports to the Assembly?", True),
        ("Кому поручен доклад?", True),
        ("由谁提出报告？", True),
        ("The whole of it?", False),
    ],
)
def test_somebody_is_asked_for(question, who):
    assert asks_who(question) == who
