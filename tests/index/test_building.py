"""The index on disk: built, reopened, rebuilt when it must be, never damaged."""

import contextlib
import itertools
import json
import multiprocessing
import random
import sys
import time

import numpy as np
import pytest

from assistant import Settings
from assistant.errors import AssistantError
from assistant.index.building import build_index, open_index
from assistant.index.storage import read_index, read_manifest
from assistant.question.query import read_query
from assistant.retrieval import Retriever
from tests.conftest import WordEmbedder


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.en.txt").write_text("The centre is in Dushanbe.\n\nThe conference is in Ashgabat.", encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path, corpus):
    return Settings(corpus_dir=corpus, index_dir=tmp_path / "index")


def _data(settings):
    return read_manifest(settings.index_dir).data


def test_an_index_is_built_once_and_reopened(settings, capsys):
    embedder = WordEmbedder()
    built = open_index(settings, embedder)
    assert "there is none yet" in capsys.readouterr().err
    again = open_index(settings, embedder)
    assert capsys.readouterr().err == ""
    assert again.manifest == built.manifest
    assert again.chunks == built.chunks
    assert again.documents == built.documents
    assert len(again.vectors) == len(again.chunks) == 2


@pytest.mark.parametrize("change", ["corpus", "model", "revision", "settings", "vectors", "chunks", "manifest", "data"])
def test_a_stale_foreign_or_damaged_index_is_rebuilt(settings, corpus, change):
    open_index(settings, WordEmbedder())
    before, folder, embedder = _data(settings), settings.index_dir, WordEmbedder()
    if change == "corpus":
        (corpus / "b.en.txt").write_text("More.", encoding="utf-8")
    elif change == "model":
        embedder = WordEmbedder("other")
    elif change == "revision":
        embedder = WordEmbedder(revision="2")
    elif change == "settings":
        settings = settings.model_copy(update={"chunk_tokens": 33})
    elif change == "vectors":
        (folder / before / "vectors.en.faiss").write_bytes(b"nothing")
    elif change == "chunks":
        (folder / before / "chunks.npy").unlink()
    elif change == "manifest":
        (folder / "manifest.json").write_text("{", encoding="utf-8")
    else:
        (folder / before).rename(folder / "data-lost")
    index = open_index(settings, embedder)
    assert _data(settings) != before
    assert index.manifest.embedding_model == embedder.model.id
    assert Retriever(index, embedder).search(read_query("conference Ashgabat", "en"), 1)[0].paragraph == "¶2"


def test_a_failed_build_leaves_the_old_index(settings, corpus):
    class Broken(WordEmbedder):
        def encode_tokens(self, texts, kind):
            raise KeyboardInterrupt

    old = open_index(settings, WordEmbedder()).manifest
    with pytest.raises(KeyboardInterrupt):
        build_index(settings, Broken(), [corpus])
    (corpus / "a.en.txt").unlink()
    with pytest.raises(AssistantError) as caught:
        build_index(settings, WordEmbedder(), [corpus])
    assert caught.value.key == "corpus_empty"
    assert read_manifest(settings.index_dir) == old
    assert [entry.name for entry in settings.index_dir.glob("data-*")] == [old.data]


