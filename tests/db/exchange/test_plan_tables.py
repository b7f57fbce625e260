from __future__ import annotations

from db.exchange.plan_tables import recognise
from db.exchange.raw_tables import RawTable, read_raw
from models.published import LayoutTable, ProjectTable

LAYOUT = ("序号", "机构名称", "现有编制床位（张）", "实有床位（张）", "2030年规划编制床位（张）")
ONE = ("1", "丁县人民医院", "100", "120", "150")


def layout(*rows: tuple[str, ...]) -> LayoutTable:
    found = recognise(RawTable(1, "专栏3", "专栏3 布局", (LAYOUT, *rows)), "专栏3", "专栏3 布局")
    assert found is not None
    assert isinstance(found.table, LayoutTable)
    return found.table


def test_headings_of_groups_and_named_subtotals_are_no_institutions() -> None:
    table = layout(
        ("一", "公立医院", "100", "120", "150"),
        ONE,
        ("二", "社会办医院", "50", "", "50"),
        ("", "县级合计", "150", "120", "200"),
        ("", "合计", "150", "120", "200"),
    )
    assert [row.name for row in table.rows] == ["丁县人民医院"]
    assert [(s.after, s.name, s.cells[0], s.heads) for s in table.subtotals] == [
        (0, "公立医院", "100", True),
        (1, "社会办医院", "50", True),
        (1, "县级合计", "150", False),
    ]
    assert table.total is not None


def test_numerals_that_number_all_rows_head_no_groups() -> None:
    table = layout(
        ("一", *ONE[1:]), ("二", "丁县中医医院", "1", "1", "1"), ("", "合计", "", "", "")
    )
    assert [row.name for row in table.rows] == ["丁县人民医院", "丁县中医医院"]
    assert table.subtotals == ()


def test_groups_of_projects_are_no_projects() -> None:
    rows = (
        ("序号", "项目名称", "建设性质", "总投资（万元）"),
        ("（一）", "医院", "", "30"),
        ("1", "丁县人民医院迁建", "迁建", "10"),
        ("2", "丁县中医医院扩建", "扩建", "20"),
        ("", "小计", "", "30"),
    )
    found = recognise(RawTable(1, "", "", rows), "附件", "附件 项目")
    assert found is not None
    assert isinstance(found.table, ProjectTable)
    assert [row.number for row in found.table.rows] == ["1", "2"]
    assert [(s.after, s.name, s.cells, s.level) for s in found.table.subtotals] == [
        (0, "医院", ("30", ""), 1),
        (2, "小计", ("30", ""), 1),
    ]


def test_a_caption_numbered_within_a_chapter_is_a_name_of_its_own() -> None:
    table = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in (LAYOUT, ONE))
    text = f"表1-1 丁县公立医院布局\n\n{table}\n\n\n表1-2 丁县中医医院布局\n\n{table}\n\n\n"
    assert [(raw.table, raw.title) for raw in read_raw(text).tables] == [
        ("表1-1", "表1-1 丁县公立医院布局"),
        ("表1-2", "表1-2 丁县中医医院布局"),
    ]
