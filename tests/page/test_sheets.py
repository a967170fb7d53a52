"""Briefs, comparisons and tables of acts in the pane, and the tasks that lead there; a stand-in for the model."""

import io

import pytest
import requests
from bs4 import BeautifulSoup
from docx import Document as WordFile
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant, Settings
from assistant.page.serving import launch
from assistant.page.sheets import sheet_view
from assistant.page.tasks import tasks_panel
from assistant.rendering import Place, Run, Sheet, as_fragment, as_html, line
from tests.conftest import ScriptedEngine, WordEmbedder
from tests.page.visits import free_port, opening

SOON = 15_000  # ms


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """(the assistant, the address of its page) over the resolution and another text in English."""
    home = tmp_path_factory.mktemp("sheets")
    corpus = home / "library"
    corpus.mkdir()
    other = "The General Assembly,\n\n1. Requests States to build a centre;\n\n2. Requests a report <b>x</b>."
    (corpus / "other.en.txt").write_text(other, encoding="utf-8")
    port = free_port()
    settings = Settings(index_dir=home / "index", library_dir=corpus, cache_dir=home / "cache", port=port)
    assistant = Assistant(settings, embedder=WordEmbedder(), engine=ScriptedEngine("In Dushanbe."))
    assistant.main  # noqa: B018  (has the index built)
    served, url = launch(assistant)
    yield assistant, url
    served.close(verbose=False)


def _soup(html):
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("page", ["zh", "ru", "en"])
def test_each_citation_of_a_brief_leads_to_its_paragraph(address, page):
    soup = _soup(sheet_view(address[0], "brief", page))
    links = soup.select(".sheet small a")
    assert len(links) > 20
    assert all(one["href"].startswith(f"?document=resolution&language={page}#") for one in links)
    assert soup.select_one(".sheet")["lang"] == page


def test_a_comparison_marks_what_was_deleted_and_inserted(address):
    soup = _soup(sheet_view(address[0], "compare", "en", "resolution", "en", "other"))
    assert {"?document=resolution", "?document=other"} <= {one["href"].split("&")[0] for one in soup.select(".sheet a")}
    assert soup.select("select[name=with] option[selected]")[0]["value"] == "other"
    assert not soup.select(".sheet b, script")  # markup in a text is text
    assert "Choose the text" in sheet_view(address[0], "compare", "en")


@pytest.mark.parametrize("view", ["brief", "acts", "compare"])
def test_what_is_wrong_is_a_line(address, view):
    soup = _soup(sheet_view(address[0], view, "ru", "<img src=x>", "xx", "other"))
    assert "<img src=x>" in soup.select_one(".missing").get_text()
    assert not soup.select("img")


@given(st.text(st.sampled_from("<>&\"'12[], –\n"), max_size=12), st.lists(st.sampled_from(["1", "2", "<", "12"])))
def test_a_fragment_says_what_the_sheet_says(words, said):
    places = tuple(Place("d", "en", f"OP{one}", one) for one in said)
    sheet = Sheet("T", "en", (line(Run(words, "small", places=places)),))
    soup = _soup(as_fragment(sheet, lambda place: f"?{place.paragraph}"))
    assert soup.p.get_text() == _soup(as_html(sheet)).p.get_text()
    assert all(one.get_text() == one["href"].removeprefix("?OP") for one in soup.select("a"))


def test_a_number_is_not_linked_within_another():
    places = (Place("d", "en", "OP1", "1"), Place("d", "en", "OP12", "12"))
    sheet = Sheet("T", "en", (line(Run("paras. 12, 1–3", "small", places=places)),))
    links = _soup(as_fragment(sheet, lambda place: f"?{place.paragraph}")).select("a")
    assert [(one.get_text(), one["href"]) for one in links] == [("12", "?OP12"), ("1", "?OP1")]


@pytest.mark.parametrize(("page", "first"), [("zh", "提出问题"), ("ru", "Задать вопрос"), ("en", "Ask a question")])
def test_six_tasks_are_named_in_the_readers_language(page, first):
    named = [one.get_text() for one in _soup(tasks_panel(page)).select("button, a")]
    assert (len(named), named[0]) == (6, first)


@pytest.fixture
def opened(browser, address):
    with opening(browser, SOON, 900) as visit:

        def open_page(locale="en-GB", query="", width=1280):
            page = visit(f"{address[1]}{query}", locale, width)
            page.wait_for_selector(f"#tasks .tasks:lang({locale[:2]})", state="attached")
            page.wait_for_selector(f"#reader .tools[lang={locale[:2]}]", state="attached")
            return page

        yield open_page


@pytest.mark.browser
@pytest.mark.parametrize(
    ("locale", "example"), [("zh-CN", "区域人工"), ("ru-RU", "Где предлагается"), ("en-GB", "Where is")]
)
def test_tasks_lead_to_a_brief_and_to_a_table_that_keys_sort(opened, locale, example):
    page = opened(locale)
    shown = page.locator(".example:visible")
    assert (shown.count(), shown.first.inner_text()[: len(example)]) == (2, example)
    page.focus("#tasks a[href='?view=brief']")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reader .sheet small a")
    assert page.url.endswith("?view=brief")
    assert page.get_attribute("#tasks a[href='?view=brief']", "aria-current") == "page"
    page.click("#tasks .look")
    page.wait_for_function("document.activeElement.name === 'find'")
    page.click("#tasks a[href='?view=acts']")
    page.wait_for_selector("#reader .acts")
    verbs = "all => all.map(row => row.cells[2].textContent)"
    before = page.eval_on_selector_all("#reader .acts tbody tr", verbs)
    for way in ("ascending", "descending"):
        page.focus("#reader th .sort >> nth=2")
        page.keyboard.press("Enter")
        assert page.get_attribute("#reader th >> nth=2", "aria-sort") == way
    after = page.eval_on_selector_all("#reader .acts tbody tr", verbs)
    assert after != before and sorted(after) == sorted(before)
    page.click("#reader th .sort >> nth=0")
    assert page.eval_on_selector_all("#reader .acts tbody tr", verbs) == before
    page.click("#reader .acts a >> nth=0")
    page.wait_for_selector("#reader article.here")


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["zh-CN", "ru-RU", "en-GB"])
@pytest.mark.parametrize("query", ["?view=brief&document=resolution", "?view=compare&document=resolution&with=other"])
def test_a_brief_and_a_comparison_are_saved_as_word_and_markdown(opened, locale, query):
    page = opened(locale, f"{query}&language=en")
    page.wait_for_selector("#reader .sheet a")
    said = page.inner_text("#reader .sheet h2")
    for number, kind in enumerate(("docx", "md")):
        page.focus(f"#reader .take a >> nth={number}")
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        assert download.value.suggested_filename.endswith(f".{kind}")
        file = download.value.path().read_bytes()
        words = (
            "\n".join(part.text for part in WordFile(io.BytesIO(file)).paragraphs) if kind == "docx" else file.decode()
        )
        assert said in words.replace("\\", "")


def test_a_file_of_a_text_that_is_not_there_is_a_line(address):
    reply = requests.get(f"{address[1]}brief?document=nothing&language=ru&page=ru&format=docx", timeout=30)
    assert (reply.status_code, "nothing" in reply.text) == (404, True)


@pytest.mark.browser
def test_an_address_opens_a_comparison_and_a_choice_changes_it(opened):
    page = opened(query="?view=compare&document=resolution&with=other&language=en", width=390)
    page.wait_for_selector("#reader .sheet a")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.select_option("#reader select[name=with]", "")
    page.wait_for_selector("#reader .missing")
    page.go_back()
    page.wait_for_selector("#reader .sheet a")
