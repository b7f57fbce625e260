"""Rates are exact counts over population; blanks add nothing and are counted as blanks."""

from decimal import Decimal
from fractions import Fraction

import pytest

from models.county import County
from models.facility import Facility, FacilityClass, FacilityType, Scope
from models.measure import Allocation, Basis, Origin
from models.plan import Nature, Plan, Population, PopulationGroup, PopulationOrigin
from models.rules import rate
from models.rules.rule import Bound, Finding, Rule, RuleKind, Severity, Source

PLAN = Plan("p", "规划", "", "", 2020, 2025, "")


def a_rule(limit: str, bound: Bound = Bound.AT_LEAST, scope: Scope = Scope()) -> Rule:  # noqa: B008
    return Rule("r", RuleKind.RATE, Nature.BINDING, bound, Fraction(limit), "率", "rate",
                Source("d", "c", "2021"), measure="beds", per=1000, scope=scope)  # fmt: skip


def a_county(*beds: int | None, persons: int | None = 1000, year: int = 2025) -> County:
    records = [PLAN]
    for number, value in enumerate(beds):
        kind = FacilityClass.HOSPITAL if number == 0 else FacilityClass.PRIMARY_CARE
        records.append(Facility(str(number), f"院{number}", kind, FacilityType.CLINIC))
        if value is not None:
            records.append(
                Allocation(
                    "p", str(number), "beds", Basis.PLANNED, 2025, Decimal(value), Origin.PLANNER
                )
            )
    if persons:
        records.append(
            Population(year, PopulationGroup.RESIDENT, persons, PopulationOrigin.ENTERED)
        )
    return County(records)


def check(rule: Rule, county: County) -> Finding | None:
    return rate.finding(rate.measure(rule, county, PLAN, rule.basis, PLAN.target_year))


@pytest.mark.parametrize(
    ("beds", "bound", "shortfall"),
    [
        (7, Bound.AT_LEAST, None),
        (6, Bound.AT_LEAST, 1),
        (7, Bound.AT_MOST, None),
        (9, Bound.AT_MOST, 2),
    ],
)
def test_a_rate_holds_exactly_at_its_limit(beds, bound, shortfall):
    finding = check(a_rule("7", bound), a_county(beds))
    assert (finding.shortfall if finding else None) == shortfall


def test_the_shortfall_is_the_least_whole_number_that_mends_it():
    """Dazu: 7.27 per 1,000 of 839,615 people are 6,104.001 beds, so 6,104 are not quite enough."""
    finding = check(a_rule("7.27"), a_county(6104, persons=839_615))
    assert finding is not None
    assert finding.shortfall == 1
    assert check(a_rule("7.27"), a_county(6105, persons=839_615)) is None


def test_a_missed_binding_target_is_an_error():
    finding = check(a_rule("7"), a_county(6))
    assert finding is not None
    assert finding.severity is Severity.ERROR


def test_blanks_are_counted_but_add_nothing():
    measured = rate.measure(a_rule("7"), a_county(6, None), PLAN, Basis.PLANNED, 2025)
    assert (measured.value, measured.filled, measured.counted) == (6, 1, 2)


def test_nothing_filled_is_not_computable_and_not_a_finding():
    county = a_county(None, None)
    measured = rate.measure(a_rule("7"), county, PLAN, Basis.PLANNED, 2025)
    assert measured.value is None
    assert check(a_rule("7"), county) is None
    assert rate.gap(measured) is None


def test_zero_beds_are_a_finding():
    finding = check(a_rule("7"), a_county(0))
    assert finding is not None
    assert finding.shortfall == 7


def test_without_population_nothing_is_computed():
    assert check(a_rule("7"), a_county(6, persons=None)) is None


def test_an_earlier_population_is_used_and_named():
    measured = rate.measure(a_rule("7"), a_county(6, year=2020), PLAN, Basis.PLANNED, 2025)
    assert (measured.value, measured.population_year) == (6, 2020)


def test_only_the_scope_is_counted():
    rule = a_rule("7", scope=Scope(classes=frozenset({FacilityClass.PRIMARY_CARE})))
    measured = rate.measure(rule, a_county(6, 5), PLAN, Basis.PLANNED, 2025)
    assert (measured.numerator, measured.counted) == (5, 1)
