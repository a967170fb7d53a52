"""Folders that are written once and trusted only when whole.

Our own code: caching libraries key and expire values, but none writes a folder of gigabytes under a lock, beside
its final place, and tells a whole one from a damaged one without reading it.
"""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from assistant.errors import AssistantError

_SEAL = "complete.json"


def write_once(folder: Path, needed: int, write: Callable[[Path], None]) -> Path:
    """``folder``, after ``write(beside)`` has filled a folder beside it on first use.

    A folder is taken as it is when its seal, written last, names the size and time of every file in it; else it is
    written anew. The write happens under a lock, so that two processes do not write at once; what a killed one
    left is removed. ``needed`` is the free space in bytes. AssistantError when that or the right to write is
    missing; an exception in ``write`` leaves nothing behind.
    """
    from filelock import FileLock

    if _sealed(folder):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_name(f"{folder.name}.lock")):
            if not _sealed(folder):
                _write(folder, needed, write)
    except OSError as error:
        reason = error.strerror or error
        raise AssistantError("folder_unwritable", path=folder.parent, reason=reason) from error
    return folder


def _write(folder: Path, needed: int, write: Callable[[Path], None]) -> None:
    beside = folder.with_name(f"{folder.name}.tmp")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    free = shutil.disk_usage(folder.parent).free
    if free < needed:
        raise AssistantError("disk_full", path=folder.parent, needed=needed // 2**20 + 1, free=free // 2**20)
    beside.mkdir()
    try:
        write(beside)
        for file in beside.rglob("*"):
            _to_disk(file)
        (beside / _SEAL).write_text(json.dumps(_state(beside)), encoding="utf-8")
        _to_disk(beside / _SEAL)
        os.replace(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _to_disk(file: Path) -> None:
    """Have the system write a file's content out, so that a power cut can't leave a sealed hole."""
    if file.is_file():
        with file.open("rb+") as opened:
            os.fsync(opened.fileno())


def _state(folder: Path) -> dict[str, list[int]]:
    return {
        file.relative_to(folder).as_posix(): [file.stat().st_size, file.stat().st_mtime_ns]
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != _SEAL
    }


def _sealed(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / _SEAL).read_text(encoding="utf-8")) == _state(folder))
    except (OSError, ValueError):
        return False
