"""Neighbours by border, by distance, and for want of either by township."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from models.coverage import project, unproject, zone_meridian
from models.layers import Boundary, geojson
from models.neighbours import TOUCH_M, Neighbours, area_metres, farthest_m
from tests.models.divided_county import STEP, a_county, area, square, village


def neighbours(county, code: str, within: int | None = None) -> list[str]:
    villages = [d for d in county.divisions if d.parent is not None]
    return [d.code for d in Neighbours(county, villages, within).of(code)]


def test_nothing_known_makes_the_township_the_neighbourhood():
    assert neighbours(a_county(), "11") == ["12", "13"]


def test_villages_that_share_a_border_are_neighbours_across_townships():
    county = a_county(area("11", 0), area("12", 1), area("13", 2), area("21", 0, 1))
    assert neighbours(county, "11") == ["12", "21"]
    assert neighbours(county, "13") == ["12"]
    assert neighbours(county, "12") == ["11", "13", "21"]  # they meet 21 in a corner


def test_where_one_area_is_not_known_the_township_decides():
    county = a_county(area("11", 0), area("12", 5))
    assert neighbours(county, "11") == ["13"]


def test_a_village_is_not_its_own_neighbour():
    county = a_county(village("14", longitude=105.0, latitude=29.0), area("14", 0))
    assert "14" not in neighbours(county, "14", 1000)


east = st.integers(0, 12)
places = st.one_of(st.none(), st.tuples(east, east))


@settings(deadline=None)  # libraries are loaded when first used
@given(st.lists(st.tuples(st.sampled_from("12"), places, places), max_size=12), east)
def test_they_are_those_of_a_plain_double_loop(made, within):
    records = []
    for number, (parent, point, corner) in enumerate(made):
        code = f"v{number:02}"
        placed = {} if point is None else {
            "longitude": 105 + point[0] * STEP, "latitude": 29 + point[1] * STEP
        }  # fmt: skip
        records.append(village(code, parent, **placed))
        if corner is not None:
            records.append(area(code, *corner))
    county = a_county(*records)
    limit = within * 1000
    villages = [d for d in county.divisions if d.parent is not None]
    meridian = zone_meridian(county)
    metres = {d.code: project([d.place], meridian)[0] for d in villages if d.place}
    areas = {
        d.code: area_metres(b.geometry, meridian)
        for d in villages
        if (b := county.boundary(d.code)) is not None
    }
    found = Neighbours(county, villages, limit)
    for one in villages:
        plain = []
        for other in villages:
            known = []
            if one.code in areas and other.code in areas:
                known.append(areas[one.code].distance(areas[other.code]) <= TOUCH_M)
            if one.code in metres and other.code in metres:
                away = math.dist(metres[one.code], metres[other.code])
                known.append(round(away * 1000) <= limit * 1000)
            if one is not other and (any(known) if known else one.parent == other.parent):
                plain.append(other)
        assert found.of(one.code) == plain


def test_the_reach_is_measured_to_the_farthest_corner_from_the_best_place():
    corners = [(500_000, 3_000_000), (504_000, 3_000_000), (504_000, 3_003_000)]
    triangle = Boundary("11", geojson(shapely.Polygon(unproject(corners, 105))))
    near, far = unproject([corners[0], (400_000, 3_000_000)], 105).tolist()
    reach = farthest_m(village("11"), triangle, [far, near], 105)
    assert reach == pytest.approx(5000, abs=0.05)  # 4,000 and 3,000 m at a right angle


def test_without_an_area_the_point_is_the_reach_and_without_either_there_is_none():
    placed = village("14", longitude=105.0, latitude=29.0)
    assert farthest_m(placed, None, [(105.0, 29.0)], 105) == 0
    assert farthest_m(placed, None, [], 105) is None
    assert farthest_m(village("13"), None, [(105.0, 29.0)], 105) is None


def test_a_squares_sides_are_as_long_in_metres_as_the_earth_is_round():
    metres = area_metres(geojson(square(0)), 105)
    # 0.01° of latitude at 29° are 1,108.6 m, of longitude 974.5 m
    assert metres.area == pytest.approx(1108.6 * 974.5, rel=0.001)
