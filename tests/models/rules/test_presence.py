"""How many facilities a township, a village and so many people must have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.facility import FacilityStatus, FacilityType, Scope
from models.geography import Division, DivisionKind
from models.rules.rule import Missing, PerDivision, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate, shortfalls

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
    assert [(u.missing, u.left_out) for u in unchecked] == [(Missing.NO_PLACES, 1)]


def test_a_row_that_stands_for_many_clinics_leaves_all_open():
    many = a_facility("g", CLINIC, is_group=True)
    found, unchecked = evaluate(CLINICS, town("1"), village("11", 1000), many)
    assert (found, [u.left_out for u in unchecked]) == ([], [1])


def test_another_limit_finds_otherwise():
    records = town("1"), village("11", 800), village("12", 1000), clinic("a", "12")
    assert shortfalls(CLINICS, *records) == {"11": 1}
    assert shortfalls(replace(CLINICS, share_below=801), *records) == {}
