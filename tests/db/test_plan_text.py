from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.exchange.plan_text import PlanReading, read_plan_text
from db.samples import published_records
from models.county import County
from models.errors import BadCells, FileError, FileProblem, Reason
from models.published import LayoutRow

TITLE = "乙省丙市丁县医疗卫生服务体系“十五五”规划"
LAYOUT = ["序号", "机构名称", "现有编制床位（张）", "实有床位（张）", "2030年规划编制床位（张）"]
INDICATORS = ["类别", "序号", "主要指标", "2025年\n\n实际值", "2030年\n\n目标值", "指标\n\n性质"]


def table(*rows: Sequence[str], caption: str = "") -> str:
    """Rows in the raw format: a tab before a cell, a blank line after a row, two at the end."""
    body = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)
    return f"{caption}\n\n{body}\n\n\n" if caption else f"{body}\n\n\n"


def layout(*rows: Sequence[str], caption: str = "专栏3  丁县公立医院布局") -> str:
    return table(LAYOUT, *rows, caption=caption)


def read(folder: Path, *parts: str, title: str = TITLE) -> PlanReading:
    path = folder / "plan.txt"
    path.write_text(
        f"{title}\n\n为优化资源配置，制定本规划。\n" + "\n".join(parts), encoding="utf-8"
    )
    return read_plan_text(path)


ONE = ["1", "丁县人民医院", "100", "120", "150"]


def test_unknown_county_is_read_all_the_same_and_said(tmp_path: Path) -> None:
    reading = read(tmp_path, layout(ONE))
    plan = reading.published
    assert (plan.county.name, plan.county.code, plan.rule_set) == ("丁县", "", "")
    assert (plan.title, plan.baseline_year, plan.target_year) == (TITLE, 2025, 2030)
    assert "unknown-county" in [a.reason for a in reading.assumed]
    assert len(County(published_records(plan)).facilities) == 1


@pytest.mark.parametrize(
    ("title", "county", "years"),
    [
        ("重庆市大足区医疗卫生服务体系“十四五”规划", "500111", (2025, 2030)),
        ("资阳市雁江区“十四五”医疗卫生\n\n服务体系规划", "512002", (2025, 2030)),
        ("大足区卫生健康发展规划\n（2026—2030年）", "500111", (2025, 2030)),
        ("江苏省大足区卫生健康发展规划（2026—2030年）", "", (2025, 2030)),
    ],
)
def test_county_is_known_by_the_title(
    tmp_path: Path, title: str, county: str, years: tuple[int, int]
) -> None:
    indicators = table(INDICATORS, ["床位", "1", "床位数", "1", "2", "预期性"])
    plan = read(tmp_path, indicators, title=title).published
    assert plan.county.code == county
    assert (plan.baseline_year, plan.target_year) == years


@pytest.mark.parametrize(
    ("title", "county"),
    [
        ("丁县医疗卫生服务体系规划（征求意见稿）", "丁县"),
        ("关于印发《乙市丁区“十五五”卫生健康规划》的通知", "丁区"),
        ("丁县人民政府\n关于发布规划的通知", "丁县"),
        ("大足区人民政府", "大足区"),
        ("", "戊区"),
    ],
)
def test_county_is_found_without_a_plain_title(tmp_path: Path, title: str, county: str) -> None:
    text = layout(ONE, caption="专栏3 戊区公立医院布局")
    assert read(tmp_path, text, title=title).published.county.name == county


def test_document_number_and_period_below_the_title_are_read(tmp_path: Path) -> None:
    title = f"丁县府发〔2026〕7号\n丁县人民政府\n{TITLE}\n（2026—2030年）"
    plan = read(tmp_path, layout(ONE), title=title).published
    assert plan.document_number == "丁县府发〔2026〕7号"
    assert plan.title == f"{TITLE}（2026—2030年）"


def test_layout_keeps_cells_and_the_total_row(tmp_path: Path) -> None:
    two = ["2", "丁县中医院", "80　", "", "   90　"]
    reading = read(tmp_path, layout(ONE, two, ["", "合计", "180", "120", "240"]))
    found = reading.published.layouts[0]
    assert found.rows == (LayoutRow(*ONE), LayoutRow("2", "丁县中医院", "80", "", "90"))
    assert found.total == LayoutRow("", "合计", "180", "120", "240")
    assert found.table == "专栏3"


