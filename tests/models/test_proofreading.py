from __future__ import annotations

from dataclasses import replace

import pytest

from models.discrepancy import DiscrepancyKind
from models.proofreading import proofread
from tests.models.proofread_plan import (
    LAYOUT,
    PLAN,
    indicators,
    only,
    with_projects,
)


def test_plan_without_contradiction_gives_nothing() -> None:
    assert proofread(PLAN) == []


def test_number_used_twice_is_found_and_blank_numbers_are_not() -> None:
    plan = indicators(
        ("3", "甲", "1", "2"), ("3", "乙", "1", "2"), ("", "丙", "0", "1"), ("", "丁", "0", "1")
    )
    found = only(proofread(plan))
    assert found.kind is DiscrepancyKind.NUMBER_REPEATED
    assert found.places == ("专栏1 第1行", "专栏1 第2行")


def test_table_number_used_twice_is_found() -> None:
    plan = replace(PLAN, layouts=(replace(LAYOUT, title="专栏2 公立医院布局"),))
    assert only(proofread(plan)).figures == {"number": "专栏2"}


@pytest.mark.parametrize(
    ("baseline", "target", "wrong"),
    [
        ("7.9", "≤8.0", True),
        ("8.1", "≤8.0", False),
        ("83.59", "≥80", True),
        ("0.36", "≥3", False),
        ("10", "5", False),
        ("——", "≥3", False),
    ],
)
def test_bound_that_allows_worse_than_the_baseline_is_found(
    baseline: str, target: str, wrong: bool
) -> None:
    found = proofread(indicators(("1", "某指标", baseline, target)))
    assert [d.kind for d in found] == [DiscrepancyKind.TARGET_ON_WRONG_SIDE] * wrong


def test_number_left_out_is_found_with_its_neighbours() -> None:
    plan = indicators(("1", "甲", "1", "2"), ("", "其中：乙", "1", "2"), ("4", "丙", "1", "2"))
    found = only(proofread(plan))
    assert found.kind is DiscrepancyKind.NUMBER_SKIPPED
    assert found.figures == {"number": "2、3", "before": "1", "after": "4"}
    assert found.places == ("专栏1 第1行", "专栏1 第3行")
    assert found.quotes == ("1 | 甲 | 1 | 2 | 预期性", "4 | 丙 | 1 | 2 | 预期性")


@pytest.mark.parametrize("numbers", [("1", "3", "2"), ("1", "1.1", "2"), ("7", "8", "")])
def test_number_out_of_order_or_of_a_sub_row_is_not_left_out(numbers: tuple[str, ...]) -> None:
    plan = indicators(*((number, f"某{n}", "1", "2") for n, number in enumerate(numbers)))
    assert proofread(plan) == []


@pytest.mark.parametrize(
    ("name", "baseline", "target", "wrong"),
    [
        ("每千人口注册护士数（人）", "3.2", "3.0", True),
        ("每千人口注册护士数（人）", "3.0", "3.0", False),
        ("床人（卫生人员）比", "1:1.60", "1:1.4", True),  # fewer staff per bed
        ("床人（卫生人员）比", "1:1.38", "1:1.4", False),
        ("二级综合医院设置老年医学科的比例（%）", "100", "60", True),
        ("每千人口康复床位数（张）", "0.9", "0.8", False),  # beds may be reduced
        ("每千人口注册护士数（人）", "3.2", "达到全市平均", False),
        ("人均预期寿命（岁）", "78.3（2019年）", "78", True),
        ("医师日均担负诊疗人次", "8.1", "7.5", False),
        ("每百名医师负担门诊人次", "8.1", "7.5", False),
    ],
)
def test_plain_target_below_the_baseline_is_wrong_for_what_should_rise(
    name: str, baseline: str, target: str, wrong: bool
) -> None:
    found = proofread(indicators(("1", name, baseline, target)))
    assert [d.kind for d in found] == [DiscrepancyKind.TARGET_ON_WRONG_SIDE] * wrong


@pytest.mark.parametrize(("name", "wrong"), [("孕产妇死亡率", True), ("期望寿命", False)])
def test_plain_target_above_the_baseline_is_wrong_for_what_should_fall(
    name: str, wrong: bool
) -> None:
    found = proofread(indicators(("1", name, "0", "10")))
    assert [d.kind for d in found] == [DiscrepancyKind.TARGET_ON_WRONG_SIDE] * wrong


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("2026—2028", "2026"),
        ("2018—2020", "2020"),
        ("2020—2023", None),
        ("2025年—2030年", None),
        ("", None),
    ],
)
def test_a_project_wholly_outside_the_period_is_found(period: str, year: str | None) -> None:
    plan = with_projects(("10", "10"), total=("10", "10"))
    row = replace(plan.projects.rows[0], period=period)
    found = proofread(replace(plan, projects=replace(plan.projects, rows=(row,))))
    assert [(d.kind, d.places, d.figures["year"]) for d in found] == [
        (DiscrepancyKind.YEAR_OUTSIDE, ("附件 第1行",), year)
    ] * (year is not None)
    assert all(d.figures["last"] == "2025" for d in found)
