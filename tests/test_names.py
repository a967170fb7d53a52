"""Names in their accepted forms."""

import pytest

from assistant.documents import load_corpus
from assistant.languages import LANGUAGES
from assistant.names import annotated, elsewhere, known
from tests.conftest import ROOT


def test_names_of_the_resolution_stand_in_the_same_paragraphs_of_each_language():
    documents = {item.language: item for item in load_corpus(ROOT / "corpus").documents if item.id == "resolution"}
    found = set()
    for paragraph in documents["zh"].paragraphs:
        names = [known(documents[language][paragraph.id].text, language) for language in LANGUAGES]
        assert names[0] == names[1] == names[2], paragraph.id
        found |= names[0]
    assert found >= {"Dushanbe", "Ashgabat", "Astana", "New York", "Kazakhstan", "Geneva", "Tunis"}


@pytest.mark.parametrize(
    ("text", "language", "reader", "shown"),
    [
        ("在杜尚别建立中心", "zh", "ru", "在杜尚别 (Душанбе)建立中心"),
        ("в столице Казахстана", "ru", "zh", "в столице Казахстана (哈萨克斯坦)"),
        ("Женевская декларация", "ru", "en", "Женевская (Geneva) декларация"),
        ("held in Geneva", "en", "ru", "held in Geneva (Женева)"),
        ("nothing known", "en", "zh", "nothing known"),
    ],
)
def test_the_readers_form_is_put_behind_a_name(text, language, reader, shown):
    assert annotated(text, language, reader) == shown


def test_a_name_is_no_part_of_another_word():
    assert known("Iranian, Genevan", "en") == set()
    assert known("Астанакурылыс, Мирзочинадзе", "ru") == set()


@pytest.mark.parametrize(
    ("question", "asked_in", "text", "language", "other"),
    [
        ("土库曼斯坦的战略叫什么？", "zh", "通过了塔吉克斯坦的战略", "zh", True),
        ("Как называется стратегия Туркменистана?", "ru", "принятие стратегии Таджикистана", "ru", True),
        ("What is Turkmenistan's strategy called?", "en", "通过了塔吉克斯坦的战略", "zh", True),
        ("What is Tajikistan's strategy called?", "en", "the strategies of Tajikistan and Uzbekistan", "en", False),
        ("When was it held in Ashgabat?", "en", "held in August", "en", False),  # of a text about nothing else
        ("When was it held?", "en", "held in Ashgabat", "en", False),
    ],
)
def test_a_text_about_other_places_is_noticed(question, asked_in, text, language, other):
    assert elsewhere(question, asked_in, text, language) == other
