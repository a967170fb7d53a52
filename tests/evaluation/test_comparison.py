"""The assistant beside a chain: figures by hand, the chain's own answers, runs that go on, and the two commands."""

import json
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

from assistant import Assistant, Settings
from assistant.answer import Answer, Citation, Evidence
from assistant.commands.program import main
from assistant.errors import AssistantError
from assistant.evaluation import Question
from assistant.evaluation.chain import Chain, cited, says_unknown
from assistant.evaluation.comparison import FIGURES, compare, figures, spread, table
from assistant.evaluation.starts import Starts, measure_starts
from assistant.evaluation.wording import written_in
from assistant.text.claims import claims
from tests.conftest import ScriptedEngine, WordEmbedder

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
    {"id": "q2", "question": {"en": "How do I bake bread?"}, "paragraphs": []},
]
PASSAGES = {
    "en": ["Lake Balkhash lies in Kazakhstan.", "Lake Karakul lies in Tajikistan."],
    "ru": ["Озеро Балхаш лежит в Казахстане.", "Озеро Каракуль лежит в Таджикистане."],
}
GOLD = {
    "en": [("Where does lake Balkhash lie?", "Kazakhstan"), ("Where does lake Karakul lie?", "Tajikistan")],
    "ru": [("Где лежит озеро Балхаш?", "в Казахстане"), ("Где лежит озеро Каракуль?", "в Таджикистане")],
}


def _evidence(paragraph, text="", document="d", rank=1):
    return Evidence(document, paragraph, str(rank), text, "", "en", "original", 0.9, rank)


def _citation(paragraph, quote="", document="d", label="1"):
    return Citation(document, paragraph, label, quote, "en", "original", 0.9, ())


class Fixed:
    """Gives the answers that it is told to, by question."""

    def __init__(self, answers):
        self.answers, self.asked, self.warm = answers, [], 0

    def warm_up(self):
        self.warm += 1

    def stream(self, question, language):
        self.asked.append(question)
        given = self.answers[question]
        if isinstance(given, Exception):
            raise given
        yield (_evidence("OP1"),)
        yield from given.text
        yield given


def _answer(text, *citations, refused=False):
    return Answer("", text, "en", refused, citations)


def _question(name, text="?", language="en", paragraphs=("OP1",), facts=None):
    return Question(name, language, text, paragraphs, facts)


@pytest.fixture
def words(monkeypatch, tmp_path):
    """The commands with scripted models; the language models that were made, in order."""
    made = []

    def engine(*_):
        made.append(ScriptedEngine("In Dushanbe [1]."))
        return made[-1]

    monkeypatch.setenv("ASSISTANT_ENGINE", "transformers")
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path / "index"))
    monkeypatch.setattr("assistant.index.embedding.load_embedder", lambda *_: WordEmbedder())
    monkeypatch.setattr("assistant.generation.load_engine", engine)
    monkeypatch.setattr("assistant.evaluation.chain.load_engine", engine)
    return made


@pytest.fixture
def questions(tmp_path):
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return file


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    for language, passages in PASSAGES.items():
        rows = [
            {"context": passage, "qas": [{"question": question, "answers": [{"text": answer}]}]}
            for passage, (question, answer) in zip(passages, GOLD[language], strict=True)
        ]
        (folder / f"set.{language}.json").write_text(json.dumps({"data": [{"paragraphs": rows}]}), encoding="utf-8")
    return folder


def _run(*args):
    with pytest.raises(SystemExit) as left:
        main([str(arg) for arg in args])
    return left.value.code or 0


# --- figures


