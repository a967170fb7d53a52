"""Who may reach the page: under which names, from which pages, and what is refused to others."""

import asyncio
import http.client
import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant import Assistant, AssistantError, Settings
from assistant.languages import LANGUAGES, detect_language
from assistant.page.guard import Guard, on_loopback
from assistant.page.serving import launch
from tests.conftest import ScriptedEngine, WordEmbedder
from tests.page.visits import free_port

QUESTION = "Where is the initiative to establish a regional centre?"
OWN = "127.0.0.1:7860"


def asked(headers, method="GET", path="/", kind="http", **settings):
    """(status, headers, text) of the reply to a request that has ``headers``, a list of pairs."""
    sent = []

    async def page(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"the page"})

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    raw = [(name.lower().encode(), value.encode()) for name, value in headers]
    scope = {"type": kind, "method": method, "path": path, "headers": raw, "query_string": b""}
    guard = Guard(page, Settings(**settings), Settings().cache_dir / "none")
    asyncio.run(guard(scope, receive, send))
    head = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], head, b"".join(message.get("body", b"") for message in sent).decode()


MACHINE = socket.gethostname()


@pytest.mark.parametrize(
    ("listened", "hosts", "taken", "refused"),
    [
        (
            "127.0.0.1",
            "",
            "127.0.0.1:7860 127.0.0.1 localhost LOCALHOST:7860 [::1]:7860 [0:0:0:0:0:0:0:1]",
            "evil.test evil.test:7860 localhost.evil.test 127.0.0.1.evil.test 0.0.0.0:7860 10.0.0.5 [::2] [::1 :7860 "
            f"localhost:evil localhost/evil evil@localhost localhost,evil.test 127.1 2130706433 {MACHINE}.evil.test",
        ),
        ("localhost", "", "127.0.0.1 localhost:7860 [::1]", "evil.test"),
        ("::1", "", "[::1]:7860 localhost", "[::2] evil.test"),
        (
            "127.0.0.1",
            "Ask.Example.org, пример.рф,box:8443",
            "ask.example.org ASK.example.ORG:8080 xn--e1afmkfd.xn--p1ai box localhost",
            "example.org www.ask.example.org ask.example.org.evil.test",
        ),
        (
            "0.0.0.0",
            "ask.example.org",
            f"10.0.0.5:80 [2001:db8::7] localhost:7860 ask.example.org {MACHINE.upper()}",
            "evil.test 10.0.0.5.evil.test 2130706433",
        ),
        ("::", "", "[::]:7860 10.0.0.5", "evil.test"),
    ],
)
def test_the_page_is_there_under_its_own_names_alone(listened, hosts, taken, refused):
    for host in taken.split():
        assert asked([("Host", host)], host=listened, hosts=hosts)[0] == 200, host
    for host in ("", " ", "localhost evil.test", *refused.split()):
        assert asked([("Host", host)], host=listened, hosts=hosts)[0] == 403, host


def test_a_request_has_one_host():
    assert asked([])[0] == 403
    assert asked([("Host", OWN), ("Host", "evil.test")])[0] == 403


LINK = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")]


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "DELETE"])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([], 200),  # no browser
        ([("Origin", f"http://{OWN}")], 200),
        ([("Origin", f"HTTP://{OWN}")], 200),
        ([("Origin", f"https://{OWN}")], 200),  # a proxy speaks TLS
        ([("Sec-Fetch-Site", "same-origin")], 200),
        ([("Sec-Fetch-Site", "none")], 200),
        ([("Origin", "null")], 403),
        ([("Origin", "")], 403),
        ([("Origin", "http://127.0.0.1:7861")], 403),
        ([("Origin", "http://127.0.0.1")], 403),
        ([("Origin", "http://localhost:7860")], 403),
        ([("Origin", "http://evil.test")], 403),
        ([("Origin", f"http://{OWN}.evil.test")], 403),
        ([("Origin", f"http://evil.test/{OWN}")], 403),
        ([("Origin", "http://evil.test"), ("Sec-Fetch-Site", "same-origin")], 403),
        ([("Sec-Fetch-Site", "same-site")], 403),
        ([("Sec-Fetch-Site", "cross-site"), ("Referer", "http://evil.test/")], 403),
    ],
)
def test_nobody_else_asks(headers, status, method):
    assert asked([("Host", OWN), *headers], method, "/gradio_api/queue/join")[0] == status


def test_a_link_on_another_page_opens_the_page_and_nothing_else():
    assert asked([("Host", OWN), *LINK])[0] == 200
    assert asked([("Host", OWN), *LINK], path="/logout")[0] == 403
    assert asked([("Host", OWN), *LINK], method="POST")[0] == 403
    assert asked([("Host", OWN), *LINK[:2], ("Sec-Fetch-Dest", "iframe")])[0] == 403


