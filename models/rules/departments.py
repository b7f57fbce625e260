"""Departments: the share of the facilities in scope that have one (a fever clinic, a TCM hall).

Blank is not zero: a facility that says nothing may have one or not. So the share lies between those
that say yes and those that do not say no; a rule holds, or does not, only where both ends agree.

A facility that is to close counts until the baseline year, one that is planned after it.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from models.county import County
from models.facility import Facility, FacilityStatus
from models.plan import Plan
from models.rules.rate import finding
from models.rules.rule import COUNTY, Bound, Checked, Measurement, Missing, Rule, Unchecked


def measure(rule: Rule, county: County, plan: Plan) -> Measurement:
    """The share of those that say yes among the facilities in scope; `filled` say yes or no.

    No value where none of them says anything: blank is not zero.
    """
    measured = _measurement(rule, county, plan, blank_counts=False)
    return measured if measured.filled else replace(measured, numerator=None, value=None)


def check(rule: Rule, county: County, plan: Plan) -> Checked:
    """A finding where the share does not hold whatever the blank ones say."""
    year = rule.year_in(plan)
    least = _measurement(rule, county, plan, blank_counts=False)
    most = _measurement(rule, county, plan, blank_counts=True)
    if least.value is None or most.value is None:
        return Checked(unchecked=(Unchecked(rule, Missing.NO_FACILITIES, year),))
    kind = most if rule.bound is Bound.AT_LEAST else least
    certain = finding(kind)
    if certain is not None:
        stated = finding(least)  # what is reported is what is stated, not what might be
        return Checked((certain if stated is None else stated,))
    if rule.holds(least.value) and rule.holds(most.value):
        return Checked()
    blank = least.counted - least.filled
    return Checked(unchecked=(Unchecked(rule, Missing.SOME_BLANK, year, blank, least.counted),))


def counted(rule: Rule, county: County, plan: Plan) -> list[Facility]:
    """The facilities in scope that are there in the year of the rule, in order."""
    is_later = rule.year_in(plan) > plan.baseline_year
    absent = FacilityStatus.TO_CLOSE if is_later else FacilityStatus.PLANNED
    return [f for f in county.facilities if f.status is not absent and rule.scope.contains(f)]


def _measurement(rule: Rule, county: County, plan: Plan, *, blank_counts: bool) -> Measurement:
    year = rule.year_in(plan)
    ids = {f.id for f in counted(rule, county, plan)}
    column = county.column(plan.id, rule.measure, rule.basis, year)
    filled = ids & column.keys()
    having = sum(column[i].value >= 1 for i in filled)
    if blank_counts:
        having += len(ids) - len(filled)
    value = Fraction(having, len(ids)) if ids else None
    top, bottom = Fraction(having), Fraction(len(ids))
    return Measurement(rule, COUNTY, year, top, bottom, value, len(filled), len(ids))