def test_figures_by_hand():
    asked = [
        _question("1", "a", facts=(("New  York",),)),
        _question("2", "in 1999?", facts=(("3",),)),
        _question("3", "c", paragraphs=()),
        _question("4", "d"),
    ]
    one = Fixed(
        {
            "a": _answer("In new york. [para. 3]", _citation("OP1", "New York", label="para. 3")),
            # The only 3 is in a label; 1999 is the question's; 22 and November are nobody's.
            "in 1999?": _answer("On 22 November 1999. [para. 3]", _citation("OP9", "On 5 May", label="para. 3")),
            "c": _answer("The text does not say.", refused=True),
            "d": _answer("В Душанбе. [1]", _citation("OP1")),
        }
    )
    two = Fixed({name: AssistantError("question_empty") for name in one.answers})
    found = figures(compare(asked, {"one": one, "two": two}))
    assert list(found) == ["en"]
    assert list(found["en"]["one"]) == list(FIGURES)
    row = found["en"]["one"]
    assert row["facts_present"] == 0.5
    assert row["answers_citing_acceptable"] == pytest.approx(2 / 3, abs=1e-4)
    assert row["citations_acceptable"] == pytest.approx(2 / 3, abs=1e-4)
    assert row["language_match"] == 0.75
    assert row["refused_unanswerable"] == 1.0
    assert row["refused_answerable"] == 0.0
    assert row["citations_not_retrieved"] == 1
    assert row["answers_unsupported"] == 1
    assert (row["errors"], found["en"]["two"]["errors"]) == (0, 4)
    assert found["en"]["two"]["citations_not_retrieved"] == 0


def test_what_is_unsupported_is_named():
    (reply,) = compare(
        [_question("1", "a")], {"one": Fixed({"a": _answer("On 22 November [1]", _citation("OP1", "On 22 May"))})}
    )
    assert reply.unsupported == ("month 11",)
    assert reply.not_retrieved == ()


def test_a_number_that_a_translated_paragraph_has_in_words_is_supported():
    for language, unsupported in (("zh", ()), ("en", ("19",))):
        citation = replace(_citation("OP1", "直至十九世纪"), language=language)
        asked = Fixed({"a": _answer("Until the 19th century [1]", citation)})
        (reply,) = compare([_question("1", "a")], {"one": asked})
        assert reply.unsupported == unsupported


def test_a_paragraph_of_another_document_was_not_retrieved():
    answer = _answer("Yes [1]", _citation("OP1", document="other"))
    (reply,) = compare([_question("1", "a")], {"one": Fixed({"a": answer})})
    assert reply.not_retrieved == ("OP1",)


def test_systems_are_asked_in_turn_and_ratios_are_of_medians(monkeypatch):
    order = []
    now = iter(range(1000))
    monkeypatch.setattr("assistant.evaluation.comparison.time", SimpleNamespace(perf_counter=lambda: next(now)))

    class Noted(Fixed):
        def stream(self, question, language):
            order.append((self, question))
            return super().stream(question, language)

    quick, slow = (Noted({"a": _answer(text), "b": _answer(text)}) for text in ("x", "longer"))
    found = figures(compare([_question("1", "a"), _question("2", "b")], {"quick": quick, "slow": slow}))
    assert order == [(quick, "a"), (slow, "a"), (quick, "b"), (slow, "b")]
    assert (quick.warm, slow.warm) == (1, 1)
    # The clock moves by one at each event: evidence, the first piece, and so on.
    row = found["en"]["slow"]
    assert (row["retrieve_p50_s"], row["first_token_p50_s"], row["total_p50_s"]) == (1, 2, 9)
    assert found["en"]["quick"]["total_p50_s"] == 4
    assert (row["first_token_ratio"], row["total_ratio"]) == (1.0, 2.25)
    assert found["en"]["quick"]["total_ratio"] is None
    assert "| total_ratio | – | 2.25 |" in table(found)


def test_several_languages_have_a_column_for_all():
    system = Fixed({"a": _answer("yes"), "b": _answer("да")})
    found = figures(compare([_question("1", "a"), _question("1", "b", "ru")], {"one": system}))
    assert list(found) == ["ru", "en", "all"]
    assert "| | ru one | en one | all one |" in table(found)
    assert found["all"]["one"]["questions"] == 2


