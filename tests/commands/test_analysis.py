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
    assert out.splitlines()[0] == "resolution (A/79/L.94)"
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
