"""How many facilities a township, a village and so many people must have."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from models.county import County
from models.facility import FacilityStatus, FacilityType, Scope
from models.geography import Division, DivisionKind, DivisionPopulation, metre_transformer
from models.layers import Boundary, geojson
from models.plan import PopulationOrigin
from models.rules.presence import may_share, sharing
from models.rules.rule import Missing, PerDivision, RuleKind
from tests.models.rules.made_county import PLAN, a_facility, a_rule, evaluate, shortfalls

CENTRE = FacilityType.TOWNSHIP_HEALTH_CENTRE
COMMUNITY_CENTRE = FacilityType.COMMUNITY_HEALTH_CENTRE
STATION = FacilityType.COMMUNITY_HEALTH_STATION
CLINIC = FacilityType.VILLAGE_CLINIC


def scope(kind):
    return Scope(types=frozenset({kind}))


def town(code, people=None, kind=DivisionKind.TOWN):
    return Division(code, f"镇{code}", kind, population=people)


def village(code, people=None, parent="1", kind=DivisionKind.VILLAGE):
    return Division(code, f"村{code}", kind, parent=parent, population=people)


def clinic(facility_id, village_code, township="1", **given):
    return a_facility(facility_id, CLINIC, village=village_code, township=township, **given)


ONE_PER_TOWN = a_rule(RuleKind.PRESENCE, 1, division=PerDivision.TOWN, scope=scope(CENTRE))
PER_PEOPLE = a_rule(
    RuleKind.PRESENCE, 1, division=PerDivision.SUBDISTRICT, people=(30_000, 100_000),
    scope=scope(COMMUNITY_CENTRE),
)  # fmt: skip
CLINICS = a_rule(
    RuleKind.PRESENCE, 1, division=PerDivision.VILLAGE, share_below=800, branch_above=2500,
    scope=scope(CLINIC),
)  # fmt: skip


def test_each_township_has_its_own_centre():
    towns = town("1"), town("2"), town("3", kind=DivisionKind.SUBDISTRICT)
    centre = a_facility("a", CENTRE, township="1")
    assert shortfalls(ONE_PER_TOWN, *towns, centre) == {"2": 1}
    assert shortfalls(ONE_PER_TOWN, *towns, centre, a_facility("b", CENTRE, township="2")) == {}


def test_a_centre_to_close_does_not_count():
    closing = a_facility("a", CENTRE, township="1", status=FacilityStatus.TO_CLOSE)
    other = a_facility("b", CENTRE, township="2")
    assert shortfalls(ONE_PER_TOWN, town("1"), town("2"), closing, other) == {"1": 1}


def test_none_listed_at_all_is_not_a_finding_in_every_township():
    found, unchecked = evaluate(ONE_PER_TOWN, town("1"), town("2"))
    assert found == []
    assert [(u.missing, u.left_out) for u in unchecked] == [(Missing.NO_FACILITIES, 2)]


def test_without_divisions_it_cannot_be_computed():
    _, unchecked = evaluate(ONE_PER_TOWN, a_facility("a", CENTRE))
    assert [u.missing for u in unchecked] == [Missing.NO_DIVISIONS]


@pytest.mark.parametrize(
    ("people", "centres", "short"),
    [
        (100_000, 1, None),  # 100,000 people are as many as one may serve
        (100_001, 1, 1),  # one more takes a second
        (250_000, 2, 1),  # 250,000 ÷ 100,000 = 2.5, so 3
        (250_000, 8, None),  # 250,000 ÷ 30,000 = 8.3, so no more than 8
        (250_000, 9, 1),
        (20_000, 1, None),  # a small street has its one all the same
        (20_000, 2, 1),
    ],
)
def test_so_many_people_take_so_many_centres(people, centres, short):
    street = town("3", people, DivisionKind.SUBDISTRICT)
    there = [a_facility(str(n), COMMUNITY_CENTRE, township="3") for n in range(centres)]
    assert shortfalls(PER_PEOPLE, street, *there).get("3") == short


def test_unknown_people_are_no_pass():
    street = town("3", None, DivisionKind.SUBDISTRICT)
    centre = a_facility("a", COMMUNITY_CENTRE, township="3")
    found, unchecked = evaluate(PER_PEOPLE, street, centre)
    assert found == []
    assert [u.missing for u in unchecked] == [Missing.NO_POPULATION]


def test_stations_serve_the_people_beyond_the_centres_own_community():
    # 28,000 people, 8,000 of them in the community of the centre: 20,000 are left, one station
    rule = a_rule(
        RuleKind.PRESENCE, 0, division=PerDivision.SUBDISTRICT, people=(8_000, 20_000),
        scope=scope(STATION), whole=scope(COMMUNITY_CENTRE),
    )  # fmt: skip
    street = town("3", 28_000, DivisionKind.SUBDISTRICT)
    own = village("31", 8_000, "3", DivisionKind.COMMUNITY)
    centre = a_facility("a", COMMUNITY_CENTRE, township="3", village="31")
    one, two = (a_facility(i, STATION, township="3") for i in "bc")
    assert shortfalls(rule, street, own, centre, one) == {}
    assert shortfalls(rule, replace(street, population=28_001), own, centre, one) == {"3": 1}
    assert shortfalls(rule, street, own, replace(centre, village=None), one) == {"3": 1}
    assert shortfalls(rule, street, own, centre, one, two) == {}  # 20,000 ÷ 8,000 = 2.5


@pytest.mark.parametrize(("people", "short"), [(799, None), (800, 1), (2500, 1)])
def test_a_village_under_800_people_may_share_its_neighbours_clinic(people, short):
    there = village("12", 1000), clinic("a", "12")
    assert shortfalls(CLINICS, town("1"), village("11", people), *there).get("11") == short


def test_a_small_village_without_a_neighbours_clinic_has_its_own():
    elsewhere = village("21", 1000, "2"), clinic("a", "21", "2")
    found = shortfalls(CLINICS, town("1"), town("2"), village("11", 799), *elsewhere)
    assert found == {"11": 1}


@pytest.mark.parametrize(("people", "short"), [(2500, 1), (2501, None)])
def test_a_village_above_2500_people_may_have_a_branch(people, short):
    two = clinic("a", "11"), clinic("b", "11")
    assert shortfalls(CLINICS, town("1"), village("11", people), *two).get("11") == short


def test_people_that_are_not_known_leave_a_village_open():
    there = village("12", 1000), clinic("a", "12")
    found, unchecked = evaluate(CLINICS, town("1"), village("11"), *there)
    assert found == []
    assert [(u.missing, u.left_out) for u in unchecked] == [(Missing.NO_POPULATION, 1)]


def test_a_clinic_of_no_known_village_leaves_those_of_its_township_open():
    there = clinic("a", None)
    villages = village("11", 1000), village("21", 1000, "2")
    found, unchecked = evaluate(CLINICS, town("1"), town("2"), *villages, there)
    assert [f.subject.id for f in found] == ["21"]
    assert [(u.missing, u.left_out) for u in unchecked] == [(Missing.NOT_ASSIGNED, 1)]


def test_a_row_that_stands_for_many_clinics_leaves_all_open():
    many = a_facility("g", CLINIC, is_group=True)
    found, unchecked = evaluate(CLINICS, town("1"), village("11", 1000), many)
    assert (found, [u.left_out for u in unchecked]) == ([], [1])


def test_another_limit_finds_otherwise():
    records = town("1"), village("11", 800), village("12", 1000), clinic("a", "12")
    assert shortfalls(CLINICS, *records) == {"11": 1}
    assert shortfalls(replace(CLINICS, share_below=801), *records) == {}


# --- neighbours


def metres_off(east: float, north: float = 0) -> dict[str, float]:
    """The place of a point so many metres from the reference point of the county's zone."""
    zone = metre_transformer(105)
    x, y = zone.transform(105.0, 29.7)
    longitude, latitude = zone.transform(x + east, y + north, direction="INVERSE")
    return {"longitude": longitude, "latitude": latitude}


