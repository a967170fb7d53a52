"""Documents in the page in a real Chromium, from a file to a cited answer on it; a stand-in for the model."""

import pytest

from assistant import Assistant, Settings
from assistant.page.serving import launch
from tests.conftest import SHARED, ScriptedEngine, WordEmbedder
from tests.page.visits import free_port, opening

pytestmark = pytest.mark.browser

PDF = SHARED / "undocs" / "library" / "A_RES_78_311-EN.pdf"
ASKED = "What does A/RES/78/311 say on narrowing artificial intelligence and other digital divides?"
LAKE = "1. Lake Karakul lies in Tajikistan and is 236 metres deep.\n\n2. It is salty."
SOON = 15_000  # ms


@pytest.fixture
def opened(browser, tmp_path):
    """A function that opens the page in a browser of ``locale`` and ``width``, with settings of its own."""
    served = []
    with opening(browser, SOON, 900) as visit:

        def open_page(locale="en-GB", width=1280, **settings):
            home = {name: tmp_path / name.removesuffix("_dir") for name in ("index_dir", "library_dir", "cache_dir")}
            made = Settings(**home, port=free_port(), **settings)
            engine = ScriptedEngine("Artificial intelligence divides.")
            assistant = Assistant(made, embedder=WordEmbedder(), engine=engine)
            assistant.__dict__["_kind"] = lambda _: "fact"
            assistant.main  # noqa: B018  (has the index built)
            own, address = launch(assistant)
            served.append(own)
            page = visit(address, locale, width)
            page.wait_for_selector("#question textarea", state="attached")
            page.wait_for_selector(f"#tasks .tasks:lang({locale[:2]})")
            return page

        yield open_page
    for one in served:
        one.close(verbose=False)


def _open_panel(page):
    page.focus("#tasks [aria-controls=documents]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#documents")


def _upload(page, *files):
    page.set_input_files("#documents input[type=file]", [str(file) for file in files])


def _done(page):
    page.wait_for_selector("#report .report")
    page.wait_for_selector("#files:not([disabled])")


@pytest.mark.parametrize(
    ("locale", "button", "added"),
    [
        ("zh-CN", "添加文件", ["已添加：", "共 32 段", "没有疑点"]),
        ("ru-RU", "Добавить документ", ["Добавлено:", "32 абзаца", "Сомнений нет"]),
        ("en-GB", "Add a document", ["Added:", "32 paragraphs", "Nothing in doubt"]),
    ],
)
def test_from_an_uploaded_pdf_to_a_cited_answer_without_leaving_the_page(opened, locale, button, added):
    if not PDF.exists():
        pytest.skip("../shared/undocs/library/A_RES_78_311-EN.pdf is not there")
    page = opened(locale)
    before = page.url
    assert page.inner_text("#tasks [aria-controls=documents]") == button
    assert page.is_hidden("#documents")
    _open_panel(page)
    _upload(page, PDF)
    _done(page)
    said = page.inner_text("#report")
    assert [words for words in [*added, "A/RES/78/311", "English"] if words not in said] == []
    page.fill("#question textarea", ASKED)
    page.press("#question textarea", "Enter")
    page.wait_for_selector("#chat article a.citation", state="attached")
    page.wait_for_selector("#send:not([disabled])")
    page.click("#chat .answer a.citation[href*='A/RES/78/311']")
    page.wait_for_selector("#reader article.here")
    assert "artificial intelligence" in page.inner_text("#reader article.here").lower()
    assert page.url.partition("?")[0] == before.partition("?")[0]


@pytest.mark.parametrize(
    ("locale", "refused", "broken"),
    [
        ("zh-CN", "已跳过 run.exe", "broken.pdf"),
        ("ru-RU", "Файл run.exe пропущен", "Файл broken.pdf не читается"),
        ("en-GB", "File run.exe was skipped", "File broken.pdf can't be read"),
    ],
)
def test_what_can_not_be_read_is_said_and_loses_no_other(opened, tmp_path, locale, refused, broken):
    for name, content in (("run.exe", b"MZ"), ("broken.pdf", b"%PDF-1.4 x"), ("lake.txt", LAKE.encode())):
        (tmp_path / name).write_bytes(content)
    page = opened(locale)
    _open_panel(page)
    _upload(page, tmp_path / "run.exe")
    page.wait_for_selector("#drop .refusals li")
    assert page.locator("#report .report").count() == 0
    _upload(page, *(tmp_path / name for name in ("run.exe", "broken.pdf", "lake.txt")))
    _done(page)
    assert refused in page.inner_text("#drop .refusals")
    assert broken in page.inner_text("#report .refused")
    page.click("#report .added a")
    page.wait_for_selector("#reader article >> text=236 metres deep")


def test_files_are_dropped_and_texts_removed(opened, tmp_path):
    page = opened()
    _open_panel(page)
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "lake.txt", { type: "text/plain" }));
            data.items.add(new File(["x"], "<img src=x onerror=alert(1)>.svg"));
            for (const name of ["dragenter", "dragover", "drop"])
                document.querySelector("#drop .drop").dispatchEvent(
                    new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data }));
        }""",
        LAKE,
    )
    _done(page)
    assert "<img src=x onerror=alert(1)>.svg" in page.inner_text("#drop .refusals")
    assert page.locator("#documents img").count() == 0
    page.wait_for_selector("#texts input")  # the choice of texts follows
    page.click("#holdings .holdings > summary")
    page.click("#holdings .remove > summary")
    page.focus("#holdings [data-remove=lake]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#report >> text=Removed: Lake Karakul")
    page.wait_for_selector("#texts", state="hidden")
    assert page.inner_text("#fetch").strip() == "Fetch"  # Gradio keeps what its buttons say


@pytest.mark.parametrize(
    ("locale", "asked", "line"),
    [
        ("zh-CN", "A/RES/80/5号决议说了什么？", "无法"),
        ("ru-RU", "Что сказано в резолюции A/RES/80/5?", "Нет связи"),
        ("en-GB", "What is said in resolution A/RES/80/5?", "can't be reached"),
    ],
)
def test_an_absent_text_is_fetched_by_a_button_and_offline_is_one_line(opened, monkeypatch, locale, asked, line):
    from assistant import AssistantError
    from assistant.page import library

    fetched = []

    def offline(symbols, languages, *_):
        fetched.append((list(symbols), languages[0]))
        yield AssistantError("fetch_offline", url="https://documents.un.org", reason="no route")

    monkeypatch.setattr(library, "fetch", offline)
    page = opened(locale)
    page.fill("#question textarea", asked)
    page.press("#question textarea", "Enter")
    page.wait_for_selector("#send:not([disabled])")
    page.click("#chat .offers .fetch")
    assert "assistant corpus" not in page.inner_text("#chat")
    _done(page)
    assert len(page.query_selector_all("#report .refused li")) == 1
    assert line in page.inner_text("#report")
    assert fetched == [(["A/RES/80/5"], locale[:2])]


def test_where_anybody_may_read_nobody_adds(opened):
    page = opened("ru-RU", open=True)
    _open_panel(page)
    assert "добавляют их те, кто её ведёт" in page.inner_text("#documents")
    assert page.locator("#documents input, #documents button").count() == 0


def test_on_a_phone_all_of_it_is_in_reach(opened):
    page = opened("ru-RU", width=390)
    _open_panel(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.is_visible("#files")
