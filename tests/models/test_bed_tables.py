from __future__ import annotations

from decimal import Decimal

from models.bed_tables import bed_tables, heading_texts
from models.catalogue import Language
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Ownership
from models.layout import Layout
from models.measure import Allocation, Basis, Origin
from models.plan import CountyInfo, Plan

PLAN = Plan("p", "规划", "某县规划", "", 2020, 2025, "dazu")


def facility(name: str, facility_class: FacilityClass, *, is_group: bool = False) -> Facility:
    return Facility(
        name, name, facility_class, FacilityType.UNSPECIFIED, Ownership.PUBLIC, is_group=is_group
    )


def beds(name: str, basis: Basis, value: str, note: str = "") -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation("p", name, "beds", basis, year, Decimal(value), Origin.PLANNER, note=note)


COUNTY = County(
    [
        CountyInfo("500999", "某县", "Some"),
        PLAN,
        facility("人民医院", FacilityClass.HOSPITAL),
        facility("甲卫生院", FacilityClass.PRIMARY_CARE),
        facility("其他医院", FacilityClass.HOSPITAL, is_group=True),
        beds("人民医院", Basis.AUTHORISED, "1200"),
        beds("人民医院", Basis.PLANNED, "1300", "扩建"),
        beds("甲卫生院", Basis.PLANNED, "0"),
        beds("其他医院", Basis.PLANNED, "50"),
    ]
)


def test_headings_are_those_of_the_published_tables() -> None:
    assert heading_texts(Layout.THREE_COLUMN, PLAN, Language.ZH) == [
        "序号",
        "机构名称",
        "现有编制床位（张）",
        "实有床位（张）",
        "2025年规划编制床位（张）",
    ]
    assert heading_texts(Layout.ONE_COLUMN, PLAN, Language.ZH) == [
        "医疗机构",
        "2025年编制床位配置目标（张）",
        "备注",
    ]


def test_blanks_are_dashes_and_zero_is_a_figure() -> None:
    hospitals, primary, _ = bed_tables(COUNTY, PLAN, Layout.THREE_COLUMN, Language.ZH)
    assert [hospitals.texts(row) for row in hospitals.rows] == [
        ["1", "人民医院", "1200", "—", "1300"],
        ["", "合计", "1200", "—", "1300"],
    ]
    assert primary.texts(primary.rows[0]) == ["1", "甲卫生院", "—", "—", "0"]


def test_the_last_table_adds_the_others_and_the_unnamed_up() -> None:
    *_, county = bed_tables(COUNTY, PLAN, Layout.THREE_COLUMN, Language.ZH)
    assert county.title == "某县编制床位合计（2021—2025年）"
    assert [county.texts(row)[1:] for row in county.rows] == [
        ["公立医院小计", "1200", "—", "1300"],
        ["基层医疗机构小计", "—", "—", "0"],
        ["其他医院", "—", "—", "50"],
        ["合计", "1200", "—", "1350"],
    ]
    assert [row.repeats for row in county.rows] == ["公立医院", "基层医疗机构", "", ""]


def test_one_column_prints_the_remark() -> None:
    table, _ = bed_tables(COUNTY, PLAN, Layout.ONE_COLUMN, Language.EN)
    assert table.title == "Some Facilities: authorised beds (2021—2025)"
    assert table.texts(table.rows[0]) == ["人民医院", "1300", "扩建"]
    assert table.texts(table.rows[-1]) == ["Total", "1300", ""]
