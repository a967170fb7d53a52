"""`assistant acts`, `brief` and `compare` on the command line."""

import csv
import io
import json

import docx
import pytest

from tests.conftest import ROOT


def test_the_acts_of_the_main_text_for_a_person(run):
    code, out, _ = run("acts", "resolution", "-l", "en")
    assert code == 0
    assert out.splitlines()[0] == "resolution (A/79/L.94), session 79"
    assert "  operative para. 5: Requests [agencies, programmes and funds" in out


def test_the_acts_of_all_texts_as_json_and_csv(run):
    _, out, _ = run("acts", "--json", "-l", "ru", "--verb", "urge")
    (row,) = json.loads(out)
    assert (row["document"], row["language"], row["paragraph"]) == ("resolution", "ru", "OP7")
    _, out, _ = run("acts", "--csv", "-l", "ru", "--verb", "urge")
    (same,) = csv.DictReader(io.StringIO(out))
    assert same["does"] == row["does"]
    assert same["addressees"] == "; ".join(row["addressees"])


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_a_brief_in_each_language_and_format(run, tmp_path, language):
    _, out, _ = run("brief", "-l", language)
    assert out.startswith("# ")
    _, page, _ = run("brief", "-l", language, "-f", "html")
    assert f'<html lang="{language}">' in page
    _, whole, _ = run("brief", "resolution", "-l", language, "-f", "json")
    assert json.loads(whole)["text"]["language"] == language
    file = tmp_path / "brief.docx"
    assert run("brief", "-l", language, "-f", "docx", "--out", str(file)) == (0, "", "")
    assert docx.Document(str(file)).tables


def test_a_comparison_tells_the_changes_first(run, tmp_path):
    changed = (ROOT / "corpus" / "resolution" / "en.txt").read_text(encoding="utf-8").replace("Requests", "Invites")
    changed = changed.replace("Draft resolution", "Draft resolution of another day")
    (tmp_path / "later.en.txt").write_text(changed, encoding="utf-8")
    library = tmp_path / "corpus"
    library.mkdir()
    (library / "earlier.en.txt").write_text((ROOT / "corpus" / "resolution" / "en.txt").read_text("utf-8"), "utf-8")
    (library / "later.en.txt").write_text(changed, encoding="utf-8")
    code, out, _ = run("compare", "earlier", "later", "-l", "en", "--corpus", str(library))
    assert code == 0
    told = out[out.index("What changed") :].splitlines()[1]
    assert told.startswith("- Other verb (weaker) [operative para. 5]: [-Requests-]{+Invites+}")
    _, page, _ = run("compare", "earlier", "later", "-l", "zh", "-f", "html", "--corpus", str(library))
    assert '<del lang="en">Requests</del><ins lang="en">Invites</ins>' in page
    _, whole, _ = run("compare", "earlier", "earlier", "-f", "json", "--corpus", str(library))
    assert json.loads(whole)["changes"] == []


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (["brief", "nothing"], "There is no document nothing."),
        (["acts", "nothing"], "There is no document nothing."),
        (["brief", "78/265"], "Only the catalogue card of 78/265 is here"),
        (["compare", "resolution", "nothing"], "There is no document nothing."),
        (["brief", "-l", "de"], 'Language "de" is not supported.'),
        (["brief", "--out", "/nowhere/at/all.md"], "/nowhere/at/all.md can't be written"),
    ],
)
def test_what_goes_wrong_is_one_line(run, monkeypatch, args, line):
    monkeypatch.setenv("ASSISTANT_INTERFACE", "en")
    code, out, err = run(*args)
    assert (code, out) == (1, "")
    assert err.splitlines()[-1].startswith(line)


def test_texts_in_two_languages_are_compared_by_paragraph(run, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.en.txt").write_text("The General Assembly,\n\n1. Plants trees.\n\n2. Digs wells.\n", encoding="utf-8")
    (corpus / "b.ru.txt").write_text("Генеральная Ассамблея,\n\n1. сажает деревья.\n\n2. роет колодцы.\n", "utf-8")
    code, out, _ = run("compare", "a", "b", "-l", "en", "--corpus", str(corpus))
    assert code == 0
    assert out[out.index("Which paragraph") :].splitlines()[1:] == ["- [operative para. 1]", "- [operative para. 2]"]


def test_a_word_file_is_not_printed_on_a_terminal(run, monkeypatch):
    monkeypatch.setenv("ASSISTANT_INTERFACE", "en")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, err = run("brief", "-f", "docx")
    assert (code, out) == (1, "")
    assert "Name a file with --out." in err


def test_a_file_is_written_through_a_link_and_nothing_is_left_of_one_that_fails(run, tmp_path):
    target, link = tmp_path / "brief.md", tmp_path / "link.md"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    assert run("brief", "-l", "en", "--out", str(link))[0] == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("# Brief")
    assert run("brief", "--out", str(tmp_path))[0] == 1
    assert sorted(item.name for item in tmp_path.iterdir() if item.name != "index") == ["brief.md", "link.md"]


def test_a_document_whose_acts_can_not_be_read_loses_no_other(run, monkeypatch):
    monkeypatch.setattr("assistant.index.building.anatomy", lambda item: 1 / 0)
    code, out, err = run("acts", "-l", "en")
    assert (code, out) == (0, "\n")
    assert err.count("could not be read (ZeroDivisionError") > 0
    assert run("ask", "What does OP4 say?")[0] == 0
