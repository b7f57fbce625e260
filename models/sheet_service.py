"""Whom a facility serves, as its target sheet tells and draws it.

A facility serves the population points that are nearer to it, in a straight line, than to any other
of its sort: a health centre among the health centres. A village clinic serves the village that it
names; a village that no clinic names is served by the nearest of its township that names none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.coverage import known_people, project
from models.facility import FacilityType, PlaceOrigin, Scope
from models.geography import Division
from models.layers import Boundary
from models.nearest import NOBODY, Metres, nearest
from models.service_areas import Places, places, service_polygons

Frame = tuple[float, float, float, float]  # least easting and northing, most easting and northing

_CENTRES = frozenset(
    {
        FacilityType.TOWNSHIP_HEALTH_CENTRE,
        FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE,
        FacilityType.COMMUNITY_HEALTH_CENTRE,
    }
)
_MOST_POINTS = 40  # named one by one; where there are more, their townships are
_MARGIN = 0.08  # of the frame's longer side


@dataclass(frozen=True, slots=True)
class ServedPlace:
    """A village, or with `points` > 1 the villages of a township, and their known people.

    `people` is None where no number is known of any; `unpopulated` counts those of which none is.
    """

    name: str
    points: int
    people: int | None
    unpopulated: int


@dataclass(frozen=True, slots=True)
class SheetMap:
    """What the small map shows, in metres of the county's zone (easting, northing).

    `townships` are outlines that reach into the frame, `area` is the service area; `served`,
    `others` (points that are not) and `sites` (of the same sort) are points.
    """

    frame: Frame
    townships: tuple[BaseGeometry, ...]
    area: BaseGeometry
    here: tuple[float, float]
    served: tuple[tuple[float, float], ...]
    others: tuple[tuple[float, float], ...]
    sites: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class SheetService:
    """Whom one facility serves. `farthest_m` is the distance in metres to the farthest point, None
    where it serves none; `approximate` whether a place on the map is only approximate;
    `people_notes` where the numbers of people come from, each said once.
    """

    places: tuple[ServedPlace, ...]
    points: int
    people: int | None
    unpopulated: int
    farthest_name: str
    farthest_m: float | None
    approximate: bool
    people_notes: tuple[str, ...]
    map: SheetMap


def sheet_services(
    county: County, year: int, facility_ids: Iterable[str]
) -> Mapping[str, SheetService]:
    """Whom these facilities serve, by their ids; people are those of `year`.

    Facilities without a place, and such as stand for several, are left out.
    """
    wanted = set(facility_ids)
    found: dict[str, SheetService] = {}
    sorts = {_sort_of(f.facility_type) for f in county.facilities if f.id in wanted}
    for types in sorted(sorts, key=sorted):
        there = places(county, Scope(types=types), year)
        if there.sites and there.points:
            found |= _services(county, there, wanted)
    return found


def _sort_of(facility_type: FacilityType) -> frozenset[FacilityType]:
    return _CENTRES if facility_type in _CENTRES else frozenset({facility_type})


def _services(county: County, there: Places, wanted: set[str]) -> Mapping[str, SheetService]:
    ground = _Ground(county, there)
    return {
        facility.id: ground.service_of(number, area)
        for number, (facility, area) in enumerate(service_polygons(there, ground.county_area))
        if facility.id in wanted and not facility.is_group
    }


class _Ground:
    """What the services of one sort of facility have in common; coordinates in zone metres."""

    def __init__(self, county: County, there: Places) -> None:
        self.county, self.there = county, there
        self.points, self.sites = there.point_metres(), there.site_metres()
        self.owner, self.metres = nearest(self.points, self.sites)
        if there.sites[0].facility_type is FacilityType.VILLAGE_CLINIC:
            self._give_to_village_clinics()
        outlines = [county.boundary(division.code) for division in county.townships]
        self.townships = tuple(self._in_metres(area) for area in outlines if area is not None)
        self.county_area = self._county_area()

    def _give_to_village_clinics(self) -> None:
        own = {f.village: i for i, f in enumerate(self.there.sites) if f.village}
        free: dict[str | None, list[int]] = {}
        for i, clinic in enumerate(self.there.sites):
            if not clinic.village:
                free.setdefault(clinic.township, []).append(i)
        for i, point in enumerate(self.there.points):
            can = [own[point.code]] if point.code in own else free.get(point.parent, [])
            if not can or point.parent is None:  # a township's seat is no village
                self.owner[i] = NOBODY
                continue
            metres = np.hypot(*(self.sites[can] - self.points[i]).T)
            self.owner[i], self.metres[i] = can[int(np.argmin(metres))], metres.min()

    def _in_metres(self, boundary: Boundary) -> BaseGeometry:
        return shapely.transform(boundary.area, lambda xy: project(xy, self.there.meridian))

    def _county_area(self) -> BaseGeometry | None:
        """The county's own area, else what its townships cover, None where neither is known."""
        info = self.county.info
        whole = None if info is None else self.county.boundary(info.code)
        if whole is not None:
            return self._in_metres(whole)
        return shapely.union_all(self.townships) if self.townships else None

    def service_of(self, site: int, area: BaseGeometry) -> SheetService:
        own = np.flatnonzero(self.owner == site)
        served = [self.there.points[i] for i in own.tolist()]
        facility = self.there.sites[site]
        far = int(own[np.argmax(self.metres[own])]) if len(own) else None
        return SheetService(
            self._places(served),
            len(served),
            known_people(served),
            sum(p.population is None for p in served),
            "" if far is None else self.there.points[far].name,
            None if far is None else float(self.metres[far]),
            facility.place_origin is PlaceOrigin.APPROXIMATE
            or any(p.place_origin is PlaceOrigin.APPROXIMATE for p in served),
            tuple(sorted({p.population_note for p in served if p.population_note})),
            self._map(site, own, area),
        )

    def _places(self, served: Sequence[Division]) -> tuple[ServedPlace, ...]:
        """The points one by one, most people first; of many the townships."""
        if len(served) <= _MOST_POINTS:
            found = [_served_place(p.name, [p]) for p in served]
        else:
            towns: dict[str, list[Division]] = {}
            for point in served:
                towns.setdefault(point.parent or point.code, []).append(point)
            found = [
                _served_place(self.county.division(code).name, of_town)
                for code, of_town in towns.items()
            ]
        return tuple(sorted(found, key=lambda p: -(p.people or 0)))

    def _map(self, site: int, own: NDArray[np.int64], area: BaseGeometry) -> SheetMap:
        here = self.sites[site]
        shown = shapely.MultiPoint(np.vstack((here, self.points[own])))
        left, low, right, top = shapely.GeometryCollection([area, shown]).bounds
        margin = max(right - left, top - low, 1000.0) * _MARGIN
        frame = (left - margin, low - margin, right + margin, top + margin)
        is_own = np.isin(np.arange(len(self.points)), own)
        is_here = np.arange(len(self.sites)) == site
        return SheetMap(
            frame,
            tuple(t for t in self.townships if shapely.box(*frame).intersects(t)),
            area,
            (float(here[0]), float(here[1])),
            _within(self.points[is_own], frame),
            _within(self.points[~is_own], frame),
            _within(self.sites[~is_here], frame),
        )


def _served_place(name: str, points: Sequence[Division]) -> ServedPlace:
    unknown = sum(p.population is None for p in points)
    return ServedPlace(name, len(points), known_people(points), unknown)


def _within(rows: Metres, frame: Frame) -> tuple[tuple[float, float], ...]:
    left, low, right, top = frame
    x, y = rows[:, 0], rows[:, 1]
    inside = rows[(x >= left) & (x <= right) & (y >= low) & (y <= top)]
    return tuple((float(a), float(b)) for a, b in inside.tolist())
