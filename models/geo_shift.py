"""Whether data fit what is known in another system of degrees: WGS 84, GCJ-02 or BD-09.

Most often that is a web map's shift (350 to 550 m, and as much again) that a file does not own to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import shapely
from numpy.typing import NDArray

from models.coordinates import BD09, CGCS2000, GCJ02, WGS84, CoordinateSystem, from_wgs84, to_wgs84
from models.geo_source import GeometryKind, Shapes, Value, counted_kinds
from models.geography import metre_transformer
from models.known_places import KnownPlace, KnownPlaces
from models.source_table import key

Array = NDArray[np.float64]

_SYSTEMS = (WGS84, GCJ02, BD09)
_LEAST_PAIRS = 3  # of places with one name
_LEAST_GAIN_M = 50.0
_GREATEST_REST = 0.6  # of the distance before, that may be left after the shift is undone
_SAMPLES = 1500  # points along the known boundary
_REACH_M = 3000.0  # at most from the other line: several times the greatest shift of GCJ-02
_LEAST_NEAR = 0.2  # of the samples must be so near, else the layer shows another area


class Compared(StrEnum):
    """What the data were held against."""

    NAMES = "names"  # points with the names of known places
    BOUNDARY = "boundary"  # outlines beside the county's boundary
    INSIDE = "inside"  # how many points lie outside the county


@dataclass(frozen=True, slots=True)
class Fit:
    """The system in which data fit far better than in the one that they are taken for.

    `before` and `after` are how far they are off, read in the one and in the other: metres (of
    INSIDE: points outside).
    """

    system: CoordinateSystem
    compared: Compared
    before: float
    after: float


def shift_fit(
    degrees: Shapes,
    columns: Mapping[str, Sequence[Value]],
    known: KnownPlaces,
    taken_for: CoordinateSystem,
) -> Fit | None:
    """Hold a layer, in degrees as it stands, against what is known; None where it fits no better
    in another system than in the one it is `taken_for`."""
    kinds = set(counted_kinds(degrees))
    now = WGS84 if taken_for == CGCS2000 else taken_for
    if known.meridian is None or now not in _SYSTEMS:
        return None
    if kinds == {GeometryKind.POINTS}:
        return _by_names(degrees, columns, known, now) or _inside(degrees, known, now)
    if kinds == {GeometryKind.AREAS}:
        return _along_boundary(degrees, known, now)
    return None


def _by_names(
    points: Shapes,
    columns: Mapping[str, Sequence[Value]],
    known: KnownPlaces,
    now: CoordinateSystem,
) -> Fit | None:
    """Points that bear names of known places. The shift of all is one vector, so its median tells
    it even where single places are off by more, if there are enough of them."""
    pairs = max((_pairs(points, values, known) for values in columns.values()), key=len, default=[])
    if len(pairs) < _LEAST_PAIRS:
        return None
    x, y = shapely.get_coordinates(shapely.centroid(points[[row for row, _ in pairs]])).T
    places = _metres(
        np.array([place.longitude for _, place in pairs]),
        np.array([place.latitude for _, place in pairs]),
        known,
    )
    offsets = {system: _metres(*to_wgs84(x, y, system), known) - places for system in _SYSTEMS}
    off = {system: float(np.hypot(*np.median(d, axis=0))) for system, d in offsets.items()}
    scatter = offsets[now] - np.median(offsets[now], axis=0)
    spread = np.median(np.abs(scatter), axis=0)
    error = float(np.hypot(*spread)) * 1.86 / len(pairs) ** 0.5  # of a median, normal scatter
    return _fit(Compared.NAMES, off, now, least=max(_LEAST_GAIN_M, 2 * error))


def _pairs(
    points: Shapes, names: Sequence[Value], known: KnownPlaces
) -> list[tuple[int, KnownPlace]]:
    """Which rows bear the name of exactly one known place, and of which."""
    places: dict[str, list[KnownPlace]] = {}
    for place in known.points:
        places.setdefault(key(place.name), []).append(place)
    return [
        (row, found[0])
        for row, name in enumerate(names)
        if isinstance(name, str)
        and len(found := places.get(key(name), [])) == 1
        and points[row] is not None
    ]


def _inside(points: Shapes, known: KnownPlaces, now: CoordinateSystem) -> Fit | None:
    """Points that lie outside the county only in the one system."""
    if known.boundary is None:
        return None
    x, y = shapely.get_coordinates(points).T
    shapely.prepare(known.boundary)
    outside = {
        system: float(np.sum(~shapely.intersects_xy(known.boundary, *to_wgs84(x, y, system))))
        for system in _SYSTEMS
    }
    return _fit(Compared.INSIDE, outside, now, least=_LEAST_PAIRS)


def _along_boundary(areas: Shapes, known: KnownPlaces, now: CoordinateSystem) -> Fit | None:
    """Outlines of areas that run along the county's boundary, whether those of the county itself
    or of parts of it: how far the points of the boundary lie from the nearest outline."""
    if known.boundary is None:
        return None
    border = shapely.boundary(known.boundary)
    steps = np.linspace(0, 1, _SAMPLES, endpoint=False)
    lon, lat = shapely.get_coordinates(
        shapely.line_interpolate_point(shapely.get_parts(border)[:, None], steps, normalized=True)
    ).T
    # The known points are moved as each system would move them, since they are fewer.
    tree = shapely.STRtree(
        shapely.transform(
            shapely.boundary(areas[~shapely.is_missing(areas)]),
            lambda pairs: _metres(pairs[:, 0], pairs[:, 1], known),
        )
    )
    distances = {}
    for system in _SYSTEMS:
        moved = shapely.points(_metres(*from_wgs84(lon, lat, system), known))
        _, found = tree.query_nearest(moved, return_distance=True, all_matches=False)
        distances[system] = found
    near = distances[now] < _REACH_M
    if near.mean() < _LEAST_NEAR:
        return None
    off = {system: float(np.median(found[near])) for system, found in distances.items()}
    return _fit(Compared.BOUNDARY, off, now, least=_LEAST_GAIN_M)


def _fit(
    compared: Compared, off: Mapping[CoordinateSystem, float], now: CoordinateSystem, least: float
) -> Fit | None:
    """The best system, unless it is the present one or gains too little over it."""
    best = min(off, key=lambda system: off[system])
    before, after = off[now], off[best]
    if best == now or before - after < least or after > _GREATEST_REST * before:
        return None
    return Fit(best, compared, before, after)


def _metres(longitude: Array, latitude: Array, known: KnownPlaces) -> Array:
    """Degrees as rows of (easting, northing) in metres of the county's zone."""
    assert known.meridian is not None
    return np.column_stack(metre_transformer(known.meridian).transform(longitude, latitude))
