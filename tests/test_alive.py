"""Documents that come and go while an assistant runs."""

import threading

from assistant import Settings
from assistant.analysis.anatomy import anatomy
from assistant.index.building import build_index
from assistant.index.storage import read_index
from assistant.library import additions
from tests.conftest import Assistant, ScriptedEngine, WordEmbedder

LAKE = "1. Lake Karakul lies in Tajikistan and is 236 metres deep.\n\n2. It is salty."
ASKS = """General Assembly

80/{number}. Trees

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

1. Requests {whom} to plant trees.
"""


def _update(settings, embedder):
    build_index(settings, embedder, additions.corpus_sources(settings), old=read_index(settings.index_path))


def test_what_is_added_and_removed_counts_from_the_next_question_on(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "plan.en.txt").write_text("1. We plant trees.\n\n2. We save water.", encoding="utf-8")
    settings = Settings(corpus_dir=corpus, index_dir=tmp_path / "index")
    embedder = WordEmbedder()
    assistant = Assistant(settings, embedder=embedder, engine=ScriptedEngine("It is 236 metres deep."))
    question = "How deep is Lake Karakul in Tajikistan?"
    assert "lake" not in {item.document for item in assistant.search(question)}
    begun = assistant.stream(question)
    before = next(begun)  # answered from what was there when it was asked

    (tmp_path / "lake.en.txt").write_text(LAKE, encoding="utf-8")
    additions.add([tmp_path / "lake.en.txt"], settings)
    _update(settings, embedder)
    assert "236" in assistant.ask(question).text
    assert next(iter(assistant.search(question))).document == "lake"
    *_, answer = begun
    assert answer.evidence == before

    additions.remove("lake", settings)
    _update(settings, embedder)
    assert "lake" not in {item.document for item in assistant.search(question)}


def test_readers_are_not_lost_while_the_index_is_swapped(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "plan.en.txt").write_text("1. We plant trees.\n\n2. We save water.", encoding="utf-8")
    settings = Settings(corpus_dir=corpus, index_dir=tmp_path / "index")
    assistant = Assistant(settings, embedder=WordEmbedder(), engine=ScriptedEngine("x"))
    assistant.search("trees")
    failed = []

    def read():
        try:
            for _ in range(40):
                assert assistant.search("Who plants trees?")
        except BaseException as error:
            failed.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(3):
        (corpus / f"more{number}.en.txt").write_text(f"1. We build {number} bridges.", encoding="utf-8")
        _update(settings, WordEmbedder())
    for reader in readers:
        reader.join()
    assert not failed
    assert assistant.search("bridges")[0].document.startswith("more")


def test_what_a_text_does_is_there_with_the_next_call_and_read_once(tmp_path, monkeypatch):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "A_RES_80_1-EN.txt").write_text(ASKS.format(number=1, whom="Member States"), encoding="utf-8")
    settings = Settings(corpus_dir=corpus, index_dir=tmp_path / "index")
    embedder = WordEmbedder()
    read = []
    monkeypatch.setattr("assistant.index.building.anatomy", lambda item: read.append(item.id) or anatomy(item))
    assistant = Assistant(settings, embedder=embedder, engine=ScriptedEngine("x"))
    assert [row.act.addressees for row in assistant.acts("A/RES/80/1")] == [("Member States",)]

    (tmp_path / "A_RES_80_2-EN.txt").write_text(ASKS.format(number=2, whom="the Secretary-General"), encoding="utf-8")
    additions.add([tmp_path / "A_RES_80_2-EN.txt"], settings)
    _update(settings, embedder)
    assert [row.text.document for row in assistant.acts(addressee="Secretary-General")] == ["A/RES/80/2"]
    assert [item.words for item in assistant.brief("A/RES/80/2").asked] == ["… plant trees"]
    (change,) = [change for change in assistant.compare("A/RES/80/1", "80/2").changes if change.kind == "addressee"]
    assert "Member States" in change.was and "Secretary-General" in change.now
    (rests,) = assistant.preamble("A/RES/80/2")
    assert (rests.paragraph, rests.verb, rests.refers) == ("PP1", "Recalling", ("70/1",))
    assert read == ["A/RES/80/1", "A/RES/80/2"]
