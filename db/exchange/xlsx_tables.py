"""Reads the sheets of a workbook (.xlsx) as neutral tables."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import FileError, FileProblem
from models.source_table import BLANK_CELL, SourceCell, SourceTable

_FORMAT = re.compile(r"(?:#,##)?0(?:\.(?P<decimals>0+))?(?P<percent>%?)(?:_.)?")


def xlsx_tables(path: Path, content: bytes, *, as_shown: bool = False) -> list[SourceTable]:
    """The sheets that hold anything; formulas with the results they had when it was saved.

    `as_shown` gives numbers as the sheet shows them: 0.9951 under the format 0.0% as 99.5%.

    Raises FileError(DAMAGED).
    """
    try:
        shown = _load(content, data_only=True)
        # A second reading, for the formulas themselves, only where there are any.
        formulas = _load(content, data_only=False) if _has_formulas(content) else shown
    except Exception as error:  # the parsers raise whatever they stumble over
        raise FileError(path, FileProblem.DAMAGED, type(error).__name__) from error
    sheets = zip(shown.worksheets, formulas.worksheets, strict=True)
    return [
        _table(sheet, None if behind is sheet else behind, as_shown=as_shown)
        for sheet, behind in sheets
    ]


def _load(content: bytes, *, data_only: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about features that are of no account here
        return load_workbook(BytesIO(content), data_only=data_only, keep_links=False)


def _has_formulas(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
        return any(b"<f" in archive.read(name) for name in sheets if name.endswith(".xml"))


def _table(sheet: Worksheet, behind: Worksheet | None, *, as_shown: bool) -> SourceTable:
    first_row, first_column = sheet.min_row, sheet.min_column
    if as_shown:
        cells = sheet.iter_rows(first_row, min_col=first_column)
        rows = [[_shown(c.value, c.number_format) for c in row] for row in cells]
    else:
        values = sheet.iter_rows(first_row, min_col=first_column, values_only=True)
        rows = [[_cell(value) for value in row] for row in values]
    if behind is not None:
        for r, row in enumerate(behind.iter_rows(first_row, min_col=first_column)):
            for c, cell in enumerate(row):
                if cell.data_type == "f":
                    rows[r][c] = _formula(rows[r][c], cell.value)
    for area in sheet.merged_cells.ranges:
        anchor = (area.min_row - first_row, area.min_col - first_column)
        for r in range(area.min_row - first_row, area.max_row - first_row + 1):
            for c in range(area.min_col - first_column, area.max_col - first_column + 1):
                if r < len(rows) and c < len(rows[r]):
                    rows[r][c] = _merged(rows[r][c], anchor)
    hidden = frozenset(
        row - first_row for row, shape in sheet.row_dimensions.items() if shape.hidden
    )
    return SourceTable(
        sheet.title, tuple(map(tuple, rows)), first_row, first_column, hidden, typed=True
    )


def _cell(value: object) -> SourceCell:
    if value is None:
        return BLANK_CELL
    if isinstance(value, str):
        text = value.strip()
        return SourceCell(text) if text else BLANK_CELL
    if isinstance(value, bool):
        return SourceCell(str(value), is_odd=True)
    if isinstance(value, int):
        return SourceCell(str(value), is_number=True)
    if isinstance(value, float):  # to the fifteen digits that a workbook shows
        whole = value.is_integer() and abs(value) < 1e15
        return SourceCell(str(int(value)) if whole else f"{value:.15g}", is_number=True)
    return SourceCell(str(value), is_odd=True)


def _shown(value: object, number_format: str) -> SourceCell:
    """A number rounded as the format says, without commas; in other formats than of plain numbers
    and of per cent as it is."""
    cell, shown = _cell(value), _FORMAT.fullmatch(number_format.partition(";")[0])
    if not cell.is_number or shown is None:
        return cell
    number = Decimal(cell.text) * (100 if shown["percent"] else 1)
    rounded = number.quantize(Decimal(1).scaleb(-len(shown["decimals"] or "")), ROUND_HALF_UP)
    return replace(cell, text=f"{rounded:f}{shown['percent']}")


def _formula(cell: SourceCell, formula: object) -> SourceCell:
    text = formula if isinstance(formula, str) else str(getattr(formula, "text", formula))
    return SourceCell(cell.text, cell.is_number, cell.is_odd, text, is_missing=cell is BLANK_CELL)


def _merged(cell: SourceCell, anchor: tuple[int, int]) -> SourceCell:
    return SourceCell(cell.text, cell.is_number, cell.is_odd, cell.formula, cell.is_missing, anchor)
