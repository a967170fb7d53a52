"""A text in full as HTML: its parts, languages side by side, status, links, tables, and nothing of it obeyed."""

import re
from dataclasses import replace
from html import escape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant import Settings
from assistant.answer import Answer, Citation
from assistant.documents import Document, Note, Paragraph, Reference
from assistant.index.building import build_index
from assistant.library.corpus import load_corpus
from assistant.page.addresses import Shelf, here
from assistant.page.answers import answer_html, plain
from assistant.page.evidence import kept
from assistant.page.parts import parts
from assistant.page.reader import routes
from assistant.page.text_view import text_view
from tests.conftest import ROOT, WordEmbedder


@pytest.fixture(scope="module")
def library():
    """The documents of the corpus that comes with the project."""
    return load_corpus(ROOT / "corpus").documents


def _document(*paragraphs, language="en", **more):
    return Document(
        **{"id": "d", "language": language, "title": "A title", "paragraphs": paragraphs, "name": "d"} | more
    )


def _seen(documents, page="en", **asked):
    return BeautifulSoup(text_view(documents, page, **asked), "html.parser")


def _words(text):
    return "".join(text.split())


def _said(soup, language):
    """What each paragraph says, without the marks of footnotes."""
    for mark in soup.select("sup"):
        mark.decompose()
    return [_words(one.get_text()) for one in soup.select(f"article .columns > [lang={language}]")]


@pytest.mark.parametrize(("first", "second"), [("zh", "ru"), ("ru", "en"), ("en", "zh")])
def test_a_text_is_there_in_full_side_by_side_paragraph_by_paragraph(library, first, second):
    soup = _seen(library, first, document="resolution", language=first, beside=second)
    for language in (first, second):
        (document,) = [item for item in library if (item.id, item.language) == ("resolution", language)]
        assert _said(soup, language) == [_words(item.whole) for item in document.paragraphs]
    assert [one["id"] for one in soup.select("article")] == [item.id for item in document.paragraphs]
    assert all(len(one.select(".columns > div")) == 2 for one in soup.select("article"))


def test_the_contents_have_each_part_and_paragraph_by_its_label(library):
    soup = _seen(library, "ru", document="resolution", language="ru")
    assert [one.get_text() for one in soup.select(".contents .division")] == [
        "Преамбула",
        "Постановляющая часть",
        "Сноски",
    ]
    entries = soup.select(".contents ol ol a")
    assert len(entries) == len(soup.select("article"))
    (third,) = [one for one in entries if one.b.get_text() == "пункт 3 постановляющей части"]
    assert third["href"] == "?document=resolution&language=ru#OP3"
    assert third.span.get_text().startswith("рекомендует развивать международные партнерства")


@pytest.mark.parametrize(
    ("page", "badges"),
    [
        ("zh", ["原文"]),
        ("ru", ["рабочий перевод, не официальный текст", "оригинал"]),
        ("en", ["working translation, not official", "original"]),
    ],
)
def test_a_working_translation_is_told_to_be_one_and_comes_with_the_original(library, page, badges):
    soup = _seen(library, page)
    assert [one.get_text() for one in soup.select(".status span")] == badges
    assert len(soup.select("article")[0].select(".columns > div")) == len(badges)
    alone = _seen(library, page, beside="none")
    assert all(len(one.select(".columns > div")) == 1 for one in alone.select("article"))
    assert "beside=none#OP3" in str(alone)


def test_official_and_misread_texts_are_told_from_others():
    official = _document(Paragraph("OP1", "Decides.", recognized=True), Paragraph("OP2", "Asks."), symbol="A/RES/1/1")
    soup = _seen([official])
    assert [one.get_text() for one in soup.select(".status span")] == [
        "official text",
        "recognised in a picture, may be misread",
    ]
    assert [bool(one.select(".recognized")) for one in soup.select("article")] == [True, False]
    assert _seen([replace(official, symbol="", unread=(2, 3))]).select(".status span")[0].get_text() == "original"
    assert "2, 3" in _seen([replace(official, unread=(2, 3))]).header.get_text()


