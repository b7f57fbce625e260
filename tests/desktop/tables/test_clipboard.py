from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.tables.clipboard import from_text, to_text

CELLS = st.text(alphabet='ab1 "\t\r\n，床', max_size=6)
BLOCKS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4)


@given(BLOCKS)
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    assert from_text(to_text(rows)) == rows


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_trailing_line_break_closes_the_last_row(end: str) -> None:
    assert from_text(f"1\t2{end}3\t4{end}") == [["1", "2"], ["3", "4"]]
    assert from_text(f"1\t2{end}3\t4") == [["1", "2"], ["3", "4"]]


def test_nothing_is_no_rows() -> None:
    assert from_text("") == []
    assert to_text([]) == ""


def test_an_empty_row_between_is_a_blank_cell() -> None:
    assert from_text("1\n\n2\n") == [["1"], [""], ["2"]]


def test_blank_cells_at_the_end_of_a_row_are_kept() -> None:
    assert from_text("1\t\t\n") == [["1", "", ""]]
    assert from_text("1\t") == [["1", ""]]


def test_a_quoted_cell_holds_line_breaks_tabs_and_doubled_marks() -> None:
    assert from_text('"甲\n乙"\t"say ""a"""\r\n"x\ty"\t2\r\n') == [
        ["甲\n乙", 'say "a"'],
        ["x\ty", "2"],
    ]


def test_a_mark_inside_or_never_closed_is_an_ordinary_character() -> None:
    assert from_text('5" pipe\t"open\t3\n') == [['5" pipe', '"open', "3"]]
    assert from_text('"a"b\n') == [['"a"b']]


def test_plain_cells_are_written_as_they_are() -> None:
    assert to_text([["甲医院", "1,200", '5"'], ["", "0", ""]]) == '甲医院\t1,200\t5"\n\t0\t\n'
