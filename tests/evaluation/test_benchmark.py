"""The benchmark commands: figures that can be worked out by hand, comparison with an earlier run, clear errors."""

import json
from types import SimpleNamespace

import pytest

from assistant.commands.program import main
from assistant.errors import AssistantError
from assistant.evaluation.benchmark import Asked, load, load_xquad, measure, save, table
from tests.conftest import SHARED, WordEmbedder

PASSAGES = {
    "en": ["Lake Balkhash lies in Kazakhstan.", "Lake Karakul lies in Tajikistan."],
    "ru": ["Озеро Балхаш лежит в Казахстане.", "Озеро Каракуль лежит в Таджикистане."],
}
QUESTIONS = {"en": ["Balkhash?", "Karakul?"], "ru": ["Балхаш?", "Каракуль?"]}


def _write(folder, language, count=2):
    rows = [
        {"context": passage, "qas": [{"question": question, "id": "x"}]}
        for passage, question in zip(PASSAGES[language][:count], QUESTIONS[language], strict=False)
    ]
    (folder / f"set.{language}.json").write_text(json.dumps({"data": [{"paragraphs": rows}]}), encoding="utf-8")


def _run(*args):
    with pytest.raises(SystemExit) as left:
        main([str(arg) for arg in args])
    return left.value.code


@pytest.fixture
def words(monkeypatch):
    monkeypatch.setattr("assistant.index.embedding.load_embedder", lambda *_: WordEmbedder())


def test_every_pair_and_all_together(tmp_path, words, capsys):
    _write(tmp_path, "en")
    _write(tmp_path, "ru")
    assert _run("benchmark", "xquad", "--data", tmp_path, "--json", "--out", tmp_path / "results.json") == 0
    found = json.loads(capsys.readouterr().out)
    rows = {(row["questions"], row["passages"]): row for row in found["rows"]}
    assert list(rows) == [("ru", "ru"), ("ru", "en"), ("ru", "all"), ("en", "ru"), ("en", "en"), ("en", "all")]
    assert rows["en", "en"]["figures"] == dict.fromkeys(rows["en", "en"]["figures"], 1.0)
    assert rows["en", "en"]["interval"] == [1.0, 1.0]
    # Words in common are all that the double sees: without the right text in its language the wrong one is nearest.
    assert rows["en", "all"]["own_language_wrong"] is not None
    assert rows["en", "en"]["own_language_wrong"] is None
    assert _run("benchmark", "xquad", "--data", tmp_path, "--passages", "en", "--questions", "en") == 0
    assert capsys.readouterr().out.count("| en |") == 1


def test_a_later_run_is_compared_with_the_earlier(tmp_path, words, capsys):
    _write(tmp_path, "en")
    out = tmp_path / "results.json"
    _run("benchmark", "xquad", "--data", tmp_path, "--out", out)
    assert "change" not in capsys.readouterr().out
    _run("benchmark", "xquad", "--data", tmp_path, "--out", out)
    assert "+0.000" in capsys.readouterr().out


def test_figures_by_hand(tmp_path):
    class Fixed:
        """Finds ¶1, ¶2, ¶3 in this order."""

        def search_many(self, queries, top_k, languages):
            return [
                [SimpleNamespace(document="d", paragraph=f"¶{n}", language="en", rank=n) for n in (1, 2, 3)]
                for _ in queries
            ]

    row = measure(Fixed(), [Asked("?", "en", ("¶1",)), Asked("?", "en", ("¶3",)), Asked("?", "en", ("¶9",))], ["en"])
    assert row.figures == {
        "recall@1": 0.3333,
        "recall@3": 0.6667,
        "recall@5": 0.6667,
        "recall@10": 0.6667,
        "mrr@10": 0.4444,
        "ndcg@10": 0.5,
    }
    assert row.interval[0] <= 0.3333 <= row.interval[1]
    save(tmp_path / "rows.json", [row], {"questions": "these"})
    assert load(tmp_path / "rows.json", "these") == [row]
    assert load(tmp_path / "absent.json", "these") == []
    with pytest.raises(AssistantError) as caught:
        load(tmp_path / "rows.json", "others")
    assert caught.value.key == "benchmark_other"
    assert "+0.000" in table([row], [row])


class Listed:
    """Finds what it is given: (document, paragraph, language), best first."""

    def __init__(self, *entries):
        self.entries = entries

    def search_many(self, queries, top_k, languages):
        return [
            [
                SimpleNamespace(document=document, paragraph=paragraph, language=language, rank=rank)
                for rank, (document, paragraph, language) in enumerate(self.entries, 1)
            ]
            for _ in queries
        ]


def test_a_paragraph_of_another_document_is_another_paragraph():
    found = Listed(("a", "OP3", "en"), ("b", "OP2", "en"), ("c", "OP2", "en"), ("main", "OP3", "en"))
    assert measure(found, [Asked("?", "en", ("OP3",), "main")]).figures["mrr@10"] == 0.25
    assert measure(found, [Asked("?", "en", ("OP3",))]).figures["mrr@10"] == 1.0