def test_questions_are_spread_over_the_set_and_differ_by_language():
    asked = [_question(str(n), language=language) for n in range(9) for language in ("en", "zh")]
    chosen = spread(asked, 3)
    assert [(item.language, item.id) for item in chosen] == [
        ("zh", "0"),
        ("en", "1"),
        ("zh", "3"),
        ("en", "4"),
        ("zh", "6"),
        ("en", "7"),
    ]
    assert spread(asked, None) == spread(asked, 50) == sorted(asked, key=lambda q: (int(q.id), q.language != "zh"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 18 November 2005", {"18", "2005", "month 11"}),
        ("18 ноября 2005 года", {"18", "2005", "month 11"}),
        ("2005年11月18日", {"18", "2005", "month 11"}),
        ("A/RES/78/265 and A/79/L.45", {"78/265", "A/79/L.45"}),
        ("第78/265号决议", {"78/265"}),
        ("1,250 or 1 250 or 1250", {"1250"}),
        ("1. may 2. and/or AND/OR", set()),
        ("in 2015 193 states", {"2015", "193"}),
        ("3.5 или 3,5", {"3.5"}),
    ],
)
def test_claims_are_alike_in_the_three_languages(text, found):
    assert claims(text) == found


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("A/RES/78/265, 2005.", "zh"),
        ("《Sustainable development goals》是决议的名称", "zh"),
        ("BSkyB：“BSkyB 均同意终止诉讼。”", "zh"),
        ("Skyclad: «Группа Skyclad, которую считают первой.»", "ru"),
        ("“The text” [1]", "en"),
        ("Dushanbe", "en"),
    ],
)
def test_the_language_of_words(words, language):
    assert written_in(words, "zh") == language


# --- runs that go on


def test_an_interrupted_run_goes_on_with_what_is_missing(tmp_path):
    out = tmp_path / "out" / "replies.jsonl"
    answers = {"a": _answer("yes"), "b": _answer("no")}
    asked = [_question("1", "a"), _question("2", "b")]
    first = compare(asked, {"one": Fixed(answers), "two": Fixed(answers)}, out=out)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["system"] for line in lines] == ["one", "two", "one", "two"]
    out.write_text("\n".join([*lines[:3], lines[3][:40]]), encoding="utf-8")
    systems = {"one": Fixed(answers), "two": Fixed(answers)}
    again = compare(asked, systems, out=out)
    assert (systems["one"].asked, systems["two"].asked) == ([], ["b"])
    assert (systems["one"].warm, systems["two"].warm) == (0, 1)
    assert again[:3] == first[:3]
    with pytest.raises(AssistantError) as caught:
        compare(asked, systems, out=out, run={"questions": "others"})
    assert caught.value.key == "results_other_run"


def test_a_file_that_can_not_be_written_is_one_line(tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(AssistantError) as caught:
        compare([_question("1", "a")], {"one": Fixed({"a": _answer("yes")})}, out=tmp_path / "out" / "replies.jsonl")
    assert caught.value.key == "folder_unwritable"


def test_an_error_that_is_of_no_file_stays_what_it_is():
    class Broken(Fixed):
        def warm_up(self):
            raise ConnectionError("no model")

    with pytest.raises(ConnectionError):
        compare([_question("1", "a")], {"one": Broken({})})


# --- the chain


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Yes [1], no [3].", ["OP1", "OP3"]),
        ("Yes [1, 3]【2】[1]", ["OP1", "OP3", "OP2"]),
        ("Yes [7].", ["[7]"]),
        ("In [2015] or (1)", []),
    ],
)
def test_marks_of_the_chain(text, paragraphs):
    evidence = [_evidence(f"OP{n}", rank=n) for n in (1, 2, 3)]
    assert [item.paragraph for item in cited(text, evidence)] == paragraphs


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("I don't know.", True),
        ("I'm sorry, but I don’t know the answer.", True),
        ("The context does not provide information on bread.", True),
        ("我不知道。", True),
        ("根据上下文，没有提到这个问题的答案。", True),
        ("Я не знаю.", True),
        ("В контексте нет ответа на этот вопрос.", True),
        ("", True),
        ("In Dushanbe [1]. The context does not mention a date.", False),
        ("The resolution does not provide for sanctions [1].", False),
        ("决议没有提到制裁 [1]。", False),
        ("Резолюция не содержит санкций [1].", False),
    ],
)
def test_a_refusal_of_the_chain(text, unknown):
    assert says_unknown(text) is unknown


