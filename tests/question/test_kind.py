"""What kind of answer a message wants: the weights that come with the project, and the examples they came of."""

from collections import Counter

import numpy as np
import pytest

from assistant.languages import LANGUAGES, detect_language
from assistant.question.kind import KINDS, SURE, Example, classifier_of, examples, fit
from tests.conftest import WordEmbedder

# Of no example; by their words alone, without the embedding.
PLAIN = [
    ("Summarise this resolution in four sentences for the minister.", "summary"),
    ("Кратко изложите содержание резолюции для министра.", "summary"),
    ("请为部长概括这份决议的主要内容。", "summary"),
    ("What are Member States and the Secretary-General asked to do on glaciers?", "asks"),
    ("Что должны сделать государства-члены по ледникам?", "asks"),
    ("决议要求会员国在冰川问题上做什么？", "asks"),
    ("Compare OP3 and OP9: which one is stronger?", "compare"),
    ("Сравните пункты 3 и 9: какой сильнее?", "compare"),
    ("比较执行部分第3段和第9段，哪段更强？", "compare"),
    ("Why does the resolution stress the role of glaciers?", "explain"),
    ("Почему в резолюции подчёркивается роль ледников?", "explain"),
    ("决议为什么强调冰川的作用？", "explain"),
    ("Is the draft legally binding?", "polar"),
    ("Является ли проект юридически обязательным?", "polar"),
    ("这份草案有法律约束力吗？", "polar"),
    ("Thank you very much!", "chat"),
]
PACKAGED = classifier_of("words", lambda texts: WordEmbedder().encode(texts, "query"), None)


def likeliest(classifier, message):
    return KINDS[int(classifier.probabilities(message).argmax())]


@pytest.mark.parametrize(("message", "kind"), PLAIN)
def test_plain_messages_are_told_by_their_words(message, kind):
    assert message not in {item.text for item in examples()}
    assert likeliest(PACKAGED, message) == kind


def test_what_is_not_sure_is_taken_for_a_fact():
    assert PACKAGED.kind("zzz qqq", lambda _: None, "words") == "fact"
    chances = zip(KINDS, PACKAGED.probabilities("zzz qqq"), strict=True)
    assert all(chance < SURE for kind, chance in chances if kind != "fact")


def test_the_examples_are_in_three_languages_and_none_is_there_twice():
    rows = examples()
    texts = Counter((item.language, item.text.casefold()) for item in rows)
    assert len(rows) > 2000
    assert {item.kind for item in rows} == set(KINDS)
    for language in LANGUAGES:
        counts = Counter(item.kind for item in rows if item.language == language)
        assert min(counts.values()) > 30, counts
    assert sum(count > 1 for count in texts.values()) < len(rows) / 50
    wrong = [item.text for item in rows if item.language == "zh" and detect_language(item.text)[0] not in ("zh", "en")]
    assert not wrong


WORDS = "abate chide drain erode fathom gauge hedge invert jostle knead levy mend nudge oblige prune"
VERBS = dict(zip(KINDS, WORDS.split(), strict=True))
LABELLED = [
    Example("x", kind, "en", f"{VERBS[kind]} the {thing} now")
    for kind in KINDS
    for thing in ("lake", "river", "sea", "pond", "fen")
]


def test_for_another_model_weights_are_fitted_once_and_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.question.kind.examples", lambda: LABELLED)
    calls = []

    def encode(texts):
        calls.append(len(texts))
        return WordEmbedder().encode(texts, "query")

    fitted = classifier_of("a/new model", encode, tmp_path)
    assert likeliest(fitted, f"{VERBS['asks']} the swamp now") == "asks"
    assert calls == [len(LABELLED)]
    again = classifier_of("a/new model", encode, tmp_path)
    assert calls == [len(LABELLED)]
    vector = encode(["prune the swamp"])[0]
    assert np.allclose(again.probabilities("prune it", vector), fitted.probabilities("prune it", vector), atol=0.02)
    assert again.kind(f"{VERBS['summary']} the swamp now", encode, "a/new model") in ("summary", "fact")


def test_half_written_weights_are_fitted_anew(tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.question.kind.examples", lambda: LABELLED)
    (tmp_path / "kind-m.npz").write_bytes(b"PK")
    assert classifier_of("m", lambda texts: WordEmbedder().encode(texts, "query"), tmp_path).model == "m"


def test_probabilities_are_of_all_kinds():
    weights = fit(LABELLED, lambda texts: WordEmbedder().encode(texts, "query"), "m")
    assert weights.probabilities("prune the lake now").shape == (len(KINDS),)
    assert weights.probabilities("prune the lake now").sum() == pytest.approx(1)