def test_footnotes_and_references_lead_on(library):
    soup = _seen(library, "en", document="resolution", language="en", beside="none")
    first = soup.find(id="PP1")
    assert first.sup.a["href"] == "?document=resolution&language=en&beside=none#FN1"
    assert first.sup.a["aria-label"] == "footnote 1"
    note = soup.find(id="FN1")
    assert note.select(".label a")[1].get_text() == "↩ preambular para. 1"
    assert note.select(".columns a")[0]["href"] == "https://docs.un.org/en/A/RES/217(III)"
    charter = next(one for one in first.select(".columns a") if "Charter" in one.get_text())
    assert charter["href"].startswith("https://")  # of the catalogue's card, since it has no symbol
    there = _document(Paragraph("ART1", "All human beings."), id="udhr", symbol="A/RES/217(III)")
    soup = _seen([*library, there], "en", document="resolution", language="en")
    assert soup.find(id="FN1").select(".columns a")[0]["href"] == "?document=udhr&language=en"


def test_a_table_is_one_and_its_cells_do_not_repeat_their_heads():
    rows = "State | 2023 | 2024\nChad | 2023: 5 | 2024: 7\nIn millions."
    soup = _seen([_document(Paragraph("¶1", "The figures:", below=rows))])
    assert [one.get_text() for one in soup.select("th")] == ["State", "2023", "2024"]
    assert [one.get_text() for one in soup.select("td")] == ["Chad", "5", "7"]
    assert [one.get_text() for one in soup.select("article .columns p")] == ["The figures:", "In millions."]


def test_what_one_language_lacks_leaves_a_place_and_what_is_misnumbered_is_all_there():
    en = _document(Paragraph("OP1", "One."), Paragraph("OP3", "Three."), Paragraph("OP3", "Again."))
    ru = _document(Paragraph("OP1", "Раз."), Paragraph("OP2", "Два."), Paragraph("OP3", "Три."), language="ru")
    (part,) = parts([en, ru], "en")
    assert [row.place for row in part.rows] == ["OP1", "OP2", "OP3", "OP3~2"]
    assert [[item and item.text for item in row.paragraphs] for row in part.rows][1] == [None, "Два."]
    soup = _seen([en, ru], language="en", beside="ru")
    assert soup.find(id="OP2").select(".none")
    assert "Again." in soup.find(id="OP3~2").get_text()


def test_parts_begin_with_headings_annexes_and_kinds():
    texts = ["HEAD", "PP1", "OP1", "ANNEX.1", "ANNEX2.1", "A.OP1", "FN1"]
    paragraphs = [Paragraph(name, "Words.") for name in texts] + [Paragraph("¶9", "Words.", heading="Chapter I")]
    names = [part.name for part in parts([_document(*paragraphs)], "en")]
    assert names == ["", "Preamble", "Operative part", "Annex", "Annex 2", "Part A", "Footnotes", ""]
    soup = _seen([_document(*paragraphs)])
    assert soup.select(".contents .division")[-1].get_text() == "Chapter I"
    assert soup.find(id="¶9").h3.get_text() == "Chapter I"


@pytest.mark.parametrize(
    ("page", "line"),
    [("zh", "文库中没有“A/1”。"), ("ru", "Текста «A/1» в библиотеке нет."), ("en", "“A/1” is not in the library.")],
)
def test_an_unknown_text_is_one_line_beside_the_choice_of_others(library, page, line):
    soup = _seen(library, page, document="A/1")
    assert [one.get_text() for one in soup.select("p")] == [line]
    assert [one["value"] for one in soup.select("select[name=document] option")] == ["A/1", "resolution"]


def test_a_text_is_found_by_its_symbol_and_a_card_where_there_is_no_text(library):
    assert _seen(library, document="a/79/l.94").find(id="OP7")
    card = _seen(library, document="A/RES/70/1", language="en")
    assert "https://docs.un.org/en/A/RES/70/1" in card.find(id="¶2").select(".columns a")[0]["href"]
    assert card.select(".status .card")


MARKUP = st.lists(
    st.sampled_from(
        [
            *("<script>x()</script>", "<img src=x onerror=x()>", "<a href='javascript:x()'>", "</article>", "&amp;"),
            *("[a](javascript:x())", "$$x$$", "https://e.org/\"onclick='x()'", '"', "'", "\u2028", "a", "字", "ж"),
            *("\n", " | ", ": "),
        ]
    ),
    min_size=1,
    max_size=8,
).map("".join)


