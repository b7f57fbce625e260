"""Coordinate systems against geodesics and EPSG's own definitions, round trips, texts of cells."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS, Geod, Transformer

from models.coordinate_text import read_coordinate
from models.coordinates import (
    BD09,
    BEIJING54,
    CGCS2000,
    GCJ02,
    WGS84,
    XIAN80,
    CoordinateSystem,
    Datum,
    crs_of_system,
    from_wgs84,
    system_of_code,
    system_of_crs,
    to_wgs84,
)
from models.errors import InvalidValue, Reason

GEOD = Geod(ellps="WGS84")
longitudes = st.floats(73.6, 135.0)
latitudes = st.floats(18.2, 53.5)


def metres(a: tuple[object, object], b: tuple[object, object]) -> float:
    return float(GEOD.inv(*map(float, a), *map(float, b))[2])  # type: ignore[arg-type]


@pytest.mark.parametrize("system", [GCJ02, BD09])
def test_the_round_trip_of_web_maps_is_below_a_millimetre_all_over_china(system):
    lon, lat = (
        a.ravel() for a in np.meshgrid(np.arange(73.6, 135, 0.25), np.arange(18, 53.6, 0.25))
    )
    back = to_wgs84(*from_wgs84(lon, lat, system), system)
    error = GEOD.inv(lon, lat, *back)[2]
    assert np.max(error) < system.accuracy_m  # measured: 2e-5 m


@given(longitudes, latitudes, st.sampled_from([GCJ02, BD09, BEIJING54, XIAN80, CGCS2000]))
@settings(deadline=None, max_examples=150)
def test_any_system_of_degrees_leads_back(lon, lat, system):
    assert metres((lon, lat), to_wgs84(*from_wgs84(lon, lat, system), system)) < 0.01


@given(
    st.floats(-1.5, 1.5), latitudes, st.integers(25, 45), st.booleans(), st.sampled_from([3, 6]),
    st.sampled_from([Datum.CGCS2000, Datum.BEIJING54, Datum.XIAN80]),
)  # fmt: skip
@settings(deadline=None, max_examples=150)
def test_any_zone_leads_back(offset, lat, zone, numbered, width, datum):
    meridian = zone * 3 if width == 3 else (zone // 2) * 6 + 3
    system = CoordinateSystem(datum, width, meridian, numbered)
    assert (
        metres(
            (meridian + offset, lat),
            to_wgs84(*from_wgs84(meridian + offset, lat, system), system),
        )
        < 0.01
    )
    assert system_of_code(system.code) == system


def test_gcj02_moves_dazu_by_some_four_hundred_metres():
    assert 350 < metres((105.7, 29.7), from_wgs84(105.7, 29.7, GCJ02)) < 550
    assert 800 < metres((105.7, 29.7), from_wgs84(105.7, 29.7, BD09)) < 1500


def test_a_published_pair_of_gcj02():
    # Tian'anmen, WGS 84 116.391248, 39.907371, is commonly stated at about 116.39749, 39.90877
    lon, lat = from_wgs84(116.391248, 39.907371, GCJ02)
    assert metres((lon, lat), (116.397491, 39.908774)) < 5


@pytest.mark.parametrize("system", [GCJ02, BD09])
def test_nothing_moves_outside_china(system):
    assert [float(v) for v in from_wgs84(2.35, 48.85, system)] == [2.35, 48.85]
    assert [float(v) for v in to_wgs84(2.35, 48.85, system)] == [2.35, 48.85]


@pytest.mark.parametrize(
    ("epsg", "code"),
    [
        (4326, "wgs84"),
        (4490, "cgcs2000"),
        (4214, "beijing54"),
        (4610, "xian80"),
        (4544, "cgcs2000-3-105"),
        (4523, "cgcs2000-3-105-zone"),
        (4507, "cgcs2000-6-105"),
        (2434, "beijing54-3-111"),
        (2359, "xian80-3-105-zone"),
    ],
)
def test_systems_of_epsg_are_known(epsg, code):
    found = system_of_crs(CRS.from_epsg(epsg))
    assert found is not None
    # of 105°E a zone of 3 and one of 6 degrees have the same projection, without a zone number
    assert found.code in (code, code.replace("-6-", "-3-"))
    assert system_of_code(f"EPSG:{epsg}") == found


@pytest.mark.parametrize(
    ("code", "epsg"), [("cgcs2000-3-105", 4544), ("cgcs2000-3-105-zone", 4523)]
)
def test_metres_are_those_of_epsg(code, epsg):
    ours = from_wgs84(105.7, 29.7, system_of_code(code))
    theirs = Transformer.from_crs(4490, epsg, always_xy=True).transform(105.7, 29.7)
    assert np.allclose(ours, theirs, atol=0.001)
    assert float(ours[0]) == pytest.approx(567_720, abs=300) or ours[0] > 35_000_000


@pytest.mark.parametrize("datum", [Datum.CGCS2000, Datum.BEIJING54, Datum.XIAN80])
@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("width", [3, 6])
def test_every_zone_of_china_is_stated_by_its_epsg_number(
    datum: Datum, numbered: bool, width: int
) -> None:
    for meridian in range(75, 136, width):
        system = CoordinateSystem(datum, width, meridian, numbered)
        crs = crs_of_system(system)
        assert crs is not None
        assert crs.to_epsg() is not None
        found = system_of_crs(crs)
        # without a number a zone of 6 degrees is the same as that of 3 of its meridian
        assert found in (system, CoordinateSystem(datum, 3, meridian, numbered))
        assert not numbered or found == system


def test_what_a_file_states_of_degrees() -> None:
    numbers = {
        system.code: crs.to_epsg() if (crs := crs_of_system(system)) else None
        for system in (WGS84, CGCS2000, BEIJING54, XIAN80, GCJ02, BD09)
    }
    assert numbers == {
        "wgs84": 4326, "cgcs2000": 4490, "beijing54": 4214, "xian80": 4610,
        "gcj02": None, "bd09": None,
    }  # fmt: skip


def test_a_zone_without_a_number_of_epsg_is_stated_in_full() -> None:
    crs = crs_of_system(CoordinateSystem(Datum.CGCS2000, 3, 72))
    assert crs is not None
    assert crs.to_epsg() is None
    assert "72" in crs.to_wkt()


def test_distances_in_a_zone_are_the_geodesic_ones():
    x, y = from_wgs84([105.5, 106.0], [29.4, 29.9], system_of_code("cgcs2000-3-105"))
    straight = float(np.hypot(x[1] - x[0], y[1] - y[0]))
    assert straight == pytest.approx(metres((105.5, 29.4), (106.0, 29.9)), rel=0.001)


@pytest.mark.parametrize(
    "text", ["utm", "gcj02-3-105", "cgcs2000-3-104", "cgcs2000-6-108", "EPSG:3857"]
)
def test_what_is_no_system_is_refused(text):
    with pytest.raises(InvalidValue):
        system_of_code(text)


def test_old_datums_state_their_error():
    assert WGS84.accuracy_m == 0
    # the sets of parameters published for parts of China part by some 25 m at Dazu
    assert BEIJING54.accuracy_m == 30
    assert XIAN80.accuracy_m == 120


# --- texts -----------------------------------------------------------------------------------

EXACT = Fraction(105) + Fraction(42, 60) + Fraction(30, 3600)


@pytest.mark.parametrize(
    ("text", "value", "side"),
    [
        ("105.708333", Fraction("105.708333"), ""),
        ("１０５．７", Fraction("105.7"), ""),
        ("105.7°", Fraction("105.7"), ""),
        ("105°42′30″E", EXACT, "E"),
        ("105°42'30\"", EXACT, ""),
        ("105度42分30秒", EXACT, ""),
        ("东经105度42分30秒", EXACT, "E"),
        ("105 42 30", EXACT, ""),
        ("105:42:30", EXACT, ""),
        ("E105°42.5′", EXACT, "E"),
        ("29°30′S", Fraction(-59, 2), "S"),
        ("35567720.5", Fraction("35567720.5"), ""),
    ],
)
def test_a_coordinate_is_read_exactly(text, value, side):
    found = read_coordinate(text)
    assert (found.value, found.side) == (value, side)
    assert found.is_metres is (value > 360)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.EMPTY),
        ("   ", Reason.EMPTY),
        ("大足", Reason.NOT_A_NUMBER),
        ("105,7", Reason.NOT_A_NUMBER),
        ("105°60′00″", Reason.OUT_OF_RANGE),
        ("105°42′60″", Reason.OUT_OF_RANGE),
        ("105°42.5′30″", Reason.NOT_A_NUMBER),
        ("95°42′30″N", Reason.OUT_OF_RANGE),
        ("195°42′30″", Reason.OUT_OF_RANGE),
        ("-105.7E", Reason.NOT_A_NUMBER),
        ("1e400", Reason.NOT_A_NUMBER),
    ],
)
def test_what_is_no_coordinate_is_refused(text, reason):
    with pytest.raises(InvalidValue) as refused:
        read_coordinate(text)
    assert refused.value.reason is reason
