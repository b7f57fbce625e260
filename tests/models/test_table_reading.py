"""Tables of indicators, projects, bed standards and equipment, as neutral cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db.catalogue import load_catalogue
from models.county import County
from models.errors import Reason
from models.facility import Facility, FacilityClass, FacilityType
from models.import_ledger import Choices, NameChoice
from models.importing import Note
from models.measure import Allocation, Basis
from models.plan import CountyInfo, Indicator, Nature, Plan, Project, PublishedFigure
from models.source_table import SourceCell, SourceTable
from models.table_reading import TablesReading, found_tables, read_tables

PLAN = Plan("p", "规划", "某县规划", "", 2020, 2025, "")
HOSPITAL = Facility("h", "人民医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL)
MEASURES = load_catalogue().measures
INDICATORS = ("类别", "序号", "指标", "2020年", "2025年", "指标性质")
PROJECTS = ("序号", "项目名称", "总投资（万元）", "“十四五”预计投资（万元）")


def read(
    *rows: tuple[str, ...], county: County | None = None, choices: Choices | None = None
) -> TablesReading:
    county = county or County([CountyInfo("500999", "某县"), PLAN, HOSPITAL])
    cells = tuple(tuple(SourceCell(text) for text in row) for row in rows)
    tables = found_tables([SourceTable("表", cells)], PLAN, MEASURES, {})
    return read_tables("表.csv", tables, county, PLAN, MEASURES, choices or Choices())


def made(reading: TablesReading, kind: type) -> list:
    return [c.after for c in reading.reading.changes if isinstance(c.after, kind)]


def codes(reading: TablesReading) -> set[Reason | Note]:
    return {p.code for p in reading.problems}


def test_sub_rows_stand_under_the_numbered_row_above_them() -> None:
    reading = read(
        INDICATORS,
        ("资源", "1", "床位", "5", "≥6", "约束性"),
        ("", "", "其中：公立", "4", "——", "预期性"),
        ("", "2", "护士", "3", "4", "指导性"),
    )
    first, sub, second = made(reading, Indicator)
    assert (first.parent, sub.parent, second.parent) == (None, first.id, None)
    assert [i.category for i in (first, sub, second)] == ["资源"] * 3
    assert (sub.target, sub.nature, second.nature) == ("——", Nature.EXPECTED, Nature.GUIDING)


@pytest.mark.parametrize(("text", "code"), [("", Reason.EMPTY), ("必须", Reason.UNKNOWN_CHOICE)])
def test_an_indicator_of_no_known_nature_is_refused(text: str, code: Reason) -> None:
    assert codes(read(INDICATORS, ("", "1", "床位", "5", "6", text))) == {code}


def test_a_blank_cell_keeps_what_the_indicator_says() -> None:
    before = Indicator("i", "p", 1, "1", "床位", "资源", "5", "6", Nature.BINDING)
    county = County([CountyInfo("500999", "某县"), PLAN, before])
    reading = read(INDICATORS, ("", "1", "床 位", "", "7", ""), county=county)
    (after,) = made(reading, Indicator)
    assert (after.id, after.category, after.baseline, after.target, after.nature) == (
        "i", "资源", "5", "7", Nature.BINDING,
    )  # fmt: skip


def test_the_total_of_projects_is_no_project() -> None:
    reading = read(
        PROJECTS, ("", "合计", "3", "2"), ("1", "扩建", "2.5", "１"), ("2", "迁建", "", "—")
    )
    one, other = made(reading, Project)
    assert (one.total_investment, one.period_investment) == (Decimal("2.5"), Decimal(1))
    assert (other.total_investment, other.period_investment) == (None, None)
    assert Note.TOTAL_ROW in codes(reading)


@pytest.mark.parametrize(
    ("text", "code"),
    [("3亿元", Reason.OTHER_UNIT), ("-3", Reason.NEGATIVE), ("三", Reason.NOT_A_NUMBER)],
)
def test_money_that_is_no_number_of_the_unit_is_refused(text: str, code: Reason) -> None:
    assert codes(read(PROJECTS, ("1", "扩建", text, ""))) == {code}


def test_a_standard_that_differs_from_the_institutions_is_kept_as_published() -> None:
    reading = read(("机构类别", "编制床位数 2020年", "编制床位数 2025年"), ("医院", "7", "8"))
    assert [(f.row, f.column, f.text) for f in made(reading, PublishedFigure)] == [
        ("医院", "beds authorised 2020", "7"),
        ("医院", "beds planned 2025", "8"),
    ]


def test_areas_of_the_equipment_table_are_figures_and_institutions_allocations() -> None:
    heading = ("区  域", "直线加速器 2020年配置数", "直线加速器 2025年规划数")
    rows = (heading, ("全市", "39", "125"), ("主城新区", "6", "24"), ("区人民医院", "1", ""))
    assert codes(read(*rows)) >= {Reason.UNKNOWN_FACILITY}
    reading = read(*rows, choices=Choices({"主城新区": NameChoice.AREA}))
    assert [f.row for f in made(reading, PublishedFigure)] == ["全市"] * 2 + ["主城新区"] * 2
    (allocation,) = made(reading, Allocation)
    assert allocation.key == ("p", "h", "linear-accelerator", Basis.ACTUAL, 2020)


def test_a_new_facility_stands_before_its_figures() -> None:
    reading = read(
        ("机构名称", "规划床位"),
        ("龙水镇卫生院", "5"),
        choices=Choices({"龙水镇卫生院": NameChoice.NEW}),
    )
    facility, allocation = (c.after for c in reading.reading.changes)
    assert isinstance(facility, Facility)
    assert facility.facility_type is FacilityType.TOWNSHIP_HEALTH_CENTRE
    assert isinstance(allocation, Allocation)
    assert allocation.facility_id == facility.id
