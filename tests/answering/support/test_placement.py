"""Years and symbols that stand where a paragraph speaks of something else."""

from functools import partial

import pytest

from assistant.answering.citations import attribute
from assistant.answering.support.placement import misplaced, of_another_number, of_others
from assistant.languages import detect_language
from tests.answering.test_citations import _evidence
from tests.conftest import WordEmbedder, asked

PARAGRAPH = {
    "zh": "重申2015年9月25日题为“可持续发展议程”的第70/1号决议、2015年7月27日题为“亚的斯亚贝巴行动议程”的第69/313号"
    "决议，以及在大会主持下召开的政治论坛通过的、2023年9月29日第78/1号决议附件所载的政治宣言，",
    "ru": "подтверждая резолюцию 70/1 от 25 сентября 2015 года «Повестка дня в области развития», резолюцию 69/313 от "
    "27 июля 2015 года, озаглавленную «Аддис-Абебская программа действий», а также политическую декларацию, принятую "
    "на форуме высокого уровня, которая содержится в приложении к резолюции 78/1 от 29 сентября 2023 года,",
    "en": "Reaffirming its resolution 70/1 of 25 September 2015, entitled “Agenda for Sustainable Development”, its "
    "resolution 69/313 of 27 July 2015, entitled “Action Agenda of Addis Ababa”, and the political declaration adopted "
    "at the forum convened under its auspices, contained in the annex to resolution 78/1 of 29 September 2023,",
}
ASKED = {
    "zh": ("亚的斯亚贝巴行动议程是哪项决议？", "第69/313号决议", "亚的斯亚贝巴行动议程是2023年第78/1号决议。"),
    "ru": (
        "Какой резолюцией принята Аддис-Абебская программа действий?",
        "Она принята резолюцией 69/313.",
        "Аддис-Абебская программа действий принята резолюцией 78/1 от 29 сентября 2023 года.",
    ),
    "en": (
        "Which resolution is the Addis Ababa Action Agenda?",
        "It is resolution 69/313 of 27 July 2015.",
        "The Addis Ababa Action Agenda is contained in the annex to resolution 78/1 of 29 September 2023.",
    ),
}


@pytest.mark.parametrize("language", PARAGRAPH)
def test_another_texts_symbol_or_date_is_not_borne_out(language):
    question, right, wrong = ASKED[language]
    assert not misplaced(right, asked(question, language), PARAGRAPH[language], language)
    assert misplaced(wrong, asked(question, language), PARAGRAPH[language], language)
    evidence, embedder = _evidence(PARAGRAPH[language], language=language), WordEmbedder()

    def attributed(sentence):
        return attribute(
            sentence, asked(question, language), evidence, partial(embedder.encode, kind="passage"), language
        )

    assert attributed(right)
    assert attributed(wrong) == []


ADOPTED = {
    "zh": (
        "谁通过了亚的斯亚贝巴行动议程？",
        "亚的斯亚贝巴行动议程在大会主持下召开的政治论坛上通过。",
        "第78/1号决议附件载有什么？",
        "在大会主持下召开的政治论坛通过的政治宣言。",
    ),
    "ru": (
        "Кто принял Аддис-Абебскую программу действий?",
        "Аддис-Абебская программа действий была принята на форуме высокого уровня.",
        "Что содержится в приложении к резолюции 78/1?",
        "Политическая декларация, принятая на форуме высокого уровня.",
    ),
    "en": (
        "Who adopted the Addis Ababa Action Agenda?",
        "The Addis Ababa Action Agenda was adopted at the forum convened under its auspices.",
        "What does the annex to resolution 78/1 contain?",
        "The political declaration adopted at the forum convened under its auspices.",
    ),
}


