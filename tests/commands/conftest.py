"""The command line with scripted models."""

import pytest

from assistant import Assistant
from assistant.commands import analysis, asking, program
from assistant.settings import load_settings
from tests.conftest import ScriptedEngine, WordEmbedder

QUESTION = "Where is the initiative to establish a regional centre?"
NO_ANSWER = "初音未来在哪里唱歌？"


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """A function that runs the command line with scripted models: (exit code, stdout, stderr)."""
    engine = ScriptedEngine("In Dushanbe.", judged=lambda prompt: 0.01 if NO_ANSWER in prompt else 0.99)
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path / "index"))

    def assistant(**overrides):
        return Assistant(load_settings(**overrides), embedder=WordEmbedder(), engine=engine)

    for commands in (analysis, asking, program):
        monkeypatch.setattr(commands, "open_assistant", assistant)
    monkeypatch.setattr("assistant.index.embedding.load_embedder", lambda *_: WordEmbedder())

    def call(*args):
        with pytest.raises(SystemExit) as ended:
            program.main(list(args))
        captured = capsys.readouterr()
        return ended.value.code or 0, captured.out, captured.err

    return call
