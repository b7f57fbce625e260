"""A corpus of awkward workbooks, documents and texts, each with what is made of it.

The county has 人民医院 (h1), 中医医院 (h2), a name that begins with = (c1) and a group row; the
plan runs from 2020 to 2025. Each case says what is read as planned beds, or why it is refused.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from db.exchange.importing import read_table_problems
from models.catalogue import Catalogue
from models.county import County
from models.errors import FileError, FileProblem, Reason
from models.importing import Note
from models.measure import Allocation, Basis
from models.plan import Plan

HEAD = ("机构名称", "2025年规划床位")
BOTH = ("机构名称", "现有编制床位", "2025年规划床位")
Rows = Sequence[Sequence[object]]
Shape = Callable[[Workbook], object]


def planned(source: Path, county: County, plan: Plan, catalogue: Catalogue) -> tuple[dict, set]:
    found = read_table_problems(source, county, plan, catalogue)
    made = [c.after for c in found.reading.changes if isinstance(c.after, Allocation)]
    beds = {a.facility_id: int(a.value) for a in made if a.basis is Basis.PLANNED}
    return beds, {p.code for p in found.problems}


def check(
    source: Path, county: County, plan: Plan, catalogue: Catalogue,
    beds: dict[str, int], codes: set[Reason | Note],
) -> None:  # fmt: skip
    read, told = planned(source, county, plan, catalogue)
    assert told == codes
    if not any(isinstance(code, Reason) for code in codes):
        assert read == beds


CELLS: dict[str, tuple[object, dict[str, int], set[Reason | Note]]] = {
    "number": (12, {"h1": 12}, set()),
    "whole float": (12.0, {"h1": 12}, set()),
    "float noise": (12.000000000000002, {"h1": 12}, set()),
    "text": ("12", {"h1": 12}, {Note.NUMBER_AS_TEXT}),
    "apostrophe text": (" 12 ", {"h1": 12}, {Note.NUMBER_AS_TEXT}),
    "full width": ("１２０", {"h1": 120}, {Note.NUMBER_AS_TEXT, Note.FULL_WIDTH}),
    "thousands": ("1,200", {"h1": 1200}, {Note.NUMBER_AS_TEXT, Note.THOUSANDS}),
    "full-width thousands": (
        "１，２００", {"h1": 1200}, {Note.NUMBER_AS_TEXT, Note.FULL_WIDTH, Note.THOUSANDS},
    ),
    "unit": ("120张", {"h1": 120}, {Note.NUMBER_AS_TEXT, Note.UNIT_DROPPED}),
    "unit after space": ("120 张", {"h1": 120}, {Note.NUMBER_AS_TEXT, Note.UNIT_DROPPED}),
    "English unit": ("120 beds", {"h1": 120}, {Note.NUMBER_AS_TEXT, Note.UNIT_DROPPED}),
    "ideographic space": ("120\u3000", {"h1": 120}, {Note.NUMBER_AS_TEXT}),
    "no-break space": ("1\xa0200", {"h1": 1200}, {Note.NUMBER_AS_TEXT}),
    "zero": (0, {"h1": 0}, set()),
    "zero text": ("0", {"h1": 0}, {Note.NUMBER_AS_TEXT}),
    "blank": (None, {}, set()),
    "spaces": ("   ", {}, set()),
    "dash": ("—", {}, {Note.BLANK_MARK}),
    "double dash": ("——", {}, {Note.BLANK_MARK}),
    "hyphen": ("-", {}, {Note.BLANK_MARK}),
    "asterisk": ("*", {}, {Note.BLANK_MARK}),
    "slash": ("/", {}, {Note.BLANK_MARK}),
    "other unit": ("120个", {}, {Reason.OTHER_UNIT}),
    "ten thousand": ("1.2万", {}, {Reason.OTHER_UNIT}),
    "percent": ("12%", {}, {Reason.OTHER_UNIT}),
    "negative": (-1, {}, {Reason.NEGATIVE}),
    "negative text": ("-1", {}, {Reason.NEGATIVE}),
    "fraction": (99.5, {}, {Reason.NOT_WHOLE}),
    "fraction text": ("99.5", {}, {Reason.NOT_WHOLE}),
    "decimal comma": ("1,5", {}, {Reason.NOT_A_NUMBER}),
    "odd thousands": ("12,00", {}, {Reason.NOT_A_NUMBER}),
    "about": ("约100", {}, {Reason.NOT_A_NUMBER}),
    "at least": ("≥100", {}, {Reason.NOT_A_NUMBER}),
    "range": ("80-100", {}, {Reason.NOT_A_NUMBER}),
    "Chinese numeral": ("一百", {}, {Reason.NOT_A_NUMBER}),
    "truth value": (True, {}, {Reason.NOT_A_NUMBER}),
    "date": (datetime.date(2025, 1, 1), {}, {Reason.NOT_A_NUMBER}),
    "error text": ("#REF!", {}, {Reason.NOT_A_NUMBER}),
    "too large": (10**13, {}, {Reason.TOO_LARGE}),
    "formula never computed": ("=1+1", {}, {Reason.NO_RESULT}),
    "not a number": ("NaN", {}, {Reason.NOT_A_NUMBER}),
    "infinity": ("Infinity", {}, {Reason.NOT_A_NUMBER}),
    "two lines": ("12\n张", {"h1": 12}, {Note.NUMBER_AS_TEXT, Note.UNIT_DROPPED}),
}  # fmt: skip


@pytest.mark.parametrize("case", CELLS)
def test_a_cell_is_taken_told_or_refused(
    tmp_path: Path, empty_county: County, plan: Plan, catalogue: Catalogue, case: str
) -> None:
    value, beds, codes = CELLS[case]
    book = Workbook()
    book.worksheets[0].append(HEAD)
    book.worksheets[0].append(("人民医院", value))
    path = tmp_path / "a.xlsx"
    book.save(path)
    check(path, empty_county, plan, catalogue, beds, codes)


TABLES: dict[str, tuple[Rows, Shape | None, dict[str, int], set[Reason | Note]]] = {
    "title above": ([("某县床位",), (), HEAD, ("人民医院", 5)], None, {"h1": 5}, set()),
    "empty rows between": ([HEAD, (), ("人民医院", 5), (), ("中医医院", 6)], None,
                           {"h1": 5, "h2": 6}, set()),
    "another writing of a name": ([HEAD, ("大足区人民医院", 5)], None, {"h1": 5},
                                  {Note.NAME_TAKEN_FOR}),
    "spaces in a name": ([HEAD, ("人 民 医 院", 5)], None, {"h1": 5}, set()),
    "only alike": ([HEAD, ("人民总医院", 5)], None, {}, {Reason.UNKNOWN_FACILITY}),
    "unknown": ([HEAD, ("无名", 5)], None, {}, {Reason.UNKNOWN_FACILITY}),
    "no name": ([HEAD, (None, 5)], None, {}, {Reason.EMPTY}),
    "twice": ([HEAD, ("人民医院", 5), ("人民医院", 5)], None, {}, {Reason.DUPLICATE}),
    "column twice": ([(*HEAD, "规划床位数"), ("人民医院", 5, 5)], None, {}, {Reason.DUPLICATE}),
    "other year": ([("机构名称", "2030年规划床位"), ("人民医院", 5)], None, {},
                   {Reason.WRONG_YEAR}),
    "planned in the baseline year": ([("机构名称", "2020年规划床位"), ("人民医院", 5)], None, {},
                                     {Reason.WRONG_YEAR}),
    "total row": ([HEAD, ("人民医院", 5), ("合 计", 5)], None, {"h1": 5}, {Note.TOTAL_ROW}),
    "total formula": ([HEAD, ("人民医院", 5), ("合计", "=SUM(B2:B2)")], None, {"h1": 5},
                      {Note.TOTAL_ROW}),
    "hidden row": ([HEAD, ("人民医院", 5)],
                   lambda b: setattr(b.worksheets[0].row_dimensions[2], "hidden", True),
                   {"h1": 5}, {Note.HIDDEN_ROW}),
    "hidden sheet": ([HEAD, ("人民医院", 5)],
                     lambda b: (b.create_sheet("看"),
                                setattr(b.worksheets[0], "sheet_state", "hidden")),
                     {"h1": 5}, set()),
    "value merged over two facilities": ([HEAD, ("人民医院", 5), ("中医医院", None)],
                                         lambda b: b.worksheets[0].merge_cells("B2:B3"), {},
                                         {Reason.MERGED}),
    "value merged over two figures": ([BOTH, ("人民医院", 5, None)],
                                      lambda b: b.worksheets[0].merge_cells("B2:C2"), {},
                                      {Reason.MERGED}),
    "value merged with an empty cell": ([HEAD, ("人民医院", 5, None)],
                                        lambda b: b.worksheets[0].merge_cells("B2:C2"),
                                        {"h1": 5}, {Note.MERGED_CELLS}),
    "name merged over two rows": ([HEAD, ("人民医院", 5), (None, 6)],
                                  lambda b: b.worksheets[0].merge_cells("A2:A3"), {},
                                  {Reason.MERGED}),
    "two-row heading": ([("机构名称", "床位", None), (None, "现有编制", "2025年规划"),
                         ("人民医院", 4, 5)],
                        lambda b: (b.worksheets[0].merge_cells("B1:C1"),
                                   b.worksheets[0].merge_cells("A1:A2")),
                        {"h1": 5}, set()),
    "heading again further down": ([HEAD, ("人民医院", 5), HEAD, ("中医医院", 6)], None,
                                   {"h1": 5, "h2": 6}, set()),
    "begins in column C": ([], lambda b: [b.worksheets[0].cell(4 + r, 3 + c, v)
                                          for r, row in enumerate([HEAD, ("人民医院", 5)])
                                          for c, v in enumerate(row)],
                           {"h1": 5}, set()),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLES)
def test_a_workbook_is_taken_told_or_refused(
    tmp_path: Path, empty_county: County, plan: Plan, catalogue: Catalogue, case: str
) -> None:
    rows, shape, beds, codes = TABLES[case]
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(tuple(row))
    if shape is not None:
        shape(book)
    path = tmp_path / "a.xlsx"
    book.save(path)
    check(path, empty_county, plan, catalogue, beds, codes)


CSV: dict[str, tuple[bytes, dict[str, int], set[Reason | Note]]] = {
    "comma, UTF-8": ("机构名称,规划床位\n人民医院,5\n".encode(), {"h1": 5}, set()),
    "with byte-order mark": ("\ufeff机构名称,规划床位\n人民医院,5\n".encode(), {"h1": 5}, set()),
    "GB 18030": ("机构名称,规划床位\n人民医院,5\n".encode("gb18030"), {"h1": 5}, set()),
    "UTF-16": ("机构名称\t规划床位\n人民医院\t5\n".encode("utf-16"), {"h1": 5}, set()),
    "semicolon": ("机构名称;规划床位\r\n人民医院;5\r\n".encode(), {"h1": 5}, set()),
    "tab": ("机构名称\t规划床位\n人民医院\t5".encode(), {"h1": 5}, set()),
    "quoted thousands": ('机构名称,规划床位\n人民医院,"1,200"\n'.encode(), {"h1": 1200},
                         {Note.THOUSANDS}),
    "line break in a heading": ('机构名称,"规划\n床位"\n人民医院,5\n'.encode(), {"h1": 5}, set()),
    "sep line": ("sep=;\n机构名称;规划床位\n人民医院;5\n".encode(), {"h1": 5}, set()),
    "bad cell": ("机构名称,规划床位\n人民医院,五\n".encode(), {}, {Reason.NOT_A_NUMBER}),
}  # fmt: skip


@pytest.mark.parametrize("case", CSV)
def test_a_text_in_columns_is_taken_or_refused(
    tmp_path: Path, empty_county: County, plan: Plan, catalogue: Catalogue, case: str
) -> None:
    content, beds, codes = CSV[case]
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    check(path, empty_county, plan, catalogue, beds, codes)


def document(*tables: Rows) -> object:
    made = Document()
    made.add_paragraph("表1 床位")
    for rows in tables:
        table = made.add_table(len(rows), max(map(len, rows)))
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = str(text)
        made.add_paragraph("说明：以上为规划数，" + "详见正文。" * 20)
    return made


def test_a_document_is_read_table_by_table(
    tmp_path: Path, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    made = document([HEAD, ("人民医院", "5")], [("姓名", "电话")], [HEAD, ("中医医院", "６张")])
    made.save(str(tmp_path / "a.docx"))
    codes = {Note.FULL_WIDTH, Note.UNIT_DROPPED}
    check(tmp_path / "a.docx", empty_county, plan, catalogue, {"h1": 5, "h2": 6}, codes)
    found = read_table_problems(tmp_path / "a.docx", empty_county, plan, catalogue)
    assert [part.title for part in found.reading.recognised] == ["表1 床位", "表格3"]
    assert [part.reason for part in found.reading.left_aside] == ["unknown-table"]


def test_merged_cells_of_a_document_are_one_cell(
    tmp_path: Path, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    made = document(
        [("机构名称", "床位", ""), ("", "现有编制", "2025年规划"), ("人民医院", "4", "5"),
         ("合计", "4", "5")]
    )  # fmt: skip
    table = made.tables[0]
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    made.save(str(tmp_path / "a.docx"))
    check(tmp_path / "a.docx", empty_county, plan, catalogue, {"h1": 5}, {Note.TOTAL_ROW})


def test_a_value_merged_over_two_facilities_of_a_document_is_refused(
    tmp_path: Path, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    made = document([HEAD, ("人民医院", "5"), ("中医医院", "")])
    made.tables[0].cell(1, 1).merge(made.tables[0].cell(2, 1))
    made.save(str(tmp_path / "a.docx"))
    check(tmp_path / "a.docx", empty_county, plan, catalogue, {}, {Reason.MERGED})


FILES: dict[str, tuple[str, bytes, tuple[FileProblem, str]]] = {
    "old workbook": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
                     (FileProblem.UNKNOWN_FORMAT, "xls")),
    "old document": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
                     (FileProblem.UNKNOWN_FORMAT, "doc")),
    "document under a password": (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        (FileProblem.UNKNOWN_FORMAT, "encrypted"),
    ),
    "picture": ("a.png", b"\x89PNG", (FileProblem.UNKNOWN_FORMAT, "")),
    "workbook that is a CSV": ("a.xlsx", b"a,b\n", (FileProblem.UNKNOWN_FORMAT, "")),
    "empty workbook file": ("a.xlsx", b"", (FileProblem.UNKNOWN_FORMAT, "")),
    "cut document": ("a.docx", b"PK\x03\x04", (FileProblem.DAMAGED, "BadZipFile")),
    "CSV of bytes": ("a.csv", b"\0\1\2\xff", (FileProblem.UNKNOWN_FORMAT, "encoding")),
}  # fmt: skip


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue, case: str
) -> None:
    name, content, expected = FILES[case]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileError) as caught:
        read_table_problems(tmp_path / name, county, plan, catalogue)
    assert (caught.value.problem, caught.value.detail) == expected


def test_the_corpus_is_large_enough() -> None:
    assert len(CELLS) + len(TABLES) + len(CSV) + len(FILES) >= 60
