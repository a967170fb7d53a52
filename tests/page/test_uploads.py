"""What may be uploaded, and that nothing of it stays."""

import http.client
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.languages import detect_language
from assistant.page import uploads
from assistant.page.serving import launch
from tests.conftest import ROOT
from tests.page.visits import free_port


def _part(name, content=b"text"):
    head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
    return head.encode() + content + b"\r\n"


def _upload(port, *parts, piece=None, language="en"):
    """(status, text) of the reply to an upload, sent in pieces of so many bytes."""
    body = b"".join(parts) + b"--x--\r\n"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    pieces = (body[start : start + piece] for start in range(0, len(body), piece)) if piece else body
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Accept-Language": language}
    connection.request("POST", "/gradio_api/upload", pieces, headers, encode_chunked=piece is not None)
    reply = connection.getresponse()
    text = reply.read().decode()
    connection.close()
    return reply.status, text


def _files(folder):
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def served(scripted, tmp_path):
    """(port, folder of uploads, the page served); an earlier server had left something in the folder."""
    port = free_port()
    folder = tmp_path / "uploads" / str(port)
    (folder / "left").mkdir(parents=True)
    (folder / "left" / "over.txt").write_text("text", encoding="utf-8")
    page, _ = launch(scripted(port=port, cache_dir=tmp_path))
    yield port, folder, page
    page.close(verbose=False)
    assert _files(folder) == []


def test_documents_are_taken_into_a_folder_that_is_swept(served):
    port, folder, _ = served
    assert _files(folder) == []
    assert _upload(port, _part("a.txt"), _part("Б.PDF", b"other"))[0] == 200
    assert _upload(port, _part("c.docx", b"third"), piece=1)[0] == 200
    assert _files(folder) == ["a.txt", "c.docx", "Б.PDF"]


@pytest.mark.parametrize("name", ["page.svg", "run.exe", "a.txt.js", "txt", "", "a.html/../b.py", 'a.txt\\".js'])
@pytest.mark.parametrize("piece", [None, 7])
def test_what_the_library_cannot_read_is_not_taken(served, name, piece):
    port, folder, _ = served
    status, line = _upload(port, _part("fine.txt"), _part(name), piece=piece, language="ru")
    assert status == 400
    assert detect_language(line)[0] == "ru"
    assert ".docx" in line
    assert _files(folder) == []


@pytest.mark.parametrize("piece", [None, 50])
def test_too_many_or_too_much_is_not_taken(served, monkeypatch, piece):
    port, folder, _ = served
    monkeypatch.setattr(uploads, "MOST_FILES", 3)
    monkeypatch.setattr(uploads, "MOST_SENT", 2**20)
    few = [_part(f"{number}.txt", b"text %d" % number) for number in range(3)]
    for parts in ([*few, _part("4.txt")], [_part("long.txt", b"text " * 210_000)]):
        status, line = _upload(port, *parts, piece=piece and len(b"".join(parts)) // piece, language="zh-CN")
        assert status == 400
        assert "每次最多 3 个，合计不超过 1 MB" in line
        assert _files(folder) == []
    assert _upload(port, *few)[0] == 200


def test_gradio_holds_each_file_to_its_size(served, monkeypatch):
    """So that the limit for all together need not be that for one."""
    port, folder, page = served
    assert page.max_file_size == uploads.SIZE_LIMIT
    monkeypatch.setattr(page, "max_file_size", 3)
    assert _upload(port, _part("a.txt"))[0] == 413
    assert _files(folder) == []


def test_the_disk_is_not_filled(served, monkeypatch):
    port, folder, _ = served
    assert _upload(port, _part("a.txt"))[0] == 200
    monkeypatch.setattr(uploads, "MOST_KEPT", 500)
    assert _upload(port, _part("b.txt", b"text " * 50))[0] == 200
    assert _upload(port, _part("c.txt", b"text " * 50)) == (
        400,
        "There is no room for more uploads at present. Try again in an hour.",
    )
    assert _files(folder) == ["a.txt", "b.txt"]


def test_small_files_take_room_too(tmp_path):
    for number in range(10):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "empty.txt").touch()
    assert uploads._kept(tmp_path) == 10 * (uploads.MOST_KEPT // 1000)


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't be asked to end there")
def test_nothing_stays_when_the_server_is_told_to_end(tmp_path):
    port = free_port()
    # Models that are not there, since none is asked.
    named = {"CACHE_DIR": tmp_path, "INDEX_DIR": tmp_path / "i", "EMBEDDING_MODEL": tmp_path / "none"}
    environment = os.environ | {f"ASSISTANT_{name}": str(value) for name, value in named.items()}
    command = [sys.executable, "app.py", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        assert any("http://" in line for line in server.stderr)
        status, text = _upload(port, _part("a.txt"))
        assert (status, _files(tmp_path / "uploads")) == (200, ["a.txt"])
        assert Path(text.strip('[]"')).is_file()
    finally:
        server.terminate()
        assert server.wait(timeout=30) == 128 + 15
    assert list((tmp_path / "uploads").iterdir()) == []
