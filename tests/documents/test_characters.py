"""Characters made plain in every format."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.characters import plain
from tests.conftest import load_document


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("The of\ufb01ce of the af\ufb02uent", "The office of the affluent"),
        ("各国加强长期合作".replace("长", "\u2ed3"), "各国加强长期合作"),  # a radical
        ("一致通过人工智能".replace("一", "\u2f00").replace("人", "\u2f08"), "一致通过人工智能"),  # Kangxi radicals
        ("\uf91d\uf914", "欄樂"),
        (unicodedata.normalize("NFD", "Российский и её"), "Российский и её"),
        ("coop\u00aderation and\u200b more", "cooperation and more"),
        ("№ 5 — 10 м² и «２»", "№ 5 — 10 м² и «２»"),  # what is meant stays
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "html", "docx"])
def test_characters_are_those_that_are_typed(tmp_path, suffix, written, typed):
    file = tmp_path / f"a.en.{suffix}"
    if suffix == "docx":
        import docx

        document = docx.Document()
        document.add_paragraph(f"{written}.")
        document.save(str(file))
    else:
        file.write_text(f"<p>{written}.</p>" if suffix == "html" else f"{written}.", encoding="utf-8")
    assert [part.text for part in load_document(file).paragraphs] == [f"{typed}."]


@given(st.text())
def test_what_is_plain_stays(text):
    assert plain(plain(text)) == plain(text)
