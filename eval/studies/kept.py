"""An engine whose replies are kept in a file, so that the same question is asked of the model once.

Answers are decoded greedily, so what was said once is said again. The model loads only for what is not there yet: a
rule can be switched off, and hundreds of questions asked anew, in a minute.
"""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import astuple
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant.generation import Engine, Message
from assistant.models import Model

_TABLE = "r(k text primary key, kind text, prompt text, out text, done int)"


class Kept:
    """The engine that ``load`` gives, of ``model``, with the replies in ``file`` before it (an `Engine`)."""

    name = "kept"

    def __init__(self, model: Model, load: Callable[[], Engine], file: Path) -> None:
        self.model, self._load = model, load
        self._lock = threading.RLock()
        self._file = sqlite3.connect(file, timeout=120, check_same_thread=False, isolation_level=None)
        self._file.execute("pragma journal_mode=wal")
        self._file.execute(f"create table if not exists {_TABLE}")

    @cached_property
    def _engine(self) -> Engine:
        return self._load()

    def generate(self, messages: Sequence[Message], max_new_tokens: int) -> Generator[str, None, None]:
        """See `assistant.generation.Engine`; what a closed iterator has had is kept as well, and asked for on."""
        turns = [list(astuple(turn)) for turn in messages]
        there = self._kept("g", turns, max_new_tokens)
        given: list[str] = json.loads(there[0]) if there else []
        yield from given
        if there and there[1]:
            return
        pieces, done = [], False
        try:
            with closing(self._engine.generate(messages, max_new_tokens)) as reply:
                for piece in reply:
                    pieces.append(piece)
                    if len(pieces) > len(given):
                        yield piece
            done = True
        finally:
            self._keep("g", turns, max_new_tokens, prompt=turns, out=pieces, done=done)

    def probability(self, messages: Sequence[Message], reply: str) -> float:
        """See `assistant.generation.Engine`."""
        turns = [list(astuple(turn)) for turn in messages]
        return float(self._once("p", lambda: self._engine.probability(messages, reply), turns, reply))

    def count_tokens(self, text: str) -> int:
        """See `assistant.generation.Engine`."""
        return int(self._once("c", lambda: self._engine.count_tokens(text), text))

    def _once(self, kind: str, ask: Callable[[], float], *of: Any) -> float:
        there = self._kept(kind, *of)
        if there:
            return float(json.loads(there[0]))
        value = ask()
        self._keep(kind, *of, prompt=of[0] if kind == "p" else "", out=value)
        return value

    def _kept(self, kind: str, *of: Any) -> tuple[str, int] | None:
        with self._lock:
            row: tuple[str, int] | None = self._file.execute(
                "select out, done from r where k=?", (_key(kind, *of),)
            ).fetchone()
        return row

    def _keep(self, kind: str, *of: Any, prompt: Any, out: Any, done: bool = True) -> None:
        row = (_key(kind, *of), kind, json.dumps(prompt, ensure_ascii=False), json.dumps(out, ensure_ascii=False), done)
        with self._lock:
            self._file.execute("insert or replace into r values(?,?,?,?,?)", row)


def _key(*of: Any) -> str:
    return hashlib.sha256(json.dumps(of, ensure_ascii=False).encode()).hexdigest()
