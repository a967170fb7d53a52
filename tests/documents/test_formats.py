"""Files of every format, encoding and state to documents."""

import io
import json
import zipfile

import pytest
from undocs import FORMATS, KINDS, LANGUAGES, has_notes, make, write

from assistant.documents import load_file
from assistant.documents.doubts import Unread, doubts
from assistant.errors import AssistantError
from assistant.library.corpus import find, load_corpus
from tests.conftest import load_document

PROSE = {
    "zh": "各会员国加强区域合作，并注意到秘书长提交的报告。\n\n山区的可持续发展需要更多资源，妇女和青年参与决策。",
    "ru": "Государства-члены укрепляют сотрудничество и отмечают доклад.\n\nРазвитие горных районов требует ресурсов.",
    "en": "Member States strengthen cooperation and note the report.\n\nThe development of mountain areas needs means.",
}


def _squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_un_document_of_every_kind_language_and_format(tmp_path, kind, language, format_):
    for seed in (3, 8):
        made = make(seed, language, kind)
        document = load_document(write(made, tmp_path, format_))
        assert (document.id, document.language) == (made.id, language)
        expected = [(part.id, _squeezed(part.text)) for part in made.parts]
        if has_notes(format_):
            expected += [(f"FN{n}", _squeezed(note)) for n, note in enumerate(made.notes, 1)]
            marks = [note.paragraph for paragraph in document.paragraphs for note in paragraph.notes]
            assert marks == [f"FN{n}" for n in range(1, len(made.notes) + 1)]
        assert [(p.id, _squeezed(p.text)) for p in document.paragraphs if p.id != "HEAD"] == expected
        if format_ != "jsonl":
            headings = {part.id: part.heading for part in made.parts if part.heading}
            assert {p.id: p.heading for p in document.paragraphs if p.heading} == headings


@pytest.mark.parametrize("number", [1, 13])
def test_the_pages_of_a_pdf_lose_their_furniture(tmp_path, number):
    made = make(number, "en", "resolution")
    text = "\n".join(p.text for p in load_document(write(made, tmp_path, "pdf")).paragraphs)
    assert "25-0" not in text
    assert text.count(made.head[0]) == 1


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        *(("zh", code) for code in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "big5")),
        *(("ru", code) for code in ("utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8_r", "mac_cyrillic")),
        *(("en", code) for code in ("utf-8", "utf-16", "cp1252")),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_encodings_are_detected(tmp_path, language, encoding, suffix):
    text = PROSE[language]
    if encoding == "big5":
        text = "各會員國加強區域合作，並注意到秘書長提交的報告。\n\n山區的可持續發展需要更多資源，婦女和青年參與決策。"
    parts = text.split("\n\n")
    file = tmp_path / f"text.{suffix}"
    file.write_bytes((f"<p>{parts[0]}</p><p>{parts[1]}</p>" if suffix == "html" else text).encode(encoding))
    document = load_document(file)
    assert document.language == language
    assert [p.text for p in document.paragraphs] == parts


