"""A ratio of every facility, in order, held against the limit of its rule."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from models.county import County
from models.facility import Facility
from models.measure import Basis
from models.plan import Plan
from models.rules.conditions import conditions_hold
from models.rules.ratio import measure_facility
from models.rules.rule import Rule, RuleKind


@dataclass(frozen=True, slots=True)
class FacilityRatio:
    """`numerator` ÷ `denominator` × the rule's `per` is `value`, exactly."""

    facility: Facility
    numerator: Fraction
    denominator: Fraction
    value: Fraction
    holds: bool


@dataclass(frozen=True)
class FacilityRatios:
    """`rows` are in order of value, least first. `unknown` have only one of the two figures, or
    lack the one that tells whether the rule speaks of them. `without` counts the facilities in
    scope that have neither, or nothing to divide by: of them a ratio asks nothing.
    """

    rule: Rule
    basis: Basis
    year: int
    rows: tuple[FacilityRatio, ...]
    unknown: tuple[Facility, ...]
    without: int

    @property
    def missing(self) -> tuple[FacilityRatio, ...]:
        """The facilities whose ratio does not hold."""
        return tuple(row for row in self.rows if not row.holds)


def is_of_facilities(rule: Rule) -> bool:
    """Whether a rule holds a ratio of each facility against a limit."""
    return rule.kind in (RuleKind.RATIO, RuleKind.SHARE) and rule.per_facility


def facility_ratios(
    rule: Rule, county: County, plan: Plan, basis: Basis, year: int
) -> FacilityRatios:
    """What a rule of single facilities measures for each that it applies to."""
    rows, unknown, without = [], [], 0
    for facility in county.facilities:
        if not rule.scope.contains(facility):
            continue
        held = conditions_hold(rule, county, plan, facility)
        if held is False:
            continue
        found = measure_facility(rule, county, plan, facility, basis, year)
        top, bottom, value = found.numerator, found.denominator, found.value
        if (top is None and bottom is None) or bottom == 0:
            without += 1
        elif held is None or top is None or bottom is None or value is None:
            unknown.append(facility)
        else:
            rows.append(FacilityRatio(facility, top, bottom, value, rule.holds(value)))
    rows.sort(key=lambda row: (row.value, row.facility.order, row.facility.id))
    return FacilityRatios(rule, basis, year, tuple(rows), tuple(unknown), without)
