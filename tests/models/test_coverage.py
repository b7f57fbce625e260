"""The service-radius check: sites, population points, distances and what could not be checked."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from fractions import Fraction

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from pyproj.enums import TransformDirection

from models.county import County
from models.coverage import (
    coverage,
    population_points,
    project,
    service_circles,
    unproject,
    whole_millimetres,
    zone_meridian,
)
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, PlaceOrigin
from models.geography import Division, DivisionKind, metre_transformer
from models.layers import Boundary, geojson
from models.plan import Nature
from models.rules.rule import Bound, Rule, RuleKind, Source

HOME = (105.7, 29.7)


def radius(limit: int, urban: bool | None = None, active: bool = True) -> Rule:
    return Rule(
        f"radius-{limit}-{urban}",
        RuleKind.RADIUS,
        Nature.EXPECTED,
        Bound.AT_MOST,
        Fraction(limit),
        "半径",
        "Radius",
        Source("plan", "clause", "2022"),
        urban=urban,
        active=active,
    )


def site(facility_id: str, place: tuple[float, float] | None, **fields: object) -> Facility:
    lon, lat = place or (None, None)
    made = Facility(
        facility_id,
        f"{facility_id}卫生院",
        FacilityClass.PRIMARY_CARE,
        FacilityType.TOWNSHIP_HEALTH_CENTRE,
        longitude=lon,
        latitude=lat,
        emergency_site=True,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def town(code: str, place: tuple[float, float] | None, **fields: object) -> Division:
    lon, lat = place or (None, None)
    made = Division(code, f"{code}镇", DivisionKind.TOWN, longitude=lon, latitude=lat, urban=False)
    return replace(made, **fields)  # type: ignore[arg-type]


def moved(place: tuple[float, float], east_m: float, north_m: float) -> tuple[float, float]:
    """The place so many metres away in the zone of HOME."""
    zone = metre_transformer(105)
    x, y = zone.transform(*place)
    lon, lat = zone.transform(x + east_m, y + north_m, direction=TransformDirection.INVERSE)
    return lon, lat


def test_a_point_exactly_at_the_limit_is_covered() -> None:
    at, beyond = moved(HOME, 6000, 8000), moved(HOME, 6000, 8000.002)
    county = County([site("a", HOME), town("1", at), town("2", beyond)])
    (measured,) = coverage(county, [radius(10_000, urban=False)]).rules
    assert [p.covered for p in measured.points] == [True, False]
    assert measured.points[0].distance_m == pytest.approx(10_000, abs=1e-6)


def test_distances_are_held_against_the_limit_in_whole_millimetres() -> None:
    assert whole_millimetres(3500.0000004) == 3500
    assert whole_millimetres(3500.0006) == Fraction(3_500_001, 1000)


def test_urban_and_rural_points_have_their_own_limits() -> None:
    place = moved(HOME, 5000, 0)
    county = County([site("a", HOME), town("1", place, urban=True), town("2", place)])
    urban, rural = coverage(county, [radius(3500, urban=True), radius(10_000, urban=False)]).rules
    assert [(p.division_code, p.covered, p.limit_m) for p in urban.points] == [("1", False, 3500)]
    assert [(p.division_code, p.covered, p.limit_m) for p in rural.points] == [("2", True, 10_000)]


def test_a_point_of_unknown_class_is_listed_not_guessed() -> None:
    county = County([site("a", HOME), town("1", HOME, urban=None)])
    measured = coverage(county, [radius(3500, urban=True), radius(10_000, urban=False)])
    assert [d.code for d in measured.unclassed] == ["1"]
    assert not any(r.points for r in measured.rules)


def test_a_rule_for_both_classes_needs_no_class() -> None:
    county = County([site("a", HOME), town("1", HOME, urban=None)])
    measured = coverage(county, [radius(3500)])
    assert measured.unclassed == ()
    assert len(measured.rules[0].points) == 1


def test_planned_sites_count_and_closing_ones_do_not() -> None:
    county = County(
        [
            site("closing", HOME, status=FacilityStatus.TO_CLOSE),
            site("planned", moved(HOME, 2000, 0), status=FacilityStatus.PLANNED),
            site("no-site", HOME, emergency_site=False),
            town("1", HOME),
        ]
    )
    (measured,) = coverage(county, [radius(3500)]).rules
    assert [s.facility_id for s in measured.sites] == ["planned"]
    assert measured.points[0].nearest == "planned"


def test_a_site_without_coordinates_is_named_not_dropped() -> None:
    county = County([site("a", None), site("b", HOME), town("1", HOME)])
    (measured,) = coverage(county, [radius(3500)]).rules
    assert [f.id for f in measured.unplaced_sites] == ["a"]


def test_without_any_site_every_point_is_uncovered() -> None:
    county = County([site("a", None), town("1", HOME, population=100)])
    (measured,) = coverage(county, [radius(3500)]).rules
    (point,) = measured.points
    assert (point.covered, point.nearest, point.distance_m) == (False, None, None)
    assert (measured.population, measured.covered_population) == (100, 0)


def test_villages_with_coordinates_stand_for_their_township() -> None:
    county = County(
        [
            town("1", HOME, population=900),
            town("101", HOME, parent="1", population=500),
            town("102", None, parent="1", population=400),
            town("2", HOME),
            town("201", None, parent="2"),
            town("3", None),
        ]
    )
    assert [d.code for d in population_points(county)] == ["101", "102", "2", "3"]
    assert [d.code for d in coverage(county, []).unplaced] == ["102", "3"]


def test_unknown_population_is_not_zero() -> None:
    far = moved(HOME, 50_000, 0)
    county = County(
        [
            site("a", HOME),
            town("1", HOME, population=100),
            town("2", far, population=50),
            town("3", HOME),
            town("4", HOME, population=0),
        ]
    )
    (measured,) = coverage(county, [radius(3500)]).rules
    assert (measured.population, measured.covered_population) == (150, 100)
    assert [p.division_code for p in measured.unpopulated] == ["3"]
    (nobody,) = coverage(County([site("a", HOME), town("3", HOME)]), [radius(3500)]).rules
    assert (nobody.population, nobody.covered_population) == (None, None)


def test_of_equally_near_sites_the_first_id_is_named() -> None:
    county = County([site("b", HOME), site("a", HOME), town("1", HOME)])
    (measured,) = coverage(county, [radius(3500)]).rules
    assert measured.points[0].nearest == "a"


def test_rules_that_are_off_or_of_another_kind_are_passed_over() -> None:
    county = County([site("a", HOME), town("1", HOME)])
    rate = replace(radius(1), kind=RuleKind.RATE)
    assert coverage(county, [rate, radius(3500, active=False)]).rules == ()


def test_one_wrong_place_does_not_move_the_zone() -> None:
    towns = [town(str(i), moved(HOME, 1000 * i, 0)) for i in range(5)]
    assert zone_meridian(County(towns)) == 105
    assert zone_meridian(County([*towns, town("9", (120.0, 30.0))])) == 105
    assert zone_meridian(County()) == 0


def test_without_any_point_the_zone_is_that_of_the_areas() -> None:
    area = Boundary("1", geojson(shapely.box(105.4, 29, 105.6, 29.2)))
    assert zone_meridian(County([Division("1", "甲镇", DivisionKind.TOWN), area])) == 105


def test_a_service_circle_holds_what_is_covered() -> None:
    county = County([site("a", HOME, place_origin=PlaceOrigin.SURVEYED)])
    (measured,) = coverage(county, [radius(3500)]).rules
    (area,) = service_circles(measured.sites, 3500, 105)
    assert area.area == pytest.approx(math.pi * 3500**2, rel=1e-3)
    for metres, inside in ((3490, True), (3510, False)):
        (xy,) = project([moved(HOME, 0, metres)], 105)
        assert area.contains(shapely.Point(xy)) is inside
    assert service_circles((), 3500, 105) == []


def test_metres_lead_back_to_their_degrees() -> None:
    places = [HOME, moved(HOME, 5000, -20_000)]
    back = unproject(project(places, 105), 105).tolist()
    assert back == [pytest.approx(place, abs=1e-9) for place in places]


LONGITUDES = st.floats(105.3, 106.2)
LATITUDES = st.floats(29.3, 30.1)
PLACES = st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=12)


@given(PLACES, PLACES)
def test_the_nearest_site_is_the_geodesic_one_within_the_projection_tolerance(
    sites: list[tuple[float, float]], points: list[tuple[float, float]]
) -> None:
    county = County(
        [site(f"{i:02}", p) for i, p in enumerate(sites)]
        + [town(f"{i:02}", p) for i, p in enumerate(points)]  # type: ignore[operator]
    )
    geod = Geod(a=6378137, rf=298.257222101)
    (measured,) = coverage(county, [radius(10_000)]).rules
    for point in measured.points:
        here = (point.longitude, point.latitude)
        least = min(geod.inv(*here, *there)[2] for there in sites)
        assert point.distance_m == pytest.approx(least, rel=3e-4, abs=1e-3)


@given(PLACES, PLACES, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(
    sites: list[tuple[float, float]], points: list[tuple[float, float]], random: object
) -> None:
    records: list[Facility | Division] = [site(f"{i:02}", p) for i, p in enumerate(sites)]
    records += [town(f"{i:02}", p) for i, p in enumerate(points)]
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert coverage(County(records), [radius(9_000)]) == coverage(County(shuffled), [radius(9_000)])


def test_two_thousand_points_and_a_hundred_sites_take_a_moment() -> None:
    county = County(
        [site(f"{i:03}", moved(HOME, i * 400, i % 7 * 900)) for i in range(100)]
        + [town(f"{i:04}", moved(HOME, i * 20, i % 13 * 700)) for i in range(2000)]  # type: ignore[operator]
    )
    began = time.perf_counter()
    (measured,) = coverage(county, [radius(3500)]).rules
    assert len(measured.points) == 2000
    assert time.perf_counter() - began < 0.5
