"""What is told of the roads that travel times go by, and of the places they do not serve."""

from __future__ import annotations

from fractions import Fraction

from desktop.road_wording import road_notes, way_notes
from models.county import County
from models.county_roads import county_roads, road_report
from models.coverage import coverage
from models.facility import FacilityType
from models.geography import Division, DivisionKind
from models.rules.rule import Bound, RuleKind
from tests.models.made_roads import MERIDIAN, degrees, road, road_layer
from tests.models.rules.made_county import a_facility, a_rule

Spot = tuple[float, float]
RULE = a_rule(RuleKind.TRAVEL_TIME, 30, bound=Bound.AT_MOST, speed=Fraction(30))
SOUND = road_layer(road([(0, 0), (4000, 0)], "县道"))
FAULTY = road_layer(
    road([(0, 0), (4000, 0)], "县道"),
    road([(4000, 0), (4000, 300)], "机耕路"),
    road([(0, 0), (0, -200)], "轮渡"),
    road([(5000, 0), (5600, 0)], "村道"),
    road([(0, 0), (0, 500)], ""),
)


def village(name: str, spot: Spot) -> Division:
    longitude, latitude = degrees([spot])[0].tolist()
    return Division(name, name, DivisionKind.TOWN, None, False, longitude, latitude)


def centre(name: str, spot: Spot) -> object:
    longitude, latitude = degrees([spot])[0].tolist()
    place = {"name": name, "longitude": longitude, "latitude": latitude}
    return a_facility(name, FacilityType.TOWNSHIP_HEALTH_CENTRE, **place)


def test_sound_roads_need_no_word() -> None:
    roads = county_roads(County([SOUND]), MERIDIAN)
    assert roads is not None
    assert road_notes(road_report(roads)) == []


def test_faults_of_the_layer_are_told_with_their_lengths() -> None:
    roads = county_roads(County([FAULTY]), MERIDIAN)
    assert roads is not None
    assert road_notes(road_report(roads)) == [
        ("Taken as other roads, for want of a speed (2): ", ["no class 0.5 km", "机耕路 0.3 km"]),
        (
            "Roads that do not hang on the main network (1): ",
            ["0.6 km of road, 1,000 m from the main network"],
        ),
        ("Ferries on the roads, the wait for them included: 1", []),
    ]


def test_places_that_roads_do_not_serve_are_named() -> None:
    # 甲 and the centre on the main road; 岛村 on the piece beyond; 山村 and 山院 8 km off any road
    records = [
        village("甲村", (2000, 0)), village("岛村", (5500, 0)), village("山村", (0, 8500)),
        centre("乡院", (0, 0)), centre("山院", (4000, -8000)), FAULTY,
    ]  # fmt: skip
    found = coverage(County(records), [RULE], kinds=frozenset(RuleKind))  # type: ignore[arg-type]
    assert way_notes(found.rules) == [
        ("Places without a road within reach on foot (1): ", ["山村"]),
        ("Places from which no road leads to a facility (1): ", ["岛村"]),
        ("Facilities without a road within reach on foot (1): ", ["山院"]),
        ("On roads that do not hang on the main network (1): ", ["岛村"]),
    ]
    straight = coverage(County(records[:-1]), [RULE], kinds=frozenset(RuleKind))  # type: ignore[arg-type]
    assert way_notes(straight.rules) == []
