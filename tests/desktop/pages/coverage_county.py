"""A small county to test the coverage page on, and what its table of rules says."""

from __future__ import annotations

from dataclasses import replace

from desktop.pages.coverage import CoveragePage
from desktop.tables.coverage_table import Column
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind
from models.plan import CountyInfo, Plan

PLAN = Plan("p", "草案", "规划", "", 2020, 2025, "dazu")
HOSPITAL = Facility(
    "h",
    "县医院",
    FacilityClass.HOSPITAL,
    FacilityType.GENERAL_HOSPITAL,
    longitude=105.70,
    latitude=29.70,
    emergency_site=True,
)
UNPLACED = replace(HOSPITAL, id="u", name="未定位医院", longitude=None, latitude=None)
NEAR = Division("1", "近镇", DivisionKind.TOWN, None, False, 105.72, 29.70, None, 3_000)
CLINIC = Facility(
    "c",
    "远村室",
    FacilityClass.PRIMARY_CARE,
    FacilityType.VILLAGE_CLINIC,
    township="2",
    longitude=105.95,
    latitude=29.70,
)
FAR = Division("2", "远镇", DivisionKind.TOWN, None, False, 105.95, 29.70, None, 1_000)
UNKNOWN = Division("3", "无坐标镇", DivisionKind.TOWN, None, False)
RECORDS = (CountyInfo("1", "某县"), PLAN, HOSPITAL, UNPLACED, NEAR, FAR, UNKNOWN)


def cells(page: CoveragePage, column: Column) -> list[str]:
    model = page.panel.rules.filter
    return [model.index(row, column).data() for row in range(model.rowCount())]
