"""Indicator tables whose merged cells the raw text scatters over rows."""

from __future__ import annotations

from db.exchange.plan_indicators import read_indicators
from db.exchange.plan_sheet import Recognised, Sheet
from db.exchange.raw_tables import read_raw
from models.published import IndicatorRow

SIX = ["类别", "序号", "主要指标", "2025年", "2030年", "指标性质"]
SEVEN = ["序号", "领域", "主要指标", "单位", "2025", "2030 年", "指标"]


def read(*rows: list[str]) -> Recognised:
    text = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)
    sheet = Sheet(read_raw(f"\n{text}\n\n\n").tables[0], "表1", "表1 指标")
    found = read_indicators(sheet)
    assert found is not None
    found.bad.extend(sheet.bad)
    return found


def rows(*printed: list[str]) -> list[IndicatorRow]:
    found = read(*printed)
    assert not found.bad
    assert isinstance(found.table.rows, tuple)
    return [row for row in found.table.rows if isinstance(row, IndicatorRow)]


def test_name_split_into_cells_is_one_name_and_its_second_row_a_part() -> None:
    first, second = rows(
        SIX,
        ["服务", "18", "饮片使用率（%）", "门诊", "36.5", "≥60", "预期性"],
        ["", "", "", "住院", "47.3", "≥60", "预期性"],
    )
    assert (first.number, first.name) == ("18", "饮片使用率（%）：门诊")
    assert (second.number, second.name) == ("", "饮片使用率（%）：住院")
    assert second.is_part


def test_blank_nature_of_a_part_is_that_of_the_row_above_and_said() -> None:
    found = read(
        SIX,
        ["保障", "22", "支付比例（%）", "城镇职工", "83", "≥80", "约束性"],
        ["", "", "支付比例（%）", "城乡居民", "61", "70左右", ""],
    )
    assert [row.nature for row in found.table.rows] == ["约束性", "约束性"]  # type: ignore[union-attr]
    assert found.assumed == [(2, "支付比例（%）：城乡居民", "nature-of-row-above", "约束性")]


def test_blank_nature_of_a_numbered_row_is_left_blank_to_be_refused() -> None:
    first, second = rows(
        SIX,
        ["床位", "1", "床位数", "1", "2", "预期性"],
        ["", "2", "床位率", "3", "4", ""],
    )
    assert (first.nature, second.nature) == ("预期性", "")


def test_heading_over_two_rows_units_and_a_blank_last_column_are_read() -> None:
    (row,) = rows(
        [*SEVEN, ""],
        [""] * 8,
        ["", "", "", "", "年值", "目标值", "属性", ""],
        ["1", "健康\n水平", "人均预期寿命", "岁", "76.46", "78.2", "预期性", ""],
    )
    assert row == IndicatorRow("健康水平", "1", "人均预期寿命", "76.46", "78.2", "预期性", "岁")


def test_name_that_goes_on_in_the_row_below_is_whole() -> None:
    first, second = rows(
        [*SEVEN[:6], "指标属性"],
        ["12", "服务", "医师数", "人", "2.65", "2.89", "预期性"],
        ["13", "", "其中：中医类别", "人", "0.44", "0.59", "预期性"],
        ["", "", "执业（助理）医师数", "", "", "", ""],
    )
    assert second.name == "其中：中医类别执业（助理）医师数"
    assert second.is_part
    assert not first.is_part


def test_category_broken_over_rows_stands_in_the_middle_of_its_rows() -> None:
    found = rows(
        [*SEVEN[:6], "指标属性"],
        ["1", "服务", "甲", "%", "1", "2", "预期性"],
        [""] * 7,
        ["2", "", "乙", "%", "1", "2", "预期性"],
        ["3", "健康", "丙", "%", "1", "2", "预期性"],
        ["", "环境", "", "", "", "", ""],
        ["4", "", "丁", "%", "1", "2", "预期性"],
    )
    assert [row.category for row in found] == ["服务", "健康环境", "健康环境", "健康环境"]


def test_target_between_two_rows_belongs_to_the_one_that_has_none() -> None:
    heading = [*SEVEN[:6], "指标属性"]
    first, second = rows(
        heading,
        ["30", "保障", "居民", "%", "65", "70%左右", "约束性"],
        ["", "", "", "", "", "85%左右", ""],
        ["31", "", "职工", "%", "81.4", "", "约束性"],
    )
    assert (first.target, second.target) == ("70%左右", "85%左右")
    above, below = rows(
        heading,
        ["30", "保障", "居民", "%", "65", "", "约束性"],
        ["", "", "", "", "", "70%左右", ""],
        ["31", "", "职工", "%", "81.4", "90", "约束性"],
    )
    assert (above.target, below.target) == ("70%左右", "90")


def test_target_between_two_rows_that_both_have_one_is_refused() -> None:
    found = read(
        [*SEVEN[:6], "指标属性"],
        ["30", "保障", "居民", "%", "65", "70", "约束性"],
        ["", "", "", "", "", "85%左右", ""],
        ["31", "", "职工", "%", "81.4", "90", "约束性"],
    )
    assert found.bad


def test_last_stray_cell_is_refused_and_not_lost() -> None:
    found = read(
        [*SEVEN[:6], "指标属性"],
        ["30", "保障", "居民", "%", "65", "70", "约束性"],
        ["", "", "", "", "", "85%左右", ""],
    )
    assert [cell.value for cell in found.bad] == ["85%左右"]


def test_percent_sign_within_a_name_is_its_unit_where_the_cell_of_the_unit_is_missing() -> None:
    (row,) = rows(
        [*SEVEN[:6], "指标属性"],
        ["25", "服务", "医院设置       %      \n老年医学科的比例", "*", "≥60", "预期性"],
    )
    assert (row.name, row.unit) == ("医院设置老年医学科的比例", "%")
    assert (row.baseline, row.target) == ("*", "≥60")


def test_other_unit_within_a_name_is_not_guessed() -> None:
    found = read([*SEVEN[:6], "指标属性"], ["25", "服务", "医师 人 数", "1", "2", "预期性"])
    assert len(found.bad) == 1
