"""The quickest ways by road, hand-worked, and against Dijkstra's algorithm as a textbook has it."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.nearest import NOBODY
from models.road_network import RoadNetwork
from models.road_travel import NoWay, Travel, Way, travel
from models.roads import Road
from tests.models.made_roads import SPEEDS, network, road, zone

Spot = tuple[float, float]


def went(net: RoadNetwork, points: list[Spot], sites: list[Spot], reach_m: int = 5000) -> Travel:
    return travel(net, zone(*points), zone(*sites), SPEEDS, reach_m)


def the_way(net: RoadNetwork, point: Spot, *sites: Spot) -> Way:
    (way,) = went(net, [point], list(sites)).ways
    return way


def seconds(way: Way) -> float | None:
    return None if way.milliseconds is None else way.milliseconds / 1000


def test_one_walks_to_the_road_drives_and_walks_on() -> None:
    # 100 m on foot at 6 km/h: 60 s; 3,000 m at 30 km/h: 360 s; 50 m on foot: 30 s
    net = network(road([(0, 0), (5000, 0)]))
    way = the_way(net, (1000, 100), (4000, -50))
    assert seconds(way) == 450
    assert (way.site, way.walk_m, way.road_m, way.minutes) == (0, 150, 3000, Fraction(15, 2))


def test_the_way_along_one_edge_counts_in_both_directions() -> None:
    net = network(road([(0, 0), (5000, 0)]))
    for point, site in (((100, 0), (4000, 0)), ((4000, 0), (100, 0))):
        way = the_way(net, point, site)
        assert (way.road_m, seconds(way)) == (3900, 468)  # 3,900 m at 30 km/h


def test_whoever_lives_beside_the_facility_walks_straight() -> None:
    # straight 80 m: 48 s; by road 40 m + 40 m + 0 m on foot is as long, but between them a road
    # 40 m off would be 3 × as far
    net = network(road([(0, 40), (5000, 40)]))
    way = the_way(net, (1000, 0), (1080, 0))
    assert (way.walk_m, way.road_m, seconds(way)) == (80, 0, 48)


def test_the_faster_way_round_wins() -> None:
    # straight on 2,000 m at 30 km/h: 240 s; round 3 × 1,000 m at 60 km/h: 180 s
    net = network(
        road([(0, 0), (2000, 0)]),
        road([(0, 0), (0, 500), (2000, 500), (2000, 0)], "快"),
    )
    way = the_way(net, (0, 0), (2000, 0))
    assert (way.road_m, seconds(way)) == (3000, 180)


def test_a_road_with_its_own_speed_goes_by_it() -> None:
    net = network(road([(0, 0), (2000, 0)], kmh=40))
    assert seconds(the_way(net, (0, 0), (2000, 0))) == 180  # 2,000 m at 40 km/h


def test_a_class_without_a_speed_is_travelled_as_other_roads() -> None:
    net = network(road([(0, 0), (2000, 0)], "机耕路"))
    assert seconds(the_way(net, (0, 0), (2000, 0))) == 360  # 2,000 m at 20 km/h


def test_the_least_time_wins_not_the_nearest_facility() -> None:
    # west 1,000 m at 30 km/h: 120 s; east 1,500 m at 60 km/h: 90 s
    net = network(road([(-1000, 0), (0, 0)]), road([(0, 0), (1500, 0)], "快"))
    assert the_way(net, (0, 0), (-1000, 0), (1500, 0)).site == 1


@pytest.mark.parametrize("sites", [[(-1000, 0), (1000, 0)], [(1000, 0), (-1000, 0)]])
def test_of_equally_near_facilities_the_first_is_it(sites: list[Spot]) -> None:
    net = network(road([(-1000, 0), (0, 0)]), road([(0, 0), (1000, 0)]))
    assert (the_way(net, (0, 0), *sites).site, seconds(the_way(net, (0, 0), *sites))) == (0, 120)


def test_two_facilities_at_one_place_the_first_is_it() -> None:
    net = network(road([(0, 0), (3000, 0)]))
    assert the_way(net, (0, 0), (2000, 0), (2000, 0)).site == 0


def test_a_network_in_pieces_is_said_and_nothing_jumps_the_gap() -> None:
    # a bridge is missing between 1,000 m and 1,200 m; the village beyond lies 6 km off on foot
    net = network(road([(0, 0), (1000, 0)]), road([(1200, 0), (7000, 0)]))
    found = went(net, [(7000, 0), (500, 0)], [(0, 0)])
    assert [w.no_way for w in found.ways] == [NoWay.CUT_OFF, None]
    assert (found.point_parts, found.site_parts) == ((0, 1), (1,))


def test_no_road_within_reach_is_said() -> None:
    net = network(road([(0, 0), (20_000, 0)]))
    found = went(net, [(20_000, 3000), (20_000, 3000.002)], [(0, 0)], reach_m=3000)
    assert [w.no_way for w in found.ways] == [None, NoWay.NO_ROAD]
    assert found.point_parts == (0, NOBODY)


def test_a_facility_without_a_road_is_reached_on_foot_only() -> None:
    net = network(road([(0, 0), (9000, 0)]))
    found = went(net, [(0, 7000), (0, 0)], [(0, 8000)], reach_m=3000)
    near, far = found.ways
    assert (near.walk_m, near.road_m, seconds(near)) == (1000, 0, 600)
    assert (far.no_way, far.minutes) == (NoWay.CUT_OFF, None)
    assert found.site_parts == (NOBODY,)


def test_without_a_facility_or_a_road_there_is_no_way() -> None:
    net = network(road([(0, 0), (9000, 0)]))
    assert went(net, [(0, 0)], []).ways[0].no_way is NoWay.NO_FACILITY
    assert went(net, [], [(0, 0)]).ways == ()
    assert went(network(), [(0, 6000)], [(0, 0)]).ways[0].no_way is NoWay.NO_ROAD


def test_nobody_gets_onto_an_expressway_along_its_way() -> None:
    # beside the expressway, but the side road that leads onto it starts 1,000 m off:
    # 1,000 m on foot at 6 km/h: 600 s; 9,000 m at 90 km/h: 360 s
    net = network(
        road([(0, 0), (9000, 0)], "高速公路"), road([(0, 0), (0, 10)]), road([(9000, 0), (9000, 9)])
    )
    way = the_way(net, (1000, 0), (9000, 0))
    assert (way.walk_m, way.road_m, seconds(way)) == (1000, 9000, 960)


def test_a_ferry_is_taken_and_its_metres_are_told() -> None:
    # 1,000 m at 30 km/h: 120 s; 400 m of ferry at 3 km/h: 480 s; 500 m at 30 km/h: 60 s
    banks = road([(0, 0), (1000, 0)]), road([(1400, 0), (1900, 0)])
    ferry = road([(1000, 0), (1400, 0)], "轮渡")
    way = the_way(network(*banks, ferry), (0, 0), (1900, 0))
    assert (way.road_m, way.ferry_m, seconds(way), way.metres) == (1500, 400, 660, 1900)
    # without the ferry 1,900 m on foot take 1,140 s
    assert seconds(the_way(network(*banks), (0, 0), (1900, 0))) == 1140


def test_a_side_road_is_entered_where_it_meets_the_main_one() -> None:
    # 40 m to the junction, 60 m along the main road: 100 m at 30 km/h, and 40 m aside from there
    net = network(road([(0, 0), (100, 0)]), road([(40, 0), (40, 4000)]))
    way = the_way(net, (40, 4000), (100, 0))
    assert (way.road_m, seconds(way)) == (4060, pytest.approx(487.2))


def test_exactly_at_the_limit_over_many_edges_is_at_the_limit() -> None:
    # 7,500 m in 75 edges at 30 km/h: 15 minutes to the millisecond, from wherever it is cut
    net = network(*(road([(100 * i, 0), (100 * i + 100, 0)]) for i in range(75)))
    assert len(net.line) == 75
    assert the_way(net, (7500, 0), (0, 0)).minutes == 15


def test_of_parallel_roads_the_quicker_is_taken() -> None:
    bow = road([(0, 0), (500, 0), (1000, 0)], "快")
    assert seconds(the_way(network(road([(0, 0), (1000, 0)]), bow), (0, 0), (1000, 0))) == 60


# --- against the textbook ----------------------------------------------------------------------

# On a circle, so that no spot lies on the line between two others.
SPOTS = [(round(2000 * math.cos(i * i)), round(2000 * math.sin(i * i))) for i in range(12)]
LINES = st.lists(
    st.tuples(st.lists(st.sampled_from(SPOTS), min_size=2, max_size=4, unique=True),
              st.sampled_from(["快", "慢", "机耕路"])),
    min_size=1, max_size=10,
)  # fmt: skip
PLACES = st.lists(st.sampled_from(SPOTS), min_size=1, max_size=4)
TIMES = {"快": 60, "慢": 120, "机耕路": 180}  # microseconds for a millimetre at 60, 30, 20 km/h


def plain_search(
    lines: list[tuple[list[Spot], str]], sites: list[Spot]
) -> dict[Spot, tuple[float, int]]:
    """For each vertex the least (microseconds, number of the site), each vertex being a node."""
    steps: dict[Spot, list[tuple[Spot, int]]] = defaultdict(list)
    for line, road_class in lines:
        for a, b in pairwise(line):
            time = round(math.dist(a, b) * 1000) * TIMES[road_class]
            steps[a].append((b, time))
            steps[b].append((a, time))
    best: dict[Spot, tuple[float, int]] = dict.fromkeys(steps, (math.inf, NOBODY))
    queue = [(0, number, site) for number, site in enumerate(sites) if site in steps]
    while queue:
        time, number, here = heapq.heappop(queue)
        if (time, number) < best[here]:
            best[here] = (time, number)
            for there, more in steps[here]:
                heapq.heappush(queue, (time + more, number, there))
    return best


@given(LINES, PLACES, PLACES)
def test_ways_are_those_of_a_plain_search(
    lines: list[tuple[list[Spot], str]], points: list[Spot], sites: list[Spot]
) -> None:
    straight = [((line[0], line[-1]), road_class) for line, road_class in lines]
    for drawn, off in ((straight, 0), (lines, 2)):  # a bent road is rounded once for all its bends
        expected = plain_search(drawn, sites)
        found = went(network(*(road(*of_class) for of_class in drawn)), points, sites, reach_m=1)
        for point, way in zip(points, found.ways, strict=True):
            time, site = expected.get(point, (None, None))
            if point in sites:
                assert (way.milliseconds, way.site) == (0, sites.index(point))
            elif time is None:
                assert way.no_way is NoWay.NO_ROAD
            elif math.isinf(time):
                assert way.no_way is NoWay.CUT_OFF
            else:
                assert way.milliseconds == pytest.approx(time / 1000, abs=off + 0.5)
                assert off or way.site == site


@pytest.mark.slow
@given(LINES, PLACES, PLACES, st.randoms(use_true_random=False))
def test_the_order_of_roads_changes_no_way(
    lines: list[tuple[list[Spot], str]], points: list[Spot], sites: list[Spot], chance: object
) -> None:
    roads: list[Road] = [road(line, road_class) for line, road_class in lines]
    shuffled = chance.sample(roads, len(roads))  # type: ignore[attr-defined]
    aside = [(x + 130, y + 70) for x, y in points]
    assert went(network(*roads), aside, sites) == went(network(*shuffled), aside, sites)
