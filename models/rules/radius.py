"""Radius: population points within so many metres of an emergency site."""

from __future__ import annotations

from models.county import County
from models.coverage import Point, coverage, whole_millimetres
from models.plan import Plan
from models.rules.rule import Checked, Finding, Missing, Rule, Subject, SubjectKind, Unchecked


def check(rule: Rule, county: County, plan: Plan) -> Checked:
    """One finding per population point that the rule applies to and that no site covers.

    `measured` is the distance to the nearest site in metres, to the millimetre, None where no site
    has coordinates; `shortfall` the people of the point, None where unknown. Points without
    coordinates, or not known to be urban or rural, are unchecked.
    """
    measured = coverage(county, [rule])
    points = [point for of_rule in measured.rules for point in of_rule.uncovered]
    checked = sum(len(of_rule.points) for of_rule in measured.rules)
    left_out = len(measured.unplaced) + len(measured.unclassed)
    year, counted = rule.year_in(plan), checked + left_out
    unchecked: tuple[Unchecked, ...] = ()
    if not counted:
        unchecked = (Unchecked(rule, Missing.NO_DIVISIONS, year),)
    elif left_out:
        unchecked = (Unchecked(rule, Missing.NO_PLACES, year, left_out, counted),)
    return Checked(tuple(_finding(rule, plan, point) for point in points), unchecked)


def _finding(rule: Rule, plan: Plan, point: Point) -> Finding:
    distance = point.distance_m
    return Finding(
        rule,
        Subject(SubjectKind.DIVISION, point.division_code),
        rule.measure,
        rule.basis,
        rule.year_in(plan),
        None if distance is None else whole_millimetres(distance),
        rule.limit,
        point.population,
    )
