"""What the model writes, until it is whole."""

import pytest

from assistant.answering.streaming import collected, finished
from tests.conftest import ScriptedEngine


def test_nothing_is_shown_until_it_is_whole():
    pieces = collected(ScriptedEngine("In Dushanbe.").generate([], 9))
    shown = []
    while True:
        try:
            shown.append(next(pieces))
        except StopIteration as end:
            assert end.value == "In Dushanbe."
            break
    assert shown == [""] * 4


def test_whoever_leaves_stops_the_model():
    engine = ScriptedEngine("In Dushanbe.")
    pieces = collected(engine.generate([], 9))
    next(pieces)
    pieces.close()
    assert engine.stopped


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("It is in Dushanbe. It is to", "It is in Dushanbe."),
        ("Он в Душанбе. Он будет", "Он в Душанбе."),
        ("设在杜尚别。目的是", "设在杜尚别。"),
        ("It is in Dushanbe. It is new.", "It is in Dushanbe. It is new."),
        ("Он в «Астана Хаб».", "Он в «Астана Хаб»."),
        ("In Dushanbe, in ord", "In Dushanbe, in …"),
        ("В Душанбе, чтобы соз", "В Душанбе, чтобы …"),
        ("设在杜尚别，目的", "设在杜尚别，目的 …"),
        ("In Dushanbe, ord", "In Dushanbe …"),
        ("In 2025. ", "In 2025. "),
    ],
)
def test_a_sentence_that_was_cut_off_is_left_out_or_ends_at_a_word(written, left):
    assert finished(written) == left