@pytest.mark.parametrize("language", ADOPTED)
def test_what_is_said_of_another_text_is_not_borne_out(language):
    question, wrong, of_that_text, right = ADOPTED[language]
    assert misplaced(wrong, asked(question, language), PARAGRAPH[language], language)
    assert not misplaced(right, asked(of_that_text, language), PARAGRAPH[language], language)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who adopted what besides the Addis Ababa Action Agenda?", "The political declaration, at the forum."),
        ("Кем и что принято наряду с Аддис-Абебской программой действий?", "Политическая декларация на форуме."),
        ("除亚的斯亚贝巴行动议程外，谁通过了什么？", "政治论坛通过的政治宣言。"),
        (
            "Who adopted the Agenda for Sustainable Development, 70/1? And the declaration?",
            "The forum, convened for it.",
        ),
    ],
)
def test_other_items_than_the_one_named_may_be_asked_for(question, answer):
    language = detect_language(question)[0]
    assert not misplaced(answer, asked(question, language), PARAGRAPH[language], language)


@pytest.mark.parametrize(
    ("question", "answer", "another"),
    [
        ("本决议何时生效？", "2015年9月25日。", "可持续发展议程的决议何时通过？"),
        (
            "Когда вступает в силу резолюция?",
            "25 сентября 2015 года.",
            "Когда принята Повестка дня развития?",
        ),
        ("决议是在哪一天正式通过的？", "2015年9月25日。", "可持续发展议程的决议何时通过？"),
        ("Когда принята эта резолюция?", "25 сентября 2015 года.", "Когда принята Повестка дня развития?"),
        ("When was the resolution adopted?", "On 25 September 2015.", "When was the Agenda for Development adopted?"),
        ("When does the resolution enter into force?", "On 25 September 2015.", "When was 70/1 adopted?"),
    ],
)
def test_the_date_of_a_text_is_not_that_of_the_resolution(question, answer, another):
    language = detect_language(question)[0]
    assert misplaced(answer, asked(question, language), PARAGRAPH[language], language)
    assert not misplaced(answer, asked(another, language), PARAGRAPH[language], language)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("政治论坛何时举行？", "2023年9月29日。"),
        ("Когда состоялся форум высокого уровня?", "29 сентября 2023 года."),
        ("When was the forum held?", "On 29 September 2023."),
    ],
)
def test_the_date_of_a_text_is_not_that_of_the_meeting_that_it_came_of(question, answer):
    language = detect_language(question)[0]
    assert misplaced(answer, asked(question, language), PARAGRAPH[language], language)
    held = {
        "zh": "，2023年9月29日召开政治论坛",
        "ru": ", форум 29 сентября 2023 года,",
        "en": ", the forum on 29 September 2023,",
    }[language]
    assert not misplaced(answer, asked(question, language), PARAGRAPH[language].rstrip("，,") + held, language)


def test_a_short_paragraph_has_no_date_of_the_resolution_either():
    paragraph = "欢迎2024年9月22日在纽约召开未来峰会，会上通过了第79/1号决议，"
    assert misplaced("2024年9月22日", asked("决议是在哪一天正式通过的？", "zh"), paragraph, "zh")
    assert not misplaced("2024年9月22日", asked("未来峰会何时召开？", "zh"), paragraph, "zh")
    assert not misplaced("In 1787.", asked("When was the constitution adopted?", "en"), "It was adopted in 1787.", "en")


def test_a_chinese_symbol_closes_its_item():
    question, wrong, _, _ = ADOPTED["zh"]
    paragraph = PARAGRAPH["zh"].replace("，以及在", "和在") + "并注意到其他文件，"
    assert paragraph.count("和在") == 1
    assert misplaced(wrong, asked(question, "zh"), paragraph, "zh")


def test_the_verb_at_the_beginning_is_of_all_items():
    question = "What does the draft do with resolution 69/313 of 27 July 2015?"
    assert not misplaced("Reaffirming it.", asked(question, "en"), PARAGRAPH["en"], "en")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which body adopted resolution 69/313?", "The General Assembly."),
        ("Кто принял резолюцию 69/313?", "Генеральная Ассамблея."),
        ("第69/313号决议是谁通过的？", "联合国大会。"),
    ],
)
def test_the_assembly_is_in_no_item(question, answer):
    language = detect_language(question)[0]
    others = {
        "zh": "，联合国大会忆及",
        "ru": ", как решила Генеральная Ассамблея,",
        "en": ", as the General Assembly asked,",
    }
    assert not misplaced(answer, asked(question, language), PARAGRAPH[language] + others[language], language)


