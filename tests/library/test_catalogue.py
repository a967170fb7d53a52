"""The catalogue of the instruments that the resolution names, and the links to them."""

import re

import pytest

from assistant.documents.references import find_references, symbol
from assistant.library.catalogue import CARD, read_manifest
from assistant.library.corpus import find, load_corpus
from tests.conftest import ROOT, SHARED, load_document

NAMED = {
    *("A/RES/217(III)", "A/RES/70/1", "A/RES/69/313", "A/RES/78/1", "A/RES/79/1", "A/RES/78/265", "A/RES/78/311"),
    *("A/RES/77/320", "A/RES/79/194", "A/RES/78/160", "A/RES/78/213", "A/RES/79/175", "A/RES/70/125"),
    *("charter", "geneva-declaration", "geneva-plan", "tunis-commitment", "tunis-agenda"),
    *("tajikistan-strategy", "uzbekistan-strategy", "kazakhstan-concept"),
}
INSTRUMENTS = read_manifest(ROOT / "corpus" / "manifest.toml").instruments


@pytest.fixture(scope="module")
def corpus():
    return load_corpus(ROOT / "corpus")


def test_every_instrument_that_the_resolution_names_is_there():
    assert {item.id for item in INSTRUMENTS} == NAMED
    assert len(INSTRUMENTS) == len(NAMED)


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
@pytest.mark.parametrize("item", INSTRUMENTS, ids=lambda item: item.id)
def test_the_resolution_names_it_where_the_catalogue_says(corpus, item, language):
    """A footnote that says "ibid." names what its mark stands behind."""
    document = next(d for d in corpus.documents if d.id == "resolution" and d.language == language)
    targets = {p.id: {reference.target for reference in p.references} for p in document.paragraphs}
    by_name = {name for name, found in targets.items() if item.id in found}
    by_symbol = {name for name, found in targets.items() if item.symbol in found}
    ibid = {name for name in item.named_in if name.startswith("FN") and not document[name].references}
    assert by_name <= set(item.named_in) <= by_name | by_symbol | ibid


@pytest.mark.parametrize("language", ["zh", "ru", "en"])
def test_the_dates_that_the_resolution_gives_are_the_catalogues(corpus, language):
    document = next(d for d in corpus.documents if d.id == "resolution" and d.language == language)
    cards = {d.symbol: d for d in corpus.documents if d.status == "card" and d.language == language}
    date = {
        "zh": r"(\d{4}年\d+月\d+日)(?:题为“[^”]*”的|大会)?第(\d+/\d+)号",
        "ru": r"(\d+/\d+) от (\d+ \w+ \d{4} года)",
    }.get(language, r"(\d+/\d+) of (\d+ \w+ \d{4})")
    found = [match for p in document.paragraphs for match in re.findall(date, p.text)]
    assert len(found) >= 10
    for match in found:
        day, number = match if language == "zh" else match[::-1]
        assert day in cards[symbol(number)].paragraphs[0].text


def test_a_card_says_what_where_and_no_more(corpus):
    cards = [document for document in corpus.documents if document.status == "card"]
    assert len(cards) == 3 * len(NAMED)
    assert all(document.id.startswith(CARD) for document in cards)
    for document in cards:
        assert [paragraph.id for paragraph in document.paragraphs] == ["¶1", "¶2"]
        assert document.title in document["¶1"].text
    english = {document.id: document for document in cards if document.language == "en"}
    assert english["card:A/RES/78/311"]["¶1"].text == (
        "United Nations General Assembly resolution 78/311 (symbol A/RES/78/311) is entitled “Enhancing international "
        "cooperation on capacity-building of artificial intelligence” and was adopted on 1 July 2024."
    )
    assert english["card:A/RES/78/311"]["¶2"].text.endswith("Official text: https://docs.un.org/en/A/RES/78/311")
    assert english["card:tunis-agenda"].name == "card on “Tunis Agenda for the Information Society”"


def test_working_titles_are_marked(corpus):
    for item in INSTRUMENTS:
        for language, mark in {"zh": "工作译名", "ru": "рабочий перевод", "en": "working title"}.items():
            card = next(d for d in corpus.documents if d.id == f"{CARD}{item.id}" and d.language == language)
            assert (mark in card["¶1"].text) == (language in item.working)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("78/311", ["card:A/RES/78/311"]),
        ("a/res/78/311", ["card:A/RES/78/311"]),
        ("217 A (III)", ["card:A/RES/217(III)"]),
        ("charter", ["card:charter"]),
        ("A/60/687", ["card:tunis-agenda", "card:tunis-commitment"]),
        ("resolution", ["resolution"]),
        ("78/999", []),
    ],
)
def test_a_document_is_found_by_id_symbol_or_number(corpus, name, ids):
    assert sorted({document.id for document in find(corpus.documents, name)}) == ids


