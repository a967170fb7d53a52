"""A sentence for a reader of another language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.translation import faithful, localised, translate, translate_question
from assistant.languages import LANGUAGES
from tests.conftest import ScriptedEngine, asked

CENTRE = {
    "zh": "中心设在杜尚别，有136万人使用。",
    "ru": "Центр находится в Душанбе, им пользуются 1 360 000 человек.",
    "en": "The centre is in Dushanbe; 1.36 million people use it.",
}
PAIRS = [(source, reader) for source in LANGUAGES for reader in LANGUAGES if source != reader]


def _translate(reply, sentence, source, reader, question=None, context=""):
    """(What came of it, the messages)."""
    engine = ScriptedEngine(reply)
    pieces = translate(sentence, source, reader, engine, question and asked(question, reader), context)
    while True:
        try:
            assert next(pieces) == ""  # nothing is shown until it is whole
        except StopIteration as stop:
            return stop.value, engine.asked[0]


@pytest.mark.parametrize(("source", "reader"), PAIRS)
def test_numbers_and_known_names_are_the_same_in_each_pair_of_languages(source, reader):
    said, messages = _translate(CENTRE[reader], CENTRE[source], source, reader)
    assert said == CENTRE[reader]
    asked = messages[-1].content
    assert {"zh": "杜尚别", "ru": "Душанбе", "en": "Dushanbe"}[reader] in asked  # the form that it is to copy
    assert [turn.role for turn in messages] == ["system", *["user", "assistant"] * 2, "user"]


@pytest.mark.parametrize(
    ("reader", "question", "said"),
    [
        ("zh", "中心有多少人使用？", "中心有136万人使用。"),
        ("ru", "Сколько человек пользуется центром?", "Центром пользуются 1,36 млн человек."),
        ("en", "How many people use the centre?", "1,360,000 people use the centre."),
    ],
)
def test_an_answer_of_one_word_is_translated_with_its_question(reader, question, said):
    source = "en" if reader == "zh" else "zh"
    short = {"zh": "136万", "en": "1,360,000"}[source]
    translated, messages = _translate(said, short, source, reader, question, CENTRE[source])
    assert translated == said
    assert question in messages[-1].content
    assert f" ({'杜尚别' if reader == 'zh' else 'Душанбе' if reader == 'ru' else 'Dushanbe'})" in messages[-1].content


@pytest.mark.parametrize(
    ("reader", "translated", "why"),
    [
        ("en", "The centre is in Dushanbe; 1.5 million people use it.", "another number"),
        ("en", "The centre is in Bishkek; 1,360,000 people use it.", "another place"),
        ("en", "The centre is in Dushanbe.", "a number less"),
        ("ru", "Центром пользуются 1 360 000 человек.", "a name less"),
        ("ru", "Центр находится в Душанбе, им пользуются 1 360 000 человек, 1 360 000 человек и 5 других.", "a digit"),
        ("en", "The centre is in 杜尚别.", "a word left in Chinese"),
        ("en", "Центр в Душанбе.", "another language"),
        ("ru", "Центр находится в 杜尚别.", "a word left in Chinese"),
        ("ru", "Центр находится в Dushanbe.", "a word in a third language"),
        ("ru", "Центp находится в Душанбе.", "a word of two scripts"),
        ("ru", "Вот ответ: Вот ответ: Вот ответ: Вот ответ: в Душанбе", "the same again and again"),
        ("zh", "中心设在 Dushanbe。", "a name left in a third language"),
        ("zh", "中心设在Душанбе。", "a word left in Russian"),
        ("en", "", "nothing"),
    ],
)
def test_what_can_be_seen_not_to_be_the_sentence_does_not_reach_the_reader(reader, translated, why):
    source = "ru" if reader == "zh" else "zh"
    assert _translate(translated, CENTRE[source], source, reader)[0] == "", why


@pytest.mark.parametrize(
    ("language", "question", "repeated"),
    [
        ("zh", "什么部落从北方入侵？", "部落从北方入侵。"),
        ("ru", "Вторжения каких племён с севера боялись римляне?", "Вторжения племён с севера боялись римляне."),
        ("en", "Which tribes did the Romans fear?", "The Romans did fear tribes."),
    ],
)
def test_an_answer_that_repeats_the_question_is_none(language, question, repeated):
    assert not faithful(repeated, "皮克特族", "en" if language == "zh" else "zh", language, asked(question, language))


@pytest.mark.parametrize(
    ("translated", "sentence", "reader", "question"),
    [
        ("Два.", "两所", "ru", "Сколько университетов в Душанбе?"),
        ("It is the 78th session.", "第七十八届会议", "en", "Which session is it?"),
        ("30 universities.", "三十所大学", "en", "How many are there?"),
        ("2 000 000 человек.", "200多万人", "ru", "Сколько их?"),
        ("It was Super Bowl XLIX.", "第 49 届超级碗", "en", "Which one was it?"),
        ("Это было в XXI столетии.", "21世纪", "ru", "Когда?"),
    ],
)
def test_a_number_in_words_is_an_answer(translated, sentence, reader, question):
    assert faithful(translated, sentence, "zh", reader, asked(question, reader))


@pytest.mark.parametrize(
    ("translated", "sentence", "reader", "question"),
    [
        ("The conference was held on 9 November 2025.", "会议于2025年11月8日举行。", "en", "When was it held?"),
        ("The country has 5 universities.", "该国有3所大学。", "en", "How many are there?"),
        ("The lake is very deep.", "湖深236米。", "en", "How deep is the lake?"),
        ("It took place in 2024.", "2025年", "en", "Did it take place in 2024 or in 2025?"),
        ("Центр находится в Бишкеке, там он создан.", "设在杜尚别。", "ru", "Центр в Бишкеке или в Душанбе?"),
        ("Население — 3 000 человек.", "人口3千万人。", "ru", "Каково население?"),
        ("Это было в XX столетии.", "21世纪", "ru", "Когда?"),
        ("Во главе его был норвежец Николай.", "尼古拉", "ru", "Кто?"),
        ("Это было в XX столетии.", "上个世纪", "ru", "Когда?"),
    ],
)
def test_another_number_or_place_is_no_translation(translated, sentence, reader, question):
    assert not faithful(translated, sentence, "zh", reader, asked(question, reader))


@pytest.mark.parametrize(
    ("reader", "written", "left"),
    [
        ("en", "The centre is in Dushanbe (formerly St. Petersburg).", "The centre is in Dushanbe."),
        ("ru", "Центр находится в Душанбе (Душанбе).", "Центр находится в Душанбе."),
        ("zh", "中心设在杜尚别（原圣彼得堡）。", "中心设在杜尚别。"),
    ],
)
def test_the_models_own_remarks_in_brackets_are_left_out(reader, written, left):
    source = "ru" if reader == "zh" else "zh"
    sentence = "Центр в Душанбе." if source == "ru" else "中心设在杜尚别。"
    said, _ = _translate(written, sentence, source, reader)
    assert said == left
    assert _translate("The centre (Hub) is in it.", "中心（Hub）在。", "zh", "en")[0] == "The centre (Hub) is in it."


@pytest.mark.parametrize(("reader", "counted"), [("ru", "30 млн"), ("en", "30 million")])
def test_the_model_is_not_left_to_count_in_other_units(reader, counted):
    said = {"ru": "Это 30 млн человек.", "en": "It is 30 million people."}[reader]
    translated, messages = _translate(said, "3000万人", "zh", reader)
    assert translated == said
    assert counted in messages[-1].content
    assert "3000万" in _translate("3000万人", f"{counted} people", "en", "zh")[1][-1].content


def test_what_was_cut_short_is_not_shown():
    assert _translate("слово и ещё " * 60, "设在", "zh", "ru")[0] == ""


@pytest.mark.parametrize("counted", ["1,000,000,000,000 dollars", "the score was 2:2, 2:2, 2:2, 2:2"])
def test_a_number_is_not_taken_for_a_model_that_repeats_itself(counted):
    assert faithful(counted, counted, "zh", "en")


@pytest.mark.parametrize("repeated", ["The centre is in the old town. " * 4, "a very good centre " * 4])
def test_a_model_that_repeats_itself_is_noticed(repeated):
    assert not faithful(repeated, "中心", "zh", "en")
    assert not faithful("中心很好" * 4, "The centre is good", "en", "zh")


def test_the_model_is_stopped_when_the_reader_leaves():
    engine = ScriptedEngine(CENTRE["en"])
    pieces = translate(CENTRE["zh"], "zh", "en", engine)
    next(pieces)
    pieces.close()
    assert engine.stopped


@pytest.mark.parametrize(
    ("written", "russian"),
    [
        ("40,000 человек", "40 000 человек"),
        ("1,234,567.8 км", "1 234 567,8 км"),
        ("0.3-0.6°C", "0,3-0,6°C"),
        ("составляет 3.62.", "составляет 3,62."),
        ("0,125 процента", "0,125 процента"),
        ("24.10.1945", "24.10.1945"),
        ("подпункт 3.2, глава 2.1, в 14.30", "подпункт 3.2, глава 2.1, в 14.30"),
        ("пункт 3.2 и A/80/L.35", "пункт 3.2 и A/80/L.35"),
        ("78/265, 4:51, 2001", "78/265, 4:51, 2001"),
    ],
)
def test_numbers_are_written_as_in_russian(written, russian):
    assert localised(written, "ru") == russian
    assert localised(written, "en") == localised(written, "zh") == written


@given(st.text(max_size=80))
def test_writing_numbers_as_in_russian_changes_nothing_else(text):
    assert "".join(filter(str.isalnum, localised(text, "ru"))) == "".join(filter(str.isalnum, text))


def test_a_question_is_given_with_large_numbers_as_its_new_language_counts():
    engine = ScriptedEngine("Which plan costs 30 million dollars?")
    assert translate_question("哪项计划耗资3000万美元？", "zh", "en", engine) == "Which plan costs 30 million dollars?"
    assert "30 million" in engine.asked[0][-1].content
