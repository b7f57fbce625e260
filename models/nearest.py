"""Nearest and covering sites of many points at once; all coordinates in metres of one zone.

Distances are held against limits in whole millimetres, as in `models.coverage`, so that exactly at
the limit is covered. Of equally near sites, to the millimetre, the first is the nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

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
    tree = KDTree(sites, balanced_tree=False)
    distances, found = tree.query(points, k=[1, 2])
    index = found[:, 0].astype(np.int64)
    second = distances[:, 1]
    rivals = np.flatnonzero(np.isfinite(second) & (second - distances[:, 0] <= 0.001))
    if len(rivals):  # few: only these are looked at one by one
        balls = tree.query_ball_point(points[rivals], distances[rivals, 0] + 0.001)
        for row, ball in zip(rivals.tolist(), balls, strict=True):
            near = np.sort(np.asarray(ball, np.int64))
            away = millimetres(np.hypot(*(sites[near] - points[row]).T))
            index[row] = near[np.argmin(away)]
    return index, np.hypot(*(sites[index] - points).T)


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
    balls = KDTree(sites).query_ball_point(points, float(limit_m) + 0.001)
    lengths = np.fromiter(map(len, balls), np.int64, len(balls))
    point = np.repeat(np.arange(len(points)), lengths)
    site = np.fromiter((s for ball in balls for s in ball), np.int64, int(lengths.sum()))
    kept = is_within(np.hypot(*(sites[site] - points[point]).T), limit_m)
    order = np.lexsort((site[kept], point[kept]))
    return point[kept][order], site[kept][order]


def of_group(values: Sequence[str | None], group: str) -> NDArray[np.int64]:
    """The indices at which a sequence has that value."""
    return np.asarray([i for i, value in enumerate(values) if value == group], np.int64)
