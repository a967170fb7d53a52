"""Tables of every format as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.documents.tables import table_text


@pytest.mark.parametrize(
    ("rows", "headed", "text"),
    [
        (
            [["State", "Share"], ["Chad", "0.5"], ["Peru", "–"]],
            False,
            "State | Share\nChad | Share: 0.5\nPeru | Share: –",
        ),
        ([["", "2023"], ["Chad", "1 000"]], False, "| 2023\nChad | 2023: 1 000"),
        ([["国家", "会费"], ["乍得", "5"]], False, "国家 | 会费\n乍得 | 会费: 5"),
        ([["Name", "Chad"], ["Date", "3 May"]], False, "Name | Chad\nDate | 3 May"),  # has no heads
        ([["Name", "Role"], ["Ann", "Chair"]], True, "Name | Role\nAnn | Role: Chair"),
        ([["Sum", "5"], ["Rest", "7"]], False, "Sum | 5\nRest | 7"),
        ([["State", "2023", "2023"], ["Chad", "1", "2"]], False, "State | 2023 | 2023\nChad | 1 | 2"),  # heads in doubt
        ([["State", "2023"], ["In all", "", "9"], ["Chad", "4"]], False, "State | 2023\nIn all |  | 9\nChad | 2023: 4"),
    ],
)
def test_cells_carry_heads_that_are_known_to_be_theirs(rows, headed, text):
    assert table_text(rows, headed) == text


@given(st.lists(st.lists(st.text("ab1 ", max_size=4), min_size=1, max_size=4), max_size=5), st.booleans())
def test_every_cell_stays_in_its_row(rows, headed):
    kept = [row for row in rows if any(row)]
    lines = table_text(rows, headed).split("\n") if kept else []
    assert len(lines) == len(kept)
    for row, line in zip(kept, lines, strict=True):
        place = 0
        for cell in (cell.strip() for cell in row):
            place = line.index(cell, place) + len(cell)
