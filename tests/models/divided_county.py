"""A small county of two townships with square villages, for the tests of divisions."""

from __future__ import annotations

from typing import Any

import shapely

from models.county import County
from models.edits import Record
from models.facility import Facility, FacilityClass, FacilityType
from models.geography import Division, DivisionKind, DivisionPopulation
from models.layers import Boundary, geojson
from models.plan import CountyInfo, Plan, PopulationOrigin
from models.rules.rule import SubjectKind
from models.rules.setting import Acknowledgement

STEP = 0.01  # degrees: the side of a village
PLAN = Plan("p", "初稿", "规划", "", 2020, 2025, "")


def township(code: str, name: str = "", **given: Any) -> Division:
    return Division(code, name or f"镇{code}", DivisionKind.TOWN, **given)


def village(code: str, parent: str = "1", name: str = "", **given: Any) -> Division:
    return Division(code, name or f"村{code}", DivisionKind.VILLAGE, parent=parent, **given)


def people(code: str, year: int, persons: int, source: str = "年鉴") -> DivisionPopulation:
    return DivisionPopulation(code, year, persons, PopulationOrigin.ENTERED, source)


def square(column: int, row: int = 0, width: int = 1) -> shapely.Polygon:
    """A village's area, or of so many side by side, in degrees."""
    west, south = 105 + column * STEP, 29 + row * STEP
    return shapely.box(west, south, west + width * STEP, south + STEP)


def area(code: str, column: int, row: int = 0, width: int = 1) -> Boundary:
    return Boundary(code, geojson(square(column, row, width)), "测绘")


def facility(facility_id: str, village: str | None, township: str | None = "1") -> Facility:
    kind = (FacilityClass.PRIMARY_CARE, FacilityType.VILLAGE_CLINIC)
    return Facility(facility_id, f"机构{facility_id}", *kind, village=village, township=township)


def accepted(code: str) -> Acknowledgement:
    return Acknowledgement("p", "rule", SubjectKind.DIVISION, code, "已核实", "2024-01-01")


def a_county(*more: Record) -> County:
    """Townships 1 and 2; villages 11, 12, 13 side by side in 1, and 21 in 2."""
    villages = [village(c) for c in ("11", "12", "13")]
    return County(
        [
            CountyInfo("990001", "试验县"),
            PLAN,
            township("1"),
            township("2"),
            *villages,
            village("21", "2"),
            *more,
        ]
    )


def everything(county: County) -> set[Record]:
    return set(county.records())
