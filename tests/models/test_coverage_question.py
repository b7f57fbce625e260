"""A planner's own question: which facilities it is about, and its answer at the limit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from models.county import County
from models.coverage import whole_millimetres
from models.coverage_question import Question, answer, asked_places
from models.facility import Facility, FacilityClass, FacilityStatus, FacilityType, Scope
from models.geography import Division, DivisionKind
from models.plan import Nature
from models.rules.rule import Bound, Rule, RuleKind, Source

CLINIC = Facility(
    "a",
    "甲室",
    FacilityClass.PRIMARY_CARE,
    FacilityType.VILLAGE_CLINIC,
    longitude=105.0,
    latitude=30.0,
)
HOSPITAL = Facility(
    "h", "医院", FacilityClass.HOSPITAL, FacilityType.GENERAL_HOSPITAL, longitude=105.2,
    latitude=30.0, emergency_site=True,
)  # fmt: skip
CLOSING = replace(CLINIC, id="c", longitude=105.1, status=FacilityStatus.TO_CLOSE)
UNPLACED = replace(CLINIC, id="u", longitude=None, latitude=None)
NEAR = Division("1", "近村", DivisionKind.TOWN, None, None, 105.01, 30.0, None, 500)
FAR = Division("2", "远村", DivisionKind.TOWN, None, False, 105.1, 30.0, None, None)
COUNTY = County([CLINIC, HOSPITAL, CLOSING, UNPLACED, NEAR, FAR])
CLINICS = Scope(types=frozenset({FacilityType.VILLAGE_CLINIC}))


def rule(limit_m: Fraction) -> Rule:
    source = Source("", "", "")
    return Rule("", RuleKind.RADIUS, Nature.EXPECTED, Bound.AT_MOST, limit_m, "问", "asked", source)


def test_the_scope_is_asked_about_without_what_closes_and_what_has_no_place_is_named() -> None:
    there = asked_places(COUNTY, Question(Fraction(3000), CLINICS))
    assert there.sites == (CLINIC,)
    assert there.unplaced_sites == (UNPLACED,)


def test_emergency_sites_can_be_asked_about_alone() -> None:
    assert asked_places(COUNTY, Question(Fraction(1), emergency_only=True)).sites == (HOSPITAL,)
    assert asked_places(COUNTY, Question(Fraction(1), CLINICS, True)).sites == ()


def test_exactly_at_the_limit_is_covered_whatever_the_class_of_the_point() -> None:
    there = asked_places(COUNTY, Question(Fraction(3000), CLINICS))
    (near, far) = answer(there, rule(Fraction(3000))).points
    assert (near.name, near.nearest, near.covered) == ("近村", "a", True)
    assert (far.name, far.covered) == ("远村", False)
    # 0.01° of longitude at 30° N is 965 m: 111.32 km × cos 30°
    assert near.distance_m is not None
    assert abs(near.distance_m - 965) < 2
    exactly = whole_millimetres(near.distance_m)
    assert answer(there, rule(exactly)).points[0].covered
    assert not answer(there, rule(exactly - Fraction(1, 1000))).points[0].covered


def test_people_known_and_unknown_are_told_apart() -> None:
    found = answer(asked_places(COUNTY, Question(Fraction(3000), CLINICS)), rule(Fraction(3000)))
    assert found.population == 500
    assert [p.name for p in found.unpopulated] == ["远村"]


def test_without_facilities_nobody_is_covered() -> None:
    found = answer(asked_places(County([NEAR]), Question(Fraction(3000))), rule(Fraction(3000)))
    assert [(p.nearest, p.distance_m, p.covered) for p in found.points] == [(None, None, False)]
