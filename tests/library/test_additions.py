"""`assistant corpus`: list, show, add, remove, fetch."""

import json

import pytest
from undocs import corpus as made_corpus
from undocs import make, write

from assistant import AssistantError, Settings
from assistant.commands import program
from assistant.documents import label
from assistant.index.building import open_index
from assistant.index.storage import read_index
from assistant.library import additions
from assistant.library.corpus import load_corpus
from assistant.question.query import read_query
from assistant.retrieval import Retriever
from tests.conftest import ROOT, WordEmbedder
from tests.service import SYMBOL


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """A function that runs `assistant corpus …`: (exit code, stdout, stderr)."""
    monkeypatch.setenv("ASSISTANT_INDEX_DIR", str(tmp_path / "index"))
    monkeypatch.setenv("ASSISTANT_LIBRARY_DIR", str(tmp_path / "library"))
    monkeypatch.setattr("assistant.index.embedding.load_embedder", lambda *_: WordEmbedder())

    def call(*args):
        with pytest.raises(SystemExit) as ended:
            program.main(["corpus", *map(str, args)])
        captured = capsys.readouterr()
        return ended.value.code or 0, captured.out, captured.err

    return call


DRAFT = "A/79/L.94"  # the symbol that the manifest gives the document "resolution"


@pytest.fixture
def draft(tmp_path):
    """PDFs of a text with the draft's symbol, a language each."""
    folder = tmp_path / "draft"
    folder.mkdir()
    return {code: write(make(93, code, "resolution"), folder, "pdf") for code in ("zh", "ru", "en")}


@pytest.fixture
def un(service, draft, monkeypatch):
    """A document service that has them."""
    service.pdfs = {code: file.read_bytes() for code, file in draft.items()}
    monkeypatch.setenv("ASSISTANT_DOCUMENTS_URL", service.address)
    return service


def _statuses(run):
    return {row["id"]: row["status"] for row in json.loads(run("list", "--json")[1])}


WORKING = {"zh": "original", "ru": "translation", "en": "translation"}
OFFICIAL = dict.fromkeys(WORKING, "original")


@pytest.fixture
def texts(tmp_path):
    """A folder with two good documents, a copy of one with other contents, and one bad one."""
    folder = tmp_path / "mine"
    (folder / "deep").mkdir(parents=True)
    (folder / "note.ru.txt").write_text("Река в Душанбе.\n\nОзеро Иссык-Куль.", encoding="utf-8")
    write(make(1, "en", "resolution"), folder / "deep", "pdf")
    (folder / "broken.docx").write_bytes(b"nothing")
    return folder


def test_the_catalogue_is_listed(run):
    code, out, err = run("list")
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 1 + 21
    assert out.startswith("resolution               zh,ru,en    25  The role of artificial intelligence")
    assert "Tunis Commitment (A/60/687)" in out
    rows = json.loads(run("list", "--json")[1])
    assert rows[0]["status"] == {"zh": "original", "ru": "translation", "en": "translation"}


def test_a_list_speaks_the_readers_language(run, monkeypatch):
    monkeypatch.setenv("ASSISTANT_INTERFACE", "ru")
    assert "Тунисское обязательство" in run("list")[1]


@pytest.mark.parametrize(
    ("language", "mark", "first"),
    [
        ("zh", "", "PP1  序言部分第1段"),
        ("ru", "рабочий перевод, не официальный текст", "PP1  1-й пункт преамбулы"),
        ("en", "working translation, not official", "PP1  preambular para. 1"),
    ],
)
def test_show_prints_every_paragraph_with_its_links(run, language, mark, first):
    code, out, _ = run("show", "resolution", "--language", language)
    ids = [line.split("  ")[0] for line in out.splitlines() if line[:2] in ("PP", "OP", "FN")]
    assert code == 0
    assert ids == [
        *(f"PP{n}" for n in range(1, 13)),
        *(f"OP{n}" for n in range(1, 8)),
        *(f"FN{n}" for n in range(1, 6)),
    ]
    assert first in out
    assert mark in out
    assert "A/RES/78/311 → card:A/RES/78/311" in out
    assert "charter → card:charter" in out


