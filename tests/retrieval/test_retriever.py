"""Search: named paragraphs first, filters, translations counted once, every language heard, many questions at once."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Assistant, Settings
from assistant.documents import Document, Paragraph, label
from assistant.documents.paragraph import is_paragraph_id
from assistant.index.building import build_index, open_index
from assistant.index.lexical import LexicalIndex
from assistant.index.token_states import TokenStates, encode_states, read_states, write_states
from assistant.languages import LANGUAGES
from assistant.library.corpus import Corpus
from assistant.question.paragraphs import paragraph_ids
from assistant.question.query import read_query
from assistant.retrieval import Retriever
from assistant.text.symbols import document_numbers
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
        ("paragraph 3 (b)", {"OP3(b)", "¶3(b)"}),
        ("第3段（b）", {"OP3(b)", "¶3(b)"}),
        ("OP３", {"OP3"}),
        ("третий пункт", {"OP3", "¶3"}),
        ("в 3-м пункте", {"OP3", "¶3"}),
        ("четвёртый пункт преамбулы", {"PP4"}),
        ("преамбульный пункт 4", {"PP4"}),
        ("пункт № 3", {"OP3", "¶3"}),
        ("the third paragraph", {"OP3", "¶3"}),
        ("first operative paragraph", {"OP1"}),
        ("paragraphs 3 and 4", {"OP3", "¶3", "OP4", "¶4"}),
        ("пункты 3 и 4", {"OP3", "¶3", "OP4", "¶4"}),
        ("执行部分第3和第4段", {"OP3", "OP4"}),
        ("执行部分第2段和第5段", {"OP2", "OP5"}),
        ("序言部分第9段和第11段", {"PP9", "PP11"}),
        ("paragraph 3 of the preamble", {"PP3"}),
        ("paragraph 2 of the preamble and paragraph 3 of the operative part", {"PP2", "OP3"}),
        ("operative paragraphs 2 to 4", {"OP2", "OP3", "OP4"}),
        ("paras 6-8. Main idea?", {"OP6", "OP7", "OP8", "¶6", "¶7", "¶8"}),
        ("пункты 2–4 постановляющей части", {"OP2", "OP3", "OP4"}),
        ("с 3 по 5 человек", set()),
        ("пункты с 3 по 5", {"OP3", "OP4", "OP5", "¶3", "¶4", "¶5"}),
        ("第3至5段", {"OP3", "OP4", "OP5", "¶3", "¶4", "¶5"}),
        ("PP1到PP3", {"PP1", "PP2", "PP3"}),
        ("Articles 3 and 5 of the Charter", {"ART3", "ART5"}),
        ("Сравните 9-й и 11-й пункты преамбулы", {"PP9", "PP11"}),
        ("Compare preambular paragraphs 9 and 11", {"PP9", "PP11"}),
        ("subparagraph (a) of paragraph 2", {"OP2(a)", "¶2(a)"}),
        ("paragraph 3 of the annex", {"ANNEX.3"}),
        ("подпункт 1 b) приложения II", {"ANNEX2.1(b)"}),
        ("附件的第一段", {"ANNEX.1"}),
        ("последние пять пунктов", set()),
        ("сожмите до пяти пунктов", set()),
        ("the first 3 paragraphs", set()),
        ("2025年 (OP3)；2025年8月", {"OP3"}),
        ("paragraph 3. The preamble is long", {"OP3", "¶3"}),
        ("第一百二十段", {"OP120", "¶120"}),
        ("Art. 5", {"ART5"}),
        ("paragraph 5 of the agenda", set()),
        ("пункт 5 повестки дня", set()),
        ("Резолюция 79/175, пункт 8 e): каких механизмов?", {"OP8(e)", "¶8(e)"}),
        ("и т.п. 5", set()),
        ("at 5 pm", set()),
        ("op 5 pm", set()),
        ("pp 12-14", set()),
        ("Which human rights instrument does the Assembly recall at the outset?", {"PP1"}),
        ("What is reaffirmed at the very beginning of the preamble?", {"PP1"}),
        ("How does the resolution open?", {"PP1"}),
        ("О каком документе Ассамблея напоминает в самом начале?", {"PP1"}),
        ("Что подтверждается в начале преамбулы?", {"PP1"}),
        ("序言一开头重申了什么？", {"PP1"}),
        ("大会在决议草案开头回顾了哪份文件？", {"PP1"}),
        ("Which conference takes place at the beginning of August?", set()),
        ("Что произошло в самом начале войны?", set()),
        ("Что состоится в начале августа?", set()),
        ("会议在八月初开始吗？", set()),
    ],
)
def test_a_question_cites_paragraphs_as_delegates_do(question, ids):
    assert paragraph_ids(question) == ids


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "paragraph", ["PP1", "PP12", "OP3", "OP3(b)", "OP3(b)(ii)", "FN4", "ART7", "¶5", "¶1000", "ANNEX.12", "ANNEX2.3"]
)
def test_a_label_is_read_as_the_paragraph_that_it_names(paragraph, language):
    assert paragraph in paragraph_ids(label(paragraph, language))


@given(st.text())
def test_any_question_can_be_read_for_what_it_names(question):
    assert all(is_paragraph_id(name) for name in paragraph_ids(question))
    document_numbers(question)


def test_a_paragraph_that_is_cited_comes_first(scripted):
    assistant = scripted()
    for question in ("What does OP6 say?", "О чем пункт 6 постановляющей части?", "执行部分第6段说什么？"):
        assert assistant.search(question)[0].paragraph == "OP6", question
    assert assistant.search("12-й пункт преамбулы")[0].paragraph == "PP12"


@pytest.mark.parametrize("question", ["What does OP3 say about 24/7 help?", "Does OP3 apply to 1/3 of states?"])
def test_a_fraction_is_no_resolution(scripted, question):
    assert scripted().search(question)[0].paragraph == "OP3"


@pytest.fixture
def resolutions(tmp_path):
    """Ninety resolutions with a symbol of their own and five operative paragraphs each."""
    made = [
        Document(
            f"d{n}",
            "en",
            "",
            tuple(Paragraph(f"OP{k}", f"Decides on matter {k} of year {n}.") for k in range(1, 6)),
            name=f"d{n}",
            symbol=f"A/RES/60/{n}",
        )
        for n in range(1, 91)
    ]
    embedder = WordEmbedder()
    settings = Settings(index_dir=tmp_path / "many", library_dir=tmp_path / "none")
    return Retriever(build_index(settings, embedder, [], corpus=Corpus(tuple(made), (), "")), embedder)


def test_a_paragraph_of_a_resolution_that_is_named_is_found_among_many(resolutions):
    for number in (11, 81, 90):
        found = resolutions.search(read_query(f"OP3 of resolution 60/{number}", "en"), 1)
        assert (found[0].document, found[0].paragraph) == (f"d{number}", "OP3")


def test_a_footnote_comes_after_the_text_unless_it_is_named(tmp_path):
    paragraphs = (Paragraph("¶1", "The glaciers of the region melt."), Paragraph("FN1", "See glaciers, melt."))
    embedder = WordEmbedder()
    settings = Settings(index_dir=tmp_path / "notes", library_dir=tmp_path / "none")
    corpus = Corpus((Document("d", "en", "", paragraphs),), (), "")
    notes = Retriever(build_index(settings, embedder, [], corpus=corpus), embedder)
    assert [item.paragraph for item in notes.search(read_query("See glaciers melt", "en"), 2)] == ["¶1", "FN1"]
    assert notes.search(read_query("What does footnote 1 say?", "en"), 1)[0].paragraph == "FN1"


def test_words_are_looked_for_inside_the_filter(resolutions):
    found = resolutions.search(read_query("Decides on matter 4", "en"), 1, documents=["d88"])
    assert (found[0].document, found[0].paragraph) == ("d88", "OP4")


def test_a_filter_with_fewer_paragraphs_than_asked_for_gives_those(resolutions):
    assert len(resolutions.search(read_query("matter", "en"), 50, documents=["d3"])) == 5
    assert resolutions.search(read_query("matter", "en"), 5, languages=["fr"]) == ()


@pytest.mark.parametrize("late", [True, False])
def test_vectors_are_read_at_most_once_for_scores_and_once_for_what_is_shown(resolutions, late):
    calls = []
    of = resolutions.index.vectors.of
    store = SimpleNamespace(
        of=lambda rows: calls.append(len(rows)) or of(rows), search=resolutions.index.vectors.search
    )
    alone = Retriever(replace(resolutions.index, vectors=store), WordEmbedder(), late=late)
    assert alone.search(read_query("matter 3", "en"), 3)
    assert len(calls) == (1 if late else 2)


def test_settings_say_what_is_compared(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_LEXICAL", "false")
    monkeypatch.setenv("ASSISTANT_LATE_INTERACTION", "false")
    asked = []

    class Recording(WordEmbedder):
        def encode_questions(self, questions):
            asked.append(questions)
            return super().encode_questions(questions)

    assistant = Assistant(Settings(index_dir=tmp_path / "index"), embedder=Recording(), engine=None)
    monkeypatch.setattr(LexicalIndex, "scores", lambda self, question: pytest.fail("words were compared"))
    monkeypatch.setattr(TokenStates, "similarities", lambda *_: pytest.fail("tokens were compared"))
    assert assistant.search("Dushanbe")
    assert asked == [["Dushanbe"]]


def test_a_number_that_is_named_is_found(retriever):
    for question in ("78/265", "Что такое A/RES/78/265?", "第78/265号决议"):
        assert "78/265" in retriever.search(read_query(question, "en"), 1)[0].text


def test_search_stays_inside_documents_and_languages(retriever):
    found = retriever.search(read_query("Lake Balkhash", "en"), 10, documents=["rivers"])
    assert {item.document for item in found} == {"rivers"}
    found = retriever.search(read_query("Lake Balkhash", "en"), 10, languages=["ru", "zh"])
    assert {item.language for item in found} == {"ru", "zh"}
    assert retriever.search(read_query("Lake Balkhash", "en"), 10, documents=["absent"]) == ()


def test_translations_are_one_paragraph_in_the_readers_language(retriever):
    for reader in ("en", "ru"):
        found = retriever.search(read_query("Lake Balkhash", reader), 10)
        assert [item.language for item in found if (item.document, item.paragraph) == ("lakes", "¶1")] == [reader]
    assert len({(item.document, item.paragraph) for item in found}) == len(found) == 6


def test_many_questions_get_what_each_gets_alone(retriever):
    questions = ["Lake Karakul", "озеро Балхаш", "铁路"]
    readers = ["en", "ru", "zh"]
    together = retriever.search_many(list(map(read_query, questions, readers)), 3)
    assert together == [
        retriever.search(read_query(question, reader), 3) for question, reader in zip(questions, readers, strict=True)
    ]
    assert [found[0].paragraph for found in together] == ["¶2", "¶1", "¶2"]


@pytest.mark.parametrize("switches", [{"lexical": False}, {"late": False}, {"lexical": False, "late": False}])
def test_each_way_of_comparing_can_be_left_out(retriever, switches):
    alone = Retriever(retriever.index, WordEmbedder(), **switches)
    assert alone.search(read_query("Zeravshan Bukhara", "en"), 1)[0].document == "rivers"


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("Where does Lake Karakul lie?", "lakes ¶2"),
        ("Где лежит озеро Балхаш?", "lakes ¶1"),
        ("公路通往哪里？", "roads ¶1"),
    ],
)
def test_the_paragraph_that_answers_matches_best(retriever, question, paragraph):
    best, *others = retriever.search(read_query(question, "en"), 6)
    assert f"{best.document} {best.paragraph}" == paragraph
    assert 1 >= best.match > max(item.match for item in others) >= -1


def test_where_tokens_are_not_compared_match_is_the_cosine(retriever):
    alone = Retriever(retriever.index, WordEmbedder(), late=False)
    found = alone.search(read_query("Lake Karakul lies in Tajikistan", "en"), 6)
    assert [item.match for item in found] == pytest.approx([item.score for item in found], abs=1e-3)
    assert found[0].match > 0.9


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
