"""Chunks stay inside a paragraph, inside the limit, and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.documents import Document, Paragraph
from assistant.index.chunking import chunk
from tests.conftest import ROOT, load_document


def _document(*texts, language="en"):
    return Document("d", language, "t", tuple(Paragraph(f"¶{n}", text) for n, text in enumerate(texts, 1)))


def test_sentences_stay_whole_where_they_fit():
    document = _document("第一句话在这里。第二句话在那里！第三句？", language="zh")
    assert [item.text for item in chunk([document], 10, len)] == [
        "第一句话在这里。",
        "第二句话在那里！",
        "第三句？",
    ]


def test_abbreviations_and_symbols_are_not_sentence_ends():
    document = _document("See A/RES/70/1.2 and para. 5 of it. Then read on, e.g. there.")
    assert [item.text for item in chunk([document], 36, len)] == [
        "See A/RES/70/1.2 and para. 5 of it.",
        "Then read on, e.g. there.",
    ]


def test_a_chunk_never_crosses_a_paragraph():
    document = load_document(ROOT / "corpus" / "resolution" / "ru.txt")
    for item in chunk([document], 200, len):
        text = document[item.paragraph].text
        assert text[item.start : item.start + len(item.text)] == item.text
        assert len(item.text) <= 200


@given(st.text(alphabet=st.sampled_from("аб в.。，,; \nA1中文"), min_size=1, max_size=300), st.integers(32, 64))
def test_no_character_is_lost(text, limit):
    if not text.strip():
        return
    chunks = chunk([_document(text)], limit, len)
    assert "".join("".join(item.text for item in chunks).split()) == "".join(text.split())
    assert all(len(item.text) <= limit for item in chunks)
