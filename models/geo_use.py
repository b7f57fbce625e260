"""What a layer of a file is taken for, and which of its columns say what: guessed, then chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

import numpy as np
import shapely

from models.county import County
from models.division_list import DivisionField, field_of, kind_of_name, people_of_heading
from models.division_references import TOWNSHIP_KINDS, VILLAGE_KINDS
from models.facility import FacilityType
from models.geo_matching import (
    GeoTarget,
    MatchColumns,
    MatchState,
    match_columns,
    match_features,
    written,
)
from models.geo_reading import GeoReading, SystemOrigin
from models.geo_source import GeoLayer, GeometryKind
from models.institution_names import type_by_name
from models.source_table import key

_LOOKED_AT = 40  # features, spread over the layer
_LEAST_SHARE = 1 / 3  # of them that must be known by code or name
_FACILITY_HEADINGS = ("机构", "医疗", "facility", "institution")
_ROAD_WORD = ("路", "road", "street", "highway")


class LayerUse(StrEnum):
    """What the features of a layer become. The first three are matched one by one."""

    FACILITIES = "facilities"
    VILLAGES = "villages"
    TOWNSHIPS = "townships"
    COUNTY = "county"  # its boundary
    ROADS = "roads"
    BACKGROUND = "background"

    @property
    def target(self) -> GeoTarget | None:
        """What the features are matched with, None where they are taken as they are."""
        return GeoTarget(self.value) if self.value in set(GeoTarget) else None


class GeoRole(StrEnum):
    """What a column says of a feature."""

    CODE = "code"
    NAME = "name"
    TOWNSHIP = "township"
    TYPE = "type"
    URBAN = "urban"
    PEOPLE = "people"
    ROAD_CLASS = "road-class"
    SPEED = "speed"  # km/h
    FERRY = "ferry"


Columns = Mapping[GeoRole, str]  # headings by role; a role without a column is not in it

ROLES: Mapping[LayerUse, tuple[GeoRole, ...]] = {
    LayerUse.FACILITIES: (GeoRole.NAME, GeoRole.CODE, GeoRole.TOWNSHIP, GeoRole.TYPE),
    LayerUse.VILLAGES: (
        GeoRole.NAME, GeoRole.CODE, GeoRole.TOWNSHIP, GeoRole.URBAN, GeoRole.PEOPLE,
    ),
    LayerUse.TOWNSHIPS: (GeoRole.NAME, GeoRole.CODE, GeoRole.URBAN, GeoRole.PEOPLE),
    LayerUse.COUNTY: (GeoRole.NAME, GeoRole.CODE),
    LayerUse.ROADS: (GeoRole.ROAD_CLASS, GeoRole.NAME, GeoRole.SPEED, GeoRole.FERRY),
    LayerUse.BACKGROUND: (),
}  # fmt: skip

_HEADINGS: Mapping[GeoRole, tuple[str, ...]] = {
    GeoRole.CODE: ("行政代码", "县代码", "adcode", "gb"),
    GeoRole.NAME: (
        "name", "facilityname", "道路名称", "路名", "路线名称", "公路名称", "roadname", "road_name",
        "地名", "名称",
    ),
    GeoRole.TYPE: ("机构类型", "机构类别", "类别", "类型", "type", "kind", "category"),
    GeoRole.ROAD_CLASS: (
        "道路等级", "公路等级", "行政等级", "技术等级", "道路类型", "道路类别", "等级", "类型",
        "fclass", "highway", "class", "roadclass", "road_class", "dldj",
    ),
    GeoRole.SPEED: ("限速", "速度", "设计速度", "设计时速", "车速", "maxspeed", "speed", "kmh"),
    GeoRole.FERRY: ("轮渡", "渡口", "ferry"),
}  # fmt: skip


def guessed_columns(headings: Iterable[str], use: LayerUse) -> dict[GeoRole, str]:
    """The columns whose usual headings are among those of a layer."""
    given = list(headings)
    found: dict[GeoRole, str] = {}
    if use.target is not None:
        usual = match_columns(given, use.target)
        found = {
            GeoRole.CODE: usual.code, GeoRole.NAME: usual.name, GeoRole.TOWNSHIP: usual.township
        }  # fmt: skip
    for role in ROLES[use]:
        if found.get(role):
            continue
        words = [key(word) for word in _HEADINGS.get(role, ())]
        fitting = [heading for heading in given if _says(heading, role, words)]
        ordered = sorted(fitting, key=lambda h: words.index(key(h)) if key(h) in words else 0)
        if ordered:
            found[role] = ordered[0]
    return {role: heading for role, heading in found.items() if heading and role in ROLES[use]}


def _says(heading: str, role: GeoRole, words: list[str]) -> bool:
    if role is GeoRole.URBAN:
        return field_of(heading) is DivisionField.URBAN
    if role is GeoRole.PEOPLE:
        return people_of_heading(heading) is not None
    return key(heading) in words


def matched_by(columns: Columns) -> MatchColumns:
    """The columns by which features are matched."""
    return MatchColumns(
        columns.get(GeoRole.CODE, ""),
        columns.get(GeoRole.NAME, ""),
        columns.get(GeoRole.TOWNSHIP, ""),
    )


def guessed_use(layer: GeoLayer, county: County) -> LayerUse:
    """What a layer seems to be: by its shapes, then by the codes and names that the county knows,
    then by what the names end in."""
    kinds = set(layer.kinds)
    if kinds == {GeometryKind.LINES}:
        return LayerUse.ROADS if _is_of_roads(layer) else LayerUse.BACKGROUND
    if not kinds or not kinds <= {GeometryKind.POINTS, GeometryKind.AREAS}:
        return LayerUse.BACKGROUND
    sample = _sample(layer)
    is_of_areas = kinds == {GeometryKind.AREAS}
    if is_of_areas and county_features(sample, county, {}):
        return LayerUse.COUNTY
    shares = {use: _share(sample, county, use) for use in LayerUse if use.target is not None}
    best = max(shares, key=lambda use: shares[use])
    if shares[best] >= _LEAST_SHARE:
        return best
    named = _by_endings(sample)
    if named is None and is_of_areas and len(layer) == 1:
        return LayerUse.COUNTY
    return named or LayerUse.BACKGROUND


def county_features(reading: GeoReading, county: County, columns: Columns) -> list[int]:
    """The features that bear the county's code or name; columns that are not given are guessed."""
    if county.info is None:
        return []
    code = re.compile(f"(?:156)?{re.escape(county.info.code)}0*")  # 156 is China's number
    name = key(county.info.name)
    given = columns or guessed_columns(reading.layer.columns, LayerUse.COUNTY)
    placed = np.flatnonzero(~shapely.is_missing(reading.geometries)).tolist()
    coded = [i for i in placed if code.fullmatch(text_of(reading, given, GeoRole.CODE, i))]
    return coded or [
        i for i in placed if name and key(text_of(reading, given, GeoRole.NAME, i)).endswith(name)
    ]


