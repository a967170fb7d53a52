"""Model files: found, checked, written whole or not at all."""

import hashlib
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import AssistantError, Settings
from assistant.models import Model, bundled, embedding_model, language_model
from assistant.models.cache import write_once


def _write(content):
    return lambda folder: (folder / "file").write_bytes(content)


def test_a_folder_is_written_once(tmp_path):
    folder = write_once(tmp_path / "m", 1, _write(b"one"))
    assert (folder / "file").read_bytes() == b"one"
    write_once(tmp_path / "m", 1, lambda _: pytest.fail("written again"))


@pytest.mark.parametrize("damage", ["content", "missing", "extra", "seal"])
def test_a_damaged_folder_is_written_again(tmp_path, damage):
    folder = write_once(tmp_path / "m", 1, _write(b"one"))
    if damage == "content":
        (folder / "file").write_bytes(b"two")
    elif damage == "missing":
        (folder / "file").unlink()
    elif damage == "extra":
        (folder / "more").write_bytes(b"x")
    else:
        (folder / "complete.json").unlink()
    write_once(tmp_path / "m", 1, _write(b"three"))
    assert {file.name for file in folder.iterdir()} == {"file", "complete.json"}
    assert (folder / "file").read_bytes() == b"three"


def test_an_interrupted_write_leaves_nothing_to_trust(tmp_path):
    def interrupted(folder):
        (folder / "file").write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_once(tmp_path / "m", 1, interrupted)
    assert not (tmp_path / "m").exists()
    assert not (tmp_path / "m.tmp").exists()


def test_what_a_killed_process_left_is_removed(tmp_path):
    (tmp_path / "m.tmp").mkdir()
    (tmp_path / "m.tmp" / "half").write_bytes(b"half")
    folder = write_once(tmp_path / "m", 1, _write(b"whole"))
    assert {file.name for file in folder.iterdir()} == {"file", "complete.json"}


def test_too_little_disk_is_said_before_writing(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 5_000_000, 5_000_000))
    with pytest.raises(AssistantError) as caught:
        write_once(tmp_path / "m", 10_000_000, lambda _: pytest.fail("written"))
    assert caught.value.key == "disk_full"
    assert "ASSISTANT_CACHE_DIR" in str(caught.value)


def test_a_cache_that_is_a_file_is_one_line(tmp_path):
    (tmp_path / "cache").write_text("", encoding="utf-8")
    with pytest.raises(AssistantError) as caught:
        write_once(tmp_path / "cache" / "m", 1, _write(b""))
    assert caught.value.key == "folder_unwritable"


@pytest.fixture
def carrier(tmp_path, monkeypatch):
    """A function that installs a package `name` that carries ``content``."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.setattr(sys, "path", [str(site), *sys.path])

    def install(name: str, content: bytes) -> Path:
        module = name.replace("-", "_")
        file = site / module / "data" / "part.bin"
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
        (site / module / "__init__.py").write_text("raise ImportError('a carrier is never imported')")
        info = site / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "RECORD").write_text(f"{module}/__init__.py,,\n{module}/data/part.bin,,\n")
        return file

    return install


MODEL = Model(
    id="owner/name/tiny.gguf",
    revision="r1",
    source="bundled",
    sha256=hashlib.sha256(b"first second").hexdigest(),
    packages=("carrier-one", "carrier-two"),
)


def test_parts_are_put_together_in_order_and_checked(carrier, tmp_path):
    carrier("carrier-two", b"second")
    carrier("carrier-one", b"first ")
    ready = bundled.materialise(MODEL, tmp_path / "cache", "en")
    assert Path(ready.location).read_bytes() == b"first second"
    assert Path(ready.location).name == "tiny.gguf"


def test_a_wrong_checksum_leaves_no_file(carrier, tmp_path):
    carrier("carrier-one", b"first ")
    carrier("carrier-two", b"sEcond")
    with pytest.raises(AssistantError) as caught:
        bundled.materialise(MODEL, tmp_path / "cache", "en")
    assert caught.value.key == "model_checksum"
    assert "force-reinstall" in str(caught.value)
    assert [file for file in (tmp_path / "cache").rglob("*") if file.suffix != ".lock" and file.is_file()] == []


@pytest.mark.parametrize("gone", ["package", "file"])
def test_a_missing_part_is_named(carrier, tmp_path, gone):
    carrier("carrier-one", b"first ")
    if gone == "file":
        carrier("carrier-two", b"second").unlink()
    assert bundled.installed(MODEL)
    with pytest.raises(AssistantError, match="carrier-two"):
        bundled.materialise(MODEL, tmp_path / "cache", "en")


def test_without_any_package_a_model_is_not_bundled():
    assert not bundled.installed(replace(MODEL, packages=("carrier-none",)))


def test_settings_come_first(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    settings = Settings(embedding_model=str(folder), language_model=str(folder))
    assert embedding_model(settings).source == "settings"
    first = language_model(settings)
    assert first.location == str(folder)
    (folder / "config.json").write_text("{ }")
    assert language_model(settings).revision != first.revision


@pytest.mark.parametrize("name", ["nowhere", "/no/such/folder"])
def test_a_model_that_is_nowhere_is_one_line(name, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(AssistantError) as caught:
        language_model(Settings(language_model=name))
    assert caught.value.key == "model_not_found"
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_model_is_one_line(tmp_path):
    (tmp_path / "notes.txt").write_text("no model")
    with pytest.raises(AssistantError, match="gguf"):
        language_model(Settings(language_model=str(tmp_path / "notes.txt")))


def test_describing_writes_nothing(tmp_path):
    settings = Settings(cache_dir=tmp_path / "cache")
    assert embedding_model(settings, ready=False).id == "intfloat/multilingual-e5-small"
    assert language_model(settings, ready=False).licence == "Apache-2.0"
    assert not (tmp_path / "cache").exists()


def test_an_e5_file_of_another_layout_is_one_line(tmp_path):
    from assistant.models.e5 import write_sentence_transformer

    for content in (b"", b"E5S1", b"E5S1" + b"\x02\0\0\0" * 4, b"E5S1\x01\0\0\0" + b"\xff" * 400):
        (tmp_path / "bad.bin").write_bytes(content)
        with pytest.raises(AssistantError) as caught:
            write_sentence_transformer(tmp_path / "bad.bin", tmp_path)
        assert caught.value.key == "model_format"