def test_the_chain_reads_the_three_nearest_texts_and_cites_by_mark(tmp_path):
    engine = ScriptedEngine("In Dushanbe [1]. So it says [9].")
    chain = Chain(Settings(index_dir=tmp_path / "index"), embedder=WordEmbedder(), engine=engine)
    question = "In Dushanbe a regional centre for artificial intelligence?"
    evidence, *pieces, answer = chain.stream(question, "en")
    assert len(evidence) == len({(item.document, item.language, item.paragraph) for item in evidence}) == 3
    assert [item.score for item in evidence] == sorted((item.score for item in evidence), reverse=True)
    assert "".join(pieces) == answer.text == engine.reply
    assert [item.paragraph for item in answer.citations] == [evidence[0].paragraph, "[9]"]
    (message,) = engine.asked[-1]
    assert all(f"[{item.rank}] {item.text}" in message.content for item in evidence)
    assert message.content.endswith(f"Question: {question}")
    (reply,) = compare([_question("1", question)], {"chain": chain})
    assert reply.not_retrieved == ("[9]",)
    assert reply.words == "In Dushanbe. So it says."


def test_a_chain_without_reply_refuses(tmp_path):
    chain = Chain(Settings(index_dir=tmp_path / "index"), embedder=WordEmbedder(), engine=ScriptedEngine(""))
    *_, answer = chain.stream("Where?", "en")
    assert (answer.refused, answer.citations) == (True, ())


# --- the commands


def test_answers_on_the_corpus(words, questions, tmp_path, capsys):
    out = tmp_path / "replies.jsonl"
    assert _run("benchmark", "answers", questions, "--json", "--out", out) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"zh", "en", "all"}
    assert set(found["en"]) == {"assistant", "chain"}
    row = found["en"]["assistant"]
    assert (row["questions"], row["facts_present"], row["citations_not_retrieved"]) == (2, 1.0, 0)
    assert found["en"]["chain"]["total_ratio"] > 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 6
    assert len(words) == 2  # two models in one process: the chain shares no cache with the assistant
    assert _run("benchmark", "answers", questions, "--out", out) == 0
    assert "| | zh assistant | zh chain | en assistant | en chain |" in capsys.readouterr().out
    assert all(engine.asked == [] for engine in words[2:])
    assert _run("benchmark", "answers", questions, "--alone", "--out", out) == 1


def test_answers_on_parallel_files(words, data, tmp_path, capsys, monkeypatch):
    library = tmp_path / "mine"
    library.mkdir()
    (library / "mine.en.txt").write_text("Lake Balkhash lies in my own library.", encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_LIBRARY_DIR", str(library))
    out = tmp_path / "replies.jsonl"
    command = ("benchmark", "answers", "--data", data, "--passages", "en", "--questions", "en,ru", "--out", out)
    assert _run(*command, "--limit", "1") == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["system"], row["id"], row["language"]) for row in rows] == [
        ("assistant", "1", "ru"),
        ("chain", "1", "ru"),
        ("assistant", "2", "en"),
        ("chain", "2", "en"),
    ]
    assert [row["facts"] for row in rows[1:3]] == [[["в Казахстане"]], [["Tajikistan"]]]
    assert [row["paragraphs"] for row in rows[1:3]] == [["¶1"], ["¶2"]]
    assert all(set(row["ranked"]) <= {"¶1", "¶2"} for row in rows)
    assert rows[3]["ranked"] == ["¶2", "¶1"]
    # Another sample of the same questions goes on; other passages do not.
    assert _run(*command) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 8
    command = [*command]
    command[command.index("--passages") + 1] = "ru"
    assert _run(*command) == 1
    assert "another run" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_what_is_wrong_is_said_in_one_line(words, questions, data, capsys, monkeypatch, language):
    monkeypatch.setenv("ASSISTANT_INTERFACE", language)
    said = []
    for args in (
        (),
        (questions, "--data", data),
        ("--data", data, "--passages", "zh"),
        ("--data", data, "--passages", "en,ru"),
    ):
        assert _run("benchmark", "answers", *args) == 1
        said.append(capsys.readouterr().err)
    monkeypatch.setitem(sys.modules, "assistant.evaluation.chain", None)
    assert _run("benchmark", "answers", questions) == 1
    said.append(capsys.readouterr().err)
    assert "'.[bench]'" in said[-1]
    assert all(line.count("\n") == 1 for line in said)
    assert len(set(said)) == 4


