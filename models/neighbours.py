"""Which divisions are neighbours: by a shared border, by distance, or for want of either by their
township. All in metres of the county's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from models.county import County
from models.coverage import project, zone_meridian
from models.geography import Division
from models.layers import Boundary, shape
from models.nearest import is_within

TOUCH_M = 5.0  # metres: borders that two surveys draw apart so far are one


class Neighbours:
    """The neighbours of divisions of one level among themselves.

    Two whose areas are known are neighbours where these touch, to TOUCH_M; two whose points are
    known where these lie within `within_m` metres, where that is given. Two of which neither can be
    said are neighbours where they lie in one township.
    """

    def __init__(
        self, county: County, divisions: Sequence[Division], within_m: Fraction | int | None
    ) -> None:
        self._county, self._divisions = county, divisions
        self._within_m = None if within_m is None else Fraction(within_m)
        self._row = {division.code: row for row, division in enumerate(divisions)}

    def of(self, code: str) -> list[Division]:
        """The neighbours of one of the divisions, in their order."""
        row = self._row[code]
        rows = {
            other
            for other in self._siblings.get(self._divisions[row].parent, ())
            if not self._is_measured(row, other)
        }
        rows |= self._touching(row) | self._near(row)
        return [self._divisions[other] for other in sorted(rows - {row})]

    def _is_measured(self, row: int, other: int) -> bool:
        has_areas = row in self._areas and other in self._areas
        places = self._divisions[row].place, self._divisions[other].place
        return has_areas or (self._within_m is not None and None not in places)

    def _touching(self, row: int) -> set[int]:
        if row not in self._areas:
            return set()
        found = self._tree.query(self._areas[row], predicate="dwithin", distance=TOUCH_M)
        rows = list(self._areas)
        return {rows[i] for i in found.tolist()}

    def _near(self, row: int) -> set[int]:
        place = self._divisions[row].place
        if self._within_m is None or place is None:
            return set()
        rows, metres = self._points
        away = np.hypot(*(metres - metres[rows.index(row)]).T)
        return {rows[i] for i in np.flatnonzero(is_within(away, self._within_m)).tolist()}

    @cached_property
    def _siblings(self) -> dict[str | None, list[int]]:
        siblings: dict[str | None, list[int]] = {}
        for row, division in enumerate(self._divisions):
            siblings.setdefault(division.parent, []).append(row)
        return siblings

    @cached_property
    def meridian(self) -> int:
        """The central meridian of the zone measured in, in degrees east."""
        return zone_meridian(self._county)

    @cached_property
    def _areas(self) -> dict[int, BaseGeometry]:
        found = {}
        for row, division in enumerate(self._divisions):
            boundary = self._county.boundary(division.code)
            if boundary is not None:
                found[row] = area_metres(boundary.geometry, self.meridian)
        return found

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(list(self._areas.values()))

    @cached_property
    def _points(self) -> tuple[list[int], NDArray[np.float64]]:
        placed = [(row, d.place) for row, d in enumerate(self._divisions) if d.place is not None]
        return [row for row, _ in placed], project([place for _, place in placed], self.meridian)


@lru_cache(maxsize=4096)
def area_metres(geometry: str, meridian: int) -> BaseGeometry:
    """The area of a GeoJSON text in WGS 84 degrees, in metres of the zone of `meridian`."""
    return shapely.transform(shape(geometry), lambda degrees: project(degrees, meridian))


def farthest_m(
    division: Division,
    boundary: Boundary | None,
    places: Iterable[tuple[float, float]],
    meridian: int,
) -> float | None:
    """How far the division reaches, at the least, from one of the places (WGS 84 degrees).

    From each place to the farthest point of its area, or to its own point where the area is not
    known; in metres of the zone of `meridian`. None without area and point, or without places.
    """
    places = list(places)
    if boundary is not None:
        ends = _corners(boundary.geometry, meridian)
    elif division.place is not None:
        ends = project([division.place], meridian)
    else:
        return None
    if not places:
        return None
    apart = project(places, meridian)[:, np.newaxis, :] - ends
    return float(np.hypot(apart[..., 0], apart[..., 1]).max(axis=1).min())


@lru_cache(maxsize=4096)
def _corners(geometry: str, meridian: int) -> NDArray[np.float64]:
    """The corners of an area's convex hull, where its farthest point from anywhere is."""
    corners: NDArray[np.float64] = shapely.get_coordinates(
        area_metres(geometry, meridian).convex_hull
    )
    return corners