def test_what_several_items_have_of_a_question_is_of_each():
    paragraph = (
        "Recalling resolution 70/125 on the outcomes of the World Summit on the Information Society, including the "
        "declaration made in Geneva at the World Summit on the Information Society, and its follow-up, noting the rest,"
    )
    question = "Who is behind the outcomes of the World Summit on the Information Society?"
    assert not misplaced("The declaration made in Geneva.", asked(question, "en"), paragraph, "en")


def test_the_annexes_of_a_text_are_of_that_text():
    paragraph = (
        "Welcoming the convening of the Summit in New York, at which resolution 79/1, entitled “The Pact for the "
        "Future”, and its annexes on digital cooperation were adopted, and recalling the report on rules,"
    )
    question = "Who adopted the Pact for the Future, resolution 79/1?"
    assert not misplaced("The Summit, with annexes on digital cooperation.", asked(question, "en"), paragraph, "en")
    assert misplaced("The report on rules.", asked(question, "en"), paragraph, "en")


DAYS = {
    "zh": (
        "重申其2015年9月25日题为“2030年议程”的第70/1号决议、2015年7月27日题为“行动议程”的第69/313号决议，以及论坛，",
        "2030年议程是哪一天通过的？",
        "2015年7月27日",
        "2015年9月25日",
    ),
    "ru": (
        "подтверждая резолюцию 70/1 от 25 сентября 2015 года, озаглавленную «Повестка дня до 2030 года», резолюцию "
        "69/313 от 27 июля 2015 года, озаглавленную «Программа действий», и форум,",
        "Какого числа принята Повестка дня до 2030 года?",
        "27 июля 2015 года",
        "25 сентября 2015 года",
    ),
    "en": (
        "Reaffirming its resolution 70/1 of 25 September 2015, entitled “The 2030 Agenda”, its resolution 69/313 of 27 "
        "July 2015, entitled “Action Agenda”, and the forum,",
        "On what date was the 2030 Agenda adopted?",
        "On 27 July 2015.",
        "On 25 September 2015.",
    ),
}


@pytest.mark.parametrize("language", DAYS)
def test_a_day_of_the_same_year_may_be_another_texts(language):
    paragraph, question, wrong, right = DAYS[language]
    assert misplaced(wrong, asked(question, language), paragraph, language)
    assert not misplaced(right, asked(question, language), paragraph, language)


TITLES = {
    "zh": (
        "重申2023年7月25日题为“快速技术变革对实现目标的影响”的第77/320号决议、2024年12月19日题为“信息和通信技术促进发展”的第79/194号"
        "决议、2023年12月19日题为“科学、技术和创新”的第78/160号决议，",
        "哪项决议谈快速技术变革对目标的影响？",
        "第79/194号决议",
        "第77/320号决议",
    ),
    "ru": (
        "подтверждая резолюции 77/320 от 25 июля 2023 года, озаглавленную «Воздействие стремительных технологических "
        "изменений на достижение целей», 79/194 от 19 декабря 2024 года, озаглавленную «Использование технологий», и "
        "78/160 от 19 декабря 2023 года, озаглавленную «Наука, техника и инновации»,",
        "Какая резолюция посвящена влиянию стремительных технологических изменений?",
        "79/194 от 19 декабря 2024 года.",
        "77/320 от 25 июля 2023 года.",
    ),
    "en": (
        "Reaffirming resolutions 77/320 of 25 July 2023, entitled “Impact of rapid technological change on the goals”, "
        "79/194 of 19 December 2024, entitled “Information and communications technologies”, and 78/160 of 19 December "
        "2023, entitled “Science, technology and innovation”,",
        "Which resolution looks at rapid technological change?",
        "It is 79/194 of 19 December 2024.",
        "It is 77/320 of 25 July 2023.",
    ),
}


