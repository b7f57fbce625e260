"""Where places come onto the roads."""

from __future__ import annotations

from models.nearest import NOBODY
from models.road_access import access
from tests.models.made_roads import network, road, zone

CROSS = network(
    road([(0, 0), (1000, 0)]), road([(1000, 0), (1000, 800)]), road([(5000, 0), (5000, 90)])
)


def test_a_place_comes_onto_the_nearest_point_of_the_nearest_road() -> None:
    found = access(CROSS, zone((300, 40), (990, 500)))
    assert found.walk.tolist() == [40_000, 10_000]  # millimetres
    assert found.along.tolist() == [300_000, 500_000]
    assert len({NOBODY, *found.edge.tolist()}) == 3


def test_beyond_the_end_of_a_road_its_end_is_the_nearest_point() -> None:
    found = access(CROSS, zone((-30, -40)))
    assert (found.along.tolist(), found.walk.tolist()) == ([0], [50_000])


def test_on_an_edge_that_is_cut_the_piece_and_the_way_along_it_are_found() -> None:
    # the side road cuts the main one at 400 m: 450 m is 50 m along the second piece
    cut = network(road([(0, 0), (1000, 0)]), road([(400, 0), (400, 800)]))
    found = access(cut, zone((450, -10)))
    assert (found.along.tolist(), cut.millimetres[found.edge].tolist()) == ([50_000], [600_000])


def test_a_place_exactly_at_the_reach_has_a_road() -> None:
    found = access(CROSS, zone((500, -300), (500, -300.002)), reach_m=300)
    assert (found.edge != NOBODY).tolist() == [True, False]


def test_nobody_comes_onto_an_expressway_or_a_ferry() -> None:
    closed = network(road([(0, 0), (1000, 0)], "高速公路"), road([(0, 200), (1000, 200)], "轮渡"))
    assert access(closed, zone((500, 10))).edge.tolist() == [NOBODY]


def test_places_know_the_part_they_hang_on() -> None:
    found = access(CROSS, zone((300, 40), (5000, 50), (20_000, 0)))
    assert found.parts(CROSS).tolist() == [0, 1, NOBODY]
