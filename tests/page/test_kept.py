"""Conversations as browsers keep them, and what comes back from one, which may be anything."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Settings
from assistant.answer import Answer, Citation, Evidence, Reference
from assistant.page.addresses import Shelf
from assistant.page.conversation import respond, shown_again
from assistant.page.kept import MOST_SENT, Conversation, Exchange, Opening, parcel, read
from assistant.page.opening import opened

ID = "0123456789abcdef"
# What a browser may hold where a text is expected: markup, most of all.
TEXTS = st.text(max_size=20) | st.sampled_from(
    ["<img src=x onerror=alert(1)>", "'\"><script>x</script>", "javascript:alert(1)", "[a]", "&lt;b&gt;", "\x00", "_/x"]
)
LANGUAGES = st.sampled_from(["zh", "ru", "en"])
NUMBERS = st.integers(-30, 60)
REFERENCES = st.builds(Reference, NUMBERS, NUMBERS, TEXTS)
STATUSES = st.sampled_from(["original", "translation", "card", "recognized"])
FLOATS = st.floats(-1, 1)
CITATIONS = st.builds(
    Citation,
    document=TEXTS,
    paragraph=TEXTS,
    label=TEXTS,
    quote=TEXTS,
    language=LANGUAGES,
    status=STATUSES,
    score=FLOATS,
    spans=st.lists(st.tuples(NUMBERS, NUMBERS), max_size=3).map(tuple),
    references=st.lists(REFERENCES, max_size=2).map(tuple),
)
EVIDENCE = st.builds(
    Evidence,
    document=TEXTS,
    paragraph=TEXTS,
    label=TEXTS,
    text=TEXTS,
    passage=TEXTS,
    language=LANGUAGES,
    status=STATUSES,
    score=FLOATS,
    rank=NUMBERS,
    references=st.lists(REFERENCES, max_size=2).map(tuple),
)
ANSWERS = st.builds(
    Answer,
    question=TEXTS,
    text=TEXTS,
    language=LANGUAGES,
    refused=st.booleans(),
    citations=st.lists(CITATIONS, max_size=2).map(tuple),
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    note=TEXTS,
    standalone=TEXTS,
)
EXCHANGES = st.builds(
    Exchange,
    id=st.just(ID),
    asked=TEXTS,
    language=LANGUAGES,
    state=st.sampled_from(["asked", "answered", "stopped", "failed"]),
    said=TEXTS,
    answer=st.none() | ANSWERS,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "texts", "exchanges", "language", "conversation", "answer", "asked"]), inner
        )
    ),
    max_leaves=12,
)
OURS = {
    "div",
    "a",
    "span",
    "button",
    "details",
    "summary",
    "article",
    "header",
    "small",
    "p",
    "ul",
    "li",
    "strong",
    "br",
}


class Tags(HTMLParser):
    """The tags in a page, and what they lead to."""

    def __init__(self, html):
        super().__init__()
        self.found, self.attributes = set(), []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.add(tag)
        self.attributes += attributes


@given(EXCHANGES)
def test_what_is_kept_comes_back_and_its_markup_is_text(exchange):
    kept = read(Exchange, parcel(exchange))
    assert kept is None or kept.asked == exchange.asked.encode("utf-8", "replace").decode()
    for message in shown_again([exchange], Shelf(()), "en", Settings()):
        for block in [message["content"]] if isinstance(message["content"], str) else message["content"]:
            tags = Tags(block)
            assert tags.found <= OURS
            assert not [name for name, _ in tags.attributes if name.startswith("on")]
            assert all(value.startswith(("?", "https://")) for name, value in tags.attributes if name == "href")


@given(JSON, st.sampled_from([Exchange, Conversation, Opening]))
def test_anything_else_is_none(sent, kind):
    found = read(kind, json.dumps(sent))
    assert found is None or isinstance(found, kind)


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{",
        "[]",
        "\ud800",
        '{"id": "../x", "asked": "", "language": "en"}',
        '{"id": "0123456789", "asked": "", "language": "xx"}',
        json.dumps({"id": ID, "asked": "a" * 4001, "language": "en"}),
        " " * (MOST_SENT + 1),
        parcel(Exchange(ID, "?", "en", "answered", answer=Answer("?", "a" * 70_000, "en", False))),
    ],
)
def test_what_is_no_exchange_is_none(sent):
    assert read(Exchange, sent) is None


def test_a_question_is_kept_when_it_is_asked_and_when_it_is_answered(scripted):
    told = []
    *_, shown = respond(scripted("In Dushanbe."), "Where is the regional centre?", [], "en", keep=told.append)
    begun, ended = told
    assert (begun.state, ended.state, begun.id) == ("asked", "answered", ended.id)
    assert read(Exchange, parcel(ended)).answer.text == ended.answer.text
    again = shown_again([ended], Shelf(()), "en", Settings())
    assert [message["content"][0] for message in again] == [message["content"][0] for message in shown]
    assert again[1]["metadata"] == shown[1]["metadata"]


@pytest.mark.parametrize(("stopped", "state"), [(True, "stopped"), (False, "failed")])
def test_what_was_not_answered_is_kept_with_the_reason(scripted, monkeypatch, stopped, state):
    told = []
    assistant = scripted("In Dushanbe.")
    if not stopped:
        monkeypatch.setattr(assistant, "stream", lambda *_, **__: 1 / 0)
    *_, shown = respond(assistant, "Где центр?", [], "en", lambda: stopped, keep=told.append)
    assert told[-1].state == state
    assert shown_again(told[-1:], Shelf(()), "en", Settings())[1]["content"][0] == shown[-1]["content"][0]


def test_a_blank_question_is_not_kept(scripted):
    told = []
    list(respond(scripted(), "  ", [], "en", keep=told.append))
    assert told == []


@pytest.mark.parametrize(("language", "line"), [("zh", "无法读取"), ("ru", "не удалось прочитать"), ("en", "dropped")])
def test_what_cannot_be_read_is_dropped_with_a_line(tmp_path, language, line):
    page, messages, _, reason, *_ = opened("<img>", language, Settings(index_dir=tmp_path))
    assert (page, messages) == (language, [])
    assert line in reason