def test_show_takes_a_symbol_or_number(run):
    assert "(card:A/RES/78/311, zh, 目录卡片，非文本本身)" in run("show", "78/311", "-l", "zh")[1]
    assert len(json.loads(run("show", "A/60/687", "--json")[1])) == 2


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (("show", "nothing"), "There is no document nothing"),
        (("show", "resolution", "-l", "fr"), '"fr" is not supported'),
        (("remove", "nothing"), "There is no document nothing"),
        (("remove", "resolution"), "was not added by you"),
        (("remove", "78/311"), "was not added by you"),
        (("fetch", "--languages", "fr"), '"fr" is not supported'),
        (("add", "/nowhere"), "No document was added"),
    ],
)
def test_what_goes_wrong_is_said(run, args, line):
    code, out, err = run(*args)
    assert (code, out) == (1, "")
    assert line in err


def test_documents_are_added_searched_shown_and_removed(run, texts, tmp_path):
    code, out, err = run("add", texts)
    assert code == 0
    assert out.splitlines() == ["Added note (ru), 2 paragraphs", f"Added resolution-1 (en), {_count()} paragraphs"]
    assert "broken.docx" in err
    assert "Files skipped: 1" in err
    assert sorted(file.name for file in (tmp_path / "library").iterdir()) == ["note.ru.txt", "resolution-1.en.pdf"]

    settings = Settings(index_dir=tmp_path / "index", library_dir=tmp_path / "library")
    retriever = Retriever(open_index(settings, WordEmbedder()), WordEmbedder())
    (found,) = retriever.search(read_query("Озеро Иссык-Куль", "ru"), 1)
    assert (found.document, found.paragraph, found.label) == ("note", "¶2", "note, пункт 2")
    assert "ANNEX.2" in run("show", "resolution-1")[1]

    assert run("add", texts / "note.ru.txt")[1] == "note (ru) is there already, with the same contents\n"
    (texts / "note.ru.txt").write_text("Другое.", encoding="utf-8")
    assert "with other contents" in run("add", texts / "note.ru.txt")[2]

    code, out, _ = run("remove", "note")
    assert code == 0
    assert out == f"Removed {tmp_path / 'library' / 'note.ru.txt'}\n"
    assert {chunk.document for chunk in read_index(tmp_path / "index").chunks} >= {"resolution", "resolution-1"}
    assert "note" not in {chunk.document for chunk in read_index(tmp_path / "index").chunks}


def _count():
    made = make(1, "en", "resolution")
    return 1 + len(made.parts) + len(made.notes)


def test_rows_are_documents_that_are_removed_one_by_one(run, tmp_path):
    file = tmp_path / "rows.jsonl"
    rows = [{"id": "a/b", "text": "One."}, {"id": "a_b", "text": "Two.", "paragraph": "OP2"}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("add", file)[0] == 0
    assert run("remove", "a/b")[0] == 0
    rows = {row["id"] for row in json.loads(run("list", "--json")[1])}
    assert "a_b" in rows
    assert "a/b" not in rows
    assert "OP2  operative para. 2" in run("show", "a_b")[1]


def test_a_corpus_of_ones_own_has_a_library_of_its_own(monkeypatch, tmp_path):
    monkeypatch.delenv("ASSISTANT_LIBRARY_DIR")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.en.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "b.en.txt").write_text("More.", encoding="utf-8")
    settings = Settings(corpus_dir=tmp_path / "own", index_dir=tmp_path / "index")
    added, skipped = additions.add([tmp_path / "b.en.txt"], settings)
    assert [item.document.id for item in added] == ["b"]
    assert skipped == []
    assert (tmp_path / "own" / "library" / "b.en.txt").is_file()
    assert {d.id for d in additions.load(settings).documents} == {"a", "b"}
    with pytest.raises(AssistantError) as caught:
        additions.remove("a", settings)
    assert caught.value.key == "library_not_added"
    additions.remove("b", settings)
    assert (tmp_path / "own" / "a.en.txt").is_file()


