"""What the coverage map shows, in kilometres: a plain picture of a county and its coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import shapely
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.coverage import Coverage, Point, RuleCoverage, project, service_area
from models.facility import Facility, FacilityClass, FacilityStatus, PlaceOrigin
from models.geography import Division
from models.rules.rule import Rule


class PointState(StrEnum):
    """The values are the ids of the words of the map's legend."""

    COVERED = "covered"
    UNCOVERED = "uncovered"
    UNCHECKED = "unchecked"  # urban or rural is not known


@dataclass(frozen=True, slots=True)
class MapFacility:
    """A facility with coordinates; x and y in km east and north of the map's origin."""

    id: str
    name: str
    facility_class: FacilityClass
    x: float
    y: float
    site: bool
    to_close: bool
    approximate: bool


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A population point; x and y in km; `measured` is what each rule shown says of it."""

    code: str
    name: str
    x: float
    y: float
    population: int | None
    state: PointState
    measured: tuple[Point, ...]
    approximate: bool


@dataclass(frozen=True)
class MapArea:
    """What the sites of one rule reach: `area` all of them, `circles` each; in km."""

    rule: Rule
    area: BaseGeometry
    circles: tuple[BaseGeometry, ...]


@dataclass(frozen=True)
class MapData:
    """Everything drawn; `meridian` is that of the zone, `geonames` whether that source is used.

    `unplaced_sites` and `unplaced_points` are how many are not on the map for want of coordinates.
    """

    county: str
    meridian: int
    facilities: tuple[MapFacility, ...]
    points: tuple[MapPoint, ...]
    areas: tuple[MapArea, ...]
    geonames: bool
    unplaced_sites: int
    unplaced_points: int

    @property
    def approximate(self) -> int:
        """How many facilities and points are shown at an approximate place."""
        return sum(f.approximate for f in self.facilities) + sum(p.approximate for p in self.points)

    def places(self) -> Iterator[tuple[float, float]]:
        """(x, y) in km of every symbol."""
        yield from ((f.x, f.y) for f in self.facilities)
        yield from ((p.x, p.y) for p in self.points)


def map_data(county: County, coverage: Coverage, rule_id: str = "") -> MapData:
    """The map of one radius rule, or of all of them (rule_id "").

    The origin is the south-west corner of what is shown. A point is uncovered where any rule shown
    says so. Facilities without coordinates are not on the map: the page lists them.
    """
    shown = [r for r in coverage.rules if rule_id in ("", r.rule.id)]
    facilities = [f for f in county.facilities if f.place is not None]
    measured = _by_division(shown)
    divisions = [county.division(code) for code in measured]
    divisions += [] if rule_id else coverage.unclassed
    places = [f.place for f in facilities if f.place] + [d.place for d in divisions if d.place]
    metres = project(places, coverage.meridian)
    west, south = metres.min(axis=0) if places else (0.0, 0.0)
    km = [((x - west) / 1000, (y - south) / 1000) for x, y in metres.tolist()]
    sites = {s.facility_id for r in shown for s in r.sites}
    info = county.info
    return MapData(
        info.name if info else "",
        coverage.meridian,
        tuple(
            _facility(f, xy, f.id in sites)
            for f, xy in zip(facilities, km[: len(facilities)], strict=True)
        ),
        tuple(
            _point(d, xy, tuple(measured.get(d.code, ())))
            for d, xy in zip(divisions, km[len(facilities) :], strict=True)
        ),
        tuple(_area(r, coverage.meridian, west, south) for r in shown if r.sites),
        geonames=any("GeoNames" in d.source + d.population_note for d in divisions)
        or any("GeoNames" in f.source + f.note for f in facilities),
        unplaced_sites=len({f.id for r in shown for f in r.unplaced_sites}),
        unplaced_points=len(coverage.unplaced),
    )


def _by_division(shown: Iterable[RuleCoverage]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for rule_coverage in shown:
        for point in rule_coverage.points:
            found.setdefault(point.division_code, []).append(point)
    return found


def _facility(facility: Facility, xy: tuple[float, float], site: bool) -> MapFacility:
    return MapFacility(
        facility.id,
        facility.name,
        facility.facility_class,
        *xy,
        site=site,
        to_close=facility.status is FacilityStatus.TO_CLOSE,
        approximate=facility.place_origin is PlaceOrigin.APPROXIMATE,
    )


def _point(division: Division, xy: tuple[float, float], measured: tuple[Point, ...]) -> MapPoint:
    state = PointState.UNCHECKED
    if measured:
        covered = all(p.covered for p in measured)
        state = PointState.COVERED if covered else PointState.UNCOVERED
    return MapPoint(
        division.code,
        division.name,
        *xy,
        population=division.population,
        state=state,
        measured=measured,
        approximate=division.place_origin is PlaceOrigin.APPROXIMATE,
    )


def _area(measured: RuleCoverage, meridian: int, west: float, south: float) -> MapArea:
    def in_km(area: BaseGeometry) -> BaseGeometry:
        return shapely.transform(area, lambda metres: (metres - (west, south)) / 1000)

    def reach(sites: tuple) -> BaseGeometry:
        return in_km(service_area(sites, measured.limit_m, meridian))

    return MapArea(
        measured.rule, reach(measured.sites), tuple(reach((site,)) for site in measured.sites)
    )
