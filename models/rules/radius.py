"""Radius: population points within so many metres of an emergency site."""

from __future__ import annotations

from models.county import County
from models.coverage import Point, coverage, whole_millimetres
from models.plan import Plan
from models.rules.rule import Finding, Rule, Subject, SubjectKind


def check(rule: Rule, county: County, plan: Plan) -> list[Finding]:
    """One finding per population point that the rule applies to and that no site covers.

    `measured` is the distance to the nearest site in metres, to the millimetre, None where no site
    has coordinates; `shortfall` the people of the point, None where unknown. What could not be
    checked at all (no coordinates, class unknown) is no finding: see `models.coverage.Coverage`.
    """
    return [
        _finding(rule, plan, point)
        for measured in coverage(county, [rule]).rules
        for point in measured.uncovered
    ]


def _finding(rule: Rule, plan: Plan, point: Point) -> Finding:
    distance = point.distance_m
    return Finding(
        rule,
        Subject(SubjectKind.DIVISION, point.division_code),
        rule.measure,
        rule.basis,
        plan.target_year,
        None if distance is None else whole_millimetres(distance),
        rule.limit,
        point.population,
    )
