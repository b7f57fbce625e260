"""Why a place is too far: in a straight line, by the speed of a rule, or by road."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import shapely

from desktop.pages.way_steps import way_steps
from desktop.session import CountySession
from models.edits import Edit, Record, add
from models.facility import FacilityType, Scope
from models.layers import Feature, Layer, LayerKind, feature_collection
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, RuleKind
from tests.models.rules.made_county import a_rule

HOME, BEND, FAR = (105.7, 29.7), (106.2, 29.7), (106.2, 29.9)  # the facilities, 远镇, beyond


def why(session: CountySession, kind: RuleKind, limit: int, **given: Any) -> list[str]:
    """The steps of the first finding of such a rule about rural places."""
    rule = a_rule(kind, limit, bound=Bound.AT_MOST, urban=False, **given)
    (first, *_) = Evaluation(session.county, session.plan, [rule]).findings
    return way_steps(first, session)


def minutes_of(session: CountySession, limit: int) -> list[str]:
    speed, detour = Fraction(30), Fraction(13, 10)
    return why(session, RuleKind.TRAVEL_TIME, limit, speed=speed, detour=detour)


def enter(session: CountySession, *records: Record) -> None:
    assert session.do(Edit("填写", add(*records)))


def roads(*lines: tuple[str, list[tuple[float, float]]]) -> Layer:
    features = [Feature(shapely.LineString(line), {"class": word}) for word, line in lines]
    return Layer("roads", "道路", LayerKind.ROADS, feature_collection(features))


def test_a_radius_names_the_nearest_site_and_who_lives_there(session: CountySession) -> None:
    steps = why(session, RuleKind.RADIUS, 10000)
    assert steps[0] == "Nearest: 甲医院"
    assert steps[1].startswith("In a straight line: 48,")
    assert steps[2:] == ["Limit ≤ 10 km", "40,000 people live there"]


def test_a_travel_time_is_the_way_by_the_speed(session: CountySession) -> None:
    steps = minutes_of(session, 30)
    (way,) = (step for step in steps if "km/h" in step)
    kilometres, minutes = way.split(" km")[0].split()[-1], way.split("= ")[1].split()[0]
    assert f"{kilometres} km × 1.3 ÷ 30 km/h × 60 = {minutes}" in way
    assert abs(float(kilometres) * 1.3 / 30 * 60 - float(minutes)) < 0.05


def test_by_road_the_stretches_of_the_way_are_told(session: CountySession) -> None:
    # 48.4 km at 50 km/h: 58 minutes
    enter(session, roads(("国道", [HOME, BEND])))
    nearest, way, limit, people = minutes_of(session, 30)
    assert (nearest, limit, people) == (
        "Nearest: 乙卫生院",
        "Limit ≤ 30 min",
        "40,000 people live there",
    )
    assert way.startswith("By road: on roads 48.")
    kilometres, minutes = way.split(" km")[0].split()[-1], way.split(", ")[1].split()[0]
    assert abs(float(kilometres) / 50 * 60 - float(minutes)) < 0.05


def test_a_ferry_and_the_walk_are_told_apart(session: CountySession) -> None:
    # 46.4 km of road, a ferry of some 1 km, 0.5 km of road again, and the last 0.5 km on foot
    landing, shore = (106.18, 29.7), (106.19, 29.7)
    road, ferry = ("国道", [HOME, landing]), ("轮渡", [landing, shore])
    enter(session, roads(road, ferry, ("村道", [shore, (106.195, 29.7)])))
    (way,) = (step for step in minutes_of(session, 30) if "By road" in step)
    for stretch in ("on foot 0.48 km", "on roads 46.9", "by ferry 0.97 km"):
        assert stretch in way


def test_a_place_without_a_road_within_reach_is_told(session: CountySession) -> None:
    enter(session, roads(("国道", [HOME, (105.8, 29.7)])))
    assert minutes_of(session, 30)[0] == "No road lies within 5 km on foot of the place."


def test_a_place_that_is_cut_off_is_told(session: CountySession) -> None:
    enter(session, roads(("国道", [HOME, (105.8, 29.7)]), ("国道", [BEND, FAR])))
    told = minutes_of(session, 30)
    assert told[0] == "No road leads from the place to any of the facilities."
    assert told[1] == "Limit ≤ 30 min"


def test_without_any_facility_that_is_told(session: CountySession) -> None:
    nobody = Scope(types=frozenset({FacilityType.CDC}))
    steps = why(session, RuleKind.RADIUS, 1000, scope=nobody)
    assert steps[0] == "No facility has coordinates."
