"""What a reader sees of an answer while it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.streaming import checked, finished

TEXTS = {
    "zh": "注意到在杜尚别建立区域人工智能中心的倡议，以及2025年8月底举行的会议（第78/265号决议），",
    "ru": "Отмечает инициативу о создании в Душанбе трёх центров и конференцию в августе 2025 года (A/RES/78/265);",
    "en": "Notes the initiative to establish 3 centres in Dushanbe and the conference in August 2025 (A/RES/78/265);",
}


def shown(written, *texts, size=1, translated=False):
    """(pieces shown, pieces received) of ``written`` in pieces of ``size`` characters."""
    received = []
    pieces = (written[start : start + size] for start in range(0, len(written), size))
    return list(checked(pieces, received, texts, translated=translated)), received


@pytest.mark.parametrize("size", [1, 3, 100])
@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("设在杜尚别，会议于2025年8月举行。", "zh"),
        ("Центры в Душанбе, конференция — в августе 2025 года.", "ru"),
        ("The 3 centres are in Dushanbe; see A/RES/78/265.", "en"),
    ],
)
def test_what_the_evidence_bears_out_is_shown_whole(written, language, size):
    pieces, received = shown(written, TEXTS[language], size=size)
    assert "".join(pieces) == "".join(received) == written


@pytest.mark.parametrize(
    ("written", "language"), [("In Dushanbe, in 2025.", "en"), ("В Душанбе, в 2025 году.", "ru"), ("在 2025 年", "zh")]
)
def test_words_and_numbers_are_held_back_until_they_are_whole(written, language):
    pieces, _ = shown(written, TEXTS[language])
    assert "".join(pieces) == written
    assert [word for piece in pieces for word in piece.split()] == written.split()


def test_a_chinese_character_is_whole():
    assert shown("设在杜尚别。", TEXTS["zh"])[0] == list("设在杜尚别。")


def test_nothing_waits_for_the_end():
    received = []
    pieces = checked(iter(["It is in ", "Dushanbe and ", "more"]), received, [])
    assert (next(pieces), received) == ("It is in", ["It is in "])


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("mark", [" [1]", "[1, 3]", "【2】", " 【1、2】"])
def test_marks_are_not_shown_in_whatever_pieces_they_come(mark, size):
    pieces, received = shown(f"In Dushanbe{mark}. See [annex].", TEXTS["en"], size=size)
    assert "".join(pieces) == "In Dushanbe. See [annex]."
    assert mark in "".join(received)


@pytest.mark.parametrize(
    ("language", "written", "seen"),
    [
        ("zh", "会议于2026年举行。", "会议于"),
        ("zh", "会议于9月举行。", "会议于"),
        ("zh", "见第79/175号决议。", "见第"),
        ("ru", "Конференция пройдёт в 2026 году.", "Конференция пройдёт в"),
        ("ru", "Конференция пройдёт в сентябре.", "Конференция пройдёт в"),
        ("ru", "См. A/RES/79/175 и далее.", "См."),
        ("ru", "Центр создадут в Астане.", "Центр создадут в"),
        ("en", "The conference is in 2026 there.", "The conference is in"),
        ("en", "The conference is in September there.", "The conference is in"),
        ("en", "See A/RES/79/175 on it.", "See"),
        ("en", "It is in Astana there.", "It is in"),
        ("en", "It has 4 centres.", "It has"),
    ],
)
def test_nothing_is_shown_from_what_no_evidence_has(language, written, seen):
    pieces, received = shown(f"{written} 杜尚别 Душанбе Dushanbe", TEXTS[language])
    assert "".join(pieces).rstrip() == seen
    assert "".join(received).endswith("Dushanbe")  # what is not shown is collected all the same


def test_any_of_the_evidence_will_do():
    texts = ("The centre is in Dushanbe.", "The conference is in Ashgabat in 2025.")
    assert "".join(shown("In Ashgabat and Dushanbe in 2025.", *texts)[0]) == "In Ashgabat and Dushanbe in 2025."


@pytest.mark.parametrize("question", ["", " When is it?"])
def test_neither_names_nor_single_digits_of_a_translation_are_compared(question):
    def seen(written):
        return "".join(shown(written, TEXTS["zh"] + question, translated=True)[0]).rstrip()

    assert seen("In Dushanbe, 3 times in August 2025.").endswith("2025.")
    assert seen("In Dushanbe, in August 2026.") == "In Dushanbe, in August"


@pytest.mark.parametrize(
    "written", ["About 1 360 000 people.", "About 1\u202f360\u202f000 people.", "1.36 million people."]
)
def test_a_number_of_several_words_is_held_back_until_it_is_whole(written):
    pieces, _ = shown(written, "1,360,000")
    assert "".join(pieces) == written


@given(st.text(max_size=80), st.integers(1, 9))
def test_what_is_shown_begins_what_was_written(written, size):
    pieces, received = shown(written, TEXTS["en"], size=size)
    assert "".join(received) == written
    assert all(pieces)
    if not set(written) & set("[【"):
        assert written.startswith("".join(pieces))


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
