"""Word files as a reader sees them."""

import io
import zipfile

import pytest

from tests.conftest import load_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ABSTRACT = """<w:abstractNum w:abstractNumId="77">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="{letters}"/><w:lvlText w:val="{label}"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl></w:abstractNum>"""


def _numbered(level, text):
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def _p(inner):
    return f"<w:p>{inner}</w:p>"


def _r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _written(tmp_path, body, letters="lowerLetter", label="(%2)", language="en"):
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = ABSTRACT.format(letters=letters, label=label).replace("<w:abstractNum ", f"<w:abstractNum {W} ", 1)
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for element in parse_xml(f"<w:body {W}>{body}</w:body>"):
        document.element.body.insert(len(document.element.body) - 1, element)
    path = tmp_path / f"d.{language}.docx"
    document.save(str(path))
    return path


def _texts(document):
    return [(part.id, part.text) for part in document.paragraphs]


@pytest.mark.parametrize(
    ("language", "clause", "letters", "label"),
    [
        ("en", "The General Assembly,", "lowerLetter", "(%2)"),
        ("ru", "Генеральная Ассамблея,", "russianLower", "%2)"),
        ("zh", "大会，", "chineseCounting", "（%2）"),
    ],
)
def test_automatic_numbers(tmp_path, language, clause, letters, label):
    body = _p(_r(clause)) + _numbered(0, "X;") + _numbered(0, "Y:") + _numbered(1, "a;") + _numbered(1, "b;")
    body += _numbered(2, "i;") + _numbered(2, "ii;") + _numbered(0, "Last.")
    document = load_document(_written(tmp_path, body, letters, label, language))
    ids = [part.id for part in document.paragraphs if part.id != "HEAD"]
    assert ids == ["OP1", "OP2", "OP2(a)", "OP2(b)", "OP2(b)(i)", "OP2(b)(ii)", "OP3"]
    assert document["OP2(b)(ii)"].text == "ii;"


def test_what_a_reader_does_not_see_is_left_out(tmp_path):
    hidden = _r("Up to 8 million.", "<w:vanish/>") + _r("Or 9.", "<w:strike/>")
    deleted = '<w:del w:id="1"><w:r><w:delText>Gone.</w:delText></w:r></w:del>'
    body = _p(_r("The budget is 5 million. ") + hidden) + _p(deleted + f'<w:ins w:id="2">{_r("New.")}</w:ins>')
    body += _p(f'<w:moveFrom w:id="3">{_r("Moved.")}</w:moveFrom>')
    body += _p(f'<w:moveTo w:id="4">{_r("Moved.")}</w:moveTo>')
    texts = [text for _, text in _texts(load_document(_written(tmp_path, body)))]
    assert texts == ["The budget is 5 million.", "New.", "Moved."]


def test_what_stands_in_controls_breaks_and_signs_is_there(tmp_path):
    run = "<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>2029, one</w:t><w:br/><w:t>sentence.</w:t></w:r>"
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(_p(run)) + _p(control.format(_r("In it.")))
    texts = [text for _, text in _texts(load_document(_written(tmp_path, body)))]
    assert texts == ["2024-2029, one sentence.", "In it."]


def test_cells_that_say_the_same_are_each_there(tmp_path):
    cells = "".join(f"<w:tc>{_p(_r(text))}</w:tc>" for text in ("Chad", "3", "3", ""))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    path = _written(tmp_path, _p(_r("Numbers of experts are these:")) + table + _p(_r("End.")))
    assert load_document(path)["¶1"].below == "Chad | 3 | 3 |"


def test_notes_are_numbered_in_the_order_of_their_marks(tmp_path):
    """Whatever ids the program that wrote the file has given them, and endnotes with them."""
    mark = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = _r("The Charter") + mark.format("footnote", 9) + _r(" and the Declaration") + mark.format("endnote", 2)
    plain = _written(tmp_path, _p(body + _r(" say so.")))
    out = tmp_path / "noted.en.docx"
    kind_of = '<Override PartName="/word/{0}s.xml" ContentType="application/vnd.openxmlformats-officedocument'
    kind_of += '.wordprocessingml.{0}s+xml"/>'
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="rId9{{0}}" Type="{base}/{{0}}s" Target="{{0}}s.xml"/>'
    with zipfile.ZipFile(io.BytesIO(plain.read_bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode() if name.endswith((".xml", ".rels")) else old.read(name)
            for kind in ("footnote", "endnote"):
                if name == "[Content_Types].xml":
                    part = part.replace("</Types>", kind_of.format(kind) + "</Types>")
                elif name == "word/_rels/document.xml.rels":
                    part = part.replace("</Relationships>", link.format(kind) + "</Relationships>")
            new.writestr(name, part)
        for kind, name, text in (("footnote", "9", "Of 1945."), ("endnote", "2", "Of 1948.")):
            note = f'<w:{kind} w:id="{name}">{_p(_r(text))}</w:{kind}>'
            new.writestr(f"word/{kind}s.xml", f"<w:{kind}s {W}>{note}</w:{kind}s>")
    document = load_document(out)
    texts = ["The Charter and the Declaration say so.", "Of 1945.", "Of 1948."]
    assert _texts(document) == list(zip(("¶1", "FN1", "FN2"), texts, strict=True))
    assert [(note.offset, note.paragraph) for note in document["¶1"].notes] == [(11, "FN1"), (31, "FN2")]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next(tmp_path):
    deleted = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
    gone = '<w:del w:id="2" w:author="a"><w:r><w:delText>Gone.</w:delText></w:r></w:del>'
    body = (
        _p(_r("The General Assembly,"))
        + _numbered(0, "One;")
        + _p(f"{deleted}{_r('Decides on')}")
        + _numbered(0, "two;")
    )
    body += _p(f"{deleted}{gone}") + _numbered(0, "Three.")
    assert _texts(load_document(_written(tmp_path, body)))[1:] == [
        ("OP1", "One;"),
        ("OP2", "Decides on two;"),
        ("OP3", "Three."),
    ]


def test_raised_figures_are_no_marks(tmp_path):
    raised = '<w:vertAlign w:val="superscript"/>'
    body = _p(_r("The General Assembly,")) + _p(
        _r("1. Decides on 5 m") + _r("3", raised) + _r(" and 10") + _r("6", raised) + _r(".")
    )
    assert load_document(_written(tmp_path, body))["OP1"].text == "Decides on 5 m³ and 10^6."
