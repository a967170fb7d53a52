"""Official texts from a document service: fetched from a service on this machine."""

import json
from itertools import pairwise

import pytest
from rich.progress import Progress

from assistant.errors import AssistantError
from assistant.library.corpus import load_corpus
from assistant.library.fetching import RECORD, download, fetch
from tests.service import SYMBOL


@pytest.fixture
def get(service, tmp_path):
    def call(*symbols, languages=("en",)):
        with Progress(disable=True) as progress:
            return list(fetch(symbols, languages, tmp_path / "library", service.address, progress))

    return call


def test_a_text_is_fetched_in_each_language_and_recorded(get, service, tmp_path):
    found = get(SYMBOL, languages=("zh", "ru", "en"))
    assert [item.path.name for item in found] == [f"A_79_L.265-{code}.pdf" for code in ("ZH", "RU", "EN")]
    assert all(item.new for item in found)
    record = json.loads((tmp_path / "library" / RECORD).read_text(encoding="utf-8"))
    assert set(record) == {item.path.name for item in found}
    assert len(record["A_79_L.265-EN.pdf"]["sha256"]) == 64
    documents = load_corpus(tmp_path / "library").documents
    assert {(d.id, d.language) for d in documents} == {("A/79/L.265", code) for code in ("zh", "ru", "en")}
    assert len(documents[0].paragraphs) > 8


def test_what_is_there_is_not_fetched_again_unless_it_was_changed(get, service):
    (first,) = get(SYMBOL)
    (again,) = get(SYMBOL)
    assert (again.path, again.new) == (first.path, False)
    assert len(service.asked) == 1
    first.path.write_bytes(b"changed")
    assert get(SYMBOL)[0].new


def test_requests_keep_a_polite_distance(get, service):
    get(SYMBOL, languages=("zh", "ru", "en"))
    times = [time for *_, time in service.asked]
    assert all(later - earlier >= 1 for earlier, later in pairwise(times))


@pytest.mark.parametrize("plan", [["slow"], [503, 500], [429], ["reset"], ["truncated"], ["truncated", "no-range"]])
def test_what_passes_is_tried_again(get, service, clock, plan):
    service.plans[SYMBOL, "en"] = list(plan)
    (found,) = get(SYMBOL)
    assert found.path.read_bytes() == service.pdfs["en"]
    assert not list(found.path.parent.glob(".*.part"))
    if plan == [429]:
        assert 3 in clock.slept
    if plan == [503, 500]:
        assert clock.slept[-2:] == [1, 2]


def test_a_broken_download_goes_on_where_it_stopped(get, service):
    service.plans[SYMBOL, "en"] = ["truncated", "truncated"]
    get(SYMBOL)
    starts = [begin for _, _, begin, _ in service.asked]
    assert starts[0] is None
    assert all(begin.startswith("bytes=") for begin in starts[1:])
    assert len(set(starts)) == 3


def test_a_download_that_was_killed_goes_on_the_next_time(get, service, tmp_path):
    part = tmp_path / "library" / ".A_79_L.265-EN.pdf.part"
    part.parent.mkdir()
    part.write_bytes(service.pdfs["en"][:1000])
    (found,) = get(SYMBOL)
    assert found.path.read_bytes() == service.pdfs["en"]
    assert service.asked[0][2] == "bytes=1000-"


@pytest.mark.parametrize(
    ("plan", "key"),
    [
        ([404], "fetch_missing"),
        ([403], "fetch_missing"),
        ([503] * 9, "fetch_failed"),
        ([429] * 9, "fetch_failed"),
        (["truncated"] * 2 + ["reset"] * 9, "fetch_failed"),
        (["html"], "fetch_refused"),
        (["empty"], "fetch_refused"),
        (["blank"], "fetch_refused"),
        (["other"], "fetch_refused"),
    ],
)
def test_what_is_not_the_document_is_refused_and_loses_no_other(get, service, tmp_path, plan, key):
    service.plans[SYMBOL, "en"] = list(plan)
    error, other = get(SYMBOL, languages=("en", "ru"))
    assert isinstance(error, AssistantError)
    assert error.key == key
    assert "127.0.0.1" in str(error)
    for language in ("zh", "ru", "en"):
        assert len(error.message(language).splitlines()) == 1
    assert other.new
    assert [file.name for file in (tmp_path / "library").glob("*.pdf")] == [other.path.name]


@pytest.mark.parametrize("symbol", ["", "nonsense", "A/RES/78/265; rm", "../../etc/passwd", "A/../B"])
def test_what_is_no_symbol_is_refused_without_a_request(get, service, symbol):
    (error,) = get(symbol)
    assert error.key == "fetch_symbol"
    assert service.asked == []


def test_a_number_is_a_resolution(get, service):
    service.plans["A/RES/79/1", "en"] = [404]
    get("79/1")
    assert service.asked[0][0] == "A/RES/79/1"


def test_a_service_that_is_not_there_is_one_line(clock, tmp_path):
    with Progress(disable=True) as progress:
        (error,) = fetch([SYMBOL, "79/1"], ["en", "ru"], tmp_path, "http://127.0.0.1:9/{symbol}", progress)
    assert error.key == "fetch_offline"
    assert "refused" in str(error)
    assert sum(clock.slept) < 20  # and not that much again for each document


def test_any_address_is_downloaded_under_its_own_name(service, tmp_path):
    with Progress(disable=True) as progress:
        path = download(service.address.format(symbol=SYMBOL, language="en"), tmp_path, progress)
        assert path.name == "doc.pdf"
        assert path.read_bytes() == service.pdfs["en"]
        for url in ("ftp://127.0.0.1/x.txt", "file:///etc/passwd", "http://", "http://[bad"):
            with pytest.raises(AssistantError):
                download(url, tmp_path, progress)
