"""Reads allocation workbooks: those that Weigui writes, and ones typed by people alike."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.sheet_heading import Column, SheetHeading, heading_of, key
from models.catalogue import Catalogue
from models.county import County, cell_change
from models.edits import Change
from models.errors import (
    BadCell,
    BadCells,
    FileError,
    FileProblem,
    InvalidValue,
    LeftAside,
    Reason,
)
from models.facility import Facility
from models.importing import ImportReading, RecognisedPart
from models.measure import Allocation, Measure, Origin, parse_value
from models.plan import Plan

BEDS = "beds"
AnyCell = Cell | MergedCell
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, and .xlsx under a password
_TOTALS = {"合计", "总计", "全区合计", "全县合计", "total", "grandtotal"}
_SUBTOTAL_ENDS = ("小计", "合计", "subtotal")
_BLANKS = {"—", "——"}  # as the plans print “not stated”


def read_allocation_workbook(
    path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> ImportReading:
    """What a workbook would change in the plan's beds; nothing is changed here.

    A sheet is taken where a row has a column of institution names and one of beds, by the words of
    its headings; there may be several such tables on a sheet. Facilities are found by their names
    (spaces and width of characters aside). A blank cell, or a dash, leaves the value that is there
    as it is. Changed values have Origin.IMPORTED, with file and cell as their source; a remark
    becomes the note of the planned figure.

    `left_aside` reasons: unknown-table (a sheet), unknown-column (also of a year that is not the
    plan's), note (a row without figures that is no facility), subtotal (a typed one),
    total-differs (a typed total that is not the sum of its rows, which is in `details`).

    Raises BadCells, with every cell that cannot be taken, and FileError: MISSING, UNKNOWN_FORMAT
    (detail `xls` or `encrypted` where it is one), DAMAGED, NOTHING_RECOGNISED.
    """
    shown, formulas = _open(path)
    reader = _Reader(path.name, county, plan, catalogue.measures[BEDS])
    for sheet, formula_sheet in zip(shown.worksheets, formulas.worksheets, strict=True):
        reader.read(sheet, formula_sheet)
    if reader.bad:
        raise BadCells(tuple(reader.bad), path.name)
    if not reader.recognised:
        raise FileError(path, FileProblem.NOTHING_RECOGNISED)
    return ImportReading(
        tuple(reader.changes),
        tuple(reader.recognised),
        tuple(reader.left_aside),
        reader.unchanged,
    )


def _open(path: Path) -> tuple[Workbook, Workbook]:
    """The workbook with the results that its formulas had when it was saved, and with formulas."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise FileError(path, FileProblem.MISSING) from None
    except OSError as error:
        raise FileError(path, FileProblem.UNKNOWN_FORMAT, error.strerror or "") from error
    if content.startswith(_OLE):
        is_encrypted = "EncryptedPackage".encode("utf-16-le") in content
        detail = "encrypted" if is_encrypted else "xls"
        raise FileError(path, FileProblem.UNKNOWN_FORMAT, detail)
    if not content.startswith(b"PK"):
        raise FileError(path, FileProblem.UNKNOWN_FORMAT)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features that are of no account here
            shown = load_workbook(BytesIO(content), data_only=True, keep_links=False)
            formulas = load_workbook(BytesIO(content), keep_links=False)
    except Exception as error:  # the parsers raise whatever they stumble over
        raise FileError(path, FileProblem.DAMAGED, type(error).__name__) from error
    return shown, formulas


class _Reader:
    """Goes through the sheets and gathers what they say."""

    def __init__(self, source: str, county: County, plan: Plan, measure: Measure) -> None:
        self._source, self._county, self._plan, self._measure = source, county, plan, measure
        self._by_name: dict[str, list[Facility]] = {}
        for facility in county.facilities:
            self._by_name.setdefault(key(facility.name), []).append(facility)
        self._seen: set[tuple[str, Column]] = set()
        self.changes: list[Change] = []
        self.bad: list[BadCell] = []
        self.recognised: list[RecognisedPart] = []
        self.left_aside: list[LeftAside] = []
        self.unchanged = 0

    def read(self, sheet: Worksheet, formula_sheet: Worksheet) -> None:
        table: _Table | None = None
        first_text = ""
        rows = zip(sheet.iter_rows(), formula_sheet.iter_rows(), strict=True)
        for row, (cells, formulas) in enumerate(rows, sheet.min_row):
            texts = [_text(cell.value) for cell in cells]
            first_text = first_text or next(filter(None, texts), "")
            heading = heading_of(texts, self._plan)
            if heading is not None:
                self._finish(table)
                table = _Table(sheet.title, row, heading)
                self._read_heading(table, texts)
            elif table is not None and any(texts):
                self._read_row(table, row, cells, formulas, texts)
        self._finish(table)
        if table is None and first_text:
            self.left_aside.append(LeftAside(sheet.title, first_text, "unknown-table"))

    def _finish(self, table: _Table | None) -> None:
        if table is not None:
            part = RecognisedPart("layout", table.sheet, str(table.row), table.rows)
            self.recognised.append(part)

    def _read_heading(self, table: _Table, texts: Sequence[str]) -> None:
        for column in table.heading.repeated:
            self._refuse(table, table.row, column, texts[column], Reason.DUPLICATE)
        for column in table.heading.unknown:
            where = f"{table.sheet}!{get_column_letter(column + 1)}{table.row}"
            self.left_aside.append(LeftAside(where, texts[column], "unknown-column"))

    def _read_row(
        self,
        table: _Table,
        row: int,
        cells: Sequence[AnyCell],
        formulas: Sequence[AnyCell],
        texts: Sequence[str],
    ) -> None:
        heading = table.heading
        found = self._by_name.get(key(texts[heading.name]), [])
        labels = {key(text) for text in texts[: min(heading.values)]} - {""}
        if not found and (labels & _TOTALS or any(t.endswith(_SUBTOTAL_ENDS) for t in labels)):
            self._read_total(table, cells, formulas, labels)
            return
        reason = self._refusal(table, texts, found)
        if reason is not None:
            self._refuse(table, row, heading.name, texts[heading.name], reason)
        elif not found:
            text = " ".join(filter(None, texts))
            self.left_aside.append(LeftAside(f"{table.sheet}!{row}", text, "note"))
        else:
            table.rows += 1
            remark = "" if heading.remark is None else texts[heading.remark]
            for column, target in heading.values.items():
                self._seen.add((found[0].id, target))
                value = self._value(table, row, column, cells[column], formulas[column])
                if value is not None:
                    table.sums[column] = table.sums.get(column, Decimal(0)) + value
                    where = f"{table.sheet}!{cells[column].coordinate}"
                    self._take(found[0], target, value, where, remark)

    def _refusal(
        self, table: _Table, texts: Sequence[str], found: Sequence[Facility]
    ) -> Reason | None:
        """Why a row cannot be taken for one facility; None where it can, or has no figures."""
        if not found:
            if not any(texts[column] for column in table.heading.values):
                return None
            return Reason.UNKNOWN_FACILITY if texts[table.heading.name] else Reason.EMPTY
        if len(found) > 1:
            return Reason.AMBIGUOUS_FACILITY
        is_repeated = any((found[0].id, c) in self._seen for c in table.heading.values.values())
        return Reason.DUPLICATE if is_repeated else None

    def _read_total(
        self, table: _Table, cells: Sequence[AnyCell], formulas: Sequence[AnyCell], labels: set[str]
    ) -> None:
        """Totals are not values; a typed one is held against the rows above it."""
        typed = [c for c in table.heading.values if formulas[c].data_type != "f" and cells[c].value]
        if not labels & _TOTALS:
            table.has_subtotals = True
            for column in typed:
                where = f"{table.sheet}!{cells[column].coordinate}"
                self.left_aside.append(LeftAside(where, _text(cells[column].value), "subtotal"))
        for column in () if table.has_subtotals else typed:
            printed, expected = _text(cells[column].value), table.sums.get(column, Decimal(0))
            try:
                is_sum = parse_value(printed, self._measure) == expected
            except InvalidValue:
                is_sum = False
            if not is_sum:
                where = f"{table.sheet}!{cells[column].coordinate}"
                self.left_aside.append(LeftAside(where, printed, "total-differs", (str(expected),)))

    def _value(
        self, table: _Table, row: int, column: int, cell: AnyCell, formula: AnyCell
    ) -> Decimal | None:
        """The number in a cell; None where it is blank or, being refused, is in `bad`."""
        if formula.data_type == "f" and cell.value is None:  # never computed by any program
            self._refuse(table, row, column, str(formula.value), Reason.NOT_A_NUMBER)
            return None
        text = _text(cell.value)
        if text in _BLANKS:
            return None
        is_number_or_text = isinstance(cell.value, int | float | str | None)
        if isinstance(cell.value, bool) or not is_number_or_text:
            self._refuse(table, row, column, text, Reason.NOT_A_NUMBER)
            return None
        try:
            return parse_value(text, self._measure)
        except InvalidValue as error:
            self._refuse(table, row, column, text, error.reason)
            return None

    def _take(
        self, facility: Facility, target: Column, value: Decimal, where: str, remark: str
    ) -> None:
        allocation_key = (self._plan.id, facility.id, BEDS, *target)
        before = self._county.allocation(*allocation_key)
        note = remark or ("" if before is None else before.note)
        if before is not None and before.value == value:
            after = replace(before, note=note)
        else:
            source = f"{self._source} {where}"
            after = Allocation(*allocation_key, value, Origin.IMPORTED, source, note)
        change = cell_change(self._county, allocation_key, after)
        if change is None:
            self.unchanged += 1
        else:
            self.changes.append(change)

    def _refuse(self, table: _Table, row: int, column: int, value: str, reason: Reason) -> None:
        letter = get_column_letter(column + 1)
        self.bad.append(BadCell(table.sheet, row, letter, value, reason))


class _Table:
    """A table being read: its heading, and what its rows came to."""

    def __init__(self, sheet: str, row: int, heading: SheetHeading) -> None:
        self.sheet, self.row, self.heading = sheet, row, heading
        self.rows = 0
        self.sums: dict[int, Decimal] = {}
        self.has_subtotals = False


def _text(value: object) -> str:
    """A cell's value as a person would type it."""
    return "" if value is None else str(value).strip()
