"""Twenty-four readers at once, by the protocol that their browsers speak: so many of those are too much for a test."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import requests

from assistant import Assistant, Settings
from assistant.index.building import build_index
from assistant.library import additions
from assistant.page.serving import launch
from tests.conftest import ScriptedEngine, WordEmbedder
from tests.page.visits import free_port

LAKES = [a + b for a in ("Kara", "Sary", "Issy", "Zorr", "Telo", "Balk") for b in ("kull", "shan", "bash", "dara")]
DEPTHS = {lake: 101 + number for number, lake in enumerate(LAKES)}


def _reply(prompt):
    """What the paragraph says of the lake that is asked about, which the prompt names last."""
    return f"It is {DEPTHS[re.findall('|'.join(LAKES), prompt)[-1]]} metres deep."


def _told(address, session, function, trigger, data):
    """What the page's ``function`` gives for ``data``, as a browser of that ``session`` gets it."""
    asked = {"fn_index": function, "data": data, "event_data": None, "session_hash": session, "trigger_id": trigger}
    joined = requests.post(f"{address}gradio_api/queue/join", json=asked, timeout=30)
    joined.raise_for_status()
    name = joined.json()["event_id"]
    with requests.get(f"{address}gradio_api/queue/data?session_hash={session}", stream=True, timeout=120) as stream:
        for line in stream.iter_lines():
            event = json.loads(line.removeprefix(b"data: ")) if line else {}
            if event.get("event_id") == name and event["msg"] == "process_completed":
                assert event["success"], event
                return event["output"]["data"]
    raise AssertionError("no answer came")


def test_twenty_four_readers_at_once_get_each_their_own_answer(tmp_path):
    port = free_port()
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    lines = [
        f"{n}. Lake {lake} lies in Tajikistan and is {DEPTHS[lake]} metres deep." for n, lake in enumerate(LAKES, 1)
    ]
    (corpus / "lakes.en.txt").write_text("\n\n".join(lines), encoding="utf-8")
    settings = Settings(corpus_dir=corpus, index_dir=tmp_path / "index", library_dir=tmp_path / "library", port=port)
    build_index(settings, WordEmbedder(), additions.corpus_sources(settings))
    assistant = Assistant(settings, embedder=WordEmbedder(), engine=ScriptedEngine(_reply))
    assistant.__dict__["_kind"] = lambda _: "fact"
    page, address = launch(assistant)
    try:
        config = requests.get(f"{address}config", timeout=30).json()
        functions = {item["api_name"]: item["id"] for item in config["dependencies"]}
        send = next(item["id"] for item in config["components"] if item["props"].get("elem_id") == "send")

        def read(lake):
            question = f"How deep is Lake {lake} in Tajikistan?"
            _told(address, f"reader{lake}", functions["pick"], send, [question, "en"])
            # What stands in states comes from the server.
            data = [None, question, [], "en", []]
            return _told(address, f"reader{lake}", functions["answer"], send, data)

        with ThreadPoolExecutor(len(LAKES)) as readers:
            for lake, told in zip(LAKES, readers.map(read, LAKES), strict=True):
                asked, answered = told[0]
                assert lake in asked["content"][0]["text"]
                said = re.sub("<[^>]*>", "", answered["content"][0]["text"])
                assert f"{DEPTHS[lake]} metres" in said
                assert not [depth for depth in DEPTHS.values() if f"{depth} metres" in said and depth != DEPTHS[lake]]
    finally:
        page.close(verbose=False)
