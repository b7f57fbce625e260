"""Investment: the sum of the plan's projects, in 万元, against the figure that the plan states."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil

from models.county import County
from models.plan import Plan, Project
from models.rules.rule import COUNTY, Checked, Finding, Missing, Rule, Unchecked

TOTAL, PERIOD = "total-investment", "period-investment"


def check(rule: Rule, county: County, plan: Plan) -> Checked:
    """A finding where the sum does not hold; `shortfall` is the difference in whole 万元, up."""
    projects, year = county.projects(plan.id), rule.year_in(plan)
    if not projects:
        return Checked(unchecked=(Unchecked(rule, Missing.NO_PROJECTS, year),))
    given = [value for project in projects if (value := invested(rule, project)) is not None]
    blank = len(projects) - len(given)
    if not given:
        missing = Unchecked(rule, Missing.NO_FIGURES, year, blank, len(projects))
        return Checked(unchecked=(missing,))
    measured = Fraction(sum(given, Decimal()))
    if rule.holds(measured):
        return Checked()
    limit = rule.broken_limit(measured)
    gap = ceil(abs(measured - limit))
    return Checked((Finding(rule, COUNTY, rule.measure, rule.basis, year, measured, limit, gap),))


def invested(rule: Rule, project: Project) -> Decimal | None:
    """What a project puts into the sum that the rule speaks of; None where it states nothing."""
    return project.total_investment if rule.measure == TOTAL else project.period_investment
