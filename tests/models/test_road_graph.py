"""Times and lengths over the network are whole numbers, and add up exactly."""

from __future__ import annotations

import numpy as np

from models.nearest import NOBODY
from models.road_access import Access, access
from models.road_graph import graph_of, microseconds_per_mm, reached, walking
from models.road_network import RoadNetwork
from tests.models.made_roads import SPEEDS, network, road, zone

LADDER = network(road([(0, 0), (1000, 0)]), road([(1000, 0), (3000, 0)], "快"))


def nodes_of(net: RoadNetwork, accesses: Access) -> list[int]:
    return graph_of(net, SPEEDS, [accesses])[1][0].tolist()


def test_a_millimetre_takes_3600_microseconds_over_the_speed() -> None:
    net = network(
        road([(0, 0), (9, 0)]), road([(0, 9), (9, 9)], kmh=72), road([(0, 20), (9, 20)], "机耕路")
    )
    # 30 km/h, its own 72 km/h, and 20 km/h as other roads
    assert sorted(microseconds_per_mm(net, SPEEDS).tolist()) == [50, 120, 180]


def test_walking_takes_600_microseconds_a_millimetre_at_6_km_an_hour() -> None:
    assert walking(np.asarray([0, 1, 1000]), SPEEDS).tolist() == [0, 600, 600_000]


def test_places_cut_their_edge_and_pieces_add_up_to_it() -> None:
    graph, (node,) = graph_of(LADDER, SPEEDS, [access(LADDER, zone((250, 0), (700, 0)))])
    assert node.tolist() == [3, 4]  # new nodes after the three of the network
    forth = [
        (int(a), int(b), int(mm))
        for a, b, mm in zip(graph.tail, graph.head, graph.millimetres, strict=True)
        if a in (3, 4) and a < b
    ]
    assert forth == [(3, 4, 450_000)]
    assert graph.count == 5


def test_places_at_one_spot_and_at_an_end_share_a_node() -> None:
    spots = zone((250, 0), (250, 30), (1000, 0), (90_000, 0))
    first, second, end, nowhere = nodes_of(LADDER, access(LADDER, spots))
    assert first == second == 3
    assert end < 3
    assert nowhere == NOBODY


def test_each_node_is_reached_from_its_quickest_start() -> None:
    graph, (starts,) = graph_of(LADDER, SPEEDS, [access(LADDER, zone((0, 0), (3000, 0)))])
    found = reached(graph, starts, np.asarray([0, 0]))
    # the middle: 1,000 m at 30 km/h are 120 s, 2,000 m at 60 km/h as many; the first start is it
    middle = int(np.flatnonzero(found.microseconds == 120_000_000)[0])
    assert (found.start[middle], found.road[middle], found.ferry[middle]) == (0, 1_000_000, 0)
    late = reached(graph, starts, np.asarray([1, 0]))
    assert (late.start[middle], late.road[middle]) == (1, 2_000_000)


def test_without_a_start_nothing_is_reached() -> None:
    graph, _ = graph_of(LADDER, SPEEDS, [access(LADDER, zone())])
    nothing = np.empty(0, np.int64)
    assert reached(graph, nothing, nothing).start.tolist() == [NOBODY] * 3


def test_of_parallel_roads_the_quickest_then_the_shortest_is_the_step() -> None:
    # 1,000 m at 30 km/h and 2,000 m at 60 km/h take as long, 3,000 m longer
    bow = road([(0, 0), (500, 866.02540378), (1000, 0)], "快")
    far = road([(0, 0), (500, -1414.21356237), (1000, 0)], "快")
    three = network(road([(0, 0), (1000, 0)]), bow, far)
    graph, _ = graph_of(three, SPEEDS, [access(three, zone())])
    assert graph.microseconds.tolist() == [120_000_000, 120_000_000]
    assert graph.millimetres.tolist() == [1_000_000, 1_000_000]