def test_total_row_with_number_and_name_merged_is_recognised(tmp_path: Path) -> None:
    found = read(tmp_path, layout(ONE, ["合计", "100", "120", "150"])).published.layouts[0]
    assert found.total == LayoutRow("", "合计", "100", "120", "150")
    assert len(found.rows) == 1


def test_missing_number_column_and_note_column_are_fine(tmp_path: Path) -> None:
    text = table(
        ["医疗机构", "2030年编制床位配置目标（张）", "备注"],
        ["", "", ""],
        ["丁县人民医院", "150", "迁建"],
        ["丁县中医院", "90"],
        caption="表2 配置表",
    )
    found = read(tmp_path, text).published.layouts[0]
    assert found.rows == (
        LayoutRow("", "丁县人民医院", "", "", "150", "迁建"),
        LayoutRow("", "丁县中医院", "", "", "90", ""),
    )


def test_category_is_carried_down_and_cells_with_line_breaks_are_whole(tmp_path: Path) -> None:
    text = table(
        INDICATORS,
        ["床位\n\n配置", "1", "每千人口床位数（张）", "5", "≥6", "约束性"],
        ["", "", "其中：公立\n医院", "——", "3", "预期性"],
        caption="专栏1 指标",
    )
    whole, part = read(tmp_path, text).published.indicators.rows
    assert (whole.category, part.category) == ("床位配置", "床位配置")
    assert (part.number, part.name, part.baseline) == ("", "其中：公立医院", "——")


def test_years_stand_in_the_heading_in_either_order(tmp_path: Path) -> None:
    heading = ["序号", "指标", "2030年目标", "2025年现状", "属性"]
    text = table(heading, ["1", "床位数", "9", "4", "预期性"])
    row = read(tmp_path, text).published.indicators.rows[0]
    assert (row.baseline, row.target) == ("4", "9")


def test_two_row_headings_are_spread_over_their_columns(tmp_path: Path) -> None:
    standard = table(
        ["机构类别", "编制床位数（张）", "每千常住人口编制床位数（张）"],
        ["", "2025年", "2030年", "2025年", "2030年"],
        ["全县", "615", "700", "6.15", "7.00"],
        caption="专栏2 床位配置标准",
    )
    equipment = table(
        ["区域", "64排及以上X线计算机断层扫描仪", "直线\n\n加速器"],
        ["", "2025年配置数", "2030年规划数", "2025年配置数", "2030年规划数"],
        ["县人民医院", "1", "2", "", "0"],
        caption="专栏5 设备",
    )
    plan = read(tmp_path, standard, layout(ONE), equipment).published
    row = plan.bed_standard.rows[0]
    assert (row.beds_baseline, row.beds_target) == ("615", "700")
    assert (row.rate_baseline, row.rate_target) == ("6.15", "7.00")
    assert plan.equipment.devices == ("64排及以上X线计算机断层扫描仪", "直线加速器")
    assert plan.equipment.rows[0].cells == (("1", "2"), ("", "0"))


def test_table_cut_by_an_empty_line_is_one_table(tmp_path: Path) -> None:
    text = layout(ONE) + table(["2", "丁县中医院", "80", "85", "90"])
    assert len(read(tmp_path, text).published.layouts[0].rows) == 2


