"""How a sheet of a printed table is made: title, heading, rows with borders, print set-up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from models.catalogue import Language
from models.plan_document import Value, wide

HEADING_ROW = 3
_TITLE = Font(name="黑体", size=16)
HEAD = Font(name="黑体", size=11)
BODY = Font(name="宋体", size=11)
FILL = PatternFill("solid", fgColor="EEEEEE")
_EDGE = Side(style="thin", color="808080")
GRID = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_PAPER_A4 = 9
_LINE_HEIGHT = 15  # points

AnyCell = Cell | MergedCell


@dataclass(frozen=True)
class Column:
    """A column: its heading (two lines where it stands under a common one), its width in
    characters (a Chinese one is two wide), where its cells are aligned and how numbers look."""

    heading: str
    width: float
    side: str = "left"
    number_format: str = "0"
    above: str = ""


@dataclass(frozen=True)
class Words:
    """What a sheet says beside its rows."""

    name: str
    title: str
    subtitle: str
    language: Language


def new_book(title: str, author: str = "") -> Workbook:
    """A workbook without sheets; the program stands for an author who is not given."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = author or "Weigui"
    book.properties.title = title
    return book


def start_sheet(
    book: Workbook, words: Words, columns: Sequence[Column], frozen: int, *, landscape: bool = False
) -> Worksheet:
    """A sheet with title, plan, heading and print set-up; the first `frozen` columns stay in view.

    Columns with the same text `above` stand under it, merged; the others' headings go over both
    rows of such a heading.
    """
    sheet: Worksheet = book.create_sheet(words.name)
    for row, text, font in ((1, words.title, _TITLE), (2, words.subtitle, BODY)):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
        write_cell(sheet.cell(row, 1), text, font, "center")
    last = _write_heading(sheet, columns)
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[1].height = 30
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{last + 1}"
    _set_up_print(sheet, words.language, last, landscape)
    return sheet


def _write_heading(sheet: Worksheet, columns: Sequence[Column]) -> int:
    has_two = any(column.above for column in columns)
    last = HEADING_ROW + has_two
    for number, column in enumerate(columns, 1):
        write_cell(sheet.cell(HEADING_ROW, number), column.above or column.heading, HEAD, "center")
        if column.above:
            write_cell(sheet.cell(last, number), column.heading, HEAD, "center")
        for row in range(HEADING_ROW, last + 1):
            cell = sheet.cell(row, number)
            cell.fill, cell.border = FILL, GRID
    number = 1
    while number <= len(columns) and has_two:
        above, end = columns[number - 1].above, number
        while above and end < len(columns) and columns[end].above == above:
            end += 1
        if end > number or not above:
            sheet.merge_cells(
                start_row=HEADING_ROW, end_row=HEADING_ROW if above else last,
                start_column=number, end_column=end,
            )  # fmt: skip
        number = end + 1
    for row in range(HEADING_ROW, last + 1):
        sheet.row_dimensions[row].height = 34
    return last


def append_row(
    sheet: Worksheet,
    columns: Sequence[Column],
    values: Sequence[Value],
    *,
    is_total: bool = False,
    formulas: Collection[int] = (),
) -> int:
    """Append a row; its number on the sheet. In columns `formulas` (from 0) a text is a formula."""
    row = sheet.max_row + 1
    for number, (column, value) in enumerate(zip(columns, values, strict=True), 1):
        cell = sheet.cell(row, number)
        is_formula = number - 1 in formulas and value is not None
        font = HEAD if is_total else BODY
        write_cell(cell, value, font, column.side, is_formula=is_formula)
        if is_formula or isinstance(value, int | Decimal):
            cell.number_format = column.number_format
        cell.border = GRID
        if is_total:
            cell.fill = FILL
    lines = max(
        _lines(value, column.width)
        for number, (column, value) in enumerate(zip(columns, values, strict=True))
        if number not in formulas
    )
    sheet.row_dimensions[row].height = 4 + _LINE_HEIGHT * lines
    return row


def _lines(value: Value, width: float) -> int:
    """How many lines a value takes in a column so wide; programs do not all find that out."""
    if not isinstance(value, str):
        return 1
    room = max(1, int(width) - 2)
    return sum(max(1, -(-wide(line) // room)) for line in value.split("\n"))


def append_note(sheet: Worksheet, width: int, text: str) -> None:
    """A line under the table, over its whole width."""
    row = sheet.max_row + 1
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    write_cell(sheet.cell(row, 1), text, BODY, "left")
    letters = [get_column_letter(number) for number in range(1, width + 1)]
    total = sum(sheet.column_dimensions[letter].width for letter in letters)
    sheet.row_dimensions[row].height = 4 + _LINE_HEIGHT * _lines(text, total)


def write_cell(
    cell: AnyCell, value: Value, font: Font, side: str, *, is_formula: bool = False
) -> None:
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


def _set_up_print(sheet: Worksheet, language: Language, last: int, landscape: bool) -> None:
    """A4, as wide as the page, title and heading on every page, pages numbered."""
    sheet.page_setup.paperSize = _PAPER_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{last}"
    sheet.print_options.horizontalCentered = True
    footer = "第 &P 页，共 &N 页" if language is Language.ZH else "Page &P of &N"
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(footer))