@pytest.mark.parametrize("language", TITLES)
def test_the_symbol_of_the_next_text_is_not_that_of_the_title_before(language):
    paragraph, question, wrong, right = TITLES[language]
    assert misplaced(wrong, asked(question, language), paragraph, language)
    assert not misplaced(right, asked(question, language), paragraph, language)


# The paragraph; what is asked of the park, and of the strategy; a year that is another's, and the right one.
STRATEGIES = {
    "zh": (
        "通过了塔吉克斯坦《2040年前战略》、乌兹别克斯坦《2024年战略》等国家战略，以及兴建了阿斯塔纳枢纽和吉尔吉斯斯坦高科"
        "技园区等创新中心，并注意到即将举行的会议，",
        "吉尔吉斯斯坦高科技园区成立于哪一年？",
        "塔吉克斯坦的战略到哪一年？",
        "2024年",
        "2040年",
    ),
    "ru": (
        "отмечая принятие таких стратегий, как Стратегия Таджикистана до 2040 года и Стратегия Узбекистана 2024 года, "
        "и создание таких центров, как Астана Хаб и Парк высоких технологий Кыргызстана, и предстоящую конференцию,",
        "В каком году основан Парк высоких технологий Кыргызстана?",
        "До какого года Стратегия Таджикистана?",
        "В 2024 году.",
        "До 2040 года.",
    ),
    "en": (
        "Noting the adoption of such strategies as the Strategy of Tajikistan until 2040 and the Strategy of 2024 of "
        "Uzbekistan, and the establishment of such centres as the Astana Hub and the High Technology Park of "
        "Kyrgyzstan, and the conference,",
        "In which year was the High Technology Park of Kyrgyzstan founded?",
        "Until which year is the Strategy of Tajikistan?",
        "In 2024.",
        "Until 2040.",
    ),
}


@pytest.mark.parametrize("language", STRATEGIES)
def test_a_year_that_stands_with_other_countries_is_not_that_of_the_one_asked_about(language):
    paragraph, of_the_park, of_the_strategy, wrong, right = STRATEGIES[language]
    assert misplaced(wrong, asked(of_the_park, language), paragraph, language)
    assert misplaced(paragraph, asked(of_the_park, language), paragraph, language)
    assert not misplaced(right, asked(of_the_strategy, language), paragraph, language)


@pytest.mark.parametrize(
    ("language", "of_another", "own"),
    [
        ("zh", "吉尔吉斯斯坦的战略叫什么？", ("吉尔吉斯斯坦的创新中心叫什么？", "乌兹别克斯坦的战略叫什么？")),
        (
            "ru",
            "Как называется стратегия Кыргызстана?",
            ("Какой центр создан в Кыргызстане?", "Какая стратегия у Узбекистана?"),
        ),
        (
            "en",
            "What is the strategy of Kyrgyzstan called?",
            ("Which centre has been established in Kyrgyzstan?", "What is the strategy of Uzbekistan called?"),
        ),
    ],
)
def test_what_a_paragraph_has_of_other_states_only(language, of_another, own):
    paragraph, *_ = STRATEGIES[language]
    assert of_others(asked(of_another, language), paragraph)
    assert not any(of_others(asked(question, language), paragraph) for question in own)
    assert not of_others(
        asked({"zh": "战略？", "ru": "Какая стратегия?", "en": "Which strategy?"}[language], language), paragraph
    )


