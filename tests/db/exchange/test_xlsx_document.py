from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook, load_workbook

from db.exchange.xlsx_document import document_workbook
from models.catalogue import Language
from models.plan_document import (
    Kind,
    PlanDocument,
    PlanTable,
    Side,
    TableColumn,
    TableRow,
    total_row,
)

COLUMNS = (
    TableColumn("类别", 12),
    TableColumn("机构", 30),
    TableColumn("床位", 12, Kind.COUNT, Side.RIGHT),
    TableColumn("增减", 12, Kind.CHANGE, Side.RIGHT),
    TableColumn("率", 12, Kind.RATE, Side.RIGHT),
)
ROWS = [
    TableRow(("医院", "甲医院", 100, 20, None)),
    TableRow(("医院", "其中：乙医院", None, None, None), is_part=True),
]
TABLE = PlanTable(
    "床位", "某县床位", COLUMNS, (*ROWS, total_row(COLUMNS, 1, "合计", ROWS, 0)), heads=2,
    joined=0, notes=("注：人口为推算。",), signatures=("填表人：",),
)  # fmt: skip
AGAIN = PlanTable(
    "汇总", "某县汇总", COLUMNS, (TableRow((None, "小计", 100, None, None), repeats="床位"),)
)


def book(author: str = "") -> Workbook:
    document = PlanDocument("某县规划", "规划 草案", Language.ZH, (TABLE, AGAIN), author=author)
    return load_workbook(BytesIO(document_workbook(document)))


def test_a_sheet_has_title_version_heading_rows_and_notes() -> None:
    sheet = book()["床位"]
    assert [
        [cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()
    ] == [
        ["某县床位"],
        ["规划 草案"],
        ["类别", "机构", "床位", "增减", "率"],
        ["医院", "甲医院", 100, 20],
        ["其中：乙医院"],
        ["合计", "=SUM(C4:C5)"],
        ["注：人口为推算。"],
        ["填表人："],
    ]


def test_neighbours_are_joined_and_parts_set_further_in() -> None:
    sheet = book()["床位"]
    assert "A4:A5" in {str(area) for area in sheet.merged_cells.ranges}
    assert (sheet["B4"].alignment.indent, sheet["B5"].alignment.indent) == (0, 2)


def test_numbers_look_as_they_are_printed() -> None:
    sheet = book()["床位"]
    formats = [sheet[f"{letter}4"].number_format for letter in "CDE"]
    assert formats == ["0", "+0;−0;0", "General"]  # the rate is blank


def test_a_total_of_another_sheet_is_a_reference() -> None:
    assert book()["汇总"]["C4"].value == "='床位'!C6"


def test_the_author_is_the_program_unless_one_is_given() -> None:
    assert book().properties.creator == "Weigui"
    assert book("某县卫生健康委").properties.creator == "某县卫生健康委"
