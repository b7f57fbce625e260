"""Documents and workbooks as raw tables and lines of text."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from db.exchange.raw_documents import read_document
from db.exchange.raw_tables import RawDocument
from tests.db.exchange.plan_writers import Block, write_word, write_workbook

HEADING = ["区域", "CT", "DSA"]
YEARS = ["", "2020年", "2025年", "2020年", "2025年"]
ROW = ["甲县人民医院", "1", "2", "", "1"]
BLOCKS: list[Block] = ["甲县规划", "专栏3 设备", [HEADING, YEARS, ROW], "一、目标"]


def of_word(folder: Path, blocks: list[Block]) -> RawDocument:
    path = folder / "plan.docx"
    write_word(path, blocks)
    return read_document(path)


def test_a_document_gives_tables_and_text_in_order(tmp_path: Path) -> None:
    document = of_word(tmp_path, BLOCKS)
    (table,) = document.tables
    assert (table.table, table.title, table.line) == ("专栏3", "专栏3 设备", 3)
    # A heading over two columns is one cell of its row, as in a text.
    assert table.rows == (tuple(HEADING), tuple(YEARS), tuple(ROW))
    # 3 + 5 + 5 cells, one a line, stand between.
    assert document.prose == ((1, "甲县规划"), (2, "专栏3设备"), (16, "一、目标"))
    assert document.places["正文第16行"] == "正文第3段"


def test_empty_paragraphs_and_rows_are_passed_over(tmp_path: Path) -> None:
    blank = ["", "", "", "", ""]
    document = of_word(tmp_path, ["", "甲县规划", "", [HEADING, YEARS, blank, ROW]])
    (table,) = document.tables
    assert (table.position, table.title) == ("表格1", "")
    assert table.rows[2:] == (tuple(ROW),)
    assert table.gaps == {2}
    assert document.places == {"正文第1行": "正文第1段"}


def test_what_was_inserted_under_revision_is_read_and_what_was_deleted_is_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.docx"
    document = Document()
    paragraph = document.add_paragraph("一、")
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>新建</w:t></w:r></w:ins>')
    )
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>')
    )
    paragraph.add_run("医院\n二、扩建")
    document.save(str(path))
    assert [text for _, text in read_document(path).prose] == ["一、新建医院", "二、扩建"]


def test_a_sheet_gives_its_tables_below_their_captions_and_its_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_workbook(path, BLOCKS)
    document = read_document(path)
    (table,) = document.tables
    assert table.title == "专栏3 设备"
    assert table.rows == (tuple(HEADING), tuple(YEARS), tuple(ROW))
    assert table.row_places == ("Sheet!A2", "Sheet!B3", "Sheet!A4")
    assert [text for _, text in document.prose] == ["甲县规划", "一、目标", "专栏3设备"]
    assert set(document.places.values()) == {"正文!A1", "正文!A2", "Sheet!A1"}


def test_a_table_that_stands_apart_on_its_sheet(tmp_path: Path) -> None:
    """Text over it and below it, one table wider than the other, a heading merged downwards."""
    path = tmp_path / "plan.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "设备"
    sheet["C2"] = "填报单位：甲县"
    sheet["D2"] = "单位：台"
    for column, (upper, lower) in enumerate(zip(["区域", "CT", ""], YEARS[:3], strict=True), 3):
        sheet.cell(3, column, upper or None)
        sheet.cell(4, column, lower or None)
        sheet.cell(5, column, ROW[column - 3])
    sheet.merge_cells("C3:C4")
    sheet.merge_cells("D3:E3")
    sheet["C6"] = "注：截至年底"
    for column, text in enumerate(("A", "B", "C", "D", "E"), 3):
        sheet.cell(8, column, text)
    book.save(path)
    document = read_document(path)
    first, second = document.tables
    assert first.rows == (("区域", "CT"), ("", "2020年", "2025年"), ("甲县人民医院", "1", "2"))
    assert first.position == "设备"
    assert second.rows == (("A", "B", "C", "D", "E"),)
    assert second.position == "设备!C8"
    assert [text for _, text in document.prose] == ["填报单位：甲县单位：台", "注：截至年底"]
