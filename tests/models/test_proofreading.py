from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.discrepancy import Discrepancy, DiscrepancyKind
from models.plan import CountyInfo
from models.proofreading import proofread
from models.proofreading_totals import unchecked
from models.published import (
    BedStandardRow,
    BedStandardTable,
    IndicatorRow,
    IndicatorTable,
    LayoutRow,
    LayoutTable,
    ProjectRow,
    ProjectTable,
    PublishedPlan,
    StatedCount,
    Subtotal,
)

COLUMNS = ("序号", "机构名称", "编制", "实有", "规划", "")
LAYOUT = LayoutTable(
    "专栏3",
    "专栏3 公立医院布局",
    COLUMNS,
    (
        LayoutRow("1", "县人民医院", "300", "310", "350"),
        LayoutRow("2", "县中医院", "100", "90", "100"),
    ),
    LayoutRow("", "合计", "400", "400", "450"),
)
STANDARD = BedStandardTable(
    "专栏2",
    "专栏2 床位",
    (
        BedStandardRow("全县", "615", "700", "6.15", "7.00"),
        BedStandardRow("医院", "500", "550", "5.00", "5.50"),
        BedStandardRow("其中：公立医院", "400", "450", "4.00", "4.50"),
        BedStandardRow("社会办医院", "100", "100", "1.00", "1.00"),
        BedStandardRow("基层医疗卫生机构", "115", "150", "1.15", "1.50"),
    ),
)
PLAN = PublishedPlan(
    CountyInfo("", "甲县"),
    "",
    "甲县卫生“十四五”规划",
    "",
    2020,
    2025,
    bed_standard=STANDARD,
    layouts=(LAYOUT,),
)


def indicators(*rows: tuple[str, str, str, str]) -> PublishedPlan:
    printed = tuple(IndicatorRow("", n, name, b, t, "预期性") for n, name, b, t in rows)
    return replace(PLAN, indicators=IndicatorTable("专栏1", "专栏1 指标", printed))


def with_layout(**changes: Any) -> PublishedPlan:
    return replace(
        PLAN, layouts=(replace(LAYOUT, **changes),), bed_standard=BedStandardTable("", "", ())
    )


def with_standard(row: int, **changes: str) -> PublishedPlan:
    rows = list(STANDARD.rows)
    rows[row] = replace(rows[row], **changes)
    return replace(PLAN, bed_standard=replace(STANDARD, rows=tuple(rows)))


def only(found: list[Discrepancy]) -> Discrepancy:
    assert len(found) == 1, found
    return found[0]


def test_plan_without_contradiction_gives_nothing() -> None:
    assert proofread(PLAN) == []


def test_printed_total_that_is_not_the_sum_is_found_with_its_figures() -> None:
    found = only(proofread(with_layout(total=LayoutRow("", "合计", "390", "400", "450"))))
    assert found.kind is DiscrepancyKind.TOTAL_DIFFERS
    assert found.places == ("专栏3 合计", "专栏3 第1—2行")
    assert found.figures == {"column": "编制", "printed": "390", "sum": "400", "difference": "-10"}


def test_blank_may_hold_what_is_missing_but_not_what_is_too_much() -> None:
    blank = (LAYOUT.rows[0], LayoutRow("2", "县中医院", "", "90", "100"))
    open_question = with_layout(rows=blank)
    assert proofread(open_question) == []
    assert [(u.reason, u.figures["sum"]) for u in unchecked(open_question)] == [
        ("blank-cells", "300")
    ]
    too_much = with_layout(rows=blank, total=LayoutRow("", "合计", "299", "400", "450"))
    assert only(proofread(too_much)).figures["printed"] == "299"


def test_table_without_total_is_said_to_be_unchecked() -> None:
    plan = with_layout(total=None)
    assert proofread(plan) == []
    assert {(u.reason, u.figures["sum"]) for u in unchecked(plan)} == {
        ("no-total", "400"),
        ("no-total", "450"),
    }


def test_projects_without_a_total_are_said_to_be_unchecked() -> None:
    plan = with_projects(("10.5", "10"), ("2", ""), total=("", "11"))
    plan = replace(plan, layouts=())
    assert [(u.reason, u.places, u.figures["sum"]) for u in unchecked(plan)] == [
        ("no-total", ("附件 第1—2行",), "12.5"),
        ("blank-cells", ("附件 合计",), "10"),
    ]


