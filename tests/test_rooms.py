"""The house: what each room may import, and how small its modules stay."""

import shutil
import subprocess
import sys

import pytest
from path import Stay, entered_again, trace

from tests.conftest import ROOT

MOST_LINES, MOST_ON_THE_GROUND = 300, 10


@pytest.fixture
def check(tmp_path):
    """A function that checks the contracts on a copy of the package, with a line put before a module's others."""
    pytest.importorskip("importlinter")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "assistant", tmp_path / "assistant", ignore=shutil.ignore_patterns("__pycache__"))

    def run(module="", line=""):
        if module:
            file = tmp_path / "assistant" / module
            file.write_text(f"{line}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
        lint = "import sys; sys.path[0] = '.'; from importlinter.cli import lint_imports_command as lint; lint()"
        command = [sys.executable, "-c", lint, "--no-cache"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=100)

    return run


def test_the_contracts_hold(check):
    done = check()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("text/terms.py", "from assistant.qa import Assistant", "Rooms import along the flow BROKEN"),
        ("retrieval/texts.py", "import assistant.answering.writing", "Rooms import along the flow BROKEN"),
        ("documents/layout.py", "import assistant.models.cache", "Rooms import along the flow BROKEN"),
        ("evaluation/metrics.py", "import assistant.page.page", "Rooms import along the flow BROKEN"),
        ("errors.py", "def late():\n    import assistant.settings", "Rooms import along the flow BROKEN"),
        ("stray.py", "", "Rooms import along the flow BROKEN"),
        ("index/vectors/store.py", "import assistant.index.vectors.faiss_store", "in a circle BROKEN"),
        ("question/kinds.py", "def late():\n    import assistant.question.reading", "in a circle BROKEN"),
    ],
)
def test_an_import_against_the_flow_or_in_a_circle_is_seen(check, tmp_path, module, line, broken):
    (tmp_path / "assistant" / module).touch()
    done = check(module, line)
    assert done.returncode == 1
    assert broken in done.stdout


def test_a_question_goes_through_each_room_once(scripted):
    assistant = scripted("In Dushanbe.")
    assistant.warm_up()
    way = trace(assistant, "Where is the initiative to establish a regional centre?")
    assert [stay.room for stay in way.stays] == ["question", "lookup", "retrieval", "answering"]
    assert entered_again(way) == []


def test_a_room_that_is_entered_again_is_noticed():
    assert entered_again(Stay("", stays=[Stay("question"), Stay("retrieval"), Stay("question")])) == ["question"]


def test_a_module_fits_in_a_head_and_the_ground_is_small():
    package = ROOT / "assistant"
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in package.rglob("*.py")}
    assert {path.name: count for path, count in lines.items() if count > MOST_LINES} == {}
    assert len(list(package.glob("*.py"))) <= MOST_ON_THE_GROUND


def test_rooms_are_entered_by_modules_that_say_what_they_hold():
    for folder in [ROOT / "assistant", *(ROOT / "assistant").rglob("*/")]:
        if folder.is_dir() and list(folder.glob("*.py")):
            assert (folder / "__init__.py").read_text(encoding="utf-8").startswith('"""'), folder
