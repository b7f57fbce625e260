"""What the coverage map shows, in kilometres of the county's zone: a plain picture of a county.

x and y are km east and north in the CGCS2000 3-degree Gauss–Krüger zone of `MapData.meridian`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.county_roads import CountyRoads, county_roads
from models.coverage import (
    Coverage,
    Method,
    Point,
    RuleCoverage,
    Site,
    project,
    service_circles,
    unproject,
)
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, PlaceOrigin
from models.geography import Division
from models.layers import Boundary, LayerKind, layer_features, shape
from models.rules.rule import Rule
from models.service_areas import places, service_polygons
from models.travel_areas import travel_area


class PointState(StrEnum):
    """The values are the ids of the words of the map's legend."""

    COVERED = "covered"
    UNCOVERED = "uncovered"
    UNCHECKED = "unchecked"  # urban or rural is not known


@dataclass(frozen=True, slots=True)
class MapFacility:
    """A facility with coordinates; `on_trial` where it is not as recorded."""

    id: str
    name: str
    facility_class: FacilityClass
    facility_type: FacilityType
    status: FacilityStatus
    x: float
    y: float
    site: bool
    approximate: bool
    on_trial: bool = False

    @property
    def target(self) -> tuple[str, str]:
        return ("facility", self.id)


class Measured(NamedTuple):
    """What one rule says of a population point."""

    rule: Rule
    point: Point


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A population point; `measured` is what each rule shown says of it."""

    code: str
    name: str
    x: float
    y: float
    population: int | None
    state: PointState
    measured: tuple[Measured, ...]
    approximate: bool

    @property
    def target(self) -> tuple[str, str]:
        return ("division", self.code)


@dataclass(frozen=True)
class MapArea:
    """What the sites of one rule reach: `area` all of them, `circles` each; in km.

    By road it is a strip along the roads reached, which then stands for the circles too.
    """

    rule: Rule
    area: BaseGeometry
    circles: tuple[BaseGeometry, ...]


class BoundaryLevel(StrEnum):
    """The values are the ids of the words of the map's legend."""

    COUNTY = "boundary-county"
    TOWNSHIP = "boundary-township"
    VILLAGE = "boundary-village"


@dataclass(frozen=True)
class MapBoundary:
    """The area of a division or of the county; `state` where it is that of a point shown."""

    level: BoundaryLevel
    area: BaseGeometry
    state: PointState | None


@dataclass(frozen=True)
class MapLayer:
    """A layer of roads or background."""

    id: str
    name: str
    kind: LayerKind
    shapes: tuple[BaseGeometry, ...]