def test_county_total_of_the_standard_is_the_sum_of_its_classes() -> None:
    found = proofread(with_standard(4, beds_baseline="116", rate_baseline="1.16"))
    totals = [d for d in found if d.kind is DiscrepancyKind.TOTAL_DIFFERS]
    assert only(totals).figures["difference"] == "-1"
    assert only(totals).places == ("专栏2 第1行", "专栏2 第2行", "专栏2 第5行")


def test_hospitals_are_public_and_private_ones() -> None:
    found = proofread(with_standard(3, beds_target="101", rate_target="1.01"))
    assert [d.places for d in found] == [("专栏2 第2行", "专栏2 第3行", "专栏2 第4行")]


def test_subtotals_of_the_standard_sum_the_rows_above_them() -> None:
    rows = (
        BedStandardRow("全县", "615", "700", "", ""),
        BedStandardRow("综合医院", "300", "400", "", ""),
        BedStandardRow("其中：重症", "10", "20", "", ""),
        BedStandardRow("中医医院", "100", "100", "", ""),
        BedStandardRow("医院小计", "400", "510", "", ""),
        BedStandardRow("乡镇卫生院", "215", "200", "", ""),
        BedStandardRow("小计", "215", "200", "", ""),
    )
    found = only(proofread(replace(PLAN, bed_standard=replace(STANDARD, rows=rows), layouts=())))
    assert found.places == ("专栏2 第5行", "专栏2 第2行", "专栏2 第4行")
    assert (found.figures["printed"], found.figures["sum"]) == ("510", "500")


def test_standard_and_list_of_institutions_print_the_same_beds() -> None:
    plan = replace(
        PLAN,
        layouts=(
            replace(
                LAYOUT,
                rows=(LAYOUT.rows[0], LayoutRow("2", "县中医院", "101", "90", "100")),
                total=LayoutRow("", "合计", "401", "400", "450"),
            ),
        ),
    )
    found = only(proofread(plan))
    assert found.places == ("专栏2 第3行", "专栏3 合计")


def test_beds_in_the_text_are_those_of_the_standard() -> None:
    plan = replace(PLAN, stated=(StatedCount(2020, "编制床位", "616", line=9),))
    found = only(proofread(plan))
    assert found.places == ("专栏2 第1行", "正文第9行")
    assert found.quotes == ("全县 | 615 | 700 | 6.15 | 7.00", "编制床位 616")
    unplaced = replace(PLAN, stated=(StatedCount(2020, "编制床位", "616"),))
    assert only(proofread(unplaced)).places == ("专栏2 第1行", "正文")


@pytest.mark.parametrize(("rate", "wrong"), [("5.00", False), ("4.99", True), ("5.01", True)])
def test_rate_is_wrong_only_where_no_rounding_explains_it(rate: str, wrong: bool) -> None:
    found = proofread(with_standard(1, rate_baseline=rate))
    assert [d.kind for d in found] == [DiscrepancyKind.RATE_DIFFERS] * wrong


def test_a_wrong_rate_says_what_rounding_allows_of_it_and_of_the_population() -> None:
    # 615 beds at 6.145 to 6.155 per 1,000 are 99,919 to 100,081 people: 500 are 4.9960 to 5.0041.
    found = only(proofread(with_standard(1, rate_baseline="4.98")))
    assert {name: found.figures[name] for name in ("rounding_least", "rounding_most")} == {
        "rounding_least": "4.975",
        "rounding_most": "4.985",
    }
    assert (found.figures["population_least"], found.figures["population_most"]) == (
        "99919",
        "100081",
    )
    assert (found.figures["computed_least"], found.figures["computed_most"]) == ("4.9960", "5.0041")


def test_rate_that_the_rounding_of_the_population_explains_is_let_pass() -> None:
    # 615 ÷ 6.1 × 1,000 is 100,000 to 101,653 people: 400 beds are 3.935 to 4.000 per 1,000.
    plan = with_standard(0, rate_baseline="6.1")
    rows = tuple(replace(r, rate_baseline="") for r in plan.bed_standard.rows[2:])
    kept = (plan.bed_standard.rows[0], replace(plan.bed_standard.rows[1], rate_baseline="4.93"))
    plan = replace(plan, bed_standard=replace(STANDARD, rows=(*kept, *rows)))
    assert proofread(plan) == []


