"""Service areas: who is nearest to whom, whom each facility serves, and what if one were not there.

Distances are straight lines in metres in the county's zone (`models.coverage`). Nothing here
changes the county: `Places.with_facilities` gives other places to measure again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.coverage import population_points, project, zone_meridian
from models.facility import EVERYWHERE, Facility, FacilityStatus, Scope
from models.geography import Division
from models.nearest import NOBODY, Metres, covering, is_within, nearest, of_group


@dataclass(frozen=True)
class Places:
    """Villages (or townships where villages have no place) and the facilities that may serve them.

    `points` and `sites` have coordinates, in order of code and id; what has none is named in
    `unplaced_points` and `unplaced_sites`. `meridian` is the zone's, in degrees east.
    """

    meridian: int
    points: tuple[Division, ...]
    sites: tuple[Facility, ...]
    unplaced_points: tuple[Division, ...] = ()
    unplaced_sites: tuple[Facility, ...] = ()

    def point_metres(self) -> Metres:
        """Rows of (easting, northing) of the points."""
        return project([p.place for p in self.points if p.place], self.meridian)

    def site_metres(self) -> Metres:
        """Rows of (easting, northing) of the sites."""
        return project([s.place for s in self.sites if s.place], self.meridian)

    def with_facilities(self, *, off: Iterable[str] = (), trial: Iterable[Facility] = ()) -> Places:
        """The places without the facilities of these ids and with these others besides.

        A trial facility of an id that is there takes its place, as when one is moved.
        """
        trial = tuple(trial)
        gone = {*off, *(f.id for f in trial)}
        kept = [f for f in (*self.sites, *self.unplaced_sites) if f.id not in gone]
        placed, unplaced = _by_place([*kept, *trial])
        return replace(self, sites=placed, unplaced_sites=unplaced)


def places(county: County, scope: Scope = EVERYWHERE, year: int | None = None) -> Places:
    """The population points and the facilities in scope, planned ones too, those to close not.

    People are counted as of `year`, without one as last known.
    """
    serving = [
        f
        for f in county.facilities
        if scope.contains(f) and f.status is not FacilityStatus.TO_CLOSE
    ]
    placed, unplaced = _by_place(serving)
    divisions = population_points(county, year)
    return Places(
        zone_meridian(county),
        tuple(d for d in divisions if d.place is not None),
        placed,
        tuple(d for d in divisions if d.place is None),
        unplaced,
    )


def _by_place(facilities: Iterable[Facility]) -> tuple[tuple[Facility, ...], tuple[Facility, ...]]:
    ordered = sorted(facilities, key=lambda f: f.id)
    return (
        tuple(f for f in ordered if f.place is not None),
        tuple(f for f in ordered if f.place is None),
    )


@dataclass(frozen=True, slots=True)
class Nearest:
    """A point, the facility nearest to it and the metres between; None where there is none."""

    point: Division
    facility: Facility | None
    distance_m: float | None


def nearest_facilities(there: Places, *, within_township: bool = False) -> tuple[Nearest, ...]:
    """For each point the nearest facility, on wish only of those of its own township."""
    index, metres = _nearest(there, within_township)
    return tuple(
        Nearest(point, None, None)
        if site == NOBODY
        else Nearest(point, there.sites[site], distance)
        for point, site, distance in zip(there.points, index.tolist(), metres.tolist(), strict=True)
    )


def _nearest(there: Places, within_township: bool) -> tuple[NDArray[np.int64], Metres]:
    points, sites = there.point_metres(), there.site_metres()
    if not within_township:
        return nearest(points, sites)
    index = np.full(len(points), NOBODY, np.int64)
    metres = np.full(len(points), np.inf)
    of_points = [_township(p) for p in there.points]
    of_sites = [s.township for s in there.sites]
    for township in sorted(set(of_points)):
        here, near = of_group(of_points, township), of_group(of_sites, township)
        if len(near):
            found, metres[here] = nearest(points[here], sites[near])
            index[here] = near[found]
    return index, metres


def _township(division: Division) -> str:
    return division.parent or division.code


@dataclass(frozen=True, slots=True)
class Served:
    """What one facility is nearest to: how many points, their known people, and how many of the
    points have no known population.
    """

    facility: Facility
    points: int
    people: int
    unpopulated: int


def served(there: Places, *, within_township: bool = False) -> tuple[Served, ...]:
    """Whom each placed facility serves, in order of id; a facility may serve nobody."""
    own: dict[str, list[Division]] = {f.id: [] for f in there.sites}
    for near in nearest_facilities(there, within_township=within_township):
        if near.facility is not None:
            own[near.facility.id].append(near.point)
    return tuple(
        Served(
            f,
            len(own[f.id]),
            sum(p.population or 0 for p in own[f.id]),
            sum(p.population is None for p in own[f.id]),
        )
        for f in there.sites
    )


@dataclass(frozen=True)
class Reach:
    """Which points have how many facilities within the limit; `times` follows `points`."""

    places: Places
    limit_m: Fraction
    times: tuple[int, ...]

    @property
    def uncovered(self) -> tuple[Division, ...]:
        """Points that nobody covers, largest first, those of unknown population last."""
        bare = [p for p, n in zip(self.places.points, self.times, strict=True) if n == 0]
        return tuple(
            sorted(bare, key=lambda p: (p.population is None, -(p.population or 0), p.code))
        )

    @property
    def people_by_times(self) -> dict[int, int]:
        """Known people by the number of facilities that cover them: none, one, two …"""
        people: Counter[int] = Counter()
        for point, times in zip(self.places.points, self.times, strict=True):
            people[times] += point.population or 0
        return dict(sorted(people.items()))


def reach(there: Places, limit_m: Fraction) -> Reach:
    """How many facilities cover each point within the limit in metres."""
    point, _ = covering(there.point_metres(), there.site_metres(), limit_m)
    return Reach(there, limit_m, tuple(np.bincount(point, minlength=len(there.points)).tolist()))


def is_covered(there: Places, limit_m: Fraction) -> NDArray[np.bool_]:
    """Whether each point has a facility within the limit in metres."""
    _, metres = nearest(there.point_metres(), there.site_metres())
    return is_within(metres, limit_m)


@dataclass(frozen=True)
class Removable:
    """Facilities nobody would miss within the limit, by id: each if it alone went; `together` is a
    set that may go at once.
    """

    alone: tuple[Facility, ...]
    together: tuple[Facility, ...]


def removable(there: Places, limit_m: Fraction) -> Removable:
    """What may go without uncovering a point.

    `together` is greedy: of those that may go, first whoever covers fewest people, then fewest
    points, then the later id; so it does not depend on the order of records. It cannot be enlarged,
    but another set may be larger.
    """
    point, site = covering(there.point_metres(), there.site_metres(), limit_m)
    times = np.bincount(point, minlength=len(there.points))
    by_site = np.argsort(site, kind="stable")
    edges = np.searchsorted(site[by_site], np.arange(len(there.sites) + 1)).tolist()
    covers = [point[by_site[a:b]] for a, b in pairwise(edges)]
    alone = [i for i, own in enumerate(covers) if np.all(times[own] > 1)]
    people = np.asarray([p.population or 0 for p in there.points], np.int64)
    together: list[int] = []
    for i in sorted(alone, key=lambda i: (int(people[covers[i]].sum()), len(covers[i]), -i)):
        if np.all(times[covers[i]] > 1):
            times[covers[i]] -= 1
            together.append(i)
    return Removable(
        tuple(there.sites[i] for i in alone), tuple(there.sites[i] for i in sorted(together))
    )


def service_polygons(
    there: Places, boundary: BaseGeometry | None = None
) -> tuple[tuple[Facility, BaseGeometry], ...]:
    """For each site all that is nearer to it than to any other, in metres of the zone.

    Clipped to `boundary` (metres), else to the convex hull of points and sites. Of sites at one
    place the first has the area, the others an empty one.
    """
    sites = there.site_metres()
    if not len(sites):
        return ()
    everything = np.vstack((sites, there.point_metres()))
    frame = boundary or shapely.MultiPoint(everything).convex_hull
    apart, first = np.unique(sites, axis=0, return_index=True)
    areas: list[BaseGeometry] = [shapely.Polygon()] * len(sites)
    for i, area in zip(first.tolist(), _voronoi(apart, frame), strict=True):
        areas[i] = area
    return tuple(zip(there.sites, areas, strict=True))


def _voronoi(sites: Metres, frame: BaseGeometry) -> Sequence[BaseGeometry]:
    if len(sites) == 1:
        return [frame]
    cells = shapely.voronoi_polygons(shapely.MultiPoint(sites), extend_to=frame, ordered=True)
    assert isinstance(cells, shapely.GeometryCollection)
    shapely.prepare(frame)
    found = np.asarray(cells.geoms, dtype=object)
    cut = ~shapely.contains_properly(frame, found)  # few: a boundary may have many corners
    found[cut] = shapely.intersection(found[cut], frame)
    areas: list[BaseGeometry] = found.tolist()
    return areas
