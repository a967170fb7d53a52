"""PDF pages to paragraphs, by where and how their characters stand."""

import pytest

from assistant.documents.doubts import Unseen, doubts
from tests.conftest import load_document


def _draw(file, pages, size=11):
    """A PDF of ``pages``, each a list of (x, y, text)."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(file))
    for texts in pages:
        for x, y, text in texts:
            canvas.setFont(_font(text), size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()


def _font(text):
    """A font that every reader has; the second has Cyrillic and Chinese characters."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    if text.isascii():
        return "Helvetica"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("It welcomes the Science and High-", "Technology Park of Almaty.", "High-Technology Park"),
        ("It names the years from 2024 to the end of 2029-", "2030 of the plan.", "2029-2030"),
        ("It asks for measures that are short-", "and long-term in kind.", "short- and long-term"),
        ("It welcomes all inter-", "national cooperation.", "all international cooperation"),
        ("It welcomes all capacity-", "building in the region.", "all capacity-building in"),
        ("The word is micro-", "grid, and a microgrid is small.", "word is microgrid,"),
        ("The word is micro-", "grid, and a micro-grid is small.", "word is micro-grid,"),
        ("Он приветствует меж-", "дународное сотрудничество.", "приветствует международное сотрудничество"),
        ("Он называет научно-", "исследовательские учреждения.", "научно-исследовательские учреждения"),
    ],
)
@pytest.mark.parametrize("suffix", ["pdf", "txt"])
def test_a_hyphen_at_the_end_of_a_line(tmp_path, suffix, first, second, text):
    file = tmp_path / f"h.en.{suffix}"
    if suffix == "pdf":
        _draw(file, [[(72, 700, first), (72, 686, second)]])
    else:
        file.write_text(f"{first}\n{second}\n", encoding="utf-8")
    assert text in load_document(file).paragraphs[0].text