def test_alone_needs_no_chain(words, questions, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "assistant.evaluation.chain", None)
    assert _run("benchmark", "answers", questions, "--alone", "--questions", "en") == 0
    assert "| | en assistant |" in capsys.readouterr().out


def test_latency(words, questions, capsys, monkeypatch):
    given = []

    def starts(question, options):
        given.append((question, options))
        assert not words, "models are loaded after starts are measured"
        return Starts(0.125, 4.5, 3000)

    monkeypatch.setattr("assistant.evaluation.starts.measure_starts", starts)
    assert _run("benchmark", "latency", questions, "--limit", 1) == 0
    printed = capsys.readouterr().out
    assert "| | zh assistant | zh chain | en assistant | en chain |" in printed
    assert "| total_ratio | – |" in printed
    assert "facts_present" not in printed
    assert "from start to first token: 4.5 s, 3000 MB at most" in printed
    assert given == [(ROWS[1]["question"]["en"], [])]
    words.clear()
    assert _run("benchmark", "latency", questions, "--alone", "--json", "--corpus", "corpus") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["starts"] == {"help": 0.125, "first_token": 4.5, "peak_memory_mb": 3000}
    assert list(found["languages"]["en"]) == ["assistant"]
    assert given[-1][1] == ["--corpus", "corpus"]


def test_starts_are_those_of_programs(tmp_path):
    program = tmp_path / "program.py"
    program.write_text(
        "import json, sys, time\n"
        "open(sys.argv[0] + '.log', 'a').write(' '.join(sys.argv[1:]) + '\\n')\n"
        "if 'ask' in sys.argv:\n"
        "    time.sleep(0.2)\n"
        "    print(json.dumps({'timings': {'total': 0.2, 'first_token': 0.1}}))\n",
        encoding="utf-8",
    )
    starts = measure_starts("Where?", ["--index", "x"], [sys.executable, str(program)])
    assert starts.first_token >= 0.1
    assert starts.help > 0
    lines = (tmp_path / "program.py.log").read_text(encoding="utf-8").splitlines()
    assert lines == ["ask Where? --json --index x"] * 4 + ["--help"] * 3
    program.write_text("import sys; sys.exit('no model')", encoding="utf-8")
    with pytest.raises(AssistantError) as caught:
        measure_starts("Where?", [], [sys.executable, str(program)])
    assert "no model" in str(caught.value)


def test_the_assistant_is_a_system(tmp_path):
    settings = Settings(index_dir=tmp_path / "index")
    assistant = Assistant(settings, embedder=WordEmbedder(), engine=ScriptedEngine("In Dushanbe."))
    (reply,) = compare([_question("1", ROWS[0]["question"]["en"], paragraphs=("OP3",))], {"assistant": assistant})
    assert reply.cited == ("OP3",)
    assert reply.words.startswith("In Dushanbe. “")  # and a quotation, but no label
    assert reply.words.endswith("”")
    assert (reply.not_retrieved, reply.unsupported) == ((), ())
    assert 0 < reply.retrieve <= reply.first_token <= reply.total
