"""UN-style documents made up by rule, in any language and format, with the paragraphs that they are known to have.

For `eval/studies/ingest.py` and the tests. The sentences mean little; how the documents are set is what counts:
running heads, job numbers, footnotes below a rule, lines that wrap, headings, letters below numbers, annexes, articles.
"""

import html
import json
import random
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("zh", "ru", "en")
FORMATS = ("txt", "md", "html", "docx", "pdf", "jsonl")
KINDS = ("resolution", "report", "declaration", "prose")

_CLAUSE = {"zh": "大会，", "ru": "Генеральная Ассамблея,", "en": "The General Assembly,"}
_SESSION = {"zh": "第七十九届会议", "ru": "Семьдесят девятая сессия", "en": "Seventy-ninth session"}
_KIND = {"zh": "决议草案", "ru": "Проект резолюции", "en": "Draft resolution"}
_ANNEX = {"zh": "附件", "ru": "Приложение", "en": "Annex"}
_ARTICLE = {"zh": "第{}条", "ru": "Статья {}", "en": "Article {}"}
_OPENERS = {
    "zh": ("回顾", "重申", "注意到", "认识到", "强调"),
    "ru": ("ссылаясь на", "подтверждая", "отмечая", "признавая", "подчеркивая"),
    "en": ("Recalling", "Reaffirming", "Noting", "Recognizing", "Stressing"),
}
_VERBS = {
    "zh": ("鼓励", "请", "促请", "决定", "欢迎"),
    "ru": ("призывает", "просит", "настоятельно призывает", "постановляет", "приветствует"),
    "en": ("Encourages", "Requests", "Urges", "Decides", "Welcomes"),
}
_PHRASES = {
    "zh": (
        "各会员国加强区域合作",
        "秘书长提交的报告",
        "跨界水资源的公平利用",
        "山区的可持续发展",
        "妇女和青年参与决策",
    ),
    "ru": (
        "укрепление регионального сотрудничества государств-членов",
        "доклад, представленный Генеральным секретарем",
        "справедливое использование трансграничных водных ресурсов",
        "устойчивое развитие горных районов",
        "участие женщин и молодежи в принятии решений",
    ),
    "en": (
        "closer regional cooperation among Member States",
        "the report submitted by the Secretary-General",
        "the equitable use of transboundary water resources",
        "the sustainable development of mountain areas",
        "the participation of women and youth in decision-making",
    ),
}
_AND = {"zh": "，以及", "ru": ", а также ", "en": " and "}
_HEADINGS = {
    "zh": ("财务安排", "后续行动"),
    "ru": ("Финансовые меры", "Последующие шаги"),
    "en": ("Financing", "Follow-up"),
}
_NOTE = {"zh": "见{}号文件。", "ru": "См. документ {}.", "en": "See document {}."}


@dataclass(frozen=True)
class Part:
    """A paragraph: its canonical id, the marker before it, its text, the heading above it and its footnote's number."""

    id: str
    marker: str
    text: str
    heading: str = ""
    note: int = 0


@dataclass(frozen=True)
class Made:
    """A document; ``notes`` are the footnotes 1, 2, … (none in formats that have no place for them)."""

    id: str
    language: str
    kind: str
    head: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()


