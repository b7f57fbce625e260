"""Rate: a county total per 1,000 (10,000, 100,000) people.

beds per 1,000 = beds at year end ÷ resident population at year end × 1,000
(national indicator IHS06.03.005; the other rates alike).
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from models.county import County, total
from models.measure import Basis
from models.plan import Plan
from models.rules.rule import COUNTY, Bound, Finding, Measurement, Rule


def measure(rule: Rule, county: County, plan: Plan, basis: Basis, year: int) -> Measurement:
    """The rate over the facilities in scope, on any basis and year, with its inputs.

    A facility that is blank is counted in `counted` but not in `filled`; it adds nothing.
    """
    ids = county.facility_ids(rule.scope)
    column = county.column(plan.id, rule.measure, basis, year)
    values = [a for facility_id, a in column.items() if facility_id in ids]
    sum_of_values = total(values)
    numerator = None if sum_of_values is None else Fraction(sum_of_values)
    return measurement(rule, county, year, numerator, len(values), len(ids))


def measurement(
    rule: Rule, county: County, year: int, numerator: Fraction | None, filled: int, counted: int
) -> Measurement:
    """The rate of a sum over the facilities in scope; people are those of the year."""
    people = county.population(year, rule.population)
    denominator = None if people is None else Fraction(people.persons)
    value = None
    if numerator is not None and denominator is not None:
        value = numerator * rule.per / denominator
    return Measurement(
        rule,
        COUNTY,
        year,
        numerator,
        denominator,
        value,
        filled,
        counted,
        population_year=None if people is None else people.year,
    )


def finding(measured: Measurement) -> Finding | None:
    """A finding where what was measured for the target year is computable and does not hold."""
    rule = measured.rule
    if measured.value is None or rule.holds(measured.value):
        return None
    return Finding(
        rule,
        measured.subject,
        rule.measure,
        rule.basis,
        measured.year,
        measured.value,
        rule.broken_limit(measured.value),
        gap(measured),
    )


def gap(measured: Measurement) -> int | None:
    """By how many whole units the count misses the limit: the least that mends it; or 0."""
    rule = measured.rule
    if measured.numerator is None or measured.denominator is None:
        return None
    have, unit = measured.numerator, measured.denominator / rule.per
    if rule.bound is Bound.EXACTLY:
        return ceil(abs(rule.limit * unit - have))
    too_few = max(0, ceil(rule.limit * unit - have))
    if rule.bound is Bound.AT_LEAST:
        return too_few
    most = rule.limit if rule.bound is Bound.AT_MOST else rule.upper
    too_many = 0 if most is None else max(0, ceil(have - floor(most * unit)))
    return too_many if rule.bound is Bound.AT_MOST else max(too_few, too_many)
