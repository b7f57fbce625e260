"""Service radius: which population points lie within a rule's distance of an emergency site, and
which within so many minutes of a facility.

Distances are in metres, in the county's CGCS2000 3-degree Gauss–Krüger zone (see
`models.geography`). Up to 1.5 degrees from the central meridian the projection stretches a
distance by at most 0.03 %, that is 3 m in 10 km. They are straight lines, but for travel times in
a county that has a road layer: these go by road (see `models.road_travel`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from statistics import median

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray
from pyproj.enums import TransformDirection
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.county_roads import county_roads
from models.facility import Facility, FacilityStatus, PlaceOrigin
from models.geography import Division, central_meridian, metre_transformer
from models.layers import Boundary
from models.nearest import NOBODY, nearest
from models.road_travel import NoWay, Travel, Way, travel
from models.rules.rule import Rule, RuleKind


class Method(StrEnum):
    """How far is measured."""

    STRAIGHT_LINE = "straight-line"
    DETOUR = "detour"  # straight line × detour ÷ speed
    ROAD = "road"


@dataclass(frozen=True, slots=True)
class Site:
    """An emergency site with known coordinates (WGS 84 degrees)."""

    facility_id: str
    name: str
    longitude: float
    latitude: float
    place_origin: PlaceOrigin | None


@dataclass(frozen=True, slots=True)
class Point:
    """A population point, measured by one rule.

    Longitude and latitude are WGS 84 degrees. `nearest` is the id of the nearest site, `distance_m`
    the metres to it; both are None where no site has coordinates, and the point is not covered.
    By road they are of the quickest `way`, and None where there is none; else `way` is None.
    """

    division_code: str
    name: str
    longitude: float
    latitude: float
    place_origin: PlaceOrigin | None
    population: int | None
    urban: bool | None
    nearest: str | None
    nearest_name: str
    distance_m: float | None
    limit_m: float
    covered: bool
    way: Way | None = None


@dataclass(frozen=True)
class RuleCoverage:
    """What one radius or travel-time rule finds; points are in the order of their division codes.

    `travel` is how points and sites hang on the roads, None where straight lines are measured.
    """

    rule: Rule
    sites: tuple[Site, ...]
    points: tuple[Point, ...]
    unplaced_sites: tuple[Facility, ...]
    travel: Travel | None = None

    @property
    def method(self) -> Method:
        if self.travel is not None:
            return Method.ROAD
        return Method.DETOUR if self.rule.kind is RuleKind.TRAVEL_TIME else Method.STRAIGHT_LINE

    @property
    def limit_m(self) -> float:
        """The rule's limit in metres of a straight line."""
        return float(self.rule.limit_m)

    @property
    def uncovered(self) -> tuple[Point, ...]:
        return tuple(p for p in self.points if not p.covered)

    @property
    def unpopulated(self) -> tuple[Point, ...]:
        """Points whose population is unknown; they are in neither of the two sums below."""
        return tuple(p for p in self.points if p.population is None)

    def without_way(self, why: NoWay) -> tuple[Point, ...]:
        """Points from which no way leads to a site, for this reason."""
        return tuple(p for p in self.points if p.way is not None and p.way.no_way is why)

    @property
    def off_road(self) -> tuple[Site, ...]:
        """Sites without a road within reach on foot; none in straight lines."""
        return self._sites_on(lambda part: part == NOBODY)

    @property
    def apart(self) -> tuple[Site | Point, ...]:
        """Sites and points on roads that do not hang on the main network."""
        parts = self.travel.point_parts if self.travel is not None else ()
        points = (p for p, part in zip(self.points, parts, strict=False) if part > 0)
        return (*self._sites_on(lambda part: part > 0), *points)

    def _sites_on(self, is_meant: Callable[[int], bool]) -> tuple[Site, ...]:
        parts = self.travel.site_parts if self.travel is not None else ()
        return tuple(s for s, part in zip(self.sites, parts, strict=False) if is_meant(part))

    @property
    def population(self) -> int | None:
        """People of the points whose population is known; None where none is (unknown is not 0)."""
        return known_people(self.points)

    @property
    def covered_population(self) -> int | None:
        """Those of `population` who live at covered points."""
        if self.population is None:
            return None
        return sum(p.population or 0 for p in self.points if p.covered)


