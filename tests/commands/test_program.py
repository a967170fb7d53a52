"""The command line: what goes where, and what it ends with."""

import io
import json
import subprocess
import sys

import pytest

from assistant import Answer, Assistant
from tests.commands.conftest import NO_ANSWER, QUESTION
from tests.conftest import ROOT


def test_json_goes_to_standard_output_alone(run):
    code, out, err = run("ask", QUESTION, "--json")
    answer = json.loads(out)
    assert code == 0
    assert answer["citations"][0]["paragraph"] == "OP3"
    assert answer["citations"][0]["label"] == "operative para. 3"
    assert "Building the index" in err


def test_an_answer_for_a_person(run):
    code, out, _ = run("ask", QUESTION)
    assert code == 0
    said, cited = out.split("\n\nCited paragraphs:\n\n")
    assert said.startswith("In Dushanbe. “")
    assert said.endswith("” [operative para. 3]")
    assert cited.startswith("operative para. 3 (resolution, working")
    assert "takes note of the initiative" in cited


def test_a_refusal_shows_the_nearest_paragraphs_and_is_no_failure(run):
    code, out, _ = run("ask", NO_ANSWER)
    assert code == 0
    assert out.startswith("在文本中没有找到答案。\n\n最接近的段落:")


@pytest.fixture
def typed(monkeypatch):
    """A function that puts bytes on standard input."""
    return lambda given: monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))


def test_a_conversation_from_a_pipe(run, typed, monkeypatch):
    histories, ask = [], Assistant.ask

    def recorded(self, question, language=None, *, history=(), documents=()):
        histories.append([(turn.question, turn.answer) for turn in history])
        return ask(self, question, language, history=history, documents=documents)

    monkeypatch.setattr(Assistant, "ask", recorded)
    typed(f"{QUESTION}\n\n  \n{NO_ANSWER}\n{QUESTION}".encode())
    code, out, _ = run("chat")
    assert code == 0
    answered, refused = run("ask", QUESTION)[1], run("ask", NO_ANSWER)[1]
    assert out == f"{answered}\n{refused}\n{answered}\n"
    first, second = (QUESTION, answered.split("\n\n")[0]), (NO_ANSWER, "在文本中没有找到答案。")
    assert histories[:3] == [[], [first], [first, second]]


def test_a_conversation_goes_on_after_a_bad_question(run, typed):
    typed(b"Where is \xff?\n" + "长".encode() * 3000 + b"\n" + QUESTION.encode())
    code, out, err = run("chat", "--language", "en")
    assert code == 1
    assert out.startswith("In Dushanbe.")
    assert "unreadable" in err
    assert "too long" in err


def test_a_conversation_is_broken_off_quietly(run, monkeypatch):
    class Interrupted(io.StringIO):
        def readline(self):
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Interrupted())
    assert run("chat") == (130, "", "")


def test_how_a_question_was_understood_is_said(run, monkeypatch):
    understood = Answer("And there?", "Text.", "ru", False, standalone="Where is it?")
    monkeypatch.setattr(Assistant, "ask", lambda *_, **__: understood)
    assert "\n\nВопрос понят так: Where is it?\n\n" in run("ask", "And there?")[1]


def test_search(run):
    code, out, _ = run("search", QUESTION, "--top-k", "2", "--json")
    found = json.loads(out)
    assert code == 0
    assert [item["rank"] for item in found] == [1, 2]
    assert found[0]["paragraph"] == "OP3"
    code, out, _ = run("search", QUESTION, "-k", "3", "--language", "ru")
    assert out.startswith("1. ")
    assert "пункт" in out