@pytest.mark.parametrize(
    ("language", "question", "paragraph"),
    [
        ("zh", "塔吉克斯坦提出了什么决议草案？", "哈萨克斯坦、塔吉克斯坦、乌兹别克斯坦：\n决议草案"),
        ("ru", "Какой проект резолюции внёс Таджикистан?", "Казахстан, Таджикистан, Узбекистан:\nПроект резолюции"),
        (
            "en",
            "Which draft resolution did Tajikistan submit?",
            "Kazakhstan, Tajikistan, Uzbekistan:\nDraft resolution",
        ),
        (
            "en",
            "Which strategy has Tajikistan?",
            "Noting the strategies adopted by Kazakhstan, Tajikistan, Uzbekistan,",
        ),
    ],
)
def test_what_is_said_of_several_states_is_said_of_each(language, question, paragraph):
    assert not of_others(asked(question, language), paragraph)


@pytest.mark.parametrize(
    ("language", "question", "place"),
    [
        ("zh", "哪个国家兴建了高科技园区？", "吉尔吉斯斯坦"),
        ("zh", "兴建了哪些创新中心？", "吉尔吉斯斯坦高科技园区"),
        ("ru", "Какие центры созданы?", "Парк высоких технологий Кыргызстана."),
        ("en", "Which centres exist?", "The High Technology Park of Kyrgyzstan."),
        ("ru", "Где созданы центры?", "В Кыргызстане."),
        ("en", "Which centres are there besides the Astana Hub?", "The High Technology Park of Kyrgyzstan."),
    ],
)
def test_a_place_that_is_asked_for_may_be_in_any_item(language, question, place):
    paragraph, *_ = STRATEGIES[language]
    assert not misplaced(place, asked(question, language), paragraph, language)


def test_a_word_with_the_sign_for_and_is_no_list():
    paragraph = "国际会议在塔吉克斯坦共和国杜尚别开幕，与会者来自各国，"
    assert not misplaced("杜尚别", asked("国际会议是什么？", "zh"), paragraph, "zh")


@pytest.mark.parametrize(
    ("language", "question", "wrong", "right"),
    [
        ("zh", "阿斯塔纳枢纽是什么？", "吉尔吉斯斯坦的创新中心", "创新中心"),
        ("ru", "Что такое Астана Хаб?", "Это центр в Кыргызстане.", "Это один из созданных центров."),
        ("en", "What is the Astana Hub?", "It is a centre in Kyrgyzstan.", "It is one of the centres established."),
    ],
)
def test_a_place_that_is_only_in_another_item_of_the_list_is_not_borne_out(language, question, wrong, right):
    paragraph, *_ = STRATEGIES[language]
    assert misplaced(wrong, asked(question, language), paragraph, language)
    assert not misplaced(right, asked(question, language), paragraph, language)


@pytest.mark.parametrize(
    ("language", "question", "paragraph", "place"),
    [
        ("zh", "会议在哪里举行？", "注意到论坛将在阿什哈巴德举行，以及会议将于2025年在杜尚别举行，", "杜尚别"),
        (
            "ru",
            "Где пройдёт конференция?",
            "отмечая, что форум пройдёт в Ашхабаде, и конференция пройдёт в Душанбе,",
            "В Душанбе.",
        ),
        (
            "en",
            "Where will the conference be held?",
            "Noting that the forum will be held in Ashgabat, and the conference will be held in Dushanbe,",
            "In Dushanbe.",
        ),
    ],
)
def test_a_place_in_the_item_that_was_asked_about_stands(language, question, paragraph, place):
    assert not misplaced(place, asked(question, language), paragraph, language)


@pytest.mark.parametrize(
    ("language", "question", "paragraph", "year"),
    [
        (
            "zh",
            "《日内瓦原则宣言》是什么时候通过的？",
            "重申2015年12月16日题为“成果文件”的第70/125号决议和首脑会议所有成果，其中包括《日内瓦原则宣言》、《行动计划》，以及论坛，",
            "2015年",
        ),
        (
            "ru",
            "Когда принята Женевская декларация принципов?",
            "подтверждая резолюцию 70/125 от 16 декабря 2015 года, озаглавленную «Итоговый документ», и все итоги "
            "встречи, включая Женевскую декларацию принципов, и форум,",
            "В 2015 году.",
        ),
        (
            "en",
            "When was the Geneva Declaration of Principles adopted?",
            "Reaffirming its resolution 70/125 of 16 December 2015, entitled “Outcome document”, and all outcomes of "
            "the summit, including the Geneva Declaration of Principles, and the forum,",
            "In 2015.",
        ),
    ],
)
def test_a_year_of_one_item_of_a_list_is_not_that_of_the_next(language, question, paragraph, year):
    assert misplaced(year, asked(question, language), paragraph, language)