def test_html_leaves_out_what_is_no_content(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(
        "<html><head><title>Rivers</title><style>p{}</style></head><body><nav>Home</nav><h1>Water</h1>"
        "<p>Rivers are <b>shared</b>.<br>All of them.</p><script>alert(1)</script><!-- a comment -->"
        "<table><tr><th>State</th><th>km</th></tr><tr><td>A</td><td>7</td></tr></table>"
        "<div>Loose <i>text</i></div><footer>© 2025</footer></body></html>",
        encoding="utf-8",
    )
    document = load_document(file)
    assert document.title == "Rivers"
    assert [p.text for p in document.paragraphs] == ["Rivers are shared. All of them.", "Loose text"]
    assert document["¶1"].below == "State | km\nA | km: 7"
    assert document["¶1"].heading == "Water"


@pytest.mark.parametrize("list_", ["1. One.\n2. Two.\n3. Three.\n", "1. One.\n\n2. Two.\n\n3. Three.\n"])
def test_the_numbers_of_lists_are_numbers_of_paragraphs(tmp_path, list_):
    (tmp_path / "list.en.md").write_text(list_, encoding="utf-8")
    document = load_document(tmp_path / "list.en.md")
    assert [(p.id, p.text) for p in document.paragraphs] == [("¶1", "One."), ("¶2", "Two."), ("¶3", "Three.")]


def test_word_footnotes_and_tables(tmp_path):
    import docx

    document = docx.Document()
    document.add_heading("Water", 1)
    document.add_paragraph("Rivers are shared.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "State", "7 km"
    document.save(str(tmp_path / "plain.docx"))
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>See A/70/1.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    with zipfile.ZipFile(tmp_path / "plain.docx") as old, zipfile.ZipFile(tmp_path / "noted.en.docx", "w") as new:
        for name in old.namelist():
            part = old.read(name).decode() if name.endswith((".xml", ".rels")) else old.read(name)
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                part = part.replace("</Types>", override)
            elif name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'
                part = part.replace("</Relationships>", link)
            elif name == "word/document.xml":
                mark = 'shared.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
                part = part.replace("shared.</w:t></w:r>", mark)
            new.writestr(name, part)
        new.writestr("word/footnotes.xml", notes)
    found = load_document(tmp_path / "noted.en.docx")
    assert [(p.id, p.text) for p in found.paragraphs] == [
        ("¶1", "Rivers are shared."),
        ("FN1", "See A/70/1."),
    ]
    assert [note.paragraph for note in found["¶1"].notes] == ["FN1"]
    assert found["¶1"].heading == "Water"


def test_rows_of_passages(tmp_path):
    file = tmp_path / "rows.jsonl"
    rows = [
        {"id": "a", "text": "One.", "title": "T", "paragraph": "OP3"},
        {"id": "a", "text": "Один.", "language": "ru"},
        {"id": "a", "text": "Two."},
        {"id": 7, "text": "三。", "more": [1]},
    ]
    file.write_text("".join(json.dumps(row) + "\n\n" for row in rows), encoding="utf-8")
    found = load_file(file)
    assert [(d.id, d.language, d.title) for d in found] == [("a", "en", "T"), ("a", "ru", "Один."), ("7", "zh", "三。")]
    assert [(p.id, p.text) for p in found[0].paragraphs] == [("OP3", "One."), ("¶2", "Two.")]


@pytest.mark.parametrize(
    "row",
    [
        "nonsense",
        "[1]",
        "[" * 100_000,
        '{"id": "a"}',
        '{"text": "a"}',
        '{"id": "a", "text": ""}',
        '{"id": "a", "text": ["b"]}',
        '{"id": "a", "text": "b", "language": "fr"}',
        '{"id": "a", "text": "b", "paragraph": "seven"}',
        '{"id": "first", "text": "b", "language": "en", "paragraph": "¶1"}',
    ],
)
def test_a_bad_row_is_named_by_its_line(tmp_path, row):
    (tmp_path / "rows.jsonl").write_text(f'{{"id": "first", "text": "Text."}}\n{row}\n', encoding="utf-8")
    with pytest.raises(AssistantError) as caught:
        load_file(tmp_path / "rows.jsonl")
    assert caught.value.key == "document_row"
    assert caught.value.values["line"] == 2


def _pdf(lines, password=None):
    from reportlab.pdfgen.canvas import Canvas

    content = io.BytesIO()
    canvas = Canvas(content, encrypt=password)
    for page in lines:
        if page is None:
            canvas.rect(10, 10, 300, 300, fill=1)
            canvas.drawInlineImage(_picture(), 20, 20, 200, 200)
        else:
            canvas.drawString(72, 700, page)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def _picture():
    from PIL import Image

    return Image.new("RGB", (20, 20), "grey")


def _bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(260):
            part.write(b" " * 2**20)
    return content.getvalue()


def _zip(name):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, "x")
    return content.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)  # what Word files began with before 2007

