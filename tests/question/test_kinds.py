"""What kind of answer a question wants."""

import pytest

from assistant.languages import detect_language
from assistant.question.kinds import asked_last, polar, read_wants
from assistant.text.units import compared, units


def _wants(question):
    return read_wants(question, detect_language(question)[0])


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
    assert _wants(question).sponsors
    assert not _wants(other).sponsors


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
    assert _wants(several).several
    assert not _wants(one).several


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
    assert _wants(question).topic == units(said_of)


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
    assert _wants(question).adopted == compared(text)


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
    assert _wants(question).who == who
