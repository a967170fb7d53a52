"""A model behind OpenAI's protocol: from a server on this machine that behaves well and badly."""

import http.server
import json
import logging
import math
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from pydantic import ValidationError

from assistant import Assistant, AssistantError, Settings
from assistant.commands import program
from assistant.generation import Message, chance, load_engine
from assistant.models import language_model
from assistant.settings import load_settings
from tests.conftest import WordEmbedder

KEY = "sk-very-secret-0123456789"
PIECES = ["Центр ", "создадут в Душанбе", "，即", "杜尚别。"]


def event(content=None, finish=None):
    delta = {} if content is None else {"role": "assistant", "content": content}
    chunk = {
        "id": "c1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


class ChatServer(http.server.ThreadingHTTPServer):
    """What it does with each request is the next step of ``plan``, else it streams ``pieces``."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.plan, self.pieces, self.asked, self.listed = [], PIECES, [], ["served-model", "another"]
        self.gone, self.go_on = threading.Event(), threading.Event()

    def handle_error(self, *_):
        """A client that leaves is what some tests are about."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer(None)

    def do_POST(self):
        self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def answer(self, body):
        server = self.server
        server.asked.append((self.path, self.headers.get("Authorization"), body))
        step = server.plan.pop(0) if server.plan else "ok"
        if step == "silent":
            server.go_on.wait(10)
            self.close_connection = True
        elif step == "reset":
            self.close_connection = True
        elif isinstance(step, tuple):
            self.whole(*step)
        elif body is None:
            self.whole(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in server.listed]})
        else:
            getattr(self, f"stream_{step.replace('-', '_')}")(body)

    def whole(self, status, body, headers=()):
        content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if isinstance(body, str) else "application/json")
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def begin(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def chunk(self, content):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(content), content))
        self.wfile.flush()

    def stream(self, *events):
        self.begin()
        for content in events:
            self.chunk(content)

    def end(self):
        for content in (event(finish="stop"), b"data: [DONE]\n\n", b""):
            self.chunk(content)

    def stream_ok(self, _):
        self.stream(event(""), *map(event, self.server.pieces))
        self.end()

    def stream_bytes(self, _):
        whole = b": a comment\r\n\r\n" + b"".join(map(event, self.server.pieces))
        self.stream(*(whole[place : place + 1] for place in range(len(whole))))
        self.end()

    def stream_echo(self, body):
        self.stream(*(event(character) for character in body["messages"][-1]["content"]))
        self.end()

    def stream_wait(self, _):
        self.stream(event("first"))
        self.server.go_on.wait(10)
        self.chunk(event("second"))
        self.end()

    def stream_endless(self, _):
        try:
            self.begin()
            while not self.server.go_on.wait(0.005):
                self.chunk(event("и ещё "))
        except OSError:
            self.server.gone.set()
        self.close_connection = True

    def stream_cut(self, _):
        self.stream(event("half"))
        self.close_connection = True

    def stream_unfinished(self, _):
        self.stream(event("half"), b"")

    def stream_garbage(self, _):
        self.stream(event("half"), b'data: {"choices": [{"delta\n\n', b"")

    def stream_other_form(self, _):
        self.stream(b'data: {"answer": 42}\n\n', b"")

    def stream_no_object(self, _):
        self.stream(b"data: [1]\n\n", b"")

    def stream_no_utf8(self, _):
        self.stream(b"data: \xff\xfe\n\n", b"")

    def stream_error(self, _):
        self.stream(event("half"), b'data: {"error": {"message": "out of memory", "code": 500}}\n\n', b"")

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    own = ChatServer()
    threading.Thread(target=own.serve_forever, args=(0.01,), daemon=True).start()
    own.address = f"http://127.0.0.1:{own.server_port}/v1"
    yield own
    own.go_on.set()
    own.shutdown()
    own.server_close()


@pytest.fixture(autouse=True)
def slept(monkeypatch):
    """Seconds that were to be slept, and were not."""
    seconds = []
    monkeypatch.setattr("time.sleep", seconds.append)
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_CUSTOM_HEADERS"):
        monkeypatch.delenv(name, raising=False)
    return seconds


@pytest.fixture
def engine(server):
    def make(**settings):
        chosen = {"language_model": "m", "api_url": server.address, **settings}
        return load_engine(Settings(engine="openai", **chosen))

    return make


def said(engine, content="?"):
    return list(engine.generate([Message("system", "Отвечай."), Message("user", content)], 40))


