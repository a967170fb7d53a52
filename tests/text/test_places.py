"""Names in their accepted forms."""

import pytest

from assistant.languages import LANGUAGES
from assistant.library.corpus import load_corpus
from assistant.text.places import annotated, elsewhere, known
from tests.conftest import ROOT, asked


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
    assert known("Ганди, Индивид, Венера, Того же числа", "ru") == set()
    assert known("援助发展中国家和沿海地区，其中国家机构、几公里海岸、印度洋", "zh") == set()
    assert known("印度尼西亚和赤道几内亚", "zh") == {"Indonesia", "Equatorial Guinea"}
    assert not known("新英格兰、新墨西哥和新几内亚", "zh") | known("New England", "en") | known("в Новой Англии", "ru")
    assert known("в Гвинее-Бисау и Нигерии", "ru") == {"Guinea-Bissau", "Nigeria"}
    assert known("the Democratic People's Republic of Korea", "en") == {"Democratic People’s Republic of Korea"}


def test_a_part_of_a_state_stands_for_it():
    assert known("传到英格兰", "zh") == known("в Англию", "ru") == known("to England", "en") == {"United Kingdom"}


def test_adjectives_and_other_forms_of_a_name():
    assert known("Женевская конференция, Китайские и Российского", "ru") == {"Geneva", "China", "Russia"}
    assert known("таджикская и Узбекской", "ru") == known("Tajik and Uzbek", "en") == {"Tajikistan", "Uzbekistan"}
    assert known("美国和美利坚合众国", "zh") == known("в США", "ru") == known("in the United States", "en")


def test_every_form_is_known_as_the_same_name_in_each_language():
    lines = (ROOT / "assistant" / "text" / "places.txt").read_text(encoding="utf-8").splitlines()
    for line in (line for line in lines if not line.startswith("#")):
        columns = [column.split(" / ") for column in line.strip().replace("|", "").split(" = ")]
        for language, forms in zip(LANGUAGES, columns, strict=True):
            for form in forms:
                assert known(form, language) == {columns[2][0]}


@pytest.mark.parametrize(
    ("question", "asked_in", "text", "language", "other"),
    [
        ("土库曼斯坦的战略叫什么？", "zh", "通过了塔吉克斯坦的战略", "zh", True),
        ("Как называется стратегия Туркменистана?", "ru", "принятие стратегии Таджикистана", "ru", True),
        ("What is Turkmenistan's strategy called?", "en", "通过了塔吉克斯坦的战略", "zh", True),
        ("What is Tajikistan's strategy called?", "en", "the strategies of Tajikistan and Uzbekistan", "en", False),
        ("When was it held in Ashgabat?", "en", "held in August", "en", False),  # of a text about nothing else
        ("When was it held?", "en", "held in Ashgabat", "en", False),
        ("土库曼斯坦首都的会议何时举行？", "zh", "在阿什哈巴德举行", "zh", False),  # a city is in its state
        ("Когда пройдёт конференция в Ашхабаде?", "ru", "конференция в Туркменистане", "ru", False),
        ("Почему Душанбе, а не Ташкент?", "ru", "центр в Душанбе", "ru", True),
        ("What is China's role in Central Asia?", "en", "cooperation in Central Asia", "en", True),
        ("What may Kazakhstan do?", "en", "the States of Central Asia may", "en", False),
        ("What may Kazakhstan do?", "en", "of Central Asia, in particular Tajikistan, may", "en", True),
        ("What has Central Asia done?", "en", "a centre in Astana", "en", False),
        ("中心在杜尚别还是塔什干？", "zh", "在杜尚别建立中心", "zh", False),
    ],
)
def test_a_text_about_other_places_is_noticed(question, asked_in, text, language, other):
    read = asked(question, asked_in)  # one that offers places to choose from asks about none of them
    assert (elsewhere(read.places[asked_in], text, language) and not read.choice) == other