def test_ratio_of_counts_in_the_text_is_that_of_the_table() -> None:
    plan = replace(
        indicators(("13", "床人（卫生人员）比", "1:0.96", "1:1.50")),
        stated=(StatedCount(2020, "床位", "9576"), StatedCount(2020, "卫生人员", "9495")),
    )
    found = only(proofread(plan))
    assert found.kind is DiscrepancyKind.RATE_DIFFERS
    assert found.figures["computed"] == "0.9915"
    # 0.96 is printed of anything from 0.955 to 0.965.
    assert (found.figures["rounding_least"], found.figures["rounding_most"]) == ("0.955", "0.965")


def test_ratio_that_fits_the_actual_beds_is_let_pass() -> None:
    plan = replace(
        indicators(("13", "床人（卫生人员）比", "1:1.20", "1:1.50")),
        stated=(
            StatedCount(2020, "编制床位", "615"),
            StatedCount(2020, "实有床位", "1000"),
            StatedCount(2020, "卫生人员", "1200"),
        ),
    )
    assert proofread(plan) == []


def test_physicians_in_the_text_are_checked_against_their_own_rate_only() -> None:
    rows = (
        ("9", "每千人口执业（助理）医师数（人）", "2.60", "3"),
        ("10", "每千人口中医类别执业（助理）医师数（人）", "0.7", "0.8"),
    )
    plan = replace(indicators(*rows), stated=(StatedCount(2020, "执业（助理）医师", "264"),))
    found = only(proofread(plan))
    assert (found.figures["row"], found.figures["printed"]) == (rows[0][1], "2.60")


def test_same_rate_printed_differently_in_two_tables_is_found() -> None:
    plan = indicators(("8", "每千人口医疗卫生机构编制床位数（张）", "6.15", "7.10"))
    found = only(proofread(plan))
    assert (found.figures["printed"], found.figures["other"]) == ("7.00", "7.10")


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


def with_projects(*investments: tuple[str, str], total: tuple[str, str]) -> PublishedPlan:
    rows = tuple(
        ProjectRow(str(n), f"项目{n}", total_investment=whole, period_investment=within)
        for n, (whole, within) in enumerate(investments, 1)
    )
    whole = ProjectRow("", "合计", total_investment=total[0], period_investment=total[1])
    table = ProjectTable("附件", "附件 项目", rows, ("总投资（万元）", "期内投资（万元）"), whole)
    return replace(PLAN, projects=table)


def test_printed_total_of_investments_that_is_not_their_sum_is_found() -> None:
    found = only(proofread(with_projects(("10.5", "10"), ("2", "1"), total=("13", "11"))))
    assert found.kind is DiscrepancyKind.TOTAL_DIFFERS
    assert found.places == ("附件 合计", "附件 第1—2行")
    assert dict(found.figures) == {
        "column": "总投资（万元）",
        "printed": "13",
        "sum": "12.5",
        "difference": "0.5",
    }


def test_investments_that_sum_to_the_printed_totals_are_right() -> None:
    assert proofread(with_projects(("10.5", "10"), ("2", "1"), total=("12.5", "11"))) == []


def test_blank_investment_may_hold_what_is_missing_but_nothing_makes_up_for_too_much() -> None:
    assert proofread(with_projects(("10", "10"), ("", "1"), total=("13", "11"))) == []
    found = proofread(with_projects(("10", "10"), ("", "1"), total=("9", "11")))
    assert [d.kind for d in found] == [DiscrepancyKind.TOTAL_DIFFERS]


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


def with_groups(*subtotals: Subtotal, total: str = "") -> PublishedPlan:
    """Four institutions of 100, 200, 300 and 400 beds."""
    rows = tuple(LayoutRow(str(n), f"医院{n}", str(100 * n), "", "") for n in range(1, 5))
    columns = ("序号", "机构名称", "编制", "", "", "")
    whole = LayoutRow("", "合计", total, "", "") if total else None
    return with_layout(columns=columns, rows=rows, total=whole, subtotals=subtotals)


