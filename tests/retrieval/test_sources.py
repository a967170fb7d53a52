"""Search in the texts that a question is about."""

import pytest

from assistant import Settings
from tests.conftest import Assistant, ScriptedEngine, WordEmbedder

PACT = """The General Assembly,
Adopts the following:
1. We plant trees and save water.
2. We build roads.

Annex

1. We plant trees in the annex.

2. We count fish.
"""
PLAN = "1. We plant trees in the plan.\n\n2. We teach."


@pytest.fixture(scope="module")
def retriever(tmp_path_factory):
    corpus = tmp_path_factory.mktemp("corpus")
    (corpus / "pact.en.txt").write_text(PACT, encoding="utf-8")
    (corpus / "plan.en.txt").write_text(PLAN, encoding="utf-8")
    settings = Settings(corpus_dir=corpus, index_dir=tmp_path_factory.mktemp("index"))
    return Assistant(settings, embedder=WordEmbedder(), engine=ScriptedEngine("x"))._open().retriever


def _found(retriever, question, top_k, *sources):
    from assistant.question.query import read_query, within
    from assistant.question.sources import Sources

    query = within(read_query(question, "en"), Sources(tuple(sources)))
    return [(item.document, item.paragraph) for item in retriever.search_sources(query, top_k, sources)]


def test_only_the_text_or_its_section_is_searched(retriever):
    assert {name for name, _ in _found(retriever, "Who plants trees?", 4, ("plan", ""))} == {"plan"}
    inside = _found(retriever, "Who plants trees?", 4, ("pact", "ANNEX"))
    assert inside[0] == ("pact", "ANNEX.1")
    assert all(paragraph.startswith("ANNEX.") for _, paragraph in inside)


def test_of_several_each_gets_its_share(retriever):
    names = [name for name, _ in _found(retriever, "Who plants trees?", 4, ("plan", ""), ("pact", ""))]
    assert names[:2] == ["plan", "pact"]
    assert names.count("plan") == names.count("pact") == 2


def test_a_paragraph_that_is_named_in_a_text_is_the_first(retriever):
    assert _found(retriever, "What does paragraph 2 say of trees?", 2, ("plan", ""))[0] == ("plan", "¶2")
    assert _found(retriever, "What does paragraph 2 say of trees?", 2, ("pact", "ANNEX"))[0] == ("pact", "ANNEX.2")


MANIFEST = """[draft]
main = true
symbol = "A/80/L.1"

[draft.outcome]
symbol = "A/RES/80/1"
date = 2025-12-01
meeting = 50
"""
HEAD = "General Assembly\n\n{}\n\nThe General Assembly,\n\n"


def test_a_draft_and_what_it_became_count_once_where_neither_is_named(tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    body = "1. Requests States to plant trees;\n\n2. Decides to count fish."
    (corpus / "draft.en.txt").write_text(HEAD.format("Trees") + body, encoding="utf-8")
    (corpus / "A_RES_80_1-EN.txt").write_text(HEAD.format("80/1. Trees") + body, encoding="utf-8")
    settings = Settings(corpus_dir=corpus, index_dir=tmp_path / "index")
    assistant = Assistant(settings, embedder=WordEmbedder(), engine=ScriptedEngine("x"))
    retriever = assistant._open().retriever
    once = _found(retriever, "Who is to plant trees?", 4)
    assert once[0] == ("draft", "OP1") and ("A/RES/80/1", "OP1") not in once
    assert {name for name, _ in _found(retriever, "Who is to plant trees?", 2, ("A/RES/80/1", ""))} == {"A/RES/80/1"}
    texts = assistant.ask("Which texts ask States to plant trees?")
    assert {item.document for item in texts.evidence} == {"draft", "A/RES/80/1"}
