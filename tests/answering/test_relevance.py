"""Whether a paragraph is about what was asked."""

import pytest

from assistant.answer import Evidence, Turn
from assistant.answering.relevance import beside_the_point
from assistant.question.reading import read, understand
from tests.conftest import asked


def _item(text, language="en", paragraph="OP3"):
    return Evidence("resolution", paragraph, paragraph, text, text, language, "original", 0.9, 1)


@pytest.mark.parametrize(
    ("question", "language", "text", "beside"),
    [
        ("What is Turkmenistan's strategy called?", "en", "Adopts the strategy of Tajikistan", True),
        ("What is Tajikistan's strategy called?", "en", "Adopts the strategy of Tajikistan", False),
        ("Как называется стратегия Туркменистана?", "ru", "принятие стратегии Таджикистана", True),
        ("土库曼斯坦的战略叫什么？", "zh", "通过了塔吉克斯坦的战略", True),
        # One that offers places to choose from asks about none of them.
        ("Where is the centre, in Dushanbe or Tashkent?", "en", "A regional centre in Dushanbe", False),
        ("Где центр: в Душанбе или Ташкенте?", "ru", "региональный центр в Душанбе", False),
        ("区域中心设在杜尚别还是塔什干？", "zh", "在杜尚别建立区域中心", False),
    ],
)
def test_a_paragraph_about_other_places_is_beside_the_point(question, language, text, beside):
    assert beside_the_point(_item(text, language), asked(question, language)) is beside


@pytest.mark.parametrize(
    ("before", "follow_up", "language", "text"),
    [
        ("Which conference is held in Ashgabat?", "{}r in Astana?", "en", "Notes the conference held in Ashgabat"),
        ("Какая конференция пройдёт в Ашхабаде?", "{}ли в Астане?", "ru", "отмечает конференцию в Ашхабаде"),
    ],
)
def test_an_or_that_begins_a_follow_up_offers_nothing(before, follow_up, language, text):
    """However it is typed."""
    first = {"en": "oO", "ru": "иИ"}[language]
    history = [Turn(before, text)]
    questions = [read(understand(follow_up.format(letter), history, language)) for letter in first]
    assert [question.choice for question in questions] == [False, False]
    assert [beside_the_point(_item(text, language), question) for question in questions] == [True, True]
