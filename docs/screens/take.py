"""Take the pictures of the page that stand in this folder, in three languages, of a page that is running.

    python docs/screens/take.py http://127.0.0.1:7860 A.pdf B.pdf C.pdf

The index of the page has the draft and A/RES/79/322; the three documents are added, and stay.
"""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
LOCALES = {"zh": "zh-CN", "ru": "ru-RU", "en": "en-GB"}
ANSWERED = {
    "zh": "区域人工智能中心将设在哪里？",
    "ru": "Где предлагается создать региональный центр искусственного интеллекта?",
    "en": "Where is the regional artificial intelligence centre to be set up?",
}
SUMMARISED = {"zh": "这份决议的主要内容是什么？", "ru": "О чём этот документ?", "en": "What is this about?"}
REFUSED = {
    "zh": "该中心的预算是多少？",
    "ru": "Какой бюджет будет у центра?",
    "en": "How much money does the centre get?",
}
DESK, PHONE = (1024, 768), (390, 844)
# Of pictures in WebP, so that all of them together are less than a megabyte.
WIDTH, QUALITY = 800, 25


def _ask(page: Page, question: str) -> None:
    before = page.locator("#chat .answer, #chat .told").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_selector(f"#chat :is(.answer, .told) >> nth={before}")
    page.wait_for_selector("#send:not([disabled])")


def _first(page: Page, language: str) -> None:
    pass


def _answer(page: Page, language: str) -> None:
    _ask(page, ANSWERED[language])
    page.click("#chat .answer a.citation >> nth=0")
    page.wait_for_selector("#reader mark.quotation")


def _evidence(page: Page, language: str) -> None:
    _ask(page, ANSWERED[language])
    page.click("#chat details.cited > summary")
    page.locator("#chat details.cited article .columns").first.scroll_into_view_if_needed()


def _summary(page: Page, language: str) -> None:
    _ask(page, SUMMARISED[language])


def _refusal(page: Page, language: str) -> None:
    _ask(page, REFUSED[language])


def _kept(page: Page, language: str) -> None:
    _ask(page, ANSWERED[language])
    page.click("#clear")
    page.wait_for_selector("#chat .message", state="detached")
    _ask(page, SUMMARISED[language])
    page.click("#kept summary")


def _sheet(page: Page, language: str) -> None:
    page.wait_for_selector("#reader .sheet h2")


def _documents(page: Page, language: str) -> None:
    page.click("#tasks [aria-controls=documents]")
    page.set_input_files("#documents input[type=file]", sys.argv[2 + list(LOCALES).index(language)])
    page.wait_for_selector("#report .report")
    page.locator("#report").scroll_into_view_if_needed()


# Name -> what is done before the picture, the window, light or dark, and what the address asks for.
STATES: dict[str, tuple[Callable[[Page, str], None], tuple[int, int], str, str]] = {
    "first": (_first, DESK, "light", ""),
    "answer": (_answer, DESK, "light", ""),
    "evidence": (_evidence, DESK, "light", ""),
    "summary": (_summary, DESK, "light", ""),
    "refusal": (_refusal, DESK, "dark", ""),
    "kept": (_kept, DESK, "dark", ""),
    "brief": (_sheet, DESK, "light", "?view=brief&document=resolution"),
    "comparison": (_sheet, DESK, "light", "?view=compare&document=resolution&with=A/RES/79/322"),
    "documents": (_documents, DESK, "light", ""),
    "phone": (_answer, PHONE, "light", ""),
}


def _take(browser: Browser, name: str, language: str) -> None:
    act, (width, height), scheme, query = STATES[name]
    window = {"width": width, "height": height}
    context = browser.new_context(locale=LOCALES[language], viewport=window, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(sys.argv[1] + query)
    page.wait_for_selector(f"#reader .tools[lang={language}]", state="attached")
    page.wait_for_selector(f"#kept .kept:lang({language})", state="attached")
    act(page, language)
    page.wait_for_timeout(800)
    picture = Image.open(io.BytesIO(page.screenshot()))
    picture.thumbnail((WIDTH, picture.height))
    picture.save(HERE / f"{name}-{language}.webp", quality=QUALITY, method=6)
    context.close()


def main() -> None:
    """All states in all languages."""
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name in STATES:
            for language in LOCALES:
                _take(browser, name, language)
        browser.close()


if __name__ == "__main__":
    main()
