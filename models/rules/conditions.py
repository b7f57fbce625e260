"""Conditions of a rule: which facilities it speaks of, by their own figures."""

from __future__ import annotations

from fractions import Fraction

from models.county import County
from models.facility import Facility
from models.geography import Division
from models.measure import Basis
from models.plan import Plan
from models.rules.rule import TOWNSHIP_PEOPLE, Condition, Rule


def conditions_hold(rule: Rule, county: County, plan: Plan, facility: Facility) -> bool | None:
    """Whether all conditions of the rule hold for a facility; None where blanks leave it open.

    A planned figure is that of the year of the rule, the others are those of the baseline year.
    One that fails decides, whatever is blank.
    """
    if not rule.conditions:
        return True
    held = []
    for condition in rule.conditions:
        value = condition_value(rule, condition, county, plan, facility)
        held.append(None if value is None else condition.holds(value))
    if False in held:
        return False
    return None if None in held else True


def condition_value(
    rule: Rule, condition: Condition, county: County, plan: Plan, facility: Facility
) -> Fraction | None:
    """The figure that a condition speaks of; None where it is not known."""
    year = condition_year(rule, condition, plan)
    if condition.measure == TOWNSHIP_PEOPLE:
        township = county.table(Division).get((facility.township,))
        people = None if township is None else county.people(township, year)
        return None if people is None else Fraction(people.persons)
    found = county.allocation(plan.id, facility.id, condition.measure, condition.basis, year)
    return None if found is None else Fraction(found.value)


def condition_year(rule: Rule, condition: Condition, plan: Plan) -> int:
    """The year whose figure a condition speaks of; people are those of the year of the rule."""
    is_of_rule = condition.basis is Basis.PLANNED or condition.measure == TOWNSHIP_PEOPLE
    return rule.year_in(plan) if is_of_rule else plan.baseline_year
