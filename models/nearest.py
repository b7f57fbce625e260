"""Nearest and covering sites of many points at once; all coordinates in metres of one zone.

Distances are held against limits in whole millimetres, as in `models.coverage`, so that exactly at
the limit is covered. Of equally near sites, to the millimetre, the first is the nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Metres = NDArray[np.float64]
NOBODY = -1  # index of the nearest site where there is none


def millimetres(distances_m: Metres) -> NDArray[np.int64]:
    """Finite distances in metres as whole millimetres, half to even as `round` does."""
    rounded: NDArray[np.int64] = np.rint(distances_m * 1000).astype(np.int64)
    return rounded


def nearest(points: Metres, sites: Metres) -> tuple[NDArray[np.int64], Metres]:
    """For each point (rows of easting, northing) its nearest site by index, and the metres to it.

    Without any site all are NOBODY and infinitely far.
    """
    if not len(sites) or not len(points):
        return np.full(len(points), NOBODY, np.int64), np.full(len(points), np.inf)
    from scipy.spatial import KDTree  # here: it takes a third of a second to load

    tree = KDTree(sites, balanced_tree=False)
    order = _by_strips(points)
    distances, found = (rows[np.argsort(order)] for rows in tree.query(points[order], k=[1, 2]))
    index = found[:, 0].astype(np.int64)
    is_close = np.isfinite(distances[:, 1]) & (distances[:, 1] - distances[:, 0] <= 0.001)
    rivals = np.flatnonzero(is_close)
    if len(rivals):
        row, site = _pairs(tree.query_ball_point(points[rivals], distances[rivals, 0] + 0.001))
        away = millimetres(np.hypot(*(sites[site] - points[rivals[row]]).T))
        first = np.lexsort((site, away, row))
        index[rivals] = site[first[np.diff(row[first], prepend=-1) > 0]]
    return index, np.hypot(*(sites[index] - points).T)


def _by_strips(points: Metres) -> NDArray[np.int64]:
    """An order in which neighbours follow each other: strips from west to east.

    Asked in this order, a large tree answers from the processor's cache, in half the time.
    """
    low, high = points.min(axis=0), points.max(axis=0)
    strips = np.sqrt(len(points))
    strip = np.floor((points[:, 1] - low[1]) / max(high[1] - low[1], 1) * strips)
    return np.argsort(strip * (high[0] - low[0] + 1) + (points[:, 0] - low[0]))


def _pairs(balls: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Lists of sites by row as two arrays, of rows and of sites."""
    lengths = np.fromiter(map(len, balls), np.int64, len(balls))
    sites = np.fromiter(chain.from_iterable(balls), np.int64, int(lengths.sum()))
    return np.repeat(np.arange(len(balls)), lengths), sites


def is_within(distances_m: Metres, limit_m: Fraction) -> NDArray[np.bool_]:
    """Whether each distance, rounded to the millimetre, is at most the limit."""
    limit = int(limit_m * 1000)  # a whole number is at most the limit where it is at most its floor
    inside = np.zeros(len(distances_m), bool)
    finite = np.isfinite(distances_m)
    inside[finite] = millimetres(distances_m[finite]) <= limit
    return inside


def covering(points: Metres, sites: Metres, limit_m: Fraction) -> tuple[NDArray[np.int64], ...]:
    """All pairs (point, site) within the limit, as two arrays of indices sorted by both."""
    none = np.empty(0, np.int64)
    if not len(sites) or not len(points):
        return none, none
    from scipy.spatial import KDTree  # here: it takes a third of a second to load

    near = KDTree(points).sparse_distance_matrix(
        KDTree(sites), float(limit_m) + 0.001, output_type="ndarray"
    )
    pairs = np.sort(near["i"] * len(sites) + near["j"])
    point, site = np.divmod(pairs, len(sites))
    kept = is_within(np.hypot(*(sites[site] - points[point]).T), limit_m)
    return point[kept], site[kept]


def of_group(values: Sequence[str | None], group: str) -> NDArray[np.int64]:
    """The indices at which a sequence has that value."""
    return np.asarray([i for i, value in enumerate(values) if value == group], np.int64)