def test_a_proxy_may_pass_requests_on_under_another_name():
    headers = [("Host", OWN), ("Origin", "https://ask.example.org:8443")]
    assert asked(headers)[0] == 403
    assert asked(headers, hosts="ask.example.org")[0] == 403  # what listens on another port there is another page
    assert asked(headers, hosts="ask.example.org:8443")[0] == 200


@pytest.mark.parametrize("wrong", [[("Host", "evil.test")], [("Host", OWN), ("Origin", "http://evil.test")]])
def test_the_line_is_in_the_readers_language_and_says_what_to_do(wrong):
    for language in LANGUAGES:
        status, head, line = asked([*wrong, ("Accept-Language", f"fr, {language}-XX;q=0.9, en;q=0.1")])
        assert (status, head["content-type"]) == (403, "text/plain; charset=utf-8")
        assert detect_language(line)[0] == language
        assert "evil.test" in line
        assert "ASSISTANT_HOSTS" in line
        assert "\n" not in line
        chosen = asked([*wrong, ("Accept-Language", "en"), ("Cookie", f"a=b; language={language}")])[2]
        assert detect_language(chosen)[0] == language
    assert detect_language(asked([*wrong, ("Cookie", "language=xx")], interface="ru")[2])[0] == "ru"


def test_a_web_socket_is_refused_alike():
    assert asked([("Host", OWN), ("Origin", "http://evil.test")], kind="websocket")[0] == 403


