"""Layers placed in WGS 84, and all that is told on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest
import shapely

from models.coordinates import (
    BD09,
    CGCS2000,
    GCJ02,
    WGS84,
    CoordinateSystem,
    from_wgs84,
    system_of_code,
)
from models.geo_reading import FAR_M, GeoReading, SystemOrigin, read_layer
from models.geo_source import GeoLayer, GeoNotice, GeoProblem, Value, notice_of, shapes
from models.known_places import KnownPlace, KnownPlaces

PLACES = [(105.6, 29.5), (105.7, 29.6), (105.9, 29.8)]
COUNTY = shapely.box(105.4, 29.4, 106.1, 30)
KNOWN = KnownPlaces(COUNTY)
NOTHING = KnownPlaces()


def layer(
    pairs: Sequence[Any],
    declared: CoordinateSystem | None = None,
    columns: Mapping[str, Sequence[Value]] | None = None,
    notices: tuple[GeoNotice, ...] = (),
    name: str = "图层",
) -> GeoLayer:
    """Points at pairs; other geometries as they are. They are numbered from 11."""
    given = [shapely.Point(*p) if isinstance(p, tuple) else p for p in pairs]
    numbers = np.arange(11, 11 + len(given))
    return GeoLayer(name, shapes(given), numbers, columns or {}, declared, notices=notices)


def in_system(code: str) -> list[tuple[float, float]]:
    x, y = from_wgs84(*np.array(PLACES).T, system_of_code(code))
    return list(zip(x.tolist(), y.tolist(), strict=True))


def told(reading: GeoReading) -> list[GeoProblem]:
    return [notice.problem for notice in reading.notices]


def one(reading: GeoReading, problem: GeoProblem) -> GeoNotice:
    (notice,) = [n for n in reading.notices if n.problem is problem]
    return notice


def assert_placed(reading: GeoReading, places: Sequence[tuple[float, float] | None]) -> None:
    for geometry, place in zip(reading.geometries, places, strict=True):
        if place is None:
            assert geometry is None
        else:
            assert geometry.distance(shapely.Point(*place)) < 1e-8  # a millimetre


@pytest.mark.parametrize(
    "code",
    ["wgs84", "cgcs2000", "gcj02", "bd09", "cgcs2000-3-105", "cgcs2000-3-105-zone", "xian80"],
)
def test_a_declared_system_is_taken_and_its_error_stated(code: str) -> None:
    system = system_of_code(code)
    reading = read_layer(layer(in_system(code), system), KNOWN)
    assert (reading.system, reading.origin) == (system, SystemOrigin.DECLARED)
    assert_placed(reading, PLACES)
    if system.accuracy_m:
        facts = {"system": code, "metres": system.accuracy_m}
        assert one(reading, GeoProblem.ACCURACY).facts == facts
    else:
        assert told(reading) == []


@pytest.mark.parametrize("system", [GCJ02, BD09])
def test_the_stated_error_of_web_maps_is_below_a_metre(system: CoordinateSystem) -> None:
    reading = read_layer(layer(in_system(system.code), system), KNOWN)
    assert float(one(reading, GeoProblem.ACCURACY).facts["metres"]) < 1


def test_a_chosen_system_goes_before_a_declared_one() -> None:
    reading = read_layer(layer(in_system("gcj02"), WGS84), KNOWN, GCJ02)
    assert (reading.system, reading.origin) == (GCJ02, SystemOrigin.CHOSEN)
    assert_placed(reading, PLACES)


def test_degrees_of_no_stated_system_are_assumed_to_be_wgs84_and_it_is_told() -> None:
    reading = read_layer(layer(PLACES), KNOWN)
    assert (reading.system, reading.origin) == (WGS84, SystemOrigin.FIGURES)
    assert one(reading, GeoProblem.SYSTEM_ASSUMED).facts == {"system": "wgs84"}
    assert_placed(reading, PLACES)


def test_words_of_the_file_name_the_system() -> None:
    by_heading = layer(in_system("gcj02"), columns={"高德经度": ["1"] * 3})
    by_column = layer(in_system("gcj02"), columns={"crs": ["gcj02"] * 3})
    by_name = layer(in_system("gcj02"), name="乡镇_gcj02")
    for given in (by_heading, by_column, by_name):
        reading = read_layer(given, NOTHING)
        assert (reading.system, reading.origin) == (GCJ02, SystemOrigin.NAMED)
        assert_placed(reading, PLACES)
        assert told(reading) == [GeoProblem.ACCURACY]


def test_a_zone_is_guessed_from_the_number_before_the_easting() -> None:
    reading = read_layer(layer(in_system("cgcs2000-3-105-zone")), NOTHING)
    assert reading.system == system_of_code("cgcs2000-3-105-zone")
    assert one(reading, GeoProblem.ZONE_GUESSED).facts == {"meridian": 105, "width": 3}
    assert told(reading) == [
        GeoProblem.ZONE_GUESSED, GeoProblem.SYSTEM_ASSUMED, GeoProblem.ACCURACY
    ]  # fmt: skip
    assert_placed(reading, PLACES)


def test_metres_without_a_zone_are_placed_where_the_county_is_or_not_at_all() -> None:
    given = layer(in_system("cgcs2000-3-108"))
    assert_placed(read_layer(given, KNOWN), PLACES)
    reading = read_layer(given, NOTHING)
    assert reading.system is None
    assert told(reading) == [GeoProblem.SYSTEM_UNTOLD]
    assert reading.is_blocked
    assert reading.taken == 0


def test_swapped_figures_are_turned_round_one_by_one() -> None:
    pairs = [PLACES[0], PLACES[1][::-1], PLACES[2]]
    reading = read_layer(layer(pairs, WGS84), KNOWN)
    assert one(reading, GeoProblem.SWAPPED).numbers == (12,)
    assert_placed(reading, PLACES)


def test_surveyors_x_is_the_northing() -> None:
    pairs = [pair[::-1] for pair in in_system("cgcs2000-3-105-zone")]
    reading = read_layer(layer(pairs), NOTHING)
    assert one(reading, GeoProblem.SWAPPED).count == 3
    assert_placed(reading, PLACES)


def test_a_swapped_area_is_turned_round_whole() -> None:
    reading = read_layer(layer([shapely.box(29.5, 105.5, 29.6, 105.6)], WGS84), KNOWN)
    assert reading.geometries[0].equals(shapely.box(105.5, 29.5, 105.6, 29.6))


def test_zero_and_missing_coordinates_have_no_place() -> None:
    reading = read_layer(layer([(0.0, 0.0), None, shapely.Point(), PLACES[1]], WGS84), KNOWN)
    assert one(reading, GeoProblem.ZERO).numbers == (11,)
    assert one(reading, GeoProblem.NO_GEOMETRY).numbers == (12, 13)
    assert_placed(reading, [None, None, None, PLACES[1]])
    assert reading.taken == 1


def test_what_the_file_could_not_be_read_at_is_told_once() -> None:
    broken = notice_of(GeoProblem.UNREADABLE_COORDINATE, range(11, 211))
    reading = read_layer(layer([None] * 201, WGS84, notices=broken), KNOWN)
    assert told(reading) == [GeoProblem.UNREADABLE_COORDINATE, GeoProblem.NO_GEOMETRY]
    assert one(reading, GeoProblem.NO_GEOMETRY).numbers == (211,)


def test_figures_that_cannot_be_of_the_system_are_left_out_by_number() -> None:
    reading = read_layer(layer([*PLACES, (567_720.0, 3_286_865.0)], WGS84), KNOWN)
    assert one(reading, GeoProblem.NOT_CONVERTED).numbers == (14,)
    assert_placed(reading, [*PLACES, None])


@pytest.mark.parametrize("chosen", [False, True])
def test_a_system_that_most_figures_cannot_be_of_blocks(chosen: bool) -> None:
    metres = in_system("cgcs2000-3-105-zone")
    given = layer(metres, None if chosen else CGCS2000)
    reading = read_layer(given, KNOWN, CGCS2000 if chosen else None)
    assert reading.system is None
    assert reading.is_blocked
    assert one(reading, GeoProblem.SYSTEM_MISFIT).facts == {
        "system": "cgcs2000", "figures": "cgcs2000-3-105-zone"
    }  # fmt: skip


def test_figures_in_another_unit_block() -> None:
    reading = read_layer(layer([(105_700_000.0, 29_600_000.0)]), KNOWN)
    assert one(reading, GeoProblem.UNIT_DOUBT).facts == {"unit": "microdegrees"}
    assert reading.is_blocked


def test_an_unknown_system_blocks_until_one_is_chosen() -> None:
    unknown = GeoNotice(GeoProblem.UNKNOWN_SYSTEM, facts={"stated": "Pseudo-Mercator"})
    given = layer(PLACES, notices=(unknown,))
    assert told(read_layer(given, KNOWN)) == [GeoProblem.UNKNOWN_SYSTEM]
    assert read_layer(given, KNOWN).is_blocked
    assert told(read_layer(given, KNOWN, WGS84)) == []


def seats_of(code: str, declared: CoordinateSystem | None) -> tuple[GeoLayer, KnownPlaces]:
    names = [f"镇{n}" for n in range(len(PLACES))]
    known = [KnownPlace(name, *place) for name, place in zip(names, PLACES, strict=True)]
    return layer(in_system(code), declared, {"名称": names}), KnownPlaces(points=known)


def test_a_shift_is_undone_where_no_system_is_stated() -> None:
    reading = read_layer(*seats_of("gcj02", None))
    assert (reading.system, reading.origin) == (GCJ02, SystemOrigin.FITTED)
    notice = one(reading, GeoProblem.SHIFT)
    assert (notice.facts["system"], notice.facts["compared"]) == ("gcj02", "names")
    assert float(notice.facts["before"]) > 300
    assert float(notice.facts["after"]) < 0.1
    assert_placed(reading, PLACES)


def test_a_shift_against_a_stated_system_is_only_told() -> None:
    given, known = seats_of("gcj02", WGS84)
    reading = read_layer(given, known)
    assert (reading.system, reading.origin) == (WGS84, SystemOrigin.DECLARED)
    assert reading.fit is not None
    assert reading.fit.system == GCJ02
    assert one(reading, GeoProblem.SHIFT).facts["system"] == "gcj02"
    chosen = read_layer(given, known, GCJ02)
    assert chosen.fit is None
    assert_placed(chosen, PLACES)


def test_what_lies_outside_the_boundary_is_told_and_kept() -> None:
    reading = read_layer(layer([*PLACES, (107.0, 29.6)], WGS84), KNOWN)
    assert one(reading, GeoProblem.OUTSIDE).numbers == (14,)
    assert reading.taken == 4


def test_without_a_boundary_what_is_far_from_all_known_places_is_told() -> None:
    known = KnownPlaces(points=[KnownPlace("镇", 105.7, 29.6)])
    # along the parallel of 29.6° a degree of longitude is 96.9 km
    near, far = (105.7 + 0.30, 29.6), (105.7 + 0.32, 29.6)  # 29.1 km, 31.0 km
    reading = read_layer(layer([near, far], WGS84), known)
    notice = one(reading, GeoProblem.FAR)
    assert (notice.numbers, notice.facts) == ((12,), {"metres": FAR_M})


def test_areas_are_mended_or_given_up_by_number() -> None:
    eight = shapely.Polygon([(105.5, 29.5), (105.7, 29.7), (105.7, 29.5), (105.5, 29.7)])
    flat = shapely.Polygon([(105.5, 29.5), (105.6, 29.6), (105.7, 29.7)])
    reading = read_layer(layer([eight, flat], WGS84), KNOWN)
    assert one(reading, GeoProblem.REPAIRED).numbers == (11,)
    assert one(reading, GeoProblem.REPAIRED).facts["largest_change"] == pytest.approx(1)
    assert one(reading, GeoProblem.NOT_REPAIRABLE).numbers == (12,)
    assert reading.geometries[0].is_valid
    assert reading.geometries[1] is None


def test_mixed_kinds_are_counted() -> None:
    line = shapely.LineString(PLACES)
    reading = read_layer(layer([PLACES[0], line, line], WGS84), KNOWN)
    assert one(reading, GeoProblem.MIXED_KINDS).facts == {"points": 1, "lines": 2}


def test_an_empty_layer_gives_nothing() -> None:
    reading = read_layer(layer([None]), KNOWN)
    assert (reading.system, reading.taken) == (None, 0)
    assert told(reading) == [GeoProblem.NO_GEOMETRY]


def test_it_can_be_stopped_between_its_steps() -> None:
    told: list[tuple[int, int]] = []

    def stop_at_the_third(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_layer(layer(PLACES), KNOWN, None, stop_at_the_third)
    assert told == [(0, 4), (1, 4), (2, 4)]


def test_the_layer_is_not_changed() -> None:
    given = layer([PLACES[0][::-1], (0.0, 0.0)], GCJ02)
    before = list(given.geometries)
    read_layer(given, KNOWN)
    assert all(a is b for a, b in zip(given.geometries, before, strict=True))
