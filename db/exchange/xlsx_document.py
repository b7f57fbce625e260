"""Tables of a plan as a workbook, a sheet each; totals are formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.xlsx_sheet import (
    Column,
    Words,
    append_note,
    append_row,
    new_book,
    start_sheet,
)
from models.plan_document import (
    Kind,
    PlanDocument,
    PlanTable,
    TableColumn,
    TableRow,
    Value,
    joined_runs,
)

_FORMATS = {Kind.RATE: "0.00", Kind.CHANGE: "+0;\u22120;0"}
_MONEY_FORMAT = "#,##0.####"
_WHOLE_MONEY_FORMAT = "#,##0"


def document_workbook(document: PlanDocument) -> bytes:
    """The workbook, with the document's subtitle under the title of each sheet."""
    book = new_book(document.title, document.author)
    places: dict[str, tuple[PlanTable, int]] = {}
    for table in document.tables:
        places[table.name] = (table, _write_table(book, document, table, places))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _write_table(
    book: Workbook,
    document: PlanDocument,
    table: PlanTable,
    places: dict[str, tuple[PlanTable, int]],
) -> int:
    """Write a sheet; the number of its first row under the heading.

    `places` tells that of each table written before.
    """
    columns = [
        Column(c.heading, c.width, c.side, _number_format(c, i, table), c.above)
        for i, c in enumerate(table.columns)
    ]
    words = Words(table.name, table.title, document.subtitle, document.language)
    sheet = start_sheet(book, words, columns, table.heads, landscape=table.landscape)
    first = sheet.max_row + 1
    for row in table.rows:
        formulas = _formulas(table, row, first, places)
        values = [formulas.get(i, value) for i, value in enumerate(row.cells)]
        at = append_row(sheet, columns, values, is_total=row.is_total, formulas=formulas)
        if row.is_part and table.joined is not None:
            name = sheet.cell(at, table.heads)
            name.alignment = Alignment(
                horizontal="left", vertical="center", indent=2, wrap_text=True
            )
    _join(sheet, table, first)
    for text in (*table.notes, *table.signatures):
        append_note(sheet, len(columns), text)
    return first


def _number_format(column: TableColumn, index: int, table: PlanTable) -> str:
    numbers = [row.cells[index] for row in table.rows]
    is_whole = all(n == n.to_integral_value() for n in numbers if isinstance(n, Decimal))
    if column.kind is Kind.MONEY:
        return _WHOLE_MONEY_FORMAT if is_whole else _MONEY_FORMAT
    return _FORMATS.get(column.kind, "0" if is_whole else "General")


def _formulas(
    table: PlanTable, row: TableRow, first: int, places: dict[str, tuple[PlanTable, int]]
) -> dict[int, Value]:
    """What stands in the columns (from 0) whose figure is summed or repeated there."""
    found: dict[int, Value] = {}
    for i, column in enumerate(table.columns):
        letter = get_column_letter(i + 1)
        if not column.kind.is_summed:
            continue
        if row.repeats:
            other, start = places[row.repeats]
            found[i] = f"='{other.name}'!{letter}{start + len(other.rows) - 1}"
        elif row.sums:
            found[i] = _sum_formula(letter, [first + at for at in row.sums], row.cells[i])
    return found


def _sum_formula(letter: str, rows: Sequence[int], total: Value) -> Value:
    """The formula that adds up rows; that of a blank total stays blank until there is a number."""
    if rows[-1] - rows[0] + 1 != len(rows):
        return None if total is None else "=" + "+".join(f"N({letter}{row})" for row in rows)
    cells = f"{letter}{rows[0]}:{letter}{rows[-1]}"
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))' if total is None else f"=SUM({cells})"


def _join(sheet: Worksheet, table: PlanTable, first: int) -> None:
    """Merge the cells of neighbouring rows that say the same."""
    if table.joined is None:
        return
    column = table.joined + 1
    for start, count in joined_runs(table):
        for row in range(first + start + 1, first + start + count):
            sheet.cell(row, column).value = None
        sheet.merge_cells(
            start_row=first + start, end_row=first + start + count - 1, start_column=column,
            end_column=column,
        )  # fmt: skip
