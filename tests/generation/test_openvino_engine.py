"""How what openvino-genai generates reaches the reader."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from assistant.generation.openvino_engine import _streamer

LIBRARY = SimpleNamespace(StreamerBase=object, StreamingStatus=SimpleNamespace(RUNNING="running", CANCEL="cancel"))
# Each token is a byte, as some are of a byte-level tokenizer.
TOKENIZER = SimpleNamespace(decode=lambda tokens: bytes(tokens).decode(errors="replace"))


def streamed(parts, reads=lambda piece: True):
    pieces, statuses = [], []

    def emit(piece):
        pieces.append(piece)
        return reads(piece)

    streamer = _streamer(LIBRARY, TOKENIZER, emit)
    for part in parts:
        statuses.append(streamer.write(part))
    streamer.end()
    return pieces, statuses


@given(st.text(st.characters(exclude_characters="\ufffd", codec="utf-8")))
def test_each_character_is_passed_on_with_its_last_token(text):
    pieces, statuses = streamed(text.encode())
    assert [piece for piece in pieces if piece] == list(text)
    assert set(statuses) <= {"running"}


def test_several_tokens_at_a_time_are_one_piece():
    assert streamed([list("杜尚".encode()), list("别。".encode())])[0][:2] == ["杜尚", "别。"]


def test_a_reply_that_ends_within_a_character_is_not_cut_short():
    assert "".join(streamed("Душанбе".encode()[:-1])[0]) == "Душанб\ufffd"


def test_the_model_is_stopped_when_the_reader_has_left():
    assert streamed(b"abc", reads=lambda piece: piece != "b")[1] == ["running", "cancel", "running"]
