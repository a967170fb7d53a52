"""Questions about the draft where its official texts are in the library: no model."""

import re

import pytest

from assistant.library.corpus import load_corpus
from tests.conftest import ROOT, looked_up

TEXTS = {
    code: (ROOT / "corpus" / "resolution" / f"{code}.txt").read_text(encoding="utf-8") for code in ("zh", "ru", "en")
}
KIND = {"zh": "决议草案", "ru": "проект резолюции", "en": "draft resolution"}


@pytest.fixture
def documents(tmp_path):
    """A function from languages to the corpus with texts set as the UN sets drafts: sponsors and kind in one line."""

    def load(*languages):
        for code in languages:
            text = re.sub(rf"(?<=[:：])\*\s+{KIND[code]}\*\*", f"* {KIND[code]}", TEXTS[code], flags=re.IGNORECASE)
            assert text != TEXTS[code]
            (tmp_path / f"A_79_L.94-{code.upper()}.txt").write_text(text, encoding="utf-8")
        return load_corpus(ROOT / "corpus", tmp_path).documents

    return load


def test_they_have_the_paragraphs_of_the_working_translations(documents):
    main = [document for document in documents("ru", "en") if not document.name]
    assert [(document.id, document.language, document.status) for document in main] == [
        ("resolution", "zh", "original"),
        ("resolution", "en", "original"),
        ("resolution", "ru", "original"),
    ]
    assert len({tuple(paragraph.id for paragraph in document.paragraphs) for document in main}) == 1
    assert {document.became for document in main} == {"A/RES/79/322"}


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ((), "The original is in Chinese; the Russian and English texts are working translations, not official."),
        (("ru",), "The original is in Chinese; the English text is a working translation, not official."),
        (("ru", "en"), "The corpus has the Chinese, Russian and English texts; none is a working translation."),
        (("zh", "ru", "en"), "The corpus has the Chinese, Russian and English texts; none is a working translation."),
    ],
)
def test_which_is_the_original(documents, languages, said):
    found = documents(*languages)
    assert looked_up("Which text is the original?", found, "en").text.startswith(said)
    assert looked_up("Show paragraph 3 in the original language", found, "en").language == "zh"


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("Who submitted the draft?", "en", "“Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan”"),
        ("Кто внес проект?", "ru", "«Казахстан, Кыргызстан, Таджикистан, Туркменистан и Узбекистан»"),
        ("How many States sponsor the draft?", "en", "names 5 States"),
        ("有几个国家提出这份草案？", "zh", "5个国家"),
        ("Is this an adopted resolution or a draft?", "en", "draft resolution"),
        ("Это уже принятая резолюция или проект?", "ru", "проект резолюции"),
        ("这是已经通过的决议还是草案？", "zh", "决议草案"),
        ("Has this resolution been adopted yet?", "en", "adopted as resolution 79/322"),
    ],
)
def test_the_heading_is_read_as_the_un_sets_it(documents, question, language, said):
    assert said in looked_up(question, documents("zh", "ru", "en"), language).text
