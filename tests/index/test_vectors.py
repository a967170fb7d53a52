"""Vector stores: each language and document for itself, exact and approximate, in files and on a Qdrant server."""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import numpy as np
import pytest

from assistant import Settings
from assistant.documents import Document, Paragraph
from assistant.errors import AssistantError
from assistant.index.building import build_index, open_index
from assistant.index.storage import read_documents, read_index, read_manifest
from assistant.index.vectors import Rows, backend, faiss_store, qdrant_store
from assistant.languages import LANGUAGES
from assistant.library.corpus import Corpus
from assistant.question.query import read_query
from assistant.retrieval import Retriever
from tests.conftest import WordEmbedder
from tests.index.test_building import CountingEmbedder

DIMENSION = 16


@pytest.fixture(params=["flat", "lists", "qdrant"])
def kind(request, monkeypatch):
    if request.param == "lists":
        monkeypatch.setattr(faiss_store, "FLAT_ROWS", 50)
    return request.param


@pytest.fixture
def settings(tmp_path, kind):
    store = {"vector_store": "qdrant", "qdrant_url": ":memory:"} if kind == "qdrant" else {}
    qdrant_store._client.cache_clear()  # each test has its own memory
    return Settings(index_dir=tmp_path / "index", library_dir=tmp_path / "library", **store)