def make(seed: int, language: str, kind: str) -> Made:
    """The same document for the same ``seed``."""
    chance = random.Random(f"{seed} {language} {kind}")

    def sentence(stop: str) -> str:
        chosen = chance.sample(_PHRASES[language], chance.randint(2, 4))
        year, space = chance.randint(1990, 2025), "" if language == "zh" else " "
        return f"{_AND[language].join(chosen)}{space}({year}){stop}"

    glue = "" if language == "zh" else " "
    comma, semicolon, full = ("，", "；", "。") if language == "zh" else (",", ";", ".")
    name = f"{kind}-{seed}"
    if kind == "prose":
        parts = [Part(f"¶{n}", "", sentence(full).capitalize()) for n in range(1, chance.randint(4, 9))]
        return Made(name, language, kind, (), tuple(parts))
    if kind == "declaration":
        parts = [
            Part(f"ART{n}", _ARTICLE[language].format(n), sentence(full).capitalize())
            for n in range(1, chance.randint(4, 9))
        ]
        return Made(name, language, kind, (), tuple(parts))
    if kind == "report":
        parts = []
        for n in range(1, chance.randint(6, 14)):
            heading = chance.choice(_HEADINGS[language]) if n in (4, 7) else ""
            parts.append(Part(f"¶{n}", f"{n}.", sentence(full).capitalize(), heading))
            if n == 3:
                parts += [Part(f"¶3({letter})", f"({letter})", sentence(semicolon)) for letter in "ab"]
        return Made(name, language, kind, (), tuple(parts))
    parts, notes = [], []
    for n in range(1, chance.randint(4, 8)):
        noted = n % 3 == 1
        if noted:
            notes.append(_NOTE[language].format(f"A/{60 + n}/{seed % 900 + 1}"))
        opener = chance.choice(_OPENERS[language])
        parts.append(Part(f"PP{n}", "", f"{opener}{glue}{sentence(comma)}", note=len(notes) * noted))
    last = chance.randint(4, 8)
    for n in range(1, last + 1):
        heading = chance.choice(_HEADINGS[language]) if n == 3 else ""
        verb = chance.choice(_VERBS[language])
        parts.append(Part(f"OP{n}", f"{n}.", f"{verb}{glue}{sentence(full if n == last else semicolon)}", heading))
        if n == 2:
            parts += [Part(f"OP2({letter})", f"({letter})", sentence(semicolon)) for letter in "abc"]
            parts += [Part(f"OP2(c)({roman})", f"({roman})", sentence(semicolon)) for roman in ("i", "ii")]
    if seed % 2:
        for n in range(1, 4):
            heading = _ANNEX[language] if n == 1 else ""
            parts.append(Part(f"ANNEX.{n}", f"{n}.", sentence(full).capitalize(), heading))
    title = f"{chance.choice(_PHRASES[language]).capitalize()} (No. {seed})"
    head = (f"A/79/L.{seed + 1}", _SESSION[language], _KIND[language], title, _CLAUSE[language])
    return Made(name, language, kind, head, tuple(parts), tuple(notes))


def write(made: Made, folder: Path, format_: str) -> Path:
    """The document as a file "name.language.format" in ``folder``."""
    path = folder / f"{made.id}.{made.language}.{format_}"
    writer = {"txt": _txt, "md": _md, "html": _html, "docx": _docx, "pdf": _pdf, "jsonl": _jsonl}[format_]
    writer(made, path)
    return path


def has_notes(format_: str) -> bool:
    """Whether `write` puts footnotes into that format."""
    return format_ in ("txt", "docx", "pdf")