@pytest.mark.parametrize(
    ("entries", "wrong"),
    [
        ([("x.en", "¶1", "en"), ("x.ru", "¶1", "ru"), ("x.en", "¶2", "en")], 0.0),
        ([("x.en", "¶1", "en"), ("x.en", "¶2", "en"), ("x.ru", "¶1", "ru")], 1.0),
        ([("x.zh", "¶2", "zh"), ("x.en", "¶2", "en"), ("x.ru", "¶1", "ru")], 1.0),
        ([("x.zh", "¶2", "zh"), ("x.ru", "¶1", "ru"), ("x.en", "¶2", "en")], 0.0),
    ],
)
def test_language_bias_is_a_wrong_text_in_ones_own_language_before_a_right_one(entries, wrong):
    row = measure(Listed(*entries), [Asked("?", "en", ("¶1",))], parallel=True)
    assert row.own_language_wrong == wrong


def test_nothing_to_measure_is_said_and_nothing_is_written(tmp_path, words, capsys):
    _write(tmp_path, "en")
    out = tmp_path / "results.json"
    assert _run("benchmark", "xquad", "--data", tmp_path, "--questions", "ru", "--out", out) == 1
    assert _run("benchmark", "xquad", "--data", tmp_path, "--passages", "zh", "--out", out) == 1
    (tmp_path / "q.jsonl").write_text('{"question": {"en": "?"}, "paragraphs": []}', encoding="utf-8")
    assert _run("benchmark", "retrieval", tmp_path / "q.jsonl", "--out", out) == 1
    assert capsys.readouterr().err.count("nothing to measure") == 3
    assert not out.exists()


@pytest.mark.parametrize(
    ("content", "said"), [('{"data": [{"paragraphs": [{"context": null, "qas": []}]}]}', "set.en"), ("{}", "no 'data'")]
)
def test_a_file_in_another_format_is_named(tmp_path, words, capsys, content, said):
    (tmp_path / "set.en.json").write_text(content, encoding="utf-8")
    assert _run("benchmark", "xquad", "--data", tmp_path) == 1
    assert said in capsys.readouterr().err


def test_two_files_in_a_language_are_not_chosen_from(tmp_path, words, capsys):
    _write(tmp_path, "en")
    (tmp_path / "other.en.json").write_text("{}", encoding="utf-8")
    assert _run("benchmark", "xquad", "--data", tmp_path) == 1
    assert "other.en.json, set.en.json" in capsys.readouterr().err


def test_results_of_other_questions_are_not_compared(tmp_path, words, capsys):
    _write(tmp_path, "en")
    out = tmp_path / "results.json"
    assert _run("benchmark", "xquad", "--data", tmp_path, "--out", out) == 0
    _write(tmp_path, "en", count=1)
    assert _run("benchmark", "xquad", "--data", tmp_path, "--out", out) == 1
    assert "other questions" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_errors_say_what_is_wrong(tmp_path, words, capsys, monkeypatch, language):
    monkeypatch.setenv("ASSISTANT_INTERFACE", language)
    said = []
    assert _run("benchmark", "xquad", "--data", tmp_path) == 1
    said.append(capsys.readouterr().err)
    _write(tmp_path, "en")
    _write(tmp_path, "ru", count=1)
    assert _run("benchmark", "xquad", "--data", tmp_path) == 1
    said.append(capsys.readouterr().err)
    (tmp_path / "set.en.json").write_text("[]", encoding="utf-8")
    assert _run("benchmark", "xquad", "--data", tmp_path) == 1
    said.append(capsys.readouterr().err)
    _write(tmp_path, "en", count=1)
    (tmp_path / "results.json").write_text("{}", encoding="utf-8")
    assert _run("benchmark", "xquad", "--data", tmp_path, "--out", tmp_path / "results.json") == 1
    said.append(capsys.readouterr().err)
    assert all(line.count("\n") == 1 and str(tmp_path) in line for line in said)
    assert len(set(said)) == 4


def test_a_question_set_on_the_corpus(tmp_path, words, capsys):
    (tmp_path / "q.jsonl").write_text(
        json.dumps({"question": {"en": "Dushanbe regional centre"}, "paragraphs": ["OP3"]}), encoding="utf-8"
    )
    assert _run("benchmark", "retrieval", tmp_path / "q.jsonl", "--index", tmp_path / "index") == 0
    assert "| en | all | 1.000 |" in capsys.readouterr().out


def test_the_development_half_is_read_whole():
    if not (SHARED / "benchmarks").is_dir():
        pytest.skip("../shared/benchmarks is not there")
    documents, asked = load_xquad(SHARED / "benchmarks")
    assert [len(document.paragraphs) for document in documents] == [120, 120, 120]
    assert len(asked) == 3 * 612
