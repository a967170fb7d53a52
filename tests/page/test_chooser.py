"""Which texts a reader can have a question answered from, and a real Chromium in which one is chosen."""

from dataclasses import replace

import pytest

from assistant import Assistant, Settings
from assistant.documents import Document, Paragraph
from assistant.index.building import build_index
from assistant.library import additions
from assistant.messages import text
from assistant.page.chooser import NOTHING, choices, listing
from assistant.page.conversation import failed, respond
from assistant.page.serving import launch
from tests.conftest import BlockedEngine, ScriptedEngine, WordEmbedder
from tests.page.visits import free_port

QUESTION = "How deep is Lake Karakul in Tajikistan?"
LAKE = "1. Lake Karakul lies in Tajikistan and is 236 metres deep.\n\n2. It is salty."
SOON = 20_000  # ms


def _update(settings):
    build_index(settings, WordEmbedder(), additions.corpus_sources(settings))


def _add(settings, name, text):
    file = settings.index_dir.parent / name
    file.write_text(text, encoding="utf-8")
    additions.add([file], settings)
    _update(settings)


def _remove(settings, name):
    additions.remove(name, settings)
    _update(settings)


def _text(document, language="en", title="A title", **more):
    return Document(document, language, title, (Paragraph("1", "Words."),), **{"name": document, **more})


def _names(documents, language="en"):
    return [name for name, _ in choices(documents, language)]


@pytest.fixture
def settings(tmp_path):
    """Settings whose index has the corpus that comes with the project."""
    made = Settings(index_dir=tmp_path / "index")
    _update(made)
    return made


def test_full_texts_are_offered_once_and_no_cards_the_main_one_first():
    main = [_text("main", language, title, name="") for language, title in (("en", "Role"), ("zh", "作用"))]
    card = _text("card:A/RES/1/1", title="Card", status="card")
    empty = replace(_text("scan"), paragraphs=())
    offered = choices([_text("a", title="First"), card, empty, *main], "zh")
    assert offered == [("main · 作用", "main"), ("a · First", "a")]


def test_a_name_is_in_the_readers_language_where_the_text_is_there():
    texts = [_text("pact", "en", "The Pact", symbol="A/RES/79/1"), _text("pact", "ru", "Пакт", symbol="A/RES/79/1")]
    named = {language: _names(texts, language) for language in ("zh", "ru", "en")}
    assert named == {"zh": ["A/RES/79/1 · The Pact"], "ru": ["A/RES/79/1 · Пакт"], "en": ["A/RES/79/1 · The Pact"]}


def test_a_text_without_symbol_goes_by_its_name_else_by_id_and_title():
    aliases = (("宪章", ""), ("Устав ООН", ""), ("Chapter I", "1"), ("The Charter", ""))
    charter = [_text("charter", language, "WE THE PEOPLES", aliases=aliases) for language in ("en", "ru", "zh")]
    assert [_names(charter, language) for language in ("zh", "ru", "en")] == [["宪章"], ["Устав ООН"], ["The Charter"]]
    assert _names([_text("note", title="A\n note"), _text("b", title="b"), _text("c", title="")]) == [
        "note · A note",
        "b",
        "c",
    ]


@pytest.mark.parametrize(("title", "length"), [("word " * 40, 64), ("字" * 60, 32)])
def test_a_long_title_is_cut(title, length):
    (shown,) = _names([_text("d", title=title, symbol="A/1")])
    assert shown.startswith("A/1 · ")
    assert shown.endswith("…")
    assert length - 2 <= len(shown) <= length + 4


def test_the_list_follows_the_index_and_waits_for_no_model(settings):
    folder = settings.index_path
    alone, known = listing(folder, "en", [], NOTHING)
    assert (len(alone["choices"]), alone["visible"]) == (1, False)
    assert listing(folder, "en", [], known) is None
    _add(settings, "lake.en.txt", LAKE)
    both, after = listing(folder, "en", [], known)
    assert [name for _, name in both["choices"]] == ["resolution", "lake"]
    assert both["visible"]
    assert "value" not in both  # what is chosen meanwhile stays
    labels = {language: listing(folder, language, [], after) for language in ("zh", "ru", "en")}
    assert labels["en"] is None
    assert [labels[language][0]["label"][:2] for language in ("zh", "ru")] == ["答复", "От"]


def test_without_an_index_nothing_is_offered_yet(tmp_path):
    assert listing(tmp_path / "none", "en", [], NOTHING) is None


