"""What may be uploaded: files that the library can read, not too many, not too large, while there is room for them."""

from contextlib import suppress
from pathlib import Path, PurePath

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.datastructures import Headers
from starlette.formparsers import MultiPartException
from starlette.types import Message, Receive

from assistant.documents.formats import FORMATS, SIZE_LIMIT
from assistant.languages import Language
from assistant.messages import text

MOST_FILES = 20  # at once
MOST_SENT = 2 * SIZE_LIMIT  # bytes at once; Gradio holds each file to SIZE_LIMIT
MOST_KEPT = 2**30  # bytes of all that were uploaded and not cleaned up yet


def limited(headers: Headers, receive: Receive, folder: Path, language: Language) -> Receive:
    """``receive`` that raises MultiPartException once what comes may not be uploaded into ``folder``.

    Gradio answers that with its line and removes what it has written. It looks at sizes itself, but not at numbers and
    types: those it leaves to the controls on the page, which nobody has to use.
    """
    kind, options = parse_options_header(headers.get("content-type"))
    if kind != b"multipart/form-data" or not options.get(b"boundary"):
        return receive
    names = _Names()
    parser = MultipartParser(
        options[b"boundary"],
        {"on_header_field": names.on_field, "on_header_value": names.on_value, "on_header_end": names.on_end},
    )
    room, sent = MOST_KEPT - _kept(folder), 0

    async def checked() -> Message:
        nonlocal sent
        message = await receive()
        chunk = message.get("body", b"")
        sent += len(chunk)
        try:
            parser.write(chunk)
        except FormParserError:  # Gradio, which reads it alike, says so
            return message
        for name in names.found:
            if PurePath(name).suffix.lower() not in FORMATS:
                raise MultiPartException(text("document_format", language, path=name, formats=", ".join(FORMATS)))
        if len(names.found) > MOST_FILES or sent > MOST_SENT:
            limit = MOST_SENT // 2**20
            raise MultiPartException(text("uploads_too_many", language, files=MOST_FILES, limit=limit))
        if names.found and sent > room:
            raise MultiPartException(text("uploads_full", language))
        return message

    return checked


def _kept(folder: Path) -> int:
    """Bytes of what is there; a file takes a thousandth of the room at least, so that there are not too many either."""
    kept = 0
    for file in folder.glob("*/*"):  # each in a folder named after its contents
        with suppress(FileNotFoundError):  # cleaned up meanwhile
            kept += max(file.stat().st_size, MOST_KEPT // 1000)
    return kept


class _Names:
    """The names of the files in a form, as its parts begin."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._field = self._value = b""

    def on_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def on_end(self) -> None:
        if self._field.lower() == b"content-disposition":
            _, options = parse_options_header(self._value)
            if b"filename" in options:
                self.found.append(options[b"filename"].decode("utf-8", "replace"))
        self._field = self._value = b""