def failure(call, key):
    """The error that ``call`` ends with: of that kind, one line in each language, and without the key to the server."""
    with pytest.raises(AssistantError) as caught:
        call()
    assert caught.value.key == key
    for language in ("zh", "ru", "en"):
        line = caught.value.message(language)
        assert len(line.splitlines()) == 1
        assert KEY not in line
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return caught.value


@pytest.mark.parametrize("step", ["ok", "bytes"])
def test_a_reply_comes_in_the_pieces_that_the_server_sends(server, engine, step):
    server.plan = [step]
    assert said(engine(api_key=KEY)) == PIECES
    ((path, authorization, body),) = server.asked
    assert (path, authorization) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert body["messages"] == [{"role": "system", "content": "Отвечай."}, {"role": "user", "content": "?"}]
    assert (body["model"], body["max_tokens"], body["temperature"], body["stream"]) == ("m", 40, 0, True)


def test_a_piece_is_there_before_the_reply_is_whole(server, engine):
    server.plan = ["wait"]
    pieces = engine().generate([Message("user", "?")], 40)
    assert next(pieces) == "first"
    server.go_on.set()
    assert list(pieces) == ["second"]


def test_closing_the_iterator_stops_the_server(server, engine):
    server.plan = ["endless"]
    with closing(engine().generate([Message("user", "?")], 40)) as pieces:
        next(pieces)
        assert not server.gone.is_set()
    assert server.gone.wait(10)


def test_many_threads_ask_one_engine(server, engine):
    server.plan, shared = ["echo"] * 24, engine()
    questions = [f"Вопрос {number} 问题" for number in range(24)]
    with ThreadPoolExecutor(8) as threads:
        replies = threads.map(lambda question: "".join(said(shared, question)), questions)
    assert list(replies) == questions


@pytest.mark.parametrize(
    ("plan", "waits"),
    [
        ([(429, {}, [("Retry-After", "7")])], [7]),
        ([(503, {}), (500, {})], None),
        ([(502, "<html>Bad gateway</html>"), (504, "")], None),
        (["reset"], None),
    ],
)
def test_what_passes_is_tried_again(server, engine, slept, plan, waits):
    server.plan = list(plan)
    assert said(engine()) == PIECES
    assert len(server.asked) == len(plan) + 1
    assert len(slept) == len(plan)
    assert waits is None or slept == waits


def test_a_wait_that_nobody_would_sit_through_is_not_begun(server, engine, slept):
    server.plan = [(429, {"error": {"message": "Come back tomorrow."}}, [("Retry-After", "86400")])]
    assert "Come back tomorrow." in str(failure(lambda: said(engine()), "server_failed"))
    assert slept == []


@pytest.mark.parametrize(
    ("step", "key", "words"),
    [
        ((401, {"error": {"message": f"Incorrect API key: {KEY}"}}), "server_key", "HTTP 401 Incorrect API key: …"),
        ((403, {"detail": "Forbidden"}), "server_key", "HTTP 403 Forbidden"),
        ((404, {"object": "error", "message": "The model `m` does not exist."}), "server_model", "does not exist"),
        ((404, "<html>nginx</html>"), "server_model", "(HTTP 404)"),
        ((400, {"error": {"message": "too long\n" * 99}}), "server_failed", "HTTP 400 too long too long"),
        ((418, {"error": "a teapot"}), "server_failed", "HTTP 418 a teapot"),
        ((422, {"detail": [{"loc": ["body"]}]}), "server_failed", "HTTP 422"),
        ("cut", "server_cut_off", "127.0.0.1"),
        ("unfinished", "server_cut_off", "finish_reason"),
        ("garbage", "server_malformed", "line 1 column"),
        ("other-form", "server_malformed", "127.0.0.1"),
        ("no-object", "server_malformed", "127.0.0.1"),
        ("no-utf8", "server_malformed", "127.0.0.1"),
        ((200, "<html>Welcome</html>"), "server_malformed", "127.0.0.1"),
        ("error", "server_failed", "out of memory"),
    ],
)
def test_what_goes_wrong_for_good_is_one_line_and_not_tried_again(server, engine, slept, step, key, words):
    server.plan = [step]
    error = failure(lambda: said(engine(api_key=KEY)), key)
    assert words in str(error)
    assert len(str(error)) < 400
    assert (len(server.asked), slept) == (1, [])