def corpus(count: int, folder: Path) -> Iterator[tuple[Made, Path]]:
    """``count`` documents in mixed languages, kinds and formats."""
    for seed in range(count):
        kind = KINDS[seed // len(LANGUAGES) % len(KINDS)]
        made = make(seed, LANGUAGES[seed % len(LANGUAGES)], kind)
        yield made, write(made, folder, FORMATS[seed // 2 % len(FORMATS)])


def _said(part: Part, noted: bool = True) -> str:
    mark = str(part.note) if part.note and noted else ""
    return f"{part.marker} {part.text}{mark}".strip()


def _wrapped(text: str, language: str, width: int) -> list[str]:
    if language == "zh":
        return [text[n : n + width // 2] for n in range(0, len(text), width // 2)]
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _pages(made: Made, length: int) -> Iterator[tuple[list[str], list[str]]]:
    """(lines, footnotes) of each page: a paragraph's first line is indented, a heading stands at the margin."""
    lines: list[str] = [f"  {line}" for line in made.head]
    notes: list[str] = []
    for part in made.parts:
        for heading in filter(None, [part.heading]):
            lines.append(heading)
        if made.kind == "declaration":
            lines.append(part.marker)
            said = part.text
        else:
            said = _said(part)
        first, *rest = _wrapped(said, made.language, 76)
        lines += [f"  {first}", *rest]
        if part.note:
            notes.append(f"{part.note} {made.notes[part.note - 1]}")
        if len(lines) > length:
            yield lines, notes
            lines, notes = [], []
    if lines:
        yield lines, notes


def _txt(made: Made, path: Path) -> None:
    text = ""
    pages = list(_pages(made, 40))
    for number, (lines, notes) in enumerate(pages, 1):
        if number > 1 and made.head:
            text += f"{made.head[0]}\n"
        text += "\n".join(lines) + "\n"
        if notes:
            text += "__________________\n" + "\n".join(notes) + "\n"
        text += f"25-0{number:04} {number}/{len(pages)}\n"
    path.write_text(text, encoding="utf-8")


def _md(made: Made, path: Path) -> None:
    blocks = list(made.head)
    for part in made.parts:
        blocks += [f"## {part.heading}"] if part.heading else []
        blocks += [part.marker, part.text] if made.kind == "declaration" else [_said(part, False)]
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _html(made: Made, path: Path) -> None:
    blocks = [f"<p>{html.escape(line)}</p>" for line in made.head]
    for part in made.parts:
        blocks += [f"<h2>{html.escape(part.heading)}</h2>"] if part.heading else []
        said = [part.marker, part.text] if made.kind == "declaration" else [_said(part, False)]
        blocks += [f"<p>{html.escape(line)}</p>" for line in said]
    page = f'<html lang="{made.language}"><head><meta charset="utf-8"><title>{made.id}</title></head><body>'
    page += "<nav>Home | Documents</nav>" + "\n".join(blocks) + "<footer>United Nations</footer></body></html>"
    path.write_text(page, encoding="utf-8")


def _docx(made: Made, path: Path) -> None:
    import docx

    document = docx.Document()
    for line in made.head:
        document.add_paragraph(line)
    for part in made.parts:
        if part.heading:
            document.add_heading(part.heading, 2)
        said = [part.marker, part.text] if made.kind == "declaration" else [_said(part)]
        for line in said:
            document.add_paragraph(line)
    if made.notes:
        document.add_paragraph("__________________")
        for number, note in enumerate(made.notes, 1):
            document.add_paragraph(f"{number} {note}")
    document.save(str(path))


def _pdf(made: Made, path: Path) -> None:
    """As the UN prints them: paragraphs apart, headings larger, notes and raised marks smaller, heads from page 2."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    font = "STSong-Light"  # has Chinese, Cyrillic and Latin letters, and is part of every reader
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    canvas = Canvas(str(path), pagesize=(900, 842))  # wide, since the font's Cyrillic letters are as wide as Chinese
    headings = {part.heading for part in made.parts if part.heading}
    marked = {f"{_said(part)}": part for part in made.parts if part.note}
    pages = list(_pages(made, 28))
    for number, (lines, notes) in enumerate(pages, 1):
        if made.head and number > 1:
            canvas.setFont(font, 9)
            canvas.drawString(60, 800, made.head[0])
        height = 740.0
        for line in lines:
            begins = line.startswith(" ") or line in headings
            height -= 20 if begins else 13
            canvas.setFont(font, 12 if line in headings else 10)
            x, said = (72 if line.startswith(" ") else 60), line.strip()
            mark = next((part for text, part in marked.items() if text.endswith(said) and said[-1].isdecimal()), None)
            said = said.removesuffix(str(mark.note)) if mark else said
            canvas.drawString(x, height, said)
            if mark:
                canvas.setFont(font, 6)
                canvas.drawString(x + pdfmetrics.stringWidth(said, font, 10), height + 4, str(mark.note))
        if notes:
            canvas.line(60, 130, 160, 130)
            for place, note in enumerate(notes):
                mark, text = note.split(" ", 1)
                canvas.setFont(font, 5)
                canvas.drawString(60, 119 - 12 * place, mark)
                canvas.setFont(font, 8)
                canvas.drawString(68, 116 - 12 * place, text)
        canvas.setFont(font, 9)
        canvas.drawString(60, 40, f"25-0{number:04}")
        canvas.drawString(500, 40, f"{number}/{len(pages)}")
        canvas.showPage()
    canvas.save()


def _jsonl(made: Made, path: Path) -> None:
    rows = [{"id": made.id, "language": made.language, "paragraph": part.id, "text": part.text} for part in made.parts]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
