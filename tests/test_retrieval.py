"""Search: named paragraphs first, filters, translations counted once, every language heard, many questions at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Settings
from assistant.indexing import open_index
from assistant.retrieval import Retriever
from assistant.retrieval.late_interaction import encode_states, read_states, write_states
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.named import document_numbers, paragraph_ids
from tests.conftest import WordEmbedder

TEXTS = {
    "lakes.en.txt": "Lake Balkhash lies in Kazakhstan.\n\nLake Karakul lies in Tajikistan.",
    "lakes.ru.txt": "Озеро Балхаш лежит в Казахстане.\n\nОзеро Каракуль лежит в Таджикистане.",
    "rivers.en.txt": "The river Zeravshan flows to Bukhara.\n\nResolution 78/265 names no river.",
    "roads.zh.txt": "公路通往奥什。\n\n铁路通往比什凯克。",
}


@pytest.fixture
def retriever(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in TEXTS.items():
        (corpus / name).write_text(text, encoding="utf-8")
    embedder = WordEmbedder()
    return Retriever(open_index(Settings(corpus_dir=corpus, index_dir=tmp_path / "index"), embedder), embedder)


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("What does OP3 say?", {"OP3"}),
        ("op 3(b)", {"OP3(b)"}),
        ("О чем говорится в пункте 3?", {"OP3", "¶3"}),
        ("пункт 5 постановляющей части", {"OP5"}),
        ("3-й пункт преамбулы", {"PP3"}),
        ("执行部分第3段说什么？", {"OP3"}),
        ("序言部分第十二段", {"PP12"}),
        ("第二十一段", {"OP21", "¶21"}),
        ("第7条", {"ART7"}),
        ("статья 7", {"ART7"}),
        ("operative paragraph 4 and preambular paragraph 2", {"OP4", "PP2"}),
        ("paragraph 12 of resolution 78/265", {"OP12", "¶12"}),
        ("сноска 5, footnote 4, 脚注3", {"FN5", "FN4", "FN3"}),
        ("What was decided in 2024?", set()),
        ("stop 3 people", set()),
    ],
)
def test_a_question_cites_paragraphs_as_delegates_do(question, ids):
    assert paragraph_ids(question) == ids


@given(st.text())
def test_any_question_can_be_read_for_what_it_names(question):
    assert all(name[0] in "OPFA¶" for name in paragraph_ids(question))
    document_numbers(question)


def test_a_paragraph_that_is_cited_comes_first(scripted):
    assistant = scripted()
    for question in ("What does OP6 say?", "О чем пункт 6 постановляющей части?", "执行部分第6段说什么？"):
        assert assistant.search(question)[0].paragraph == "OP6", question
    assert assistant.search("12-й пункт преамбулы")[0].paragraph == "PP12"


def test_a_number_that_is_named_is_found(retriever):
    for question in ("78/265", "Что такое A/RES/78/265?", "第78/265号决议"):
        assert "78/265" in retriever.search(question, 1, "en")[0].text


def test_search_stays_inside_documents_and_languages(retriever):
    found = retriever.search("Lake Balkhash", 10, "en", documents=["rivers"])
    assert {item.document for item in found} == {"rivers"}
    found = retriever.search("Lake Balkhash", 10, "en", languages=["ru", "zh"])
    assert {item.language for item in found} == {"ru", "zh"}
    assert retriever.search("Lake Balkhash", 10, "en", documents=["absent"]) == ()


def test_translations_are_one_paragraph_in_the_readers_language(retriever):
    for reader in ("en", "ru"):
        found = retriever.search("Lake Balkhash", 10, reader)
        assert [item.language for item in found if (item.document, item.paragraph) == ("lakes", "¶1")] == [reader]
    assert len({(item.document, item.paragraph) for item in found}) == len(found) == 6


def test_many_questions_get_what_each_gets_alone(retriever):
    questions = ["Lake Karakul", "озеро Балхаш", "铁路"]
    readers = ["en", "ru", "zh"]
    together = retriever.search_many(questions, 3, readers)
    assert together == [
        retriever.search(question, 3, reader) for question, reader in zip(questions, readers, strict=True)
    ]
    assert [found[0].paragraph for found in together] == ["¶2", "¶1", "¶2"]


@pytest.mark.parametrize("switches", [{"lexical": False}, {"late": False}, {"lexical": False, "late": False}])
def test_each_way_of_comparing_can_be_left_out(retriever, switches):
    alone = Retriever(retriever.index, WordEmbedder(), **switches)
    assert alone.search("Zeravshan Bukhara", 1, "en")[0].document == "rivers"


def test_states_survive_the_disk_and_similarity_is_the_best_cosine_around_the_centre(tmp_path):
    random = np.random.default_rng(0)
    chunks = [random.normal(size=(length, 8)).astype(np.float32) for length in (5, 1, 7)]
    write_states(tmp_path, map(encode_states, chunks), ["en", "en", "ru"])
    states = read_states(tmp_path)
    assert states.offsets.tolist() == [0, 5, 6, 13]
    question = states.centred(random.normal(size=(3, 8)).astype(np.float32), "en")
    found = states.similarities(question, [(0, 2), (2, 3)], "en")

    def best(text):
        text = text / np.linalg.norm(text, axis=1, keepdims=True) - states.centres[2]
        return (question @ (text / np.linalg.norm(text, axis=1, keepdims=True)).T).max(axis=1)

    np.testing.assert_allclose(found, [best(np.concatenate(chunks[:2])), best(chunks[2])], atol=0.02)
    (tmp_path / "states.npy").write_bytes((tmp_path / "states.npy").read_bytes()[:-8])
    with pytest.raises(ValueError):
        read_states(tmp_path)


def test_no_chunks_no_states(tmp_path):
    write_states(tmp_path, [], [])
    assert len(read_states(tmp_path).codes) == 0


def test_words_survive_the_disk(tmp_path):
    texts = [("The lake is deep.", "en"), ("", "en"), ("Озеро глубокое, озёра глубоки.", "ru")]
    built = LexicalIndex.build(texts)
    built.save(tmp_path / "words")
    again = LexicalIndex.load(tmp_path / "words")
    for question in ("deep lakes", "глубокие озера", "nothing here", "?"):
        assert built.scores(question).tolist() == again.scores(question).tolist()
    assert again.scores("глубокие озёра").argmax() == 2
    # Words that no text has make those that are found count for less.
    assert again.scores("lake whatever unknown")[0] < again.scores("lake")[0]
    LexicalIndex.build([("?", "en")]).save(tmp_path / "none")
    assert LexicalIndex.load(tmp_path / "none").scores("lake").tolist() == [0]
