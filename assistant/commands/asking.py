"""``assistant ask``, ``chat`` and ``search``: questions at the command line."""

import json
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console

from assistant.commands.options import Corpus, IndexFolder, Json, interface_setting, open_assistant, parse_languages
from assistant.errors import AssistantError
from assistant.languages import LANGUAGES, Language, detect_language, interface_language
from assistant.messages import status_mark, text

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation, Evidence, Turn
    from assistant.qa import Assistant

Question = Annotated[str, typer.Argument(help="The question, in quotation marks.", show_default=False)]
Reader = Annotated[
    str | None,
    typer.Option("--language", "-l", help="zh, ru or en; else the question's language.", show_default=False),
]
Documents = Annotated[list[str] | None, typer.Option("--document", help="Id of a document to search; may be repeated.")]


def ask(
    question: Question,
    as_json: Json = False,
    language: Reader = None,
    documents: Documents = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Answer a question from the corpus, with the paragraphs that the answer rests on."""
    assistant = open_assistant(corpus_dir=corpus, index_dir=index)
    try:
        answer = _answer(assistant, question, language, documents=documents or ())
    except AssistantError as error:
        _fail_reader(error, question, language)
    # At once: the program takes most of a second more to give the models' memory back.
    print(answer.to_json(indent=2) if as_json else _written(answer), flush=True)


def chat(language: Reader = None, corpus: Corpus = None, index: IndexFolder = None) -> None:
    """Answer questions line by line, each with those before it in mind, until Ctrl-D or the end of the input."""
    from assistant.answer import REMEMBERED, Turn

    assistant = open_assistant(corpus_dir=corpus, index_dir=index)
    history: deque[Turn] = deque(maxlen=REMEMBERED)
    failed = False
    for question in _lines():
        try:
            answer = _answer(assistant, question, language, history)
        except AssistantError as error:
            print(_said(error, question, language), file=sys.stderr)
            failed = True
            continue
        print(_written(answer), end="\n\n", flush=True)
        history.append(Turn(answer.question, answer.text))
    if failed and not sys.stdin.isatty():
        sys.exit(1)


def search(
    question: Question,
    top_k: Annotated[int, typer.Option("--top-k", "-k", min=1, max=100, help="Number of paragraphs.")] = 5,
    documents: Documents = None,
    texts_in: Annotated[
        str | None, typer.Option("--in", help="Languages of the texts to search, as zh,ru.", show_default=False)
    ] = None,
    as_json: Json = False,
    language: Reader = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
) -> None:
    """Find the paragraphs nearest to a question, best first."""
    assistant = open_assistant(corpus_dir=corpus, index_dir=index)
    languages = parse_languages(texts_in) if texts_in is not None else ()
    try:
        found = assistant.search(question, top_k, language, documents=documents or (), languages=languages)  # type: ignore[arg-type]
    except AssistantError as error:
        _fail_reader(error, question, language)
    if as_json:
        print(json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=2))
    else:
        reader = _reader(question, language)
        print("\n\n".join(f"{item.rank}. {_paragraph(item, item.text, reader)}" for item in found))


def _lines() -> Iterator[str]:
    """Lines of standard input that are not blank; a person at a terminal is asked for each."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # what is no text is then said to be so
    while True:
        if sys.stdin.isatty():
            print("> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            break
        if line.strip():
            yield line
    if sys.stdin.isatty():
        print(file=sys.stderr)


def _answer(
    assistant: "Assistant",
    question: str,
    language: str | None,
    history: Sequence["Turn"] = (),
    documents: Sequence[str] = (),
) -> "Answer":
    """The answer; a person at a terminal sees it being written."""
    from rich.live import Live
    from rich.text import Text

    from assistant.answer import Answer, Waiting

    console = Console(stderr=True)
    if not console.is_terminal:
        return assistant.ask(question, language, history=history, documents=documents)  # type: ignore[arg-type]
    written, answer = "", None
    with Live(Text("…"), console=console, transient=True, refresh_per_second=10) as live:
        events = assistant.stream(question, language, history=history, documents=documents)  # type: ignore[arg-type]
        for event in events:
            if isinstance(event, str):
                written += event
                live.update(Text(written))
            elif isinstance(event, Waiting):
                waiting = text("waiting", _reader(question, language), position=event.position)
                live.update(Text(waiting if event.position else "…"))
            elif isinstance(event, Answer):
                answer = event
    assert answer is not None
    return answer


def _written(answer: "Answer") -> str:
    """An answer for a person: text, notes, and the paragraphs cited or, after a refusal, the nearest."""
    parts = [answer.text]
    if answer.note:
        parts.append(answer.note)
    if answer.standalone:
        parts.append(text("understood", answer.language, question=answer.standalone))
    if answer.citations:
        parts.append(text("cited", answer.language) + ":")
        parts += [_paragraph(citation, citation.quote, answer.language) for citation in answer.citations]
    else:
        parts.append(text("nearest", answer.language) + ":")
        parts += [_paragraph(item, item.text, answer.language) for item in answer.evidence]
    return "\n\n".join(parts)


def _paragraph(item: "Evidence | Citation", content: str, language: Language) -> str:
    """Label, document and text of a paragraph."""
    mark = status_mark(item.status, language)
    return f"{item.label} ({item.document}{mark}) {item.score:.3f}\n{content}"


def _reader(question: str, language: str | None) -> Language:
    return next((code for code in LANGUAGES if code == language), detect_language(question[:2000])[0])


def _said(error: AssistantError, question: str, language: str | None) -> str:
    """The error in the language that the settings name, or that the reader asked for or wrote in."""
    setting = interface_setting()
    has_words = language in LANGUAGES or any(character.isalpha() for character in question[:2000])
    return error.message(
        _reader(question, language) if setting == "auto" and has_words else interface_language(setting)
    )


def _fail_reader(error: AssistantError, question: str, language: str | None) -> NoReturn:
    print(_said(error, question, language), file=sys.stderr)
    sys.exit(1)