def test_the_rows_of_a_table_keep_their_columns(tmp_path):
    """Also at the head of a page, where "2023" is no page number, and where a cell is empty."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "t.en.pdf"))
    rows = [("State", "2023", "2024"), ("Chad", "5", "7"), ("Peru", "", "12"), ("Fiji", "3", "3")]
    for place, cells in enumerate(rows):
        for n, cell in enumerate(cells):
            canvas.drawString(72 + 130 * n, 800 - 18 * place, cell)
    canvas.save()
    (part,) = load_document(tmp_path / "t.en.pdf").paragraphs
    assert part.whole.split("\n") == [
        "State | 2023 | 2024",
        "Chad | 2023: 5 | 2024: 7",
        "Peru |  | 2024: 12",
        "Fiji | 2023: 3 | 2024: 3",
    ]


def test_of_a_page_is_read_what_a_reader_sees(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "seen.en.pdf"))
    for place, (mode, x, text) in enumerate([(0, 72, "Five million."), (3, 72, "Nine."), (0, 2000, "Far off.")]):
        written = canvas.beginText(x, 700 - 40 * place)
        written.setTextRenderMode(mode)
        written.textOut(text)
        canvas.drawText(written)
    canvas.showPage()
    canvas.rect(60, 440, 400, 40, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(72, 455, "White on black.")
    canvas.drawString(72, 400, "White on white.")
    canvas.showPage()
    canvas.setFont("Helvetica", 0.1)
    canvas.drawString(72, 500, "Ten.")
    canvas.showPage()
    canvas.save()
    document = load_document(tmp_path / "seen.en.pdf")
    assert [part.text for part in document.paragraphs] == ["Five million. White on black."]
    assert doubts(document) == [Unseen((1, 2, 3))]


def test_what_is_filled_in_in_a_form_is_text(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "form.en.pdf"))
    canvas.drawString(72, 700, "Name of delegation:")
    canvas.acroForm.textfield(name="name", value="Tajikistan", x=200, y=690, width=200, height=20)
    canvas.save()
    assert [part.text for part in load_document(tmp_path / "form.en.pdf").paragraphs] == [
        "Name of delegation: Tajikistan"
    ]


def test_an_article_at_the_head_of_a_page_is_no_running_head(tmp_path):
    pages = [
        [(72, 780, f"Article {n}"), (72, 740, f"States shall do what is said in the text of number {n}.")]
        for n in range(1, 7)
    ]
    _draw(tmp_path / "treaty.en.pdf", pages)
    assert [part.id for part in load_document(tmp_path / "treaty.en.pdf").paragraphs] == [
        f"ART{n}" for n in range(1, 7)
    ]


def test_left_and_right_pages_lose_their_heads_and_feet(tmp_path):
    """Three pages, as the UN sets them: the head of each stands there once, its sides changed."""
    from reportlab.pdfgen.canvas import Canvas

    title = "Sharing the waters of mountain rivers"
    body = [["The General Assembly,", "Recalling this,"], ["1. Decides;"], ["2. Requests."]]
    canvas = Canvas(str(tmp_path / "A_RES_99_7-EN.pdf"), pagesize=(612, 792))
    for number, lines in enumerate(body, 1):
        if number == 1:
            for place, line in enumerate(["A/RES/99/7", "General Assembly", f"99/7. {title}"]):
                canvas.drawString(72, 760 - 32 * place, line)
        elif number % 2:
            canvas.drawString(72, 740, title)
            canvas.drawString(480, 740, "A/RES/99/7")
        else:
            canvas.drawString(72, 740, "A/RES/99/7")
            canvas.drawString(300, 740, title)
        for place, line in enumerate(lines):
            canvas.drawString(100, 640 - 20 * place, line)
        canvas.drawString(72, 40, f"44-05661 {number}/3" if number % 2 else f"{number}/3 44-05661")
        canvas.showPage()
    canvas.save()
    document = load_document(tmp_path / "A_RES_99_7-EN.pdf")
    assert {p.id: p.text for p in document.paragraphs[1:]} == {
        "PP1": "Recalling this,",
        "OP1": "Decides;",
        "OP2": "Requests.",
    }
    assert document.title == title


_PROSE = [
    "Recalling all resolutions adopted by the Assembly on the use of water in the mountains of the region, the States",
    "noted the progress that was made by the centre and called for more support, also by those that lend money to it.",
]


@pytest.mark.parametrize("row_by_row", [True, False])
@pytest.mark.parametrize("gutter", [14, 40])
def test_two_columns_are_read_one_behind_the_other(tmp_path, gutter, row_by_row):
    """Also on the last page, where the right one has a line only, and below a title that goes over both."""
    import textwrap

    lines = [line for text in _PROSE * 3 for line in textwrap.wrap(text, 40)]
    half = len(lines) // 2
    pages = []
    for left, right in [(lines[:half], lines[half:]), (lines[:4], lines[4:5])]:
        columns = [
            [(60, 700 - 13 * n, line) for n, line in enumerate(left)],
            [(260 + gutter, 700 - 13 * n, line) for n, line in enumerate(right)],
        ]
        texts = [text for column in columns for text in column]
        pages.append(sorted(texts, key=lambda text: -text[1]) if row_by_row else texts)
    pages[0].insert(
        0, (60, 740, "A title that goes over both columns of the page, which is long enough to cross them all")
    )
    _draw(tmp_path / "two.en.pdf", pages, size=10)
    document = load_document(tmp_path / "two.en.pdf")
    assert " ".join(part.text for part in document.paragraphs).endswith(" ".join([*lines, *lines[:5]]))


def test_a_table_with_wide_cells_stays_a_table(tmp_path):
    rows = []
    for n in range(5):
        rows += [(60, 700 - 60 * n, f"Request number {n} of the whole Committee")]
        cell = ["The Secretariat has done all that it was", "asked to do, and will go on with the work", "of the year."]
        rows += [(320, 700 - 60 * n - 13 * place, line) for place, line in enumerate(cell)]
    _draw(tmp_path / "table.en.pdf", [rows], size=10)
    text = "\n".join(part.whole for part in load_document(tmp_path / "table.en.pdf").paragraphs)
    assert "Request number 3 of the whole Committee | The Secretariat has done" in text


@pytest.mark.parametrize(("angle", "origin"), [(0, (0, 0)), (90, (550, 50)), (180, (560, 790)), (270, (50, 790))])
@pytest.mark.parametrize("by_page", [True, False])
def test_pages_are_read_upright(tmp_path, angle, origin, by_page):
    """Whether the page is turned or what is printed on it."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "turned.en.pdf"))
    if by_page:
        canvas.setPageRotation(angle)
    else:
        canvas.translate(*origin)
        canvas.rotate(angle)
    for n, line in enumerate(["The General Assembly,", "Recalling this,", "1. Decides on that;", "2. Requests it."]):
        canvas.drawString(40, 400 - 40 * n, line)
    canvas.save()
    assert [(part.id, part.text) for part in load_document(tmp_path / "turned.en.pdf").paragraphs] == [
        ("HEAD", "The General Assembly,"),
        ("PP1", "Recalling this,"),
        ("OP1", "Decides on that;"),
        ("OP2", "Requests it."),
    ]


def test_a_long_report_keeps_all_its_numbers(tmp_path):
    """1,200 paragraphs, as many to a page as fit, no two of its pages' first lines alike but for the number."""
    numbers = list(range(1, 1201))
    pages = [numbers[n : n + 40] for n in range(0, len(numbers), 40)]
    _draw(
        tmp_path / "long.en.pdf",
        [
            [(72, 800 - 19 * n, f"{number}. The Committee took note of it.") for n, number in enumerate(page)]
            for page in pages
        ],
    )
    assert [part.id for part in load_document(tmp_path / "long.en.pdf").paragraphs] == [f"¶{n}" for n in numbers]


def test_raised_figures_without_a_note_stay(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "raised.en.pdf"))
    canvas.drawString(72, 700, "1. The mission collected 12 m")
    canvas.setFont("Helvetica", 7)
    canvas.drawString(72 + canvas.stringWidth("1. The mission collected 12 m", "Helvetica", 12), 705, "3")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(76 + canvas.stringWidth("1. The mission collected 12 m3", "Helvetica", 12), 700, "of waste.")
    canvas.save()
    assert load_document(tmp_path / "raised.en.pdf").paragraphs[0].text == "The mission collected 12 m³ of waste."
