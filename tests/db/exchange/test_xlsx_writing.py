from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.exchange.xlsx import write_allocation_workbook
from models.catalogue import Catalogue, Language
from models.county import County
from models.errors import FileError, FileProblem
from models.layout import Layout
from models.plan import Plan


def written(
    folder: Path,
    county: County,
    plan: Plan,
    catalogue: Catalogue,
    layout: Layout = Layout.THREE_COLUMN,
    language: Language = Language.ZH,
) -> Workbook:
    path = folder / "床位.xlsx"
    write_allocation_workbook(path, county, plan, layout, catalogue, language)
    return load_workbook(path)


def rows(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(min_row=3, values_only=True))


def test_three_columns_stand_as_published(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    book = written(tmp_path, county, plan, catalogue)
    assert book.sheetnames == ["公立医院", "基层医疗机构", "编制床位合计"]
    assert book["公立医院"]["A1"].value == "大足区公立医院布局（2021—2025年）"
    assert rows(book["公立医院"]) == [
        (
            "序号",
            "机构名称",
            "现有编制床位（张）",
            "实有床位（张）",
            "2025年规划编制床位（张）",
        ),
        (1, "人民医院", 1200, 1333, 1200),
        (2, "中医医院", 400, None, 499),
        (None, "合计", "=SUM(C4:C5)", "=SUM(D4:D5)", "=SUM(E4:E5)"),
    ]


def test_county_total_adds_tables_and_unnamed_institutions(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    book = written(tmp_path, county, plan, catalogue)
    assert rows(book["编制床位合计"])[1:] == [
        (1, "公立医院小计", "='公立医院'!C6", "='公立医院'!D6", "='公立医院'!E6"),
        (2, "基层医疗机构小计", "='基层医疗机构'!C5", "='基层医疗机构'!D5", "='基层医疗机构'!E5"),
        (3, "社会办医院（未列名机构合计）", 1285, None, 1285),
        (None, "合计", "=SUM(C4:C6)", "=SUM(D4:D6)", "=SUM(E4:E6)"),
    ]


def test_one_column_stands_as_published(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    book = written(tmp_path, county, plan, catalogue, Layout.ONE_COLUMN)
    assert rows(book["医疗机构"]) == [
        ("医疗机构", "2025年编制床位配置目标（张）", "备注"),
        ("人民医院", 1200, None),
        ("中医医院", 499, None),
        ("=龙岗中心卫生院（社区卫生服务中心）", 99, None),
        ("合计", "=SUM(B4:B6)", None),
    ]


def test_zero_is_a_number_and_blank_is_empty(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    book = written(tmp_path, county, plan, catalogue)
    assert (book["基层医疗机构"]["C4"].value, book["基层医疗机构"]["C4"].data_type) == (0, "n")
    assert book["公立医院"]["D5"].value is None


def test_total_of_a_blank_column_is_blank(
    tmp_path: Path, empty_county: County, plan: Plan, catalogue: Catalogue
) -> None:
    book = written(tmp_path, empty_county, plan, catalogue)
    assert book["公立医院"]["C6"].value == '=IF(COUNT(C4:C5)=0,"",SUM(C4:C5))'


def test_a_name_that_looks_like_a_formula_stays_a_text(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    cell = written(tmp_path, county, plan, catalogue)["基层医疗机构"]["B4"]
    assert cell.value == "=龙岗中心卫生院（社区卫生服务中心）"
    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", True)


def test_sheets_are_set_up_for_print(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    for sheet in written(tmp_path, county, plan, catalogue):
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$3"
        assert sheet.freeze_panes == "C4"
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
        assert sheet["A3"].font.name == "黑体"
        assert sheet["B4"].font.name == "宋体"


def test_english_workbook_has_english_words(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    book = written(tmp_path, county, plan, catalogue, language=Language.EN)
    assert book.sheetnames == ["Public hospitals", "Primary care", "County total"]
    assert book["Public hospitals"]["B6"].value == "Total"


def test_county_without_facilities_gives_a_workbook(
    tmp_path: Path, plan: Plan, catalogue: Catalogue
) -> None:
    book = written(tmp_path, County([plan]), plan, catalogue)
    assert book.sheetnames == ["编制床位合计"]
    assert rows(book["编制床位合计"])[1:] == [(None, "合计", None, None, None)]


def test_failure_to_write_is_said(
    tmp_path: Path, county: County, plan: Plan, catalogue: Catalogue
) -> None:
    with pytest.raises(FileError) as caught:
        written(tmp_path / "none", county, plan, catalogue)
    assert caught.value.problem is FileProblem.NO_SUCH_FOLDER
