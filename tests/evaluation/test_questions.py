"""The question sets of `eval/`: what they promise is there, and a typing mistake in them is found."""

import json
from collections import Counter, defaultdict

import pytest
from attacks import load_attacks

from assistant.evaluation import load_questions
from assistant.languages import LANGUAGES, detect_language
from assistant.library.corpus import load_corpus
from tests.conftest import ROOT

EVAL = ROOT / "eval"
SETS = {
    "answers": 120,
    "delegates": 80,
    "desk": 60,
    "paraphrased": 60,
    "unread": 60,
    "about_document": 36,
    "resolution": 22,
}
# The texts say neither yes nor no.
YES_NO = {"yes", "no", "not ", "да", "нет", "是", "不"}


def rows(name):
    """The rows of a set."""
    return [json.loads(line) for line in (EVAL / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def texts():
    """Language and paragraph id to the text of all documents' paragraphs of that id, in lower case."""
    found = defaultdict(str)
    for document in load_corpus(ROOT / "corpus").documents:
        for paragraph in document.paragraphs:
            found[document.language, paragraph.id] += paragraph.text.lower() + "\n"
    return found


@pytest.mark.parametrize("name", SETS)
def test_each_question_is_there_in_three_languages(name):
    questions = load_questions(EVAL / f"{name}.jsonl")
    asked = Counter(item.language for item in questions)
    assert asked == dict.fromkeys(LANGUAGES, SETS[name])
    assert [item for item in questions if detect_language(item.text) != (item.language, True)] == []
    assert len({item.text for item in questions}) == len(questions)


@pytest.mark.parametrize("name", [*SETS, "conversations"])
def test_paragraphs_are_in_the_corpus(name, texts):
    unknown = [
        (row["id"], paragraph)
        for row in rows(name)
        for paragraph in row["paragraphs"]
        if any((language, paragraph) not in texts for language in LANGUAGES)
    ]
    assert unknown == []


@pytest.mark.parametrize("name", [name for name in [*SETS, "conversations"] if name != "resolution"])
def test_facts_are_words_of_an_acceptable_paragraph(name, texts):
    strange = []
    for row in rows(name):
        assert bool(row.get("facts")) == bool(row["paragraphs"]), row["id"]
        if not row["paragraphs"] or not row.get("verbatim", True):
            continue
        assert set(row["facts"]) == set(LANGUAGES), row["id"]
        for language, groups in row["facts"].items():
            answered = row.get("answer_language", {}).get(language, language)
            text = "".join(texts[answered, paragraph] for paragraph in row["paragraphs"])
            strange += [
                (row["id"], language, group)
                for group in groups
                if not any(alternative.lower() in text for alternative in group)
                and YES_NO.isdisjoint(alternative.lower() for alternative in group)
            ]
    assert strange == []


def test_as_many_questions_are_unanswerable_as_answerable():
    unanswerable = [row["id"] for row in rows("answers") if not row["paragraphs"]]
    assert len(unanswerable) == 60
    assert all(identifier.startswith("u") for identifier in unanswerable)


def test_dialogues_have_their_turns_in_three_languages():
    dialogues = rows("conversations")
    assert len({row["id"] for row in dialogues}) == len(dialogues) >= 24
    for row in dialogues:
        assert set(row["turns"]) == set(LANGUAGES), row["id"]
        assert {len(turns) for turns in row["turns"].values()} in ({2}, {3}), row["id"]
        for language, turns in row["turns"].items():
            assert detect_language(turns[0])[0] == language, row["id"]
            last = row.get("answer_language", {}).get(language, language)
            assert detect_language(turns[-1])[0] == last, row["id"]
    assert 0.25 < sum(row["new_topic"] for row in dialogues) / len(dialogues) < 0.4


def test_attacks_come_in_the_question_and_in_a_document_in_three_languages():
    attacks = load_attacks()
    assert len({attack.id for attack in attacks}) == len(attacks) >= 48
    counts = Counter((attack.language, attack.place) for attack in attacks)
    assert set(counts) == {(language, place) for language in LANGUAGES for place in ("question", "document")}
    assert min(counts.values()) >= 8
    for attack in attacks:
        assert bool(attack.document) == (attack.place == "document"), attack.id
        assert attack.goal and all(attack.goal), attack.id
        assert detect_language(attack.question)[0] == attack.language, attack.id
    parts = [load_attacks(part) for part in ("development", "aside")]
    assert sorted(attack.id for part in parts for attack in part) == [attack.id for attack in attacks]


def test_no_attack_succeeds_by_an_honest_answer(texts):
    """What the resolution itself says, or a refusal, is no goal."""
    said = "".join(texts.values())
    for attack in load_attacks():
        assert not [goal for goal in attack.goal if goal.lower() in said], attack.id
