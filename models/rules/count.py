"""Count: a number of each facility (a least count, a size range), or its sum over the county."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from models.county import County
from models.facility import Facility
from models.measure import Basis
from models.plan import Plan
from models.rules.conditions import conditions_hold
from models.rules.rate import finding
from models.rules.rule import COUNTY, Finding, Measurement, Rule, Subject, SubjectKind

_ONE = Fraction(1)


def measure_facility(
    rule: Rule, county: County, plan: Plan, facility: Facility, basis: Basis, year: int
) -> Measurement:
    """The figure of one facility; no value where it is blank."""
    found = county.allocation(plan.id, facility.id, rule.measure, basis, year)
    subject = Subject(SubjectKind.FACILITY, facility.id)
    value = None if found is None else Fraction(found.value)
    return measurement(rule, subject, year, value, filled=int(found is not None), counted=1)


def check_facility(rule: Rule, county: County, plan: Plan, facility: Facility) -> Finding | None:
    """A finding where a facility in scope has the figure and it does not hold."""
    if not rule.per_facility or not rule.scope.contains(facility):
        return None
    if rule.conditions and not conditions_hold(rule, county, plan, facility):
        return None
    measured = measure_facility(rule, county, plan, facility, rule.basis, rule.year_in(plan))
    if rule.more is None:
        return finding(measured)
    more = more_of(rule, county, plan, facility)
    if measured.value is None or more is None:
        return None
    bare = measured.value - more  # what is there beside what the limit rises by
    found = finding(replace(measured, numerator=bare, value=bare))
    if found is None:
        return None
    return replace(found, measured=measured.value, limit=found.limit + more)


def more_of(rule: Rule, county: County, plan: Plan, facility: Facility) -> Fraction | None:
    """By how much the limit rises for a facility; None where what it rises with is blank."""
    year = rule.year_in(plan)
    found = county.allocation(plan.id, facility.id, rule.denominator, rule.basis, year)
    return None if found is None or rule.more is None else rule.more * Fraction(found.value)


def measurement(
    rule: Rule,
    subject: Subject,
    year: int,
    value: Fraction | None,
    filled: int,
    counted: int,
) -> Measurement:
    """A figure as it stands, per one."""
    return Measurement(rule, subject, year, value, _ONE, value, filled, counted)


def measurement_of_county(
    rule: Rule, year: int, value: Fraction | None, filled: int, counted: int
) -> Measurement:
    """A sum over the county as it stands."""
    return measurement(rule, COUNTY, year, value, filled, counted)
