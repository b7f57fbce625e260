"""Coordinate systems that Chinese geographic data come in, to WGS 84 degrees and back.

Degrees are (longitude, latitude), projected coordinates (easting, northing) in metres. Accuracy:
CGCS2000 is taken for WGS 84 (they part by centimetres); Beijing 1954 and Xi'an 1980 are moved to
WGS 84 only as far as PROJ knows parameters without a network, see `accuracy_m`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pyproj import CRS, Transformer
from pyproj.enums import TransformDirection
from pyproj.exceptions import CRSError
from pyproj.transformer import TransformerGroup

from models.errors import InvalidValue, Reason
from models.web_map_shift import (
    bd09_from_wgs84,
    gcj02_from_wgs84,
    wgs84_from_bd09,
    wgs84_from_gcj02,
)

Array = NDArray[np.float64]

FALSE_EASTING_M = 500_000
ZONE_FACTOR = 1_000_000  # of the zone number before the easting


class Datum(StrEnum):
    """What degrees are measured on. GCJ-02 and BD-09 are WGS 84 degrees made inexact on purpose."""

    WGS84 = "wgs84"
    CGCS2000 = "cgcs2000"
    GCJ02 = "gcj02"  # Amap, Tencent
    BD09 = "bd09"  # Baidu
    BEIJING54 = "beijing54"
    XIAN80 = "xian80"


_ELLIPSOIDS = {
    Datum.CGCS2000: "+a=6378137 +rf=298.257222101",
    Datum.BEIJING54: "+a=6378245 +rf=298.3",  # Krassovsky 1940
    Datum.XIAN80: "+a=6378140 +rf=298.257",  # IAG 1975
}
_EPSG_DEGREES = {
    Datum.WGS84: 4326,
    Datum.CGCS2000: 4490,
    Datum.BEIJING54: 4214,
    Datum.XIAN80: 4610,
}
_SHIFTED_DATUMS = (Datum.BEIJING54, Datum.XIAN80)  # against WGS 84, by more than centimetres
# Zones 25 (75°E) of 3 and 13 (75°E) of 6 degrees, without and with the number before the easting;
# the numbers of the zones east of them follow.
_EPSG_ZONES = {
    Datum.CGCS2000: {(3, False): 4534, (3, True): 4513, (6, False): 4502, (6, True): 4491},
    Datum.BEIJING54: {(3, False): 2422, (3, True): 2401, (6, False): 21453, (6, True): 21413},
    Datum.XIAN80: {(3, False): 2370, (3, True): 2349, (6, False): 2338, (6, True): 2327},
}
_WEB_MAP_ERROR_M = 0.001  # of a round trip; tests measure less
# Beijing 1954: the sets of parameters that PROJ has for parts of China part by some 25 m. Xi'an
# 1980: PROJ has none, so its degrees are taken as they are, which can be that far off.
_DATUM_ERROR_M = {Datum.CGCS2000: 0.1, Datum.BEIJING54: 30.0, Datum.XIAN80: 120.0}


@dataclass(frozen=True, slots=True)
class CoordinateSystem:
    """A datum, in degrees (`zone_width` 0) or in a Gauss–Krüger projection of it in metres.

    `zone_width` is 3 or 6 degrees, `meridian` the zone's central meridian in degrees east;
    `has_zone_number`: the easting begins with the number of the zone (35 543 210 for 543 210).
    Raises InvalidValue where the meridian is none of such a zone.
    """

    datum: Datum
    zone_width: int = 0
    meridian: int = 0
    has_zone_number: bool = False

    def __post_init__(self) -> None:
        if self.zone_width == 0 and not self.meridian and not self.has_zone_number:
            return
        is_zone = (self.zone_width == 3 and self.meridian % 3 == 0) or (
            self.zone_width == 6 and self.meridian % 6 == 3
        )
        if self.datum not in _ELLIPSOIDS or not is_zone or not 72 <= self.meridian <= 138:
            raise InvalidValue("CoordinateSystem", "meridian", self.meridian, Reason.OUT_OF_RANGE)

    @property
    def is_projected(self) -> bool:
        return self.zone_width != 0

    @property
    def zone_number(self) -> int:
        """25 for 75°E of 3-degree zones, 13 for 75°E of 6-degree zones; 0 for degrees."""
        if self.zone_width == 3:
            return self.meridian // 3
        return (self.meridian + 3) // 6 if self.zone_width == 6 else 0

    @property
    def code(self) -> str:
        """What the command line calls it: gcj02, cgcs2000-3-105 or, with zone numbers,
        cgcs2000-3-105-zone."""
        if not self.is_projected:
            return str(self.datum)
        ending = "-zone" if self.has_zone_number else ""
        return f"{self.datum}-{self.zone_width}-{self.meridian}{ending}"

    @property
    def accuracy_m(self) -> float:
        """How far, in metres, a place may come to lie from its true one by the conversion."""
        if self.datum in (Datum.GCJ02, Datum.BD09):
            return _WEB_MAP_ERROR_M
        return _DATUM_ERROR_M.get(self.datum, 0.0)


WGS84 = CoordinateSystem(Datum.WGS84)
CGCS2000 = CoordinateSystem(Datum.CGCS2000)
GCJ02 = CoordinateSystem(Datum.GCJ02)
BD09 = CoordinateSystem(Datum.BD09)
BEIJING54 = CoordinateSystem(Datum.BEIJING54)
XIAN80 = CoordinateSystem(Datum.XIAN80)

_CODE = re.compile(r"([a-z0-9]+)(?:-([36])-(\d{2,3})(-zone)?)?")


def system_of_code(text: str) -> CoordinateSystem:
    """The system of a `code`, of an EPSG number (EPSG:4490) or of well-known text.

    Raises InvalidValue for what is none of those that Weigui converts.
    """
    refused = InvalidValue("CoordinateSystem", "code", text, Reason.UNKNOWN_CHOICE)
    match = _CODE.fullmatch(text.strip().lower())
    if match and match[1] in set(Datum):
        width, meridian = int(match[2] or 0), int(match[3] or 0)
        return CoordinateSystem(Datum(match[1]), width, meridian, bool(match[4]))
    try:
        found = system_of_crs(CRS.from_user_input(text))
    except CRSError:
        raise refused from None
    if found is None:
        raise refused
    return found


def system_of_crs(crs: CRS) -> CoordinateSystem | None:
    """The system of what a file states; None where it is another one or no known zone."""
    datum = _named_datum(crs)
    if datum is None:
        return None
    if crs.is_geographic:
        return CoordinateSystem(datum)
    operation = crs.coordinate_operation
    if operation is None or "Transverse_Mercator" not in operation.method_name.replace(" ", "_"):
        return None
    values = {p.name: p.value for p in operation.params}
    meridian = values.get("Longitude of natural origin", 0.0)
    easting = values.get("False easting", 0.0)
    scale = values.get("Scale factor at natural origin", 1.0)
    northing = values.get("False northing", 0.0)
    if scale != 1 or northing or meridian != int(meridian) or datum not in _ELLIPSOIDS:
        return None
    for width in (3, 6):
        for numbered in (False, True):
            try:
                system = CoordinateSystem(datum, width, int(meridian), numbered)
            except InvalidValue:
                continue
            if easting == _false_easting(system):
                return system
    return None


def crs_of_system(system: CoordinateSystem) -> CRS | None:
    """What a file states of a system, with its EPSG number where there is one.

    None for GCJ-02 and BD-09, which no register of coordinate systems holds.
    """
    if not system.is_projected:
        number = _EPSG_DEGREES.get(system.datum)
        return None if number is None else CRS.from_epsg(number)
    first = _EPSG_ZONES[system.datum][(system.zone_width, system.has_zone_number)]
    zone = system.zone_number - (25 if system.zone_width == 3 else 13)
    if 0 <= zone < (21 if system.zone_width == 3 else 11):
        return CRS.from_epsg(first + zone)
    return CRS.from_proj4(_zone_text(system))  # 72° and 138° E, which EPSG leaves out


def _named_datum(crs: CRS) -> Datum | None:
    """Known by the name, since files that ArcGIS wrote carry no numbers."""
    geodetic = crs.geodetic_crs
    name = re.sub(r"[\W_]", "", f"{geodetic.name} {geodetic.datum}" if geodetic else "").lower()
    words = (
        ("cgcs2000", Datum.CGCS2000),
        ("chinageodeticcoordinatesystem2000", Datum.CGCS2000),
        ("china2000", Datum.CGCS2000),
        ("beijing1954", Datum.BEIJING54),
        ("xian1980", Datum.XIAN80),
        ("wgs84", Datum.WGS84),
        ("wgs1984", Datum.WGS84),
        ("worldgeodeticsystem1984", Datum.WGS84),
    )
    return next((datum for word, datum in words if word in name), None)


def to_wgs84(x: ArrayLike, y: ArrayLike, system: CoordinateSystem) -> tuple[Array, Array]:
    """Coordinates of a system as WGS 84 degrees (longitude, latitude).

    What cannot be projected becomes infinite. Web-map degrees outside China stay as they are.
    """
    first, second = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if system.is_projected:
        first, second = _projection(system).transform(
            first, second, direction=TransformDirection.INVERSE
        )
    if system.datum is Datum.GCJ02:
        return wgs84_from_gcj02(first, second)
    if system.datum is Datum.BD09:
        return wgs84_from_bd09(first, second)
    if system.datum in _SHIFTED_DATUMS:
        first, second = _datum_shift(system.datum).transform(first, second)
    return np.asarray(first, dtype=float), np.asarray(second, dtype=float)


def from_wgs84(
    longitude: ArrayLike, latitude: ArrayLike, system: CoordinateSystem
) -> tuple[Array, Array]:
    """WGS 84 degrees as coordinates of a system: degrees, or easting and northing in metres."""
    first, second = np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)
    if system.datum is Datum.GCJ02:
        return gcj02_from_wgs84(first, second)
    if system.datum is Datum.BD09:
        return bd09_from_wgs84(first, second)
    if system.datum in _SHIFTED_DATUMS:
        first, second = _datum_shift(system.datum).transform(
            first, second, direction=TransformDirection.INVERSE
        )
    if system.is_projected:
        first, second = _projection(system).transform(first, second)
    return np.asarray(first, dtype=float), np.asarray(second, dtype=float)


def _false_easting(system: CoordinateSystem) -> int:
    return FALSE_EASTING_M + (system.zone_number * ZONE_FACTOR if system.has_zone_number else 0)


@lru_cache(maxsize=16)
def _projection(system: CoordinateSystem) -> Transformer:
    """Degrees of the system's own datum → metres of its zone."""
    ellipsoid = _ELLIPSOIDS[system.datum]
    degrees = CRS.from_proj4(f"+proj=longlat {ellipsoid} +no_defs")
    return Transformer.from_crs(degrees, CRS.from_proj4(_zone_text(system)), always_xy=True)


def _zone_text(system: CoordinateSystem) -> str:
    """A zone as PROJ writes it, on the ellipsoid of its datum."""
    return (
        f"+proj=tmerc +lat_0=0 +lon_0={system.meridian} +k=1 +x_0={_false_easting(system)} +y_0=0 "
        f"{_ELLIPSOIDS[system.datum]} +units=m +no_defs"
    )


@lru_cache(maxsize=4)
def _datum_shift(datum: Datum) -> Transformer:
    """Degrees of an old datum → WGS 84, by the one best transformation of PROJ for all China."""
    return TransformerGroup(_EPSG_DEGREES[datum], 4326, always_xy=True).transformers[0]
