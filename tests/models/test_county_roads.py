"""A county's travel times go by road where it has a road layer, and the rule says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from models.county import County
from models.county_roads import county_roads, road_report
from models.coverage import Coverage, Method, coverage
from models.edits import Change, Edit, Record
from models.facility import FacilityType
from models.geography import Division, DivisionKind
from models.layers import RoadSpeed
from models.plan import Plan
from models.road_travel import NoWay
from models.rules.evaluate import Evaluation
from models.rules.rule import Bound, Rule, RuleKind
from tests.models.made_roads import MERIDIAN, degrees, road, road_layer
from tests.models.rules.made_county import a_facility, a_rule

ROADS = road_layer(road([(0, 0), (4000, 0), (4000, 3000)], "县道"))
RULE = a_rule(
    RuleKind.TRAVEL_TIME,
    Fraction(121, 10),
    bound=Bound.AT_MOST,
    speed=Fraction(30),
    detour=Fraction(13, 10),
)
PLAN = Plan("plan", "规划", "造县规划", "", 2020, 2025, "dazu", source="造")


def village(code: str, spot: tuple[float, float], people: int = 100) -> Division:
    longitude, latitude = degrees([spot])[0].tolist()
    return Division(
        code, f"{code}村", DivisionKind.TOWN, None, False, longitude, latitude, population=people
    )


def centre(facility_id: str, spot: tuple[float, float]) -> Record:
    longitude, latitude = degrees([spot])[0].tolist()
    return a_facility(
        facility_id,
        FacilityType.TOWNSHIP_HEALTH_CENTRE,
        longitude=longitude,
        latitude=latitude,
    )


def measured(*records: Record, rule: Rule = RULE) -> Coverage:
    return coverage(County(records), [rule], kinds=frozenset(RuleKind))


CENTRE, FAR = centre("a", (0, 0)), village("1", (4000, 3000))


def test_with_a_road_layer_time_goes_by_road() -> None:
    # 7,000 m at 35 km/h: 12 minutes; a layer is kept to the centimetre, so not to the millisecond.
    # Straight 5,000 m × 1.3 at 30 km/h: 13 minutes
    (by_road,) = measured(CENTRE, FAR, ROADS).rules
    assert by_road.method is Method.ROAD
    (point,) = by_road.points
    assert (point.covered, point.nearest) == (True, "a")
    assert point.way is not None
    assert float(point.way.minutes or 0) == pytest.approx(12, abs=0.0005)
    assert point.distance_m == pytest.approx(7000, abs=0.1)


def test_without_one_it_goes_by_straight_line_times_detour() -> None:
    (straight,) = measured(CENTRE, FAR).rules
    assert (straight.method, straight.points[0].covered) == (Method.DETOUR, False)
    assert straight.points[0].way is None


def test_a_radius_is_a_straight_line_whatever_roads_there_are() -> None:
    (found,) = measured(CENTRE, FAR, ROADS, rule=replace(RULE, kind=RuleKind.RADIUS)).rules
    assert found.method is Method.STRAIGHT_LINE


def test_a_road_layer_without_a_road_leaves_straight_lines() -> None:
    assert county_roads(County([road_layer()]), MERIDIAN) is None
    assert measured(CENTRE, FAR, road_layer()).rules[0].method is Method.DETOUR


def test_a_place_without_a_way_is_not_covered_and_says_why() -> None:
    (found,) = measured(CENTRE, village("2", (4000, 20_000)), ROADS).rules
    (point,) = found.points
    assert (point.covered, point.nearest, point.distance_m) == (False, None, None)
    assert point.way is not None
    assert point.way.no_way is NoWay.NO_ROAD


def test_the_speeds_of_the_county_are_taken() -> None:
    slower = RoadSpeed("县道", Decimal(34))  # 7,000 m: 12.35 minutes
    (found,) = measured(CENTRE, FAR, ROADS, slower).rules
    assert [p.covered for p in found.points] == [False]


def test_the_network_is_built_once_for_the_same_layers() -> None:
    county = County([CENTRE, FAR, ROADS])
    before = county_roads(county, MERIDIAN)
    county.apply(Edit("人口", (Change(FAR, replace(FAR, population=7)),)))
    assert county_roads(county, MERIDIAN) is before
    county.apply(Edit("速度", (Change(None, RoadSpeed("县道", Decimal(30))),)))
    after = county_roads(county, MERIDIAN)
    assert before is not None
    assert after is not None
    assert after.network is before.network
    assert after.speeds["县道"] == 30
    other = road_layer(road([(0, 0), (9, 9)], "县道"))
    county.apply(Edit("道路", (Change(ROADS, other),)))
    changed = county_roads(county, MERIDIAN)
    assert changed is not None
    assert changed.network is not before.network


@pytest.mark.parametrize(
    "edit",
    [
        (None, RoadSpeed("县道", Decimal(20))),
        (ROADS, None),
        (ROADS, road_layer(road([(0, 0), (4000, 0)], "县道"))),
        (CENTRE, centre("a", (4000, 2000))),
        (FAR, village("1", (3000, 50), 70)),
    ],
)
def test_findings_follow_edits_of_roads_speeds_and_places(
    edit: tuple[Record | None, Record | None],
) -> None:
    county = County([PLAN, CENTRE, FAR, ROADS])
    rule = replace(RULE, limit=Fraction(2))
    followed = Evaluation(county, PLAN, [rule])
    assert len(followed.findings) == 1
    change = Edit("改", (Change(*edit),))
    for step in (change, change.inverse()):
        county.apply(step)
        followed.update(step)
        anew = Evaluation(county, PLAN, [rule])
        assert (followed.findings, followed.unchecked) == (anew.findings, anew.unchecked)


def test_a_finding_measures_minutes_by_road() -> None:
    county = County([PLAN, CENTRE, FAR, ROADS])
    (finding,) = Evaluation(county, PLAN, [replace(RULE, limit=Fraction(10))]).findings
    assert finding.measured is not None
    assert float(finding.measured) == pytest.approx(12, abs=0.0005)
    assert (finding.limit, finding.shortfall) == (10, 100)


def test_the_report_names_what_is_amiss() -> None:
    layer = road_layer(
        road([(0, 0), (4000, 0)], "县道"),
        road([(4000, 0), (4000, 300)], "机耕路"),
        road([(0, 0), (0, -200)], "轮渡"),
        road([(5000, 0), (5600, 0)], "村道"),
    )
    roads = county_roads(County([layer]), MERIDIAN)
    assert roads is not None
    report = road_report(roads)
    assert {c: round(m) for c, m in report.metres.items()} == {
        "县道": 4000, "机耕路": 300, "村道": 600, "轮渡": 200,
    }  # fmt: skip
    assert {c: round(m) for c, m in report.unknown.items()} == {"机耕路": 300}
    (broken,) = report.broken
    assert (round(broken.length_m), round(broken.gap_m)) == (600, 1000)
    assert (report.ferries, report.not_lines, report.bad_speeds, report.unusable) == (1, 0, 0, 0)
