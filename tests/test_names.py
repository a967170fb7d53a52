"""Names in their accepted forms."""

import pytest

from assistant.documents import load_corpus
from assistant.languages import LANGUAGES
from assistant.names import annotated, known
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