BAD = {
    "empty.txt": (lambda: b" \n", "document_empty"),
    "void.docx": (lambda: b"", "document_empty"),
    "text.pdf": (lambda: b"Text.", "document_misnamed"),
    "paper.txt": (lambda: _pdf(["Text."]), "document_misnamed"),
    "macros.docx": (lambda: _zip("word/vbaProject.bin"), "document_macros"),
    "blank.pdf": (lambda: _pdf([""]), "document_empty"),
    "noise.txt": (lambda: bytes(range(256)) * 8, "document_no_text"),
    "half.txt": (lambda: "текст".encode("utf-16")[:-1], "document_no_text"),
    "locked.pdf": (lambda: _pdf(["Text."], "secret"), "document_encrypted"),
    "locked.docx": (lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), "document_encrypted"),
    "old.docx": (lambda: _OLE + "WordDocument".encode("utf-16-le"), "document_old_word"),
    "rich.txt": (lambda: b"{\\rtf1\\ansi Text.}", "document_rtf"),
    "scan.pdf": (lambda: _pdf([None, None]), "document_scanned"),
    "broken.pdf": (lambda: b"%PDF-1.4 and no more", "document_unreadable"),
    "broken.docx": (lambda: b"PK\x03\x04 and no more", "document_unreadable"),
    "strange.docx": (lambda: _zip("word/other.xml"), "document_unreadable"),
    "climbs.docx": (lambda: _zip("../../outside.xml"), "document_unreadable"),
    "bomb.docx": (_bomb, "document_bomb"),
    "rows.jsonl": (lambda: b"{", "document_row"),
    "picture.png": (lambda: b"\x89PNG", "document_format"),
}


def test_every_bad_file_is_one_line_and_the_rest_is_taken_in(tmp_path):
    (tmp_path / "good.en.txt").write_text("One paragraph.\n\nAnother one.", encoding="utf-8")
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "good.en.txt").write_text("The same id.", encoding="utf-8")
    expected = {"copy/good.en.txt": "document_duplicate"}
    for name, (content, key) in BAD.items():
        (tmp_path / name).write_bytes(content())
        expected[name] = key
    with (tmp_path / "huge.txt").open("wb") as file:  # sparse: it takes no room
        file.truncate(200 * 2**20)
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    expected |= {"huge.txt": "document_too_large", "circle": "document_link", "self.txt": "document_unreadable"}

    corpus = load_corpus(tmp_path)
    assert [document.id for document in corpus.documents] == ["good"]
    skipped = {str(error.values["path"].relative_to(tmp_path)): error for error in corpus.skipped}
    assert {name: error.key for name, error in skipped.items()} == expected
    for error in corpus.skipped:
        for language in ("zh", "ru", "en"):
            assert len(error.message(language).splitlines()) == 1
    assert skipped["scan.pdf"].values["page"] == 1
    assert "200" in str(skipped["huge.txt"])


def test_readme_manifest_and_hidden_files_are_no_documents(tmp_path):
    for name in ("README.md", "manifest.toml", ".hidden.txt", "a.en.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "a.en.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.txt").write_text("Text.", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    assert [document.id for document in corpus.documents] == ["a"]
    assert corpus.skipped == ()


def test_the_uns_file_names_are_symbols(tmp_path):
    (tmp_path / "A_RES_78_265-EN.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "A_C.2_59_3-RU.txt").write_text("Text.", encoding="utf-8")
    documents = load_corpus(tmp_path).documents
    assert [(d.id, d.language) for d in documents] == [("A/C.2/59/3", "ru"), ("A/RES/78/265", "en")]
    assert [d.id for d in find(documents, "78/265")] == ["A/RES/78/265"]


def test_what_is_known_is_not_parsed_again(tmp_path, monkeypatch):
    (tmp_path / "a.en.txt").write_text("Text.", encoding="utf-8")
    first = load_corpus(tmp_path)
    monkeypatch.setattr("assistant.documents.reading.read_print", lambda *_: pytest.fail("parsed again"))
    assert load_corpus(tmp_path, known=first.documents) == first


def test_pages_that_are_pictures_are_left_out_and_told(tmp_path):
    (tmp_path / "part.en.pdf").write_bytes(_pdf(["First page.", None, "Third page.", None]))
    document = load_document(tmp_path / "part.en.pdf")
    assert "".join(part.text for part in document.paragraphs) != ""
    assert doubts(document) == [Unread((2, 4))]
