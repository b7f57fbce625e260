from __future__ import annotations

from decimal import Decimal

from db.catalogue import load_catalogue
from models.catalogue import Language
from models.comparison import compare
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import (
    CountyInfo,
    Plan,
    Population,
    PopulationGroup,
    PopulationOrigin,
    PublishedFigure,
)
from models.plan_document import PlanTable
from models.report_tables import comparison_tables, review_table, summary_table
from models.review_sheet import ReviewLine, ReviewSheet

CATALOGUE = load_catalogue()
PLANS = [
    Plan(i, name, "某县规划", "", 2020, 2025, "") for i, name in (("a", "一稿"), ("b", "二稿"))
]


def beds(plan: str, facility: str, basis: Basis, value: int) -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation(plan, facility, "beds", basis, year, Decimal(value), Origin.PLANNER)


COUNTY = County(
    [
        CountyInfo("500999", "某县", "Some"),
        *PLANS,
        Population(2020, PopulationGroup.RESIDENT, 100_000, PopulationOrigin.ENTERED),
        Facility("h", "甲医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, order=1),
        Facility("g", "其他医院", FacilityClass.HOSPITAL, FacilityType.UNSPECIFIED, order=2,
                 is_group=True),
        Facility("c", "乙卫生院", FacilityClass.PRIMARY_CARE, FacilityType.CLINIC, order=3),
        beds("a", "h", Basis.AUTHORISED, 400), beds("a", "h", Basis.PLANNED, 500),
        beds("a", "g", Basis.AUTHORISED, 100), beds("a", "c", Basis.PLANNED, 20),
        PublishedFigure("a", "bed-standard", "全县", "beds authorised 2020", 0, "510"),
        beds("b", "h", Basis.AUTHORISED, 400), beds("b", "h", Basis.PLANNED, 480),
    ]
)  # fmt: skip


def rows(table: PlanTable) -> list[list[str]]:
    return [table.texts(row) for row in table.rows]


def test_the_summary_adds_up_and_blanks_are_dashes() -> None:
    table = summary_table(COUNTY, PLANS[0], CATALOGUE, Language.ZH)
    # 500 ÷ 100,000 × 1,000 = 5; (500 + 20) ÷ 100,000 × 1,000 = 5.2
    assert rows(table) == [
        ["医院", "2", "500", "—", "500", "0", "5.00", "5.00"],
        ["基层医疗卫生机构", "1", "—", "—", "20", "—", "—", "0.20"],
        ["合计", "3", "500", "—", "520", "+20", "5.00", "5.20"],
    ]
    assert table.rows[-1].sums == (0, 1)


def test_the_summary_says_where_the_plan_prints_another_sum() -> None:
    table = summary_table(COUNTY, PLANS[0], CATALOGUE, Language.ZH)
    assert table.notes == (
        "注：机构数中有1行为规划未列名的机构，每行按一家计。",
        "注：合计2020年编制床位，规划床位配置标准印为510张，各机构合计为500张。",
    )
    english = summary_table(COUNTY, PLANS[0], CATALOGUE, Language.EN)
    assert english.notes[1] == (
        "Note: County, authorised beds 2020: the plan's bed standard prints 510, "
        "the facilities sum to 500."
    )


def test_the_review_prints_a_dash_where_nothing_is_printed() -> None:
    line = ReviewLine("", "其中：公立", True, "", "≥3", "2.5", "—", "—", "– 没有数值", "")
    table = review_table(ReviewSheet("某县", 2023, 2020, 2025, (line,)), Language.ZH)
    assert table.title == "某县2023年规划中期评估表"
    assert [column.heading for column in table.columns][2:6] == [
        "2020年基期值", "2025年目标值", "2023年计划值", "2023年实际值"
    ]  # fmt: skip
    assert rows(table) == [["", "其中：公立", "—", "≥3", "2.5", "—", "—", "– 没有数值", ""]]
    assert table.rows[0].is_part
    assert table.signatures == ("填表人：", "审核人：", "日期：")


def test_versions_are_compared_by_totals_and_by_cells() -> None:
    found = compare(COUNTY, "a", "b", CATALOGUE.measures)
    totals, cells = comparison_tables(found, COUNTY, CATALOGUE, Language.ZH)
    assert totals.title == "版本对比合计：一稿 → 二稿"
    assert rows(totals) == [  # changed, added, removed, the same
        ["床位（张）", "编制", "2020", "500", "400", "−100", "0", "0", "1", "1"],
        ["床位（张）", "规划", "2025", "520", "480", "−40", "1", "0", "1", "0"],
    ]
    assert rows(cells) == [
        ["其他医院", "床位（张）", "编制", "2020", "100", "—", "—", "删除"],
        ["甲医院", "床位（张）", "规划", "2025", "500", "480", "−20", "改动"],
        ["乙卫生院", "床位（张）", "规划", "2025", "20", "—", "—", "删除"],
    ]
