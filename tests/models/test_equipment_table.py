from __future__ import annotations

from decimal import Decimal

from db.catalogue import load_catalogue
from models.catalogue import Language
from models.county import County
from models.equipment_table import devices_of, equipment_columns, equipment_rows, known_devices
from models.facility import Facility, FacilityClass, FacilityType
from models.measure import Allocation, Basis, Origin
from models.plan import Plan, PublishedFigure
from models.plan_document import cell_text

CATALOGUE = load_catalogue()
PLAN = Plan("p", "规划", "某县规划", "", 2020, 2025, "")
FACILITIES = [
    Facility(i, name, FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, order=order)
    for order, (i, name) in enumerate((("a", "甲医院"), ("b", "乙医院")))
]


def machines(facility: str, device: str, basis: Basis, value: str) -> Allocation:
    year = 2025 if basis is Basis.PLANNED else 2020
    return Allocation("p", facility, device, basis, year, Decimal(value), Origin.PLANNER)


def area(column: str, text: str) -> PublishedFigure:
    return PublishedFigure("p", "equipment", "全县", column, 0, text)


COUNTY = County(
    [
        PLAN,
        *FACILITIES,
        machines("a", "ct-64", Basis.ACTUAL, "2"),
        machines("a", "ct-64", Basis.PLANNED, "3"),
        area("ct-64 planned 2025", "12"),
        area("质子治疗系统 planned 2025", "1（拟）"),
    ]
)


def test_devices_are_those_with_figures_and_those_the_catalogue_lacks() -> None:
    assert devices_of(COUNTY, PLAN, CATALOGUE) == ["ct-64", "质子治疗系统"]
    assert devices_of(County([PLAN, *FACILITIES]), PLAN, CATALOGUE) == []
    assert "ct-64" in known_devices(CATALOGUE)


def texts(county: County, devices: list[str]) -> list[list[str]]:
    columns = equipment_columns(PLAN, devices, CATALOGUE, Language.ZH)
    rows = equipment_rows(county, PLAN, devices, columns, Language.ZH)
    return [[cell_text(c, v) for c, v in zip(columns, row.cells, strict=True)] for row in rows]


def test_areas_stand_above_the_facilities_and_are_not_in_their_total() -> None:
    assert texts(COUNTY, ["ct-64", "质子治疗系统"]) == [
        ["全县", "—", "12", "—", "1（拟）"],
        ["甲医院", "2", "3", "—", "—"],
        ["机构合计", "2", "3", "—", "—"],
    ]


def test_without_figures_every_facility_is_there_to_be_filled_in() -> None:
    names = [row[0] for row in texts(County([PLAN, *FACILITIES]), ["ct-64"])]
    assert names == ["甲医院", "乙医院", "机构合计"]


def test_two_columns_stand_under_each_device() -> None:
    _, *columns = equipment_columns(PLAN, ["ct-64"], CATALOGUE, Language.EN)
    assert [column.heading for column in columns] == ["Actual 2020", "Planned 2025"]
    assert {column.above for column in columns} == {CATALOGUE.measure_name("ct-64", Language.EN)}
