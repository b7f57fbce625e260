"""Writes the allocation table as a workbook (.xlsx) in a published layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.sheet_heading import columns_of, heading_texts
from db.exchange.writing import write_whole
from db.exchange.xlsx_plan_tables import PlanTableWriter
from db.exchange.xlsx_sheet import (
    BODY,
    FILL,
    GRID,
    HEAD,
    HEADING_ROW,
    Column,
    Value,
    Words,
    county_name,
    new_book,
    plan_line,
    say,
    start_sheet,
    wide,
    write_cell,
)
from models.catalogue import Catalogue, Language
from models.county import County
from models.facility import Facility
from models.layout import BED_LAYOUTS, AllocationTable, Layout, group_rows, layout_tables
from models.plan import Plan

BEDS = "beds"
_NAME_WIDTH = 43
_ROW_HEIGHT = 19  # points
_NAMES = {
    AllocationTable.PUBLIC_HOSPITALS: ("公立医院", "Public hospitals"),
    AllocationTable.PRIMARY_CARE: ("基层医疗机构", "Primary care"),
    AllocationTable.OTHERS: ("其他医疗卫生机构", "Other facilities"),
    AllocationTable.ALL: ("医疗机构", "Facilities"),
}
_TOTAL = ("合计", "Total")
_SUBTOTAL = ("{}小计", "{}, subtotal")
_COUNTY_TOTAL = ("编制床位合计", "County total")


def write_allocation_workbook(
    path: Path,
    county: County,
    plan: Plan,
    layout: Layout,
    catalogue: Catalogue,
    language: Language,
) -> None:
    """Write a table of the plan in a published layout, closed (projects: opened) by its sum.

    The layouts of beds have a sheet per table; where there are several, or rows for unnamed
    institutions, a last sheet adds them up to the county's total. Blank cells are empty, totals are
    formulas. Read again, the workbook changes nothing. Raises FileError.
    """
    workbook = new_book(plan)
    if layout in BED_LAYOUTS:
        book = _Book(workbook, county, plan, layout, catalogue, language)
        tables = layout_tables(county, layout)
        totals = [book.add_table(rows.table, rows.facilities) for rows in tables]
        groups = group_rows(county)
        if len(totals) != 1 or groups:
            book.add_county_total(totals, groups)
    else:
        PlanTableWriter(workbook, county, plan, catalogue, language).write(layout)
    content = BytesIO()
    workbook.save(content)
    write_whole(path, content.getvalue())


@dataclass(frozen=True)
class _TotalRow:
    """Where a table's total stands: for the sheet that adds the tables up."""

    name: str
    sheet: str
    row: int


