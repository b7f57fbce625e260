"""Minutes are metres times the detour over the speed; exactly at the limit holds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from models.coverage import whole_millimetres
from models.errors import InvalidValue
from models.facility import FacilityType
from models.geography import Division, DivisionKind, metre_transformer
from models.rules.rule import Bound, Missing, RuleKind
from tests.models.rules.made_county import a_facility, a_rule, evaluate

CENTRE = a_facility("a", FacilityType.TOWNSHIP_HEALTH_CENTRE, longitude=105.7, latitude=29.7)
FAR = Division("1", "远镇", DivisionKind.TOWN, None, False, 105.8, 29.7, population=1234)
RULE = a_rule(
    RuleKind.TRAVEL_TIME, 30, bound=Bound.AT_MOST, urban=False,
    speed=Fraction(30), detour=Fraction(13, 10),
)  # fmt: skip


def metres():
    transform = metre_transformer(105).transform
    (x, y), (u, v) = transform(105.7, 29.7), transform(105.8, 29.7)
    return whole_millimetres(((x - u) ** 2 + (y - v) ** 2) ** 0.5)


def test_the_minutes_follow_from_distance_detour_and_speed():
    # some 9.67 km × 1.3 = 12.6 km at 30 km/h (500 m a minute): some 25 minutes
    minutes = metres() * Fraction(13, 10) / 500
    assert 25 < minutes < Fraction(255, 10)
    assert evaluate(RULE, CENTRE, FAR) == ([], [])
    (found,), _ = evaluate(replace(RULE, limit=Fraction(25)), CENTRE, FAR)
    assert (found.measured, found.limit, found.shortfall) == (minutes, 25, 1234)
    assert evaluate(replace(RULE, limit=minutes), CENTRE, FAR) == ([], [])


def test_a_slower_road_flips_it():
    (found,), _ = evaluate(replace(RULE, speed=Fraction(20)), CENTRE, FAR)
    assert found.subject.id == "1"


def test_places_that_are_not_known_are_no_pass():
    unknown = Division("2", "无名镇", DivisionKind.TOWN)
    _, unchecked = evaluate(RULE, CENTRE, FAR, unknown)
    assert [(u.missing, u.left_out, u.counted) for u in unchecked] == [(Missing.NO_PLACES, 1, 2)]


def test_without_a_speed_there_is_no_such_rule():
    with pytest.raises(InvalidValue):
        a_rule(RuleKind.TRAVEL_TIME, 30)