def test_a_chosen_text_that_is_gone_stays_until_a_question_has_met_that(settings):
    _add(settings, "lake.en.txt", LAKE)
    _, known = listing(settings.index_path, "en", [], NOTHING)
    _remove(settings, "lake")
    kept, known = listing(settings.index_path, "en", ["lake"], known)
    assert kept["choices"][-1] == ("lake", "lake")
    assert "value" not in kept
    gone, _ = listing(settings.index_path, "en", ["lake", "resolution"], known, failed=True)
    assert (gone["value"], gone["visible"]) == (["resolution"], False)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("湖在哪里？", "语料中没有文档“lake”"),
        ("Где озеро?", "Документа «lake» нет"),
        ("Where is the lake?", "There is no document lake"),
    ],
)
def test_an_answer_comes_from_the_chosen_text_or_is_a_line(settings, asked, line):
    assistant = Assistant(settings, embedder=WordEmbedder(), engine=ScriptedEngine("It is 236 metres deep."))
    _add(settings, "lake.en.txt", LAKE)
    *_, turns = respond(assistant, QUESTION, [], "en", documents=["lake"])
    assert "236" in turns[-1]["content"][-1]
    assert "document=resolution" not in turns[-1]["content"][-1]
    assert not failed(turns)
    *_, turns = respond(assistant, QUESTION, [], "en", documents=["resolution"])
    assert "236" not in turns[-1]["content"][-1]
    _remove(settings, "lake")
    *_, turns = respond(assistant, asked, [], "en", documents=["lake"])
    assert line in turns[-1]["content"][0]
    assert failed(turns)


@pytest.fixture
def opened(browser, settings):
    """A page in Russian over the resolution and a text on a lake, and the model that answers there."""
    _add(settings, "lake.en.txt", LAKE)
    engine = BlockedEngine("It is 236 metres deep.")
    served_at = settings.model_copy(update={"port": free_port()})
    served, address = launch(Assistant(served_at, embedder=WordEmbedder(), engine=engine))
    context = browser.new_context(locale="ru-RU")
    page = context.new_page()
    page.set_default_timeout(SOON)
    page.goto(address)
    page.wait_for_selector("#texts input")
    yield page, engine, settings
    engine.go_on.set()
    context.close()
    served.close(verbose=False)


def _ask(page, question=QUESTION):
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")


def _answered(page, questions):
    """Wait until that many questions stand in the conversation and none is being answered."""
    page.wait_for_function("n => document.querySelectorAll('#chat .user.message').length == n", arg=questions)
    page.wait_for_selector("#send:not([disabled])")


@pytest.mark.browser
def test_a_reader_chooses_a_text_and_asks_it(opened):
    page, engine, settings = opened
    engine.go_on.set()
    page.wait_for_selector(f"#texts >> text={text('page_texts', 'ru')}")
    page.click("#texts input")
    page.click("[role=option]:has-text('A/79/L.94 · Роль')")
    page.click("#language label:has-text('English')")
    page.wait_for_selector(f"#texts >> text={text('page_texts', 'en')}")
    page.wait_for_selector("#texts >> text=A/79/L.94 · The role")  # is still chosen
    page.click("#texts input")
    for name in ("A/79/L.94 · The role", "lake"):
        page.click(f"[role=option]:has-text('{name}')")
    _ask(page)
    _answered(page, 1)
    assert page.text_content("#chat article.cited header").startswith("lake")
    texts = page.eval_on_selector_all("#chat article small", "all => all.map(one => one.textContent)")
    assert texts and all(one.startswith("lake") for one in texts)

    _remove(settings, "lake")
    _ask(page)
    page.wait_for_selector("text=There is no document lake")
    page.wait_for_selector("#texts", state="hidden")
    assert page.input_value("#question textarea") == QUESTION
    page.click("#send")
    _answered(page, 3)
    assert page.text_content("#chat article header small >> nth=-1").startswith("A/79/L.94")

    _add(settings, "trees.en.txt", "1. Trees are planted each spring.")
    page.click("#question textarea")
    page.click("#texts input")
    page.wait_for_selector("[role=option]:has-text('trees')")


@pytest.mark.browser
def test_a_question_that_is_sent_while_another_is_answered_comes_after_it(opened):
    page, engine, _ = opened
    _ask(page)
    assert engine.blocked.wait(20)
    page.wait_for_selector("#chat article")
    assert page.input_value("#question textarea") == ""
    _ask(page, "Is it salty?")
    page.press("#question textarea", "Enter")  # by a reader who can't wait
    page.wait_for_timeout(500)
    engine.go_on.set()
    _answered(page, 2)
    page.wait_for_timeout(500)
    _answered(page, 2)
    assert page.input_value("#question textarea") == ""
    assert "Is it salty?" in page.inner_text("#chat")


@pytest.mark.browser
def test_an_example_leaves_what_is_typed(opened):
    page, engine, _ = opened
    engine.go_on.set()
    page.fill("#question textarea", QUESTION)
    page.click(".example:visible >> nth=1")
    _answered(page, 1)
    assert page.input_value("#question textarea") == QUESTION