def group(after: int, beds: str, name: str = "小计", level: int = 1) -> Subtotal:
    return Subtotal(after, name, (beds, "", ""), level, heads="、" in name)


def test_subtotals_that_close_their_groups_sum_the_rows_above_them() -> None:
    # 100 + 200 = 300; 300 + 400 = 700, printed 710.
    found = only(proofread(with_groups(group(2, "300"), group(4, "710"), total="1000")))
    assert found.kind is DiscrepancyKind.TOTAL_DIFFERS
    assert found.places == ("专栏3 第4行后的小计", "专栏3 第3—4行")
    assert dict(found.figures) == {
        "column": "编制",
        "printed": "710",
        "sum": "700",
        "difference": "10",
    }
    assert found.quotes == ("小计 | 710", "3 | 医院3 | 300 … 4 | 医院4 | 400")


def test_subtotals_that_open_their_groups_sum_the_rows_below_them() -> None:
    one, two = group(0, "100", "一、县级", 0), group(1, "900", "二、乡级", 0)
    assert proofread(with_groups(one, two, total="1000")) == []
    found = only(proofread(with_groups(replace(one, cells=("90", "", "")), two, total="1000")))
    assert found.places == ("专栏3 第1行前的一、县级", "专栏3 第1行")


def test_a_subtotal_of_groups_sums_all_their_rows() -> None:
    inner = (group(1, "100"), group(2, "200"))
    right, less = group(2, "300", "公立合计", 0), group(2, "200", "公立合计", 0)
    assert proofread(with_groups(*inner, right, group(4, "700"), total="1000")) == []
    wrong = only(proofread(with_groups(*inner, less, group(4, "700"), total="1000")))
    assert (wrong.figures["printed"], wrong.figures["sum"]) == ("200", "300")


def test_a_group_without_rows_counts_by_its_own_figure() -> None:
    listed, alone = group(0, "1000", "一、公立", 0), group(4, "50", "二、社会办", 0)
    assert proofread(with_groups(listed, alone, total="1050")) == []
    assert only(proofread(with_groups(listed, alone, total="1000"))).figures["sum"] == "1050"
    both = group(4, "1050", "县级合计", 0)
    assert proofread(with_groups(listed, alone, both, total="1050")) == []
    less = group(4, "1000", "县级合计", 0)
    assert only(proofread(with_groups(listed, alone, less, total="1050"))).figures["sum"] == "1050"


def test_where_a_table_does_not_tell_which_rows_a_subtotal_sums_either_may_be_meant() -> None:
    assert proofread(with_groups(group(2, "300"), total="1000")) == []  # those above
    assert proofread(with_groups(group(2, "700"), total="1000")) == []  # those below
    assert only(proofread(with_groups(group(2, "400"), total="1000"))).figures["sum"] == "300"


def test_a_named_sum_of_what_no_row_lists_is_a_row_of_its_own() -> None:
    private = group(4, "50", "民营医院合计", 0)
    assert proofread(with_groups(private, total="1050")) == []  # 1000 + 50
    assert proofread(with_groups(private)) == []  # nothing tells what it sums
    wrong = only(proofread(with_groups(private, total="1060")))
    assert (wrong.figures["printed"], wrong.figures["sum"]) == ("1060", "1000")


def test_parts_of_a_row_are_not_summed_with_it() -> None:
    rows = (*LAYOUT.rows[:1], LayoutRow("", "其中：东院", "120", "", "150"), *LAYOUT.rows[1:])
    assert proofread(with_layout(rows=rows)) == []
    more = (rows[0], rows[1], LayoutRow("", "西院", "180", "", "200"), rows[2])
    assert proofread(with_layout(rows=more)) == []  # 120 + 180 are the 300 of the row above


def test_subtotals_of_investments_are_checked_by_column() -> None:
    plan = with_projects(("10.5", "10"), ("2", "1"), total=("12.5", "11"))
    subtotals = (Subtotal(2, "小计", ("12.5", "12")),)
    plan = replace(plan, projects=replace(plan.projects, subtotals=subtotals))
    found = only(proofread(plan))
    assert found.places == ("附件 第2行后的小计", "附件 第1—2行")
    assert (found.figures["column"], found.figures["sum"]) == ("期内投资（万元）", "11")


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
