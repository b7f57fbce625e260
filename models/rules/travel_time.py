"""Travel time: population points within so many minutes of a facility.

minutes = metres in a straight line × detour ÷ speed. Speed and detour are assumptions of the rule.
"""

from __future__ import annotations

from fractions import Fraction

from models.county import County
from models.coverage import Point, whole_millimetres
from models.plan import Plan
from models.rules.radius import check_points
from models.rules.rule import Checked, Rule


def check(rule: Rule, county: County, plan: Plan) -> Checked:
    """As a radius rule; `measured` and `limit` are minutes, `shortfall` the people of the point."""
    return check_points(rule, county, plan, _minutes)


def _minutes(rule: Rule, point: Point) -> Fraction | None:
    if point.distance_m is None:
        return None
    assert rule.speed is not None
    return whole_millimetres(point.distance_m) * rule.detour * 60 / (rule.speed * 1000)
