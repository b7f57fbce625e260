from __future__ import annotations

from dataclasses import replace

from models.discrepancy import DiscrepancyKind
from models.proofreading import proofread
from models.proofreading_totals import unchecked
from models.published import (
    BedStandardRow,
    LayoutRow,
    PublishedPlan,
    StatedCount,
    Subtotal,
)
from tests.models.proofread_plan import (
    LAYOUT,
    PLAN,
    STANDARD,
    only,
    with_layout,
    with_projects,
    with_standard,
)


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
