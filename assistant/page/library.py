"""The library as readers of the page change it: files are added, official texts fetched, added texts removed.

Each is work of some seconds beside the answers, in a thread of its own: a reader who closes the page leaves no text
half taken in. Two of them take turns.
"""

import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue

from assistant.documents import Document, load_file
from assistant.documents.doubts import doubts
from assistant.documents.reading import by_source
from assistant.errors import AssistantError
from assistant.index.building import update_index
from assistant.index.storage import read_documents, read_manifest
from assistant.languages import LANGUAGES, Language
from assistant.library import additions
from assistant.library.additions import Addition
from assistant.library.corpus import find
from assistant.library.fetching import fetch, named_document
from assistant.messages import text
from assistant.page.guard import on_loopback
from assistant.page.library_view import listed, report, under_way
from assistant.qa import Assistant
from assistant.settings import Settings

Tell = Callable[[str], None]
MOST_SYMBOLS = 10  # at once: the service is others' too, and is asked once a second


def may_change(settings: Settings) -> bool:
    """Whether readers may change the library: those of a page for this machine alone, or who know its password.

    A page that is ``open``, or that others reach through a server in front, is anybody's.
    """
    alone = on_loopback(settings.host) and not settings.open and not settings.hosts
    return settings.password is not None or alone


class Library:
    """What readers do to the library of an assistant; each gives HTML of how far it is, at last of what came of it."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._settings = assistant.settings
        self._turn = threading.Lock()
        self._added: tuple[str, set[str]] = ("", set())

    def listed(self, language: Language) -> str:
        """The texts that are there, with what removes those that were added."""
        manifest = read_manifest(self._settings.index_path)  # first, since another index may take its place meanwhile
        documents = read_documents(self._settings.index_path)
        return listed(documents, self._removable(documents, manifest.data if manifest else ""), language)

    def add(self, files: Sequence[Path], language: Language) -> Iterator[str]:
        """Take ``files`` in."""

        def work(tell: Tell) -> str:
            def taken() -> Iterator[Path]:
                for number, file in enumerate(files, 1):
                    tell(text("adding_reading", language, name=file.name, number=number, files=len(files)))
                    yield file

            added, refused = additions.add(taken(), self._settings, read_documents(self._settings.index_path))
            if any(item.new for item in added):
                self._update(tell, language)
            return report(added, refused, language)

        return self._in_turn(work, language)

    def fetch(self, asked: str, language: Language) -> Iterator[str]:
        """Fetch the official texts with the symbols that are ``asked`` for, in all languages, the reader's first."""

        def work(tell: Tell) -> str:
            from rich.progress import Progress

            settings = self._settings
            symbols = wanted(asked, read_documents(settings.index_path))
            tell(text("adding_fetching", language, symbols=", ".join(symbols)))
            order = sorted(LANGUAGES, key=lambda code: code != language)
            got, refused = [], []
            for item in fetch(symbols, order, settings.library_path, settings.documents_url, Progress(disable=True)):
                if isinstance(item, AssistantError):
                    refused.append(item)
                else:
                    got.append(item)
                    tell(text("fetch_done" if item.new else "fetch_there", language, name=item.path.name))
            if got:
                self._update(tell, language)
            documents = read_documents(settings.index_path)
            here = by_source(documents)
            added = [
                Addition(document, item.new, tuple(doubts(document, documents)))
                for item in got
                for read in load_file(item.path, here)
                for document in here.get(read.source, [read])
            ]
            return report(added, refused, language)

        return self._in_turn(work, language)

    def remove(self, name: str, language: Language) -> Iterator[str]:
        """Take the added text ``name`` (an id) out, in all its languages."""

        def work(tell: Tell) -> str:
            documents = read_documents(self._settings.index_path)
            found = find(documents, name)
            additions.remove(name, self._settings, documents)
            self._update(tell, language)
            title = next((item.title for item in found if item.language == language), found[0].title)
            return under_way(text("adding_removed", language, title=title), language)

        return self._in_turn(work, language)

    def _update(self, tell: Tell, language: Language) -> None:
        tell(text("adding_preparing", language))
        update_index(self._settings, self._assistant.embedder, language)

    def _removable(self, documents: Sequence[Document], now: str) -> set[str]:
        """The ids of added texts; files are looked at once for each state of the index, since each is read for that."""
        if may_change(self._settings) and now != self._added[0]:
            self._added = now, additions.added_ids(self._settings, documents)
        return self._added[1]

    def _in_turn(self, work: Callable[[Tell], str], language: Language) -> Iterator[str]:
        told: SimpleQueue[tuple[str, bool]] = SimpleQueue()

        def run() -> None:
            try:
                with self._turn:
                    html = work(lambda line: told.put((under_way(line, language), False)))
            except AssistantError as error:
                html = report((), [error], language)
            except Exception as error:  # a reader gets a line and not a page that waits
                print(f"{type(error).__name__}: {error}", file=sys.stderr)
                html = under_way(text("internal", language, reason=type(error).__name__), language)
            told.put((html, True))

        if self._turn.locked():
            yield under_way(text("adding_waiting", language), language)
        threading.Thread(target=run, daemon=True).start()
        finished = False
        while not finished:
            html, finished = told.get()
            yield html


def wanted(asked: str, documents: Sequence[Document]) -> list[str]:
    """The symbols that a reader types, or has in addresses of the UN's or in names of ``documents``; AssistantError
    where there are none, or too many.
    """
    symbols = []
    for part in re.split(r"[\s,;，；、]+", asked.strip()):
        named = named_document(part)
        known = next((item.symbol for item in find(documents, part) if item.symbol), part) if part else ""
        symbols.append(named[0] if named else known)
    found = [name for name in dict.fromkeys(symbols) if name]
    if not found:
        raise AssistantError("adding_no_symbol")
    if len(found) > MOST_SYMBOLS:
        raise AssistantError("adding_too_many", limit=MOST_SYMBOLS)
    return found
