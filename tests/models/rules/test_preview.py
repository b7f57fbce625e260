"""What a rule touches, and what it would find if it were stated otherwise."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from models.county import County
from models.facility import FacilityStatus, FacilityType, Scope
from models.geography import Division, DivisionKind
from models.plan import Project
from models.rules.preview import Touched, preview, touched
from models.rules.rule import PerDivision, RuleKind
from tests.models.rules.made_county import PLAN, a_facility, a_rule, figure

HOSPITAL = a_facility("a", FacilityType.GENERAL_HOSPITAL, order=1, emergency_site=True)
CENTRE = a_facility("b", FacilityType.TOWNSHIP_HEALTH_CENTRE, order=2)
CLOSING = a_facility(
    "c", FacilityType.TOWNSHIP_HEALTH_CENTRE, order=3, status=FacilityStatus.TO_CLOSE
)
TOWN = Division("1", "甲镇", DivisionKind.TOWN, urban=False)
STREET = Division("2", "乙街道", DivisionKind.SUBDISTRICT, urban=True)
PROJECT = Project("x", "p", 1, "1", "扩建", total_investment=Decimal(10))
COUNTY = County(
    [PLAN, TOWN, STREET, HOSPITAL, CENTRE, CLOSING, PROJECT,
     figure("a", "beds", 100), figure("b", "beds", 20), figure("c", "beds", 5)]
)  # fmt: skip
CENTRES = Scope(types=frozenset({FacilityType.TOWNSHIP_HEALTH_CENTRE}))


def test_rules_of_figures_touch_the_facilities_in_scope() -> None:
    rule = a_rule(RuleKind.COUNT, 10, measure="beds", per_facility=True, scope=CENTRES)
    assert touched(rule, COUNTY, PLAN) == Touched((CENTRE, CLOSING))


def test_presence_touches_its_divisions_and_the_facilities_that_stay() -> None:
    rule = a_rule(RuleKind.PRESENCE, 1, division=PerDivision.TOWN, scope=CENTRES)
    assert touched(rule, COUNTY, PLAN) == Touched((CENTRE,), (TOWN,))


def test_a_radius_touches_emergency_sites_and_the_points_of_its_sort() -> None:
    rule = a_rule(RuleKind.RADIUS, 3500, urban=True)
    assert touched(rule, COUNTY, PLAN) == Touched((HOSPITAL,), (STREET,))
    minutes = a_rule(RuleKind.TRAVEL_TIME, 30, speed=Fraction(40))
    assert touched(minutes, COUNTY, PLAN) == Touched((HOSPITAL, CENTRE), (TOWN, STREET))


def test_investment_touches_projects() -> None:
    rule = a_rule(RuleKind.INVESTMENT, 10, measure="total-investment")
    assert touched(rule, COUNTY, PLAN) == Touched(projects=(PROJECT,))


def test_a_higher_limit_shows_what_is_new_and_what_is_changed() -> None:
    now = a_rule(RuleKind.COUNT, 10, measure="beds", per_facility=True, per_county=False)
    # 5 < 10 now; against 30 it is 25 short, and the centre's 20 beds are 10 short.
    found = preview(COUNTY, PLAN, now, replace(now, limit=Fraction(30)))
    assert [f.subject.id for f in found.now] == ["c"]
    assert [(f.subject.id, f.shortfall) for f in found.new] == [("b", 10)]
    assert [(f.subject.id, f.shortfall) for f in found.changed] == [("c", 25)]
    assert found.gone == ()


def test_a_rule_out_of_use_finds_nothing_and_all_its_findings_go() -> None:
    now = a_rule(RuleKind.COUNT, 10, measure="beds", per_facility=True, per_county=False)
    found = preview(COUNTY, PLAN, now, replace(now, active=False))
    assert [f.subject.id for f in found.gone] == ["c"]
    assert found.then == ()


def test_a_new_rule_finds_all_as_new_and_says_what_it_cannot_compute() -> None:
    rule = a_rule(RuleKind.RATE, 6, measure="beds", per=1000)
    found = preview(COUNTY, PLAN, None, rule)
    assert found.then == ()
    assert len(found.unchecked) == 1  # no population is given
