from __future__ import annotations

from decimal import Decimal

from db.catalogue import load_catalogue
from db.samples import sample_records
from models.catalogue import Language
from models.county import County
from models.layout import Layout
from models.plan import Indicator, Nature, Plan, Project
from models.plan_document import PlanTable, joined_runs
from models.plan_tables import has_figures, layout_plan_tables

CATALOGUE = load_catalogue()
PLAN = Plan("p", "规划", "某县“十四五”规划", "", 2020, 2025, "")
INDICATORS = [
    Indicator("1", "p", 1, "1", "每千人口床位数（张）", "资源", "5.5", "≥6", Nature.BINDING),
    Indicator("2", "p", 2, "", "其中：公立医院", "资源", "", "——", Nature.EXPECTED, "1"),
]
PROJECTS = [
    Project("1", "p", 1, "1", "甲医院迁建", "迁建", "", "2021—2025", Decimal("1500.5"), None),
    Project("2", "p", 2, "2", "乙卫生院", "新建", "", "", Decimal("99.5"), Decimal(0), note="拟建"),
]
COUNTY = County([PLAN, *INDICATORS, *PROJECTS])


def table(layout: Layout, county: County = COUNTY, language: Language = Language.ZH) -> PlanTable:
    (found,) = layout_plan_tables(county, county.plans[0], layout, CATALOGUE, language)
    return found


def rows(of: PlanTable) -> list[list[str]]:
    return [of.texts(row) for row in of.rows]


def test_indicators_are_printed_as_the_plan_states_them() -> None:
    indicators = table(Layout.INDICATORS)
    assert [column.heading for column in indicators.columns] == [
        "类别", "序号", "指标", "2020年实际值", "2025年目标值", "指标性质"
    ]  # fmt: skip
    assert rows(indicators) == [
        ["资源", "1", "每千人口床位数（张）", "5.5", "≥6", "约束性"],
        ["资源", "", "其中：公立医院", "—", "——", "预期性"],
    ]
    assert joined_runs(indicators) == [(0, 2)]
    assert [row.is_part for row in indicators.rows] == [False, True]


def test_projects_open_with_their_total() -> None:
    projects = table(Layout.PROJECTS)
    assert projects.columns[6].heading == "“十四五”预计投资（万元）"
    assert rows(projects) == [
        ["", "合计", "", "", "", "1600", "0", ""],
        ["1", "甲医院迁建", "迁建", "", "2021—2025", "1500.5", "—", ""],
        ["2", "乙卫生院", "新建", "", "", "99.5", "0", "拟建"],
    ]
    assert projects.rows[0].sums == (1, 2)


def test_the_bed_standard_of_dazu_is_that_of_its_institutions() -> None:
    standard = table(Layout.BED_STANDARD, County(sample_records("dazu")))
    assert rows(standard)[:3] == [
        ["全区", "5144", "6114", "6.16", "7.28"],
        ["医院", "3285", "3674", "3.94", "4.38"],
        ["其中：公立医院", "2000", "2389", "2.40", "2.85"],
    ]
    assert standard.rows[0].sums == (1, 4, 5)  # hospitals, primary care, public health
    assert standard.notes[0].startswith(
        "注：2020年每千常住人口按2020年常住人口834797人计算（推算）。"
    )


def test_titles_name_county_and_years() -> None:
    county = County(sample_records("dazu"))
    assert table(Layout.INDICATORS, county).title == "大足区主要发展指标（2021—2025年）"
    english = table(Layout.INDICATORS, county, Language.EN)
    assert english.title == "Dazu Indicators (2021—2025)"


def test_layouts_without_anything_to_print_are_known() -> None:
    found = {layout for layout in Layout if has_figures(COUNTY, PLAN, layout, CATALOGUE)}
    assert found == {Layout.INDICATORS, Layout.PROJECTS}
