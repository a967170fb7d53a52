"""Files from the internet: official texts from the UN's document service, and any address that a user names.

Retries with back-off, resumption and the pause between requests are our own few lines over requests, since urllib3's
own retries end where the body begins.
"""

import datetime
import hashlib
import json
import os
import re
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from assistant.documents.formats import FORMATS, SIZE_LIMIT, read_print
from assistant.documents.references import symbol as full_symbol
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language

if TYPE_CHECKING:
    import requests
    from rich.progress import Progress

RECORD = ".fetched.json"  # checksums; the dot keeps it from being read as a document
_ATTEMPTS = 5
_PAUSE = 1.0  # seconds between requests to a service that others use too
_LONGEST_WAIT = 60.0
_TIMEOUT = (10, 30)
_BLOCK = 1 << 13  # what a connection that breaks off may lose
_AGAIN = {408, 429, 500, 502, 503, 504}
_SYMBOL = re.compile(r"[A-Z]{1,6}(?:/[A-Z0-9]+(?:\.[A-Z0-9]+)*(?:\([A-Z0-9]+\))?)+")
_UN_ADDRESS = re.compile(
    rf"https?://(?:www\.)?(?:docs\.un\.org|undocs\.org)/(?:([a-z]{{2}})/)?({_SYMBOL.pattern})/?", re.IGNORECASE
)
_TYPES = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True)
class Fetched:
    """An official text on this machine; ``new`` unless it was there already."""

    path: Path
    new: bool


def fetch(
    symbols: Iterable[str],
    languages: Sequence[Language],
    folder: Path,
    address: str,
    progress: "Progress",
    only: Mapping[str, Collection[Language]] | None = None,
) -> Iterator[Fetched | AssistantError]:
    """Each text of ``symbols`` in each language, as ``A_RES_78_265-EN.pdf`` in ``folder``, or why it can't be had.

    ``only`` says of a symbol in which of the languages it is wanted, where not in all.

    ``address`` has ``{symbol}`` and ``{language}`` in it. One that is not there never loses the others. Checksums
    are recorded in ``folder``; a file that has its own is not fetched again. It ends when no connection comes about.
    """
    record = _read_record(folder)
    session, last = _session(), 0.0
    for given in symbols:
        code = full_symbol(given)
        if not _SYMBOL.fullmatch(code):
            yield AssistantError("fetch_symbol", symbol=given)
            continue
        for language in [code for code in languages if only is None or code in only.get(given, languages)]:
            target = folder / f"{code.replace('/', '_')}-{language.upper()}.pdf"
            if target.is_file() and record.get(target.name, {}).get("sha256") == _sha256(target.read_bytes()):
                yield Fetched(target, False)
                continue
            time.sleep(max(0.0, last + _PAUSE - time.monotonic()))
            url = address.format(symbol=quote(code, safe="/()"), language=language)
            part = folder / f".{target.name}.part"
            try:
                folder.mkdir(parents=True, exist_ok=True)
                _download(session, url, part, progress, target.name)
                content = part.read_bytes()
                _check(content, url, target, code)
            except AssistantError as error:
                if error.key == "fetch_refused":
                    part.unlink(missing_ok=True)
                yield error
                if error.key == "fetch_offline":
                    return
                continue
            except OSError as error:
                raise AssistantError("folder_unwritable", path=folder, reason=error.strerror or error) from None
            finally:
                last = time.monotonic()
            os.replace(part, target)
            now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
            record[target.name] = {"url": url, "sha256": _sha256(content), "bytes": len(content), "fetched": now}
            _write_record(folder, record)
            yield Fetched(target, True)


def named_document(url: str) -> tuple[str, tuple[Language, ...]] | None:
    """(symbol, languages) of the UN's own address of a document: https://docs.un.org/ru/A/RES/78/265."""
    match = _UN_ADDRESS.fullmatch(unquote(url.strip()))
    if match is None:
        return None
    languages: tuple[Language, ...] = tuple(code for code in LANGUAGES if code == (match[1] or "").lower())
    return match[2].upper(), languages or LANGUAGES


def download(url: str, folder: Path, progress: "Progress") -> Path:
    """The file at an http(s) address, in ``folder`` under its own name; AssistantError when it can't be had."""
    part = folder / ".download.part"
    answer = _download(_session(), url, part, progress, url)
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    path = Path(unquote(urlsplit(url).path))
    name = re.sub(r"[^\w.()-]+", "_", path.name).strip("._") or urlsplit(url).netloc.replace(":", "_")
    if Path(name).suffix.lower() not in FORMATS:
        name += _TYPES.get(kind, ".html")
    target = folder / name
    os.replace(part, target)
    return target


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _session() -> "requests.Session":
    import requests

    session = requests.Session()
    session.headers["User-Agent"] = "resolution-assistant (reads UN documents)"
    session.headers["Accept-Encoding"] = "identity"  # a range of a compressed body can't be put together
    return session