def test_an_interrupted_write_leaves_the_old_index(settings, corpus, monkeypatch):
    old = open_index(settings, WordEmbedder()).manifest
    monkeypatch.setattr(
        "assistant.index.storage.os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    with pytest.raises(AssistantError, match="No space left"):
        build_index(settings, WordEmbedder(), [corpus])
    assert read_manifest(settings.index_dir) == old
    assert [entry.name for entry in settings.index_dir.glob("data-*")] == [old.data]


def test_a_rebuild_removes_the_data_that_it_replaces(settings, corpus):
    for _ in range(3):
        build_index(settings, WordEmbedder(), [corpus])
    assert [entry.name for entry in settings.index_dir.glob("data-*")] == [_data(settings)]


def test_a_folder_with_other_files_is_left_alone(settings):
    settings.index_dir.mkdir()
    (settings.index_dir / "thesis.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(AssistantError) as caught:
        open_index(settings, WordEmbedder())
    assert caught.value.key == "index_not_ours"
    assert [entry.name for entry in settings.index_dir.iterdir()] == ["thesis.docx"]


def test_a_file_in_the_way_is_one_line(settings):
    settings.index_dir.write_text("a file", encoding="utf-8")
    with pytest.raises(AssistantError) as caught:
        open_index(settings, WordEmbedder())
    assert caught.value.key == "index_not_ours"


def test_an_index_built_from_paths_is_reopened_from_them(settings, tmp_path):
    other = tmp_path / "other.en.txt"
    other.write_text("Something else.", encoding="utf-8")
    build_index(settings, WordEmbedder(), [other])
    reopened = open_index(Settings(index_dir=settings.index_dir), WordEmbedder())
    assert [document.id for document in reopened.documents] == ["other"]
    other.unlink()
    with pytest.raises(AssistantError) as caught:
        open_index(Settings(index_dir=settings.index_dir), WordEmbedder())
    assert caught.value.key == "source_missing"
    build_index(settings, WordEmbedder(), [settings.corpus_dir])
    assert len(open_index(Settings(index_dir=settings.index_dir), WordEmbedder()).documents) == 1


def test_an_index_in_its_default_place_is_reopened_from_what_it_was_built_from(monkeypatch, tmp_path, corpus):
    monkeypatch.setattr("assistant.settings._CHECKOUT", tmp_path / "checkout")
    (tmp_path / "checkout" / "corpus").mkdir(parents=True)
    (tmp_path / "checkout" / "corpus" / "own.en.txt").write_text("Our own.", encoding="utf-8")
    assert [document.id for document in open_index(Settings(), WordEmbedder()).documents] == ["own"]
    build_index(Settings(), WordEmbedder(), [corpus])
    assert [document.id for document in open_index(Settings(), WordEmbedder()).documents] != ["own"]


def test_an_index_and_the_texts_beside_it_can_be_moved_together(settings, corpus, tmp_path, capsys):
    open_index(settings, WordEmbedder())
    moved = tmp_path / "moved"
    moved.mkdir()
    for folder in (corpus, settings.index_dir):
        folder.rename(moved / folder.name)
    capsys.readouterr()
    open_index(Settings(index_dir=moved / "index"), WordEmbedder())
    assert capsys.readouterr().err == ""


def test_skipped_files_are_named(settings, corpus, capsys):
    (corpus / "bad.txt").write_bytes(b"\xff\xfe\xff")
    open_index(settings, WordEmbedder())
    assert "bad.txt" in "".join(capsys.readouterr().err.split())


def test_the_manifest_says_what_it_was_built_from(settings):
    open_index(settings, WordEmbedder())
    manifest = json.loads((settings.index_dir / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["embedding_model"] == "words"
    assert manifest["embedding_revision"] == "1"
    assert manifest["chunk_tokens"] == settings.chunk_tokens
    assert len(manifest["corpus_sha256"]) == 64
    assert "langchain-text-splitters" in manifest["versions"]
    assert (manifest["documents"], manifest["paragraphs"], manifest["chunks"], manifest["dimension"]) == (
        1,
        2,
        2,
        WordEmbedder.dimension,
    )


def test_translations_are_one_paragraph_shown_in_the_readers_language(scripted):
    found = scripted().search("Dushanbe Душанбе 杜尚别", 25, "ru")
    keys = [(item.document, item.paragraph) for item in found]
    assert len(keys) == len(set(keys)) == 25
    assert {item.language for item in found} == {"ru"}
    assert [item.rank for item in found] == list(range(1, 26))
    assert found[0].paragraph == "OP3"
    assert found[0].label == "пункт 3 постановляющей части"
    assert "Душанбе" in found[0].text
    assert found[0].status == "translation"


def _vectors(index):
    rows = index.vectors.of(range(len(index.vectors)))
    return {
        (c.document, c.language, c.paragraph, c.start, c.text): row for c, row in zip(index.chunks, rows, strict=True)
    }


class CountingEmbedder(WordEmbedder):
    """Remembers what it embedded and measured."""

    def __init__(self):
        super().__init__()
        self.embedded = []

    def encode_tokens(self, texts, kind):
        self.embedded += texts
        return super().encode_tokens(texts, kind)


def test_adding_a_document_embeds_that_document_only(settings, corpus, tmp_path):
    embedder = CountingEmbedder()
    open_index(settings, embedder)
    (corpus / "b.en.txt").write_text("A river.\n\nA mountain.", encoding="utf-8")
    embedder.embedded.clear()
    grown = open_index(settings, embedder)
    assert embedder.embedded == ["A river.", "A mountain."]
    rebuilt = build_index(settings.model_copy(update={"index_dir": tmp_path / "new"}), WordEmbedder(), [corpus])
    assert _vectors(grown).keys() == _vectors(rebuilt).keys()
    for key, row in _vectors(rebuilt).items():
        np.testing.assert_allclose(_vectors(grown)[key], row)

    (corpus / "b.en.txt").unlink()
    embedder.embedded.clear()
    shrunk = open_index(settings, embedder)
    assert embedder.embedded == []
    assert {chunk.document for chunk in shrunk.chunks} == {"a"}
    assert len(shrunk.vectors) == len(shrunk.chunks) == 2


def test_a_changed_paragraph_is_embedded_alone(settings, corpus):
    embedder = CountingEmbedder()
    open_index(settings, embedder)
    (corpus / "a.en.txt").write_text("The centre is in Dushanbe.\n\nThe conference is in Astana.", encoding="utf-8")
    embedder.embedded.clear()
    index = open_index(settings, embedder)
    assert embedder.embedded == ["The conference is in Astana."]
    assert Retriever(index, embedder).search(read_query("conference Astana", "en"), 1)[0].paragraph == "¶2"


def _build_without_end(corpus, index, first, report):
    settings = Settings(corpus_dir=corpus, index_dir=index, library_dir=corpus / "library")
    for number in itertools.count(first):
        (corpus / "b.en.txt").write_text(f"Text number {number}.", encoding="utf-8")
        open_index(settings, WordEmbedder())
        report.send(number)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_a_killed_build_leaves_the_old_index_or_the_new_one(settings, corpus):
    """A process that builds without end is killed at a random moment, 50 times; the index is whole each time."""
    context = multiprocessing.get_context("forkserver")  # a fresh process without the imports of a fresh one
    context.set_forkserver_preload(
        ["tests.index.test_building", "faiss", "bm25s", "langchain_text_splitters", "rich.progress"]
    )
    chance, done = random.Random(7), 0
    for _ in range(50):
        reports, report = context.Pipe(duplex=False)
        arguments = (corpus, settings.index_dir, done + 1, report)
        process = context.Process(target=_build_without_end, args=arguments, daemon=True)
        process.start()
        report.close()
        done = reports.recv()
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.join()
        with contextlib.suppress(EOFError):
            while True:
                done = reports.recv()
        index = read_index(settings.index_dir)
        assert index is not None
        assert len(index.vectors) == len(index.chunks)
        (number,) = (int(chunk.text.split()[-1][:-1]) for chunk in index.chunks if chunk.document == "b")
        assert number in (done, done + 1)
    assert Retriever(open_index(settings, WordEmbedder()), WordEmbedder()).search(read_query("Dushanbe", "en"), 1)
    build_index(settings, WordEmbedder(), [corpus])
    assert len(list(settings.index_dir.glob("data-*"))) == 1  # what the killed ones left is gone


def test_the_corpus_of_the_project_may_move_and_the_library_stays(tmp_path, monkeypatch):
    """As when another version is installed beside the first."""
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.en.txt").write_text("The text.", encoding="utf-8")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "added.en.txt").write_text("Something added.", encoding="utf-8")
    found = []
    for name in ("old", "new"):
        monkeypatch.setattr("assistant.settings._default_corpus", lambda name=name: tmp_path / name)
        settings = Settings(index_dir=tmp_path / "index", library_dir=tmp_path / "library")
        monkeypatch.setitem(settings.__dict__, "corpus_dir", tmp_path / name)
        found.append(sorted(document.id for document in open_index(settings, WordEmbedder()).documents))
    assert found == [["added", "main"]] * 2
