"""Reads the sheets of a workbook (.xlsx) as neutral tables."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.errors import FileError, FileProblem
from models.source_table import BLANK_CELL, SourceCell, SourceTable


def xlsx_tables(path: Path, content: bytes) -> list[SourceTable]:
    """The sheets that hold anything; formulas with the results they had when it was saved.

    Raises FileError(DAMAGED).
    """
    try:
        shown = _load(content, data_only=True)
        # A second reading, for the formulas themselves, only where there are any.
        formulas = _load(content, data_only=False) if _has_formulas(content) else shown
    except Exception as error:  # the parsers raise whatever they stumble over
        raise FileError(path, FileProblem.DAMAGED, type(error).__name__) from error
    sheets = zip(shown.worksheets, formulas.worksheets, strict=True)
    return [_table(sheet, behind if behind is not sheet else None) for sheet, behind in sheets]


def _load(content: bytes, *, data_only: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about features that are of no account here
        return load_workbook(BytesIO(content), data_only=data_only, keep_links=False)


def _has_formulas(content: bytes) -> bool:
    with ZipFile(BytesIO(content)) as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/")]
        return any(b"<f" in archive.read(name) for name in sheets if name.endswith(".xml"))


def _table(sheet: Worksheet, behind: Worksheet | None) -> SourceTable:
    first_row, first_column = sheet.min_row, sheet.min_column
    values = sheet.iter_rows(values_only=True)
    rows = [[_cell(value) for value in row] for row in values]
    if behind is not None:
        for r, row in enumerate(behind.iter_rows()):
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


def _formula(cell: SourceCell, formula: object) -> SourceCell:
    text = formula if isinstance(formula, str) else str(getattr(formula, "text", formula))
    return SourceCell(cell.text, cell.is_number, cell.is_odd, text, is_missing=cell is BLANK_CELL)


def _merged(cell: SourceCell, anchor: tuple[int, int]) -> SourceCell:
    return SourceCell(cell.text, cell.is_number, cell.is_odd, cell.formula, cell.is_missing, anchor)
