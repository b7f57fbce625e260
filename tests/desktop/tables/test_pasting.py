from __future__ import annotations

from desktop.tables.pasting import lay

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