def test_a_folder_of_many_documents_in_every_format(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    made = dict(made_corpus(72, folder))
    settings = Settings(index_dir=tmp_path / "index", library_dir=tmp_path / "library")
    added, skipped = additions.add([folder], settings)
    assert skipped == []
    assert {(item.document.id, item.document.language) for item in added} == {(item.id, item.language) for item in made}
    corpus = load_corpus(ROOT / "corpus", tmp_path / "library")
    assert corpus.skipped == ()
    assert len([d for d in corpus.documents if d.status == "original"]) == 1 + 72


def test_official_texts_are_fetched_and_embedded(run, service, monkeypatch, tmp_path):
    monkeypatch.setenv("ASSISTANT_DOCUMENTS_URL", service.address)
    service.plans[SYMBOL, "zh"] = [404]
    code, out, err = run("fetch", SYMBOL, "--languages", "zh,ru")
    assert code == 0
    assert out == "Fetched A_79_L.265-RU.pdf\n"
    assert "(HTTP 404)" in err
    assert ("A/79/L.265", "ru") in {(c.document, c.language) for c in read_index(tmp_path / "index").chunks}
    assert run("fetch", SYMBOL, "--languages", "ru")[1] == "A_79_L.265-RU.pdf is there already\n"
    assert run("remove", SYMBOL)[0] == 0
    code, out, err = run("fetch", "78/999", "--languages", "en")
    assert (code, out) == (1, "")
    assert "not the document" in err


def test_without_symbols_the_whole_catalogue_is_fetched(run, service, monkeypatch):
    monkeypatch.setenv("ASSISTANT_DOCUMENTS_URL", service.address)
    run("fetch", "--languages", "en")
    symbols = [asked[0] for asked in service.asked]
    assert len(symbols) == len(set(symbols)) == 15 + len({DRAFT, "A/RES/79/322"})
    assert {"A/RES/217(III)", "A/RES/78/311", "A/60/687", "A/C.2/59/3"} <= set(symbols)


def test_an_address_is_added(run, service, tmp_path):
    code, out, _ = run("add", service.address.format(symbol=SYMBOL, language="en"), "http://127.0.0.1:9/x.txt")
    assert code == 0
    assert out.startswith("Added doc (en)")
    assert (tmp_path / "library" / "doc.en.pdf").is_file()


def test_the_uns_own_address_of_a_document_is_the_document(run, service, monkeypatch, tmp_path):
    monkeypatch.setenv("ASSISTANT_DOCUMENTS_URL", service.address)
    code, out, _ = run("add", f"https://docs.un.org/ru/{SYMBOL}", f"https://undocs.org/{SYMBOL}")
    assert code == 0
    assert [line.split(",")[0] for line in out.splitlines()] == [
        f"Added {SYMBOL} (ru)",
        f"Added {SYMBOL} (zh)",
        f"{SYMBOL} (ru) is there already",
        f"Added {SYMBOL} (en)",
    ]
    assert (tmp_path / "library" / "A_79_L.265-RU.pdf").is_file()


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ("类别: 决议草案", "提案国: 哈萨克斯坦; 吉尔吉斯斯坦; 塔吉克斯坦; 土库曼斯坦; 乌兹别克斯坦")),
        ("ru", ("вид: проект резолюции", "авторы: Казахстан; Кыргызстан; Таджикистан; Туркменистан; Узбекистан")),
        ("en", ("kind: draft resolution", "sponsors: Kazakhstan; Kyrgyzstan; Tajikistan; Turkmenistan; Uzbekistan")),
    ],
)
def test_show_says_what_the_masthead_says(run, language, lines):
    out = run("show", "resolution", "--language", language)[1].splitlines()
    assert set(lines) <= set(out)


@pytest.mark.parametrize("name", [DRAFT, "a/79/l.94", "resolution"])
def test_official_texts_take_the_place_of_the_working_translations(run, un, tmp_path, name):
    before = {code: run("show", "resolution", "-l", code)[1] for code in WORKING}
    code, out, err = run("fetch", name, "--languages", "ru,en")
    assert (code, out) == (0, "Fetched A_79_L.94-RU.pdf\nFetched A_79_L.94-EN.pdf\n")
    assert "skipped" not in err
    assert _statuses(run)["resolution"] == OFFICIAL
    assert DRAFT not in _statuses(run)
    shown = run("show", DRAFT, "-l", "ru")[1]
    assert shown != before["ru"]
    assert "\n(resolution, ru)\n" in shown

    settings = Settings(index_dir=tmp_path / "index", library_dir=tmp_path / "library")
    retriever = Retriever(open_index(settings, WordEmbedder()), WordEmbedder())
    (found,) = retriever.search(read_query(make(93, "ru", "resolution").parts[0].text, "ru"), 1)
    assert (found.document, found.language, found.status) == ("resolution", "ru", "original")
    assert found.label == label(found.paragraph, "ru")  # the main text is cited without a name
    assert found.text in {part.text for part in make(93, "ru", "resolution").parts}

    assert "is there already" in run("fetch", name, "--languages", "ru,en")[1]
    code, out, _ = run("remove", name)
    assert (code, len(out.splitlines())) == (0, 2)
    assert {code: run("show", "resolution", "-l", code)[1] for code in WORKING} == before
    assert _statuses(run)["resolution"] == WORKING


