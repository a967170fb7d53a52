"""What kind of answer a question wants."""

import pytest

from assistant.question.kinds import asked_last


@pytest.mark.parametrize(
    ("question", "standalone", "last"),
    [
        ("Where?", "When is the conference? Where?", "Where?"),
        ("А когда?", "Где пройдёт конференция? А когда?", "А когда?"),
        ("And 79/175?", "When was 79/175 adopted?", "When was 79/175 adopted?"),
        ("不，我问的是会议。", "峰会何时举行？不，我问的是会议。", "峰会何时举行？不，我问的是会议。"),
    ],
)
def test_a_follow_up_that_asks_tells_what_is_wanted(question, standalone, last):
    assert asked_last(question, standalone) == last
