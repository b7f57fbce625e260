"""Conditions of a rule: which facilities it speaks of, by their own figures."""

from __future__ import annotations

from fractions import Fraction

from models.county import County
from models.facility import Facility
from models.measure import Basis
from models.plan import Plan
from models.rules.rule import Condition, Rule


def conditions_hold(rule: Rule, county: County, plan: Plan, facility: Facility) -> bool | None:
    """Whether all conditions of the rule hold for a facility; None where blanks leave it open.

    A planned figure is that of the year of the rule, the others are those of the baseline year.
    One that fails decides, whatever is blank.
    """
    held = [_holds(rule, condition, county, plan, facility) for condition in rule.conditions]
    if False in held:
        return False
    return None if None in held else True


def _holds(
    rule: Rule, condition: Condition, county: County, plan: Plan, facility: Facility
) -> bool | None:
    planned = condition.basis is Basis.PLANNED
    year = rule.year_in(plan) if planned else plan.baseline_year
    found = county.allocation(plan.id, facility.id, condition.measure, condition.basis, year)
    return None if found is None else condition.holds(Fraction(found.value))
