"""In which coordinate system figures are, told by words of the file or by the figures.

The ranges of longitude, latitude, easting and northing within China do not overlap, so that their
order can be told from the figures too: surveyors call the northing X.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.coordinates import ZONE_FACTOR, CoordinateSystem, Datum, from_wgs84
from models.source_table import key

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_LONGITUDES, _LATITUDES = (73, 136), (3, 54)  # degrees: the extreme points of China
_EASTINGS = (100_000, 900_000)  # metres, of a zone, without its number
# Metres, from 12.6° N on (Sansha's seat lies at 16.8° N), so that neither an easting nor degrees
# written without marks, as 1054230, are taken for one.
_NORTHINGS = (1_400_000, 6_000_000)
_ZONES_6, _ZONES_3 = range(13, 24), range(24, 47)
_MERCATOR_X, _MERCATOR_Y = (8_126_000, 13_100_000), (333_000, 7_170_000)  # metres, 73°–117.7° E
_WORDS = (
    (Datum.GCJ02, re.compile("gcj|火星|高德|腾讯|amap")),
    (Datum.BD09, re.compile("bd09|百度|baidu")),
    (Datum.BEIJING54, re.compile("北京(?:19)?54|beijing(?:19)?54|bj54")),
    (Datum.XIAN80, re.compile("西安(?:19)?80|xi'?an(?:19)?80")),
    (Datum.CGCS2000, re.compile("cgcs|国家2000|2000国家|大地2000|china2000")),
    (Datum.WGS84, re.compile("wgs(?:19)?84")),
)
SYSTEM_HEADINGS = frozenset({"crs", "坐标系", "坐标系统", "坐标类型", "coordsys", "coordtype"})


def named_datum(texts: Iterable[str]) -> Datum | None:
    """The one datum that texts (names of layers, headings, a column of systems) speak of.

    None where they speak of none, or of several, as “wgs84转gcj02” does.
    """
    plain = [re.sub(r"[-_]", "", key(text)) for text in texts]
    found = {datum for datum, word in _WORDS if any(word.search(text) for text in plain)}
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, eq=False)
class Figures:
    """Which pairs of figures are degrees or metres as they stand, which with the two swapped."""

    degrees: Mask
    degrees_swapped: Mask
    metres: Mask
    metres_swapped: Mask
    zero: Mask  # one of the two is 0, which no place in China has

    @property
    def any_degrees(self) -> Mask:
        return self.degrees | self.degrees_swapped

    @property
    def any_metres(self) -> Mask:
        return self.metres | self.metres_swapped

    @property
    def swapped(self) -> Mask:
        return self.degrees_swapped | self.metres_swapped


def figures_of(x: Array, y: Array) -> Figures:
    """Sort pairs of figures; those that are not numbers are in none."""
    return Figures(_is_degrees(x, y), _is_degrees(y, x), _is_metres(x, y), _is_metres(y, x),
                   (x == 0) | (y == 0))  # fmt: skip


def fits(system: CoordinateSystem, x: Array, y: Array) -> Mask:
    """Which pairs (longitude or easting first) can be of a system."""
    if not system.is_projected:
        return _is_degrees(x, y)
    number = system.zone_number if system.has_zone_number else 0
    of_zone: Mask = x // ZONE_FACTOR == number
    return _is_metres(x, y) & of_zone


def system_of_figures(
    x: Array, y: Array, datum: Datum, near: tuple[float, float] | None
) -> CoordinateSystem | None:
    """The system that most pairs are of, on a datum; None where they are of none.

    Metres with a number of the zone say which zone. Those without one are of the zone in which they
    lie nearest to a place of the county, `near` (WGS 84 degrees); without it, None.
    """
    figures = figures_of(x, y)
    degrees, metres = figures.any_degrees.sum(), figures.any_metres.sum()
    if degrees == 0 and metres == 0:
        return None
    if degrees >= metres:
        return CoordinateSystem(datum)
    if datum not in (Datum.BEIJING54, Datum.XIAN80):
        datum = Datum.CGCS2000  # what metres in China are on; GCJ-02 has no zones
    easting = np.where(figures.metres, x, y)[figures.any_metres]
    zones, counts = np.unique(easting // ZONE_FACTOR, return_counts=True)
    zone = int(zones[np.argmax(counts)])
    if zone in _ZONES_6:
        return CoordinateSystem(datum, 6, 6 * zone - 3, True)
    if zone:
        return CoordinateSystem(datum, 3, 3 * zone, True)
    return None if near is None else _nearest_zone(datum, float(np.median(easting)), near)


def _nearest_zone(datum: Datum, easting: float, near: tuple[float, float]) -> CoordinateSystem:
    """The zone, of three around a place, in which an easting lies nearest to it. 6-degree zones
    have the same meridians, and without a number the same eastings."""
    middle = round(near[0] / 3) * 3
    zones = [CoordinateSystem(datum, 3, middle + step) for step in (0, -3, 3)]
    return min(zones, key=lambda zone: abs(float(from_wgs84(*near, zone)[0]) - easting))


def doubtful_unit(x: Array, y: Array) -> str:
    """What figures that are of no system might be: microdegrees, kilometres, packed-dms
    (1054230 for 105°42′30″), web-mercator; "unknown" for none of these."""
    for unit, factor in (("microdegrees", 1e-6), ("kilometres", 1e3)):
        figures = figures_of(x * factor, y * factor)
        if (figures.any_degrees | figures.any_metres).mean() > 0.5:
            return unit
    packed = figures_of(_unpacked(x), _unpacked(y))
    if packed.any_degrees.mean() > 0.5:
        return "packed-dms"
    if (_within(x, _MERCATOR_X) & _within(y, _MERCATOR_Y)).mean() > 0.5:
        return "web-mercator"
    return "unknown"


def _unpacked(value: Array) -> Array:
    """DDDMMSS as degrees; not a number where minutes or seconds are 60 or more."""
    degrees, rest = np.divmod(value, 10_000)
    minutes, seconds = np.divmod(rest, 100)
    result = degrees + minutes / 60 + seconds / 3600
    return np.where((minutes < 60) & (seconds < 60), result, np.nan)


def _is_degrees(longitude: Array, latitude: Array) -> Mask:
    return _within(longitude, _LONGITUDES) & _within(latitude, _LATITUDES)


def _is_metres(easting: Array, northing: Array) -> Mask:
    zone, plain = np.divmod(easting, ZONE_FACTOR)
    known_zone = (zone == 0) | ((zone >= _ZONES_6.start) & (zone < _ZONES_3.stop))
    metres: Mask = known_zone & _within(plain, _EASTINGS) & _within(northing, _NORTHINGS)
    return metres


def _within(value: Array, bounds: tuple[float, float]) -> Mask:
    within: Mask = (value >= bounds[0]) & (value <= bounds[1])
    return within
