"""Radius: population points within so many metres of an emergency site."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

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
    return check_points(rule, county, plan, lambda metres: metres)


def check_points(
    rule: Rule, county: County, plan: Plan, of_metres: Callable[[Fraction], Fraction]
) -> Checked:
    """The population points that nothing covers, measured by road where there are roads, else from
    straight lines by `of_metres` in the rule's unit.
    """
    year = rule.year_in(plan)
    measured = coverage(county, [rule], kinds=frozenset({rule.kind}), year=year)
    found = [
        Finding(
            rule,
            Subject(SubjectKind.DIVISION, point.division_code),
            rule.measure,
            rule.basis,
            year,
            _distance(point, of_metres),
            rule.limit,
            point.population,
        )
        for of_rule in measured.rules
        for point in of_rule.uncovered
    ]
    checked = sum(len(of_rule.points) for of_rule in measured.rules)
    left_out = len(measured.unplaced) + len(measured.unclassed)
    counted = checked + left_out
    unchecked: tuple[Unchecked, ...] = ()
    if not counted:
        unchecked = (Unchecked(rule, Missing.NO_DIVISIONS, year),)
    elif left_out:
        unchecked = (Unchecked(rule, Missing.NO_PLACES, year, left_out, counted),)
    return Checked(tuple(found), unchecked)


def _distance(point: Point, of_metres: Callable[[Fraction], Fraction]) -> Fraction | None:
    if point.way is not None:
        return point.way.minutes
    return None if point.distance_m is None else of_metres(whole_millimetres(point.distance_m))