def text_of(reading: GeoReading, columns: Columns, role: GeoRole, index: int) -> str:
    """What a feature says in the column of a role; "" where there is none."""
    return written(reading, columns.get(role, ""), index)


def _is_of_roads(layer: GeoLayer) -> bool:
    named = any(word in key(layer.name) for word in _ROAD_WORD)
    return named or GeoRole.ROAD_CLASS in guessed_columns(layer.columns, LayerUse.ROADS)


def _sample(layer: GeoLayer) -> GeoReading:
    """Some of the features, where they stand in the file: nothing is placed yet."""
    kept = np.full(len(layer), None, dtype=object)
    given = np.flatnonzero(~shapely.is_missing(layer.geometries))
    chosen = given[np.unique(np.linspace(0, len(given) - 1, _LOOKED_AT).astype(int))]
    kept[chosen] = layer.geometries[chosen]
    return GeoReading(layer, None, SystemOrigin.FIGURES, kept, ())


def _share(sample: GeoReading, county: County, use: LayerUse) -> float:
    """Of the features those that are surely known, or several times."""
    columns = guessed_columns(sample.layer.columns, use)
    assert use.target is not None
    if not matched_by(columns).code and not matched_by(columns).name:
        return 0.0
    found = match_features(sample, county, use.target, matched_by(columns))
    return sum(m.is_sure or m.state is MatchState.DUPLICATE for m in found) / max(len(found), 1)


def _by_endings(sample: GeoReading) -> LayerUse | None:
    """By a heading that says so, or what most names end in, where the county knows none of them."""
    if any(word in key(h) for h in sample.layer.columns for word in _FACILITY_HEADINGS):
        return LayerUse.FACILITIES
    columns = guessed_columns(sample.layer.columns, LayerUse.FACILITIES)
    placed = np.flatnonzero(~shapely.is_missing(sample.geometries)).tolist()
    names = [text_of(sample, columns, GeoRole.NAME, index) for index in placed]
    kinds = [kind_of_name(name) for name in names]
    counts = {
        LayerUse.FACILITIES: sum(type_by_name(n) is not FacilityType.UNSPECIFIED for n in names),
        LayerUse.VILLAGES: sum(kind in VILLAGE_KINDS for kind in kinds),
        LayerUse.TOWNSHIPS: sum(kind in TOWNSHIP_KINDS for kind in kinds),
    }
    best = max(counts, key=lambda use: counts[use])
    return best if names and counts[best] > len(names) / 2 else None