def at(code: str, people: int | None, east: float, parent: str = "1") -> Division:
    return replace(village(code, people, parent), **metres_off(east))


def strip(code: str, west: float, east: float) -> Boundary:
    """An area 500 m high between two eastings."""
    corners = [(west, 0), (east, 0), (east, 500), (west, 500)]
    places = [tuple(metres_off(*corner).values()) for corner in corners]
    return Boundary(code, geojson(shapely.Polygon(places)))


WITHIN = replace(CLINICS, neighbour_within=2000)


@pytest.mark.parametrize(("away", "short"), [(2000, None), (2000.002, 1)])
def test_a_neighbour_is_one_within_the_distance_whatever_its_township(away, short):
    records = town("1"), town("2"), at("11", 799, 0), at("21", 900, away, "2")
    assert shortfalls(WITHIN, *records, clinic("a", "21", "2")).get("11") == short


def test_a_village_of_its_township_is_no_neighbour_where_it_is_known_to_lie_too_far():
    records = town("1"), at("11", 799, 0), at("12", 900, 2001), clinic("a", "12")
    assert shortfalls(WITHIN, *records) == {"11": 1}
    assert shortfalls(CLINICS, *records) == {}  # without a distance, the township stands in


def test_a_village_whose_place_is_not_known_is_a_neighbour_in_its_township():
    records = town("1"), at("11", 799, 0), village("12", 900), clinic("a", "12")
    assert shortfalls(WITHIN, *records) == {}


@pytest.mark.parametrize(("gap", "short"), [(0, None), (4.9, None), (5.1, 1)])
def test_a_neighbour_is_one_that_shares_the_border(gap, short):
    villages = town("1"), town("2"), village("11", 799), village("21", 900, "2")
    areas = strip("11", 0, 1000), strip("21", 1000 + gap, 2000)
    assert shortfalls(CLINICS, *villages, *areas, clinic("a", "21", "2")).get("11") == short


