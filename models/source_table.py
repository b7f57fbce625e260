"""A table as it stands in a source, whatever its kind: workbook, document, CSV or clipboard."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class SourceCell:
    """One cell. `text` is its value as a person would type it; of a formula, its result.

    `is_number`: the source holds a number, not a text that looks like one. `is_odd`: neither a
    number nor a text (a date, a truth value). `formula` is the formula behind it, "" for none;
    `is_missing` says that the formula has no result, since no program ever computed it. `anchor` is
    the place (row, column, both from 0) of the cell that this one is merged into, itself for that
    cell, None where nothing is merged.
    """

    text: str = ""
    is_number: bool = False
    is_odd: bool = False
    formula: str = ""
    is_missing: bool = False
    anchor: tuple[int, int] | None = None


BLANK_CELL = SourceCell()


@dataclass(frozen=True)
class SourceTable:
    """A sheet of a workbook, a table of a document, or a text of columns.

    `rows` may be of different lengths. `first_row` and `first_column` are the numbers (from 1) that
    the source itself gives to the first of them; `hidden` are indices of rows not shown. `typed`:
    the source tells numbers from texts, as a workbook does and a CSV does not.
    """

    name: str
    rows: tuple[tuple[SourceCell, ...], ...]
    first_row: int = 1
    first_column: int = 1
    hidden: frozenset[int] = field(default=frozenset())
    typed: bool = False

    def cell(self, row: int, column: int) -> SourceCell:
        """The cell at these indices; a blank one beyond the end of a row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else BLANK_CELL

    def text(self, row: int, column: int) -> str:
        """What a reader sees there: a merged cell shows its text over its whole extent."""
        cell = self.cell(row, column)
        if cell.anchor is None or cell.anchor == (row, column):
            return cell.text
        return self.cell(*cell.anchor).text

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)

    def letter(self, column: int) -> str:
        """The column's letters as a workbook names it: A, B … Z, AA."""
        number, letters = column + self.first_column, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters

    def row_number(self, row: int) -> int:
        return row + self.first_row

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as sources and messages name it: 公立医院!E4."""
        return f"{self.name}!{self.letter(column)}{self.row_number(row)}"


@lru_cache(maxsize=100_000)
def key(text: str) -> str:
    """A text without what does not tell two apart: spaces, width of characters, case."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
