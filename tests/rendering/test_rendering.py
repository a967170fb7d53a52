"""Sheets as text, Markdown, web pages and Word files."""

import io
import re
from html.parser import HTMLParser

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.rendering import Run, Sheet, Table, as_docx, as_html, as_markdown, as_text, line

SHEET = Sheet(
    "К <проекту> резолюции",
    "ru",
    (
        line("Кого просят", kind="heading"),
        line("Пункт 1: ", Run("просит", "deleted"), Run("призывает", "inserted"), " государства", kind="item"),
        line(Run("请秘书长", language="zh"), Run(" (первоначальный текст)", "small"), kind="item"),
        line("Всё."),
        Table(("Кто", "Что"), (((Run("государства"),), (Run("3 | 4 < 5", "strong"),)),)),
    ),
)


class Words(HTMLParser):
    """The words of a page, and the tags that are open and not closed."""

    def __init__(self, page):
        super().__init__()
        self.words, self.open, self.langs = "", [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.langs += [value for name, value in attributes if name == "lang"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words += data


def test_text_marks_what_was_deleted_and_inserted():
    assert as_text(SHEET).splitlines() == [
        "К <проекту> резолюции",
        "=====================",
        "",
        "Кого просят",
        "- Пункт 1: [-просит-]{+призывает+} государства",
        "- 请秘书长 (первоначальный текст)",
        "",
        "Всё.",
        "- государства | 3 | 4 < 5",
    ]


def test_markdown_is_read_as_it_was_meant():
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(as_markdown(SHEET))
    assert "<h1>К &lt;проекту&gt; резолюции</h1>" in page
    assert "<h2>Кого просят</h2>" in page
    assert "<li>Пункт 1: <del>просит</del><ins>призывает</ins> государства</li>" in page
    assert "<td><strong>3 | 4 &lt; 5</strong></td>" in page
    assert page.count("<ul>") == 1


@pytest.mark.parametrize("words", ["2030.", ", and others,", "，特别是小国，", "- a", "1) b", "&lt;", "# c"])
@pytest.mark.parametrize(("mark", "tag"), [("deleted", "del"), ("inserted", "ins"), ("", "")])
def test_markdown_keeps_marks_beside_punctuation_and_signs_as_they_are(words, mark, tag):
    marked = line(Run(words, mark), " States") if not mark else line("States", Run(words, mark), "请")
    page = MarkdownIt("commonmark", {"html": True}).render(as_markdown(Sheet("t", "en", (marked,))))
    assert (f"<{tag}>" in page) == bool(tag)
    assert words in Words(page).words
    assert "\\" not in Words(page).words


def test_a_web_page_is_whole_says_its_languages_and_loads_nothing():
    page = as_html(SHEET)
    read = Words(page)
    assert not read.open
    assert read.langs == ["ru", "zh"]
    assert "<del>просит</del><ins>призывает</ins>" in page
    assert "3 | 4 < 5" in read.words
    assert not re.search(r"https?://|url\(|<script", page)


def test_a_word_file_has_headings_languages_and_marks():
    document = docx.Document(io.BytesIO(as_docx(SHEET)))
    said = [(item.style.name, item.text) for item in document.paragraphs if item.text]
    assert said == [
        ("Heading 1", "К <проекту> резолюции"),
        ("Heading 2", "Кого просят"),
        ("List Bullet", "Пункт 1: проситпризывает государства"),
        ("List Bullet", "请秘书长 (первоначальный текст)"),
        ("Normal", "Всё."),
    ]
    runs = {run.text: run for item in document.paragraphs for run in item.runs}
    assert runs["просит"].font.strike
    assert runs["призывает"].font.underline
    assert 'w:eastAsia="zh-CN"' in runs["请秘书长"]._r.xml
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Кто", "Что"],
        ["государства", "3 | 4 < 5"],
    ]
    assert document.core_properties.language == "ru-RU"
    assert document.core_properties.author == ""


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@pytest.mark.parametrize("mark", ["", "strong", "deleted", "inserted", "small"])
@given(words=WORDS)
def test_no_words_are_lost_or_read_as_signs(mark, words):
    sheet = Sheet(words, "en", (line(Run(words, mark)), line("a", Run(words, mark), "b", kind="item")))
    assert words in Words(as_html(sheet)).words
    document = docx.Document(io.BytesIO(as_docx(sheet)))
    assert document.paragraphs[1].text.replace("\ufffd", "") in words
    assert words.strip() in as_text(sheet)
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(as_markdown(sheet))
    assert "<script" not in page.lower()
    assert "".join(words.split()) in "".join(Words(page).words.split())
