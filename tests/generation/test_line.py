"""The line before the language model."""

import threading
from contextlib import closing

import pytest

from assistant import Answer, Assistant, AssistantError, Settings, Waiting
from assistant.generation.line import MOST_WAITING, Line
from assistant.languages import LANGUAGES
from tests.conftest import BlockedEngine, WordEmbedder

QUESTION = "Where is the initiative to establish a regional centre?"
SOON = 20  # seconds


def _in_thread(work):
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_nobody_waits_where_nobody_is_in_front():
    with Line().place() as positions:
        assert list(positions) == []


def test_first_come_first_served():
    line, served = Line(), []
    joined = [threading.Event() for _ in range(5)]

    def reader(number):
        with line.place() as positions:
            told = [next(positions)]
            joined[number].set()
            told += positions
            served.append((number, list(dict.fromkeys(told))))

    with line.place():
        threads = []
        for number, event in enumerate(joined):
            threads.append(_in_thread(lambda number=number: reader(number)))
            assert event.wait(SOON)
    for thread in threads:
        thread.join(SOON)
    assert [number for number, _ in served] == [0, 1, 2, 3, 4]
    for number, told in served:
        assert told[0] == number + 1
        assert told[-1] == 0
        assert told == sorted(told, reverse=True)


def test_only_one_is_in():
    line, inside, most = Line(), [], []

    def reader():
        for _ in range(20):
            with line.place() as positions:
                list(positions)
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [_in_thread(reader) for _ in range(8)]
    for thread in threads:
        thread.join(SOON)
    assert most == [1] * 160


def test_a_reader_too_many_is_turned_away_until_somebody_leaves():
    line = Line(most_waiting=2)
    with line.place():
        with line.place() as positions:
            next(positions)
            with line.place() as others:
                assert next(others) == 2
                with pytest.raises(AssistantError) as caught, line.place():
                    pass
        assert caught.value.key == "line_full"
        assert len({caught.value.message(language) for language in LANGUAGES}) == 3
        with line.place() as positions:
            assert next(positions) == 1


def test_one_who_waits_and_leaves_is_not_waited_for():
    line = Line()
    with line.place():
        with line.place() as positions:
            next(positions)
            behind = line.place()
            with behind as others:
                assert next(others) == 2
                with pytest.raises(RuntimeError), line.place() as broken:
                    assert next(broken) == 3
                    raise RuntimeError
                assert next(others) == 2
        with line.place() as positions:
            assert next(positions) == 1


def test_one_who_leaves_in_front_is_noticed_at_once(monkeypatch):
    monkeypatch.setattr("assistant.generation.line._PULSE", 10 * SOON)
    line, told = Line(), []
    front = line.place()
    front.__enter__()
    waits = threading.Event()

    def reader():
        with line.place() as positions:
            told.append(next(positions))
            waits.set()
            told.extend(positions)

    thread = _in_thread(reader)
    assert waits.wait(SOON)
    front.__exit__(None, None, None)
    thread.join(SOON)
    assert told == [1, 0]


@pytest.fixture
def blocked(tmp_path):
    """An assistant whose model waits before its first piece until told to go on, and that model."""
    engine = BlockedEngine("In Dushanbe.")
    assistant = Assistant(Settings(index_dir=tmp_path / "index"), embedder=WordEmbedder(), engine=engine)
    assistant.search(QUESTION)
    yield assistant, engine
    engine.go_on.set()


def _started(assistant, engine):
    thread = _in_thread(lambda: assistant.ask(QUESTION))
    assert engine.blocked.wait(SOON)
    return thread


def test_a_second_reader_sees_evidence_and_position_at_once(blocked):
    assistant, engine = blocked
    first = _started(assistant, engine)
    with closing(assistant.stream(QUESTION)) as second, closing(assistant.stream(QUESTION)) as third:
        assert next(second)[0].paragraph == "OP3"
        assert next(second) == Waiting(1)
        assert next(third)[0].paragraph == "OP3"
        assert next(third) == Waiting(2)
        engine.go_on.set()
        first.join(SOON)
        events = list(second)
        assert Waiting(0) in events
        assert isinstance(events[-1], Answer)
        assert not events[-1].refused
        assert [event.position for event in third if isinstance(event, Waiting)][-1] == 0


def test_a_reader_who_leaves_while_waiting_gives_the_place_up(blocked):
    assistant, engine = blocked
    _started(assistant, engine)
    second, third = assistant.stream(QUESTION), assistant.stream(QUESTION)
    assert [next(second), next(third)] and [next(second), next(third)] == [Waiting(1), Waiting(2)]
    second.close()
    assert next(third) == Waiting(1)
    assert next(third) == Waiting(1)  # again after a while, so that this one can leave too
    third.close()
    assert len(engine.asked) == 1


def test_a_crowd_sees_evidence_and_is_turned_away(blocked):
    assistant, engine = blocked
    _started(assistant, engine)
    waiting = [assistant.stream(QUESTION) for _ in range(MOST_WAITING)]
    for position, stream in enumerate(waiting, 1):
        assert next(stream)
        assert next(stream) == Waiting(position)
    refused = assistant.stream(QUESTION)
    assert next(refused)[0].paragraph == "OP3"
    with pytest.raises(AssistantError) as caught:
        next(refused)
    assert caught.value.key == "line_full"
    for stream in waiting:
        stream.close()
    assert next(one for one in assistant.stream(QUESTION) if isinstance(one, Waiting)) == Waiting(1)


def test_a_model_that_fails_does_not_hold_the_line(blocked):
    assistant, engine = blocked
    engine.go_on.set()
    engine.count_tokens = lambda text: 1 / 0
    with pytest.raises(ZeroDivisionError):
        assistant.ask(QUESTION)
    del engine.count_tokens
    assert not any(isinstance(event, Waiting) for event in assistant.stream(QUESTION))


def test_what_is_done_between_readers_waits_for_them_and_they_for_its_end_alone():
    line, done = Line(), threading.Event()

    def between():
        with line.spare():
            done.set()

    with line.place():
        thread = _in_thread(between)
        assert not done.wait(0.1)
    assert done.wait(SOON)
    thread.join(SOON)

    served = threading.Event()

    def reader():
        with line.place() as positions:
            assert list(positions) == []  # nobody is in front
            served.set()

    with line.spare():
        thread = _in_thread(reader)
        assert not served.wait(0.1)
    assert served.wait(SOON)
    thread.join(SOON)


def test_who_asks_while_the_model_warms_up_is_first(blocked):
    assistant, engine = blocked
    thread = _in_thread(assistant.warm_up)
    assert engine.blocked.wait(SOON)
    events = assistant.stream(QUESTION)
    assert next(events)  # what was found
    told: list = []
    answering = _in_thread(lambda: told.extend(events))
    engine.go_on.set()
    answering.join(SOON)
    thread.join(SOON)
    assert isinstance(told[-1], Answer)
    assert not any(isinstance(event, Waiting) for event in told)  # no reader is in front
    assert len(engine.asked) > len(LANGUAGES) + 1
