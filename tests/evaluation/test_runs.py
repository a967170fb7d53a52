"""Question sets, figures, and runs that go on where they stopped."""

import json

import pytest

from assistant.errors import AssistantError
from assistant.evaluation import METRICS, Result, evaluate, load_questions, summarise, table

ROWS = [
    {
        "id": "q1",
        "question": {
            "en": "Where is the initiative to establish a regional centre?",
            "zh": "区域人工智能中心设在哪里？",
        },
        "paragraphs": ["OP3"],
        "facts": {"en": [["Dushanbe"]], "zh": [["杜尚别"]]},
    },
    {"id": "q2", "question": {"en": "How do I bake bread?"}, "paragraphs": [], "facts": None},
    {"question": "Что такое 78/265?"},
]


@pytest.fixture
def questions(tmp_path):
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "\n\n", encoding="utf-8")
    return file


def test_rows_become_one_question_a_language(questions):
    loaded = load_questions(questions)
    assert [(item.id, item.language) for item in loaded] == [
        ("q1", "zh"),
        ("q1", "en"),
        ("q2", "en"),
        ("3", "ru"),
    ]
    assert loaded[1].facts == (("Dushanbe",),)
    assert loaded[2].paragraphs == ()
    assert (loaded[3].paragraphs, loaded[3].facts) == (None, None)
    assert [item.id for item in load_questions(questions, languages=["en"], limit=1)] == ["q1"]


@pytest.mark.parametrize(
    "row",
    [
        "not json",
        "[1]",
        "{}",
        '{"question": 5}',
        '{"question": {}}',
        '{"question": {"fr": "Où ?"}}',
        '{"question": "x", "paragraphs": "OP3"}',
        '{"question": "x", "facts": ["Dushanbe"]}',
        '{"question": "x", "id": "q1"}',
    ],
)
def test_a_bad_row_is_named_by_its_line(questions, row):
    with questions.open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(AssistantError) as caught:
        load_questions(questions)
    assert caught.value.key == "question_row"
    assert "line 5" in str(caught.value)


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"\n\n"])
def test_a_set_without_questions_is_one_line(tmp_path, content):
    file = tmp_path / "set.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(AssistantError) as caught:
        load_questions(file)
    assert caught.value.key == "questions_unreadable"


def _result(**values):
    row = {"id": "1", "language": "en", "question": "?", "paragraphs": ("OP3",), "facts": None}
    return Result(**{**row, "text_language": "en", **values})