def test_the_full_text_takes_the_place_of_its_card(tmp_path):
    (tmp_path / "A_RES_78_265-EN.txt").write_text("The text.", encoding="utf-8")
    corpus = load_corpus(ROOT / "corpus", tmp_path)
    assert {document.id for document in find(corpus.documents, "78/265")} == {"A/RES/78/265"}
    assert "card:A/RES/78/265" not in {document.id for document in corpus.documents}
    text = find(corpus.documents, "78/265")[0]
    assert "抓住安全、可靠和值得信赖的人工智能系统带来的机遇，促进可持续发展" in {name for name, _ in text.aliases}


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Recalling its resolutions 70/1 and 69/313,", ["A/RES/70/1", "A/RES/69/313"]),
        ("第78/1号决议和A/C.2/59/3号文件", ["A/RES/78/1", "A/C.2/59/3"]),
        ("резолюция 217 A (III)", ["A/RES/217(III)"]),
        ("documents A/60/687 and S/RES/1325(2000).", ["A/60/687", "S/RES/1325(2000)"]),
        ("a ratio of 70/30", []),
        ("resolution of 1.70/12 and 70/12.5", []),
    ],
)
def test_references(text, targets):
    found = find_references(text, {})
    assert [reference.target for reference in found] == targets


@pytest.mark.parametrize(
    "row",
    ['kind = "treaty"', 'id = "x"\nkind = "song"\nnamed_in = []', 'id = "x"\nkind = "treaty"\nnamed_in = ["PP"]', ""],
)
def test_a_bad_entry_is_one_line_and_loses_no_text(tmp_path, row):
    (tmp_path / "a.en.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(f"[[instrument]]\n{row}\n", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    assert [document.id for document in corpus.documents] == ["a"]
    assert [error.key for error in corpus.skipped] == ["document_unreadable"]


def test_symbols_titles_and_dates_are_those_of_the_official_texts():
    library = SHARED / "undocs" / "library"
    if not library.exists():
        pytest.skip("../shared/undocs/library is not there")
    compared = set()
    for item in INSTRUMENTS:
        name = "udhr" if item.id == "A/RES/217(III)" else item.symbol.replace("/", "_")
        for file in sorted(library.glob(f"{name}[-.]*")) if name else ():
            text = load_document(file)
            assert text.title == item.title[text.language]
            assert text.language not in item.working
            assert text.symbol in (item.symbol, "")
            assert text.adopted in (item.date.isoformat(), "")
            compared.add((item.id, text.language))
    assert len(compared) == 3 + 8


def test_an_official_title_takes_the_place_of_a_working_one(tmp_path):
    item = next(item for item in INSTRUMENTS if item.id == "A/RES/78/311")
    official = "Международное сотрудничество по созданию потенциала в области искусственного интеллекта"
    head = f"A/RES/78/311\n\nРезолюция, принятая Генеральной Ассамблеей 1 июля 2024 года\n\n78/311. {official}"
    body = "Генеральная Ассамблея,\n\n1. Призывает государства сотрудничать."
    (tmp_path / "A_RES_78_311-RU.txt").write_text(f"{head}\n\n{body}", encoding="utf-8")
    note = f"Напомним о том, что называется «{official}».\n\nА также о том, что называется «{item.title['ru']}»."
    (tmp_path / "note.ru.txt").write_text(note, encoding="utf-8")
    documents = load_corpus(ROOT / "corpus", tmp_path).documents
    (text,) = find(documents, "78/311")
    assert text.title == official
    assert {official, item.title["ru"], item.title["zh"]} <= {name for name, _ in text.aliases}
    named = [[reference.target for reference in part.references] for part in find(documents, "note")[0].paragraphs]
    assert named == [[item.id], [item.id]]


def test_a_text_that_prints_no_title_has_that_of_the_catalogue(tmp_path):
    (tmp_path / "charter.ru.txt").write_text(
        "МЫ, НАРОДЫ, ПРЕИСПОЛНЕННЫЕ РЕШИМОСТИ\n\nизбавить поколения от бедствий войны, и\n\nжить в мире,\n\n"
        "Статья 1\n\nЦель — мир.\n\nСтатья 2\n\nЧлены равны.\n",
        encoding="utf-8",
    )
    (tmp_path / "lakes.en.txt").write_text("Plan for lakes\n\n1. We save water.\n\n2. We plant trees.\n", "utf-8")
    (tmp_path / "udhr.en.txt").write_text(
        "Universal Declaration of Human Rights\n\nArticle 1\n\nAll are free.\n\nArticle 2\n\nAll are equal.\n", "utf-8"
    )
    titles = {item.id: item.title for item in load_corpus(ROOT / "corpus", tmp_path).documents if item.status != "card"}
    assert titles["charter"] == "Устав Организации Объединенных Наций"
    assert titles["lakes"] == "Plan for lakes"
    (declaration,) = find(load_corpus(ROOT / "corpus", tmp_path).documents, "217(III)") or [None]
    assert declaration.id == "udhr"
