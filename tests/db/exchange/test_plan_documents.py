"""What leaves the program says the same in all formats: every figure is read back and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.catalogue import load_catalogue
from db.exchange.plan_documents import document_bytes
from db.samples import sample_records
from models.catalogue import Language
from models.county import County
from models.figures import BLANK, MINUS
from models.layout import Layout
from models.plan_document import PaperFormat, PlanDocument, PlanTable, joined_runs
from models.plan_tables import has_figures, layout_plan_tables
from models.report_tables import summary_table

CATALOGUE = load_catalogue()
DAY = date(2026, 11, 25)
SAMPLES = ["dazu", "yanjiang", "wushan"]
NUMBER = re.compile(rf"[+{MINUS}]?\d+(?:\.\d+)?")


def document(sample: str) -> PlanDocument:
    county = County(sample_records(sample))
    (plan,) = county.plans
    unused = Layout.THREE_COLUMN if sample == "yanjiang" else Layout.ONE_COLUMN
    tables = [
        table
        for layout in Layout
        if layout is not unused and has_figures(county, plan, layout, CATALOGUE)
        for table in layout_plan_tables(county, plan, layout, CATALOGUE, Language.ZH)
    ]
    if county.facilities:
        tables.append(summary_table(county, plan, CATALOGUE, Language.ZH))
    return PlanDocument(plan.title, plan.name, Language.ZH, tuple(tables))


def printed_rows(table: PlanTable) -> list[list[str]]:
    """The texts of each row; in a joined cell only the first of its rows."""
    rows = [table.texts(row) for row in table.rows]
    for start, count in joined_runs(table):
        for row in rows[start + 1 : start + count]:
            row[table.joined or 0] = ""
    return rows


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_word_document_holds_every_cell(sample: str) -> None:
    written = document(sample)
    word = Document(BytesIO(document_bytes(written, PaperFormat.DOCX, DAY)))
    assert len(word.tables) == len(written.tables)
    for table, found in zip(written.tables, word.tables, strict=True):
        rows = found._tbl.tr_lst[1 + table.has_two_headings :]
        texts = [["\n".join(p.text for p in cell.p_lst) for cell in row.tc_lst] for row in rows]
        assert texts == printed_rows(table)


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_pdf_holds_every_figure_row_by_row(sample: str) -> None:
    written = document(sample)
    with pypdfium2.PdfDocument(document_bytes(written, PaperFormat.PDF, DAY)) as pdf:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    figures = NUMBER.findall(text)
    place = 0
    for table in written.tables:
        for row in printed_rows(table):
            wanted = [figure for cell in row for figure in NUMBER.findall(cell)]
            place = place_of(wanted, figures, place)


def place_of(wanted: list[str], figures: list[str], first: int) -> int:
    """Where the figures of a row end, that stand side by side somewhere from `first` on."""
    for place in range(first, len(figures) - len(wanted) + 1):
        if figures[place : place + len(wanted)] == wanted:
            return place + len(wanted)
    raise AssertionError(f"{wanted} not in {figures[first : first + 60]}")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_workbook_holds_every_figure_and_its_totals_come_to_it(sample: str) -> None:
    written = document(sample)
    book = load_workbook(BytesIO(document_bytes(written, PaperFormat.XLSX, DAY)))
    assert book.sheetnames == [table.name for table in written.tables]
    for table in written.tables:
        sheet = book[table.name]
        first = 4 + table.has_two_headings
        for number, row in enumerate(printed_rows(table), first):
            shown = [cell_value(book, sheet, number, i + 1) for i in range(len(row))]
            assert [as_value(text) for text in row] == shown, (table.name, number)


def as_value(text: str) -> object:
    """A printed cell as the workbook keeps it: a number, a text, or nothing."""
    if text in ("", BLANK):
        return None
    try:
        return Decimal(text.replace(MINUS, "-"))
    except ArithmeticError:
        return text


def cell_value(book: Workbook, sheet: Worksheet, row: int, column: int) -> object:
    """What a program that reckons would show in a cell."""
    value = sheet.cell(row, column).value
    if isinstance(value, str) and value.startswith("="):
        return reckoned(book, sheet, value)
    if isinstance(value, str):
        return as_value(value)  # 78.09 of a printed indicator is a text
    return None if value is None else Decimal(str(value))


def reckoned(book: Workbook, sheet: Worksheet, formula: str) -> object:
    """The formulas that Weigui writes: SUM, N()+N(), a reference, and a blank where none is."""
    if reference := re.fullmatch(r"='(.+)'!([A-Z]+)(\d+)", formula):
        other = book[reference[1]]
        cell = other[f"{reference[2]}{reference[3]}"]
        return cell_value(book, other, cell.row, cell.column)
    found = [value for value in summed(book, sheet, formula) if isinstance(value, Decimal)]
    return sum(found, Decimal()) if found else None


def summed(book: Workbook, sheet: Worksheet, formula: str) -> Iterator[object]:
    areas = re.findall(r"SUM\(([A-Z]+\d+:[A-Z]+\d+)\)", formula) or re.findall(
        r"N\(([A-Z]+\d+)\)", formula
    )
    assert areas, formula
    for area in areas:
        cells = sheet[area] if ":" in area else ((sheet[area],),)
        for (cell,) in cells:
            yield cell_value(book, sheet, cell.row, cell.column)
