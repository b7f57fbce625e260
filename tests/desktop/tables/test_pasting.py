from __future__ import annotations

from desktop.tables.pasting import Pasting, lay, without_subtotals

ONE = [(1, 1)]


def test_block_is_laid_from_a_single_cell_on() -> None:
    pasting = lay([["1", "2"], ["3"]], ONE, 5, 5)
    assert pasting.texts == [(1, 1, "1"), (1, 2, "2"), (2, 1, "3")]
    assert not pasting.is_doubtful


def test_selection_that_is_a_multiple_is_filled() -> None:
    pasting = lay([["1"], ["2"]], [(r, c) for r in range(4) for c in range(2)], 9, 9)
    column = [(0, "1"), (1, "2"), (2, "1"), (3, "2")]
    assert sorted(pasting.texts) == sorted((r, c, text) for r, text in column for c in range(2))
    assert not pasting.is_doubtful


def test_smaller_block_is_laid_once() -> None:
    pasting = lay([["1"], ["2"]], [(0, 0), (1, 0), (2, 0)], 9, 9)
    assert pasting.texts == [(0, 0, "1"), (1, 0, "2")]
    assert not pasting.is_doubtful


def test_block_larger_than_the_selection_is_doubtful() -> None:
    pasting = lay([["1", "2"], ["3", "4"], ["5", "6"]], [(0, 0), (1, 0)], 9, 9)
    assert pasting.is_doubtful
    assert pasting.inside == [(0, 0, "1"), (1, 0, "3")]
    assert len(pasting.texts) == 6


def test_cells_beyond_the_table_are_counted_unless_blank() -> None:
    pasting = lay([["1", "2", ""], ["3", "4", " "]], [(4, 3)], 5, 5)
    assert (pasting.texts, pasting.beyond) == ([(4, 3, "1"), (4, 4, "2")], 2)
    assert pasting.inside is None
    assert lay([["1", ""]], [(0, 4)], 5, 5).beyond == 0


def skipping(copied: set[int], subtotals: set[int], top: int = 0) -> list[int]:
    """The rows that a block of three rows is pasted into."""
    pasting = lay([["1"], ["2"], ["3"]], [(top, 0)], 9, 9)
    made = without_subtotals(pasting, 3, copied, subtotals)
    return [row for row, _, _ in made.texts]


def test_subtotals_that_fall_on_subtotals_are_skipped() -> None:
    assert skipping({1}, {4, 7}, top=3) == [3, 5]


def test_subtotals_that_fall_elsewhere_are_not_skipped() -> None:
    assert skipping({1}, {3}, top=3) == [3, 4, 5]
    assert skipping({1}, {3, 4}, top=3) == [3, 4, 5]
    assert skipping(set(), {4}, top=3) == [3, 4, 5]


def test_a_block_of_nothing_but_subtotals_is_not_swallowed() -> None:
    pasting = Pasting([(0, 0, "1")])
    assert without_subtotals(pasting, 1, {0}, {0}) is pasting


def test_what_is_within_the_selection_skips_subtotals_too() -> None:
    pasting = lay([["1"], ["2"], ["3"]], [(0, 0), (1, 0)], 9, 9)
    made = without_subtotals(pasting, 3, {1}, {1})
    assert made.inside == [(0, 0, "1")]
