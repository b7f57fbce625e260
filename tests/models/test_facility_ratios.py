from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Scope
from models.facility_ratios import FacilityRatios, facility_ratios, is_of_facilities
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan
from models.rules.rule import Bound, Condition, Rule, RuleKind, Source

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")
TYPES = {"clinic": FacilityType.VILLAGE_CLINIC}
# Planned staff and beds in the target year; None is blank.
FIGURES: dict[str, tuple[int | None, int | None]] = {
    "exact": (140, 100),
    "below": (139, 100),
    "above": (30, 20),
    "no-staff": (None, 50),
    "no-beds": (7, None),
    "nothing": (None, None),
    "zero-beds": (5, 0),
    "clinic": (1, 10),
}


def rule(**fields: object) -> Rule:
    given: dict[str, object] = {
        "measure": "health-personnel", "denominator": "beds", "per_facility": True,
        "scope": Scope(types=frozenset({FacilityType.GENERAL_HOSPITAL})), **fields,
    }  # fmt: skip
    return Rule(
        "r", RuleKind.RATIO, Nature.EXPECTED, Bound.AT_LEAST, Fraction(14, 10), "床人比",
        "Staff per bed", Source("规划", "", ""), **given,
    )  # type: ignore[arg-type]  # fmt: skip


def figure(facility_id: str, measure: str, value: int) -> Allocation:
    return Allocation(
        "p", facility_id, measure, Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER
    )


@pytest.fixture
def county() -> County:
    records: list[object] = [PLAN]
    for order, (name, (staff, beds)) in enumerate(FIGURES.items()):
        of_type = TYPES.get(name, FacilityType.GENERAL_HOSPITAL)
        records.append(Facility(name, name, FacilityClass.HOSPITAL, of_type, order=order))
        if staff is not None:
            records.append(figure(name, "health-personnel", staff))
        if beds is not None:
            records.append(figure(name, "beds", beds))
    return County(records)  # type: ignore[arg-type]


def ratios(county: County, of_rule: Rule) -> FacilityRatios:
    return facility_ratios(of_rule, county, PLAN, Basis.PLANNED, 2025)


def test_the_least_first_and_exactly_at_the_limit_it_holds(county: County) -> None:
    found = ratios(county, rule())
    assert [(row.facility.id, row.value, row.holds) for row in found.rows] == [
        ("below", Fraction(139, 100), False),
        ("exact", Fraction(14, 10), True),
        ("above", Fraction(15, 10), True),
    ]
    assert [row.facility.id for row in found.missing] == ["below"]


def test_who_lacks_one_figure_is_named_who_has_nothing_to_divide_by_is_counted(
    county: County,
) -> None:
    found = ratios(county, rule())
    assert [f.id for f in found.unknown] == ["no-staff", "no-beds"]
    assert found.without == 2  # nothing, zero-beds


def test_only_those_of_whom_the_conditions_speak(county: County) -> None:
    large = rule(conditions=(Condition("beds", False, Fraction(60), Basis.PLANNED),))
    found = ratios(county, large)
    assert [row.facility.id for row in found.rows] == ["below", "exact"]
    assert [f.id for f in found.unknown] == ["no-beds"]  # nobody knows whether it is large


def test_nothing_on_another_basis(county: County) -> None:
    found = facility_ratios(rule(), county, PLAN, Basis.ACTUAL, 2020)
    assert (found.rows, found.unknown, found.without) == ((), (), 7)


def test_rules_of_the_county_alone_are_not_of_facilities() -> None:
    assert is_of_facilities(rule())
    assert not is_of_facilities(rule(per_facility=False))
