"""The roads reached within some minutes, hand-worked."""

from __future__ import annotations

from fractions import Fraction

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from models.county_roads import CountyRoads
from models.road_travel import travel
from models.roads import Road, RoadLayers
from models.travel_areas import reached_roads, travel_area
from tests.models.made_roads import EAST, NORTH, SPEEDS, network, road, zone

Spot = tuple[float, float]


def roads(*lines: Road) -> CountyRoads:
    return CountyRoads(network(*lines), RoadLayers(lines), SPEEDS)


def line(*spots: Spot) -> BaseGeometry:
    return shapely.LineString(zone(*spots))


def is_same(found: BaseGeometry, expected: BaseGeometry) -> bool:
    return found.hausdorff_distance(expected) < 0.01 and found.length == pytest.approx(
        expected.length, abs=0.02
    )


def test_a_road_is_reached_to_both_sides_of_a_facility() -> None:
    # 2 minutes at 30 km/h: 1,000 m to either side
    found = reached_roads(roads(road([(0, 0), (5000, 0)])), zone((2000, 0)), Fraction(2))
    assert is_same(found, line((1000, 0), (3000, 0)))


def test_the_walk_to_the_road_takes_its_time() -> None:
    # 100 m at 6 km/h: 1 minute; 1 minute at 30 km/h is left: 500 m
    found = reached_roads(roads(road([(0, 0), (5000, 0)])), zone((2000, 100)), Fraction(2))
    assert is_same(found, line((1500, 0), (2500, 0)))


def test_roads_are_reached_round_corners_and_from_both_ends() -> None:
    # a square of 1,000 m sides; 3 minutes: 1,500 m each way; the 1,000 m opposite are not reached
    square = roads(
        road([(0, 0), (1000, 0)]), road([(1000, 0), (1000, 1000)]),
        road([(1000, 1000), (0, 1000)]), road([(0, 1000), (0, 0)]),
    )  # fmt: skip
    found = reached_roads(square, zone((0, 0)), Fraction(3))
    expected = line((1000, 500), (1000, 0), (0, 0), (0, 1000), (500, 1000))
    assert is_same(shapely.line_merge(found), expected)


def test_a_quicker_road_reaches_farther() -> None:
    two = roads(road([(0, 0), (9000, 0)]), road([(0, 0), (0, 9000)], "快"))
    found = reached_roads(two, zone((0, 0)), Fraction(6))
    assert found.length == pytest.approx(3000 + 6000, abs=0.02)


def test_several_facilities_reach_each_road_once() -> None:
    one = roads(road([(0, 0), (5000, 0)]))
    found = reached_roads(one, zone((1000, 0), (2500, 0)), Fraction(2))
    assert is_same(found, line((0, 0), (3500, 0)))


def test_nothing_is_reached_without_a_facility_or_beyond_a_break() -> None:
    broken = roads(road([(0, 0), (1000, 0)]), road([(1200, 0), (3000, 0)]))
    assert reached_roads(broken, zone(), Fraction(30)).is_empty
    assert is_same(reached_roads(broken, zone((0, 0)), Fraction(30)), line((0, 0), (1000, 0)))


def test_a_place_on_a_road_reached_is_in_time() -> None:
    chance = roads(road([(0, 0), (2000, 500), (5000, 0)]), road([(2000, 500), (2500, 4000)], "快"))
    site = zone((100, 30))
    found = reached_roads(chance, site, Fraction(5))
    for part in shapely.get_parts(found):
        ends = shapely.get_coordinates(part)
        for way in travel(chance.network, ends, site, SPEEDS).ways:
            assert way.minutes is not None
            assert way.minutes <= Fraction(5) + Fraction(1, 1000)


def test_the_area_is_a_strip_along_the_roads_reached() -> None:
    area = travel_area(roads(road([(0, 0), (5000, 0)])), zone((2000, 0)), Fraction(2), strip_m=200)
    for east, north, inside in ((2900, 190, True), (2900, 210, False), (3300, 0, False)):
        assert area.contains(shapely.Point(EAST + east, NORTH + north)) is inside
    empty = travel_area(roads(road([(0, 0), (5000, 0)])), zone(), Fraction(2))
    assert empty.is_empty