@given(MARKUP, MARKUP, st.integers(0, 30), st.integers(0, 30))
def test_markup_in_texts_names_and_ids_of_texts_is_text(words, name, start, end):
    references = (Reference(start, end, name),) if start < end else ()
    paragraph = Paragraph("OP1", words, (Note(start, "FN1"),), heading=name, references=references, below=words)
    document = _document(paragraph, title=name, id=name, name=name, symbol=name, kind=name, became=name)
    card = replace(document, id=f"card:{name}", status="card")
    other = replace(document, language="ru", status="translation")
    html = text_view([document, other, card], "en", document=name, language="ru", beside="en")
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.select("script, img, article article")
    assert {one.name for one in soup.find_all()} <= {
        *("div", "button", "label", "span", "select", "option", "input", "output", "header", "p", "h2", "h3", "b", "a"),
        *("details", "summary", "nav", "ol", "li", "section", "article", "sup", "table", "tr", "td", "th"),
    }
    assert all(not key.startswith("on") for one in soup.find_all() for key in one.attrs)
    assert all(one["href"].startswith(("?document=", "https://")) for one in soup.select("a"))
    whole = _words(text_view([replace(document, paragraphs=(replace(paragraph, below=""),))], "en", name))
    assert _words(escape(words)) in re.sub(r"<(?:sup|a)[^>]*>|\d</a></sup>|</a>", "", whole)

    citation = Citation(name, "OP1", name, words, "ru", "translation", 1.0, ((0, len(words)),), references)
    answer = Answer("?", f"{words} [{name}]", "en", False, (citation,))
    assert plain(answer_html(answer)) == answer.text
    for html in (answer_html(answer), kept(answer, Shelf([document, other]))):
        assert not BeautifulSoup(html, "html.parser").select("script, img")


def _cited(text, quote, label="operative para. 3"):
    place = text.index(f" [{label}]")
    return Answer("?", text, "en", False, (Citation("d", "OP3", label, quote, "en", "original", 1.0, ((0, place),)),))


def test_a_citation_is_a_link_and_the_words_that_it_rests_on_are_told_from_others():
    quote = "Encourages States to build, entitled “The Pact for the Future”, a regional centre\nin Dushanbe;"
    said = "In Dushanbe. “… entitled “The Pact for the Future”, a regional centre in Dushanbe …” [operative para. 3]"
    soup = BeautifulSoup(answer_html(_cited(said, quote)), "html.parser")
    assert [one.get_text() for one in soup.select(".quoted")] == [
        "entitled “The Pact for the Future”, a regional centre in Dushanbe"
    ]
    assert soup.a.get_text() == "[operative para. 3]"
    assert soup.a["href"] == here("d", "en", "OP3") == "?document=d&language=en#OP3"


def test_words_that_are_not_in_the_paragraph_are_not_marked():
    soup = BeautifulSoup(
        answer_html(_cited("A centre is built in Paris. [operative para. 3]", "Words.")), "html.parser"
    )
    assert not soup.select(".quoted")


def test_the_original_words_stand_beside_a_translation_that_is_cited(library):
    (ru,) = [item for item in library if (item.id, item.language) == ("resolution", "ru")]
    words = ru["OP3"].text
    cited = Citation("resolution", "OP3", "п. 3", words, "ru", "translation", 1.0, ((0, 5),))
    assert "A/79/L.94" in kept(Answer("?", words, "ru", False, citations=(cited,)), Shelf(library))
    card = BeautifulSoup(
        kept(Answer("?", "Слова [п. 3]", "ru", False, (cited,)), Shelf(library)), "html.parser"
    ).article
    assert [one["lang"] for one in card.select("p")] == ["ru", "zh"]
    assert "杜尚别" in card.select("p")[1].get_text()


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("zh", "文本正在准备"),
        ("ru", "Тексты готовятся"),
        ("en", "The texts are being prepared"),
        ("fr", "The texts are"),
    ],
)
def test_the_route_says_that_there_is_no_index_yet_and_then_gives_the_text(tmp_path, page, line):
    settings = Settings(index_dir=tmp_path / "index")
    with TestClient(Starlette(routes=routes(settings))) as client:
        early = client.get("/text", params={"page": page})
        assert (early.status_code, line in early.text) == (503, True)
        if page == "ru":
            build_index(settings, WordEmbedder(), [ROOT / "corpus"])
            late = client.get(
                "/text", params={"page": "ru", "document": "resolution", "language": "zh", "beside": "en"}
            )
            assert (late.status_code, late.headers["content-type"]) == (200, "text/html; charset=utf-8")
            assert late.text.count("<article ") == 25