def test_figures_by_hand():
    results = [
        _result(
            ranked=("OP3", "PP1"),
            cited=("OP3",),
            facts=(("Dushanbe", "capital"), ("2025",)),
            text="dushanbe, 2025",
        ),
        _result(ranked=("PP1", "PP2", "PP3", "OP3"), cited=("PP1", "OP3"), facts=(("Dushanbe",),), text="Ashgabat"),
        _result(
            ranked=("PP1",),
            refused=True,
            facts=(("text",),),
            text="The text does not say.",
            text_language="zh",
        ),
        _result(paragraphs=(), refused=True),
        _result(paragraphs=(), cited=("PP9",)),
        _result(paragraphs=None, cited=("PP9",)),
        _result(error="too long"),
    ]
    figures = summarise(results)["en"]
    assert figures["questions"] == 7
    assert figures["errors"] == 1
    assert figures["recall@1"] == figures["recall@3"] == pytest.approx(1 / 3, abs=1e-4)
    assert figures["recall@5"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures["mrr"] == pytest.approx((1 + 1 / 4) / 3, abs=1e-4)
    assert figures["answers_citing_acceptable"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures["citations_acceptable"] == 0.5  # OP3, OP3 of OP3, PP1, OP3, PP9
    assert figures["facts_present"] == pytest.approx(1 / 3, abs=1e-4)
    assert figures["language_match"] == pytest.approx(5 / 6, abs=1e-4)
    assert figures["refused_unanswerable"] == 0.5
    assert figures["refused_answerable"] == pytest.approx(1 / 3, abs=1e-4)
    assert set(figures) == set(METRICS)


def test_a_label_is_no_fact_of_the_answer(scripted, tmp_path):
    file = tmp_path / "q.jsonl"
    row = {"question": ROWS[0]["question"]["en"], "paragraphs": ["OP3"], "facts": [["operative para. 3"]]}
    file.write_text(json.dumps(row), encoding="utf-8")
    figures = evaluate(file, tmp_path / "out", scripted("In Dushanbe."))["languages"]["en"]
    assert (figures["answers_citing_acceptable"], figures["facts_present"]) == (1.0, 0.0)


def test_percentiles():
    figures = summarise([_result(total=float(n)) for n in range(1, 102)])["all"]
    assert (figures["total_p50_s"], figures["total_p95_s"]) == (51.0, 96.0)


def test_what_can_not_be_counted_is_none():
    figures = summarise([_result(paragraphs=None)])["en"]
    assert figures["recall@1"] is None
    assert figures["refused_unanswerable"] is None
    assert "–" in table({"languages": {"en": figures}})


def test_a_run_writes_results_and_summary(scripted, questions, tmp_path):
    assistant = scripted("In Dushanbe.")
    summary = evaluate(questions, tmp_path / "out", assistant)
    lines = (tmp_path / "out" / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4
    assert json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8")) == summary
    assert set(summary["languages"]) == {"zh", "ru", "en", "all"}
    assert summary["languages"]["en"]["facts_present"] == 1.0
    assert summary["languages"]["en"]["answers_citing_acceptable"] == 1.0
    assert summary["languages"]["en"]["language_match"] == 1.0
    assert summary["languages"]["ru"]["recall@1"] is None


def test_an_interrupted_run_goes_on_where_it_stopped(scripted, questions, tmp_path):
    out = tmp_path / "out"
    evaluate(questions, out, scripted("In Dushanbe."))
    file = out / "results.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines[:2], lines[2][: len(lines[2]) // 2]]), encoding="utf-8")
    assistant = scripted("In Dushanbe.")
    evaluate(questions, out, assistant)
    again = file.read_text(encoding="utf-8").splitlines()
    assert again[:2] == lines[:2]
    assert [json.loads(line)["id"] for line in again] == ["q1", "q1", "q2", "3"]
    questions_asked = [messages[1].content for messages in assistant._given_engine.asked]
    assert not any("区域人工智能中心设在哪里" in content for content in questions_asked)
    evaluate(questions, out, assistant)
    assert file.read_text(encoding="utf-8").splitlines() == again


def test_more_languages_and_rows_join_a_finished_run(scripted, questions, tmp_path):
    first = evaluate(questions, tmp_path / "out", scripted(), languages=["en"], limit=1)
    assert set(first["languages"]) == {"en", "all"}
    assert set(evaluate(questions, tmp_path / "out", scripted())["languages"]) == {"zh", "ru", "en", "all"}


def test_another_runs_folder_is_left_alone(scripted, questions, tmp_path):
    out = tmp_path / "out"
    evaluate(questions, out, scripted("In Dushanbe."))
    before = (out / "results.jsonl").read_bytes()
    with pytest.raises(AssistantError) as caught:
        evaluate(questions, out, scripted("In Dushanbe.", prompt_paragraphs=1))
    assert caught.value.key == "results_other_run"
    assert (out / "results.jsonl").read_bytes() == before


def test_a_question_that_fails_does_not_lose_the_others(scripted, tmp_path):
    file = tmp_path / "q.jsonl"
    long = json.dumps({"question": "a" * 5000})
    file.write_text(f'{long}\n{{"question": "Where is the initiative?"}}\n', encoding="utf-8")
    summary = evaluate(file, tmp_path / "out", scripted("In Dushanbe."))
    assert summary["languages"]["all"]["errors"] == 1
    assert summary["languages"]["all"]["questions"] == 2


def test_an_out_folder_that_is_a_file_is_one_line(scripted, questions, tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(AssistantError) as caught:
        evaluate(questions, tmp_path / "out", scripted())
    assert caught.value.key == "folder_unwritable"


def test_the_table_has_a_row_a_metric(scripted, questions, tmp_path):
    rows = table(evaluate(questions, tmp_path / "out", scripted("In Dushanbe."))).splitlines()
    assert rows[0] == "| | zh | ru | en | all |"
    assert len(rows) == 2 + len(METRICS)