@dataclass(frozen=True)
class Coverage:
    """All radius rules of a plan, and what none of them could check.

    `meridian` is the central meridian of the zone measured in, in degrees east (0 where nothing
    has coordinates). `unplaced` are the divisions that would be population points but have no
    coordinates; `unclassed` have coordinates but it is not known whether they are urban or rural,
    and no rule applies to both.
    """

    meridian: int
    rules: tuple[RuleCoverage, ...]
    unplaced: tuple[Division, ...]
    unclassed: tuple[Division, ...]


def coverage(
    county: County,
    rules: Iterable[Rule],
    *,
    kinds: frozenset[RuleKind] = frozenset({RuleKind.RADIUS}),
    year: int | None = None,
) -> Coverage:
    """Measure every active rule of `rules` of the kinds radius or travel-time; others are passed.

    People are counted as of `year`, without one as last known.

    Sites are the facilities marked as emergency sites, within the rule's scope, planned ones
    included and those to close left out: the plan's target year is what is checked. A point may be
    served by any site, be it in another township or of the other urban-rural class.
    """
    chosen = [r for r in rules if r.kind in kinds and r.active]
    divisions = population_points(county, year)
    placed = [d for d in divisions if d.place is not None]
    meridian = zone_meridian(county)
    return Coverage(
        meridian,
        tuple(_measure(rule, county, placed, meridian) for rule in chosen),
        unplaced=tuple(d for d in divisions if d.place is None),
        unclassed=tuple(
            d for d in placed if d.urban is None and not any(r.urban is None for r in chosen)
        ),
    )


def population_points(county: County, year: int | None = None) -> list[Division]:
    """The divisions that stand for the people, none of them counted twice, in order of code.

    Their `population` is the one of `year`, without one the latest known (`County.people`). A
    township's villages where any of them has coordinates (the others are then unplaced),
    else the township itself, as one point at its seat.
    """
    villages: dict[str, list[Division]] = {}
    for division in county.divisions:
        if division.parent is not None:
            villages.setdefault(division.parent, []).append(division)
    points: list[Division] = []
    for township in county.townships:
        own = villages.get(township.code, [])
        points += own if any(v.place is not None for v in own) else [township]
    return sorted((_of_year(d, county, year) for d in points), key=lambda d: d.code)


def _of_year(division: Division, county: County, year: int | None) -> Division:
    people = county.people(division, year)
    if people is None or people.persons == division.population:
        return division
    return replace(division, population=people.persons, population_note=people.source)


def zone_meridian(county: County) -> int:
    """The central meridian (degrees east) of the zone of the county's median longitude; 0: none.

    The median, so that one wrong pair of coordinates does not move the county into another zone; of
    points, or where there are none, of areas.
    """
    records: list[Facility | Division] = [*county.facilities, *county.divisions]
    longitudes = [r.longitude for r in records if r.longitude is not None]
    if not longitudes:
        longitudes = [b.area.centroid.x for b in county.table(Boundary).values()]
    return central_meridian(median(longitudes)) if longitudes else 0


def known_people(points: Iterable[Point | Division]) -> int | None:
    """The people of the points whose population is known; None where none is (unknown is not 0)."""
    known = [p.population for p in points if p.population is not None]
    return sum(known) if known else None


def project(places: ArrayLike, meridian: int) -> NDArray[np.float64]:
    """(longitude, latitude) in WGS 84 degrees → rows of (easting, northing) in zone metres."""
    degrees = np.asarray(places, dtype=float).reshape(-1, 2)
    x, y = metre_transformer(meridian).transform(degrees[:, 0], degrees[:, 1])
    return np.column_stack((x, y))