def stripped(text: str) -> str:
    """As an editor leaves it that takes tabs and spaces off the ends of lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def test_indicators_whose_blank_cells_were_stripped_are_read_where_nothing_is_in_doubt(
    tmp_path: Path,
) -> None:
    text = table(
        INDICATORS,
        ["床位", "1", "床位数", "1", "2", "预期性"],
        ["", "2", "床位率", "——", "同比例提高", "预期性"],
        ["", "", "其中：公立", "3", "≥4", "约束性"],
        ["人员", "3", "医师数", "5", "6", "约束性"],
        caption="专栏1 指标",
    )
    plan = read(tmp_path, text).published
    assert read(tmp_path, stripped(text)).published == plan
    assert [(r.category, r.number) for r in plan.indicators.rows] == [
        ("床位", "1"),
        ("床位", "2"),
        ("床位", ""),
        ("人员", "3"),
    ]


def test_stripped_row_that_also_lacks_a_figure_is_refused(tmp_path: Path) -> None:
    text = table(
        INDICATORS,
        ["床位", "1", "床位数", "1", "2", "预期性"],
        ["", "2", "床位率", "", "4", "预期性"],
        caption="专栏1 指标",
    )
    with pytest.raises(BadCells) as refused:
        read(tmp_path, stripped(text))
    assert {c.reason for c in refused.value.cells} == {Reason.EMPTY}


def test_prose_after_one_blank_line_does_not_flow_into_the_last_cell(tmp_path: Path) -> None:
    text = layout(ONE).rstrip("\n") + "\n\n（三）人员配置。\n按照标准科学合理配置人力资源。\n"
    assert read(tmp_path, text).published.layouts[0].rows == (LayoutRow(*ONE),)


def test_rows_without_a_blank_line_between_them_are_parted(tmp_path: Path) -> None:
    text = table(LAYOUT, [*ONE, "2", "丁县中医院", "80", "85", "90"])
    assert [r.name for r in read(tmp_path, text).published.layouts[0].rows] == [
        "丁县人民医院",
        "丁县中医院",
    ]


def test_windows_line_ends_are_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(f"{TITLE}\n\n{layout(ONE)}".replace("\n", "\r\n").encode())
    assert read_plan_text(path).published.layouts[0].rows == (LayoutRow(*ONE),)


def test_text_in_a_number_refuses_the_whole_plan_and_names_the_cell(tmp_path: Path) -> None:
    with pytest.raises(BadCells) as refused:
        read(tmp_path, layout(ONE, ["2", "丁县中医院", "八十", "85", "9O"]))
    assert [(c.sheet, c.row, c.column, c.value, c.reason) for c in refused.value.cells] == [
        ("专栏3 丁县公立医院布局", 2, "现有编制床位（张）", "八十", Reason.NOT_A_NUMBER),
        ("专栏3 丁县公立医院布局", 2, "2030年规划编制床位（张）", "9O", Reason.NOT_A_NUMBER),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["2", "丁县中医院", "80"], Reason.EMPTY),
        (["2", "丁县中医院", "80", "85", "90", "7"], Reason.OUTSIDE_TABLE),
        (["2", "", "80", "85", "90"], Reason.EMPTY),
        (["2", "丁县人民医院", "80", "85", "90"], Reason.DUPLICATE),
        (["2", "丁县中医院", "-80", "85", "90"], Reason.NEGATIVE),
        (["2", "丁县中医院", "80.5", "85", "90"], Reason.NOT_WHOLE),
    ],
)
def test_row_that_does_not_fit_is_named(tmp_path: Path, row: list[str], reason: Reason) -> None:
    with pytest.raises(BadCells) as refused:
        read(tmp_path, layout(ONE, row))
    assert [(c.row, c.reason) for c in refused.value.cells] == [(2, reason)]


def test_unknown_table_is_left_aside_with_title_and_size(tmp_path: Path) -> None:
    other = table(["项目", "投资"], ["门诊楼", "12"], caption="专栏9  重点项目")
    reading = read(tmp_path, layout(ONE), other)
    aside = [a for a in reading.left_aside if a.reason == "unknown-table"]
    assert [(a.text, a.details) for a in aside] == [("专栏9 重点项目", ("2", "2"))]


def test_column_note_subtotal_and_prose_not_taken_are_said(tmp_path: Path) -> None:
    text = table(
        [*LAYOUT, "联系人"],
        [*ONE, "张"],
        ["", "小计", "100", "120", "150", ""],
        ["注：不含分院"],
        caption="专栏3 布局",
    )
    reading = read(tmp_path, text)
    assert [(a.reason, a.text) for a in reading.left_aside[:-1]] == [
        ("unknown-column", "联系人"),
        ("note", "注：不含分院"),
        ("subtotal", " | 小计 | 100 | 120 | 150 | "),
    ]
    assert reading.left_aside[-1].reason == "prose"
    assert [r.name for r in reading.published.layouts[0].rows] == ["丁县人民医院"]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["2025年编制床位", "2030年编制床位"], ("100", "150")),
        (["2030年编制床位", "2025年编制床位"], ("150", "100")),
    ],
)
def test_two_columns_that_tell_only_years_are_baseline_and_target(
    tmp_path: Path, headings: list[str], cells: tuple[str, str]
) -> None:
    text = table(["机构名称", *headings], ["丁县人民医院", "100", "150"])
    row = read(tmp_path, text).published.layouts[0].rows[0]
    assert (row.authorised, row.planned) == cells


def test_column_that_may_be_baseline_or_target_is_not_guessed(tmp_path: Path) -> None:
    unclear = table(["机构名称", "2030年编制床位"], ["丁县人民医院", "150"], caption="专栏8 床位")
    reading = read(tmp_path, layout(ONE), unclear)
    assert [a.text for a in reading.left_aside if a.reason == "unknown-table"] == ["专栏8 床位"]


def test_table_of_other_years_is_left_aside(tmp_path: Path) -> None:
    indicators = table(
        INDICATORS, ["床位", "1", "床位数", "1", "2", "预期性"], caption="专栏1 指标"
    )
    later = layout(ONE).replace("2030年规划", "2035年规划")
    reading = read(tmp_path, indicators, later)
    assert reading.published.layouts == ()
    assert [a.reason for a in reading.left_aside] == ["other-years", "prose"]


def test_second_indicator_table_is_left_aside(tmp_path: Path) -> None:
    one = table(INDICATORS, ["床位", "1", "床位数", "1", "2", "预期性"], caption="专栏1 指标")
    two = table(INDICATORS, ["人员", "1", "人员数", "1", "2", "预期性"], caption="专栏2 指标")
    reading = read(tmp_path, one, two)
    assert [r.name for r in reading.published.indicators.rows] == ["床位数"]
    assert "repeated-table" in [a.reason for a in reading.left_aside]


def test_stated_counts_are_read_from_the_text(tmp_path: Path) -> None:
    text = "截至2025年底，全县床位600张，卫生人员700人。每千人口床位数6.0张。\n"
    stated = read(tmp_path, text, layout(ONE)).published.stated
    assert [(s.subject, s.text) for s in stated] == [("床位", "600"), ("卫生人员", "700")]


def test_what_is_assumed_is_said(tmp_path: Path) -> None:
    standard = table(
        ["机构类别", "编制床位数（张）", "每千常住人口编制床位数（张）"],
        ["", "2025年", "2030年", "2025年", "2030年"],
        ["全县", "615", "700", "6.15", "7.00"],
        ["社会办医院", "515", "550", "5.15", "5.50"],
        caption="专栏2 床位配置标准",
    )
    equipment = table(
        ["区域", "64排及以上X线计算机断层扫描仪"],
        ["", "2025年配置数", "2030年规划数"],
        ["县人民医院", "1", "2"],
        ["全省", "7", "8"],
        caption="专栏5 设备",
    )
    reading = read(tmp_path, standard, layout(ONE), equipment)
    assert [(a.reason, a.where, a.text, a.details) for a in reading.assumed] == [
        ("unknown-county", "", "丁县", ()),
        ("implied-population", "专栏2 第1行", "100000", ("2025", "615", "6.15")),
        ("implied-population", "专栏2 第1行", "100000", ("2030", "700", "7.00")),
        ("emergency-site", "专栏3 第1行", "丁县人民医院", ()),
        ("group-for-unlisted", "专栏2 第2行", "社会办医院", ()),
        ("taken-for", "专栏5 第1行", "县人民医院", ("丁县人民医院",)),
        ("kept-as-figure", "专栏5 第2行", "全省", ()),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_encodings_of_chinese_text_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"{TITLE}\n\n{layout(ONE)}", encoding=encoding)
    assert read_plan_text(path).published.county.name == "丁县"


@pytest.mark.parametrize(
    ("content", "problem", "detail"),
    [
        (b"\x00\x01\x02", FileProblem.UNKNOWN_FORMAT, "encoding"),
        (b"\xff\xff\xff", FileProblem.UNKNOWN_FORMAT, "encoding"),
        (b"", FileProblem.NOTHING_RECOGNISED, "tables"),
        ("一封信，没有表。".encode(), FileProblem.NOTHING_RECOGNISED, "tables"),
        (layout(ONE, caption="").encode(), FileProblem.NOTHING_RECOGNISED, "county"),
    ],
)
def test_file_that_is_no_plan_is_an_error(
    tmp_path: Path, content: bytes, problem: FileProblem, detail: str
) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(content)
    with pytest.raises(FileError) as refused:
        read_plan_text(path)
    assert (refused.value.problem, refused.value.detail) == (problem, detail)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        read_plan_text(tmp_path / "none.txt")
    assert refused.value.problem is FileProblem.MISSING


_NUMBERS = st.one_of(st.just(""), st.integers(0, 5000).map(str))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.tuples(_NUMBERS, _NUMBERS, _NUMBERS), min_size=1, max_size=40))
def test_any_figures_are_read_back_as_written(
    tmp_path: Path, figures: list[tuple[str, str, str]]
) -> None:
    rows = [(str(n), f"第{n}卫生院", *cells) for n, cells in enumerate(figures, 1)]
    found = read(tmp_path, layout(*rows)).published.layouts[0]
    assert found.rows == tuple(LayoutRow(*row) for row in rows)
