"""GCJ-02 and BD-09: how the maps of Amap, Tencent and Baidu move WGS 84 degrees inside China.

Forward by the widely published obfuscation formula; back by iteration to less than 1e-9 degrees
(0.1 mm). The formula applies within a rectangle of degrees around China; outside nothing moves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SEMI_MAJOR_AXIS_M = 6378245.0
ECCENTRICITY_SQUARED = 0.00669342162296594323
WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
CONVERGED_DEGREES = 1e-9
_MOST_STEPS = 30
_BD_ANGLE = np.pi * 3000 / 180
_BD_EAST, _BD_NORTH = 0.0065, 0.006


def is_shifted_area(longitude: Array, latitude: Array) -> NDArray[np.bool_]:
    """Where the formula moves anything."""
    return (
        (longitude >= WEST) & (longitude <= EAST) & (latitude >= SOUTH) & (latitude <= NORTH)
    )  # also False where a value is not a number


def gcj02_from_wgs84(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """WGS 84 degrees → GCJ-02 degrees."""
    east, north = _offset(longitude, latitude)
    moves = is_shifted_area(longitude, latitude)
    return longitude + np.where(moves, east, 0.0), latitude + np.where(moves, north, 0.0)


def wgs84_from_gcj02(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """GCJ-02 degrees → WGS 84 degrees: the place that the formula moves there."""
    lon, lat = longitude.copy(), latitude.copy()
    moves = is_shifted_area(longitude, latitude)
    for _ in range(_MOST_STEPS):
        east, north = _offset(lon, lat)
        new_lon = np.where(moves, longitude - east, longitude)
        new_lat = np.where(moves, latitude - north, latitude)
        change = np.fmax(np.abs(new_lon - lon), np.abs(new_lat - lat))
        lon, lat = new_lon, new_lat
        if not np.any(change > CONVERGED_DEGREES / 10):
            break
    return lon, lat


def bd09_from_gcj02(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """GCJ-02 degrees → BD-09 degrees."""
    radius = np.hypot(longitude, latitude) + 0.00002 * np.sin(latitude * _BD_ANGLE)
    angle = np.arctan2(latitude, longitude) + 0.000003 * np.cos(longitude * _BD_ANGLE)
    return radius * np.cos(angle) + _BD_EAST, radius * np.sin(angle) + _BD_NORTH


def gcj02_from_bd09(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """BD-09 degrees → GCJ-02 degrees."""
    lon, lat = longitude - _BD_EAST, latitude - _BD_NORTH
    for _ in range(_MOST_STEPS):
        reached_lon, reached_lat = bd09_from_gcj02(lon, lat)
        east, north = longitude - reached_lon, latitude - reached_lat
        lon, lat = lon + east, lat + north
        if not np.any(np.fmax(np.abs(east), np.abs(north)) > CONVERGED_DEGREES / 10):
            break
    return lon, lat


def bd09_from_wgs84(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """WGS 84 degrees → BD-09 degrees; outside China they stay as they are."""
    moves = is_shifted_area(longitude, latitude)
    lon, lat = bd09_from_gcj02(*gcj02_from_wgs84(longitude, latitude))
    return np.where(moves, lon, longitude), np.where(moves, lat, latitude)


def wgs84_from_bd09(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """BD-09 degrees → WGS 84 degrees; outside China they stay as they are."""
    moves = is_shifted_area(longitude, latitude)
    lon, lat = wgs84_from_gcj02(*gcj02_from_bd09(longitude, latitude))
    return np.where(moves, lon, longitude), np.where(moves, lat, latitude)


def _offset(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """By how many degrees a WGS 84 place is moved east and north."""
    x, y = longitude - 105.0, latitude - 35.0
    root = np.sqrt(np.abs(x))
    waves = 20 * np.sin(6 * np.pi * x) + 20 * np.sin(2 * np.pi * x)
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += (waves + _waves(y, 20, 40, 3) + 160 * np.sin(np.pi * y / 12)
              + 320 * np.sin(np.pi * y / 30)) * 2 / 3  # fmt: skip
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += (waves + _waves(x, 20, 40, 3) + 150 * np.sin(np.pi * x / 12)
             + 300 * np.sin(np.pi * x / 30)) * 2 / 3  # fmt: skip
    phi = np.radians(latitude)
    magic = 1 - ECCENTRICITY_SQUARED * np.sin(phi) ** 2
    meridian_radius = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / magic**1.5
    parallel_radius = SEMI_MAJOR_AXIS_M / np.sqrt(magic) * np.cos(phi)
    return np.degrees(east / parallel_radius), np.degrees(north / meridian_radius)


def _waves(value: Array, first: float, second: float, divisor: float) -> Array:
    """The two middle terms that the formula has alike for both directions."""
    waves: Array = first * np.sin(np.pi * value) + second * np.sin(np.pi * value / divisor)
    return waves
