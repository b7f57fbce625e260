"""By norm, by workload and by beds: three needs of one staff target, and which binds."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from db.catalogue import load_catalogue
from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Scope
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan
from models.rules.rule import Bound, Condition, Rule, RuleKind, Source
from models.staff_needs import NeedKind, StaffNeeds, staff_needs
from models.workload import Activity, ActivityKind, WorkingTime
from models.workload_staffing import workload_result

MEASURES = load_catalogue().measures
PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
CENTRE = Facility("c", "乙卫生院", FacilityClass.PRIMARY_CARE, FacilityType.TOWNSHIP_HEALTH_CENTRE)
# (243 − 43) × 6 = 1,200 h a year; 20 minutes each: 3,600 a year for one nurse
TIME = WorkingTime("p", "nurses", *map(Decimal, (243, 11, 20, 7, 5, 6)))
VISITS = Activity(
    "a", "p", "c", "nurses", ActivityKind.SERVICE, "门诊",
    minutes=Decimal(20), volume=Decimal(36000),
)  # fmt: skip


def rule(kind: RuleKind, limit: str, denominator: str = "", **fields: object) -> Rule:
    given = {"bound": Bound.AT_LEAST, "per_facility": True, "measure": "nurses", **fields}
    return Rule(
        f"{kind}.{denominator}", kind, Nature.EXPECTED, limit=Fraction(limit), zh="", en="",
        source=Source("", "", ""), denominator=denominator, **given,  # type: ignore[arg-type]
    )  # fmt: skip


def planned(measure: str, value: int) -> Allocation:
    return Allocation("p", "c", measure, Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER)


def needs(rules: list[Rule], *records: object) -> StaffNeeds:
    county = County([PLAN, CENTRE, *records])  # type: ignore[list-item]
    workload = workload_result(county, PLAN, "c", "nurses")
    return staff_needs(county, PLAN, rules, MEASURES, CENTRE, "nurses", workload)


def persons(found: StaffNeeds) -> tuple[int | None, ...]:
    return tuple(found.persons(kind) for kind in NeedKind)


PER_BED = rule(RuleKind.RATIO, "0.58", "beds")
PER_PHYSICIAN = rule(RuleKind.RATIO, "1.3", "physicians")
LEAST = rule(RuleKind.COUNT, "3")


def test_each_need_has_its_own_working_and_the_greatest_binds() -> None:
    """Norm: 1.3 × 8 physicians = 10.4 → 11. Workload: 36,000 ÷ 3,600 = 10. Beds: 0.58 × 40 = 23.2
    → 24, which binds."""
    found = needs(
        [PER_BED, PER_PHYSICIAN, LEAST],
        planned("beds", 40), planned("physicians", 8), TIME, VISITS,
    )  # fmt: skip
    assert persons(found) == (11, 10, 24)
    assert found.binding == {NeedKind.BEDS}
    assert [(d.rule, d.least, d.of) for d in found.norm] == [
        (PER_PHYSICIAN, 11, 8), (LEAST, 3, None),
    ]  # fmt: skip


def test_workload_binds_where_it_is_the_greatest_and_equal_needs_bind_together() -> None:
    assert needs([LEAST], TIME, VISITS).binding == {NeedKind.WORKLOAD}
    ten = rule(RuleKind.COUNT, "10")
    assert needs([ten], TIME, VISITS).binding == {NeedKind.NORM, NeedKind.WORKLOAD}


def test_what_is_not_known_does_not_bind_and_is_not_zero() -> None:
    found = needs([PER_BED, PER_PHYSICIAN], planned("beds", 0), VISITS)
    assert persons(found) == (None, None, None)
    assert found.binding == frozenset()
    assert found.workload is not None
    assert [m.lack for m in found.workload.requirement.missing] == ["working-time"]
    assert needs([]).workload is None


def test_share_of_the_staff_is_a_norm() -> None:
    """25 % of 30 persons = 7.5 → 8."""
    share = rule(RuleKind.SHARE, "0.25", "health-personnel")
    found = needs([share], planned("health-personnel", 30))
    assert persons(found) == (8, None, None)


def test_beds_of_any_kind_are_beds_and_per_100_is_divided() -> None:
    found = needs([rule(RuleKind.RATIO, "70", "icu-beds", per=100)], planned("icu-beds", 9))
    assert persons(found) == (None, None, 7)  # 70 × 9 ÷ 100 = 6.3 → 7


def test_rules_that_demand_nothing_of_the_facility_are_left_out() -> None:
    others = [
        rule(RuleKind.COUNT, "9", active=False),
        rule(RuleKind.COUNT, "9", bound=Bound.AT_MOST),
        rule(RuleKind.COUNT, "9", per_facility=False),
        rule(RuleKind.COUNT, "9", basis=Basis.ACTUAL),
        rule(RuleKind.COUNT, "9", year=2023),
        rule(RuleKind.COUNT, "9", measure="physicians"),
        rule(
            RuleKind.COUNT, "9", conditions=(Condition("beds", True, Fraction(9), Basis.PLANNED),)
        ),
        rule(RuleKind.COUNT, "9", scope=Scope(classes=frozenset({FacilityClass.HOSPITAL}))),
        rule(RuleKind.RATE, "9"),
    ]
    assert persons(needs(others)) == (None, None, None)


def test_of_a_range_the_lower_end_is_needed() -> None:
    found = needs([rule(RuleKind.COUNT, "2.5", bound=Bound.BETWEEN, upper=Fraction(9))])
    assert persons(found) == (3, None, None)