class _Book:
    def __init__(
        self,
        workbook: Workbook,
        county: County,
        plan: Plan,
        layout: Layout,
        catalogue: Catalogue,
        language: Language,
    ) -> None:
        self.workbook = workbook
        self._county, self._plan, self._layout = county, plan, layout
        self._catalogue, self._language = catalogue, language
        self._columns = columns_of(layout, plan)
        self._is_numbered = layout is Layout.THREE_COLUMN
        self._first_value = 3 if self._is_numbered else 2  # column number, from 1

    def add_table(self, table: AllocationTable, facilities: Sequence[Facility]) -> _TotalRow:
        """A sheet of facilities and their total."""
        name = self._say(_NAMES[table])
        sheet = self._sheet(name, name)
        for number, facility in enumerate(facilities, 1):
            self._facility_row(sheet, number, facility)
        row = self._close(sheet, [self._has_values(facilities, i) for i in self._indices()])
        return _TotalRow(name, sheet.title, row)

    def add_county_total(self, totals: Sequence[_TotalRow], groups: Sequence[Facility]) -> None:
        """A sheet of the tables' totals and of the rows for unnamed institutions."""
        name = self._say(_COUNTY_TOTAL)
        sheet = self._sheet(name, name)
        for number, total in enumerate(totals, 1):
            letters = [get_column_letter(self._first_value + i) for i in self._indices()]
            references = [f"='{total.sheet}'!{letter}{total.row}" for letter in letters]
            self._row(sheet, number, self._say(_SUBTOTAL).format(total.name), references)
        for number, facility in enumerate(groups, len(totals) + 1):
            self._facility_row(sheet, number, facility)
        everyone = self._county.facilities
        self._close(sheet, [self._has_values(everyone, i) for i in self._indices()])

    def _sheet(self, name: str, table: str) -> Worksheet:
        """A sheet with title, plan, heading and print set-up."""
        headings = heading_texts(self._layout, self._plan, self._language)
        columns = [Column(text, self._width(n, text)) for n, text in enumerate(headings, 1)]
        line = plan_line(self._plan, self._catalogue, self._language)
        words = Words(name, self._title(table), line, self._language)
        return start_sheet(self.workbook, words, columns, self._first_value - 1)

    def _title(self, table: str) -> str:
        plan, county = self._plan, county_name(self._county, self._language)
        years = f"{plan.baseline_year + 1}—{plan.target_year}"
        if self._language is Language.ZH:
            what = "布局" if self._layout is Layout.THREE_COLUMN else "编制床位配置表"
            what = "" if table == _COUNTY_TOTAL[0] else what
            return f"{county}{table}{what}（{years}年）"
        return f"{county} {table}: authorised beds ({years})".strip()

    def _facility_row(self, sheet: Worksheet, number: int, facility: Facility) -> None:
        found = [
            self._county.allocation(self._plan.id, facility.id, BEDS, basis, year)
            for basis, year in self._columns
        ]
        note = "" if found[-1] is None else found[-1].note
        values: list[Value] = [None if a is None else a.value for a in found]
        self._row(sheet, number, facility.name, values, note)

    def _row(
        self,
        sheet: Worksheet,
        number: int | None,
        name: str,
        values: Sequence[Value],
        note: str = "",
    ) -> int:
        """Append a row; its number on the sheet."""
        row = sheet.max_row + 1
        cells: list[Value] = [name, *values]
        cells = [number, *cells] if self._is_numbered else [*cells, note or None]
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            is_figure = 0 <= column - self._first_value < len(self._columns)
            side = "right" if is_figure else "center" if value is number else "left"
            write_cell(cell, value, BODY, side, is_formula=is_figure)
            cell.border = GRID
        if wide(name) < _NAME_WIDTH:  # else as high as the name's lines need
            sheet.row_dimensions[row].height = _ROW_HEIGHT
        return row

    def _close(self, sheet: Worksheet, filled: Sequence[bool]) -> int:
        """Append the total of all rows; a column that has no value at all has an empty one."""
        first, last = HEADING_ROW + 1, sheet.max_row
        formulas: list[Value] = []
        for i in self._indices():
            letter = get_column_letter(self._first_value + i)
            cells = f"{letter}{first}:{letter}{last}"
            is_sum = f"SUM({cells})"
            formula = f"={is_sum}" if filled[i] else f'=IF(COUNT({cells})=0,"",{is_sum})'
            formulas.append(formula if last >= first else None)
        row = self._row(sheet, None, self._say(_TOTAL), formulas)
        for cell in sheet[row]:
            cell.font, cell.fill = HEAD, FILL
        return row

    def _has_values(self, facilities: Sequence[Facility], index: int) -> bool:
        column = self._county.column(self._plan.id, BEDS, *self._columns[index])
        return any(facility.id in column for facility in facilities)

    def _indices(self) -> range:
        return range(len(self._columns))

    def _width(self, column: int, heading: str) -> float:
        """In characters; a Chinese one is two wide."""
        if column == self._first_value - 1:
            return _NAME_WIDTH
        return 6 if self._is_numbered and column == 1 else max(wide(heading) + 2, 16)

    def _say(self, words: tuple[str, str]) -> str:
        return say(words, self._language)