def test_search_in_some_texts_only(run):
    code, out, _ = run("search", "Dushanbe", "--in", "ru", "--document", "resolution", "--json", "-k", "3")
    assert code == 0
    assert {(item["document"], item["language"]) for item in json.loads(out)} == {("resolution", "ru")}
    assert run("search", "Dushanbe", "--in", "fr")[0] == 1


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["ask", ""], "The question is empty"),
        (["ask", "", "--language", "ru"], "Вопрос пуст"),
        (["ask", "长" * 5000], "问题过长"),
        (["search", "Где \udcff центр?"], "нечитаемые знаки"),
        (["ask", "Where?", "--language", "fr"], '"fr" is not supported'),
        (["ask", "Где?", "--corpus", "/nowhere"], "не существует"),
        (["evaluate", "/nowhere.jsonl", "--out", "out"], "/nowhere.jsonl"),
        (["evaluate", "x", "--out", "out", "--languages", "zh,fr"], '"fr" is not supported'),
        (["index", "info"], "There is no index"),
        (["index", "build", "/nowhere"], "does not exist"),
    ],
)
def test_what_goes_wrong_is_one_line_on_standard_error(run, args, line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*args)
    assert (code, out) == (1, "")
    assert line in err
    assert len([text for text in err.splitlines() if "Building" not in text]) == 1


@pytest.mark.parametrize("value", ["0", "many"])
def test_a_bad_setting_is_one_line(run, monkeypatch, value):
    monkeypatch.setenv("ASSISTANT_TOP_K", value)
    code, _, err = run("ask", QUESTION)
    assert code == 1
    assert 'Setting "top_k"' in err.replace("\n", " ") or "top_k" in err
    assert len(err.splitlines()) == 1


def test_a_settings_file_that_is_no_toml_is_one_line(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "assistant.toml").write_text("top_k = = 3", encoding="utf-8")
    code, _, err = run("ask", QUESTION)
    assert code == 1
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("args", [["ask"], ["nonsense"], ["search", "x", "--top-k", "0"], ["ask", "x", "--colour"]])
def test_wrong_usage_is_code_2(run, args):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err


def test_messages_follow_the_locale(run, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "问题为空" in run("ask", " ")[2]


def test_an_unexpected_error_is_one_line(run, monkeypatch):
    monkeypatch.setattr(Assistant, "ask", lambda *_, **__: 1 / 0)
    code, _, err = run("ask", QUESTION)
    assert code == 1
    assert err.strip().endswith("Please report it together with the question.")
    assert len(err.splitlines()) == 1


def test_index_build_and_info(run, tmp_path):
    file = tmp_path / "note.en.txt"
    file.write_text("One.\n\nTwo.", encoding="utf-8")
    code, out, _ = run("index", "build", str(file))
    assert code == 0
    assert "paragraphs          2" in out
    code, out, _ = run("index", "info", "--json")
    assert json.loads(out)["sources"] == [str(file)]


def test_the_page_is_open_to_other_machines_with_a_word(run, monkeypatch):
    served = []
    monkeypatch.setattr("assistant.page.serving.serve", served.append)
    run("serve", "--host", "0.0.0.0", "--open")
    run("serve")
    assert [(settings.host, settings.open) for settings in served] == [("0.0.0.0", True), ("127.0.0.1", False)]


def test_models_are_named_with_source_checksum_and_licence(run):
    code, out, _ = run("models", "--json")
    models = json.loads(out)
    assert code == 0
    assert models["language"]["sha256"].startswith("cc324af0")
    assert {models["embedding"]["licence"], models["language"]["licence"]} == {"MIT", "Apache-2.0"}
    assert "multilingual-e5-small" in run("models")[1]


def test_evaluate_prints_a_table(run, tmp_path):
    questions = tmp_path / "q.jsonl"
    questions.write_text(json.dumps({"question": QUESTION, "paragraphs": ["OP3"]}), encoding="utf-8")
    code, out, _ = run("evaluate", str(questions), "--out", str(tmp_path / "out"), "--languages", "en")
    assert code == 0
    assert "| answers_citing_acceptable | 1.000 | 1.000 |" in out
    code, out, _ = run("evaluate", str(questions), "--out", str(tmp_path / "out"), "--languages", "en", "--json")
    assert json.loads(out)["languages"]["en"]["recall@1"] == 1.0


def test_help_loads_no_model_library():
    script = (
        "import sys\n"
        "from assistant.commands.program import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'openvino', 'faiss', 'gradio', 'numpy'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "evaluate" in done.stdout


def test_a_console_without_unicode_still_gets_the_line():
    code = "from assistant.commands.program import main; main(['ask', '', '--language', 'zh'])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert "问题为空" in done.stderr.decode("utf-8")