def test_a_server_that_stays_unavailable_is_given_up(server, engine, slept):
    server.plan = [(503, {"error": {"message": "Loading model"}})] * 9
    assert "HTTP 503 Loading model" in str(failure(lambda: said(engine()), "server_failed"))
    assert len(server.asked) == 3
    assert slept == sorted(slept)
    assert sum(slept) < 10


def test_a_server_that_is_not_there_is_one_line(engine):
    error = failure(lambda: said(engine(api_url="http://127.0.0.1:9/v1")), "server_offline")
    assert "refused" in str(error)


@pytest.mark.parametrize("plan", [["silent"] * 3, ["wait"]])
def test_a_server_that_falls_silent_is_not_waited_for(server, engine, plan):
    server.plan = list(plan)
    assert "0.1" in str(failure(lambda: said(engine(api_timeout=0.1)), "server_slow"))
    assert len(server.asked) == len(plan)


def test_the_first_model_of_the_list_is_used_when_none_is_named(server, engine):
    chosen = engine(language_model=None)
    assert (chosen.model.id, chosen.model.source, chosen.model.location) == ("served-model", "server", server.address)
    said(chosen)
    assert [path for path, *_ in server.asked] == ["/v1/models", "/v1/chat/completions"]
    assert server.asked[-1][2]["model"] == "served-model"


@pytest.mark.parametrize(
    ("step", "key"),
    [
        ((404, {}), "server_no_models"),
        ((200, {"object": "list", "data": []}), "server_no_models"),
        ((200, {"object": "list", "data": None}), "server_malformed"),
        ((200, "<html>Welcome</html>"), "server_malformed"),
        ((401, {"error": {"message": f"no {KEY}"}}), "server_key"),
    ],
)
def test_a_list_without_a_model_is_one_line(server, engine, step, key):
    server.plan = [step]
    failure(lambda: engine(language_model=None, api_key=KEY), key)


def test_the_key_is_seen_by_the_server_alone(server, engine, caplog):
    caplog.set_level(logging.DEBUG)
    settings = Settings(engine="openai", language_model="m", api_url=server.address, api_key=KEY)
    chosen = load_engine(settings)
    server.plan = [(401, {"error": {"message": KEY}}), "ok"]
    failure(lambda: said(chosen), "server_key")
    said(chosen)
    assert caplog.records
    for shown in (caplog.text, repr(chosen), repr(vars(chosen)), repr(settings), settings.model_dump_json()):
        assert KEY not in shown


