"""Travel time: population points within so many minutes of a facility.

By road where the county has a road layer (`models.road_travel`). Else minutes = metres in a
straight line × detour ÷ speed; speed and detour are assumptions of the rule.
"""

from __future__ import annotations

from models.county import County
from models.plan import Plan
from models.rules.radius import check_points
from models.rules.rule import Checked, Rule


def check(rule: Rule, county: County, plan: Plan) -> Checked:
    """As a radius rule; `measured` and `limit` are minutes, `shortfall` the people of the point.

    `measured` is None, and the point not covered, where no way leads from it to a facility.
    """
    assert rule.speed is not None
    metres_a_minute = rule.speed * 1000 / 60 / rule.detour
    return check_points(rule, county, plan, lambda metres: metres / metres_a_minute)
