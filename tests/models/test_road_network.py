"""Where roads meet, where they do not, and what parts they fall into."""

from __future__ import annotations

import random

import pytest
import shapely
from pyproj import Geod

from models.road_network import RoadNetwork
from models.road_travel import unknown_classes
from models.roads import Road
from tests.models.made_roads import SPEEDS, network, road


def lengths(net: RoadNetwork) -> list[float]:
    """Metres of the edges, sorted."""
    return sorted(round(mm / 1000, 3) for mm in net.millimetres.tolist())


def test_roads_meet_at_shared_ends() -> None:
    net = network(road([(0, 0), (300, 0)]), road([(300, 0), (300, 400)]))
    assert (len(net.nodes), lengths(net), len(net.parts)) == (3, [300, 400], 1)


def test_roads_meet_at_a_shared_vertex() -> None:
    # a cross of four arms of 100 m
    net = network(road([(0, 0), (100, 0), (200, 0)]), road([(100, -100), (100, 0), (100, 100)]))
    assert (len(net.nodes), lengths(net)) == (5, [100, 100, 100, 100])


def test_roads_that_cross_without_a_shared_vertex_do_not_meet() -> None:
    bridge = network(road([(0, 0), (200, 0)]), road([(100, -100), (100, 100)]))
    assert (len(bridge.nodes), lengths(bridge), len(bridge.parts)) == (4, [200, 200], 2)


def test_ends_within_the_tolerance_are_one() -> None:
    near = network(road([(0, 0), (100, 0)]), road([(100.6, 0.7), (100.6, 200.7)]))  # 0.92 m
    assert (len(near.nodes), len(near.parts)) == (3, 1)
    apart = network(road([(0, 0), (100, 0)]), road([(100.8, 0.7), (100.8, 200.7)]))  # 1.06 m
    assert (len(apart.nodes), len(apart.parts)) == (4, 2)


def test_an_end_that_lies_on_a_road_makes_a_junction() -> None:
    # the side road of 50 m ends 0.5 m beside the main one, 40 m from its start
    net = network(road([(0, 0), (100, 0)]), road([(40, 0.5), (40, 50.5)]))
    assert (len(net.nodes), lengths(net), len(net.parts)) == (4, [40, 50, 60], 1)


def test_an_end_does_not_come_onto_the_line_of_an_expressway_or_ferry() -> None:
    for road_class in ("高速公路", "轮渡"):
        net = network(road([(0, 0), (100, 0)], road_class), road([(40, 0), (40, 50)]))
        assert (lengths(net), len(net.parts)) == ([50, 100], 2)


def test_an_end_near_a_junction_belongs_to_it() -> None:
    cross = (road([(0, 0), (100, 0), (200, 0)]), road([(100, -100), (100, 0), (100, 100)]))
    net = network(*cross, road([(100.3, 0.3), (200, 100)]))
    assert (len(net.nodes), len(net.line), len(net.parts)) == (6, 5, 1)


def test_a_ring_is_an_edge_from_its_node_to_itself() -> None:
    ring = network(road([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]))
    assert (len(ring.nodes), lengths(ring)) == (1, [400])


def test_parts_are_numbered_from_the_longest_with_the_gap_to_the_main_one() -> None:
    # 30 m beyond the end of the main road goes on a road of 500 m; far off lies one of 80 m
    net = network(
        road([(0, 0), (1000, 0)]), road([(1030, 0), (1530, 0)]), road([(0, 900), (0, 980)])
    )
    main, broken, far = net.parts
    assert (main.length_m, main.edges, main.gap_m) == (pytest.approx(1000, abs=0.002), 1, 0)
    assert broken.length_m == pytest.approx(500, abs=0.002)
    assert broken.gap_m == pytest.approx(30, abs=0.002)
    assert broken.place == pytest.approx((561_030, 3_290_000), abs=0.002)
    assert (far.gap_m, far.edges) == (pytest.approx(900, abs=0.002), 1)


def test_a_short_road_within_the_tolerance_is_no_edge() -> None:
    net = network(road([(0, 0), (100, 0)]), road([(100, 0), (100.5, 0)]))
    assert lengths(net) == [100]


def test_what_has_no_place_in_the_zone_is_counted() -> None:
    nowhere = Road(shapely.LineString([(float("inf"), 0), (0, 0)]), "慢")
    net = network(road([(0, 0), (100, 0)]), nowhere)
    assert (lengths(net), net.unusable) == ([100], 1)


def test_without_roads_there_is_an_empty_network() -> None:
    net = network()
    assert (len(net.nodes), net.parts, net.unusable) == (0, (), 0)


def test_lengths_are_those_of_the_ellipsoid_within_a_thousandth() -> None:
    geod = Geod(a=6378137, rf=298.257222101)
    for line in ([(0, 0), (30_000, 40_000)], [(-40_000, 5000), (0, 0), (60_000, -9000)]):
        drawn = road(line)
        assert network(drawn).parts[0].length_m == pytest.approx(
            geod.geometry_length(drawn.line), rel=1e-3
        )


def test_a_class_without_a_speed_is_named_with_its_metres() -> None:
    net = network(
        road([(0, 0), (100, 0)], "机耕路"),
        road([(100, 0), (350, 0)], "机耕路"),
        road([(0, 0), (0, 70)], "机耕路", kmh=12),
        road([(0, 0), (0, -70)], "快"),
        road([(0, 0), (30, 40)], ""),
    )
    assert unknown_classes(net, SPEEDS) == {
        "机耕路": pytest.approx(350, abs=0.005),
        "": pytest.approx(50, abs=0.005),
    }


def test_the_order_of_the_roads_changes_nothing() -> None:
    chance = random.Random(5)
    spots = [(100 * x, 100 * y) for x in range(6) for y in range(6)]
    roads = [road(chance.sample(spots, 3), chance.choice("快慢")) for _ in range(30)]
    whole = network(*roads)
    shuffled = network(*chance.sample(roads, len(roads)))
    assert (whole.nodes == shuffled.nodes).all()
    assert (whole.tail == shuffled.tail).all()
    assert (whole.millimetres == shuffled.millimetres).all()
    assert whole.parts == shuffled.parts