@dataclass(frozen=True)
class Ground:
    """What lies below the symbols, and where it comes from.

    `service` are the areas nearest to each of the sites shown.
    """

    boundaries: tuple[MapBoundary, ...] = ()
    layers: tuple[MapLayer, ...] = ()
    service: tuple[BaseGeometry, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class MapData:
    """Everything drawn; `meridian` is that of the zone, `geonames` whether that source is used.

    `shown` are the rules that the points are measured by. `unplaced_sites` and `unplaced_points`
    are how many are not on the map for want of coordinates.
    """

    county: str
    meridian: int
    facilities: tuple[MapFacility, ...]
    points: tuple[MapPoint, ...]
    areas: tuple[MapArea, ...]
    shown: tuple[RuleCoverage, ...]
    geonames: bool
    unplaced_sites: int
    unplaced_points: int
    ground: Ground = Ground()

    @property
    def approximate(self) -> int:
        """How many facilities and points are shown at an approximate place."""
        return sum(f.approximate for f in self.facilities) + sum(p.approximate for p in self.points)

    @property
    def on_trial(self) -> int:
        """How many facilities are shown otherwise than recorded."""
        return sum(f.on_trial for f in self.facilities)

    def places(self) -> Iterator[tuple[float, float]]:
        """(x, y) in km of every symbol."""
        yield from ((f.x, f.y) for f in self.facilities)
        yield from ((p.x, p.y) for p in self.points)

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Km of the map → WGS 84 (longitude, latitude), to 1e-6 degrees: a tenth of a metre."""
        longitude, latitude = unproject([(x * 1000, y * 1000)], self.meridian)[0].tolist()
        return (round(longitude, 6), round(latitude, 6))


def map_data(
    county: County,
    coverage: Coverage,
    rule_id: str = "",
    on_trial: Iterable[str] = (),
    service: bool = False,
    with_layers: bool = True,
) -> MapData:
    """The map of one radius rule, or of all of them (rule_id "").

    A point is uncovered where any rule shown says so. Facilities without coordinates are not on
    the map: the page lists them. `on_trial` are the ids of those that are not as recorded. With
    `service` the ground holds the service areas, which take long where there are many sites; layers
    take long when they are first read, and can be left out.
    """
    shown = [r for r in coverage.rules if rule_id in ("", r.rule.id)]
    facilities = [f for f in county.facilities if f.place is not None]
    measured = _by_division(shown)
    divisions = [county.division(code) for code in measured]
    divisions += [] if rule_id else coverage.unclassed
    placed: list[Facility | Division] = [*facilities, *(d for d in divisions if d.place)]
    km = _km(placed, coverage.meridian)
    sites = {s.facility_id for r in shown for s in r.sites}
    trial = frozenset(on_trial)
    points = tuple(
        _point(d, xy, tuple(measured.get(d.code, ())))
        for d, xy in zip(divisions, km[len(facilities) :], strict=True)
    )
    ground = _ground(county, coverage.meridian, {p.code: p.state for p in points}, with_layers)
    if service and coverage.meridian:
        ground = replace(ground, service=_service(county, coverage.meridian, sites))
    info = county.info
    return MapData(
        info.name if info else "",
        coverage.meridian,
        tuple(
            _facility(f, xy, f.id in sites, f.id in trial)
            for f, xy in zip(facilities, km[: len(facilities)], strict=True)
        ),
        points,
        tuple(_area(r, county, coverage.meridian) for r in shown if r.sites),
        tuple(shown),
        geonames=uses_geonames([*divisions, *facilities]),
        unplaced_sites=len({f.id for r in shown for f in r.unplaced_sites}),
        unplaced_points=len(coverage.unplaced),
        ground=ground,
    )


def uses_geonames(records: Iterable[Facility | Division]) -> bool:
    """Whether any of their places or people come from GeoNames, which is then to be named."""
    return any(
        "GeoNames" in r.source + (r.note if isinstance(r, Facility) else r.population_note)
        for r in records
    )


def _km(placed: Sequence[Facility | Division], meridian: int) -> list[tuple[float, float]]:
    places = [r.place for r in placed if r.place]
    return [(x, y) for x, y in (project(places, meridian) / 1000).tolist()] if places else []


def _by_division(shown: Iterable[RuleCoverage]) -> dict[str, list[Measured]]:
    found: dict[str, list[Measured]] = {}
    for of_rule in shown:
        for point in of_rule.points:
            found.setdefault(point.division_code, []).append(Measured(of_rule.rule, point))
    return found


def _facility(
    facility: Facility, xy: tuple[float, float], site: bool, on_trial: bool
) -> MapFacility:
    return MapFacility(
        facility.id,
        facility.name,
        facility.facility_class,
        facility.facility_type,
        facility.status,
        *xy,
        site=site,
        approximate=facility.place_origin is PlaceOrigin.APPROXIMATE,
        on_trial=on_trial,
    )


def _point(division: Division, xy: tuple[float, float], measured: tuple[Measured, ...]) -> MapPoint:
    state = PointState.UNCHECKED
    if measured:
        covered = all(m.point.covered for m in measured)
        state = PointState.COVERED if covered else PointState.UNCOVERED
    return MapPoint(
        division.code,
        division.name,
        *xy,
        population=measured[0].point.population if measured else division.population,
        state=state,
        measured=measured,
        approximate=division.place_origin is PlaceOrigin.APPROXIMATE,
    )


def _area(measured: RuleCoverage, county: County, meridian: int) -> MapArea:
    roads = county_roads(county, meridian) if measured.method is Method.ROAD else None
    if roads is not None:
        reached = _by_road(roads, measured.sites, measured.rule.limit)
        return MapArea(measured.rule, reached, (reached,))
    circles = service_circles(measured.sites, measured.limit_m, meridian)
    in_km = tuple(map(_in_km, circles))
    return MapArea(measured.rule, shapely.union_all(in_km), in_km)


@lru_cache(maxsize=8)
def _by_road(roads: CountyRoads, sites: tuple[Site, ...], minutes: Fraction) -> BaseGeometry:
    places = [(site.longitude, site.latitude) for site in sites]
    return _in_km(travel_area(roads, project(places, roads.network.meridian), minutes))


def _in_km(metres: BaseGeometry) -> BaseGeometry:
    return shapely.transform(metres, lambda xy: xy / 1000)


def _ground(
    county: County, meridian: int, states: dict[str, PointState], with_layers: bool
) -> Ground:
    if not meridian:  # nothing has coordinates: no zone to draw in
        return Ground()
    boundaries = list(county.table(Boundary).values())
    layers = county.layers if with_layers else []
    sources = [*(b.source for b in boundaries), *(layer.source for layer in layers)]
    return Ground(
        tuple(
            MapBoundary(_level(b, county), _of_text(b.geometry, meridian), states.get(b.code))
            for b in boundaries
        ),
        tuple(
            MapLayer(layer.id, layer.name, layer.kind, _of_layer(layer.features, meridian))
            for layer in layers
        ),
        sources=tuple(dict.fromkeys(filter(None, sources))),
    )


def _service(county: County, meridian: int, sites: set[str]) -> tuple[BaseGeometry, ...]:
    """What is nearest to each of the sites, within the county where its boundary is known."""
    there = places(county)
    there = there.with_facilities(off=[f.id for f in there.sites if f.id not in sites])
    own = county.boundary(county.info.code) if county.info else None
    frame = None if own is None else _projected(own.area, meridian)
    return tuple(_in_km(area) for _, area in service_polygons(there, frame) if not area.is_empty)


def _level(boundary: Boundary, county: County) -> BoundaryLevel:
    division = county.table(Division).get((boundary.code,))
    if division is None:
        return BoundaryLevel.COUNTY
    return BoundaryLevel.TOWNSHIP if division.parent is None else BoundaryLevel.VILLAGE


def _projected(degrees: BaseGeometry, meridian: int) -> BaseGeometry:
    """WGS 84 degrees → metres of the zone."""

    def metres(xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return project(xy, meridian)

    return shapely.transform(degrees, metres)


@lru_cache(maxsize=4096)
def _of_text(text: str, meridian: int) -> BaseGeometry:
    return _in_km(_projected(shape(text), meridian))


@lru_cache(maxsize=16)
def _of_layer(text: str, meridian: int) -> tuple[BaseGeometry, ...]:
    """All at once: one by one, a layer of many roads would take ten times as long."""
    shapes = shapely.get_parts([f.geometry for f in layer_features(text)])
    return tuple(shapely.transform(shapes, lambda xy: project(xy, meridian) / 1000).tolist())
