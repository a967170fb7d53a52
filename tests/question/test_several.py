"""Several questions in one message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question.several import taken_apart


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (
            "Where is the lake? Where is the fund kept?",
            ("Where is the lake?", "Where is the fund kept?"),
        ),
        (
            "In which city will the fund open and in which city will pilots be trained?",
            ("In which city will the fund open?", "In which city will pilots be trained?"),
        ),
        (
            "so um where do they want to put the lake fund … and like when is the pilots conference",
            ("So um where do they want to put the lake fund?", "When is the pilots conference?"),
        ),
        (
            "Where will the regatta be? Where will the fund be?",
            ("Where will the regatta be?", "Where will the fund be?"),
        ),
        ("Who is urged and who is requested?", ("Who is urged?", "Who is requested?")),
        (
            "Сколько у фонда новых лоцманов и когда наняли сторожа?",
            ("Сколько у фонда новых лоцманов?", "Когда наняли сторожа?"),
        ),
        ("1. Who pays the pilots? 2. Is the lake fund audited?", ("Who pays the pilots?", "Is the lake fund audited?")),
        (
            "Кто платит лоцманам и в каком городе откроют фонд озера?",
            ("Кто платит лоцманам?", "В каком городе откроют фонд озера?"),
        ),
        ("湖泊基金设在哪里？引航员会议什么时候开？", ("湖泊基金设在哪里？", "引航员会议什么时候开？")),
        ("湖泊基金由谁管理，引航员在哪里培训？", ("湖泊基金由谁管理？", "引航员在哪里培训？")),
    ],
)
def test_each_of_several_questions_stands_by_itself(message, parts):
    assert taken_apart(message) == parts


@pytest.mark.parametrize(
    "message",
    [
        "What does it say on pilots and lakes?",
        "Who is to draft and adopt the rules?",
        "Compare OP5 and OP7",
        "When a State that has lakes leaves the treaty, what happens to its pilots?",
        "Where the text speaks of lakes, what is expected of pilots?",
        "I am writing on lakes. Who pays the pilots?",
        "Между чем и чем установлен баланс на озёрах?",
        "What, overall, does the treaty ask of pilots?",
        "How many pilots, and whose, does the regatta need?",
        "When and where will the regatta of pilots be held?",
        "Когда и в каком городе пройдёт регата лоцманов?",
        "帆船赛何时何地举行？",
        "Чем похожи и чем различаются два договора об озёрах?",
        "Каких и скольких лоцманов набирает фонд?",
        "Чего ждут от лоцманов там, где говорится об озёрах и о том, что они общие?",
        "Что сказано о женщинах и молодёжи?",
        "对湖泊和引航员有什么规定？",
        "哪几个国家有湖泊？",
        "湖泊基金是干什么的，为什么？",
        "lakes",
    ],
)
def test_one_question_is_left_as_it_is(message):
    assert taken_apart(message) == (message,)


@given(st.text(min_size=1, max_size=120))
def test_no_message_loses_all_its_words(message):
    parts = taken_apart(message)
    assert parts and all(parts)