def test_what_the_environment_holds_for_another_server_is_not_sent(server, engine, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_ADMIN_KEY", KEY)
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", f"Authorization: Bearer {KEY}")
    said(engine())
    said(engine(api_key="own\n"))
    assert [authorization for _, authorization, _ in server.asked] == [None, "Bearer own"]


@pytest.mark.parametrize(
    "bad", ["nonsense", "ftp://host/v1", f"http://user:{KEY}@host/v1", f"http://host/v1?key={KEY}"]
)
def test_an_address_that_is_none_or_holds_a_secret_is_a_bad_setting(bad):
    assert "api_url" in str(failure(lambda: load_settings(api_url=bad), "bad_setting"))
    with pytest.raises(ValidationError) as caught:
        Settings(api_url=bad)
    assert KEY not in str(caught.value)


def test_a_key_that_no_header_can_hold_is_a_bad_setting(engine):
    failure(lambda: engine(api_key="ключ"), "bad_setting")


def test_the_package_that_is_missing_is_named(engine, monkeypatch):
    monkeypatch.setitem(sys.modules, "openai", None)
    assert "pip install -e '.[openai]'" in str(failure(engine, "openai_missing"))


def whole(content, logprobs=None):
    """A reply that is not streamed."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "length"}
    told = {"logprobs": logprobs} if logprobs is not None else {}
    return (200, {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice | told]})


def likelihoods(logprob):
    return {"content": [{"token": "t", "logprob": logprob, "bytes": None, "top_logprobs": []}]}


def judged(engine):
    return engine.probability([Message("system", "Отвечай."), Message("user", "Is it?")], "yes")


@pytest.mark.parametrize(
    ("content", "logprobs", "probability"),
    [
        ("Yes", likelihoods(math.log(0.8)), 0.8),
        (" yes", likelihoods(math.log(0.8)), 0.8),
        ("No", likelihoods(math.log(0.8)), 0.2),
        ("Yes", likelihoods(1e6), 1),  # a server's rounding, and then some
        ("Yes", likelihoods(-9999.0), 0),
        ("Yes", {"content": None}, 1),
        ("Yes", {"content": []}, 1),
        ("Yes", None, 1),
        ("No", None, 0),
        (None, None, 0),
    ],
)
def test_an_opinion_is_the_likelihood_of_the_first_token(server, engine, content, logprobs, probability):
    server.plan = [whole(content, logprobs)]
    assert judged(engine(api_key=KEY)) == pytest.approx(probability)
    ((path, authorization, body),) = server.asked
    assert (path, authorization) == ("/v1/chat/completions", f"Bearer {KEY}")
    assert body["messages"] == [{"role": "system", "content": "Отвечай."}, {"role": "user", "content": "Is it?"}]
    assert (body["model"], body["max_tokens"], body["temperature"], body["logprobs"]) == ("m", 1, 0, True)


@pytest.mark.parametrize(
    ("step", "key", "words"),
    [
        ((401, {"error": {"message": f"Incorrect API key: {KEY}"}}), "server_key", "HTTP 401 Incorrect API key: …"),
        ((404, {"message": "The model `m` does not exist."}), "server_model", "does not exist"),
        ((400, {"error": {"message": "too long"}}), "server_failed", "HTTP 400 too long"),
        ((200, "<html>Welcome</html>"), "server_malformed", "127.0.0.1"),
        ((200, {"answer": 42}), "server_malformed", "127.0.0.1"),
        ((200, {"choices": []}), "server_malformed", "127.0.0.1"),
        ((200, {"choices": [{"index": 0}]}), "server_malformed", "127.0.0.1"),
        (whole("Yes", {"content": [{"token": "Yes"}]}), "server_malformed", "127.0.0.1"),
        (whole("Yes", likelihoods("high")), "server_malformed", "127.0.0.1"),
    ],
)
def test_an_opinion_that_can_not_be_had_is_one_line(server, engine, slept, step, key, words):
    server.plan = [step]
    assert words in str(failure(lambda: judged(engine(api_key=KEY)), key))
    assert (len(server.asked), slept) == (1, [])


def test_an_opinion_is_asked_for_again_when_the_server_was_busy(server, engine, slept):
    server.plan = [(503, {}), whole("Yes", likelihoods(math.log(0.7)))]
    assert judged(engine()) == pytest.approx(0.7)
    assert len(slept) == 1


@pytest.mark.parametrize(
    ("said", "reply", "probability"),
    [("Yes", "yes", 0.75), (" YES\n", "yes", 0.75), ("ye", "yes", 0.75), ("No", "yes", 0.25), (" ", "yes", 0.25)],
)
def test_a_first_token_begins_the_reply_or_leaves_it_the_rest(said, reply, probability):
    assert chance(said, 0.75, reply) == probability


def test_tokens_are_rather_over_than_underestimated(engine):
    count = engine().count_tokens
    assert count("") == 0
    assert count("杜尚别，中亚") == 6
    assert count("Dushanbe!") == 3
    assert count("Душанбе") == 4


def test_an_answer_with_citations_comes_from_a_server(server, tmp_path):
    server.pieces = ["In Du", "shanbe."]
    yes = whole("Yes", likelihoods(math.log(0.9)))
    server.plan = [yes, "ok", yes]  # does the paragraph answer, the answer, is it right
    settings = Settings(engine="openai", language_model="m", api_url=server.address, index_dir=tmp_path / "index")
    answer = Assistant(settings, embedder=WordEmbedder()).ask("Where is the initiative to establish a regional centre?")
    assert answer.text.startswith("In Dushanbe. “")
    assert answer.text.endswith("” [operative para. 3]")
    assert [citation.paragraph for citation in answer.citations] == ["OP3"]
    assert answer.models["language"] == "m"


def test_models_are_named_without_asking_a_server_or_its_package(server, monkeypatch, capsys):
    monkeypatch.setenv("ASSISTANT_ENGINE", "openai")
    monkeypatch.setenv("ASSISTANT_API_URL", f"{server.address}/")
    monkeypatch.setenv("ASSISTANT_LANGUAGE_MODEL", "Qwen/Qwen2.5-7B-Instruct")
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(SystemExit) as ended:
        program.main(["models", "--json"])
    row = json.loads(capsys.readouterr().out)["language"]
    assert not ended.value.code
    assert (row["id"], row["source"], row["location"]) == ("Qwen/Qwen2.5-7B-Instruct", "server", server.address)
    assert server.asked == []


def test_a_list_is_asked_for_when_models_are_to_be_named(server):
    settings = Settings(engine="openai", api_url=server.address)
    assert language_model(settings, ready=False).id == "served-model"
