"""Conditional stop: where all conditions hold, no more is planned than is authorised today.

No new beds where occupancy is below 75 % and the mean stay above 9 days: both conditions speak of
the baseline year, both strictly (at exactly 75 % or 9 days there is no stop).
"""

from __future__ import annotations

from fractions import Fraction

from models.county import County
from models.facility import Facility
from models.measure import Basis
from models.plan import Plan
from models.rules.conditions import conditions_hold
from models.rules.rule import Finding, Rule, Subject, SubjectKind


def check_facility(rule: Rule, county: County, plan: Plan, facility: Facility) -> Finding | None:
    """A finding where the conditions hold and the plan adds; `shortfall` is by how many."""
    if (
        not rule.scope.contains(facility)
        or conditions_hold(rule, county, plan, facility) is not True
    ):
        return None
    year = rule.year_in(plan)
    planned = county.allocation(plan.id, facility.id, rule.measure, Basis.PLANNED, year)
    today = authorised(rule, county, plan, facility)
    if planned is None or today is None or Fraction(planned.value) <= today:
        return None
    return Finding(
        rule,
        Subject(SubjectKind.FACILITY, facility.id),
        rule.measure,
        Basis.PLANNED,
        year,
        Fraction(planned.value),
        today,
        int(Fraction(planned.value) - today),
    )


def authorised(rule: Rule, county: County, plan: Plan, facility: Facility) -> Fraction | None:
    """What the facility is authorised to have in the baseline year."""
    year = plan.baseline_year
    found = county.allocation(plan.id, facility.id, rule.measure, Basis.AUTHORISED, year)
    return None if found is None else Fraction(found.value)


def is_open(rule: Rule, county: County, plan: Plan, facility: Facility) -> bool | None:
    """Whether a blank leaves it open if the facility may add; None where it plans nothing."""
    year = rule.year_in(plan)
    if county.allocation(plan.id, facility.id, rule.measure, Basis.PLANNED, year) is None:
        return None
    found = conditions_hold(rule, county, plan, facility)
    return found is None or (found and authorised(rule, county, plan, facility) is None)