def unproject(metres: ArrayLike, meridian: int) -> NDArray[np.float64]:
    """Rows of (easting, northing) in zone metres → (longitude, latitude) in WGS 84 degrees."""
    rows = np.asarray(metres, dtype=float).reshape(-1, 2)
    longitude, latitude = metre_transformer(meridian).transform(
        rows[:, 0], rows[:, 1], direction=TransformDirection.INVERSE
    )
    return np.column_stack((longitude, latitude))


def service_circles(sites: Sequence[Site], radius_m: float, meridian: int) -> list[BaseGeometry]:
    """What lies within `radius_m` metres of each site, in metres of the zone of `meridian`.

    Circles are drawn with 128 corners, which lie on the circle: for pictures, not for the check.
    """
    centres = shapely.points(project([(s.longitude, s.latitude) for s in sites], meridian))
    circles: list[BaseGeometry] = np.asarray(
        shapely.buffer(centres, radius_m, quad_segs=32), dtype=object
    ).tolist()
    return circles


def whole_millimetres(distance_m: float) -> Fraction:
    """A distance in metres, rounded to the millimetre.

    Rules are held against this figure, so that a point exactly at the limit is covered whatever
    the last bits of the projection are.
    """
    return Fraction(round(distance_m * 1000), 1000)


def _measure(rule: Rule, county: County, placed: Sequence[Division], meridian: int) -> RuleCoverage:
    flagged = [
        f
        for f in county.facilities
        if (f.emergency_site or rule.kind is RuleKind.TRAVEL_TIME)
        and f.status is not FacilityStatus.TO_CLOSE
        and rule.scope.contains(f)
    ]
    sites = [
        Site(f.id, f.name, *f.place, f.place_origin)
        for f in sorted(flagged, key=lambda f: f.id)
        if f.place is not None
    ]
    divisions = [d for d in placed if rule.urban is None or d.urban is rule.urban]
    near, by_road = _near(rule, county, divisions, sites, meridian)
    return RuleCoverage(
        rule,
        tuple(sites),
        tuple(_point(rule, d, *found) for d, found in zip(divisions, near, strict=True)),
        tuple(f for f in flagged if f.place is None),
        by_road,
    )


_Near = tuple[Site | None, float, Way | None]  # without a site, metres have no meaning


def _near(
    rule: Rule,
    county: County,
    divisions: Sequence[Division],
    sites: Sequence[Site],
    meridian: int,
) -> tuple[list[_Near], Travel | None]:
    """For each division the nearest site, of equally near ones the first: by road, for a travel
    time in a county that has roads, else in a straight line.
    """
    points = project([d.place for d in divisions if d.place], meridian)
    there = project([(s.longitude, s.latitude) for s in sites], meridian)
    roads = county_roads(county, meridian) if rule.kind is RuleKind.TRAVEL_TIME else None
    if roads is not None:
        by_road = travel(roads.network, points, there, roads.speeds)
        return [(_site(sites, way.site), way.metres, way) for way in by_road.ways], by_road
    index, metres = nearest(points, there)
    straight = zip(index.tolist(), metres.tolist(), strict=True)
    return [(_site(sites, None if i == NOBODY else i), m, None) for i, m in straight], None


def _site(sites: Sequence[Site], index: int | None) -> Site | None:
    return None if index is None else sites[index]


def _point(
    rule: Rule, division: Division, site: Site | None, metres: float, way: Way | None
) -> Point:
    """The point with the site found for it."""
    assert division.longitude is not None
    assert division.latitude is not None
    if way is None:
        covered = site is not None and whole_millimetres(metres) <= rule.limit_m
    else:
        covered = way.minutes is not None and way.minutes <= rule.limit
    return Point(
        division.code,
        division.name,
        division.longitude,
        division.latitude,
        division.place_origin,
        division.population,
        division.urban,
        site.facility_id if site else None,
        site.name if site else "",
        metres if site else None,
        float(rule.limit_m),
        covered,
        way,
    )
