"""Documents beside what is printed in them."""

import json
from itertools import islice
from pathlib import Path

import pytest

from assistant.commands.program import main
from assistant.evaluation.reading import read_truths, summary

TEXT = "The General Assembly,\n\nRecalling that,\n\n1. Decides;\n\n(a) to meet;\n\n2. Asks."
ROWS = [
    ("PP1", "Recalling", "that,"),
    ("OP1", "Decides", "Decides;"),
    ("OP1(a)", "to", "meet;"),
    ("OP2", "Asks.", "Asks."),
]
SHARED = Path(__file__).resolve().parents[3] / "shared" / "undocs"


def _truth(folder, rows, **more):
    (folder / "d.en.txt").write_text(TEXT, encoding="utf-8")
    (folder / "truth").mkdir(exist_ok=True)
    paragraphs = [{"id": name, "begins": begins, "ends": ends} for name, begins, ends in rows]
    row = {"file": "d.en.txt", "symbol": None, "title": None, "paragraphs": paragraphs, **more}
    (folder / "truth" / "d.json").write_text(json.dumps(row), encoding="utf-8")
    return list(read_truths(folder / "truth", folder))


def test_what_is_right_has_no_fault(tmp_path):
    (found,) = _truth(tmp_path, ROWS)
    assert (found.right, found.wanted, found.extra, found.faults) == (4, 4, 0, ())
    assert summary([found])["faultless"] == 1.0


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ([*ROWS, ("OP3", "Ends", "Ends.")], "OP3 is missing"),
        (ROWS[:-1], "OP2 is not printed"),
        ([*ROWS[:-1], ("OP2", "Urges", "Asks.")], "OP2 begins"),
        ([*ROWS[:-1], ("OP2", "Asks", "again.")], "OP2 ends"),
    ],
)
def test_each_fault_is_told(tmp_path, rows, fault):
    (found,) = _truth(tmp_path, rows)
    assert any(line.startswith(fault) for line in found.faults)
    assert summary([found])["paragraphs"] < 1


def test_counts_are_compared(tmp_path, capsys):
    (tmp_path / "d.en.txt").write_text(TEXT, encoding="utf-8")
    row = {"file": "d.en.txt", "sure": True, "PP": 1, "OP": 3, "FN": 0, "symbol": None, "title": None}
    (tmp_path / "bulk.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (found,) = read_truths(tmp_path / "bulk.jsonl", tmp_path)
    assert (found.right, found.wanted, found.faults) == (2, 3, ("OP: 2, printed 3",))
    with pytest.raises(SystemExit) as ended:
        main(["benchmark", "reading", "--truth", str(tmp_path / "bulk.jsonl"), "--files", str(tmp_path), "--json"])
    assert ended.value.code == 0
    assert json.loads(capsys.readouterr().out)["paragraphs"] == 0.667


@pytest.mark.parametrize(
    ("truth", "files", "least"),
    [
        ("truth", "files", {"paragraphs": 0.98, "marks": 0.98, "symbols": 1.0}),
        ("bulk.jsonl", "bulk", {"faultless": 0.97}),
    ],
)
def test_real_documents(truth, files, least):
    if not (SHARED / truth).exists():
        pytest.skip(f"../shared/undocs/{truth} is not there")
    # Thirty are enough to see a kind of document fail; all are measured by `assistant benchmark reading`.
    found = summary(list(islice(read_truths(SHARED / truth, SHARED / files), 30)))
    assert {name: found[name] >= share for name, share in least.items()} == dict.fromkeys(least, True)
