"""Writes the allocation table as a workbook (.xlsx) in a published layout."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.sheet_heading import columns_of, heading_texts
from db.exchange.writing import write_whole
from models.catalogue import Catalogue, Language
from models.county import County
from models.facility import Facility
from models.layout import AllocationTable, Layout, group_rows, layout_tables
from models.plan import Plan

BEDS = "beds"
_HEADING_ROW = 3
_NAME_WIDTH = 43
_ROW_HEIGHT = 19  # points
_TITLE = Font(name="黑体", size=16)
_HEAD = Font(name="黑体", size=11)
_BODY = Font(name="宋体", size=11)
_FILL = PatternFill("solid", fgColor="EEEEEE")
_EDGE = Side(style="thin", color="808080")
_GRID = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_NAMES = {
    AllocationTable.PUBLIC_HOSPITALS: ("公立医院", "Public hospitals"),
    AllocationTable.PRIMARY_CARE: ("基层医疗机构", "Primary care"),
    AllocationTable.OTHERS: ("其他医疗卫生机构", "Other facilities"),
    AllocationTable.ALL: ("医疗机构", "Facilities"),
}
_TOTAL = ("合计", "Total")
_SUBTOTAL = ("{}小计", "{}, subtotal")
_COUNTY_TOTAL = ("编制床位合计", "County total")

Value = str | int | Decimal | None
AnyCell = Cell | MergedCell


def write_allocation_workbook(
    path: Path,
    county: County,
    plan: Plan,
    layout: Layout,
    catalogue: Catalogue,
    language: Language,
) -> None:
    """Write the beds of every facility, a sheet per table of the layout, each closed by its sum.

    Where there are several tables, or rows for unnamed institutions, a last sheet adds them up to
    the county's total. Blank cells are empty, totals are formulas. Raises FileError.
    """
    book = _Book(county, plan, layout, catalogue, language)
    totals = [book.add_table(rows.table, rows.facilities) for rows in layout_tables(county, layout)]
    groups = group_rows(county)
    if len(totals) != 1 or groups:
        book.add_county_total(totals, groups)
    content = BytesIO()
    book.workbook.save(content)
    write_whole(path, content.getvalue())


@dataclass(frozen=True)
class _TotalRow:
    """Where a table's total stands: for the sheet that adds the tables up."""

    name: str
    sheet: str
    row: int


class _Book:
    def __init__(
        self, county: County, plan: Plan, layout: Layout, catalogue: Catalogue, language: Language
    ) -> None:
        self._county, self._plan, self._layout = county, plan, layout
        self._catalogue, self._language = catalogue, language
        self._columns = columns_of(layout, plan)
        self._is_numbered = layout is Layout.THREE_COLUMN
        self._first_value = 3 if self._is_numbered else 2  # column number, from 1
        self.workbook = Workbook()
        self.workbook.remove(self.workbook.worksheets[0])
        self.workbook.properties.creator = "Weigui"
        self.workbook.properties.title = plan.title or plan.name

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
        sheet: Worksheet = self.workbook.create_sheet(name)
        headings = heading_texts(self._layout, self._plan, self._language)
        for row, text, font in (
            (1, self._title(table), _TITLE),
            (2, self._subtitle(), _BODY),
        ):
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(headings))
            _write(sheet.cell(row, 1), text, font, "center")
        for column, text in enumerate(headings, 1):
            cell = sheet.cell(_HEADING_ROW, column)
            _write(cell, text, _HEAD, "center")
            cell.fill, cell.border = _FILL, _GRID
            sheet.column_dimensions[get_column_letter(column)].width = self._width(column, text)
        sheet.row_dimensions[1].height = 30
        sheet.row_dimensions[_HEADING_ROW].height = 34
        sheet.freeze_panes = f"{get_column_letter(self._first_value)}{_HEADING_ROW + 1}"
        _set_up_print(sheet, self._language)
        return sheet

    def _title(self, table: str) -> str:
        info, plan = self._county.info, self._plan
        years = f"{plan.baseline_year + 1}—{plan.target_year}"
        if self._language is Language.ZH:
            what = "布局" if self._layout is Layout.THREE_COLUMN else "编制床位配置表"
            what = "" if table == _COUNTY_TOTAL[0] else what
            return f"{info.name if info else ''}{table}{what}（{years}年）"
        county = (info.en or info.name) if info else ""
        return f"{county} {table}: authorised beds ({years})".strip()

    def _subtitle(self) -> str:
        plan = self._plan
        state = self._catalogue.word("plan-state", plan.state, self._language)
        return " ".join(part for part in (plan.name, plan.document_number, state) if part)

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
            _write(cell, value, _BODY, side, is_formula=is_figure)
            cell.border = _GRID
        if _wide(name) < _NAME_WIDTH:  # else as high as the name's lines need
            sheet.row_dimensions[row].height = _ROW_HEIGHT
        return row

    def _close(self, sheet: Worksheet, filled: Sequence[bool]) -> int:
        """Append the total of all rows; a column that has no value at all has an empty one."""
        first, last = _HEADING_ROW + 1, sheet.max_row
        formulas: list[Value] = []
        for i in self._indices():
            letter = get_column_letter(self._first_value + i)
            cells = f"{letter}{first}:{letter}{last}"
            is_sum = f"SUM({cells})"
            formula = f"={is_sum}" if filled[i] else f'=IF(COUNT({cells})=0,"",{is_sum})'
            formulas.append(formula if last >= first else None)
        row = self._row(sheet, None, self._say(_TOTAL), formulas)
        for cell in sheet[row]:
            cell.font, cell.fill = _HEAD, _FILL
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
        return 6 if self._is_numbered and column == 1 else max(_wide(heading) + 2, 16)

    def _say(self, words: tuple[str, str]) -> str:
        return words[0] if self._language is Language.ZH else words[1]


def _write(cell: AnyCell, value: Value, font: Font, side: str, *, is_formula: bool = False) -> None:
    """Put a value in a cell. A text that only looks like a formula (=, +, −, @) stays a text."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.value = value
    if isinstance(value, str) and not is_formula:
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    cell.font = font
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    if is_formula:
        cell.number_format = "0"


def _set_up_print(sheet: Worksheet, language: Language) -> None:
    """A4 upright, as wide as the page, title and heading on every page, pages numbered."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{_HEADING_ROW}"
    sheet.print_options.horizontalCentered = True
    zh = language is Language.ZH
    footer = "第 &P 页，共 &N 页" if zh else "Page &P of &N"
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(footer))


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
