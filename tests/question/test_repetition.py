"""Follow-ups that ask for the last answer again."""

import pytest

from assistant.answer import Turn
from assistant.question.repetition import repeated

QUESTION = "Where is the initiative to establish a regional centre?"
BEFORE = [Turn("What is the centre for?", "For AI."), Turn(QUESTION, "In Dushanbe.")]


@pytest.mark.parametrize(
    "question",
    [
        *("Which paragraph?", "Which paragraph is that?", "And which paragraph says so?", "Where does it say that?"),
        *("Where is that stated?", "What is the source?", "Which operative paragraph?", "Source, please"),
        *("Where in the resolution does it say that?", "What's your source for that?", "Show me the paragraph"),
        *("В каком пункте?", "В каком пункте это сказано?", "А где это написано?", "Какой это пункт?", "Источник?"),
        *("В каком пункте постановляющей части?", "Номер пункта?", "Откуда это взято?", "Покажи этот пункт"),
        *("哪一段？", "这是哪一段说的？", "出自哪一段？", "来源是什么？", "执行部分第几段？"),
        *("具体在哪一段？", "依据是什么？", "这个说法的出处是什么？", "给我看那一段", "这是哪里说的？"),
    ],
)
def test_where_an_answer_stands_is_told_by_answering_again(question):
    assert repeated(question, BEFORE) == (QUESTION, BEFORE[:1], None)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        *((question, "ru") for question in ("In Russian, please", "Can you say that in Russian?", "请用俄文回答")),
        *((question, "ru") for question in ("Same in Russian", "Translate to Russian", "Russian?", "能用俄语说吗？")),
        *((question, "ru") for question in ("In Russian now", "Same again, but in Russian", "Можно по-русски?")),
        *((question, "ru") for question in ("Пожалуйста, на русском", "А на русском языке можно?")),
        *((question, "en") for question in ("你能用英文再说一遍吗？", "请把上面的回答翻译成英文", "English please")),
        *((question, "en") for question in ("А на английском?", "Повтори по-английски", "翻译成英文", "英文呢？")),
        *((question, "zh") for question in ("And in Chinese?", "Переведи на китайский язык", "那用中文再说一遍")),
    ],
)
def test_an_answer_is_wanted_in_another_language(question, language):
    assert repeated(question, BEFORE) == (QUESTION, BEFORE[:1], language)


@pytest.mark.parametrize(
    "question",
    [
        *("Which paragraph mentions libraries?", "Where is it?", "Where does it take place?", "Give me OP5 in Russian"),
        *("Which part?", "В каком месте?", "Из какой местности?", "哪一条？", "俄文版本在哪里？"),
        *("Which languages is it in?", "Which paragraphs speak of women?", "Is it in English?"),
        *("В каком пункте говорится о центре?", "Где это будет?", "На каком языке оригинал?", "На какой сессии?"),
        *("哪一段提到图书馆？", "在哪里？", "用英文给出执行部分第5段", "第三段说什么？"),
    ],
)
def test_what_asks_for_something_new_is_asked_as_it_is(question):
    assert repeated(question, BEFORE) == (question, BEFORE, None)


def test_what_was_asked_again_is_not_asked_before():
    again = [*BEFORE, Turn("Which paragraph?", "OP3."), Turn("In Russian?", "В Душанбе.")]
    assert repeated("And why?", again) == ("And why?", BEFORE, None)
    assert repeated("哪一段？", again) == (QUESTION, BEFORE[:1], None)
    assert repeated("哪一段？", []) == ("哪一段？", [], None)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        *((said, "What is it about? In 3 sentences.") for said in ("Shorter", "Make it shorter", "A bit briefer?")),
        *(
            (said, "What is it about? In 3 sentences.")
            for said in ("Короче", "А короче можно?", "简短一点", "再短一些")
        ),
        ("In two sentences, please", "What is it about? In two sentences, please"),
        ("В двух предложениях", "What is it about? В двух предложениях"),
        ("用两句话", "What is it about? 用两句话"),
    ],
)
def test_an_answer_is_wanted_in_fewer_words(question, expected):
    assert repeated(question, [Turn("What is it about?", "Water.")]) == (expected, [], None)


def test_shorter_than_so_many_sentences_is_half_of_them():
    asked = [Turn("О чём документ, в шести предложениях?", "Вода.")]
    again, *_ = repeated("Ещё короче", asked)
    assert again == "О чём документ, ? В 3 предложениях."
    assert repeated("Is there a short list of States?", asked)[0] == "Is there a short list of States?"
