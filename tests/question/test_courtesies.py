"""Questions without greetings, thanks and what leads up to them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.question.courtesies import to_the_point


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("Hello, what is the Astana Hub?", "What is the Astana Hub?"),
        ("Dear colleagues, who tabled the draft? Many thanks in advance.", "Who tabled the draft?"),
        ("Could you please tell me where the centre will be?", "Where the centre will be?"),
        (
            "Good morning. I am preparing a brief and should be most grateful if you could tell me in which month the "
            "conference is to be held.",
            "In which month the conference is to be held.",
        ),
        ("For my thesis: where is the centre?", "Where is the centre?"),
        ("I am cataloguing this document – which item is it under?", "Which item is it under?"),
        ("Заполняю карточку: к какому пункту относится документ?", "К какому пункту относится документ?"),
        ("Мне для репортажа: где будет центр?", "Где будет центр?"),
        ("我在写论文：中心在哪里？", "中心在哪里？"),
        ("Здравствуйте, где пройдёт конференция?", "Где пройдёт конференция?"),
        ("Уважаемые коллеги, где пройдёт конференция?", "Где пройдёт конференция?"),
        ("Скажите, пожалуйста, где будет центр?", "Где будет центр?"),
        ("Я хотел бы узнать, сколько стран внесли проект. Заранее спасибо!", "Сколько стран внесли проект."),
        ("请问，中心在哪里？", "中心在哪里？"),
        ("请问中心在哪里？", "中心在哪里？"),
        ("Thanks. And its budget?", "And its budget?"),
        ("OK, which countries border the lake?", "Which countries border the lake?"),
        ("Спасибо, а кто платит лоцманам?", "А кто платит лоцманам?"),
        ("好的，哪些国家与湖接壤？", "哪些国家与湖接壤？"),
        ("Tell me what the treaty says on pilots", "What the treaty says on pilots"),
        ("Подскажите, где в договоре искать лоцманов.", "Где в договоре искать лоцманов."),
        ("您好，我在准备一份材料，烦请告知：会议在哪一年举行？非常感谢！", "会议在哪一年举行？"),
        ("我想了解一下中心设在哪里？谢谢！", "中心设在哪里？"),
    ],
)
def test_courtesies_are_left_out(question, bare):
    assert to_the_point(question) == bare


@pytest.mark.parametrize(
    "question",
    [
        "Thank you very much!",
        "Great, thanks!",
        "Thanks, that really helped",
        "Спасибо, выручили",
        "很好，谢谢！",
        "For a small lake like mine: what is required?",  # what it is about
        "填表时需要湖泊的编号，请问是第几号？",
        "Спасибо",
        "您好！",
        "Tell me about OP3",
        "Please summarise paragraph 3",
        "I am writing of the centre in Dushanbe: when does it open?",
        "I read about the centre in Dushanbe; could you tell me when it opens?",  # "it" would be lost
        "Прочитал о центре в Душанбе, подскажите, когда он откроется?",
        "What does the draft say of people who want to know how artificial intelligence works?",
        "会议向谁表示感谢？",
    ],
)
def test_a_question_is_not_lost(question):
    assert to_the_point(question) == question


@given(st.text(max_size=200))
@example("ß0\r")
@example("one\ntwo, three")
def test_any_text(question):
    bare = to_the_point(question)
    assert bare == question or (bare and bare[1:] in question)