@pytest.mark.parametrize(
    ("sentence", "question", "paragraph"),
    [
        ("In 2005.", "When was it?", "It was held in 2005, in Tunis, and in 2003, in Geneva."),
        ("In 2005.", "When was the summit?", "The summit was held in 2005."),
        ("It is many.", "How many are there?", "There are 5, then 7, then 9."),
        ("In 1998 and 2000.", "", "In 1998, and in 1999, and in 2000."),
    ],
)
def test_where_nothing_tells_them_apart_nothing_is_held_against_an_answer(sentence, question, paragraph):
    assert not misplaced(sentence, asked(question, "en"), paragraph, "en")


OPENED = {
    "zh": (
        "鼓励开展能力建设国际伙伴关系，制定教育方案，扩大获得资源的机会，并注意到在杜尚别建立区域人工智能中心的倡议；",
        "杜尚别将开设什么？",
        "鼓励开展能力建设国际伙伴关系。",
        "区域人工智能中心。",
    ),
    "ru": (
        "рекомендует развивать международные партнерства, разрабатывать учебные программы, расширять доступ к "
        "ресурсам, принимает к сведению инициативу о создании в Душанбе регионального центра;",
        "Что планируют открыть в Душанбе?",
        "Рекомендует развивать международные партнерства.",
        "Региональный центр.",
    ),
    "en": (
        "Encourages international partnerships, educational programmes, wider access to resources, and notes the "
        "initiative to establish in Dushanbe a regional centre;",
        "What is to open in Dushanbe?",
        "It encourages international partnerships.",
        "A regional centre.",
    ),
}


@pytest.mark.parametrize("language", OPENED)
def test_what_is_said_of_a_place_stands_around_its_name(language):
    paragraph, question, wrong, right = OPENED[language]
    assert misplaced(wrong, asked(question, language), paragraph, language)
    assert not misplaced(right, asked(question, language), paragraph, language)
    nowhere = question.replace("杜尚别", "那里").replace("в Душанбе", "там").replace("in Dushanbe", "there")
    assert not misplaced(wrong, asked(nowhere, language), paragraph, language)


@pytest.mark.parametrize(
    ("paragraph", "of_another", "own"),
    [
        (
            "第三次发展筹资问题国际会议亚的斯亚贝巴行动议程",
            ["第四次发展筹资问题国际会议在哪里举行？", "第4次发展筹资会议讨论什么？"],
            ["第三次发展筹资问题国际会议在哪里举行？", "第四次科学大会在哪里举行？", "第三段说什么？"],
        ),
        (
            "Аддис-Абебская программа действий третьей Международной конференции по финансированию развития",
            ["Где пройдёт четвёртая Международная конференция?"],
            ["Где прошла третья Международная конференция?", "Когда третья встреча министров?", "А второй пункт?"],
        ),
        (
            "Addis Ababa Action Agenda of the Third International Conference on Financing for Development",
            ["Where will the Fourth International Conference on Financing for Development be held?"],
            ["Where was the third international conference held?", "What does the fourth paragraph say?"],
        ),
        ("Seventy-ninth session of the Assembly", [], ["What was said at the 79th session of the Assembly?"]),
    ],
)
def test_another_of_a_series_is_told_by_its_number(paragraph, of_another, own):
    assert all(of_another_number(asked(question), paragraph) for question in of_another)
    assert not any(of_another_number(asked(question), paragraph) for question in own)
