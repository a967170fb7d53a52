"""Web pages and Markdown as a reader sees them."""

import pytest

from tests.conftest import load_document


def _read(tmp_path, html):
    (tmp_path / "p.en.html").write_text(html, encoding="utf-8")
    document = load_document(tmp_path / "p.en.html")
    return [(part.id, part.text) for part in document.paragraphs]


def test_two_breaks_part_paragraphs(tmp_path):
    assert _read(tmp_path, "<div>1. Lakes<br>and rivers.<br><br>2. Seas.<br> <br>3. Wells.</div>") == [
        ("¶1", "Lakes and rivers."),
        ("¶2", "Seas."),
        ("¶3", "Wells."),
    ]


def test_what_is_raised_is_a_mark_or_a_power(tmp_path):
    html = "<p>Seen in the Charter<sup>1</sup> and in 10<sup>6</sup> tonnes, on 5 km<sup>2</sup>.</p>"
    html += "<p><sup>1</sup> Of 1945.</p>"
    assert _read(tmp_path, html) == [("¶1", "Seen in the Charter and in 10^6 tonnes, on 5 km²."), ("FN1", "Of 1945.")]


def test_hidden_elements_are_out_and_an_articles_own_header_is_in(tmp_path):
    html = (
        "<header><p>Menu of the site.</p></header><article><header><p>Adopted in May.</p></header><p hidden>Draft.</p>"
        "<p style='display: none'>Never.</p><p>Decides so.</p><footer><p>Done at Osh.</p></footer></article>"
    )
    assert [text for _, text in _read(tmp_path, html)] == ["Adopted in May.", "Decides so.", "Done at Osh."]


@pytest.mark.parametrize(
    ("list_", "ids"),
    [
        ("<ol><li>One.</li><li>Two:<ol type='a'><li>x;</li><li>y.</li></ol></li></ol>", "¶1 ¶2 ¶2(a) ¶2(b)"),
        ("<ol start='1'><li>One.</li><li>Two:<ol type='i'><li>x;</li><li>y.</li></ol></li></ol>", "¶1 ¶2 ¶2(i) ¶2(ii)"),
        ("<ol><li>One.</li><li value='4'>Four.</li><li>Five.</li></ol>", "¶1 ¶4 ¶5"),
    ],
)
def test_the_numbers_of_lists_are_those_that_a_browser_shows(tmp_path, list_, ids):
    assert [name for name, _ in _read(tmp_path, list_)] == ids.split()


def test_a_declared_encoding_is_kept_to(tmp_path):
    page = '<html><head><meta charset="iso-8859-5"></head><body><p>Центр в Душанбе откроют.</p></body></html>'
    (tmp_path / "r.html").write_bytes(page.encode("iso-8859-5"))
    assert load_document(tmp_path / "r.html").paragraphs[0].text == "Центр в Душанбе откроют."


def test_front_matter_is_no_text(tmp_path):
    (tmp_path / "m.en.md").write_text("---\ntitle: On water\ndate: 2044-01-01\n---\n\nIt supports the text.\n")
    document = load_document(tmp_path / "m.en.md")
    assert (document.title, [part.text for part in document.paragraphs]) == ("On water", ["It supports the text."])


_MARKDOWN = "1. Recalling 70/1[^1] and more[^two].\n\n2. Requests it.\n\n[^1]: See A/70/1.\n[^two]: Ibid.\n"
_WORDS = (  # as Word writes a page
    '<p>1. Recalling 70/1<a href="#n1" name="r1">[1]</a> and more<a href="#n2" name="r2"><sup>2</sup></a>.</p>'
    '<p>2. Requests it.</p><div><p><a href="#r1" name="n1">[1]</a> See A/70/1.</p></div>'
    '<div><p><a href="#r2" name="n2"><sup>2</sup></a> Ibid.</p></div>'
)
_ENCYCLOPEDIA = (
    '<p>1. Recalling 70/1<sup id="r1"><a href="#n1">[1]</a></sup> and more<sup id="r2"><a href="#n2">[2]</a></sup>.</p>'
    '<p>2. Requests it.</p><ol><li id="n1"><a href="#r1">^</a> See A/70/1.</li>'
    '<li id="n2"><a href="#r2">^</a> Ibid.</li></ol>'
)


@pytest.mark.parametrize(("suffix", "page"), [("md", _MARKDOWN), ("html", _WORDS), ("html", _ENCYCLOPEDIA)])
def test_footnotes_are_what_links_lead_to_and_back_from(tmp_path, suffix, page):
    (tmp_path / f"a.en.{suffix}").write_text(page, encoding="utf-8")
    document = load_document(tmp_path / f"a.en.{suffix}")
    assert [(part.id, part.text) for part in document.paragraphs] == [
        ("¶1", "Recalling 70/1 and more."),
        ("¶2", "Requests it."),
        ("FN1", "See A/70/1."),
        ("FN2", "Ibid."),
    ]
    assert [(note.offset, note.paragraph) for note in document["¶1"].notes] == [(14, "FN1"), (23, "FN2")]


def test_a_list_of_contents_leads_to_no_notes(tmp_path):
    page = '<p><a href="#a">1</a></p><p><a href="#b">2</a></p><p id="a">1. First;</p><p id="b">2. Second.</p>'
    (tmp_path / "a.en.html").write_text(page, encoding="utf-8")
    texts = [part.text for part in load_document(tmp_path / "a.en.html").paragraphs]
    assert "First;" in texts[-2]
    assert "Second." in texts[-1]