def test_villages_of_one_township_whose_areas_lie_apart_are_no_neighbours():
    villages = town("1"), village("11", 799), village("12", 900)
    areas = strip("11", 0, 1000), strip("12", 3000, 4000)
    assert shortfalls(CLINICS, *villages, *areas, clinic("a", "12")) == {"11": 1}


@pytest.mark.parametrize(("people", "short"), [(799, None), (800, 1)])
def test_with_known_neighbours_too_only_a_village_under_800_people_shares(people, short):
    records = town("1"), at("11", people, 0), at("12", 900, 500), clinic("a", "12")
    assert shortfalls(WITHIN, *records).get("11") == short


def test_a_neighbour_may_be_a_community():
    community = replace(at("12", 900, 500), kind=DivisionKind.COMMUNITY)
    assert shortfalls(WITHIN, town("1"), at("11", 799, 0), community, clinic("a", "12")) == {}


def test_a_neighbours_clinic_that_names_no_village_leaves_a_small_village_open():
    records = town("1"), town("2"), at("11", 799, 0), at("21", 900, 500, "2")
    found, unchecked = evaluate(WITHIN, *records, clinic("a", None, "2"))
    assert found == []
    assert [(u.missing, u.left_out) for u in unchecked] == [(Missing.NOT_ASSIGNED, 2)]


def test_whose_clinic_a_village_may_share_is_told():
    villages = (
        town("1"),
        at("11", 799, 0),
        at("12", 900, 500),
        at("13", 900, 1500),
        at("14", 9, 9000),
    )
    county = County([PLAN, *villages, clinic("a", "13"), clinic("b", "14")])
    found = sharing(WITHIN, county, PLAN, "11")
    assert [d.code for d in found.neighbours] == ["12", "13"]
    assert [d.code for d in found.served] == ["13"]


# --- branches

BEYOND = replace(CLINICS, branch_beyond=3000)


def two_clinics(code: str, first: float, second: float):
    return tuple(clinic(i, code, **metres_off(m)) for i, m in (("a", first), ("b", second)))


@pytest.mark.parametrize(("east", "short"), [(3000, 1), (3000.002, None)])
def test_a_village_that_lies_beyond_the_radius_may_have_a_branch(east, short):
    there = two_clinics("11", east, east + 100)
    assert shortfalls(BEYOND, town("1"), at("11", 900, 0), *there).get("11") == short


@pytest.mark.parametrize(("east", "short"), [(3990, 1), (4010, None)])
def test_a_village_whose_area_reaches_beyond_the_radius_may_have_a_branch(east, short):
    # One clinic 1,000 m from the western end, 3,000 m (less or more) from the eastern one; the
    # other clinic lies worse. The corner is 3,041 m off where the area is 500 m high: a flat one.
    flat = [(0, 0), (east, 0), (east, 1), (0, 1)]
    places = [tuple(metres_off(*corner).values()) for corner in flat]
    area = Boundary("11", geojson(shapely.Polygon(places)))
    there = two_clinics("11", 1000, 500)
    assert shortfalls(BEYOND, town("1"), village("11", 900), area, *there).get("11") == short


def test_one_clinic_that_reaches_all_of_the_village_leaves_no_need_of_a_branch():
    there = two_clinics("11", 5000, 1000)
    assert shortfalls(BEYOND, town("1"), at("11", 900, 0), *there) == {"11": 1}


@pytest.mark.parametrize(("people", "short"), [(2500, 1), (2501, None)])
def test_within_the_radius_people_decide(people, short):
    there = two_clinics("11", 0, 100)
    assert shortfalls(BEYOND, town("1"), at("11", people, 0), *there).get("11") == short


def test_a_radius_that_cannot_be_measured_leaves_the_village_open():
    placeless = clinic("a", "11"), clinic("b", "11")
    found, unchecked = evaluate(BEYOND, town("1"), at("11", 900, 0), *placeless)
    assert (found, [u.missing for u in unchecked]) == ([], [Missing.NO_PLACES])


def test_people_of_the_checked_year_decide():
    rule = replace(CLINICS, year=2022)
    people = (
        DivisionPopulation("11", year, persons, PopulationOrigin.ENTERED)
        for year, persons in ((2020, 900), (2022, 799), (2025, 900))
    )
    records = town("1"), village("11", 900), village("12", 900), clinic("a", "12"), *people
    assert shortfalls(rule, *records) == {}
    assert shortfalls(CLINICS, *records) == {"11": 1}  # checked in 2025


@pytest.mark.parametrize(("people", "may"), [(799, True), (800, False), (None, True)])
def test_whether_a_village_may_share_is_told(people, may):
    small = village("11", people)
    assert may_share(CLINICS, County([PLAN, town("1"), small]), PLAN, small) is may
    assert not may_share(ONE_PER_TOWN, County([PLAN, town("1"), small]), PLAN, small)
