"""An answer's text as HTML: its citations are links, and words that stand in a cited paragraph are told from others.

Those words are what the page marks in the paragraph when the link behind them is followed.
"""

import re
from collections.abc import Iterator
from html import escape, unescape

from assistant.answer import Answer, Citation
from assistant.page.addresses import here

# A quotation of fewer letters is a name or a term, and stands in many a paragraph; a Chinese one counts three.
_LEAST = 12
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEFT_OUT = re.compile(r"…|\[…\]|\n")
# A sentence that advises a command, as `absent` and `absent_fetch` end in each of the languages.
_COMMAND = re.compile(
    r"[^.。;\s][^.。;\n]{0,200}?assistant corpus (?:add|fetch (\S{1,60}?))(?: [^.。\n]{0,100})?[.。](?=\s|$)"
)
_MARKS = '“”«»"《》 '


def answer_html(answer: Answer) -> str:
    """The text of ``answer``, escaped; `plain` gives it back."""
    html, position = "", 0
    for start, end, before, behind in sorted([*_links(answer), *_quoted(answer), *_advice(answer)]):
        if start >= position:
            html += f"{escape(answer.text[position:start])}{before}{escape(answer.text[start:end])}{behind}"
            position = end
    return f'<div class="answer" lang="{answer.language}">{html}{escape(answer.text[position:])}</div>'


def missing(answer: Answer) -> list[str]:
    """The symbols of texts that a refusal advises to get; an empty one where it advises to add a file."""
    return [match[1] or "" for match in _commands(answer)]


def plain(html: str) -> str:
    """The text that was escaped in ``html``, in which "<" begins tags of ours alone."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def _links(answer: Answer) -> Iterator[tuple[int, int, str, str]]:
    """Where the labels of citations stand, and the tags around each."""
    for item in answer.citations:
        address = escape(here(item.document, item.language, item.paragraph))
        for match in re.finditer(re.escape(f"[{item.label}]"), answer.text):
            yield *match.span(), f'<a class="citation" href="{address}">', "</a>"


def _advice(answer: Answer) -> Iterator[tuple[int, int, str, str]]:
    """Where commands are advised, for which the page has buttons."""
    for match in _commands(answer):
        yield *match.span(), '<span class="command">', "</span>"


def _commands(answer: Answer) -> list[re.Match[str]]:
    """The commands advised, which are in nothing that is cited."""
    cited = [span for item in answer.citations for span in item.spans]
    found = _COMMAND.finditer(answer.text)
    return [match for match in found if not any(start < match.end() and match.start() < end for start, end in cited)]


def _quoted(answer: Answer) -> Iterator[tuple[int, int, str, str]]:
    for item in answer.citations:
        for start, end in item.spans:
            for first, last in _verbatim(answer.text, start, end, item):
                yield first, last, '<span class="quoted">', "</span>"


def _verbatim(said: str, start: int, end: int, cited: Citation) -> Iterator[tuple[int, int]]:
    """The stretches of ``said`` from ``start`` to ``end`` that stand in the ``cited`` paragraph word for word."""
    source = " ".join(cited.quote.split())
    for first, last in _between(_LEFT_OUT, said, start, end):
        whole = said[first:last]
        inner = whole.strip(_MARKS)
        first += whole.find(inner)
        last = first + len(inner)
        # A quotation within one has its own marks in the paragraph; else what is inside each counts by itself.
        within = [(first, last)] if _stands(inner, source) else _between(re.compile('[“”«»"]'), said, first, last)
        for a, b in within:
            if _stands(said[a:b], source):
                yield a, b


def _between(marks: re.Pattern[str], said: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in marks.finditer(said, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _stands(words: str, source: str) -> bool:
    letters = sum(map(str.isalnum, words)) + 2 * len(_HAN.findall(words))
    return letters >= _LEAST and " ".join(words.split()) in source
