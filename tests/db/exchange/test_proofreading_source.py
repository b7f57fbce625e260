"""The same plan as text, as a Word document and as a workbook: proofreading finds the same."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from db.exchange.proofreading_source import read_for_proofreading
from models.discrepancy import Discrepancy
from models.errors import BadCells, FileError, FileProblem
from models.proofreading import proofread
from models.proofreading_totals import unchecked
from tests.db.exchange.plan_writers import (
    WRITERS,
    Block,
    told,
    write_word,
    write_workbook,
)

INDICATORS = [
    ["类别", "序号", "指标", "2020年实际值", "2025年目标值", "指标性质"],
    ["资源", "1", "每千人口医疗卫生机构床位数（张）", "6.20", "7.0", "预期性"],
    ["", "3", "每千人口注册护士数（人）", "3.1", "3.8", "预期性"],  # 2 is left out
]
LAYOUT = [
    ["序号", "机构名称", "现有编制床位（张）", "实有床位（张）", "2025年规划编制床位（张）"],
    ["1", "丙县人民医院", "400", "410", "450"],
    ["2", "丙县中医医院", "120", "100", "150"],
    ["合计", "510", "510", "600"],  # 400 + 120 = 520
]
EQUIPMENT = [
    ["区域", "CT", "DSA"],
    ["", "2020年配置", "2025年规划", "2020年配置", "2025年规划"],
    ["丙县人民院", "1", "2", "", "1"],  # 人民医院
    ["丙县中医医院", "1", "1", "", ""],
]
PLAN: list[Block] = [
    "甲省乙市丙县卫生健康“十四五”规划",
    "第一章 发展目标",
    "到2025年，每千人口医疗卫生机构床位数达到7.5张。",  # the table says 7.0
    "专栏1 丙县卫生健康发展指标",
    INDICATORS,
    "第二章 资源布局",
    "专栏2 丙县公立医院布局",
    LAYOUT,
    "专栏3 丙县设备配置",
    EQUIPMENT,
    "第四章 组织实施",  # there is no third
]
FOUND = [
    "total-differs",
    "number-skipped",
    "name-differs",
    "targets-differ",
    "number-skipped",
]


def found_in(folder: Path, ending: str, blocks: Sequence[Block]) -> list[Discrepancy]:
    path = folder / f"plan.{ending}"
    WRITERS[ending](path, blocks)
    return proofread(*read_for_proofreading(path))


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_is_found_in_text_document_and_workbook(ending: str, tmp_path: Path) -> None:
    found = found_in(tmp_path, ending, PLAN)
    assert [one.kind for one in found] == FOUND
    assert told(found) == told(found_in(tmp_path, "txt", PLAN))


def test_places_of_a_document_are_its_tables_and_its_paragraphs(tmp_path: Path) -> None:
    assert [one.places for one in found_in(tmp_path, "docx", PLAN)] == [
        ("专栏2 合计", "专栏2 第1—2行"),
        ("专栏1 第1行", "专栏1 第2行"),
        ("专栏3 第1行", "专栏2 第1行"),
        ("正文第3段", "专栏1 第1行"),
        ("正文第5段", "正文第8段"),
    ]


def test_places_of_a_workbook_are_its_own_cells(tmp_path: Path) -> None:
    assert [one.places for one in found_in(tmp_path, "xlsx", PLAN)] == [
        ("Sheet1!A5", "Sheet1!A3:A4"),
        ("Sheet!A3", "Sheet!B4"),
        ("Sheet2!A4", "Sheet1!A3"),
        ("正文!A3", "Sheet!A3"),
        ("正文!A4", "正文!A5"),
    ]


def test_a_total_left_unchecked_is_placed_by_the_workbook_too(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_workbook(path, [*PLAN[:7], LAYOUT[:3]])
    published, _ = read_for_proofreading(path)
    assert {(one.places, one.reason) for one in unchecked(published)} == {
        (("Sheet1!A3:A4",), "no-total")
    }


def test_a_frame_of_one_cell_holds_running_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    document = Document()
    document.add_paragraph("丙县卫生健康“十四五”规划")
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = "1.建设县人民医院。"
    frame.add_paragraph("3.建设县中医医院。")
    document.add_paragraph("专栏2 丙县公立医院布局")
    document.save(str(path))
    both = tmp_path / "both.docx"
    write_word(both, PLAN)
    whole = Document(str(both))
    whole.add_paragraph("专栏4 重点项目")
    whole.element.body.append(document.element.body.find("{*}tbl"))
    whole.save(str(both))
    published, prose = read_for_proofreading(both)
    assert [text for _, text in prose][-2:] == ["1.建设县人民医院。", "3.建设县中医医院。"]
    (_, skipped) = proofread(published, prose)[-2:]
    assert skipped.places == ("正文第10段", "正文第11段")


def test_tables_of_one_sheet_are_parted_by_empty_rows_and_named_apart(tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "布局"
    wrong = [["1", "丁县第二医院", "10", "10", "20"], ["合计", "", "11", "10", "20"]]
    for row in (["填报单位：丁县", "", "单位：张"], *LAYOUT[:1], *wrong, [], *LAYOUT[:1], *wrong):
        sheet.append(row)
    sheet["B7"] = "丁县第三医院"
    book.save(path)
    found = proofread(*read_for_proofreading(path))
    assert [one.places for one in found] == [("布局!A4", "布局!A3"), ("布局!A8", "布局!A7")]


def test_words_across_a_table_and_notes_are_no_rows_of_it(tmp_path: Path) -> None:
    path = tmp_path / "tables.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    right = [["合计", "", "520", "510", "600"], ["注：床位以编制计"]]
    for row in (LAYOUT[0], ["一、县级"], LAYOUT[1], LAYOUT[2], *right):
        sheet.append(row)
    sheet.merge_cells("A2:E2")
    book.save(path)
    published, prose = read_for_proofreading(path)
    assert [row.name for row in published.layouts[0].rows] == ["丙县人民医院", "丙县中医医院"]
    assert [text for _, text in prose] == ["一、县级", "注：床位以编制计"]
    assert proofread(published, prose) == []


def test_numbers_of_a_workbook_are_read_as_it_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "indicators.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (INDICATORS[0], ["", 1, "甲率", 0.98538, 0.95, "预期性"]):
        sheet.append(row)
    sheet.append(["", 2, "每千人口床位数", 6.153846, 7, "预期性"])
    sheet["D2"].number_format = sheet["E2"].number_format = "0.0%"
    sheet["D3"].number_format = "0.00"
    book.save(path)
    rows = read_for_proofreading(path)[0].indicators.rows
    assert [(row.baseline, row.target) for row in rows] == [("98.5%", "95.0%"), ("6.15", "7")]


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_file_that_cannot_be_read_is_refused_by_name(ending: str, tmp_path: Path) -> None:
    def problem(name: str, content: bytes | None) -> tuple[FileProblem, str]:
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(FileError) as refused:
            read_for_proofreading(path)
        assert refused.value.path == path
        return refused.value.problem, refused.value.detail

    assert problem(f"none.{ending}", None)[0] is FileProblem.MISSING
    assert problem(f"torn.{ending}", b"PK\x03\x04torn")[0] is FileProblem.DAMAGED
    assert problem(f"text.{ending}", b"text")[0] is FileProblem.UNKNOWN_FORMAT
    old = bytes.fromhex("d0cf11e0a1b11ae1")
    assert problem(f"old.{ending}", old)[0] is FileProblem.UNKNOWN_FORMAT
    assert problem("plan.pdf", b"%PDF")[0] is FileProblem.UNKNOWN_FORMAT
    empty = BytesIO()
    if ending == "docx":
        Document().save(empty)
    else:
        Workbook().save(empty)
    assert problem(f"empty.{ending}", empty.getvalue()) == (
        FileProblem.NOTHING_RECOGNISED,
        "tables",
    )


def test_cells_that_cannot_be_are_refused_with_their_place(tmp_path: Path) -> None:
    bad = [LAYOUT[0], ["1", "丙县人民医院", "四百", "410", "450"]]
    path = tmp_path / "plan.docx"
    write_word(path, ["丙县卫生“十四五”规划", "专栏2 丙县公立医院布局", bad])
    with pytest.raises(BadCells) as refused:
        read_for_proofreading(path)
    (cell,) = refused.value.cells
    assert (cell.row, cell.column, cell.value) == (1, "现有编制床位（张）", "四百")


def test_what_matters_to_the_records_of_a_plan_only_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    twice = [LAYOUT[0], ["1", "丙县人民医院", "400", "410", "450"]]
    natureless = [INDICATORS[0], ["", "1", "甲率", "1", "2", ""]]
    blocks = ["丙县卫生“十四五”规划", "专栏1 指标", natureless]
    write_word(path, [*blocks, "专栏2 丙县公立医院布局", LAYOUT, "专栏3 丙县改造医院", twice])
    published, _ = read_for_proofreading(path)
    assert [len(layout.rows) for layout in published.layouts] == [2, 1]
    write_word(path, [*blocks, "专栏2 丙县公立医院布局", [*LAYOUT[:2], LAYOUT[1]]])
    with pytest.raises(BadCells):  # twice in one table
        read_for_proofreading(path)
