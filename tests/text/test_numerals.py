"""Numbers in Roman numerals."""

import pytest

from assistant.text.numerals import roman_number, roman_numeral


@pytest.mark.parametrize("number", range(1, 90))
def test_what_is_written_is_read(number):
    assert roman_number(roman_numeral(number)) == number
