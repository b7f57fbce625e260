"""Layers of a county as they leave it: its places, areas and roads, and what the rules find.

The headings are those that an import knows, so that what was written can be read again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from models.catalogue import Catalogue, Language
from models.coordinates import WGS84
from models.county import County
from models.coverage import Coverage, Method, Point, RuleCoverage, project, unproject
from models.division_list import URBAN_WORDS, DivisionField, heading, people_heading
from models.division_merging import UNDATED
from models.division_people import people_years, persons_of
from models.facility import Facility
from models.geo_source import GeoLayer, Value, shapes
from models.geography import Division
from models.layers import Layer, LayerKind, layer_features
from models.plan_document import say
from models.service_areas import Places, served, service_polygons


class ExportLayer(StrEnum):
    """What can be written; each is a layer of its own."""

    FACILITIES = "facilities"
    VILLAGES = "villages"
    VILLAGE_AREAS = "village-areas"
    TOWNSHIPS = "townships"
    TOWNSHIP_AREAS = "township-areas"
    COUNTY = "county"
    ROADS = "roads"
    BACKGROUND = "background"
    COVERAGE = "coverage"
    UNCOVERED = "uncovered"
    SERVICE_AREAS = "service-areas"


LAYER_NAMES: Mapping[ExportLayer, tuple[str, str]] = {
    ExportLayer.FACILITIES: ("医疗卫生机构", "Facilities"),
    ExportLayer.VILLAGES: ("村（社区）", "Villages"),
    ExportLayer.VILLAGE_AREAS: ("村（社区）范围", "Village areas"),
    ExportLayer.TOWNSHIPS: ("乡镇（街道）", "Townships"),
    ExportLayer.TOWNSHIP_AREAS: ("乡镇（街道）范围", "Township areas"),
    ExportLayer.COUNTY: ("县界", "County boundary"),
    ExportLayer.ROADS: ("道路", "Roads"),
    ExportLayer.BACKGROUND: ("背景图层", "Background layers"),
    ExportLayer.COVERAGE: ("服务覆盖", "Coverage"),
    ExportLayer.UNCOVERED: ("未覆盖", "Uncovered"),
    ExportLayer.SERVICE_AREAS: ("服务范围", "Service areas"),
}

_NAME, _CODE = DivisionField.NAME, DivisionField.CODE
_ROAD_HEADINGS = {
    "name": ("名称", "Name"), "class": ("道路等级", "Road class"), "kmh": ("限速", "Speed"),
    "ferry": ("轮渡", "Ferry"),
}  # fmt: skip
_YES_NO = {True: ("是", "Yes"), False: ("否", "No")}


@dataclass(frozen=True)
class ExportSource:
    """What is written of: the county, what its rules find, and the words to write in."""

    county: County
    coverage: Coverage
    catalogue: Catalogue
    language: Language

    def say(self, zh: str, en: str) -> str:
        return say((zh, en), self.language)


@dataclass(frozen=True)
class _Row:
    geometry: BaseGeometry | None
    values: Mapping[str, Value]


def export_layers(
    source: ExportSource, wanted: Collection[ExportLayer] = frozenset(ExportLayer)
) -> list[GeoLayer]:
    """The wanted layers in WGS 84, without those that have no features."""
    found: list[GeoLayer] = []
    for layer in ExportLayer:
        if layer not in wanted:
            continue
        if layer is ExportLayer.BACKGROUND:
            found += _background(source)
            continue
        rows = _rows(source, layer)
        if rows:
            found.append(_layer(say(LAYER_NAMES[layer], source.language), rows))
    return _with_own_names(found)


def _rows(source: ExportSource, layer: ExportLayer) -> list[_Row]:
    county = source.county
    villages = [d for d in county.divisions if d.parent is not None]
    match layer:
        case ExportLayer.FACILITIES:
            return [_facility(source, f) for f in county.facilities if not f.is_group]
        case ExportLayer.VILLAGES:
            return _divisions(source, villages)
        case ExportLayer.VILLAGE_AREAS:
            return _areas(source, villages)
        case ExportLayer.TOWNSHIPS:
            return _divisions(source, county.townships)
        case ExportLayer.TOWNSHIP_AREAS:
            return _areas(source, county.townships)
        case ExportLayer.COUNTY:
            return _county(source)
        case ExportLayer.ROADS:
            layers = [found for found in county.layers if found.kind is LayerKind.ROADS]
            return [row for found in layers for row in _roads(source, found)]
        case ExportLayer.COVERAGE:
            return _covered(source, source.coverage.rules)
        case ExportLayer.UNCOVERED:
            return _uncovered(source)
    return _service_areas(source)


def _layer(name: str, rows: Sequence[_Row]) -> GeoLayer:
    headings = dict.fromkeys(heading for row in rows for heading in row.values)
    columns = {heading: [row.values.get(heading) for row in rows] for heading in headings}
    numbers = np.arange(1, len(rows) + 1, dtype=np.int64)
    return GeoLayer(name, shapes([row.geometry for row in rows]), numbers, columns, WGS84)


def _with_own_names(layers: Iterable[GeoLayer]) -> list[GeoLayer]:
    """No two layers of one name, which one file cannot hold."""
    taken: set[str] = set()
    named = []
    for layer in layers:
        name, number = layer.name, 2
        while name.lower() in taken:
            name, number = f"{layer.name} {number}", number + 1
        taken.add(name.lower())
        named.append(replace(layer, name=name))
    return named


# --- places and areas


def _facility(source: ExportSource, facility: Facility) -> _Row:
    county, catalogue, language = source.county, source.catalogue, source.language
    township = None if facility.township is None else county.division(facility.township).name
    values: dict[str, Value] = {
        source.say("机构名称", "Facility name"): facility.name,
        source.say("机构代码", "Code"): facility.code or None,
        source.say("机构类型", "Type"):
            catalogue.word("facility-type", facility.facility_type, language),
        heading(DivisionField.TOWNSHIP, language): township,
        source.say("状态", "State"): catalogue.word("facility-status", facility.status, language),
        source.say("急救站点", "Emergency site"): source.say(*_YES_NO[facility.emergency_site]),
        source.say("坐标来源", "Coordinates are"): _origin(source, facility),
    }  # fmt: skip
    return _Row(_point(facility.place), values)


def _divisions(source: ExportSource, divisions: Iterable[Division]) -> list[_Row]:
    """A division without a place keeps its row."""
    return [_Row(_point(d.place), _division(source, d)) for d in divisions]


def _areas(source: ExportSource, divisions: Iterable[Division]) -> list[_Row]:
    found = ((d, source.county.boundary(d.code)) for d in divisions)
    return [_Row(b.area, _division(source, d)) for d, b in found if b is not None]


def _division(source: ExportSource, division: Division) -> dict[str, Value]:
    county, language = source.county, source.language
    parent = None if division.parent is None else county.division(division.parent).name
    urban = None if division.urban is None else say(URBAN_WORDS[division.urban], language)
    kind = source.catalogue.word("division-kind", division.kind, language)
    values: dict[str, Value] = {
        heading(_CODE, language): division.code,
        heading(_NAME, language): division.name,
        heading(DivisionField.KIND, language): kind,
        heading(DivisionField.TOWNSHIP, language): parent,
        heading(DivisionField.URBAN, language): urban,
    }
    for year in (*people_years(county), UNDATED):
        values[people_heading(year, language)] = persons_of(county, division, year)
    return values | {source.say("坐标来源", "Coordinates are"): _origin(source, division)}


def _origin(source: ExportSource, record: Division | Facility) -> str | None:
    """Surveyed or approximate, so that nobody takes the one for the other."""
    if record.place_origin is None:
        return None
    return source.catalogue.word("place-origin", record.place_origin, source.language)


def _county(source: ExportSource) -> list[_Row]:
    info = source.county.info
    boundary = None if info is None else source.county.boundary(info.code)
    if info is None or boundary is None:
        return []
    name = say((info.name, info.en or info.name), source.language)
    values = {heading(_CODE, source.language): info.code, heading(_NAME, source.language): name}
    return [_Row(boundary.area, values)]


# --- layers


def _roads(source: ExportSource, layer: Layer) -> list[_Row]:
    rows = []
    for feature in layer_features(layer.features):
        values: dict[str, Value] = {
            source.say(*words): feature.attributes.get(name)
            for name, words in _ROAD_HEADINGS.items()
        }
        values[source.say("图层", "Layer")] = layer.name
        rows.append(_Row(feature.geometry, values))
    return rows


def _background(source: ExportSource) -> list[GeoLayer]:
    layers = [found for found in source.county.layers if found.kind is LayerKind.BACKGROUND]
    found = ((layer, layer_features(layer.features)) for layer in layers)
    return [
        _layer(layer.name, [_Row(f.geometry, f.attributes) for f in features])
        for layer, features in found
        if features
    ]


# --- what the rules find


def _covered(source: ExportSource, rules: Iterable[RuleCoverage]) -> list[_Row]:
    return [_point_row(source, rule, point) for rule in rules for point in rule.points]


def _uncovered(source: ExportSource) -> list[_Row]:
    """Of each rule, most people first."""
    return [
        _point_row(source, rule, point)
        for rule in source.coverage.rules
        for point in sorted(
            rule.uncovered, key=lambda p: (p.population is None, -(p.population or 0))
        )
    ]


def _point_row(source: ExportSource, rule: RuleCoverage, point: Point) -> _Row:
    language = source.language
    minutes = None if point.way is None else point.way.minutes
    by_road = rule.method is Method.ROAD
    values: dict[str, Value] = {
        source.say("规则", "Rule"): say((rule.rule.zh, rule.rule.en), language),
        heading(_CODE, language): point.division_code,
        heading(_NAME, language): point.name,
        people_heading(UNDATED, language): point.population,
        source.say("是否覆盖", "Covered"): source.say(*_YES_NO[point.covered]),
        source.say("最近机构", "Nearest facility"): point.nearest_name or None,
        source.say("距离（米）", "Distance (m)"): _rounded(point.distance_m),
        source.say("限值（米）", "Limit (m)"): None if by_road else _rounded(point.limit_m),
        source.say("时间（分钟）", "Time (min)"): _rounded(minutes),
    }
    return _Row(shapely.Point(point.longitude, point.latitude), values)


def _service_areas(source: ExportSource) -> list[_Row]:
    """All that is nearest to each site, for every set of sites that rules have."""
    rows: list[_Row] = []
    seen: set[tuple[str, ...]] = set()
    for rule in source.coverage.rules:
        ids = tuple(site.facility_id for site in rule.sites)
        if ids and ids not in seen:
            seen.add(ids)
            rows += _areas_of(source, rule)
    return rows


def _areas_of(source: ExportSource, rule: RuleCoverage) -> list[_Row]:
    county, meridian = source.county, source.coverage.meridian
    there = Places(
        meridian,
        tuple(
            replace(county.division(p.division_code), population=p.population) for p in rule.points
        ),
        tuple(county.facility(site.facility_id) for site in rule.sites),
    )
    serving = {s.facility.id: s for s in served(there)}
    rows = []
    for facility, area in service_polygons(there, _boundary_m(county, meridian)):
        own = serving[facility.id]
        values: dict[str, Value] = {
            source.say("规则", "Rule"): say((rule.rule.zh, rule.rule.en), source.language),
            source.say("机构名称", "Facility name"): facility.name,
            source.say("最近的人口点数", "Points nearest to it"): own.points,
            source.say("服务人口", "People served"): own.people,
            source.say("人口不详的点数", "Points without a population"): own.unpopulated,
        }
        rows.append(_Row(_degrees(area, meridian), values))
    return rows


def _boundary_m(county: County, meridian: int) -> BaseGeometry | None:
    """The county's boundary in metres of the zone."""
    boundary = None if county.info is None else county.boundary(county.info.code)
    if boundary is None:
        return None
    return shapely.transform(boundary.area, lambda pairs: project(pairs, meridian))


def _degrees(area: BaseGeometry, meridian: int) -> BaseGeometry | None:
    """An area of the zone in WGS 84 degrees; None for an empty one."""
    if area.is_empty:
        return None
    return shapely.transform(area, lambda pairs: unproject(pairs, meridian))


def _point(place: tuple[float, float] | None) -> BaseGeometry | None:
    return None if place is None else shapely.Point(place)


def _rounded(value: float | Fraction | None) -> float | None:
    """For a person to read: to a tenth."""
    return None if value is None else round(float(value), 1)