@pytest.mark.parametrize("host", [OWN, "evil.test"])
def test_no_reply_may_be_framed_or_fetch_from_elsewhere(host):
    head = asked([("Host", host)])[1]
    policy = dict(part.strip().partition(" ")[::2] for part in head["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    sources = {source for value in policy.values() for source in value.split()}
    assert sources == {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"}
    assert head["x-frame-options"] == "DENY"
    assert head["x-content-type-options"] == "nosniff"
    assert head["referrer-policy"] == "same-origin"
    assert head["cross-origin-resource-policy"] == "same-origin"


def test_other_machines_need_a_password_or_a_word(scripted):
    assert [on_loopback(host) for host in ("127.0.0.1", "127.0.0.9", "localhost", "::1")] == [True] * 4
    for host in ("0.0.0.0", "::", "0"):
        with pytest.raises(AssistantError) as caught:
            launch(scripted(host=host))
        assert caught.value.key == "page_open"
        assert "--open" in str(caught.value)
        assert "ASSISTANT_PASSWORD" in str(caught.value)


@pytest.fixture
def serve(tmp_path):
    """A function from settings to (the page served, its port, its assistant)."""
    running = []

    def start(**settings):
        port = free_port()
        chosen = Settings(**{"index_dir": tmp_path / "index", "cache_dir": tmp_path, "port": port, **settings})
        assistant = Assistant(chosen, embedder=WordEmbedder(), engine=ScriptedEngine("In Dushanbe."))
        running.append(launch(assistant)[0])
        return running[-1], port, assistant

    yield start
    for page in running:
        page.close(verbose=False)


def fetched(port, method, path, body=None, **headers):
    """(status, headers, text) of a reply of the page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    reply = connection.getresponse()
    head = {name.lower(): value for name, value in reply.getheaders()}
    text = reply.read().decode()
    connection.close()
    return reply.status, head, text


@pytest.mark.parametrize("wrong", [{"Host": "evil.test"}, {"Origin": "http://evil.test"}, {"Origin": "null"}])
def test_gradio_answers_nobody_else(serve, wrong):
    _, port, _ = serve()
    preflight = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "content-type"}
    named = (
        "info",
        "queue/join",
        "queue/data?session_hash=x",
        "run/pick",
        "upload",
        "file=README.md",
        "startup-events",
    )
    for path in ("/", "/config", "/login", "/logout", "/theme.css", *(f"/gradio_api/{name}" for name in named)):
        for method, more in (("GET", {}), ("POST", {}), ("OPTIONS", preflight)):
            status, head, _ = fetched(port, method, path, **wrong, **more)
            assert status == 403, (method, path)
            assert "access-control-allow-origin" not in head


def test_no_event_of_the_page_is_an_address_for_others(serve):
    _, port, _ = serve()
    empty = {"named_endpoints": {}, "unnamed_endpoints": {}}
    for query in ("", "?all_endpoints=true"):
        assert json.loads(fetched(port, "GET", f"/gradio_api/info{query}")[2]) == empty


def test_a_page_for_all_addresses_opens_with_a_word(serve):
    _, port, _ = serve(host="0.0.0.0", open=True)
    assert fetched(port, "GET", "/")[0] == 200
    assert fetched(port, "GET", "/", Host="evil.test")[0] == 403


# Asks what Gradio's page asks when a reader writes a question, uploads a file and reads what there is to read; gives
# what became of each. What the browser does not let it read it sends without reading.
TRY = """async ([address, pick, answer, question]) => {
    const done = async (path, body) => {
        const sent = body && {method: "POST", body};
        try {
            const reply = await fetch(address + path, sent || {});
            return (await reply.text()).includes("ASSISTANT_HOSTS") ? "refused" : reply.status;
        } catch (error) {
            if (sent) await fetch(address + path, {...sent, mode: "no-cors"}).catch(() => 0);
            return "unreadable";
        }
    };
    const join = (fn_index, data, event_data) =>
        done("gradio_api/queue/join", new Blob(
            [JSON.stringify({fn_index, data, event_data, session_hash: "other", trigger_id: 0})],
            {type: "application/json"}));
    const form = new FormData();
    form.append("files", new File(["some text"], "note.txt"));
    const became = {
        upload: await done("gradio_api/upload", form),
        pick: await join(pick, [question, "en"], {}),
    };
    await new Promise(resolve => setTimeout(resolve, 500));
    became.answer = await join(answer, [null, question, [], "en", []]);
    for (const path of ["", "config", "gradio_api/info", "gradio_api/file=README.md"])
        became[path] = await done(path);
    return became;
}"""


class Elsewhere(BaseHTTPRequestHandler):
    """Another site, which frames the page."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f'<iframe src="{self.path.removeprefix("/?")}"></iframe>'.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def elsewhere():
    """Port of another site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def written(folder):
    return [file.name for file in folder.rglob("*") if file.is_file()]


@pytest.mark.browser
def test_from_elsewhere_nothing_is_written_read_or_asked(serve, elsewhere, browser, tmp_path):
    page, port, assistant = serve()
    assistant.ask(QUESTION)  # from now on an answer takes no time
    engine = assistant._given_engine
    engine.asked.clear()
    events = {fn.api_name: number for number, fn in page.fns.items()}
    address = f"http://127.0.0.1:{port}/"
    with browser.new_context(locale="en-GB") as context:
        tab = context.new_page()

        def tried(at, target=address):
            tab.goto(at)
            return tab.evaluate(TRY, [target, events["pick"], events["answer"], QUESTION])

        for other in (f"http://127.0.0.1:{elsewhere}/?{address}", f"http://evil.test:{elsewhere}/?{address}"):
            assert set(tried(other).values()) == {"unreadable"}
            assert [frame.url for frame in tab.frames[1:]] == ["chrome-error://chromewebdata/"]
        rebound = f"http://rebound.test:{port}/"  # a name that leads to the page itself
        assert set(tried(rebound, rebound).values()) == {"refused"}
        assert "not served under the name rebound.test" in tab.inner_text("body")
        tab.wait_for_timeout(2000)
        assert (written(tmp_path / "uploads"), engine.asked) == ([], [])

        became = tried(address)  # and the page itself may
        assert became.pop("gradio_api/file=README.md") == 403
        assert set(became.values()) == {200}
        assert written(tmp_path / "uploads") == ["note.txt"]
        for _ in range(40):
            tab.wait_for_timeout(0 if engine.asked else 500)
        assert len(engine.asked) == 1


@pytest.mark.browser
def test_a_reader_is_hindered_in_nothing(serve, browser):
    _, port, _ = serve(password="correct horse")
    assert {fetched(port, "GET", path)[0] for path in ("/config", "/gradio_api/info", "/text")} == {401}
    assert {fetched(port, "POST", f"/gradio_api/{path}", "{}")[0] for path in ("upload", "queue/join")} == {401}
    address, problems, requests = f"http://127.0.0.1:{port}/", [], []
    with browser.new_context(locale="ru-RU") as context:
        tab = context.new_page()
        tab.set_default_timeout(20_000)
        tab.add_init_script(
            "addEventListener('securitypolicyviolation', event => console.error(event.violatedDirective))"
        )
        tab.on("pageerror", lambda error: problems.append(str(error)))
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(address)
        tab.wait_for_selector("text=Введите его с любым именем")

        def enter(password):
            tab.fill("input >> nth=0", "reader")
            tab.fill("input[type=password]", password)
            tab.click("button")

        enter("wrong")
        tab.wait_for_selector("text=Неверный пароль")
        tab.on("console", lambda message: message.type == "error" and problems.append(message.text))
        problems_of_building = "status of 503"  # the text's route, while there is no index yet
        enter("correct horse")
        tab.fill("#question textarea", QUESTION)
        tab.click("#send")
        tab.wait_for_selector("#chat a.citation")
        tab.wait_for_selector("#reader article")
        tab.click("#language label:has-text('中文')")
        tab.wait_for_selector("text=决议问答助手")
        tab.click("#clear")
        tab.wait_for_selector("#chat a.citation", state="detached")
    assert [problem for problem in problems if problems_of_building not in problem] == []
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
