"""Layers and the county that they are taken into: two townships, two villages, a health centre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from models.coordinates import WGS84
from models.county import County
from models.division_merging import UNDATED
from models.edits import Record
from models.facility import Facility, FacilityClass, FacilityType
from models.geo_part import Decision, ImportPart, matched_part
from models.geo_reading import GeoReading, SystemOrigin
from models.geo_source import GeoLayer, Value, shapes
from models.geo_use import Columns, LayerUse, guessed_columns
from models.geography import Division, DivisionKind
from models.plan import CountyInfo

EAST_TOWN = Division("500999100", "东镇", DivisionKind.TOWN)
WEST_TOWN = Division("500999101", "西镇", DivisionKind.TOWN)
EAST_VILLAGE = Division("500999100201", "东风村", DivisionKind.VILLAGE, parent="500999100")
WEST_VILLAGE = Division("500999101201", "西山村", DivisionKind.VILLAGE, parent="500999101")
CENTRE = Facility(
    "centre", "东镇卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE,
    order=1, township="500999100",
)  # fmt: skip


def a_county(*more: Record) -> County:
    given = (EAST_TOWN, WEST_TOWN, EAST_VILLAGE, WEST_VILLAGE, CENTRE)
    return County([CountyInfo("500999", "测试县"), *given, *more])


def layer(geometries: Sequence[Any], name: str = "图层", **columns: Sequence[Value]) -> GeoLayer:
    numbers = np.arange(1, len(geometries) + 1)
    return GeoLayer(name, shapes(geometries), numbers, columns, WGS84)


def placed(found: GeoLayer) -> GeoReading:
    """The layer as one in WGS 84."""
    return GeoReading(found, WGS84, SystemOrigin.DECLARED, found.geometries, ())


def part(
    found: GeoLayer,
    use: LayerUse,
    county: County,
    decisions: Mapping[int, Decision] | None = None,
    columns: Columns | None = None,
    year: int = UNDATED,
) -> ImportPart:
    """The layer matched by its usual columns, and decided on."""
    given = guessed_columns(found.columns, use) if columns is None else columns
    made = ImportPart(placed(found), use, given, year)
    matched = matched_part(made, county, lambda done, total: None)
    return replace(matched, decisions=decisions or {})
