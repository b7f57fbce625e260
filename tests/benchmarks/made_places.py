"""Made points and roads to measure on: the same numbers give the same places."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj.enums import TransformDirection

from models.geography import metre_transformer
from models.nearest import Metres
from models.roads import Road

MERIDIAN = 105
CORNER = np.asarray([500_000.0, 3_200_000.0])  # easting, northing: 105°, 28.9°
SIDE_M = 126_000.0


def made_points(count: int, seed: int) -> Metres:
    """Rows of easting, northing strewn over 126 km × 126 km, to the millimetre."""
    chance = np.random.default_rng(seed)
    return np.round(chance.uniform(0, SIDE_M, (count, 2)), 3) + CORNER


def made_roads(side: int) -> list[Road]:
    """A crooked grid of side × side crossroads, each road from one to the next with a bend."""
    chance = np.random.default_rng(2025)
    step = SIDE_M / side
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing="ij"), -1) * step
    grid = grid + CORNER + chance.uniform(-0.3, 0.3, grid.shape) * step
    degrees = np.round(_degrees(grid), 7)
    pairs = [
        np.stack((degrees[:-1], degrees[1:]), 2).reshape(-1, 2, 2),
        np.stack((degrees[:, :-1], degrees[:, 1:]), 2).reshape(-1, 2, 2),
    ]
    ends = np.concatenate(pairs)
    bend = ends.mean(axis=1, keepdims=True) + chance.uniform(-3e-4, 3e-4, (len(ends), 1, 2))
    lines = shapely.linestrings(np.concatenate((ends[:, :1], bend, ends[:, 1:]), axis=1))
    classes = chance.choice(["国道", "县道", "乡道", "村道"], len(lines), p=[0.05, 0.15, 0.3, 0.5])
    return [
        Road(line, road_class) for line, road_class in zip(lines, classes.tolist(), strict=True)
    ]


def _degrees(metres: NDArray[np.float64]) -> NDArray[np.float64]:
    to_degrees = metre_transformer(MERIDIAN)
    found = to_degrees.transform(*np.moveaxis(metres, -1, 0), direction=TransformDirection.INVERSE)
    return np.stack(found, -1)
