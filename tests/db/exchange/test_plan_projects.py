from __future__ import annotations

from db.exchange.plan_projects import projects_of_boxes, read_projects
from db.exchange.plan_sheet import Recognised, Sheet
from db.exchange.raw_tables import read_raw
from models.published import ProjectRow, ProjectTable

HEADING = ["序号", "项目名称", "建设性质", "建设规模及主要内容", "建设\n起止年限",
           "项目总投资\n（万元）", "“十五五”预计投资（万元）", "备注"]  # fmt: skip
ONE = ["1", "县医院扩建", "续建", "住院楼", "2026—2028", "1200.5", "800", ""]
TWO = ["2", "救护车购置", "单纯购置", "", "2026—2030", "300", "300", "两批"]


def read(*rows: list[str], caption: str = "“十五五”规划支持的重大工程项目") -> Recognised | None:
    text = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)
    raw = read_raw(f"附件\n{caption}\n\n{text}\n\n\n").tables[0]
    sheet = Sheet(raw, raw.table, raw.title)
    found = read_projects(sheet)
    if found is not None:
        found.bad.extend(sheet.bad)
    return found


def projects(*rows: list[str]) -> ProjectTable:
    found = read(*rows)
    assert found is not None
    assert not found.bad
    assert isinstance(found.table, ProjectTable)
    return found.table


def test_projects_are_read_cell_by_cell_with_the_line_above_as_caption() -> None:
    table = projects(HEADING, ONE, TWO)
    assert table.title == "“十五五”规划支持的重大工程项目"
    assert table.columns == ("项目总投资（万元）", "“十五五”预计投资（万元）")
    assert table.rows == (ProjectRow(*ONE), ProjectRow(*TWO))


def test_opening_total_with_merged_cells_gives_both_sums() -> None:
    table = projects(HEADING, ["", "合计", "1500.5", "1100", ""], ONE, TWO)
    assert table.total is not None
    assert table.total.total_investment == "1500.5"
    assert table.total.period_investment == "1100"
    assert len(table.rows) == 2


def test_total_that_lacks_a_sum_is_refused_since_it_may_be_either() -> None:
    found = read(HEADING, ["", "合计", "1500.5", ""], ONE, TWO)
    assert found is not None
    assert [cell.value for cell in found.bad] == [" | 合计 | 1500.5 | "]


def test_closing_total_as_wide_as_the_table_is_the_total() -> None:
    table = projects(HEADING, ONE, ["", "合计", "", "", "", "1200.5", "800", ""])
    assert table.total is not None
    assert table.total.period_investment == "800"


def test_numbered_list_with_blank_lines_stays_in_its_cell() -> None:
    content = (
        "1.建立平台。\n\n2.优化平台，并且写得比一行长得多，长到谁也不会当它是标题。\n\n3.搭建。"
    )
    (row,) = projects(HEADING, [*ONE[:3], content, *ONE[4:]]).rows
    assert row.content.startswith("1.建立平台。2.优化平台")
    assert row.content.endswith("3.搭建。")
    assert row.total_investment == "1200.5"


def test_table_of_other_columns_is_none_of_projects() -> None:
    assert read(["项目", "投资"], ["门诊楼", "12"]) is None
    assert read(["机构名称", "2030年规划编制床位（张）"], ["县医院", "12"]) is None


BOX = [
    "提高服务质量重大项目",
    "县级医院服务能力提升项目：",
    "丁县人民医院整体迁建项目，丁县人民医院传染病大楼建设项目，",
    "加强专科能力。",
    "基层能力提升项目：",
    "新建丁县东区社区卫生服务中心和西区社区卫生服务中心。至少有",
    "1",
    "家达标。",
    "村卫生室标准化建设项目",
    "：新建",
    "3",
    "所面积不低于",
    "80",
    "平方米的标准化村卫生室（甲镇东村、乙乡西村和南村）",
    ")",
    "新建丙县人民医院。",
]


def named(lines: list[str]) -> list[tuple[str, str, str]]:
    found = projects_of_boxes(enumerate(lines, 1))
    return [] if found is None else [(r.name, r.nature, r.note) for r in found[1].rows]


def test_institutions_named_in_a_box_of_text_are_projects() -> None:
    note = "标准化村卫生室，面积不低于80平方米"
    assert named(BOX) == [
        ("丁县人民医院迁建", "迁建", ""),
        ("丁县人民医院传染病大楼建设", "建设", ""),
        ("丁县东区社区卫生服务中心新建", "新建", ""),
        ("西区社区卫生服务中心新建", "新建", ""),
        ("甲镇东村卫生室新建", "新建", note),
        ("乙乡西村卫生室新建", "新建", note),
        ("乙乡南村卫生室新建", "新建", note),
    ]


def test_source_names_the_box_and_the_item() -> None:
    found = projects_of_boxes(enumerate(BOX, 4))
    assert found is not None
    line, table = found
    assert line == 4
    assert table.rows[-1].source == "提高服务质量重大项目：村卫生室标准化建设项目"


def test_clinics_that_do_not_come_to_the_printed_count_are_not_taken() -> None:
    lines = ["4" if line == "3" else line for line in BOX]
    assert not any("卫生室" in name for name, _, _ in named(lines))


def test_text_outside_a_box_names_no_projects() -> None:
    assert named(BOX[1:]) == []
    assert named(["新建丁县人民医院。"]) == []