@pytest.fixture
def filled(settings, tmp_path):
    """A store of 900 vectors, documents a to f in each language, with the vectors and the rows."""
    random = np.random.default_rng(0)
    vectors = random.normal(size=(900, DIMENSION)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = Rows([(name, code) for name in "abcdef" for code in LANGUAGES], np.arange(0, 901, 50, dtype=np.int64))
    data = tmp_path / "index" / "data-1"
    data.mkdir(parents=True)
    store = backend(settings)
    store.write(data, vectors, rows)
    return store.open(data, rows), vectors, rows


def _exact(vectors, query, allowed, top_k):
    return allowed[np.argsort(-(vectors[allowed] @ query))[:top_k]]


@pytest.mark.parametrize("documents", [(), ("a",), ("b", "c", "absent"), ("a", "b", "d", "e", "f")])
def test_the_nearest_of_a_language_and_of_documents_are_found(filled, documents):
    store, vectors, rows = filled
    queries = vectors[:12] + 0.1
    for code in LANGUAGES:
        allowed = rows.of(code, documents or "abcdef")
        found = store.search(queries, 10, code, documents)
        assert np.isin(found, allowed).all()
        shares = [
            len(set(row) & set(_exact(vectors, q, allowed, 10))) / 10 for row, q in zip(found, queries, strict=True)
        ]
        assert np.mean(shares) >= 0.98


def test_fewer_rows_than_asked_for_are_followed_by_minus_one(filled):
    store, vectors, rows = filled
    found = store.search(vectors[:2], 60, "ru", ["c"])
    assert found.shape == (2, 60)
    for row in found:
        assert sorted(row[:50]) == rows.of("ru", ["c"]).tolist()
        assert set(row[50:]) == {-1}
    assert (store.search(vectors[:1], 3, "ru", ["absent"]) == -1).all()


def test_vectors_can_be_read_back_in_any_order(filled):
    store, vectors, _ = filled
    wanted = [899, 0, 450, 0, 51]
    np.testing.assert_allclose(store.of(wanted), vectors[wanted], rtol=1e-6)
    assert len(store) == 900


def _corpus():
    words = {"en": "lake", "ru": "озеро", "zh": "湖泊"}
    documents = [
        Document(
            f"d{number}",
            code,
            "",
            tuple(Paragraph(f"¶{n}", f"{words[code]} {1000 + 60 * number + n}") for n in range(1, 61)),
        )
        for number in range(3)
        for code in LANGUAGES
    ]
    return Corpus(tuple(documents), (), "1")


@pytest.mark.parametrize(
    ("question", "filters", "found"),
    [
        ("lake 1031", {}, ("d0", "¶31", "en")),
        ("lake 1099", {"documents": ["d1"]}, ("d1", "¶39", "en")),
        ("озеро 1150", {"languages": ["ru", "zh"]}, ("d2", "¶30", "ru")),
        ("湖泊 1020", {"documents": ["d0", "d2"]}, ("d0", "¶20", "zh")),
    ],
)
def test_every_store_finds_the_same_paragraph(settings, question, filters, found):
    embedder = WordEmbedder()
    index = build_index(settings, embedder, [], corpus=_corpus())
    (first,) = Retriever(index, embedder).search(read_query(question, found[2]), 1, **filters)
    assert (first.document, first.paragraph, first.language) == found
    assert first.passage == question


def test_an_index_is_opened_as_it_was_written(settings):
    corpus = _corpus()
    built = build_index(settings, WordEmbedder(), [], corpus=corpus)
    again = read_index(settings.index_path, backend(settings))
    assert again.manifest == built.manifest
    assert again.documents == corpus.documents
    assert again.chunks == built.chunks
    assert read_documents(settings.index_path) == corpus.documents
    for item, row in zip(again.chunks, again.vectors.of(range(len(again.chunks))), strict=True):
        np.testing.assert_allclose(row, WordEmbedder().encode([item.text], "passage")[0], atol=1e-6)


@pytest.mark.parametrize("kind", ["qdrant"], indirect=True)
def test_a_rebuild_swaps_the_collection(settings, monkeypatch):
    def collections():
        return {item.name for item in _client(settings).get_collections().collections}

    build_index(settings, WordEmbedder(), [], corpus=_corpus())
    first = collections()
    assert len(first) == 1 and read_manifest(settings.index_path).vectors == "qdrant"
    monkeypatch.setattr(
        "assistant.index.storage.os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    with pytest.raises(AssistantError, match="No space left"):
        build_index(settings, WordEmbedder(), [], corpus=_corpus())
    assert collections() == first
    monkeypatch.undo()
    build_index(settings, WordEmbedder(), [], corpus=_corpus())
    assert len(collections()) == 1 and collections() != first
    assert read_index(settings.index_path) is None  # without the server there is no index
    _client(settings).delete_collection(*collections())
    assert read_index(settings.index_path, backend(settings)) is None


@pytest.mark.parametrize("kind", ["qdrant"], indirect=True)
def test_moving_to_another_store_embeds_nothing(settings, tmp_path, capsys):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.en.txt").write_text("A lake.\n\nA river.", encoding="utf-8")
    settings = settings.model_copy(
        update={"corpus_dir": tmp_path / "corpus", "qdrant_url": str(tmp_path / "qdrant")}  # in a folder, too
    )
    open_index(settings.model_copy(update={"vector_store": "faiss"}), WordEmbedder())
    embedder = CountingEmbedder()
    moved = open_index(settings, embedder)
    assert "settings" in capsys.readouterr().err
    assert (embedder.embedded, moved.manifest.vectors, len(moved.vectors)) == ([], "qdrant", 2)
    assert not list((tmp_path / "index").glob("data-*/vectors*"))


def _client(settings):
    return qdrant_store._client(settings.qdrant_url, None)


@pytest.fixture
def server():
    """A server that answers every request with the status in ``answer``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps({"status": {"error": "no"}}).encode()
            self.send_response(server.answer)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_PUT = do_DELETE = do_POST = do_GET

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("status", "key"), [(401, "qdrant_key"), (403, "qdrant_key"), (500, "qdrant_failed")])
def test_a_server_that_refuses_is_one_line(tmp_path, server, status, key):
    server.answer = status
    url = f"http://127.0.0.1:{server.server_port}"
    settings = Settings(index_dir=tmp_path / "index", vector_store="qdrant", qdrant_url=url, qdrant_api_key="secret")
    assert "secret" not in repr(settings)
    with pytest.raises(AssistantError) as caught:
        build_index(settings, WordEmbedder(), [], corpus=_corpus())
    assert caught.value.key == key
    lines = {caught.value.message(code) for code in LANGUAGES}
    assert len(lines) == 3 and all(url in line and str(status) in line and "\n" not in line for line in lines)
    assert "secret" not in "".join(lines)
    assert read_manifest(settings.index_path) is None


def test_a_server_that_is_not_there_is_one_line(tmp_path):
    settings = Settings(index_dir=tmp_path / "index", vector_store="qdrant", qdrant_url="http://127.0.0.1:9")
    with pytest.raises(AssistantError) as caught:
        build_index(settings, WordEmbedder(), [], corpus=_corpus())
    assert caught.value.key == "qdrant_offline"


def test_a_missing_client_says_what_to_install(tmp_path, monkeypatch):
    for name in [name for name in sys.modules if name.split(".")[0] == "qdrant_client"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "qdrant_client", None)
    settings = Settings(index_dir=tmp_path / "index", vector_store="qdrant", qdrant_url="http://127.0.0.1:10")
    with pytest.raises(AssistantError) as caught:
        build_index(settings, WordEmbedder(), [], corpus=_corpus())
    assert caught.value.key == "qdrant_missing"
