"""The facts in a text that can be compared exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.languages import LANGUAGES
from assistant.text.claims import claims, in_words, rescaled


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("1360000", ("136万", "1,360,000", "1 360 000", "1.36 million", "1,36 млн", "1,36 миллиона")),
        ("30000000", ("3千万", "3000万", "30 million", "30-million", "30 миллионов")),
        ("500000000000", ("5千亿", "5000亿", "500 billion", "500 млрд", "500 миллиардов")),
        ("1000000", ("100多万", "100余万", "1 million", "1 млн")),
        ("2000", ("2千", "2 thousand", "2 тыс.", "2 тысячи")),
        ("0.125", ("0,125", "0.125")),
    ],
)
def test_a_number_is_the_same_however_it_is_written(number, written):
    for one in written:
        assert claims(f"有 {one} 人。") == {number}, one
        assert claims(f"около {one} человек") == {number}, one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5千米", {"5"}),
        ("1955万隆会议", {"1955"}),
        ("2 thousandths", {"2"}),
        ("5 тысячелетий", {"5"}),
        ("4:51", {"4:51"}),
        ("A/RES/79/175", {"79/175"}),
        ("11月18日", {"month 11", "18"}),
        ("18 ноября", {"month 11", "18"}),
    ],
)
def test_what_only_looks_like_an_amount_is_left_alone(text, found):
    assert claims(text, digits=True) == found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("第七十八届会议", {"78"}),
        ("三十所", {"30"}),
        ("一百零五", {"105"}),
        ("二〇二五年", {"2025"}),
        ("两所", {"2"}),
        ("в XXI веке", {"21"}),
        ("Super Bowl XLIX, annex II, part V", {"49", "2", "5"}),
        ("I live in Washington DC; XXL, MIX, VIP, L. A.", set()),
    ],
)
def test_numbers_in_chinese_characters_and_roman_numerals(text, numbers):
    assert in_words(text) == numbers


@given(st.text("1234567890 .,/万千亿多млнyearIVXL", max_size=60))
def test_no_text_is_too_odd_to_be_compared(text):
    assert all(isinstance(found, str) for found in claims(text) | in_words(text))


@pytest.mark.parametrize(
    ("text", "zh", "ru", "en"),
    [
        ("3000万人", "3000万人", "30 млн人", "30 million人"),
        ("3,900 亿", "3900亿", "390 млрд", "390 billion"),
        ("15亿", "15亿", "1,5 млрд", "1.5 billion"),
        ("2万亿", "2万亿", "2 трлн", "2 trillion"),
        ("5万", "5万", "50\u00a0000", "50,000"),
        ("100多万", "100万多", "1 млн多", "1 million多"),
        ("1.36 million", "136万", "1,36 млн", "1.36 million"),
        ("1,500 million", "15亿", "1,5 млрд", "1.5 billion"),
        *[(text,) * 4 for text in ("1,360,000", "5千米", "2025年")],
    ],
)
def test_large_numbers_are_written_as_the_reader_counts(text, zh, ru, en):
    assert (rescaled(text, "zh"), rescaled(text, "ru"), rescaled(text, "en")) == (zh, ru, en)


@given(st.integers(1, 10**6), st.sampled_from(["", ".5", ".25"]), st.sampled_from(["千", "万", "百万", "亿", "万亿"]))
def test_a_number_is_the_same_as_the_reader_counts(number, part, unit):
    amount = f"{number}{part}{unit}"
    for language in LANGUAGES:
        assert claims(f"有{rescaled(amount, language)} 。", digits=True) == claims(amount, digits=True)
