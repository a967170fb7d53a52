"""Documents that readers of the page add, fetch and remove, without a browser."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from assistant import AssistantError, Settings
from assistant.answer import Answer
from assistant.documents import Document, Paragraph
from assistant.documents.doubts import Gap, Unread
from assistant.errors import AssistantError as Refusal
from assistant.index.storage import read_documents
from assistant.library.additions import Addition
from assistant.lookup.absent import absent
from assistant.page import library as page_library
from assistant.page.answers import answer_html, missing, plain
from assistant.page.documents_panel import drop_zone
from assistant.page.library import Library, may_change, wanted
from assistant.page.library_view import listed, offers, report
from tests.service import SYMBOL

LAKE = "2. Lake Karakul lies in Tajikistan and is 236 metres deep.\n\n3. It is salty.\n\n4. It is cold."
RECORD = "A/RES/78/265"


def _soup(html):
    return BeautifulSoup(html, "html.parser")


def _said(html):
    return " ".join(_soup(html).get_text(" ").split())


@pytest.fixture
def library(scripted):
    assistant = scripted("It is 236 metres deep.")
    assistant.main  # noqa: B018  (has the index built)
    return Library(assistant)


def _file(folder, name, content=LAKE):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["正在读取 lake.txt（第 1 个，共 3 个文件）", "正在为检索准备文本", "已添加：", "共 3 段", "未添加："]),
        ("ru", ["Читается lake.txt (файл 1 из 3)", "готовятся к поиску", "Добавлено:", "3 абзаца", "Не добавлено:"]),
        ("en", ["Reading lake.txt (file 1 of 3)", "Preparing the texts", "Added:", "3 paragraphs", "Not added:"]),
    ],
)
def test_files_are_taken_in_one_by_one_and_what_is_refused_loses_no_other(library, tmp_path, language, lines):
    files = [_file(tmp_path, "lake.txt"), _file(tmp_path, "broken.pdf", b"%PDF-1.4"), _file(tmp_path, "x.exe", b"MZ")]
    states = list(library.add(files, language))
    whole = " ".join(map(_said, states))
    assert [line for line in lines if line not in whole] == []
    last = _soup(states[-1])
    assert last.select_one(".added a")["href"] == "?document=lake&language=en"
    (doubt,) = last.select(".doubts li")
    assert "lake" in doubt.get_text() and not last.select(".sure")
    refused = [one.get_text() for one in last.select(".refused li")]
    assert [name for name in ("broken.pdf", "x.exe") if not any(name in line for line in refused)] == []
    assert str(tmp_path) not in states[-1]  # nobody reads where the server keeps what
    answer = library._assistant.ask("How deep is Lake Karakul in Tajikistan?", documents=["lake"])
    assert "236" in answer.evidence[0].text


def test_a_text_that_is_there_is_told_and_another_under_its_name_has_to_go_first(library, tmp_path):
    list(library.add([_file(tmp_path, "lake.txt")], "en"))
    *_, again = library.add([_file(tmp_path, "lake.txt")], "en")
    assert "Was there already:" in _said(again)
    *_, other = library.add([_file(tmp_path, "lake.txt", "Another lake.")], "en")
    assert "Remove that in the list below" in _said(other)
    assert "assistant corpus" not in other


def test_what_was_added_is_removed_and_nothing_else(library, tmp_path):
    list(library.add([_file(tmp_path, "lake.txt")], "en"))
    there = _soup(library.listed("ru"))
    assert there.summary.get_text() == "В библиотеке 2 текста"
    assert [one["data-remove"] for one in there.select("[data-remove]")] == ["lake"]
    *_, removed = library.remove("lake", "ru")
    assert _said(removed).startswith("Удалено: Lake Karakul")
    assert {item.id for item in read_documents(library._settings.index_path) if item.status != "card"} == {"resolution"}
    assert not _soup(library.listed("ru")).select("[data-remove]")
    *_, refused = library.remove("resolution", "ru")
    assert "resolution" in _said(refused) and _soup(refused).select(".refused")


def test_official_texts_are_fetched_and_offline_is_one_line(library, service, monkeypatch):
    library._settings = library._settings.model_copy(update={"documents_url": service.address})
    states = list(library.fetch(SYMBOL, "ru"))
    assert len(_soup(states[-1]).select(".added > li")) == 3
    assert SYMBOL in _said(states[-1])

    def offline(*_):
        yield Refusal("fetch_offline", url="https://documents.un.org", reason="no route")

    monkeypatch.setattr(page_library, "fetch", offline)
    *_, last = library.fetch(RECORD, "zh")
    assert len(_soup(last).select(".refused li")) == 1
    assert "无法" in _said(last)


def test_two_changes_take_turns(library, tmp_path):
    library._turn.acquire()
    states = library.add([_file(tmp_path, "lake.txt")], "en")
    assert "yours comes next" in _said(next(states))
    library._turn.release()
    assert "Added:" in _said(list(states)[-1])


def test_an_unexpected_error_is_a_line(library, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(page_library.additions, "add", lambda *_: 1 / 0)
    *_, last = library.add([_file(tmp_path, "lake.txt")], "ru")
    assert "Непредвиденная ошибка" in _said(last)
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert not library._turn.locked()


@pytest.mark.parametrize(
    ("asked", "symbols"),
    [
        ("A/RES/78/265", ["A/RES/78/265"]),
        (" A/RES/78/265, A/RES/79/1；78/311 ", ["A/RES/78/265", "A/RES/79/1", "78/311"]),
        ("https://docs.un.org/ru/A/RES/78/265", ["A/RES/78/265"]),
        ("A/RES/78/265 A/RES/78/265", ["A/RES/78/265"]),
        ("resolution", ["A/79/L.94"]),
    ],
)
def test_symbols_addresses_and_names_are_asked_for(asked, symbols):
    assert wanted(asked, [_text()]) == symbols


@pytest.mark.parametrize(("asked", "key"), [(" ,", "adding_no_symbol"), ("A/1 " + "B/1 C/1 " * 9, "")])
def test_nothing_is_no_symbol(asked, key):
    if key:
        with pytest.raises(AssistantError) as caught:
            wanted(asked, ())
        assert caught.value.key == key
    else:
        assert len(wanted(asked, ())) == 3
        with pytest.raises(AssistantError):
            wanted(" ".join(f"A/{n}" for n in range(11)), ())


@pytest.mark.parametrize(
    ("settings", "may"),
    [
        ({}, True),
        ({"host": "0.0.0.0", "password": "x"}, True),
        ({"open": True, "password": "x"}, True),
        ({"host": "0.0.0.0", "open": True}, False),
        ({"open": True}, False),
        ({"hosts": "ask.example.org"}, False),
    ],
)
def test_only_this_machine_and_those_who_know_the_password_change_the_library(settings, may):
    assert may_change(Settings(**settings)) is may


def _text(**more):
    return Document("resolution", "en", "Title", (Paragraph("OP1", "Words."),), symbol="A/79/L.94", **more)


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "获取 A/RES/79/1"), ("ru", "Загрузить A/RES/79/1"), ("en", "Fetch A/RES/79/1")],
)
def test_an_absent_text_is_offered_by_a_button_and_no_command(language, said):
    found = absent([("A/RES/79/1", ""), ("the Pact", "")], [_text()], language)
    answer = Answer("?", found.text, language, True)
    assert missing(answer) == ["A/RES/79/1", ""]
    html = answer_html(answer)
    assert plain(html) == answer.text  # a follow-up is read with all of it
    shown = _soup(html)
    for one in shown.select(".command"):
        one.decompose()
    assert "assistant corpus" not in shown.get_text()
    assert "A/RES/79/1" in shown.get_text() and "the Pact" in shown.get_text()
    fetch, add = _soup(offers(missing(answer), language)).select("button")
    assert (fetch.select_one(".symbol").get_text(), fetch.get_text()) == ("A/RES/79/1", said)
    assert add["class"] == ["adds"]


MARKUP = st.lists(
    st.sampled_from(["<script>x()</script>", "<img src=x onerror=x()>", '"', "'", "&amp;", "a", "字", "\n"]),
    min_size=1,
    max_size=6,
).map("".join)


@given(MARKUP)
def test_markup_in_names_titles_and_symbols_is_text(name):
    document = replace(_text(), id=name, title=name, symbol=name)
    added = Addition(document, True, (Gap("OP1", "OP3"), Unread((2,))))
    refused = [Refusal("library_other", path=Path(f"x/{name}"), document=name, language="en")]
    for html in (
        report([added], refused, "en"),
        listed([document], {name}, "en"),
        offers([name], "en"),
        drop_zone("en"),
    ):
        soup = _soup(html)
        assert not soup.select("script, img")
        assert all(not key.startswith("on") for one in soup.find_all() for key in one.attrs)
        assert all(one["href"].startswith("?document=") for one in soup.select("a"))