def _download(
    session: "requests.Session", url: str, part: Path, progress: "Progress", name: str
) -> "requests.Response":
    """Write what ``url`` sends to ``part``, going on where an earlier attempt broke off; the last response."""
    import requests

    if not _is_web_address(url):
        raise AssistantError("fetch_failed", url=url, reason="http://…, https://…")
    task = progress.add_task(name, total=None)
    key, reason = "fetch_failed", ""
    try:
        for attempt in range(_ATTEMPTS):
            wait = _PAUSE * 2**attempt
            try:
                answer = _receive(session, url, part, progress, task)
            except requests.exceptions.InvalidURL as error:
                raise AssistantError("fetch_failed", url=url, reason=error) from None
            except requests.RequestException as error:
                key = "fetch_offline" if _is_unreachable(error) else "fetch_failed"
                reason = _reason(error)
            else:
                if answer.status_code in (200, 206):
                    return answer
                part.unlink(missing_ok=True)
                key, reason = "fetch_failed", f"HTTP {answer.status_code}"
                if answer.status_code not in _AGAIN and answer.status_code != 416:
                    raise AssistantError("fetch_missing", url=url, status=answer.status_code)
                asked = answer.headers.get("Retry-After", "")
                wait = float(asked) if asked.isdecimal() else wait
            if attempt + 1 < _ATTEMPTS:
                time.sleep(min(wait, _LONGEST_WAIT))
        raise AssistantError(key, url=url, reason=reason)
    finally:
        progress.remove_task(task)


def _receive(session: "requests.Session", url: str, part: Path, progress: "Progress", task: Any) -> "requests.Response":
    """One attempt: the body behind what ``part`` has already, if the server can go on there."""
    import requests

    there = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={there}-"} if there else {}
    with session.get(url, headers=headers, stream=True, timeout=_TIMEOUT) as answer:
        if answer.status_code not in (200, 206):
            return answer
        goes_on = answer.status_code == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {there}-")
        if answer.status_code == 206 and not goes_on:
            part.unlink(missing_ok=True)
            raise requests.ConnectionError("another range than asked for")
        size = (there if goes_on else 0) + int(answer.headers.get("Content-Length") or 0)
        progress.update(task, total=size or None, completed=there if goes_on else 0)
        with part.open("ab" if goes_on else "wb") as file:
            for block in answer.iter_content(_BLOCK):
                file.write(block)
                progress.advance(task, len(block))
                if file.tell() > SIZE_LIMIT:
                    break
        if part.stat().st_size > SIZE_LIMIT:
            part.unlink()
            raise AssistantError("fetch_refused", url=url, reason=f"> {SIZE_LIMIT // 2**20} MB")
        return answer


def _check(content: bytes, url: str, target: Path, code: str) -> None:
    """Refuse what is not the text: no PDF, one that is damaged or without text, or another document's."""
    if not content.startswith(b"%PDF-"):
        begin = " ".join(content[:40].decode("utf-8", "replace").split())
        raise AssistantError("fetch_refused", url=url, reason=f"{len(content)} B: {begin}")
    try:
        blocks = read_print(target, content).blocks
    except AssistantError as error:
        raise AssistantError("fetch_refused", url=url, reason=error) from None
    text = "".join("".join(block.text.split()) for block in blocks)
    printed = "/".join(code.split("/")[-2:])
    # Early documents ("A/RES/217(III)") are scans that print their symbol in other ways.
    if not text or ("(" not in code and printed not in text):
        raise AssistantError("fetch_refused", url=url, reason=f"PDF, {len(text)} characters, no {code}")


def _reason(error: "requests.RequestException") -> str:
    """What urllib3 says inside, without the names of its objects."""
    return str(_inner(error)).rpartition("): ")[2]


def _is_unreachable(error: "requests.RequestException") -> bool:
    """Whether no connection came about, so that asking for the next document is no use."""
    import requests
    from urllib3.exceptions import NewConnectionError

    return isinstance(error, requests.ConnectTimeout) or isinstance(_inner(error), NewConnectionError)


def _inner(error: "requests.RequestException") -> Any:
    inner = error.args[0] if error.args else error
    return getattr(inner, "reason", inner)


def _read_record(folder: Path) -> dict[str, dict[str, Any]]:
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _write_record(folder: Path, record: dict[str, dict[str, Any]]) -> None:
    beside = folder / f"{RECORD}.part"
    beside.write_text(json.dumps(record, indent=2, sort_keys=True), encoding="utf-8")
    os.replace(beside, folder / RECORD)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