def test_the_official_text_takes_the_place_of_the_corpus_own_original_too(run, un, tmp_path):
    assert "skipped" not in run("fetch", DRAFT)[2]
    assert _statuses(run)["resolution"] == OFFICIAL
    assert make(93, "zh", "resolution").parts[0].text in run("show", "resolution", "-l", "zh")[1]
    # The first is the original still.
    assert load_corpus(ROOT / "corpus", tmp_path / "library").documents[0].language == "zh"


def test_without_symbols_a_draft_is_fetched_in_the_languages_that_are_not_official(run, un):
    run("fetch", DRAFT, "--languages", "en")
    un.asked.clear()
    run("fetch")
    asked = [(symbol, language) for symbol, language, *_ in un.asked]
    assert [language for symbol, language in asked if symbol == DRAFT] == ["ru"]
    assert [language for symbol, language in asked if symbol == "A/RES/79/322"] == ["zh", "ru", "en"]


def test_a_file_with_the_drafts_symbol_is_added_as_its_official_text(run, draft, tmp_path):
    paper = tmp_path / "paper.ru.pdf"
    paper.write_bytes(draft["ru"].read_bytes())
    count = len(load_corpus(paper).documents[0].paragraphs)
    assert run("add", paper)[:2] == (0, f"Added resolution (ru), {count} paragraphs\n")
    assert [file.name for file in (tmp_path / "library").iterdir()] == ["A_79_L.94-RU.pdf"]
    assert _statuses(run)["resolution"] == {**WORKING, "ru": "original"}
    assert run("add", paper)[1] == "resolution (ru) is there already, with the same contents\n"
    other = tmp_path / "resolution.ru.txt"
    other.write_text(f"{DRAFT}\n\nГенеральная Ассамблея,\n\n1. Просит государства сотрудничать.", encoding="utf-8")
    assert "with other contents" in run("add", other)[2]
    assert run("remove", DRAFT)[0] == 0
    assert run("add", other)[1] == "Added resolution (ru), 2 paragraphs\n"
    assert run("remove", "resolution")[0] == 0
    assert _statuses(run)["resolution"] == WORKING
    assert "was not added by you" in run("remove", "resolution")[2]


def test_what_is_known_keeps_to_the_manifest(draft, tmp_path):
    corpus, library = tmp_path / "corpus", tmp_path / "library"
    corpus.mkdir()
    library.mkdir()
    (corpus / "text.ru.txt").write_text("Перевод.", encoding="utf-8")
    (corpus / "manifest.toml").write_text(f'[text]\noriginal = "zh"\nsymbol = "{DRAFT}"\n', encoding="utf-8")
    (library / "A_79_L.94-RU.pdf").write_bytes(draft["ru"].read_bytes())
    first = load_corpus(corpus, library)
    assert [(text.id, text.status) for text in first.documents] == [("text", "original")]
    assert load_corpus(corpus, library, known=first.documents) == first
    (corpus / "manifest.toml").unlink()
    assert [text.id for text in load_corpus(corpus, library, known=first.documents).documents] == ["text", DRAFT]


def test_a_text_under_another_name_is_there_already(tmp_path):
    settings = Settings(library_dir=tmp_path / "library", index_dir=tmp_path / "index")
    charter = "Charter of the Lakes\n\nArticle 1\nWe save water."
    for name in ("lakes.en.txt", "copy.en.txt", "other.en.txt"):
        (tmp_path / name).write_text(
            charter if name != "other.en.txt" else f"{charter}\n\nArticle 2\nAll of it.", "utf-8"
        )
    resolution = "A/RES/80/1\n\nGeneral Assembly\n\n80/1. Lakes\n\nThe General Assembly,\n\n1. Decides to meet."
    for name in ("A_RES_80_1-EN.txt", "lakes resolution.en.txt"):
        (tmp_path / name).write_text(resolution, encoding="utf-8")
    names = ["lakes", "copy", "other", "A_RES_80_1-EN", "lakes resolution"]
    files = [next(tmp_path.glob(f"{name}*")) for name in names]
    added, skipped = additions.add(files, settings)
    assert [(item.document.id, item.new) for item in added] == [
        ("lakes", True),
        ("lakes", False),
        ("other", True),
        ("A/RES/80/1", True),
        ("A/RES/80/1", False),
    ]
    assert not skipped and len(list(settings.library_path.iterdir())) == 3
