"""The page served with stand-ins for the models, and readers who visit it in a real Chromium."""

import re
import socket
from contextlib import contextmanager

from assistant import Assistant, Settings
from assistant.page.serving import launch
from tests.conftest import ScriptedEngine, WordEmbedder

LOCALES = {"zh": "zh-CN", "ru": "ru-RU", "en": "en-GB"}
ANSWERED = {
    "zh": "区域人工智能中心将设在哪里？",
    "ru": "Где предлагается создать региональный центр искусственного интеллекта?",
    "en": "Where is the initiative to establish a regional centre?",
}
REFUSED = {"zh": "怎样烤面包？", "ru": "Как испечь хлеб?", "en": "How do I bake bread?"}
SOON = 12_000  # ms


def stand_in(**settings):
    """An assistant that knows where the centre is, and nothing of bread."""
    engine = ScriptedEngine(
        lambda asked: "В Душанбе." if "Где" in asked else "在杜尚别。" if "哪里" in asked else "In Dushanbe.",
        judged=lambda asked: 0.01 if re.search("bread|хлеб|面包", asked) else 0.99,
    )
    assistant = Assistant(Settings(**settings), embedder=WordEmbedder(), engine=engine)
    assistant.__dict__["_kind"] = lambda _: "fact"
    return assistant


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(folder, **settings):
    """The page over an index in ``folder``: what was launched, and its address."""
    assistant = stand_in(index_dir=folder / "index", port=free_port(), **settings)
    assistant.warm_up()
    served, address = launch(assistant)
    yield served, address
    served.close(verbose=False)


@contextmanager
def visiting(browser, address, language="en", *, size=(1280, 844), scheme="light", query="", ready=""):
    """The page as a reader of ``language`` sees it, once ``ready`` is there; nothing fails in it meanwhile."""
    ready = ready or f"#reader .tools[lang={language if language in LOCALES else 'en'}]"
    width, height = size
    context = browser.new_context(
        locale=LOCALES.get(language, language), viewport={"width": width, "height": height}, color_scheme=scheme
    )
    page, problems = context.new_page(), []
    page.set_default_timeout(SOON)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{address}{query}")
    page.wait_for_selector(ready, state="attached")
    yield page
    context.close()
    assert problems == []


@contextmanager
def opening(browser, soon, height=844):
    """A function that opens an address in a browser of its own, or in a tab ``beside`` a page; in none of them anything
    fails or a dialog comes up.
    """
    contexts, problems = [], []

    def open_page(address, locale="en-GB", width=1280, beside=None):
        if beside is None:
            contexts.append(browser.new_context(locale=locale, viewport={"width": width, "height": height}))
        page = (beside.context if beside else contexts[-1]).new_page()
        page.set_default_timeout(soon)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: (problems.append(dialog.message), dialog.dismiss()))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def ask(page, question):
    """Ask, and wait until it is answered or refused."""
    before = page.locator("#chat .answer").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.wait_for_selector(f"#chat .answer >> nth={before}")
    page.wait_for_selector("#send:not([disabled])")
