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
from models.rules.rule import Finding, Missing, Rule, Subject, SubjectKind, Unchecked


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


def unchecked(rule: Rule, county: County, plan: Plan) -> Unchecked | None:
    """How many facilities in scope plan a figure, but lack one that the rule needs."""
    year = rule.year_in(plan)
    planned = county.column(plan.id, rule.measure, Basis.PLANNED, year)
    ids = county.facility_ids(rule.scope) & planned.keys()
    left_out = sum(_undecided(rule, county, plan, county.facility(i)) for i in ids)
    if not left_out:
        return None
    return Unchecked(rule, Missing.SOME_BLANK, year, left_out, len(ids))


def authorised(rule: Rule, county: County, plan: Plan, facility: Facility) -> Fraction | None:
    """What the facility is authorised to have in the baseline year."""
    year = plan.baseline_year
    found = county.allocation(plan.id, facility.id, rule.measure, Basis.AUTHORISED, year)
    return None if found is None else Fraction(found.value)


def _undecided(rule: Rule, county: County, plan: Plan, facility: Facility) -> bool:
    found = conditions_hold(rule, county, plan, facility)
    return found is None or (found and authorised(rule, county, plan, facility) is None)
